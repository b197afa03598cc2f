/* posterc.h - typeset a poster.yaml into one print-ready page.
 *
 * A job is one poster: make it, give it options, load it, render it, look at the diagnostics, free
 * it.
 *
 *     posterc_job *job = posterc_job_new();
 *     if (posterc_job_load_file(job, "poster.yaml"))
 *       posterc_job_render(job, POSTERC_PDF, write_bytes, file);
 *     for (int i = 0; i < posterc_job_diagnostic_count(job); i++)
 *       print(posterc_job_diagnostic_at(job, i));
 *     posterc_job_free(job);
 *
 * No globals: jobs in different threads do not meet.  Texts are UTF-8.  Functions that return bool
 * say false only if a diagnostic of severity error was added.  Pointers returned belong to the job
 * and hold until it is freed or loaded anew, unless said otherwise.  Out of memory aborts the
 * process, as GLib does.
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

typedef enum posterc_format { POSTERC_PDF, POSTERC_PNG, POSTERC_SVG, POSTERC_JSON } posterc_format;
typedef enum posterc_stage {
  POSTERC_STAGE_DOC,
  POSTERC_STAGE_LAYOUT,
  POSTERC_STAGE_DISPLAY
} posterc_stage;
typedef enum posterc_severity { POSTERC_WARNING, POSTERC_ERROR } posterc_severity;

/* file may be NULL; line 0: the file as a whole; columns count characters from 1; hint may be NULL.
 */
typedef struct posterc_diagnostic {
  const char *file;
  int line, column;
  posterc_severity severity;
  const char *code;
  const char *message;
  const char *hint;
} posterc_diagnostic;

/* Takes length bytes; returns false to stop (reported as a file error by the caller's own means).
 */
typedef bool (*posterc_write_func)(const void *bytes, size_t length, void *user);

POSTERC_API const char *posterc_version(void);

POSTERC_API posterc_job *posterc_job_new(void);
POSTERC_API void posterc_job_free(posterc_job *job); /* NULL is fine */

/* Options, before loading.  Strings are copied. */
POSTERC_API void posterc_job_set_layout(posterc_job *job, const char *name_or_path);
POSTERC_API void posterc_job_set_theme(posterc_job *job, const char *name_or_path);
POSTERC_API void posterc_job_add_set(posterc_job *job, const char *key_equals_value);
POSTERC_API void posterc_job_add_fonts(posterc_job *job, const char *folder);
POSTERC_API void posterc_job_set_draft(posterc_job *job, bool draft);
POSTERC_API void posterc_job_set_allow_outside(posterc_job *job, bool allow);
/* Dots an inch of PNG output; default 72. */
POSTERC_API void posterc_job_set_dpi(posterc_job *job, double dpi);
/* Seconds since 1970 for the dates in the file; -1, the default: no dates. */
POSTERC_API void posterc_job_set_date(posterc_job *job, long long seconds);

/* Reads and checks the language.  name is what messages call it; folder is where figure files are
 * ("." if NULL). */
POSTERC_API bool posterc_job_load_file(posterc_job *job, const char *path);
POSTERC_API bool posterc_job_load_buffer(posterc_job *job, const char *yaml, size_t length,
                                         const char *name, const char *folder);

/* Lays the poster out and reports all that there is to say, without output. */
POSTERC_API bool posterc_job_check(posterc_job *job);
POSTERC_API bool posterc_job_render(posterc_job *job, posterc_format format,
                                    posterc_write_func write, void *user);
POSTERC_API bool posterc_job_dump(posterc_job *job, posterc_stage stage, posterc_write_func write,
                                  void *user);

/* Sorted by place. */
POSTERC_API int posterc_job_diagnostic_count(const posterc_job *job);
POSTERC_API posterc_diagnostic posterc_job_diagnostic_at(const posterc_job *job, int index);
POSTERC_API bool posterc_job_has_error(const posterc_job *job);
POSTERC_API bool posterc_job_has_warning(const posterc_job *job);
/* true when the error was that a file could not be read at all (exit code 3). */
POSTERC_API bool posterc_job_is_unreadable(const posterc_job *job);

/* One diagnostic in GCC's form, or all as a JSON array; the caller frees the text with
 * posterc_free. */
POSTERC_API char *posterc_job_format_diagnostic(const posterc_job *job, int index);
POSTERC_API char *posterc_job_format_diagnostics_json(const posterc_job *job);
POSTERC_API void posterc_free(void *text);

/* JSON Schema of poster.yaml; what a code means; lists of what is shipped, as printed text.  The
 * caller frees them with posterc_free.  explain: NULL for an unknown code. */
POSTERC_API char *posterc_schema(void);
POSTERC_API char *posterc_reference(void);
POSTERC_API char *posterc_explain(const char *code);
POSTERC_API char *posterc_list_layouts(void);
POSTERC_API char *posterc_list_themes(void);
POSTERC_API char *posterc_list_fonts(void);

#ifdef __cplusplus
}
#endif

#endif
