// SPDX-License-Identifier: MIT
// traps.c - a table of detectors, the surest first: each knows one way to go wrong in YAML.
#include "source/traps.h"

#include "base/limits.h"
#include "source/written_line.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef struct trap_scene {
    const cv_syntax_error *error;
    cv_bytes bytes;
    cv_report *report;
    cv_written_line line;   // where libyaml noticed
    cv_written_line opened; // where what it was reading began
} trap_scene;

static bool says(const trap_scene *scene, const char *words) {
    return strstr(scene->error->problem, words) || strstr(scene->error->context, words);
}

static unsigned char byte_at(const trap_scene *scene, uint32_t at) {
    return at < scene->bytes.size ? scene->bytes.data[at] : '\0';
}

static cv_span span_of(const trap_scene *scene, uint32_t begin, uint32_t end) {
    return (cv_span){scene->error->source, begin, end};
}

static const char *slice(const trap_scene *scene, uint32_t begin, uint32_t end) {
    return cv_written_slice(scene->report->arena, scene->bytes, begin, end);
}

static const char *value_hint(const trap_scene *scene, cv_written_line line) {
    return cv_written_hint(scene->report->arena, scene->bytes, line);
}

static uint32_t indent_of(cv_written_line line) { return line.first - line.begin; }

static bool is_only_gap(const trap_scene *scene, uint32_t begin, uint32_t end) {
    while (begin < end && (byte_at(scene, begin) == ' ' || byte_at(scene, begin) == '\t')) begin++;
    return begin >= end;
}

static bool is_tab(const trap_scene *scene) {
    uint32_t at = scene->error->at;
    if (byte_at(scene, at) != '\t' || !(says(scene, "tab") || says(scene, "start any token")))
        return false;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                  "a tab stands where only spaces can indent")
        ->hint = "indent with spaces, two for each level";
    return true;
}

static uint32_t read_hex(const trap_scene *scene, uint32_t at, uint32_t digits) {
    char text[9] = "";
    for (uint32_t i = 0; i < digits; i++) text[i] = (char)byte_at(scene, at + i);
    return (uint32_t)strtoul(text, NULL, 16);
}

// JSON writes what is past U+FFFF as two escapes, which YAML does not know.
static void explain_surrogate(const trap_scene *scene, uint32_t at) {
    uint32_t digits = byte_at(scene, at + 1) == 'U' ? 8 : 4, end = at + 2 + digits;
    uint32_t high = read_hex(scene, at + 2, digits), low = 0;
    if (byte_at(scene, end) == '\\' && byte_at(scene, end + 1) == 'u')
        low = read_hex(scene, end + 2, 4);
    bool is_pair = high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000;
    if (!is_pair) {
        cv_report_add(scene->report, CV_READ_PRIVATE_CHARACTER, span_of(scene, at, end),
                      "'%s' is not a character", slice(scene, at, end))
            ->hint = "write the character itself";
        return;
    }
    end += 6;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, end),
                  "'%s' is one character written in two halves", slice(scene, at, end))
        ->hint = cv_format(scene->report->arena, "write the character itself, or \\U%08X",
                           (unsigned)(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
}

static uint32_t past_character(const trap_scene *scene, uint32_t at) {
    uint32_t size = (uint32_t)scene->bytes.size;
    if (at < size) at++;
    while (at < size && (byte_at(scene, at) & 0xC0) == 0x80) at++;
    return at;
}

static bool is_bad_escape(const trap_scene *scene) {
    if (!says(scene, "while parsing a quoted scalar")) return false;
    uint32_t at = scene->error->at;
    while (at > scene->error->opened && byte_at(scene, at) != '\\') at--;
    if (says(scene, "invalid Unicode")) {
        explain_surrogate(scene, at);
        return true;
    }
    bool is_value = scene->opened.value == scene->error->opened;
    uint32_t end = past_character(scene, at + 1);
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, end),
                  "'%s' means nothing in double quotes", slice(scene, at, end))
        ->hint = is_value ? value_hint(scene, scene->opened) : "double the backslash";
    return true;
}

