/* lock.h - the fonts of one poster, pinned by their checksums in a file beside it.  Layer: text.
 *
 * A line for each face: family | weight | file | face in a collection | bytes | SHA-256.
 */
#ifndef PC_TEXT_LOCK_H
#define PC_TEXT_LOCK_H

#include "text/fonts.h"

/* The faces that were loaded so far, sorted.  The caller frees it. */
char *pc_lock_format(const pc_fonts *fonts);

/* Holds the faces that were loaded so far against a lock.  file: what messages call it; again: what
 * to type to make it anew.  false: reported at its lines (syntax, font-drift). */
bool pc_lock_check(const pc_fonts *fonts, const char *text, const char *file, const char *again,
                   pc_diags *diags);

#endif
