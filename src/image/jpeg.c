// SPDX-License-Identifier: MIT
// jpeg.c - a walk over the markers of a JPEG file, which copies those that draw the picture
// (ITU-T T.81, annex B). Nothing is decoded: viewers do that, and so nothing may get to them that
// is not in order.
#include "image/decode.h"

#include "base/limits.h"
#include "image/exif.h"
#include "image/jpeg_tables.h"

#include <string.h>

enum marker {
    SOF0 = 0xC0, // baseline
    SOF2 = 0xC2, // progressive
    DHT = 0xC4,
    JPG = 0xC8,
    DAC = 0xCC,
    SOF15 = 0xCF,
    RST0 = 0xD0,
    RST7 = 0xD7,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    DQT = 0xDB,
    DNL = 0xDC,
    DRI = 0xDD,
    DHP = 0xDE,
    EXP = 0xDF,
    APP0 = 0xE0,
    APP1 = 0xE1,
    APP14 = 0xEE,
    TEM = 0x01
};

enum { MOST_COMPONENTS = 3, MOST_TABLES = CV_JPEG_MOST_TABLES, ADOBE_BYTES = 16 };

// What APP14 says of three components: ISO 32000-1, table 13, and Adobe's note 5116.
typedef enum color_transform { NOT_SAID = -1, FROM_RGB = 0, FROM_YCC = 1 } color_transform;

typedef struct component {
    unsigned char id;
    unsigned quantization; // number of its table
    unsigned across, down; // how often it is sampled
} component;

typedef struct walk {
    const cv_image_file *file;
    cv_image *image;
    cv_report *report;
    const unsigned char *at, *end;
    unsigned char *kept; // with room for the file and an APP14
    size_t size;
    component components[MOST_COMPONENTS];
    unsigned count; // of them; 0: no SOF yet
    bool is_progressive, is_jfif;
    int adobe;                                                       // a color_transform
    bool has_quantization[MOST_TABLES], has_huffman[2][MOST_TABLES]; // [0] DC, [1] AC
    unsigned scans;
} walk;

// A segment without its marker and length.
typedef struct segment {
    const unsigned char *data;
    size_t size;
} segment;

static bool damage(const walk *self, const char *what) {
    return cv_image_report_damage(self->file, self->report, what);
}

static bool ends_early(const walk *self) { return damage(self, "it ends too early"); }

static bool refuse(const walk *self, const char *what, const char *way_out) {
    cv_report_add(self->report, CV_PHOTO_KIND, self->file->span, "'%s' is %s", self->file->name,
                  what)
        ->hint = way_out;
    return false;
}

static void keep(walk *self, const void *bytes, size_t size) {
    if (size) memcpy(self->kept + self->size, bytes, size); // of nothing, `bytes` may be NULL
    self->size += size;
}

// Tables

static bool check_quantization(walk *self, segment part) {
    const unsigned char *at = part.data, *end = at + part.size;
    while (at < end) {
        size_t size = cv_jpeg_measure_quantization(at, (size_t)(end - at));
        if (!size) return damage(self, "one of its tables is wrong");
        self->has_quantization[*at & 15] = true;
        at += size;
    }
    return true;
}

static bool check_huffman(walk *self, segment part) {
    const unsigned char *at = part.data, *end = at + part.size;
    while (at < end) {
        size_t size = cv_jpeg_measure_huffman(at, (size_t)(end - at));
        if (!size) return damage(self, "one of its tables is wrong");
        self->has_huffman[*at >> 4][*at & 15] = true;
        at += size;
    }
    return true;
}

// The frame

static const char ordinary[] = "save it again as an ordinary JPEG file, in sRGB";

static bool check_coding(const walk *self, int marker) {
    if (marker == SOF0 || marker == SOF0 + 1 || marker == SOF2) return true;
    if (marker == SOF0 + 3)
        return refuse(self, "a lossless JPEG, which few programs show", ordinary);
    return refuse(self, "a JPEG of a rare kind, which few programs show", ordinary);
}

