// SPDX-License-Identifier: MIT
// design_decode.c - the winning value of each design key, into its place in cv_style.
#include "style/design.h"

#include "base/limits.h"
#include "base/suggest.h"
#include "base/unicode.h"

#include <assert.h>
#include <string.h>

typedef struct decoder {
    const cv_design *design;
    cv_style *style;
    cv_arena *arena;
    cv_report *report;
} decoder;

// Writes a value into the style, or reports why not and returns false.
typedef bool value_reader(decoder *self, const cv_design_key *key, const cv_node *node);

static void *place_of(const decoder *self, const cv_design_key *key) {
    return (char *)self->style + key->offset;
}

static cv_length length_at(const decoder *self, size_t offset) {
    return *(const cv_length *)((const char *)self->style + offset);
}

// Ranges

typedef enum bound_unit { POINTS, OWN_EM, FONT_SIZE, LEADING } bound_unit;

typedef struct bound {
    double number;
    bound_unit unit;
} bound;

static const struct {
    bound least, most;
    const char *words;
} ranges[] = {
    [CV_RANGE_FONT_SIZE] = {{5, POINTS}, {32, POINTS}, "5 to 32 pt"},
    [CV_RANGE_LEADING] = {{1, OWN_EM}, {3, OWN_EM}, "1 to 3 times the size"},
    [CV_RANGE_TEXT_SIZE] = {{3, POINTS}, {144, POINTS}, "3 to 144 pt"},
    [CV_RANGE_PAGE_SIDE] = {{100, POINTS}, {CV_LIMIT_PAGE_SIDE, POINTS}, "100 to 1440 pt a side"},
    [CV_RANGE_MARGIN] = {{0, POINTS}, {CV_LIMIT_PAGE_SIDE, POINTS}, "0 to 1440 pt"},
    [CV_RANGE_GAP] = {{0, POINTS}, {20, FONT_SIZE}, "0 to 20 em"},
    [CV_RANGE_PITCH] = {{1, LEADING}, {20, FONT_SIZE}, "1 lh to 20 em"},
    // From a tenth of an em on, extractors read every letter as a word.
    [CV_RANGE_TRACKING] = {{-0.05, OWN_EM}, {0.09, OWN_EM}, "-0.05 to 0.09 em"},
    [CV_RANGE_RULE] = {{0, POINTS}, {10, POINTS}, "0 to 10 pt"},
    [CV_RANGE_PHOTO] = {{28.3, POINTS}, {226.8, POINTS}, "10 to 80 mm"},
    [CV_RANGE_SCALE] = {{0.5, POINTS}, {1.5, POINTS}, "0.5 to 1.5"},
};

const char *cv_design_range_words(cv_design_range range) { return ranges[range].words; }

// The place in the style of what the bound is a multiple of; itself, if of nothing.
static size_t offset_of_unit(bound_unit unit, const cv_design_key *key) {
    switch (unit) {
    case OWN_EM: return key->em;
    case FONT_SIZE: return offsetof(cv_style, font.size);
    case LEADING: return offsetof(cv_style, font.leading);
    case POINTS: break;
    }
    return key->offset;
}

static cv_length resolve_bound(const decoder *self, const cv_design_key *key, bound limit) {
    if (limit.unit == POINTS) return cv_length_from(limit.number, 1);
    cv_length unit = length_at(self, offset_of_unit(limit.unit, key));
    return cv_length_from(limit.number, (double)unit / CV_POINT);
}

// Where two values do not fit together, the one from the higher layer is at fault: a theme cannot
// know what a file sets beside it.
static const cv_node *find_culprit(const decoder *self, size_t offset, const cv_node *node,
                                   size_t other_offset) {
    const cv_design_value *value = cv_design_at(self->design, offset);
    const cv_design_value *other = cv_design_at(self->design, other_offset);
    bool is_other = value && other && other->layer > value->layer;
    return is_other ? other->node : node;
}

