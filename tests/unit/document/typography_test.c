// SPDX-License-Identifier: MIT
#include "document/typography.h"

#include "support.h"

static const cv_locale english = {.language = "en",
                                  .quote_open = "“",
                                  .quote_close = "”",
                                  .inner_quote_open = "‘",
                                  .inner_quote_close = "’"};
static const cv_locale german = {.language = "de",
                                 .quote_open = "„",
                                 .quote_close = "“",
                                 .inner_quote_open = "‚",
                                 .inner_quote_close = "‘"};
static const cv_locale french = {.language = "fr",
                                 .quote_open = "«\u00A0",
                                 .quote_close = "\u00A0»",
                                 .inner_quote_open = "“",
                                 .inner_quote_close = "”"};
static const cv_locale swedish = {.language = "sv",
                                  .quote_open = "”",
                                  .quote_close = "”",
                                  .inner_quote_open = "’",
                                  .inner_quote_close = "’"};

typedef struct set_case {
    const char *typed, *set;
} set_case;

// Parts are separated by '|', as markup would cut the text.
static const char *set(support *self, const cv_locale *locale, const char *typed) {
    cv_text_builder out = {.arena = self->arena};
    cv_typography state = {.locale = locale};
    while (*typed) {
        size_t size = strcspn(typed, "|");
        const char *part = cv_copy(self->arena, typed, size);
        typed += size + (typed[size] == '|');
        uint32_t after = (unsigned char)*typed; // ASCII is enough for these cases
        cv_typography_add(&state, part, after, &out);
    }
    return cv_text_string(&out);
}

static void check(support *self, const cv_locale *locale, const set_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *found = set(self, locale, cases[i].typed);
        if (!cv_equal(found, cases[i].set))
            fail_msg("%s: %s, not %s", cases[i].typed, found, cases[i].set);
    }
}

#define CHECK(locale, cases) check(self, &(locale), cases, sizeof(cases) / sizeof *(cases))

static void turns_straight_quotes_into_those_of_the_language(support *self) {
    static const set_case in_english[] = {
        {"\"quoted\"", "“quoted”"},
        {"a \"b\" c", "a “b” c"},
        {"(\"b\")", "(“b”)"},
        {"[\"b\"]", "[“b”]"},
        {"\"b\", \"c\"; \"d\".", "“b”, “c”; “d”."},
        {"\"a\"/\"b\"", "“a”/“b”"},
        {"He said \"Is 'this' it?\"", "He said “Is ‘this’ it?”"},
        {"\"'First' and 'last'\"", "“‘First’ and ‘last’”"},
        {"--\"x\"", "–“x”"},
        {"\"|bold|\"", "“bold”"},
        {"a |\"b\"| c", "a “b” c"},
        {"no\u00A0\"b\"", "no\u00A0“b”"},
        {"\"Use 'x' in \"y\".\" \"z\"", "“Use ‘x’ in ‘y’.” “z”"},
        {"15\" and 24\" \"wide\"", "15” and 24” “wide”"}, // what never opened closes nothing
    };
    CHECK(english, in_english);
    static const set_case in_german[] = {
        {"Das \"Wort\" hier", "Das „Wort“ hier"},
        {"\"Er sagte 'ja'\"", "„Er sagte ‚ja‘“"},
        {"\"Er sagte 'ja' dazu\"", "„Er sagte ‚ja‘ dazu“"},
        {"\"'Ja', sagte er\"", "„‚Ja‘, sagte er“"},
        {"\"Sag \"Ja\"\"", "„Sag ‚Ja‘“"},
        {"\"Wort\"\"", "„Wort““"}, // what closes is not taken for what opens elsewhere
        {"Max' Auto", "Max’ Auto"},
    };
    CHECK(german, in_german);
    static const set_case in_french[] = {
        {"le \"mot\" juste", "le «\u00A0mot\u00A0» juste"},
        {"\"le 'mot'\"", "«\u00A0le “mot”\u00A0»"},
        {"\"'mot' juste\"", "«\u00A0“mot” juste\u00A0»"},
        {"l'été", "l’été"},
    };
    CHECK(french, in_french);
    static const set_case in_swedish[] = {
        {"ett \"ord\" till", "ett ”ord” till"},
        {"\"ett 'ord'\"", "”ett ’ord’”"},
    };
    CHECK(swedish, in_swedish);
}

static void tells_apostrophes_from_quotes(support *self) {
    static const set_case cases[] = {
        {"don't", "don’t"},
        {"it's O'Brien's", "it’s O’Brien’s"},
        {"students' work", "students’ work"},
        {"the '90s", "the ’90s"},
        {"'90s", "’90s"},
        {"'it is the '90s'", "‘it is the ’90s’"},
        {"class of '24", "class of ’24"},
        {"'single' quotes", "‘single’ quotes"},
        {"'don't' is fine", "‘don’t’ is fine"},
        {"zodra 't kan", "zodra ’t kan"},
        {"'s winters 't ijs", "’s winters ’t ijs"},
        {"'tis not 'so' it's", "’tis not ‘so’ it’s"},
        {"'|bold|'", "‘bold’"},
        {"1990's", "1990’s"},
        {"PhD's", "PhD’s"},
        {"l'|été", "l’été"}, // the next part tells
        {"don|'t", "don’t"},
        {"'|90s", "’90s"},
        {"5'", "5’"},
    };
    CHECK(english, cases);
}

static void makes_dashes_of_two_and_three_hyphens(support *self) {
    static const set_case cases[] = {
        {"this -- that", "this – that"},
        {"this--that", "this–that"},
        {"this---that", "this—that"},
        {"this --- that", "this — that"},
        {"well-known", "well-known"},
        {"a - b", "a - b"},
        {"----", "----"},
        {"2019--2020", "2019–2020"},
        {"ends --", "ends –"},
        {"-- begins", "– begins"},
    };
    CHECK(english, cases);
}

