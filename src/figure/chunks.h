/* chunks.h - a PNG file as its chunks, without decoding it (PNG 1.2, section 3).  Layer: figure.
 *
 * A picture's compressed data is what a PDF's /FlateDecode with PNG predictors holds, so it
 * can be copied.  The files were found sound before.
 */
#ifndef PC_FIGURE_CHUNKS_H
#define PC_FIGURE_CHUNKS_H

#include <glib.h>
#include <stdbool.h>

/* Bytes before the first chunk. */
#define PC_PNG_SIGNATURE 8

typedef struct pc_png_chunk {
  const guint8 *whole; /* from its length on */
  const guint8 *data;
  size_t length; /* of the data; its CRC follows */
  size_t next;   /* where the next begins */
} pc_png_chunk;

/* The chunk at that offset; false: the file ends. */
bool pc_png_take_chunk(GBytes *file, size_t at, pc_png_chunk *chunk);
bool pc_png_is_type(const pc_png_chunk *chunk, const char *type);

/* The data of the first chunk of that type; NULL: none. */
const guint8 *pc_png_find(GBytes *file, const char *type, size_t *length);
guint32 pc_png_u32(const guint8 *bytes);

/* Orientation in the eXIf chunk, 1 without. */
int pc_png_find_orientation(GBytes *file);

/* The picture alone: no text, time, place or profile. */
GBytes *pc_png_strip(GBytes *file);

/* Whether a PDF can hold the compressed data as it is: no transparency, not interlaced. */
bool pc_png_can_copy(GBytes *file);
/* All compressed data; what a sample of it has of bits; the colours (RGB triples) that a sample
 * chooses from, NULL if it is a colour itself.  The caller frees data and palette. */
GBytes *pc_png_join_data(GBytes *file);
int pc_png_depth(GBytes *file);
bool pc_png_is_interlaced(GBytes *file);
/* Bytes of a row of samples, without the byte of its filter; 0: of no type that there is. */
size_t pc_png_row_size(GBytes *file);
GBytes *pc_png_copy_palette(GBytes *file);

#endif
