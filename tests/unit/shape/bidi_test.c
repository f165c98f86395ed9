// SPDX-License-Identifier: MIT
#include "shape/bidi.h"

#include "base/unicode.h"
#include "document/direction.h"
#include "support.h"

enum { HEBREW_ALEF = 0x5D0, ARABIC_BEH = 0x628 };

// Capitals stand for Hebrew letters, as in UAX #9, and '~' for an Arabic one.
static const char *spelled(support *self, const char *spelling) {
    cv_text_builder text = {.arena = self->arena};
    for (const char *at = spelling; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            cv_text_add_code_point(&text, HEBREW_ALEF + (uint32_t)(*at - 'A'));
        else if (*at == '~')
            cv_text_add_code_point(&text, ARABIC_BEH);
        else
            cv_text_add_char(&text, *at);
    return cv_text_string(&text);
}

static char spelling_of(uint32_t code_point) {
    if (code_point == ARABIC_BEH) return '~';
    return (char)(code_point >= HEBREW_ALEF ? 'A' + (int)(code_point - HEBREW_ALEF)
                                            : (int)code_point);
}

// A text whose bars part its stretches, the fields being every other one.
static cv_block_text parted(support *self, const char *spelling, bool is_right_to_left) {
    cv_text_builder whole = {.arena = self->arena};
    cv_block_text text = {.is_right_to_left = is_right_to_left};
    uint32_t number = 0;
    for (const char *at = spelling; *at; number++) {
        size_t size = strcspn(at, "|");
        const char *part = spelled(self, cv_copy(self->arena, at, size));
        cv_stretch stretch = {.begin = (uint32_t)whole.size, .field = number % 2 ? 0 : number + 1};
        stretch.is_right_to_left =
            number % 2 == 0 &&
            cv_runs_right_to_left(&(cv_inline){.string = part}, 1, is_right_to_left);
        cv_text_add_string(&whole, part);
        stretch.end = (uint32_t)whole.size;
        CV_PUSH(self->arena, &text.stretches, stretch);
        at += size + (at[size] == '|');
    }
    text.string = cv_text_string(&whole);
    return text;
}

// The characters from left to right, as on paper but for the mirroring of brackets.
static const char *seen(support *self, const cv_block_text *text) {
    const uint8_t *levels = cv_bidi_levels(text, self->arena);
    struct CV_ARRAY(uint8_t) each = {0};
    cv_text_builder read = {.arena = self->arena};
    for (const char *at = text->string; *at;) {
        CV_PUSH(self->arena, &each, levels ? levels[at - text->string] : 0);
        cv_text_add_char(&read, spelling_of(cv_utf8_next(&at)));
    }
    uint32_t *order = CV_NEW_ARRAY(self->arena, uint32_t, each.count);
    cv_bidi_order(each.items, each.count, order);
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < each.count; i++) cv_text_add_char(&out, read.bytes[order[i]]);
    return cv_text_string(&out);
}

typedef struct bidi_case {
    const char *read, *seen;
} bidi_case;

static void check(support *self, const bidi_case *cases, size_t count, bool is_right_to_left) {
    for (size_t i = 0; i < count; i++) {
        cv_block_text text = parted(self, cases[i].read, is_right_to_left);
        assert_string_equal(seen(self, &text), cases[i].seen);
    }
}

#define CHECK(cases, is_right_to_left)                                                             \
    check(self, cases, sizeof(cases) / sizeof *(cases), is_right_to_left)

static void leaves_text_without_letters_from_right_to_left_alone(support *self) {
    cv_block_text text = parted(self, "plain (1) caf\xC3\xA9", false);
    assert_null(cv_bidi_levels(&text, self->arena));
}

static void shows_words_and_numbers_in_their_order(support *self) {
    static const bidi_case cases[] = {
        {"ABC DEF", "FED CBA"},
        {"ABC 12 DEF", "FED 12 CBA"},
        {"ABC python DEF.", ".FED python CBA"},
        {"ABC python and rust DEF", "FED python and rust CBA"},
        {"ABC 40%", "40% CBA"},
        {"15/03/2024 ABC", "CBA 15/03/2024"},
        {"ABC (DEF 3) GHI", "IHG )3 FED( CBA"},
    };
    CHECK(cases, true);
}

