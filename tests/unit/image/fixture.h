// SPDX-License-Identifier: MIT
// fixture.h - files of pictures, written part by part, and what the reader says of them.
#ifndef IMAGE_FIXTURE_H
#define IMAGE_FIXTURE_H

#include "image/image.h"
#include "support.h"

#include <stdlib.h>
#include <zlib.h>

typedef cv_text_builder picture; // a file under construction

static inline picture picture_begin(support *self) { return (picture){.arena = self->arena}; }

static inline void put(picture *out, const void *bytes, size_t size) {
    cv_text_add_bytes(out, bytes, size);
}

static inline void put_number(picture *out, uint32_t number, unsigned bytes) {
    while (bytes--) cv_text_add_char(out, (char)(number >> 8 * bytes));
}

static inline cv_bytes picture_end(const picture *out) {
    return (cv_bytes){(const unsigned char *)out->bytes, out->size};
}

// PNG

static inline void put_chunk(picture *out, const char *type, const void *data, size_t size) {
    put_number(out, (uint32_t)size, 4);
    size_t at = out->size;
    put(out, type, 4);
    if (size) put(out, data, size);
    put_number(out, (uint32_t)crc32(0, (const Bytef *)out->bytes + at, (uInt)(size + 4)), 4);
}

static inline void put_png_head(picture *out, uint32_t width, uint32_t height, unsigned depth,
                                unsigned color, unsigned interlace) {
    picture data = {.arena = out->arena};
    put(out, "\x89PNG\r\n\x1a\n", 8);
    put_number(&data, width, 4);
    put_number(&data, height, 4);
    const unsigned char rest[] = {(unsigned char)depth, (unsigned char)color, 0, 0,
                                  (unsigned char)interlace};
    put(&data, rest, sizeof rest);
    put_chunk(out, "IHDR", data.bytes, data.size);
}

static inline void put_png_data(picture *out, const picture *rows) {
    uLongf size = compressBound((uLong)rows->size);
    unsigned char *packed = CV_NEW_ARRAY(out->arena, unsigned char, size);
    assert_int_equal(compress(packed, &size, (const Bytef *)rows->bytes, (uLong)rows->size), Z_OK);
    put_chunk(out, "IDAT", packed, size);
}

// A grey picture of 8 bits, all of one shade.
static inline picture plain_png(support *self, uint32_t width, uint32_t height, char shade) {
    picture out = picture_begin(self), rows = picture_begin(self);
    put_png_head(&out, width, height, 8, 0, 0);
    for (uint32_t y = 0; y < height; y++) {
        cv_text_add_char(&rows, 0);
        for (uint32_t x = 0; x < width; x++) cv_text_add_char(&rows, shade);
    }
    put_png_data(&out, &rows);
    put_chunk(&out, "IEND", NULL, 0);
    return out;
}

// JPEG

static inline void put_segment(picture *out, int marker, const void *data, size_t size) {
    cv_text_add_char(out, (char)0xFF);
    cv_text_add_char(out, (char)marker);
    put_number(out, (uint32_t)size + 2, 2);
    if (size) put(out, data, size);
}

static inline void put_jpeg_tables(picture *out) {
    unsigned char quantization[65] = {0},
                  huffman[] = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    memset(quantization + 1, 1, 64);
    put_segment(out, 0xDB, quantization, sizeof quantization);
    put_segment(out, 0xC4, huffman, sizeof huffman); // one code, of two bits
    huffman[0] = 0x10;
    put_segment(out, 0xC4, huffman, sizeof huffman);
}

static inline void put_jpeg_frame(picture *out, int marker, unsigned width, unsigned height,
                                  unsigned components) {
    picture data = {.arena = out->arena};
    put(&data, "\x08", 1);
    put_number(&data, height, 2);
    put_number(&data, width, 2);
    put_number(&data, components, 1);
    for (unsigned i = 1; i <= components; i++) put(&data, (const char[]){(char)i, 0x11, 0}, 3);
    put_segment(out, marker, data.bytes, data.size);
}

static inline void put_jpeg_scan(picture *out, unsigned components) {
    static const unsigned char coded[] = {0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56};
    picture data = {.arena = out->arena};
    put_number(&data, components, 1);
    for (unsigned i = 1; i <= components; i++) put(&data, (const char[]){(char)i, 0}, 2);
    put(&data, "\0\x3f\0", 3);
    put_segment(out, 0xDA, data.bytes, data.size);
    put(out, coded, sizeof coded);
}

static inline void put_jpeg_rest(picture *out, unsigned width, unsigned height,
                                 unsigned components) {
    put_jpeg_tables(out);
    put_jpeg_frame(out, 0xC0, width, height, components);
    put_jpeg_scan(out, components);
    put(out, "\xff\xd9", 2);
}

static inline picture plain_jpeg(support *self, unsigned width, unsigned height,
                                 unsigned components) {
    picture out = picture_begin(self);
    put(&out, "\xff\xd8", 2);
    put_jpeg_rest(&out, width, height, components);
    return out;
}

// Reading

static inline const cv_image *read_image(support *self, cv_bytes bytes) {
    cv_report_init(&self->report, self->arena);
    cv_image_file file = {.name = "me.jpg", .bytes = bytes};
    return cv_image_read(&file, self->arena, &self->report);
}

static inline const cv_image *read_picture(support *self, const picture *out) {
    const cv_image *image = read_image(self, picture_end(out));
    if (!image) fail_msg("%s", self->report.first->message);
    return image;
}

// Fails unless the file is refused with this finding.
static inline void check_refused(support *self, cv_bytes bytes, cv_problem problem,
                                 const char *message) {
    const cv_image *image = read_image(self, bytes);
    if (image) fail_msg("it was read, where it should be said: %s", message);
    assert_int_equal(self->report.errors, 1);
    if (self->report.first->problem != problem || !strstr(self->report.first->message, message))
        fail_msg("%s, where it should be said: %s", self->report.first->message, message);
}

static inline bool holds(cv_bytes bytes, const char *text) {
    size_t size = strlen(text);
    for (size_t i = 0; i + size <= bytes.size; i++)
        if (memcmp(bytes.data + i, text, size) == 0) return true;
    return false;
}

#endif
