// SPDX-License-Identifier: MIT
#include "base/unicode.h"

#include "support.h"

// Unicode 15, table 3-7: `valid` bytes of `text` from its start are well-formed.
static void tells_well_formed_utf8(support *self) {
    (void)self;
    static const struct {
        const char *text;
        size_t valid;
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"\x7F", 1},
        {"a\x80", 1}, // a continuation on its own
        {"\xBF", 0},
        {"\xC0\x80", 0}, // overlong
        {"\xC1\xBF", 0},
        {"\xC2\x80", 2},
        {"\xC2\x7F", 0},
        {"\xC2\xC0", 0},
        {"\xDF\xBF", 2},
        {"\xDF", 0},         // cut short
        {"\xE0\x9F\xBF", 0}, // overlong
        {"\xE0\xA0\x80", 3},
        {"\xE0\xA0", 0},
        {"\xE1\x80\x80", 3},
        {"\xE1\x80\x7F", 0},
        {"\xEC\xBF\xBF", 3},
        {"\xED\x9F\xBF", 3},
        {"\xED\xA0\x80", 0}, // a surrogate
        {"\xED\xBF\xBF", 0},
        {"\xEE\x80\x80", 3},
        {"\xEF\xBF\xBF", 3},     // U+FFFF: no character, but well-formed
        {"\xF0\x8F\xBF\xBF", 0}, // overlong
        {"\xF0\x90\x80\x80", 4},
        {"\xF0\x90\x80", 0},
        {"\xF3\xBF\xBF\xBF", 4},
        {"\xF3\xBF\xC0\xBF", 0},
        {"\xF4\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 0}, // above U+10FFFF
        {"\xF5\x80\x80\x80", 0},
        {"\xF8\x88\x80\x80\x80", 0},
        {"\xFE", 0},
        {"\xFF", 0},
        {"ok\xE2\x82\xAC\xE2\x82", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_bytes bytes = support_bytes(cases[i].text);
        size_t valid = cv_utf8_valid(bytes.data, bytes.size);
        if (valid != cases[i].valid) fail_msg("case %zu: %zu", i, valid);
    }
    assert_int_equal(cv_utf8_valid((const unsigned char *)"a\0b", 3), 3);
}

static void reads_back_every_code_point_that_it_writes(support *self) {
    (void)self;
    for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point += 1 + code_point / 64) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        char bytes[5] = {0};
        size_t size = cv_utf8_encode(code_point, bytes);
        assert_int_equal(cv_utf8_valid((const unsigned char *)bytes, size), size);
        const char *at = bytes;
        assert_int_equal(cv_utf8_next(&at), code_point);
        assert_ptr_equal(at, bytes + size);
        assert_int_equal(cv_utf8_before(bytes, bytes + size), code_point);
    }
}

static void stops_at_both_ends_of_a_text(support *self) {
    (void)self;
    const char *text = "é", *at = text + 2;
    assert_int_equal(cv_utf8_next(&at), 0);
    assert_ptr_equal(at, text + 2);
    assert_int_equal(cv_utf8_before(text, text), 0);
    assert_int_equal(cv_utf8_before(text, text + 2), 0xE9);
}

