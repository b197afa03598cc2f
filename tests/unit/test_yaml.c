/* test_yaml.c - YAML text to nodes: places, mistakes in plain words, limits. */
#include "yaml_fixture.h"

typedef struct mistake {
  const char *text, *reported;
} mistake;

/* What libyaml cannot read on, and what a person is told. */
static const mistake mistakes[] = {
    {"t: {支援|しえん}とは\n",
     "1:4: error: a text that begins with '{' needs quotes; put quotes around the whole text"},
    {"t: \"支援\"とは\n", "1:8: error: the text goes on after its closing quotation mark; put the "
                          "other kind of quotes, \" or ', around the whole text"},
    {"t: 時間: 10時\n",
     "1:6: error: a text that contains ': ' needs quotes; put quotes around the whole text"},
    {"t: a\n  s: b\n", "2:3: error: a key cannot begin here, below a text; begin it in the same "
                       "column as the keys above, or put quotes around the text"},
    {"t：はじめに\ns: a\n", "1:1: error: a ':' is missing after the key in this line; type ':' and "
                            "a blank instead of the wide '：'"},
    {"t:はじめに\ns: a\n",
     "1:1: error: a ':' is missing after the key in this line; type a blank after ':'"},
    {"a: 1\nはじめに\nb: 2\n", "2:1: error: a ':' is missing after the key in this line; write "
                               "'key: value', or '- ' before an item of a list"},
    {"a:\n\t- b\n",
     "2:1: error: a tab stands where only blanks may stand; indent with blanks; most "
     "editors can replace tabs by blanks"},
    {"a: @x\n", "1:4: error: a text that begins with '@' needs quotes; put quotes around the whole "
                "text"},
    {"a: *強調* です\n",
     "1:4: error: a text that begins with '*' needs quotes; put quotes around the whole text"},
    {"a: !注意 です\n",
     "1:4: error: a text that begins with '!' needs quotes; put quotes around the whole text"},
    {"a: |b\n", "1:4: error: nothing but the text's indented lines may follow '|'; begin the text "
                "on the next line, or put quotes around a text that begins with '|'"},
    {"a: \"b\nc: 2\n", "1:4: error: the quotation mark that opens here is never closed; close it, "
                       "or put a text with a quotation mark into the other kind"},
    {"a: \"b\nc: \"d\"\n",
     "1:4: error: the quotation mark that opens here is not closed where the text ends; close it, "
     "or put a text with a quotation mark into the other kind"},
    {"a: \"C:\\フ\"\n", "1:7: error: in double quotes '\\' begins an escape, but not this one; "
                        "write '\\\\' for one '\\', or use single quotes"},
    {"g: [1fr\ns:\n - t: a\n",
     "1:4: error: the '[' that opens here is not closed, or a ',' is missing; close it, or put "
     "quotes around a text that begins with '['"},
    {"g: {a: 3 b: 4}\n", "1:11: error: a ',' or the closing bracket is missing before this; put "
                         "quotes around a text that contains ': ' or begins with '{' or '['"},
    {"p: [#fff, #000]\nb: 1\n", "1:4: error: the '[' that opens here is not closed, or a ',' is "
                                "missing; put quotes around a colour: '#' begins a remark"},
    {"a: - b\n", "1:4: error: a list cannot begin here; begin it on a line of its own, or put "
                 "quotes around a text that begins with '- '"},
    {"s:\n  - t: a\n   x: b\n", "3:4: error: an item with '- ' is expected here; items of one list "
                                "begin in the same column, and so do the keys of one item"},
    {"a: b\n}\n", "2:1: error: a key such as 'title:' is expected here; keys that belong together "
                  "begin in the same column"},
    {"a: 1\n---\nb: 2\n",
     "2:1: error: a second document begins here with '---', but one file is one poster; delete "
     "this line, or put what follows into another file"},
    {"  a: 1\nb: 2\n", "2:1: error: this does not belong to what stands above it; check how far "
                       "this line is indented"},
    {"%TAG ! x\n---\na: 1\n", "1:1: error: a file cannot begin with '%'; delete the line, or put "
                              "quotes around a text that begins with '%'"},
    {"", "1:1: error: the file is empty; a poster needs at least 'slides:'"},
    {"# 題\n\n", "1:1: error: the file is empty; a poster needs at least 'slides:'"},
    {"---\n...\n", "1:1: error: the file is empty; a poster needs at least 'slides:'"},
    {"日: a\nb: \x83\x89\x83\x78\n",
     "2:4: error: the file is not UTF-8 text; it looks like Shift_JIS: save it as UTF-8"},
    {"b: \xa5\xd4\xa5\xa2\n",
     "1:4: error: the file is not UTF-8 text; it looks like EUC-JP: save it as UTF-8"},
    {"\xff\xfe"
     "a",
     "1:1: error: the file is not UTF-8 text; it looks like UTF-16: save it as UTF-8"},
    {"b: \x1b$BF|\x1b(B\n",
     "1:4: error: the file is not UTF-8 text; it looks like ISO-2022-JP: save it as UTF-8"},
    {"PK\x03\x04\x14", "1:1: error: this is a file of Word or of another office program, not a "
                       "poster; save the poster as plain text in UTF-8"},
    {"{\\rtf1\\ansi}", "1:1: error: this is a file of a word processor, not a poster; save the "
                       "poster as plain text in UTF-8"},
    {"%PDF-1.4\n", "1:1: error: this is a PDF, not a poster; save the poster as plain text in "
                   "UTF-8"},
    {"b: caf\xe9 x\n", "1:7: error: here is something that is not UTF-8 text; save the file as "
                       "UTF-8 and check the character there"},
    {"日: 1\n　語: 2\n", "2:1: error: a wide blank stands where only ordinary blanks may stand; "
                         "indent with ordinary blanks, typed half-width"},
};

