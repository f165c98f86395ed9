// SPDX-License-Identifier: MIT
#include "base/files.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct fixture {
    cv_arena *arena;
    cv_report report;
    char folder[64];
    cv_files *files; // of folder/cv, below folder
} fixture;

static const char *path_of(const fixture *self, const char *path) {
    return cv_format(self->arena, "%s/%s", self->folder, path);
}

static void make(const fixture *self, const char *path, const char *text) {
    FILE *file = fopen(path_of(self, path), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state) {
    cv_arena *arena = cv_arena_create(0);
    if (setjmp(*cv_arena_recovery(arena))) return -1;
    fixture *self = CV_NEW(arena, fixture);
    self->arena = arena;
    cv_report_init(&self->report, arena);
    cv_report_add_source(&self->report, "resume.yaml", (cv_bytes){(const unsigned char *)"", 0});
    strcpy(self->folder, "/tmp/cvpdf-files.XXXXXX");
    if (!mkdtemp(self->folder) || mkdir(path_of(self, "cv"), 0700) != 0) return -1;
    make(self, "cv/me.jpg", "picture");
    make(self, "shared.jpg", "shared");
    self->files = cv_files_create(path_of(self, "cv/"), path_of(self, ""), arena, &self->report);
    *state = self;
    return 0;
}

static int tear_down(void **state) {
    fixture *self = *state;
    int code = system(cv_format(self->arena, "rm -r '%s'", self->folder));
    cv_arena_destroy(self->arena);
    return code;
}

static cv_bytes read_photo(fixture *self, const char *path) {
    return cv_files_read(self->files, CV_FILE_PHOTO, path, (cv_span){0});
}

static void reads_each_file_once(void **state) {
    fixture *self = *state;
    cv_bytes first = read_photo(self, "me.jpg");
    assert_int_equal(first.size, 7);
    assert_memory_equal(first.data, "picture", 7);
    make(self, "cv/me.jpg", "another");
    assert_ptr_equal(read_photo(self, "me.jpg").data, first.data);
    assert_int_equal(read_photo(self, "../shared.jpg").size, 6);
    const cv_inputs *inputs = cv_files_inputs(self->files);
    assert_int_equal(inputs->count, 2);
    assert_string_equal(inputs->items[0].path, path_of(self, "cv/me.jpg"));
    assert_string_equal(inputs->items[1].path, path_of(self, "cv/../shared.jpg"));
    assert_null(self->report.first);
}

static void says_which_rule_a_path_breaks(void **state) {
    static const struct {
        const char *path;
        cv_problem problem;
        const char *message, *hint;
    } cases[] = {
        {"", CV_FILE_REFUSED, "no name", "beside"},
        {"-", CV_FILE_REFUSED, "standard input", "./-"},
        {"/etc/passwd", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"/proc/self/environ", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"/dev/stdin", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"~/me.jpg", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"~", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"C:/me.jpg", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"C:\\me.jpg", CV_FILE_REFUSED, "absolute path", "photos/me.jpg"},
        {"http://example.org/me.jpg", CV_FILE_REFUSED, "an address", "network"},
        {"HTTPS://example.org/me.jpg", CV_FILE_REFUSED, "an address", "network"},
        {"file:///etc/passwd", CV_FILE_REFUSED, "an address", "network"},
        {"h2://example.org/me.jpg", CV_FILE_REFUSED, "an address", "network"},
        {"data:image/png;base64,AAAA", CV_FILE_REFUSED, "an address", "network"},
        {"../../outside.jpg", CV_FILE_REFUSED, "outside the root", "--root"},
        {"../../../../../../etc/passwd", CV_FILE_REFUSED, "outside the root", "--root"},
        {"loop", CV_FILE_REFUSED, "a link that is not followed", "name the file"},
        {"none.jpg", CV_FILE_UNREADABLE, "no file 'none.jpg'", "cv/none.jpg"},
        {"img\\me.jpg", CV_FILE_UNREADABLE, "no file", "write / between"},
        {"me.jpg/x", CV_FILE_UNREADABLE, "no file", "looked for"},
        {".", CV_FILE_UNREADABLE, "is a folder, not a file", NULL},
        {"..", CV_FILE_UNREADABLE, "is a folder, not a file", NULL},
        {"pipe", CV_FILE_UNREADABLE, "is a pipe, not a file", NULL},
        {"empty", CV_FILE_UNREADABLE, "is empty", NULL},
        {"large", CV_FILE_TOO_LARGE, "more than the 16 MiB that a photo", NULL},
        {"a:b.jpg", CV_FILE_UNREADABLE, "no file", "looked for"},
        {"./x:y.jpg", CV_FILE_UNREADABLE, "no file", "looked for"},
    };
    fixture *self = *state;
    make(self, "cv/empty", "");
    make(self, "cv/large", "x");
    assert_int_equal(truncate(path_of(self, "cv/large"), CV_LIMIT_PHOTO_BYTES + 1), 0);
    assert_int_equal(mkfifo(path_of(self, "cv/pipe"), 0600), 0);
    assert_int_equal(symlink("loop", path_of(self, "cv/loop")), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_report_init(&self->report, self->arena);
        assert_int_equal(read_photo(self, cases[i].path).size, 0);
        const cv_diagnostic *found = self->report.first;
        if (!found || found->problem != cases[i].problem ||
            !strstr(found->message, cases[i].message))
            fail_msg("'%s': %s", cases[i].path, found ? found->message : "read");
        if (cases[i].hint && (!found->hint || !strstr(found->hint, cases[i].hint)))
            fail_msg("'%s': hint: %s", cases[i].path, found->hint ? found->hint : "none");
    }
    assert_int_equal(cv_files_inputs(self->files)->count, 0);
}

static void reads_nothing_without_a_folder(void **state) {
    fixture *self = *state;
    self->files = cv_files_create(NULL, "/", self->arena, &self->report);
    assert_int_equal(read_photo(self, "me.jpg").size, 0);
    assert_int_equal(self->report.first->problem, CV_FILE_REFUSED);
    assert_int_equal(cv_files_list(self->files, "fonts").count, 0);
    assert_string_equal(cv_files_path(self->files, "me.jpg"), "me.jpg");
}

static void says_that_the_root_does_not_hold_the_resume(void **state) {
    fixture *self = *state;
    assert_int_equal(mkdir(path_of(self, "elsewhere"), 0700), 0);
    self->files = cv_files_create(path_of(self, "cv"), path_of(self, "elsewhere"), self->arena,
                                  &self->report);
    assert_int_equal(read_photo(self, "me.jpg").size, 0);
    assert_non_null(strstr(self->report.first->message, "the resume lies outside the root"));
}

static void lists_a_folder_sorted(void **state) {
    fixture *self = *state;
    assert_int_equal(mkdir(path_of(self, "cv/fonts"), 0700), 0);
    make(self, "cv/fonts/b.ttf", "b");
    make(self, "cv/fonts/a.otf", "a");
    make(self, "cv/fonts/.hidden", "c");
    cv_file_names names = cv_files_list(self->files, "fonts");
    assert_int_equal(names.count, 2);
    assert_string_equal(names.items[0], "a.otf");
    assert_string_equal(names.items[1], "b.ttf");
    assert_int_equal(mkdir(path_of(self, "cv/bare"), 0700), 0);
    assert_int_equal(cv_files_list(self->files, "bare").count, 0);
    assert_int_equal(cv_files_list(self->files, "none").count, 0);
    assert_int_equal(cv_files_list(self->files, "../..").count, 0);
    assert_null(self->report.first);
}

// A look is not a reading: nothing is reported, nor listed among the inputs.
static void peeks_at_a_few_bytes(void **state) {
    fixture *self = *state;
    unsigned char bytes[8] = "";
    assert_int_equal(mkfifo(path_of(self, "cv/pipe"), 0600), 0);
    assert_true(cv_files_peek(self->files, "me.jpg", 2, bytes, 5));
    assert_string_equal(bytes, "cture");
    assert_true(cv_files_peek(self->files, "../shared.jpg", 0, bytes, 6));
    assert_string_equal(bytes, "shared");
    static const char *const others[] = {".", "pipe", "none.jpg", "../../outside.jpg"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(cv_files_peek(self->files, others[i], 0, bytes, 1));
    assert_false(cv_files_peek(self->files, "me.jpg", 3, bytes, 5)); // has only 7
    self->files = cv_files_create(NULL, "/", self->arena, &self->report);
    assert_false(cv_files_peek(self->files, "me.jpg", 0, bytes, 1));
    self->files =
        cv_files_create(path_of(self, "none"), path_of(self, ""), self->arena, &self->report);
    assert_false(cv_files_peek(self->files, "me.jpg", 0, bytes, 1));
    assert_int_equal(cv_files_inputs(self->files)->count, 0);
    assert_null(self->report.first);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_each_file_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_which_rule_a_path_breaks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_nothing_without_a_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_that_the_root_does_not_hold_the_resume, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(lists_a_folder_sorted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(peeks_at_a_few_bytes, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
