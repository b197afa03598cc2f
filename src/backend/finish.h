/* finish.h - cairo's marks become a document.  Layer: backend.
 *
 * cairo writes marks only; boxes, metadata, catalog, repairs of fonts and pictures are made here.
 */
#ifndef PC_BACKEND_FINISH_H
#define PC_BACKEND_FINISH_H

#include "backend/backend.h"
#include "base/geom.h"

typedef struct pc_sheet {
  pc_size trim;
  pc_um bleed; /* on all four sides: the media is the trim and the bleed */
} pc_sheet;

/* The finished file from cairo's bytes of this display; NULL: reported. */
GBytes *pc_finish_pdf(GBytes *marks, const pc_display *display, const pc_backend_options *options,
                      pc_diags *diags);

/* Reads the finished bytes back: one page, the boxes as asked, fonts embedded with their text,
 * nothing that runs or is attached.  false: reported, once for each rule. */
bool pc_inspect_pdf(GBytes *bytes, pc_sheet sheet, pc_diags *diags);

/* "[0.0000 0.0000 2383.9370 3370.3937]": the sheet's media, or its trim.  The caller frees it. */
char *pc_sheet_format_media(pc_sheet sheet);
char *pc_sheet_format_trim(pc_sheet sheet);

#endif
