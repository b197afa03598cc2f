/* image.h - pictures of files.  Layer: figure.
 *
 * Pixels (PNG, JPEG, WebP): header checked first, decoded only when a backend paints them. Drawings
 * (SVG, a page of a PDF): checked whole, and drawn as lines and text.
 */
#ifndef PC_FIGURE_IMAGE_H
#define PC_FIGURE_IMAGE_H

#include <cairo.h>
#include <glib.h>

#include "base/geom.h"
#include "doc/doc.h"
#include "text/fonts.h"

#define PC_IMAGE_MAX_PIXELS 400000000.0
#define PC_IMAGE_MAX_SIDE 30000

typedef struct pc_image pc_image;

typedef struct pc_image_request {
  const char *folder; /* where file counts from */
  pc_string file;
  bool allow_outside;
  int page;              /* of a PDF, from 1; 0: the first */
  const pc_fonts *fonts; /* for the text of an SVG; NULL: one with text is measured, not painted */
  struct pc_checks *checks; /* with pc_image_check, outlive the image; NULL: checked at once */
} pc_image_request;

/* Reads the file and its header; the whole file is checked to be sound.  NULL: reported
 * (missing-file, outside-directory, bad-image, limit; of an SVG's text missing-font, missing-glyph)
 * at the place of file. */
pc_image *pc_image_load(const pc_image_request *request, pc_diags *diags);
/* With checks, what is damaged behind a picture's header is found meanwhile: waits for them.
 * Whoever embeds or paints pixels waits by himself.  false: reported. */
bool pc_image_settle(const pc_image *image, pc_diags *diags);
/* What checks do with an image. */
void pc_image_check(void *image);
/* The same for bytes that are read already; file is what messages call them. */
pc_image *pc_image_parse(GBytes *bytes, const pc_image_request *request, pc_diags *diags);
void pc_image_free(pc_image *image);

/* Pixels as seen: EXIF orientation applied.  Of a drawing only the proportions mean something. */
int pc_image_width(const pc_image *image);
int pc_image_height(const pc_image *image);
const char *pc_image_file(const pc_image *image);

/* Made of lines and text: sharp at any size. */
bool pc_image_is_vector(const pc_image *image);

/* Pixels an inch when printed that wide; 0: a drawing has none. */
double pc_image_ppi(const pc_image *image, pc_um width);

/* Paints it into the rectangle given in the cairo_t's own units.  A PDF surface gets a placeholder
 * (embed.h), an SVG surface the file's own bytes where browsers show them right, others pixels.
 * An SVG is drawn everywhere.  false: pc_image_report_failure says why. */
bool pc_image_paint(const pc_image *image, cairo_t *cr, double x, double y, double w, double h);
void pc_image_report_failure(const pc_image *image, pc_place at, pc_diags *diags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_image, pc_image_free)

#endif
