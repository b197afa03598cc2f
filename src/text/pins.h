/* pins.h - files of the manifest are compared with what it pins, while the text is being set.
 * Layer: text.
 *
 * Reading twenty megabytes of fonts takes as long as setting a poster's text.
 */
#ifndef PC_TEXT_PINS_H
#define PC_TEXT_PINS_H

#include <stdbool.h>

#include "diag/diag.h"
#include "text/fonts.h"

typedef struct pc_pins pc_pins;

pc_pins *pc_pins_new(void);
/* Waits for all. */
void pc_pins_free(pc_pins *pins);

/* Each file is read once.  at: where a drift is reported. */
void pc_pins_add(pc_pins *pins, const pc_font_info *info, const char *file, pc_place at);

void pc_pins_wait(pc_pins *pins);

/* false: a file is not the one that is pinned; reported once (font-drift). */
bool pc_pins_settle(pc_pins *pins, pc_diags *diags);

/* Of an open set of fonts. */
pc_pins *pc_fonts_pins(const pc_fonts *fonts);

#endif
