/* writer.h - one format of file: what backend.c lists.  Layer: backend. */
#ifndef PC_BACKEND_WRITER_H
#define PC_BACKEND_WRITER_H

#include "backend/backend.h"

typedef GBytes *(*pc_writer)(const pc_display *display, const pc_backend_options *options,
                             pc_diags *diags);

GBytes *pc_pdf_write(const pc_display *display, const pc_backend_options *options, pc_diags *diags);
GBytes *pc_png_write(const pc_display *display, const pc_backend_options *options, pc_diags *diags);
GBytes *pc_svg_write(const pc_display *display, const pc_backend_options *options, pc_diags *diags);

#endif
