// SPDX-License-Identifier: MIT
// written_line.c - lines of YAML that need not be YAML.
#include "source/written_line.h"

#include <string.h>

enum { LONGEST_SLICE = 60 }; // bytes: a hint should fit in a line

static bool is_end_of_line(unsigned char byte) { return byte == '\n' || byte == '\r'; }
static bool is_gap(unsigned char byte) { return byte == ' ' || byte == '\t'; }

static uint32_t skip_gap(cv_bytes bytes, uint32_t at, uint32_t end) {
    while (at < end && is_gap(bytes.data[at])) at++;
    return at;
}

static uint32_t trim(cv_bytes bytes, uint32_t begin, uint32_t end) {
    while (end > begin && is_gap(bytes.data[end - 1])) end--;
    return end;
}

// True for a byte that is the last of a word: what follows is a blank or the end.
static bool ends_word(cv_bytes bytes, uint32_t at, uint32_t end) {
    return at + 1 >= end || is_gap(bytes.data[at + 1]);
}

// Past the quoted text that begins at `open`, or `open` itself where the quote is not closed.
static uint32_t skip_quoted(cv_bytes bytes, uint32_t open, uint32_t end) {
    unsigned char quote = bytes.data[open];
    for (uint32_t at = open + 1; at < end; at++) {
        if (bytes.data[at] == '\\' && quote == '"')
            at++;
        else if (bytes.data[at] == quote)
            return at + 1;
    }
    return open;
}

uint32_t cv_written_bracket_end(cv_bytes bytes, uint32_t open, uint32_t end) {
    unsigned depth = 0;
    for (uint32_t at = open; at < end; at++) {
        unsigned char byte = bytes.data[at];
        bool begins_item = at == open || strchr("[{,: ", bytes.data[at - 1]) != NULL;
        if ((byte == '"' || byte == '\'') && begins_item) {
            uint32_t past = skip_quoted(bytes, at, end);
            if (past > at) at = past - 1;
        } else if (byte == '[' || byte == '{') {
            depth++;
        } else if ((byte == ']' || byte == '}') && --depth == 0) {
            return at + 1;
        }
    }
    return end;
}

// Where a key may end: not within the quotes or brackets that it begins with.
static uint32_t skip_enclosed(cv_bytes bytes, uint32_t at, uint32_t end) {
    if (at == end) return at;
    unsigned char byte = bytes.data[at];
    if (byte == '"' || byte == '\'') return skip_quoted(bytes, at, end);
    if (byte == '[' || byte == '{') return cv_written_bracket_end(bytes, at, end);
    return at;
}

static void find_key(cv_bytes bytes, cv_written_line *line) {
    line->colon = line->value = line->content;
    for (uint32_t at = skip_enclosed(bytes, line->content, line->end); at < line->end; at++) {
        if (bytes.data[at] != ':' || !ends_word(bytes, at, line->end)) continue;
        line->has_key = true;
        line->colon = at;
        line->value = skip_gap(bytes, at + 1, line->end);
        return;
    }
}

// Drops a comment as people write them, "# " and words. What looks like text ("#1") stays.
static void drop_comment(cv_bytes bytes, cv_written_line *line) {
    if (line->value == line->end) return;
    for (uint32_t at = skip_enclosed(bytes, line->value, line->end); at < line->end; at++) {
        bool follows_gap = at > line->begin && is_gap(bytes.data[at - 1]);
        if (bytes.data[at] == '#' && follows_gap && ends_word(bytes, at, line->end)) {
            line->end = trim(bytes, line->value, at);
            return;
        }
    }
}

cv_written_line cv_written_line_at(cv_bytes bytes, uint32_t offset) {
    uint32_t size = (uint32_t)bytes.size;
    cv_written_line line = {.begin = offset < size ? offset : size, .end = offset};
    while (line.begin > 0 && !is_end_of_line(bytes.data[line.begin - 1])) line.begin--;
    if (line.begin == 0 && size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0) line.begin = 3;
    line.end = line.begin;
    while (line.end < size && !is_end_of_line(bytes.data[line.end])) line.end++;
    line.end = trim(bytes, line.begin, line.end);
    line.first = line.content = skip_gap(bytes, line.begin, line.end);
    while (line.content < line.end && bytes.data[line.content] == '-' &&
           ends_word(bytes, line.content, line.end))
        line.content = skip_gap(bytes, line.content + 1, line.end);
    find_key(bytes, &line);
    drop_comment(bytes, &line);
    return line;
}

bool cv_written_line_is_empty(cv_bytes bytes, cv_written_line line) {
    return line.first == line.end || bytes.data[line.first] == '#';
}

