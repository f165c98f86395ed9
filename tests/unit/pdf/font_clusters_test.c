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
    cv_clusters_add(cv_face_tables_open(font, self->arena), &clusters, self->arena, &tables);
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
    cv_clusters_add(cv_face_tables_open(font, self->arena), &clusters, self->arena, &tables);
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
        cv_clusters_add(cv_face_tables_open(font, self->arena), &clusters, self->arena, &tables);
        int left = edge(&tables, letter, 0);
        assert_int_equal(edge(&tables, made, 0), bearings[i]);
        size_t first = get32(tables.loca, 4 * (size_t)made) + 10;
        assert_int_equal((int16_t)get16(tables.glyf, first + 4), bearings[i] - left);
        assert_int_equal((int16_t)get16(tables.glyf, first + 12), 300); // the accent's is right
        assert_int_equal((int16_t)get16(tables.hmtx, 4 * (size_t)made + 2), bearings[i]);
    }
}

// Lato whose widths are told of the first glyphs only: the others are as wide as the last of these,
// but have left bearings of their own.
static const cv_font *font_with_few_widths(support *self, uint32_t few, int bearing) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    size_t count = made_16(made_find(file, "maxp").data + 4);
    size_t size = 4 * (size_t)few + 2 * (count - few);
    unsigned char *metrics = CV_NEW_ARRAY(self->arena, unsigned char, size);
    memcpy(metrics, made_find(file, "hmtx").data, 4 * (size_t)few);
    for (size_t i = 0; i < count - few; i++)
        made_put_16(metrics + 4 * (size_t)few + 2 * i, (unsigned)(bearing + (int)i));
    unsigned char *heading = made_copy(self, file, "hhea");
    made_put_16(heading + 34, few);
    made_table tables[] = {{"hmtx", {metrics, size}},
                           {"hhea", {heading, made_find(file, "hhea").size}}};
    return made_open(self, made_font(self, file, tables, 2));
}

static void finds_bearings_where_widths_are_shared(support *self) {
    const cv_font *plain = font_of(self);
    cv_clusters clusters = {0};
    CV_PUSH(self->arena, &clusters, accented(self, plain));
    uint32_t letter = clusters.items[0].parts[0].glyph, made = cv_font_glyph_count(plain);
    const cv_font *font = font_with_few_widths(self, letter - 3, -50);
    cv_cluster_tables tables;
    cv_clusters_add(cv_face_tables_open(font, self->arena), &clusters, self->arena, &tables);
    assert_int_equal(edge(&tables, made, 0), -50 + 3);
    size_t first = get32(tables.loca, 4 * (size_t)made) + 10;
    assert_int_equal((int16_t)get16(tables.glyf, first + 4), -50 + 3 - edge(&tables, letter, 0));
    assert_int_equal(get16(tables.hmtx, 4 * (size_t)letter), // the width
                     get16(tables.hmtx, 4 * (size_t)(letter - 4)));
    assert_int_equal((int16_t)get16(tables.hmtx, 4 * (size_t)letter + 2), -50 + 3);
}

static void knows_what_fits_into_16_bits(support *self) {
    enum { LEFT, BOTTOM, RIGHT, TOP, LEAST = -32768, MOST = 32767 };
    const cv_font *font = font_of(self);
    const cv_face_tables *source = cv_face_tables_open(font, self->arena);
    cv_clusters none = {0};
    cv_cluster_tables tables;
    cv_clusters_add(source, &none, self->arena, &tables);
    uint16_t letter = (uint16_t)cv_font_glyph(font, 'j'); // reaches left and down
    int left = edge(&tables, letter, LEFT), bottom = edge(&tables, letter, BOTTOM);
    int right = edge(&tables, letter, RIGHT), top = edge(&tables, letter, TOP);
    assert_true(left < 0 && bottom < 0 && right > 0 && top > 0);
    const struct {
        int x, y;
        bool fits;
    } cases[] = {
        {0, 0, true},
        {LEAST - left, 0, true},
        {LEAST - left - 1, 0, false},
        {MOST - right, 0, true},
        {MOST - right + 1, 0, false},
        {0, LEAST - bottom, true},
        {0, LEAST - bottom - 1, false},
        {0, MOST - top, true},
        {0, MOST - top + 1, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_cluster_part parts[] = {{.glyph = (uint16_t)cv_font_glyph(font, 'e')},
                                   {letter, (int16_t)cases[i].x, (int16_t)cases[i].y}};
        assert_int_equal(cv_cluster_fits(source, parts, 2), cases[i].fits);
    }
    cv_cluster_part blank = {(uint16_t)cv_font_glyph(font, ' '), MOST, MOST};
    assert_true(cv_cluster_fits(source, &blank, 1));
    // The box begins where the bearing says, but the place of the outline is beyond.
    uint16_t other = (uint16_t)cv_font_glyph(font, 'e');
    assert_true(edge(&tables, other, LEFT) > 0);
    source = cv_face_tables_open(font_with_bearing(self, other, 0), self->arena);
    assert_false(cv_cluster_fits(source, &(cv_cluster_part){other, LEAST, 0}, 1));
}

static void counts_no_further_than_tables_can(support *self) {
    enum { POINTS = 6, COMPOSITE_POINTS = 10, COMPOSITE_CONTOURS = 12, PARTS = 28, DEPTH = 30 };
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *maxp = made_copy(self, file, "maxp");
    made_put_16(maxp + COMPOSITE_POINTS, 40000);
    made_put_16(maxp + COMPOSITE_CONTOURS, 1000);
    made_put_16(maxp + PARTS, 1);
    made_put_16(maxp + DEPTH, 65535);
    made_table table = {"maxp", {maxp, made_find(file, "maxp").size}};
    const cv_font *font = made_open(self, made_font(self, file, &table, 1));
    cv_clusters clusters = {0};
    CV_PUSH(self->arena, &clusters, accented(self, font)); // of two parts
    cv_cluster_tables tables;
    cv_clusters_add(cv_face_tables_open(font, self->arena), &clusters, self->arena, &tables);
    assert_int_equal(get16(tables.maxp, POINTS), made_16(maxp + POINTS));
    assert_int_equal(get16(tables.maxp, COMPOSITE_POINTS), 65535);
    assert_int_equal(get16(tables.maxp, COMPOSITE_CONTOURS), 2000);
    assert_int_equal(get16(tables.maxp, PARTS), 2);
    assert_int_equal(get16(tables.maxp, DEPTH), 65535);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(adds_glyphs_behind_those_of_the_face),
        SUPPORT_TEST(encloses_the_boxes_of_the_parts),
        SUPPORT_TEST(moves_parts_by_their_left_bearing),
        SUPPORT_TEST(finds_bearings_where_widths_are_shared),
        SUPPORT_TEST(knows_what_fits_into_16_bits),
        SUPPORT_TEST(counts_no_further_than_tables_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
