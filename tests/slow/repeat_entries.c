// SPDX-License-Identifier: MIT
// repeat_entries.c - a filter: a resume with the entries of each section many times over, each time
// with other words of the same letters.
//
// repeat_entries TIMES <resume.yaml    Titles of sections are indented by two blanks, and entries
//                                      begin with the first dash below.
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 20 };

static bool is_title(const char *line) {
    return strncmp(line, "  ", 2) == 0 && line[2] != ' ' && line[2] != '\n' && line[2] != '\0';
}

static bool begins_entry(const char *line) {
    line += strspn(line, " ");
    return strncmp(line, "- ", 2) == 0;
}

static size_t word_size(const char *at) {
    size_t size = 0;
    while (isalpha((unsigned char)at[size])) size++;
    return size;
}

// Keys, dates and short words stay as they are.
static bool may_change(const char *word, size_t size) {
    return size > 3 && word[size] != ':' && strncmp(word, "present", size) != 0;
}

// Prints [at, end), each word turned by `turn` letters: "Tsinghua" is "singhuaT", "inghuaTs"…
static void print_turned(const char *at, const char *end, size_t turn) {
    while (at < end) {
        size_t size = word_size(at);
        size_t first = may_change(at, size) ? turn % size : 0;
        printf("%.*s%.*s", (int)(size - first), at + first, (int)first, at);
        at += size;
        if (at < end) putchar(*at++);
    }
}

static const char *next_line(const char *line) {
    const char *end = strchr(line, '\n');
    return end ? end + 1 : line + strlen(line);
}

// Prints the entries at `line` so many times, and returns what follows them.
static const char *print_entries(const char *line, size_t times) {
    const char *end = line;
    while (*end && !is_title(end)) end = next_line(end);
    for (size_t turn = 0; turn < times; turn++) print_turned(line, end, turn);
    return end;
}

int main(int argument_count, char **arguments) {
    static char text[MOST_BYTES];
    size_t times = argument_count == 2 ? strtoul(arguments[1], NULL, 10) : 0;
    size_t size = fread(text, 1, sizeof text - 1, stdin);
    if (times == 0 || size == 0 || size == sizeof text - 1) {
        fprintf(stderr, "usage: repeat_entries TIMES <resume.yaml\n");
        return 2;
    }
    bool is_below_title = false;
    for (const char *line = text; *line;) {
        if (is_below_title && begins_entry(line)) {
            line = print_entries(line, times);
            continue;
        }
        if (is_title(line)) is_below_title = true;
        const char *next = next_line(line);
        printf("%.*s", (int)(next - line), line);
        line = next;
    }
    return 0;
}
