// SPDX-License-Identifier: MIT
#include "image/fixture.h"

#include "base/limits.h"

enum { WIDTH = 11, HEIGHT = 9, DEPTHS = 5 };

typedef struct form {
    unsigned depth, color, interlace;
    bool has_transparency; // by a chunk: the first sample, or entry of the palette
} form;

static unsigned channels_of(unsigned color) {
    static const unsigned channels[] = {1, 0, 3, 1, 2, 0, 4};
    return channels[color];
}

// What is put into the file: any pattern with all values of a shallow depth.
static uint32_t sample_at(const form *in, uint32_t x, uint32_t y, unsigned channel) {
    uint32_t mix = 0x9E3779B1u * (x + 17 * y + 131 * channel + 1);
    return mix >> (32 - in->depth);
}

static uint32_t palette_at(uint32_t entry, unsigned channel) {
    return (entry * 37 + channel * 90) & 255;
}

static uint32_t to_8_bits(uint32_t sample, unsigned depth) {
    uint32_t most = (1u << depth) - 1;
    return (sample * 255 + most / 2) / most;
}

static uint32_t on_paper(uint32_t sample, uint32_t alpha) {
    return (sample * alpha + 255 * (255 - alpha) + 127) / 255;
}

// What is to come out of it.
static uint32_t expected_at(const form *in, uint32_t x, uint32_t y, unsigned channel) {
    uint32_t first = sample_at(in, x, y, 0), sample = sample_at(in, x, y, channel), alpha = 255;
    if (in->color == 3) {
        if (in->has_transparency && first == 0) alpha = 51;
        return on_paper(palette_at(first, channel), alpha);
    }
    if (in->color & 4)
        alpha = to_8_bits(sample_at(in, x, y, channels_of(in->color) - 1), in->depth);
    bool is_key = first == sample_at(in, 0, 0, 0);
    for (unsigned i = 1; i < channels_of(in->color); i++)
        is_key = is_key && sample_at(in, x, y, i) == sample_at(in, 0, 0, i);
    if (in->has_transparency && is_key) alpha = 0;
    return on_paper(to_8_bits(sample, in->depth), alpha);
}

// Samples of one row of a pass, packed from the high bits on.
static void put_row(picture *rows, const form *in, uint32_t y, uint32_t first, uint32_t step) {
    uint32_t bits = 0, count = 0;
    cv_text_add_char(rows, 0);
    for (uint32_t x = first; x < WIDTH; x += step)
        for (unsigned channel = 0; channel < channels_of(in->color); channel++) {
            uint32_t sample = sample_at(in, x, y, channel);
            if (in->depth >= 8) {
                put_number(rows, sample, in->depth / 8);
                continue;
            }
            bits = bits << in->depth | sample;
            count += in->depth;
            if (count == 8) cv_text_add_char(rows, (char)bits);
            if (count == 8) bits = count = 0;
        }
    if (count) cv_text_add_char(rows, (char)(bits << (8 - count)));
}

// Adam7, ISO/IEC 15948, 8.2; without interlacing one pass has all.
static void put_passes(picture *rows, const form *in) {
    static const struct {
        uint32_t x, y, across, down;
    } passes[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                  {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}, {0, 0, 1, 1}};
    for (size_t i = in->interlace ? 0 : 7; i < (in->interlace ? 7u : 8u); i++)
        for (uint32_t y = passes[i].y; y < HEIGHT && passes[i].x < WIDTH; y += passes[i].down)
            put_row(rows, in, y, passes[i].x, passes[i].across);
}

static void put_tables(picture *out, const form *in) {
    picture data = {.arena = out->arena};
    if (in->color == 3) {
        for (uint32_t i = 0; i < 1u << in->depth; i++)
            for (unsigned channel = 0; channel < 3; channel++)
                cv_text_add_char(&data, (char)palette_at(i, channel));
        put_chunk(out, "PLTE", data.bytes, data.size);
    }
    if (!in->has_transparency) return;
    data.size = 0;
    if (in->color == 3) cv_text_add_char(&data, 51);
    for (unsigned i = 0; i < channels_of(in->color) && in->color != 3; i++)
        put_number(&data, sample_at(in, 0, 0, i), 2);
    put_chunk(out, "tRNS", data.bytes, data.size);
}

