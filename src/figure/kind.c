/* kind.c - the magic numbers of picture files.  Layer: figure. */
#include "figure/kind.h"

#include <string.h>

#include "figure/vector.h"

/* How far into a text file the first <svg may stand, behind comments and a document type. */
#define SVG_SEARCH 4096

typedef struct magic_bytes {
  size_t offset, length;
  const char *bytes;
  pc_kind_info info;
} magic_bytes;

static const magic_bytes magics[] = {
    {0, 8, "\x89PNG\r\n\x1a\n", {"a PNG picture", &pc_codec_png, NULL}},
    {0, 3, "\xff\xd8\xff", {"a JPEG picture", &pc_codec_jpeg, NULL}},
    {8, 4, "WEBP", {"a WebP picture", &pc_codec_webp, NULL}},
    {0, 4, "GIF8", {"a GIF picture", NULL, NULL}},
    {0, 2, "BM", {"a BMP picture", NULL, NULL}},
    {0, 5, "%PDF-", {"a PDF file", NULL, &pc_vector_pdf}},
    {0, 4, "II*\0", {"a TIFF picture", NULL, NULL}},
    {0, 4, "MM\0*", {"a TIFF picture", NULL, NULL}},
    {0, 4, "8BPS", {"a Photoshop file", NULL, NULL}},
    {4, 8, "ftypheic", {"a HEIC picture", NULL, NULL}},
    {4, 8, "ftypheix", {"a HEIC picture", NULL, NULL}},
    {4, 8, "ftypmif1", {"a HEIC picture", NULL, NULL}},
    {4, 8, "ftypavif", {"an AVIF picture", NULL, NULL}},
    {4, 4, "jP  ", {"a JPEG 2000 picture", NULL, NULL}},
    {0, 4, "\xff\x4f\xff\x51", {"a JPEG 2000 picture", NULL, NULL}},
    {0, 2, "\x1f\x8b", {"a compressed file (svgz)", NULL, NULL}},
    {0, 4, "PK\x03\x04", {"an Office document or a ZIP archive", NULL, NULL}},
};

static const pc_kind_info svg = {"an SVG drawing", NULL, &pc_vector_svg};

const pc_kind_info *pc_picture_kind_find(const void *bytes, size_t length) {
  for (size_t i = 0; i < G_N_ELEMENTS(magics); i++) {
    const magic_bytes *magic = &magics[i];
    if (length >= magic->offset + magic->length &&
        memcmp((const char *)bytes + magic->offset, magic->bytes, magic->length) == 0)
      return &magic->info;
  }
  const bool is_svg = length > 0 && memmem(bytes, MIN(length, SVG_SEARCH), "<svg", 4) != NULL;
  return is_svg ? &svg : NULL;
}
