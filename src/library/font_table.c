// SPDX-License-Identifier: MIT
// font_table.c - which fonts there are, and which would help out, as text.
#include "library/pipeline.h"

#include "base/unicode.h"
#include "library/engine.h"
#include "library/fonts.h"
#include "shape/font_list.h"

#include <stdlib.h>

static const char *const face_names[CV_FACE_COUNT] = {"regular", "bold", "italic", "bold italic"};

// Behind the name of its family.
static void add_face(unsigned face, bool is_first, cv_text_builder *out) {
    cv_text_add(out, "%s %s", is_first ? "" : ",", face_names[face]);
}

static void add_bundled(const cvpdf_engine *engine, cv_text_builder *out) {
    cv_text_add_string(out, "Families inside cvpdf:");
    const char *family = "";
    for (size_t i = 0; i < CV_BUNDLED_FACES; i++) {
        const cv_font *font = engine->faces[i];
        bool is_same = cv_equal(font->family, family);
        if (!is_same) cv_text_add(out, "\n  %-15s ", font->family);
        add_face(font->face, !is_same, out);
        family = font->family;
    }
    cv_text_add_string(out, "\n");
}

// By family, in any case, then by face.
static int compare_stated(const void *a, const void *b) {
    const cv_stated_face *left = a, *right = b;
    int order = cv_compare_ignoring_case(left->family, right->family);
    return order ? order : (int)left->face - (int)right->face;
}

// Each family of a folder once, with the styles that it has.
static void add_folder(const cv_font_set *fonts, const char *folder, cv_text_builder *out) {
    cv_stated_faces faces = cv_font_set_list(fonts, folder);
    if (faces.count) qsort(faces.items, faces.count, sizeof *faces.items, compare_stated);
    cv_text_add(out, "\nFamilies in %s:%s", folder, faces.count ? "" : " none");
    const cv_stated_face *last = NULL;
    for (size_t i = 0; i < faces.count; last = &faces.items[i++]) {
        const cv_stated_face *face = &faces.items[i];
        bool is_same = last && cv_equal_ignoring_case(last->family, face->family);
        if (!is_same) cv_text_add(out, "\n  %-15s ", face->family);
        if (!is_same || last->face != face->face) add_face(face->face, !is_same, out);
    }
    cv_text_add_string(out, "\n");
}

static uint32_t tag_of(const char *script) {
    uint32_t tag = 0;
    for (int i = 0; i < 4 && script[i]; i++) tag = tag << 8 | (unsigned char)script[i];
    return tag;
}

typedef struct finder {
    cv_font_set *fonts;
    cv_font_findings findings;
} finder;

// The first of the script's own chain that is there; NULL if none is.
static const cv_font *find(finder *self, const cv_listed_chain *chain,
                           const struct cv_family_numbers *own, const cv_font *beside) {
    cv_fallback fallback = {tag_of(chain->script), chain->language, beside, CV_FACE_REGULAR};
    size_t place = 0;
    const cv_font *font = cv_font_set_fallback(self->fonts, &fallback, &self->findings, &place);
    return place <= own->count ? font : NULL;
}

static void add_font(const cv_font *font, const char *note, cv_text_builder *out) {
    cv_text_add(out, "    %s%s: %s\n", font->family, note, font->file);
}

static void add_names(const cv_font_list *list, const struct cv_family_numbers *numbers,
                      cv_text_builder *out) {
    cv_text_add_string(out, "    none of");
    for (size_t i = 0; i < numbers->count; i++)
        cv_text_add(out, "%s %s", i ? "," : "", list->families.items[numbers->items[i]].name);
    cv_text_add_string(out, " is there\n");
}

// "Han, Hiragana, Katakana (ja)": chains of one row of the list. Returns how many.
static size_t add_scripts(const cv_listed_chain *chain, size_t most, cv_text_builder *out) {
    size_t count = 0;
    bool are_all = cv_equal(chain->script, "Zyyy");
    if (are_all) cv_text_add_string(out, "  symbols, emoji, and what is left");
    for (; count < most && chain[count].sans.items == chain->sans.items; count++)
        if (!are_all)
            cv_text_add(out, "%s %s", count ? "," : " ",
                        cv_unicode_script_name(out->arena, chain[count].script));
    if (chain->language) cv_text_add(out, " (%s)", chain->language);
    cv_text_add_string(out, "\n");
    return count;
}

static void add_chain(const cv_font_list *list, const cv_listed_chain *chain, finder *self,
                      cv_text_builder *out) {
    const cv_font *sans = find(self, chain, &chain->sans, cv_font_find(self->fonts, "Lato", 0));
    const cv_font *serif =
        find(self, chain, &chain->serif, cv_font_find(self->fonts, "Gentium Plus", 0));
    if (sans) add_font(sans, "", out);
    if (serif && serif != sans) add_font(serif, " (beside serifs)", out);
    if (!sans && !serif) add_names(list, &chain->sans, out);
}

cvpdf_status cv_job_list_fonts(cv_job *job) {
    cv_text_builder out = {.arena = job->arena};
    finder self = {.fonts = cv_job_fonts(job),
                   .findings = {.report = &job->report, .arena = job->arena}};
    const cv_font_list *list = cv_font_list_read(cv_engine_file("data/fonts.yaml"), job->arena);
    add_bundled(job->engine, &out);
    for (size_t i = 0; i < job->asked.font_folder_count; i++)
        add_folder(self.fonts, job->asked.font_folders[i], &out);
    cv_text_add_string(&out, "\nWhat a family lacks is taken, by script, from:\n");
    const cv_listed_chains *chains = &list->chains;
    for (size_t i = 0; i < chains->count;) {
        const cv_listed_chain *chain = &chains->items[i];
        i += add_scripts(chain, chains->count - i, &out);
        add_chain(list, chain, &self, &out);
    }
    job->output = (cv_bytes){(const unsigned char *)cv_text_string(&out), out.size};
    return CVPDF_OK;
}
