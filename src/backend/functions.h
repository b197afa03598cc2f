/* functions.h - a PDF's functions, evaluated (ISO 32000-1, 7.10).  Layer: backend. */
#ifndef PC_BACKEND_FUNCTIONS_H
#define PC_BACKEND_FUNCTIONS_H

#include "figure/objects.h"

/* The most inputs and outputs that are followed. */
#define PC_FUNCTION_MAX 8

typedef struct pc_function pc_function;

/* A function, or an array of functions of one output each.  NULL: damaged, too large, or written in
 * PostScript (type 4). */
pc_function *pc_function_new(pc_pdf *pdf, qpdf_oh object);
void pc_function_free(pc_function *function);

int pc_function_inputs(const pc_function *function);
int pc_function_outputs(const pc_function *function);
/* Of an input, from and to. */
const double *pc_function_domain(const pc_function *function, int input);

void pc_function_run(const pc_function *function, const double *in, double *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_function, pc_function_free)

#endif
