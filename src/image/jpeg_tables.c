// SPDX-License-Identifier: MIT
#include "image/jpeg_tables.h"

#include <stdbool.h>

enum { CODE_LENGTHS = 16 };

size_t cv_jpeg_measure_quantization(const unsigned char *at, size_t left) {
    enum { ENTRIES = 64, MOST_BYTES = 2 };
    size_t bytes = (*at >> 4) + 1u;
    bool is_sound = bytes <= MOST_BYTES && (*at & 15) < CV_JPEG_MOST_TABLES;
    return is_sound && left >= 1 + bytes * ENTRIES ? 1 + bytes * ENTRIES : 0;
}

// Whether the codes of each length are left over by the shorter ones, and none is of ones only
// (T.81, C.2). `counts` says how many there are of 1 bit, of 2, and so on.
static bool is_prefix_code(const unsigned char *counts) {
    unsigned codes = 0;
    for (unsigned bits = 1; bits <= CODE_LENGTHS; bits++) {
        codes = codes * 2 + counts[bits - 1];
        if (codes >= 1u << bits) return false;
    }
    return true;
}

// A DC coefficient differs from the one before in 15 bits at most (T.81, F.1.2.1).
static bool has_values_of(unsigned kind, const unsigned char *values, size_t count) {
    enum { DC = 0, MOST_BITS = 15 };
    for (size_t i = 0; i < count && kind == DC; i++)
        if (values[i] > MOST_BITS) return false;
    return true;
}

size_t cv_jpeg_measure_huffman(const unsigned char *at, size_t left) {
    enum { HEAD = 1 + CODE_LENGTHS, MOST_CODES = 256, KINDS = 2 };
    if (left < HEAD || *at >> 4 >= KINDS || (*at & 15) >= CV_JPEG_MOST_TABLES) return 0;
    size_t codes = 0;
    for (int i = 1; i <= CODE_LENGTHS; i++) codes += at[i];
    if (codes > MOST_CODES || left < HEAD + codes || !is_prefix_code(at + 1)) return 0;
    return has_values_of(*at >> 4, at + HEAD, codes) ? HEAD + codes : 0;
}
