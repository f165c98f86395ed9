// SPDX-License-Identifier: MIT
// jpeg.c - any bytes as a JPEG file, its start being given.
#include "fuzz.h"
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 3) return 0;
    uint8_t *file = malloc(size);
    if (!file) abort();
    memcpy(file, data, size);
    memcpy(file, "\xff\xd8\xff", 3);
    read_image_twice((cv_bytes){file, size});
    free(file);
    return 0;
}