static cv_bytes make(support *self, const form *in) {
    picture out = picture_begin(self), rows = picture_begin(self);
    put_png_head(&out, WIDTH, HEIGHT, in->depth, in->color, in->interlace);
    put_tables(&out, in);
    put_passes(&rows, in);
    put_png_data(&out, &rows);
    put_chunk(&out, "IEND", NULL, 0);
    return picture_end(&out);
}

static void check_form(support *self, const form *in) {
    const cv_image *image = read_image(self, make(self, in));
    if (!image)
        fail_msg("depth %u, colour %u: %s", in->depth, in->color, self->report.first->message);
    assert_int_equal(image->coding, CV_IMAGE_SAMPLES);
    assert_int_equal(image->width, WIDTH);
    assert_int_equal(image->height, HEIGHT);
    unsigned components = in->color & 2 ? 3 : 1;
    assert_int_equal(image->components, components);
    assert_int_equal(image->data.size, WIDTH * HEIGHT * components);
    for (uint32_t i = 0; i < image->data.size; i++) {
        uint32_t x = i / components % WIDTH, y = i / components / WIDTH;
        uint32_t want = expected_at(in, x, y, i % components);
        if (image->data.data[i] != want)
            fail_msg("depth %u, colour %u, interlace %u: at %u, %u there is %u, not %u", in->depth,
                     in->color, in->interlace, x, y, image->data.data[i], want);
    }
}

static void reads_every_depth_and_colour(support *self) {
    static const struct {
        unsigned color;
        unsigned depths[DEPTHS];
        bool may_have_transparency;
    } cases[] = {
        {0, {1, 2, 4, 8, 16}, true}, {2, {8, 16}, true},  {3, {1, 2, 4, 8}, true},
        {4, {8, 16}, false},         {6, {8, 16}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int j = 0; j < DEPTHS && cases[i].depths[j]; j++)
            for (unsigned k = 0; k < (cases[i].may_have_transparency ? 4u : 2u); k++) {
                form in = {cases[i].depths[j], cases[i].color, k & 1, k & 2};
                check_form(self, &in);
            }
}

static void merges_pixels_that_nobody_would_see(support *self) {
    picture out = picture_begin(self), rows = picture_begin(self);
    put_png_head(&out, 5, 4, 8, 0, 0);
    put(&rows, "\0\0\2\4\6\11", 6);
    put(&rows, "\0\4\6\10\12\13", 6);
    put(&rows, "\0\100\100\0\0\7", 6);
    put(&rows, "\0\100\100\0\0\10", 6);
    put_png_data(&out, &rows);
    put_chunk(&out, "IEND", NULL, 0);
    cv_report_init(&self->report, self->arena);
    cv_image_file file = {.name = "me.png", .bytes = picture_end(&out), .least = 2};
    const cv_image *image = cv_image_read(&file, self->arena, &self->report);
    assert_int_equal(image->width, 3);
    assert_int_equal(image->height, 2);
    assert_memory_equal(image->data.data, "\3\7\12\100\0\10", 6);
    file.least = 3; // to halve it would leave too few
    assert_int_equal(cv_image_read(&file, self->arena, &self->report)->width, 5);
}

static void keeps_nothing_that_does_not_draw(support *self) {
    static const char *const types[] = {"tEXt", "zTXt", "iTXt", "iCCP", "tIME", "pHYs", "eXIf",
                                        "prVt", "gAMA", "bKGD", "sPLT", "fcTL", "fdAT"};
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 33); // up to the end of IHDR
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        put_chunk(&out, types[i], "Canary\0\0", 8);
    put(&out, plain.bytes + 33, plain.size - 33);
    put(&out, "Canary", 6); // behind the end
    const cv_image *image = read_picture(self, &out);
    assert_int_equal(image->data.size, 6);
    assert_memory_equal(image->data.data, "UUUUUU", 6);
    assert_null(self->report.first);
}

