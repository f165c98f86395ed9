// SPDX-License-Identifier: MIT
#include "image/fixture.h"

#include "base/limits.h"

static void reads_grey_and_colour(support *self) {
    for (unsigned components = 1; components <= 3; components += 2) {
        picture out = plain_jpeg(self, 300, 400, components);
        const cv_image *image = read_picture(self, &out);
        assert_int_equal(image->coding, CV_IMAGE_JPEG);
        assert_int_equal(image->width, 300);
        assert_int_equal(image->height, 400);
        assert_int_equal(image->components, components);
        assert_int_equal(image->orientation, 1);
        assert_false(image->has_location);
        // Its own bytes, and of colours how they are coded.
        assert_int_equal(image->data.size, out.size + (components == 3 ? 16 : 0));
        if (components == 1) assert_memory_equal(image->data.data, out.bytes, out.size);
    }
}

static void keeps_nothing_that_does_not_draw(support *self) {
    picture out = picture_begin(self);
    put(&out, "\xff\xd8", 2);
    put_segment(&out, 0xE0, "JFIF\0\1\2\0\0\1\0\1\0\0Canary", 20);
    for (int marker = 0xE1; marker <= 0xEF; marker++)
        if (marker != 0xEE) put_segment(&out, marker, "Exif\0\0Canary", 12);
    put_segment(&out, 0xEE, "Adobe\0d\0\0\0\0\1Canary", 18);
    put_segment(&out, 0xFE, "Canary", 6);
    put_jpeg_rest(&out, 30, 40, 3);
    put(&out, "Canary", 6); // the film behind the picture
    const cv_image *image = read_picture(self, &out);
    assert_false(holds(image->data, "Canary"));
    assert_false(holds(image->data, "JFIF"));
    assert_int_equal(image->data.size, plain_jpeg(self, 30, 40, 3).size + 16);
}

static void says_how_colours_are_coded(support *self) {
    static const struct {
        const char *name;
        size_t size;
        int marker;
        char ids[4];
        char transform;
    } cases[] = {
        {NULL, 0, 0, "\1\2\3", 1},
        {NULL, 0, 0, "RGB", 0},
        {NULL, 0, 0, "RG\3", 1},
        {NULL, 0, 0, "R\2B", 1},
        {"JFIF\0\1\2\0\0\1\0\1\0\0", 14, 0xE0, "RGB", 1},
        {"JFIF\0\1\2", 7, 0xE0, "RGB", 0}, // not whole
        {"Adobe\0d\0\0\0\0\0", 12, 0xEE, "\1\2\3", 0},
        {"Adobe\0d\0\0\0\0\1", 12, 0xEE, "RGB", 1},
        {"Adobe\0d\0\0\0\0\2", 12, 0xEE, "\1\2\3", 1},
        {"Adobe\0d", 7, 0xEE, "\1\2\3", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = picture_begin(self);
        put(&out, "\xff\xd8", 2);
        if (cases[i].name) put_segment(&out, cases[i].marker, cases[i].name, cases[i].size);
        size_t at = out.size;
        put_jpeg_rest(&out, 8, 8, 3);
        for (size_t j = at; j + 1 < out.size; j++) {
            bool is_frame =
                (unsigned char)out.bytes[j] == 0xFF && (unsigned char)out.bytes[j + 1] == 0xC0;
            bool is_scan =
                (unsigned char)out.bytes[j] == 0xFF && (unsigned char)out.bytes[j + 1] == 0xDA;
            for (size_t k = 0; k < 3; k++) {
                if (is_frame) out.bytes[j + 10 + 3 * k] = cases[i].ids[k];
                if (is_scan) out.bytes[j + 5 + 2 * k] = cases[i].ids[k];
            }
        }
        const cv_image *image = read_picture(self, &out);
        const char want[] = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, cases[i].transform};
        size_t found = 0;
        for (size_t j = 0; j + sizeof want <= image->data.size; j++)
            found += memcmp(image->data.data + j, want, sizeof want) == 0;
        if (found != 1) fail_msg("case %zu: found %zu times", i, found);
    }
}

