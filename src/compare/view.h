/* view.h - what is to be seen on a finished poster: panels, words, figures, whoever made the file.
 * Layer: compare.
 *
 * A view is read from a PDF or from a layout as JSON, and never changed afterwards.  Places count
 * from the trim's top left of their page.
 */
#ifndef PC_COMPARE_VIEW_H
#define PC_COMPARE_VIEW_H

#include <stdbool.h>

#include <glib.h>

#include "base/geom.h"
#include "diag/diag.h"

/* What a file says of itself as a whole. */
typedef enum pc_trait {
  PC_TRAIT_STANDARD,  /* "PDF/X-4" */
  PC_TRAIT_CONDITION, /* of print: "FOGRA39" */
  PC_TRAIT_TITLE,
  PC_TRAIT_AUTHOR,
  PC_TRAIT_SUBJECT,
  PC_TRAIT_LANGUAGE,
  PC_N_TRAITS,
} pc_trait;

/* A word of a language with blanks, or one character of a language without. */
typedef struct pc_token {
  const char *text; /* interned in the view */
  pc_rect rect;
  int page;      /* from 0 */
  bool is_apart; /* a blank stands before it, or a line begins with it */
} pc_token;

typedef struct pc_seen_figure {
  const char *name; /* its file, its kind, or its alternative text; never NULL */
  pc_rect rect;
  int page;
} pc_seen_figure;

/* A panel, or what stands outside all panels of a page. */
typedef struct pc_region {
  bool is_panel;
  int page, number;       /* number 0: none */
  const char *id, *title; /* or NULL */
  pc_rect rect;
  pc_rect number_rect; /* where the number is printed; w 0: not known */
  double body_pt;      /* 0: the file does not say */
  GArray *tokens;      /* pc_token, in the order of the file */
  GArray *figures;     /* pc_seen_figure */
} pc_region;

typedef struct pc_view_page {
  pc_size trim;
  pc_rect media, bleed; /* from the trim's top left */
  int turn;             /* degrees that a viewer turns it by */
} pc_view_page;

typedef struct pc_view {
  const char *file; /* its name; interned */
  GBytes *pdf;      /* NULL: a layout */
  GStringChunk *texts;
  const char *traits[PC_N_TRAITS]; /* NULL: not said */
  double body_pt;                  /* of the whole poster; 0: the file does not say */
  GArray *pages;                   /* pc_view_page */
  GPtrArray *regions;              /* pc_region *: panels as they are numbered; last, one for the
                                      rest of each page */
} pc_view;

/* NULL: it is neither, or it is damaged, which was reported at file. */
pc_view *pc_view_read(GBytes *bytes, const char *file, pc_diags *diags);
void pc_view_free(pc_view *view);

/* Panels and figures beyond so many are a part of what they stand on, as on a poster of anybody's:
 * each is compared with all others. */
#define PC_VIEW_MAX_PANELS 300
#define PC_VIEW_MAX_FIGURES 300

/* For those who read one. */
pc_view *pc_view_new(const char *file);
/* On one line; NULL stays NULL. */
const char *pc_view_keep(pc_view *view, const char *text);
pc_region *pc_view_add_region(pc_view *view, int page, pc_rect rect);
/* After the last panel: the regions for the rest. */
void pc_view_close(pc_view *view);
/* The smallest panel of the page around the middle of rect, or the rest of the page. */
pc_region *pc_view_find_region(const pc_view *view, int page, pc_rect rect);
void pc_view_add_figure(pc_region *region, pc_seen_figure figure);
/* Cuts rect to the sheet; false: nothing of it lies there, and nobody sees it. */
bool pc_view_clip(const pc_view *view, int page, pc_rect *rect);

pc_view *pc_view_read_layout(GBytes *bytes, const char *file, pc_diags *diags);
pc_view *pc_view_read_pdf(GBytes *bytes, const char *file, pc_diags *diags);
/* The words of all pages, by pdftotext; false: reported. */
bool pc_view_read_words(pc_view *view, pc_diags *diags);

static inline const pc_view_page *pc_view_page_at(const pc_view *view, int page) {
  return &g_array_index(view->pages, pc_view_page, page);
}

static inline const pc_region *pc_view_region_at(const pc_view *view, int index) {
  return g_ptr_array_index(view->regions, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_view, pc_view_free)

#endif