static bool check_range(decoder *self, const cv_design_key *key, const cv_node *node,
                        cv_length length) {
    bound least = ranges[key->range].least, most = ranges[key->range].most;
    bool is_small = length < resolve_bound(self, key, least);
    if (!is_small && length <= resolve_bound(self, key, most)) return true;
    size_t unit = offset_of_unit(is_small ? least.unit : most.unit, key);
    const cv_node *culprit = find_culprit(self, key->offset, node, unit);
    cv_report_add(self->report, CV_LENGTH_OUT_OF_RANGE, culprit->span,
                  "'design.%s' must be %s, not %s", key->path, ranges[key->range].words,
                  node->text);
    return false;
}

// Lengths

static const char *length_hint(decoder *self, const char *text, const char *units) {
    double number;
    const char *end = cv_number_read(text, &number);
    if (end && !*end) return cv_format(self->arena, "write %spt; units are %s", text, units);
    if (strchr(text, ',')) return "write a point before the decimals, not a comma";
    return cv_format(self->arena, "write a number and a unit, as in 10.5pt; units are %s", units);
}

static bool read_length_in(decoder *self, const cv_design_key *key, const cv_node *node,
                           cv_length_context context, cv_length *length) {
    const char *units = context.line_height ? "pt mm cm in em lh"
                        : context.em        ? "pt mm cm in em"
                                            : "pt mm cm in";
    cv_length found = 0;
    bool is_length = cv_length_read(node->text, context, &found);
    if (is_length && found == 0 && *node->text == '-') is_length = false; // a slip, as in "-0"
    if (!is_length) {
        cv_diagnostic *finding =
            cv_report_add(self->report, CV_BAD_LENGTH, node->span,
                          "'design.%s' must be a length, not '%s'", key->path, node->text);
        finding->hint = length_hint(self, node->text, units);
        return false;
    }
    if (!check_range(self, key, node, found)) return false;
    *length = found;
    return true;
}

static bool read_length(decoder *self, const cv_design_key *key, const cv_node *node) {
    cv_length_context context = {length_at(self, key->em), self->style->font.leading};
    return read_length_in(self, key, node, context, place_of(self, key));
}

static bool read_font_size(decoder *self, const cv_design_key *key, const cv_node *node) {
    return read_length_in(self, key, node, (cv_length_context){0, 0}, place_of(self, key));
}

// Reads a number alone. Those far out of any range are brought near, so that they fit a length.
static bool read_number(const char *text, double *number) {
    const char *end = cv_number_read(text, number);
    if (!end || *end) return false;
    if (*number > 100) *number = 100;
    if (*number < -100) *number = -100;
    return true;
}

static bool read_leading(decoder *self, const cv_design_key *key, const cv_node *node) {
    double number;
    cv_length *leading = place_of(self, key), em = length_at(self, key->em);
    if (!read_number(node->text, &number))
        return read_length_in(self, key, node, (cv_length_context){em, 0}, leading);
    cv_length found = cv_length_from(number, (double)em / CV_POINT);
    if (!check_range(self, key, node, found)) return false;
    *leading = found;
    return true;
}

static bool read_scale(decoder *self, const cv_design_key *key, const cv_node *node) {
    double number;
    if (!read_number(node->text, &number)) {
        cv_report_add(self->report, CV_BAD_VALUE, node->span,
                      "'design.%s' must be a number, not '%s'", key->path, node->text);
        return false;
    }
    cv_length found = cv_length_from(number, 1);
    if (!check_range(self, key, node, found)) return false;
    *(cv_length *)place_of(self, key) = found;
    return true;
}

// Page size

static const struct {
    const char *name;
    double width, height, unit;
} papers[] = {
    {"a4", 210, 297, 72 / 25.4}, // ISO 216
    {"letter", 8.5, 11, 72},     // ANSI/ASME Y14.1, size A
    {"a5", 148, 210, 72 / 25.4},
};
enum { PAPER_COUNT = sizeof papers / sizeof *papers };

