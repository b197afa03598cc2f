/* codec.h - what image.c asks of a picture format: head, profile, soundness, pixels.  Layer:
 * figure.
 *
 * The order is fixed: read_head costs next to nothing, then the caller checks the limits, then
 * read_profile and check, and pixels only when somebody paints.
 */
#ifndef PC_FIGURE_CODEC_H
#define PC_FIGURE_CODEC_H

#include <cairo.h>
#include <glib.h>

#include "diag/diag.h"

/* More decoded pixels than this are never held at once: 512 MiB of surface.  At A0 that is 285 ppi.
 */
#define PC_CODEC_MAX_DECODED 128000000.0
/* The same where the whole picture must be held to decode one row: interlaced PNG, WebP. */
#define PC_CODEC_MAX_WHOLE 64000000.0

typedef struct pc_picture_head {
  int width, height; /* as stored */
  int orientation;   /* EXIF, 1..8 */
  int channels;      /* of colour: 1 grey, 3 RGB, 4 CMYK */
  int depth;         /* bits of a decoded sample: 8 or 16 */
  bool has_alpha;
  bool is_inverted; /* CMYK as Adobe's programs store it: 255 is no ink */
  bool can_copy;    /* a PDF can hold its compressed data */
} pc_picture_head;

/* Why a picture is refused: the end of a sentence that begins with the file's name. */
typedef struct pc_problem {
  pc_code code;     /* PC_BAD_IMAGE or PC_LIMIT */
  char *why;        /* the caller frees it */
  const char *hint; /* literal; NULL: what helps in general */
} pc_problem;

/* Takes decoded rows from the top one on: RGBA, not premultiplied, samples as deep as the head
 * says (two bytes: the high one first), grey as R = G = B. */
typedef struct pc_row_sink {
  void (*append)(void *user, const guint8 *row);
  void *user;
} pc_row_sink;

typedef struct pc_codec {
  const char *mime; /* cairo's name of the format; NULL: cairo knows none */
  bool (*read_head)(GBytes *file, pc_picture_head *head, pc_problem *problem);
  /* *icc (the caller's) receives the profile of its colours, unchecked; NULL: none.  false:
   * problem. */
  bool (*read_profile)(GBytes *file, const pc_picture_head *head, GBytes **icc,
                       pc_problem *problem);
  /* Reads the whole file and keeps no pixels.  The bytes to keep (without what must not reach a
   * PDF), or NULL: problem. */
  GBytes *(*check)(GBytes *file, const pc_picture_head *head, pc_problem *problem);
  /* The same bytes in an order in which a PDF can take the compressed data from where they lie:
   * *parcel, a part of them or they of it (parcel.h).  NULL: a PDF cannot hold the data.  What
   * reads pixels reads either. */
  GBytes *(*pack)(GBytes *bytes, GBytes **parcel);
  /* The file again; NULL: packed or not, the bytes are one. */
  GBytes *(*unpack)(GBytes *bytes);
  /* false: could not be decoded.  NULL: see decode. */
  bool (*read_rows)(GBytes *bytes, const pc_picture_head *head, const pc_row_sink *sink);
  /* Where a format can shrink by itself: a surface of the whole picture in sRGB, shrunk by about
   * that factor; NULL: could not be decoded. */
  cairo_surface_t *(*decode)(GBytes *bytes, const pc_picture_head *head, GBytes *profile,
                             int factor);
} pc_codec;

extern const pc_codec pc_codec_png;
extern const pc_codec pc_codec_jpeg;
extern const pc_codec pc_codec_webp;

void pc_problem_set(pc_problem *problem, pc_code code, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