static bool read_component(walk *self, const unsigned char *at) {
    unsigned across = at[1] >> 4, down = at[1] & 15;
    if (across < 1 || across > 4 || down < 1 || down > 4 || at[2] >= MOST_TABLES) return false;
    for (unsigned i = 0; i < self->count; i++)
        if (self->components[i].id == at[0]) return false;
    self->components[self->count++] = (component){at[0], at[2], across, down};
    return true;
}

// Decoders double and triple what is sampled less, and do no more.
static bool is_sampled_evenly(const walk *self) {
    unsigned across = 1, down = 1;
    for (unsigned i = 0; i < self->count; i++) {
        if (self->components[i].across > across) across = self->components[i].across;
        if (self->components[i].down > down) down = self->components[i].down;
    }
    for (unsigned i = 0; i < self->count; i++)
        if (across % self->components[i].across || down % self->components[i].down) return false;
    return true;
}

static bool read_frame(walk *self, int marker, segment part) {
    enum { FIXED_BYTES = 6, COMPONENT_BYTES = 3 };
    if (!check_coding(self, marker)) return false;
    if (self->count) return damage(self, "it has two frames");
    if (part.size < FIXED_BYTES) return damage(self, "its frame is wrong");
    const unsigned char *at = part.data;
    unsigned count = at[5];
    if (at[0] != 8)
        return refuse(self, "a JPEG of 12 bits, which few programs show", "save it with 8 bits");
    if (count == 4)
        return refuse(self, "a JPEG in CMYK, the colours of a printing press", "save it in sRGB");
    if ((count != 1 && count != 3) || part.size != FIXED_BYTES + COMPONENT_BYTES * count)
        return damage(self, "its frame is wrong");
    cv_image *image = self->image;
    image->height = (uint32_t)at[1] << 8 | at[2];
    image->width = (uint32_t)at[3] << 8 | at[4];
    image->components = count;
    self->is_progressive = marker == SOF2;
    for (size_t i = 0; i < count; i++)
        if (!read_component(self, at + FIXED_BYTES + COMPONENT_BYTES * i))
            return damage(self, "its frame is wrong");
    if (!is_sampled_evenly(self))
        return refuse(self, "a JPEG of a rare kind, which few programs show", ordinary);
    uint64_t most = (uint64_t)CV_LIMIT_PHOTO_SIDE * CV_LIMIT_PHOTO_SIDE;
    return cv_image_check_size(self->file, image->width, image->height, most, self->report);
}

// As the decoder of the Independent JPEG Group guesses, and with it nearly every program that the
// person has seen the photo in: JFIF knows one coding only, then Adobe's word, then the names of
// the components.
static color_transform find_transform(const walk *self) {
    if (self->is_jfif) return FROM_YCC;
    if (self->adobe != NOT_SAID) return self->adobe == FROM_RGB ? FROM_RGB : FROM_YCC;
    const component *parts = self->components;
    bool is_rgb = parts[0].id == 'R' && parts[1].id == 'G' && parts[2].id == 'B';
    return is_rgb ? FROM_RGB : FROM_YCC;
}

// In words of our own, so that no decoder has to guess, nor reads what else was said there.
static void keep_transform(walk *self) {
    unsigned char adobe[ADOBE_BYTES] = {0xFF, APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100};
    adobe[ADOBE_BYTES - 1] = (unsigned char)find_transform(self);
    if (self->count == MOST_COMPONENTS) keep(self, adobe, sizeof adobe);
}

// Scans

static const component *find_component(const walk *self, unsigned char id) {
    for (unsigned i = 0; i < self->count; i++)
        if (self->components[i].id == id) return &self->components[i];
    return NULL;
}

// `selectors` are the component and its tables; `band` is where its coefficients begin.
static bool check_selectors(const walk *self, const unsigned char *selectors, unsigned band,
                            bool is_refinement) {
    const component *part = find_component(self, selectors[0]);
    unsigned dc = selectors[1] >> 4, ac = selectors[1] & 15;
    if (!part || dc >= MOST_TABLES || ac >= MOST_TABLES) return false;
    bool needs_dc = band == 0 && !is_refinement, needs_ac = band > 0 || !self->is_progressive;
    return self->has_quantization[part->quantization] && (!needs_dc || self->has_huffman[0][dc]) &&
           (!needs_ac || self->has_huffman[1][ac]);
}

