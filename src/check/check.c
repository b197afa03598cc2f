/* check.c - runs the rules.  Layer: check. */
#include "check/check.h"

#include "check/rules.h"

typedef void (*rule_func)(const pc_layout *layout, pc_diags *diags);

static const rule_func rules[] = {
    pc_check_small_text,   pc_check_small_tables, pc_check_long_lines,
    pc_check_empty_panels, pc_check_contrast,     pc_check_resolution,
    pc_check_alternatives, pc_check_qr_codes,     pc_check_sizes,
};

void pc_check_layout(const pc_layout *layout, pc_diags *diags) {
  for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
    rules[i](layout, diags);
}
