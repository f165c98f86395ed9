// SPDX-License-Identifier: MIT
#include "pdf/font_clusters.h"

#include "made_font.h"

static unsigned get16(cv_bytes table, size_t at) {
    return (unsigned)table.data[at] << 8 | table.data[at + 1];
}

static size_t get32(cv_bytes table, size_t at) {
    return (size_t)get16(table, at) << 16 | get16(table, at + 2);
}

static const cv_font *font_of(support *self) {
    cv_document *document = support_document(self, 10);
    cv_shaper *shaper =
        cv_shaper_open(document, support_fonts(self), NULL, self->arena, &self->report);
    return cv_shaper_font(shaper, CV_FACE_REGULAR);
}

// "e" with an acute above and to the right of it.
static cv_cluster accented(support *self, const cv_font *font) {
    cv_cluster_part *parts = CV_NEW_ARRAY(self->arena, cv_cluster_part, 2);
    parts[0] = (cv_cluster_part){.glyph = (uint16_t)cv_font_glyph(font, 'e')};
    parts[1] = (cv_cluster_part){(uint16_t)cv_font_glyph(font, 0xB4), 300, 200};
    return (cv_cluster){.parts = parts, .count = 2, .advance = 1234};
}

static void adds_glyphs_behind_those_of_the_face(support *self) {
    const cv_font *font = font_of(self);
    cv_clusters clusters = {0};
    CV_PUSH(self->arena, &clusters, accented(self, font));
    CV_PUSH(self->arena, &clusters, (cv_cluster){0}); // shows nothing
    cv_cluster_tables tables;
    assert_true(cv_clusters_add(font, &clusters, self->arena, &tables));
    uint32_t count = cv_font_glyph_count(font);
    assert_int_equal(get16(tables.maxp, 4), count + 2);
    assert_int_equal(get16(tables.hmtx, 4 * (size_t)count), 1234);
    assert_int_equal(get16(tables.hmtx, 4 * (size_t)(count + 1)), 0);
    size_t begin = get32(tables.loca, 4 * (size_t)count);
    size_t end = get32(tables.loca, 4 * (size_t)(count + 1));
    assert_int_equal(end - begin, 10 + 2 * 8);
    assert_int_equal(get32(tables.loca, 4 * (size_t)(count + 2)), end);
    assert_int_equal(end, tables.glyf.size);
    assert_int_equal(get16(tables.glyf, begin), 0xFFFF); // a composite
}

static void refuses_more_glyphs_than_a_face_may_have(support *self) {
    const cv_font *font = font_of(self);
    cv_clusters clusters = {.count = CV_CLUSTERS_MOST_GLYPHS - cv_font_glyph_count(font) + 1};
    cv_cluster_tables tables;
    assert_false(cv_clusters_add(font, &clusters, self->arena, &tables));
}

// Left, bottom, right or top of a glyph's box.
static int edge(const cv_cluster_tables *tables, uint32_t glyph, size_t which) {
    size_t begin = get32(tables->loca, 4 * (size_t)glyph);
    return (int16_t)get16(tables->glyf, begin + 2 + 2 * which);
}

static void encloses_the_boxes_of_the_parts(support *self) {
    enum { LEFT, BOTTOM, RIGHT, TOP };
    const cv_font *font = font_of(self);
    cv_clusters clusters = {0};
    CV_PUSH(self->arena, &clusters, accented(self, font));
    cv_cluster_tables tables;
    assert_true(cv_clusters_add(font, &clusters, self->arena, &tables));
    uint32_t made = cv_font_glyph_count(font);
    uint32_t letter = clusters.items[0].parts[0].glyph, accent = clusters.items[0].parts[1].glyph;
    assert_int_equal(edge(&tables, made, LEFT), edge(&tables, letter, LEFT));
    assert_int_equal(edge(&tables, made, BOTTOM), edge(&tables, letter, BOTTOM));
    assert_int_equal(edge(&tables, made, TOP), edge(&tables, accent, TOP) + 200);
    int right = edge(&tables, accent, RIGHT) + 300;
    if (edge(&tables, letter, RIGHT) > right) right = edge(&tables, letter, RIGHT);
    assert_int_equal(edge(&tables, made, RIGHT), right);
}

// Lato in which `glyph` has another left bearing than its outline, as many a font has it.
static const cv_font *font_with_bearing(support *self, uint32_t glyph, int bearing) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *metrics = made_copy(self, file, "hmtx");
    made_put_16(metrics + 4 * (size_t)glyph + 2, (unsigned)bearing);
    made_table table = {"hmtx", {metrics, made_find(file, "hmtx").size}};
    return made_open(self, made_font(self, file, &table, 1));
}

static void moves_parts_by_their_left_bearing(support *self) {
    const cv_font *plain = font_of(self);
    cv_cluster cluster = accented(self, plain);
    uint32_t letter = cluster.parts[0].glyph, made = cv_font_glyph_count(plain);
    cv_clusters clusters = {0};
    CV_PUSH(self->arena, &clusters, cluster);
    const int bearings[] = {-40, 0, 90};
    for (size_t i = 0; i < sizeof bearings / sizeof *bearings; i++) {
        const cv_font *font = font_with_bearing(self, letter, bearings[i]);
        cv_cluster_tables tables;
        assert_true(cv_clusters_add(font, &clusters, self->arena, &tables));
        int left = edge(&tables, letter, 0);
        assert_int_equal(edge(&tables, made, 0), bearings[i]);
        size_t first = get32(tables.loca, 4 * (size_t)made) + 10;
        assert_int_equal((int16_t)get16(tables.glyf, first + 4), bearings[i] - left);
        assert_int_equal((int16_t)get16(tables.glyf, first + 12), 300); // the accent's is right
        assert_int_equal((int16_t)get16(tables.hmtx, 4 * (size_t)made + 2), bearings[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(adds_glyphs_behind_those_of_the_face),
        SUPPORT_TEST(refuses_more_glyphs_than_a_face_may_have),
        SUPPORT_TEST(encloses_the_boxes_of_the_parts),
        SUPPORT_TEST(moves_parts_by_their_left_bearing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