static bool read_sides(decoder *self, const cv_design_key *key, const cv_node *list) {
    const cv_node *width = list->first, *height = width ? width->next : NULL;
    bool are_two = width && height && !height->next && width->kind == CV_NODE_TEXT &&
                   height->kind == CV_NODE_TEXT;
    if (!are_two) {
        cv_report_add(self->report, CV_BAD_PAGE_SIZE, list->span,
                      "'design.%s' must be a name or two lengths", key->path)
            ->hint = "as in [210mm, 297mm]";
        return false;
    }
    cv_page_style sides = {0};
    bool is_good = read_length_in(self, key, width, (cv_length_context){0, 0}, &sides.width);
    is_good &= read_length_in(self, key, height, (cv_length_context){0, 0}, &sides.height);
    cv_page_style *page = place_of(self, key);
    if (is_good) page->width = sides.width, page->height = sides.height;
    return is_good;
}

static bool read_page_size(decoder *self, const cv_design_key *key, const cv_node *node) {
    if (node->kind == CV_NODE_LIST) return read_sides(self, key, node);
    const char *names[PAPER_COUNT];
    cv_page_style *page = place_of(self, key);
    for (size_t i = 0; i < PAPER_COUNT; i++) {
        names[i] = papers[i].name;
        if (!cv_equal_ignoring_case(node->text, papers[i].name)) continue;
        page->width = cv_length_from(papers[i].width, papers[i].unit);
        page->height = cv_length_from(papers[i].height, papers[i].unit);
        return true;
    }
    const char *nearest = cv_suggest(node->text, names, PAPER_COUNT);
    cv_report_add(self->report, CV_BAD_PAGE_SIZE, node->span, "'%s' is not a page size", node->text)
        ->hint = nearest ? cv_format(self->arena, "did you mean '%s'?", nearest)
                         : "write a4, letter, a5 or two lengths: [210mm, 297mm]";
    return false;
}

// Names

