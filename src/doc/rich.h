/* rich.h - a paragraph's text and what is marked in it.  Layer: doc.
 *
 * text is what is printed, in reading order: look-alikes repaired, hard line breaks joined, markup
 * removed.
 * '\n' is a forced line break.  Spans cover it without gaps or overlaps.
 */
#ifndef PC_DOC_RICH_H
#define PC_DOC_RICH_H

#include <glib.h>

#include "spec/node.h"

typedef enum pc_mark {
  PC_MARK_STRONG = 1 << 0,
  PC_MARK_EMPHASIS = 1 << 1, /* dots on Japanese, italic on Latin; or as theme.text.emphasis says */
  PC_MARK_HIGHLIGHT = 1 << 2,
  PC_MARK_STRIKE = 1 << 3,
  PC_MARK_CODE = 1 << 4,
  PC_MARK_LINK = 1 << 5,
} pc_mark;

typedef struct pc_span {
  int start, end;   /* bytes of text */
  unsigned marks;   /* pc_mark bits */
  const char *href; /* PC_MARK_LINK */
  const char *lang; /* BCP 47; NULL: that of the text around it */
} pc_span;

/* Readings over a base.  One reading: group ruby; as many as the base has characters: mono
 * (jukugo). */
typedef struct pc_ruby {
  int start, end; /* bytes of text: the base */
  int n_readings;
  const char *const *readings;
  const pc_node *node; /* where the readings stand, NULL: in the text itself */
} pc_ruby;

typedef struct pc_rich {
  const char *text;
  int length; /* bytes */
  pc_place at;
  const pc_node *node; /* where it came from, or NULL */
  int n_spans;
  const pc_span *spans;
  int n_rubies;
  const pc_ruby *rubies;
} pc_rich;

#endif
