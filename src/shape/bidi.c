// SPDX-License-Identifier: MIT
// bidi.c - ICU's bidirectional algorithm, on the text with isolates around its fields and tokens.
#include "shape/bidi.h"

#include "base/unicode.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

enum { LEFT_TO_RIGHT = 0x2066, RIGHT_TO_LEFT = 0x2067, POP = 0x2069 }; // isolates
enum { NO_BREAK_SPACE = 0xA0, EN_DASH = 0x2013, ABBREVIATION_LETTERS = 3 };

#define NO_BYTE UINT32_MAX

// The text as ICU is given it: UTF-16, and of each unit the byte that it stands for.
typedef struct bidi_text {
    struct CV_ARRAY(UChar) units;
    struct CV_ARRAY(uint32_t) bytes; // parallel; NO_BYTE for an isolate
    cv_arena *arena;
} bidi_text;

static void add_unit(bidi_text *text, UChar unit, uint32_t byte) {
    CV_PUSH(text->arena, &text->units, unit);
    CV_PUSH(text->arena, &text->bytes, byte);
}

static void add_characters(bidi_text *text, const char *string, uint32_t begin, uint32_t end) {
    for (const char *at = string + begin; at < string + end;) {
        uint32_t byte = (uint32_t)(at - string), code_point = cv_utf8_next(&at);
        if (code_point > 0xFFFF) add_unit(text, U16_LEAD(code_point), byte);
        add_unit(text, code_point > 0xFFFF ? U16_TRAIL(code_point) : (UChar)code_point, byte);
    }
}

// Words that run from left to right, within those that do not.
typedef struct phrase {
    const char *begin, *end;
} phrase;

// The text that phrases are sought in.
typedef struct phrase_text {
    const char *string, *end;
    const bool *forced; // bytes that are of a phrase in any case, at the byte's place
    bool has_arabic;
} phrase_text;

static bool is_forced(const phrase_text *text, const char *at) {
    return text->forced[at - text->string];
}

// What makes a word part of a phrase: a letter, or, after one, a digit.
static bool has_letter_or_digit(const char *at, const char *end, bool counts_digits) {
    while (at < end) {
        uint32_t code_point = cv_utf8_next(&at);
        if (cv_unicode_direction(code_point) == CV_DIRECTION_LEFT_TO_RIGHT) return true;
        if (counts_digits && cv_unicode_is_digit(code_point)) return true;
    }
    return false;
}

// "+972", of a phone number, which is a phrase without a letter.
static bool is_phone_prefix(const char *word, const char *end) {
    return word + 1 < end && word[0] == '+' && cv_is_digit(word[1]);
}

// "2019–2023", which was typed with a hyphen and stood so. Among Arabic letters a hyphen does
// not hold numbers together either (UAX #9, W2).
static bool is_range(const phrase_text *text, const char *word, const char *end) {
    if (text->has_arabic || word == end || !cv_is_digit(*word) || !cv_is_digit(end[-1]))
        return false;
    bool has_dash = false;
    for (const char *at = word; at < end;) {
        uint32_t code_point = cv_utf8_next(&at);
        if (code_point == EN_DASH)
            has_dash = true;
        else if (code_point != NO_BREAK_SPACE && !cv_unicode_is_digit(code_point))
            return false;
    }
    return has_dash;
}

// To the next blank or character that runs the other way.
static const char *end_of_word(const phrase_text *text, const char *at) {
    bool is_one = is_forced(text, at);
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): before the end there is text
    while (at < text->end && is_forced(text, at) == is_one && (is_one || *at != ' ')) {
        const char *next = at;
        if (cv_unicode_direction(cv_utf8_next(&next)) == CV_DIRECTION_RIGHT_TO_LEFT && !is_one)
            break;
        at = next;
    }
    return at;
}

static bool begins_phrase(const phrase_text *text, const char *word, const char *end) {
    return is_forced(text, word) || has_letter_or_digit(word, end, false) ||
           is_phone_prefix(word, end) || is_range(text, word, end);
}

// A phrase that begins with the word at `at`, NULL at its end where none does.
static phrase phrase_at(const phrase_text *text, const char *at) {
    phrase found = {at, NULL};
    for (const char *word = at; word < text->end;) {
        const char *word_end = end_of_word(text, word);
        bool belongs = begins_phrase(text, word, word_end) ||
                       (found.end && has_letter_or_digit(word, word_end, true));
        if (!belongs && !found.end) break;
        if (belongs) found.end = word_end;
        word = word_end;
        while (word < text->end && *word == ' ') word++;
        if (word == word_end && word < text->end && !is_forced(text, word)) break;
    }
    return found;
}

static bool is_in(char character, const char *characters) {
    return strchr(characters, character) != NULL;
}

// "B.Sc.", "Ph.D.": the full stop is part of it.
static bool ends_in_abbreviation(phrase words) {
    const char *at = words.end - 1;
    size_t letters = 0;
    while (at > words.begin && cv_is_letter(at[-1])) at--, letters++;
    return letters > 0 && letters <= ABBREVIATION_LETTERS && at > words.begin && at[-1] == '.';
}

static const char openers[] = "([{", closers[] = ")]}";

// How many brackets are opened in the phrase and not closed; negative where it is the other way.
static long count_open(phrase words) {
    long open = 0;
    for (const char *at = words.begin; at < words.end; at++)
        open += is_in(*at, openers) - is_in(*at, closers);
    return open;
}

