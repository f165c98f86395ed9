// SPDX-License-Identifier: MIT
#include "line/breaks.h"

#include "base/text.h"
#include "support.h"

enum { NO_BREAK = -1 };

typedef struct break_case {
    const char *text; // a bar stands where the break is
    int32_t penalty;
} break_case;

static int32_t penalty_at(support *self, cv_breaker *breaker, const char *marked) {
    const char *bar = strchr(marked, '|');
    assert_non_null(bar);
    const char *text = cv_format(self->arena, "%.*s%s", (int)(bar - marked), marked, bar + 1);
    cv_break_places places = cv_breaks_find(breaker, text, self->arena);
    for (size_t i = 0; i < places.count; i++)
        if (places.items[i].offset == (uint32_t)(bar - marked)) return places.items[i].penalty;
    return NO_BREAK;
}

static void check(support *self, const char *language, const break_case *cases, size_t count) {
    cv_breaker *breaker = cv_breaker_open(language, self->arena);
    assert_non_null(breaker);
    for (size_t i = 0; i < count; i++) {
        int32_t found = penalty_at(self, breaker, cases[i].text);
        if (found != cases[i].penalty)
            fail_msg("'%s': %d, not %d", cases[i].text, found, cases[i].penalty);
    }
}

#define CHECK(language, cases) check(self, language, cases, sizeof(cases) / sizeof *(cases))

static void ties_what_belongs_together(support *self) {
    static const break_case cases[] = {
        // number and unit
        {"cut 3 |GB of", CV_PENALTY_TIE},
        {"40 |%", CV_PENALTY_TIE},
        {"3.94 |ms,", CV_PENALTY_TIE},
        {"(12 |GHz)", CV_PENALTY_TIE},
        {"1,000 |km", CV_PENALTY_TIE},
        {"5 |million", CV_PENALTY_TIE},
        // currency and number
        {"€ |500", CV_PENALTY_TIE},
        {"₺ |12", CV_PENALTY_TIE},
        {"US$ |99", CV_PENALTY_TIE},
        {"4 |200 ha", CV_PENALTY_TIE},
        {"USD |1,000", CV_PENALTY_TIE},
        {"500 |EUR", CV_PENALTY_TIE},
        // title and name
        {"Prof. |Kjolstad", CV_PENALTY_TIE},
        {"(Dr. |Lovelace)", CV_PENALTY_TIE},
        // initial and name
        {"G. |Zhang", CV_PENALTY_TIE},
        {"J.-P. |Serre", CV_PENALTY_TIE},
        {"É. |Galois", CV_PENALTY_TIE},
        {"Zhang et |al. show", CV_PENALTY_TIE},
        // name and numeral or version
        {"Charles |II", CV_PENALTY_TIE},
        {"Python |3.11", CV_PENALTY_TIE},
        {"Windows |11", CV_PENALTY_TIE},
        {"Top |3%", CV_PENALTY_TIE},
        // section and number
        {"§ |12", CV_PENALTY_TIE},
        {"pp. |12", CV_PENALTY_TIE},
        {"Fig. |3", CV_PENALTY_TIE},
        // day, month, year
        {"17 |May", CV_PENALTY_TIE},
        {"May |17", CV_PENALTY_TIE},
        {"May |2024", CV_PENALTY_TIE},
        {"Sep |2024", CV_PENALTY_TIE},
        // names of languages that hold signs
        {"C+|+ code", CV_PENALTY_TIE},
        // a dash after a word
        {"2019 |– 2020", CV_PENALTY_TIE},
        {"this |— that", CV_PENALTY_TIE},
        // telephone numbers
        {"+1 |650 555 0100", CV_PENALTY_TIE},
        {"+1 650 |555 0100", CV_PENALTY_TIE},
        {"+1 650 555 |0100", CV_PENALTY_TIE},
        {"(650) |555 0100", CV_PENALTY_TIE},
        {"(650) |555-0100", CV_PENALTY_TIE},
        {"+1 |(650) 555-0100", CV_PENALTY_TIE},
        {"+44 |20 7946 0958", CV_PENALTY_TIE},
    };
    CHECK("en", cases);
}

static void ties_dates_of_the_language(support *self) {
    static const break_case german[] = {{"3. |März", CV_PENALTY_TIE},
                                        {"Mai |2024", CV_PENALTY_TIE},
                                        {"März |2024", CV_PENALTY_TIE}};
    CHECK("de", german);
    static const break_case finnish[] = {{"17 |toukokuuta", CV_PENALTY_TIE}};
    CHECK("fi", finnish);
    static const break_case english[] = {{"3. |März", 0}, {"may |17", 0}};
    CHECK("en", english);
}

static void never_breaks_inside_names_of_languages(support *self) {
    static const break_case cases[] = {
        {"C|# code", NO_BREAK},  {"ASP|.NET", NO_BREAK},    {".|NET", NO_BREAK},
        {"Node|.js", NO_BREAK},  {"555-|0100", NO_BREAK},   {"a\u00A0|b", NO_BREAK},
        {"a\u2011|b", NO_BREAK}, {"2024-|05-17", NO_BREAK}, {"1.|5", NO_BREAK},
        {"can’|t", NO_BREAK},    {"(|note)", NO_BREAK},     {"end|.", NO_BREAK},
        {"3|%", NO_BREAK},
    };
    CHECK("en", cases);
}

