/* paints.c - operators by what they paint.  Layer: backend. */
#include "backend/paints.h"

#include <math.h>

static const char *const stroking[] = {"S", "s", "B", "b", "B*", "b*", NULL};
static const char *const filling[] = {"f", "F", "f*", "B", "b", "B*", "b*", NULL};
static const char *const writing[] = {"Tj", "TJ", "'", "\"", NULL};
static const char *const others[] = {"Do", "sh", "EI", NULL};

static bool is_any(const pc_operation *operation, const char *const *names) {
  for (; *names != NULL; names++) {
    if (pc_operation_is(operation, *names))
      return true;
  }
  return false;
}

bool pc_operation_writes(const pc_operation *operation) {
  return is_any(operation, writing);
}

bool pc_operation_strokes(const pc_operation *operation) {
  return is_any(operation, stroking);
}

bool pc_operation_paints(const pc_operation *operation) {
  return is_any(operation, filling) || is_any(operation, stroking) || is_any(operation, writing) ||
         is_any(operation, others);
}

int pc_drawn_list_paints(const pc_drawn_at *drawn, const pc_operation *operation,
                         const pc_paint *paints[2]) {
  int n = 0;
  if (is_any(operation, filling) || is_any(operation, writing))
    paints[n++] = &drawn->state.fill;
  if (is_any(operation, stroking))
    paints[n++] = &drawn->state.stroke;
  return n;
}

static int read_pixels(const pc_drawn_at *drawn, const char *key) {
  const qpdf_oh dict = qpdf_oh_get_dict(drawn->pdf, drawn->image);
  const double n = qpdf_oh_get_numeric_value(drawn->pdf, qpdf_oh_get_key(drawn->pdf, dict, key));
  return (int)fmin(fmax(n, 0), G_MAXINT);
}

/* A picture fills a square of one unit (8.9.4). */
pc_drawn_picture pc_drawn_measure_picture(const pc_drawn_at *drawn) {
  const double *m = drawn->state.matrix;
  pc_drawn_picture picture = {.width = read_pixels(drawn, "/Width"),
                              .height = read_pixels(drawn, "/Height"),
                              .across = hypot(m[0], m[1]),
                              .down = hypot(m[2], m[3])};
  picture.ppi = 72 * fmin(picture.width / fmax(picture.across, 1e-3),
                          picture.height / fmax(picture.down, 1e-3));
  return picture;
}
