// SPDX-License-Identifier: MIT
// shim.c - preloaded into cvpdf: memory that runs out, and files that are read and written
// piecemeal.
//
// FAULT_OF=NAME      whose allocations are counted: of cvpdf itself ("program"), of libharu
// ("hpdf"),
//                    of the C library ("libc"), of HarfBuzz and its subset library ("harfbuzz"), or
//                    of every other library ("other")
// FAULT_AT=K         the K-th of them fails; 0: none
// FAULT_ON=1         and all that follow
// FAULT_REPORT=FILE  gets "COUNT LOST" at the end: how many there were, and how many bytes of the
//                    program's own were never freed
// FAULT_PIECE=N      no read() and no write() moves more than N bytes
//
// A crash ends the program with 98 where it is in a library, with 99 where it is in cvpdf.
#include <errno.h>
#include <link.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void __libc_free(void *memory);

typedef enum caller { PROGRAM, HPDF, LIBC, HARFBUZZ, OTHER, LOADER, CALLERS } caller;

typedef struct segment {
    uintptr_t begin, end;
    caller owner;
} segment;

enum { MOST_SEGMENTS = 512, LIVE_SLOTS = 1 << 16 };

static segment segments[MOST_SEGMENTS];
static size_t segment_count;
static bool is_ready, fails_on;
static caller watched = CALLERS;
static unsigned long counted, fails_at;

typedef struct live {
    void *memory;
    size_t size;
} live;
static live own[LIVE_SLOTS]; // what the program holds
static size_t own_bytes;

static caller owner_of_library(const char *name) {
    if (!*name || strstr(name, "libcvpdf")) return PROGRAM;
    if (strstr(name, "libhpdf")) return HPDF;
    if (strstr(name, "libc.so")) return LIBC;
    if (strstr(name, "libharfbuzz")) return HARFBUZZ;
    bool is_loader = strstr(name, "ld-linux") || strstr(name, "fault_shim") || strstr(name, "vdso");
    return is_loader ? LOADER : OTHER;
}

static int note_library(struct dl_phdr_info *info, size_t size, void *data) {
    (void)size;
    (void)data;
    caller owner = owner_of_library(info->dlpi_name);
    for (int i = 0; i < info->dlpi_phnum && segment_count < MOST_SEGMENTS; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        uintptr_t begin = info->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_LOAD && part->p_flags & PF_X)
            segments[segment_count++] = (segment){begin, begin + part->p_memsz, owner};
    }
    return 0;
}

static caller find_owner(const void *place) {
    uintptr_t at = (uintptr_t)place;
    for (size_t i = 0; i < segment_count; i++)
        if (at >= segments[i].begin && at < segments[i].end) return segments[i].owner;
    return LOADER;
}

static const void *crash_place(const ucontext_t *context) {
#if defined(__x86_64__)
    return (const void *)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return (const void *)context->uc_mcontext.pc;
#else
    (void)context;
    return NULL;
#endif
}

static void crash(int number, siginfo_t *info, void *context) {
    (void)number;
    (void)info;
    caller owner = find_owner(crash_place(context));
    _exit(owner == HPDF || owner == HARFBUZZ || owner == OTHER ? 98 : 99);
}

__attribute__((constructor)) static void start(void) {
    static const char *const names[] = {"program", "hpdf", "libc", "harfbuzz", "other"};
    const char *of = getenv("FAULT_OF"), *at = getenv("FAULT_AT");
    dl_iterate_phdr(note_library, NULL);
    for (int i = 0; of && i < LOADER; i++)
        if (strcmp(of, names[i]) == 0) watched = (caller)i;
    fails_at = at ? strtoul(at, NULL, 10) : 0;
    fails_on = getenv("FAULT_ON") != NULL;
    struct sigaction action = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO};
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    is_ready = true;
}

__attribute__((destructor)) static void report(void) {
    const char *name = getenv("FAULT_REPORT");
    is_ready = false;
    FILE *file = name ? fopen(name, "w") : NULL;
    if (!file) return;
    fprintf(file, "%lu %zu\n", counted, own_bytes);
    fclose(file);
}

// Counts an allocation of `owner`; true if it is to fail.
static bool fails(caller owner) {
    if (!is_ready || owner != watched) return false;
    counted++;
    return fails_at && (fails_on ? counted >= fails_at : counted == fails_at);
}

static live *slot_of(const void *memory) {
    size_t at = ((uintptr_t)memory >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 48;
    while (own[at].memory && own[at].memory != memory) at = (at + 1) % LIVE_SLOTS;
    return &own[at];
}

static void *keep(void *memory, size_t size, caller owner) {
    if (!is_ready || owner != PROGRAM || !memory) return memory;
    *slot_of(memory) = (live){memory, size};
    own_bytes += size;
    return memory;
}

// Slots stay taken, of no size: a search goes on past them.
static void forget(void *memory) {
    if (!memory) return;
    live *slot = slot_of(memory);
    own_bytes -= slot->memory ? slot->size : 0;
    slot->size = 0;
}

static void *run_out(void) {
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) {
    caller owner = find_owner(__builtin_return_address(0));
    return fails(owner) ? run_out() : keep(__libc_malloc(size), size, owner);
}

void *calloc(size_t count, size_t size) {
    caller owner = find_owner(__builtin_return_address(0));
    return fails(owner) ? run_out() : keep(__libc_calloc(count, size), count * size, owner);
}

void *realloc(void *memory, size_t size) {
    caller owner = find_owner(__builtin_return_address(0));
    if (fails(owner)) return run_out();
    void *moved = __libc_realloc(memory, size);
    if (moved) forget(memory);
    return keep(moved, size, owner);
}

void free(void *memory) {
    forget(memory);
    __libc_free(memory);
}

// Not static: glibc's checked read() and write() are inline functions around those below.
size_t piece(size_t size);

size_t piece(size_t size) {
    const char *most = getenv("FAULT_PIECE");
    size_t bytes = most ? strtoul(most, NULL, 10) : size;
    return bytes < size ? bytes : size;
}

ssize_t read(int file, void *bytes, size_t size) {
    return syscall(SYS_read, file, bytes, piece(size));
}

ssize_t write(int file, const void *bytes, size_t size) {
    return syscall(SYS_write, file, bytes, piece(size));
}