bool cv_written_line_before(cv_bytes bytes, cv_written_line line, cv_written_line *before) {
    *before = line;
    while (before->begin > 0) {
        uint32_t begin = before->begin;
        *before = cv_written_line_at(bytes, begin - 1);
        if (before->begin >= begin) return false; // the byte-order mark
        if (!cv_written_line_is_empty(bytes, *before)) return true;
    }
    return false;
}

// The end to print up to, which is not within a character.
static uint32_t cut(cv_bytes bytes, uint32_t begin, uint32_t end) {
    if (end - begin <= LONGEST_SLICE) return end;
    end = begin + LONGEST_SLICE;
    while (end > begin && (bytes.data[end] & 0xC0) == 0x80) end--;
    return end;
}

static void add_slice(cv_text_builder *text, cv_bytes bytes, uint32_t begin, uint32_t end) {
    uint32_t shown = cut(bytes, begin, end);
    cv_text_add_bytes(text, (const char *)bytes.data + begin, shown - begin);
    if (shown < end) cv_text_add_string(text, "...");
}

const char *cv_written_slice(cv_arena *arena, cv_bytes bytes, uint32_t begin, uint32_t end) {
    cv_text_builder text = {.arena = arena};
    add_slice(&text, bytes, begin, end);
    return cv_text_string(&text);
}

static bool holds(cv_bytes bytes, uint32_t begin, uint32_t end, unsigned char byte) {
    return end > begin && memchr(bytes.data + begin, byte, end - begin) != NULL;
}

// True for "a" and "b", where the quote that opens is closed before the end, and a blank or a comma
// follows; not for "say "hi"", whose quotes were meant to enclose it all.
static bool is_closed_within(cv_bytes bytes, uint32_t begin, uint32_t end) {
    uint32_t past = skip_quoted(bytes, begin, end);
    return past > begin && past < end && strchr(" \t,;", bytes.data[past]);
}

// Without quotes that were meant to enclose it all; a lone ' may be an apostrophe and stays.
static void strip_quotes(cv_bytes bytes, uint32_t *begin, uint32_t *end) {
    if (*begin == *end || is_closed_within(bytes, *begin, *end)) return;
    unsigned char quote = bytes.data[*begin];
    bool is_closed = *end - *begin >= 2 && bytes.data[*end - 1] == quote;
    if (quote != '"' && !(quote == '\'' && is_closed)) return;
    if (!is_closed && holds(bytes, *begin + 1, *end, quote)) return; // "Best" paper
    *begin += 1;
    *end -= is_closed;
}

const char *cv_written_quoted(cv_arena *arena, cv_bytes bytes, uint32_t begin, uint32_t end) {
    strip_quotes(bytes, &begin, &end);
    bool is_special = holds(bytes, begin, end, '"') || holds(bytes, begin, end, '\\');
    bool is_single = is_special && !holds(bytes, begin, end, '\'');
    uint32_t shown = cut(bytes, begin, end);
    cv_text_builder text = {.arena = arena};
    cv_text_add_char(&text, is_single ? '\'' : '"');
    for (uint32_t at = begin; at < shown; at++) {
        char byte = (char)bytes.data[at];
        if (!is_single && (byte == '"' || byte == '\\')) cv_text_add_char(&text, '\\');
        cv_text_add_char(&text, byte);
    }
    if (shown < end) cv_text_add_string(&text, "...");
    cv_text_add_char(&text, is_single ? '\'' : '"');
    return cv_text_string(&text);
}

// The comment that was dropped.
static void add_comment(cv_text_builder *text, cv_bytes bytes, uint32_t at) {
    uint32_t size = (uint32_t)bytes.size, end = at;
    while (end < size && !is_end_of_line(bytes.data[end])) end++;
    end = trim(bytes, at, end);
    at = skip_gap(bytes, at, end);
    if (at == end) return;
    cv_text_add_char(text, ' ');
    add_slice(text, bytes, at, end);
}

const char *cv_written_hint(cv_arena *arena, cv_bytes bytes, cv_written_line line) {
    cv_text_builder text = {.arena = arena};
    cv_text_add_string(&text, "write: ");
    add_slice(&text, bytes, line.first, line.value);
    cv_text_add_string(&text, cv_written_quoted(arena, bytes, line.value, line.end));
    add_comment(&text, bytes, line.end);
    return cv_text_string(&text);
}

const char *cv_written_key_hint(cv_arena *arena, cv_bytes bytes, cv_written_line line) {
    cv_text_builder text = {.arena = arena};
    cv_text_add_string(&text, "write: ");
    add_slice(&text, bytes, line.first, line.content);
    cv_text_add_string(&text, cv_written_quoted(arena, bytes, line.content, line.colon));
    add_slice(&text, bytes, line.colon, line.end);
    add_comment(&text, bytes, line.end);
    return cv_text_string(&text);
}
