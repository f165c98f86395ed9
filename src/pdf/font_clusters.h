// SPDX-License-Identifier: MIT
// font_clusters.h - clusters of several glyphs as one glyph each.
//
// A base with its marks, or the parts of a syllable, are drawn as one and read as one: extractors
// that look at places on the page would order and space them in ways of their own, and a code for
// each glyph would need a text for each.
#ifndef CV_PDF_FONT_CLUSTERS_H
#define CV_PDF_FONT_CLUSTERS_H

#include "base/array.h"
#include "base/text.h"
#include "shape/font.h"

#include <stdint.h>

// Of a face with its clusters.
enum { CV_CLUSTERS_MOST_GLYPHS = 65534 };

typedef struct cv_cluster_part {
    uint16_t glyph;
    int16_t x, y; // of its origin, in font units
} cv_cluster_part;

typedef struct cv_cluster {
    const cv_cluster_part *parts;
    uint32_t count;
    uint16_t advance; // in font units
} cv_cluster;
typedef struct cv_clusters CV_ARRAY(cv_cluster) cv_clusters;

// The tables of a face to which the clusters have been added, after its own glyphs.
typedef struct cv_cluster_tables {
    cv_bytes glyf, loca, hmtx, hhea, head, maxp;
} cv_cluster_tables;

// The tables of a face as it has them.
typedef struct cv_face_tables cv_face_tables;

// The number of glyphs in the face: the first cluster has this number.
uint32_t cv_font_glyph_count(const cv_font *font);

// Of a face with TrueType outlines, closed with `arena`. NULL if they are not what they should be.
const cv_face_tables *cv_face_tables_open(const cv_font *font, cv_arena *arena);

// Whether a glyph can be made of the parts: all places and its box are numbers of 16 bits.
bool cv_cluster_fits(const cv_face_tables *source, const cv_cluster_part *parts, uint32_t count);

// Of clusters that fit, no more than there is room for.
void cv_clusters_add(const cv_face_tables *source, const cv_clusters *clusters, cv_arena *arena,
                     cv_cluster_tables *tables);

#endif
