// SPDX-License-Identifier: MIT
// jpeg_tables.h - whether the tables of a JPEG file are such that decoders take them (ITU-T T.81,
// B.2.4).
#ifndef CV_IMAGE_JPEG_TABLES_H
#define CV_IMAGE_JPEG_TABLES_H

#include <stddef.h>

enum { CV_JPEG_MOST_TABLES = 4 }; // of a kind

// The sizes of the tables at `at`, where `left` bytes are, at least one; 0 for a table that is
// wrong. In the first byte of a table are its kind, or its precision, and its number.
size_t cv_jpeg_measure_quantization(const unsigned char *at, size_t left);
size_t cv_jpeg_measure_huffman(const unsigned char *at, size_t left);

#endif
