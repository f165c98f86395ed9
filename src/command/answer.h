// SPDX-License-Identifier: MIT
// answer.h - what a worker says of a task, and how it crosses to the parent.
#ifndef CV_COMMAND_ANSWER_H
#define CV_COMMAND_ANSWER_H

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What goes first; findings, paths of inputs and the PDF follow, as many bytes as it says.
typedef struct cv_answer_head {
    uint32_t task;
    uint32_t status; // a cvpdf_status
    uint32_t pages, errors, warnings, dropped;
    uint32_t findings_size, inputs_size, pdf_size;
} cv_answer_head;

// How a task ended.
typedef enum cv_ending {
    CV_ENDED_WELL, // with an answer
    CV_ENDED_BY_SIGNAL,
    CV_ENDED_BY_EXIT,
    CV_ENDED_LATE,    // the worker had to be stopped
    CV_ENDED_WRONGLY, // with an answer that is none
    CV_NOT_BEGUN      // no worker could be started
} cv_ending;

typedef struct cv_answer {
    cv_ending ending;
    int number; // of the signal, the exit or the errno
    cv_answer_head head;
    unsigned char *body; // from malloc()
} cv_answer;

// True for sizes and a status that a worker may announce as answer to `task`.
bool cv_answer_head_is_sound(const cv_answer_head *head, uint32_t task);

// True for a body that has what its head says: a whole PDF where there should be one.
bool cv_answer_is_sound(const cv_answer *answer);

// Of all that follows.
size_t cv_answer_body_size(const cv_answer_head *head);

const char *cv_answer_findings(const cv_answer *answer);

// Only of an answer that ended well.
const char *cv_answer_inputs(const cv_answer *answer);
cvpdf_bytes cv_answer_pdf(const cv_answer *answer);

#endif
