// SPDX-License-Identifier: MIT
// resume_decode.c - the keys of the file.
#include "resume/decode.h"

#include "base/unicode.h"
#include "resume/value.h"

#include <string.h>

static void read_version(const cv_node *node, void *target, const cv_decoder *decoder) {
    (void)target;
    if (node->kind == CV_NODE_TEXT && cv_equal(node->text, "1")) return;
    cv_report_add(decoder->report, CV_BAD_VERSION, node->span,
                  "this is not a version of the format that is known here")
        ->hint = "write 'cvpdf: 1', or leave it out";
}

// For editors alone, which write it into JSON.
static void read_schema(const cv_node *node, void *target, const cv_decoder *decoder) {
    (void)target;
    if (node->kind != CV_NODE_TEXT)
        cv_report_add(decoder->report, CV_WRONG_TYPE, node->span, "'$schema' must be text, not %s",
                      cv_node_kind_name(node));
}

// What is wrong with it is reported where its words are looked for, in style/.
static void read_language(const cv_node *node, void *target, const cv_decoder *decoder) {
    (void)decoder;
    cv_resume *resume = target;
    resume->language_span = node->span;
    if (node->kind == CV_NODE_TEXT && cv_unicode_is_language_tag(node->text))
        resume->language = node->text;
}

#define MEMBER(name) offsetof(cv_resume, name)

static const cv_field fields[] = {
    {"cvpdf", read_version, 0, false, "version", "version of the format: 1"},
    {"name", cv_value_text, MEMBER(name), true, "text", "your name"},
    {"headline", cv_value_text, MEMBER(headline), false, "text", "a line below the name"},
    {"contact", cv_contacts_decode, MEMBER(contacts), false, "contact",
     "website, email, phone, profiles"},
    {"photo", cv_photo_decode, MEMBER(photo), false, "photo_or_file", "a picture of you"},
    {"summary", cv_value_text, MEMBER(summary), false, "text", "one paragraph, the first section"},
    {"sections", cv_sections_decode, MEMBER(sections), false, "sections",
     "title and entries of each section"},
    {"design", NULL, 0, false, "design", "how it looks"},
    {"language", read_language, 0, false, "language", "of its words and dates: en, de, pt-BR"},
    {"variants", NULL, 0, false, "variants", "versions of the resume"},
    {"vars", NULL, 0, false, "vars", "values for {{names}} in texts"},
    {"letter", cv_value_unsupported, 0, false, NULL, "a cover letter"},
    {"check", NULL, 0, false, "check", "what the check is not to find"},
    {"facts", NULL, 0, false, "facts", "what must not change"},
    {"fit", NULL, 0, false, "fit", "how many pages to fill"},
    {"$schema", read_schema, 0, false, "string", "the schema that an editor is to go by"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

void cv_resume_describe(cv_schema *schema) {
    cv_fields_describe(&table, "resume", "a resume", schema);
    cv_contacts_describe(schema);
    cv_photo_describe(schema);
    cv_sections_describe(schema);
    cv_entries_describe(schema);
    cv_roles_describe(schema);
    cv_bullets_describe(schema);
}

// "name:Ada", which is a text as a whole.
static bool begins_with_key(const cv_node *tree, cv_arena *arena) {
    const char *colon = tree->kind == CV_NODE_TEXT ? strchr(tree->text, ':') : NULL;
    return colon && cv_field_find(&table, cv_copy(arena, tree->text, (size_t)(colon - tree->text)));
}

const cv_resume *cv_resume_decode(const cv_node *tree, cv_arena *arena, cv_report *report) {
    cv_decoder decoder = {arena, report};
    cv_resume *resume = CV_NEW(arena, cv_resume);
    resume->language = "en";
    if (tree->kind == CV_NODE_MAP)
        cv_fields_read(tree, &table, resume, &decoder);
    else
        cv_report_add(report, CV_WRONG_TYPE, tree->span, "a resume must be a mapping, not %s",
                      cv_node_kind_name(tree))
            ->hint = begins_with_key(tree, arena)
                         ? "write a space after the colon, as in 'name: Ada Lovelace'"
                         : "begin with a line like 'name: Ada Lovelace'";
    return resume;
}
