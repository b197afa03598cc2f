/* jpeg_rows.h - a JPEG's own samples row by row, and rows as a JPEG.  Layer: figure.
 *
 * Both for PDF, where samples are what they are: CMYK is not turned over whatever Adobe's programs
 * mean by it.
 */
#ifndef PC_FIGURE_JPEG_ROWS_H
#define PC_FIGURE_JPEG_ROWS_H

#include <glib.h>
#include <stdbool.h>

/* What its rows are. */
typedef struct pc_jpeg_form {
  int width, height;
  int channels; /* 1 grey, 3 RGB, 4 CMYK */
} pc_jpeg_form;

typedef void (*pc_jpeg_row)(void *user, const guint8 *row);

/* false: no JPEG of these kinds. */
bool pc_jpeg_read_form(GBytes *jpeg, pc_jpeg_form *form);
/* All rows, of a picture shrunk by 1, 2, 4 or 8.  false: it is damaged; rows may be missing. */
bool pc_jpeg_read_rows(GBytes *jpeg, int shrink, pc_jpeg_row append, void *user);

typedef struct pc_jpeg_writer pc_jpeg_writer;

/* Quality 92, no channel coarser than the others. */
pc_jpeg_writer *pc_jpeg_writer_new(const pc_jpeg_form *form);
void pc_jpeg_writer_append(pc_jpeg_writer *writer, const guint8 *row);
/* The caller's, after the last row; NULL: there was not enough memory, or not all rows. */
GBytes *pc_jpeg_writer_take(pc_jpeg_writer *writer);
void pc_jpeg_writer_free(pc_jpeg_writer *writer);

#endif
