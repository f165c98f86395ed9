// SPDX-License-Identifier: MIT
// fit.c - the search over the states of the levers.
//
// States that differ in gaps only share their lines, so that a search of the gaps costs no line
// breaking; page counts fall with the gaps, so that it may halve. Page counts do not fall with the
// size from step to step, so that the steps of the lines are tried one by one.
#include "fit/fit.h"

#include "fit/drop.h"
#include "fit/fit_report.h"
#include "fit/levers.h"

enum { CHECKS_OF_DROPS = 3 };

#define WELL_FILLED (CV_POINT * 8 / 10)
#define TOO_FULL    (CV_POINT * 98 / 100)

typedef struct search {
    const cv_press *press;
    const cv_goal *goal;
    cv_levers levers;
    cv_arena *arena;
    cv_report *report;
    cv_report ignored; // findings of trials: the layout that is kept reports them
    size_t layouts;
} search;

// One step of the lines, laid out: any step of the gaps can be measured from it.
typedef struct trial {
    const cv_resume *resume;
    int lines;
    cv_arena *arena;
    cv_layout layout;
} trial;

static trial begin_trial(search *self, const cv_resume *resume, int lines) {
    trial made = {.resume = resume, .lines = lines, .arena = cv_arena_child(self->arena)};
    cv_style *style = CV_NEW(made.arena, cv_style);
    *style = cv_levers_pull(&self->levers, lines, 0);
    cv_report_init(&self->ignored, made.arena);
    self->ignored.sources = self->report->sources; // spans point into them
    made.layout = cv_layout_make(resume, style, self->press, made.arena, &self->ignored);
    self->layouts++;
    return made;
}

static void end_trial(trial *made) { cv_arena_destroy(made->arena); }

static cv_page_fill measure(const search *self, const trial *made, int gaps) {
    cv_arena *scratch = cv_arena_child(made->arena);
    cv_style style = cv_levers_pull(&self->levers, made->lines, gaps);
    const cv_document *document =
        cv_document_compose(made->resume, &style, self->press->photo, scratch);
    cv_page_fill fill = cv_pages_measure(document, made->layout.lines, made->layout.shaper,
                                         (size_t)self->goal->pages, scratch);
    cv_arena_destroy(scratch);
    return fill;
}

static bool fits(const search *self, const trial *made, int gaps) {
    return measure(self, made, gaps).pages <= (size_t)self->goal->pages;
}

// The next step from `gaps` on that does not fill the last page to the brim; `gaps` without one.
static int best_tighter(const search *self, const trial *made, int gaps) {
    for (int next = gaps; next <= CV_TIGHTEST_GAPS; next++) {
        cv_page_fill fill = measure(self, made, next);
        if (fill.pages <= (size_t)self->goal->pages && fill.fill <= TOO_FULL) return next;
    }
    return gaps;
}

// The least of the steps of the gaps that fits well; the tightest fits.
static int loosest_that_fits(const search *self, const trial *made) {
    int fails = -1, works = CV_TIGHTEST_GAPS;
    while (works - fails > 1) {
        int middle = fails + (works - fails) / 2;
        if (fits(self, made, middle))
            works = middle;
        else
            fails = middle;
    }
    return best_tighter(self, made, works);
}

// The nearest step of the gaps, looser than none, that fills the last page well and adds no page;
// else the one that fills it best.
static int best_looser(const search *self, const trial *made, size_t pages, cv_length *fill) {
    int best = 0;
    for (int gaps = 0; gaps >= CV_LOOSEST_GAPS; gaps--) {
        cv_page_fill found = measure(self, made, gaps);
        if (found.pages > pages || (found.fill > TOO_FULL && gaps < 0)) break;
        if (found.fill > *fill || gaps == 0) {
            best = gaps;
            *fill = found.fill;
        }
        if (found.fill >= WELL_FILLED) break;
    }
    return best;
}

static cv_fit_state loosen(search *self, const cv_resume *resume, trial *base, size_t pages) {
    cv_length fill = 0;
    cv_fit_state state = {.resume = resume, .pages = pages, .fits = true};
    state.gaps = best_looser(self, base, pages, &fill);
    for (int lines = -1; lines >= CV_LOOSEST_LINES && fill < WELL_FILLED; lines--) {
        trial looser = begin_trial(self, resume, lines);
        cv_length reached = 0;
        int gaps = best_looser(self, &looser, pages, &reached);
        bool adds_a_page = measure(self, &looser, gaps).pages > pages;
        if (!adds_a_page && reached > fill && reached <= TOO_FULL) {
            state.lines = lines;
            state.gaps = gaps;
            fill = reached;
        }
        end_trial(&looser);
        if (adds_a_page) break;
    }
    return state;
}

// How many lines the last page has room for.
static size_t lines_to_spare(const search *self, cv_page_fill fill) {
    cv_style style = cv_levers_pull(&self->levers, CV_TIGHTEST_LINES, CV_TIGHTEST_GAPS);
    cv_length height = style.page.height - style.page.margin_top - style.page.margin_bottom;
    bool has_room = fill.pages == (size_t)self->goal->pages && fill.fill < CV_POINT;
    if (!has_room) return 0;
    return (size_t)(cv_length_scale(height, CV_POINT - fill.fill, CV_POINT) / style.font.leading);
}

