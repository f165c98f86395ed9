// SPDX-License-Identifier: MIT
// metadata.c - the Info dictionary, and XMP that says the same (ISO 19005-3, 6.6; ISO 16684-1).
#include "base/version.h"
#include "pdf/syntax.h"
#include "pdf/writer.h"

#include <string.h>

static const char creator[] = "cvpdf " CV_VERSION;

static const char *producer(const cv_pdf_writer *writer) {
    return cv_format(writer->arena, "cvpdf %s with libharu %s", CV_VERSION, cv_haru_version());
}

static void add_entry(cv_text_builder *out, const char *key, const char *text) {
    if (!text) return;
    cv_text_add(out, "/%s", key);
    cv_pdf_add_text(out, text);
}

// D:20240517093000Z from 2024-05-17T09:30:00Z.
const char *cv_metadata_date(const cv_pdf_writer *writer) {
    const char *date = writer->metadata->date;
    if (!date) return NULL;
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "D:");
    for (; *date; date++)
        if (!strchr("-:T", *date)) cv_text_add_char(&out, *date);
    return cv_text_string(&out);
}

static void write_info(const cv_pdf_writer *writer) {
    const cv_metadata *metadata = writer->metadata;
    cv_text_builder out = {.arena = writer->arena};
    add_entry(&out, "Title", metadata->title);
    add_entry(&out, "Author", metadata->author);
    add_entry(&out, "Subject", metadata->subject);
    add_entry(&out, "Keywords", metadata->keywords);
    add_entry(&out, "Creator", creator);
    add_entry(&out, "Producer", producer(writer));
    add_entry(&out, "CreationDate", cv_metadata_date(writer));
    cv_haru_set(writer->haru, cv_haru_info(writer->haru), cv_text_string(&out));
}

static void add_escaped(cv_text_builder *out, const char *text) {
    for (; *text; text++) switch (*text) {
        case '&': cv_text_add_string(out, "&amp;"); break;
        case '<': cv_text_add_string(out, "&lt;"); break;
        case '>': cv_text_add_string(out, "&gt;"); break;
        default: cv_text_add_char(out, *text);
        }
}

// `text` between two pieces of XML; nothing at all if there is no text.
static void add_property(cv_text_builder *out, const char *before, const char *text,
                         const char *after) {
    if (!text) return;
    cv_text_add_string(out, before);
    add_escaped(out, text);
    cv_text_add_string(out, after);
}

static void add_properties(const cv_pdf_writer *writer, cv_text_builder *out) {
    const cv_metadata *metadata = writer->metadata;
    add_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(out, "<dc:creator><rdf:Seq><rdf:li>", metadata->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->subject,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(out, "<dc:language><rdf:Bag><rdf:li>", metadata->language,
                 "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(out, "<pdf:Keywords>", metadata->keywords, "</pdf:Keywords>\n");
    add_property(out, "<pdf:Producer>", producer(writer), "</pdf:Producer>\n");
    add_property(out, "<xmp:CreatorTool>", creator, "</xmp:CreatorTool>\n");
    add_property(out, "<xmp:CreateDate>", metadata->date, "</xmp:CreateDate>\n");
}

// PDF/A knows no pdfuaid, so that ISO 19005-3 6.6.2.3.1 wants its one property described.
static const char extension_schema[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

uint32_t cv_metadata_write(cv_pdf_writer *writer) {
    write_info(writer);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                             "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                             "<rdf:Description rdf:about=\"\""
                             " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                             " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                             " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                             " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                             " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                             "<pdfaid:part>3</pdfaid:part>\n"
                             "<pdfaid:conformance>A</pdfaid:conformance>\n"
                             "<pdfuaid:part>1</pdfuaid:part>\n");
    add_properties(writer, &out);
    cv_text_add_string(&out, "</rdf:Description>\n");
    cv_text_add_string(&out, extension_schema);
    cv_text_add_string(&out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return cv_haru_add_stream(writer->haru, "/Type/Metadata/Subtype/XML",
                              (cv_bytes){(const unsigned char *)out.bytes, out.size},
                              CV_STREAM_PLAIN);
}
