// SPDX-License-Identifier: MIT
// markup.c - inline Markdown in time linear in the text.
//
// The scanner cuts the text into pieces; runs of stars are paired by the rules of CommonMark 0.31
// (6.2), where only ASCII punctuation counts as such, so that a bold word in CJK brackets may stand
// before a letter. A link pairs the stars of its own text when it closes. At last the pieces are
// written out in the style that holds at each.
#include "resume/markup.h"

#include "base/unicode.h"
#include "resume/link.h"

#include <string.h>

enum {
    LONGEST_TICKS = 16,    // a longer run of backticks is text
    DEEPEST_BRACKETS = 32, // within an address, as in cmark
    EXCERPT = 40           // bytes of the text by which a finding is placed
};

typedef enum piece_kind { PIECE_TEXT, PIECE_CODE, PIECE_STARS, PIECE_OPEN, PIECE_CLOSE } piece_kind;

typedef struct star_run {
    bool can_open, can_close;
    size_t left;                // stars not in a pair: text
    size_t opens[2], closes[2]; // pairs of one and of two stars
} star_run;

typedef struct piece {
    piece_kind kind;
    const char *begin;
    size_t size;
    const char *uri; // of a bare address, and of the link that PIECE_OPEN opens
    star_run stars;
} piece;

typedef struct piece_list CV_ARRAY(piece) piece_list;
typedef struct index_list CV_ARRAY(size_t) index_list;

typedef struct bracket {
    size_t piece;
    size_t stars; // how many runs of stars were open to pairing before it
} bracket;

typedef struct bracket_list CV_ARRAY(bracket) bracket_list;

typedef struct scanner {
    cv_arena *arena;
    cv_report *report;
    cv_span span;
    const char *start, *at;
    piece_list pieces;
    index_list stars;   // of pieces, those that may still pair
    index_list openers; // scratch of pair_stars()
    bracket_list brackets;
    size_t inactive; // brackets below this one have a link in them: links do not nest

    bool knows_ticks;                          // the text was searched to its end
    const char *last_ticks[LONGEST_TICKS + 1]; // where the last run of each length is, then
    bool has_complained;
} scanner;

static bool is_punctuation(uint32_t c) {
    return c > ' ' && c < 0x7F && !cv_is_letter((char)c) && !cv_is_digit((char)c);
}

static bool is_blank(const char *begin, const char *end) {
    while (begin < end && cv_is_blank(*begin)) begin++;
    return begin == end;
}

static piece *add_piece(scanner *scan, piece_kind kind, const char *begin, const char *end) {
    CV_PUSH(scan->arena, &scan->pieces,
            (piece){.kind = kind, .begin = begin, .size = (size_t)(end - begin)});
    return &scan->pieces.items[scan->pieces.count - 1];
}

// Findings

// Narrows the span of the text to what begins at `at`, if that stands literally in the source.
static cv_span locate(const scanner *scan, const char *at) {
    const cv_report *report = scan->report;
    bool is_full = cv_report_is_full(report, CV_WARNING); // nobody will see the place
    if (is_full || scan->span.source >= report->sources.count) return scan->span;
    char excerpt[EXCERPT + 1];
    size_t size = strcspn(at, " \t\r\n");
    if (size > EXCERPT) size = EXCERPT;
    memcpy(excerpt, at, size);
    excerpt[size] = '\0';
    return cv_source_narrow(&report->sources.items[scan->span.source], scan->span, excerpt);
}

// One warning a text: the markers after an unclosed one tend to be its victims.
static void report_unclosed(scanner *scan, const char *at, const char *marker) {
    if (scan->has_complained) return;
    scan->has_complained = true;
    cv_report_add(scan->report, CV_BAD_MARKUP, locate(scan, at), "'%s' is never closed", marker)
        ->hint = "put a \\ before it if it is meant as it stands";
}

static void report_refused(scanner *scan, const char *at, const char *fault) {
    cv_report_add(scan->report, CV_LINK_REFUSED, locate(scan, at),
                  "this address is not made a link: %s", fault);
}

// Stars

static void scan_stars(scanner *scan) {
    const char *begin = scan->at, *end = begin + strspn(begin, "*");
    const char *after = end;
    uint32_t before = cv_utf8_before(scan->start, begin), next = cv_utf8_next(&after);
    bool space_before = !before || cv_unicode_is_space(before);
    bool space_next = !next || cv_unicode_is_space(next);
    piece *run = add_piece(scan, PIECE_STARS, begin, end);
    run->stars = (star_run){
        .can_open =
            !space_next && (!is_punctuation(next) || space_before || is_punctuation(before)),
        .can_close =
            !space_before && (!is_punctuation(before) || space_next || is_punctuation(next)),
        .left = run->size,
    };
    if (run->stars.can_open || run->stars.can_close)
        CV_PUSH(scan->arena, &scan->stars, scan->pieces.count - 1);
    scan->at = end;
}

