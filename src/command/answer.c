// SPDX-License-Identifier: MIT
// answer.c - believes nothing that a worker sends: it has read a file of anybody's.
#include "command/answer.h"

#include "command/findings.h"

#include <string.h>

enum { TEXT_LIMIT = 4 << 20, PDF_LIMIT = 256 << 20 };

bool cv_answer_head_is_sound(const cv_answer_head *head, uint32_t task) {
    if (head->task != task || head->status > CVPDF_INTERNAL) return false;
    if (head->findings_size > TEXT_LIMIT || head->inputs_size > TEXT_LIMIT) return false;
    if (head->pdf_size > PDF_LIMIT) return false;
    return (head->status == CVPDF_OK) == (head->pdf_size > 0);
}

// From its first bytes to the last, after which a line may end.
static bool is_whole(cvpdf_bytes pdf) {
    static const char begin[] = "%PDF-", end[] = "%%EOF";
    enum { BEGIN = sizeof begin - 1, END = sizeof end - 1 };
    size_t size = pdf.size;
    while (size > 0 && (pdf.data[size - 1] == '\n' || pdf.data[size - 1] == '\r')) size--;
    return size >= BEGIN + END && memcmp(pdf.data, begin, BEGIN) == 0 &&
           memcmp(pdf.data + size - END, end, END) == 0;
}

// Each path is ended by a NUL.
static bool is_ended(const char *texts, size_t size) { return size == 0 || !texts[size - 1]; }

bool cv_answer_is_sound(const cv_answer *answer) {
    const cv_answer_head *head = &answer->head;
    if (!cv_findings_are_sound(cv_answer_findings(answer), head->findings_size)) return false;
    if (!is_ended(cv_answer_inputs(answer), head->inputs_size)) return false;
    return head->status != CVPDF_OK || is_whole(cv_answer_pdf(answer));
}

size_t cv_answer_body_size(const cv_answer_head *head) {
    return (size_t)head->findings_size + head->inputs_size + head->pdf_size;
}

const char *cv_answer_findings(const cv_answer *answer) { return (const char *)answer->body; }

const char *cv_answer_inputs(const cv_answer *answer) {
    return (const char *)answer->body + answer->head.findings_size;
}

cvpdf_bytes cv_answer_pdf(const cv_answer *answer) {
    size_t before = (size_t)answer->head.findings_size + answer->head.inputs_size;
    return (cvpdf_bytes){answer->body + before, answer->head.pdf_size};
}
