/* block.h - what stands on a slide: headings, paragraphs, items, tables, figures.  Layer: doc. */
#ifndef PC_DOC_BLOCK_H
#define PC_DOC_BLOCK_H

#include "doc/rich.h"
#include "schema/schema.h"

typedef enum pc_cell_align {
  PC_CELL_AUTO,
  PC_CELL_START,
  PC_CELL_CENTER,
  PC_CELL_END
} pc_cell_align;

/* A picture's file, or the frame of a figure that posterc draws itself. */
typedef struct pc_figure {
  pc_string file; /* text NULL: drawn */
  const pc_rich *caption;
  const pc_rich *credit; /* source:, without the word 出典 */
  pc_string alt;
  pc_length width, height; /* auto: the room there is */
  pc_place at;
} pc_figure;

/* Texts in their order: steps, cycle, rings. */
typedef struct pc_items {
  int n; /* at least 1 */
  const pc_rich *const *items;
} pc_items;

typedef struct pc_table {
  int n_rows, n_columns;
  bool has_header;             /* the first row */
  const pc_rich *const *cells; /* n_rows * n_columns, NULL: empty */
  const pc_cell_align *align;  /* n_columns */
  pc_lengths widths;           /* count 0: by content */
  const pc_rich *caption;
  pc_place at;
} pc_table;

typedef enum pc_block_kind {
  PC_BLOCK_HEADING, /* the slide's title; made by resolve, always first */
  PC_BLOCK_SUBHEADING,
  PC_BLOCK_PARAGRAPH,
  PC_BLOCK_ITEM,
  PC_BLOCK_TABLE,
  PC_BLOCK_FIGURE,
  PC_BLOCK_STEPS,
  PC_BLOCK_SPACE,
  PC_BLOCK_SOURCE, /* the slide's credit line, 出典：…; made by resolve, always last */
  PC_N_BLOCK_KINDS,
} pc_block_kind;

typedef struct pc_block {
  pc_block_kind kind;
  pc_place at;
  const pc_rich *rich; /* heading, subheading, paragraph, item, source */
  /* item: "・", "●", "①", "1." as it is printed; NULL: the theme's bullet; an empty text: none,
   * this is a further paragraph of the item before it */
  const pc_rich *marker;
  bool ordered; /* item: the marker is a number */
  int level;    /* item: 0 outermost; subheading: 1.. */
  int list;     /* item: items of one list share a number, unique on the slide */
  bool loose;   /* item: a blank line stands before it */
  const pc_table *table;
  const pc_figure *figure; /* pictures, and all that is drawn */
  const pc_items *items;   /* steps */
  pc_length space;         /* unit fr: `fill` */
} pc_block;

#endif
