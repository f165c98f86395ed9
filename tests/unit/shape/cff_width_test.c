// SPDX-License-Identifier: MIT
#include "shape/cff_width.h"

#include "support.h"

// An INDEX of `count` objects that are alike in size; there is none in one of 0.
static void add_index(cv_text_builder *out, const char *objects, size_t size, size_t count) {
    cv_text_add_char(out, (char)(count >> 8));
    cv_text_add_char(out, (char)count);
    if (count) cv_text_add_char(out, 2);
    for (size_t i = 0; count && i <= count; i++) {
        size_t offset = 1 + i * size;
        cv_text_add_char(out, (char)(offset >> 8));
        cv_text_add_char(out, (char)offset);
    }
    cv_text_add_bytes(out, objects, size * count);
}

// Default width 500, nominal width 600, one subroutine.
#define WIDTHS  "\x1C\1\xF4\x14\x1C\2\x58\x15"
#define PRIVATE WIDTHS "\x1C\0\x0C\x13"
enum { PRIVATE_BYTES = 12 };

#define SUBROUTINE "\x8B\x8B\x15\x0E" // 0 0 rmoveto endchar
// What else may be taken for subroutines, with how far it is from the Private DICT.
#define ODD_SUBROUTINES "\0\0\0\1\1\0\1\0\1\1\2\1\0\1\1\1\x7F"
enum {
    NO_SUBROUTINES = 23,
    OFFSET_OF_0 = 25,
    END_BEFORE_BEGIN = 30,
    BEYOND_THE_END = 35,
    LAST_BYTE = 39
};
#define CALLS_ITSELF "\x20\x1D\x0E"

typedef struct made_program {
    const char *glyph;
    size_t size;
    const char *private_dict; // of PRIVATE_BYTES; the local subroutines follow; NULL for none
    const char *global;       // subroutines
    size_t global_size, global_count;
} made_program;

// An operand of a Top DICT.
static void add_offset(cv_text_builder *dict, size_t offset) {
    cv_text_add_char(dict, 29);
    for (int shift = 24; shift >= 0; shift -= 8) cv_text_add_char(dict, (char)(offset >> shift));
}

static size_t index_bytes(size_t size, size_t count) {
    return count ? 3 + 2 * (count + 1) + size * count : 2;
}

static bool read_width_of(support *self, const made_program *made, int32_t *width) {
    enum { TOP_BYTES = 13, HEADER_BYTES = 4 };
    size_t glyphs = HEADER_BYTES + index_bytes(1, 1) + index_bytes(TOP_BYTES, 1) +
                    index_bytes(0, 0) + index_bytes(made->global_size, made->global_count);
    size_t private_at = glyphs + index_bytes(made->size, 1);
    cv_text_builder top = {.arena = self->arena};
    add_offset(&top, glyphs);
    cv_text_add_bytes(&top, "\x11\x97", 2); // PRIVATE_BYTES
    add_offset(&top, private_at);
    cv_text_add_char(&top, made->private_dict ? 18 : 13);
    cv_text_builder out = {.arena = self->arena};
    cv_text_add_bytes(&out, "\1\0\4\1", HEADER_BYTES);
    add_index(&out, "A", 1, 1);
    add_index(&out, top.bytes, TOP_BYTES, 1);
    add_index(&out, "", 0, 0); // no strings
    add_index(&out, made->global, made->global_size, made->global_count);
    add_index(&out, made->glyph, made->size, 1);
    cv_text_add_bytes(&out, made->private_dict ? made->private_dict : PRIVATE, PRIVATE_BYTES);
    add_index(&out, SUBROUTINE, sizeof SUBROUTINE - 1, 1);
    cv_text_add_bytes(&out, ODD_SUBROUTINES, sizeof ODD_SUBROUTINES - 1);
    cv_cff program;
    const char *fault =
        cv_cff_read((cv_bytes){(const unsigned char *)out.bytes, out.size}, &program);
    if (fault) fail_msg("it %s", fault);
    return cv_cff_width(&program, 0, width);
}

static bool read_width(support *self, const char *glyph, size_t size, int32_t *width) {
    made_program made = {glyph, size, PRIVATE, CALLS_ITSELF, sizeof CALLS_ITSELF - 1, 1};
    return read_width_of(self, &made, width);
}

