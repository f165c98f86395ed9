// SPDX-License-Identifier: MIT
// font_shelf.c - lists on the heap; there are few files, and each document asks once for each.
#include "shape/font_shelf.h"

#include "base/limits.h"
#include "shape/font_check.h"
#include "shape/font_file.h"
#include "shape/font_folder.h"

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// A file that was asked for, whether it could be read or not.
typedef struct kept_file {
    struct kept_file *next;
    cv_font_file file;
    bool is_taken; // somebody else has read it
    unsigned serial;
    char path[];
} kept_file;

// A face of it that was asked for, under the name that it was asked for by.
typedef struct kept_face {
    struct kept_face *next;
    const kept_file *file;
    unsigned index, face;
    cv_font_origin origin;
    cv_font *font; // NULL: it cannot be used
    const char *reason;
    cv_font_fault fault; // what `reason` may point to
    char family[];
} kept_face;

typedef struct kept_folder {
    struct kept_folder *next;
    cv_font_folder *folder;
    char path[];
} kept_folder;

static_assert(offsetof(kept_file, path) == sizeof(kept_file) &&
                  offsetof(kept_face, family) == sizeof(kept_face) &&
                  offsetof(kept_folder, path) == sizeof(kept_folder),
              "a text that is put behind one of these is its last member");

struct cv_font_shelf {
    kept_file *files;
    kept_face *faces;
    kept_folder *folders;
    size_t size; // in bytes, of the files
    unsigned serials;
    bool is_out_of_memory;
};

cv_font_shelf *cv_font_shelf_create(void) { return calloc(1, sizeof(cv_font_shelf)); }

static void empty(cv_font_shelf *shelf) {
    for (kept_face *each = shelf->faces, *next; each; each = next) {
        next = each->next;
        cv_font_close(each->font);
        free(each);
    }
    for (kept_file *each = shelf->files, *next; each; each = next) {
        next = each->next;
        cv_font_file_free(&each->file);
        free(each);
    }
    for (kept_folder *each = shelf->folders, *next; each; each = next) {
        next = each->next;
        cv_font_folder_close(each->folder);
        free(each);
    }
    *shelf = (cv_font_shelf){.serials = shelf->serials}; // none is given twice
}

void cv_font_shelf_destroy(cv_font_shelf *shelf) {
    if (!shelf) return;
    empty(shelf);
    free(shelf);
}

static bool is_same(const cv_font_shelf *shelf) {
    for (const kept_folder *each = shelf->folders; each; each = each->next)
        if (!cv_font_folder_is_same(each->folder)) return false;
    for (const kept_file *each = shelf->files; each; each = each->next)
        if (!each->is_taken && !cv_font_file_is_same(each->path, &each->file)) return false;
    return true;
}

bool cv_font_shelf_refresh(cv_font_shelf *shelf) {
    if (!shelf->is_out_of_memory && shelf->size <= CV_LIMIT_FONTS_KEPT && is_same(shelf))
        return false;
    empty(shelf);
    return true;
}

bool cv_font_shelf_is_out_of_memory(const cv_font_shelf *shelf) { return shelf->is_out_of_memory; }

// `size` bytes with a copy of `text` at their end.
static void *new_with_text(cv_font_shelf *shelf, size_t size, const char *text) {
    size_t more = strlen(text) + 1;
    char *fresh = calloc(1, size + more);
    if (fresh)
        memcpy(fresh + size, text, more);
    else
        shelf->is_out_of_memory = true;
    return fresh;
}

static const cv_font_folder *look_through(cv_font_shelf *shelf, const char *path) {
    for (const kept_folder *each = shelf->folders; each; each = each->next)
        if (strcmp(each->path, path) == 0) return each->folder;
    kept_folder *fresh = new_with_text(shelf, sizeof *fresh, path);
    if (!fresh) return NULL;
    fresh->folder = cv_font_folder_open(path);
    if (!fresh->folder) {
        shelf->is_out_of_memory = true;
        free(fresh);
        return NULL;
    }
    fresh->next = shelf->folders;
    shelf->folders = fresh;
    return fresh->folder;
}

const char *cv_font_shelf_locate(cv_font_shelf *shelf, const char *folder, const char *name) {
    const cv_font_folder *found = look_through(shelf, folder);
    return found ? cv_font_folder_find(found, name) : NULL;
}

