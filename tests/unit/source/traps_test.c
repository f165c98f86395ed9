// SPDX-License-Identifier: MIT
#include "source/fixture.h"

typedef struct trap {
    const char *text, *finding;
} trap;

static void assert_traps(const trap *traps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_read(traps[i].text);
        assert_null(self->tree);
        assert_string_equal(fixture_findings(self), traps[i].finding);
        fixture_destroy(self);
    }
}

#define ASSERT_TRAPS(...)                                                                          \
    do {                                                                                           \
        static const trap traps[] = {__VA_ARGS__};                                                 \
        assert_traps(traps, sizeof traps / sizeof *traps);                                         \
    } while (0)

static void explains_a_colon_in_a_value(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"title: A: B\n",
         "1:9 CV005 :|the value of 'title' contains ': ', and so must be in quotes|"
         "write: title: \"A: B\"\n"},
        {"a: x\nb:\n  - title: A: B # c\n",
         "3:13 CV005 :|the value of 'title' contains ': ', and so must be in quotes|"
         "write: - title: \"A: B\" # c\n"},
        {"title: \"A\" by B: C\n",
         "1:12 CV005 by B: C|text follows the closing quote|write: title: '\"A\" by B: C'\n"},
        {"a: {b: c: d, e: f}\n",
         "1:8 CV005 c: d|a value that contains ': ' must be in quotes|write: \"c: d\"\n"},
        {"{a: b: c}\n",
         "1:5 CV005 b: c|a value that contains ': ' must be in quotes|write: \"b: c\"\n"});
}

static void explains_a_value_that_goes_on(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"name: Ann\n  headline: x\n",
         "2:3 CV005 headline: x|this line is indented further than 'name' above, and so continues "
         "its value|begin it in the same column as 'name', or put that value in quotes\n"},
        {"a:\n  b: Ann\n    Lee\n    c: x\n",
         "4:5 CV005 c: x|this line is indented further than 'b' above, and so continues its value|"
         "begin it in the same column as 'b', or put that value in quotes\n"},
        {"name: Ann\n  tags: [x, y]\n",
         "2:3 CV005 tags: [x, y]|this line is indented further than 'name' above, and so continues "
         "its value|begin it in the same column as 'name', or put that value in quotes\n"},
        {"name: Ann\n  [x: y]\n",
         "2:3 CV005 [x: y]|this line is indented further than 'name' above, and so continues its "
         "value|begin it in the same column as 'name', or put that value in quotes\n"},
        {"name: Ann\n  \"x: y\"\n",
         "2:3 CV005 \"x: y\"|this line is indented further than 'name' above, and so continues its "
         "value|begin it in the same column as 'name', or put that value in quotes\n"},
        {"a: Rank #1 in\n  the world\n",
         "1:9 CV005 #1 in|' #' begins a comment and ends the value, which goes on in the next line|"
         "put all of the value in quotes\n"});
}

static void explains_a_line_without_colon(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"name:Ann\nheadline: x\n",
         "1:5 CV005 :|a space is missing after 'name:'|write: name: Ann\n"},
        {"a: b\nname:Ann # c\n", "2:5 CV005 :|a space is missing after 'name:'|write: name: Ann\n"},
        {"a: b\nsome words\nc: d\n",
         "2:1 CV005 some words|this line is neither 'key: value' nor part of the value above it|"
         "indent a text that goes on further than its key, or add the colon\n"},
        {"a: b\nname:/Ann\nc: d\n",
         "2:5 CV005 :|a space is missing after 'name:'|write: name: /Ann\n"},
        {"a: b\nhttps://x.org/\n",
         "2:1 CV005 https://x.org/|this line is neither 'key: value' nor part of the value above "
         "it|indent a text that goes on further than its key, or add the colon\n"},
        {"just text\nfoo: bar\n",
         "1:1 CV005 just text|this line is neither 'key: value' nor part of the value above it|"
         "indent a text that goes on further than its key, or add the colon\n"},
        {"a: b\nRank #1: x\n", "2:6 CV005 #1|' #' begins a comment, so that the key has no colon|"
                               "write: \"Rank #1\": x\n"});
}

