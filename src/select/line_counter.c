// SPDX-License-Identifier: MIT
// line_counter.c - counts on from the place before.
#include "select/line_counter.h"

unsigned cv_line_counter_find(cv_line_counter *counter, const cv_report *report, cv_span span) {
    if (span.source >= report->sources.count) return 1;
    cv_bytes bytes = report->sources.items[span.source].bytes;
    if (counter->source != span.source || counter->offset > span.begin)
        *counter = (cv_line_counter){.source = span.source};
    for (; counter->offset < span.begin && counter->offset < bytes.size; counter->offset++) {
        unsigned char byte = bytes.data[counter->offset];
        bool is_last = counter->offset + 1 >= bytes.size;
        bool ends_line =
            byte == '\n' || (byte == '\r' && (is_last || bytes.data[counter->offset + 1] != '\n'));
        counter->lines += ends_line;
    }
    return counter->lines + 1;
}
