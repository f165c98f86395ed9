// SPDX-License-Identifier: MIT
// cff_reader.c - Adobe Technical Note 5176, chapters 3 to 5.
#include "shape/cff_reader.h"

enum { FIRST_OPERAND = 22, REAL = 30 }; // lower bytes are operators

unsigned cv_cff_byte(cv_cff_reader *reader) {
    if (reader->at < reader->bytes.size) return reader->bytes.data[reader->at++];
    reader->has_failed = true;
    return 0;
}

uint32_t cv_cff_number(cv_cff_reader *reader, unsigned size) {
    uint32_t number = 0;
    while (size--) number = number << 8 | cv_cff_byte(reader);
    return number;
}

static uint32_t offset_at(cv_bytes bytes, const cv_cff_index *objects, uint32_t number) {
    cv_cff_reader at = {bytes, objects->offsets + (size_t)number * objects->offset_size, false};
    return cv_cff_number(&at, objects->offset_size);
}

// Offsets grow from 1 on and end within the bytes.
static bool has_sound_offsets(cv_bytes bytes, const cv_cff_index *objects) {
    uint32_t before = offset_at(bytes, objects, 0);
    if (before != 1) return false;
    for (uint32_t i = 1; i <= objects->count; i++) {
        uint32_t next = offset_at(bytes, objects, i);
        if (next < before || next > bytes.size) return false;
        before = next;
    }
    return true;
}

static bool read_places(cv_cff_reader *reader, cv_cff_index *objects) {
    objects->offset_size = cv_cff_byte(reader);
    objects->offsets = reader->at;
    size_t size = ((size_t)objects->count + 1) * objects->offset_size;
    if (objects->offset_size < 1 || objects->offset_size > 4 ||
        size > reader->bytes.size - reader->at)
        return false;
    objects->data = objects->offsets + size - 1;
    return true;
}

cv_cff_index cv_cff_read_index(cv_cff_reader *reader) {
    cv_cff_index objects = {.count = cv_cff_number(reader, 2)};
    objects.end = reader->at;
    if (objects.count == 0 || reader->has_failed) return objects;
    if (!read_places(reader, &objects) || !has_sound_offsets(reader->bytes, &objects)) {
        reader->has_failed = true;
        return objects;
    }
    objects.end = objects.data + offset_at(reader->bytes, &objects, objects.count);
    if (objects.end > reader->bytes.size) reader->has_failed = true;
    reader->at = objects.end;
    return objects;
}

cv_cff_index cv_cff_find_index(cv_cff_reader *reader) {
    cv_cff_index objects = {.count = cv_cff_number(reader, 2)};
    if (objects.count && !reader->has_failed && !read_places(reader, &objects))
        reader->has_failed = true;
    return objects;
}

cv_bytes cv_cff_object(cv_bytes program, const cv_cff_index *objects, uint32_t number) {
    if (number >= objects->count) return (cv_bytes){NULL, 0};
    uint32_t begin = offset_at(program, objects, number);
    uint32_t end = offset_at(program, objects, number + 1);
    if (begin < 1 || end < begin || objects->data + end > program.size) return (cv_bytes){NULL, 0};
    return (cv_bytes){program.data + objects->data + begin, end - begin};
}

int64_t cv_cff_operand(cv_cff_reader *reader, unsigned first) {
    if (first >= 32 && first <= 246) return (int64_t)first - 139;
    if (first >= 247 && first <= 250)
        return (int64_t)(first - 247) * 256 + cv_cff_byte(reader) + 108;
    if (first >= 251 && first <= 254)
        return -(int64_t)(first - 251) * 256 - cv_cff_byte(reader) - 108;
    if (first == 28) return (int16_t)cv_cff_number(reader, 2);
    if (first == 29) return (int32_t)cv_cff_number(reader, 4);
    if (first == REAL)
        while (!reader->has_failed && (cv_cff_byte(reader) & 0x0F) != 0x0F) continue;
    else
        reader->has_failed = true;
    return 0;
}

bool cv_cff_next(cv_cff_reader *dict, cv_cff_entry *entry) {
    *entry = (cv_cff_entry){0};
    while (dict->at < dict->bytes.size && !dict->has_failed) {
        unsigned byte = cv_cff_byte(dict);
        if (byte < FIRST_OPERAND) {
            entry->name =
                byte == CV_CFF_ESCAPE ? (unsigned)CV_CFF_ESCAPE << 8 | cv_cff_byte(dict) : byte;
            return !dict->has_failed;
        }
        entry->is_real = byte == REAL;
        entry->before_last = entry->last;
        entry->last = cv_cff_operand(dict, byte);
    }
    return false;
}
