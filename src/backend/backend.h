/* backend.h - a display to bytes: PDF, PNG or SVG.  Layer: backend. */
#ifndef PC_BACKEND_BACKEND_H
#define PC_BACKEND_BACKEND_H

#include <glib.h>

#include "diag/diag.h"
#include "display/display.h"
#include "doc/doc.h"

typedef enum pc_format { PC_FORMAT_PDF, PC_FORMAT_PNG, PC_FORMAT_SVG } pc_format;

/* What the file says of itself besides its marks. */
typedef struct pc_backend_options {
  const char *lang;
  const char *title, *author, *subject; /* plain text, or NULL */
  gint64 date;           /* seconds since 1970 from SOURCE_DATE_EPOCH, or -1: no dates */
  double dpi;            /* png */
  const pc_print *print; /* pdf */
  pc_marks marks;        /* pdf */
  const char *folder;    /* where a profile of the author's is looked for */
  bool allow_outside;
  bool is_untagged; /* pdf: no tree for readers aloud, and no claim of one */
} pc_backend_options;

/* The finished file; NULL: reported.  Equal displays and options give equal bytes. */
GBytes *pc_backend_write(const pc_display *display, pc_format format,
                         const pc_backend_options *options, pc_diags *diags);

#endif
