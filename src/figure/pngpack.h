/* pngpack.h - a PNG whose compressed data a PDF takes from where it lies.  Layer: figure.
 *
 * Packed, it is its chunks up to the first IDAT and then a parcel (parcel.h) of all IDATs' data.
 * Head and palette are found in it as in any PNG.
 */
#ifndef PC_FIGURE_PNGPACK_H
#define PC_FIGURE_PNGPACK_H

#include <glib.h>
#include <stdbool.h>

/* A sound file.  *parcel receives the part of the result that is one; both are the caller's. */
GBytes *pc_png_pack(GBytes *file, GBytes **parcel);

/* The bytes of a PNG, packed or not, in the order in which a reader wants them. */
typedef struct pc_png_stream {
  struct {
    const guint8 *bytes;
    size_t length;
  } parts[4];
  int part;
  guint8 begin[8], end[16]; /* of the one IDAT, with IEND */
} pc_png_stream;

/* bytes must outlive it, and it must stay where it is. */
void pc_png_stream_init(pc_png_stream *stream, GBytes *bytes);
/* false: there are not so many bytes left. */
bool pc_png_stream_read(pc_png_stream *stream, guint8 *out, size_t count);

/* The file itself; the caller's. */
GBytes *pc_png_unpack(GBytes *bytes);

#endif