static void explains_a_value_that_begins_with_a_sign(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: *bold text*\n",
         "1:4 CV005 *bold text*|a value that begins with '*' is read as an alias|"
         "write: a: \"*bold text*\"\n"},
        {"- x\n- **b** c # d\n",
         "2:3 CV005 **b** c|a value that begins with '*' is read as an alias|"
         "write: - \"**b** c\" # d\n"},
        {"a: & co\n", "1:4 CV005 & co|a value that begins with '&' is read as an anchor|"
                      "write: a: \"& co\"\n"},
        {"a: @ann\n", "1:4 CV005 @ann|a value that begins with '@' needs quotes|"
                      "write: a: \"@ann\"\n"},
        {"a: `x` \"y\"\n", "1:4 CV005 `x` \"y\"|a value that begins with '`' needs quotes|"
                           "write: a: '`x` \"y\"'\n"},
        {"a: %5 'x' \"y\"\n", "1:4 CV005 %5 'x' \"y\"|a value that begins with '%' needs quotes|"
                              "write: a: \"%5 'x' \\\"y\\\"\"\n"},
        {"a: !b!c\n", "1:4 CV005 !b!c|a value that begins with '!' is read as a tag|"
                      "write: a: \"!b!c\"\n"},
        {"a: | b\n", "1:4 CV005 | b|a value that begins with '|' is read as the sign of a text "
                     "block|begin the text on the next line, indented; or write: a: \"| b\"\n"},
        {"a: > 90 %\n", "1:4 CV005 > 90 %|a value that begins with '>' is read as the sign of a "
                        "text block|begin the text on the next line, indented; or write: a: "
                        "\"> 90 %\"\n"},
        {"a: - b\n", "1:4 CV005 - b|a value that begins with '-' is read as the first item of a "
                     "list|put the list on the lines below its key; or, for text, write: a: "
                     "\"- b\"\n"},
        {"a: ? b\n", "1:4 CV005 ? b|a value that begins with '?' is read as a mapping|"
                     "write: a: \"? b\"\n"},
        {"a: ,b\n", "1:4 CV005 ,b|a value that begins with ',' needs quotes|write: a: \",b\"\n"},
        {"a: !<b\tc>\n", "1:4 CV005 !<b\tc>|a value that begins with '!' is read as a tag|"
                         "write: a: \"!<b\tc>\"\n"},
        {"a: [b, *]\n", "1:8 CV005 *|'*' is read as an alias, which has no name here|"
                        "put text that contains it in quotes\n"},
        {"a: [& b] c\n", "1:5 CV005 &|'&' is read as an anchor, which has no name here|"
                         "put text that contains it in quotes\n"},
        {"*Pub*: x\n", "1:1 CV005 *Pub*: x|a key that begins with '*' is read as an alias|"
                       "write: \"*Pub*\": x\n"});
}

static void explains_text_that_looks_like_a_list_or_mapping(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"name: {Ann} Lee\n", "1:7 CV005 {Ann} Lee|a value that begins with '{' is read as a "
                              "mapping|write: name: \"{Ann} Lee\"\n"},
        {"- a\n- [link](https://x.org) text\n",
         "2:3 CV005 [link](https://x.org) text|a value that begins with '[' is read as a list|"
         "write: - \"[link](https://x.org) text\"\n"},
        {"a: {{b}}.pdf\n", "1:4 CV005 {{b}}.pdf|a value that begins with '{' is read as a mapping|"
                           "write: a: \"{{b}}.pdf\"\n"},
        {"[a] b\n", "1:1 CV005 [a] b|a value that begins with '[' is read as a list|"
                    "write: \"[a] b\"\n"});
}

