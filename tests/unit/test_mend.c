/* test_mend.c - repairs in a poster's file: what changes, what stays, the patch. */
#include <string.h>

#include "mend/mend.h"

static pc_mended *mend(const char *text, size_t length) {
  const pc_mend_options options = {.file = "p.yaml", .folder = PC_TEST_DIR};
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_mended *mended = pc_mend(text, length, &options, diags);
  g_assert_true((mended == NULL) == pc_diags_has_error(diags));
  return mended;
}

static void expect(const char *before, const char *after) {
  g_autoptr(pc_mended) once = mend(before, strlen(before));
  g_assert_cmpstr(once->text->str, ==, after);
  g_autoptr(pc_mended) twice = mend(after, strlen(after));
  g_assert_cmpstr(twice->text->str, ==, after);
  g_assert_cmpstr(twice->patch->str, ==, "");
}

static void test_characters(void) {
  expect("# \u2F08\nslides: [\u2F08, '\u2F08''\u2F08', \"\\u2F08\"]\n",
         "# \u2F08\nslides: [\u4EBA, '\u4EBA''\u4EBA', \"\u4EBA\"]\n");
  expect("slides: [\uFF76\uFF9E\u304B\u3099\uFE13]\n", "slides: [ガが：]\n");
  /* The base and its mark need not stand together in the file. */
  expect("slides: [\"\u304B\\\n  \u3099\"]\n", "slides: [\"が\\\n  \"]\n");
}

static void test_only_printed(void) {
  expect("slides:\n  - {id: \u2F08, text: a}\n", "slides:\n  - {id: \u4EBA, text: a}\n");
  expect("slides:\n  - {figure: \u2F08.png}\n", "slides:\n  - {figure: \u2F08.png}\n");
  expect("theme: {text: {normalize: false}}\nslides: [\u2F08]\n",
         "theme: {text: {normalize: false}}\nslides: [\u2F08]\n");
}

static void test_lines(void) {
  expect("slides:\n  - text: |\n"
         "      一二三四五六七八九十一二三四\n"
         "      一二三四五六七八九十一二三\n"
         "      おわり。\n",
         "slides:\n  - text: |\n"
         "      一二三四五六七八九十一二三四一二三四五六七八九十一二三おわり。\n");
  static const char *const kept[] = {
      /* Verses, sentences, a line that is too short, forced breaks. */
      "slides:\n  - text: |\n      古池や\n      蛙飛びこむ\n      水の音\n",
      "slides:\n  - text: |\n      一二三四五六七八九十一二。\n      一二三四五六七八九十一二。\n",
      ("slides:\n  - text: |\n      一二三四五六七八九十一二三四\n      一二三\n"
       "      一二三四五六七八九十一二三四\n"),
      "slides:\n  - text: |\n      一二三四五六七八九十一二三四\\\n      一二三四五六七八九十\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
    expect(kept[i], kept[i]);
}

static void test_digits(void) {
  expect("slides: [５年と5年, １２．５, Ａ４, １、２]\n", "slides: [5年と5年, 12.5, Ａ４, 1、2]\n");
  expect("slides: [５年と６年]\n", "slides: [５年と６年]\n");
  /* A rule of many offices: alone full-width, in numbers half-width. */
  expect("slides: [３月15日, 2026年]\n", "slides: [３月15日, 2026年]\n");
  expect("slides: [３月15日, 4月]\n", "slides: [3月15日, 4月]\n");
  expect("slides: [３月１５日, 16日]\n", "slides: [3月15日, 16日]\n");
  expect("writing: vertical\nslides: [５年と5年]\n", "writing: vertical\nslides: [５年と5年]\n");
  /* Names that edges are written with. */
  expect("slides:\n  - diagram: {nodes: [会５], edges: [会５ -> 家5]}\n",
         "slides:\n  - diagram: {nodes: [会５], edges: [会５ -> 家5]}\n");
}

/* What would read otherwise is left alone: the two keys would become one. */
static void test_left(void) {
  static const char text[] = "slides:\n  - facts: {\u2F08: a, \u4EBA: b}\n";
  g_autoptr(pc_mended) mended = mend(text, strlen(text));
  g_assert_cmpstr(mended->text->str, ==, text);
  g_assert_cmpint(mended->n_left, ==, 1);
}

static void test_counts(void) {
  static const char text[] = "slides: [\u2F08\u2F08, か\u3099, ５と5]\n";
  g_autoptr(pc_mended) mended = mend(text, strlen(text));
  g_assert_cmpint(mended->counts[PC_REPAIR_RADICAL], ==, 2);
  g_assert_cmpint(mended->counts[PC_REPAIR_COMBINING], ==, 1);
  g_assert_cmpint(mended->counts[PC_REPAIR_DIGIT], ==, 1);
  g_assert_cmpint(mended->counts[PC_REPAIR_LINE], ==, 0);
  g_assert_cmpint(mended->n_left, ==, 0);
}

static void test_patch(void) {
  static const char text[] = "# 1\n# 2\n# 3\n# 4\nslides: [\u2F08]";
  g_autoptr(pc_mended) mended = mend(text, strlen(text));
  g_assert_cmpstr(mended->patch->str, ==,
                  "--- p.yaml\n+++ p.yaml\n@@ -2,4 +2,4 @@\n # 2\n # 3\n # 4\n"
                  "-slides: [\u2F08]\n\\ No newline at end of file\n"
                  "+slides: [\u4EBA]\n\\ No newline at end of file\n");
}

static void test_no_yaml(void) {
  static const char *const texts[] = {"", "slides: [", "\xff\xfe", "a: 1\n---\nb: 2\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    g_assert_null(mend(texts[i], strlen(texts[i])));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend/characters", test_characters);
  g_test_add_func("/mend/only-printed", test_only_printed);
  g_test_add_func("/mend/lines", test_lines);
  g_test_add_func("/mend/digits", test_digits);
  g_test_add_func("/mend/left", test_left);
  g_test_add_func("/mend/counts", test_counts);
  g_test_add_func("/mend/patch", test_patch);
  g_test_add_func("/mend/no-yaml", test_no_yaml);
  return g_test_run();
}
