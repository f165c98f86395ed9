// SPDX-License-Identifier: MIT
// aside.c - work that is not the whole of a week, by its name.
#include "review/rules.h"

#include <string.h>

// Beginnings of words, or whole ones behind '='.
static const char *const side_words[] = {
    "part-time",  "parttime",   "half-time", "=part",       "=intern",   "internship", "=interns",
    "assistant",  "volunt",     "freelanc",  "consult",     "advis",     "=board",     "student",
    "tutor",      "contract",   "adjunct",   "visiting",    "fellow",    "member",     "mentor",
    "trainee",    "apprentic",  "founder",   "co-founder",  "cofounder", "owner",      "chair",
    "president",  "lectur",     "speaker",   "coach",       "self-emp",  "seasonal",   "tempor",
    "=side",      "=temp",      "undergrad", "referee",     "reviewer",  "editor",     "praktik",
    "werkstud",   "hilfskraft", "hiwi",      "ehrenamt",    "freiberuf", "teilzeit",   "nebenber",
    "selbst",     "berater",    "stagiaire", "=stage",      "temps",     "alternan",   "becari",
    "tiempo",     "tirocin",    "volont",    "vrijwil",     "=zzp",      "deeltijd",   "volunta",
    "aushilf",    "minijob",    "community", "communities", "=service",  "committee",  "activities",
    "leadership", "teaching",   "residenc"};
enum { SIDE_WORDS = sizeof side_words / sizeof *side_words };

static bool starts_side_word(const char *text) {
    size_t size = 0;
    while (cv_is_letter(text[size])) size++;
    for (size_t i = 0; i < SIDE_WORDS; i++) {
        const char *word = side_words[i];
        bool is_whole = *word == '=';
        word += is_whole;
        if ((text[0] | 0x20) != *word) continue; // in any case; most end here
        if (!cv_starts_with_ignoring_case(text, word)) continue;
        if (!is_whole || size == strlen(word)) return true;
    }
    return false;
}

bool cv_review_is_aside(const char *text) {
    for (const char *at = text; at && *at; at++)
        if ((at == text || !cv_is_letter(at[-1])) && starts_side_word(at)) return true;
    return false;
}

bool cv_review_is_aside_section(const cv_section *section) {
    return cv_review_is_aside(section->id) || cv_review_is_aside(section->title.string);
}
