// SPDX-License-Identifier: MIT
#include "source/fixture.h"

#include "base/limits.h"

static void keeps_scalars_as_they_were_typed(void **state) {
    (void)state;
    assert_dump("- no\n- 12:30\n- 010\n- 2023-09\n- 1e3\n- 'true'\n- \"5\"\n- true\n",
                "1:1 list\n"
                "  1:3 plain \"no\"\n"
                "  2:3 plain \"12:30\"\n"
                "  3:3 plain \"010\"\n"
                "  4:3 plain \"2023-09\"\n"
                "  5:3 plain \"1e3\"\n"
                "  6:3 text \"true\"\n"
                "  7:3 text \"5\"\n"
                "  8:3 plain \"true\"\n");
}

static void takes_only_plain_null_for_nothing(void **state) {
    (void)state;
    assert_dump("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: 'null'\ng: \"\"\nh: nULL\ni: !!str ~\n",
                "1:1 map\n"
                "  1:3 \"a\": null\n"
                "  2:4 \"b\": null\n"
                "  3:4 \"c\": null\n"
                "  4:4 \"d\": null\n"
                "  5:4 \"e\": null\n"
                "  6:4 \"f\": text \"null\"\n"
                "  7:4 \"g\": text \"\"\n"
                "  8:4 \"h\": plain \"nULL\"\n"
                "  9:10 \"i\": text \"~\"\n");
}

static void folds_lines_as_yaml_says(void **state) {
    (void)state;
    assert_dump("a: one\n  two\n\n  three\nb: >\n  one\n  two\n\nc: |\n  one\n  two\nd: |-\n  x\n",
                "1:1 map\n"
                "  1:4 \"a\": plain \"one two\\nthree\"\n"
                "  5:4 \"b\": text \"one two\\n\"\n"
                "  9:4 \"c\": text \"one\\ntwo\\n\"\n"
                "  12:4 \"d\": text \"x\"\n");
}

static void reads_flow_and_json(void **state) {
    (void)state;
    assert_dump("{\"a\": [1, {\"b\":true}, null], c: {d}, e: [f: g]}",
                "1:1 map\n"
                "  1:7 \"a\": list\n"
                "    1:8 plain \"1\"\n"
                "    1:11 map\n"
                "      1:16 \"b\": plain \"true\"\n"
                "    1:23 null\n"
                "  1:33 \"c\": map\n"
                "    1:35 \"d\": null\n"
                "  1:41 \"e\": list\n"
                "    1:42 map\n"
                "      1:45 \"f\": plain \"g\"\n");
}

static void keys_are_text_whatever_they_look_like(void **state) {
    (void)state;
    assert_dump("2020: a\nno: b\nnull: c\n~: d\n\"\": e\n", "1:1 map\n"
                                                            "  1:7 \"2020\": plain \"a\"\n"
                                                            "  2:5 \"no\": plain \"b\"\n"
                                                            "  3:7 \"null\": plain \"c\"\n"
                                                            "  4:4 \"~\": plain \"d\"\n"
                                                            "  5:5 \"\": plain \"e\"\n");
}

static void assert_span(const fixture *self, cv_span span, const char *expected) {
    assert_int_equal(span.end - span.begin, strlen(expected));
    assert_memory_equal(self->bytes + span.begin, expected, strlen(expected));
}

static void spans_are_bytes_after_a_mark_and_other_scripts(void **state) {
    (void)state;
    fixture *self = fixture_read("\xEF\xBB\xBFn\xC3\xA4me: \xF0\x9F\x98\x80 '\xC3\xA9'\r\n"
                                 "b: \"\xC3\xA9\"\rc: |\r\n  \xC3\xA9\r\n\r\nd: &x [\xC3\xA9]\n");
    const cv_node *tree = self->tree;
    assert_span(self, tree->first->key_span, "n\xC3\xA4me");
    assert_span(self, tree->first->span, "\xF0\x9F\x98\x80 '\xC3\xA9'");
    assert_span(self, cv_tree_find(tree, "b")->span, "\"\xC3\xA9\"");
    assert_span(self, cv_tree_find(tree, "c")->span, "|\r\n  \xC3\xA9");
    assert_span(self, cv_tree_find(tree, "d")->span, "[\xC3\xA9]");
    assert_string_equal(cv_tree_find(tree, "c")->text, "\xC3\xA9\n");
    assert_int_equal(tree->span.begin, 3);
    fixture_destroy(self);
}