static void explains_brackets(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: [b, c\nd: e\n", "1:4 CV005 [|the '[' that opens here is never closed|"
                             "close it; or, for text, write: a: \"[b, c\"\n"},
        {"- {a: b,\n  c: [d\n", "2:6 CV005 [|the '[' that opens here is never closed|"
                                "close it; or, for text, write: c: \"[d\"\n"},
        {"a: {b: \"c\" d: e}\n", "1:12 CV005 d|a comma or '}' is missing here|"
                                 "text that contains , : [ ] { or } must be in quotes here\n"},
        {"a: [\n  'b'\n  'c'\n]\n", "3:3 CV005 '|a comma or ']' is missing here|"
                                    "text that contains , : [ ] { or } must be in quotes here\n"},
        {"a: x\n}\n", "2:1 CV005 }|the '}' here closes nothing|"
                      "remove it, or put text that contains it in quotes\n"},
        {"a: ] b\n", "1:4 CV005 ]|the ']' here closes nothing|"
                     "remove it, or put text that contains it in quotes\n"});
}

static void explains_quotes(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: x\nname: \"Ann\nb: c\n", "2:7 CV005 \"|the quote that opens here is never closed|"
                                      "write: name: \"Ann\"\n"},
        {"name: \"Ann\nb: \"PhD\"\n", "1:7 CV005 \"|the quote that opens here is closed only by "
                                      "the one on line 2|write: name: \"Ann\"\n"},
        {"a: 'Twas late\n", "1:4 CV005 '|the quote that opens here is never closed|"
                            "close the quote; if it is an apostrophe, write: a: \"'Twas late\"\n"},
        {"a: [\"b, c]\n", "1:5 CV005 \"|the quote that opens here is never closed|"
                          "close the quote\n"},
        {"a: \"Best\" paper\n",
         "1:11 CV005 paper|text follows the closing quote|write: a: '\"Best\" paper'\n"},
        {"a: 'Don't do'\n",
         "1:9 CV005 t do'|text follows the closing quote|write: a: \"Don't do\"\n"});
}

static void explains_escapes(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: \"C:\\work\"\n",
         "1:7 CV005 \\w|'\\w' means nothing in double quotes|write: a: 'C:\\work'\n"},
        {"a: \"C:\\Users\"\n",
         "1:7 CV005 \\U|'\\U' means nothing in double quotes|write: a: 'C:\\Users'\n"},
        {"a: [\"\\\xC3\xA9\"]\n",
         "1:6 CV005 \\\xC3\xA9|'\\\xC3\xA9' means nothing in double quotes|double the backslash\n"},
        {"a_b: \"\\uD83D\\uDE00!\"\n",
         "1:7 CV005 \\uD83D\\uDE00|'\\uD83D\\uDE00' is one character written in two halves|"
         "write the character itself, or \\U0001F600\n"},
        {"a: \"\\ud83d x\"\n",
         "1:5 CV019 \\ud83d|'\\ud83d' is not a character|write the character itself\n"},
        {"a: \"\\U00110000\"\n", "1:5 CV019 \\U00110000|'\\U00110000' is not a character|"
                                 "write the character itself\n"});
}

static void explains_indentation(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a:\n\tb: c\n", "2:1 CV005 \t|a tab stands where only spaces can indent|"
                         "indent with spaces, two for each level\n"},
        {"a: b\n\tc: d\n", "2:1 CV005 \t|a tab stands where only spaces can indent|"
                           "indent with spaces, two for each level\n"},
        {"a: |\n\tc\n", "2:1 CV005 \t|a tab stands where only spaces can indent|"
                        "indent with spaces, two for each level\n"},
        {"s:\n  A:\n    - x\n   B:\n",
         "4:4 CV005 B:|the indentation of this line, 3, matches no line above it|"
         "lines that belong together begin in the same column\n"},
        {"  a: b\nc: d\n", "2:1 CV005 c: d|the indentation of this line, 0, matches no line above "
                           "it|lines that belong together begin in the same column\n"},
        {"a:\n  - x\n  b: y\n",
         "3:3 CV005 b: y|a key stands among list items|"
         "indent it like the lines of the item above, or begin it with '- '\n"},
        {"a:\n  b: c\n  - d\n", "3:3 CV005 - d|a list item stands among keys|"
                                "indent it further than the key whose list it belongs to\n"},
        {"- a\nb: c\n", "2:1 CV005 b: c|a key stands among list items|"
                        "indent it like the lines of the item above, or begin it with '- '\n"});
}

