// SPDX-License-Identifier: MIT
// link.c - addresses are taken apart only as far as safety asks: scheme, user, host.
#include "resume/link.h"

#include "base/text.h"
#include "base/unicode.h"

#include <string.h>

// Of "https://" or "http://", else 0.
static size_t scheme_size(const char *address) {
    if (cv_starts_with_ignoring_case(address, "https://")) return strlen("https://");
    if (cv_starts_with_ignoring_case(address, "http://")) return strlen("http://");
    return 0;
}

static bool is_hidden(uint32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
           cv_unicode_is_space(code_point) || cv_unicode_is_ignorable(code_point) ||
           cv_unicode_is_bidi_control(code_point);
}

static bool has_hidden(const char *text) {
    while (*text)
        if (is_hidden(cv_utf8_next(&text))) return true;
    return false;
}

static bool is_host_character(uint32_t c) {
    return c == '-' || cv_unicode_is_letter(c) || cv_unicode_is_digit(c) || cv_unicode_is_mark(c);
}

bool cv_link_has_public_host(const char *text, const char **end) {
    bool has_dot = false, is_label_empty = true;
    const char *at = text;
    for (;;) {
        *end = at;
        uint32_t code_point = cv_utf8_next(&at);
        bool is_dot = code_point == '.' && !is_label_empty;
        if (!is_dot && !is_host_character(code_point)) return has_dot;
        if (!is_dot && is_label_empty && *end > text) has_dot = true;
        is_label_empty = is_dot;
    }
}

// Browsers read '\' as '/', so that what stands before it may only look like the host.
static const char *authority_fault(const char *authority) {
    size_t size = strcspn(authority, "/?#");
    const char *end;
    cv_link_has_public_host(authority, &end);
    if (!size) return "it has no host";
    if (memchr(authority, '@', size)) return "it names a user";
    if (end == authority) return "its host is not a name";
    if (*end == ':') end += 1 + strspn(end + 1, "0123456789");
    return end == authority + size ? NULL : "its host is not a name";
}

const char *cv_link_web_fault(const char *address) {
    size_t scheme = scheme_size(address);
    if (has_hidden(address)) return "it has a blank or an invisible character";
    if (!scheme) return "it does not begin with https:// or http://";
    return authority_fault(address + scheme);
}

static bool is_email(const char *text, size_t size) {
    const char *at = memchr(text, '@', size);
    if (!at || at == text) return false;
    const char *domain = at + 1, *end = text + size;
    const char *dot = memchr(domain, '.', (size_t)(end - domain));
    return !memchr(domain, '@', (size_t)(end - domain)) && dot && dot != domain && end[-1] != '.' &&
           end[-1] != '@';
}

bool cv_link_is_email(const char *text) {
    return !has_hidden(text) && !strpbrk(text, "<>\"(),:;\\[]") && is_email(text, strlen(text));
}

const char *cv_link_fault(const char *address) {
    if (has_hidden(address)) return "it has a blank or an invisible character";
    if (cv_starts_with_ignoring_case(address, "mailto:")) {
        const char *mailbox = address + 7;
        return is_email(mailbox, strcspn(mailbox, "?")) ? NULL : "it is not an e-mail address";
    }
    if (cv_starts_with_ignoring_case(address, "tel:")) {
        const char *number = address + 4;
        size_t size = strspn(number, "+0123456789-.()");
        return size && (!number[size] || number[size] == ';') ? NULL : "it is not a number";
    }
    if (!scheme_size(address)) return "only https, http, mailto and tel are linked";
    return cv_link_web_fault(address);
}

static bool is_hexadecimal(char byte) {
    return cv_is_digit(byte) || (byte && strchr("ABCDEFabcdef", byte));
}

// A % that encodes nothing and a second # are data; brackets could only be in a host.
static bool is_uri_byte(const char *at, bool has_fragment) {
    if (*at == '%') return is_hexadecimal(at[1]) && is_hexadecimal(at[2]);
    if (*at == '#') return !has_fragment;
    return *at > ' ' && *at < 0x7F && !strchr("\"<>[\\]^`{|}", *at);
}

const char *cv_link_uri(const char *address, cv_arena *arena) {
    cv_text_builder uri = {.arena = arena};
    bool has_fragment = false;
    for (; *address; address++) {
        if (is_uri_byte(address, has_fragment))
            cv_text_add_char(&uri, *address);
        else
            cv_text_add(&uri, "%%%02X", (unsigned)(unsigned char)*address);
        has_fragment |= *address == '#';
    }
    return cv_text_string(&uri);
}

const char *cv_link_printed(const char *address, cv_arena *arena) {
    const char *start = address + scheme_size(address);
    size_t size = strlen(start);
    return cv_copy(arena, start, size && start[size - 1] == '/' ? size - 1 : size);
}

// In "+44 (0)20 7946 0000" the bracketed 0 is dialled only without the country code; an extension
// after a letter is not part of the number.
const char *cv_link_phone_uri(const char *phone, cv_arena *arena) {
    cv_text_builder uri = {.arena = arena};
    cv_text_add_string(&uri, "tel:");
    size_t digits = 0;
    bool is_international = false;
    for (; *phone && !cv_is_letter(*phone); phone++) {
        if (*phone == '+' && !digits) is_international = true;
        if (is_international && cv_starts_with(phone, "(0)")) {
            phone += 2;
        } else if (cv_is_digit(*phone) || (*phone == '+' && !digits && uri.size == 4)) {
            cv_text_add_char(&uri, *phone);
            digits += cv_is_digit(*phone);
        }
    }
    return digits < 3 ? NULL : cv_text_string(&uri);
}
