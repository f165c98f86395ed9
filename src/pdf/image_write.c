// SPDX-License-Identifier: MIT
// image_write.c - image XObjects (ISO 32000-1, 8.9.5). JPEG goes in as it is, samples are filtered
// as in PNG before they are compressed. Colours are in the device's space, which the output intent
// makes sRGB; a grey one is the grey of that.
#include "pdf/writer.h"

#include <stdlib.h>
#include <string.h>

enum { FILTER_COUNT = 5 }; // ISO/IEC 15948, 9.2: none, sub, up, average, Paeth

static int paeth(int left, int above, int corner) {
    int estimate = left + above - corner;
    int to_left = abs(estimate - left), to_above = abs(estimate - above);
    int to_corner = abs(estimate - corner);
    if (to_left <= to_above && to_left <= to_corner) return left;
    return to_above <= to_corner ? above : corner;
}

static unsigned char predict(int filter, int left, int above, int corner) {
    switch (filter) {
    case 1: return (unsigned char)left;
    case 2: return (unsigned char)above;
    case 3: return (unsigned char)((left + above) / 2);
    case 4: return (unsigned char)paeth(left, above, corner);
    default: return 0;
    }
}

// One row of samples by one filter into `out`. Returns how far it is from zeros, as the PNG
// specification suggests (12.8): the least does best.
static uint64_t filter_row(int filter, const unsigned char *row, const unsigned char *above,
                           size_t size, size_t pixel, unsigned char *out) {
    uint64_t sum = 0;
    for (size_t i = 0; i < size; i++) {
        bool is_first = i < pixel;
        unsigned char rest =
            (unsigned char)(row[i] - predict(filter, is_first ? 0 : row[i - pixel],
                                             above ? above[i] : 0,
                                             is_first || !above ? 0 : above[i - pixel]));
        out[i] = rest;
        sum += rest < 128 ? rest : 256u - rest;
    }
    return sum;
}

// The samples with each row behind the number of its filter.
static cv_bytes filter_samples(const cv_image *image, cv_arena *arena) {
    size_t pixel = image->components, size = image->width * pixel;
    size_t whole = (size + 1) * image->height;
    unsigned char *filtered = cv_arena_reserve(arena, whole, 1);
    unsigned char *trial = cv_arena_reserve(arena, size, 1), *out = filtered;
    const unsigned char *above = NULL, *row = image->data.data;
    for (uint32_t y = 0; y < image->height; y++, above = row, row += size, out += size + 1) {
        uint64_t best = UINT64_MAX;
        for (int filter = 0; filter < FILTER_COUNT; filter++) {
            uint64_t sum = filter_row(filter, row, above, size, pixel, trial);
            if (sum >= best) continue;
            best = sum;
            *out = (unsigned char)filter;
            memcpy(out + 1, trial, size);
        }
    }
    return (cv_bytes){filtered, whole};
}

uint32_t cv_image_write(cv_pdf_writer *writer, const cv_image *image) {
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add(&out, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8",
                image->width, image->height);
    cv_text_add_string(&out,
                       image->components == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB");
    if (image->coding == CV_IMAGE_JPEG) {
        cv_text_add_string(&out, "/Filter/DCTDecode");
        return cv_haru_add_stream(writer->haru, cv_text_string(&out), image->data, false);
    }
    cv_text_add(&out, "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>", image->components,
                image->width);
    return cv_haru_add_stream(writer->haru, cv_text_string(&out),
                              filter_samples(image, writer->arena), true);
}
