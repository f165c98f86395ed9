// SPDX-License-Identifier: MIT
// findings.h - the findings of many renderings: as bytes that processes can hand on.
#ifndef CV_COMMAND_FINDINGS_H
#define CV_COMMAND_FINDINGS_H

#include "command/finding.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Counts of a rendering, its findings one behind the other, and the paths of the files that it was
// made of, each ended by a NUL.
typedef struct cv_findings {
    uint32_t errors, warnings, dropped;
    char *bytes, *inputs; // from malloc()
    size_t size, inputs_size;
} cv_findings;

// Those of `result`, which may be NULL. Texts of more than 4 KiB are cut short. False if memory
// runs out; free them in any case.
bool cv_findings_take(cv_findings *findings, const cvpdf_result *result);

void cv_findings_free(cv_findings *findings);

// Takes the next one off `*bytes`, `*size` bytes, into which its texts point. False at their end,
// and where they are not what cv_findings_take() makes.
bool cv_findings_next(const char **bytes, size_t *size, cv_finding *finding);

// True if all of it is what cv_findings_take() makes.
bool cv_findings_are_sound(const char *bytes, size_t size);

// What is noted of the rendering as a whole, how it was fitted: the first such message, or NULL.
const char *cv_findings_note(const char *bytes, size_t size);

#endif