static void reads_the_width_that_a_glyph_begins_with(support *self) {
#define GLYPH(bytes) bytes, sizeof bytes - 1
    static const struct {
        const char *glyph;
        size_t size;
        int32_t width;
    } cases[] = {
        {GLYPH("\x0E"), 500},                         // endchar
        {GLYPH("\x8C\x0E"), 601},                     // 1 endchar
        {GLYPH("\x8B\x8B\x8B\x8B\x0E"), 500},         // an accented letter
        {GLYPH("\x8A\x8B\x8B\x8B\x8B\x0E"), 599},     // with a width
        {GLYPH("\x8B\x8B\x15\x0E"), 500},             // rmoveto
        {GLYPH("\xEF\x8B\x8B\x15\x0E"), 700},         // 100 0 0 rmoveto
        {GLYPH("\x8B\x16\x0E"), 500},                 // hmoveto
        {GLYPH("\x27\x8B\x16\x0E"), 500},             // -100 0 hmoveto
        {GLYPH("\xEF\x8B\x04\x0E"), 700},             // vmoveto
        {GLYPH("\x8B\x8B\x01\x8B\x8B\x15\x0E"), 500}, // hstem
        {GLYPH("\xEF\x8B\x8B\x03\x8B\x8B\x15\x0E"), 700},
        {GLYPH("\xEF\x8B\x8B\x12\x13\x80\x0E"), 700}, // hstemhm hintmask
        {GLYPH("\xEF\x8B\x8B\x13\x80\x0E"), 700}, // stems before a hintmask, without their operator
        {GLYPH("\xEF\x8B\x8B\x14\x80\x0E"), 700}, // cntrmask
        {GLYPH("\xEF\x8B\x8B\x17\x0E"), 700},     // vstemhm
        {GLYPH("\x1C\xFF\x38\x0E"), 400},         // -200
        {GLYPH("\xFF\0\x0C\x80\0\x0E"), 613},     // 12.5
        {GLYPH("\x20\x0A"), 500},                 // by the subroutine
        {GLYPH("\xEF\x20\x0A"), 700},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t width = -1;
        if (!read_width(self, cases[i].glyph, cases[i].size, &width)) fail_msg("case %zu", i);
        if (width != cases[i].width) fail_msg("case %zu: %d", i, width);
    }
}

static void says_nothing_of_what_it_cannot_read(support *self) {
    static const struct {
        const char *glyph;
        size_t size;
    } cases[] = {
        {GLYPH("")},                 // no operator
        {GLYPH("\x8B")},             // likewise
        {GLYPH("\x1C\1")},           // ends within a number
        {GLYPH("\x0A")},             // no number of a subroutine
        {GLYPH("\x8B\x0A")},         // none of that number
        {GLYPH("\xFB\0\x1D")},       // a number below the first
        {GLYPH("\x1C\xFD\x44\x0E")}, // -700
        {GLYPH("\x20\x1D")},         // without an end
        {GLYPH("\x8B\x05\x0E")},     // draws before it moves
        {GLYPH("\x8B\x0C\x0A\x0E")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t width = -1;
        if (read_width(self, cases[i].glyph, cases[i].size, &width)) fail_msg("case %zu", i);
        assert_int_equal(width, -1);
    }
}

// Of a real number only the end is found: the face's own table has to say the width then.
static void does_not_guess_what_a_real_number_is(support *self) {
    static const char nominal_is_real[] = "\x1E\x61\x5A\x5F\x15\x1C\1\xF4\x14\x97\x13";
    made_program made = {"\x8C\x0E", 2, nominal_is_real, "", 0, 0};
    assert_int_equal(sizeof nominal_is_real, PRIVATE_BYTES);
    int32_t width = -1;
    assert_false(read_width_of(self, &made, &width));
}

// Each of nine subroutines calls the next one sixteen times; the last one does nothing.
static void gives_up_on_calls_that_lead_nowhere(support *self) {
    enum { COUNT = 9, CALLS = 16, CALL_BYTES = 2 };
    char all[COUNT * CALLS * CALL_BYTES];
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < CALLS; j++) {
            char *call = &all[(i * CALLS + j) * CALL_BYTES];
            bool is_last = i + 1 == COUNT;
            call[0] = is_last ? 0x0B : (char)(0x20 + i + 1);
            call[1] = is_last ? 0x0B : 0x1D;
        }
    made_program made = {"\x20\x1D\x0E", 3, PRIVATE, all, CALLS * CALL_BYTES, COUNT};
    int32_t width = -1;
    assert_false(read_width_of(self, &made, &width));
}

// 48 operands, as many as there may be, and one more.
static void reads_no_more_operands_than_there_may_be(support *self) {
    char glyph[50];
    int32_t width = -1;
    memset(glyph, 0x8B, sizeof glyph);
    glyph[48] = glyph[49] = 0x0E;
    assert_true(read_width(self, glyph, 49, &width));
    assert_int_equal(width, 500);
    glyph[48] = (char)0x8B;
    assert_false(read_width(self, glyph, 50, &width));
}

