// SPDX-License-Identifier: MIT
// unicode.c - UTF-8 by hand, the rest through ICU's C interface.
#include "base/unicode.h"

#include "base/text.h"

#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unumsys.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

uint32_t cv_utf8_next(const char **text) {
    const unsigned char *at = (const unsigned char *)*text;
    if (at[0] < 0x80) {
        *text += at[0] != 0;
        return at[0];
    }
    int more = at[0] < 0xE0 ? 1 : at[0] < 0xF0 ? 2 : 3;
    uint32_t code_point = at[0] & (0x3Fu >> more);
    for (int i = 1; i <= more; i++) code_point = code_point << 6 | (at[i] & 0x3Fu);
    *text += more + 1;
    return code_point;
}

uint32_t cv_utf8_before(const char *start, const char *text) {
    if (text <= start) return 0;
    do text--;
    while (text > start && ((unsigned char)*text & 0xC0) == 0x80);
    return cv_utf8_next(&text);
}

size_t cv_utf8_encode(uint32_t c, char bytes[4]) {
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[more] | c >> 6 * more);
    for (int i = 1; i <= more; i++) bytes[i] = (char)(0x80 | ((c >> 6 * (more - i)) & 0x3F));
    return (size_t)more + 1;
}

size_t cv_utf8_valid(const unsigned char *bytes, size_t size) {
    size_t i = 0;
    while (i < size) {
        unsigned char c = bytes[i];
        if (c < 0x80) {
            i++;
            continue;
        }
        size_t more = c < 0xC2 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 0;
        if (!more || size - i <= more) return i;
        unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;  // no overlong forms
        unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF; // no surrogates
        if (bytes[i + 1] < low || bytes[i + 1] > high) return i;
        for (size_t j = 2; j <= more; j++)
            if ((bytes[i + j] & 0xC0) != 0x80) return i;
        i += more + 1;
    }
    return i;
}

bool cv_unicode_is_letter(uint32_t c) { return u_isalpha((UChar32)c); }
bool cv_unicode_is_upper(uint32_t c) { return u_isupper((UChar32)c); }
bool cv_unicode_is_digit(uint32_t c) { return u_isdigit((UChar32)c); }
bool cv_unicode_is_mark(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0; }
bool cv_unicode_is_nonspacing(uint32_t c) { return u_charType((UChar32)c) == U_NON_SPACING_MARK; }
bool cv_unicode_is_space(uint32_t c) { return u_isUWhiteSpace((UChar32)c); }

bool cv_unicode_is_bidi_control(uint32_t c) {
    return u_hasBinaryProperty((UChar32)c, UCHAR_BIDI_CONTROL);
}

bool cv_unicode_is_ignorable(uint32_t c) {
    return u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

cv_direction cv_unicode_direction(uint32_t c) {
    switch (u_charDirection((UChar32)c)) {
    case U_LEFT_TO_RIGHT: return CV_DIRECTION_LEFT_TO_RIGHT;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return CV_DIRECTION_RIGHT_TO_LEFT;
    default: return CV_DIRECTION_NONE;
    }
}

bool cv_unicode_is_weak(uint32_t c) {
    switch (u_charDirection((UChar32)c)) {
    case U_EUROPEAN_NUMBER:
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_EUROPEAN_NUMBER_TERMINATOR:
    case U_ARABIC_NUMBER:
    case U_COMMON_NUMBER_SEPARATOR:
    case U_DIR_NON_SPACING_MARK:
    case U_BOUNDARY_NEUTRAL: return true;
    default: return false;
    }
}

bool cv_unicode_is_direction_mark(uint32_t c) { return c == 0x200E || c == 0x200F; }

uint32_t cv_unicode_mirror(uint32_t c) { return (uint32_t)u_charMirror((UChar32)c); }

bool cv_unicode_is_composed(uint32_t c) {
    return u_getIntPropertyValue((UChar32)c, UCHAR_NFKD_QUICK_CHECK) == UNORM_NO;
}

// U+0590 is the first character that runs from right to left.
bool cv_unicode_has_right_to_left(const char *text, size_t size) {
    const char *end = text + size;
    while (text < end) {
        if ((unsigned char)*text < 0xD6) {
            text++;
            continue;
        }
        if (cv_unicode_direction(cv_utf8_next(&text)) == CV_DIRECTION_RIGHT_TO_LEFT) return true;
    }
    return false;
}

const char *cv_unicode_language_of_script(uint32_t c) {
    static const struct {
        UScriptCode script;
        const char *language;
    } scripts[] = {{USCRIPT_GREEK, "el"},    {USCRIPT_HEBREW, "he"},   {USCRIPT_ARMENIAN, "hy"},
                   {USCRIPT_THAI, "th"},     {USCRIPT_GEORGIAN, "ka"}, {USCRIPT_HANGUL, "ko"},
                   {USCRIPT_KATAKANA, "ja"}, {USCRIPT_HIRAGANA, "ja"}};
    if (c < 0x370 || !u_isalpha((UChar32)c)) return NULL; // most text, at no cost
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &error);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i].script == script) return scripts[i].language;
    return NULL;
}

