// SPDX-License-Identifier: MIT
// shape.c - HarfBuzz, and which bytes of the text each glyph shows.
#include "shape/shape.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "shape/bidi.h"
#include "shape/coverage.h"
#include "shape/han.h"
#include "shape/itemize.h"

#include <hb.h>
#include <string.h>

enum { FACE_COUNT = 4, MOST_FEATURES = 11, MOST_MENDINGS = 8 };

// Whether a face shapes anything in its own way for the document's language.
typedef enum heeding { HEEDING_UNKNOWN, HEEDS_LANGUAGE, IGNORES_LANGUAGE } heeding;

typedef struct glyph_array CV_ARRAY(cv_shaped_glyph) glyph_array;

struct cv_shaper {
    const cv_document *document;
    cv_arena *arena;
    cv_report *report;
    cv_memo *cache; // or NULL
    hb_buffer_t *buffer;
    hb_language_t language;
    cv_font_set *fonts;
    cv_font_chain text_chains[FACE_COUNT], code_chains[FACE_COUNT];
    heeding text_heedings[FACE_COUNT], code_heedings[FACE_COUNT]; // of the first of each chain
    const char *han_language;
    cv_font_findings findings;
    cv_coverage coverage;
    const cv_font *rejected; // the last one that was
};

static void close_buffer(void *handle) { hb_buffer_destroy(*(hb_buffer_t **)handle); }

// The face of the family first, then that of every other family.
static cv_font_chain make_chain(const cv_font_set *set, const char *family, unsigned face,
                                cv_arena *arena) {
    cv_family_names names = cv_font_families(set, arena);
    const cv_font **fonts = CV_NEW_ARRAY(arena, const cv_font *, names.count + 1);
    size_t count = 0;
    const cv_font *own = cv_font_find(set, family, face);
    if (own) fonts[count++] = own;
    for (size_t i = 0; i < names.count; i++)
        if (!cv_equal_ignoring_case(names.items[i], family))
            fonts[count++] = cv_font_find(set, names.items[i], face);
    return (cv_font_chain){fonts, count};
}

cv_shaper *cv_shaper_open(const cv_document *document, cv_font_set *fonts, cv_memo *cache,
                          cv_arena *arena, cv_report *report) {
    cv_shaper *shaper = CV_NEW(arena, cv_shaper);
    shaper->document = document;
    shaper->arena = arena;
    shaper->report = report;
    shaper->cache = cache;
    shaper->fonts = fonts;
    shaper->han_language = cv_han_language(document);
    shaper->findings = (cv_font_findings){.report = report, .arena = arena};
    shaper->coverage = (cv_coverage){.set = fonts,
                                     .findings = &shaper->findings,
                                     .document = document,
                                     .arena = arena,
                                     .report = report};
    cv_font_set_want(fonts, document->family, document->family_span);
    cv_font_set_want(fonts, document->mono, document->mono_span);
    for (unsigned face = 0; face < FACE_COUNT; face++) {
        shaper->text_chains[face] = make_chain(fonts, document->family, face, arena);
        shaper->code_chains[face] = make_chain(fonts, document->mono, face, arena);
    }
    cv_arena_defer(arena, close_buffer, &shaper->buffer);
    shaper->buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(shaper->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    shaper->language = hb_language_from_string(document->language, -1);
    return shaper;
}

static unsigned face_of(const cv_stretch *stretch) {
    return (stretch->is_bold ? (unsigned)CV_FACE_BOLD : 0) |
           (stretch->is_italic ? (unsigned)CV_FACE_ITALIC : 0);
}

static cv_font_chain chain_of(const cv_shaper *shaper, const cv_stretch *stretch) {
    const cv_font_chain *chains = stretch->is_code ? shaper->code_chains : shaper->text_chains;
    return chains[face_of(stretch)];
}

// Of the family's face, asked for only when a text is to be shaped with it: it takes two tables.
static bool ignores_language(cv_shaper *shaper, const cv_stretch *stretch) {
    heeding *found = stretch->is_code ? &shaper->code_heedings[face_of(stretch)]
                                      : &shaper->text_heedings[face_of(stretch)];
    const cv_font *own = chain_of(shaper, stretch).fonts[0];
    if (*found == HEEDING_UNKNOWN)
        *found = cv_font_heeds_language(own, shaper->document->language) ? HEEDS_LANGUAGE
                                                                         : IGNORES_LANGUAGE;
    return *found == IGNORES_LANGUAGE;
}

// The family's face without a need to know the language, so that what is shaped with it is the same
// in all.
static bool is_of_any_language(cv_shaper *shaper, const cv_shaped_run *run) {
    return run->font == chain_of(shaper, run->stretch).fonts[0] &&
           ignores_language(shaper, run->stretch);
}

const cv_font *cv_shaper_font(const cv_shaper *shaper, unsigned face) {
    return shaper->text_chains[face].fonts[0];
}

// Scripts whose letters join, at the baseline or at a line above.
static bool is_joined(uint32_t script) {
    static const hb_script_t joined[] = {
        HB_SCRIPT_ARABIC,  HB_SCRIPT_SYRIAC,     HB_SCRIPT_NKO,     HB_SCRIPT_MONGOLIAN,
        HB_SCRIPT_MANDAIC, HB_SCRIPT_PHAGS_PA,   HB_SCRIPT_ADLAM,   HB_SCRIPT_HANIFI_ROHINGYA,
        HB_SCRIPT_SOGDIAN, HB_SCRIPT_DEVANAGARI, HB_SCRIPT_BENGALI, HB_SCRIPT_GURMUKHI,
    };
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++)
        if (joined[i] == script) return true;
    return false;
}

