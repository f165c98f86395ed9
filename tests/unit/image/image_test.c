// SPDX-License-Identifier: MIT
#include "image/fixture.h"

static void says_what_a_file_is_that_is_no_photo(support *self) {
    static const struct {
        const char *bytes;
        size_t size;
        const char *message, *hint;
    } cases[] = {
        {"\0\0\0\x18"
         "ftypheic\0\0\0\0",
         16, "is a HEIC picture", "telephone"},
        {"\0\0\0\x18"
         "ftypmif1\0\0\0\0",
         16, "is a HEIC picture", "telephone"},
        {"\0\0\0\x18"
         "ftypavif\0\0\0\0",
         16, "is an AVIF picture", "export it"},
        {"\0\0\0\x18"
         "ftypqt  \0\0\0\0",
         16, "is a film", "one picture"},
        {"RIFF\0\0\0\0WEBPVP8 ", 16, "is a WebP picture", "export it"},
        {"RIFF\0\0\0\0WAVEfmt ", 16, "no picture that is known", "JPEG or a PNG"},
        {"GIF89a", 6, "is a GIF picture", "export it"},
        {"BM\0\0\0\0", 6, "is a BMP picture", "export it"},
        {"II*\0\10\0\0\0", 8, "is a TIFF picture", "export it"},
        {"MM\0*\0\0\0\10", 8, "is a TIFF picture", "export it"},
        {"8BPS\0\1", 6, "is a Photoshop file", "export it"},
        {"\xff\x0a\0\0", 4, "is a JPEG XL picture", "export it"},
        {"\0\0\0\x0cJXL \r\n", 10, "is a JPEG XL picture", "export it"},
        {"\0\0\0\x0cjP  \r\n", 10, "is a JPEG 2000 picture", "export it"},
        {"%PDF-1.7", 8, "is a PDF file", "export its picture"},
        {"PK\3\4\0\0", 6, "is a ZIP archive", "take the picture out"},
        {"version https://git-lfs.github.com/spec/v1\n", 43, "Git LFS", "git lfs pull"},
        {"<svg xmlns='http://www.w3.org/2000/svg'/>", 41, "is an SVG drawing", "export it"},
        {"<?xml version='1.0'?><svg/>", 27, "perhaps an SVG", "export it"},
        {"<!DOCTYPE html>", 15, "is a page of HTML", "save the picture itself"},
        {"\x89PNG\n\x1a\n", 7, "copied as text", "binary"},
        {"\xff\xd8", 2, "no picture that is known", "JPEG or a PNG"},
        {"hello", 5, "no picture that is known", "JPEG or a PNG"},
        {"\0", 1, "no picture that is known", "JPEG or a PNG"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_bytes bytes = {(const unsigned char *)cases[i].bytes, cases[i].size};
        check_refused(self, bytes, CV_PHOTO_KIND, cases[i].message);
        support_contains(self->report.first->hint, cases[i].hint);
    }
}

static void goes_by_the_bytes_and_not_by_the_name(support *self) {
    picture out = plain_png(self, 3, 4, 0x55); // called me.jpg
    assert_int_equal(read_picture(self, &out)->coding, CV_IMAGE_SAMPLES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(says_what_a_file_is_that_is_no_photo),
        SUPPORT_TEST(goes_by_the_bytes_and_not_by_the_name),
    };
    return cmocka_run_group_tests_name("image", tests, NULL, NULL);
}
