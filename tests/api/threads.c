// SPDX-License-Identifier: MIT
// threads.c - threads that share an engine, each with its own result, and half of them with a
// cache, get the bytes that one alone gets.
#include <cvpdf.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, ROUNDS = 4, SIZES = 3 };

static const char text[] = "name: Ada Lovelace\n"
                           "summary: Wrote *notes* on the engine, and its first program.\n"
                           "sections:\n"
                           "  Experience:\n"
                           "    - role: Analyst\n"
                           "      organization: Analytical Engine\n"
                           "      start: 1842\n"
                           "      end: 1843\n"
                           "      bullets: [Computed numbers of Bernoulli., Corrected Babbage.]\n";
static const char *const sizes[] = {"9pt", "10pt", "11pt"};

typedef struct rendering {
    unsigned char *bytes;
    size_t size;
} rendering;

typedef struct share {
    const cvpdf_engine *engine;
    const rendering *expected; // [SIZES]
    cvpdf_cache *cache;        // or NULL
    size_t first;              // which of `sizes` it begins with
    int is_right;
} share;

// The resume in one of the sizes; `*to` has NULL bytes where that fails.
static void render(const cvpdf_engine *engine, cvpdf_cache *cache, size_t which, rendering *to) {
    cvpdf_setting setting = {"design.font.size", sizes[which], NULL};
    cvpdf_job job = {0};
    job.size = sizeof job;
    job.name = "ada.yaml";
    job.source.data = (const unsigned char *)text;
    job.source.size = sizeof text - 1;
    job.settings = &setting;
    job.setting_count = 1;
    job.cache = cache;

    cvpdf_result *result = NULL;
    *to = (rendering){NULL, 0};
    if (cvpdf_render(engine, &job, &result) == CVPDF_OK) {
        cvpdf_bytes pdf = cvpdf_result_bytes(result);
        to->bytes = malloc(pdf.size);
        to->size = pdf.size;
        if (to->bytes) memcpy(to->bytes, pdf.data, pdf.size);
    }
    cvpdf_result_free(result);
}

static int is_same(const rendering *a, const rendering *b) {
    return a->bytes && b->bytes && a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

static void *work(void *context) {
    share *self = context;
    self->is_right = 1;
    for (size_t i = 0; i < (size_t)ROUNDS * SIZES; i++) {
        size_t which = (self->first + i) % SIZES;
        rendering got;
        render(self->engine, self->cache, which, &got);
        if (!is_same(&got, &self->expected[which])) self->is_right = 0;
        free(got.bytes);
    }
    return NULL;
}

static int run_threads(const cvpdf_engine *engine, const rendering *expected) {
    pthread_t threads[THREADS];
    share shares[THREADS];
    size_t started = 0;
    int is_right = 1;
    for (; started < THREADS; started++) {
        share *mine = &shares[started];
        *mine = (share){engine, expected, NULL, started, 0};
        if (started % 2) mine->cache = cvpdf_cache_create();
        if (pthread_create(&threads[started], NULL, work, mine) != 0) break;
    }
    for (size_t i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
        cvpdf_cache_free(shares[i].cache);
        is_right = is_right && shares[i].is_right;
    }
    return is_right && started == THREADS;
}

int main(void) {
    cvpdf_engine *engine = cvpdf_engine_create();
    if (!engine) return 1;
    rendering expected[SIZES];
    for (size_t i = 0; i < SIZES; i++) render(engine, NULL, i, &expected[i]);
    int is_right = expected[0].bytes && !is_same(&expected[0], &expected[1]);
    is_right = is_right && run_threads(engine, expected);
    for (size_t i = 0; i < SIZES; i++) free(expected[i].bytes);
    cvpdf_engine_free(engine);
    if (!is_right) fputs("the threads did not get what one alone gets\n", stderr);
    return is_right ? 0 : 1;
}
