/* csv_text.h - the bytes of a CSV file as UTF-8, whatever program saved it.  Layer: doc. */
#ifndef PC_DOC_CSV_TEXT_H
#define PC_DOC_CSV_TEXT_H

#include "schema/schema.h"

/* Without a byte order mark and without control characters; the caller frees it.  NULL: no text in
 * a known encoding; reported. */
char *pc_csv_text_decode(GBytes *bytes, pc_string file, pc_diags *diags);

#endif