uint32_t cv_unicode_script_of_sign(uint32_t c, uint32_t script) {
    // Where several share a sign, the one that most text with it is in.
    static const UScriptCode first[] = {USCRIPT_ARABIC, USCRIPT_HAN, USCRIPT_DEVANAGARI};
    UScriptCode found[USCRIPT_CODE_LIMIT];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = uscript_getScriptExtensions((UChar32)c, found, USCRIPT_CODE_LIMIT, &error);
    if (U_FAILURE(error) || count < 1 || found[0] == USCRIPT_COMMON ||
        found[0] == USCRIPT_INHERITED)
        return script;
    UScriptCode best = found[0];
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (uscript_hasScript((UChar32)c, first[i])) best = first[i];
    const char *name = uscript_getShortName(best);
    uint32_t tag = 0;
    for (int i = 0; i < 4; i++) tag = tag << 8 | (unsigned char)name[i];
    return tag;
}

typedef struct wide {
    UChar *units;
    int32_t size;
} wide;

// UTF-16 needs at most one unit for a byte of UTF-8.
static wide to_wide(cv_arena *arena, const char *text) {
    size_t size = strlen(text);
    wide result = {.units = CV_NEW_ARRAY(arena, UChar, size + 1)};
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8(result.units, (int32_t)size + 1, &result.size, text, (int32_t)size, &error);
    return result;
}

static const char *to_narrow(cv_arena *arena, const UChar *units, int32_t size) {
    char *result = CV_NEW_ARRAY(arena, char, 3 * (size_t)size + 1);
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8(result, 3 * size + 1, NULL, units, size, &error);
    return result;
}

// Nothing below U+0300 composes with what is before it, and all of it is in form C.
static bool is_surely_nfc(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0xCC) return false;
    return true;
}

const char *cv_unicode_nfc(cv_arena *arena, const char *text) {
    if (is_surely_nfc(text)) return text;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    wide from = to_wide(arena, text);
    if (U_FAILURE(error) || unorm2_isNormalized(nfc, from.units, from.size, &error)) return text;
    int32_t room = 3 * from.size + 1; // the largest expansion of form C in UTF-16 (UAX #15, 12.4)
    UChar *composed = CV_NEW_ARRAY(arena, UChar, (size_t)room);
    int32_t size = unorm2_normalize(nfc, from.units, from.size, composed, room, &error);
    return U_FAILURE(error) ? text : to_narrow(arena, composed, size);
}

typedef int32_t case_mapping(const UCaseMap *map, char *to, int32_t room, const char *from,
                             int32_t size, UErrorCode *error);

static const char *map_case(cv_arena *arena, const char *text, const char *language,
                            case_mapping *mapping) {
    UErrorCode error = U_ZERO_ERROR;
    size_t size = strlen(text);
    size_t room = 3 * size + 1; // SpecialCasing at most triples the bytes
    char *mapped = CV_NEW_ARRAY(arena, char, room);
    UCaseMap *map = ucasemap_open(language, 0, &error);
    mapping(map, mapped, (int32_t)room, text, (int32_t)size, &error);
    ucasemap_close(map);
    return U_FAILURE(error) ? text : mapped;
}

