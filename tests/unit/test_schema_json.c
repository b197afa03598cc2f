/* test_schema_json.c - the other readers of the tables: JSON Schema, reference, dictionary. */
#include "schema/readers.h"
#include "small_tables.h"
#include "yaml_fixture.h"

typedef void (*format_func)(const pc_schema *top, GString *out);

static char *format(format_func func) {
  GString *out = g_string_new(NULL);
  func(&small_top_schema, out);
  return g_string_free(out, FALSE);
}

/* JSON is YAML, so our own reader can look into it. */
static yaml_fixture parse_json(void) {
  g_autofree char *text = format(pc_schema_format_json);
  yaml_fixture fixture = fixture_parse(text);
  assert_reported(fixture.diags, "");
  return fixture;
}

static const pc_node *find_path(const pc_node *node, const char *path) {
  g_auto(GStrv) parts = g_strsplit(path, "/", -1);
  for (int i = 0; parts[i] != NULL; i++)
    node = node->kind == PC_NODE_LIST ? node->items[atoi(parts[i])] : fixture_find(node, parts[i]);
  return node;
}

static void assert_text(const pc_node *root, const char *path, const char *wanted) {
  g_assert_cmpstr(find_path(root, path)->text, ==, wanted);
}

static void test_tables(void) {
  g_auto(yaml_fixture) json = parse_json();
  assert_text(json.root, "$schema", "https://json-schema.org/draft/2020-12/schema");
  assert_text(json.root, "$ref", "#/$defs/poster");
  const pc_node *tables = fixture_find(json.root, "$defs");
  g_assert_cmpint(tables->n_items, ==, 3);
  for (int i = 0; i < tables->n_items; i++) {
    assert_text(tables->pairs[i].value, "additionalProperties", "false");
    assert_text(tables->pairs[i].value, "type", "object");
  }
  assert_text(tables, "poster/required/0", "slides");
  g_assert_cmpint(find_path(tables, "grid/required")->n_items, ==, 0);
}

static void test_keys(void) {
  g_auto(yaml_fixture) json = parse_json();
  const pc_node *poster = find_path(json.root, "$defs/poster/properties");
  const pc_node *grid = find_path(json.root, "$defs/grid/properties");
  assert_text(poster, "title/description", "Title | of it.");
  assert_text(poster, "margin/default", "18mm");
  assert_text(poster, "line/default", "1.65");
  g_assert_false(find_path(poster, "trim/default")->quoted);
  assert_text(poster, "palette/default/0", "#fff");
  assert_text(poster, "grid/anyOf/0/$ref", "#/$defs/grid");
  assert_text(poster, "slides/anyOf/0/minItems", "1");
  assert_text(grid, "columns/anyOf/0/minimum", "1");
  assert_text(grid, "columns/anyOf/0/maximum", "18");
  assert_text(grid, "flow/anyOf/0/enum/1", "n");
  assert_text(grid, "widths/anyOf/2/type", "array");
}

static void assert_fits(const pc_node *shape, const char *text, bool wanted) {
  const char *pattern = fixture_find(shape, "pattern")->text;
  if (g_regex_match_simple(pattern, text, 0, 0) != wanted)
    g_error("'%s' against %s", text, pattern);
}

/* A pattern takes what the reader takes. */
static void test_patterns(void) {
  g_auto(yaml_fixture) json = parse_json();
  const pc_node *poster = find_path(json.root, "$defs/poster/properties");
  const pc_node *margin = find_path(poster, "margin/anyOf/0");
  static const char *const lengths[] = {"18mm", "１８mm", "1.5 cm", ".5in", "3PT", "4q", "0", NULL};
  for (int i = 0; lengths[i] != NULL; i++)
    assert_fits(margin, lengths[i], true);
  static const char *const others[] = {"18", "18em", "-1mm", "auto", "18 apples", "mm", NULL};
  for (int i = 0; others[i] != NULL; i++)
    assert_fits(margin, others[i], false);
  assert_fits(find_path(poster, "height/anyOf/0"), "auto", true);
  assert_fits(find_path(poster, "height/anyOf/0"), "-1.5mm", true);
  assert_fits(find_path(poster, "height/anyOf/0"), "35％", true);
  assert_fits(find_path(poster, "fill/anyOf/0"), "#e7f0fa", true);
  assert_fits(find_path(poster, "fill/anyOf/0"), "accent2", true);
  assert_fits(find_path(poster, "fill/anyOf/0"), "accnt", false);
  assert_fits(find_path(poster, "trim/anyOf/1"), "Yes", true);
  assert_fits(find_path(poster, "line/anyOf/1"), "１．５", true);
  assert_fits(find_path(poster, "line/anyOf/1"), "1.5", false);
  const pc_node *columns = find_path(json.root, "$defs/grid/properties/columns/anyOf/1");
  assert_fits(columns, "③", true);
  assert_fits(columns, "１8", true);
  assert_fits(columns, "3", false);
}

static void test_same_every_time(void) {
  static const format_func formats[] = {pc_schema_format_json, pc_schema_format_markdown,
                                        pc_schema_format_dictionary};
  for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autofree char *first = format(formats[i]);
    g_autofree char *second = format(formats[i]);
    g_assert_cmpstr(first, ==, second);
    g_assert_true(g_str_has_suffix(first, "\n"));
  }
}

static void test_markdown(void) {
  g_autofree char *page = format(pc_schema_format_markdown);
  static const char *const lines[] = {
      "## poster\n\nA poster.\n\n| key | value | default | meaning |\n",
      "| `title` | a text | | Title \\| of it. |\n",
      "| `trim` | true or false | `true` | Whether. |\n",
      "| `margin` | a length such as 18mm (mm cm in pt Q H) | `18mm` | Around. |\n",
      "| `grid` | see [grid](#grid) | | The grid. |\n",
      "| `slides` | | required | Slides. |\n",
      "\n## grid\n\nStands in `grid`. How panels stand.\n",
      "| `columns` | a whole number from 1 to 18 | `3` | How many. |\n",
      "\n## range\n\nStands in `grid.body`. A range.\n",
  };
  const char *at = page;
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    at = strstr(at, lines[i]);
    if (at == NULL)
      g_error("not there, or not in this order: %s", lines[i]);
  }
}

static void test_dictionary(void) {
  g_autofree char *words = format(pc_schema_format_dictionary);
  g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
  for (int i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_cmpstr(lines[i - 1], <, lines[i]);
  static const char *const wanted[] = {"\"title\"", "\"z\"",       "\"fr\"",
                                       "\"yes\"",   "\"muted\"",   "\"slides\"",
                                       "\"auto\"",  "\"columns\"", NULL};
  for (int i = 0; wanted[i] != NULL; i++)
    g_assert_true(g_strv_contains((const char *const *)lines, wanted[i]));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/schema-json/tables", test_tables);
  g_test_add_func("/schema-json/keys", test_keys);
  g_test_add_func("/schema-json/patterns", test_patterns);
  g_test_add_func("/readers/same-every-time", test_same_every_time);
  g_test_add_func("/readers/markdown", test_markdown);
  g_test_add_func("/readers/dictionary", test_dictionary);
  return g_test_run();
}
