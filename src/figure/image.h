/* image.h - PNG and JPEG pictures: header checked first, pixels decoded only when a backend paints
 * them. Layer: figure.
 */
#ifndef PC_FIGURE_IMAGE_H
#define PC_FIGURE_IMAGE_H

#include <cairo.h>
#include <glib.h>

#include "base/geom.h"
#include "doc/doc.h"

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

/* Paints it into the rectangle given in the cairo_t's own units.  A JPEG's own bytes go to a PDF
 * surface, without its metadata; of a PNG that can be copied only a placeholder does.  false: the
 * pixels could not be decoded. */
bool pc_image_paint(const pc_image *image, cairo_t *cr, double x, double y, double w, double h);

/* What the finishing stage of a PDF puts in the place of a placeholder, which is a JPEG of a few
 * bytes, without pixels, whose comment is this key.  NULL: it is painted without one. */
const char *pc_image_key(const pc_image *image);
/* The compressed data for /FlateDecode; *dict (the caller's) receives ColorSpace, BitsPerComponent
 * and DecodeParms as PDF text. */
GBytes *pc_image_copy(const pc_image *image, char **dict);
/* No placeholder is longer. */
#define PC_IMAGE_MAX_PLACEHOLDER 200

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_image, pc_image_free)

#endif
