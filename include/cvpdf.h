// SPDX-License-Identifier: MIT
// cvpdf.h - typeset a resume into a tagged PDF.
//
// Lifetimes: an engine and the texts of a job outlive the result. Every pointer read from a result
//            dies with it.
// Threads:   one engine may serve many threads; one result belongs to one thread at a time.
// Text:      all strings are UTF-8. Messages and excerpts quote the resume as it was written:
//            escape control characters before showing them on a terminal.
// Effects:   the files that a resume names are read, where the job allows it (`directory`), and
// fonts
//            where the text needs them (`font_folders`). Nothing else is read from the disk;
//            nothing is written to it; the environment, the network and the terminal are left
//            alone.
#ifndef CVPDF_H
#define CVPDF_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CVPDF_API __attribute__((visibility("default")))
#else
#define CVPDF_API
#endif

typedef struct cvpdf_engine cvpdf_engine; // fonts, themes and locales, loaded once
typedef struct cvpdf_result cvpdf_result; // one rendering: bytes and diagnostics
typedef struct cvpdf_cache cvpdf_cache;   // what renderings, one after the other, may share

typedef enum cvpdf_status {
    CVPDF_OK,        // the output exists; warnings are possible
    CVPDF_REJECTED,  // the resume or what it names has errors; see the diagnostics
    CVPDF_NO_MEMORY, // out of memory
    CVPDF_INTERNAL   // a bug in cvpdf; please report it
} cvpdf_status;

typedef enum cvpdf_severity { CVPDF_NOTE, CVPDF_WARNING, CVPDF_ERROR } cvpdf_severity;

typedef struct cvpdf_bytes {
    const unsigned char *data;
    size_t size;
} cvpdf_bytes;

// Bytes that a source may have; a longer one is a finding.
enum { CVPDF_SOURCE_LIMIT = 4 << 20 };

// One value put into the resume before it is typeset: "design.font.size", "9.5pt". The path names
// keys, section ids, entry ids or positions from 0; the value is one YAML value. Later ones win.
typedef struct cvpdf_setting {
    const char *path, *value;
    const char *origin; // what messages call it; NULL: "--set"
} cvpdf_setting;

// One rendering to do. Zero-initialise, set `size`, then what is needed: new members go last.
typedef struct cvpdf_job {
    size_t size;        // sizeof(cvpdf_job)
    const char *name;   // of the source, for diagnostics
    cvpdf_bytes source; // YAML or JSON
    const cvpdf_setting *settings;
    size_t setting_count;
    const char *date;    // "YYYY-MM-DD[Thh:mm:ssZ]", UTC, for the PDF's metadata; NULL: none
    int is_strict;       // warnings reject, like errors
    int no_embed;        // leaves resume.json out of the PDF
    const char *variant; // NULL or "base": the file itself
    const cvpdf_setting
        *variables; // "company", "Engine Works": values of {{company}} as they stand
    size_t variable_count;
    const char *const *include, *const *exclude; // tags, in place of those of the variant
    size_t include_count, exclude_count;
    const char *file;   // what {{file}} says; NULL: `name` without folder and suffix
    int locks_facts;    // no variant and no setting may change what the file states as fact
    const char *output; // "{{company}}.pdf", in place of what the variant says; NULL: that
    cvpdf_cache *cache; // optional; it makes renderings faster, and never different
    // Where the paths in the resume start, "" for the current folder, and the folder that they may
    // not lead out of. NULL: no file may be read; NULL: `directory`.
    const char *directory, *root;
    const char *const *font_folders; // looked through for fonts, before those of the system
    size_t font_folder_count;
    int no_system_fonts; // to need a font of the system's folders is an error
    size_t max_pages;    // of a check: more in a variant are an error; 0: as many as there are
    const char *origin;  // where `variant` and `output` are from: messages call them "rows.csv:17
                         // variant" then; NULL: "--variant" and "output"
} cvpdf_job;

// A version of the resume, and the file name that its PDF should have.
typedef struct cvpdf_variant {
    const char *name; // NULL: the file itself
    const char *output;
} cvpdf_variant;

