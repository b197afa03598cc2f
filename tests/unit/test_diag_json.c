/* test_diag_json.c - diagnostics as a JSON array. */
#include <glib.h>

#include "diag/diag.h"

static void test_array(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_place at = {g_intern_string("poster.yaml"), 12, 5};
  PC_REPORT_HINT(diags, at, PC_UNKNOWN_KEY, "did you mean 'title'?", "unknown key \"titel\"");
  PC_REPORT(diags, ((pc_place){NULL, 0, 0}), PC_UNUSED, "支援");
  g_autoptr(GString) out = g_string_new(NULL);
  pc_diags_format_json(diags, out);
  g_assert_cmpstr(
      out->str, ==,
      "[\n"
      "  {\"file\": null, \"line\": 0, \"column\": 0, \"severity\": \"warning\", "
      "\"code\": \"unused\", \"message\": \"支援\", \"hint\": null},\n"
      "  {\"file\": \"poster.yaml\", \"line\": 12, \"column\": 5, \"severity\": \"error\", "
      "\"code\": \"unknown-key\", \"message\": \"unknown key \\\"titel\\\"\", "
      "\"hint\": \"did you mean 'title'?\"}\n"
      "]\n");
}

static void test_empty(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GString) out = g_string_new(NULL);
  pc_diags_format_json(diags, out);
  g_assert_cmpstr(out->str, ==, "[]\n");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/diag-json/array", test_array);
  g_test_add_func("/diag-json/empty", test_empty);
  return g_test_run();
}
