// SPDX-License-Identifier: MIT
// png.c - the only door to libpng, which is given no more than the five kinds of chunks that draw
// the picture, and never more of them than the file has bytes.
//
// What libpng finds wrong comes by longjmp to read_rows(). While libpng is open, nothing of ours is
// allocated: so no jump of the arena passes it by.
#include "image/decode.h"

#include "base/limits.h"
#include "image/exif.h"
#include "image/png.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// ISO/IEC 15948, 5.3: a chunk is its length, its type, its data and their CRC.
enum { SIGNATURE_BYTES = 8, CHUNK_BYTES = 12, HEADER_DATA_BYTES = 13 };

typedef struct png_header {
    uint32_t width, height;
    unsigned depth,
        color; // of a sample; 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
    bool has_transparency; // by a chunk of its own, which may turn out to be malformed
} png_header;

static uint32_t number_at(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool is_type(const unsigned char *chunk, const char *type) {
    return memcmp(chunk + 4, type, 4) == 0;
}

// An upper-case first letter: a picture cannot be drawn without such a chunk.
static bool is_critical(const unsigned char *chunk) { return !(chunk[4] & 0x20); }

static bool is_kept(const unsigned char *chunk) {
    return is_type(chunk, "IHDR") || is_type(chunk, "PLTE") || is_type(chunk, "tRNS") ||
           is_type(chunk, "IDAT") || is_type(chunk, "IEND");
}

static void look_at(const unsigned char *chunk, size_t size, cv_image *image) {
    cv_bytes data = {chunk + 8, size};
    if (is_type(chunk, "eXIf")) cv_exif_read(data, image);
    if (is_type(chunk, "iTXt") && cv_xmp_has_location(data)) image->has_location = true;
}

typedef struct stripper {
    const cv_image_file *file;
    cv_image *image;
    cv_report *report;
    png_header header;
    unsigned char *kept; // signature and chunks
    size_t size;
} stripper;

// Copies the chunks that are kept, up to the last of the picture. False after a finding.
static bool strip(stripper *self) {
    cv_bytes file = self->file->bytes;
    memcpy(self->kept, file.data, self->size = SIGNATURE_BYTES);
    for (size_t at = SIGNATURE_BYTES; file.size - at >= CHUNK_BYTES;) {
        const unsigned char *chunk = file.data + at;
        size_t length = number_at(chunk);
        if (length > file.size - at - CHUNK_BYTES) break;
        if (is_kept(chunk)) {
            memcpy(self->kept + self->size, chunk, length + CHUNK_BYTES);
            self->size += length + CHUNK_BYTES;
        } else if (is_critical(chunk)) {
            return cv_image_report_damage(self->file, self->report,
                                          "it has a part that no PNG file has");
        }
        look_at(chunk, length, self->image);
        if (is_type(chunk, "tRNS")) self->header.has_transparency = true;
        if (is_type(chunk, "IEND")) return true;
        at += length + CHUNK_BYTES;
    }
    return cv_image_report_damage(self->file, self->report, "it ends too early");
}

// The size of the picture is looked at before anything is done by it.
static bool read_header(stripper *self) {
    cv_bytes file = self->file->bytes;
    const unsigned char *chunk = file.data + SIGNATURE_BYTES, *data = chunk + 8;
    if (file.size < SIGNATURE_BYTES + CHUNK_BYTES + HEADER_DATA_BYTES)
        return cv_image_report_damage(self->file, self->report, "it ends too early");
    if (is_type(chunk, "CgBI"))
        return cv_image_report_damage(self->file, self->report, "it is a PNG of Xcode's own kind");
    if (!is_type(chunk, "IHDR") || number_at(chunk) != HEADER_DATA_BYTES)
        return cv_image_report_damage(self->file, self->report,
                                      "it does not begin like a PNG file");
    self->header = (png_header){number_at(data), number_at(data + 4), data[8], data[9], false};
    return cv_image_check_size(self->file, self->header.width, self->header.height,
                               CV_LIMIT_PHOTO_PIXELS, self->report);
}

// libpng

typedef struct png_source {
    const unsigned char *at;
    size_t left;
    bool is_out_of_memory;
} png_source;

static void read_bytes(png_structp png, png_bytep target, size_t size) {
    png_source *source = png_get_io_ptr(png);
    if (size > source->left) png_error(png, "end of file");
    memcpy(target, source->at, size);
    source->at += size;
    source->left -= size;
}

static png_voidp allocate(png_structp png, png_alloc_size_t size) {
    void *memory = malloc(size);
    png_source *source = png_get_mem_ptr(png);
    if (!memory) source->is_out_of_memory = true;
    return memory;
}

static void release(png_structp png, png_voidp memory) {
    (void)png;
    free(memory);
}

// libpng would print and abort.
static _Noreturn void leave(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static uint32_t channels_of(const png_header *header) {
    bool has_color = header->color & PNG_COLOR_MASK_COLOR;
    bool has_alpha = header->color & PNG_COLOR_MASK_ALPHA || header->has_transparency;
    return (has_color ? 3u : 1u) + has_alpha;
}

// False if the file is damaged.
static bool read_rows(png_structp png, png_infop info, png_header *header, png_bytepp rows) {
    enum { LARGEST_TABLE = 64 << 10 }; // of palette and transparency, both below 1 KiB
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_user_limits(png, CV_LIMIT_PHOTO_SIDE, CV_LIMIT_PHOTO_SIDE);
    png_set_chunk_malloc_max(png, LARGEST_TABLE);
    png_set_chunk_cache_max(png, 1);
    png_read_info(png, info);
    // libpng passes over a chunk that is malformed; the rows have room for what it would add.
    header->has_transparency = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != (size_t)header->width * channels_of(header)) return false;
    png_read_image(png, rows);
    png_read_end(png, NULL);
    return true;
}

static bool decode(png_source *source, png_header *header, png_bytepp rows) {
    png_structp png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, NULL, leave, ignore, source,
                                               allocate, release);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) source->is_out_of_memory = true;
    if (info) png_set_read_fn(png, source, read_bytes);
    bool is_good = info && read_rows(png, info, header, rows);
    png_destroy_read_struct(&png, &info, NULL);
    return is_good;
}