const char *cv_unicode_upper(cv_arena *arena, const char *text, const char *language) {
    return cv_unicode_nfc(arena, map_case(arena, text, language, ucasemap_utf8ToUpper));
}

const char *cv_unicode_lower(cv_arena *arena, const char *text, const char *language) {
    return map_case(arena, text, language, ucasemap_utf8ToLower);
}

const char *cv_unicode_script_name(cv_arena *arena, const char *script) {
    int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, script);
    const char *name = u_getPropertyValueName(UCHAR_SCRIPT, code, U_LONG_PROPERTY_NAME);
    if (!name) return script;
    char *written = cv_copy_string(arena, name);
    for (char *at = written; *at; at++)
        if (*at == '_') *at = ' ';
    return written;
}

const char *cv_unicode_name(cv_arena *arena, uint32_t code_point) {
    char name[128];
    UErrorCode error = U_ZERO_ERROR;
    int32_t size =
        u_charName((UChar32)code_point, U_EXTENDED_CHAR_NAME, name, (int32_t)sizeof name, &error);
    if (U_FAILURE(error) || size == 0) return cv_format(arena, "U+%04X", (unsigned)code_point);
    return cv_format(arena, "U+%04X %s", (unsigned)code_point, name);
}

static void to_locale(const char *language, char name[ULOC_FULLNAME_CAPACITY]) {
    UErrorCode error = U_ZERO_ERROR;
    uloc_forLanguageTag(language, name, ULOC_FULLNAME_CAPACITY, NULL, &error);
    if (U_FAILURE(error)) name[0] = '\0'; // the root locale
}

bool cv_unicode_is_right_to_left(const char *language) {
    char name[ULOC_FULLNAME_CAPACITY];
    to_locale(language, name);
    return uloc_isRightToLeft(name);
}

static size_t count_alphanumeric(const char *text) {
    size_t count = 0;
    while (cv_is_letter(text[count]) || cv_is_digit(text[count])) count++;
    return count;
}

bool cv_unicode_is_language_tag(const char *text) {
    size_t size = 0;
    while (cv_is_letter(text[size])) size++;
    if (size < 2 || size > 3) return false;
    for (text += size; *text; text += size) {
        if (*text++ != '-') return false;
        size = count_alphanumeric(text);
        if (size < 1 || size > 8) return false;
    }
    return true;
}

bool cv_unicode_knows_language(const char *language) {
    char name[ULOC_FULLNAME_CAPACITY];
    to_locale(language, name);
    UErrorCode error = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_open(NULL, name, &error);
    ures_close(bundle);
    return name[0] && U_SUCCESS(error) && error != U_USING_DEFAULT_WARNING;
}

// Opens the string at `path` (names down to NULL; `index` >= 0 counts within the last) of `bundle`.
static const UChar *find_in_bundle(UResourceBundle *bundle, const char *const *path, int32_t index,
                                   int32_t *size) {
    UErrorCode error = U_ZERO_ERROR;
    UResourceBundle *at = ures_getByKey(bundle, *path, NULL, &error);
    while (*++path) at = ures_getByKey(at, *path, at, &error);
    const UChar *found = index < 0 ? ures_getString(at, size, &error)
                                   : ures_getStringByIndex(at, index, size, &error);
    ures_close(at); // the strings stay: they lie in ICU's data
    return U_FAILURE(error) ? NULL : found;
}

// The parent in CLDR's sense: en-GB inherits from en-001, which the bundle itself says, and
// otherwise by cutting off the last subtag. Empty after the language alone.
static void to_parent(const UResourceBundle *bundle, char locale[ULOC_FULLNAME_CAPACITY]) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t size = 0;
    const UChar *explicit_parent = ures_getStringByKey(bundle, "%%Parent", &size, &error);
    if (U_SUCCESS(error) && size < ULOC_FULLNAME_CAPACITY) {
        u_UCharsToChars(explicit_parent, locale, size + 1);
        return;
    }
    char *cut = strrchr(locale, '_');
    *(cut ? cut : locale) = '\0';
}

