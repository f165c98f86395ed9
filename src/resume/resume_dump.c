// SPDX-License-Identifier: MIT
// resume_dump.c - the model as lines, one for each thing that was written.
#include "resume/resume.h"

typedef struct dumper {
    cv_text_builder *out;
    int depth;
} dumper;

static void begin_line(dumper *dump, const char *name) {
    cv_text_add(dump->out, "%*s%s", 2 * dump->depth, "", name);
}

static void end_line(dumper *dump) { cv_text_add_char(dump->out, '\n'); }

static void add_quoted(dumper *dump, const char *string) {
    cv_text_add_char(dump->out, ' ');
    cv_text_add_quoted(dump->out, string);
}

static void add_uri(dumper *dump, const char *uri) {
    cv_text_add_string(dump->out, " to");
    add_quoted(dump, uri);
}

static void dump_part(dumper *dump, const cv_inline *part) {
    begin_line(dump, "part");
    if (part->style & CV_STRONG) cv_text_add_string(dump->out, " strong");
    if (part->style & CV_EMPHASIS) cv_text_add_string(dump->out, " emphasis");
    if (part->style & CV_CODE) cv_text_add_string(dump->out, " code");
    add_quoted(dump, part->string);
    if (part->uri) add_uri(dump, part->uri);
    end_line(dump);
}

static bool is_plain(const cv_text *text) {
    return text->count == 1 && !text->parts->style && !text->parts->uri;
}

// The rest of a line, and below it the parts of a text that is not plain.
static void finish_text(dumper *dump, const cv_text *text) {
    if (text->string) add_quoted(dump, text->string);
    end_line(dump);
    if (is_plain(text)) return;
    dump->depth++;
    for (size_t i = 0; i < text->count; i++) dump_part(dump, &text->parts[i]);
    dump->depth--;
}

static void dump_text(dumper *dump, const char *name, const cv_text *text) {
    if (!text->string) return;
    begin_line(dump, name);
    finish_text(dump, text);
}

static void dump_texts(dumper *dump, const char *name, const cv_texts *texts) {
    for (size_t i = 0; i < texts->count; i++) dump_text(dump, name, &texts->items[i]);
}

static void dump_selection(dumper *dump, const cv_tags *tags, int priority) {
    for (size_t i = 0; i < tags->count; i++) {
        begin_line(dump, "tag");
        add_quoted(dump, tags->items[i]);
        end_line(dump);
    }
    if (priority == CV_PRIORITY_DEFAULT) return;
    begin_line(dump, "priority");
    cv_text_add(dump->out, " %d\n", priority);
}

static void dump_date(dumper *dump, const char *name, cv_date date) {
    if (!date.year) return;
    char written[CV_DATE_ROOM];
    cv_date_write(date, written);
    begin_line(dump, name);
    cv_text_add(dump->out, " %s\n", written);
}

static void dump_period(dumper *dump, const cv_period *period) {
    dump_date(dump, "start", period->start);
    dump_date(dump, "end", period->end);
    if (period->is_ongoing) {
        begin_line(dump, "ongoing");
        end_line(dump);
    }
    dump_date(dump, "date", period->date);
    dump_text(dump, "words", &period->words);
}

static void dump_bullets(dumper *dump, const cv_bullets *bullets) {
    for (size_t i = 0; i < bullets->count; i++) {
        const cv_bullet *bullet = &bullets->items[i];
        dump_text(dump, "bullet", &bullet->text);
        dump->depth++;
        dump_selection(dump, &bullet->tags, bullet->priority);
        dump_bullets(dump, &bullet->bullets);
        dump->depth--;
    }
}

static void dump_role(dumper *dump, const cv_role *role) {
    begin_line(dump, "role");
    finish_text(dump, &role->role);
    dump->depth++;
    dump_selection(dump, &role->tags, role->priority);
    dump_period(dump, &role->period);
    dump_text(dump, "location", &role->location);
    dump_text(dump, "summary", &role->summary);
    dump_bullets(dump, &role->bullets);
    dump->depth--;
}