static void spans_of_collections_end_with_their_last_value(void **state) {
    (void)state;
    fixture *self =
        fixture_read("a:\n  - b\n  - c: d\n# comment\n\ne: f\ng: &h {i: j} # k\nl: *h\n");
    assert_span(self, cv_tree_find(self->tree, "a")->span, "- b\n  - c: d");
    assert_span(self, cv_tree_find(self->tree, "a")->first->next->span, "c: d");
    assert_span(self, cv_tree_find(self->tree, "g")->span, "{i: j}");
    assert_int_equal(self->tree->span.end, self->report.sources.items[0].bytes.size - 1);
    fixture_destroy(self);
}

static void aliases_become_copies_at_the_place_of_their_anchor(void **state) {
    (void)state;
    assert_dump("a: &x {k: [v]}\nb:\n- *x\n- &x other\n- *x\nc: *x\n",
                "1:1 map\n"
                "  1:7 \"a\": map\n"
                "    1:11 \"k\": list\n"
                "      1:12 plain \"v\"\n"
                "  3:1 \"b\": list\n"
                "    1:7 map\n"
                "      1:11 \"k\": list\n"
                "        1:12 plain \"v\"\n"
                "    4:6 plain \"other\"\n"
                "    4:6 plain \"other\"\n"
                "  4:6 \"c\": plain \"other\"\n");
    fixture *self = fixture_read("a: &x [y]\nb: *x\n");
    assert_string_equal(fixture_findings(self), "");
    assert_ptr_not_equal(cv_tree_find(self->tree, "a")->first,
                         cv_tree_find(self->tree, "b")->first);
    fixture_destroy(self);
}

static void explains_aliases_that_lead_nowhere(void **state) {
    (void)state;
    assert_findings("a: *Winner\nb: [*c]\n",
                    "1:4 CV008 *Winner|'*Winner' is read as an alias, but there is no '&Winner' "
                    "above it|write: a: \"*Winner\"\n"
                    "2:5 CV008 *c|'*c' is read as an alias, but there is no '&c' above it|"
                    "put all of the text in quotes\n");
    assert_findings("a: &b [*b]\n", "1:8 CV008 *b|'*b' stands within the value that it repeats|\n");
    assert_dump("a: *Winner\n", "1:1 map\n  1:4 \"a\": text \"*Winner\"\n");
}

static void names_the_line_of_the_first_of_two_keys(void **state) {
    (void)state;
    assert_findings("a: 1\nb: {c: 1, 'c': 2}\n\"a\": 2\na: 3\n",
                    "2:11 CV009 'c'|the key 'c' stands here again: it is already on line 2|"
                    "keep one of the two\n"
                    "3:1 CV009 \"a\"|the key 'a' stands here again: it is already on line 1|"
                    "keep one of the two\n"
                    "4:1 CV009 a|the key 'a' stands here again: it is already on line 1|"
                    "keep one of the two\n");
    assert_dump("a: 1\na: 2\n", "1:1 map\n  1:4 \"a\": plain \"1\"\n");
}

static void refuses_merge_keys_but_not_quoted_ones(void **state) {
    (void)state;
    assert_findings("a: &x {b: c}\nd:\n  <<: *x\n  '<<': e\n",
                    "3:3 CV010 <<|'<<' does not merge mappings|"
                    "write the keys out, or repeat a whole value with an alias\n");
}