static void explains_directives(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: x\n%5\n", "2:1 CV012 %5|a line that begins with '%' is a directive, which is not "
                       "known here|remove the line, or indent it if it is text\n"},
        {"a: x\n%TAG ! x:\n", "2:1 CV012 %TAG ! x:|a line that begins with '%' is a directive, "
                              "which is not known here|remove the line, or indent it if it is "
                              "text\n"},
        {"%YAML 1.3\n---\na: b\n",
         "1:1 CV012 %YAML 1.3|a line that begins with '%' is a directive, which is not known here|"
         "remove the line, or indent it if it is text\n"},
        {"%YAML 1.2\na: b\n", "2:1 CV012 a: b|a line '---' is missing above this|"
                              "remove the line that begins with %YAML, which is not needed\n"});
}

static void explains_a_colon_in_the_brackets_of_a_value(void **state) {
    (void)state;
    ASSERT_TRAPS({"a: [  b: c: d]\n",
                  "1:10 CV005 c: d|a value that contains ': ' must be in quotes|write: \"c: d\"\n"},
                 {"a: {b:c: d: e}\n",
                  "1:10 CV005 d: e|a value that contains ': ' must be in quotes|write: \"d: e\"\n"},
                 {"a: {b: c} d: e\n", "1:4 CV005 {b: c} d: e|a value that begins with '{' is read "
                                      "as a mapping|write: a: \"{b: c} d: e\"\n"},
                 {"a: [b] c: d\n", "1:4 CV005 [b] c: d|a value that begins with '[' is read as a "
                                   "list|write: a: \"[b] c: d\"\n"},
                 {"{a}: b: c\n", "1:7 CV005 :|the value of '{a}' contains ': ', and so must be in "
                                 "quotes|write: {a}: \"b: c\"\n"},
                 {"a: [\"b\\\"c\", 'd\\e': f: g\n",
                  "1:20 CV005 f: g|a value that contains ': ' must be in quotes|write: \"f: g\"\n"},
                 {"a: [b\"c, d: e: f]\n",
                  "1:13 CV005 e: f|a value that contains ': ' must be in quotes|write: \"e: f\"\n"},
                 {"a: [b : c: d\n",
                  "1:9 CV005 c: d|a value that contains ': ' must be in quotes|write: \"c: d\"\n"},
                 {"a: [: b]\n",
                  "1:5 CV005 : b|a value that contains ': ' must be in quotes|write: \": b\"\n"});
}

static void explains_a_colon_behind_brackets(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: [b]: c\n", "1:7 CV005 :|the value of 'a' contains ': ', and so must be in quotes|"
                        "write: a: \"[b]: c\"\n"},
        {"a: [b] : c\n", "1:8 CV005 :|the value of 'a' contains ': ', and so must be in quotes|"
                         "write: a: \"[b] : c\"\n"},
        {"a: [b]:c\n", "1:4 CV005 [b]:c|a value that begins with '[' is read as a list|"
                       "write: a: \"[b]:c\"\n"},
        {"a: [\n b: [c] : d]\n", "2:9 CV005 :|a comma or ']' is missing here|"
                                 "text that contains , : [ ] { or } must be in quotes here\n"},
        {"a: [\n b: c: d]\n", "2:6 CV005 :|a comma or ']' is missing here|"
                              "text that contains , : [ ] { or } must be in quotes here\n"},
        {"a: [\n : [b]\n", "2:2 CV005 : [b]|this is not YAML: did not find expected node "
                           "content|\n"});
}

