/* layout.h - where everything stands on the sheet.  Layer: layout (uses text, figure and all
 * before).
 *
 * A pc_layout owns its panels, lines and images and borrows the doc and the measurer, which must
 * outlive it. All places are micrometres from the trim's top left.
 */
#ifndef PC_LAYOUT_LAYOUT_H
#define PC_LAYOUT_LAYOUT_H

#include "base/checks.h"
#include "base/geom.h"
#include "doc/doc.h"
#include "figure/image.h"
#include "figure/sketch.h"
#include "text/textbox.h"

/* One cell of a table, a label or value of facts, a paragraph of a quote. */
typedef struct pc_cell_box {
  pc_rect rect;
  bool is_header;    /* names its column */
  bool is_row_head;  /* names its row */
  int row, column;   /* where it begins */
  int rows, columns; /* that it covers */
  pc_text_box text;
} pc_cell_box;

/* From a quote's bubble to the end of its tail, em of its text. */
#define PC_QUOTE_TAIL_EM 0.8

/* A picture on paper. */
typedef struct pc_picture_box {
  const pc_figure *figure;
  pc_image *image;     /* borrowed from the layout */
  pc_rect rect;        /* what is seen */
  pc_rect whole;       /* of all of the image: what lies beyond rect is cut */
  pc_text_box caption; /* of one of several pictures */
} pc_picture_box;

/* A block on paper. */
typedef struct pc_box {
  pc_block_kind kind;
  const pc_block *block;
  pc_rect rect;
  pc_text_box text;    /* heading, subheading, paragraph, item body, source */
  pc_text_box marker;  /* item */
  pc_text_box caption; /* figure, table: caption and credit */
  int n_pictures;
  pc_picture_box *pictures;
  bool spreads;            /* to the edges of the panel */
  const pc_sketch *sketch; /* figures that posterc draws; borrowed */
  pc_drawing *drawing;
  pc_extent form; /* the room that its form was chosen for: what stays free above it, and height;
                     length 0: rect is all of it */
  int n_cells;    /* table, facts, quote */
  pc_cell_box *cells;
  int first_row; /* table: 1 where an empty header is left out */
  pc_rect frame; /* quote: the bubble, or what its rule stands beside */
} pc_box;

typedef struct pc_panel {
  const pc_slide *slide;
  pc_rect rect, inner; /* inner: without the padding */
  double body_pt;
  double filled; /* share of the inner height that is used, 0..1 and above when overfull */
  bool is_bare;  /* a picture and nothing else: it may cover all of the panel */
  bool has_list; /* one that may have an empty line after each item */
  bool is_open;  /* it has them */
  bool overflow; /* --draft: to be marked in red */
  pc_um overflow_by;
  pc_text_box number; /* the badge's digits; lines NULL: none */
  pc_rect badge;      /* of the number */
  int n_boxes;
  pc_box *boxes;
} pc_panel;

/* The header or the footer. */
typedef struct pc_band_box {
  bool shown;
  pc_rect rect;
  int n_texts;
  pc_text_box *texts;        /* in reading order */
  const pc_band_item *items; /* what each text is */
  int n_logos;
  pc_image **logos;
  pc_rect *logo_rects;
  pc_rect logo_plate; /* light ground under them; w 0: none */
} pc_band_box;

/* A line from one panel to the next, with right angles; the last point lies on the next panel's
 * edge, the first one on its predecessor's. */
#define PC_GUIDE_POINTS 12
typedef struct pc_guide {
  int n;
  pc_point points[PC_GUIDE_POINTS];
} pc_guide;

typedef struct pc_layout {
  const pc_doc *doc;
  double body_pt; /* the common size */
  pc_band_box header, footer;
  pc_text_box slug[2]; /* left and right of the lower centre mark; lines NULL: none */
  int n_panels;
  pc_panel *panels; /* reading order */
  int n_guides;
  pc_guide *guides; /* n_panels at most; NULL: none wanted */
  int n_limiting;
  int *limiting;          /* panels that keep the common size from being a step larger */
  GPtrArray *images;      /* owns pc_image */
  pc_checks *checks;      /* of pictures, while the layout is made */
  GPtrArray *sketches;    /* owns pc_sketch */
  GPtrArray *paragraphs;  /* owns pc_paragraph */
  GPtrArray *texts;       /* owns pc_rich: bullets, numbers, captions with their credit */
  pc_measurer *measurer;  /* borrowed */
  struct pc_board *board; /* layout/board.h: what it was made on, for trials; NULL: not kept */
} pc_layout;

typedef struct pc_layout_options {
  bool draft;               /* overflow is marked, not an error */
  bool allow_outside;       /* for figures */
  bool keeps_board;         /* for trials: layout/trial.h */
  const char *date;         /* in the slug: "2026-05-01", or NULL */
  pc_figure_memory *memory; /* of the layouts before, or NULL */
} pc_layout_options;

/* All passes in order: tracks, shape, fit, place, check.  NULL when an error was reported. */
pc_layout *pc_layout_new(const pc_doc *doc, pc_measurer *measurer, const pc_layout_options *options,
                         pc_diags *diags);
void pc_layout_free(pc_layout *layout);

/* Waits for what is still found out about pictures; a backend that needs their pixels does so
 * itself.  false: reported, some are damaged. */
bool pc_layout_settle(const pc_layout *layout, pc_diags *diags);

/* What it owns. */
void pc_panel_clear(pc_panel *panel);

/* The panel's heading, or NULL. */
const pc_box *pc_panel_find_heading(const pc_panel *panel);

/* SPEC section 12, with the diagnostics so far. */
void pc_layout_dump(const pc_layout *layout, const pc_diags *diags, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_layout, pc_layout_free)

#endif
