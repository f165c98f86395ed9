// SPDX-License-Identifier: MIT
// limits.h - every cap and the reason for it: the only list.
//
// Exceeding one is a diagnostic with the number in it. Nothing is cut short silently.
#ifndef CV_BASE_LIMITS_H
#define CV_BASE_LIMITS_H

enum {
    CV_LIMIT_SOURCE_BYTES = 4 << 20, // a career is 20 KB; past this it is not a resume
    CV_LIMIT_DEPTH = 64,             // libyaml is quadratic in depth, and decoders recurse
    CV_LIMIT_NODES = 200000,         // after alias expansion
    CV_LIMIT_NODE_BYTES = 16 << 20,  // text of all nodes after alias expansion
    CV_LIMIT_KEY_BYTES = 1024,       // YAML 1.2, 7.4: an implicit key
    CV_LIMIT_VARIANTS = 1000,        // of one file; more are rows of a table, not variants
    CV_LIMIT_WORDS = 1000,           // of one include, exclude or sections: each item looks there
    CV_LIMIT_SILENCES = 1000,        // of one file: each finding looks there
    CV_LIMIT_OUTPUT_NAME = 200,      // bytes; file systems allow 255, and a suffix may be added
    CV_LIMIT_TEXT_BYTES = 64 << 10,  // of one paragraph
    CV_LIMIT_RUN_CODE_POINTS = 4096, // HarfBuzz before 7 is quadratic in runs of marks
    CV_LIMIT_MARKS = 64,             // on one base character, for the same reason
    CV_LIMIT_FONT_BYTES = 32 << 20,  // one file; the largest of Noto CJK has 26 MiB
    CV_LIMIT_FONT_TABLES = 64,       // of one face; the richest have 30
    CV_LIMIT_GLYPH_DEPTH = 16,       // glyphs made of glyphs; real ones stop at 3
    CV_LIMIT_GLYPH_EMS = 32,         // that one advances; the widest of Arabic has 12
    CV_LIMIT_GLYPH_PARTS = 256,      // that one glyph is made of, of all depths
    CV_LIMIT_FONT_FILES = 100000,    // of one folder with those in it
    CV_LIMIT_FONT_FOLDERS = 16,      // one in the other
    CV_LIMIT_FONTS_KEPT = 128 << 20, // bytes of files held between two documents of a batch
    CV_LIMIT_PAGES = 100,
    CV_LIMIT_PAGE_SIDE = 1440,        // points; screens and plotters stay below
    CV_LIMIT_PHOTO_BYTES = 16 << 20,  // of the file; a camera's best is 12 MiB
    CV_LIMIT_PHOTO_SIDE = 8192,       // pixels: those of the finest telephones
    CV_LIMIT_PHOTO_PIXELS = 16 << 20, // of a PNG file, which is decoded in memory
    CV_LIMIT_PHOTO_SCANS = 100,       // of a JPEG file; ordinary ones have ten
    CV_LIMIT_JOB_BYTES = 192 << 20,   // memory of one rendering
    CV_LIMIT_PDF_STRING = 32767,      // ISO 19005-3, 6.1.13
    CV_LIMIT_DIAGNOSTICS = 100        // of a severity; more have one cause; the rest is counted
};

#endif
