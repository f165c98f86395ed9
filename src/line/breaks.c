// SPDX-License-Identifier: MIT
// breaks.c - the opportunities of UAX #14, through ICU, and what typography thinks of each.
#include "line/breaks.h"

#include "base/text.h"
#include "base/unicode.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { MONTHS = 12, MOST_WORD_BYTES = 256 }; // of a word looked at: enough for an address

struct cv_breaker {
    UBreakIterator *iterator;
    UText *text;
    const char *months[2][MONTHS]; // wide, short
};

// A word beside a break: bytes between blanks.
typedef struct word_span {
    const char *begin, *end;
} word_span;

static void close_breaker(void *handle) {
    cv_breaker *breaker = handle;
    ubrk_close(breaker->iterator);
    utext_close(breaker->text);
}

// Japanese and Chinese lines do not begin with small kana or a long vowel's sign (UAX #14, class
// CJ).
static const char *rules_of(const char *language, cv_arena *arena) {
    bool is_strict = cv_starts_with(language, "ja") || cv_starts_with(language, "zh");
    return is_strict ? cv_format(arena, "%s@lb=strict", language) : language;
}

cv_breaker *cv_breaker_open(const char *language, cv_arena *arena) {
    cv_breaker *breaker = CV_NEW(arena, cv_breaker);
    for (int month = 0; month < MONTHS; month++) {
        breaker->months[0][month] = cv_unicode_month(arena, language, month + 1, CV_MONTH_WIDE);
        breaker->months[1][month] = cv_unicode_month(arena, language, month + 1, CV_MONTH_SHORT);
    }
    const char *rules = rules_of(language, arena);
    cv_arena_defer(arena, close_breaker, breaker);
    UErrorCode error = U_ZERO_ERROR;
    breaker->iterator = ubrk_open(UBRK_LINE, rules, NULL, 0, &error);
    return U_SUCCESS(error) ? breaker : NULL;
}

static size_t size_of(word_span word) { return (size_t)(word.end - word.begin); }

static bool is_word(word_span word, const char *string) {
    return word.begin < word.end && *word.begin == *string && strlen(string) == size_of(word) &&
           memcmp(word.begin, string, size_of(word)) == 0;
}

static bool is_one_of(word_span word, const char *const *list) {
    for (; *list; list++)
        if (is_word(word, *list)) return true;
    return false;
}

// Without brackets, commas and the like at its ends, which do not change what it is.
static word_span strip(word_span word) {
    while (word.begin < word.end && strchr("([{\"'", *word.begin)) word.begin++;
    while (word.begin < word.end && strchr(")]}\"',;:", word.end[-1])) word.end--;
    return word;
}

static bool is_all_digits(word_span word) {
    for (const char *at = word.begin; at < word.end; at++)
        if (!cv_is_digit(*at)) return false;
    return word.begin < word.end;
}

// 3, 3.94, 1,000, 11.0, 3%
static bool is_number(word_span word) {
    if (word.begin == word.end || !cv_is_digit(*word.begin)) return false;
    for (const char *at = word.begin; at < word.end; at++)
        if (!cv_is_digit(*at) && !strchr(".,%", *at)) return false;
    return true;
}

static bool is_year(word_span word) {
    return size_of(word) == 4 && is_all_digits(word) &&
           (memcmp(word.begin, "19", 2) == 0 || memcmp(word.begin, "20", 2) == 0);
}

static bool is_roman_numeral(word_span word) {
    return size_of(word) > 1 && strspn(word.begin, "IVXLC") >= size_of(word);
}

static bool is_capitalised(word_span word) {
    const char *at = word.begin;
    return word.begin < word.end && cv_unicode_is_upper(cv_utf8_next(&at));
}

// "G.", "J.-P."
static bool is_initial(word_span word) {
    if (size_of(word) < 2 || word.end[-1] != '.' || !is_capitalised(word)) return false;
    const char *at = word.begin;
    cv_utf8_next(&at);
    return *at == '.';
}

static bool is_month(const cv_breaker *breaker, word_span word) {
    for (int form = 0; form < 2; form++)
        for (int month = 0; month < MONTHS; month++)
            if (is_word(word, breaker->months[form][month])) return true;
    return false;
}

static bool is_dash(word_span word) { return is_word(word, "\u2013") || is_word(word, "\u2014"); }