// CommonMark's rule of three, which keeps *a**b* one emphasis.
static bool can_pair(const piece *opener, const piece *closer) {
    if (!opener->stars.can_close && !closer->stars.can_open) return true;
    return closer->size % 3 == 0 || (opener->size + closer->size) % 3 != 0;
}

// The bottoms remember, for each kind of closer, below which opener the search has failed before;
// without them *a *a *a … would take quadratic time.
enum { CLOSER_KINDS = 6 };

static size_t closer_kind(const piece *closer) {
    return closer->size % 3 + (closer->stars.can_open ? 3 : 0);
}

static void drop_openers(scanner *scan, size_t count, size_t bottoms[CLOSER_KINDS]) {
    scan->openers.count = count;
    for (size_t i = 0; i < CLOSER_KINDS; i++)
        if (bottoms[i] > count) bottoms[i] = count;
}

// Takes stars of `closer` and of the nearest opener; false if there is none.
static bool pair_once(scanner *scan, piece *closer, size_t bottoms[CLOSER_KINDS]) {
    size_t *bottom = &bottoms[closer_kind(closer)];
    size_t at = scan->openers.count;
    piece *pieces = scan->pieces.items;
    while (at > *bottom && !can_pair(&pieces[scan->openers.items[at - 1]], closer)) at--;
    if (at == *bottom) {
        *bottom = scan->openers.count;
        return false;
    }
    piece *opener = &pieces[scan->openers.items[at - 1]];
    size_t used = opener->stars.left > 1 && closer->stars.left > 1 ? 2 : 1;
    opener->stars.left -= used;
    opener->stars.opens[used - 1]++;
    closer->stars.left -= used;
    closer->stars.closes[used - 1]++;
    drop_openers(scan, opener->stars.left ? at : at - 1, bottoms);
    return true;
}

// Pairs the runs from `first` on with each other and closes them to further pairing.
static void pair_stars(scanner *scan, size_t first) {
    size_t bottoms[CLOSER_KINDS] = {0};
    scan->openers.count = 0;
    for (size_t i = first; i < scan->stars.count; i++) {
        piece *run = &scan->pieces.items[scan->stars.items[i]];
        bool is_searching = run->stars.can_close;
        while (is_searching && run->stars.left) is_searching = pair_once(scan, run, bottoms);
        if (run->stars.can_open && run->stars.left)
            CV_PUSH(scan->arena, &scan->openers, scan->stars.items[i]);
    }
    scan->stars.count = first;
}

// In "x**2" the stars may be meant; in "**word" they hardly are.
static void check_stars(scanner *scan) {
    for (size_t i = 0; i < scan->pieces.count; i++) {
        const piece *run = &scan->pieces.items[i];
        if (run->stars.left > 1 && run->stars.can_open != run->stars.can_close)
            report_unclosed(scan, run->begin, "**");
    }
}

// Code

static const char *find_ticks(scanner *scan, size_t size) {
    if (size > LONGEST_TICKS) return NULL;
    const char *last = scan->last_ticks[size];
    if (scan->knows_ticks && (!last || last < scan->at)) return NULL;
    for (const char *at = scan->at; (at = strchr(at, '`'));) {
        size_t run = strspn(at, "`");
        if (run == size) return at;
        if (run <= LONGEST_TICKS) scan->last_ticks[run] = at;
        at += run;
    }
    scan->knows_ticks = true;
    return NULL;
}

static void scan_code(scanner *scan) {
    const char *ticks = scan->at;
    size_t size = strspn(ticks, "`");
    const char *begin = scan->at += size, *end = find_ticks(scan, size);
    if (!end) {
        add_piece(scan, PIECE_TEXT, ticks, begin);
        report_unclosed(scan, ticks, "`");
        return;
    }
    scan->at = end + size;
    if (is_blank(begin, end)) {
        add_piece(scan, PIECE_TEXT, ticks, scan->at);
        return;
    }
    if (cv_is_blank(begin[0]) && cv_is_blank(end[-1])) begin++, end--;
    add_piece(scan, PIECE_CODE, begin, end);
}

// Links

static void scan_open(scanner *scan) {
    CV_PUSH(scan->arena, &scan->brackets, (bracket){scan->pieces.count, scan->stars.count});
    add_piece(scan, PIECE_TEXT, scan->at, scan->at + 1);
    scan->at++;
}