// "a, b or c".
static const char *join_names(cv_arena *arena, const char *const *names, size_t count) {
    cv_text_builder list = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        cv_text_add(&list, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    return cv_text_string(&list);
}

static bool refuse_name(decoder *self, const cv_design_key *key, const cv_node *node,
                        const char *const *names, size_t count) {
    cv_diagnostic *found =
        cv_report_add(self->report, CV_BAD_VALUE, node->span, "'design.%s' must be %s, not '%s'",
                      key->path, join_names(self->arena, names, count), node->text);
    const char *nearest = cv_suggest(node->text, names, count);
    if (nearest) found->hint = cv_format(self->arena, "did you mean '%s'?", nearest);
    return false;
}

static bool read_choice(decoder *self, const cv_design_key *key, const cv_node *node) {
    static_assert(sizeof(cv_align) == sizeof(unsigned), "all enums of cv_style are alike");
    unsigned count = 0;
    for (; key->names[count]; count++) {
        if (strcmp(key->names[count], node->text) != 0) continue;
        memcpy(place_of(self, key), &count, sizeof count);
        return true;
    }
    return refuse_name(self, key, node, key->names, count);
}

static bool read_fixed(decoder *self, const cv_design_key *key, const cv_node *node) {
    if (strcmp(node->text, key->names[0]) == 0) return true;
    for (size_t i = 1; key->names[i]; i++) {
        if (strcmp(key->names[i], node->text) != 0) continue;
        cv_diagnostic *found =
            cv_report_add(self->report, CV_NOT_SUPPORTED, node->span,
                          "'design.%s: %s' is not supported yet", key->path, node->text);
        found->hint = cv_format(self->arena, "leave it out: it is %s", key->names[0]);
        return false;
    }
    return refuse_name(self, key, node, key->names, 1);
}

// The words for true and false of YAML 1.2, 10.3.2 (core schema).
static bool read_flag(decoder *self, const cv_design_key *key, const cv_node *node) {
    static const char *const words[] = {"true", "True", "TRUE", "false", "False", "FALSE"};
    bool *flag = place_of(self, key);
    for (size_t i = 0; node->is_plain && i < 6; i++) {
        if (strcmp(node->text, words[i]) != 0) continue;
        *flag = i < 3;
        return true;
    }
    cv_report_add(self->report, CV_BAD_VALUE, node->span,
                  "'design.%s' must be true or false, not '%s'", key->path, node->text)
        ->hint = node->is_plain ? NULL : "without quotes";
    return false;
}

// Colours

// A colour may be that of another key: `rule: text`.
static const cv_color *find_color(const decoder *self, const cv_design_key *key, const char *name) {
    size_t count;
    for (const cv_design_key *other = cv_design_keys(&count); other < key; other++)
        if (other->kind == CV_DESIGN_COLOR && strcmp(other->path + strlen("color."), name) == 0)
            return place_of(self, other);
    return NULL;
}

// Text that cannot be seen is refused: it deceives either the reader or the writer.
static bool check_contrast(decoder *self, const cv_design_key *key, const cv_node *node,
                           cv_color color) {
    enum { HIDDEN = 150, READABLE = 450 }; // the second: WCAG 2.1, 1.4.3
    const cv_color paper = {255, 255, 255};
    int contrast = cv_color_contrast(color, paper);
    if (contrast >= READABLE) return true;
    cv_problem problem = contrast < HIDDEN ? CV_BAD_COLOR : CV_LOW_CONTRAST;
    cv_report_add(self->report, problem, node->span,
                  "'design.%s: %s' has a contrast of only %d.%02d:1 on white", key->path,
                  node->text, contrast / 100, contrast % 100)
        ->hint = "text is easy to read from 4.5:1 up; take a darker colour";
    return contrast >= HIDDEN;
}

static bool read_color(decoder *self, const cv_design_key *key, const cv_node *node) {
    cv_color *color = place_of(self, key), found = {0};
    const cv_color *other = find_color(self, key, node->text);
    bool is_text = strcmp(key->path, "color.rule") != 0;
    if (other) {
        *color = *other;
        return true;
    }
    if (cv_color_read(node->text, &found)) {
        if (is_text && !check_contrast(self, key, node, found)) return false;
        *color = found;
        return true;
    }
    cv_report_add(self->report, CV_BAD_COLOR, node->span, "'design.%s' must be a colour, not '%s'",
                  key->path, node->text)
        ->hint = "write \"#1a1a1a\" in quotes, or a CSS name such as navy";
    return false;
}

// Texts

static bool refuse_text(decoder *self, const cv_design_key *key, const cv_node *node,
                        const char *reason) {
    cv_report_add(self->report, CV_BAD_VALUE, node->span, "'design.%s' %s", key->path, reason);
    return false;
}

static bool check_text(decoder *self, const cv_design_key *key, const cv_node *node, size_t room) {
    if (!*node->text) return refuse_text(self, key, node, "is empty");
    size_t size = 0;
    for (const char *at = node->text; *at; size++)
        if (cv_utf8_next(&at) < ' ') return refuse_text(self, key, node, "has more than one line");
    if (size <= room) return true;
    return refuse_text(self, key, node,
                       cv_format(self->arena, "has %zu characters, more than %zu", size, room));
}

static bool read_text(decoder *self, const cv_design_key *key, const cv_node *node) {
    if (!check_text(self, key, node, key->room)) return false;
    *(const char **)place_of(self, key) = node->text;
    return true;
}

static bool read_footer_text(decoder *self, const cv_design_key *key, const cv_node *node) {
    static const char *const names[] = {"{name}", "{page}", "{pages}"};
    enum { COUNT = sizeof names / sizeof *names, ROOM = 200 };
    if (!check_text(self, key, node, ROOM)) return false;
    for (const char *at = strchr(node->text, '{'); at; at = strchr(at + 1, '{')) {
        bool is_known = false;
        for (size_t i = 0; i < COUNT; i++) is_known |= cv_starts_with(at, names[i]);
        if (is_known) continue;
        int size = (int)strcspn(at, "}");
        cv_report_add(self->report, CV_BAD_VALUE, node->span,
                      "'design.%s' has an unknown place '%.*s'", key->path,
                      at[size] ? size + 1 : size, at)
            ->hint = "the places are {name}, {page} and {pages}";
        return false;
    }
    *(const char **)place_of(self, key) = node->text;
    return true;
}

// Steps over a run of `letter` and returns whether its length is one of `lengths` (bits from 1).
static bool skip_run(const char **text, char letter, unsigned lengths) {
    size_t size = 0;
    while (**text == letter) ++*text, size++;
    return size < 8 && (lengths & 1u << size);
}

// A skeleton has a year, and may have a month and, beside a month, a day, each once.
static bool is_date_skeleton(const char *text) {
    bool has_year = false, has_month = false, has_day = false;
    while (*text) {
        bool is_good = false;
        if (*text == 'y' && !has_year)
            has_year = is_good = skip_run(&text, 'y', 1u << 1 | 1u << 4);
        else if (*text == 'M' && !has_month)
            has_month = is_good = skip_run(&text, 'M', 1u << 1 | 1u << 2 | 1u << 3 | 1u << 4);
        else if (*text == 'd' && !has_day)
            has_day = is_good = skip_run(&text, 'd', 1u << 1 | 1u << 2);
        if (!is_good) return false;
    }
    return has_year && (has_month || !has_day);
}

static bool read_date_format(decoder *self, const cv_design_key *key, const cv_node *node) {
    if (is_date_skeleton(node->text)) {
        *(const char **)place_of(self, key) = node->text;
        return true;
    }
    cv_report_add(self->report, CV_BAD_DATE_FORMAT, node->span,
                  "'design.%s' must be a CLDR skeleton, not '%s'", key->path, node->text)
        ->hint = "yMMMM is September 2023, yMMM is Sep 2023, yM is 9/2023, y is 2023";
    return false;
}

// Keys without a reader have no value to decode.
static value_reader *const readers[CV_DESIGN_KIND_COUNT] = {
    [CV_DESIGN_TEXT] = read_text,
    [CV_DESIGN_FONT_SIZE] = read_font_size,
    [CV_DESIGN_LEADING] = read_leading,
    [CV_DESIGN_LENGTH] = read_length,
    [CV_DESIGN_SCALE] = read_scale,
    [CV_DESIGN_PAGE_SIZE] = read_page_size,
    [CV_DESIGN_COLOR] = read_color,
    [CV_DESIGN_CHOICE] = read_choice,
    [CV_DESIGN_FLAG] = read_flag,
    [CV_DESIGN_FIXED] = read_fixed,
    [CV_DESIGN_DATE_FORMAT] = read_date_format,
    [CV_DESIGN_FOOTER_TEXT] = read_footer_text,
};

const cv_design_value *cv_design_at(const cv_design *design, size_t offset) {
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++)
        if (keys[i].offset == offset && readers[keys[i].kind]) return &design->values[i];
    return NULL;
}

void cv_design_decode(const cv_design *design, cv_style *style) {
    decoder self = {design, style, design->arena, design->report};
    const cv_node *refused = NULL; // one node may be the value of four margins
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++) {
        value_reader *read = readers[keys[i].kind];
        const cv_design_value *value = &design->values[i];
        if (!read) continue;
        assert(value->base);
        if (value->node != refused && read(&self, &keys[i], value->node)) continue;
        refused = value->node;
        if (value->base != value->node) read(&self, &keys[i], value->base);
    }
    style->font.family_span = cv_design_find(design, "font.family")->node->span;
    style->font.mono_span = cv_design_find(design, "font.mono")->node->span;
}

void cv_design_reset(const cv_design *design, const char *prefix, cv_style *style) {
    decoder self = {design, style, design->arena, design->report};
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++)
        if (cv_starts_with(keys[i].path, prefix) && readers[keys[i].kind])
            readers[keys[i].kind](&self, &keys[i], design->values[i].base);
}