// Finds a string of the CLDR data of a language or its parents, but not of the root, whose strings
// say only what is missing ("M09"). The date interfaces of ICU give the same at forty times the
// cost, since they build formatters first.
static const UChar *find_in_locale(const char *language, const char *const *path, int32_t index,
                                   int32_t *size) {
    char locale[ULOC_FULLNAME_CAPACITY];
    to_locale(language, locale);
    locale[strcspn(locale, "@")] = '\0'; // data goes by the language, not by its extensions
    const UChar *found = NULL;
    while (!found && *locale && strcmp(locale, "root") != 0) {
        UErrorCode error = U_ZERO_ERROR;
        UResourceBundle *bundle = ures_openDirect(NULL, locale, &error);
        if (U_SUCCESS(error)) found = find_in_bundle(bundle, path, index, size);
        to_parent(bundle, locale);
        ures_close(bundle);
    }
    return found;
}

const char *cv_unicode_date_pattern(cv_arena *arena, const char *language, const char *skeleton) {
    const char *path[] = {"calendar", "gregorian", "availableFormats", skeleton, NULL};
    int32_t size = 0;
    const UChar *found = find_in_locale(language, path, -1, &size);
    if (found) return to_narrow(arena, found, size);
    // Not among the locale's own: let ICU put one together.
    UErrorCode error = U_ZERO_ERROR;
    char locale[ULOC_FULLNAME_CAPACITY];
    to_locale(language, locale);
    UChar pattern[128];
    wide wanted = to_wide(arena, skeleton);
    UDateTimePatternGenerator *generator = udatpg_open(locale, &error);
    size = udatpg_getBestPattern(generator, wanted.units, wanted.size, pattern,
                                 (int32_t)(sizeof pattern / sizeof *pattern), &error);
    udatpg_close(generator);
    return U_FAILURE(error) ? NULL : to_narrow(arena, pattern, size);
}

const char *cv_unicode_month(cv_arena *arena, const char *language, int month, cv_month_form form) {
    static const char *const contexts[] = {"format", "format", "stand-alone", "stand-alone"};
    static const char *const widths[] = {"wide", "abbreviated", "wide", "abbreviated"};
    const char *path[] = {"calendar",     "gregorian",  "monthNames",
                          contexts[form], widths[form], NULL};
    int32_t size = 0;
    const UChar *name = find_in_locale(language, path, month - 1, &size);
    if (!name) { // CLDR keeps stand-alone names only where they differ from those in dates
        path[3] = "format";
        name = find_in_locale(language, path, month - 1, &size);
    }
    return name ? to_narrow(arena, name, size) : cv_format(arena, "%d", month);
}

// Numbers in letters, as CLDR has for some languages, are no digits, nor are the Chinese numbers.
// What Unicode calls a digit is followed by the others in turn.
uint32_t cv_unicode_zero(const char *language) {
    char locale[ULOC_FULLNAME_CAPACITY];
    to_locale(language, locale);
    UErrorCode error = U_ZERO_ERROR;
    UNumberingSystem *system = unumsys_open(locale, &error);
    enum { ROOM = 32 };
    UChar units[ROOM];
    UChar32 digits[ROOM];
    int32_t size = unumsys_getDescription(system, units, ROOM, &error);
    u_strToUTF32(digits, ROOM, NULL, units, size, &error);
    unumsys_close(system);
    return U_SUCCESS(error) && u_charDigitValue(*digits) == 0 ? (uint32_t)*digits : '0';
}

const char *cv_unicode_with_digits(cv_arena *arena, const char *text, uint32_t zero) {
    if (zero == '0') return text;
    cv_text_builder out = {.arena = arena};
    for (; *text; text++)
        if (cv_is_digit(*text))
            cv_text_add_code_point(&out, zero + (uint32_t)(*text - '0'));
        else
            cv_text_add_char(&out, *text);
    return cv_text_string(&out);
}

const char *cv_unicode_version(void) { return U_ICU_VERSION; }
