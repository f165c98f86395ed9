// SPDX-License-Identifier: MIT
// cache.c - the caches of the rooms, as one, and the source that was read last.
//
// Spans say where in which source, by number. The resume is number 0 of every report, so that those
// of a kept tree are right in all.
#include "library/cache.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHAPES_LIMIT = 1 << 20,  // bytes: five times what the texts of two pages take
    STREAMS_LIMIT = 1 << 19, // eight times what four faces take
    SUBSETS_LIMIT = 1 << 18, // ten times what three faces take
    DATA_LIMIT = 32,         // trees: a theme and the words of some languages
    SOURCE_LIMIT = 64 << 20
};

static void forget(cv_kept_source *kept) {
    if (kept->arena) cv_arena_destroy(kept->arena);
    *kept = (cv_kept_source){0};
}

static void forget_data(cv_data_shelf *data) {
    if (data->arena) cv_arena_destroy(data->arena);
    *data = (cv_data_shelf){0};
}

void cvpdf_cache_free(cvpdf_cache *cache) {
    if (!cache) return;
    forget(&cache->source);
    forget_data(&cache->data);
    cv_memo_destroy(cache->shapes);
    cv_memo_destroy(cache->streams);
    cv_memo_destroy(cache->subsets);
    cv_font_shelf_destroy(cache->fonts);
    free(cache);
}

cvpdf_cache *cvpdf_cache_create(void) {
    cvpdf_cache *cache = calloc(1, sizeof *cache);
    if (!cache) return NULL;
    cache->shapes = cv_memo_create();
    cache->streams = cv_memo_create();
    cache->subsets = cv_memo_create();
    cache->fonts = cv_font_shelf_create();
    if (cache->shapes && cache->streams && cache->subsets && cache->fonts) return cache;
    cvpdf_cache_free(cache);
    return NULL;
}

void cv_cache_trim(cvpdf_cache *cache) {
    bool lost_faces = cv_font_shelf_refresh(cache->fonts);
    cv_memo_trim(cache->shapes, lost_faces ? 0 : SHAPES_LIMIT);
    cv_memo_trim(cache->streams, STREAMS_LIMIT);
    cv_memo_trim(cache->subsets, lost_faces ? 0 : SUBSETS_LIMIT);
}

cv_data_shelf *cv_cache_shelf(cvpdf_cache *cache) {
    if (cache->data.items.count > DATA_LIMIT) forget_data(&cache->data);
    if (!cache->data.arena) cache->data.arena = cv_arena_create(0);
    return cache->data.arena ? &cache->data : NULL;
}

static bool is_kept(const cv_kept_source *kept, const cvpdf_job *asked) {
    return kept->arena && kept->locks_facts == asked->locks_facts &&
           kept->bytes.size == asked->source.size && cv_equal(kept->name, asked->name) &&
           memcmp(kept->bytes.data, asked->source.data, asked->source.size) == 0;
}

// Runs while the recovery point of `kept->arena` is armed.
static void read_kept(cv_kept_source *kept, const cvpdf_job *asked) {
    cv_arena *arena = kept->arena;
    cv_report *report = CV_NEW(arena, cv_report);
    cv_report_init(report, arena);
    const char *copy = cv_copy(arena, (const char *)asked->source.data, asked->source.size);
    kept->name = cv_copy_string(arena, asked->name); // what it is read as hangs on that, too
    kept->bytes = (cvpdf_bytes){(const unsigned char *)copy, asked->source.size};
    cv_bytes bytes = {kept->bytes.data, kept->bytes.size};
    uint32_t source = cv_report_add_source(report, asked->name, bytes);
    const cv_node *tree = cv_tree_read(source, arena, report);
    if (!tree || tree->kind != CV_NODE_MAP) return;
    kept->prepared = cv_tailor_prepare(tree, asked->locks_facts, arena, report);
    if (!report->first) kept->tree = tree;
}

static void keep(cv_kept_source *kept, const cvpdf_job *asked) {
    forget(kept);
    kept->arena = cv_arena_create(SOURCE_LIMIT);
    if (!kept->arena) return;
    kept->locks_facts = asked->locks_facts;
    if (setjmp(*cv_arena_recovery(kept->arena)) == 0)
        read_kept(kept, asked);
    else
        forget(kept);
}

const cv_node *cv_job_read_source(cv_job *job, cv_request *request) {
    cvpdf_cache *cache = job->asked.cache;
    if (cache && !is_kept(&cache->source, &job->asked)) keep(&cache->source, &job->asked);
    if (!cache || !cache->source.tree)
        return cv_tree_read(request->source, job->arena, &job->report);
    request->tailor.prepared = cache->source.prepared;
    return cache->source.tree;
}
