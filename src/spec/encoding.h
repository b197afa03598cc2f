/* encoding.h - what must be right about the bytes before YAML sees them.  Layer: spec. */
#ifndef PC_SPEC_ENCODING_H
#define PC_SPEC_ENCODING_H

#include "diag/diag.h"

/* Reports a file of another program, or the first byte that is not UTF-8 with the encoding that it
 * looks like: false.  Reports
 * stray control characters and puts as many bytes of white space in their place, so that reading
 * can go on: true.  start is the place of text[0]. */
bool pc_encoding_check(char *text, size_t length, pc_place start, pc_diags *diags);

/* "a picture", "a PDF": what a file of another program is, by how it begins; NULL: not known. */
const char *pc_encoding_name_format(const char *text, size_t length);

/* The same for a value, where escapes such as "\0" make control characters: puts white space in
 * their place.  Bytes before the first, or -1; *character is what it was. */
long pc_encoding_blank_strays(char *text, size_t length, unsigned *character);

/* What text editors and spreadsheets in Japan save, as UTF-8 without a byte order mark: UTF-8,
 * UTF-16 with its mark, CP932.  What is in none of them stays as it is.  A copy, the caller's. */
char *pc_encoding_decode(const char *data, size_t length, size_t *converted);

#endif
