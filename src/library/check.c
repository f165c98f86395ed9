// SPDX-License-Identifier: MIT
// check.c - the pages of every variant, laid out to be judged and thrown away.
//
// Each variant is a job of its own in an arena of its own, which share what is the same for all:
// the tree, what the variants say, and shaped texts.
#include "library/pipeline.h"

#include "library/cache.h"
#include "library/merge.h"
#include "review/outputs.h"
#include "review/review.h"

typedef struct checker {
    cv_job *job; // of the whole
    const cv_node *tree;
    const cv_prepared *prepared;
    cv_data_shelf data_shelf;
    cv_merger merger;
    cv_made_list made;
} checker;

// FNV-1a, 64 bits.
static uint64_t mix(uint64_t hash, const void *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ ((const unsigned char *)bytes)[i]) * UINT64_C(1099511628211);
    return hash;
}

// The same of one number instead of its bytes, which leaves the high half to be brought down.
static uint64_t mix_number(uint64_t hash, int64_t number) {
    hash = (hash ^ (uint64_t)number) * UINT64_C(1099511628211);
    return hash ^ hash >> 32;
}

static uint64_t mix_glyphs(uint64_t hash, const cv_display *display, const cv_item *item) {
    hash = mix(hash, &display->fonts[item->as.glyphs.font], sizeof *display->fonts);
    hash = mix_number(hash, item->as.glyphs.size);
    for (uint32_t i = 0; i < item->as.glyphs.count; i++)
        hash = mix_number(mix_number(hash, item->as.glyphs.glyph[i].id),
                          item->as.glyphs.glyph[i].advance);
    return hash;
}

static uint64_t mix_figure(uint64_t hash, const cv_figure *figure) {
    const cv_image *image = figure->image;
    hash = mix_number(mix_number(hash, figure->width), figure->height);
    hash = mix_number(mix_number(hash, figure->shape), image->orientation);
    return mix(hash, image->data.data, image->data.size);
}

static uint64_t mix_item(uint64_t hash, const cv_display *display, const cv_item *item) {
    hash = mix_number(mix_number(mix_number(hash, item->kind), item->at.x), item->at.y);
    switch (item->kind) {
    case CV_ITEM_GLYPHS: return mix_glyphs(hash, display, item);
    case CV_ITEM_RULE: return mix_number(hash, item->as.rule.width);
    case CV_ITEM_LINK: {
        const char *uri = display->structure->items[item->mark].uri;
        for (; uri && *uri; uri++) hash = mix(hash, uri, 1);
        return hash;
    }
    case CV_ITEM_FIGURE: return mix_figure(hash, item->as.figure);
    }
    return hash;
}

// Of what is drawn; never 0.
static uint64_t hash_pages(const cv_display *display) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < display->pages.count; i++) {
        const cv_page *page = &display->pages.items[i];
        hash = mix_number(mix_number(hash, page->width), page->height);
        for (size_t j = 0; j < page->items.count; j++)
            hash = mix_item(hash, display, &page->items.items[j]);
    }
    return hash ? hash : 1;
}

static void check_budget(cv_job *part) {
    size_t pages = part->display ? part->display->pages.count : 0, most = part->asked.max_pages;
    if (!most || pages <= most) return;
    cv_report_add(&part->report, CV_OVER_BUDGET, (cv_span){0},
                  most == 1 ? "there are %zu pages, and %zu is allowed"
                            : "there are %zu pages, and %zu are allowed",
                  pages, most)
        ->hint = "leave something out, or let 'fit: {pages: N}' find room for it";
}

static void review(cv_job *part) {
    bool is_set = part->display && !part->report.errors;
    cv_review subject = {
        .full = part->full,
        .shown = part->selected,
        .style = part->style,
        .document = is_set ? part->document : NULL,
        .lines = is_set ? part->lines : NULL,
        .arena = part->arena,
        .report = &part->report,
    };
    cv_review_run(&subject);
    cv_job_review_photo(part);
}

// A variant may show nothing because what it names does not exist, which has been said.
static void drop_consequences(cv_report *report) {
    for (cv_diagnostic **link = &report->first; *link;) {
        if ((*link)->problem != CV_NOTHING_SHOWN) {
            link = &(*link)->next;
            continue;
        }
        *link = (*link)->next;
        report->stored[CV_WARNING]--;
        report->warnings--;
    }
}

