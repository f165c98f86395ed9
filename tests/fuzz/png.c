// SPDX-License-Identifier: MIT
// png.c - any bytes as a PNG file, its start being given; the sums of its chunks are made right, so
// that what is in them is looked at. The first byte says whether the data are to be compressed.
#include "fuzz.h"
#include "image.h"

#include <zlib.h>

enum { SIGNATURE = 8, AROUND = 12, ROOM = 1 << 16 };

static uint32_t number_at(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void put_number(uint8_t *at, uint32_t number) {
    for (int i = 0; i < 4; i++) at[i] = (uint8_t)(number >> (24 - 8 * i));
}

static size_t put_chunk(uint8_t *out, const uint8_t *type, const uint8_t *data, size_t size) {
    put_number(out, (uint32_t)size);
    memcpy(out + 4, type, 4);
    memcpy(out + 8, data, size);
    put_number(out + 8 + size, (uint32_t)crc32(0, out + 4, (uInt)size + 4));
    return size + AROUND;
}

// One chunk of the input as one that is sound. Data are put in as they are, or compressed.
static size_t copy_chunk(uint8_t *out, const uint8_t *chunk, size_t size, bool compresses) {
    uint8_t packed[ROOM];
    uLongf packed_size = sizeof packed;
    bool is_data = memcmp(chunk + 4, "IDAT", 4) == 0;
    if (!compresses || !is_data || compress(packed, &packed_size, chunk + 8, (uLong)size) != Z_OK)
        return put_chunk(out, chunk + 4, chunk + 8, size);
    return put_chunk(out, chunk + 4, packed, packed_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static uint8_t file[4 * ROOM];
    if (size < 1 + SIGNATURE || size > ROOM / 2) return 0;
    size_t at = 1 + SIGNATURE, written = SIGNATURE;
    memcpy(file, "\x89PNG\r\n\x1a\n", SIGNATURE);
    while (size - at >= AROUND) {
        size_t length = number_at(data + at);
        if (length > size - at - AROUND) break;
        written += copy_chunk(file + written, data + at, length, data[0] & 1);
        at += length + AROUND;
    }
    memcpy(file + written, data + at, size - at);
    read_image_twice((cv_bytes){file, written + size - at});
    return 0;
}