// Of several components each comes once, and the blocks that are coded together are ten at most
// (T.81, B.2.3).
static bool is_sound_mixture(const walk *self, const unsigned char *selectors, size_t count) {
    enum { MOST_BLOCKS = 10 };
    unsigned blocks = 0;
    for (size_t i = 0; i < count; i++) {
        const component *part = find_component(self, selectors[2 * i]);
        for (size_t j = 0; j < i; j++)
            if (selectors[2 * j] == selectors[2 * i]) return false;
        if (part) blocks += part->across * part->down;
    }
    return count == 1 || blocks <= MOST_BLOCKS;
}

// `band`: its first and last coefficient, and its precision before and now (T.81, B.2.3 and G.1.1).
static bool is_sound_band(const walk *self, const unsigned char *band, size_t count) {
    enum { LAST = 63, MOST_SHIFT = 13 };
    unsigned first = band[0], last = band[1], before = band[2] >> 4, now = band[2] & 15;
    if (first > last || last > LAST) return false;
    if (!self->is_progressive) return true;
    bool is_split = first == 0 ? last == 0 : count == 1;
    return is_split && now <= MOST_SHIFT && (before == 0 || before == now + 1);
}

static bool check_scan(walk *self, segment part) {
    enum { COMPONENT_BYTES = 2, FIXED_BYTES = 4 };
    size_t count = part.size ? part.data[0] : 0;
    if (!self->count) return damage(self, "it has data before its frame");
    if (count < 1 || count > self->count || part.size != FIXED_BYTES + COMPONENT_BYTES * count)
        return damage(self, "one of its scans is wrong");
    const unsigned char *selectors = part.data + 1, *band = selectors + COMPONENT_BYTES * count;
    bool is_refinement = self->is_progressive && band[2] >> 4;
    if (!is_sound_band(self, band, count) || !is_sound_mixture(self, selectors, count))
        return damage(self, "one of its scans is wrong");
    for (size_t i = 0; i < count; i++)
        if (!check_selectors(self, selectors + COMPONENT_BYTES * i, band[0], is_refinement))
            return damage(self, "one of its scans lacks a table");
    if (++self->scans <= CV_LIMIT_PHOTO_SCANS) return true;
    cv_report_add(self->report, CV_PHOTO_TOO_LARGE, self->file->span,
                  "'%s' has more than the %d scans that a JPEG file may have", self->file->name,
                  CV_LIMIT_PHOTO_SCANS)
        ->hint = "save it again with any picture program";
    return false;
}

// Up to the marker that ends the coded data, in which FF is followed by 00 or is a restart.
static bool keep_coded_data(walk *self) {
    const unsigned char *at = self->at;
    while ((at = memchr(at, 0xFF, (size_t)(self->end - at)))) {
        if (self->end - at < 2) break;
        bool is_data = at[1] == 0 || (at[1] >= RST0 && at[1] <= RST7);
        if (!is_data && at[1] != 0xFF) {
            keep(self, self->at, (size_t)(at - self->at));
            self->at = at;
            return true;
        }
        at += is_data ? 2 : 1;
    }
    return ends_early(self);
}

// What is not kept

static bool begins_with(segment part, const char *name, size_t size) {
    return part.size >= size && memcmp(part.data, name, size) == 0;
}

