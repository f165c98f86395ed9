// SPDX-License-Identifier: MIT
// attachment.c - the file inside the file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
#include "pdf/syntax.h"
#include "pdf/writer.h"

#include <string.h>

// Required of an embedded file in PDF/A, and so there even if nobody gave a date.
static const char no_date[] = "D:19700101000000Z";

// "/application#2Fjson": only regular characters may stand in a name (ISO 32000-1, 7.3.5).
static void add_media_type(cv_text_builder *out, const char *type) {
    cv_text_add_char(out, '/');
    for (; *type; type++)
        if (cv_is_letter(*type) || cv_is_digit(*type) || strchr("+-.", *type))
            cv_text_add_char(out, *type);
        else
            cv_text_add(out, "#%02X", (unsigned)(unsigned char)*type);
}

static uint32_t write_file(const cv_pdf_writer *writer) {
    const cv_attachment *attachment = writer->attachment;
    const char *date = cv_metadata_date(writer);
    unsigned char digest[CV_DIGEST_BYTES];
    cv_haru_digest(attachment->data, digest);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Type/EmbeddedFile/Subtype");
    add_media_type(&out, attachment->media_type);
    cv_text_add(&out, "/Params<</Size %zu/ModDate(%s)/CheckSum<", attachment->data.size,
                date ? date : no_date);
    for (int i = 0; i < CV_DIGEST_BYTES; i++) cv_text_add(&out, "%02X", digest[i]);
    cv_text_add_string(&out, ">>>");
    return cv_haru_add_stream(writer->haru, cv_text_string(&out), attachment->data,
                              CV_STREAM_DEFLATED);
}

static uint32_t write_specification(const cv_pdf_writer *writer) {
    const cv_attachment *attachment = writer->attachment;
    uint32_t file = write_file(writer), specification = cv_haru_add_object(writer->haru);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Type/Filespec/F");
    cv_pdf_add_text(&out, attachment->name);
    cv_text_add_string(&out, "/UF");
    cv_pdf_add_text(&out, attachment->name);
    cv_text_add_string(&out, "/Desc");
    cv_pdf_add_text(&out, attachment->description);
    cv_text_add(&out, "/AFRelationship/Alternative/EF<</F %u 0 R/UF %u 0 R>>", file, file);
    cv_haru_set(writer->haru, specification, cv_text_string(&out));
    return specification;
}

void cv_attachment_write(cv_pdf_writer *writer, cv_text_builder *catalog) {
    if (!writer->attachment) return;
    uint32_t specification = write_specification(writer);
    cv_text_add(catalog, "/AF[%u 0 R]/Names<</EmbeddedFiles<</Names[", specification);
    cv_pdf_add_text(catalog, writer->attachment->name);
    cv_text_add(catalog, " %u 0 R]>>>>", specification);
}
