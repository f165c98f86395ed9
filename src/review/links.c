// SPDX-License-Identifier: MIT
// links.c - addresses that are well-formed and yet lead nowhere, as far as their letters tell.
#include "review/rules.h"

#include <string.h>

enum { HOST_MAX = 256 }; // bytes; RFC 1035 has 255

typedef struct host_name {
    char name[HOST_MAX]; // lower case, without port
    const char *last;    // its last label
    bool has_dot;
} host_name;

// False if the host is too long to be one.
static bool read_host(const char *text, host_name *host) {
    size_t size = strcspn(text, "/?#:");
    if (size >= HOST_MAX) return false;
    if (size > 1 && text[size - 1] == '.')
        size--; // of the root, which is there even if not written
    for (size_t i = 0; i < size; i++)
        host->name[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
    host->name[size] = '\0';
    const char *dot = strrchr(host->name, '.');
    host->has_dot = dot;
    host->last = dot ? dot + 1 : host->name;
    return true;
}

static bool is_one_of(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (cv_equal(word, words[i])) return true;
    return false;
}

#define IS_ONE_OF(word, words) is_one_of(word, words, sizeof(words) / sizeof *(words))

// RFC 6761, RFC 6762 and RFC 8375, and what routers call their networks.
static const char *const private_endings[] = {"local", "localhost", "internal", "intranet", "lan",
                                              "home",  "corp",      "test",     "invalid"};
static const char *const mistyped_endings[] = {"con", "cmo",  "ocm", "comm", "ogr",
                                               "rog", "orgg", "nte", "eud"};

static bool has_odd_label(const char *name) {
    size_t size = strlen(name);
    return name[0] == '-' || (size && name[size - 1] == '-') || strstr(name, ".-") ||
           strstr(name, "-.");
}

// What is wrong with a name of two labels or more, NULL if nothing is.
static const char *name_fault(const host_name *host, cv_arena *arena) {
    if (strspn(host->name, "0123456789.") == strlen(host->name))
        return "its host is a number, not a name";
    if (IS_ONE_OF(host->last, private_endings))
        return cv_format(arena, "names in '.%s' are known in one network only", host->last);
    if (IS_ONE_OF(host->last, mistyped_endings) || strlen(host->last) < 2)
        return cv_format(arena, "there are no names in '.%s'", host->last);
    if (has_odd_label(host->name)) return "a part of its host begins or ends with '-'";
    if (cv_starts_with(host->name, "www.www.")) return "it has 'www.' twice";
    return NULL;
}

static const char *host_fault(const host_name *host, cv_arena *arena) {
    if (cv_equal(host->name, "http") || cv_equal(host->name, "https")) return "it has 'http' twice";
    if (cv_equal(host->name, "localhost")) return "it leads to the reader's own computer";
    if (!host->has_dot) return "its host has no dot";
    return name_fault(host, arena);
}

// Whether a full stop belongs to the last part of a path, as in "/wiki/Apple_Inc.": one with a
// capital or "_" is a name, and that of the root ends a host.
static bool ends_name(const char *rest) {
    const char *part = strrchr(rest, '/');
    return !part || strpbrk(part, "_ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

// Brackets may end an address, but only in pairs.
static const char *end_fault(const char *rest, cv_arena *arena) {
    size_t size = strlen(rest);
    char last = size ? rest[size - 1] : '\0';
    bool is_lone = last == ')' && !strchr(rest, '(');
    if (!is_lone && (!last || !strchr(".,;:'", last))) return NULL;
    if (last == '.' && ends_name(rest)) return NULL;
    return cv_format(arena, "it ends in '%c'", last);
}

// Domains that are for examples (RFC 2606), and names out of templates.
static const char *const example_hosts[] = {"example.com",    "example.net",  "example.org",
                                            "yourdomain.com", "yourname.com", "yourwebsite.com",
                                            "mywebsite.com"};
static const char *const template_names[] = {
    "username", "yourname", "your-name", "your_name", "yourusername", "your-username", "your.name"};

static bool is_example_host(const host_name *host) {
    for (size_t i = 0; i < sizeof example_hosts / sizeof *example_hosts; i++) {
        size_t size = strlen(host->name), length = strlen(example_hosts[i]);
        if (size < length || !cv_equal(host->name + size - length, example_hosts[i])) continue;
        if (size == length || host->name[size - length - 1] == '.') return true;
    }
    return cv_equal(host->last, "example");
}

// "github.com/username".
static bool has_template_name(const char *rest) {
    const char *name = strrchr(rest, '/');
    return name && IS_ONE_OF(name + 1 + (name[1] == '@'), template_names);
}

// Where they are

static const char *after_scheme(const char *uri) {
    const char *colon = strstr(uri, "://");
    return colon ? colon + 3 : uri;
}

// A link, in a text or alone.
typedef struct address {
    const char *uri;
    const cv_text *text; // NULL: it is all that is at `span`
    cv_span span;
} address;

// In a text it stands as it is followed, or without the scheme that was added.
static cv_span place_of(const cv_review *review, const address *link) {
    if (!link->text) return link->span;
    cv_span span = link->text->span, whole = cv_review_narrow(review, span, link->uri);
    bool is_found = whole.begin != span.begin || whole.end != span.end;
    return is_found ? whole : cv_review_narrow(review, span, after_scheme(link->uri));
}

static void report_placeholder(const cv_review *review, const address *link) {
    cv_report_add(review->report, CV_PLACEHOLDER_ADDRESS, place_of(review, link),
                  "this address is that of an example");
}

// Web addresses

static void check_web(const cv_review *review, const address *link) {
    const char *rest = after_scheme(link->uri);
    host_name host;
    if (!read_host(rest, &host)) return;
    const char *fault = host_fault(&host, review->arena);
    if (!fault) fault = end_fault(rest + strlen(host.name), review->arena);
    if (fault)
        cv_report_add(review->report, CV_DOUBTFUL_LINK, place_of(review, link),
                      "this link looks dead: %s", fault);
    else if (is_example_host(&host) || has_template_name(rest))
        report_placeholder(review, link);
}

// E-mail addresses

// Slips of the fingers at the largest providers.
static const struct {
    const char *typed, *meant;
} slips[] = {
    {"gmial.com", "gmail.com"},    {"gmai.com", "gmail.com"},      {"gamil.com", "gmail.com"},
    {"gmal.com", "gmail.com"},     {"gnail.com", "gmail.com"},     {"gmail.co", "gmail.com"},
    {"gmaill.com", "gmail.com"},   {"hotmial.com", "hotmail.com"}, {"hotmai.com", "hotmail.com"},
    {"homail.com", "hotmail.com"}, {"yaho.com", "yahoo.com"},      {"yahooo.com", "yahoo.com"},
    {"yhaoo.com", "yahoo.com"},    {"outlok.com", "outlook.com"},  {"outllook.com", "outlook.com"},
    {"outook.com", "outlook.com"}, {"iclould.com", "icloud.com"},  {"iclod.com", "icloud.com"},
};

static const char *find_slip(const char *name) {
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        if (cv_equal(name, slips[i].typed)) return slips[i].meant;
    return NULL;
}

static const char *mailbox_fault(const char *mailbox, const char *at, const host_name *host,
                                 cv_arena *arena) {
    size_t size = (size_t)(at - mailbox);
    const char *dots = strstr(cv_copy(arena, mailbox, size), "..");
    if (mailbox[0] == '.' || at[-1] == '.') return "a dot cannot begin or end the name";
    if (dots) return "it has two dots in a row";
    if (size > 64) return "the name before the @ is too long"; // RFC 5321, 4.5.3.1.1
    const char *meant = find_slip(host->name);
    if (meant) return cv_format(arena, "did you mean '%s'?", meant);
    return name_fault(host, arena);
}

static void check_email(const cv_review *review, const address *link) {
    const char *mailbox = link->uri + strlen("mailto:"), *at = strchr(mailbox, '@');
    host_name host;
    if (!at || at == mailbox || !read_host(at + 1, &host)) return;
    const char *fault = mailbox_fault(mailbox, at, &host, review->arena);
    if (fault) {
        cv_report_add(review->report, CV_DOUBTFUL_EMAIL, place_of(review, link),
                      "this e-mail address looks wrong: %s", fault);
        return;
    }
    const char *name = cv_copy(review->arena, mailbox, (size_t)(at - mailbox));
    if (is_example_host(&host) || IS_ONE_OF(name, template_names)) report_placeholder(review, link);
}

static void check(const cv_review *review, address link) {
    if (!link.uri) return;
    if (cv_starts_with_ignoring_case(link.uri, "mailto:"))
        check_email(review, &link);
    else if (cv_starts_with_ignoring_case(link.uri, "http"))
        check_web(review, &link);
}

// A link in several styles has several parts.
static void check_text(const cv_review *review, const cv_text *text) {
    const char *last = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const char *uri = text->parts[i].uri;
        if (uri != last) check(review, (address){.uri = uri, .text = text});
        last = uri;
    }
}

void cv_rule_links(const cv_review *review) {
    const cv_resume *resume = review->shown;
    for (size_t i = 0; i < resume->contacts.count; i++) {
        const cv_contact *contact = &resume->contacts.items[i];
        check(review, (address){.uri = contact->uri, .span = contact->span});
    }
    for (size_t i = 0; i < resume->sections.count; i++) {
        const cv_entries *entries = &resume->sections.items[i].entries;
        for (size_t j = 0; j < entries->count; j++) {
            const cv_text *url = &entries->items[j].url;
            check(review, (address){.uri = url->string, .span = url->span});
        }
    }
    cv_review_texts(review, check_text);
}