// False if ICU is broken.
static bool check_variant(checker *self, const char *variant) {
    cv_job *whole = self->job;
    if (whole->asked.cache) cv_cache_trim(whole->asked.cache);
    cv_arena *arena = cv_arena_child(whole->arena);
    cv_job *part = CV_NEW(arena, cv_job);
    *part = (cv_job){.arena = arena,
                     .engine = whole->engine,
                     .asked = whole->asked,
                     .last = CV_STAGE_PAGES,
                     .silences = whole->silences,
                     .data_shelf = &self->data_shelf};
    part->asked.variant = variant;
    part->asked.is_strict = false; // that is for the whole to judge
    cv_report_init(&part->report, arena);
    part->files = cv_files_create(part->asked.directory, part->asked.root, arena, &part->report);
    cv_request request = cv_request_read(&part->asked, arena, &part->report);
    request.tailor.prepared = self->prepared;
    cvpdf_status status = cv_job_set(part, self->tree, &request);
    if (status == CVPDF_OK && cv_job_has_fonts_of_files(part)) cv_job_write_pdf(part, NULL);
    check_budget(part);
    review(part);
    cv_output output = part->outputs.items[0];
    cv_made made = {0};
    if (output.variant) made.variant = cv_copy_string(whole->arena, output.variant);
    if (output.name) made.output = cv_copy_string(whole->arena, output.name);
    if (part->display && !part->report.errors) made.pages_hash = hash_pages(part->display);
    if (part->display && part->display->pages.count > whole->pages)
        whole->pages = part->display->pages.count;
    CV_PUSH(whole->arena, &self->made, made);
    CV_PUSH(whole->arena, &whole->outputs, (cv_output){made.variant, made.output});
    if (whole->report.errors) drop_consequences(&part->report);
    cv_merger_add(&self->merger, variant ? variant : "base", &part->report);
    cv_arena_destroy(arena);
    return status != CVPDF_INTERNAL;
}

static cv_report quiet_report(const cv_job *job) {
    cv_report quiet;
    cv_report_init(&quiet, job->arena);
    quiet.sources = job->report.sources;
    return quiet;
}

// The names alone: what is wrong with their outputs is said when each is checked.
static cv_outputs list_variants(const checker *self, const cv_request *request) {
    cv_report quiet = quiet_report(self->job);
    return cv_tailor_list(self->tree, &request->tailor, self->job->arena, &quiet);
}

static bool check_variants(checker *self, const cv_request *request) {
    const char *asked = self->job->asked.variant;
    if (asked) return check_variant(self, asked);
    cv_outputs outputs = list_variants(self, request);
    bool is_sound = outputs.count || check_variant(self, NULL); // no mapping: the decoder says so
    for (size_t i = 0; i < outputs.count && is_sound; i++)
        is_sound = check_variant(self, outputs.items[i].variant);
    return is_sound;
}

static void close_cache(void *handle) { cvpdf_cache_free(*(cvpdf_cache **)handle); }

// Variants have much in common.
static cvpdf_cache *own_cache(cv_arena *arena) {
    cvpdf_cache **cache = CV_NEW(arena, cvpdf_cache *);
    cv_arena_defer(arena, close_cache, cache);
    *cache = cvpdf_cache_create();
    return *cache;
}

// As the command line has it; a variant cannot change it. Wrong codes on the command line need
// their sources.
static void read_silences(checker *self, const cv_request *request) {
    cv_job *job = self->job;
    const cv_node *tree = self->tree;
    if (job->asked.setting_count) {
        cv_tailor_options options = request->tailor;
        options.variant = NULL;
        cv_report quiet = quiet_report(job);
        tree = cv_tailor(tree, &options, job->arena, &quiet)->tree;
        job->report.sources = quiet.sources;
    }
    job->silences = cv_silences_read(tree, self->tree, job->arena, &job->report);
    cv_silences_apply(job->silences, &job->report);
}

// Whether a silence has nothing to do can be said only where everything was looked at: the rules of
// the review stop at a full report.
static void check_silences(cv_job *job) {
    const cv_report *report = &job->report;
    if (cv_report_is_full(report, CV_WARNING) || cv_report_is_full(report, CV_NOTE)) return;
    if (!report->errors && !report->dropped && !job->asked.variant)
        cv_silences_report_idle(job->silences, &job->report);
}

cvpdf_status cv_job_check(cv_job *job) {
    cv_arena *arena = job->arena;
    cv_report *report = &job->report;
    if (!job->asked.cache) job->asked.cache = own_cache(arena);
    cv_request request = cv_request_read(&job->asked, arena, report);
    checker self = {.job = job, .merger.report = report, .data_shelf.arena = arena};
    self.tree = cv_job_read_source(job, &request);
    if (!self.tree) return CVPDF_REJECTED;
    read_silences(&self, &request);
    if (self.tree->kind == CV_NODE_MAP && !request.tailor.prepared)
        request.tailor.prepared =
            cv_tailor_prepare(self.tree, job->asked.locks_facts, arena, report);
    self.prepared = request.tailor.prepared;
    if (!check_variants(&self, &request)) return CVPDF_INTERNAL;
    cv_merger_finish(&self.merger);
    if (!job->asked.variant) cv_review_outputs(&self.made, self.tree, report);
    if (!job->asked.variant && !report->errors) cv_review_leftovers(self.tree, arena, report);
    check_silences(job);
    return cv_job_is_rejected(job) ? CVPDF_REJECTED : CVPDF_OK;
}
