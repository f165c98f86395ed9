// SPDX-License-Identifier: MIT
#include "pdf/fixture.h"

// The file of one page with `data` attached.
static const char *attach(support *self, fixture *made, const char *data) {
    cv_attachment attachment = {"résumé.json", "What (it) is", "model/vnd.3d-x+json y", {0}};
    attachment.data = support_bytes(data);
    fixture_init(made, self);
    fixture_page(made);
    cv_pdf_extras extras = {.metadata = &made->metadata,
                            .profile = support_file(self, "data/icc/srgb.icc"),
                            .attachment = &attachment};
    cv_bytes file = cv_pdf_write(&made->display, &extras, self->arena);
    assert_non_null(file.data);
    char *text = cv_copy(self->arena, (const char *)file.data, file.size);
    for (size_t i = 0; i < file.size; i++)
        if (!text[i]) text[i] = ' ';
    return text;
}

static void is_found_from_the_catalog(support *self) {
    fixture made;
    const char *file = attach(self, &made, "{}\n");
    const char *catalog = fixture_object(&made, file, fixture_reference(file, "/Root "));
    unsigned number = fixture_reference(catalog, "/AF[");
    const char *name = "<FEFF007200E900730075006D00E9002E006A0073006F006E>";
    support_contains(
        catalog,
        cv_format(self->arena, "/Names<</EmbeddedFiles<</Names[%s %u 0 R]>>>>", name, number));
    const char *specification = fixture_object(&made, file, number);
    unsigned stream = fixture_reference(specification, "/EF<</F ");
    support_contains(specification,
                     cv_format(self->arena,
                               "/Type/Filespec/F%s/UF%s/Desc(What \\(it\\) is)"
                               "/AFRelationship/Alternative/EF<</F %u 0 R/UF %u 0 R>>",
                               name, name, stream, stream));
}

static void tells_type_size_date_and_digest(support *self) {
    fixture made;
    const char *file = attach(self, &made, "{}\n");
    const char *begin = strstr(file, "/Type/EmbeddedFile");
    assert_non_null(begin);
    support_contains(begin, "/Subtype/model#2Fvnd.3d-x+json#20y/Params<</Size 3"
                            "/ModDate(D:19700101000000Z)"
                            "/CheckSum<8A80554C91D9FCA8ACB82F023DE02F11>>>");
}

static void changes_the_identifier_with_its_bytes(support *self) {
    fixture made;
    const char *first = strstr(attach(self, &made, "{}"), "/ID[");
    const char *other = strstr(attach(self, &made, "[]"), "/ID[");
    assert_memory_not_equal(first, other, 37);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(is_found_from_the_catalog),
        SUPPORT_TEST(tells_type_size_date_and_digest),
        SUPPORT_TEST(changes_the_identifier_with_its_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
