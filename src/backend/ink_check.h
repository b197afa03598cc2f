/* ink_check.h - what a print file will say about its inks, without making it.  Layer: backend. */
#ifndef PC_BACKEND_INK_CHECK_H
#define PC_BACKEND_INK_CHECK_H

#include "backend/backend.h"
#include "backend/ink_meter.h"

/* Colours of the poster's own and pictures in CMYK over print.ink-limit (ink-limit), a profile that
 * cannot be used; what is in figures of lines and text is seen when the file is made.  Nothing
 * where print.standard is plain.  The answer is the caller's to clear. */
pc_ink_peak pc_ink_check(const pc_display *display, const pc_backend_options *options,
                         pc_diags *diags);

#endif
