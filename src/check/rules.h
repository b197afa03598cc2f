/* rules.h - the rules of check.c by name.  Layer: check. */
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

#endif
