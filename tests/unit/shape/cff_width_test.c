// SPDX-License-Identifier: MIT
#include "shape/cff_width.h"

#include "support.h"

// An INDEX of `count` objects that are alike in size; there is none in one of 0.
static size_t add_index(cv_text_builder *out, const char *objects, size_t size, size_t count) {
    size_t before = out->size;
    cv_text_add_char(out, '\0');
    cv_text_add_char(out, (char)count);
    if (count) cv_text_add_char(out, 2);
    for (size_t i = 0; count && i <= count; i++) {
        size_t offset = 1 + i * size;
        cv_text_add_char(out, (char)(offset >> 8));
        cv_text_add_char(out, (char)offset);
    }
    cv_text_add_bytes(out, objects, size * count);
    return out->size - before;
}

// Default width 500, nominal width 600, one subroutine.
#define PRIVATE "\x1C\1\xF4\x14\x1C\2\x58\x15\x1C\0\x0C\x13"
enum { PRIVATE_BYTES = 12 };

#define SUBROUTINE   "\x8B\x8B\x15\x0E" // 0 0 rmoveto endchar
#define CALLS_ITSELF "\x20\x1D\x0E"

typedef struct made_program {
    const char *glyph;
    size_t size;
    const char *private_dict; // of PRIVATE_BYTES; the local subroutines follow
    const char *global;       // subroutines
    size_t global_size, global_count;
} made_program;

static size_t index_bytes(size_t size, size_t count) {
    return count ? 3 + 2 * (count + 1) + size * count : 2;
}

static bool read_width_of(support *self, const made_program *made, int32_t *width) {
    enum { TOP_BYTES = 9, HEADER_BYTES = 4 };
    size_t glyphs = HEADER_BYTES + index_bytes(1, 1) + index_bytes(TOP_BYTES, 1) +
                    index_bytes(0, 0) + index_bytes(made->global_size, made->global_count);
    size_t private_at = glyphs + index_bytes(made->size, 1);
    const char top[TOP_BYTES] = {
        0x1C, (char)(glyphs >> 8),     (char)glyphs,     17, (char)(139 + PRIVATE_BYTES),
        0x1C, (char)(private_at >> 8), (char)private_at, 18};
    cv_text_builder out = {.arena = self->arena};
    cv_text_add_bytes(&out, "\1\0\4\1", HEADER_BYTES);
    add_index(&out, "A", 1, 1);
    add_index(&out, top, sizeof top, 1);
    add_index(&out, "", 0, 0); // no strings
    add_index(&out, made->global, made->global_size, made->global_count);
    add_index(&out, made->glyph, made->size, 1);
    cv_text_add_bytes(&out, made->private_dict, PRIVATE_BYTES);
    add_index(&out, SUBROUTINE, sizeof SUBROUTINE - 1, 1);
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
        {GLYPH("\x1C\xFF\x38\x0E"), 400},             // -200
        {GLYPH("\xFF\0\x0C\x80\0\x0E"), 613},         // 12.5
        {GLYPH("\x20\x0A"), 500},                     // by the subroutine
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
        {GLYPH("")},             // no operator
        {GLYPH("\x8B")},         // likewise
        {GLYPH("\x1C\1")},       // ends within a number
        {GLYPH("\x0A")},         // no number of a subroutine
        {GLYPH("\x8B\x0A")},     // none of that number
        {GLYPH("\x20\x1D")},     // without an end
        {GLYPH("\x8B\x05\x0E")}, // draws before it moves
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

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_the_width_that_a_glyph_begins_with),
        SUPPORT_TEST(says_nothing_of_what_it_cannot_read),
        SUPPORT_TEST(does_not_guess_what_a_real_number_is),
        SUPPORT_TEST(gives_up_on_calls_that_lead_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
