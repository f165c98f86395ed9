// SPDX-License-Identifier: MIT
// face_choice.c - clusters that the family lacks, gathered to words and these to scripts.
#include "shape/face_choice.h"

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
static bool needs_no_glyph(const cv_font *font, uint32_t code_point) {
    if (is_shown_anyway(code_point)) return false;
    if (code_point > 0x7F && cv_unicode_is_space(code_point)) return cv_font_glyph(font, ' ') != 0;
    return cv_unicode_is_ignorable(code_point);
}

bool cv_font_covers(const cv_font *font, uint32_t code_point) {
    if (font->has_ascii && code_point >= ' ' && code_point <= '~') return true;
    return cv_font_glyph(font, cv_font_stand_in(font, code_point)) != 0 ||
           needs_no_glyph(font, code_point);
}

const char *cv_cluster_end(const char *text, const char *end) {
    cv_utf8_next(&text);
    while (text < end) {
        const char *next = text;
        uint32_t code_point = cv_utf8_next(&next);
        if (code_point < 0x300 || !cv_unicode_is_mark(code_point)) break;
        text = next;
    }
    return text;
}

uint32_t cv_script_of(const char *text) {
    uint32_t code_point = cv_utf8_next(&text);
    if (code_point < 0x80)
        return cv_is_letter((char)code_point) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    return hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
}

bool cv_script_is_neutral(uint32_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
           script == HB_SCRIPT_UNKNOWN;
}

static bool covers(const cv_font *font, const char *text, const char *end) {
    while (text < end)
        if (!cv_font_covers(font, cv_utf8_next(&text))) return false;
    return true;
}

typedef struct cluster {
    uint32_t begin, end;
    uint32_t script;
    bool is_open;        // it needs another face than the family's
    const cv_font *font; // NULL where it is open and no face has been found
} cluster;
typedef struct clusters CV_ARRAY(cluster) clusters;

typedef struct choice {
    const cv_face_wish *wish;
    const char *string;
    clusters clusters;
} choice;

static bool is_neutral(const cluster *each) { return cv_script_is_neutral(each->script); }

static bool fits(const choice *self, const cv_font *font, const cluster *each) {
    return covers(font, self->string + each->begin, self->string + each->end);
}

static void read_clusters(choice *self, uint32_t begin, uint32_t end, cv_arena *arena) {
    const cv_font *own = self->wish->chain.fonts[0];
    for (uint32_t at = begin; at < end;) {
        cluster next = {.begin = at, .script = cv_script_of(self->string + at), .font = own};
        at = (uint32_t)(cv_cluster_end(self->string + at, self->string + end) - self->string);
        next.end = at;
        next.is_open = !fits(self, own, &next);
        if (next.is_open) next.font = NULL;
        CV_PUSH(arena, &self->clusters, next);
    }
}

// The clusters from `from` on that are letters of one word with it.
static size_t word_end(const choice *self, size_t from) {
    const cluster *items = self->clusters.items;
    size_t end = from + 1;
    while (end < self->clusters.count && items[end].script == items[from].script) end++;
    return end;
}

// A word of which the family lacks a letter is taken from it as a whole.
static void open_words(choice *self) {
    for (size_t i = 0, end; i < self->clusters.count; i = end) {
        cluster *items = self->clusters.items;
        end = i + 1;
        if (is_neutral(&items[i])) continue;
        end = word_end(self, i);
        bool is_open = false;
        for (size_t j = i; j < end; j++) is_open |= items[j].is_open;
        for (size_t j = i; j < end && is_open; j++) {
            items[j].is_open = true;
            items[j].font = NULL;
        }
    }
}

static cv_fallback fallback_of(const choice *self, uint32_t script) {
    return (cv_fallback){.script = script,
                         .language = self->wish->language,
                         .beside = self->wish->chain.fonts[0],
                         .face = self->wish->face};
}

