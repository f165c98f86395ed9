// SPDX-License-Identifier: MIT
// export.h - the model in formats of others.
#ifndef CV_EXPORT_EXPORT_H
#define CV_EXPORT_EXPORT_H

#include "base/text.h"
#include "resume/resume.h"

// What the page shows as JSON Resume 1.x, in the one form that docs/embedded.md describes: nothing
// that is not on the page, and equal bytes for equal models. `data` NULL if memory ran out.
cv_bytes cv_export_json(const cv_resume *resume, cv_arena *arena);

#endif
