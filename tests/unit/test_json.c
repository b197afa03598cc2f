/* test_json.c - the exact bytes of JSON. */
#include <math.h>

#include <glib.h>

#include "base/json.h"

static void test_indents(void) {
  g_autoptr(GString) out = g_string_new(NULL);
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_int(&json, "posterc", 1);
  pc_json_begin_flat(&json, "page", '{');
  pc_json_number(&json, "width_mm", 841);
  pc_json_begin(&json, "tags", '[');
  pc_json_text(&json, NULL, "a");
  pc_json_text(&json, NULL, NULL);
  pc_json_end(&json, ']');
  pc_json_bool(&json, "bleed", false);
  pc_json_end(&json, '}');
  pc_json_begin(&json, "panels", '[');
  pc_json_begin(&json, NULL, '{');
  pc_json_null(&json, "id");
  pc_json_end(&json, '}');
  pc_json_end(&json, ']');
  pc_json_begin(&json, "none", '[');
  pc_json_end(&json, ']');
  pc_json_end(&json, '}');
  g_assert_cmpstr(out->str, ==,
                  "{\n"
                  "  \"posterc\": 1,\n"
                  "  \"page\": {\"width_mm\": 841.0, \"tags\": [\"a\", null], \"bleed\": false},\n"
                  "  \"panels\": [\n"
                  "    {\n"
                  "      \"id\": null\n"
                  "    }\n"
                  "  ],\n"
                  "  \"none\": []\n"
                  "}");
}

static void test_numbers(void) {
  const struct {
    double value;
    const char *text;
  } cases[] = {{841, "841.0"},      {18.25, "18.25"}, {18.5, "18.5"},
               {261.666, "261.67"}, {-0.001, "0.0"},  {-3.1, "-3.1"},
               {0, "0.0"},          {NAN, "null"},    {INFINITY, "null"}};
  for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
    g_autoptr(GString) out = g_string_new(NULL);
    pc_json json;
    pc_json_init(&json, out);
    pc_json_number(&json, NULL, cases[i].value);
    g_assert_cmpstr(out->str, ==, cases[i].text);
  }
}

static void test_escapes(void) {
  g_autoptr(GString) out = g_string_new(NULL);
  pc_json_escape(out, "\"支援\"\\\n\t\x01\x7f/\xff\xe6\x94");
  g_assert_cmpstr(out->str, ==, "\\\"支援\\\"\\\\\\n\\t\\u0001\\u007f/\\ufffd\\ufffd\\ufffd");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/json/indents", test_indents);
  g_test_add_func("/json/numbers", test_numbers);
  g_test_add_func("/json/escapes", test_escapes);
  return g_test_run();
}
