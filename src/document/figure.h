// SPDX-License-Identifier: MIT
// figure.h - the photo as it stands in the header.
#ifndef CV_DOCUMENT_FIGURE_H
#define CV_DOCUMENT_FIGURE_H

#include "base/length.h"
#include "document/structure.h"
#include "image/image.h"
#include "style/style.h"

// The image fills the area; where it has another shape than that, its middle is seen.
typedef struct cv_figure {
    const cv_image *image; // NULL: there is no photo
    cv_mark mark;
    cv_length width, height; // of the area
    cv_photo_side side;
    cv_photo_shape shape;
} cv_figure;

#endif
