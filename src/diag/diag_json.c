/* diag_json.c - diagnostics as data for editors and scripts.  Layer: diag (uses base). */
#include "diag/diag.h"

#include "base/json.h"

void pc_diags_format_json(const pc_diags *diags, GString *out) {
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '[');
  for (int i = 0; i < pc_diags_count(diags); i++) {
    const pc_diag *diag = pc_diags_at(diags, i);
    pc_json_begin_flat(&json, NULL, '{');
    pc_json_text(&json, "file", diag->at.file);
    pc_json_int(&json, "line", diag->at.line);
    pc_json_int(&json, "column", diag->at.column);
    pc_json_text(&json, "severity", diag->severity == PC_ERROR ? "error" : "warning");
    pc_json_text(&json, "code", pc_code_get(diag->code)->name);
    pc_json_text(&json, "message", diag->message);
    pc_json_text(&json, "hint", diag->hint);
    pc_json_end(&json, '}');
  }
  pc_json_end(&json, ']');
  g_string_append_c(out, '\n');
}
