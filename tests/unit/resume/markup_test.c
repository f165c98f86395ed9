// SPDX-License-Identifier: MIT
#include "resume/markup.h"

#include "resume/fixture.h"

// Parts as {S:strong} {E:emphasis} {C:code} {SE:both} {->uri:text}; plain ones as they stand.
static const char *render(fixture *self, const cv_text *text) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < text->count; i++) {
        const cv_inline *part = &text->parts[i];
        bool is_plain = !part->style && !part->uri;
        assert_true(*part->string != '\0');
        if (!is_plain) cv_text_add_char(&out, '{');
        if (part->style & CV_STRONG) cv_text_add_char(&out, 'S');
        if (part->style & CV_EMPHASIS) cv_text_add_char(&out, 'E');
        if (part->style & CV_CODE) cv_text_add_char(&out, 'C');
        if (part->uri) cv_text_add(&out, "->%s", part->uri);
        cv_text_add(&out, is_plain ? "%s" : ":%s}", part->string);
    }
    return cv_text_string(&out);
}

static const char *join(fixture *self, const cv_text *text) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < text->count; i++) cv_text_add_string(&out, text->parts[i].string);
    return cv_text_string(&out);
}

typedef struct markup_case {
    const char *string, *parts;
} markup_case;

static void check(const markup_case *cases, size_t count, unsigned warnings) {
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        cv_text text = cv_markup_read(cases[i].string, (cv_span){0}, self->arena, &self->report);
        assert_string_equal(render(self, &text), cases[i].parts);
        assert_string_equal(join(self, &text), text.string ? text.string : "");
        if (self->report.warnings != warnings)
            fail_msg("%s: %u warnings", cases[i].string, self->report.warnings);
        assert_int_equal(self->report.errors, 0);
        fixture_destroy(self);
    }
}

static void reads_emphasis(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"plain", "plain"},
        {"*a*", "{E:a}"},
        {"**a**", "{S:a}"},
        {"***a***", "{SE:a}"},
        {"****a****", "{S:a}"},
        {"a *b* c", "a {E:b} c"},
        {"*a **b** c*", "{E:a }{SE:b}{E: c}"},
        {"**a *b* c**", "{S:a }{SE:b}{S: c}"},
        {"***a* b**", "{SE:a}{S: b}"},
        {"***a** b*", "{SE:a}{E: b}"},
        {"*a**b*", "{E:a**b}"}, // the rule of three
        {"a*b*c", "a{E:b}c"},
        {"a**b**c", "a{S:b}c"},
        {"\"*a*\"", "\"{E:a}\""},
        {"(*a*)", "({E:a})"},
        {"*(a)*", "{E:(a)}"},
        {"**「名」**も", "{S:「名」}も"},
        {"*a *b*", "*a {E:b}"},
        {"*a* b*", "{E:a} b*"},
    };
    check(cases, COUNT(cases), 0);
}

static void leaves_stars_that_mean_nothing(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"2 * 3", "2 * 3"},
        {"2 * 3 * 4", "2 * 3 * 4"},
        {"* a", "* a"},
        {"a *", "a *"},
        {"*", "*"},
        {"**", "**"},
        {"****", "****"},
        {"2 ** 3", "2 ** 3"},
        {"x**2", "x**2"},
        {"footnote*", "footnote*"},
        {"*a", "*a"},
        {"snake_case _a_ __b__", "snake_case _a_ __b__"},
        {"*\u00A0a*", "*\u00A0a*"},
    };
    check(cases, COUNT(cases), 0);
}

static void reads_code(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"`a`", "{C:a}"},      {"``a ` b``", "{C:a ` b}"},
        {"`` ` ``", "{C:`}"},  {"` a `", "{C:a}"},
        {"` a`", "{C:a}"}, // a blank at the beginning of a text is never kept
        {"x ` a`", "x {C:a}"}, {"`*a*` `[b](c)` `\\`", "{C:*a*} {C:[b](c)} {C:\\}"},
        {"*`a*`*", "{EC:a*}"}, {"`https://example.org`", "{C:https://example.org}"},
        {"` `", "` `"},        {"`a``b`", "{C:a``b}"},
    };
    check(cases, COUNT(cases), 0);
}

static void unescapes_punctuation_only(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"\\*a\\*", "*a*"},       {"\\**a*", "*{E:a}"},   {"\\`a\\`", "`a`"},
        {"\\[a](b)", "[a](b)"},   {"\\\\*a*", "\\{E:a}"}, {"C:\\dir", "C:\\dir"},
        {"\\ a", "\\ a"},         {"a\\", "a\\"},         {"\\é", "\\é"},
        {"*a\\* b*", "{E:a* b}"},
    };
    check(cases, COUNT(cases), 0);
}

