/* drawn.h - goes through what a page draws, forms and tiles included, and knows where it stands
 * (ISO 32000-1, 8.4).  Layer: backend. */
#ifndef PC_BACKEND_DRAWN_H
#define PC_BACKEND_DRAWN_H

#include "figure/content.h"
#include "figure/objects.h"

/* How a colour was set. */
typedef enum pc_paint_kind {
  PC_PAINT_GREY,
  PC_PAINT_RGB,
  PC_PAINT_CMYK,
  PC_PAINT_OTHER,
} pc_paint_kind;

typedef struct pc_paint {
  pc_paint_kind kind;
  double n[4];
} pc_paint;

/* The state in which an operation is done. */
typedef struct pc_drawn_state {
  double matrix[6]; /* to points of the page */
  double line_width;
  pc_paint fill, stroke;
} pc_drawn_state;

/* Marked content that is open in the page's own content. */
typedef struct pc_drawn_marks {
  int depth, artifact, tagged; /* artifact, tagged: at which depth it began; 0: not inside one */
  bool is_unbalanced;
} pc_drawn_marks;

typedef struct pc_drawn_at {
  pc_pdf *pdf;
  qpdf_oh resources; /* of the content that is read */
  double base[6];    /* from its own units, which patterns count in, to points of the page */
  int depth;         /* 0: the page's own content */
  bool has_default_rgb;
  pc_drawn_state state;
  pc_drawn_marks marks;
  int content;   /* MCID that the operation opens, or -1 */
  qpdf_oh image; /* that Do paints, or null */
} pc_drawn_at;

typedef void (*pc_drawn_visit)(const pc_drawn_at *drawn, const pc_operation *operation, void *user);

typedef enum pc_drawn_end { PC_DRAWN_WHOLE, PC_DRAWN_BROKEN, PC_DRAWN_TOO_MUCH } pc_drawn_end;

/* Calls visit before each operation takes effect, in the page's content, its forms and tiles; ends
 * with everything after many million operations. */
pc_drawn_end pc_drawn_walk(pc_pdf *pdf, qpdf_oh page, pc_drawn_visit visit, void *user);

/* Whether DeviceRGB has a meaning for a content with these resources. */
bool pc_resources_declare_rgb(pc_pdf *pdf, qpdf_oh resources);

#endif