static const char *open_quote_hint(const trap_scene *scene, cv_written_line line, uint32_t open) {
    if (line.value != open) return "close the quote";
    const char *rewritten = value_hint(scene, line);
    if (byte_at(scene, open) == '"') return rewritten;
    return cv_format(scene->report->arena, "close the quote; if it is an apostrophe, %s",
                     rewritten);
}

static bool is_open_quote(const trap_scene *scene) {
    if (!says(scene, "while scanning a quoted scalar")) return false;
    uint32_t open = scene->error->opened;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, open, open + 1),
                  "the quote that opens here is never closed")
        ->hint = open_quote_hint(scene, scene->opened, open);
    return true;
}

// A quote left open ends at the next one, lines below, and the error is noticed after that.
static bool is_runaway_quote(const trap_scene *scene) {
    cv_span last = scene->error->last;
    if (!scene->error->is_last_quoted || !is_only_gap(scene, last.end, scene->error->at))
        return false;
    cv_written_line line = cv_written_line_at(scene->bytes, last.begin);
    if (line.begin == scene->line.begin) return false;
    cv_source whole = {.bytes = scene->bytes};
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, last.begin, last.begin + 1),
                  "the quote that opens here is closed only by the one on line %u",
                  (unsigned)cv_source_locate(&whole, last.end).line)
        ->hint = open_quote_hint(scene, line, last.begin);
    return true;
}

static bool is_text_after_quote(const trap_scene *scene) {
    cv_span last = scene->error->last;
    uint32_t at = scene->error->at;
    if (!scene->error->is_last_quoted || !is_only_gap(scene, last.end, at) ||
        at >= scene->line.end || says(scene, "flow"))
        return false;
    cv_diagnostic *found =
        cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, scene->line.end),
                      "text follows the closing quote");
    found->hint = "put all of the text in quotes";
    if (scene->line.value == last.begin) found->hint = value_hint(scene, scene->line);
    return true;
}

// libyaml looks no further than that for the colon, and then takes the key for a value.
static bool is_key_too_long(const trap_scene *scene) {
    cv_span last = scene->error->last;
    uint32_t begin = scene->opened.content, end = scene->opened.colon;
    if (last.end == scene->error->at && byte_at(scene, last.end) == ':' &&
        last.begin >= scene->line.begin)
        begin = last.begin, end = last.end;
    if (end - begin <= CV_LIMIT_KEY_BYTES) return false;
    cv_report_add(scene->report, CV_READ_KEY_TOO_LONG, span_of(scene, begin, end),
                  "this key is longer than %d characters", CV_LIMIT_KEY_BYTES)
        ->hint = "put quotes around the text, if it is not meant as a key";
    return true;
}

// Where " #" stands between `begin` and `end`, or `end`.
static uint32_t find_comment(const trap_scene *scene, uint32_t begin, uint32_t end) {
    for (uint32_t at = begin; at + 1 < end; at++)
        if (byte_at(scene, at) == ' ' && byte_at(scene, at + 1) == '#') return at + 1;
    return end;
}

static uint32_t find_joined_colon(const trap_scene *scene, cv_written_line line) {
    uint32_t at = line.content;
    while (at < line.end && byte_at(scene, at) != ':') at++;
    bool is_address = byte_at(scene, at + 1) == '/' && byte_at(scene, at + 2) == '/';
    return is_address ? line.end : at;
}

static bool is_no_break_space(const trap_scene *scene, uint32_t at) {
    return byte_at(scene, at) == 0xC2 && byte_at(scene, at + 1) == 0xA0;
}

