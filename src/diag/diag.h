/* diag.h - what posterc has to say about a poster: collected, sorted by place, printed once.
 * Layer: diag (uses base).
 *
 * A message says the fact in the author's words; the hint says what to type instead.  Nobody below
 * cli/ prints.  Two reports with the same place, code and message count once.  1000 errors and 1000
 * warnings are kept; one more diagnostic at the end counts the rest.
 */
#ifndef PC_DIAG_DIAG_H
#define PC_DIAG_DIAG_H

#include <stdbool.h>

#include <glib.h>

#include "base/json.h"

typedef enum pc_severity { PC_WARNING, PC_ERROR } pc_severity;

/* One entry for each code of codes.def, in its order. */
typedef enum pc_code {
#define PC_CODE(id, name, severity, title, meaning, remedy) PC_##id,
#include "diag/codes.def"
#undef PC_CODE
  PC_N_CODES,
} pc_code;

typedef struct pc_code_info {
  const char *name; /* "unknown-key" */
  pc_severity severity;
  const char *title;   /* a few words */
  const char *meaning; /* what happened, for `posterc explain` */
  const char *remedy;  /* what to do */
} pc_code_info;

/* Where in the author's files.  file is interned (g_intern_string) and NULL where no file is to
 * blame; line and column count from 1, columns in characters; line 0: the file as a whole. */
typedef struct pc_place {
  const char *file;
  int line, column;
} pc_place;

typedef struct pc_diag {
  pc_place at;
  pc_code code;
  pc_severity severity;
  const char *message; /* owned by the collection */
  const char *hint;    /* or NULL */
} pc_diag;

typedef struct pc_diags pc_diags;

pc_diags *pc_diags_new(void);
void pc_diags_free(pc_diags *diags);

/* Adds one.  PC_REPORT(diags, at, PC_UNKNOWN_KEY, "unknown key '%s'", key) */
void pc_diags_report(pc_diags *diags, pc_place at, pc_code code, const char *hint,
                     const char *format, ...) G_GNUC_PRINTF(5, 6);
#define PC_REPORT(diags, at, code, ...) pc_diags_report((diags), (at), (code), NULL, __VA_ARGS__)
#define PC_REPORT_HINT(diags, at, code, hint, ...)                                                 \
  pc_diags_report((diags), (at), (code), (hint), __VA_ARGS__)

bool pc_diags_has_error(const pc_diags *diags);
bool pc_diags_has_warning(const pc_diags *diags);
/* Sorted by file, line, column; ties in the order reported. */
int pc_diags_count(const pc_diags *diags);
const pc_diag *pc_diags_at(const pc_diags *diags, int index);
/* All of from, in its order. */
void pc_diags_append(pc_diags *diags, const pc_diags *from);

const pc_code_info *pc_code_get(pc_code code);
/* PC_N_CODES where no code has that name. */
pc_code pc_code_find(const char *name);
/* Names of all codes, NULL-terminated. */
const char *const *pc_code_names(void);

/* "error", in the reader's language. */
const char *pc_severity_name(pc_severity severity);
/* "poster.yaml:12:5: error: unknown key 'titel'; did you mean 'title'? [unknown-key]", newline at
 * the end. The hint follows the message after "; ". */
void pc_diag_format(const pc_diag *diag, GString *out);
/* A JSON array, one object a line, newline at the end. */
void pc_diags_format_json(const pc_diags *diags, GString *out);
/* The same array as part of other JSON. */
void pc_diags_dump(const pc_diags *diags, const char *key, pc_json *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_diags, pc_diags_free)

#endif
