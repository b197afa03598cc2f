/* posterc.h - typeset a poster.yaml into one print-ready page.
 *
 * A job is one poster: make it, give it options, load it, render it, look at the diagnostics, free
 * it.
 *
 *     static bool write_bytes(const void *bytes, size_t length, void *user) {
 *       return fwrite(bytes, 1, length, user) == length;
 *     }
 *
 *     posterc_job *job = posterc_job_new();
 *     if (posterc_job_load_file(job, "poster.yaml"))
 *       posterc_job_render(job, POSTERC_PDF, write_bytes, file);
 *     for (int i = 0; i < posterc_job_diagnostic_count(job); i++)
 *       print(posterc_job_diagnostic_at(job, i));
 *     posterc_job_free(job);
 *
 * No globals: jobs in different threads do not meet; one job belongs to one thread at a time.
 * Texts are UTF-8.  Functions that return bool say false only if a diagnostic of severity error was
 * added, or the caller's own write function said false.  Pointers returned belong to the job and
 * hold until it is freed or loaded anew; `char *` results are the caller's, freed with
 * posterc_free.  Nothing is printed, no file is written.  Out of memory aborts the process, as GLib
 * does.
 *
 * Messages and lists are in the language that the environment asks for when they are made, as with
 * gettext: LANGUAGE, LC_ALL, LC_MESSAGES, LANG; Japanese or else English.  LC_ALL=C is English.  No
 * locale needs to be installed, and setlocale is not called.  Pages never depend on it; a layout as
 * JSON holds the messages, and only these do.
 *
 * A poster may come from a stranger: files are read only below its folder (unless allowed), the
 * network never, and size, depth and number of everything have limits.
 */
#ifndef POSTERC_H
#define POSTERC_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define POSTERC_VERSION "0.1.0"

#if defined(__GNUC__)
#define POSTERC_API __attribute__((visibility("default")))
#else
#define POSTERC_API
#endif

typedef struct posterc_job posterc_job;

/* JSON is the finished layout as data: panels, lines, figures in millimetres. */
typedef enum posterc_format { POSTERC_PDF, POSTERC_PNG, POSTERC_SVG, POSTERC_JSON } posterc_format;

/* What a poster is on its way to paper: the typed document, the layout, the drawing commands. */
typedef enum posterc_stage {
  POSTERC_STAGE_DOC,
  POSTERC_STAGE_LAYOUT,
  POSTERC_STAGE_DISPLAY
} posterc_stage;

typedef enum posterc_severity { POSTERC_WARNING, POSTERC_ERROR } posterc_severity;

/* Something to say about the poster.  The texts belong to the job. */
typedef struct posterc_diagnostic {
  const char *file; /* NULL where no file is to blame */
  int line, column; /* from 1, columns in characters; line 0: the file as a whole */
  posterc_severity severity;
  const char *code;    /* "unknown-key": see posterc_explain */
  const char *message; /* what is the case */
  const char *hint;    /* what to type instead, or NULL */
} posterc_diagnostic;

/* Takes the next length bytes of the output; false stops, and makes the caller return false. */
typedef bool (*posterc_write_func)(const void *bytes, size_t length, void *user);

/* Of the library that runs, which may be newer than POSTERC_VERSION of the header. */
POSTERC_API const char *posterc_version(void);

POSTERC_API posterc_job *posterc_job_new(void);
POSTERC_API void posterc_job_free(posterc_job *job); /* NULL is fine */

/* Options, before loading; they hold for every later load.  Strings are copied. */

