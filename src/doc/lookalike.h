/* lookalike.h - repair of characters that only look right (SPEC section 8).  Layer: doc.
 *
 * Sources of the table: Unicode's EquivalentUnifiedIdeograph.txt for Kangxi Radicals and CJK
 * Radicals Supplement; VerticalOrientation's presentation forms; half-width kana with their voiced
 * marks.
 */
#ifndef PC_DOC_LOOKALIKE_H
#define PC_DOC_LOOKALIKE_H

#include <glib.h>

#include "doc/mapped.h"
#include "spec/node.h"

typedef enum pc_lookalike_kind {
  PC_LOOKALIKE_RADICAL,   /* U+2E80-2FDF -> ideograph */
  PC_LOOKALIKE_VERTICAL,  /* U+FE10-FE19, FE30-FE44, FE47-FE48 -> plain full-width mark */
  PC_LOOKALIKE_HALFWIDTH, /* U+FF61-FF9F -> full-width kana, voiced marks joined */
  PC_LOOKALIKE_COMBINING, /* kana + U+3099 / U+309A -> one character */
  PC_N_LOOKALIKES,
} pc_lookalike_kind;

/* Counts by kind over a whole poster, with the first place and character of each. */
typedef struct pc_lookalikes {
  int counts[PC_N_LOOKALIKES];
  pc_place first[PC_N_LOOKALIKES];
  char found[PC_N_LOOKALIKES][16]; /* the first, as written */
  char repaired[PC_N_LOOKALIKES][16];
} pc_lookalikes;

/* One character's repair. */
typedef struct pc_lookalike {
  pc_lookalike_kind kind; /* PC_N_LOOKALIKES: nothing to repair */
  gunichar to;
  gsize length; /* bytes of the original: one character, or a kana and its mark */
} pc_lookalike;

/* The character at the beginning of a text that is not at its end. */
pc_lookalike pc_lookalike_find(const char *at);

/* The repaired text (the caller's); counts what was replaced.  node gives places and may be NULL;
 * counts may be NULL. */
char *pc_lookalike_repair(const char *text, const pc_node *node, pc_lookalikes *counts);

/* The same, with the offset in text that each byte of the result came from. */
pc_mapped *pc_lookalike_repair_mapped(const char *text, const pc_node *node, pc_lookalikes *counts);

/* One `lookalike` warning for each kind that occurred. */
void pc_lookalikes_report(const pc_lookalikes *counts, pc_diags *diags);

#endif