static void is_not_moved_by_bad_sums_of_what_it_drops(support *self) {
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 33);
    put(&out, "\0\0\0\4tEXtCanaWRNG", 16);
    put(&out, plain.bytes + 33, plain.size - 33);
    assert_int_equal(read_picture(self, &out)->width, 3);
}

static void passes_over_malformed_transparency(support *self) {
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 33);
    put_chunk(&out, "tRNS", "\0", 1); // of grey, it is two bytes
    put(&out, plain.bytes + 33, plain.size - 33);
    const cv_image *image = read_picture(self, &out);
    assert_non_null(image);
    assert_int_equal(image->data.size, 6);
    assert_memory_equal(image->data.data, "UUUUUU", 6);
}

static void refuses_every_truncation(support *self) {
    form in = {8, 6, 1, false};
    cv_bytes whole = make(self, &in);
    for (size_t size = 8; size < whole.size; size++)
        check_refused(self, (cv_bytes){whole.data, size}, CV_PHOTO_DAMAGED, "it ends too early");
}

// A changed byte is found by the sum of its chunk, or is one of a length or a type.
static void refuses_every_changed_byte(support *self) {
    form in = {4, 3, 0, false};
    cv_bytes whole = make(self, &in);
    unsigned char *changed =
        (unsigned char *)cv_copy(self->arena, (const char *)whole.data, whole.size);
    for (size_t i = 8; i < whole.size; i++) {
        changed[i] ^= 0x41;
        assert_null(read_image(self, (cv_bytes){changed, whole.size}));
        assert_int_equal(self->report.errors, 1);
        changed[i] ^= 0x41;
    }
}

static void knows_what_xcode_makes_of_a_png_file(support *self) {
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 8);
    put_chunk(&out, "CgBI", "\x50\0\x20\2", 4);
    put(&out, plain.bytes + 8, plain.size - 8);
    check_refused(self, picture_end(&out), CV_PHOTO_DAMAGED, "a PNG of Xcode's own kind");
}

// `parts` are the chunks behind IHDR, "PD" a palette and data.
static picture make_of_parts(support *self, unsigned depth, unsigned color, const char *parts) {
    picture out = picture_begin(self), rows = picture_begin(self);
    put_png_head(&out, 1, 1, depth, color, 0);
    put(&rows, "\0\0\0\0\0\0\0\0\0", 9);
    for (; *parts; parts++) {
        if (*parts == 'P') put_chunk(&out, "PLTE", "abc", 3);
        if (*parts == 'p') put_chunk(&out, "PLTE", "abcd", 4);
        if (*parts == 'D') put_png_data(&out, &rows);
        if (*parts == 'd') put_chunk(&out, "IDAT", "\x78\x9c\xff\xff", 4);
        if (*parts == '0') put_chunk(&out, "IDAT", NULL, 0);
        if (*parts == 'H') put_chunk(&out, "IHDR", "\0\0\0\1\0\0\0\1\10\0\0\0\0", 13);
        if (*parts == 'C') put_chunk(&out, "CANA", "ry", 2);
        if (*parts == 'E') put_chunk(&out, "IEND", NULL, 0);
    }
    return out;
}