static void ties_loosely_what_can_be_parted(support *self) {
    static const break_case cases[] = {
        {"PLDI |2024", CV_PENALTY_LOOSE_TIE},
        {"Stanford |1999", CV_PENALTY_LOOSE_TIE},
        {"PhD |in", CV_PENALTY_LOOSE_TIE},
        {"Master |in", CV_PENALTY_LOOSE_TIE},
        {"work |in", 0},
        {"at Tsinghua, |2024", 0}, // a comma parts them
        {"about |2024", 0},
    };
    CHECK("en", cases);
}

static void keeps_weak_words_from_ending_a_line(support *self) {
    static const char *const words[] = {"a",  "an",   "the",  "of", "to",  "in",
                                        "on", "by",   "and",  "or", "for", "with",
                                        "at", "from", "that", "w",  "о",   "à"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *text = cv_format(self->arena, "so %s |things", words[i]);
        check(self, "en", &(break_case){text, CV_PENALTY_WEAK_WORD}, 1);
    }
    static const break_case others[] = {
        {"so |the", 0}, {"The |end", 0}, {"often |it", 0}, {"Vitamin C |is", 0}};
    CHECK("en", others);
}

static void breaks_words_reluctantly(support *self) {
    static const break_case cases[] = {
        {"sparse-|tensor", CV_PENALTY_HYPHEN},
        {"state-of-|the-art", CV_PENALTY_HYPHEN},
        {"and/|or", CV_PENALTY_SLASH},
        {"https://example.org/|path", CV_PENALTY_URL},
        {"https://example.org/a-|b", CV_PENALTY_URL},
        {"see www.example.org/|path", CV_PENALTY_URL},
        {"github.com/|zhang677", CV_PENALTY_URL},
        {"ada-|byron@example.org", CV_PENALTY_URL},
    };
    CHECK("en", cases);
}

static void never_parts_the_numbers_of_a_range(support *self) {
    static const break_case cases[] = {
        {"pages 12–|18", CV_PENALTY_TIE},
        {"2019–|2020,", CV_PENALTY_TIE},
        {"London–|Paris", 0},
        {"this—|that", 0},
    };
    CHECK("en", cases);
}

static void lets_plain_words_part_freely(support *self) {
    static const break_case cases[] = {
        {"plain |words", 0},        {"done. |Next", 0},
        {"one, |two", 0},           {"12 |people", 0},
        {"in 2019 |2020", 0},       {"(a) |b", 0},
        {"version |3", 0},          {"Smith |and", 0},
        {"GHz |12345678", 0},       {"日|本", 0},
        {"ended 2019. |May be", 0}, {"(2019) |45 papers", 0},
        {"for 2019, |12 of", 0},
    };
    CHECK("en", cases);
}

static void finds_no_break_at_the_ends(support *self) {
    cv_breaker *breaker = cv_breaker_open("en", self->arena);
    static const char *const texts[] = {"", "word", "a b", " a", "a ", "-", "   "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cv_break_places places = cv_breaks_find(breaker, texts[i], self->arena);
        uint32_t last = 0;
        for (size_t j = 0; j < places.count; j++) {
            assert_true(places.items[j].offset > last);
            assert_true(places.items[j].offset < strlen(texts[i]));
            last = places.items[j].offset;
        }
    }
    assert_int_equal(cv_breaks_find(breaker, "a b", self->arena).count, 1);
    assert_int_equal(cv_breaks_find(breaker, "word", self->arena).count, 0);
}

static void opens_for_any_language(support *self) {
    static const char *const languages[] = {"en", "zxx", "", "not a tag", "th", "ja"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        cv_breaker *breaker = cv_breaker_open(languages[i], self->arena);
        assert_non_null(breaker);
        assert_int_equal(cv_breaks_find(breaker, "a b", self->arena).count, 1);
    }
}

static void begins_no_line_with_what_belongs_above(support *self) {
    static const break_case japanese[] = {
        {"\u30C7|\u30FC\u30BF", NO_BREAK}, // the sign of a long vowel
        {"\u30AD|\u30E3\u30F3", NO_BREAK}, // small kana
        {"\u8A2D\u8A08|\u3002", NO_BREAK}, // a full stop
        {"\u3002|\u8A2D\u8A08", 0},        {"\u8A2D|\u8A08", 0},
    };
    CHECK("ja", japanese);
    static const break_case thai[] = {{"\u0E20\u0E32\u0E29\u0E32|\u0E44\u0E17\u0E22", 0},
                                      {"\u0E20|\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22", NO_BREAK}};
    CHECK("th", thai);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(ties_what_belongs_together),
        SUPPORT_TEST(ties_dates_of_the_language),
        SUPPORT_TEST(never_breaks_inside_names_of_languages),
        SUPPORT_TEST(ties_loosely_what_can_be_parted),
        SUPPORT_TEST(keeps_weak_words_from_ending_a_line),
        SUPPORT_TEST(breaks_words_reluctantly),
        SUPPORT_TEST(never_parts_the_numbers_of_a_range),
        SUPPORT_TEST(lets_plain_words_part_freely),
        SUPPORT_TEST(finds_no_break_at_the_ends),
        SUPPORT_TEST(opens_for_any_language),
        SUPPORT_TEST(begins_no_line_with_what_belongs_above),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
