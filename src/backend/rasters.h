/* rasters.h - the pictures of a PDF as a printing condition wants them.  Layer: backend. */
#ifndef PC_BACKEND_RASTERS_H
#define PC_BACKEND_RASTERS_H

#include "backend/separation.h"

/* Greys get the tones of flat greys by a table, their data stay.  With PC_TARGET_INKS colours are
 * converted pixel by pixel.  Stencils and soft masks are shares, not colours. */
void pc_raster_separate(pc_separation *work, qpdf_oh image, qpdf_oh resources);

#endif
