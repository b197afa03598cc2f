/* diag_json.c - diagnostics as data for editors and scripts.  Layer: diag (uses base). */
#include "diag/diag.h"

static void dump_diag(pc_json *json, const pc_diag *diag) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "file", diag->at.file);
  pc_json_int(json, "line", diag->at.line);
  pc_json_int(json, "column", diag->at.column);
  pc_json_text(json, "severity", diag->severity == PC_ERROR ? "error" : "warning");
  pc_json_text(json, "code", pc_code_get(diag->code)->name);
  pc_json_text(json, "message", diag->message);
  pc_json_text(json, "hint", diag->hint);
  pc_json_end(json, '}');
}

void pc_diags_dump(const pc_diags *diags, const char *key, pc_json *json) {
  pc_json_begin(json, key, '[');
  for (int i = 0; i < pc_diags_count(diags); i++)
    dump_diag(json, pc_diags_at(diags, i));
  pc_json_end(json, ']');
}

void pc_diags_format_json(const pc_diags *diags, GString *out) {
  pc_json json;
  pc_json_init(&json, out);
  pc_diags_dump(diags, NULL, &json);
  g_string_append_c(out, '\n');
}
