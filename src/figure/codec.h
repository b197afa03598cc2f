/* codec.h - what image.c asks of a picture format: head, soundness, pixels.  Layer: figure.
 *
 * The order is fixed: read_head costs next to nothing, then the caller checks the limits, then
 * check, and decode only when somebody paints.
 */
#ifndef PC_FIGURE_CODEC_H
#define PC_FIGURE_CODEC_H

#include <cairo.h>
#include <glib.h>

#include "diag/diag.h"

/* More decoded pixels than this are never held at once: 512 MiB of surface.  At A0 that is 285 ppi.
 */
#define PC_CODEC_MAX_DECODED 128000000.0

typedef struct pc_picture_head {
  int width, height; /* as stored */
  int orientation;   /* EXIF, 1..8 */
  bool is_cmyk;      /* JPEG */
  bool can_copy;     /* PNG: a PDF can hold its compressed data */
} pc_picture_head;

/* Why a picture is refused: the end of a sentence that begins with the file's name. */
typedef struct pc_problem {
  pc_code code;     /* PC_BAD_IMAGE or PC_LIMIT */
  char *why;        /* the caller frees it */
  const char *hint; /* literal; NULL: what helps in general */
} pc_problem;

typedef struct pc_codec {
  const char *mime; /* cairo's name of the format */
  bool (*read_head)(GBytes *file, pc_picture_head *head, pc_problem *problem);
  /* Reads the whole file and keeps no pixels.  The bytes to keep (without what must not reach a
   * PDF), or NULL: problem. */
  GBytes *(*check)(GBytes *file, const pc_picture_head *head, pc_problem *problem);
  /* A surface of the whole picture, shrunk by about that factor; NULL: could not be decoded. */
  cairo_surface_t *(*decode)(GBytes *bytes, const pc_picture_head *head, int factor);
} pc_codec;

extern const pc_codec pc_codec_png;
extern const pc_codec pc_codec_jpeg;

void pc_problem_set(pc_problem *problem, pc_code code, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
