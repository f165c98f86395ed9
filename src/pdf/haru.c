// SPDX-License-Identifier: MIT
// haru.c - libharu's object layer: dictionaries whose entries are written by a hook of ours.
#include "pdf/haru.h"

#include "base/array.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <string.h>
#include <zlib.h>

struct cv_haru {
    cv_arena *arena;
    cv_memo *streams; // or NULL
    HPDF_Doc document;
    HPDF_STATUS first_failure; // HPDF_OK while all is well
    struct HPDF_MD5Context content;
    struct CV_ARRAY(cv_bytes *) entries; // by object number; NULL for numbers that libharu took
};

static bool keep(cv_haru *haru, HPDF_STATUS status) {
    if (haru->first_failure == HPDF_OK) haru->first_failure = status;
    return haru->first_failure == HPDF_OK;
}

// `made` is what libharu has just returned.
static bool keep_made(cv_haru *haru, const void *made) {
    if (made) return keep(haru, HPDF_OK);
    HPDF_STATUS status = HPDF_GetError(haru->document);
    return keep(haru, status == HPDF_OK ? HPDF_FAILD_TO_ALLOC_MEM : status);
}

static bool has_failed(const cv_haru *haru) { return haru->first_failure != HPDF_OK; }

static void close_haru(void *handle) { HPDF_Free(((cv_haru *)handle)->document); }

static uint32_t number_of(HPDF_Dict dictionary) { return dictionary->header.obj_id & 0x00FFFFFF; }

static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    const cv_bytes *entries = dictionary->attr;
    return HPDF_Stream_Write(stream, entries->data, (HPDF_UINT)entries->size);
}

static void hash(cv_haru *haru, cv_bytes bytes) {
    HPDF_MD5Update(&haru->content, bytes.data, (HPDF_UINT32)bytes.size);
}

// Makes the entries of `dictionary` ours.
static uint32_t adopt(cv_haru *haru, HPDF_Dict dictionary) {
    uint32_t number = number_of(dictionary);
    cv_bytes *entries = CV_NEW(haru->arena, cv_bytes);
    while (haru->entries.count <= number) CV_PUSH(haru->arena, &haru->entries, NULL);
    haru->entries.items[number] = entries;
    dictionary->attr = entries;
    dictionary->write_fn = write_entries;
    return number;
}

cv_haru *cv_haru_open(cv_memo *streams, cv_arena *arena) {
    cv_haru *haru = CV_NEW(arena, cv_haru);
    haru->streams = streams;
    haru->arena = arena;
    cv_arena_defer(arena, close_haru, haru); // before opening: nothing can leak in between
    // Without libharu's memory pool: it does not align what it hands out.
    haru->document = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
    if (!haru->document) return NULL;
    haru->document->pdf_version = HPDF_VER_17;
    HPDF_MD5Init(&haru->content);
    adopt(haru, haru->document->catalog);
    adopt(haru, haru->document->info);
    keep(haru, HPDF_Dict_RemoveElement(haru->document->info, "Producer"));
    return haru;
}

static HPDF_Dict new_dictionary(cv_haru *haru) {
    if (has_failed(haru)) return NULL;
    HPDF_Dict dictionary = HPDF_Dict_New(haru->document->mmgr);
    if (!keep_made(haru, dictionary)) return NULL;
    return keep(haru, HPDF_Xref_Add(haru->document->xref, dictionary)) ? dictionary : NULL;
}

uint32_t cv_haru_add_object(cv_haru *haru) {
    HPDF_Dict dictionary = new_dictionary(haru);
    return dictionary ? adopt(haru, dictionary) : 0;
}

uint32_t cv_haru_add_page(cv_haru *haru) {
    HPDF_Dict page = new_dictionary(haru);
    if (!page || !keep(haru, HPDF_Pages_AddKids(haru->document->root_pages, page))) return 0;
    // So that it counts as a page. Set late: libharu takes `attr` of a page it adds for its own.
    page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
    return adopt(haru, page);
}

// With a window and tables no larger than `size` bytes need.
static int open_deflate(z_stream *stream, size_t size) {
    int window = 9;
    while (window < MAX_WBITS && (size_t)1 << window < size) window++;
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, window - 7,
                        Z_DEFAULT_STRATEGY);
}

