/* test_node.c - the place of a character in scalars of every style, and the arena. */
#include <stdint.h>

#include "yaml_fixture.h"

typedef struct spot {
  const char *text;   /* of the file; the value stands under the key "t" */
  const char *before; /* of the value; the place is that of the character after it */
  int line, column;
} spot;

static const spot spots[] = {
    {"t: 日本語です\n", "", 1, 4},
    {"t: 日本語です\n", "日本", 1, 6},
    {"t: 日本語です\n", "日本語です", 1, 9},
    {"t: 日本\n   語です\n", "日本 ", 2, 4},
    {"t: 日本\n   語です\n", "日本 語", 2, 5},
    {"t: 'it''s 日'\n", "it", 1, 7},
    {"t: 'it''s 日'\n", "it's ", 1, 11},
    {"t: \"a\\u65e5\\n日\\\"い\"\n", "a", 1, 6},
    {"t: \"a\\u65e5\\n日\\\"い\"\n", "a日\n", 1, 14},
    {"t: \"a\\u65e5\\n日\\\"い\"\n", "a日\n日\"", 1, 17},
    {"t: \"ab\\\n   cd\"\n", "abc", 2, 5},
    {"t: \"a\\x20b\"\n", "a ", 1, 10},
    {"t: \"\\UZ\"\n", "", 0, 0},
    {"t: |\n  日本\n  語\n\n  です\n", "日本\n語\n\nで", 5, 4},
    {"t: |  # t: 日\n  日本\n", "日", 2, 4},
    {"t: |2-\n    日\n", "  ", 2, 5},
    {"t: >\n  日本\n  語\n\n  です\n", "日本 語\nで", 5, 4},
    {"t: |\r\n  日本\r\n  語\r\n", "日本\n", 3, 3},
    {"t: 日\r\n  本\r\n", "日 ", 2, 3},
    {"\xef\xbb\xbf"
     "t: 日本\n",
     "日", 1, 5},
    {"t: &x 日本\n", "日", 1, 8},
    {"t: !!str\n  日本\n", "日", 2, 4},
    {"t: aaa aaa\n", "aaa a", 1, 9},
    {"t: \"\\t日\"\n", "\t", 1, 7},
};

static void test_places(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(spots); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse(spots[i].text);
    if (spots[i].line == 0) {
      g_assert_null(fixture.root);
      continue;
    }
    const pc_node *node = fixture_find(fixture.root, "t");
    g_assert_true(g_str_has_prefix(node->text, spots[i].before));
    assert_place(pc_node_place(node, strlen(spots[i].before)), spots[i].line, spots[i].column);
  }
}

/* Every offset of every style stays inside the file, also past the end. */
static void test_every_offset(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(spots); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse(spots[i].text);
    if (fixture.root == NULL)
      continue;
    const pc_node *node = fixture_find(fixture.root, "t");
    pc_place last = node->at;
    for (size_t offset = 0; offset <= strlen(node->text) + 3; offset++) {
      pc_place at = pc_node_place(node, offset);
      g_assert_true(at.line > last.line || (at.line == last.line && at.column >= last.column));
      last = at;
    }
  }
}

static void test_made_up_nodes(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  pc_place at = {"p.yaml", 3, 4};
  const pc_node *node = pc_node_new_plain(spec, at, "abc");
  assert_place(pc_node_place(node, 2), 3, 4);
  g_assert_cmpstr(node->text, ==, "abc");
  g_assert_cmpint(pc_node_new_plain(spec, at, "null")->kind, ==, PC_NODE_NULL);
}

static void test_find(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("a: 1\nb: [x]\n");
  g_assert_null(pc_node_find(fixture.root, "c"));
  g_assert_null(pc_node_find(NULL, "a"));
  g_assert_null(pc_node_find(fixture_find(fixture.root, "b"), "x"));
}

static void test_place_after(void) {
  static const char text[] = "日\r\nい\rろ\nx";
  pc_place start = {NULL, 1, 1};
  assert_place(pc_place_after(start, text, 3), 1, 2);
  assert_place(pc_place_after(start, text, 5), 2, 1);
  assert_place(pc_place_after(start, text, 8), 2, 2);
  assert_place(pc_place_after(start, text, 9), 3, 1);
  assert_place(pc_place_after(start, text, strlen(text)), 4, 2);
}

static void test_arena(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  for (size_t size = 0; size < 200000; size = size * 2 + 1) {
    unsigned char *bytes = pc_spec_alloc(spec, size);
    g_assert_cmpint((uintptr_t)bytes % sizeof(double), ==, 0);
    for (size_t i = 0; i < size; i++)
      g_assert_cmpint(bytes[i], ==, 0);
    memset(bytes, 0xff, size);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/node/places", test_places);
  g_test_add_func("/node/every-offset", test_every_offset);
  g_test_add_func("/node/made-up-nodes", test_made_up_nodes);
  g_test_add_func("/node/find", test_find);
  g_test_add_func("/node/place-after", test_place_after);
  g_test_add_func("/node/arena", test_arena);
  return g_test_run();
}
