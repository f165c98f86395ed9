// SPDX-License-Identifier: MIT
// json.c - the door to jansson.
#include "command/json.h"

#include "command/cell.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

// JSON has to be UTF-8; a path need not be.
static json_t *make_string(const char *text) {
    json_t *as_it_is = json_string(text);
    if (as_it_is) return as_it_is;
    size_t size = strlen(text), used = 0;
    char *shown = malloc(size * sizeof((cv_cell *)0)->text + 1);
    if (!shown) return NULL;
    for (size_t at = 0; at < size;) {
        cv_cell cell = cv_cell_read((const unsigned char *)text + at, size - at);
        size_t length = strlen(cell.text);
        memcpy(shown + used, cell.text, length);
        used += length;
        at += cell.size;
    }
    json_t *made = json_stringn(shown, used);
    free(shown);
    return made;
}

// Of ASCII, jansson leaves one control character as it is: DEL. A runner looks for "##[" anywhere
// in a line; in JSON both can be written in another way.
static void write_escaped(FILE *stream, const char *text) {
    for (const char *at = text; *at; at++) {
        if (*at == 0x7F || strncmp(at, "##[", 3) == 0)
            fprintf(stream, "\\u%04x", (unsigned)*at);
        else
            fputc(*at, stream);
    }
}

void cv_json_text(FILE *stream, const char *text) {
    json_t *string = text ? make_string(text) : NULL;
    char *written = string ? json_dumps(string, JSON_ENCODE_ANY | JSON_ENSURE_ASCII) : NULL;
    if (written)
        write_escaped(stream, written);
    else
        fputs("null", stream);
    free(written);
    json_decref(string);
}

void cv_json_member(FILE *stream, const char *lead, const char *key, const char *text) {
    fprintf(stream, "%s\"%s\": ", lead, key);
    cv_json_text(stream, text);
}

void cv_json_place(FILE *stream, const char *lead, const char *key, size_t number) {
    if (number)
        fprintf(stream, "%s\"%s\": %zu", lead, key, number);
    else
        fprintf(stream, "%s\"%s\": null", lead, key);
}