// Without the punctuation and the brackets of the sentence around it; "(ML)" in it keeps its own.
static phrase strip(const phrase_text *text, phrase words) {
    long open = count_open(words);
    while (words.begin < words.end) {
        char first = *words.begin, last = words.end[-1];
        if (is_forced(text, words.begin) || is_forced(text, words.end - 1)) break;
        bool opens = is_in(first, openers), closes = is_in(last, closers);
        if (is_in(last, ",;:!?\"'-") || (last == '.' && !ends_in_abbreviation(words)))
            words.end--;
        else if (is_in(first, "\"'-"))
            words.begin++;
        else if (opens && closes)
            words.begin++, words.end--;
        else if (closes && open < 0)
            words.end--, open++;
        else if (opens && open > 0)
            words.begin++, open--;
        else
            break;
    }
    return words;
}

static bool has_arabic(const char *at) {
    while (*at)
        if (u_charDirection((UChar32)cv_utf8_next(&at)) == U_RIGHT_TO_LEFT_ARABIC) return true;
    return false;
}

static const bool *forced_bytes(const cv_block_text *text, cv_arena *arena) {
    bool *forced = CV_NEW_ARRAY(arena, bool, strlen(text->string) + 1);
    for (size_t i = 0; i < text->stretches.count; i++) {
        const cv_stretch *stretch = &text->stretches.items[i];
        if (stretch->is_left_to_right)
            memset(forced + stretch->begin, true, stretch->end - stretch->begin);
    }
    return forced;
}

static const char *after_word(const phrase_text *text, const char *at) {
    const char *end = end_of_word(text, at);
    if (end == at) cv_utf8_next(&end);
    return end;
}

// A text that runs from right to left, with isolates around the phrases in it that do not: their
// symbols at either end, as in C++ and .NET, would fall on the wrong side. Fields that are phrases
// and stand together are one, as programs expect that find the order of reading from the page.
static void add_phrases(bidi_text *out, const phrase_text *text) {
    for (const char *at = text->string; at < text->end;) {
        phrase words = phrase_at(text, at);
        if (words.end)
            words = strip(text, words);
        else
            words.begin = words.end = after_word(text, at);
        add_characters(out, text->string, (uint32_t)(at - text->string),
                       (uint32_t)(words.begin - text->string));
        if (words.end > words.begin) {
            add_unit(out, LEFT_TO_RIGHT, NO_BYTE);
            add_characters(out, text->string, (uint32_t)(words.begin - text->string),
                           (uint32_t)(words.end - text->string));
            add_unit(out, POP, NO_BYTE);
        }
        at = words.end;
    }
}

// Whether a field needs no isolate in a text that runs from left to right.
static bool is_of_text(const cv_stretch *stretch) {
    return !stretch->is_left_to_right && !stretch->is_right_to_left;
}

// A text that runs from left to right: fields that do not, and what must not be turned by them,
// stand in isolates.
static void add_fields(bidi_text *out, const cv_block_text *text) {
    const cv_stretches *stretches = &text->stretches;
    for (size_t i = 0, end; i < stretches->count; i = end) {
        const cv_stretch *begin = &stretches->items[i];
        for (end = i + 1; end < stretches->count; end++)
            if (stretches->items[end].field != begin->field ||
                stretches->items[end].is_left_to_right != begin->is_left_to_right)
                break;
        if (!is_of_text(begin))
            add_unit(out, begin->is_left_to_right ? LEFT_TO_RIGHT : RIGHT_TO_LEFT, NO_BYTE);
        add_characters(out, text->string, begin->begin, stretches->items[end - 1].end);
        if (!is_of_text(begin)) add_unit(out, POP, NO_BYTE);
    }
}

static bidi_text with_isolates(const cv_block_text *text, cv_arena *arena) {
    bidi_text out = {.arena = arena};
    if (text->is_right_to_left)
        add_phrases(&out, &(phrase_text){.string = text->string,
                                         .end = text->string + strlen(text->string),
                                         .forced = forced_bytes(text, arena),
                                         .has_arabic = has_arabic(text->string)});
    else
        add_fields(&out, text);
    return out;
}

// No memory of the arena is taken while ICU's object is open.
static void resolve(const bidi_text *text, bool is_right_to_left, uint8_t *levels) {
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    ubidi_setPara(bidi, text->units.items, (int32_t)text->units.count, is_right_to_left, NULL,
                  &error);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &error);
    for (size_t i = 0; i < text->units.count; i++)
        if (text->bytes.items[i] != NO_BYTE)
            levels[text->bytes.items[i]] = U_SUCCESS(error) ? found[i] : is_right_to_left;
    ubidi_close(bidi);
}

const uint8_t *cv_bidi_levels(const cv_block_text *text, cv_arena *arena) {
    size_t size = strlen(text->string);
    if (!text->is_right_to_left && !cv_unicode_has_right_to_left(text->string, size)) return NULL;
    uint8_t *levels = CV_NEW_ARRAY(arena, uint8_t, size + 1);
    bidi_text isolated = with_isolates(text, arena);
    resolve(&isolated, text->is_right_to_left, levels);
    return levels;
}

static void reverse(uint32_t *order, size_t begin, size_t end) {
    for (; begin + 1 < end; begin++, end--) {
        uint32_t first = order[begin];
        order[begin] = order[end - 1];
        order[end - 1] = first;
    }
}

void cv_bidi_order(const uint8_t *levels, size_t count, uint32_t *order) {
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        if (levels[i] > highest) highest = levels[i];
    }
    for (uint8_t level = highest; level > 0; level--)
        for (size_t i = 0, end; i < count; i = end + 1) {
            for (end = i; end < count && levels[order[end]] >= level; end++) continue;
            reverse(order, i, end);
        }
}