/* Reported, but the rest is still read. */
static const mistake slips[] = {
    {"日: 1\n日: 2\n",
     "2:1: error: the key '日' stands twice; it already stands in line 1; keep one "
     "of the two [duplicate-key]\n"},
    {"? [x]\n: 3\n", "1:3: error: a key must be a plain word, not a list or a mapping; put quotes "
                     "around a text that begins with '{' or '[' [syntax]\n"},
    {"?\n: 3\n", "1:2: error: there is no key before ':' [syntax]\n"},
    {"a: *abc\n", "1:4: error: '*abc' repeats a value marked '&abc', but there is none above; a "
                  "text that begins with '*' needs quotes [syntax]\n"},
    {"a: &x [*x]\n", "1:8: error: '*x' would repeat the value inside itself [syntax]\n"},
    {"a: !foo x\n",
     "1:4: error: '!' begins a tag, and this is none that YAML knows for this value; "
     "put quotes around a text that begins with '!', or delete the word [syntax]\n"},
    {"a: !!seq x\n",
     "1:4: error: '!' begins a tag, and this is none that YAML knows for this value; put quotes "
     "around a text that begins with '!', or delete the word [syntax]\n"},
    {"m: {<<: 3}\n", "1:9: error: '<<' takes over the keys of a mapping, but this is none; write "
                     "the name of a mapping marked with '&', such as <<: *name [syntax]\n"},
    {"a: 日 #1 # b\nc: d # e\n",
     "1:6: warning: '#1' is a remark here, and is not printed; put quotes around the whole text; "
     "if it is a remark, type a blank after '#' [unused]\n"},
    {"fill: #e7f0fa\n",
     "1:7: error: '#' begins a remark here, so that there is no value; put quotes "
     "around the colour: '#e7f0fa' [syntax]\n"},
    {"日: b\x0b"
     "c\n",
     "1:5: error: here is an invisible control character, U+000B, that cannot be "
     "printed; it is a line break of another program: type a new line instead "
     "[syntax]\n"},
    {"a: \"b\\0c\\x07\"\n", "1:6: error: this escape stands for a control character, U+0000, that "
                            "cannot be printed; write '\\\\' for one '\\', or use single quotes "
                            "[syntax]\n"},
    {"a: b\xc2\x9b\n", "1:5: error: here is an invisible control character, U+009B, that cannot be "
                       "printed; delete it; it came with text copied from elsewhere [syntax]\n"},
};

static void test_mistakes(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse(mistakes[i].text);
    g_autofree char *wanted = g_strdup_printf("p.yaml:%s [syntax]\n", mistakes[i].reported);
    assert_reported(fixture.diags, wanted);
    g_assert_null(fixture.root);
  }
}

static void test_slips(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(slips); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse(slips[i].text);
    g_autofree char *wanted = g_strdup_printf("p.yaml:%s", slips[i].reported);
    assert_reported(fixture.diags, wanted);
    g_assert_nonnull(fixture.root);
  }
}

static void test_several_mistakes(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("a: 1\na: 2\nb: !x 3\nb: \x01\n");
  g_assert_cmpint(pc_diags_count(fixture.diags), ==, 4);
  g_assert_cmpstr(fixture_find(fixture.root, "a")->text, ==, "1");
}

