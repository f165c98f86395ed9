// SPDX-License-Identifier: MIT
#include "export/export.h"

#include "resume/resume.h"
#include "support.h"
#include "tailor/tailor.h"

static const char *export(support *self, const char *yaml) {
    uint32_t source = cv_report_add_source(&self->report, "resume.yaml", support_bytes(yaml));
    const cv_node *tree = cv_tree_read(source, self->arena, &self->report);
    assert_non_null(tree);
    tree = cv_tailor(tree, &(cv_tailor_options){0}, self->arena, &self->report)->tree;
    const cv_resume *resume = cv_resume_decode(tree, self->arena, &self->report);
    if (self->report.errors) fail_msg("%s", self->report.first->message);
    cv_bytes json = cv_export_json(resume, self->arena);
    assert_non_null(json.data);
    return cv_copy(self->arena, (const char *)json.data, json.size);
}

// Without line ends and indentation.
static const char *compact(support *self, const char *json) {
    cv_text_builder out = {.arena = self->arena};
    for (; *json; json++) {
        if (*json == '\n')
            while (json[1] == ' ') json++;
        else
            cv_text_add_char(&out, *json);
    }
    return cv_text_string(&out);
}

static void is_canonical_to_the_byte(support *self) {
    const char *want = "{\n"
                       "  \"$schema\": \"https://raw.githubusercontent.com/jsonresume/"
                       "resume-schema/v1.0.0/schema.json\",\n"
                       "  \"basics\": {\n"
                       "    \"name\": \"Ada \\\"A\\\" Lovelace\",\n"
                       "    \"label\": \"Größe\"\n"
                       "  },\n"
                       "  \"skills\": [\n"
                       "    {\n"
                       "      \"name\": \"Harp\"\n"
                       "    }\n"
                       "  ],\n"
                       "  \"meta\": {\n"
                       "    \"cvpdf\": {\n"
                       "      \"language\": \"en\",\n"
                       "      \"sections\": [\n"
                       "        {\n"
                       "          \"title\": \"Skills\",\n"
                       "          \"entries\": [\n"
                       "            \"/skills/0\"\n"
                       "          ]\n"
                       "        }\n"
                       "      ]\n"
                       "    }\n"
                       "  }\n"
                       "}\n";
    const char *yaml = "headline: Größe\nname: Ada \"A\" Lovelace\nsections: {Skills: [{label: "
                       "Harp}]}";
    assert_string_equal(export(self, yaml), want);
}

