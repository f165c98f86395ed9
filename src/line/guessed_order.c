// SPDX-License-Identifier: MIT
// guessed_order.c - the rule of PDFium.
#include "line/guessed_order.h"

#include "base/unicode.h"

typedef enum segment_kind {
    SEGMENT_NEUTRAL,
    SEGMENT_WEAK,
    SEGMENT_LEFT_TO_RIGHT,
    SEGMENT_RIGHT_TO_LEFT
} segment_kind;

static segment_kind kind_of(uint32_t code_point) {
    switch (cv_unicode_direction(code_point)) {
    case CV_DIRECTION_LEFT_TO_RIGHT: return SEGMENT_LEFT_TO_RIGHT;
    case CV_DIRECTION_RIGHT_TO_LEFT: return SEGMENT_RIGHT_TO_LEFT;
    default: return cv_unicode_is_weak(code_point) ? SEGMENT_WEAK : SEGMENT_NEUTRAL;
    }
}

bool cv_has_direction(uint32_t code_point) { return kind_of(code_point) != SEGMENT_NEUTRAL; }

typedef struct segment {
    segment_kind kind;
    size_t begin, end;
} segment;

static segment segment_at(const cv_code_points *text, size_t begin) {
    segment found = {kind_of(text->items[begin]), begin, begin + 1};
    while (found.end < text->count && kind_of(text->items[found.end]) == found.kind) found.end++;
    return found;
}

static segment segment_before(const cv_code_points *text, size_t end) {
    segment found = {kind_of(text->items[end - 1]), end - 1, end};
    while (found.begin > 0 && kind_of(text->items[found.begin - 1]) == found.kind) found.begin--;
    return found;
}

static bool is_right_to_left(const cv_code_points *text) {
    size_t right_to_left = 0, left_to_right = 0;
    for (size_t i = 0; i < text->count;) {
        segment part = segment_at(text, i);
        right_to_left += part.kind == SEGMENT_RIGHT_TO_LEFT;
        left_to_right += part.kind == SEGMENT_LEFT_TO_RIGHT;
        i = part.end;
    }
    return right_to_left > left_to_right;
}

// Signs for which it puts others: what is made of them, and a letter for "®".
static bool is_replaced(uint32_t code_point) {
    return kind_of(code_point) == SEGMENT_NEUTRAL &&
           (cv_unicode_is_composed(code_point) || code_point == 0xAE);
}

uint32_t cv_turned(uint32_t code_point) {
    switch (code_point) {
    case 0x2018: return 0x2019;
    case 0x2019: return 0x2018;
    case 0x201C: return 0x201D;
    case 0x201D: return 0x201C;
    default: return is_replaced(code_point) ? 0 : cv_unicode_mirror(code_point);
    }
}

static void add_segment(const cv_code_points *seen, segment part, bool is_turned,
                        cv_code_points *read, cv_arena *arena) {
    for (size_t i = 0; i < part.end - part.begin; i++)
        CV_PUSH(arena, read,
                is_turned ? cv_turned(seen->items[part.end - 1 - i]) : seen->items[part.begin + i]);
}

void cv_order_guess(const cv_code_points *seen, cv_code_points *read, cv_arena *arena) {
    read->count = 0;
    bool is_backward = is_right_to_left(seen), is_turned = is_backward;
    for (size_t done = 0; done < seen->count;) {
        segment part =
            is_backward ? segment_before(seen, seen->count - done) : segment_at(seen, done);
        if (part.kind >= SEGMENT_LEFT_TO_RIGHT) is_turned = part.kind == SEGMENT_RIGHT_TO_LEFT;
        add_segment(seen, part, is_turned && part.kind != SEGMENT_WEAK, read, arena);
        done += part.end - part.begin;
    }
}