static void test_places(void) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("題: ピア\n一覧:\n  - 日本  # r\n  - \"二\"\n写: {鍵: 値, b: [い, ろ]}\n");
  assert_reported(fixture.diags, "");
  const pc_node *list = fixture_find(fixture.root, "一覧");
  assert_place(fixture.root->at, 1, 1);
  assert_place(fixture_find(fixture.root, "題")->at, 1, 4);
  assert_place(pc_node_find(fixture.root, "一覧")->key_at, 2, 1);
  assert_place(list->at, 3, 3);
  assert_place(list->items[0]->at, 3, 5);
  assert_place(list->items[1]->at, 4, 5);
  const pc_node *map = fixture_find(fixture.root, "写");
  assert_place(map->at, 5, 4);
  assert_place(pc_node_find(map, "b")->key_at, 5, 11);
  assert_place(fixture_find(map, "b")->items[1]->at, 5, 18);
  g_assert_true(map->source_length == strlen("{鍵: 値, b: [い, ろ]}"));
  g_assert_true(g_str_has_prefix(list->items[1]->source, "\"二\"\n"));
}

static void test_bom_and_crlf(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("\xef\xbb\xbf"
                                               "a: 日\r\nb: |\r\n  い\r\n  ろ\r\nc: x\r\n");
  assert_reported(fixture.diags, "");
  assert_place(pc_node_find(fixture.root, "a")->key_at, 1, 1);
  assert_place(fixture_find(fixture.root, "a")->at, 1, 4);
  assert_place(pc_node_find(fixture.root, "c")->key_at, 5, 1);
  g_assert_cmpstr(fixture_find(fixture.root, "b")->text, ==, "い\nろ\n");
}

static void test_kinds(void) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("a:\nb: ~\nc: null\nd: \"null\"\ne: 5\nf: !!str 5\ng: |\n  x\nh: \"\"\n"
                    "i: []\nj: {}\n");
  assert_reported(fixture.diags, "");
  static const struct {
    const char *key;
    pc_node_kind kind;
    bool quoted;
  } wanted[] = {{"a", PC_NODE_NULL, false},   {"b", PC_NODE_NULL, false},
                {"c", PC_NODE_NULL, false},   {"d", PC_NODE_SCALAR, true},
                {"e", PC_NODE_SCALAR, false}, {"f", PC_NODE_SCALAR, true},
                {"g", PC_NODE_SCALAR, true},  {"h", PC_NODE_SCALAR, true},
                {"i", PC_NODE_LIST, false},   {"j", PC_NODE_MAP, false}};
  for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
    const pc_node *node = fixture_find(fixture.root, wanted[i].key);
    g_assert_cmpint(node->kind, ==, wanted[i].kind);
    g_assert_cmpint(node->quoted, ==, wanted[i].quoted);
  }
}

static void test_aliases(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("a: &x {k: 日}\nb: *x\nc: &y\n  # r\n  k: 1\n"
                                               "d: {<<: [*x, *y], z: 2}\ne: {k: 3, <<: *x}\n");
  assert_reported(fixture.diags, "");
  assert_place(fixture_find(fixture_find(fixture.root, "b"), "k")->at, 1, 11);
  g_assert_true(fixture_find(fixture.root, "a") == fixture_find(fixture.root, "b"));
  const pc_node *merged = fixture_find(fixture.root, "d");
  g_assert_cmpint(merged->n_items, ==, 2);
  g_assert_cmpstr(merged->pairs[0].key, ==, "z");
  g_assert_cmpstr(fixture_find(merged, "k")->text, ==, "日");
  g_assert_cmpstr(fixture_find(fixture_find(fixture.root, "e"), "k")->text, ==, "3");
}

static void assert_only(const yaml_fixture *fixture, pc_code code) {
  g_assert_null(fixture->root);
  g_assert_cmpint(pc_diags_count(fixture->diags), ==, 1);
  g_assert_cmpint(pc_diags_at(fixture->diags, 0)->code, ==, code);
}

static void test_alias_bomb(void) {
  g_autoptr(GString) text = g_string_new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
  for (int i = 1; i < 60; i++) {
    g_string_append_printf(text, "a%d: &a%d [", i, i);
    for (int j = 0; j < 10; j++)
      g_string_append_printf(text, "%s*a%d", j > 0 ? ", " : "", i - 1);
    g_string_append(text, "]\n");
  }
  g_auto(yaml_fixture) fixture = fixture_parse(text->str);
  assert_only(&fixture, PC_LIMIT);
  g_assert_cmpint(pc_diags_at(fixture.diags, 0)->at.line, ==, 5);
}

static char *nest(int levels) {
  GString *text = g_string_new("a: ");
  for (int i = 0; i < levels; i++)
    g_string_append_c(text, '[');
  for (int i = 0; i < levels; i++)
    g_string_append_c(text, ']');
  return g_string_free(text, FALSE);
}