static void leaves_the_hyphens_of_options(support *self) {
    static const set_case cases[] = {
        {"--flag", "--flag"},      {"run with --flag on", "run with --flag on"},
        {"(--flag)", "(--flag)"},  {"\"--flag\"", "“--flag”"},
        {"[--flag]", "[--flag]"},  {"use -v", "use -v"},
        {"x |--flag", "x --flag"}, {"--|flag", "--flag"},
    };
    CHECK(english, cases);
}

static void makes_an_ellipsis_of_three_dots(support *self) {
    static const set_case cases[] = {
        {"and so on...", "and so on…"},
        {"...and so on", "…and so on"},
        {"a...b", "a…b"},
        {"..", ".."},
        {"....", "...."},
        {"1.2.3", "1.2.3"},
        {".|...", "...."}, // a fourth, in the part before
    };
    CHECK(english, cases);
}

static void joins_ranges_of_numbers_by_an_en_dash(support *self) {
    static const set_case cases[] = {
        {"2019-2020", "2019–2020"},
        {"pages 12-18", "pages 12–18"},
        {"(2019-2020)", "(2019–2020)"},
        {"3-5 people", "3–5 people"},
        {"10-20% faster", "10–20% faster"},
        {"$10-20", "$10–20"},
        {"in 2019-2020.", "in 2019–2020."},
        {"in 2019-2020. Then", "in 2019–2020. Then"},
        {"2019-2020, 12-18; 3-4", "2019–2020, 12–18; 3–4"},
        {"8-12", "8–12"},
        {"99-101", "99–101"},
        {"*|2019-2020|*", "*2019–2020*"},
        {"9-10000", "9-10000"}, // no more than four digits
    };
    CHECK(english, cases);
}

static void leaves_hyphens_that_join_no_range(support *self) {
    static const char *const same[] = {
        "555-0100",
        "650-555-0199",
        "+1 650 555 0100",
        "1-650-555-1234",
        "(650) 555-1234",
        "+1 650 555-1234",
        "555-1234",
        "0711-1234",
        "1.2-1.5",
        "1-1.5",
        "v1-2",
        "2024-05-17",
        "2024-05",
        "17-05-2024",
        "CVE-2024-1234",
        "CVE-2024-3094",
        "3-2",
        "2-2",
        "COVID-19",
        "F-16",
        "12345-12346",
        "1/2-3/4",
        "1-2/3",
        "3-4x",
        "x3-4",
        "9-to-5",
        "24-7",
        "1+2-3",
        "978-3-16-148410-0",
        "A4-5",
        "5-10k",
        "-1-2",
        "12-",
        "-12",
        "12 - 18",
        "é1-2",
        "1-2é",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        check(self, &english, &(set_case){same[i], same[i]}, 1);
}

static void sees_what_touches_a_range_in_the_parts_beside_it(support *self) {
    static const set_case cases[] = {
        {"v|1-2", "v1-2"},
        {"CVE-|2024-3094", "CVE-2024-3094"},
        {"1-2|x", "1-2x"},
        {"1-2|.", "1–2."},
        {"20|19-2020", "2019-2020"}, // cut in two: not worth a guess
        {"in |2019-2020| or", "in 2019–2020 or"},
    };
    CHECK(english, cases);
}

static void ties_high_punctuation_in_french_only(support *self) {
    static const set_case in_french[] = {
        {"Bonjour !", "Bonjour\u00A0!"},
        {"Quoi ? Rien ; ou : si", "Quoi\u00A0? Rien\u00A0; ou\u00A0: si"},
        {"« mot »", "«\u00A0mot\u00A0»"},
        {"a b", "a b"},
        {"mot |: suite", "mot\u00A0: suite"},
    };
    CHECK(french, in_french);
    static const set_case in_english[] = {{"What ? No :", "What ? No :"}};
    CHECK(english, in_english);
}

static void leaves_everything_else_as_it_is(support *self) {
    static const char *const same[] = {"",         "plain",        "é€日本\U0001F600",
                                       "a\u2011b", "“typed” ‘so’", "–—…",
                                       "a\u0301",  "C++ & C#",     "`code`"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        check(self, &english, &(set_case){same[i], same[i]}, 1);
}

static void keeps_its_state_over_verbatim_parts(support *self) {
    cv_text_builder out = {.arena = self->arena};
    cv_typography state = {.locale = &english};
    cv_typography_add(&state, "\"", 'c', &out);
    cv_typography_add_verbatim(&state, "c--d \"...", &out);
    cv_typography_add(&state, "\"", 0, &out);
    cv_typography_add_verbatim(&state, "", &out);
    cv_typography_add(&state, "'s", 0, &out);
    assert_string_equal(cv_text_string(&out), "“c--d \"...”’s");
    assert_int_equal(state.before, 's');
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(turns_straight_quotes_into_those_of_the_language),
        SUPPORT_TEST(tells_apostrophes_from_quotes),
        SUPPORT_TEST(makes_dashes_of_two_and_three_hyphens),
        SUPPORT_TEST(leaves_the_hyphens_of_options),
        SUPPORT_TEST(makes_an_ellipsis_of_three_dots),
        SUPPORT_TEST(joins_ranges_of_numbers_by_an_en_dash),
        SUPPORT_TEST(leaves_hyphens_that_join_no_range),
        SUPPORT_TEST(sees_what_touches_a_range_in_the_parts_beside_it),
        SUPPORT_TEST(ties_high_punctuation_in_french_only),
        SUPPORT_TEST(leaves_everything_else_as_it_is),
        SUPPORT_TEST(keeps_its_state_over_verbatim_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