// It looks like what it should be, and comes with text that was copied.
static void explain_no_break_space(const trap_scene *scene, cv_written_line line, uint32_t colon) {
    uint32_t at = colon + 1;
    while (is_no_break_space(scene, at)) at += 2;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, colon + 1, at),
                  "the space after '%s:' is a no-break space, which YAML takes for text",
                  slice(scene, line.content, colon))
        ->hint = cv_format(scene->report->arena, "write an ordinary space: %s %s",
                           slice(scene, line.first, colon + 1), slice(scene, at, line.end));
}

static void explain_joined_colon(const trap_scene *scene, cv_written_line line, uint32_t colon) {
    if (is_no_break_space(scene, colon + 1)) {
        explain_no_break_space(scene, line, colon);
        return;
    }
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, colon, colon + 1),
                  "a space is missing after '%s:'", slice(scene, line.content, colon))
        ->hint = cv_format(scene->report->arena, "write: %s %s",
                           slice(scene, line.first, colon + 1), slice(scene, colon + 1, line.end));
}

static void explain_joined_dash(const trap_scene *scene, cv_written_line line) {
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, line.content, line.content + 1),
                  "a space is missing after '-'")
        ->hint =
        cv_format(scene->report->arena, "write: %s- %s", slice(scene, line.first, line.content),
                  slice(scene, line.content + 1, line.end));
}

static void explain_missing_colon(const trap_scene *scene, cv_written_line line) {
    if (!line.has_key && byte_at(scene, line.content) == '-') {
        explain_joined_dash(scene, line);
        return;
    }
    uint32_t colon = find_joined_colon(scene, line);
    if (!line.has_key && colon < line.end) {
        explain_joined_colon(scene, line, colon);
        return;
    }
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, line.content, line.end),
                  "this line is neither 'key: value' nor part of the value above it")
        ->hint = "indent a text that goes on further than its key, or add the colon";
}

static bool is_key_without_colon(const trap_scene *scene) {
    if (!says(scene, "could not find expected ':'")) return false;
    cv_written_line line = scene->opened;
    uint32_t comment = find_comment(scene, line.content, line.colon);
    if (!line.has_key || comment == line.colon) {
        explain_missing_colon(scene, line);
        return true;
    }
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, comment, line.colon),
                  "' #' begins a comment, so that the key has no colon")
        ->hint = cv_written_key_hint(scene->report->arena, scene->bytes, line);
    return true;
}

static const struct {
    unsigned char sign;
    const char *problem; // libyaml then says this; "" for anything
    const char *read_as; // what follows "a value that begins with '*'"
    const char *or_else; // what else may have been meant, before the line to write; "" if nothing
} signs[] = {
    {'*', "", "is read as an alias", ""},
    {'&', "", "is read as an anchor", ""},
    {'!', "tag", "is read as a tag", ""},
    {'@', "start any token", "needs quotes", ""},
    {'`', "start any token", "needs quotes", ""},
    {'%', "start any token", "needs quotes", ""},
    {'|', "block scalar", "is read as the sign of a text block",
     "begin the text on the next line, indented; or "},
    {'>', "block scalar", "is read as the sign of a text block",
     "begin the text on the next line, indented; or "},
    {'-', "sequence entries", "is read as the first item of a list",
     "put the list on the lines below its key; or, for text, "},
    {'?', "mapping keys", "is read as a mapping", ""},
    {',', "node content", "needs quotes", ""},
    {'[', "did not find", "is read as a list", ""},
    {'{', "did not find", "is read as a mapping", ""},
    {'[', CV_TEXT_AFTER_END, "is read as a list", ""},
    {'{', CV_TEXT_AFTER_END, "is read as a mapping", ""},
};
enum { SIGN_COUNT = sizeof signs / sizeof *signs };

// A list or mapping that ends before the line does, and is in no other: text was meant, as in
// "{Ann} Lee".
static bool is_bracketed_text(const trap_scene *scene, uint32_t begin) {
    uint32_t end = scene->line.end;
    uint32_t closed = cv_written_bracket_end(scene->bytes, begin, end);
    return closed < end && scene->error->at >= closed && !says(scene, "flow");
}

