/* read.h - the bytes of a figure's file, with its own diagnostics.  Layer: figure. */
#ifndef PC_FIGURE_READ_H
#define PC_FIGURE_READ_H

#include <glib.h>

#include "doc/doc.h"

/* NULL: reported at the place of file (missing-file, outside-directory, limit). */
GBytes *pc_figure_read(const char *folder, pc_string file, bool allow_outside, pc_diags *diags);

/* Where the name of the file stands. */
pc_place pc_figure_place(pc_string file);

#endif
