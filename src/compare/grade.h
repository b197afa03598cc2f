/* grade.h - pages as pixels, and how much two of them differ in the eyes of a reader.
 * Layer: compare.
 *
 * Pixels are never counted: a page drawn by another version of a renderer differs in thousands and
 * looks the same.  Both pages are blurred a little, cut into tiles, and each tile gets a grade.
 */
#ifndef PC_COMPARE_GRADE_H
#define PC_COMPARE_GRADE_H

#include <stdbool.h>

#include <glib.h>

#include "base/geom.h"

typedef enum pc_grade {
  PC_GRADE_SAME,
  PC_GRADE_NEAR,  /* smoothing of edges, rounding: nobody sees it */
  PC_GRADE_OFF,   /* seen by whoever looks for it */
  PC_GRADE_WRONG, /* seen at once */
} pc_grade;

/* "same", "near", "off", "wrong" */
const char *pc_grade_word(pc_grade grade);

/* The trim of a page; three bytes a pixel. */
typedef struct pc_pixmap {
  int width, height;
  double dots; /* a micrometre */
  guint8 *rgb;
  guint8 *blurred;
} pc_pixmap;

/* From a portable pixmap (P6, 255), cut or filled up with white to width x height; NULL: it is
 * none. */
pc_pixmap *pc_pixmap_read(GBytes *pixmap, int width, int height, double dots);
pc_pixmap *pc_pixmap_new(int width, int height, double dots); /* white */
void pc_pixmap_blur(pc_pixmap *raster);                       /* before it is compared */
void pc_pixmap_free(pc_pixmap *raster);

/* Where two pages are compared. */
typedef struct pc_glance {
  const pc_pixmap *before, *after;
  pc_rect before_rect, after_rect; /* of the same size, but for rounding */
  int slack;                       /* pixels by which something may lie elsewhere */
  const GArray *ignored;           /* pc_rect of the page after, or NULL: what is known to differ */
} pc_glance;

/* The worst of all tiles; marks (or NULL) takes the rectangles of the page after that hold those
 * which are not near. */
pc_grade pc_glance_grade(const pc_glance *look, GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_pixmap, pc_pixmap_free)

#endif
