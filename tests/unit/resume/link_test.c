// SPDX-License-Identifier: MIT
#include "resume/link.h"

#include "resume/fixture.h"

static void accepts_web_addresses(void **state) {
    (void)state;
    static const char *const good[] = {
        "https://example.org",           "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG",
        "https://example.org:8080/",     "https://example.org/@user",  "https://localhost/x",
        "https://xn--bcher-kva.example", "https://bücher.example/ä",   "https://192.0.2.1/a",
    };
    for (size_t i = 0; i < COUNT(good); i++)
        if (cv_link_web_fault(good[i])) fail_msg("%s: %s", good[i], cv_link_web_fault(good[i]));
}

static void refuses_what_may_deceive_or_run(void **state) {
    (void)state;
    static const char *const bad[] = {
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "example.org",
        " https://example.org",
        "https://exa mple.org",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\x7F",
        "https://example.org/\xC2\x85",
        "https://example.org/\xC2\xA0",
        "https://example.org/\xE2\x80\xAE",
        "https://example.org/\xE2\x80\x8B",
        "https://user@example.org",
        "https://example.org@evil.example",
        "https://user:password@example.org/",
        "https://example.org\\@evil.example",
        "https://example.org:80:80/",
        "https://[::1]/",
        "https://.example.org",
        "https://",
        "https:///path",
        "https://?x",
        "http:/example.org",
        "",
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (!cv_link_web_fault(bad[i])) fail_msg("web: %s", bad[i]);
        if (!cv_link_fault(bad[i])) fail_msg("any: %s", bad[i]);
    }
}

static void links_mail_and_telephone_in_texts_only(void **state) {
    (void)state;
    static const struct {
        const char *address;
        bool is_good;
    } cases[] = {
        {"mailto:ada@example.org", true},
        {"mailto:ada@example.org?subject=Hello%20there", true},
        {"mailto:ada", false},
        {"mailto:?subject=ada@example.org", false},
        {"mailto:ada@example.org,b c@example.org", false},
        {"tel:+44-20-7946-0018", true},
        {"tel:+442079460018;ext=7", true},
        {"tel:", false},
        {"tel:call me", false},
        {"tel:5550100x12", false},
        {"https://example.org", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (!cv_link_fault(cases[i].address) != cases[i].is_good) fail_msg("%s", cases[i].address);
        if (i < 9) assert_non_null(cv_link_web_fault(cases[i].address));
    }
}

static void tells_an_email_address(void **state) {
    (void)state;
    static const char *const good[] = {"a@b.c", "ada+cv@mail.example.org", "jörg@bücher.example"};
    static const char *const bad[] = {"",        "ada",     "ada@example", "@example.org",
                                      "a@b@c.d", "a b@c.d", "a@.d",        "a@b.",
                                      "a@",      "<a@b.c>", "a@b.c,d@e.f", "a@b.c\n"};
    for (size_t i = 0; i < COUNT(good); i++) assert_true(cv_link_is_email(good[i]));
    for (size_t i = 0; i < COUNT(bad); i++)
        if (cv_link_is_email(bad[i])) fail_msg("%s", bad[i]);
}

typedef const char *text_transform(const char *text, cv_arena *arena);

typedef struct transform_case {
    const char *text, *result;
} transform_case;

static void check_transform(text_transform *transform, const transform_case *cases, size_t count) {
    fixture *self = fixture_create();
    for (size_t i = 0; i < count; i++) {
        const char *result = transform(cases[i].text, self->arena);
        if (!cv_equal(result, cases[i].result)) fail_msg("%s: %s", cases[i].text, result);
    }
    fixture_destroy(self);
}

static void dials_only_the_digits(void **state) {
    (void)state;
    static const transform_case cases[] = {
        {"+1 (650) 555-0100", "tel:+16505550100"},
        {"030/1234567", "tel:0301234567"},
        {"+44 (0)20 7946 0018", "tel:+442079460018"},
        {"(0)20 7946", "tel:0207946"},
        {"555 0100 ext. 12", "tel:5550100"},
        {"555 + 0100", "tel:5550100"},
        {"++44 20 7946", "tel:+44207946"},
        {"12", NULL},
        {"none", NULL},
        {"", NULL},
    };
    check_transform(cv_link_phone_uri, cases, COUNT(cases));
}

static void prints_without_scheme_and_last_slash(void **state) {
    (void)state;
    static const transform_case cases[] = {
        {"https://example.org/", "example.org"},
        {"http://example.org/a/", "example.org/a"},
        {"HTTPS://example.org", "example.org"},
        {"https://www.example.org/a//", "www.example.org/a/"},
        {"example.org", "example.org"},
        {"", ""},
    };
    check_transform(cv_link_printed, cases, COUNT(cases));
}

static void encodes_what_a_uri_may_not_hold(void **state) {
    (void)state;
    static const transform_case cases[] = {
        {"https://example.org/a%20b?c=d&e#f", "https://example.org/a%20b?c=d&e#f"},
        {"https://example.org/größe", "https://example.org/gr%C3%B6%C3%9Fe"},
        {"https://example.org/a[1]?100%#b#c%2", "https://example.org/a%5B1%5D?100%25#b%23c%252"},
        {"a b\"<>\\^`{|}\x7F", "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%7F"},
    };
    check_transform(cv_link_uri, cases, COUNT(cases));
}

static void finds_where_a_host_ends(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool is_public;
        size_t size;
    } cases[] = {
        {"example.org/a", true, 11}, {"a.b", true, 3},         {"localhost", false, 9},
        {"a..b", false, 2},          {".a.b", false, 0},       {"example.org.", true, 12},
        {"a-b.c:80", true, 5},       {"bücher.de”", true, 10}, {"", false, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *end;
        assert_int_equal(cv_link_has_public_host(cases[i].text, &end), cases[i].is_public);
        assert_int_equal(end - cases[i].text, cases[i].size);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_web_addresses),
        cmocka_unit_test(refuses_what_may_deceive_or_run),
        cmocka_unit_test(links_mail_and_telephone_in_texts_only),
        cmocka_unit_test(tells_an_email_address),
        cmocka_unit_test(dials_only_the_digits),
        cmocka_unit_test(prints_without_scheme_and_last_slash),
        cmocka_unit_test(encodes_what_a_uri_may_not_hold),
        cmocka_unit_test(finds_where_a_host_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
