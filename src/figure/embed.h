/* embed.h - what a PDF holds of a picture.  Layer: figure.
 *
 * cairo never sees the pixels: it paints a placeholder, a JPEG of a few bytes whose comment is the
 * picture's key, and the finishing stage puts the real thing in its place.  Compressed data is
 * copied where a PDF can hold it; other pictures are compressed row by row, without loss.
 */
#ifndef PC_FIGURE_EMBED_H
#define PC_FIGURE_EMBED_H

#include "figure/image.h"

/* No placeholder is longer, and no JPEG that shows anything is so short. */
#define PC_PLACEHOLDER_MAX 100

/* All streams are as wide and high as the picture is stored. */
typedef struct pc_embedded {
  GBytes *data;     /* a parcel (parcel.h) */
  bool is_jpeg;     /* /DCTDecode; else /FlateDecode with PNG's predictors, as mask is */
  int channels;     /* of the colours: 1 grey, 3 RGB, 4 CMYK */
  int depth;        /* bits of a sample */
  bool is_inverted; /* CMYK: 255 is no ink */
  GBytes *palette;  /* RGB triples that the one sample of a pixel chooses from; NULL: none */
  GBytes *profile;  /* ICC, of these channels; NULL: none */
  GBytes *mask;     /* a parcel: alpha, as deep as the colours; NULL: opaque */
} pc_embedded;

/* The comment in the placeholder. */
const char *pc_image_key(const pc_image *image);
/* Of what is embedded; NULL: nothing sound. */
const char *pc_image_sum(const pc_image *image);
/* The placeholder itself; the caller's. */
GBytes *pc_image_make_placeholder(const pc_image *image);

/* Of a PDF the page, to be put there as a form: a document of that one page, whose resources hold
 * it as /Page, without anything but its marks.  NULL: another picture. */
GBytes *pc_image_page(const pc_image *image);

/* false: there was not enough memory to decode it, and nothing is to be cleared. */
bool pc_image_embed(const pc_image *image, pc_embedded *embedded);
void pc_embedded_clear(pc_embedded *embedded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_embedded, pc_embedded_clear)

#endif