// libharu would deflate as well, with a quarter of a megabyte to clear for each stream.
static cv_bytes compress_stream(cv_haru *haru, cv_bytes data) {
    size_t room = data.size + data.size / 8 + data.size / 64 + 64; // no less than deflateBound()
    unsigned char *bytes = cv_arena_reserve(haru->arena, room, 1);
    z_stream stream = {.next_in = (unsigned char *)data.data,
                       .avail_in = (uInt)data.size,
                       .next_out = bytes,
                       .avail_out = (uInt)room};
    bool is_done =
        open_deflate(&stream, data.size) == Z_OK && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    deflateEnd(&stream);
    if (!is_done) keep(haru, HPDF_FAILD_TO_ALLOC_MEM);
    return (cv_bytes){bytes, stream.total_out};
}

// Compresses only what is not kept already.
static cv_bytes share_stream(cv_haru *haru, cv_bytes data) {
    cv_bytes written;
    if (haru->streams && cv_memo_find(haru->streams, data, &written)) return written;
    written = compress_stream(haru, data);
    void *kept = NULL;
    if (haru->streams && !has_failed(haru)) kept = cv_memo_add(haru->streams, data, written.size);
    if (kept) memcpy(kept, written.data, written.size);
    return written;
}

static cv_bytes write_as(cv_haru *haru, cv_bytes data, cv_stream_form form) {
    if (form == CV_STREAM_PLAIN) return data;
    return form == CV_STREAM_SHARED ? share_stream(haru, data) : compress_stream(haru, data);
}

uint32_t cv_haru_add_stream(cv_haru *haru, const char *entries, cv_bytes data,
                            cv_stream_form form) {
    if (has_failed(haru)) return 0;
    HPDF_Dict dictionary = HPDF_DictStream_New(haru->document->mmgr, haru->document->xref);
    if (!keep_made(haru, dictionary)) return 0;
    cv_bytes written = write_as(haru, data, form);
    keep(haru, HPDF_Stream_Write(dictionary->stream, written.data, (HPDF_UINT)written.size));
    uint32_t number = adopt(haru, dictionary);
    if (form != CV_STREAM_PLAIN) entries = cv_format(haru->arena, "/Filter/FlateDecode%s", entries);
    cv_haru_set(haru, number, entries);
    hash(haru, written);
    return number;
}

uint32_t cv_haru_catalog(const cv_haru *haru) { return number_of(haru->document->catalog); }
uint32_t cv_haru_info(const cv_haru *haru) { return number_of(haru->document->info); }

void cv_haru_set(cv_haru *haru, uint32_t object, const char *entries) {
    if (has_failed(haru)) return;
    cv_bytes text = {(const unsigned char *)entries, strlen(entries)};
    *haru->entries.items[object] = text;
    hash(haru, text);
}

void cv_haru_refuse(cv_haru *haru) { keep(haru, HPDF_INVALID_DOCUMENT_STATE); }

// As ISO 32000-1, 14.4 wants it: two equal halves, since the file is new.
static void set_identifier(cv_haru *haru) {
    unsigned char digest[CV_DIGEST_BYTES];
    HPDF_MD5Final(digest, &haru->content);
    cv_text_builder half = {.arena = haru->arena};
    for (int i = 0; i < CV_DIGEST_BYTES; i++) cv_text_add(&half, "%02X", digest[i]);
    char *identifier = cv_format(haru->arena, "/ID[<%s><%s>]", half.bytes, half.bytes);
    cv_bytes *entries = CV_NEW(haru->arena, cv_bytes);
    *entries = (cv_bytes){(const unsigned char *)identifier, strlen(identifier)};
    haru->document->trailer->attr = entries;
    haru->document->trailer->write_fn = write_entries;
}

static cv_bytes copy_stream(HPDF_Stream stream, cv_arena *arena) {
    size_t size = HPDF_Stream_Size(stream), copied = 0;
    unsigned char *copy = CV_NEW_ARRAY(arena, unsigned char, size);
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length;
        const HPDF_BYTE *buffer = HPDF_MemStream_GetBufPtr(stream, i, &length);
        memcpy(copy + copied, buffer, length);
        copied += length;
    }
    return (cv_bytes){copy, copied};
}

bool cv_haru_finish(cv_haru *haru, cv_arena *arena, cv_bytes *file) {
    if (has_failed(haru)) return false;
    set_identifier(haru);
    if (!keep(haru, HPDF_SaveToStream(haru->document))) return false;
    *file = copy_stream(haru->document->stream, arena);
    return true;
}

void cv_haru_digest(cv_bytes bytes, unsigned char digest[CV_DIGEST_BYTES]) {
    struct HPDF_MD5Context context;
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, bytes.data, (HPDF_UINT32)bytes.size);
    HPDF_MD5Final(digest, &context);
}

const char *cv_haru_version(void) { return HPDF_GetVersion(); }
