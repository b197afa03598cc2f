/* backend.c - the table of formats.  Layer: backend. */
#include "backend/backend.h"

#include "backend/writer.h"

static const pc_writer writers[] = {
    [PC_FORMAT_PDF] = pc_pdf_write,
    [PC_FORMAT_PNG] = pc_png_write,
    [PC_FORMAT_SVG] = pc_svg_write,
};

GBytes *pc_backend_write(const pc_display *display, pc_format format,
                         const pc_backend_options *options, pc_diags *diags) {
  /* Errors of this file alone decide, whatever diags holds already. */
  g_autoptr(pc_diags) own = pc_diags_new();
  g_autoptr(GBytes) bytes = writers[format](display, options, own);
  pc_diags_append(diags, own);
  return pc_diags_has_error(own) ? NULL : g_steal_pointer(&bytes);
}
