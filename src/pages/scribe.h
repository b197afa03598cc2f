/* scribe.h - adds pages, and writes and draws their labels.  Layer: pages. */
#ifndef PC_PAGES_SCRIBE_H
#define PC_PAGES_SCRIBE_H

#include "pages/pages.h"
#include "pages/words.h"

/* Pages in the making. */
typedef struct pc_scribe {
  pc_pages *pages;
  const pc_layout *layout;
  const pc_words *words;
  char *title; /* of the poster, on one line */
  pc_measurer *measurer;
  pc_diags *ignored;   /* what the texts of the poster have to say was said before */
  pc_display *display; /* labels of the last page */
} pc_scribe;

/* A text in some room of a page: one line in the middle of its height, smaller where it is too
 * wide; or, with wraps, lines from its top. */
typedef struct pc_note {
  const char *text;
  pc_rect room;
  double size_pt;
  pc_align align;
  bool bold, wraps;
  pc_color color;
} pc_note;

pc_pages *pc_pages_new(void);

void pc_scribe_init(pc_scribe *scribe, const pc_layout *layout, pc_measurer *measurer);
/* The finished pages. */
pc_pages *pc_scribe_clear(pc_scribe *scribe);

/* A new page, at whose labels the next calls work. */
void pc_scribe_begin(pc_scribe *scribe, pc_size paper, pc_rect from, pc_rect to);

/* The height of the lines. */
pc_um pc_scribe_write(pc_scribe *scribe, const pc_note *label);
/* A text on a rounded ground as high as room, at its start or in its middle. */
void pc_scribe_badge(pc_scribe *scribe, const char *text, pc_rect room, pc_align align);
void pc_scribe_line(pc_scribe *scribe, pc_point from, pc_point to, pc_um width, pc_color color);
void pc_scribe_frame(pc_scribe *scribe, pc_rect rect, pc_um width, pc_color color);

/* Marks outside the corners of rect, to cut along its edges; none nearer to a side than outer's. */
void pc_scribe_corners(pc_scribe *scribe, pc_rect rect, pc_rect outer);

/* Small, at both ends of the foot of the page. */
void pc_scribe_foot(pc_scribe *scribe, pc_size paper, const char *left, const char *right);

pc_color pc_note_ink(void);
pc_color pc_note_faint(void);

/* from, at scale, in the middle of room. */
pc_rect pc_rect_fit(pc_rect from, pc_rect room, double scale);
/* The most that a part can be enlarged to fit into room. */
double pc_rect_scale(pc_rect from, pc_rect room);

#endif
