/* rules.h - the rules of check.c by name, and the measures that rules and report share.
 * Layer: check. */
#ifndef PC_CHECK_RULES_H
#define PC_CHECK_RULES_H

#include "diag/diag.h"
#include "layout/layout.h"

void pc_check_small_text(const pc_layout *layout, pc_diags *diags);
void pc_check_small_tables(const pc_layout *layout, pc_diags *diags);
void pc_check_long_lines(const pc_layout *layout, pc_diags *diags);
void pc_check_empty_panels(const pc_layout *layout, pc_diags *diags);
void pc_check_contrast(const pc_layout *layout, pc_diags *diags);
void pc_check_resolution(const pc_layout *layout, pc_diags *diags);
void pc_check_alternatives(const pc_layout *layout, pc_diags *diags);
void pc_check_qr_codes(const pc_layout *layout, pc_diags *diags);
void pc_check_sizes(const pc_layout *layout, pc_diags *diags);

/* "panel 4", or "panel 'はじめに'" where it has no number; into the caller's text. */
void pc_check_append_panel_name(GString *out, const pc_panel *panel);

/* The longest line of running text in characters; Latin letters count half, as they are wide. */
double pc_check_longest_line(const pc_panel *panel, const pc_box **box);

#endif
