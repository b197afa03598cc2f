/* metadata.h - what a PDF says of itself, twice and in agreement: Info and XMP.  Layer: backend. */
#ifndef PC_BACKEND_METADATA_H
#define PC_BACKEND_METADATA_H

#include "backend/backend.h"
#include "figure/objects.h"

#define PC_PRODUCER "posterc " POSTERC_VERSION_TEXT

/* Replaces what another producer wrote.  digest: hexadecimal, of the content. */
void pc_metadata_write(pc_pdf *pdf, const pc_backend_options *options, const char *digest);

/* The XMP packet.  The caller frees it. */
char *pc_metadata_format_xmp(const pc_backend_options *options, const char *digest);

#endif
