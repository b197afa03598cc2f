/* matrix.c - six numbers of a transformation.  Layer: backend. */
#include "backend/matrix.h"

#include <math.h>
#include <string.h>

void pc_matrix_join(const double a[6], const double b[6], double out[6]) {
  const double joined[6] = {a[0] * b[0] + a[1] * b[2],        a[0] * b[1] + a[1] * b[3],
                            a[2] * b[0] + a[3] * b[2],        a[2] * b[1] + a[3] * b[3],
                            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
  memcpy(out, joined, sizeof joined);
}

double pc_matrix_scale(const double m[6]) {
  return sqrt(fabs(m[0] * m[3] - m[1] * m[2]));
}

void pc_matrix_read(pc_pdf *pdf, qpdf_oh dict, const char *key, double out[6]) {
  static const double none[6] = {1, 0, 0, 1, 0, 0};
  const qpdf_oh array = qpdf_oh_get_key(pdf, dict, key);
  memcpy(out, none, sizeof none);
  if (!qpdf_oh_is_array(pdf, array) || qpdf_oh_get_array_n_items(pdf, array) != 6)
    return;
  for (int i = 0; i < 6; i++)
    out[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, array, i));
}