static void look_at(walk *self, int marker, segment part) {
    static const char exif[] = "Exif\0", xmp[] = "http://ns.adobe.com/xap/1.0/";
    enum { JFIF_BYTES = 14, SAID_BYTES = 12 }; // of the segments, where they are whole
    if (marker == APP0 && begins_with(part, "JFIF", 5) && part.size >= JFIF_BYTES)
        self->is_jfif = true;
    if (marker == APP14 && begins_with(part, "Adobe", 5) && part.size >= SAID_BYTES)
        self->adobe = part.data[11];
    if (marker != APP1) return;
    if (begins_with(part, exif, sizeof exif))
        cv_exif_read((cv_bytes){part.data + sizeof exif, part.size - sizeof exif}, self->image);
    if (begins_with(part, xmp, sizeof xmp - 1) &&
        cv_xmp_has_location((cv_bytes){part.data, part.size}))
        self->image->has_location = true;
}

// The walk

static void keep_segment(walk *self, int marker, segment part) {
    size_t length = part.size + 2;
    unsigned char head[] = {0xFF, (unsigned char)marker, (unsigned char)(length >> 8),
                            (unsigned char)length};
    keep(self, head, sizeof head);
    keep(self, part.data, part.size);
}

static bool take_scan(walk *self, segment part) {
    if (!check_scan(self, part)) return false;
    keep_segment(self, SOS, part);
    return keep_coded_data(self);
}

static bool take_segment(walk *self, int marker, segment part) {
    bool is_frame =
        marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    bool is_good = true;
    if (is_frame)
        is_good = read_frame(self, marker, part);
    else if (marker == DHT)
        is_good = check_huffman(self, part);
    else if (marker == DQT)
        is_good = check_quantization(self, part);
    else if (marker == DRI)
        is_good = part.size == 2 || damage(self, "one of its tables is wrong");
    else if (marker == SOS)
        return take_scan(self, part);
    else if (marker == DAC || marker == JPG || (marker >= DNL && marker <= EXP))
        return damage(self, "it has a part that no photo has");
    else {
        look_at(self, marker, part);
        return true;
    }
    if (!is_good) return false;
    if (is_frame) keep_transform(self);
    keep_segment(self, marker, part);
    return true;
}

// Goes over the marker at `at`, which FF may be filled up before; -1 after a finding.
static int read_marker(walk *self) {
    if (self->at < self->end && *self->at != 0xFF) {
        damage(self, "it has data outside of its parts");
        return -1;
    }
    while (self->at < self->end && *self->at == 0xFF) self->at++;
    if (self->at < self->end) return *self->at++;
    ends_early(self);
    return -1;
}

static bool read_segment(walk *self, segment *part) {
    if (self->end - self->at < 2) return ends_early(self);
    size_t length = (size_t)self->at[0] << 8 | self->at[1];
    if (length < 2) return damage(self, "one of its parts has no length");
    if ((size_t)(self->end - self->at) < length) return ends_early(self);
    *part = (segment){self->at + 2, length - 2};
    self->at += length;
    return true;
}

// What is behind the end of the picture is another one, or a film: it is not looked at.
static bool walk_markers(walk *self) {
    static const unsigned char begin[] = {0xFF, SOI}, end[] = {0xFF, EOI};
    keep(self, begin, sizeof begin);
    self->at += sizeof begin;
    for (;;) {
        segment part = {0};
        int marker = read_marker(self);
        if (marker == EOI) break;
        if (marker == TEM) continue;
        if (marker < 0) return false;
        if (marker == 0 || marker == SOI || (marker >= RST0 && marker <= RST7))
            return damage(self, "its parts are out of order");
        if (!read_segment(self, &part) || !take_segment(self, marker, part)) return false;
    }
    if (!self->scans) return damage(self, "it has no picture");
    keep(self, end, sizeof end);
    return true;
}

bool cv_jpeg_decode(const cv_image_file *file, cv_image *image, cv_arena *arena,
                    cv_report *report) {
    walk self = {.file = file,
                 .image = image,
                 .report = report,
                 .at = file->bytes.data,
                 .end = file->bytes.data + file->bytes.size,
                 .kept = cv_arena_reserve(arena, file->bytes.size + ADOBE_BYTES, 1),
                 .adobe = NOT_SAID};
    if (!walk_markers(&self)) return false;
    image->coding = CV_IMAGE_JPEG;
    image->data = (cv_bytes){self.kept, self.size};
    return true;
}
