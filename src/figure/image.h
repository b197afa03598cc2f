/* image.h - PNG and JPEG pictures: header checked first, pixels decoded only when a backend paints
 * them. Layer: figure.
 */
#ifndef PC_FIGURE_IMAGE_H
#define PC_FIGURE_IMAGE_H

#include <cairo.h>
#include <glib.h>

#include "base/geom.h"
#include "doc/doc.h"

#define PC_IMAGE_MAX_BYTES ((size_t)256 * 1024 * 1024)
#define PC_IMAGE_MAX_PIXELS 400000000.0
#define PC_IMAGE_MAX_SIDE 30000

typedef struct pc_image pc_image;

/* Reads the file and its header; the whole file is checked to be sound.  NULL: reported
 * (missing-file, outside-directory, bad-image, limit) at the place of file. */
pc_image *pc_image_load(const char *folder, pc_string file, bool allow_outside, pc_diags *diags);
/* The same for bytes that are read already; file is what messages call them. */
pc_image *pc_image_parse(GBytes *bytes, pc_string file, pc_diags *diags);
void pc_image_free(pc_image *image);

/* Pixels as seen: EXIF orientation applied. */
int pc_image_width(const pc_image *image);
int pc_image_height(const pc_image *image);
const char *pc_image_file(const pc_image *image);

/* Pixels an inch when printed that wide. */
double pc_image_ppi(const pc_image *image, pc_um width);

/* Paints it into the unit rectangle given in the cairo_t's own units.  A JPEG's own bytes go to a
 * PDF surface, without its metadata.  false: the pixels could not be decoded. */
bool pc_image_paint(const pc_image *image, cairo_t *cr, double x, double y, double w, double h);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_image, pc_image_free)

#endif
