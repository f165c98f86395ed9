// SPDX-License-Identifier: MIT
#include "shape/cff_width.h"

#include "support.h"

// An INDEX of one object.
static void add_index(cv_text_builder *out, const char *object, size_t size) {
    const char head[] = {0, 1, 1, 1, (char)(size + 1)};
    cv_text_add_bytes(out, head, sizeof head);
    cv_text_add_bytes(out, object, size);
}

// Default width 500, nominal width 600, one subroutine.
#define PRIVATE "\x1C\1\xF4\x14\x1C\2\x58\x15\x1C\0\x0C\x13"
enum { PRIVATE_BYTES = 12 };

#define SUBROUTINE   "\x8B\x8B\x15\x0E" // 0 0 rmoveto endchar
#define CALLS_ITSELF "\x20\x1D\x0E"

static bool read_width(support *self, const char *glyph, size_t size, int32_t *width) {
    enum { TOP_BYTES = 9, HEAD_BYTES = 10, INDEX_BYTES = 5 };
    size_t global_bytes = INDEX_BYTES + sizeof CALLS_ITSELF - 1;
    size_t glyphs = HEAD_BYTES + INDEX_BYTES + TOP_BYTES + 2 + global_bytes;
    size_t private_at = glyphs + INDEX_BYTES + size;
    const char top[TOP_BYTES] = {0x1C, 0, (char)glyphs,     17, (char)(139 + PRIVATE_BYTES),
                                 0x1C, 0, (char)private_at, 18};
    cv_text_builder out = {.arena = self->arena};
    cv_text_add_bytes(&out, "\1\0\4\1\0\1\1\1\2A", HEAD_BYTES);
    add_index(&out, top, sizeof top);
    cv_text_add_bytes(&out, "\0\0", 2); // no strings
    add_index(&out, CALLS_ITSELF, sizeof CALLS_ITSELF - 1);
    add_index(&out, glyph, size);
    cv_text_add_bytes(&out, PRIVATE, PRIVATE_BYTES);
    add_index(&out, SUBROUTINE, sizeof SUBROUTINE - 1);
    cv_cff program;
    const char *fault =
        cv_cff_read((cv_bytes){(const unsigned char *)out.bytes, out.size}, &program);
    if (fault) fail_msg("it %s", fault);
    return cv_cff_width(&program, 0, width);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_the_width_that_a_glyph_begins_with),
        SUPPORT_TEST(says_nothing_of_what_it_cannot_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
