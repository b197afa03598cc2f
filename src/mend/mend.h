/* mend.h - repairs the texts of a poster's file, and touches nothing else of it.  Layer: mend
 * (uses base, diag, spec, doc).
 *
 * What is printed stays the same but for the form of its digits: the mended file is read again and
 * compared, text by text, before anybody gets it.  Mending it once more changes nothing.
 */
#ifndef PC_MEND_MEND_H
#define PC_MEND_MEND_H

#include <glib.h>

#include "diag/diag.h"
#include "doc/lookalike.h"

/* The kinds of look-alikes first. */
typedef enum pc_repair {
  PC_REPAIR_RADICAL = PC_LOOKALIKE_RADICAL,
  PC_REPAIR_VERTICAL = PC_LOOKALIKE_VERTICAL,
  PC_REPAIR_HALFWIDTH = PC_LOOKALIKE_HALFWIDTH,
  PC_REPAIR_COMBINING = PC_LOOKALIKE_COMBINING,
  PC_REPAIR_LINE,  /* a line that ends in the middle of a sentence is joined with the next one */
  PC_REPAIR_DIGIT, /* full-width digits among half-width ones become half-width */
  PC_N_REPAIRS,
} pc_repair;

typedef struct pc_mend_options {
  const char *file;   /* for messages, and for the patch */
  const char *folder; /* of the poster: its layout, theme and tables count from here */
  bool allow_outside;
} pc_mend_options;

typedef struct pc_mended {
  GString *text;            /* the whole file */
  GString *patch;           /* from the old one, as a unified diff; "" where nothing changed */
  int counts[PC_N_REPAIRS]; /* characters, lines, digits */
  int n_left;               /* texts with repairs that would have changed what is printed */
} pc_mended;

/* NULL: the text is no YAML, which was reported; other mistakes of the poster are not. */
pc_mended *pc_mend(const char *text, size_t length, const pc_mend_options *options,
                   pc_diags *diags);
void pc_mended_free(pc_mended *mended);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_mended, pc_mended_free)

#endif