// The first of `count` global subroutines ends the glyph, and no other does.
static bool finds_the_first_of(support *self, size_t count, const char *call) {
    char *all = cv_arena_reserve(self->arena, count, 1);
    memset(all, 0x0B, count);
    *all = 0x0E;
    made_program made = {call, 4, PRIVATE, all, 1, count};
    int32_t width;
    return read_width_of(self, &made, &width);
}

static void counts_subroutines_by_how_many_there_are(support *self) {
    static const struct {
        size_t count;
        const char *call;
    } cases[] = {{1239, "\x1C\xFF\x95\x1D"}, // -107
                 {1240, "\x1C\xFB\x95\x1D"}, // -1131
                 {33899, "\x1C\xFB\x95\x1D"},
                 {33900, "\x1C\x80\0\x1D"}}; // -32768
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(finds_the_first_of(self, cases[i].count, cases[i].call));
        assert_false(finds_the_first_of(self, cases[i].count, cases[(i + 2) % 4].call));
    }
}

// Whether endchar has the default width, and whether a call of the first subroutine comes to it.
typedef struct private_case {
    const char *bytes; // PRIVATE_BYTES
    int width, called; // -1 where it cannot be known
} private_case;

static void check_private(support *self, const private_case *expected) {
    int32_t width = -1, called = -1;
    made_program made = {"\x0E", 1, expected->bytes, "", 0, 0};
    read_width_of(self, &made, &width);
    assert_int_equal(width, expected->width);
    made.glyph = "\x20\x0A";
    made.size = 2;
    read_width_of(self, &made, &called);
    assert_int_equal(called, expected->called);
}