const char *cv_font_shelf_next(cv_font_shelf *shelf, const char *folder, size_t *place) {
    const cv_font_folder *found = look_through(shelf, folder);
    return found ? cv_font_folder_at(found, (*place)++) : NULL;
}

static const kept_file *keep_file(cv_font_shelf *shelf, kept_file *fresh) {
    shelf->size += fresh->file.bytes.size;
    fresh->serial = ++shelf->serials;
    fresh->next = shelf->files;
    shelf->files = fresh;
    return fresh;
}

static const kept_file *read_file(cv_font_shelf *shelf, const char *path) {
    for (const kept_file *each = shelf->files; each; each = each->next)
        if (!each->is_taken && strcmp(each->path, path) == 0) return each;
    kept_file *fresh = new_with_text(shelf, sizeof *fresh, path);
    if (!fresh) return NULL;
    if (!cv_font_file_read(path, &fresh->file) && fresh->file.error == ENOMEM) {
        shelf->is_out_of_memory = true;
        free(fresh);
        return NULL;
    }
    return keep_file(shelf, fresh);
}

static const kept_file *copy_file(cv_font_shelf *shelf, const char *path, cv_bytes bytes) {
    for (const kept_file *each = shelf->files; each; each = each->next)
        if (each->is_taken && each->file.bytes.size == bytes.size &&
            strcmp(each->path, path) == 0 &&
            memcmp(each->file.bytes.data, bytes.data, bytes.size) == 0)
            return each;
    kept_file *fresh = new_with_text(shelf, sizeof *fresh, path);
    unsigned char *copy = fresh ? malloc(bytes.size) : NULL;
    if (!copy) {
        shelf->is_out_of_memory = true;
        free(fresh);
        return NULL;
    }
    memcpy(copy, bytes.data, bytes.size);
    fresh->file.bytes = (cv_bytes){copy, bytes.size};
    fresh->is_taken = true;
    return keep_file(shelf, fresh);
}

static const char *reason_of(int error) {
    switch (error) {
    case EFBIG: return "is larger than 32 MiB";
    case EINVAL: return "is not a file";
    case ENOENT: return "does not exist";
    case EACCES: return "may not be read";
    default: return "cannot be read";
    }
}

static void open_face(cv_font_shelf *shelf, kept_face *face, const cv_font_name *asked) {
    const cv_font_file *file = &face->file->file;
    if (file->error) {
        face->reason = reason_of(file->error);
        return;
    }
    if (!cv_font_check(file->bytes, asked->index, &face->fault)) {
        face->reason = face->fault.text;
        shelf->is_out_of_memory |= face->fault.lacks_memory;
        return;
    }
    cv_font_name name = *asked;
    name.family = face->family;
    name.file = face->file->path;
    face->font = cv_font_open(&name, file->bytes);
    if (face->font && face->font->outlines == CV_OUTLINES_NONE) { // to HarfBuzz
        cv_font_close(face->font);
        face->font = NULL;
    }
    if (face->font)
        face->font->serial = face->file->serial;
    else
        face->reason = "is no font that can be used";
}

// Whoever asks gets the face by the name that they asked for: another finds it by another.
static bool is_asked(const kept_face *face, const kept_file *file, const cv_font_name *name) {
    return face->file == file && face->index == name->index && face->face == name->face &&
           face->origin == name->origin && strcmp(face->family, name->family) == 0;
}

static const cv_font *find_face(cv_font_shelf *shelf, const kept_file *file,
                                const cv_font_name *name, const char **reason) {
    if (!file) return NULL;
    kept_face *face = shelf->faces;
    while (face && !is_asked(face, file, name)) face = face->next;
    if (!face) {
        face = new_with_text(shelf, sizeof *face, name->family);
        if (!face) return NULL;
        face->file = file;
        face->index = name->index;
        face->face = name->face;
        face->origin = name->origin;
        open_face(shelf, face, name);
        face->next = shelf->faces;
        shelf->faces = face;
    }
    *reason = face->reason;
    return face->font;
}

const cv_font *cv_font_shelf_open(cv_font_shelf *shelf, const cv_font_name *name,
                                  const char **reason) {
    return find_face(shelf, read_file(shelf, name->file), name, reason);
}

const cv_font *cv_font_shelf_take(cv_font_shelf *shelf, const cv_font_name *name, cv_bytes bytes,
                                  const char **reason) {
    return find_face(shelf, copy_file(shelf, name->file, bytes), name, reason);
}