// "* item", as lists are written in Markdown.
static bool is_star_of_list(const trap_scene *scene, uint32_t begin) {
    return byte_at(scene, begin) == '*' && byte_at(scene, begin + 1) == ' ' &&
           begin == scene->line.first;
}
static const char star_hint[] = "begin an item of a list with '- '; or, for text, ";

static bool explain_sign(const trap_scene *scene, uint32_t begin, const char *hint,
                         const char *what) {
    unsigned char first = byte_at(scene, begin);
    for (size_t i = 0; i < SIGN_COUNT; i++) {
        if (signs[i].sign != first || !says(scene, signs[i].problem)) continue;
        if ((first == '[' || first == '{') && !is_bracketed_text(scene, begin)) return false;
        cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, begin, scene->line.end),
                      "%s that begins with '%c' %s", what, first, signs[i].read_as)
            ->hint = cv_format(scene->report->arena, "%s%s",
                               is_star_of_list(scene, begin) ? star_hint : signs[i].or_else, hint);
        return true;
    }
    return false;
}

static bool is_signed_value(const trap_scene *scene) {
    cv_written_line line = scene->line;
    uint32_t at = scene->error->at;
    if (line.has_key && at <= line.colon)
        return explain_sign(scene, line.content,
                            cv_written_key_hint(scene->report->arena, scene->bytes, line), "a key");
    return line.value < line.end && at >= line.value &&
           explain_sign(scene, line.value, value_hint(scene, line), "a value");
}

// The item of a list or mapping, whose bracket opens in the line, that holds the place of the
// error.
static void find_item(const trap_scene *scene, uint32_t *begin, uint32_t *end) {
    uint32_t at = scene->error->at;
    *begin = *end = at;
    while (!strchr("[{,", byte_at(scene, *begin - 1))) *begin -= 1;
    while (*begin < at && byte_at(scene, *begin) == ' ') *begin += 1;
    for (uint32_t i = *begin; i + 1 < at; i++) // past its key
        if (byte_at(scene, i) == ':' && byte_at(scene, i + 1) == ' ') {
            *begin = i + 2;
            break;
        }
    while (*end < scene->line.end && !strchr(",]}", byte_at(scene, *end))) *end += 1;
}

// Within brackets, where a value is not the rest of the line.
static bool is_signed_item(const trap_scene *scene) {
    uint32_t at = scene->error->at, end = at + 1;
    if (!says(scene, "start any token")) return false;
    while (end < scene->line.end && !strchr(",]}", byte_at(scene, end))) end++;
    while (byte_at(scene, end - 1) == ' ') end--;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, end),
                  "a value that begins with '%c' needs quotes", byte_at(scene, at))
        ->hint = cv_format(scene->report->arena, "write: %s",
                           cv_written_quoted(scene->report->arena, scene->bytes, at, end));
    return true;
}

// Of a colon outside of brackets, libyaml says that mapping values are not allowed.
static bool is_colon_in_item(const trap_scene *scene) {
    uint32_t open = scene->line.value, at = scene->error->at, begin, end;
    unsigned char bracket = byte_at(scene, open);
    if (byte_at(scene, at) != ':' || says(scene, "mapping values") || at < open ||
        (bracket != '[' && bracket != '{') ||
        cv_written_bracket_end(scene->bytes, open, at + 1) <= at)
        return false;
    find_item(scene, &begin, &end);
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, begin, end),
                  "a value that contains ': ' must be in quotes")
        ->hint = cv_format(scene->report->arena, "write: %s",
                           cv_written_quoted(scene->report->arena, scene->bytes, begin, end));
    return true;
}

static bool is_colon_in_value(const trap_scene *scene) {
    cv_written_line line = scene->line;
    uint32_t at = scene->error->at;
    if (!says(scene, "mapping values are not allowed") || !line.has_key || at <= line.colon)
        return false;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                  "the value of '%s' contains ': ', and so must be in quotes",
                  slice(scene, line.content, line.colon))
        ->hint = value_hint(scene, line);
    return true;
}