// The least count from `begin` to `end` whose items take `wanted` lines with them.
static size_t count_for(const size_t *lines, size_t begin, size_t end, size_t wanted) {
    size_t count = 0, sum = 0;
    while (count < end && (count < begin || sum < wanted)) sum += lines[count++];
    return count;
}

static size_t sum_of(const size_t *lines, size_t count) {
    size_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += lines[i];
    return sum;
}

// Leaves out as few of the droppable items as the checks find to be enough in the tightest state:
// what is over, or to spare, says what to check next. A page with nothing but a header is no fit.
static cv_fit_state drop(search *self, const cv_resume *resume, const trial *tightest) {
    cv_fit_state best = {.resume = resume, .lines = CV_TIGHTEST_LINES, .gaps = CV_TIGHTEST_GAPS};
    best.dropped = cv_droppables_find(resume, self->goal->drop, self->arena);
    const size_t *lines = cv_lines_by_item(&tightest->layout, &best.dropped, self->arena);
    size_t wanted = measure(self, tightest, CV_TIGHTEST_GAPS).lines_over;
    size_t least = 1, most = best.dropped.count; // that may be the one
    for (int check = 0; check < CHECKS_OF_DROPS && least <= most; check++) {
        cv_fit_state state = best;
        state.drop_count = count_for(lines, least, most, wanted);
        state.resume = cv_resume_without(resume, &best.dropped, state.drop_count, self->arena);
        trial fewer = begin_trial(self, state.resume, CV_TIGHTEST_LINES);
        cv_page_fill fill = measure(self, &fewer, CV_TIGHTEST_GAPS);
        size_t saved = sum_of(lines, state.drop_count), spare = lines_to_spare(self, fill);
        state.pages = fill.pages;
        state.fits = fill.pages <= (size_t)self->goal->pages && state.resume->sections.count;
        if (state.fits) {
            state.gaps = loosest_that_fits(self, &fewer);
            best = state;
            most = state.drop_count - 1;
            wanted = saved > spare ? saved - spare : 0;
        } else {
            least = state.drop_count + 1;
            wanted = saved + fill.lines_over;
        }
        end_trial(&fewer);
    }
    return best;
}

static cv_fit_state find_state(search *self, const cv_resume *resume) {
    trial made = begin_trial(self, resume, 0);
    cv_page_fill fill = measure(self, &made, 0);
    cv_fit_state state = {.resume = resume, .pages = fill.pages, .fits = true};
    if (fill.pages <= (size_t)self->goal->pages) {
        if (fill.fill < WELL_FILLED) state = loosen(self, resume, &made, fill.pages);
        end_trial(&made);
        return state;
    }
    while (!fits(self, &made, CV_TIGHTEST_GAPS) && made.lines < CV_TIGHTEST_LINES) {
        int next = made.lines + 1;
        end_trial(&made);
        made = begin_trial(self, resume, next);
    }
    state.lines = made.lines;
    state.fits = fits(self, &made, CV_TIGHTEST_GAPS);
    state.pages = (size_t)self->goal->pages;
    if (state.fits)
        state.gaps = loosest_that_fits(self, &made);
    else if (self->goal->drop)
        state = drop(self, resume, &made);
    if (!state.fits)
        cv_fit_report_failure(self->goal, &made.layout,
                              measure(self, &made, CV_TIGHTEST_GAPS).lines_over, self->report);
    end_trial(&made);
    return state;
}

static void check_min_size(const cv_goal *goal, const cv_style *style, cv_report *report) {
    if (goal->min_size <= style->font.size) return;
    cv_text_builder size = {.arena = report->arena};
    cv_text_add_length(&size, style->font.size);
    cv_report_add(report, CV_MIN_SIZE_ABOVE_TEXT, goal->min_size_span,
                  "the text is %s pt, smaller than 'min_size'", cv_text_string(&size))
        ->hint = "make 'design.font.size' larger or 'min_size' smaller";
}

cv_fitted cv_fit(const cv_resume *resume, const cv_style *style, const cv_goal *goal,
                 const cv_press *press, cv_arena *arena, cv_report *report) {
    cv_fitted fitted = {.resume = resume, .style = style};
    if (goal->pages) {
        search self = {.press = press, .goal = goal, .arena = arena, .report = report};
        cv_font_set_want(press->fonts, style->font.family, style->font.family_span);
        const cv_font *font = cv_font_find(press->fonts, style->font.family, CV_FACE_REGULAR);
        if (!font) font = cv_font_first(press->fonts); // reported by the shaper
        check_min_size(goal, style, report);
        self.levers = cv_levers_of(style, font, goal->min_size);
        cv_fit_state state = find_state(&self, resume);
        cv_style *pulled = CV_NEW(arena, cv_style);
        *pulled = cv_levers_pull(&self.levers, state.lines, state.gaps);
        fitted = (cv_fitted){.resume = state.resume, .style = pulled, .layouts = self.layouts};
        if (state.fits) cv_fit_report_success(&state, pulled, report);
    }
    fitted.layout = cv_layout_make(fitted.resume, fitted.style, press, arena, report);
    fitted.layouts++;
    return fitted;
}
