/* matrix.h - from one coordinate system to another (ISO 32000-1, 8.3.4).  Layer: backend. */
#ifndef PC_BACKEND_MATRIX_H
#define PC_BACKEND_MATRIX_H

#include "figure/objects.h"

/* a, then b; out may be one of them. */
void pc_matrix_join(const double a[6], const double b[6], double out[6]);

/* How much longer lines become, on average over all directions. */
double pc_matrix_scale(const double m[6]);

/* The value of key, a form's or a pattern's /Matrix; where there is none, nothing changes. */
void pc_matrix_read(pc_pdf *pdf, qpdf_oh dict, const char *key, double out[6]);

#endif
