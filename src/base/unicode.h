// SPDX-License-Identifier: MIT
// unicode.h - UTF-8, and the door to ICU: properties, normalisation, case, CLDR date words.
//
// Languages are BCP 47 tags ("en", "pt-BR"); ICU falls back along its own chain.
#ifndef CV_BASE_UNICODE_H
#define CV_BASE_UNICODE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Decodes the code point at `*text`, which is valid UTF-8, and steps over it. At the end: 0, no
// step.
uint32_t cv_utf8_next(const char **text);

// The code point before `text`, which is past `start`; 0 at the start.
uint32_t cv_utf8_before(const char *start, const char *text);

// Writes 1 to 4 bytes, without NUL, and returns how many.
size_t cv_utf8_encode(uint32_t code_point, char bytes[4]);

// How many of the `size` bytes, from the first, are well-formed UTF-8 (Unicode 15, table 3-7).
size_t cv_utf8_valid(const unsigned char *bytes, size_t size);

bool cv_unicode_is_letter(uint32_t code_point); // categories L*
bool cv_unicode_is_upper(uint32_t code_point);
bool cv_unicode_is_digit(uint32_t code_point);      // category Nd
bool cv_unicode_is_mark(uint32_t code_point);       // categories M*
bool cv_unicode_is_nonspacing(uint32_t code_point); // category Mn
bool cv_unicode_is_space(uint32_t code_point);      // property White_Space
bool cv_unicode_is_bidi_control(uint32_t code_point);
bool cv_unicode_is_ignorable(uint32_t code_point); // property Default_Ignorable_Code_Point

// Which way a character makes text run, by its bidirectional class (UAX #9, table 4): letters do,
// digits, blanks and punctuation go along.
typedef enum cv_direction {
    CV_DIRECTION_NONE,
    CV_DIRECTION_LEFT_TO_RIGHT,
    CV_DIRECTION_RIGHT_TO_LEFT
} cv_direction;
cv_direction cv_unicode_direction(uint32_t code_point);

// True for digits and what goes with them: of a weak type, as "." and "+" are, or a mark.
bool cv_unicode_is_weak(uint32_t code_point);

bool cv_unicode_is_direction_mark(uint32_t code_point); // U+200E, U+200F

// Of brackets and the like, the other one; of others, themselves.
uint32_t cv_unicode_mirror(uint32_t code_point);

bool cv_unicode_is_composed(uint32_t code_point); // of others, or stands for them (NFKD_QC): "™"

// True if a character of the `size` bytes runs from right to left. Costs next to nothing for text
// in Latin letters.
bool cv_unicode_has_right_to_left(const char *text, size_t size);

// True for a language written from right to left: "ar", "he", "fa", "ur", "az-Arab".
bool cv_unicode_is_right_to_left(const char *language);

// The language that alone uses the script of a letter: "el", "he", "ko", "th", "ja" for kana. NULL
// for a script that many languages share, and for what is no letter.
const char *cv_unicode_language_of_script(uint32_t code_point);

// The script whose texts have a sign that is of none, as an ISO 15924 tag: that of Arabic for its
// comma. `script` where many do or none does (property Script_Extensions).
uint32_t cv_unicode_script_of_sign(uint32_t code_point, uint32_t script);

// Normalisation form C; `text` itself where nothing changes.
const char *cv_unicode_nfc(cv_arena *arena, const char *text);

// By the rules of a language; capitals in normalisation form C.
const char *cv_unicode_upper(cv_arena *arena, const char *text, const char *language);
const char *cv_unicode_lower(cv_arena *arena, const char *text, const char *language);

// "Canadian Aboriginal" for "Cans" (ISO 15924), which a script without a name is called by.
const char *cv_unicode_script_name(cv_arena *arena, const char *script);

// "U+20AC EURO SIGN".
const char *cv_unicode_name(cv_arena *arena, uint32_t code_point);

// The shape of a BCP 47 tag with a language of two or three letters: "pt-BR".
bool cv_unicode_is_language_tag(const char *text);

// True if ICU knows locale data for the language of the tag.
bool cv_unicode_knows_language(const char *language);

// The language's CLDR pattern for a skeleton: "yMMMM" in English is "MMMM y". NULL if the skeleton
// is not one.
const char *cv_unicode_date_pattern(cv_arena *arena, const char *language, const char *skeleton);

// Month names as CLDR has them, for the letters of a pattern.
typedef enum cv_month_form {
    CV_MONTH_WIDE,             // MMMM, within a date
    CV_MONTH_SHORT,            // MMM
    CV_MONTH_WIDE_STANDALONE,  // LLLL, on its own
    CV_MONTH_SHORT_STANDALONE, // LLL
} cv_month_form;

// `month` from 1 to 12.
const char *cv_unicode_month(cv_arena *arena, const char *language, int month, cv_month_form form);

// The zero of the digits that a language writes numbers with, which the other nine follow: U+0030
// for most, U+0660 for Arabic, U+06F0 for Persian (CLDR's default numbering system).
uint32_t cv_unicode_zero(const char *language);

// `text` with the digits from `zero` on in the place of 0 to 9.
const char *cv_unicode_with_digits(cv_arena *arena, const char *text, uint32_t zero);

// "72.1", of ICU.
const char *cv_unicode_version(void);

#endif
