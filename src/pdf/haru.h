// SPDX-License-Identifier: MIT
// haru.h - the only door to libharu: its headers, handles and error codes stay behind it.
//
// libharu numbers the objects, keeps the page tree and writes the file; what stands in a
// dictionary is text of ours (syntax.h), since libharu's own numbers are rounded floats.
// It reports through return values and a sticky code in the document. Each function keeps the
// first failure and turns later calls into no-ops, so a writer checks once, at cv_haru_finish().
// No handler is installed: nothing unwinds through libharu's frames.
#ifndef CV_PDF_HARU_H
#define CV_PDF_HARU_H

#include "base/memo.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cv_haru cv_haru;

enum { CV_DIGEST_BYTES = 16 };

// NULL if memory runs out. Closed with `arena`, where all entries must stay until then. `streams`
// keeps what CV_STREAM_SHARED compresses; NULL: it is not kept.
cv_haru *cv_haru_open(cv_memo *streams, cv_arena *arena);

// The number of a new dictionary, to be filled with cv_haru_set(): "%u 0 R" refers to it. 0 after
// a failure, like those below.
uint32_t cv_haru_add_object(cv_haru *haru);

// A new dictionary that is the next page of the document.
uint32_t cv_haru_add_page(cv_haru *haru);

typedef enum cv_stream_form {
    CV_STREAM_PLAIN,
    CV_STREAM_DEFLATED,
    CV_STREAM_SHARED // deflated, and likely to be the same in other documents
} cv_stream_form;

// A new stream; its bytes are copied, /Length and /Filter come by themselves.
uint32_t cv_haru_add_stream(cv_haru *haru, const char *entries, cv_bytes data, cv_stream_form form);

// The dictionaries that every document has.
uint32_t cv_haru_catalog(const cv_haru *haru);
uint32_t cv_haru_info(const cv_haru *haru);

// Sets what stands between << and >>; of a page or the catalog, besides what libharu puts there
// (/Parent; /Type and /Pages).
void cv_haru_set(cv_haru *haru, uint32_t object, const char *entries);

// Marks the document as one that must not be written.
void cv_haru_refuse(cv_haru *haru);

// The bytes of the file, in `arena`. False if anything has failed. The file's /ID is the digest of
// all that was set and added, in that order.
bool cv_haru_finish(cv_haru *haru, cv_arena *arena, cv_bytes *file);

// MD5, which names things here and protects nothing.
void cv_haru_digest(cv_bytes bytes, unsigned char digest[CV_DIGEST_BYTES]);

// "2.3.0"
const char *cv_haru_version(void);

#endif
