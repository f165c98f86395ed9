// SPDX-License-Identifier: MIT
// font_family.c - gathers the faces of a family, then chooses one for each style.
#include "shape/font_family.h"

#include "base/limits.h"
#include "shape/font_file.h"
#include "shape/font_find.h"

#include <setjmp.h>
#include <string.h>

enum { REGULAR_WEIGHT = 400, BOLD_WEIGHT = 700, LEAST_BOLD = 600, MOST_INDEX = 64 };

typedef struct face_array CV_ARRAY(const cv_font *) face_array;

typedef struct search {
    const cv_font_sources *sources;
    const char *asked;
    const char *family; // as asked, or of the file that was
    cv_span span;
    cv_arena *arena;
    cv_report *report;
    cv_font_origin origin;
    bool asks_files; // what they say of themselves, and not only for their names
    face_array faces;
    cv_family_names others;
} search;

static bool is_font_name(const char *name) {
    static const char *const suffixes[] = {".ttf", ".otf", ".ttc", ".otc"};
    size_t size = strlen(name);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (size > 4 && cv_equal_ignoring_case(name + size - 4, suffixes[i])) return true;
    return false;
}

// The path without "#1", and that number.
static const char *split_index(const char *asked, unsigned *index, cv_arena *arena) {
    const char *mark = strrchr(asked, '#');
    *index = 0;
    if (!mark || !mark[1] || strspn(mark + 1, "0123456789") != strlen(mark + 1)) return asked;
    for (const char *at = mark + 1; *at && *index < MOST_INDEX; at++)
        *index = 10 * *index + (unsigned)(*at - '0');
    return cv_copy(arena, asked, (size_t)(mark - asked));
}

bool cv_family_is_path(const char *asked) {
    const char *mark = strrchr(asked, '#');
    size_t size = mark ? (size_t)(mark - asked) : strlen(asked);
    if (memchr(asked, '/', size)) return true;
    static const char *const suffixes[] = {".ttf", ".otf", ".ttc", ".otc"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (size > 4 && cv_starts_with_ignoring_case(asked + size - 4, suffixes[i])) return true;
    return false;
}

static bool is_letter_or_digit(char byte) {
    return cv_is_letter(byte) || cv_is_digit(byte) || (unsigned char)byte >= 0x80;
}

// "SourceSans3-Bold.otf" begins like "Source Sans 3", and so does up to its hyphen
// "NotoSansCJK-Bold.ttc" like "Noto Sans CJK KR".
static bool begins_like(const char *file, const char *family) {
    for (bool is_first = true;; file++, family++, is_first = false) {
        if (!is_first && (*file == '-' || *file == '.')) return true;
        while (*file && !is_letter_or_digit(*file)) file++;
        while (*family && !is_letter_or_digit(*family)) family++;
        if (!*family) return true;
        const char pair[2][2] = {{*file}, {*family}};
        if (!cv_equal_ignoring_case(pair[0], pair[1])) return false;
    }
}

static void demand_memory(const search *self) {
    if (cv_font_shelf_is_out_of_memory(self->sources->shelf))
        longjmp(*cv_arena_recovery(self->arena), CV_NO_MEMORY);
}

// What forbids to use the face, or NULL. Spaces of other widths are made of the space, and one is
// set between a row's texts.
static const char *unusable(const cv_font *font) {
    return cv_font_glyph(font, ' ') ? cv_font_forbidden(font) : "has no glyph for the space";
}

static void report_unusable(const search *self, const char *file, const char *reason) {
    cv_report_add(self->report, CV_FONT_UNUSABLE, self->span, "the font '%s' %s", file, reason)
        ->hint = "take another font, or another file of this one";
}

// The face of bytes that were read, or, where there are none, of the file itself. Without a
// finding.
static const cv_font *open_face(const search *self, const cv_font_name *name, cv_bytes bytes,
                                const char **reason) {
    cv_font_shelf *shelf = self->sources->shelf;
    const cv_font *font = bytes.size ? cv_font_shelf_take(shelf, name, bytes, reason)
                                     : cv_font_shelf_open(shelf, name, reason);
    demand_memory(self);
    if (font) *reason = unusable(font);
    return font;
}

// Keeps the faces of the family in one file.
static void look_into(search *self, const char *path, cv_bytes bytes) {
    for (unsigned index = 0; index < MOST_INDEX; index++) {
        cv_font_name name = {
            .family = self->asked, .file = path, .index = index, .origin = self->origin};
        const char *reason;
        const cv_font *font = open_face(self, &name, bytes, &reason);
        if (!font && index > 0) return; // past the last face
        if (!font || (reason && cv_font_is_of_family(font, self->family)))
            report_unusable(self, path, reason);
        else if (cv_font_is_of_family(font, self->family))
            CV_PUSH(self->arena, &self->faces, font);
        if (!font || !font->is_of_collection) return;
    }
}

// Each family of the faces once, for a suggestion.
static void note_families(search *self, const cv_stated_faces *faces) {
    enum { MOST_NOTED = 256 };
    for (size_t i = 0; i < faces->count; i++) {
        const char *family = faces->items[i].family;
        bool is_known = self->others.count >= MOST_NOTED;
        for (size_t j = 0; j < self->others.count && !is_known; j++)
            is_known = cv_equal_ignoring_case(self->others.items[j], family);
        if (!is_known) CV_PUSH(self->arena, &self->others, family);
    }
}

static bool is_wanted(search *self, const char *name, const cv_font_glance *glance) {
    if (!is_font_name(name)) return false;
    if (!self->asks_files) return begins_like(name, self->family);
    cv_stated_faces faces = cv_font_stated(glance, self->arena);
    note_families(self, &faces);
    return cv_font_states(&faces, self->family);
}

static bool peek_named(const cv_font_glance *glance, size_t offset, unsigned char *bytes,
                       size_t size) {
    return cv_files_peek(glance->files, glance->path, offset, bytes, size);
}

static bool peek_given(const cv_font_glance *glance, size_t offset, unsigned char *bytes,
                       size_t size) {
    return cv_font_file_peek(glance->path, offset, bytes, size);
}

// What a folder beside the resume has of the family; "" is that of the resume.
static void look_through_named(search *self, const char *folder) {
    cv_file_names names = cv_files_list(self->sources->files, *folder ? folder : ".");
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.items[i];
        const char *path = cv_format(self->arena, "%s%s%s", folder, *folder ? "/" : "", name);
        cv_font_glance glance = {peek_named, path, self->sources->files};
        if (!is_wanted(self, name, &glance)) continue;
        cv_bytes bytes = cv_files_read(self->sources->files, CV_FILE_FONT, path, self->span);
        if (bytes.size) look_into(self, cv_files_path(self->sources->files, path), bytes);
    }
}

