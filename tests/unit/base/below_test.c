// SPDX-License-Identifier: MIT
#include "base/below.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef int opener(int root, const char *path, bool is_folder);

typedef struct place {
    char folder[64]; // that holds the root and what lies outside
    int root;
} place;

static void make(const place *self, const char *path, const char *text) {
    char whole[256];
    snprintf(whole, sizeof whole, "%s/%s", self->folder, path);
    FILE *file = fopen(whole, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void make_folder(const place *self, const char *path) {
    char whole[256];
    snprintf(whole, sizeof whole, "%s/%s", self->folder, path);
    assert_int_equal(mkdir(whole, 0700), 0);
}

static void make_link(const place *self, const char *target, const char *path) {
    char whole[256];
    snprintf(whole, sizeof whole, "%s/%s", self->folder, path);
    assert_int_equal(symlink(target, whole), 0);
}

static int set_up(void **state) {
    place *self = calloc(1, sizeof *self);
    strcpy(self->folder, "/tmp/cvpdf-below.XXXXXX");
    if (!mkdtemp(self->folder)) return -1;
    make(self, "outside", "secret");
    make_folder(self, "root");
    make_folder(self, "root/cv");
    make_folder(self, "root/cvs");
    make_folder(self, "root/photos");
    make(self, "root/photos/me.jpg", "inside");
    make_link(self, "../outside", "root/out");
    make_link(self, "/etc", "root/etc");
    make_link(self, "loop", "root/loop");
    make_link(self, "photos/me.jpg", "root/in");
    make_link(self, "/proc/self", "root/self");
    char path[256];
    snprintf(path, sizeof path, "%s/root/pipe", self->folder);
    mkfifo(path, 0600);
    snprintf(path, sizeof path, "%s/root", self->folder);
    self->root = open(path, O_RDONLY | O_DIRECTORY);
    *state = self;
    return self->root < 0;
}

static int tear_down(void **state) {
    place *self = *state;
    char command[128];
    close(self->root);
    snprintf(command, sizeof command, "rm -r '%s'", self->folder);
    int code = system(command);
    free(self);
    return code;
}

// 0 if it opens, else why not.
static int reason_of(const place *self, opener *open_it, const char *path, bool is_folder) {
    int file = open_it(self->root, path, is_folder);
    if (file < 0) return errno;
    close(file);
    return 0;
}

static void stays_below_the_root(void **state) {
    static const struct {
        const char *path;
        int reason;
        int walked; // where that differs: the walk follows no links
    } cases[] = {
        {"photos/me.jpg", 0, 0},
        {"./photos//me.jpg", 0, 0},
        {"cv/../photos/me.jpg", 0, 0},
        {"cv/../photos/../photos/./me.jpg", 0, 0},
        {"pipe", 0, 0}, // opens at once, and is told apart by its mode
        {"../outside", EXDEV, EXDEV},
        {"..", EXDEV, EXDEV},
        {"cv/../..", EXDEV, EXDEV},
        {"cv/../../outside", EXDEV, EXDEV},
        {"cv/../../root/photos/me.jpg", EXDEV, EXDEV},
        {"/etc/passwd", EXDEV, EXDEV},
        {"out", EXDEV, ELOOP},
        {"etc/passwd", EXDEV, ELOOP},
        {"self/environ", EXDEV, ELOOP},
        {"loop", ELOOP, ELOOP},
        {"in", 0, ELOOP},
        {"photos/none.jpg", ENOENT, ENOENT},
        {"none/me.jpg", ENOENT, ENOENT},
        {"photos/me.jpg/x", ENOTDIR, ENOTDIR},
    };
    const place *self = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int once = reason_of(self, cv_below_open, cases[i].path, false);
        int walked = reason_of(self, cv_below_walk, cases[i].path, false);
        if (walked != cases[i].walked) fail_msg("%s: walked: %s", cases[i].path, strerror(walked));
        if (once != cases[i].reason && once != cases[i].walked) // an old kernel walks
            fail_msg("%s: at once: %s", cases[i].path, strerror(once));
    }
}

static void opens_folders_for_listing(void **state) {
    const place *self = *state;
    opener *const both[] = {cv_below_open, cv_below_walk};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(reason_of(self, both[i], "photos", true), 0);
        assert_int_equal(reason_of(self, both[i], "cv/../photos", true), 0);
        assert_int_equal(reason_of(self, both[i], "cv/..", true), 0);
        assert_int_equal(reason_of(self, both[i], "photos/me.jpg", true), ENOTDIR);
        assert_int_equal(reason_of(self, both[i], "..", true), EXDEV);
        assert_int_equal(reason_of(self, both[i], "", true), 0);
    }
}

// The walk holds a descriptor for each folder on its way, and so goes only so deep.
static void walks_down_256_folders(void **state) {
    enum { MOST = 256 };
    const place *self = *state;
    char path[2 * MOST + 2] = "";
    for (int i = 0; i < MOST; i++) {
        strcat(path, "d/");
        assert_int_equal(mkdirat(self->root, path, 0700), 0);
    }
    assert_int_equal(reason_of(self, cv_below_walk, path, false), ENAMETOOLONG);
    path[2 * MOST - 2] = '\0'; // one folder less
    assert_int_equal(reason_of(self, cv_below_walk, path, false), 0);
}

static void leaves_no_descriptors_open(void **state) {
    const place *self = *state;
    int before = dup(self->root);
    close(before);
    for (int i = 0; i < 50; i++) {
        reason_of(self, cv_below_walk, "cv/../cv/../photos/none", false);
        reason_of(self, cv_below_walk, "cv/../../outside", false);
    }
    int after = dup(self->root);
    close(after);
    assert_int_equal(before, after);
}

static void finds_the_way_from_the_root_to_the_resume(void **state) {
    static const struct {
        const char *root, *directory, *below;
    } cases[] = {
        {"root", "root", ""},          {"root/.", "root/cv", "cv/"},
        {"root", "root/cv/..", ""},    {"root", "root/photos/../cv", "cv/"},
        {"root/cv", "root", NULL},     {"root/cv", "root/photos", NULL},
        {"root/cv", "root/cvs", NULL}, {"root/none", "root", NULL},
        {"root", "root/none", NULL},   {"root/photos", "root/photos/", ""},
    };
    const place *self = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char root[256], directory[256], *below;
        snprintf(root, sizeof root, "%s/%s", self->folder, cases[i].root);
        snprintf(directory, sizeof directory, "%s/%s", self->folder, cases[i].directory);
        int folder = cv_below_open_root(root, directory, &below);
        assert_int_equal(folder >= 0, cases[i].below != NULL);
        if (cases[i].below) assert_string_equal(below, cases[i].below);
        if (folder >= 0) close(folder);
        free(below);
    }
    char *below;
    int folder = cv_below_open_root("/", self->folder, &below);
    assert_true(folder >= 0);
    assert_string_equal(below + strlen(below) - 1, "/");
    assert_true(*below != '/');
    close(folder);
    free(below);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stays_below_the_root),
        cmocka_unit_test(opens_folders_for_listing),
        cmocka_unit_test(walks_down_256_folders),
        cmocka_unit_test(leaves_no_descriptors_open),
        cmocka_unit_test(finds_the_way_from_the_root_to_the_resume),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