static void explains_quotes_among_other_text(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: \"x\"\tb\n", "1:8 CV005 b|text follows the closing quote|write: a: '\"x\"\tb'\n"},
        {"\"x\" y: z\n",
         "1:5 CV005 y: z|text follows the closing quote|put all of the text in quotes\n"},
        {"- \"x\" y\n", "1:7 CV005 y|text follows the closing quote|write: - '\"x\" y'\n"},
        {"  \"x\" y\n", "1:7 CV005 y|text follows the closing quote|write: '\"x\" y'\n"},
        {"a: 'x\nb: 'y' z\n", "1:4 CV005 '|the quote that opens here is closed only by the one on "
                              "line 2|close the quote; if it is an apostrophe, write: a: \"'x\"\n"},
        {"a: b\n\"c: d\n  e\"\nf: g\n",
         "2:1 CV005 \"c: d|this line is neither 'key: value' nor part of the value above it|"
         "indent a text that goes on further than its key, or add the colon\n"},
        {"a: it's \\d: e\n", "1:11 CV005 :|the value of 'a' contains ': ', and so must be in "
                             "quotes|write: a: \"it's \\\\d: e\"\n"},
        {"a: \"\\", "1:5 CV005 \\|'\\' means nothing in double quotes|write: a: '\\'\n"},
        {"a: \"\\ud83d\\n\"\n",
         "1:5 CV019 \\ud83d|'\\ud83d' is not a character|write the character itself\n"},
        {"a: \"\\ud83d\\ue000\"\n",
         "1:5 CV019 \\ud83d|'\\ud83d' is not a character|write the character itself\n"},
        {"a: [x, \"y\" z]\n", "1:12 CV005 z|a comma or ']' is missing here|text that contains , : "
                              "[ ] { or } must be in quotes here\n"});
}

static void explains_lines_below_others(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"text\n  b: c\n",
         "1:1 CV005 text|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"a:\n  b\n    c: d\n",
         "2:3 CV005 b|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"a:\n    b\n   c: d\n",
         "2:5 CV005 b|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"- x\n    c: d\n",
         "1:3 CV005 x|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"x\na: b\n   c\n   d: e: f\n",
         "1:1 CV005 x|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"a: \"x # y\"\n  b\n", "2:3 CV005 b|the indentation of this line, 2, matches no line "
                                "above it|lines that belong together begin in the same column\n"},
        {"a: | # y\n  b\n c\n", "3:2 CV005 c|the indentation of this line, 1, matches no line "
                                "above it|lines that belong together begin in the same column\n"},
        {"a: Ann\n# x\n  b: c\n", "3:3 CV005 b: c|the indentation of this line, 2, matches no line "
                                  "above it|lines that belong together begin in the same column\n"},
        {"a: x\n    # y\n   z\n", "3:4 CV005 z|the indentation of this line, 3, matches no line "
                                  "above it|lines that belong together begin in the same column\n"},
        {"a:\n  b:\n      c: d\n      e: f\n    z: w\n",
         "5:5 CV005 z: w|the indentation of this line, 4, matches no line above it|lines that "
         "belong together begin in the same column\n"},
        {"a:\n  - b: x\n    - f\n", "3:5 CV005 - f|a list item stands among keys|indent it further "
                                    "than the key whose list it belongs to\n"},
        {"- a\n- b: c\n  d\ne: f\n",
         "3:3 CV005 d|this line is neither 'key: value' nor part of the value above it|indent a "
         "text that goes on further than its key, or add the colon\n"},
        {"-b\nd: e\n", "1:1 CV005 -|a space is missing after '-'|write: - b\n"},
        {"[a]\n: b\n", "2:1 CV005 : b|this does not belong to what is above it|\n"},
        {"[a]\n- b\n", "2:1 CV005 - b|a list item stands among keys|indent it further than the key "
                       "whose list it belongs to\n"},
        {"{a: b}\nc: d\n", "2:1 CV005 c: d|this does not belong to what is above it|\n"});
}

