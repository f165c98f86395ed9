// SPDX-License-Identifier: MIT
// schema.c - the keys of all rooms, as one JSON Schema.
#include "library/pipeline.h"

#include "export/schema.h"
#include "library/engine.h"
#include "style/goal.h"

cvpdf_status cv_job_describe(cv_job *job) {
    cv_schema schema = {.arena = job->arena};
    cv_resume_describe(&schema);
    cv_design_describe(&schema);
    cv_variants_describe(&schema);
    cv_goal_describe(&schema);
    cv_silences_describe(&schema);
    job->output = cv_schema_write(&schema, cv_engine_file("data/schema/frame.json"));
    return job->output.data ? CVPDF_OK : CVPDF_NO_MEMORY;
}