static void test_depth(void) {
  g_autofree char *good = nest(PC_YAML_MAX_DEPTH - 1);
  g_auto(yaml_fixture) kept = fixture_parse(good);
  assert_reported(kept.diags, "");
  g_autofree char *deep = nest(PC_YAML_MAX_DEPTH);
  g_auto(yaml_fixture) refused = fixture_parse(deep);
  assert_only(&refused, PC_LIMIT);
  assert_place(pc_diags_at(refused.diags, 0)->at, 1, 3 + PC_YAML_MAX_DEPTH);
  g_autofree char *abyss = nest(1000000);
  g_auto(yaml_fixture) bounded = fixture_parse(abyss);
  assert_only(&bounded, PC_LIMIT);
}

static void test_depth_through_aliases(void) {
  g_autoptr(GString) text = g_string_new("a0: &a0 [x]\n");
  for (int i = 1; i < 70; i++)
    g_string_append_printf(text, "a%d: &a%d [*a%d]\n", i, i, i - 1);
  g_auto(yaml_fixture) fixture = fixture_parse(text->str);
  assert_only(&fixture, PC_LIMIT);
  assert_place(pc_diags_at(fixture.diags, 0)->at, 64, 12);
}

static void test_many_nodes(void) {
  g_autoptr(GString) text = g_string_new("a:\n");
  for (int i = 0; i < PC_YAML_MAX_NODES; i++)
    g_string_append(text, "- x\n");
  g_auto(yaml_fixture) fixture = fixture_parse(text->str);
  assert_only(&fixture, PC_LIMIT);
}

static void test_large_file(void) {
  g_autofree char *text = g_strnfill(PC_YAML_MAX_BYTES + 1, 'x');
  g_auto(yaml_fixture) fixture = fixture_parse(text);
  assert_only(&fixture, PC_LIMIT);
  g_auto(yaml_fixture) kept = fixture_parse_bytes(text, PC_YAML_MAX_BYTES);
  assert_reported(kept.diags, "");
}

/* All of it in time that grows with the length only. */
static void test_hostile(void) {
  static const char *const pieces[] = {"%TAG !a! x\n", "- ",    "{",     "? ",  "\"", "a: &b\n",
                                       "a: {x: ",      "[a, ",  "*a\n",  "\t",  "|",  "!!a ",
                                       "a:\n b:\n",    "...\n", "---\n", "\xff"};
  for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 300000)
      g_string_append(text, pieces[i]);
    g_auto(yaml_fixture) fixture = fixture_parse(text->str);
    g_assert_true(fixture.root != NULL || pc_diags_has_error(fixture.diags));
  }
}

static void test_utf16_without_mark(void) {
  static const char text[] = "a\0:\0 \0b\0\n\0";
  g_auto(yaml_fixture) fixture = fixture_parse_bytes(text, sizeof text - 1);
  assert_reported(fixture.diags, "p.yaml:1:1: error: the file is not UTF-8 text; it looks like "
                                 "UTF-16: save it as UTF-8 [syntax]\n");
}

static void test_value(void) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_place origin = {"--set", 1, 7};
  const pc_node *list = pc_yaml_parse_value(spec, origin, "[一, b]", diags);
  assert_place(list->items[1]->at, 1, 11);
  g_assert_cmpint(pc_yaml_parse_value(spec, origin, " ", diags)->kind, ==, PC_NODE_NULL);
  g_assert_false(pc_diags_has_error(diags));
  g_assert_null(pc_yaml_parse_value(spec, origin, "{a", diags));
  assert_place(pc_diags_at(diags, 0)->at, 1, 7);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/yaml/mistakes", test_mistakes);
  g_test_add_func("/yaml/slips", test_slips);
  g_test_add_func("/yaml/several-mistakes", test_several_mistakes);
  g_test_add_func("/yaml/places", test_places);
  g_test_add_func("/yaml/bom-and-crlf", test_bom_and_crlf);
  g_test_add_func("/yaml/kinds", test_kinds);
  g_test_add_func("/yaml/aliases", test_aliases);
  g_test_add_func("/yaml/alias-bomb", test_alias_bomb);
  g_test_add_func("/yaml/depth", test_depth);
  g_test_add_func("/yaml/depth-through-aliases", test_depth_through_aliases);
  g_test_add_func("/yaml/many-nodes", test_many_nodes);
  g_test_add_func("/yaml/large-file", test_large_file);
  g_test_add_func("/yaml/hostile", test_hostile);
  g_test_add_func("/yaml/utf16-without-mark", test_utf16_without_mark);
  g_test_add_func("/yaml/value", test_value);
  return g_test_run();
}
