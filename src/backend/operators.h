/* operators.h - what of cairo's page content is written in another way.  Layer: backend. */
#ifndef PC_BACKEND_OPERATORS_H
#define PC_BACKEND_OPERATORS_H

#include "figure/objects.h"
#include "backend/press.h"

/* A colour that the author gave as inks, and what cairo was told to paint instead. */
typedef struct pc_own_inks {
  double rgb[3];
  pc_inks inks;
} pc_own_inks;

/* How colours are written: as they are (press NULL), greys as black ink, or all as inks. */
typedef struct pc_inking {
  pc_press *press;
  bool everything;
  const GArray *own; /* pc_own_inks, written as they were given; NULL: none */
} pc_inking;

/* Drawing outside of marked content becomes an artifact (ISO 14289-1, 7.1), colours what inking
 * says; also in the forms and patterns that the page uses.  false: a content could not be read. */
bool pc_operators_rewrite(pc_pdf *pdf, const pc_inking *inking);

#endif