static void explains_brackets_that_end_elsewhere(void **state) {
    (void)state;
    ASSERT_TRAPS({"a: {b: c]\n", "1:9 CV005 ]|a comma or '}' is missing here|text that contains , "
                                 ": [ ] { or } must be in quotes here\n"},
                 {"a: [b\n", "1:4 CV005 [|the '[' that opens here is never closed|close it; or, "
                             "for text, write: a: \"[b\"\n"},
                 {"a: {b: [c}\n", "1:10 CV005 }|a comma or ']' is missing here|text that contains "
                                  ", : [ ] { or } must be in quotes here\n"},
                 {"a: [\"b\" \"c\"] d\n", "1:9 CV005 \"|a comma or ']' is missing here|text that "
                                          "contains , : [ ] { or } must be in quotes here\n"},
                 {"a: [\"b\"", "1:4 CV005 [|the '[' that opens here is never closed|close it; or, "
                               "for text, write: a: '[\"b\"'\n"},
                 {"a: [b #]\n", "1:4 CV005 [|the '[' that opens here is never closed|close it; or, "
                                "for text, write: a: \"[b #]\"\n"},
                 {"a: [b, [c\n", "1:8 CV005 [|the '[' that opens here is never closed|close it\n"},
                 {"a: [}\n", "1:5 CV005 }|the '}' here closes nothing|remove it, or put text that "
                             "contains it in quotes\n"},
                 {"]\n", "1:1 CV005 ]|the ']' here closes nothing|remove it, or put text that "
                         "contains it in quotes\n"},
                 {"a:\n  ]\n", "2:3 CV005 ]|the ']' here closes nothing|remove it, or put text "
                               "that contains it in quotes\n"},
                 {"x: y\n[a, b\n",
                  "2:1 CV005 [a, b|this line is neither 'key: value' nor part of the value above "
                  "it|indent a text that goes on further than its key, or add the colon\n"});
}

static void reads_lines_as_other_systems_end_and_begin_them(void **state) {
    (void)state;
    ASSERT_TRAPS({"\xEF\xBB\xBF"
                  "a: b: c\n",
                  "1:5 CV005 :|the value of 'a' contains ': ', and so must be in quotes|write: a: "
                  "\"b: c\"\n"},
                 {"\xEF\xBB\xBF  a: b\nc\n",
                  "2:1 CV005 c|the indentation of this line, 0, matches no line above it|lines "
                  "that belong together begin in the same column\n"},
                 {"\xEF\xBB\xBF\nc\nd: e\n",
                  "2:1 CV005 c|this line is neither 'key: value' nor part of the value above "
                  "it|indent a text that goes on further than its key, or add the colon\n"},
                 {"[a] # b\r# c\rd\r", "3:1 CV005 d|this does not belong to what is above it|\n"},
                 {"[a]\n---b\n", "2:1 CV005 ---b|this does not belong to what is above it|\n"},
                 {"a: \"\xC3\xA9\n",
                  "1:4 CV005 \"|the quote that opens here is never closed|write: "
                  "a: \"\xC3\xA9\"\n"},
                 {"a: b\rc: d: e\r\n", "2:5 CV005 :|the value of 'c' contains ': ', and so must be "
                                       "in quotes|write: c: \"d: e\"\n"});
}

static void cuts_what_it_shows(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a234567890123456789012345678901234567890123456789012345678901234567890: b: c\n",
         "1:74 CV005 :|the value of "
         "'a23456789012345678901234567890123456789012345678901234567890...' contains ': ', and so "
         "must be in quotes|write: "
         "a23456789012345678901234567890123456789012345678901234567890...\"b: c\"\n"},
        {"a: \xC3\xA9"
         "123456789012345678901234567890123456789012345678901234567\xC3\xA9z: b\n",
         "1:64 CV005 :|the value of 'a' contains ': ', and so must be in quotes|write: a: "
         "\"\xC3\xA9"
         "123456789012345678901234567890123456789012345678901234567...\"\n"},
        {"a: 5678901234567890123456789012345678901234567890123456789\xC3\xA9\xC3\xA9: b\n",
         "1:61 CV005 :|the value of 'a' contains ': ', and so must be in quotes|write: a: "
         "\"5678901234567890123456789012345678901234567890123456789\xC3\xA9\xC3\xA9:...\"\n"});
}

static void explains_lists_that_are_written_otherwise(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a:\n  b:\n  -c d\n  e: f\n", "3:3 CV005 -|a space is missing after '-'|write: - c d\n"},
        {"a:\n  - b\n  -c\n", "3:3 CV005 -|a space is missing after '-'|write: - c\n"},
        {"a:\n  * b\n", "2:3 CV005 * b|a value that begins with '*' is read as an alias|"
                        "begin an item of a list with '- '; or, for text, write: \"* b\"\n"},
        {"a: * b\n", "1:4 CV005 * b|a value that begins with '*' is read as an alias|"
                     "write: a: \"* b\"\n"},
        {"a: [b, @c, d]\n",
         "1:8 CV005 @c|a value that begins with '@' needs quotes|write: \"@c\"\n"},
        {"a: {b: %c }\n", "1:8 CV005 %c|a value that begins with '%' needs quotes|write: \"%c\"\n"},
        {"a: [b, |c]\n", "1:8 CV005 |c|a value that begins with '|' needs quotes|write: \"|c\"\n"},
        {"a: [b, @c\n  ]\n",
         "1:8 CV005 @c|a value that begins with '@' needs quotes|write: \"@c\"\n"},
        {"a: [b,\n  @c\n  ]\n",
         "2:3 CV005 @c|a value that begins with '@' needs quotes|write: \"@c\"\n"});
}

