/* marking.h - which drawing belongs to which element of the document.  Layer: backend.
 *
 * What is drawn inside a tag is marked content with a number of its own, counted from 0 in the
 * order of drawing; all else is an artifact.  The structure tree is made of the same elements
 * (ISO 32000-1, 14.7).
 */
#ifndef PC_BACKEND_MARKING_H
#define PC_BACKEND_MARKING_H

#include "display/display.h"

/* A child of an element: another one, or marked content. */
typedef struct pc_kid {
  bool is_content;
  int index; /* of the element, or the content's number (MCID) */
} pc_kid;

typedef struct pc_element {
  const pc_command *begin;
  pc_tag tag; /* headings count from H1 and skip none (ISO 14289-1, 7.4.2) */
  int parent; /* -1: the root */
  GArray *kids;
  pc_rect bounds; /* of all that is seen of it; w < 0: nothing */
  GArray *lines;  /* link: pc_rect of each of its lines, and of a figure; else NULL */
} pc_element;

typedef struct pc_marking {
  GArray *elements; /* pc_element; the first is the document */
  int n_contents;
  int *contents; /* for each command of the display its number, -1: an artifact, or no drawing */
} pc_marking;

pc_marking *pc_marking_new(const pc_display *display);
void pc_marking_free(pc_marking *marking);

const pc_element *pc_marking_at(const pc_marking *marking, int index);
/* Nothing to read: neither content nor children that have any; rows and cells count all the same,
 * as tables have one for each place. */
bool pc_marking_is_empty(const pc_marking *marking, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_marking, pc_marking_free)

#endif
