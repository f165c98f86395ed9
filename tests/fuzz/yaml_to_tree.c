// SPDX-License-Identifier: MIT
// yaml_to_tree.c - any bytes as YAML, or as JSON where they are that.
#include "fuzz.h"
#include "read_twice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_twice("input", data, size);
    return 0;
}
