/* paints.h - which operators paint, and with which colours (ISO 32000-1, 8.5.3).  Layer: backend.
 */
#ifndef PC_BACKEND_PAINTS_H
#define PC_BACKEND_PAINTS_H

#include "backend/drawn.h"

bool pc_operation_writes(const pc_operation *operation);
bool pc_operation_strokes(const pc_operation *operation);
/* Anything at all: paths, text, pictures, forms, gradients. */
bool pc_operation_paints(const pc_operation *operation);

/* The colours that an operation paints a path or a text with; how many. */
int pc_drawn_list_paints(const pc_drawn_at *drawn, const pc_operation *operation,
                         const pc_paint *paints[2]);

/* The picture that Do paints, at its place. */
typedef struct pc_drawn_picture {
  int width, height;   /* pixels */
  double across, down; /* points */
  double ppi;          /* the smaller one of both directions */
} pc_drawn_picture;

pc_drawn_picture pc_drawn_measure_picture(const pc_drawn_at *drawn);

#endif
