// SPDX-License-Identifier: MIT
// titles.c - sections that are named by their key alone get a title in the language of the page.
#include "resume/resume.h"

#include "resume/markup.h"

static const char *find(const cv_titles *titles, const char *from) {
    for (size_t i = 0; i < titles->count; i++)
        if (cv_equal_ignoring_case(titles->items[i].from, from)) return titles->items[i].to;
    return NULL;
}

const cv_resume *cv_resume_entitle(const cv_resume *resume, const cv_titles *titles,
                                   cv_arena *arena) {
    if (!titles->count) return resume;
    cv_resume *entitled = CV_NEW(arena, cv_resume);
    *entitled = *resume;
    entitled->sections = (cv_sections){0};
    for (size_t i = 0; i < resume->sections.count; i++) {
        cv_section section = resume->sections.items[i];
        const char *title = section.has_own_title ? NULL : find(titles, section.title.string);
        if (title) section.title = cv_text_plain(title, section.title.span, arena);
        CV_PUSH(arena, &entitled->sections, section);
    }
    return entitled;
}
