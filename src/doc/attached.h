/* attached.h - the bytes of a file that the poster names, with its own diagnostics.  Layer: doc. */
#ifndef PC_DOC_ATTACHED_H
#define PC_DOC_ATTACHED_H

#include <glib.h>

#include "doc/doc.h"

#define PC_ATTACHED_MAX_BYTES ((size_t)256 * 1024 * 1024)

/* NULL: reported at the place of file (missing-file, outside-directory, limit). */
GBytes *pc_attached_read(const char *folder, pc_string file, bool allow_outside, pc_diags *diags);

/* Where the name of the file stands. */
pc_place pc_attached_place(pc_string file);

#endif
