/* resources.h - the colour spaces that a content names.  Layer: backend. */
#ifndef PC_BACKEND_RESOURCES_H
#define PC_BACKEND_RESOURCES_H

#include "backend/separation.h"

/* With PC_TARGET_INKS special inks get a substitute of the four inks where they had one of RGB. */
void pc_resources_separate_inks(pc_separation *work, qpdf_oh resources);

/* Once all content is rewritten: DeviceRGB means sRGB, or is not there; grey and CMYK mean the
 * inks; spaces that nothing is left in are gone. */
void pc_resources_finish(pc_separation *work);

#endif