static void keeps_symbols_with_the_foreign_words_they_belong_to(support *self) {
    static const bidi_case cases[] = {
        {"A c++ B", "B c++ A"},
        {"A c++", "c++ A"},
        {"A-c++, c# B", "B c++, c#-A"},
        {".net A", "A .net"},
        {"A b.sc. C", "C b.sc. A"},
        {"A ph.d. C", "C ph.d. A"},
        {"A see b. C", "C .see b A"},
        {"A learning (ml) B", "B learning (ml) A"},
        {"A (learning) B", "B )learning( A"},
        {"A https://example.org/x. B", "B .https://example.org/x A"},
        {"A ann@example.org, B", "B ,ann@example.org A"},
        {"A +972 54-555-0123 B", "B +972 54-555-0123 A"},
        {"A +972 (54) 555, B", "B ,+972 (54) 555 A"},
    };
    CHECK(cases, true);
}

static void isolates_fields_from_the_text_around_them(support *self) {
    static const bidi_case from_left[] = {
        {"ABC|, |2024", "CBA, 2024"},
        {"ABC|: |DEF", "CBA: FED"},
        {"lead|, |ABC|, |12", "lead, CBA, 12"},
    };
    CHECK(from_left, false);
    static const bidi_case from_right[] = {
        {"ABC|: |python|, |c++|, |sql", "python, c++, sql :CBA"},
        {"ABC|, |2024", "2024 ,CBA"},
    };
    CHECK(from_right, true);
}

static void keeps_addresses_and_numbers_from_left_to_right(support *self) {
    cv_block_text text = parted(self, "(03) 123-4567", true);
    text.stretches.items[0].is_left_to_right = true;
    assert_string_equal(seen(self, &text), "(03) 123-4567");
    text.stretches.items[0].is_left_to_right = false;
    assert_string_equal(seen(self, &text), "123-4567 )03(");
}

static void reads_ranges_of_numbers_from_left_to_right_among_hebrew(support *self) {
    cv_block_text hebrew = parted(self,
                                  "A 2019\xE2\x80\x93"
                                  "2023 B",
                                  true);
    const uint8_t *levels = cv_bidi_levels(&hebrew, self->arena);
    const char *dash = strstr(hebrew.string, "\xE2\x80\x93");
    assert_int_equal(levels[dash - hebrew.string] % 2, 0);
    cv_block_text arabic = parted(self,
                                  "~ 2019\xE2\x80\x93"
                                  "2023 ~",
                                  true);
    levels = cv_bidi_levels(&arabic, self->arena);
    dash = strstr(arabic.string, "\xE2\x80\x93");
    assert_int_equal(levels[dash - arabic.string] % 2, 1);
}

static void takes_the_direction_of_a_text_from_its_letters(support *self) {
    static const struct {
        const char *text;
        bool from_left, from_right; // in a document that runs so
    } cases[] = {
        {"plain", false, false},    {"ABC", true, true},     {"python ABC", false, true},
        {"ABC python", true, true}, {"12 + 3", false, true}, {"", false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_inline part = {.string = spelled(self, cases[i].text)};
        assert_int_equal(cv_runs_right_to_left(&part, 1, false), cases[i].from_left);
        assert_int_equal(cv_runs_right_to_left(&part, 1, true), cases[i].from_right);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(leaves_text_without_letters_from_right_to_left_alone),
        SUPPORT_TEST(shows_words_and_numbers_in_their_order),
        SUPPORT_TEST(keeps_symbols_with_the_foreign_words_they_belong_to),
        SUPPORT_TEST(isolates_fields_from_the_text_around_them),
        SUPPORT_TEST(keeps_addresses_and_numbers_from_left_to_right),
        SUPPORT_TEST(reads_ranges_of_numbers_from_left_to_right_among_hebrew),
        SUPPORT_TEST(takes_the_direction_of_a_text_from_its_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
