// SPDX-License-Identifier: MIT
#include "shape/han.h"

#include "support.h"

static void asks_the_language_then_the_letters(support *self) {
    static const struct {
        const char *language, *text, *right, *expected;
    } cases[] = {
        {"ja", "張", NULL, "ja"},
        {"ja-JP", "张", NULL, "ja"},
        {"ko", "張", NULL, "ko"},
        {"zh", "張", NULL, "zh-Hans"},
        {"zh-CN", "張", NULL, "zh-Hans"},
        {"zh-hant-TW", "张", NULL, "zh-Hant"},
        {"zh-HK", "张", NULL, "zh-Hant"},
        {"zhx", "张 abc", NULL, "zh-Hans"},
        {"en", "Zhang 张", NULL, "zh-Hans"},
        {"en", "東京タワー", NULL, "ja"},
        {"en", "張", "서울", "ko"},
        {"en", "plain – text…", NULL, "zh-Hans"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_document document = {.language = cases[i].language};
        CV_PUSH(self->arena, &document.blocks,
                (cv_block){.text = {.string = cases[i].text}, .right = {.string = cases[i].right}});
        assert_string_equal(cv_han_language(&document), cases[i].expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {SUPPORT_TEST(asks_the_language_then_the_letters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
