// SPDX-License-Identifier: MIT
// syntax.h - numbers and strings as PDF writes them, from integers and UTF-8.
#ifndef CV_PDF_SYNTAX_H
#define CV_PDF_SYNTAX_H

#include "base/length.h"
#include "base/text.h"

#include <stdint.h>

// `value` / `unit` as a decimal with at most `digits` (0 to 8) after the point, rounded half away
// from zero; no trailing zeros, no exponent. |value| below 2^36, unit > 0.
void cv_pdf_add_decimal(cv_text_builder *out, int64_t value, int64_t unit, unsigned digits);

// Points, to a ten thousandth.
void cv_pdf_add_length(cv_text_builder *out, cv_length length);

// Four hexadecimal digits for each unit of UTF-16BE.
void cv_pdf_add_utf16(cv_text_builder *out, uint32_t code_point);

// A text string (ISO 32000-1, 7.9.2.2): literal where it is ASCII, else UTF-16BE in hexadecimal.
void cv_pdf_add_text(cv_text_builder *out, const char *text);

// Bytes of the text string, which CV_LIMIT_PDF_STRING bounds.
size_t cv_pdf_text_size(const char *text);

// A URI as an ASCII string, other bytes percent-encoded (RFC 3986, 2.1).
void cv_pdf_add_uri(cv_text_builder *out, const char *uri);

size_t cv_pdf_uri_size(const char *uri);

#endif