static void refuses_keys_that_are_not_text(void **state) {
    (void)state;
    assert_findings("a: {{b}}\n? [c]\n: d\n? \n: e\n",
                    "1:5 CV014 {b}|a key must be text, not a mapping|write: a: \"{{b}}\"\n"
                    "2:3 CV014 [c]|a key must be text, not a list|\n"
                    "4:2 CV014 |a key must be text, not nothing|\n");
    assert_findings("- {{b}}: c\n- [{{d}}, e]\n",
                    "1:3 CV014 {{b}}|a key must be text, not a mapping|write: - \"{{b}}\": c\n"
                    "2:5 CV014 {d}|a key must be text, not a mapping|"
                    "put text that begins with '{' in quotes\n");
}

static void refuses_tags_but_for_those_that_change_nothing(void **state) {
    (void)state;
    assert_findings(
        "- !!str 5\n- !!map {a: b}\n- !!seq [a]\n- !!null ~\n- !<tag:yaml.org,2002:str> a\n", "");
    assert_findings("- !Wow it works\n- !!int 5\n- ! x\n- !!seq {a: b}\n- [!x y]\n",
                    "1:3 CV011 !Wow|'!Wow' is read as a tag, which means nothing here|"
                    "write: - \"!Wow it works\"\n"
                    "2:3 CV011 !!int|'!!int' is read as a tag, which means nothing here|"
                    "remove it: each key decides what its value is\n"
                    "3:3 CV011 !|'!' is read as a tag, which means nothing here|write: - \"! x\"\n"
                    "4:3 CV011 !!seq|'!!seq' is read as a tag, which means nothing here|"
                    "remove it: each key decides what its value is\n"
                    "5:4 CV011 !x|'!x' is read as a tag, which means nothing here|"
                    "put all of the text in quotes\n");
    assert_dump("!!str no", "1:7 text \"no\"\n");
}

static void keeps_the_comment_of_a_line_in_hints(void **state) {
    (void)state;
    assert_findings("a: &x # y\nb: *z # y\n",
                    "1:4 CV018 &x|'&x' is left out: it is read as an anchor, which nothing refers "
                    "to|write: a: \"&x\" # y\n"
                    "2:4 CV008 *z|'*z' is read as an alias, but there is no '&z' above it|"
                    "write: b: \"*z\" # y\n");
}

static void tells_a_list_from_a_text_that_begins_with_dashes(void **state) {
    (void)state;
    assert_findings("a:\n  -b\n\n  -c d\n",
                    "2:3 CV005 -|a space is missing after '-', here and in the lines below|"
                    "write '- ' before each item; or put the text in quotes\n");
    assert_findings("a:\r  -b\r  -c\r",
                    "2:3 CV005 -|a space is missing after '-', here and in the lines below|"
                    "write '- ' before each item; or put the text in quotes\n");
    assert_findings("a: -b\nc: -b\n  d\ne:\n  b\n  -c\nf: '-b\n  -c'\n", "");
    assert_findings("a:\n  -5 b\n  -10 c\nd:\n  --b\n  --c\ne: -b\n  -c\n", "");
}

static void says_what_a_comment_swallows(void **state) {
    (void)state;
    assert_findings("a: C #1 rank\nb: #tag\nc:\n- x  #y # z\n- [p #q\n  ]\nd: one\n  two #3\n",
                    "1:6 CV017 #1 rank|'#1 rank' is left out: # after a space begins a comment|"
                    "write: a: \"C #1 rank\"\n"
                    "2:4 CV017 #tag|'#tag' is left out: # after a space begins a comment|"
                    "write: b: \"#tag\"\n"
                    "4:6 CV017 #y # z|'#y # z' is left out: # after a space begins a comment|"
                    "write: - \"x  #y\" # z\n"
                    "5:6 CV017 #q|'#q' is left out: # after a space begins a comment|"
                    "put all of the text in quotes\n"
                    "8:7 CV017 #3|'#3' is left out: # after a space begins a comment|"
                    "put all of the text in quotes\n");
}

static void lets_comments_be_comments(void **state) {
    (void)state;
    assert_findings("a: b # c\nd: #\n  - e\nf: C# g#h\n#i: j\nk: \"l\" #m\nn: #o\n  p: q\nr: x #\n",
                    "");
}

