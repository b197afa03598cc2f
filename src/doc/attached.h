/* attached.h - the bytes of a file that the poster names, with its own diagnostics.  Layer: doc. */
#ifndef PC_DOC_ATTACHED_H
#define PC_DOC_ATTACHED_H

#include <glib.h>

#include "doc/doc.h"

/* What the file is meant to be: its limit, and what to type instead. */
typedef struct pc_attached_kind {
  int most_mib;
  const char *name_one;  /* "name a picture" */
  const char *shrink_it; /* "make the picture smaller" */
} pc_attached_kind;

/* NULL: reported at the place of file (missing-file, outside-directory, limit). */
GBytes *pc_attached_read_kind(const char *folder, pc_string file, bool allow_outside,
                              const pc_attached_kind *kind, pc_diags *diags);
/* The same for a picture. */
GBytes *pc_attached_read(const char *folder, pc_string file, bool allow_outside, pc_diags *diags);

/* Where the name of the file stands. */
pc_place pc_attached_place(pc_string file);

#endif
