// SPDX-License-Identifier: MIT
#include "shape/face_choice.h"

#include "support.h"

typedef struct fixture {
    const cv_font *mono, *lato, *gentium;
    cv_face_wish text, code;
} fixture;

static fixture open_faces(support *self) {
    const cv_font **fonts = CV_NEW_ARRAY(self->arena, const cv_font *, 3);
    cv_font_set *set = support_fonts(self);
    fonts[0] = cv_font_find(set, "JetBrains Mono", CV_FACE_REGULAR);
    fonts[1] = cv_font_find(set, "Lato", CV_FACE_REGULAR);
    fonts[2] = cv_font_find(set, "Gentium Plus", CV_FACE_REGULAR);
    return (fixture){
        fonts[0], fonts[1], fonts[2], {.chain = {fonts + 1, 2}}, {.chain = {fonts, 3}}};
}

static char letter_of(const fixture *faces, const cv_font *font) {
    if (!font) return '-';
    return font == faces->lato ? 'L' : font == faces->gentium ? 'G' : 'M';
}

static void gathers_words_and_leaves_signs_alone(support *self) {
    fixture faces = open_faces(self);
    static const struct {
        const char *parts; // a bar where one ends
        bool is_code;
        const char *letters; // of their faces; - for none
    } cases[] = {
        {"plain", false, "L"},
        {"done |\u2713| here", false, "LGL"},
        {"a|\u2713|b", false, "LGL"},          // a sign takes no letters with it
        {"one |\u1E9Fne| two", false, "LGL"},  // a word goes as a whole
        {"one-|t\u1E9Fo", false, "LG"},        // up to what is no letter
        {"a |\u10A0\u10A1| c", false, "L-L"},  // Georgian, which nobody has
        {"\u1E9F \u1E9F, \u1E9F", false, "G"}, // blanks and commas between go along
        {"\u1E9F| 1 |\u1E9F", false, "GLG"},   // figures do not
        {"x |\u2620| y", false, "L-L"},
        {"a |x\u0331| b", true, "MLM"}, // the mark decides for its letter
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder text = {.arena = self->arena};
        for (const char *at = cases[i].parts; *at; at++)
            if (*at != '|') cv_text_add_char(&text, *at);
        const cv_face_wish *wish = cases[i].is_code ? &faces.code : &faces.text;
        cv_face_parts parts =
            cv_faces_choose(wish, text.bytes, 0, (uint32_t)text.size, self->arena);
        cv_text_builder found = {.arena = self->arena}, letters = {.arena = self->arena};
        uint32_t begin = 0;
        for (size_t j = 0; j < parts.count; j++) {
            if (j) cv_text_add_char(&found, '|');
            cv_text_add_bytes(&found, text.bytes + begin, parts.items[j].end - begin);
            cv_text_add_char(&letters, letter_of(&faces, parts.items[j].font));
            begin = parts.items[j].end;
        }
        assert_int_equal(begin, text.size);
        assert_string_equal(cv_text_string(&found), cases[i].parts);
        assert_string_equal(cv_text_string(&letters), cases[i].letters);
    }
}

static void takes_linear_time_over_signs(support *self) {
    fixture faces = open_faces(self);
    cv_text_builder text = {.arena = self->arena};
    for (int i = 0; i < 20000; i++) cv_text_add_code_point(&text, i % 2 ? 0x2713 : 0x2620);
    cv_face_parts parts =
        cv_faces_choose(&faces.text, text.bytes, 0, (uint32_t)text.size, self->arena);
    assert_int_equal(parts.count, 20000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(gathers_words_and_leaves_signs_alone),
        SUPPORT_TEST(takes_linear_time_over_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
