/* forms.h - pages of other PDFs, put where cairo left room for them.  Layer: backend. */
#ifndef PC_BACKEND_FORMS_H
#define PC_BACKEND_FORMS_H

#include "figure/objects.h"

/* Puts the form of page (pc_image_page) in the place of an image.  Its document is added to open,
 * whose members must live until pdf is written: libqpdf reads them only then. */
void pc_form_place(pc_pdf *pdf, qpdf_oh image, GBytes *page, GPtrArray *open);

#endif
