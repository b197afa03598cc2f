/* doc.h - the poster as its author means it: typed, checked, defaults filled in, no geometry yet.
 * Layer: doc (uses base, diag, spec, schema).
 *
 * A pc_doc owns its pc_spec; everything it points to lives in that arena and is const once
 * resolved.
 */
#ifndef PC_DOC_DOC_H
#define PC_DOC_DOC_H

#include <glib.h>

#include "doc/band.h"
#include "doc/block.h"
#include "doc/print.h"
#include "doc/printed.h"
#include "doc/rich.h"
#include "doc/theme.h"
#include "schema/schema.h"

#define PC_MAX_SLIDES 18

/* auto: of a slide, the poster's; final after resolve. */
typedef enum pc_writing { PC_WRITING_AUTO, PC_WRITING_HORIZONTAL, PC_WRITING_VERTICAL } pc_writing;
typedef enum pc_flow { PC_FLOW_Z, PC_FLOW_N, PC_FLOW_Z_RTL, PC_FLOW_N_RTL } pc_flow;
typedef enum pc_heights { PC_HEIGHTS_BALANCED, PC_HEIGHTS_EQUAL } pc_heights;
typedef enum pc_fit { PC_FIT_UNIFORM, PC_FIT_PANEL, PC_FIT_NONE } pc_fit;
typedef enum pc_marks { PC_MARKS_NONE, PC_MARKS_TOMBO, PC_MARKS_CROP } pc_marks;

typedef struct pc_page {
  pc_um width, height; /* trim, orientation applied */
  pc_um margin, bleed;
  pc_marks marks;
} pc_page;

/* A track list: count tracks; auto_count: as many as needed. */
typedef struct pc_tracks {
  bool auto_count;
  int count;
  const pc_length *lengths; /* count entries, fr or paper or %; NULL: all 1fr */
} pc_tracks;

typedef struct pc_grid {
  pc_tracks columns, rows;      /* counts are final after resolve */
  pc_place columns_at, rows_at; /* what the author can change where they do not fit */
  pc_heights heights;
  pc_length gap;
  pc_flow flow;
  bool guides;          /* lines from panel to panel */
  bool shared;          /* rows share the width each for itself: cells are parts of columns */
  const pc_node *areas; /* NULL without areas; cells of slides are resolved from it */
} pc_grid;

/* Cells of the grid, from the top left, counted from 0. */
typedef struct pc_cells {
  int column, row, columns, rows;
} pc_cells;

typedef enum pc_slide_role {
  PC_SLIDE_BODY,
  PC_SLIDE_THEME,
  PC_SLIDE_NAME,
  PC_SLIDE_FIGURE,
  PC_SLIDE_QUOTE,
  PC_SLIDE_CLOSING,
  PC_N_SLIDE_ROLES,
} pc_slide_role;

typedef struct pc_slide {
  int index;  /* in the list, from 0 */
  int number; /* 1..18, or 0 for `none` */
  const char *id;
  pc_slide_role role;
  const char *section;
  const char *lang;       /* BCP 47; the poster's where it has none of its own */
  pc_color section_color; /* literal: palette colour of the section, accent without one */
  const pc_rich *title;
  pc_cells cells;
  int columns; /* of text; 0: as many as keep lines short */
  pc_writing writing;
  pc_panel_style
      style; /* theme.panel < theme.roles.ROLE < slide.style < align, valign; all colours literal */
  int n_blocks;
  const pc_block *const *blocks; /* heading first, then in the order written, source last */
  pc_place at;
} pc_slide;

typedef struct pc_doc {
  pc_spec *spec;
  const pc_rich *title, *subtitle, *event, *date;
  int n_authors, n_affiliations, n_logos;
  const pc_rich *const *authors, *const *affiliations;
  const pc_logo *logos;
  const char *lang;
  pc_page page;
  pc_grid grid;
  pc_band header, footer;
  pc_fit fit;
  pc_theme theme;
  pc_print print;
  int n_slides;
  const pc_slide *const *slides; /* by number; unnumbered ones follow their neighbour */
  int n_pictures;
  const pc_named_picture *pictures; /* all, in the order in which they were read */
  const char *folder;               /* figure files count from here; "." for standard input */
  const char *file;                 /* what messages call the poster */
} pc_doc;

typedef struct pc_decode_options {
  const char *file;           /* for messages */
  const char *folder;         /* of the poster */
  const char *layout, *theme; /* --layout, --theme; or NULL */
  const char *const *sets;    /* --set, NULL-terminated, or NULL */
  bool allow_outside;
  pc_printing *printing; /* filled with what is printed, also where there are mistakes; or NULL */
  /* Looks at doc->pictures of a poster with mistakes, for all to be reported at once; or NULL. */
  void (*check_pictures)(const pc_doc *doc, bool allow_outside, pc_diags *diags);
} pc_decode_options;

/* The whole cascade, decoding and resolving.  NULL when an error was reported; as many independent
 * mistakes as possible in one run. */
pc_doc *pc_doc_decode(const char *text, size_t length, const pc_decode_options *options,
                      pc_diags *diags);
void pc_doc_free(pc_doc *doc);

/* The table of poster.yaml's top, for schema and reference. */
const pc_schema *pc_doc_schema(void);

/* The stage as stable JSON, for goldens and `posterc dump --stage=doc`. */
void pc_doc_dump(const pc_doc *doc, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_doc, pc_doc_free)

#endif