// The next face to try: `*place` counts through the chain behind the family's, then the others.
static const cv_font *next_face(const choice *self, const cv_fallback *fallback, size_t *place) {
    const cv_font_chain *chain = &self->wish->chain;
    size_t own = chain->count - 1;
    if (*place < own) return chain->fonts[1 + (*place)++];
    if (!self->wish->set) return NULL;
    size_t other = *place - own;
    const cv_font *font =
        cv_font_set_fallback(self->wish->set, fallback, self->wish->findings, &other);
    *place = own + other;
    return font;
}

// Gives the open clusters of `script` within [begin, end) the first face that has all of them.
static bool give_one_face(choice *self, uint32_t script, size_t begin, size_t end) {
    cluster *items = self->clusters.items;
    cv_fallback fallback = fallback_of(self, script);
    const cv_font *font;
    bool fits_all = false;
    for (size_t place = 0; !fits_all && (font = next_face(self, &fallback, &place));) {
        fits_all = true;
        for (size_t i = begin; i < end && fits_all; i++)
            if (items[i].is_open && items[i].script == script)
                fits_all = fits(self, font, &items[i]);
    }
    for (size_t i = begin; i < end && fits_all; i++)
        if (items[i].is_open && items[i].script == script) items[i].font = font;
    return fits_all;
}

// Where the script of the letter `from` ends: before a letter of another one.
static size_t script_end(const choice *self, size_t from) {
    const cluster *items = self->clusters.items;
    size_t end = from + 1;
    while (end < self->clusters.count &&
           (is_neutral(&items[end]) || items[end].script == items[from].script))
        end++;
    return end;
}

static void give_faces_to_words(choice *self, size_t begin, size_t end) {
    const cluster *items = self->clusters.items;
    uint32_t script = items[begin].script;
    for (size_t i = begin, next; i < end; i = next) {
        next = i + 1;
        if (!items[i].is_open || items[i].script != script) continue;
        next = word_end(self, i);
        if (give_one_face(self, script, i, next)) continue;
        for (size_t j = i; j < next; j++) give_one_face(self, script, j, j + 1);
    }
}

static void give_faces_to_letters(choice *self) {
    const cluster *items = self->clusters.items;
    for (size_t i = 0, end; i < self->clusters.count; i = end) {
        end = i + 1;
        if (!items[i].is_open || is_neutral(&items[i])) continue;
        end = script_end(self, i);
        if (!give_one_face(self, items[i].script, i, end)) give_faces_to_words(self, i, end);
    }
}

static const cluster *first_letter(const choice *self) {
    for (size_t i = 0; i < self->clusters.count; i++)
        if (!is_neutral(&self->clusters.items[i])) return &self->clusters.items[i];
    return NULL;
}

// Gives a sign the first face for `script` that has it.
static bool give_face_to_sign(choice *self, size_t index, uint32_t script) {
    uint32_t own = self->clusters.items[index].script;
    self->clusters.items[index].script = script;
    bool has_face = give_one_face(self, script, index, index + 1);
    self->clusters.items[index].script = own;
    return has_face;
}

// A sign that the family lacks goes with the letters around it if these are not the family's.
static void give_faces_to_signs(choice *self) {
    cluster *items = self->clusters.items;
    const cluster *near = first_letter(self); // then the last one before the sign
    for (size_t i = 0; i < self->clusters.count; i++) {
        if (!is_neutral(&items[i])) near = &items[i];
        if (!items[i].is_open || !is_neutral(&items[i])) continue;
        if (near && near->is_open && near->font && fits(self, near->font, &items[i])) {
            items[i].font = near->font;
            continue;
        }
        if (near && near->is_open && give_face_to_sign(self, i, near->script)) continue;
        const char *at = self->string + items[i].begin;
        give_face_to_sign(self, i, cv_unicode_script_of_sign(cv_utf8_next(&at), items[i].script));
    }
}

// What the family alone has goes back to it, though the rest of its word is of another face.
static void take_back(choice *self) {
    const cv_font *own = self->wish->chain.fonts[0];
    cluster *items = self->clusters.items;
    for (size_t i = 0; i < self->clusters.count; i++)
        if (!items[i].font && fits(self, own, &items[i])) {
            items[i].font = own;
            items[i].is_open = false;
        }
}

