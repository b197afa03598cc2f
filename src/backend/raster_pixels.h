/* raster_pixels.h - pictures whose pixels are looked at one by one.  Layer: backend. */
#ifndef PC_BACKEND_RASTER_PIXELS_H
#define PC_BACKEND_RASTER_PIXELS_H

#include "backend/separation.h"

/* The most pixels of a picture that is held whole to be converted. */
#define PC_RASTER_MAX_PIXELS 128e6

typedef struct pc_raster {
  qpdf_oh image, dict;
  const pc_space *space;
  int width, height, depth;
  bool is_jpeg;
  double decode[8]; /* from and to, for each channel */
} pc_raster;

/* Its colours as inks, or its greys in 8 bits; a JPEG stays one.  false: it is damaged or too
 * large. */
bool pc_raster_convert(pc_separation *work, const pc_raster *raster);
/* How much ink it takes as it is printed, for the meter; not for one of greys. */
void pc_raster_measure(pc_separation *work, const pc_raster *raster);

#endif
