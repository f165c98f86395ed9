// SPDX-License-Identifier: MIT
// itemize.c - runs of one face and script.
#include "shape/itemize.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <hb.h>

enum { NO_BREAK_SPACE = 0xA0, NO_BREAK_HYPHEN = 0x2011, HYPHEN_MINUS = '-' };

uint32_t cv_font_stand_in(const cv_font *font, uint32_t code_point) {
    if (code_point == NO_BREAK_SPACE) return ' ';
    if (code_point == NO_BREAK_HYPHEN && !cv_font_glyph(font, code_point)) return HYPHEN_MINUS;
    return code_point;
}

// Ignorable characters that HarfBuzz does not hide, and the one space that has ink.
static bool is_shown_anyway(uint32_t c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || // Hangul fillers
           c == 0x180F || (c >= 0x1BCA0 && c <= 0x1BCA3) || c == 0x1680;
}

// HarfBuzz makes spaces of any width from the space, and shows nothing for ignorable characters.
static bool needs_no_glyph(uint32_t code_point) {
    if (is_shown_anyway(code_point)) return false;
    return (code_point > 0x7F && cv_unicode_is_space(code_point)) ||
           cv_unicode_is_ignorable(code_point);
}

bool cv_font_covers(const cv_font *font, uint32_t code_point) {
    if (font->has_ascii && code_point >= ' ' && code_point <= '~') return true;
    return cv_font_glyph(font, cv_font_stand_in(font, code_point)) != 0 ||
           needs_no_glyph(code_point);
}

static const char *end_of_cluster(const char *text, const char *end) {
    cv_utf8_next(&text);
    while (text < end) {
        const char *next = text;
        uint32_t code_point = cv_utf8_next(&next);
        if (code_point < 0x300 || !cv_unicode_is_mark(code_point)) break;
        text = next;
    }
    return text;
}

// The first code point of [text, end) that the face lacks, 0 if it lacks none.
static uint32_t first_missing(const cv_font *font, const char *text, const char *end) {
    while (text < end) {
        uint32_t code_point = cv_utf8_next(&text);
        if (!cv_font_covers(font, code_point)) return code_point;
    }
    return 0;
}

const cv_font *cv_cluster_font(cv_font_chain chain, const char **text, const char *end,
                               uint32_t *missing) {
    const char *begin = *text;
    *text = end_of_cluster(begin, end);
    for (size_t i = 0; i < chain.count; i++) {
        uint32_t lacking = first_missing(chain.fonts[i], begin, *text);
        if (!lacking) return chain.fonts[i];
        if (i == 0) *missing = lacking;
    }
    return NULL;
}

static uint32_t script_of(const char *text) {
    uint32_t code_point = cv_utf8_next(&text);
    if (code_point < 0x80)
        return cv_is_letter((char)code_point) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    return hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
}

static bool is_neutral(uint32_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
           script == HB_SCRIPT_UNKNOWN;
}

static uint32_t count_code_points(const char *text, const char *end) {
    uint32_t count = 0;
    for (; text < end; count++) cv_utf8_next(&text);
    return count;
}

static bool is_blank_cluster(const char *text) { return *text == ' '; }

void cv_itemize(const char *string, const cv_stretch *stretch, cv_font_chain chain, cv_arena *arena,
                cv_shaped_runs *runs) {
    const char *at = string + stretch->begin, *end = string + stretch->end;
    cv_shaped_run run = {.begin = stretch->begin, .stretch = stretch, .script = HB_SCRIPT_COMMON};
    const char *blank = NULL; // after the last blank of the run, where a long one may be cut
    uint32_t code_points = 0;
    while (at < end) {
        const char *cluster = at;
        uint32_t missing;
        const cv_font *font = cv_cluster_font(chain, &at, end, &missing);
        uint32_t script = script_of(cluster);
        bool changes = (run.font && font != run.font) ||
                       (!is_neutral(script) && !is_neutral(run.script) && script != run.script);
        uint32_t more = count_code_points(cluster, at);
        bool is_full = run.font && code_points + more > CV_LIMIT_RUN_CODE_POINTS;
        if (changes || is_full) {
            if (!changes && blank) at = cluster = blank;
            run.end = (uint32_t)(cluster - string);
            CV_PUSH(arena, runs, run);
            run = (cv_shaped_run){.begin = run.end, .stretch = stretch, .script = HB_SCRIPT_COMMON};
            blank = NULL;
            code_points = 0;
            if (at == cluster) continue; // took back a word: read it again
        }
        run.font = font;
        if (!is_neutral(script)) run.script = script;
        if (is_blank_cluster(cluster)) blank = at;
        code_points += more;
    }
    run.end = stretch->end;
    if (run.end > run.begin) CV_PUSH(arena, runs, run);
}
