/* shadings.h - gradients as a printing condition wants them.  Layer: backend. */
#ifndef PC_BACKEND_SHADINGS_H
#define PC_BACKEND_SHADINGS_H

#include "backend/separation.h"

/* Grey ones become ramps of black ink, with PC_TARGET_INKS all become ramps of inks; where they
 * change their colour abruptly they still do. */
void pc_shading_separate(pc_separation *work, qpdf_oh shading, qpdf_oh resources,
                         pc_mix_target target);

/* A function whose results are colours of space, now of inks: *made.  false: it cannot be. */
bool pc_gradient_mix(pc_separation *work, const pc_space *space, qpdf_oh function, qpdf_oh *made);

#endif