static bool read_pixels(stripper *self, png_bytepp rows, cv_arena *arena) {
    png_source source = {.at = self->kept, .left = self->size};
    bool is_good = decode(&source, &self->header, rows);
    if (source.is_out_of_memory) longjmp(*cv_arena_recovery(arena), CV_NO_MEMORY);
    if (is_good) return true;
    return cv_image_report_damage(self->file, self->report, "its data are not those of a PNG file");
}

// Pixels

// Where it is transparent, the paper shows. As browsers do, without regard to gamma.
static uint32_t on_paper(uint32_t sample, uint32_t alpha) {
    return (sample * alpha + 255 * (255 - alpha) + 127) / 255;
}

typedef struct merger {
    png_bytepp rows;
    uint32_t width, height, channels;
    uint32_t factor; // pixels of the file for one of the image, in each direction
    uint32_t components;
} merger;

// The mean of a square of pixels, as far as it lies in the picture.
static unsigned char mean(const merger *self, uint32_t x, uint32_t y, uint32_t component) {
    uint64_t sum = 0, count = 0;
    uint32_t right = x + self->factor < self->width ? x + self->factor : self->width;
    uint32_t bottom = y + self->factor < self->height ? y + self->factor : self->height;
    bool has_alpha = self->channels > self->components;
    for (uint32_t row = y; row < bottom; row++)
        for (uint32_t column = x; column < right; column++, count++) {
            const unsigned char *pixel = self->rows[row] + (size_t)column * self->channels;
            uint32_t alpha = has_alpha ? pixel[self->components] : 255;
            sum += on_paper(pixel[component], alpha);
        }
    return (unsigned char)((sum + count / 2) / count);
}

static void merge(const merger *self, cv_image *image, cv_arena *arena) {
    image->width = (self->width + self->factor - 1) / self->factor;
    image->height = (self->height + self->factor - 1) / self->factor;
    image->components = self->components;
    size_t size = (size_t)image->width * image->height * image->components;
    unsigned char *samples = cv_arena_reserve(arena, size, 1), *at = samples;
    for (uint32_t y = 0; y < image->height; y++)
        for (uint32_t x = 0; x < image->width; x++)
            for (uint32_t i = 0; i < self->components; i++)
                *at++ = mean(self, x * self->factor, y * self->factor, i);
    image->data = (cv_bytes){samples, size};
}

static bool decode_stripped(stripper *self, cv_image *image, cv_arena *scratch, cv_arena *arena) {
    const png_header *header = &self->header;
    uint32_t room = channels_of(header), width = header->width, height = header->height;
    png_bytepp rows = CV_NEW_ARRAY(scratch, png_bytep, height);
    unsigned char *pixels = CV_NEW_ARRAY(scratch, unsigned char, (size_t)width *height *room);
    for (uint32_t y = 0; y < height; y++) rows[y] = pixels + (size_t)y * width * room;
    if (!read_pixels(self, rows, arena)) return false;
    uint32_t channels = channels_of(header); // now known
    uint32_t shorter = width < height ? width : height;
    uint32_t factor = self->file->least ? shorter / self->file->least : 1;
    merger made = {rows, width, height, channels, factor ? factor : 1, channels < 3 ? 1 : 3};
    merge(&made, image, arena);
    image->coding = CV_IMAGE_SAMPLES;
    return true;
}

bool cv_png_decode(const cv_image_file *file, cv_image *image, cv_arena *arena, cv_report *report) {
    stripper self = {.file = file, .image = image, .report = report};
    if (!read_header(&self)) return false;
    cv_arena *scratch = cv_arena_child(arena);
    self.kept = cv_arena_reserve(scratch, file->bytes.size, 1);
    bool is_good = strip(&self) && decode_stripped(&self, image, scratch, arena);
    cv_arena_destroy(scratch);
    return is_good;
}

const char *cv_png_version(void) { return png_get_libpng_ver(NULL); }
