/* beside.h - a figure in a column of its own beside the text.  Layer: layout.
 *
 * The heading stands over both.  Texts that begin below the figure have the full width again. Where
 * the text would become too narrow the figure stands below it.
 */
#ifndef PC_LAYOUT_BESIDE_H
#define PC_LAYOUT_BESIDE_H

#include "layout/panel.h"

/* Takes the width of the figure off the text, if there is room: the author's, or a least one. */
void pc_beside_open(pc_setting *setting);
/* A width that is not the author's becomes as large as the panel's height permits. */
void pc_beside_grow(pc_setting *setting, pc_um panel_height);

/* The setting as a piece sees it: its own width, and where it begins.  beside: it stands beside the
 * figure, or it is the figure. */
pc_setting pc_beside_see(const pc_setting *setting, int index, bool beside);

/* Measures of all pieces of a content with a figure beside its text. */
void pc_beside_measure(const pc_setting *setting, pc_measure *measures);

/* A warning where the author wanted a figure beside the text, and it stands below. */
void pc_beside_report(const pc_setting *setting, pc_diags *diags);

#endif