static void look_through_given(search *self, const char *folder) {
    const char *path;
    for (size_t place = 0; (path = cv_font_shelf_next(self->sources->shelf, folder, &place));) {
        const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
        cv_font_glance glance = {peek_given, path, NULL};
        if (is_wanted(self, name, &glance)) look_into(self, path, (cv_bytes){NULL, 0});
    }
    demand_memory(self);
}

static void note_installed(const search *self, const char *path) {
    if (self->sources->refuses_system)
        cv_report_add(self->report, CV_SYSTEM_FONT, self->span,
                      "the family '%s' is a font of this system: '%s'", self->family, path)
            ->hint = "put its files into a folder fonts beside the resume";
    else
        cv_report_add(self->report, CV_FONT_INSTALLED, self->span,
                      "the family '%s' is installed here, and may not be elsewhere: '%s'",
                      self->family, path)
            ->hint = "put its files into a folder fonts beside the resume";
}

static void look_through_installed(search *self) {
    self->origin = CV_FONT_OF_SYSTEM;
    cv_font_paths paths = cv_fonts_installed(self->family, self->arena);
    for (size_t i = 0; i < paths.count; i++)
        if (is_font_name(paths.items[i])) look_into(self, paths.items[i], (cv_bytes){NULL, 0});
    if (self->faces.count) note_installed(self, self->faces.items[0]->file);
}

static unsigned distance(unsigned a, unsigned b) { return a < b ? b - a : a - b; }

// How far a face is from a style; the least wins.
static unsigned distance_from(const cv_font *font, unsigned face) {
    enum { NORMAL_WIDTH = 5, WIDTH_STEP = 1000 };
    unsigned weight = face & CV_FACE_BOLD ? BOLD_WEIGHT : REGULAR_WEIGHT;
    return distance(font->weight, weight) + WIDTH_STEP * distance(font->width, NORMAL_WIDTH);
}

// How far the size of the text, in tenths of a point, is from those that a face is drawn for.
static unsigned distance_from_size(const cv_font *font, unsigned size) {
    cv_optical_sizes sizes = cv_font_optical_sizes(font);
    if (!sizes.most) return 0;
    return size < sizes.least ? sizes.least - size : size > sizes.most ? size - sizes.most : 0;
}

// By style, then by size; of equals the first is better.
static bool is_better(const search *self, const cv_font *font, const cv_font *best, unsigned face) {
    unsigned own = distance_from(font, face), other = distance_from(best, face);
    if (own != other || !self->sources->size) return own < other;
    unsigned size = (unsigned)((10 * (int64_t)self->sources->size + CV_POINT / 2) / CV_POINT);
    return distance_from_size(font, size) < distance_from_size(best, size);
}

