// SPDX-License-Identifier: MIT
// fuzz.h - what a fuzz target defines: one run on one input. A broken promise aborts.
#ifndef CV_FUZZ_FUZZ_H
#define CV_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
