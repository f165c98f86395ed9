// SPDX-License-Identifier: MIT
// exif.c - directories of TIFF, each place looked at only where it lies inside.
#include "image/exif.h"

#include <string.h>

enum {
    ORIENTATION = 0x0112,
    GPS_DIRECTORY = 0x8825,
    GPS_LATITUDE = 2,
    GPS_LONGITUDE = 4,
    TYPE_SHORT = 3,
    ENTRY_BYTES = 12
};

typedef struct tiff_reader {
    cv_bytes bytes;
    bool is_little; // low byte first
} tiff_reader;

// `count` bytes as a number, 0 past the end.
static uint32_t number_at(const tiff_reader *self, size_t at, unsigned count) {
    uint32_t number = 0;
    if (at > self->bytes.size || self->bytes.size - at < count) return 0;
    for (unsigned i = 0; i < count; i++)
        number = number << 8 | self->bytes.data[at + (self->is_little ? count - 1 - i : i)];
    return number;
}

static bool has_coordinates(const tiff_reader *self, size_t directory) {
    uint32_t count = number_at(self, directory, 2);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t tag = number_at(self, directory + 2 + (size_t)i * ENTRY_BYTES, 2);
        if (tag == GPS_LATITUDE || tag == GPS_LONGITUDE) return true;
    }
    return false;
}

static void read_entry(const tiff_reader *self, size_t entry, cv_image *image) {
    uint32_t tag = number_at(self, entry, 2);
    if (tag == GPS_DIRECTORY && has_coordinates(self, number_at(self, entry + 8, 4)))
        image->has_location = true;
    if (tag != ORIENTATION || number_at(self, entry + 2, 2) != TYPE_SHORT) return;
    uint32_t orientation = number_at(self, entry + 8, 2);
    if (orientation >= 1 && orientation <= 8) image->orientation = orientation;
}

void cv_exif_read(cv_bytes tiff, cv_image *image) {
    enum { HEADER_BYTES = 8 };
    tiff_reader self = {.bytes = tiff};
    if (tiff.size < HEADER_BYTES) return;
    if (memcmp(tiff.data, "II*\0", 4) == 0)
        self.is_little = true;
    else if (memcmp(tiff.data, "MM\0*", 4) != 0)
        return;
    size_t directory = number_at(&self, 4, 4);
    uint32_t count = number_at(&self, directory, 2);
    for (uint32_t i = 0; i < count; i++)
        read_entry(&self, directory + 2 + (size_t)i * ENTRY_BYTES, image);
}

bool cv_xmp_has_location(cv_bytes packet) {
    static const char name[] = "GPSLatitude";
    enum { SIZE = sizeof name - 1 };
    const unsigned char *at = packet.data, *end = packet.data + packet.size;
    while (end - at >= SIZE && (at = memchr(at, *name, (size_t)(end - at) - SIZE + 1))) {
        if (memcmp(at, name, SIZE) == 0) return true;
        at++;
    }
    return false;
}