// A finding. Lines and columns count from 1; columns are code points.
typedef struct cvpdf_diagnostic {
    cvpdf_severity severity;
    const char *code;            // "CV101"
    const char *message;         // one clause
    const char *hint;            // what to write instead, or NULL
    const char *name;            // of the source it is in
    size_t line, column;         // 0 where it is about the whole
    size_t end_line, end_column; // just past its end
    cvpdf_bytes excerpt;         // line `line` without its line end, empty where that is 0
} cvpdf_diagnostic;

// What a code of a finding means. Its texts are paragraphs without line ends, in which what is to
// be typed stands between backticks.
typedef struct cvpdf_explanation {
    const char *code; // "CV101"
    cvpdf_severity severity;
    const char *title;         // what was found: "an unknown key"
    const char *meaning;       // what is wrong with it
    const char *mending;       // what to do
    const char *wrong, *right; // lines, of a resume or behind "$ " of a shell; NULL: none
} cvpdf_explanation;

// The version of the library, "0.1.0".
CVPDF_API const char *cvpdf_version(void);

// Loads fonts, themes and locales. NULL when memory runs out. Free with cvpdf_engine_free().
CVPDF_API cvpdf_engine *cvpdf_engine_create(void);

// Frees an engine, once no call uses it and its caches and results are freed. Accepts NULL.
CVPDF_API void cvpdf_engine_free(cvpdf_engine *engine);

// A cache for jobs of one thread, and no longer than the engine. NULL when memory runs out. What it
// holds is bounded. Free with cvpdf_cache_free().
CVPDF_API cvpdf_cache *cvpdf_cache_create(void);

// Frees a cache; results that were made with it stay. Accepts NULL.
CVPDF_API void cvpdf_cache_free(cvpdf_cache *cache);

// Typesets `job`. `*result` is set on CVPDF_OK and CVPDF_REJECTED, else NULL;
// free it with cvpdf_result_free().
CVPDF_API cvpdf_status cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                    cvpdf_result **result);

// The same up to one stage, whose data it gives as text: "tree", "resume", "style", "blocks",
// "lines", "pages", "tags" or "json"; "diagnostics" runs all and gives nothing. Status and
// `*result` as for cvpdf_render(), and CVPDF_INTERNAL for another stage: cvpdf_stages() lists them.
CVPDF_API cvpdf_status cvpdf_dump(const cvpdf_engine *engine, const cvpdf_job *job,
                                  const char *stage, cvpdf_result **result);

// The stages that cvpdf_dump() knows, in order, ended by NULL.
CVPDF_API const char *const *cvpdf_stages(void);

// Lists the variants of the resume, see cvpdf_result_variant(). The file itself is one only where
// it has no others. `job->variant` does not matter. Status and `*result` as for cvpdf_render().
CVPDF_API cvpdf_status cvpdf_variants(const cvpdf_engine *engine, const cvpdf_job *job,
                                      cvpdf_result **result);

// The same list of `job->variant` alone: what a rendering of it should be called.
CVPDF_API cvpdf_status cvpdf_variant_find(const cvpdf_engine *engine, const cvpdf_job *job,
                                          cvpdf_result **result);

// Reads all that the rendering is made of and ends there: for cvpdf_result_input(). Status and
// `*result` as for cvpdf_render().
CVPDF_API cvpdf_status cvpdf_inputs(const cvpdf_engine *engine, const cvpdf_job *job,
                                    cvpdf_result **result);

// Lays out `job->variant`, or all variants where that is NULL, and reports all that is wrong with
// them and what a careful reader would ask. Nothing is made: the result has no bytes, but the
// variants as cvpdf_variants() lists them, and as its pages the most that one of them has.
CVPDF_API cvpdf_status cvpdf_check(const cvpdf_engine *engine, const cvpdf_job *job,
                                   cvpdf_result **result);

// Says as text of each item of the resume whether the variant shows it, and why.
CVPDF_API cvpdf_status cvpdf_why(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result);