/* As if the poster said `layout:` or `theme: {base: }`; a path counts from the poster's folder. */
POSTERC_API void posterc_job_set_layout(posterc_job *job, const char *name_or_path);
POSTERC_API void posterc_job_set_theme(posterc_job *job, const char *name_or_path);
/* "theme.sizes.body.max=40pt": overrides the poster; may be called several times. */
POSTERC_API void posterc_job_add_set(posterc_job *job, const char *key_equals_value);
/* A folder whose font files may be used by family name; may be called several times. */
POSTERC_API void posterc_job_add_fonts(posterc_job *job, const char *folder);
/* Text that does not fit is marked in red on the page instead of being an error. */
POSTERC_API void posterc_job_set_draft(posterc_job *job, bool draft);
/* Lets a poster of your own read files outside its folder. */
POSTERC_API void posterc_job_set_allow_outside(posterc_job *job, bool allow);
/* Dots an inch of PNG output; default 72. */
POSTERC_API void posterc_job_set_dpi(posterc_job *job, double dpi);
/* Seconds since 1970, at most to the end of the year 9999, for the dates in the file; -1, the
 * default: no dates, but that a print file must have one (1 January 1970). */
POSTERC_API void posterc_job_set_date(posterc_job *job, long long seconds);

/* Reads the poster, at most 4 MiB; figure files count from its folder.  Drops what was loaded
 * before, with its diagnostics. */
POSTERC_API bool posterc_job_load_file(posterc_job *job, const char *path);
/* The same from memory.  name is what messages call it ("<stdin>" if NULL); folder is where figure
 * files are ("." if NULL).  The bytes are copied; yaml may be NULL when length is 0. */
POSTERC_API bool posterc_job_load_buffer(posterc_job *job, const char *yaml, size_t length,
                                         const char *name, const char *folder);

/* After loading; without a loaded poster they return false.  The poster is laid out once, whatever
 * is asked of it. */

/* Reports all that there is to say, without output. */
POSTERC_API bool posterc_job_check(posterc_job *job);
/* Writes the finished file.  write is called only when no error was found; equal posters, options
 * and versions give equal bytes. */
POSTERC_API bool posterc_job_render(posterc_job *job, posterc_format format,
                                    posterc_write_func write, void *user);
/* The poster on several pages of a smaller paper ("A4"; "B4" is JIS), as one PDF in RGB for a
 * printer at home or at school; an unknown paper is an error.  Sheets: a page for each slide in the
 * order of the numbers, at true size or shrunk to fit, after a map of what is pasted where.  Tiles:
 * the whole poster at true size, cut between panels where that takes no more pages, after a map of
 * the tiles; overlap_mm, 0 to 40, is printed twice to glue one on the other. */
POSTERC_API bool posterc_job_render_sheets(posterc_job *job, const char *paper,
                                           posterc_write_func write, void *user);
POSTERC_API bool posterc_job_render_tiles(posterc_job *job, const char *paper, double overlap_mm,
                                          posterc_write_func write, void *user);
/* A PDF that this job has rendered, and the name under which the shop gets it. */
typedef struct posterc_submission {
  const char *name;
  const void *pdf;
  size_t length;
} posterc_submission;

/* A page of A4 for the print shop, as PDF: size, bleed, colours, fonts, pictures with their
 * resolution, rules kept, checksum; Japanese for a Japanese poster. */
POSTERC_API bool posterc_job_render_submission(posterc_job *job,
                                               const posterc_submission *submission,
                                               posterc_write_func write, void *user);
/* Writes the lock of the poster's fonts: a line for each file in use, with its SHA-256.  Beside a
 * poster that is loaded from a file, under the name of posterc_lock_path, it is kept: a font file
 * that has changed, or is not in it, is an error (font-drift). */
POSTERC_API bool posterc_job_lock_fonts(posterc_job *job, posterc_write_func write, void *user);
/* "dir/poster.fonts.lock" for "dir/poster.yaml". */
POSTERC_API char *posterc_lock_path(const char *poster);
/* Holds a PDF, posterc's own or another's, against the rules of print: "pdf/x-4", "pdf/x-1a",
 * "plain", or NULL for what the file says that it is.  It is read in a process of its own, at most
 * 512 MiB. Drops what was loaded.  Diagnostics name rule and page; false: one of them is an error.
 */