// Tracking is for capitals: it would part letters that join and syllables of several signs, and
// words of ideographs. Signs go along.
static bool is_tracked(const cv_shaped_run *run) {
    static const hb_script_t tracked[] = {HB_SCRIPT_COMMON, HB_SCRIPT_LATIN, HB_SCRIPT_GREEK,
                                          HB_SCRIPT_CYRILLIC, HB_SCRIPT_ARMENIAN};
    if (!run->stretch->tracking) return false;
    for (size_t i = 0; i < sizeof tracked / sizeof *tracked; i++)
        if (tracked[i] == run->script) return true;
    return false;
}

cv_length cv_shaped_advance(const cv_shaped_run *run, const cv_shaped_glyph *glyph) {
    return cv_font_scale(run->font, glyph->advance, run->stretch->size) +
           (glyph->starts_cluster && is_tracked(run) ? run->stretch->tracking : 0);
}

static void add_feature(hb_feature_t *features, unsigned *count, const char name[4],
                        uint32_t value) {
    features[(*count)++] = (hb_feature_t){HB_TAG(name[0], name[1], name[2], name[3]), value,
                                          HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

// Contextual alternates of some faces turn "->" into an arrow: what is read must be what was typed.
static bool has_arrow(const char *text, const char *end) {
    for (; text + 1 < end; text++)
        if (((*text == '-' || *text == '=') && (text[1] == '>' || text[1] == '<')) ||
            (*text == '<' && (text[1] == '-' || text[1] == '=')))
            return true;
    return false;
}

// HarfBuzz makes fractions of digits around this character alone.
static bool has_fraction(const char *text, const char *end) {
    static const char slash[] = "\u2044";
    const size_t size = sizeof slash - 1;
    for (; text + size <= end; text++)
        if (memcmp(text, slash, size) == 0) return true;
    return false;
}

static void turn_off_fractions(hb_feature_t *features, unsigned *count) {
    add_feature(features, count, "frac", 0);
    add_feature(features, count, "numr", 0);
    add_feature(features, count, "dnom", 0);
}

static unsigned choose_features(const cv_stretch *stretch, const char *text, const char *end,
                                hb_feature_t features[MOST_FEATURES]) {
    unsigned count = 0;
    if (stretch->is_code || has_arrow(text, end)) add_feature(features, &count, "calt", 0);
    if (stretch->is_code || stretch->tracking) {
        add_feature(features, &count, "liga", 0);
        add_feature(features, &count, "clig", 0);
    }
    if (!stretch->is_code) {
        add_feature(features, &count, stretch->has_tabular_figures ? "tnum" : "pnum", 1);
        add_feature(features, &count, "lnum", 1);
    }
    if (stretch->is_capitals) add_feature(features, &count, "case", 1);
    if (!has_fraction(text, end)) turn_off_fractions(features, &count); // a seventh of the cost
    return count;
}

static void fill_buffer(cv_shaper *shaper, const cv_shaped_run *run, const char *string,
                        uint32_t begin, uint32_t end) {
    hb_buffer_clear_contents(shaper->buffer);
    for (const char *at = string + begin; at < string + end;) {
        unsigned cluster = (unsigned)(at - string);
        uint32_t code_point = cv_utf8_next(&at);
        hb_buffer_add(shaper->buffer, cv_font_stand_in(run->font, code_point), cluster);
    }
    hb_buffer_set_content_type(shaper->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(shaper->buffer, run->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(shaper->buffer, run->script == HB_SCRIPT_COMMON
                                             ? HB_SCRIPT_LATIN
                                             : (hb_script_t)run->script);
    hb_buffer_set_language(shaper->buffer, is_of_any_language(shaper, run) ? HB_LANGUAGE_INVALID
                                                                           : shaper->language);
}

// Deals the characters of a cluster to its glyphs in order; the last glyph gets what is left.
static void deal_text(const char *string, cv_shaped_glyph *glyphs, size_t count, uint32_t begin,
                      uint32_t end) {
    const char *at = string + begin;
    for (size_t i = 0; i < count; i++) {
        const char *from = at;
        if (i + 1 == count)
            at = string + end;
        else if (at < string + end)
            cv_utf8_next(&at);
        glyphs[i].begin = (uint32_t)(from - string);
        glyphs[i].text_size = (uint16_t)(at - from);
        glyphs[i].starts_cluster = i == 0;
    }
}

// pdf.js takes a gap of 0.6 em for the end of a text, and that is the space of most faces of one
// width. The glyph also stands in for spaces of other widths, which stay as they are.
static int32_t limit_space(const cv_font *font, int32_t own, int32_t advance) {
    int32_t most = font->units_per_em * 59 / 100;
    return advance == own && advance > most ? most : advance;
}

// Kerning beyond a tenth of an em, as of "//" in Lato, makes extractors see two words. The limit
// stays below what poppler (0.1 em of overlap) and pdf.js (0.1 em of gap) take for a word's end.
static int32_t limit_kerning(const cv_shaped_run *run, uint32_t glyph, int32_t advance) {
    const cv_font *font = run->font;
    if (is_joined(run->script)) return advance; // a connection, not kerning
    int32_t own = cv_font_advance(font, glyph), most = font->units_per_em * 9 / 100;
    if (glyph == font->space) return limit_space(font, own, advance);
    if (advance >= own - most && advance <= own + most) return advance;
    if (own == 0 || advance == 0) return advance; // a mark
    return advance < own ? own - most : own + most;
}

static bool shape_buffer(cv_shaper *shaper, const cv_font *font, const hb_feature_t *features,
                         unsigned count, const char *const *shapers) {
    return hb_shape_full(font->hb_font, shaper->buffer, features, count, shapers) &&
           hb_buffer_allocation_successful(shaper->buffer);
}

static void reject(cv_shaper *shaper, const cv_font *font) {
    if (font == shaper->rejected) return;
    shaper->rejected = font;
    cv_font_set_reject(shaper->fonts, font, "puts glyphs for glyphs without an end");
}

// Whether there is room for the most glyphs that HarfBuzz makes of so many bytes of text.
static bool has_memory(size_t bytes) {
    enum { FACTOR = 64, LEAST = 16384 }; // HB_BUFFER_MAX_LEN_FACTOR, HB_BUFFER_MAX_LEN_MIN
    hb_buffer_t *probe = hb_buffer_create();
    size_t most = FACTOR * bytes > LEAST ? FACTOR * bytes : LEAST;
    bool is_made = hb_buffer_pre_allocate(probe, (unsigned)most);
    hb_buffer_destroy(probe);
    return is_made;
}

// HarfBuzz says the same where memory is short and where substitutions do not end. A second failure
// with all the memory it can need is the font's; its text is shaped without its tables then.
static void shape_again(cv_shaper *shaper, const char *string, const cv_shaped_run *run,
                        uint32_t begin, uint32_t end, const hb_feature_t *features,
                        unsigned count) {
    static const char *const plain[] = {"fallback", NULL};
    fill_buffer(shaper, run, string, begin, end);
    if (shape_buffer(shaper, run->font, features, count, NULL)) return;
    fill_buffer(shaper, run, string, begin, end);
    if (!has_memory(end - begin) || !shape_buffer(shaper, run->font, NULL, 0, plain))
        longjmp(*cv_arena_recovery(shaper->arena), CV_NO_MEMORY);
    reject(shaper, run->font);
}

static void shape_range(cv_shaper *shaper, const char *string, const cv_shaped_run *run,
                        uint32_t begin, uint32_t end, glyph_array *glyphs) {
    hb_feature_t features[MOST_FEATURES];
    unsigned feature_count = choose_features(run->stretch, string + begin, string + end, features);
    fill_buffer(shaper, run, string, begin, end);
    if (!shape_buffer(shaper, run->font, features, feature_count, NULL))
        shape_again(shaper, string, run, begin, end, features, feature_count);
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    size_t cluster = glyphs->count;
    if (run->level & 1) hb_buffer_reverse(shaper->buffer); // to the order of the text
    for (unsigned i = 0; i < count; i++) {
        bool unsafe =
            (hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        CV_PUSH(shaper->arena, glyphs,
                (cv_shaped_glyph){
                    .id = (uint16_t)info[i].codepoint,
                    .advance = limit_kerning(run, info[i].codepoint,
                                             cv_font_bound(run->font, position[i].x_advance)),
                    .x_offset = cv_font_bound(run->font, position[i].x_offset),
                    .y_offset = cv_font_bound(run->font, position[i].y_offset),
                    .is_unsafe = unsafe});
        bool is_last = i + 1 == count || info[i + 1].cluster != info[i].cluster;
        if (!is_last) continue;
        deal_text(string, glyphs->items + cluster, glyphs->count - cluster, info[i].cluster,
                  i + 1 == count ? end : info[i + 1].cluster);
        cluster = glyphs->count;
    }
}

// HarfBuzz before 7 takes quadratic time over marks, so that a tower of them is refused.
static bool has_too_many_marks(const char *text) {
    unsigned marks = 0;
    while (*text) {
        uint32_t code_point = cv_utf8_next(&text);
        marks = code_point >= 0x300 && cv_unicode_is_mark(code_point) ? marks + 1 : 0;
        if (marks > CV_LIMIT_MARKS) return true;
    }
    return false;
}

static bool is_within_limits(cv_shaper *shaper, const cv_block_text *text) {
    cv_span span = text->stretches.items[0].span;
    if (strlen(text->string) > CV_LIMIT_TEXT_BYTES) {
        cv_report_add(shaper->report, CV_TEXT_TOO_LONG, span, "this text is longer than %d bytes",
                      (int)CV_LIMIT_TEXT_BYTES)
            ->hint = "split it into several entries or bullets";
        return false;
    }
    if (has_too_many_marks(text->string)) {
        cv_report_add(shaper->report, CV_TEXT_TOO_LONG, span,
                      "a character has more than %d combining marks", (int)CV_LIMIT_MARKS);
        return false;
    }
    return true;
}

static cv_stretch_faces *choose_faces(cv_shaper *shaper, const cv_block_text *text) {
    size_t count = text->stretches.count;
    cv_stretch_faces *faces = CV_NEW_ARRAY(shaper->arena, cv_stretch_faces, count);
    for (size_t i = 0; i < count; i++) {
        const cv_stretch *stretch = &text->stretches.items[i];
        faces[i].wish = (cv_face_wish){.chain = chain_of(shaper, stretch),
                                       .set = shaper->fonts,
                                       .findings = &shaper->findings,
                                       .face = face_of(stretch),
                                       .language = shaper->han_language};
        cv_font_set_check_style(shaper->fonts, faces[i].wish.chain.fonts[0], faces[i].wish.face,
                                stretch->span, &shaper->findings);
        faces[i].parts = cv_faces_choose(&faces[i].wish, text->string, stretch->begin, stretch->end,
                                         shaper->arena);
    }
    return faces;
}

// The family's face where there is none: a glyph too few is refused later, and no face is a crash.
static void fill_gaps(cv_stretch_faces *faces, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < faces[i].parts.count; j++) {
            cv_face_part *part = &faces[i].parts.items[j];
            if (!part->font) part->font = faces[i].wish.chain.fonts[0];
        }
}

static bool has_gap(const cv_stretch_faces *faces, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < faces[i].parts.count; j++)
            if (!faces[i].parts.items[j].font) return true;
    return false;
}

// A name that is put in is another neighbour for the signs behind it, which may then lack a face
// that they had: so until all have one. Each round names a character; few need a third.
static cv_stretch_faces *mend(cv_shaper *shaper, cv_block_text *text) {
    cv_stretch_faces *faces = choose_faces(shaper, text);
    for (unsigned round = 0; round < MOST_MENDINGS; round++) {
        const char *before = text->string;
        *text = cv_coverage_mend(&shaper->coverage, text, faces);
        if (text->string == before) break;
        faces = choose_faces(shaper, text);
        if (!has_gap(faces, text->stretches.count)) break;
    }
    fill_gaps(faces, text->stretches.count);
    return faces;
}

static cv_shaped shape_anew(cv_shaper *shaper, const cv_block_text *text) {
    cv_shaped shaped = {.text = *text};
    cv_stretch_faces *faces = mend(shaper, &shaped.text);
    const cv_stretches *stretches = &shaped.text.stretches;
    const uint8_t *levels = cv_bidi_levels(&shaped.text, shaper->arena);
    for (size_t i = 0; i < stretches->count; i++)
        cv_itemize(shaped.text.string, &stretches->items[i], &faces[i].parts, levels, shaper->arena,
                   &shaped.runs);
    glyph_array glyphs = {0};
    for (size_t i = 0; i < shaped.runs.count; i++) {
        cv_shaped_run *run = &shaped.runs.items[i];
        shaped.is_mixed |= run->level > 0;
        run->first = (uint32_t)glyphs.count;
        shape_range(shaper, shaped.text.string, run, run->begin, run->end, &glyphs);
        run->count = (uint32_t)glyphs.count - run->first;
    }
    shaped.glyphs = (cv_shaped_glyphs){glyphs.items, glyphs.count};
    return shaped;
}

static void add_number(cv_text_builder *key, uint32_t number) {
    char bytes[sizeof number];
    memcpy(bytes, &number, sizeof number);
    cv_text_add_bytes(key, bytes, sizeof bytes);
}

// All that the glyphs of a text depend on but the language. Sizes and colours are not among it.
static cv_text_builder key_of(const cv_shaper *shaper, const cv_block_text *text) {
    const cv_document *document = shaper->document;
    cv_text_builder key = {.arena = shaper->arena};
    const char *const strings[] = {cv_font_set_key(shaper->fonts), document->family, document->mono,
                                   shaper->han_language, text->string};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        cv_text_add_bytes(&key, strings[i], strlen(strings[i]) + 1);
    for (size_t i = 0; i < text->stretches.count; i++) {
        const cv_stretch *stretch = &text->stretches.items[i];
        const cv_font *first = chain_of(shaper, stretch).fonts[0];
        add_number(&key, first->serial);
        add_number(&key, first->index); // of a collection's faces, one may be drawn for small sizes
        add_number(&key, stretch->begin);
        add_number(
            &key,
            face_of(stretch) | (uint32_t)stretch->is_code << 2 |
                (uint32_t)stretch->has_tabular_figures << 3 | (uint32_t)stretch->is_capitals << 4 |
                (uint32_t)(stretch->tracking != 0) << 5 | (uint32_t)stretch->is_left_to_right << 6 |
                (uint32_t)stretch->is_right_to_left << 7 | (uint32_t)text->is_right_to_left << 8);
        add_number(&key, stretch->field);
    }
    return key;
}

static cv_bytes bytes_of(const cv_text_builder *key) {
    return (cv_bytes){(const unsigned char *)key->bytes, key->size};
}

// Looks for a text of any language, then for one of the document's, which `key` is then of.
static bool find(cv_shaper *shaper, const cv_block_text *text, cv_text_builder *key,
                 cv_cached_shape *cached) {
    bool is_of_any = true;
    for (size_t i = 0; i < text->stretches.count; i++)
        is_of_any &= ignores_language(shaper, &text->stretches.items[i]);
    if (is_of_any && cv_shape_cache_find(shaper->cache, bytes_of(key), cached)) return true;
    cv_text_add(key, "%s", shaper->document->language);
    return cv_shape_cache_find(shaper->cache, bytes_of(key), cached);
}

// The cached glyphs, which are not copied, with the stretches of this text.
static cv_shaped shape_of(cv_shaper *shaper, const cv_block_text *text,
                          const cv_cached_shape *cached) {
    cv_shaped shaped = {.text = *text, .glyphs = {cached->glyphs, cached->glyph_count}};
    for (size_t i = 0; i < cached->run_count; i++) {
        const cv_cached_run *run = &cached->runs[i];
        shaped.is_mixed |= run->level > 0;
        CV_PUSH(shaper->arena, &shaped.runs,
                (cv_shaped_run){.begin = run->begin,
                                .end = run->end,
                                .first = run->first,
                                .count = run->count,
                                .font = run->font,
                                .stretch = &text->stretches.items[run->stretch],
                                .script = run->script,
                                .level = run->level});
    }
    return shaped;
}

// What is found about a font of a file (that it is of the system, lacks a style, was refused) is
// reported when a text is shaped with it: a text from the cache would pass over that, and findings
// would depend on what was shaped before. Bundled faces give no findings, but the search for who
// helps out may, though it ends at one of them.
static bool is_of_bundled_fonts(const cv_shaper *shaper, const cv_shaped *shaped) {
    for (size_t i = 0; i < shaped->runs.count; i++) {
        const cv_shaped_run *run = &shaped->runs.items[i];
        const cv_font *family = chain_of(shaper, run->stretch).fonts[0];
        if (run->font->origin != CV_FONT_BUNDLED || family->origin != CV_FONT_BUNDLED) return false;
    }
    return true;
}

// `key` is that of the document's language.
static void keep(cv_shaper *shaper, const cv_text_builder *key, const cv_shaped *shaped) {
    cv_cached_run *runs = CV_NEW_ARRAY(shaper->arena, cv_cached_run, shaped->runs.count);
    bool is_of_any = true;
    for (size_t i = 0; i < shaped->runs.count; i++) {
        const cv_shaped_run *run = &shaped->runs.items[i];
        is_of_any &= is_of_any_language(shaper, run);
        runs[i] =
            (cv_cached_run){.begin = run->begin,
                            .end = run->end,
                            .first = run->first,
                            .count = run->count,
                            .stretch = (uint32_t)(run->stretch - shaped->text.stretches.items),
                            .script = run->script,
                            .level = run->level,
                            .font = run->font};
    }
    cv_cached_shape cached = {.runs = runs,
                              .glyphs = shaped->glyphs.items,
                              .run_count = shaped->runs.count,
                              .glyph_count = shaped->glyphs.count};
    cv_bytes whole = bytes_of(key);
    if (is_of_any) whole.size -= strlen(shaper->document->language);
    cv_shape_cache_add(shaper->cache, whole, &cached);
}

cv_shaped cv_shape_text(cv_shaper *shaper, const cv_block_text *text) {
    if (!text->string) return (cv_shaped){0};
    cv_text_builder key = {0};
    if (shaper->cache) {
        key = key_of(shaper, text);
        cv_cached_shape cached;
        if (find(shaper, text, &key, &cached)) return shape_of(shaper, text, &cached);
    }
    if (!is_within_limits(shaper, text)) return (cv_shaped){0};
    unsigned findings = shaper->report->errors + shaper->report->warnings;
    size_t questions = shaper->findings.questions;
    cv_shaped shaped = shape_anew(shaper, text);
    bool is_as_written = shaped.text.string == text->string &&
                         shaper->report->errors + shaper->report->warnings == findings &&
                         shaper->findings.questions == questions;
    if (shaper->cache && is_as_written && is_of_bundled_fonts(shaper, &shaped))
        keep(shaper, &key, &shaped);
    return shaped;
}

const cv_shaped_block *cv_shape_document(cv_shaper *shaper) {
    const cv_blocks *blocks = &shaper->document->blocks;
    cv_shaped_block *shaped = CV_NEW_ARRAY(shaper->arena, cv_shaped_block, blocks->count);
    for (size_t i = 0; i < blocks->count; i++) {
        shaped[i].label = cv_shape_text(shaper, &blocks->items[i].label);
        shaped[i].text = cv_shape_text(shaper, &blocks->items[i].text);
        shaped[i].right = cv_shape_text(shaper, &blocks->items[i].right);
    }
    return shaped;
}

// That of the text, and which part it is. Neither text nor language has a NUL.
static cv_text_builder key_of_cut(cv_shaper *shaper, const cv_shaped *shaped,
                                  const cv_shaped_run *run, uint32_t begin, uint32_t end) {
    cv_text_builder key = key_of(shaper, &shaped->text);
    if (!is_of_any_language(shaper, run)) cv_text_add(&key, "%s", shaper->document->language);
    cv_text_add_char(&key, '\0');
    add_number(&key, begin);
    add_number(&key, end);
    return key;
}

cv_shaped_glyphs cv_shape_again(cv_shaper *shaper, const cv_shaped *shaped,
                                const cv_shaped_run *run, uint32_t begin, uint32_t end) {
    cv_text_builder key = {0};
    bool may_keep = shaper->cache && is_of_bundled_fonts(shaper, shaped);
    if (may_keep) {
        cv_cached_shape cached;
        key = key_of_cut(shaper, shaped, run, begin, end);
        if (cv_shape_cache_find(shaper->cache, bytes_of(&key), &cached))
            return (cv_shaped_glyphs){cached.glyphs, cached.glyph_count};
    }
    glyph_array glyphs = {0};
    shape_range(shaper, shaped->text.string, run, begin, end, &glyphs);
    cv_cached_shape fresh = {.glyphs = glyphs.items, .glyph_count = glyphs.count};
    if (may_keep) cv_shape_cache_add(shaper->cache, bytes_of(&key), &fresh);
    return (cv_shaped_glyphs){glyphs.items, glyphs.count};
}
