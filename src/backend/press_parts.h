/* press_parts.h - what a press consists of, for the files that mix with it.  Layer: backend. */
#ifndef PC_BACKEND_PRESS_PARTS_H
#define PC_BACKEND_PRESS_PARTS_H

#include <lcms2.h>

#include "backend/press.h"

#define PC_PRESS_TONES 256
#define PC_PRESS_INTENT INTENT_RELATIVE_COLORIMETRIC
/* A colour takes 0.3 us so: no table of colours met before is worth its keep. */
#define PC_PRESS_EXACT (cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE)

struct pc_press {
  cmsHPROFILE srgb, output;
  cmsHTRANSFORM mix;            /* doubles 0..1 to per cent */
  double tones[PC_PRESS_TONES]; /* black ink of the grey i / 255 */
};

#endif
