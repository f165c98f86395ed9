// SPDX-License-Identifier: MIT
// photo_decode.c - "me.jpg", or {file: me.jpg, alt: …}.
#include "resume/decode.h"

#include "resume/value.h"

// A path is taken as it is written, blanks and all.
static void read_file(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_photo *photo = target;
    if (node->kind != CV_NODE_TEXT) {
        cv_value_report_type(node, "the name of a file", decoder);
        return;
    }
    photo->file = node->text;
    photo->span = node->span;
}

static const cv_field fields[] = {
    {"file", read_file, 0, true, "string", "a JPEG or PNG file, from the folder of the resume on"},
    {"alt", cv_value_string, offsetof(cv_photo, alternative), false, "text",
     "what it shows, for those who do not see it"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

void cv_photo_describe(cv_schema *schema) {
    cv_fields_describe(&table, "photo", "a picture of you", schema);
}

void cv_photo_decode(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_MAP)
        cv_fields_read(node, &table, target, decoder);
    else
        read_file(node, target, decoder);
}