static void reads_links(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"[a](https://b.c)", "{->https://b.c:a}"},
        {"x [a b](http://b.c/d) y", "x {->http://b.c/d:a b} y"},
        {"[a](https://b.c/d_(e))", "{->https://b.c/d_(e):a}"},
        {"[a](https://b.c/d\\))", "{->https://b.c/d):a}"},
        {"[a]( https://b.c )", "{->https://b.c:a}"},
        {"[a](www.b.c)", "{->https://www.b.c:a}"},
        {"[a](mailto:b@c.d)", "{->mailto:b@c.d:a}"},
        {"[a](tel:+12345)", "{->tel:+12345:a}"},
        {"[a](https://b.c/ü)", "{->https://b.c/%C3%BC:a}"},
        {"[a](https://b.c/d\\e)", "{->https://b.c/d%5Ce:a}"},
        {"[**a** *b*](https://b.c)", "{S->https://b.c:a}{->https://b.c: }{E->https://b.c:b}"},
        {"**[a](https://b.c)**", "{S->https://b.c:a}"},
        {"*[a*](https://b.c)", "*{->https://b.c:a*}"}, // stars do not pair across the edge
        {"[a [b] c](https://b.c)", "{->https://b.c:a [b] c}"},
        {"[a](https://b.c)[d](https://e.f)", "{->https://b.c:a}{->https://e.f:d}"},
        {"[](https://b.c)", "{->https://b.c:https://b.c}"},
        {"[a https://b.c](https://d.e)", "{->https://d.e:a https://b.c}"},
        {"[a] (b) [c] ] [ [d", "[a] (b) [c] ] [ [d"},
    };
    check(cases, COUNT(cases), 0);
}

static void links_bare_addresses(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"https://a.b/c", "{->https://a.b/c:https://a.b/c}"},
        {"HTTP://a.b", "{->HTTP://a.b:HTTP://a.b}"},
        {"www.a.b", "{->https://www.a.b:www.a.b}"},
        {"see https://a.b/c.", "see {->https://a.b/c:https://a.b/c}."},
        {"https://a.b/c?d=e&f, g", "{->https://a.b/c?d=e&f:https://a.b/c?d=e&f}, g"},
        {"(https://a.b/c)", "({->https://a.b/c:https://a.b/c})"},
        {"(https://a.b/c(d))", "({->https://a.b/c(d):https://a.b/c(d)})"},
        {"https://a.b/c)).", "{->https://a.b/c:https://a.b/c}))."},
        {"**https://a.b/**", "{S->https://a.b/:https://a.b/}"},
        {"“https://a.b”", "“{->https://a.b:https://a.b}”"},
        {"“https://a.b/c”", "“{->https://a.b/c:https://a.b/c}”"},
        {"«https://a.b/c»", "«{->https://a.b/c:https://a.b/c}»"},
        {"https://a.b/c« d", "{->https://a.b/c:https://a.b/c}« d"},
        {"https://a.b/c\u2003d", "{->https://a.b/c:https://a.b/c}\u2003d"},
        {"https://a.b/c、d", "{->https://a.b/c:https://a.b/c}、d"},
        {"https://a.b/c（d）", "{->https://a.b/c:https://a.b/c}（d）"},
        {"https://a.b/→", "{->https://a.b/%E2%86%92:https://a.b/→}"},
        {"https://a.b/日", "{->https://a.b/%E6%97%A5:https://a.b/日}"},
        {"https://a.b/１", "{->https://a.b/%EF%BC%91:https://a.b/１}"},
        {"https://a.b。c", "{->https://a.b:https://a.b}。c"},
        {"https://a.b:80/c", "{->https://a.b:80/c:https://a.b:80/c}"},
        {"https://a.b: c", "{->https://a.b:https://a.b}: c"},
    };
    check(cases, COUNT(cases), 0);
}

static void leaves_what_is_no_address(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"Node.js", "Node.js"},
        {"example.org/a", "example.org/a"},
        {"ada@example.org", "ada@example.org"},
        {"xhttps://a.b", "xhttps://a.b"},
        {"9www.a.b", "9www.a.b"},
        {"https://", "https://"},
        {"http://localhost/a", "http://localhost/a"},
        {"www.", "www."},
        {"www..a", "www..a"},
        {"ftp://a.b", "ftp://a.b"},
    };
    check(cases, COUNT(cases), 0);
}

