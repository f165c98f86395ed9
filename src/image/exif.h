// SPDX-License-Identifier: MIT
// exif.h - the two things of interest in what a camera writes into a photo.
#ifndef CV_IMAGE_EXIF_H
#define CV_IMAGE_EXIF_H

#include "image/image.h"

// Takes over orientation and location from a TIFF structure, which may be damaged in any way: then
// what can be read counts. Exif 2.3, 4.5 and 4.6.
void cv_exif_read(cv_bytes tiff, cv_image *image);

// True if an XMP packet has coordinates.
bool cv_xmp_has_location(cv_bytes packet);

#endif
