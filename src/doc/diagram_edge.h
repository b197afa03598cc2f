/* diagram_edge.h - "A -> B" taken apart.  Layer: doc. */
#ifndef PC_DOC_DIAGRAM_EDGE_H
#define PC_DOC_DIAGRAM_EDGE_H

#include "doc/diagram.h"

/* Names as written, without the spaces around them; the left one is `from` unless is_reversed. */
typedef struct pc_edge_text {
  char *left, *right;
  unsigned marks; /* pc_edge_mark, from the direction that the edge has */
  bool is_reversed;
  bool has_more; /* another arrow follows */
} pc_edge_text;

/* An arrow between spaces counts before one without.  false: no arrow, or a side without name. */
bool pc_edge_text_parse(pc_edge_text *edge, const char *text);
void pc_edge_text_clear(pc_edge_text *edge);

/* The right name's part after a colon, which is cut off it; NULL: it has none.  Where a label
 * follows a full-width colon, or one without a space, YAML sees a single text. */
char *pc_edge_text_take_label(pc_edge_text *edge);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_edge_text, pc_edge_text_clear)

#endif