static void says_what_an_anchor_swallows(void **state) {
    (void)state;
    assert_findings("- &amp co\n- [&b c]\n- &d\n- &e f\n- *e\n",
                    "1:3 CV018 &amp|'&amp' is left out: it is read as an anchor, which nothing "
                    "refers to|write: - \"&amp co\"\n"
                    "2:4 CV018 &b|'&b' is left out: it is read as an anchor, which nothing refers "
                    "to|put all of the text in quotes\n"
                    "3:3 CV018 &d|'&d' is left out: it is read as an anchor, which nothing refers "
                    "to|write: - \"&d\"\n");
}

static void says_when_there_is_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {"", "\n\n", "# comment\n", "\xEF\xBB\xBF", "---\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fixture *self = fixture_read(texts[i]);
        assert_null(self->tree);
        assert_string_equal(fixture_code(self), "CV004");
        fixture_destroy(self);
    }
}

static void reads_one_document_only(void **state) {
    (void)state;
    assert_findings("%YAML 1.2\n---\na: b\n...\n# end\n...\n", "");
    assert_findings("a: b\n---\nc: d\n", "2:1 CV013 ---\nc: d\n|a second document begins here|"
                                         "keep one document in a file, without '---' after it\n");
    assert_findings("a: b\n...\nc\n", "3:1 CV013 c\n|a second document begins here|"
                                      "keep one document in a file, without '---' after it\n");
    assert_dump("a: b\n---\nc: d\n", "1:1 map\n  1:4 \"a\": plain \"b\"\n");
}

static void reports_a_syntax_error_alone(void **state) {
    (void)state;
    assert_findings("a: b\na: c\nd: e #f\ng: h: i\n",
                    "4:5 CV005 :|the value of 'g' contains ': ', and so must be in quotes|"
                    "write: g: \"h: i\"\n");
}

static void reports_everything_else_in_one_run(void **state) {
    (void)state;
    fixture *self = fixture_read("a: \x01\na: &b c #d\n<<: *e\nf: \"\\0\"\ng: !h i\n");
    assert_non_null(self->tree);
    static const char *const codes[] = {"CV003", "CV009", "CV018", "CV017",
                                        "CV010", "CV008", "CV003", "CV011"};
    const cv_diagnostic *each = self->report.first;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++, each = each->next) {
        assert_non_null(each);
        assert_string_equal(cv_problem_code(each->problem), codes[i]);
    }
    assert_null(each);
    fixture_destroy(self);
}

// `unit` repeated `count` times between `before` and `after`.
static fixture *read_repeated(const char *before, const char *unit, size_t count,
                              const char *after) {
    size_t size = strlen(unit);
    char *text = malloc(strlen(before) + count * size + strlen(after) + 1);
    assert_non_null(text);
    char *to = stpcpy(text, before);
    for (size_t i = 0; i < count; i++, to += size) memcpy(to, unit, size);
    strcpy(to, after);
    fixture *self = fixture_read(text);
    free(text);
    return self;
}

static void assert_code(fixture *self, const char *code) {
    assert_string_equal(fixture_code(self), code);
    fixture_destroy(self);
}

static void stops_at_the_depth_limit(void **state) {
    (void)state;
    assert_code(read_repeated("", "[", CV_LIMIT_DEPTH,
                              "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
                              "]]]]]]]]]]]]]]]]]]]]]]]"),
                "");
    static const char *const units[] = {"[", "{a: ", "- ", "? ", "[?", "{\"a\":[", "!!seq ["};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        assert_code(read_repeated("", units[i], 100000, ""), "CV006");
    assert_code(read_repeated("a: &a ", "[", 40,
                              "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
                              "b: [[[[[[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]"
                              "]]]]]]\n"),
                "CV006");
}