// libjpeg does so too.
static void believes_jfif_rather_than_adobe(support *self) {
    static const char want[] = "Adobe\0d\0\0\0\0\1";
    picture out = picture_begin(self);
    put(&out, "\xff\xd8", 2);
    put_segment(&out, 0xEE, "Adobe\0d\0\0\0\0\0", 12);
    put_segment(&out, 0xE0, "JFIF\0\1\2\0\0\1\0\1\0\0", 14);
    put_jpeg_rest(&out, 8, 8, 3);
    const cv_image *image = read_picture(self, &out);
    bool is_found = false;
    for (size_t i = 0; i + sizeof want - 1 <= image->data.size; i++)
        is_found |= memcmp(image->data.data + i, want, sizeof want - 1) == 0;
    assert_true(is_found);
}

static void refuses_every_truncation(support *self) {
    picture out = plain_jpeg(self, 30, 40, 3);
    for (size_t size = 3; size < out.size; size++)
        check_refused(self, (cv_bytes){(const unsigned char *)out.bytes, size}, CV_PHOTO_DAMAGED,
                      "it ends too early");
}

static void refuses_codings_that_viewers_do_not_know(support *self) {
    static const struct {
        int marker;
        const char *message;
    } cases[] = {
        {0xC3, "a lossless JPEG"}, {0xC5, "of a rare kind"}, {0xC6, "of a rare kind"},
        {0xC7, "of a rare kind"},  {0xC9, "of a rare kind"}, {0xCA, "of a rare kind"},
        {0xCB, "of a rare kind"},  {0xCD, "of a rare kind"}, {0xCE, "of a rare kind"},
        {0xCF, "of a rare kind"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = picture_begin(self);
        put(&out, "\xff\xd8", 2);
        put_jpeg_frame(&out, cases[i].marker, 30, 40, 3);
        check_refused(self, picture_end(&out), CV_PHOTO_KIND, cases[i].message);
    }
    picture print = plain_jpeg(self, 30, 40, 4);
    check_refused(self, picture_end(&print), CV_PHOTO_KIND, "CMYK");
    assert_string_equal(self->report.first->hint, "save it in sRGB");
    picture deep = plain_jpeg(self, 30, 40, 3);
    for (size_t i = 0; i + 4 < deep.size; i++)
        if (memcmp(deep.bytes + i, "\xff\xc0\0\x11\10", 5) == 0) deep.bytes[i + 4] = 12;
    check_refused(self, picture_end(&deep), CV_PHOTO_KIND, "12 bits");
}

static void refuses_sizes_that_no_viewer_should_meet(support *self) {
    static const struct {
        unsigned width, height;
        cv_problem problem;
    } cases[] = {
        {0, 40, CV_PHOTO_DAMAGED},
        {30, 0, CV_PHOTO_DAMAGED},
        {CV_LIMIT_PHOTO_SIDE + 1, 40, CV_PHOTO_TOO_LARGE},
        {65535, 65535, CV_PHOTO_TOO_LARGE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = plain_jpeg(self, cases[i].width, cases[i].height, 3);
        check_refused(self, picture_end(&out), cases[i].problem, "pixels");
    }
    picture most = plain_jpeg(self, CV_LIMIT_PHOTO_SIDE, CV_LIMIT_PHOTO_SIDE, 3);
    assert_int_equal(read_picture(self, &most)->width, CV_LIMIT_PHOTO_SIDE);
}

// Parts by letter, in their order: T tables, F frame, S scan, E end, and wrong ones.
static void put_parts(picture *out, const char *parts) {
    static const char long_quantization[66] = {1}, wide_quantization[129] = {0x10};
    for (; *parts; parts++) switch (*parts) {
        case 'T': put_jpeg_tables(out); break;
        case 'F': put_jpeg_frame(out, 0xC0, 8, 8, 1); break;
        case 'P': put_jpeg_frame(out, 0xC2, 8, 8, 1); break;
        case 'X': put_jpeg_frame(out, 0xC2, 8, 8, 3); break;
        case 'K': put_segment(out, 0xC0, "\10\0\10\0\10\3\1\x24\0\2\x12\0\3\x11\0", 15); break;
        case '2': put_jpeg_frame(out, 0xC0, 8, 8, 2); break;
        case '0': put_jpeg_frame(out, 0xC0, 8, 8, 0); break;
        case 'S': put_jpeg_scan(out, 1); break;
        case '3': put_jpeg_scan(out, 3); break;
        case 'D': put_segment(out, 0xDA, "\1\1\0\0\0\0\x12", 6); break;     // DC alone
        case 'A': put_segment(out, 0xDA, "\1\1\0\1\x3f\0\x12", 6); break;   // AC alone
        case 'r': put_segment(out, 0xDA, "\1\1\0\0\0\x10\x12", 6); break;   // DC again, finer
        case 'b': put_segment(out, 0xDA, "\1\1\0\x40\x41\0\x12", 6); break; // no such band
        case 's': put_segment(out, 0xDA, "\1\7\0\0\x3f\0\x12", 6); break;   // no such component
        case 't': put_segment(out, 0xDA, "\1\1\x30\0\x3f\0\x12", 6); break; // no such table
        case 'q': put_segment(out, 0xDB, long_quantization, 66); break;
        case 'Q': put_segment(out, 0xDB, wide_quantization, 129); break;
        case 'h': put_segment(out, 0xC4, "\0\1", 2); break;
        case 'H':
            put_segment(out, 0xC4, "\0\377\377\377\377\377\377\377\377\0\0\0\0\0\0\0\0", 17);
            break;
        case 'R': put_segment(out, 0xDD, "\0\1", 2); break;
        case 'w': put_segment(out, 0xDD, "\0", 1); break;
        case 'x': put(out, "x", 1); break;
        case 'f': put(out, "\xff\xff\xff", 3); break; // fill bytes
        case 'm': put(out, "\xff\x01", 2); break;     // TEM
        case 'z': put(out, "\xff\xfe\0\1", 4); break; // a segment of no length
        case 'd': put_segment(out, 0xDC, "\0\10", 2); break;
        case 'a': put_segment(out, 0xCC, "\0\0", 2); break;
        case 'i': put(out, "\xff\0", 2); break; // coded data, outside of a scan
        case 'I': put(out, "\xff\xd8", 2); break;
        case 'n': put(out, "\xff\xd3", 2); break;
        case 'E': put(out, "\xff\xd9", 2); break;
        }
}

static picture make_of_parts(support *self, const char *parts) {
    picture out = picture_begin(self);
    put(&out, "\xff\xd8\xff\xe1\0\2", 6);
    put_parts(&out, parts);
    return out;
}

static void refuses_what_is_out_of_order(support *self) {
    static const struct {
        const char *parts, *message;
    } cases[] = {
        {"E", "it has no picture"},
        {"TFE", "it has no picture"},
        {"TSE", "data before its frame"},
        {"FSE", "lacks a table"},
        {"TFFSE", "two frames"},
        {"T2SE", "its frame is wrong"},
        {"T0SE", "its frame is wrong"},
        {"TF3E", "one of its scans is wrong"},
        {"TFbE", "one of its scans is wrong"},
        {"TFsE", "lacks a table"},
        {"TFtE", "lacks a table"},
        {"qTFSE", "one of its tables is wrong"},
        {"hTFSE", "one of its tables is wrong"},
        {"HTFSE", "one of its tables is wrong"},
        {"wTFSE", "one of its tables is wrong"},
        {"TxFSE", "outside of its parts"},
        {"TzFSE", "no length"},
        {"TdFSE", "a part that no photo has"},
        {"TaFSE", "a part that no photo has"},
        {"TIFSE", "out of order"},
        {"TiFSE", "out of order"},
        {"TnFSE", "out of order"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = make_of_parts(self, cases[i].parts);
        check_refused(self, picture_end(&out), CV_PHOTO_DAMAGED, cases[i].message);
    }
    static const char *const good[] = {"TFSE", "QTFSE", "TRfFmSE", "TFSTSE", "TPDArE", "TFSfE"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        picture out = make_of_parts(self, good[i]);
        assert_int_equal(read_picture(self, &out)->components, 1);
    }
}

// One part of `size` bytes, those behind `head` 0, among others.
typedef struct odd_part {
    const char *before;
    int marker;
    const char head[24];
    size_t size;
    const char *after, *message;
} odd_part;

static picture make_with_part(support *self, const odd_part *part) {
    char data[256] = "";
    memcpy(data, part->head, sizeof part->head);
    picture out = make_of_parts(self, part->before);
    put_segment(&out, part->marker, data, part->size);
    put_parts(&out, part->after);
    return out;
}

static void refuses_parts_that_are_wrong(support *self) {
    static const char table[] = "one of its tables is wrong", frame[] = "its frame is wrong",
                      scan[] = "one of its scans is wrong", lacking[] = "lacks a table",
                      foreign[] = "a part that no photo has";
    static const odd_part cases[] = {
        {"", 0xDB, "\x20", 193, "TFSE", table},    // of three bytes each
        {"", 0xDB, "\4", 65, "TFSE", table},       // a fifth one
        {"", 0xC4, "\x20", 17, "TFSE", table},     // neither DC nor AC
        {"", 0xC4, "\4", 17, "TFSE", table},       // a fifth one
        {"", 0xC4, "\0\5", 17, "TFSE", table},     // its five codes are not there
        {"", 0xC4, "\0\2", 19, "TFSE", table},     // both bits: the second is of ones only
        {"", 0xC4, "\0\1\1\2", 21, "TFSE", table}, // no third pair of bits is left
        {"", 0xC4, "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10", 18, "TFSE", table}, // 16 bits of DC
        {"T", 0xC0, "\10\0\10\0\10", 5, "SE", frame},                            // too short
        {"T", 0xC0, "\10\0\10\0\10\1\1\x11", 10, "SE", frame},
        {"T", 0xC0, "\10\0\10\0\10\1\1\x01", 9, "SE", frame}, // sampled not at all, or too often
        {"T", 0xC0, "\10\0\10\0\10\1\1\x10", 9, "SE", frame},
        {"T", 0xC0, "\10\0\10\0\10\1\1\x51", 9, "SE", frame},
        {"T", 0xC0, "\10\0\10\0\10\1\1\x15", 9, "SE", frame},
        {"T", 0xC0, "\10\0\10\0\10\1\1\x11\4", 9, "SE", frame},
        {"T", 0xC0, "\10\0\10\0\10\3\1\x11\0\2\x11\0\1\x11\0", 15, "3E", frame}, // twice 1
        {"TF", 0xDA, "", 0, "E", scan},
        {"TF", 0xDA, "\0\0\x3f\0", 4, "E", scan}, // of no component
        {"TF", 0xDA, "\1\1\0\0\x3f\0", 7, "E", scan},
        {"TP", 0xDA, "\1\1\0\5\4\0", 6, "E", scan},            // from the fifth to the fourth
        {"TP", 0xDA, "\1\1\0\0\x3f\0", 6, "E", scan},          // DC and AC together
        {"TP", 0xDA, "\1\1\0\0\0\x0e", 6, "E", scan},          // of 14 bits
        {"TP", 0xDA, "\1\1\0\0\0\x20", 6, "E", scan},          // two bits finer at once
        {"TK", 0xDA, "\2\1\0\1\0\0\x3f\0", 8, "E", scan},      // twice 1
        {"TK", 0xDA, "\3\1\0\2\0\3\0\0\x3f\0", 10, "E", scan}, // of more than ten blocks
        {"TX", 0xDA, "\2\1\0\2\0\1\5\0", 8, "E", scan},        // AC of two components
        {"TF", 0xDA, "\1\1\x40\0\x3f\0", 6, "E", lacking},
        {"TF", 0xDA, "\1\1\x04\0\x3f\0", 6, "E", lacking},
        {"TF", 0xDA, "\1\1\x01\0\x3f\0", 6, "E", lacking},
        {"T", 0xC8, "", 2, "FSE", foreign},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = make_with_part(self, &cases[i]);
        check_refused(self, picture_end(&out), CV_PHOTO_DAMAGED, cases[i].message);
    }
}

// Few decoders stretch by one and a half.
static void refuses_uneven_sampling(support *self) {
    static const odd_part parts[] = {
        {"T", 0xC0, "\10\0\10\0\10\3\1\x31\0\2\x21\0\3\x11\0", 15, "3E", NULL},
        {"T", 0xC0, "\10\0\10\0\10\3\1\x13\0\2\x12\0\3\x11\0", 15, "3E", NULL},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        picture out = make_with_part(self, &parts[i]);
        check_refused(self, picture_end(&out), CV_PHOTO_KIND, "of a rare kind");
    }
}

static void passes_over_parts_that_it_does_not_know(support *self) {
    static const odd_part cases[] = {
        {"T", 0xE0, "JFXX\0\x10", 6, "FSE", NULL}, // a preview
        {"T", 0xE1, "http://ns.adobe.com/xap/", 28, "FSE", NULL},
        {"T", 0xEE, "Ducky", 12, "FSE", NULL},
        {"T", 0x02, "", 2, "FSE", NULL},
    };
    picture plain = make_of_parts(self, "TFSE"); // with a part of 4 bytes that is dropped
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = make_with_part(self, &cases[i]);
        assert_int_equal(read_picture(self, &out)->data.size, plain.size - 4);
    }
}

static void reads_what_other_programs_write(support *self) {
    // An extended frame of 8 bits, and a table between scans.
    static const odd_part cases[] = {
        {"T", 0xC1, "\10\0\10\0\10\1\1\x11", 9, "SE", NULL},
        {"TFS", 0xC4, "\0\0\1", 18, "SE", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        picture out = make_with_part(self, &cases[i]);
        assert_int_equal(read_picture(self, &out)->components, 1);
    }
}

static void bounds_the_work_of_viewers(support *self) {
    picture out = make_of_parts(self, "TP");
    for (int i = 0; i <= CV_LIMIT_PHOTO_SCANS; i++) put_parts(&out, "A");
    put(&out, "\xff\xd9", 2);
    check_refused(self, picture_end(&out), CV_PHOTO_TOO_LARGE, "more than the 100 scans");
}

static void put_exif(picture *out, const char *tiff, size_t size) {
    picture data = {.arena = out->arena};
    put(&data, "Exif\0", 6);
    put(&data, tiff, size);
    put_segment(out, 0xE1, data.bytes, data.size);
}

static const cv_image *read_with_exif(support *self, const char *tiff, size_t size) {
    picture out = picture_begin(self);
    put(&out, "\xff\xd8", 2);
    put_exif(&out, tiff, size);
    put_jpeg_rest(&out, 30, 40, 3);
    return read_picture(self, &out);
}

static void turns_it_as_the_camera_says(support *self) {
    for (unsigned way = 0; way <= 9; way++) {
        char big[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\0\0\0\0\0\0\0";
        char little[] = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\0\0\0\0\0\0\0\0";
        big[19] = little[18] = (char)way;
        unsigned want = way >= 1 && way <= 8 ? way : 1;
        const cv_image *image = read_with_exif(self, big, sizeof big - 1);
        assert_int_equal(image->orientation, want);
        assert_int_equal(read_with_exif(self, little, sizeof little - 1)->orientation, want);
        assert_int_equal(cv_image_shown_width(image), want > 4 ? 40 : 30);
        assert_int_equal(cv_image_shown_height(image), want > 4 ? 30 : 40);
    }
}

static void notices_where_it_was_taken(support *self) {
    static const char gps[] = "MM\0*\0\0\0\10\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x1a\0\0\0\0"
                              "\0\1\0\2\0\5\0\0\0\3\0\0\0\0\0\0\0\0";
    assert_true(read_with_exif(self, gps, sizeof gps - 1)->has_location);
    char empty[sizeof gps];
    memcpy(empty, gps, sizeof gps);
    empty[29] = 0; // the version of GPS, as telephones write it that may not say where they are
    assert_false(read_with_exif(self, empty, sizeof empty - 1)->has_location);

    picture out = picture_begin(self);
    put(&out, "\xff\xd8", 2);
    static const char xmp[] = "http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='48'/>";
    put_segment(&out, 0xE1, xmp, sizeof xmp - 1);
    put_jpeg_rest(&out, 30, 40, 3);
    assert_true(read_picture(self, &out)->has_location);

    picture silent = picture_begin(self);
    put(&silent, "\xff\xd8", 2);
    static const char other[] = "http://ns.adobe.com/xap/1.0/\0<x a='GG' xmp:Rating='5'/>";
    put_segment(&silent, 0xE1, other, sizeof other - 1);
    put_jpeg_rest(&silent, 30, 40, 3);
    assert_false(read_picture(self, &silent)->has_location);

    char longitude[sizeof gps]; // alone, which is half of a place
    memcpy(longitude, gps, sizeof gps);
    longitude[29] = 4;
    assert_true(read_with_exif(self, longitude, sizeof longitude - 1)->has_location);
}

static void bears_any_damage_in_what_it_drops(support *self) {
    char whole[] = "MM\0*\0\0\0\10\0\2\1\22\0\3\0\0\0\1\0\6\0\0\x88\x25\0\4\0\0\0\1\0\0\0\x26"
                   "\0\0\0\0\0\1\0\2\0\5\0\0\0\3\0\0\0\0\0\0\0\0";
    for (size_t size = 0; size < sizeof whole; size++)
        assert_int_equal(read_with_exif(self, whole, size)->width, 30);
    for (size_t i = 0; i < sizeof whole; i++) {
        whole[i] = (char)~whole[i];
        assert_int_equal(read_with_exif(self, whole, sizeof whole)->width, 30);
        whole[i] = (char)~whole[i];
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_grey_and_colour),
        SUPPORT_TEST(keeps_nothing_that_does_not_draw),
        SUPPORT_TEST(says_how_colours_are_coded),
        SUPPORT_TEST(believes_jfif_rather_than_adobe),
        SUPPORT_TEST(refuses_every_truncation),
        SUPPORT_TEST(refuses_codings_that_viewers_do_not_know),
        SUPPORT_TEST(refuses_sizes_that_no_viewer_should_meet),
        SUPPORT_TEST(refuses_what_is_out_of_order),
        SUPPORT_TEST(refuses_parts_that_are_wrong),
        SUPPORT_TEST(refuses_uneven_sampling),
        SUPPORT_TEST(passes_over_parts_that_it_does_not_know),
        SUPPORT_TEST(reads_what_other_programs_write),
        SUPPORT_TEST(bounds_the_work_of_viewers),
        SUPPORT_TEST(turns_it_as_the_camera_says),
        SUPPORT_TEST(notices_where_it_was_taken),
        SUPPORT_TEST(bears_any_damage_in_what_it_drops),
    };
    return cmocka_run_group_tests_name("jpeg", tests, NULL, NULL);
}