static void makes_one_blank_of_many(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"  a \t\r\n b  ", "a b"},
        {"a **  b** c", "a ** b** c"},
        {"*a* ", "{E:a}"},
        {"a `  b  c `", "a {C:b c}"},
        {"a [ b ](https://c.d)  e", "a {->https://c.d:b }e"},
        {"a\u00A0\u00A0b", "a\u00A0\u00A0b"},
        {"\u00A0a", "\u00A0a"},
    };
    fixture *self = fixture_create();
    for (size_t i = 0; i < COUNT(cases); i++) {
        cv_text text = cv_markup_read(cases[i].string, (cv_span){0}, self->arena, &self->report);
        assert_string_equal(render(self, &text), cases[i].parts);
    }
    cv_text text = cv_markup_read(" \n ", (cv_span){0}, self->arena, &self->report);
    assert_null(text.string);
    assert_int_equal(text.count, 0);
    fixture_destroy(self);
}

static void warns_of_markup_that_is_never_closed(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"**a", "**a"},
        {"a** b", "a** b"},
        {"a `b", "a `b"},
        {"a ``b`", "a ``b`"},
        {"[a](b c)", "[a](b c)"},
        {"[a](b(c )", "[a](b(c )"},
        {"[a](https://b.c", "[a]({->https://b.c:https://b.c}"},
        {"**a `b [c](d", "**a `b [c](d"}, // one warning is enough
    };
    check(cases, COUNT(cases), 1);
}

// A run of more than 16 opens no code, nor does it close any.
static void takes_long_runs_of_backticks_for_text(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"````````````````a````````````````", "{C:a}"},
        {"`a ````````````````` b`", "{C:a ````````````````` b}"},
    };
    check(cases, COUNT(cases), 0);
    static const markup_case longer[] = {
        {"`````````````````a`````````````````", "`````````````````a`````````````````"},
    };
    check(longer, COUNT(longer), 1);
}

static void refuses_other_addresses_and_keeps_their_text(void **state) {
    (void)state;
    static const markup_case cases[] = {
        {"[a](javascript:alert(1))", "a"},
        {"[a](JAVASCRIPT:x)", "a"},
        {"[a](data:x)", "a"},
        {"[a](page.html)", "a"},
        {"[a]()", "a"},
        {"[*a*](file:///b)", "{E:a}"},
        {"[](javascript:x)", "javascript:x"},
        {"[a](https://b@c.d)", "a"},
        {"https://a.b@c.d/", "https://a.b@c.d/"},
    };
    check(cases, COUNT(cases), 1);
}

static void points_to_what_it_warns_of(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"name: A\nsummary: one **two three",
         "CV120 at **two: '**' is never closed (put a \\ before it if it is meant as it stands)\n"},
        {"name: A\nsummary: \"a\\u0020[b](x:y)\"",
         "CV121 at x:y): this address is not made a link: only https, http, mailto and tel are "
         "linked\n"},
    };
    check_findings(cases, COUNT(cases));
}

static const char *repeat(fixture *self, const char *piece, size_t count) {
    cv_text_builder text = {.arena = self->arena};
    while (count--) cv_text_add_string(&text, piece);
    return cv_text_string(&text);
}

// With quadratic steps any of these would run into the time limit of the test.
static void takes_linear_time(void **state) {
    (void)state;
    static const char *const pieces[] = {"*a ",  "a* ",      "*a",    "**a *b ", "***a** b*",
                                         "[",    "[a",       "]",     "[a](b",   "[a](()",
                                         "`` `", "https://", "\\",    "(",       "http://a/",
                                         "www.", "a**b",     "[[](x)"};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        fixture *self = fixture_create();
        const char *string = repeat(self, pieces[i], 100000);
        cv_text text = cv_markup_read(string, (cv_span){0}, self->arena, &self->report);
        assert_non_null(text.string);
        fixture_destroy(self);
    }
}

static void takes_plain_text_as_it_stands(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_text text = cv_text_plain("*a* https://b.c", (cv_span){0, 1, 2}, self->arena);
    assert_string_equal(render(self, &text), "*a* https://b.c");
    assert_int_equal(text.span.end, 2);
    assert_null(cv_text_plain("", (cv_span){0}, self->arena).string);
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_emphasis),
        cmocka_unit_test(leaves_stars_that_mean_nothing),
        cmocka_unit_test(reads_code),
        cmocka_unit_test(unescapes_punctuation_only),
        cmocka_unit_test(reads_links),
        cmocka_unit_test(links_bare_addresses),
        cmocka_unit_test(leaves_what_is_no_address),
        cmocka_unit_test(makes_one_blank_of_many),
        cmocka_unit_test(warns_of_markup_that_is_never_closed),
        cmocka_unit_test(takes_long_runs_of_backticks_for_text),
        cmocka_unit_test(refuses_other_addresses_and_keeps_their_text),
        cmocka_unit_test(points_to_what_it_warns_of),
        cmocka_unit_test(takes_linear_time),
        cmocka_unit_test(takes_plain_text_as_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
