// SPDX-License-Identifier: MIT
// dump.c - any stage as text, for golden tests and the curious.
#include "library/pipeline.h"

cv_bytes cv_job_dump(const cv_job *job) {
    cv_text_builder out = {.arena = job->arena};
    switch (job->last) {
    case CV_STAGE_TREE: cv_tree_dump(job->tree, &job->report, &out); break;
    case CV_STAGE_RESUME: cv_resume_dump(job->resume, &out); break;
    case CV_STAGE_STYLE: cv_style_dump(job->style, &out); break;
    case CV_STAGE_BLOCKS: cv_document_dump(job->document, &out); break;
    case CV_STAGE_LINES: cv_lines_dump(job->document, job->lines, &out); break;
    case CV_STAGE_PAGES: cv_display_dump(job->display, &out); break;
    case CV_STAGE_TAGS: cv_structure_dump(&job->document->structure, &out); break;
    case CV_STAGE_JSON: return job->json;
    case CV_STAGE_DIAGNOSTICS: // the findings are all there is
    case CV_STAGE_PDF: break;
    }
    return (cv_bytes){(const unsigned char *)out.bytes, out.size};
}
