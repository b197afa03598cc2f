/* shrink.h - rows of RGBA in, a smaller surface out: a big picture is never held whole.
 * Layer: figure. */
#ifndef PC_FIGURE_SHRINK_H
#define PC_FIGURE_SHRINK_H

#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct pc_shrinker pc_shrinker;

/* Each square of factor x factor pixels becomes their mean.  NULL: no memory for the surface. */
pc_shrinker *pc_shrinker_new(int width, int height, int factor, bool has_alpha);
void pc_shrinker_free(pc_shrinker *shrinker);

/* The next row, four bytes a pixel, not premultiplied. */
void pc_shrinker_append(pc_shrinker *shrinker, const uint8_t *rgba);

/* The caller's, after height rows. */
cairo_surface_t *pc_shrinker_take(pc_shrinker *shrinker);

#endif