POSTERC_API bool posterc_job_check_pdf(posterc_job *job, const char *path, const char *standard);
/* What it was held against, on one line; NULL where it could not be read. */
POSTERC_API char *posterc_job_format_verdict(const posterc_job *job);
/* Compares two finished posters: PDFs, posterc's own or others, or layouts as POSTERC_JSON writes
 * them.  What moved by less than tolerance_mm did not move.  Drops what was loaded.  false: a file
 * cannot be read, or one is a PDF and the other a layout (bad-value).  PDFs are read, and drawn by
 * poppler's pdftotext and pdftoppm, in processes of their own. */
POSTERC_API bool posterc_job_compare(posterc_job *job, const char *expected, const char *actual,
                                     double tolerance_mm);
POSTERC_API bool posterc_job_has_difference(const posterc_job *job);
/* One line for each difference, and one that counts them; the same as JSON. */
POSTERC_API char *posterc_job_format_differences(const posterc_job *job);
POSTERC_API char *posterc_job_format_differences_json(const posterc_job *job);
/* The pages side by side with what changed marked, as PNG; a report as one file of HTML. */
typedef enum posterc_comparison {
  POSTERC_COMPARISON_PNG,
  POSTERC_COMPARISON_HTML
} posterc_comparison;
POSTERC_API bool posterc_job_render_comparison(posterc_job *job, posterc_comparison form,
                                               posterc_write_func write, void *user);
/* Writes one stage as text that stays the same from run to run. */
POSTERC_API bool posterc_job_dump(posterc_job *job, posterc_stage stage, posterc_write_func write,
                                  void *user);

/* What is repaired by posterc_job_fix_file. */
typedef enum posterc_repair {
  POSTERC_REPAIR_RADICAL,   /* Kangxi and CJK radicals that only look like ideographs */
  POSTERC_REPAIR_VERTICAL,  /* punctuation in its form for vertical text */
  POSTERC_REPAIR_HALFWIDTH, /* half-width kana */
  POSTERC_REPAIR_COMBINING, /* kana with a voiced mark of its own */
  POSTERC_REPAIR_LINE,      /* line ends in the middle of a sentence */
  POSTERC_REPAIR_DIGIT,     /* full-width digits among half-width ones */
  POSTERC_N_REPAIRS
} posterc_repair;

/* A repaired file.  The texts are freed by posterc_fixed_clear. */
typedef struct posterc_fixed {
  char *yaml;
  size_t length;
  char *diff; /* unified; "" where nothing was to be done */
  int counts[POSTERC_N_REPAIRS];
  int n_left; /* texts left as they are: with the repair they would mean something else */
} posterc_fixed;

/* Repairs what pasting from a PDF breaks in the texts that are printed, and changes no other byte:
 * comments, order, quotes, indentation, line ends.  A second run changes nothing; no file is
 * written. false: the text is no YAML; other mistakes of the poster are not reported.  Drops what
 * was loaded. */
POSTERC_API bool posterc_job_fix_file(posterc_job *job, const char *path, posterc_fixed *fixed);
POSTERC_API bool posterc_job_fix_buffer(posterc_job *job, const char *yaml, size_t length,
                                        const char *name, const char *folder, posterc_fixed *fixed);
POSTERC_API void posterc_fixed_clear(posterc_fixed *fixed);

/* A poster.yaml made of a text: numbered or headed parts become slides, every character is kept.
 * UTF-8, UTF-16 or Shift_JIS, at most 4 MiB; layout may be NULL.  NULL: reported.  Drops what was
 * loaded. */
POSTERC_API char *posterc_job_split_file(posterc_job *job, const char *path, const char *layout);
POSTERC_API char *posterc_job_split_buffer(posterc_job *job, const void *text, size_t length,
                                           const char *name, const char *layout);

/* How one paragraph is set by posterc_job_compose. */
typedef struct posterc_compose_options {
  double measure_em; /* width of the lines */
  bool ideal;        /* fixed metrics in place of fonts */
  bool vertical;
  bool heading; /* in the font of headings, broken between phrases */
} posterc_compose_options;