static void gives_each_kind_its_array(support *self) {
    static const struct {
        const char *entry, *array;
    } cases[] = {
        {"{role: Clerk, organization: Works, location: Here, start: 1840, end: 1843-02-28, "
         "url: 'https://x.org', summary: S, bullets: [B], remark: R}",
         "\"work\": [{\"name\": \"Works\",\"location\": \"Here\",\"position\": \"Clerk\","
         "\"url\": \"https://x.org\",\"startDate\": \"1840\",\"endDate\": \"1843-02-28\","
         "\"summary\": \"S\",\"highlights\": [\"B\"],\"remark\": \"R\"}]"},
        {"{institution: I, degree: D, area: A, score: 1.0, courses: [C, E], date: Summer 1840}",
         "\"education\": [{\"institution\": \"I\",\"area\": \"A\",\"studyType\": \"D\","
         "\"score\": \"1.0\",\"courses\": [\"C\",\"E\"],\"dateText\": \"Summer 1840\"}]"},
        {"{award: A, organization: O, date: 1840-05, location: L}",
         "\"awards\": [{\"title\": \"A\",\"date\": \"1840-05\",\"awarder\": \"O\","
         "\"location\": \"L\"}]"},
        {"{certificate: C, organization: O, start: 1840}",
         "\"certificates\": [{\"name\": \"C\",\"issuer\": \"O\",\"startDate\": \"1840\"}]"},
        {"{title: T, authors: [A, B], venue: V, doi: 10.1145/1, date: 1843}",
         "\"publications\": [{\"name\": \"T\",\"publisher\": \"V\",\"releaseDate\": \"1843\","
         "\"authors\": [\"A\",\"B\"],\"doi\": \"10.1145/1\"}]"},
        {"{label: L, details: 'a, b (c, d), e,f', keywords: [g], level: high}",
         "\"skills\": [{\"name\": \"L\",\"level\": \"high\",\"keywords\": "
         "[\"a\",\"b (c, d)\",\"e,f\",\"g\"]}]"},
        {"{label: L, details: 'a, [b](https://x.org)'}",
         "\"keywords\": [\"a\",\"b\"],\"details\": \"a, [b](https://x.org)\"}]"},
        {"{reference: Is *great*., name: N}",
         "\"references\": [{\"name\": \"N\",\"reference\": \"Is *great*.\"}]"},
        {"{project: P, organization: O, role: R, keywords: [K], summary: S, date: 1840}",
         "\"projects\": [{\"name\": \"P\",\"description\": \"S\",\"keywords\": [\"K\"],"
         "\"roles\": [\"R\"],\"entity\": \"O\",\"date\": \"1840\"}]"},
        {"{name: N, subtitle: S}", "\"items\": [{\"name\": \"N\",\"subtitle\": \"S\"}]"},
        {"A **text**", "\"texts\": [{\"text\": \"A **text**\"}]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *yaml = cv_format(self->arena, "name: A\nsections: {S: [%s]}", cases[i].entry);
        support_contains(compact(self, export(self, yaml)), cases[i].array);
    }
}

static void writes_sentences_as_markdown_and_names_without(support *self) {
    const char *json = export(self, "name: A *B*\nsummary: '**S** \\* [t](https://x.org/(a))'\n"
                                    "sections: {S: [{organization: '*O* & [P](https://y.org)', "
                                    "bullets: [{text: 'a `b`', bullets: [c, {text: '*d*', "
                                    "bullets: [e]}]}]}]}");
    support_contains(json, "\"name\": \"A B\"");
    support_contains(json, "\"summary\": \"**S** \\\\* [t](https://x.org/\\\\(a\\\\))\"");
    support_contains(json, "\"name\": \"O & P\"");
    support_contains(json, "\"url\": \"https://y.org\""); // the link that the name had
    support_contains(json, "\"a `b`\\n- c\\n- *d*\\n  - e\"");
}

static void leaves_the_end_of_what_goes_on_open(support *self) {
    const char *json = export(self, "name: A\nsections: {S: [{role: R, start: 1840, end: present}, "
                                    "{role: S, start: 1840}, {role: T, end: 1843}]}");
    assert_null(strstr(json, "present"));
    support_contains(compact(self, json),
                     "\"work\": [{\"position\": \"R\",\"startDate\": \"1840\"},"
                     "{\"position\": \"S\",\"startDate\": \"1840\"},"
                     "{\"position\": \"T\",\"endDate\": \"1843\"}]");
}

static void writes_each_role_of_an_employer_as_work(support *self) {
    const char *json =
        compact(self, export(self, "name: A\nsections: {S: [{organization: O, location: L, "
                                   "summary: About, remark: R, start: 1840, url: 'https://x.org', "
                                   "bullets: [B], roles: [{role: One, location: M, end: 1842}, "
                                   "{role: Two, summary: T, bullets: [C]}]}, {role: Three}]}"));
    support_contains(json,
                     "\"work\": [{\"name\": \"O\",\"location\": \"M\",\"description\": \"About\","
                     "\"position\": \"One\",\"url\": \"https://x.org\",\"endDate\": \"1842\"},"
                     "{\"name\": \"O\",\"location\": \"L\",\"position\": \"Two\",\"url\": "
                     "\"https://x.org\",\"summary\": \"T\",\"highlights\": [\"C\"]},"
                     "{\"position\": \"Three\"}]");
    support_contains(json, "\"entries\": [{\"roles\": [\"/work/0\",\"/work/1\"],\"startDate\": "
                           "\"1840\",\"location\": \"L\",\"url\": \"https://x.org\","
                           "\"summary\": \"About\",\"highlights\": [\"B\"],\"remark\": \"R\"},"
                           "\"/work/2\"]");
}

static void says_what_stands_where(support *self) {
    const char *json = compact(
        self, export(self, "name: A\nlanguage: de\nsections:\n  One: [{award: A}, {role: R}]\n"
                           "  Two: {title: Zwei, list: reversed, heading: false, id: x, "
                           "entries: [{role: S}, T, {award: B}]}"));
    support_contains(json, "{\"language\": \"de\",\"sections\": ["
                           "{\"title\": \"One\",\"entries\": [\"/awards/0\",\"/work/0\"]},"
                           "{\"title\": \"Zwei\",\"heading\": false,\"list\": \"reversed\","
                           "\"entries\": [\"/work/1\",\"/texts/0\",\"/awards/1\"]}]}");
}

static void keeps_contacts_and_their_order(support *self) {
    const char *json = compact(
        self,
        export(self, "name: A\ncontact:\n  location: 'Munich, Bavaria, DE'\n"
                     "  email: [jörg@example.org, a@example.org, b@example.org]\n"
                     "  profiles: [{network: GitHub, username: ada}, "
                     "{network: LinkedIn, username: ada, label: Me}, "
                     "{network: Mastodon, username: '@a@b.example'}]\n"
                     "  links: [{label: Group, url: example.org/g}]\n  website: example.org\n"));
    support_contains(json,
                     "\"email\": \"a@example.org\",\"url\": \"https://example.org\",\"location\": "
                     "{\"city\": \"Munich\",\"countryCode\": \"DE\",\"region\": \"Bavaria\"},"
                     "\"profiles\": [{\"network\": \"GitHub\",\"username\": \"ada\",\"url\": "
                     "\"https://github.com/ada\"},{\"network\": \"LinkedIn\",\"username\": "
                     "\"ada\",\"url\": \"https://linkedin.com/in/ada\",\"label\": \"Me\"},"
                     "{\"network\": \"Mastodon\",\"url\": \"https://b.example/@a\"}],"
                     "\"links\": [{\"label\": \"Group\",\"url\": \"https://example.org/g\"}],"
                     "\"emails\": [\"jörg@example.org\",\"b@example.org\"]}");
    support_contains(json, "\"contact\": [\"/basics/location\",\"/basics/emails/0\","
                           "\"/basics/email\",\"/basics/emails/1\",\"/basics/profiles/0\","
                           "\"/basics/profiles/1\",\"/basics/profiles/2\",\"/basics/links/0\","
                           "\"/basics/url\"]");
}

static void takes_places_apart_so_that_they_can_be_joined(support *self) {
    static const struct {
        const char *location, *json;
    } cases[] = {
        {"Paris", "{\"city\": \"Paris\"}"},
        {"Stanford, CA", "{\"city\": \"Stanford\",\"region\": \"CA\"}"},
        {"Stanford, CA, US", "{\"city\": \"Stanford\",\"countryCode\": \"US\",\"region\": \"CA\"}"},
        {"Bath, Somerset, UK.", "{\"city\": \"Bath\",\"region\": \"Somerset, UK.\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *yaml =
            cv_format(self->arena, "name: A\ncontact: {location: '%s'}", cases[i].location);
        support_contains(compact(self, export(self, yaml)),
                         cv_format(self->arena, "\"location\": %s", cases[i].json));
    }
}

static void has_nothing_in_it_that_is_not_on_the_page(support *self) {
    const char *json =
        export(self, "name: A # canary\nx-own: canary\ndesign: {theme: classic, footer: {text: "
                     "canary}}\nsections:\n  Canary:\n    title: S\n    id: canary\n    tags: "
                     "[canary]\n    note: canary\n    x-y: canary\n    entries:\n"
                     "    - {organization: O, id: canary, tags: [canary], priority: 1, note: "
                     "canary, x-z: canary, bullets: [{text: B, tags: canary, note: canary}], "
                     "roles: [{role: R, note: canary, tags: [canary]}]}\n"
                     "    - {text: T, note: canary, tags: canary}\n  x-section: [canary]\n");
    assert_null(strstr(json, "canary"));
    assert_null(strstr(json, "Canary"));
    assert_null(strstr(json, "priority"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(is_canonical_to_the_byte),
        SUPPORT_TEST(gives_each_kind_its_array),
        SUPPORT_TEST(writes_sentences_as_markdown_and_names_without),
        SUPPORT_TEST(leaves_the_end_of_what_goes_on_open),
        SUPPORT_TEST(writes_each_role_of_an_employer_as_work),
        SUPPORT_TEST(says_what_stands_where),
        SUPPORT_TEST(keeps_contacts_and_their_order),
        SUPPORT_TEST(takes_places_apart_so_that_they_can_be_joined),
        SUPPORT_TEST(has_nothing_in_it_that_is_not_on_the_page),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