// Says as text in what `to` differs from `from`: two variants, or two states of a file. Nothing if
// they say the same. Findings are those of both.
CVPDF_API cvpdf_status cvpdf_diff(const cvpdf_engine *engine, const cvpdf_job *from,
                                  const cvpdf_job *to, cvpdf_result **result);

// Gives the keys of the format as JSON Schema, for editors. Status and `*result` as for
// cvpdf_render().
CVPDF_API cvpdf_status cvpdf_schema(cvpdf_result **result);

// Says as text which fonts there are, in the folders of `job` too, and, for each script, which
// would be used for characters that they lack, with the folders of `job` and the system. No source
// is needed.
CVPDF_API cvpdf_status cvpdf_fonts(const cvpdf_engine *engine, const cvpdf_job *job,
                                   cvpdf_result **result);

// The PDF file, or the text that was asked for; empty if the resume was rejected.
CVPDF_API cvpdf_bytes cvpdf_result_bytes(const cvpdf_result *result);

// The pages that the resume was set on; 0 where it did not come as far as that.
CVPDF_API size_t cvpdf_result_pages(const cvpdf_result *result);

// A face of which the document shows glyphs.
typedef struct cvpdf_font {
    const char *name; // "Lato-Bold"
    const char *file; // NULL: it is part of the library
} cvpdf_font;

// The faces that a rendering uses, in the order in which they are met; both NULL past the last.
CVPDF_API cvpdf_font cvpdf_result_font(const cvpdf_result *result, size_t index);

// How many variants cvpdf_result_variant() has.
CVPDF_API size_t cvpdf_result_variant_count(const cvpdf_result *result);

// The variants of a list, from index 0 in the order of the file; of a rendering, the one that it is
// of. Both members are NULL past the last.
CVPDF_API cvpdf_variant cvpdf_result_variant(const cvpdf_result *result, size_t index);

// How many files cvpdf_result_input() has.
CVPDF_API size_t cvpdf_result_input_count(const cvpdf_result *result);

// The files that the rendering is made of: those that the resume names, by their paths from the
// current folder, `directory` and the resume's own joined; then the files of fonts that its text
// needs. NULL past the last.
CVPDF_API const char *cvpdf_result_input(const cvpdf_result *result, size_t index);

// How many findings cvpdf_result_diagnostic() has.
CVPDF_API size_t cvpdf_result_diagnostic_count(const cvpdf_result *result);

// How many more there were, past the limit of a report.
CVPDF_API size_t cvpdf_result_dropped_count(const cvpdf_result *result);

// The findings, from index 0 in the order of their places. All members are 0 past the last.
CVPDF_API cvpdf_diagnostic cvpdf_result_diagnostic(const cvpdf_result *result, size_t index);

// Frees a result, and with it all that was read from it. Accepts NULL.
CVPDF_API void cvpdf_result_free(cvpdf_result *result);

// The nearest of `candidates[count]` to a mistyped word, or NULL.
CVPDF_API const char *cvpdf_suggest(const char *word, const char *const *candidates, size_t count);

// Explains finding number `index` (from 0) of all that there are, in the order of their codes, and
// returns 1; returns 0 past the last.
CVPDF_API int cvpdf_explain(size_t index, cvpdf_explanation *explanation);

// Something that is part of the library.
typedef struct cvpdf_builtin {
    const char *name;
    const char *about; // one line
    cvpdf_bytes text;  // YAML
} cvpdf_builtin;

// Gives example number `index` (from 0), of which the first is one to begin with, and returns 1;
// returns 0 past the last.
CVPDF_API int cvpdf_example(size_t index, cvpdf_builtin *example);

// The same for themes, of which the first is that of a resume which names none.
CVPDF_API int cvpdf_theme(size_t index, cvpdf_builtin *theme);

// What the library is made with, for bug reports: sets `*name` and `*version`, "HarfBuzz" and
// "6.0.0" say, of number `index` (from 0), and returns 1; returns 0 past the last.
CVPDF_API int cvpdf_component(size_t index, const char **name, const char **version);

#ifdef __cplusplus
}
#endif

#endif
