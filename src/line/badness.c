// SPDX-License-Identifier: MIT
// badness.c - cost functions of ragged setting.
#include "line/badness.h"

enum {
    LINE_PENALTY = 10,     // TeX's \linepenalty: prefers fewer lines
    WORST_BADNESS = 10000, // as in TeX: beyond this all lines are equally bad
    RUNT_BADNESS = 2000,   // a last line of one word
    SHORT_BADNESS = 1500   // a last line of next to no width; 600 left 7 of 30 narrow ones short
};

cv_measure cv_measure_of(cv_length width, cv_length em) {
    cv_length share = cv_length_scale(width, 6, 100);
    return (cv_measure){.width = width, .tolerance = share > 2 * em ? share : 2 * em};
}

int32_t cv_ragged_badness(cv_length width, cv_measure measure) {
    int64_t rag = (int64_t)measure.width - width;
    if (rag < 0) return CV_OVERFULL;
    // Quadratic, not TeX's cubic: ragged lines have no stretch to exhaust, and the eye
    // judges the depth of a bay, which grows slower than the cube punishes.
    if (rag >= 10 * (int64_t)measure.tolerance) return WORST_BADNESS; // also keeps the square small
    return (int32_t)(100 * rag * rag / ((int64_t)measure.tolerance * measure.tolerance));
}

int32_t cv_last_line_badness(cv_length width, uint32_t words, cv_measure measure) {
    if (width > measure.width) return CV_OVERFULL;
    if (words < 2) return RUNT_BADNESS;
    int64_t quarter = measure.width / 4;
    if (width >= quarter) return 0;
    return (int32_t)(SHORT_BADNESS * (quarter - width) / quarter);
}

int64_t cv_line_demerits(int32_t badness, int32_t penalty) {
    int64_t sum = (int64_t)LINE_PENALTY + badness;
    int64_t square = (int64_t)penalty * penalty;
    return sum * sum + (penalty < 0 ? -square : square);
}
