// SPDX-License-Identifier: MIT
// The examples and the accepted resumes, written as JSON: the same PDF, byte for byte.
#include "base/text.h"
#include "source/tree.h"
#include "support.h"

#include "cvpdf.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>

static void write_text(const char *text, cv_text_builder *out) {
    cv_text_add_char(out, '"');
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\') cv_text_add_char(out, '\\');
        if (byte < 0x20)
            cv_text_add(out, "\\u%04x", (unsigned)byte);
        else
            cv_text_add_char(out, (char)byte);
    }
    cv_text_add_char(out, '"');
}

// Numbers and truth values without quotes, so that they stay what they are.
static bool is_json(const char *text) {
    if (cv_equal(text, "true") || cv_equal(text, "false")) return true;
    const char *digits = text + (*text == '-');
    if (*digits == '0' && digits[1]) return false;
    size_t count = strspn(digits, "0123456789");
    return count > 0 && !digits[count];
}

static void write_node(const cv_node *node, cv_text_builder *out);

static void write_children(const cv_node *node, cv_text_builder *out) {
    for (const cv_node *child = node->first; child; child = child->next) {
        if (child != node->first) cv_text_add_string(out, ",\n");
        if (child->key) {
            write_text(child->key, out);
            cv_text_add_string(out, ": ");
        }
        write_node(child, out);
    }
}

static void write_node(const cv_node *node, cv_text_builder *out) {
    bool is_list = node->kind == CV_NODE_LIST;
    switch (node->kind) {
    case CV_NODE_NULL: cv_text_add_string(out, "null"); break;
    case CV_NODE_TEXT:
        if (node->is_plain && is_json(node->text))
            cv_text_add_string(out, node->text);
        else
            write_text(node->text, out);
        break;
    case CV_NODE_LIST:
    case CV_NODE_MAP:
        cv_text_add_char(out, is_list ? '[' : '{');
        write_children(node, out);
        cv_text_add_char(out, is_list ? ']' : '}');
        break;
    }
}

// The resume at `path` as JSON.
static const char *convert(support *self, const char *path, cv_bytes bytes) {
    uint32_t source = cv_report_add_source(&self->report, path, bytes);
    const cv_node *tree = cv_tree_read(source, self->arena, &self->report);
    assert_non_null(tree);
    cv_text_builder out = {.arena = self->arena};
    write_node(tree, &out);
    return cv_text_string(&out);
}

static cvpdf_result *render(const cvpdf_engine *engine, const char *name, cv_bytes bytes) {
    cvpdf_result *result = NULL;
    cvpdf_job job = {.size = sizeof job,
                     .name = name,
                     .source = {bytes.data, bytes.size},
                     .date = "2024-05-17",
                     .directory = CVPDF_SOURCE_DIR "/tests/corpus/accept", // of photos
                     .file = "resume"};
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_OK);
    return result;
}

static void assert_same(const cvpdf_engine *engine, cvpdf_bytes pdf, const char *name,
                        const char *text) {
    cvpdf_result *result = render(engine, name, support_bytes(text));
    cvpdf_bytes other = cvpdf_result_bytes(result);
    assert_int_equal(other.size, pdf.size);
    assert_memory_equal(other.data, pdf.data, pdf.size);
    cvpdf_result_free(result);
}

// Read as JSON for its name, as JSON for its content, and as YAML, which JSON is too.
static void compare(support *self, const cvpdf_engine *engine, const char *path) {
    cv_bytes bytes = support_file(self, path);
    const char *json = convert(self, path, bytes);
    cvpdf_result *result = render(engine, path, bytes);
    cvpdf_bytes pdf = cvpdf_result_bytes(result);
    assert_same(engine, pdf, "resume.json", json);
    assert_same(engine, pdf, "resume.yaml", json);
    assert_same(engine, pdf, "resume.yaml", cv_format(self->arena, "--- %s\n", json));
    cvpdf_result_free(result);
}

static size_t compare_folder(support *self, const cvpdf_engine *engine, const char *folder) {
    DIR *listing = opendir(cv_format(self->arena, "%s/%s", CVPDF_SOURCE_DIR, folder));
    assert_non_null(listing);
    size_t count = 0;
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (!cv_ends_with(entry->d_name, ".yaml")) continue;
        compare(self, engine, cv_format(self->arena, "%s/%s", folder, entry->d_name));
        count++;
    }
    closedir(listing);
    return count;
}

static void makes_the_same_pdf_of_json(support *self) {
    cvpdf_engine *engine = cvpdf_engine_create();
    assert_non_null(engine);
    assert_in_range(compare_folder(self, engine, "data/examples"), 2, 1000);
    assert_in_range(compare_folder(self, engine, "tests/corpus/accept"), 50, 1000);
    cvpdf_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(makes_the_same_pdf_of_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
