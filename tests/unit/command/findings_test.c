// SPDX-License-Identifier: MIT
#include "command/findings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct page {
    char *text;
    size_t size;
    cv_terminal terminal;
} page;

static void open_page(page *self) {
    self->terminal = (cv_terminal){open_memstream(&self->text, &self->size), false};
}

static void prints_what_is_new(void **state) {
    (void)state;
    page self;
    cv_seen seen = {0};
    open_page(&self);
    static const char first[] = "one\n\0two\n\0one\n", second[] = "two\n\0\1fit: 1 page\0three\n";
    assert_int_equal(cv_findings_print(first, sizeof first, &seen, &self.terminal), 2);
    assert_int_equal(cv_findings_print(second, sizeof second, &seen, &self.terminal), 1);
    fclose(self.terminal.stream);
    assert_string_equal(self.text, "one\ntwo\nthree\n");
    free(self.text);
    cv_seen_free(&seen);
}

static void finds_the_note(void **state) {
    (void)state;
    static const char text[] = "two\n\0\1fit: 1 page\0three\n";
    assert_string_equal(cv_findings_note(text, sizeof text), "fit: 1 page");
    assert_null(cv_findings_note(text, 5));
    assert_null(cv_findings_note(NULL, 0));
}

static void remembers_many(void **state) {
    (void)state;
    page self;
    cv_seen seen = {0};
    open_page(&self);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 1000; i++) {
            char text[16];
            size_t size = (size_t)snprintf(text, sizeof text, "%d", i) + 1;
            assert_int_equal(cv_findings_print(text, size, &seen, &self.terminal), round == 0);
        }
    }
    fclose(self.terminal.stream);
    free(self.text);
    cv_seen_free(&seen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_what_is_new),
        cmocka_unit_test(finds_the_note),
        cmocka_unit_test(remembers_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
