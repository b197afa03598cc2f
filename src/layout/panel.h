/* panel.h - what one slide holds, shaped once, and how tall it is at a size.
 * Layer: layout (uses base, doc, text, figure).
 *
 * A content is const once made: every trial of the fit sets it anew (pc_setting) and asks how tall
 * it is.  Placing walks the same arrangement, so what was measured is what is printed.
 */
#ifndef PC_LAYOUT_PANEL_H
#define PC_LAYOUT_PANEL_H

#include "layout/cell.h"
#include "figure/crop.h"
#include "layout/layout.h"

/* Diameter of the badge, of the heading's em. */
#define PC_BADGE_EM 1.25

typedef struct pc_picture {
  const pc_figure *figure;
  pc_image *image;       /* NULL: not readable */
  pc_part part;          /* what is shown of it */
  pc_paragraph *caption; /* of one of several */
} pc_picture;

/* One block, shaped.  Paragraphs, images and sketches belong to the layout. */
typedef struct pc_piece {
  const pc_block *block;
  pc_paragraph *text; /* NULL: none */
  double least_em;    /* width of what cannot be broken in it */
  pc_paragraph *marker;
  pc_paragraph *caption;
  pc_cell_piece *cells; /* table: n_rows * n_columns; facts: label, value; quote: paragraphs */
  int n_pictures;
  pc_picture *pictures;
  const pc_sketch *sketch;
  double indent_em;     /* item: where its text begins */
  double marker_gap_em; /* item: between marker and text */
} pc_piece;

typedef struct pc_content {
  const pc_doc *doc;
  const pc_slide *slide;
  pc_paragraph *number;
  int n_pieces; /* the source is not among them */
  pc_piece *pieces;
  pc_piece *source;      /* NULL: none */
  double line;           /* from line to line on the grid, em: the same in all panels of a row */
  double growth;         /* the text may be set up to so many times the common size */
  bool grows_whole;      /* with its heading, up to a title's size */
  bool is_statement;     /* few words that have the panel for themselves */
  bool has_heading;      /* pieces[0] */
  bool badge_inline;     /* the badge stands before the heading; else in a row of its own */
  bool is_bare;          /* a picture and nothing else: no padding */
  const pc_piece *aside; /* the last piece, which is to stand beside the text; NULL: none */
  bool aside_first;      /* left of the text */
} pc_content;

/* Shapes the blocks of a slide; pictures are loaded.  Mistakes are reported.  The arrays belong to
 * the caller: pc_content_clear. */
void pc_content_init(pc_content *content, const pc_slide *slide, pc_layout *layout,
                     pc_measurer *measurer, const pc_layout_options *options, pc_diags *diags);
void pc_content_clear(pc_content *content);

/* Sizes of type in points; a tenth is the step of all that follow from the body. */
typedef struct pc_type {
  double common, body, heading, subheading, caption;
} pc_type;

/* A content at a size in a panel of some width.  A panel whose lines run downwards is set as if
 * they ran across, in a panel as wide as it is high, and turned once all is placed: width and
 * height are the turned ones here. */
typedef struct pc_setting {
  const pc_content *content;
  pc_type type;
  bool turned;
  bool upright;         /* for a piece that stands upright in a turned panel: its width is chosen */
  pc_um padding, width; /* of the inner rectangle */
  pc_um full;           /* what % of a width means: the text's, also for a figure beside it */
  int columns;          /* of text */
  pc_um gutter, column; /* of its text columns */
  pc_um most;           /* no line of text is longer */
  pc_um pitch;          /* of the grid that its lines stand on */
  bool keeps_closed;    /* its lists are not opened: a neighbour's have no room for it */
  pc_um item_gap;       /* more room between the items of a list */
  pc_um left;           /* of the text, within the inner rectangle */
  pc_um aside;          /* width of the figure beside the text; 0: none */
  pc_um aside_height;   /* its height, if it has no proportions of its own; 0: the least */
  pc_um panel_height;   /* what % of a height means; 0: not known yet */
} pc_setting;

/* A text's place in the panel, or a table's or figure's. */
typedef struct pc_slot {
  int column;
  pc_um y;
} pc_slot;

/* One piece measured: lines of text, or one line as tall as a table or picture. */
typedef struct pc_measure {
  int lines;
  pc_um em, pitch; /* height of a line's em box, and from line to line */
  pc_um head;      /* room above the first line: badge */
  pc_um height;
  pc_um natural; /* figure without a given size: what it could use beyond height; 0: not flexible */
  pc_um least;   /* figure: what of height is the figure itself */
  double fill;   /* share of what is left over */
  bool spreads;  /* figure: it may become higher than natural where nothing else wants the room */
  pc_extent form; /* see pc_box */
  bool beside;    /* it stands beside the figure */
} pc_measure;

/* Its lines run downwards. */
bool pc_slide_is_vertical(const pc_slide *slide);

/* body_pt: up to the content's growth times common_pt.  panel_width: along the lines. */
pc_setting pc_setting_make(const pc_content *content, double common_pt, double body_pt,
                           pc_um panel_width);

/* The author's text columns in setting->width, or as many as keep lines short. */
void pc_setting_set_columns(pc_setting *setting);

/* Least height of the panel: flexible pictures at their minimum. */
pc_um pc_setting_need(const pc_setting *setting);
/* The same with pictures as large as the width permits. */
pc_um pc_setting_need_full(const pc_setting *setting);
/* Something that cannot be broken is wider than its room. */
bool pc_setting_is_overfull(const pc_setting *setting);
/* The words of tables, and of headings whose lines run downwards, stay whole. */
bool pc_setting_keeps_words(const pc_setting *setting);
/* Pictures without a given size are all that it holds besides its heading. */
bool pc_content_is_pictorial(const pc_content *content);
/* Characters of running text, for advice. */
int pc_content_count_characters(const pc_content *content);

/* Measures of all pieces, n_pieces entries. */
void pc_setting_measure(const pc_setting *setting, pc_measure *measures);
pc_measure pc_setting_measure_piece(const pc_setting *setting, const pc_piece *piece);
/* Between a piece and the one before it. */
pc_um pc_setting_gap(const pc_setting *setting, int index);
/* Height of all pieces one below the other; slots (one for each line of each piece, in order)
 * may be NULL.  extra is added to every gap after the heading. */
pc_um pc_setting_arrange(const pc_setting *setting, const pc_measure *measures, pc_um extra,
                         pc_slot *slots);
/* Height of the source line with the gap before it, 0 without one. */
pc_um pc_setting_source_height(const pc_setting *setting);
/* Height of the badge's own row with the gap after it, 0 where there is none. */
pc_um pc_setting_badge_height(const pc_setting *setting);

/* Places everything in panel->rect, whose slide is set. */
void pc_panel_place(pc_panel *panel, const pc_setting *setting);

#endif
