// SPDX-License-Identifier: MIT
// replay.c - runs a fuzz target on every file of the given folders, without libFuzzer.
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 20, PATH_ROOM = 4096 };

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    static uint8_t bytes[MOST_BYTES];
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    uint8_t *exact = malloc(size ? size : 1); // so that a sanitizer sees a read past the end
    if (!exact) return 1;
    memcpy(exact, bytes, size);
    fprintf(stderr, "%s\n", path); // the last one named is the one that failed
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

static int replay_folder(const char *folder, int *count) {
    DIR *listing = opendir(folder);
    if (!listing) {
        perror(folder);
        return 1;
    }
    int failed = 0;
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (entry->d_name[0] == '.') continue;
        char path[PATH_ROOM];
        int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (length < 0 || length >= PATH_ROOM || replay_file(path) != 0) failed = 1;
        ++*count;
    }
    closedir(listing);
    return failed;
}

int main(int argc, char **argv) {
    int failed = 0, count = 0;
    for (int i = 1; i < argc; i++) failed |= replay_folder(argv[i], &count);
    if (count == 0) {
        fprintf(stderr, "no inputs: this test would prove nothing\n");
        return 1;
    }
    return failed;
}
