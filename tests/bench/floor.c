// SPDX-License-Identifier: MIT
// floor.c - the least that libraries must do for a document, without layout or tags.
//
// floor ROOT TEXTS OUT    shapes each line of TEXTS, a face's file below ROOT, a tab and a text, as
//                         `bench FILE texts` prints them; makes a subset of each face, and writes
//                         these and the glyphs as streams of a PDF.
#include <hb-subset.h>
#include <hb.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MOST_FACES = 16, MOST_TEXT = 65536, MOST_GLYPHS = 65536 };

typedef struct face {
    char name[256];
    hb_face_t *face;
    hb_font_t *font;
    hb_subset_input_t *input;
} face;

typedef struct page {
    unsigned char bytes[2 * MOST_GLYPHS];
    unsigned size;
} page;

// The face of a file, opened if it is new; NULL if it cannot be.
static face *find_face(face faces[MOST_FACES], const char *root, const char *name) {
    face *found = faces;
    while (found < faces + MOST_FACES && found->face && strcmp(found->name, name) != 0) found++;
    if (found == faces + MOST_FACES) return NULL;
    if (found->face) return found;
    char path[512];
    int name_size = snprintf(found->name, sizeof found->name, "%s", name);
    int path_size = snprintf(path, sizeof path, "%s/%s", root, name);
    bool fits = name_size < (int)sizeof found->name && path_size < (int)sizeof path;
    hb_blob_t *blob = fits ? hb_blob_create_from_file_or_fail(path) : NULL;
    if (!blob) return NULL;
    found->face = hb_face_create(blob, 0);
    found->font = hb_font_create(found->face);
    found->input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(found->input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_blob_destroy(blob);
    return found;
}

static void shape(face *in, const char *text, hb_buffer_t *buffer, page *out) {
    hb_buffer_reset(buffer);
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(in->font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count && out->size < sizeof out->bytes; i++) {
        hb_set_add(hb_subset_input_glyph_set(in->input), glyphs[i].codepoint);
        out->bytes[out->size++] = (unsigned char)(glyphs[i].codepoint >> 8);
        out->bytes[out->size++] = (unsigned char)glyphs[i].codepoint;
    }
}

static bool shape_file(const char *root, const char *name, face faces[MOST_FACES], page *out) {
    static char line[MOST_TEXT];
    FILE *file = fopen(name, "r");
    if (!file) return false;
    hb_buffer_t *buffer = hb_buffer_create();
    bool is_good = true;
    while (is_good && fgets(line, sizeof line, file)) {
        char *text = strchr(line, '\t');
        is_good = text != NULL;
        if (!is_good) break;
        *text++ = '\0';
        text[strcspn(text, "\n")] = '\0';
        face *in = find_face(faces, root, line);
        is_good = in != NULL;
        if (is_good) shape(in, text, buffer, out);
    }
    hb_buffer_destroy(buffer);
    fclose(file);
    return is_good;
}

static bool add_stream(HPDF_Doc document, const void *bytes, unsigned size) {
    HPDF_Dict stream = HPDF_DictStream_New(document->mmgr, document->xref);
    if (!stream) return false;
    stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    return HPDF_Stream_Write(stream->stream, bytes, size) == HPDF_OK;
}

static hb_blob_t *choose_table(hb_face_t *from, hb_tag_t tag, void *source) {
    static const char needed[] = "glyfheadhheahmtxlocamaxp";
    (void)from;
    for (int i = 0; needed[i]; i += 4)
        if (tag == hb_tag_from_string(needed + i, 4)) return hb_face_reference_table(source, tag);
    return NULL;
}

static bool add_subset(HPDF_Doc document, const face *of) {
    hb_face_t *bare = hb_face_create_for_tables(choose_table, of->face, NULL);
    hb_face_t *subset = hb_subset_or_fail(bare, of->input);
    hb_face_destroy(bare);
    if (!subset) return false;
    hb_blob_t *blob = hb_face_reference_blob(subset);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    bool is_good = add_stream(document, bytes, size);
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return is_good;
}

static void close_face(face *done) {
    hb_subset_input_destroy(done->input);
    hb_font_destroy(done->font);
    hb_face_destroy(done->face);
}

int main(int argument_count, char **arguments) {
    static page glyphs;
    face faces[MOST_FACES] = {0};
    if (argument_count != 4) {
        fprintf(stderr, "usage: floor ROOT TEXTS OUT\n");
        return 2;
    }
    HPDF_Doc document = HPDF_New(NULL, NULL);
    bool is_good = document && shape_file(arguments[1], arguments[2], faces, &glyphs) &&
                   HPDF_AddPage(document) && add_stream(document, glyphs.bytes, glyphs.size);
    for (face *each = faces; each < faces + MOST_FACES && each->face; each++) {
        is_good = is_good && add_subset(document, each);
        close_face(each);
    }
    is_good = is_good && HPDF_SaveToFile(document, arguments[3]) == HPDF_OK;
    HPDF_Free(document);
    return is_good ? 0 : 1;
}
