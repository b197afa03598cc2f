/* encoding.h - what must be right about the bytes before YAML sees them.  Layer: spec. */
#ifndef PC_SPEC_ENCODING_H
#define PC_SPEC_ENCODING_H

#include "diag/diag.h"

/* Reports the first byte that is not UTF-8, and says which encoding it looks like: false.  Reports
 * stray control characters and puts as many bytes of white space in their place, so that reading
 * can go on: true.  start is the place of text[0]. */
bool pc_encoding_check(char *text, size_t length, pc_place start, pc_diags *diags);

#endif
