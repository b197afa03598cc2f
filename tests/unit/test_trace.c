/* test_trace.c - a value's characters in its source, in every style of YAML. */
#include "spec/trace.h"

#include <string.h>

#include "spec/yaml.h"

/* The value of "a"; its characters but blanks, each as the source has it, parted by "|". */
static const struct {
  const char *name, *yaml, *pieces;
} cases[] = {
    {"plain", "a: x⼈y\n", "x|⼈|y"},
    {"plain, two lines", "a: x\n  y\n\n  z\n", "x|y|z"},
    {"single quotes", "a: 'x''⼈ y'\n", "x|''|⼈|y"},
    {"double quotes", "a: \"x\\u2F08\\\"y\\n z\"\n", "x|\\u2F08|\\\"|y|z"},
    {"double quotes, joined lines", "a: \"x\\\n    y\"\n", "x|y"},
    {"literal", "a: |\n  x\n\n    y\n  z\n", "x|y|z"},
    {"literal, indent given", "a: |2-\n    x\n  y\n", "x|y"},
    {"folded", "a: >\n  x y\n  z\n\n  u\n", "x|y|z|u"},
    {"folded, with a deeper line", "a: >-\n  x\n    y\n  z\n", "x|y|z"},
    {"tag and anchor", "a: &n !!str x\n", "x"},
    {"CRLF", "a: |\r\n  x\r\n  y\r\n", "x|y"},
    {"after a byte order mark",
     "\xef\xbb\xbf"
     "a: x⼈\n",
     "x|⼈"},
    {"after other letters", "⼈: ｶﾞ\na: x\n", "x"},
};

static const pc_scalar *find_value(const pc_spec *spec, const pc_node *value) {
  int count = 0;
  const pc_scalar *scalars = pc_spec_scalars(spec, &count);
  for (int i = 0; i < count; i++) {
    if (scalars[i].node->at.line == value->at.line &&
        scalars[i].node->at.column == value->at.column)
      return &scalars[i];
  }
  return NULL;
}

static char *list_pieces(const pc_scalar *scalar, const char *file) {
  GString *pieces = g_string_new(NULL);
  const char *text = scalar->node->text;
  pc_trace trace;
  pc_trace_init(&trace, scalar->node);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    size_t start = 0, length = 0;
    if (g_ascii_isspace(*at))
      continue;
    g_assert_true(pc_trace_find(&trace, (size_t)(at - text), &start, &length));
    const char *source = file + scalar->offset + start;
    g_string_append_printf(pieces, "%s%.*s", pieces->len > 0 ? "|" : "", (int)length, source);
  }
  return g_string_free(pieces, FALSE);
}

static void test_case(gconstpointer data) {
  const size_t i = GPOINTER_TO_SIZE(data);
  const char *yaml = cases[i].yaml;
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_spec_keep_scalars(spec);
  const pc_node *root = pc_yaml_parse(spec, "a.yaml", yaml, strlen(yaml), diags);
  g_assert_nonnull(root);
  const pc_scalar *scalar = find_value(spec, pc_node_find(root, "a")->value);
  g_assert_nonnull(scalar);
  const size_t mark = g_str_has_prefix(yaml, "\xef\xbb\xbf") ? 3 : 0;
  g_autofree char *pieces = list_pieces(scalar, yaml + mark);
  g_assert_cmpstr(pieces, ==, cases[i].pieces);
}

/* Nobody asked: nothing is kept. */
static void test_not_kept(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  int count = 1;
  g_assert_nonnull(pc_yaml_parse(spec, "a.yaml", "a: x\n", 5, diags));
  pc_spec_scalars(spec, &count);
  g_assert_cmpint(count, ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strdup_printf("/trace/%s", cases[i].name);
    g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
  }
  g_test_add_func("/trace/not kept", test_not_kept);
  return g_test_run();
}
