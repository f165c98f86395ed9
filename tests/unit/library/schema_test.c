// SPDX-License-Identifier: MIT
#include "cvpdf.h"

#include "support.h"

#include <string.h>

static const char *schema_text(support *self) {
    cvpdf_result *result;
    assert_int_equal(cvpdf_schema(&result), CVPDF_OK);
    cvpdf_bytes bytes = cvpdf_result_bytes(result);
    const char *text = cv_copy(self->arena, (const char *)bytes.data, bytes.size);
    cvpdf_result_free(result);
    return text;
}

// A form that is misspelt in a table would accept anything.
static void defines_every_form(support *self) {
    static const char start[] = "\"#/definitions/";
    const char *text = schema_text(self);
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, start)); count++) {
        at += strlen(start);
        int size = (int)strcspn(at, "\"");
        if (!strstr(text, cv_format(self->arena, "\n    \"%.*s\": {", size, at)))
            fail_msg("no definition of '%.*s'", size, at);
    }
    assert_true(count > 200);
}

static void describes_every_key(support *self) {
    const char *text = schema_text(self);
    for (const char *at = text; (at = strstr(at, "\"$ref\": \"#/definitions/optional."));) {
        const char *before = at;
        while (*before != '\n') before--;
        do before--;
        while (*before != '\n');
        before += strspn(before, "\n ");
        if (!cv_starts_with(before, "\"description\": \""))
            fail_msg("a key has no description: %.60s", at);
        at++;
    }
}

static void knows_keys_of_every_room(support *self) {
    static const char *const keys[] = {"headline",   "institution", "username",
                                       "list_style", "drop",        "extends",
                                       "hyphenate",  "margins",     "nested_marker"};
    const char *text = schema_text(self);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!strstr(text, cv_format(self->arena, "\"%s\": {", keys[i])))
            fail_msg("'%s' is missing", keys[i]);
    assert_null(strstr(text, "\"letter\": {")); // known, but refused
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(defines_every_form),
        SUPPORT_TEST(describes_every_key),
        SUPPORT_TEST(knows_keys_of_every_room),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
