/* tag.h - the names of what a reader aloud is told, as PDF has them.  Layer: display. */
#ifndef PC_DISPLAY_TAG_H
#define PC_DISPLAY_TAG_H

#include <stdbool.h>

/* Standard structure types of PDF 1.7; PC_TAG_ARTIFACT is everything that is not content. */
typedef enum pc_tag {
  PC_TAG_DOCUMENT,
  PC_TAG_SECT,
  PC_TAG_H1,
  PC_TAG_H2,
  PC_TAG_H3,
  PC_TAG_H4,
  PC_TAG_H5,
  PC_TAG_H6,
  PC_TAG_P,
  PC_TAG_L,
  PC_TAG_LI,
  PC_TAG_LBL,
  PC_TAG_LBODY,
  PC_TAG_TABLE,
  PC_TAG_TR,
  PC_TAG_TH,
  PC_TAG_TD,
  PC_TAG_BLOCKQUOTE,
  PC_TAG_FIGURE,
  PC_TAG_CAPTION,
  PC_TAG_SPAN,
  PC_TAG_LINK,
  PC_TAG_RUBY,
  PC_TAG_RB,
  PC_TAG_RT,
  PC_TAG_ARTIFACT,
  PC_N_TAGS,
} pc_tag;

/* What the items of a list begin with (ISO 32000-1, 14.8.5.5: ListNumbering). */
typedef enum pc_numbering {
  PC_NUMBERING_NONE, /* words, or nothing */
  PC_NUMBERING_DISC,
  PC_NUMBERING_CIRCLE,
  PC_NUMBERING_SQUARE,
  PC_NUMBERING_DECIMAL,
  PC_N_NUMBERINGS,
} pc_numbering;

/* What a head stands over or before. */
typedef enum pc_scope { PC_SCOPE_NONE, PC_SCOPE_COLUMN, PC_SCOPE_ROW } pc_scope;

/* Attributes of a cell (ISO 32000-1, 14.8.5.7): ColSpan, RowSpan, Scope. */
typedef struct pc_cell_tag {
  int columns, rows; /* that it covers, at least 1 */
  pc_scope scope;    /* TH */
} pc_cell_tag;

/* "P", "H1", ... */
const char *pc_tag_name(pc_tag tag);
/* "None", "Disc", ... */
const char *pc_numbering_name(pc_numbering numbering);
static inline bool pc_tag_is_heading(pc_tag tag) {
  return tag >= PC_TAG_H1 && tag <= PC_TAG_H6;
}

#endif
