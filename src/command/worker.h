// SPDX-License-Identifier: MIT
// worker.h - the life of a worker process: tasks come in, answers go out.
#ifndef CV_COMMAND_WORKER_H
#define CV_COMMAND_WORKER_H

#include "command/plan.h"

// Serves the descriptor `channel` until it ends: a number of a task of `plan` comes as uint32_t, an
// answer goes as a cv_answer_head and its body. Returns what the process is to exit with.
int cv_worker_serve(const cv_plan *plan, int channel);

#endif
