// SPDX-License-Identifier: MIT
// name_table.c - a crit-bit tree of strings (D. J. Bernstein, "Crit-bit trees", 2004).
#include "source/name_table.h"

#include <stddef.h>
#include <string.h>

// A leaf holds a name; a fork says which bit tells the names on its two sides apart.
typedef struct cv_name_fork {
    const char *name; // NULL in a fork
    uint32_t number;
    unsigned bit;
    size_t byte;
    struct cv_name_fork *sides[2];
} cv_name_fork;

static cv_name_fork **side_of(cv_name_fork *fork, const char *name, size_t length) {
    unsigned byte = fork->byte < length ? (unsigned char)name[fork->byte] : 0;
    return &fork->sides[(byte & fork->bit) != 0];
}

static cv_name_fork *make_leaf(const char *name, cv_arena *arena) {
    cv_name_fork *leaf = CV_NEW(arena, cv_name_fork);
    leaf->name = name;
    return leaf;
}

static unsigned highest_bit(unsigned bits) {
    while (bits & (bits - 1)) bits &= bits - 1;
    return bits;
}

uint32_t *cv_name_number(cv_name_table *table, const char *name, cv_arena *arena) {
    if (!table->root) table->root = make_leaf(name, arena);
    size_t length = strlen(name), byte = 0;
    cv_name_fork *nearest = table->root;
    while (!nearest->name) nearest = *side_of(nearest, name, length);
    while (nearest->name[byte] == name[byte])
        if (!name[byte++]) return &nearest->number;

    unsigned char differing = (unsigned char)(nearest->name[byte] ^ name[byte]);
    unsigned bit = highest_bit(differing);
    cv_name_fork **link = &table->root;
    while (!(*link)->name &&
           ((*link)->byte < byte || ((*link)->byte == byte && (*link)->bit > bit)))
        link = side_of(*link, name, length);
    cv_name_fork *fork = CV_NEW(arena, cv_name_fork);
    *fork = (cv_name_fork){.byte = byte, .bit = bit, .sides = {*link, *link}};
    *link = fork;
    cv_name_fork *leaf = make_leaf(name, arena);
    *side_of(fork, name, length) = leaf;
    return &leaf->number;
}
