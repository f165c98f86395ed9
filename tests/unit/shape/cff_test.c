// SPDX-License-Identifier: MIT
#include "shape/cff.h"

#include "support.h"

#include <stdlib.h>

// A program of four glyphs keyed by CIDs, its charset in each of the three formats.
#define HEADER   "\1\0\4\1"
#define NAMES    "\0\1\1\1\2A"
#define NO_INDEX "\0\0"
#define GLYPHS   "\0\4\1\1\2\3\4\5\x0E\x0E\x0E\x0E"
#define ROS      "\x8B\x8B\x8B\x0C\x1E" // three operands

static cv_bytes make(support *self, const char *top, size_t top_size, const char *charset,
                     size_t charset_size) {
    cv_text_builder made = {.arena = self->arena};
    cv_text_add_bytes(&made, HEADER NAMES, 10);
    cv_text_add_bytes(&made, top, top_size);
    cv_text_add_bytes(&made, NO_INDEX NO_INDEX, 4);
    cv_text_add_bytes(&made, charset, charset_size);
    cv_text_add_bytes(&made, GLYPHS, 12);
    return (cv_bytes){(const unsigned char *)made.bytes, made.size};
}

// `keyed`: by CIDs. The offsets follow from the sizes above them.
static cv_bytes make_program(support *self, bool keyed, const char *charset, size_t size) {
    char top[32] = "\0\1\1\1";
    size_t at = 5;
    if (keyed) memcpy(top + at, ROS, 5);
    if (keyed) at += 5;
    size_t charset_at = 10 + at + 8 + 4;
    const char dictionary[] = {0x1C, 0, (char)charset_at,          15,
                               0x1C, 0, (char)(charset_at + size), 17};
    memcpy(top + at, dictionary, sizeof dictionary);
    at += sizeof dictionary;
    top[4] = (char)(at - 5 + 1);
    return make(self, top, at, charset, size);
}

static void finds_the_number_of_each_glyph(support *self) {
    static const struct {
        const char *charset;
        size_t size;
        bool keyed;
        uint32_t numbers[6];
    } cases[] = {
        {"\0\0\7\1\2\0\x0B", 7, true, {0, 7, 258, 11, 0, 0}},
        {"\1\0\7\1\1\x10\0", 7, true, {0, 7, 8, 272, 0, 0}},
        {"\2\0\x20\0\2", 5, true, {0, 32, 33, 34, 0, 0}},
        {"\0\0\7\1\2\0\x0B", 7, false, {0, 1, 2, 3, 0, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_cff program;
        cv_bytes bytes = make_program(self, cases[i].keyed, cases[i].charset, cases[i].size);
        const char *reason = cv_cff_read(bytes, &program);
        if (reason) fail_msg("case %zu: it %s", i, reason);
        assert_int_equal(program.glyph_count, 4);
        assert_int_equal(program.is_cid_keyed, cases[i].keyed);
        for (uint32_t glyph = 0; glyph < 6; glyph++)
            assert_int_equal(cv_cff_cid(&program, glyph), cases[i].numbers[glyph]);
    }
}

// Without a charset of its own, a program has one that every reader knows.
static void numbers_by_a_charset_that_all_have(support *self) {
    cv_bytes made = make_program(self, true, "", 0);
    unsigned char *bytes =
        (unsigned char *)cv_copy(self->arena, (const char *)made.data, made.size);
    bytes[10 + 5 + 5 + 2] = 0; // where the Top DICT says where the charset is
    cv_cff program;
    assert_null(cv_cff_read((cv_bytes){bytes, made.size}, &program));
    assert_true(program.is_cid_keyed);
    for (uint32_t glyph = 0; glyph < 4; glyph++)
        assert_int_equal(cv_cff_cid(&program, glyph), glyph);
}

// No number shows two glyphs, 0 shows none but the first, and none has more than two bytes.
static void refuses_numbers_that_are_not_of_one_glyph(support *self) {
    static const struct {
        const char *charset;
        size_t size;
    } cases[] = {
        {"\0\0\7\1\2\0\7", 7}, {"\0\0\7\0\0\0\x0B", 7},       {"\1\0\7\1\0\x08\0", 7},
        {"\2\xFF\xFE\0\2", 5}, {"\1\xFF\xFF\0\xFF\xFF\1", 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_cff program;
        cv_bytes keyed = make_program(self, true, cases[i].charset, cases[i].size);
        if (!cv_cff_read(keyed, &program)) fail_msg("case %zu is taken", i);
        cv_bytes named = make_program(self, false, cases[i].charset, cases[i].size);
        if (cv_cff_read(named, &program))
            fail_msg("case %zu is refused, though no number counts", i);
    }
    cv_cff program;
    assert_null(cv_cff_read(make_program(self, true, "\2\xFF\xFD\0\2", 5), &program));
    assert_int_equal(cv_cff_cid(&program, 3), 0xFFFF);
    // A range may go on behind the last glyph.
    assert_null(cv_cff_read(make_program(self, true, "\2\xFF\xFD\0\x20", 5), &program));
}

// The charset lies at the very end, behind the glyphs.
static void refuses_a_charset_that_ends_early(support *self) {
    static const char charset[] = "\2\0\x20\0\2";
    for (size_t size = 0; size < sizeof charset; size++) {
        cv_bytes made = make_program(self, true, "", 0);
        cv_text_builder whole = {.arena = self->arena};
        cv_text_add_bytes(&whole, (const char *)made.data, made.size);
        cv_text_add_bytes(&whole, charset, size);
        whole.bytes[10 + 5 + 5 + 2] = (char)made.size; // where the Top DICT says that it is
        cv_cff program;
        const char *reason =
            cv_cff_read((cv_bytes){(const unsigned char *)whole.bytes, whole.size}, &program);
        if (size == 0) assert_string_equal(reason, "has no charset");
        if (size > 0 && size < sizeof charset - 1)
            assert_string_equal(reason, "has a charset that cannot be read");
        if (size == sizeof charset - 1) assert_null(reason);
    }
}

// Cut anywhere, or with any one byte changed, it is refused or read, but never read beyond.
static void survives_every_cut_and_every_changed_byte(support *self) {
    cv_bytes whole = make_program(self, true, "\0\0\7\1\2\0\x0B", 7);
    cv_cff program;
    for (size_t size = 0; size < whole.size; size++) {
        unsigned char *copy = malloc(size ? size : 1); // so that sanitizers see its end
        memcpy(copy, whole.data, size);
        assert_non_null(cv_cff_read((cv_bytes){copy, size}, &program));
        free(copy);
    }
    for (size_t at = 0; at < whole.size; at++)
        for (unsigned value = 0; value < 256; value++) {
            unsigned char *copy = malloc(whole.size);
            memcpy(copy, whole.data, whole.size);
            copy[at] = (unsigned char)value;
            if (!cv_cff_read((cv_bytes){copy, whole.size}, &program))
                for (uint32_t glyph = 0; glyph < 70000; glyph += 7) cv_cff_cid(&program, glyph);
            free(copy);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(finds_the_number_of_each_glyph),
        SUPPORT_TEST(refuses_numbers_that_are_not_of_one_glyph),
        SUPPORT_TEST(refuses_a_charset_that_ends_early),
        SUPPORT_TEST(numbers_by_a_charset_that_all_have),
        SUPPORT_TEST(survives_every_cut_and_every_changed_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