static void reads_what_a_font_says_of_widths(support *self) {
    static const private_case cases[] = {
        {PRIVATE, 500, 500},
        {NULL, 0, -1},
        {WIDTHS "\x8B\x8B\x8B\x13", 500, -1},                        // subroutines at 0
        {WIDTHS "\x1C\xFF\xFF\x13", 500, -1},                        // before it
        {WIDTHS "\x8B\x1E\x5F\x0A", 500, -1},                        // a real number for a stem
        {"\x1C\1\xF4\x14\x1E\x5A\x1F\x0C\x09\x8B\x8B\x0A", 500, -1}, // and for a longer operator
        {WIDTHS "\x8B\x8B\x1F\x13", -1, -1},                         // no operand
        {"\x1C\1\xF4\x14\x1D\x7F\xFF\xFF\xFF\x15\x8B\x0A", 500, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_private(self, &cases[i]);
    int32_t width = -1;
    made_program wide = {"\x8C\x0E", 2, cases[7].bytes, "", 0, 0};
    assert_false(read_width_of(self, &wide, &width)); // above a million units
}

static void follows_no_place_that_holds_no_subroutines(support *self) {
    static const struct {
        int place; // from the Private DICT on
        bool is_index;
    } cases[] = {{NO_SUBROUTINES, true},
                 {OFFSET_OF_0, true},
                 {END_BEFORE_BEGIN, true},
                 {BEYOND_THE_END, true},
                 {LAST_BYTE, false},
                 {LAST_BYTE + 1, false},
                 {13, false},  // offsets of no byte
                 {14, false},  // more than there is room for
                 {18, false}}; // offsets of 139 bytes
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char bytes[] = WIDTHS "\x1C\0\0\x13";
        bytes[sizeof bytes - 3] = (char)cases[i].place;
        check_private(self, &(private_case){bytes, cases[i].is_index ? 500 : -1, -1});
    }
}

// A program keyed by CIDs, of three glyphs. Two Private DICTs stand within its header: at 4 with a
// default width of 500, at 8 with one of 700.
typedef struct keyed_program {
    const char *select; // FDSelect; NULL for none
    size_t select_size;
    const char *fonts; // FDArray; NULL for none
    size_t fonts_size;
} keyed_program;

#define TWO_FONTS "\0\2\1\1\4\7\x8F\x8F\x12\x8F\x93\x12"

static cv_bytes make_keyed(support *self, const keyed_program *made) {
    enum { GLYPHS_AT = 56, FONTS_AT = 70 };
    cv_text_builder top = {.arena = self->arena}, out = {.arena = self->arena};
    cv_text_add_bytes(&top, "\x8B\x8B\x8B\x0C\x1E", 5); // ROS
    add_offset(&top, made->fonts ? FONTS_AT : 0);
    cv_text_add_bytes(&top, "\x0C\x24", 2);
    add_offset(&top, made->select ? FONTS_AT + made->fonts_size : 0);
    cv_text_add_bytes(&top, "\x0C\x25", 2);
    add_offset(&top, GLYPHS_AT);
    cv_text_add_char(&top, 17);
    cv_text_add_bytes(&out, "\1\0\x0C\1\x1C\1\xF4\x14\x1C\2\xBC\x14", 12);
    add_index(&out, "A", 1, 1);
    add_index(&out, top.bytes, top.size, 1);
    add_index(&out, "", 0, 0); // no strings
    add_index(&out, "", 0, 0); // no subroutines
    assert_int_equal(out.size, GLYPHS_AT);
    add_index(&out, "\x0E\x0E\x0E", 1, 3);
    assert_int_equal(out.size, FONTS_AT);
    cv_text_add_bytes(&out, made->fonts, made->fonts_size);
    cv_text_add_bytes(&out, made->select, made->select_size);
    return (cv_bytes){(const unsigned char *)out.bytes, out.size};
}

static void check_keyed(support *self, const keyed_program *made, const int widths[3]) {
    cv_cff program;
    const char *fault = cv_cff_read(make_keyed(self, made), &program);
    if (fault) fail_msg("it %s", fault);
    for (uint32_t glyph = 0; glyph < 3; glyph++) {
        int32_t width = -1;
        cv_cff_width(&program, glyph, &width);
        assert_int_equal(width, widths[glyph]);
    }
}

static void reads_the_font_that_a_glyph_belongs_to(support *self) {
    static const struct {
        keyed_program made;
        int widths[3];
    } cases[] = {
        {{GLYPH("\0\0\1\0"), GLYPH(TWO_FONTS)}, {500, 700, 500}},
        {{GLYPH("\3\0\2\0\0\0\0\1\1\0\3"), GLYPH(TWO_FONTS)}, {500, 700, 700}},
        {{GLYPH("\3\0\2\0\0\1\0\2\0\0\3"), GLYPH(TWO_FONTS)}, {700, 700, 500}},
        {{GLYPH("\0\0\2\1"), GLYPH(TWO_FONTS)}, {500, -1, 700}},        // no third font
        {{GLYPH("\3\0\1\0\0\0\0\1"), GLYPH(TWO_FONTS)}, {500, -1, -1}}, // of the first only
        {{GLYPH("\3\0\1\0\1\0\0\3"), GLYPH(TWO_FONTS)}, {-1, 500, 500}},
        {{GLYPH("\1\0\1\0"), GLYPH(TWO_FONTS)}, {-1, -1, -1}}, // a format that there is not
        {{GLYPH("\0\0\1"), GLYPH(TWO_FONTS)}, {500, 700, -1}}, // it ends early
        {{GLYPH("\3\0\2\0\0\0\0\1\1\1"), GLYPH(TWO_FONTS)}, {500, -1, -1}},
        {{GLYPH("\3\0\2\0\0\0\0"), GLYPH(TWO_FONTS)}, {-1, -1, -1}},
        {{NULL, 0, GLYPH(TWO_FONTS)}, {-1, -1, -1}},
        {{GLYPH("\0\0\0\0"), NULL, 0}, {-1, -1, -1}},
        {{GLYPH("\0\0\0\0"), GLYPH("\0\1")}, {-1, -1, -1}}, // no INDEX
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_keyed(self, &cases[i].made, cases[i].widths);
}

// Of one font for all glyphs, whose DICT says where what it says of widths is.
static void believes_no_font_dict(support *self) {
    static const struct {
        const char *dict;
        size_t size;
        int width;
    } cases[] = {
        {GLYPH("\x8F\x93\x12"), 700},         // 4 bytes at 8
        {GLYPH("\x8B\x0A\x8F\x8F\x12"), 500}, // behind another entry
        {GLYPH(""), -1},                      // nothing
        {GLYPH("\x8F\x8B\x12"), -1},          // at 0
        {GLYPH("\x8A\x8F\x12"), -1},          // -1 bytes
        {GLYPH("\xF7\0\x8F\x12"), -1},        // more than there are
        {GLYPH("\x8F\x1C\3\xE8\x12"), -1},    // behind the end
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder fonts = {.arena = self->arena};
        add_index(&fonts, cases[i].dict, cases[i].size, 1);
        keyed_program made = {GLYPH("\0\0\0\0"), fonts.bytes, fonts.size};
        check_keyed(self, &made, (const int[]){cases[i].width, cases[i].width, cases[i].width});
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_the_width_that_a_glyph_begins_with),
        SUPPORT_TEST(says_nothing_of_what_it_cannot_read),
        SUPPORT_TEST(does_not_guess_what_a_real_number_is),
        SUPPORT_TEST(gives_up_on_calls_that_lead_nowhere),
        SUPPORT_TEST(reads_no_more_operands_than_there_may_be),
        SUPPORT_TEST(counts_subroutines_by_how_many_there_are),
        SUPPORT_TEST(reads_what_a_font_says_of_widths),
        SUPPORT_TEST(follows_no_place_that_holds_no_subroutines),
        SUPPORT_TEST(reads_the_font_that_a_glyph_belongs_to),
        SUPPORT_TEST(believes_no_font_dict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