static void refuses_what_is_out_of_order(support *self) {
    static const struct {
        unsigned depth, color;
        const char *parts, *message;
    } cases[] = {
        {8, 3, "DE", "not those of a PNG"},   // no palette
        {8, 3, "pDE", "not those of a PNG"},  // of a broken size
        {8, 0, "E", "not those of a PNG"},    // no data
        {8, 0, "0E", "not those of a PNG"},   // empty data
        {8, 0, "dE", "not those of a PNG"},   // that cannot be decompressed
        {8, 0, "HDE", "not those of a PNG"},  // two headers
        {8, 0, "D", "ends too early"},        // no end
        {8, 0, "CDE", "a part that no PNG"},  // an unknown chunk that matters
        {3, 0, "DE", "not those of a PNG"},   // a depth that there is not
        {16, 3, "PDE", "not those of a PNG"}, // nor is this, for a palette
        {8, 5, "DE", "not those of a PNG"},   // nor this colour
        {8, 255, "DE", "not those of a PNG"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = make_of_parts(self, cases[i].depth, cases[i].color, cases[i].parts);
        check_refused(self, picture_end(&out), CV_PHOTO_DAMAGED, cases[i].message);
    }
    picture good = make_of_parts(self, 8, 3, "PDE");
    assert_int_equal(read_picture(self, &good)->data.data[0], 'a');
}

static void refuses_sizes_before_it_does_anything(support *self) {
    static const struct {
        uint32_t width, height;
        cv_problem problem;
    } cases[] = {
        {0, 1, CV_PHOTO_DAMAGED},
        {1, 0, CV_PHOTO_DAMAGED},
        {1000000, 1000000, CV_PHOTO_TOO_LARGE},
        {CV_LIMIT_PHOTO_SIDE + 1, 1, CV_PHOTO_TOO_LARGE},
        {1, CV_LIMIT_PHOTO_SIDE + 1, CV_PHOTO_TOO_LARGE},
        {8192, 8192, CV_PHOTO_TOO_LARGE},
        {UINT32_MAX, UINT32_MAX, CV_PHOTO_TOO_LARGE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = picture_begin(self);
        put_png_head(&out, cases[i].width, cases[i].height, 8, 2, 0);
        size_t before = cv_arena_size(self->arena);
        check_refused(self, picture_end(&out), cases[i].problem, "pixels");
        assert_in_range(cv_arena_size(self->arena) - before, 0, 1 << 20);
    }
}

// A megabyte of zeros is a kilobyte of data: more rows than the picture has do not matter.
static void stops_at_the_last_row(support *self) {
    picture out = picture_begin(self), rows = picture_begin(self);
    put_png_head(&out, 2, 2, 8, 0, 0);
    for (int i = 0; i < 1 << 20; i++) cv_text_add_char(&rows, 0);
    put_png_data(&out, &rows);
    put_chunk(&out, "IEND", NULL, 0);
    assert_int_equal(read_picture(self, &out)->data.size, 4);
}

static void goes_through_many_chunks_once(support *self) {
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 33);
    for (int i = 0; i < 20000; i++) put_chunk(&out, "tEXt", "k\0v", 3);
    for (int i = 0; i < 20000; i++) put_chunk(&out, "IDAT", NULL, 0);
    put(&out, plain.bytes + 33, plain.size - 33);
    size_t before = cv_arena_size(self->arena);
    assert_int_equal(read_picture(self, &out)->width, 3);
    assert_in_range(cv_arena_size(self->arena) - before, 0, 1 << 20);
}

static void knows_what_cameras_write_into_it(support *self) {
    static const char exif[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
    static const char xmp[] = "XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='48'/>";
    picture plain = plain_png(self, 3, 2, 0x55), out = picture_begin(self);
    put(&out, plain.bytes, 33);
    put_chunk(&out, "eXIf", exif, sizeof exif - 1);
    put_chunk(&out, "iTXt", xmp, sizeof xmp - 1);
    put(&out, plain.bytes + 33, plain.size - 33);
    const cv_image *image = read_picture(self, &out);
    assert_int_equal(image->orientation, 6);
    assert_true(image->has_location);
    assert_int_equal(cv_image_shown_width(image), 2);
    assert_int_equal(cv_image_shown_height(image), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_every_depth_and_colour),
        SUPPORT_TEST(merges_pixels_that_nobody_would_see),
        SUPPORT_TEST(keeps_nothing_that_does_not_draw),
        SUPPORT_TEST(is_not_moved_by_bad_sums_of_what_it_drops),
        SUPPORT_TEST(passes_over_malformed_transparency),
        SUPPORT_TEST(refuses_every_truncation),
        SUPPORT_TEST(refuses_every_changed_byte),
        SUPPORT_TEST(knows_what_xcode_makes_of_a_png_file),
        SUPPORT_TEST(refuses_what_is_out_of_order),
        SUPPORT_TEST(refuses_sizes_before_it_does_anything),
        SUPPORT_TEST(stops_at_the_last_row),
        SUPPORT_TEST(goes_through_many_chunks_once),
        SUPPORT_TEST(knows_what_cameras_write_into_it),
    };
    return cmocka_run_group_tests_name("png", tests, NULL, NULL);
}