// The key whose value `line` continues: the next one above that is indented less, if it has text.
static bool find_continued(const trap_scene *scene, cv_written_line *line) {
    uint32_t indent = indent_of(*line);
    while (cv_written_line_before(scene->bytes, *line, line))
        if (indent_of(*line) < indent) return line->has_key && line->value < line->end;
    return false;
}

// The line has one colon, but what is above it is not finished.
static bool is_colon_in_continued_value(const trap_scene *scene) {
    cv_written_line line = scene->line, before, continued = line;
    if (!says(scene, "mapping values are not allowed") ||
        !cv_written_line_before(scene->bytes, line, &before))
        return false;
    if (!find_continued(scene, &continued)) {
        explain_missing_colon(scene, before);
        return true;
    }
    const char *key = slice(scene, continued.content, continued.colon);
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, line.first, line.end),
                  "this line is indented further than '%s' above, and so continues its value", key)
        ->hint = cv_format(scene->report->arena,
                           "begin it in the same column as '%s', or put that value in quotes", key);
    return true;
}

static bool is_cut_by_comment(const trap_scene *scene) {
    cv_written_line before;
    if (scene->error->at != scene->line.first ||
        !cv_written_line_before(scene->bytes, scene->line, &before) ||
        indent_of(scene->line) <= indent_of(before) || before.value == before.end ||
        strchr("\"'[{|>", byte_at(scene, before.value)))
        return false;
    uint32_t comment = find_comment(scene, before.value, before.end);
    if (comment == before.end) return false;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, comment, before.end),
                  "' #' begins a comment and ends the value, which goes on in the next line")
        ->hint = "put all of the value in quotes";
    return true;
}

// A * or & without a name, within brackets.
static bool is_lone_sign(const trap_scene *scene) {
    bool is_alias = says(scene, "scanning an alias");
    if (!is_alias && !says(scene, "scanning an anchor")) return false;
    uint32_t at = scene->error->opened;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                  "'%c' is read as an %s, which has no name here", byte_at(scene, at),
                  is_alias ? "alias" : "anchor")
        ->hint = "put text that contains it in quotes";
    return true;
}

static bool is_stray_bracket(const trap_scene *scene) {
    uint32_t at = scene->error->at;
    unsigned char byte = byte_at(scene, at);
    if (byte != ']' && byte != '}') return false;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                  "the '%c' here closes nothing", byte)
        ->hint = "remove it, or put text that contains it in quotes";
    return true;
}

static bool is_open_bracket(const trap_scene *scene) {
    bool is_list = says(scene, "flow sequence");
    if (!is_list && !says(scene, "flow mapping")) return false;
    uint32_t open = scene->error->opened, at = scene->error->at;
    uint32_t size = (uint32_t)scene->bytes.size;
    if (cv_written_bracket_end(scene->bytes, open, size) < size && at < scene->line.end) {
        cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                      "a comma or '%c' is missing here", is_list ? ']' : '}')
            ->hint = "text that contains , : [ ] { or } must be in quotes here";
        return true;
    }
    bool is_value = scene->opened.value == open;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, open, open + 1),
                  "the '%c' that opens here is never closed", is_list ? '[' : '{')
        ->hint = !is_value ? "close it"
                           : cv_format(scene->report->arena, "close it; or, for text, %s",
                                       value_hint(scene, scene->opened));
    return true;
}

// True if a line above, not separated by one that is indented less, has a list item or a key in
// the column where `line` begins. `is_item` tells which.
static bool find_level(const trap_scene *scene, cv_written_line line, bool *is_item) {
    uint32_t indent = indent_of(line), least = UINT32_MAX;
    for (cv_written_line above = line; cv_written_line_before(scene->bytes, above, &above);) {
        if (indent_of(above) >= least) continue;
        least = indent_of(above);
        *is_item = above.content > above.first && least == indent;
        if (least == indent || above.content - above.begin == indent) return true;
        if (least < indent) return false;
    }
    return false;
}

