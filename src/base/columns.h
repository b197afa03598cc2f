/* columns.h - text on a terminal, where a Japanese letter is two columns wide.  Layer: base. */
#ifndef PC_BASE_COLUMNS_H
#define PC_BASE_COLUMNS_H

#include <glib.h>

int pc_columns_count(const char *text);

/* The text, and blanks up to so many columns. */
void pc_columns_append_padded(GString *out, const char *text, int columns);

/* The text in lines of at most so many columns, all but the first indented.  It begins in the
 * column that out has come to.  Lines end at blanks and between Japanese letters, but never before
 * a full stop or a closing bracket, nor behind an opening one. */
void pc_columns_append_wrapped(GString *out, const char *text, int indent, int columns);

#endif
