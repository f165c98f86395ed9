// SPDX-License-Identifier: MIT
// image.c - what a file is, by its first bytes.
#include "image/image.h"

#include "base/limits.h"
#include "image/decode.h"

#include <string.h>

#define ADVICE "export it as JPEG or PNG with any picture program"

// First match wins. Bytes at `skip`; those of `brand`, where there are any, eight behind the start.
static const struct {
    const char *magic;
    size_t size, skip;
    const char *brand;        // of an ISO media file, four letters
    cv_image_decoder *decode; // NULL: not for a photo, but for `what` and `way_out`
    const char *what, *way_out;
} kinds[] = {
    {.magic = "\x89PNG\r\n\x1a\n", .size = 8, .decode = cv_png_decode},
    {.magic = "\xff\xd8\xff", .size = 3, .decode = cv_jpeg_decode},
    {"\x89PNG", 4, .what = "a PNG picture that was copied as text",
     .way_out = "copy it again, as a "
                "binary file"},
    {"ftyp", 4, 4, "avif", NULL, "an AVIF picture", ADVICE},
    {"ftyp", 4, 4, "avis", NULL, "an AVIF picture", ADVICE},
    {"ftypqt", 6, 4, NULL, NULL, "a film", "export one picture of it as JPEG"},
    {"ftypmp4", 7, 4, NULL, NULL, "a film", "export one picture of it as JPEG"},
    {"ftyp", 4, 4, NULL, NULL, "a HEIC picture",
     "export it as JPEG; a telephone does so when asked "
     "to take the most compatible pictures"},
    {"RIFF", 4, 0, "WEBP", NULL, "a WebP picture", ADVICE},
    {"GIF8", 4, 0, NULL, NULL, "a GIF picture", ADVICE},
    {"BM", 2, 0, NULL, NULL, "a BMP picture", ADVICE},
    {"II*\0", 4, 0, NULL, NULL, "a TIFF picture", ADVICE},
    {"MM\0*", 4, 0, NULL, NULL, "a TIFF picture", ADVICE},
    {"8BPS", 4, 0, NULL, NULL, "a Photoshop file", ADVICE},
    {"\xff\x0a", 2, 0, NULL, NULL, "a JPEG XL picture", ADVICE},
    {"\0\0\0\x0cJXL ", 8, 0, NULL, NULL, "a JPEG XL picture", ADVICE},
    {"\0\0\0\x0cjP  ", 8, 0, NULL, NULL, "a JPEG 2000 picture", ADVICE},
    {"\xff\x4f\xff\x51", 4, 0, NULL, NULL, "a JPEG 2000 picture", ADVICE},
    {"%PDF-", 5, 0, NULL, NULL, "a PDF file", "export its picture as JPEG or PNG"},
    {"PK\x03\x04", 4, 0, NULL, NULL, "a ZIP archive or an office document",
     "take the picture out of it"},
    {"version https://git-lfs", 23, 0, NULL, NULL, "a pointer of Git LFS, not the picture",
     "run git lfs pull"},
    {"<svg", 4, 0, NULL, NULL, "an SVG drawing", ADVICE},
    {"<?xml", 5, 0, NULL, NULL, "an XML file, perhaps an SVG drawing", ADVICE},
    {"<", 1, 0, NULL, NULL, "a page of HTML", "save the picture itself, not the page it is on"},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static bool has_bytes(cv_bytes file, size_t at, const char *bytes, size_t size) {
    return file.size >= at + size && memcmp(file.data + at, bytes, size) == 0;
}

// The number of its kind, KIND_COUNT if it is none of them.
static size_t kind_of(cv_bytes file) {
    enum { BRAND_AT = 8, BRAND_SIZE = 4 };
    size_t i = 0;
    for (; i < KIND_COUNT; i++)
        if (has_bytes(file, kinds[i].skip, kinds[i].magic, kinds[i].size) &&
            (!kinds[i].brand || has_bytes(file, BRAND_AT, kinds[i].brand, BRAND_SIZE)))
            break;
    return i;
}

static void report_kind(const cv_image_file *file, size_t kind, cv_report *report) {
    if (kind == KIND_COUNT)
        cv_report_add(report, CV_PHOTO_KIND, file->span, "'%s' is no picture that is known here",
                      file->name)
            ->hint = "a photo is a JPEG or a PNG file";
    else
        cv_report_add(report, CV_PHOTO_KIND, file->span,
                      "'%s' is %s; a photo is a JPEG or PNG file", file->name, kinds[kind].what)
            ->hint = kinds[kind].way_out;
}

bool cv_image_report_damage(const cv_image_file *file, cv_report *report, const char *what) {
    cv_report_add(report, CV_PHOTO_DAMAGED, file->span, "'%s' is damaged: %s", file->name, what)
        ->hint = "copy it again, or save it again with any picture program";
    return false;
}

bool cv_image_check_size(const cv_image_file *file, uint32_t width, uint32_t height, uint64_t most,
                         cv_report *report) {
    if (!width || !height) return cv_image_report_damage(file, report, "it has no pixels");
    if (width <= CV_LIMIT_PHOTO_SIDE && height <= CV_LIMIT_PHOTO_SIDE &&
        (uint64_t)width * height <= most)
        return true;
    cv_report_add(report, CV_PHOTO_TOO_LARGE, file->span,
                  "'%s' has %u x %u pixels; a side may have %d, and all of it %u million",
                  file->name, width, height, CV_LIMIT_PHOTO_SIDE, (unsigned)(most / 1000000))
        ->hint = "make it smaller: 1000 pixels a side are plenty";
    return false;
}

const cv_image *cv_image_read(const cv_image_file *file, cv_arena *arena, cv_report *report) {
    size_t kind = kind_of(file->bytes);
    if (kind == KIND_COUNT || !kinds[kind].decode) {
        report_kind(file, kind, report);
        return NULL;
    }
    cv_image *image = CV_NEW(arena, cv_image);
    image->orientation = 1;
    return kinds[kind].decode(file, image, arena, report) ? image : NULL;
}

// From 5 on, rows are columns.
static bool is_on_its_side(const cv_image *image) { return image->orientation > 4; }

uint32_t cv_image_shown_width(const cv_image *image) {
    return is_on_its_side(image) ? image->height : image->width;
}

uint32_t cv_image_shown_height(const cv_image *image) {
    return is_on_its_side(image) ? image->width : image->height;
}
