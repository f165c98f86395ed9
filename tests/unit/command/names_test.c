// SPDX-License-Identifier: MIT
#include "command/names.h"

#include "command/command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static int check(const char *folder, const char *first, const char *second) {
    cv_options options = {.folder = folder};
    cv_source_file files[] = {{.input = {.name = "a.yaml"}, .folder_place = {1, 1}},
                              {.input = {.name = "b.yaml"}, .folder_place = {1, 2}}};
    cv_task tasks[] = {{.path = first, .source = 0, .row = CV_NO_ROW},
                       {.path = second, .source = 1, .row = CV_NO_ROW}};
    cv_plan plan = {
        .options = &options, .sources = {.items = files, .count = 2}, .tasks = tasks, .count = 2};
    char *messages;
    size_t size;
    cv_terminal terminal = {.stream = open_memstream(&messages, &size)};
    int code = cv_names_check(&plan, &terminal);
    fclose(terminal.stream);
    assert_int_equal(code == CV_EXIT_OK, size == 0);
    free(messages);
    return code;
}

static void tells_names_that_a_file_system_may_not_tell_apart(void **state) {
    (void)state;
    assert_int_equal(check("no-such", "no-such/a.pdf", "no-such/b.pdf"), CV_EXIT_OK);
    assert_int_equal(check("no-such", "no-such/a.pdf", "no-such/a.pdf"), CV_EXIT_RESUME);
    assert_int_equal(check("no-such", "no-such/Ada.pdf", "no-such/aDA.PDF"), CV_EXIT_RESUME);
    assert_int_equal(check("no-such", "no-such/a.pdf", "no-such/a.pdf2"), CV_EXIT_OK);
    assert_int_equal(check("no-such", "no-such/@.pdf", "no-such/`.pdf"), CV_EXIT_OK);
}

static void tells_folders_by_what_they_are(void **state) {
    (void)state;
    assert_int_equal(check(NULL, "x/a.pdf", "y/a.pdf"), CV_EXIT_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_names_that_a_file_system_may_not_tell_apart),
        cmocka_unit_test(tells_folders_by_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
