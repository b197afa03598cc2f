/* kinds.h - one row for each kind of block: how it is shaped, measured and spaced.
 * Layer: layout. */
#ifndef PC_LAYOUT_KINDS_H
#define PC_LAYOUT_KINDS_H

#include "layout/panel.h"

/* What shaping shares. */
typedef struct pc_shaper {
  pc_layout *layout;
  pc_measurer *measurer;
  const pc_layout_options *options;
  const pc_slide *slide;
  pc_diags *diags;
} pc_shaper;

typedef void (*pc_shape_func)(const pc_shaper *shaper, pc_piece *piece);
typedef pc_measure (*pc_measure_func)(const pc_setting *setting, const pc_piece *piece);
typedef double (*pc_overhang_func)(const pc_setting *setting, const pc_piece *piece);
typedef bool (*pc_keeps_func)(const pc_setting *setting, const pc_piece *piece);
typedef void (*pc_settle_func)(const pc_setting *setting, const pc_piece *piece,
                               pc_measure *measure);
typedef void (*pc_place_func)(const pc_setting *setting, const pc_piece *piece, pc_box *box);

typedef struct pc_kind_row {
  const char *name; /* in dumps; NULL: not listed */
  pc_face face;     /* text */
  bool bold;
  bool is_heading;      /* phrase breaks; never the last thing in a column */
  bool on_grid;         /* its lines stand on the grid that neighbours share */
  int lines_before;     /* on the grid: so many stay empty between a text and it */
  bool spans;           /* over all text columns */
  bool stands;          /* set across also where lines run downwards */
  bool pictorial;       /* a figure, which takes the room that the text leaves */
  size_t size;          /* offset of its size in pc_type */
  double line;          /* from line to line, em; 0: the theme's */
  double before, after; /* gap to its neighbours beyond the leading, em of the body; not between
                           two on the grid */
  pc_shape_func shape;
  pc_measure_func measure;
  pc_overhang_func overhang; /* um by which something unbreakable is too wide */
  pc_keeps_func keeps;       /* whether words that ask for it stay whole; NULL: none asks */
  pc_settle_func settle;     /* figures whose form is chosen for their room: with measure->height in
                                all, the height becomes what they use of it; NULL: all */
  pc_place_func place;       /* text, marker, caption, cells, image into box->rect */
} pc_kind_row;

const pc_kind_row *pc_kind_find(pc_block_kind kind);

/* How much lower than usual headings stand, and their badges: readings stand over one of them, and
 * the headings of neighbours share their baseline. */
pc_um pc_heading_head(const pc_content *content, double size_pt);

double pc_kind_size(const pc_kind_row *row, const pc_type *type);

/* Besides its heading there is one short text, or none: characters of it at most. */
bool pc_slide_is_statement(const pc_slide *slide, int most);

/* Set flush on both sides? */
bool pc_slide_is_justified(const pc_slide *slide, const pc_doc *doc);

pc_paragraph *pc_shaper_shape(const pc_shaper *shaper, const pc_rich *rich,
                              const pc_text_style *style);

/* Tables: table.c */
void pc_table_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_table_measure(const pc_setting *setting, const pc_piece *piece);
double pc_table_overhang(const pc_setting *setting, const pc_piece *piece);
bool pc_table_keeps_words(const pc_setting *setting, const pc_piece *piece);
void pc_table_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);
/* How many of its last rows are together at least that high; 0: all are not. */
int pc_table_count_rows(const pc_setting *setting, const pc_piece *piece, pc_um over);

/* Labels and what belongs to them: facts.c */
void pc_facts_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_facts_measure(const pc_setting *setting, const pc_piece *piece);
double pc_facts_overhang(const pc_setting *setting, const pc_piece *piece);
void pc_facts_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);

/* Somebody's words: quote.c */
void pc_quote_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_quote_measure(const pc_setting *setting, const pc_piece *piece);
double pc_quote_overhang(const pc_setting *setting, const pc_piece *piece);
void pc_quote_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);

/* Pictures: picture.c.  Captions stand upright where the figure does. */
void pc_picture_shape_caption(const pc_shaper *shaper, pc_piece *piece);
void pc_picture_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_picture_measure(const pc_setting *setting, const pc_piece *piece);
double pc_picture_overhang(const pc_setting *setting, const pc_piece *piece);
void pc_picture_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);

/* Several pictures side by side: figures.c */
void pc_figures_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_figures_measure(const pc_setting *setting, const pc_piece *piece);
void pc_figures_settle(const pc_setting *setting, const pc_piece *piece, pc_measure *measure);
double pc_figures_overhang(const pc_setting *setting, const pc_piece *piece);
void pc_figures_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);

/* Figures that posterc draws itself: drawn.c */
void pc_drawn_shape(const pc_shaper *shaper, pc_piece *piece);
pc_measure pc_drawn_measure(const pc_setting *setting, const pc_piece *piece);
double pc_drawn_overhang(const pc_setting *setting, const pc_piece *piece);
void pc_drawn_settle(const pc_setting *setting, const pc_piece *piece, pc_measure *measure);
void pc_drawn_place(const pc_setting *setting, const pc_piece *piece, pc_box *box);

#endif