// Where the ')' after an address is, NULL if the address has a blank in it or is never closed.
static const char *find_address_end(const char *at) {
    int depth = 0;
    for (; *at && !cv_is_blank(*at); at++) {
        if (*at == '\\' && is_punctuation((unsigned char)at[1]))
            at++;
        else if (*at == '(' && ++depth > DEEPEST_BRACKETS)
            return NULL;
        else if (*at == ')' && depth-- == 0)
            return at;
    }
    while (cv_is_blank(*at)) at++;
    return *at == ')' && depth == 0 ? at : NULL;
}

static const char *unescape_address(scanner *scan, const char *at, const char *end) {
    cv_text_builder address = {.arena = scan->arena};
    for (; at < end && !cv_is_blank(*at); at++) {
        if (*at == '\\' && is_punctuation((unsigned char)at[1])) at++;
        cv_text_add_char(&address, *at);
    }
    return cv_text_string(&address);
}

static const char *complete_address(scanner *scan, const char *address) {
    if (!cv_starts_with_ignoring_case(address, "www.")) return address;
    return cv_format(scan->arena, "https://%s", address);
}

// A link without a text shows its address.
static void make_link(scanner *scan, bracket opener, const char *begin, const char *end) {
    const char *typed = unescape_address(scan, begin, end);
    const char *address = complete_address(scan, typed);
    const char *fault = *address ? cv_link_fault(address) : "it is empty";
    if (fault) report_refused(scan, begin, fault);
    pair_stars(scan, opener.stars);
    piece *open = &scan->pieces.items[opener.piece];
    open->kind = PIECE_OPEN;
    open->uri = fault ? NULL : cv_link_uri(address, scan->arena);
    if (is_blank(open->begin + 1, scan->at))
        add_piece(scan, PIECE_TEXT, typed, typed + strlen(typed));
    add_piece(scan, PIECE_CLOSE, end, end + 1);
    scan->inactive = scan->brackets.count;
    scan->at = end + 1;
}

static void scan_close(scanner *scan) {
    if (scan->brackets.count) {
        bracket opener = scan->brackets.items[--scan->brackets.count];
        bool is_active = scan->brackets.count >= scan->inactive;
        if (!is_active) scan->inactive = scan->brackets.count;
        if (is_active && scan->at[1] == '(') {
            const char *begin = scan->at + 2;
            while (cv_is_blank(*begin)) begin++;
            const char *end = find_address_end(begin);
            if (end) {
                make_link(scan, opener, begin, end);
                return;
            }
            report_unclosed(scan, scan->pieces.items[opener.piece].begin, "[...](");
        }
    }
    add_piece(scan, PIECE_TEXT, scan->at, scan->at + 1);
    scan->at++;
}

// Bare addresses

static size_t address_prefix(const scanner *scan, const char *at) {
    static const char *const prefixes[] = {"https://", "http://", "www."};
    if (at > scan->start && (cv_is_letter(at[-1]) || cv_is_digit(at[-1]))) return 0;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (cv_starts_with_ignoring_case(at, prefixes[i])) return strlen(prefixes[i]);
    return 0;
}

// Closing quotes and CJK punctuation end an address, though a URI could hold them in its encoding.
static bool ends_address(uint32_t c) {
    return c <= ' ' || (c < 0x7F && strchr("<>\"`[]\\", (int)c)) || cv_unicode_is_space(c) ||
           c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFF0F);
}

// GitHub's rules: punctuation at the end belongs to the sentence, a ')' without its '(' too.
static const char *trim_address(const char *begin, const char *end) {
    size_t open = 0, close = 0;
    for (const char *at = begin; at < end; at++) {
        open += *at == '(';
        close += *at == ')';
    }
    for (;; end--) { // it begins with a letter
        if (end[-1] == ')' && close > open)
            close--;
        else if (!strchr("?!.,:;*'", end[-1]))
            break;
    }
    return end;
}

static void scan_address(scanner *scan, size_t prefix) {
    const char *begin = scan->at, *end;
    bool is_web = begin[prefix - 1] == '/';
    bool has_host = cv_link_has_public_host(is_web ? begin + prefix : begin, &end);
    scan->at = end;
    if (!has_host) { // the host is not looked at again, so that ten thousand of them take no time
        add_piece(scan, PIECE_TEXT, begin, end);
        return;
    }
    if (strchr("/?#:@", *end) && *end)
        for (const char *next = end; !ends_address(cv_utf8_next(&next));) end = next;
    end = trim_address(begin, end);
    const char *address = cv_copy(scan->arena, begin, (size_t)(end - begin));
    address = complete_address(scan, address);
    const char *fault = cv_link_web_fault(address);
    if (fault) report_refused(scan, begin, fault);
    add_piece(scan, PIECE_TEXT, begin, end)->uri = fault ? NULL : cv_link_uri(address, scan->arena);
    scan->at = end;
}

// Text

