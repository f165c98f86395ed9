// SPDX-License-Identifier: MIT
#include "base/array.h"

#include "support.h"

typedef struct pair {
    int a, b;
} pair;

static void keeps_all_items_in_order_while_it_grows(support *self) {
    struct CV_ARRAY(pair) pairs = {0};
    for (int i = 0; i < 1000; i++) {
        CV_PUSH(self->arena, &pairs, (pair){i, -i});
        assert_true(pairs.count <= pairs.room);
    }
    assert_int_equal(pairs.count, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(pairs.items[i].a, i);
        assert_int_equal(pairs.items[i].b, -i);
    }
}

static void doubles_its_room_from_eight(support *self) {
    struct CV_ARRAY(char) bytes = {0};
    static const size_t rooms[] = {8, 16, 32, 64};
    size_t step = 0;
    for (int i = 0; i < 64; i++) {
        CV_PUSH(self->arena, &bytes, (char)i);
        if (bytes.count > rooms[step]) step++;
        assert_int_equal(bytes.room, rooms[step]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(keeps_all_items_in_order_while_it_grows),
        SUPPORT_TEST(doubles_its_room_from_eight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