/* Writes the lines of one paragraph as JSON, in em: {"lines": [{"text", "width", "bodies":
 * [{"text", "x"}]}]}.  The text takes inline markup.  It is set by the built-in theme with the
 * job's options; a poster that was loaded is dropped. */
POSTERC_API bool posterc_job_compose(posterc_job *job, const char *text,
                                     const posterc_compose_options *options,
                                     posterc_write_func write, void *user);

/* Sorted by file, line and column.  index: 0 up to the count. */
POSTERC_API int posterc_job_diagnostic_count(const posterc_job *job);
POSTERC_API posterc_diagnostic posterc_job_diagnostic_at(const posterc_job *job, int index);
POSTERC_API bool posterc_job_has_error(const posterc_job *job);
POSTERC_API bool posterc_job_has_warning(const posterc_job *job);
/* The poster itself could not be read: no such file, or no permission. */
POSTERC_API bool posterc_job_is_unreadable(const posterc_job *job);

/* Files that were read or looked for so far, the poster first, under the names by which they were
 * opened: an output is out of date once one of them changes.  index: 0 up to the count. */
POSTERC_API int posterc_job_file_count(const posterc_job *job);
POSTERC_API const char *posterc_job_file_at(const posterc_job *job, int index);

/* One diagnostic as compilers print it, newline at the end:
 * "poster.yaml:12:5: error: unknown key 'titel'; did you mean 'title'? [unknown-key]" */
POSTERC_API char *posterc_job_format_diagnostic(const posterc_job *job, int index);
/* All as a JSON array of {file, line, column, severity, code, message, hint}; "[]" for none. */
POSTERC_API char *posterc_job_format_diagnostics_json(const posterc_job *job);

/* After check or render; NULL where the poster could not be laid out. */

/* What was chosen, on one line: sheet, panels, text size, fonts. */
POSTERC_API char *posterc_job_format_summary(const posterc_job *job);
/* One line for each panel of a draft that is too full and marked in red; "" for none. */
POSTERC_API char *posterc_job_format_overflow(const posterc_job *job);
/* For people: a line for each panel (size, reading distance, characters a line, how full,
 * contrast), pictures, ink, advice; 80 columns wide, in the reader's language. */
POSTERC_API char *posterc_job_format_report(const posterc_job *job);
/* The same for programs, with the diagnostics, as one JSON object: docs/check.md.  Never NULL. */
POSTERC_API char *posterc_job_format_report_json(const posterc_job *job);

/* About posterc, without a job. */

/* JSON Schema (draft 2020-12) of poster.yaml; the same as a page of Markdown; its keys and words as
 * a dictionary for libFuzzer. */
POSTERC_API char *posterc_schema(void);
POSTERC_API char *posterc_reference(void);
POSTERC_API char *posterc_dictionary(void);
/* What a code of a diagnostic means and what to do; NULL for an unknown code. */
POSTERC_API char *posterc_explain(const char *code);
/* The nearest code to a misspelt one, or NULL; not to be freed. */
POSTERC_API const char *posterc_nearest_code(const char *word);
/* All codes, a line each: code, "error" or "warning", and a few words. */
POSTERC_API char *posterc_list_codes(void);
/* What is shipped, a line each. */
POSTERC_API char *posterc_list_layouts(void);
POSTERC_API char *posterc_list_themes(void);
POSTERC_API char *posterc_list_fonts(void);

/* A poster.yaml to start from, for a shipped layout; NULL for an unknown one. */
POSTERC_API char *posterc_starter(const char *layout);
/* The nearest shipped layout to a misspelt one, or NULL; not to be freed. */
POSTERC_API const char *posterc_nearest_layout(const char *word);

/* Frees a text that posterc returned; NULL is fine. */
POSTERC_API void posterc_free(void *text);

#ifdef __cplusplus
}
#endif

#endif
