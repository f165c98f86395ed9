// SPDX-License-Identifier: MIT
// variants.c - jobs about what is said, not how it is set: they end before the style.
#include "library/pipeline.h"

#include "library/cache.h"
#include "select/select.h"

typedef struct statement {
    const cv_tailored *tailored; // NULL if the source cannot be read
    const cv_resume *full;
} statement;

static bool is_same_source(const cvpdf_job *a, const cvpdf_job *b) {
    return a->source.data == b->source.data && a->source.size == b->source.size &&
           cv_equal(a->name, b->name);
}

static const cv_node *read_tree(cv_job *job, const cvpdf_job *asked, cv_tailor_options *options) {
    cv_request request = cv_request_read(asked, job->arena, &job->report);
    *options = request.tailor;
    return cv_tree_read(request.source, job->arena, &job->report);
}

static statement decode(cv_job *job, const cv_node *tree, const cv_tailor_options *options) {
    if (!tree) return (statement){0};
    const cv_tailored *tailored = cv_tailor(tree, options, job->arena, &job->report);
    return (statement){tailored, cv_resume_decode(tailored->tree, job->arena, &job->report)};
}

static const cv_resume *select_shown(cv_job *job, const statement *made) {
    return cv_select(made->full, &made->tailored->selection, job->arena, &job->report);
}

static cvpdf_status finish(cv_job *job, const cv_text_builder *out) {
    if (cv_job_is_rejected(job)) return CVPDF_REJECTED;
    job->output = (cv_bytes){(const unsigned char *)cv_text_string(out), out->size};
    return CVPDF_OK;
}

cvpdf_status cv_job_list(cv_job *job) {
    cv_request request = cv_request_read(&job->asked, job->arena, &job->report);
    const cv_node *tree = cv_job_read_source(job, &request);
    if (!tree) return CVPDF_REJECTED;
    job->tree = tree;
    cv_job_silence(job, tree);
    job->outputs = cv_tailor_list(tree, &request.tailor, job->arena, &job->report);
    return cv_job_is_rejected(job) ? CVPDF_REJECTED : CVPDF_OK;
}

cvpdf_status cv_job_find(cv_job *job) {
    cv_request request = cv_request_read(&job->asked, job->arena, &job->report);
    const cv_node *tree = cv_job_read_source(job, &request);
    if (!tree) return CVPDF_REJECTED;
    job->tree = tree;
    cv_job_silence(job, tree);
    CV_PUSH(job->arena, &job->outputs,
            cv_tailor_find(tree, &request.tailor, job->arena, &job->report));
    return cv_job_is_rejected(job) ? CVPDF_REJECTED : CVPDF_OK;
}

cvpdf_status cv_job_explain(cv_job *job) {
    cv_tailor_options options;
    cv_text_builder out = {.arena = job->arena};
    const cv_node *tree = read_tree(job, &job->asked, &options);
    statement made = decode(job, tree, &options);
    if (!made.tailored) return CVPDF_REJECTED;
    job->tree = made.tailored->tree;
    cv_job_silence(job, tree);
    select_shown(job, &made); // for its findings
    cv_why_write(made.full, &made.tailored->selection, &job->report, &out);
    return finish(job, &out);
}

static void silence_both(cv_job *job, const statement *from, const cv_node *tree,
                         const statement *to, const cv_node *other_tree) {
    cv_report *report = &job->report;
    cv_silences *one = cv_silences_read(from->tailored->tree, tree, job->arena, report);
    cv_silences *other = cv_silences_read(to->tailored->tree, other_tree, job->arena, report);
    cv_silences_apply_both(one, other, report);
}

// Two variants of one text are made of one tree, so that nothing is found twice.
cvpdf_status cv_job_compare(cv_job *job) {
    cv_tailor_options options, other_options;
    cv_text_builder out = {.arena = job->arena};
    const cv_node *tree = read_tree(job, &job->asked, &options), *other_tree = tree;
    if (is_same_source(&job->asked, &job->other))
        other_options = cv_request_read(&job->other, job->arena, &job->report).tailor;
    else
        other_tree = read_tree(job, &job->other, &other_options);
    statement from = decode(job, tree, &options);
    statement to = decode(job, other_tree, &other_options);
    if (!from.tailored || !to.tailored) return CVPDF_REJECTED;
    job->tree = to.tailored->tree;
    if (other_tree == tree)
        cv_job_silence(job, tree);
    else
        silence_both(job, &from, tree, &to, other_tree);
    cv_diff_write(select_shown(job, &from), select_shown(job, &to), &job->report, &out);
    return finish(job, &out);
}
