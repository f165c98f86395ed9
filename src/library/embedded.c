// SPDX-License-Identifier: MIT
// embedded.c - finds an embedded file by its name; the build generates the table.
#include "library/embedded.h"

#include <string.h>

const cv_embedded *cv_embedded_find(const char *name) {
    size_t count;
    const cv_embedded *files = cv_embedded_list(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0) return &files[i];
    return NULL;
}