static void scan_escape(scanner *scan) {
    const char *at = scan->at;
    if (is_punctuation((unsigned char)at[1])) at++;
    add_piece(scan, PIECE_TEXT, at, at + 1);
    scan->at = at + 1;
}

static void scan_text(scanner *scan) {
    const char *begin = scan->at;
    size_t prefix = 0;
    while (!strchr("\\`*[]", *scan->at) && !(prefix = address_prefix(scan, scan->at))) scan->at++;
    if (scan->at > begin) add_piece(scan, PIECE_TEXT, begin, scan->at);
    if (prefix) scan_address(scan, prefix);
}

static void scan_all(scanner *scan) {
    while (*scan->at) {
        switch (*scan->at) {
        case '\\': scan_escape(scan); break;
        case '`': scan_code(scan); break;
        case '*': scan_stars(scan); break;
        case '[': scan_open(scan); break;
        case ']': scan_close(scan); break;
        default: scan_text(scan); break;
        }
    }
    pair_stars(scan, 0);
    check_stars(scan);
}

// Writing

typedef struct inline_list CV_ARRAY(cv_inline) inline_list;

typedef struct writer {
    cv_arena *arena;
    cv_text_builder all, part;
    inline_list parts;
    unsigned style; // of the part
    const char *uri;
    bool ends_in_blank;
} writer;

static void finish_part(writer *out) {
    if (!out->part.size) return;
    CV_PUSH(out->arena, &out->parts, (cv_inline){out->part.bytes, out->style, out->uri});
    out->part = (cv_text_builder){.arena = out->arena};
}

// Runs of blanks become one, and none stands at the beginning.
static void write_bytes(writer *out, const char *bytes, size_t size, unsigned style,
                        const char *uri) {
    for (size_t i = 0; i < size; i++) {
        char byte = cv_is_blank(bytes[i]) ? ' ' : bytes[i];
        if (byte == ' ' && out->ends_in_blank) continue;
        out->ends_in_blank = byte == ' ';
        if (style != out->style || uri != out->uri) finish_part(out);
        out->style = style;
        out->uri = uri;
        cv_text_add_char(&out->all, byte);
        cv_text_add_char(&out->part, byte);
    }
}

static void trim_end(cv_text_builder *text) {
    if (text->size && text->bytes[text->size - 1] == ' ') text->bytes[--text->size] = '\0';
}

static cv_text finish_text(writer *out, cv_span span) {
    trim_end(&out->all);
    trim_end(&out->part);
    finish_part(out);
    if (!out->all.size) return (cv_text){.span = span};
    return (cv_text){out->all.bytes, out->parts.items, out->parts.count, span};
}

static void write_pieces(writer *out, const piece_list *pieces) {
    size_t emphasis = 0, strong = 0; // how many pairs are open
    const char *uri = NULL;
    for (size_t i = 0; i < pieces->count; i++) {
        const piece *each = &pieces->items[i];
        const star_run *stars = &each->stars;
        bool is_shown = each->kind != PIECE_OPEN && each->kind != PIECE_CLOSE;
        if (!is_shown) uri = each->uri;
        emphasis -= stars->closes[0];
        strong -= stars->closes[1];
        unsigned style = (strong ? CV_STRONG : 0u) | (emphasis ? CV_EMPHASIS : 0u) |
                         (each->kind == PIECE_CODE ? CV_CODE : 0u);
        size_t size = each->kind == PIECE_STARS ? stars->left : each->size;
        if (is_shown) write_bytes(out, each->begin, size, style, uri ? uri : each->uri);
        emphasis += stars->opens[0];
        strong += stars->opens[1];
    }
}

// Most texts have none, and are done with in one step.
static bool may_have_markup(const char *string) {
    if (strpbrk(string, "\\`*[")) return true;
    for (; *string; string++)
        if (cv_starts_with(string, "://") || cv_starts_with_ignoring_case(string, "www."))
            return true;
    return false;
}

cv_text cv_markup_read(const char *string, cv_span span, cv_arena *arena, cv_report *report) {
    writer out = {.arena = arena, .all.arena = arena, .part.arena = arena, .ends_in_blank = true};
    if (may_have_markup(string)) {
        scanner scan = {
            .arena = arena, .report = report, .span = span, .start = string, .at = string};
        scan_all(&scan);
        write_pieces(&out, &scan.pieces);
    } else {
        write_bytes(&out, string, strlen(string), 0, NULL);
    }
    return finish_text(&out, span);
}

cv_text cv_text_plain(const char *string, cv_span span, cv_arena *arena) {
    if (!*string) return (cv_text){.span = span};
    cv_inline *part = CV_NEW(arena, cv_inline);
    part->string = string;
    return (cv_text){string, part, 1, span};
}
