// SPDX-License-Identifier: MIT
// findings.h - the findings of many renderings: as bytes that processes can hand on, and printed
// once where many have the same.
#ifndef CV_COMMAND_FINDINGS_H
#define CV_COMMAND_FINDINGS_H

#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Counts of a rendering, and its findings as they are printed, each ended by a NUL. What is noted
// of the rendering as a whole, how it was fitted, is the bare message behind CV_NOTE_MARK. The
// files that it was made of follow in the same way, their paths behind CV_INPUT_MARK.
enum { CV_NOTE_MARK = '\1', CV_INPUT_MARK = '\2' };
typedef struct cv_findings {
    uint32_t errors, warnings;
    char *text; // from malloc()
    size_t size;
} cv_findings;

// Those of `result`, which may be NULL, in colour if `terminal` has it. False if memory runs out.
bool cv_findings_take(cv_findings *findings, const cvpdf_result *result,
                      const cv_terminal *terminal);

// What has been printed, by hash.
typedef struct cv_seen {
    uint64_t *hashes; // 0: free
    size_t count, room;
} cv_seen;

// Prints what has not been seen, but no notes and inputs, and keeps it in mind. Returns how many
// that were.
size_t cv_findings_print(const char *text, size_t size, cv_seen *seen, const cv_terminal *terminal);

// The first note among them, or NULL.
const char *cv_findings_note(const char *text, size_t size);

void cv_seen_free(cv_seen *seen);

#endif
