// SPDX-License-Identifier: MIT
// itemize.c - runs of one direction, face and script.
#include "shape/itemize.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <hb.h>

// Kana and ideographs are one script where they are shaped: words have both.
static uint32_t shaping_script(const char *cluster) {
    uint32_t script = cv_script_of(cluster);
    bool is_kana = script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA;
    return is_kana || script == HB_SCRIPT_BOPOMOFO ? (uint32_t)HB_SCRIPT_HAN : script;
}

static uint32_t count_code_points(const char *text, const char *end) {
    uint32_t count = 0;
    for (; text < end; count++) cv_utf8_next(&text);
    return count;
}

static bool is_blank_cluster(const char *text) { return *text == ' '; }

static cv_shaped_run run_at(const cv_stretch *stretch, uint32_t begin, const uint8_t *levels) {
    return (cv_shaped_run){.begin = begin,
                           .stretch = stretch,
                           .script = HB_SCRIPT_COMMON,
                           .level = levels ? levels[begin] : 0};
}

void cv_itemize(const char *string, const cv_stretch *stretch, const cv_face_parts *parts,
                const uint8_t *levels, cv_arena *arena, cv_shaped_runs *runs) {
    const char *at = string + stretch->begin, *end = string + stretch->end;
    cv_shaped_run run = run_at(stretch, stretch->begin, levels);
    const char *blank = NULL; // after the last blank of the run, where a long one may be cut
    uint32_t code_points = 0;
    const cv_face_part *part = parts->items;
    while (at < end) {
        const char *cluster = at;
        at = cv_cluster_end(cluster, end);
        while (string + part->end <= cluster) part++;
        const cv_font *font = part->font;
        uint32_t script = shaping_script(cluster);
        bool has_begun = string + run.begin < cluster; // its face may be none
        bool changes = (has_begun && font != run.font) ||
                       (!cv_script_is_neutral(script) && !cv_script_is_neutral(run.script) &&
                        script != run.script) ||
                       (levels && levels[cluster - string] != run.level);
        uint32_t more = count_code_points(cluster, at);
        bool is_full = has_begun && code_points + more > CV_LIMIT_RUN_CODE_POINTS;
        if (changes || is_full) {
            if (!changes && blank) at = cluster = blank;
            run.end = (uint32_t)(cluster - string);
            CV_PUSH(arena, runs, run);
            run = run_at(stretch, run.end, levels);
            blank = NULL;
            code_points = 0;
            if (at == cluster) continue; // took back a word, of the same part: read it again
        }
        run.font = font;
        if (!cv_script_is_neutral(script)) run.script = script;
        if (is_blank_cluster(cluster)) blank = at;
        code_points += more;
    }
    run.end = stretch->end;
    if (run.end > run.begin) CV_PUSH(arena, runs, run);
}