static bool is_digit(const choice *self, const cluster *each) {
    return cv_is_digit(self->string[each->begin]);
}

// Blanks and marks of punctuation between two words of one face are of that face too.
static void close_gaps(choice *self) {
    cluster *items = self->clusters.items;
    for (size_t i = 0, end; i < self->clusters.count; i = end) {
        end = i + 1;
        if (!items[i].is_open || !items[i].font) continue;
        const cv_font *font = items[i].font;
        while (end < self->clusters.count && !items[end].is_open && is_neutral(&items[end]) &&
               !is_digit(self, &items[end]) && fits(self, font, &items[end]))
            end++;
        bool is_between = end < self->clusters.count && items[end].font == font;
        for (size_t j = i + 1; j < end && is_between; j++) items[j].font = font;
    }
}

static bool runs_right_to_left(const choice *self, const cluster *each) {
    const char *at = self->string + each->begin;
    return cv_unicode_direction(cv_utf8_next(&at)) == CV_DIRECTION_RIGHT_TO_LEFT;
}

static bool is_blank(const choice *self, const cluster *each) {
    return self->string[each->begin] == ' ';
}

// From the word `word` on, to the left or the right (`step`), how far its face goes: over blanks;
// where it runs from right to left, over digits, and over all signs to the end of the stretch or
// the next word of that face.
static size_t reach(const choice *self, size_t word, size_t step) {
    const cluster *items = self->clusters.items;
    const cv_font *font = items[word].font;
    bool is_turned = runs_right_to_left(self, &items[word]);
    size_t at = word + step, near = at;
    for (; at < self->clusters.count; at += step) { // also ends below 0, which is the largest
        bool goes_along = !items[at].is_open && is_neutral(&items[at]);
        if (!goes_along || !fits(self, font, &items[at])) break;
        bool is_near = is_blank(self, &items[at]) || (is_turned && is_digit(self, &items[at]));
        if (near == at && is_near) near += step;
    }
    bool is_whole = at >= self->clusters.count || items[at].font == font;
    return is_whole && is_turned ? at : near;
}

// Scripts of which a family has most letters, so that a word of another face is an exception.
static bool is_common_script(uint32_t script) {
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

// Programs that find the order of reading from the page take what is of one face as a whole: blanks
// and, in text from right to left, numbers go with the words.
static void spread_words(choice *self) {
    cluster *items = self->clusters.items;
    const size_t steps[] = {1, SIZE_MAX}; // the latter is -1
    for (size_t i = 0; i < self->clusters.count; i++) {
        if (!items[i].is_open || !items[i].font || is_neutral(&items[i]) ||
            is_common_script(items[i].script))
            continue;
        for (size_t j = 0; j < sizeof steps / sizeof *steps; j++) {
            size_t end = reach(self, i, steps[j]);
            for (size_t at = i + steps[j]; at != end; at += steps[j])
                items[at].font = items[i].font;
        }
    }
}

static cv_face_parts join(const clusters *all, cv_arena *arena) {
    cv_face_parts parts = {0};
    for (size_t i = 0; i < all->count; i++) {
        const cluster *each = &all->items[i];
        if (parts.count && parts.items[parts.count - 1].font == each->font)
            parts.items[parts.count - 1].end = each->end;
        else
            CV_PUSH(arena, &parts, (cv_face_part){each->end, each->font});
    }
    return parts;
}

cv_face_parts cv_faces_choose(const cv_face_wish *wish, const char *string, uint32_t begin,
                              uint32_t end, cv_arena *arena) {
    cv_face_parts parts = {0};
    if (covers(wish->chain.fonts[0], string + begin, string + end)) {
        CV_PUSH(arena, &parts, (cv_face_part){end, wish->chain.fonts[0]});
        return parts;
    }
    choice self = {.wish = wish, .string = string};
    read_clusters(&self, begin, end, arena);
    open_words(&self);
    give_faces_to_letters(&self);
    give_faces_to_signs(&self);
    take_back(&self);
    close_gaps(&self);
    spread_words(&self);
    return join(&self.clusters, arena);
}
