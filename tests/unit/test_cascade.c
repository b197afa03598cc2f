/* test_cascade.c - partial specs over each other. */
#include "spec/cascade.h"
#include "yaml_fixture.h"

/* A tree in one line. */
static void write_node(const pc_node *node, GString *out) {
  if (node->kind == PC_NODE_NULL)
    g_string_append_c(out, '~');
  if (node->kind == PC_NODE_SCALAR)
    g_string_append(out, node->text);
  if (node->kind == PC_NODE_LIST || node->kind == PC_NODE_MAP)
    g_string_append_c(out, node->kind == PC_NODE_MAP ? '{' : '[');
  for (int i = 0; i < node->n_items; i++) {
    g_string_append(out, i > 0 ? " " : "");
    if (node->kind == PC_NODE_MAP)
      g_string_append_printf(out, "%s:", node->pairs[i].key);
    write_node(node->kind == PC_NODE_MAP ? node->pairs[i].value : node->items[i], out);
  }
  if (node->kind == PC_NODE_LIST || node->kind == PC_NODE_MAP)
    g_string_append_c(out, node->kind == PC_NODE_MAP ? '}' : ']');
}

static void assert_tree(const pc_node *node, const char *wanted) {
  g_assert_nonnull(node);
  g_autoptr(GString) out = g_string_new(NULL);
  write_node(node, out);
  g_assert_cmpstr(out->str, ==, wanted);
}

static void check_merge(const char *below, const char *above, const char *wanted) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *a = pc_yaml_parse(spec, "below.yaml", below, strlen(below), diags);
  const pc_node *b = pc_yaml_parse(spec, "above.yaml", above, strlen(above), diags);
  assert_tree(pc_cascade_merge(spec, a, b), wanted);
}

static void test_merge(void) {
  check_merge("a: 1\nb: 2\n", "b: 3\nc: 4\n", "{a:1 b:3 c:4}");
  check_merge("a: {x: 1, y: {p: 1, q: 2}}\n", "a: {y: {q: 3, r: 4}}\n",
              "{a:{x:1 y:{p:1 q:3 r:4}}}");
  check_merge("a: [1, 2]\n", "a: [3]\n", "{a:[3]}");
  check_merge("a: {x: 1}\n", "a: auto\n", "{a:auto}");
  check_merge("a: {x: 1}\n", "a:\n", "{a:~}");
  check_merge("a: auto\n", "a: {x: 1}\n", "{a:{x:1}}");
}

static void test_merge_keeps_places(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *below = pc_yaml_parse(spec, "below.yaml", "\na: 1\nb: 2\n", 11, diags);
  const pc_node *above = pc_yaml_parse(spec, "above.yaml", "b: 3\n", 5, diags);
  const pc_node *merged = pc_cascade_merge(spec, below, above);
  g_assert_cmpstr(fixture_find(merged, "a")->at.file, ==, "below.yaml");
  assert_place(fixture_find(merged, "a")->at, 2, 4);
  g_assert_cmpstr(pc_node_find(merged, "b")->key_at.file, ==, "above.yaml");
  g_assert_true(pc_cascade_merge(spec, NULL, above) == above);
  g_assert_true(pc_cascade_merge(spec, below, NULL) == below);
  assert_tree(below, "{a:1 b:2}");
}

static void test_without(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("a: 1\nb: 2\n");
  assert_tree(pc_cascade_without(fixture.spec, fixture.root, "a"), "{b:2}");
  g_assert_true(pc_cascade_without(fixture.spec, fixture.root, "x") == fixture.root);
}

static void check_set(const char *assignment, const char *wanted) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("t: {s: {max: 1, min: 2}}\nslides: [{a: 1}, text, {b: 2}]\nn: 5\n");
  const pc_node *set = pc_cascade_set(fixture.spec, fixture.root, assignment, fixture.diags);
  assert_reported(fixture.diags, "");
  assert_tree(set, wanted);
  assert_tree(fixture.root, "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:5}");
}

static void test_set(void) {
  check_set("n=6", "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:6}");
  check_set("n=", "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:~}");
  check_set("n=#aabbcc", "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:#aabbcc}");
  check_set("t.s.max=40pt", "{t:{s:{max:40pt min:2}} slides:[{a:1} text {b:2}] n:5}");
  check_set("t.s={max: 3}", "{t:{s:{max:3 min:2}} slides:[{a:1} text {b:2}] n:5}");
  check_set("new.x=[a, b=c]",
            "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:5 new:{x:[a b=c]}}");
  check_set("slides.3.span=2x1", "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2 span:2x1}] n:5}");
  check_set("slides.２=other", "{t:{s:{max:1 min:2}} slides:[{a:1} other {b:2}] n:5}");
  check_set("n.x=1", "{t:{s:{max:1 min:2}} slides:[{a:1} text {b:2}] n:{x:1}}");
}

static void test_set_places(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *set = pc_cascade_set(spec, NULL, "題.max=40pt", diags);
  const pc_pair *pair = pc_node_find(fixture_find(set, "題"), "max");
  g_assert_cmpstr(pair->value->at.file, ==, "--set");
  assert_place(pair->key_at, 1, 3);
  assert_place(pair->value->at, 1, 7);
}

static void test_set_mistakes(void) {
  static const struct {
    const char *assignment, *reported;
  } mistakes[] = {
      {"abc", "--set:1:1: error: 'abc' has no '='; write it as --set key=value [syntax]\n"},
      {"a..b=1", "--set:1:1: error: a key is missing before '=' or between two '.'; write it as "
                 "--set theme.sizes.body.max=40pt [syntax]\n"},
      {"=1", "--set:1:1: error: a key is missing before '=' or between two '.'; write it as --set "
             "theme.sizes.body.max=40pt [syntax]\n"},
      {"l.9=1", "--set:1:3: error: '9' is no item of a list with 2: expected a number from 1 on "
                "[bad-value]\n"},
      {"l.x=1", "--set:1:3: error: 'x' is no item of a list with 2: expected a number from 1 on "
                "[bad-value]\n"},
      {"l.1.x=1", "--set:1:3: error: item 1 of the list is a text and has no key 'x' [bad-type]\n"},
      {"a={x",
       "--set:1:3: error: the '{' that opens here is not closed, or a ',' is missing; close "
       "it, or put quotes around a text that begins with '{' [syntax]\n"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse("l: [a, b]\n");
    g_assert_null(
        pc_cascade_set(fixture.spec, fixture.root, mistakes[i].assignment, fixture.diags));
    assert_reported(fixture.diags, mistakes[i].reported);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cascade/merge", test_merge);
  g_test_add_func("/cascade/merge-keeps-places", test_merge_keeps_places);
  g_test_add_func("/cascade/without", test_without);
  g_test_add_func("/cascade/set", test_set);
  g_test_add_func("/cascade/set-places", test_set_places);
  g_test_add_func("/cascade/set-mistakes", test_set_mistakes);
  return g_test_run();
}