static void dump_own(dumper *dump, const cv_entry *entry) {
    dump_text(dump, "role", &entry->role);
    dump_text(dump, "organization", &entry->organization);
    dump_text(dump, "degree", &entry->degree);
    dump_text(dump, "area", &entry->area);
    dump_text(dump, "score", &entry->score);
    dump_texts(dump, "course", &entry->courses);
    dump_texts(dump, "author", &entry->authors);
    dump_text(dump, "venue", &entry->venue);
    dump_text(dump, "doi", &entry->doi);
    dump_text(dump, "details", &entry->details);
    dump_texts(dump, "keyword", &entry->keywords);
    dump_text(dump, "level", &entry->level);
    dump_text(dump, "name", &entry->name);
    dump_text(dump, "subtitle", &entry->subtitle);
}

static void dump_entry(dumper *dump, const cv_entry *entry) {
    begin_line(dump, "entry");
    cv_text_add(dump->out, " %s", cv_entry_kind_name(entry->kind));
    if (entry->id) cv_text_add(dump->out, " id %s", entry->id);
    finish_text(dump, &entry->title);
    dump->depth++;
    dump_selection(dump, &entry->tags, entry->priority);
    dump_own(dump, entry);
    dump_period(dump, &entry->period);
    dump_text(dump, "location", &entry->location);
    dump_text(dump, "url", &entry->url);
    dump_text(dump, "summary", &entry->summary);
    dump_bullets(dump, &entry->bullets);
    for (size_t i = 0; i < entry->roles.count; i++) dump_role(dump, &entry->roles.items[i]);
    dump_text(dump, "remark", &entry->remark);
    dump->depth--;
}

static void dump_section(dumper *dump, const cv_section *section) {
    static const char *const styles[] = {"", " bullet", " numbered", " reversed"};
    begin_line(dump, "section");
    if (section->id) cv_text_add(dump->out, " id %s", section->id);
    if (section->list) cv_text_add(dump->out, " list%s", styles[section->list]);
    if (!section->shows_title) cv_text_add_string(dump->out, " without heading");
    finish_text(dump, &section->title);
    dump->depth++;
    dump_selection(dump, &section->tags, section->priority);
    for (size_t i = 0; i < section->entries.count; i++)
        dump_entry(dump, &section->entries.items[i]);
    dump->depth--;
}

static void dump_contact(dumper *dump, const cv_contact *contact) {
    static const char *const kinds[] = {"website", "email", "phone", "location", "profile", "link"};
    begin_line(dump, kinds[contact->kind]);
    add_quoted(dump, contact->string);
    if (contact->label) {
        cv_text_add_string(dump->out, " label");
        add_quoted(dump, contact->label);
    }
    if (contact->network) {
        cv_text_add_string(dump->out, " network");
        add_quoted(dump, contact->network);
    }
    if (contact->uri) add_uri(dump, contact->uri);
    end_line(dump);
}

static void dump_photo(dumper *dump, const cv_photo *photo) {
    if (!photo->file) return;
    begin_line(dump, "photo");
    add_quoted(dump, photo->file);
    if (photo->alternative) {
        cv_text_add_string(dump->out, " alt");
        add_quoted(dump, photo->alternative);
    }
    end_line(dump);
}

void cv_resume_dump(const cv_resume *resume, cv_text_builder *out) {
    dumper dump = {.out = out};
    dump_text(&dump, "name", &resume->name);
    dump_text(&dump, "headline", &resume->headline);
    begin_line(&dump, "language");
    cv_text_add(out, " %s\n", resume->language);
    for (size_t i = 0; i < resume->contacts.count; i++)
        dump_contact(&dump, &resume->contacts.items[i]);
    dump_photo(&dump, &resume->photo);
    dump_text(&dump, "summary", &resume->summary);
    for (size_t i = 0; i < resume->sections.count; i++)
        dump_section(&dump, &resume->sections.items[i]);
}