static void explain_mixture(const trap_scene *scene, bool is_item) {
    cv_written_line line = scene->line;
    cv_diagnostic *found =
        cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, line.first, line.end),
                      is_item ? "a list item stands among keys" : "a key stands among list items");
    found->hint = is_item ? "indent it further than the key whose list it belongs to"
                          : "indent it like the lines of the item above, or begin it with '- '";
}

static bool is_misplaced_line(const trap_scene *scene) {
    cv_written_line line = scene->line;
    bool is_structure = says(scene, "expected key") || says(scene, "'-' indicator") ||
                        says(scene, CV_TEXT_AFTER_END);
    if (!is_structure || scene->error->at != line.first) return false;
    bool is_item = line.content > line.first, is_item_above = false;
    if (!find_level(scene, line, &is_item_above)) {
        cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, line.first, line.end),
                      "the indentation of this line, %u, matches no line above it",
                      (unsigned)indent_of(line))
            ->hint = "lines that belong together begin in the same column";
        return true;
    }
    if (is_item == is_item_above) return false;
    explain_mixture(scene, is_item);
    return true;
}

static bool is_keyless(const trap_scene *scene) {
    uint32_t at = scene->error->at;
    if (!says(scene, "expected key") || at != scene->line.content || byte_at(scene, at) != ':')
        return false;
    cv_report_add(scene->report, CV_READ_SYNTAX, span_of(scene, at, at + 1),
                  "there is no key before this colon")
        ->hint = "write the key before it, or put the text in quotes";
    return true;
}

static bool is_directive(const trap_scene *scene) {
    cv_span line = span_of(scene, scene->line.begin, scene->line.end);
    if (says(scene, "<document start>")) {
        cv_report_add(scene->report, CV_READ_DIRECTIVE, line, "a line '---' is missing above this")
            ->hint = "remove the line that begins with %YAML, which is not needed";
        return true;
    }
    if (byte_at(scene, line.begin) != '%') return false;
    cv_report_add(scene->report, CV_READ_DIRECTIVE, line,
                  "a line that begins with '%%' is a directive, which is not known here")
        ->hint = "remove the line, or indent it if it is text";
    return true;
}

static bool is_anything(const trap_scene *scene) {
    uint32_t at = scene->error->at;
    cv_span span = span_of(scene, at, at < scene->line.end ? scene->line.end : at);
    if (says(scene, CV_TEXT_AFTER_END))
        cv_report_add(scene->report, CV_READ_SYNTAX, span,
                      "this does not belong to what is above it");
    else
        cv_report_add(scene->report, CV_READ_SYNTAX, span, "this is not YAML: %s",
                      scene->error->problem);
    return true;
}

typedef bool detector(const trap_scene *scene);

static detector *const detectors[] = {
    is_tab,
    is_bad_escape,
    is_open_quote,
    is_key_too_long,
    is_directive,
    is_runaway_quote,
    is_text_after_quote,
    is_key_without_colon,
    is_colon_in_item,
    is_colon_in_value,
    is_signed_value,
    is_colon_in_continued_value,
    is_cut_by_comment,
    is_open_bracket,
    is_lone_sign,
    is_signed_item,
    is_stray_bracket,
    is_keyless,
    is_misplaced_line,
    is_anything, // always true
};

void cv_trap_explain(const cv_syntax_error *error, cv_bytes bytes, cv_report *report) {
    trap_scene scene = {
        .error = error,
        .bytes = bytes,
        .report = report,
        .line = cv_written_line_at(bytes, error->at),
        .opened = cv_written_line_at(bytes, error->opened),
    };
    size_t i = 0;
    while (!detectors[i](&scene)) i++;
}