// +1, (650), 555
static bool is_phone_part(word_span word) {
    if (word.begin == word.end) return false;
    bool has_sign = *word.begin == '+' || *word.begin == '(';
    return has_sign && strspn(word.begin, "+()0123456789-") >= size_of(word);
}

static bool is_phone_group(word_span word) {
    return is_all_digits(word) && size_of(word) >= 2 && size_of(word) <= 4;
}

// 555-0100
static bool is_phone_groups(word_span word) {
    return word.begin < word.end && cv_is_digit(*word.begin) &&
           strspn(word.begin, "0123456789-") >= size_of(word) &&
           memchr(word.begin, '-', size_of(word));
}

// The brackets of an area code are part of it, those of a year are not.
static bool ties_phone_number(word_span left, word_span right) {
    if (is_phone_part(left) && !is_year(strip(left)))
        return is_phone_group(right) || is_phone_groups(right) || is_phone_part(right);
    return is_phone_group(left) && !is_year(left) &&
           (is_phone_groups(right) || (is_phone_group(right) && !is_year(right)));
}

// 4 200: a blank between thousands, as in most of Europe.
static bool is_thousands(word_span left, word_span right) {
    return is_all_digits(left) && size_of(left) <= 3 && *left.begin != '0' &&
           is_all_digits(right) && size_of(right) == 3;
}

// €, US$: the signs of U+20A0 to U+20CF and the older ones.
static bool ends_in_currency_sign(word_span word) {
    if (word.begin == word.end) return false;
    uint32_t last = cv_utf8_before(word.begin, word.end);
    return last == '$' || last == 0xA3 || last == 0xA5 || (last >= 0x20A0 && last <= 0x20CF);
}

static bool ties_numbers(const cv_breaker *breaker, word_span left, word_span right) {
    static const char *const units[] = {
        "%",       "\u2030",  "bit",      "bits", "B",   "kB",      "KB",      "MB", "GB",
        "TB",      "PB",      "GiB",      "MiB",  "ms",  "\u00B5s", "ns",      "s",  "min",
        "h",       "Hz",      "kHz",      "MHz",  "GHz", "mm",      "cm",      "m",  "km",
        "nm",      "mg",      "g",        "kg",   "t",   "W",       "kW",      "MW", "GW",
        "V",       "mV",      "A",        "mA",   "K",   "\u00B0C", "\u00B0F", "pt", "px",
        "dB",      "fps",     "EUR",      "USD",  "GBP", "CHF",     "\u20AC",  "$",  "k",
        "million", "billion", "ha",       "hl",   "kr",  "z\u0142", "K\u010D", "Ft", "\u03A9",
        "m\u00B2", "m\u00B3", "km\u00B2", NULL};
    static const char *const currencies[] = {"EUR", "USD", "GBP", "CHF", NULL};
    static const char *const references[] = {"\u00A7", "\u00A7\u00A7", "No.",  "no.",  "Nr.",
                                             "p.",     "pp.",          "vol.", "Vol.", "Fig.",
                                             "Sec.",   "Ch.",          "#",    NULL};
    if (is_number(left) && is_one_of(right, units)) return true;
    if (is_number(right) &&
        (ends_in_currency_sign(left) || is_one_of(left, currencies) || is_one_of(left, references)))
        return true;
    if (is_thousands(left, right)) return true;
    if (is_month(breaker, left) && (is_year(right) || is_number(right))) return true;
    return is_number(left) && size_of(left) <= 3 && is_month(breaker, right);
}

static bool ties_names(word_span left, word_span right) {
    static const char *const titles[] = {"Prof.", "Dr.", "Mr.",  "Mrs.", "Ms.",  "Mx.",
                                         "St.",   "Sir", "Dame", "Rev.", "Hon.", "Ing.",
                                         "M.",    "Mme", "Herr", "Frau", NULL};
    if (!is_capitalised(right) && !is_number(right))
        return is_word(left, "et") && is_word(right, "al.");
    if (is_one_of(left, titles) && is_capitalised(right)) return true;
    if (is_initial(left) && is_capitalised(right)) return true;
    if (!is_capitalised(left)) return false;
    return is_roman_numeral(right) || (is_number(right) && !is_year(right) && size_of(right) <= 5);
}

