/* block.h - what stands on a slide: headings, paragraphs, items, tables, figures.  Layer: doc. */
#ifndef PC_DOC_BLOCK_H
#define PC_DOC_BLOCK_H

#include "doc/chart.h"
#include "doc/figure.h"

typedef enum pc_cell_align {
  PC_CELL_AUTO,
  PC_CELL_START,
  PC_CELL_CENTER,
  PC_CELL_END
} pc_cell_align;

typedef enum pc_steps_direction {
  PC_STEPS_AUTO, /* as the room is */
  PC_STEPS_RIGHT,
  PC_STEPS_DOWN
} pc_steps_direction;

typedef enum pc_rings_form {
  PC_RINGS_CONCENTRIC,
  PC_RINGS_ONION /* circles that stand on one point */
} pc_rings_form;

/* Texts in their order: steps, cycle, rings. */
typedef struct pc_items {
  int n; /* at least 1 */
  const pc_rich *const *items;
  pc_steps_direction direction;
  pc_rings_form form;
  const pc_rich *center; /* of a cycle; NULL: none */
} pc_items;

typedef struct pc_qr {
  pc_string text;
  pc_length size; /* of the code with its quiet zone; auto: by the sheet */
  pc_place size_at;
  bool shows_text;
} pc_qr;

/* Columns and rows that a cell of a table covers; 0: it belongs to one before it. */
typedef struct pc_cell_span {
  int columns, rows;
} pc_cell_span;

typedef struct pc_table {
  int n_rows, n_columns;
  int n_header;                /* rows of heads, the first ones */
  bool has_row_heads;          /* the first column */
  const pc_rich *const *cells; /* n_rows * n_columns, NULL: empty */
  const pc_cell_span *spans;   /* n_rows * n_columns; NULL: no cells are joined */
  const pc_cell_align *align;  /* n_columns */
  pc_lengths widths;           /* count 0: by content */
  const pc_rich *caption;
  pc_place at;
} pc_table;

/* A label and what stands beside it. */
typedef struct pc_fact {
  const pc_rich *label; /* NULL: none */
  int n_values;         /* one below the other */
  const pc_rich *const *values;
} pc_fact;

typedef struct pc_facts {
  int n; /* at least 1 */
  const pc_fact *items;
} pc_facts;

/* Somebody's words. */
typedef struct pc_quote {
  int n; /* at least 1 */
  const pc_rich *const *paragraphs;
  const pc_rich *by; /* NULL: nobody is named */
} pc_quote;

typedef enum pc_block_kind {
  PC_BLOCK_HEADING, /* the slide's title; made by resolve, always first */
  PC_BLOCK_SUBHEADING,
  PC_BLOCK_PARAGRAPH,
  PC_BLOCK_ITEM,
  PC_BLOCK_TABLE,
  PC_BLOCK_FACTS,
  PC_BLOCK_QUOTE,
  PC_BLOCK_FIGURE,
  PC_BLOCK_FIGURES,
  PC_BLOCK_STEPS,
  PC_BLOCK_DIAGRAM,
  PC_BLOCK_CYCLE,
  PC_BLOCK_RINGS,
  PC_BLOCK_QR,
  PC_BLOCK_CHART,
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
  const pc_facts *facts;
  const pc_quote *quote;
  const struct pc_diagram *diagram; /* doc/diagram.h */
  const pc_figure *figure;          /* pictures, and all that is drawn */
  const pc_figures *figures;
  const pc_items *items; /* steps, cycle, rings */
  const pc_qr *qr;
  const pc_chart *chart;
  pc_length space; /* unit fr: `fill` */
} pc_block;

#endif
