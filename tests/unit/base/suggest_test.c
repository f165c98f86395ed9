// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include "support.h"

static const char *const keys[] = {"name",  "headline", "contact",  "summary", "sections",
                                   "start", "end",      "location", "id",      "row-gap"};
enum { KEY_COUNT = sizeof keys / sizeof *keys };

static void finds_the_nearest_word(support *self) {
    (void)self;
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        {"nmae", "name"},        // transposed
        {"headlin", "headline"}, // missing
        {"contactt", "contact"}, // doubled
        {"sumnary", "summary"},  // wrong
        {"section", "sections"},
        {"Location", "location"}, // case does not count
        {"START", "start"},
        {"row_gap", "row-gap"}, // nor do separators
        {"rowGap", "row-gap"},
        {"stat", "start"},
        {"xd", "id"},
        {"xame", "name"}, // one, or a third of the letters
        {"xxme", NULL},
        {"hexdlixe", "headline"},
        {"hexdxixe", NULL},
        {"x", NULL}, // nothing is left of it
        {"zebra", NULL},
        {"q", NULL},
        {"", NULL},
        {"-_-", NULL}, // nothing is left of it
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = cv_suggest(cases[i].word, keys, KEY_COUNT);
        if (!cv_equal(found, cases[i].nearest))
            fail_msg("'%s': %s", cases[i].word, found ? found : "nothing");
    }
}

static void finds_nothing_among_nothing(support *self) {
    (void)self;
    assert_null(cv_suggest("name", NULL, 0));
}

static void takes_the_first_of_equally_near_ones(support *self) {
    (void)self;
    const char *const words[] = {"bare", "care", "dare"};
    assert_string_equal(cv_suggest("fare", words, 3), "bare");
    assert_string_equal(cv_suggest("care", words, 3), "care");
}

static void survives_words_of_any_length(support *self) {
    char *forty = cv_format(self->arena, "%0*d", 40, 0);
    char *longer = cv_format(self->arena, "%0*d", 41, 0);
    const char *const words[] = {longer, forty, "0"};
    assert_null(cv_suggest(longer, words, 3));
    assert_ptr_equal(cv_suggest(forty, words, 3), forty);
    assert_string_equal(cv_suggest("0", words, 3), "0");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(finds_the_nearest_word),
        SUPPORT_TEST(finds_nothing_among_nothing),
        SUPPORT_TEST(takes_the_first_of_equally_near_ones),
        SUPPORT_TEST(survives_words_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