static const cv_font *choose(const search *self, unsigned face) {
    const cv_font *best = NULL;
    for (size_t i = 0; i < self->faces.count; i++) {
        const cv_font *font = self->faces.items[i];
        bool is_bold = font->weight >= LEAST_BOLD, wants_bold = face & CV_FACE_BOLD;
        if (font->is_italic != ((face & CV_FACE_ITALIC) != 0) || is_bold != wants_bold) continue;
        if (!best || is_better(self, font, best, face)) best = font;
    }
    return best;
}

static void choose_all(const search *self, cv_family_faces *found) {
    for (unsigned face = 0; face < CV_FACE_COUNT; face++)
        if (!found->faces[face]) found->faces[face] = choose(self, face);
    // A family of one weight has that for a regular face, and one of italics these.
    if (!found->faces[CV_FACE_REGULAR] && self->faces.count)
        found->faces[CV_FACE_REGULAR] = self->faces.items[0];
}

// What stands beside the file, which is of the family itself.
static void look_beside(search *self, const char *file, const char *folder) {
    look_through_named(self, folder);
    for (size_t i = 0; i < self->faces.count; i++)
        if (!cv_equal(self->faces.items[i]->file, file)) return;
    self->faces.count = 0;
    self->asks_files = true;
    look_through_named(self, folder);
}

// The face that the path names is the regular one, whatever it says of itself.
static bool find_path(search *self, const char *asked, cv_family_faces *found) {
    unsigned index;
    const char *path = split_index(asked, &index, self->arena), *reason = NULL;
    cv_bytes bytes = cv_files_read(self->sources->files, CV_FILE_FONT, path, self->span);
    if (!bytes.size) return true; // reported
    cv_font_name name = {.family = asked,
                         .file = cv_files_path(self->sources->files, path),
                         .index = index,
                         .origin = CV_FONT_GIVEN};
    const cv_font *font = open_face(self, &name, bytes, &reason);
    if (reason) report_unusable(self, path, reason);
    if (reason) return true;
    self->family = cv_font_family_name(font, self->arena);
    const char *slash = strrchr(path, '/');
    found->faces[CV_FACE_REGULAR] = font;
    if (*self->family)
        look_beside(self, font->file,
                    slash ? cv_copy(self->arena, path, (size_t)(slash - path)) : "");
    choose_all(self, found);
    return true;
}

// True once there is something of the family, or a finding that there is nothing of use.
static bool look_through_folders(search *self) {
    const cv_font_sources *sources = self->sources;
    unsigned errors = self->report->errors;
    if (sources->files) look_through_named(self, "fonts");
    bool is_decided = self->faces.count || self->report->errors > errors;
    for (size_t i = 0; i < sources->folder_count && !is_decided; i++) {
        look_through_given(self, sources->folders[i]);
        is_decided = self->faces.count || self->report->errors > errors;
    }
    return is_decided;
}

bool cv_family_find(const cv_font_sources *sources, const char *asked, cv_span span,
                    cv_arena *arena, cv_report *report, cv_family_faces *found) {
    search self = {.sources = sources,
                   .asked = asked,
                   .family = asked,
                   .span = span,
                   .arena = arena,
                   .report = report,
                   .origin = CV_FONT_GIVEN};
    *found = (cv_family_faces){.faces = {NULL}};
    if (!sources->shelf) return false;
    if (cv_family_is_path(asked)) return sources->files && find_path(&self, asked, found);
    unsigned errors = report->errors;
    bool is_decided = look_through_folders(&self);
    self.asks_files = true;
    if (!is_decided) is_decided = look_through_folders(&self);
    if (!is_decided && sources->asks_fontconfig) look_through_installed(&self);
    choose_all(&self, found);
    found->others = self.others;
    return is_decided || self.faces.count || report->errors > errors;
}

cv_stated_faces cv_family_list(cv_font_shelf *shelf, const char *folder, cv_arena *arena) {
    cv_stated_faces all = {0};
    const char *path;
    for (size_t place = 0; (path = cv_font_shelf_next(shelf, folder, &place));) {
        cv_font_glance glance = {peek_given, path, NULL};
        if (!is_font_name(path)) continue;
        cv_stated_faces faces = cv_font_stated(&glance, arena);
        for (size_t i = 0; i < faces.count; i++) CV_PUSH(arena, &all, faces.items[i]);
    }
    if (cv_font_shelf_is_out_of_memory(shelf)) longjmp(*cv_arena_recovery(arena), CV_NO_MEMORY);
    return all;
}