static bool ties_loosely(word_span left, word_span right) {
    static const char *const degrees[] = {
        "PhD",     "Ph.D.",    "MSc",     "M.Sc.", "BSc",         "B.Sc.",    "MA",     "M.A.",
        "BA",      "B.A.",     "MBA",     "MEng",  "BEng",        "Bachelor", "Master", "Diploma",
        "Student", "Engineer", "Science", "Arts",  "Engineering", NULL};
    if (is_year(right) && is_capitalised(left)) return true;
    return is_word(right, "in") && is_one_of(left, degrees);
}

// Prepositions and the like in most languages: Polish w, Czech v, Ukrainian о.
static bool is_small_letter(word_span word) {
    const char *rest = word.begin;
    return word.begin < word.end && cv_unicode_is_letter(cv_utf8_next(&rest)) && rest == word.end &&
           !is_capitalised(word);
}

static bool is_weak(word_span word) {
    static const char *const weak[] = {"a",   "an", "the", "of",   "to", "in",   "on",   "by",
                                       "and", "or", "for", "with", "at", "from", "that", NULL};
    return is_small_letter(word) || is_one_of(word, weak);
}

// A break at a blank, between two words.
static int32_t penalty_between(const cv_breaker *breaker, word_span left, word_span right) {
    bool ends_clause = left.begin < left.end && strchr(",;:)]", left.end[-1]);
    if (is_dash(right)) return CV_PENALTY_TIE;
    if (is_weak(left)) return CV_PENALTY_WEAK_WORD;
    if (ties_phone_number(left, strip(right))) return CV_PENALTY_TIE;
    if (ends_clause) return 0; // "In Tsinghua, 2024" is not a venue and its year
    left = strip(left);
    right = strip(right);
    if (ties_numbers(breaker, left, right) || ties_names(left, right)) return CV_PENALTY_TIE;
    return ties_loosely(left, right) ? CV_PENALTY_LOOSE_TIE : 0;
}

static bool contains(word_span word, const char *string) {
    size_t size = strlen(string);
    for (const char *at = word.begin; at + size <= word.end; at++)
        if (memcmp(at, string, size) == 0) return true;
    return false;
}

static bool is_address(word_span word) {
    return contains(word, "://") || contains(word, "www.") || contains(word, "@") ||
           (contains(word, "/") && contains(word, "."));
}

// A break inside a word, at `at`, after `before`.
static int32_t penalty_inside(word_span word, const char *at, uint32_t before) {
    if (is_address(word)) return CV_PENALTY_URL;
    if (contains(word, "+") || contains(word, "#")) return CV_PENALTY_TIE;
    switch (before) {
    case '-':
    case 0x2010: return CV_PENALTY_HYPHEN;
    case '/': return CV_PENALTY_SLASH;
    case 0x2013: return cv_is_digit(*at) ? CV_PENALTY_TIE : 0; // 2019–2020
    default: return 0;
    }
}

static bool is_blank_at(const char *text) { return *text == ' ' || *text == '\0'; }

static int32_t penalty_at(const cv_breaker *breaker, const char *text, const char *at) {
    word_span left = {at, at}, right = {at, at};
    while (left.end > text && left.end[-1] == ' ') left.end--;
    left.begin = left.end;
    bool is_inside = left.end == at;
    while (left.begin > text && left.begin[-1] != ' ' && size_of(left) < MOST_WORD_BYTES)
        left.begin--;
    while (!is_blank_at(right.end) && size_of(right) < MOST_WORD_BYTES) right.end++;
    if (!is_inside) return penalty_between(breaker, left, right);
    return penalty_inside((word_span){left.begin, right.end}, at, cv_utf8_before(text, at));
}

// "https:" "//" stays whole, which UAX #14 does not see to.
static bool is_inside_slashes(const char *text, const char *at) {
    return at > text && at[-1] == '/' && *at == '/';
}

cv_break_places cv_breaks_find(cv_breaker *breaker, const char *text, cv_arena *arena) {
    cv_break_places places = {0};
    UErrorCode error = U_ZERO_ERROR;
    breaker->text = utext_openUTF8(breaker->text, text, -1, &error);
    ubrk_setUText(breaker->iterator, breaker->text, &error);
    if (U_FAILURE(error)) return places;
    int32_t end = (int32_t)strlen(text);
    for (int32_t at = ubrk_next(breaker->iterator); at != UBRK_DONE && at < end;
         at = ubrk_next(breaker->iterator)) {
        if (is_inside_slashes(text, text + at)) continue;
        CV_PUSH(arena, &places,
                (cv_break_place){(uint32_t)at, penalty_at(breaker, text, text + at)});
    }
    return places;
}
