// SPDX-License-Identifier: MIT
// link.c - any text as an address: what may be a link has one of four schemes, and its URI holds
// nothing but what RFC 3986 has.
#include "resume/link.h"
#include "fuzz.h"
#include "text_input.h"

static const char uri_bytes[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._~:/?#[]@!$&'()*+,;=%";

static void check_uri(const char *address, cv_arena *arena) {
    if (!has_link_scheme(address)) abort();
    const char *uri = cv_link_uri(address, arena);
    if (uri[strspn(uri, uri_bytes)] || !has_link_scheme(uri)) abort();
    if (strcmp(cv_link_uri(uri, arena), uri) != 0) abort(); // it is one already
}

static void check(text_input *input) {
    const char *text = input->text, *end = NULL;
    bool is_web = !cv_link_web_fault(text);
    if (is_web && cv_link_fault(text)) abort();
    if (!cv_link_fault(text)) check_uri(text, input->arena);
    if (is_web && strlen(cv_link_printed(text, input->arena)) >= strlen(text)) abort();
    cv_link_has_public_host(text, &end);
    if (end < text || end > text + strlen(text)) abort();
    if (cv_link_is_email(text) && !strchr(text, '@')) abort();
    const char *phone = cv_link_phone_uri(text, input->arena);
    if (phone && cv_link_fault(phone)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    with_text(data, size, check);
    return 0;
}