static void stops_at_the_node_limit(void **state) {
    (void)state;
    assert_code(read_repeated("", "- x\n", CV_LIMIT_NODES - 1, ""), "");
    assert_code(read_repeated("", "- x\n", CV_LIMIT_NODES, ""), "CV007");
    assert_code(read_repeated("", "- a: x\n", CV_LIMIT_NODES / 2 + 1, ""), "CV007");
    assert_code(fixture_read("a: &a [x,x,x,x,x,x,x,x,x]\n"
                             "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                             "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                             "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                             "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
                             "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
                             "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n"
                             "h: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n"
                             "i: [*h,*h,*h,*h,*h,*h,*h,*h,*h]\n"),
                "CV007");
}

static void stops_at_the_limit_of_text(void **state) {
    (void)state;
    fixture *self = read_repeated("a: &a ", "x", 1 << 20,
                                  "\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,"
                                  "*a,*a,*a,*a,*a]\n");
    assert_null(self->tree);
    assert_code(self, "CV007");
}

static void refuses_a_larger_source(void **state) {
    (void)state;
    assert_code(read_repeated("a: ", "x", CV_LIMIT_SOURCE_BYTES - 3, ""), "");
    assert_code(read_repeated("a: ", "x", CV_LIMIT_SOURCE_BYTES - 2, ""), "CV001");
}

static void refuses_a_long_key(void **state) {
    (void)state;
    static const struct {
        const char *before, *after;
    } places[] = {
        {"", ": x\n"},
        {"a: b\n", ": x\n"},
        {"\"", "\": x\n"},
        {"{a: b, ", ": x}\n"},
        {"? ", "\n: x\n"},
        {"- a: b\n  ", ": x\n"},
        {"x:\n- {\"", "\": x}\n"},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        assert_code(read_repeated(places[i].before, "k", 1000, places[i].after), "");
        assert_code(read_repeated(places[i].before, "k", 1100, places[i].after), "CV015");
    }
}

static void is_linear_in_keys(void **state) {
    (void)state;
    fixture *self = read_repeated("", "k: x\n", 100000, "");
    assert_int_equal(self->report.errors, 99999);
    assert_int_equal(self->tree->count, 1);
    fixture_destroy(self);
}

static void counts_findings_past_those_that_it_shows(void **state) {
    (void)state;
    fixture *self = read_repeated("x: y\n", "{a: b}: c\n", 10000, "");
    assert_int_equal(self->report.errors, 10000);
    assert_string_equal(fixture_dump(self), "1:1 map\n  1:4 \"x\": plain \"y\"\n");
    fixture_destroy(self);
    self = read_repeated("x:\n", "- !b c\n", 10000, "");
    assert_int_equal(self->report.errors, 10000);
    assert_int_equal(self->tree->first->count, 10000);
    fixture_destroy(self);
}