static void explains_keys_that_are_none(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: b\n: c\n", "2:1 CV005 :|there is no key before this colon|"
                        "write the key before it, or put the text in quotes\n"},
        {"a: b\nc:\xC2\xA0\xC2\xA0"
         "d\n",
         "2:3 CV005 \xC2\xA0\xC2\xA0|the space after 'c:' is a no-break space, which YAML "
         "takes for "
         "text|write an ordinary space: c: d\n"},
        {"a: b\nc:\xC2\xA3\n", "2:2 CV005 :|a space is missing after 'c:'|write: c: \xC2\xA3\n"});
}

static void quotes_what_has_quotes_as_a_whole(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: \"b\" \"c\"\n", "1:8 CV005 \"c\"|text follows the closing quote|"
                             "write: a: '\"b\" \"c\"'\n"},
        {"a: 'b', 'c' # d\n", "1:7 CV005 , 'c'|text follows the closing quote|"
                              "write: a: \"'b', 'c'\" # d\n"},
        {"a: \"b \"c\"\"\n", "1:8 CV005 c\"\"|text follows the closing quote|"
                             "write: a: 'b \"c\"'\n"},
        {"a: \"b\"c\n", "1:7 CV005 c|text follows the closing quote|write: a: '\"b\"c'\n"});
}

static void passes_on_what_it_does_not_know(void **state) {
    (void)state;
    ASSERT_TRAPS(
        {"a: [b, , c]\n", "1:8 CV005 , c]|this is not YAML: did not find expected node content|\n"},
        {"a: &x b\n? *x c\n", "2:6 CV005 c|this is not YAML: did not find expected key|\n"},
        {"--- a: b\n", "1:6 CV005 : b|this is not YAML: mapping values are not allowed in "
                       "this context|\n"});
}

static void keeps_hints_short(void **state) {
    (void)state;
    ASSERT_TRAPS({"title: \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
                  "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
                  "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9: 1234567890\xC3\xA9\xC3\xA9\n",
                  "1:32 CV005 :|the value of 'title' contains ': ', and so must be in quotes|"
                  "write: title: \"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
                  "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
                  "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9: 1234567890...\"\n"});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explains_a_colon_in_a_value),
        cmocka_unit_test(explains_a_value_that_goes_on),
        cmocka_unit_test(explains_a_line_without_colon),
        cmocka_unit_test(explains_a_value_that_begins_with_a_sign),
        cmocka_unit_test(explains_text_that_looks_like_a_list_or_mapping),
        cmocka_unit_test(explains_brackets),
        cmocka_unit_test(explains_quotes),
        cmocka_unit_test(explains_escapes),
        cmocka_unit_test(explains_indentation),
        cmocka_unit_test(explains_directives),
        cmocka_unit_test(explains_a_colon_in_the_brackets_of_a_value),
        cmocka_unit_test(explains_a_colon_behind_brackets),
        cmocka_unit_test(explains_quotes_among_other_text),
        cmocka_unit_test(explains_lines_below_others),
        cmocka_unit_test(explains_brackets_that_end_elsewhere),
        cmocka_unit_test(reads_lines_as_other_systems_end_and_begin_them),
        cmocka_unit_test(cuts_what_it_shows),
        cmocka_unit_test(explains_lists_that_are_written_otherwise),
        cmocka_unit_test(explains_keys_that_are_none),
        cmocka_unit_test(quotes_what_has_quotes_as_a_whole),
        cmocka_unit_test(passes_on_what_it_does_not_know),
        cmocka_unit_test(keeps_hints_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
