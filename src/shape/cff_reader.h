// SPDX-License-Identifier: MIT
// cff_reader.h - the pieces of a CFF font program: numbers, INDEX structures, operands of a DICT.
//
// Nothing is read past the end: a reader that would notes that it has failed, and stays there.
#ifndef CV_SHAPE_CFF_READER_H
#define CV_SHAPE_CFF_READER_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cv_cff_reader {
    cv_bytes bytes;
    size_t at;
    bool has_failed;
} cv_cff_reader;

unsigned cv_cff_byte(cv_cff_reader *reader);

// A number of `size` bytes.
uint32_t cv_cff_number(cv_cff_reader *reader, unsigned size);

// An INDEX: objects one behind the other.
typedef struct cv_cff_index {
    uint32_t count;
    unsigned offset_size;
    size_t offsets; // where the array of them is
    size_t data;    // what they count from: the byte before the first object
    size_t end;
} cv_cff_index;

// The INDEX at the reader, which then is behind it. Fails on one whose objects are out of order.
cv_cff_index cv_cff_read_index(cv_cff_reader *reader);

// The same without a look at the objects, which takes no time; the reader is anywhere then.
cv_cff_index cv_cff_find_index(cv_cff_reader *reader);

// The bytes of an object; none for a number that is too large.
cv_bytes cv_cff_object(cv_bytes program, const cv_cff_index *objects, uint32_t number);

// The operand of a DICT that begins with `first`; of a real number only the place behind it counts.
int64_t cv_cff_operand(cv_cff_reader *reader, unsigned first);

// The next entry of a DICT: its operator, with ESCAPE before the second byte of a longer one, and
// its last two operands. False at the end, or after a failure.
typedef struct cv_cff_entry {
    unsigned name;
    int64_t before_last, last;
    bool is_real; // the last one, of which only the place behind it is known
} cv_cff_entry;

enum { CV_CFF_ESCAPE = 12 };

bool cv_cff_next(cv_cff_reader *dict, cv_cff_entry *entry);

#endif