static void finds_its_way_among_comments_and_other_line_ends(void **state) {
    (void)state;
    static const struct {
        const char *text, *findings;
    } cases[] = {
        {"a: &b !x c\n", "1:4 CV018 &b|'&b' is left out: it is read as an anchor, which nothing "
                         "refers to|write: a: \"&b !x c\"\n1:7 CV011 !x|'!x' is read as a tag, "
                         "which means nothing here|put all of the text in quotes\n"},
        {"- a: &x\n    # y\n    b\n", "1:6 CV018 &x|'&x' is left out: it is read as an anchor, "
                                      "which nothing refers to|put all of the text in quotes\n"},
        {"a: &x # y\n  b\n", "1:4 CV018 &x|'&x' is left out: it is read as an anchor, which "
                             "nothing refers to|put all of the text in quotes\n"},
        {"a: &x # y\n  - b\n", "1:4 CV018 &x|'&x' is left out: it is read as an anchor, which "
                               "nothing refers to|remove it\n"},
        {"? a: b\n: c\n", "1:3 CV014 a: b|a key must be text, not a mapping|\n"},
        {"&x {a: b}: c\n", "1:1 CV018 &x|'&x' is left out: it is read as an anchor, which nothing "
                           "refers to|put all of the text in quotes\n1:4 CV014 {a: b}|a key must "
                           "be text, not a mapping|put text that begins with '{' in quotes\n"},
        {"? {a}\n: b\n",
         "1:3 CV014 {a}|a key must be text, not a mapping|put text that begins with "
         "'{' in quotes\n"},
        {"a: {x: y, {b: c}: d}\n", "1:11 CV014 {b: c}|a key must be text, not a mapping|put text "
                                   "that begins with '{' in quotes\n"},
        {"a: b\t#c\n", "1:6 CV017 #c|'#c' is left out: # after a space begins a comment|write: a: "
                       "\"b\t#c\"\n"},
        {"a: b\r  c #d\r",
         "2:5 CV017 #d|'#d' is left out: # after a space begins a comment|put all "
         "of the text in quotes\n"},
        {"a: b\n---", "2:1 CV013 ---|a second document begins here|keep one document in a file, "
                      "without '---' after it\n"},
        {"a: b\n...", ""},
        {"a: b\n... # c\rd\r", "3:1 CV013 d\r|a second document begins here|keep one document in a "
                               "file, without '---' after it\n"},
        {"a: [x, {b: c}: d]\n", "1:8 CV014 {b: c}|a key must be text, not a mapping|put text that "
                                "begins with '{' in quotes\n"},
        {"a: b #c\rd: e\r",
         "1:6 CV017 #c|'#c' is left out: # after a space begins a comment|write: a: \"b #c\"\n"},
        {"a: &x #\r  b\r", "1:4 CV018 &x|'&x' is left out: it is read as an anchor, which nothing "
                           "refers to|put all of the text in quotes\n"},
        {"a: b\r---\rc: d\n", "2:1 CV013 ---\rc: d\n|a second document begins here|keep one "
                              "document in a file, without '---' after it\n"},
        {"x: {y: z\r }\r", ""},
        {"- 'x\r  y'\r", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_findings(cases[i].text, cases[i].findings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_scalars_as_they_were_typed),
        cmocka_unit_test(takes_only_plain_null_for_nothing),
        cmocka_unit_test(folds_lines_as_yaml_says),
        cmocka_unit_test(reads_flow_and_json),
        cmocka_unit_test(keys_are_text_whatever_they_look_like),
        cmocka_unit_test(spans_are_bytes_after_a_mark_and_other_scripts),
        cmocka_unit_test(spans_of_collections_end_with_their_last_value),
        cmocka_unit_test(aliases_become_copies_at_the_place_of_their_anchor),
        cmocka_unit_test(explains_aliases_that_lead_nowhere),
        cmocka_unit_test(names_the_line_of_the_first_of_two_keys),
        cmocka_unit_test(refuses_merge_keys_but_not_quoted_ones),
        cmocka_unit_test(refuses_keys_that_are_not_text),
        cmocka_unit_test(refuses_tags_but_for_those_that_change_nothing),
        cmocka_unit_test(keeps_the_comment_of_a_line_in_hints),
        cmocka_unit_test(tells_a_list_from_a_text_that_begins_with_dashes),
        cmocka_unit_test(says_what_a_comment_swallows),
        cmocka_unit_test(lets_comments_be_comments),
        cmocka_unit_test(says_what_an_anchor_swallows),
        cmocka_unit_test(says_when_there_is_nothing),
        cmocka_unit_test(reads_one_document_only),
        cmocka_unit_test(reports_a_syntax_error_alone),
        cmocka_unit_test(reports_everything_else_in_one_run),
        cmocka_unit_test(stops_at_the_depth_limit),
        cmocka_unit_test(stops_at_the_node_limit),
        cmocka_unit_test(stops_at_the_limit_of_text),
        cmocka_unit_test(refuses_a_larger_source),
        cmocka_unit_test(refuses_a_long_key),
        cmocka_unit_test(is_linear_in_keys),
        cmocka_unit_test(counts_findings_past_those_that_it_shows),
        cmocka_unit_test(finds_its_way_among_comments_and_other_line_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
