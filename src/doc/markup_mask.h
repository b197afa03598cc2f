/* markup_mask.h - the lines of a text while they are rewritten for md4c.  Layer: doc. */
#ifndef PC_DOC_MARKUP_MASK_H
#define PC_DOC_MARKUP_MASK_H

#include "doc/markup_parts.h"

/* What stands hidden at U+FDD0 and on. */
typedef enum pc_hidden_id {
  PC_HIDE_STAR,
  PC_HIDE_TILDE,
  PC_HIDE_EQUAL,
  PC_HIDE_OPEN,
  PC_HIDE_BAR,
  PC_HIDE_CLOSE,
  PC_HIDE_TAG,
  PC_HIDE_COLON,
  PC_HIDE_BACKSLASH,
  PC_HIDE_MARK_BEGIN,
  PC_HIDE_MARK_END,
  PC_HIDE_GUARD,
} pc_hidden_id;

typedef struct pc_mask {
  const pc_mapped *in;
  pc_mapped *out;
  const char *text; /* of in */
  char fence;       /* '`' or '~' inside a fenced code block */
  gsize fence_length;
  bool after_bar; /* the line above may head a table */
} pc_mask;

/* Of the line, not U+3000. */
bool pc_char_is_ascii_blank(char c);

void pc_mask_append_hidden(pc_mask *mask, pc_hidden_id id, gsize at);
void pc_mask_append_range(pc_mask *mask, gsize start, gsize end);
/* One past a run of c. */
gsize pc_mask_skip_run(const pc_mask *mask, gsize at, gsize end, char c);

/* The words of a line behind what begins it: hides what md4c must not see. */
void pc_mask_words(pc_mask *mask, gsize start, gsize end);

#endif