static void composes_to_form_c(support *self) {
    static const struct {
        const char *text, *composed;
    } cases[] = {
        {"Jose\u0301", "Jos\u00E9"},
        {"A\u030A", "\u00C5"},
        {"\u212B", "\u00C5"},                             // the angstrom sign
        {"q\u0323\u0307", "q\u0323\u0307"},               // nothing composes
        {"q\u0307\u0323", "q\u0323\u0307"},               // but marks are put in order
        {"\u1100\u1161\u11A8", "\uAC01"},                 // Hangul
        {"\u0958", "\u0915\u093C"},                       // composition exclusion: it gets longer
        {"\U0001D160", "\U0001D158\U0001D165\U0001D16E"}, // the threefold expansion
        {"\uFB01", "\uFB01"},                             // compatibility characters stay
        {"\u0344", "\u0308\u0301"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(cv_unicode_nfc(self->arena, cases[i].text), cases[i].composed);
    static const char *const same[] = {"", "plain", "Jos\u00E9", "\u00C5\u1EA4", "日本"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_ptr_equal(cv_unicode_nfc(self->arena, same[i]), same[i]);
}

static void raises_letters_by_the_rules_of_the_language(support *self) {
    static const struct {
        const char *language, *text, *upper;
    } cases[] = {
        {"en", "Work experience", "WORK EXPERIENCE"},
        {"de", "Straße und Größe", "STRASSE UND GRÖSSE"},
        {"tr", "istanbul ılık", "İSTANBUL ILIK"},
        {"en", "istanbul", "ISTANBUL"},
        {"el", "Εργασιακή εμπειρία", "ΕΡΓΑΣΙΑΚΗ ΕΜΠΕΙΡΙΑ"}, // accents fall
        {"el", "Μαΐου", "ΜΑΪΟΥ"},                           // but not the dialytika
        {"en", "ﬁnal", "FINAL"},
        {"nl", "ijsland", "IJSLAND"},
        {"de", "STRAẞE, Maße", "STRAẞE, MASSE"}, // a capital stays one
        {"az", "iş ı", "İŞ I"},
        {"lt", "i\u0307\u0301", "\u00CD"},  // the dot falls
        {"el", "ή Ή, άυλος", "Ή Ή, ΑΫΛΟΣ"}, // but of the word for "or"; a diaeresis comes
        {"el", "οδός", "ΟΔΟΣ"},
        {"nl", "ijsvrij", "IJSVRIJ"},
        {"pl", "łódź", "ŁÓDŹ"},
        {"vi", "việt", "VIỆT"},
        {"hy", "և", "ԵՎ"},
        {"en", "ΐ", "\u03AA\u0301"}, // triples, and is composed
        {"en", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(cv_unicode_upper(self->arena, cases[i].text, cases[i].language),
                            cases[i].upper);
    assert_string_equal(cv_unicode_lower(self->arena, "ÉCOLE Σ ΟΔΟΣ", "fr"), "école σ οδος");
    assert_string_equal(cv_unicode_lower(self->arena, "ISTANBUL", "tr"), "ıstanbul");
}

static void knows_months_as_cldr_has_them(support *self) {
    static const struct {
        const char *language;
        int month;
        cv_month_form form;
        const char *name;
    } cases[] = {
        {"en", 9, CV_MONTH_WIDE, "September"},
        {"en", 9, CV_MONTH_SHORT, "Sep"},
        {"en", 9, CV_MONTH_WIDE_STANDALONE, "September"}, // the same, and so not kept twice
        {"fr", 9, CV_MONTH_WIDE_STANDALONE, "septembre"},
        {"de", 9, CV_MONTH_WIDE_STANDALONE, "September"},
        {"en-GB", 9, CV_MONTH_SHORT, "Sept"},
        {"en-GB", 1, CV_MONTH_WIDE, "January"},
        {"de", 3, CV_MONTH_WIDE, "März"},
        {"de", 3, CV_MONTH_SHORT_STANDALONE, "Mär"},
        {"fi", 5, CV_MONTH_WIDE, "toukokuuta"},
        {"fi", 5, CV_MONTH_WIDE_STANDALONE, "toukokuu"},
        {"pt-BR", 12, CV_MONTH_WIDE, "dezembro"},
        {"ru", 1, CV_MONTH_WIDE, "января"},
        {"ru", 1, CV_MONTH_WIDE_STANDALONE, "январь"},
        {"en-AU", 2, CV_MONTH_WIDE, "February"}, // through en-001
        {"de-AT", 1, CV_MONTH_WIDE, "Jänner"},
        {"de-CH", 1, CV_MONTH_WIDE, "Januar"},
        {"zxx", 4, CV_MONTH_WIDE, "4"}, // no language: the number
        {"not a tag", 4, CV_MONTH_WIDE, "4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            cv_unicode_month(self->arena, cases[i].language, cases[i].month, cases[i].form),
            cases[i].name);
}

static void knows_patterns_as_cldr_has_them(support *self) {
    static const struct {
        const char *language, *skeleton, *pattern;
    } cases[] = {
        {"en", "yMMMM", "MMMM y"},   {"en", "yMMM", "MMM y"},
        {"en", "yMMMd", "MMM d, y"}, {"en-GB", "yMMMd", "d MMM y"},
        {"de", "yMMMM", "MMMM y"},   {"de", "yMMMd", "d. MMM y"},
        {"fi", "yMMMM", "LLLL y"},   {"pt-BR", "yMMMM", "MMMM 'de' y"},
        {"ja", "yMMM", "y年M月"},    {"hu", "yMMMM", "y. MMMM"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            cv_unicode_date_pattern(self->arena, cases[i].language, cases[i].skeleton),
            cases[i].pattern);
    // What no locale lists, ICU puts together; Chinese in its old letters inherits from nothing.
    support_contains(cv_unicode_date_pattern(self->arena, "zh-Hant", "yyMM"), "yy");
    support_contains(cv_unicode_date_pattern(self->arena, "en", "yyMM"), "yy");
    assert_non_null(cv_unicode_date_pattern(self->arena, "zxx", "yMMMM"));
}

static void knows_languages(support *self) {
    (void)self;
    static const char *const known[] = {"en",         "de", "pt-BR",  "en-GB",
                                        "zh-Hant-TW", "ga", "sr-Latn"};
    static const char *const unknown[] = {"", "xx", "zxx", "qaa", "not a tag", "-", "en_US_x!"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!cv_unicode_knows_language(known[i])) fail_msg("%s", known[i]);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        if (cv_unicode_knows_language(unknown[i])) fail_msg("%s", unknown[i]);
}

static void knows_properties(support *self) {
    (void)self;
    assert_true(cv_unicode_is_letter('a') && cv_unicode_is_letter(0x416));
    assert_true(cv_unicode_is_letter(0x65E5) && cv_unicode_is_letter(0x5D0));
    assert_false(cv_unicode_is_letter('1') || cv_unicode_is_letter(0x301));
    assert_true(cv_unicode_is_upper('A') && cv_unicode_is_upper(0x416));
    assert_false(cv_unicode_is_upper('a') || cv_unicode_is_upper('1'));
    assert_true(cv_unicode_is_digit('7') && cv_unicode_is_digit(0x663));
    assert_false(cv_unicode_is_digit(0xBD) || cv_unicode_is_digit('a'));
    assert_true(cv_unicode_is_mark(0x301) && cv_unicode_is_mark(0x20DD) &&
                cv_unicode_is_mark(0x903));
    assert_false(cv_unicode_is_mark('a') || cv_unicode_is_mark(0xA8));
    assert_true(cv_unicode_is_space(' ') && cv_unicode_is_space(0xA0) &&
                cv_unicode_is_space(0x3000));
    assert_false(cv_unicode_is_space(0x200B) || cv_unicode_is_space('a'));
    assert_true(cv_unicode_is_bidi_control(0x202E) && cv_unicode_is_bidi_control(0x2066));
    assert_false(cv_unicode_is_bidi_control(0x200B) || cv_unicode_is_bidi_control(0x5D0));
    assert_true(cv_unicode_is_direction_mark(0x200E) && cv_unicode_is_direction_mark(0x200F));
    assert_false(cv_unicode_is_direction_mark(0x200D) || cv_unicode_is_direction_mark(0x202A));
    assert_true(cv_unicode_is_ignorable(0xAD) && cv_unicode_is_ignorable(0x200D));
    assert_false(cv_unicode_is_ignorable(' ') || cv_unicode_is_ignorable(0x301));
}

static void knows_digits_as_cldr_has_them(support *self) {
    static const struct {
        const char *language, *digits;
    } cases[] = {
        {"en", "2024"},
        {"fa", "۲۰۲۴"},
        {"mr", "२०२४"},
        {"hi", "2024"},
        {"hi-u-nu-deva", "२०२४"},
        {"ff-Adlm", "𞥒𞥐𞥒𞥔"}, // beyond U+FFFF
        {"zh-u-nu-hanidec", "2024"},     // not in a row
        {"en-u-nu-roman", "2024"},       // no digits
        {"he-u-nu-hebr", "2024"},
        {"en-u-nu-none", "2024"},
        {"not a tag", "2024"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t zero = cv_unicode_zero(cases[i].language);
        assert_string_equal(cv_unicode_with_digits(self->arena, "2024", zero), cases[i].digits);
    }
}

static void knows_the_script_of_a_sign(support *self) {
    (void)self;
    static const struct {
        uint32_t sign;
        const char *tag;
    } cases[] = {
        {',', "Zyyy"},    {0x0335, "Zyyy"}, // in any script: that of the text around
        {0x060C, "Arab"}, {0x3001, "Hani"}, {0x0964, "Deva"}, // of several: the commonest
        {0x0589, "Armn"}, {0x10FB, "Geor"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t tag =
            cv_unicode_script_of_sign(cases[i].sign, 'Z' << 24 | 'y' << 16 | 'y' << 8 | 'y');
        char name[5] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, '\0'};
        assert_string_equal(name, cases[i].tag);
    }
}

static void names_code_points(support *self) {
    assert_string_equal(cv_unicode_name(self->arena, 0x20AC), "U+20AC EURO SIGN");
    assert_string_equal(cv_unicode_name(self->arena, 0x1F600), "U+1F600 GRINNING FACE");
    support_contains(cv_unicode_name(self->arena, 0x65E5), "U+65E5 ");
    support_contains(cv_unicode_name(self->arena, 0xE000), "U+E000 ");
}

static void knows_the_shape_of_language_tags(support *self) {
    (void)self;
    static const char *const good[] = {"en", "de", "pt-BR", "zh-Hant-TW", "es-419", "gsw"};
    static const char *const bad[] = {"",    "e",      "english", "en_US",
                                      "en-", "en--US", "-en",     "en-abcdefghi"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(cv_unicode_is_language_tag(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(cv_unicode_is_language_tag(bad[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(tells_well_formed_utf8),
        SUPPORT_TEST(reads_back_every_code_point_that_it_writes),
        SUPPORT_TEST(stops_at_both_ends_of_a_text),
        SUPPORT_TEST(composes_to_form_c),
        SUPPORT_TEST(raises_letters_by_the_rules_of_the_language),
        SUPPORT_TEST(knows_months_as_cldr_has_them),
        SUPPORT_TEST(knows_patterns_as_cldr_has_them),
        SUPPORT_TEST(knows_languages),
        SUPPORT_TEST(knows_the_shape_of_language_tags),
        SUPPORT_TEST(knows_properties),
        SUPPORT_TEST(knows_digits_as_cldr_has_them),
        SUPPORT_TEST(knows_the_script_of_a_sign),
        SUPPORT_TEST(names_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
