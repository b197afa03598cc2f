/* deflate.h - rows of bytes in, a /FlateDecode stream with PNG's predictors out: no picture is held
 * whole.  Layer: figure. */
#ifndef PC_FIGURE_DEFLATE_H
#define PC_FIGURE_DEFLATE_H

#include <glib.h>
#include <stdbool.h>

typedef struct pc_deflater pc_deflater;

/* pixel: bytes from a sample to the same one of the next pixel. */
pc_deflater *pc_deflater_new(size_t row, size_t pixel);
void pc_deflater_free(pc_deflater *deflater);

void pc_deflater_append(pc_deflater *deflater, const guint8 *row);

/* The caller's, once, after the last row. */
GBytes *pc_deflater_take(pc_deflater *deflater);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_deflater, pc_deflater_free)

#endif
