// SPDX-License-Identifier: MIT
// answer.c - believes nothing that a worker sends: it has read a file of anybody's.
#include "command/answer.h"

#include <string.h>

enum { TEXT_LIMIT = 4 << 20, PDF_LIMIT = 256 << 20 };

bool cv_answer_head_is_sound(const cv_answer_head *head, uint32_t task) {
    if (head->task != task || head->status > CVPDF_INTERNAL) return false;
    if (head->text_size > TEXT_LIMIT || head->pdf_size > PDF_LIMIT) return false;
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

// Each finding is ended by a NUL.
static bool is_ended(const char *text, size_t size) { return size == 0 || !text[size - 1]; }

bool cv_answer_is_sound(const cv_answer *answer) {
    if (!is_ended(cv_answer_text(answer), answer->head.text_size)) return false;
    return answer->head.status != CVPDF_OK || is_whole(cv_answer_pdf(answer));
}

const char *cv_answer_text(const cv_answer *answer) { return (const char *)answer->body; }

cvpdf_bytes cv_answer_pdf(const cv_answer *answer) {
    if (!answer->body) return (cvpdf_bytes){NULL, 0};
    return (cvpdf_bytes){answer->body + answer->head.text_size, answer->head.pdf_size};
}
