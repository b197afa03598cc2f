/* test_outline.c - texts split into slides, and the poster.yaml that comes of it. */
#include "start/start.h"

#include <string.h>

#include "spec/yaml.h"

/* Slides as "TITLE=TEXT", parted by "/"; line ends of the text as "|". */
static const struct {
  const char *name, *text, *slides;
} cases[] = {
    {"circled", "① 一\nあ\n② 二\nい\n", "一=あ/二=い"},
    {"numbered, both widths", "1. 一\nあ\n２．二\nい\n", "一=あ/二=い"},
    {"bracketed", "(1) 一\nあ\n（2）二\nい\n", "一=あ/二=い"},
    {"squares", "■一\nあ\n■ 二\nい\n", "一=あ/二=い"},
    {"lenses need three", "【一】あ\n【二】い\n【三】う\n", "一=あ/二=い/三=う"},
    {"Markdown", "## 一\nあ\n### 小\nい\n## 二\nう\n", "一=あ|### 小|い/二=う"},
    {"pages", "一\nあ\f二\nい\n", "一=あ/二=い"},
    {"empty lines", "一\nあ\n\n\n二\nい\n", "一=あ/二=い"},
    {"numbers that do not follow", "1. 一\nあ\n3. 二\nい\n", "1. 一=あ|3. 二|い"},
    {"decimals are no headings", "1.5倍\n2.5倍\n", "1.5倍=2.5倍"},
    {"a sentence is no title", "① これは文です。\nあ\n② 二\nい\n", "=これは文です。|あ/二=い"},
    {"nothing", "\n\n", ""},
};

static char *list_slides(const pc_outline *outline) {
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < outline->slides->len; i++) {
    const pc_outline_slide *slide = outline->slides->pdata[i];
    g_autofree char *text = g_strchomp(g_strdup(slide->text->str));
    g_string_append_printf(out, "%s%s=%s", i > 0 ? "/" : "",
                           slide->title != NULL ? slide->title : "", g_strdelimit(text, "\n", '|'));
  }
  return g_string_free(out, FALSE);
}

static void test_case(gconstpointer data) {
  const size_t i = GPOINTER_TO_SIZE(data);
  g_autoptr(pc_outline) outline = pc_outline_parse(cases[i].text);
  g_autofree char *slides = list_slides(outline);
  g_assert_cmpstr(slides, ==, cases[i].slides);
}

static void test_title(void) {
  g_autoptr(pc_outline) outline = pc_outline_parse("会のこと\n毎月\n■一\nあ\n■二\nい\n");
  g_assert_cmpstr(outline->title, ==, "会のこと");
  g_assert_cmpstr(outline->subtitle, ==, "毎月");
  g_assert_cmpint((int)outline->slides->len, ==, 2);
}

static bool count_is_fine(int n) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < n; i++)
    g_string_append(text, "■題\nあ\n");
  g_autoptr(pc_outline) outline = pc_outline_parse(text->str);
  g_autoptr(pc_diags) diags = pc_diags_new();
  const bool is_fine = pc_outline_check(outline, "a.txt", diags);
  g_assert_true(is_fine != pc_diags_has_error(diags));
  return is_fine;
}

static void test_count(void) {
  g_assert_true(count_is_fine(18));
  g_assert_false(count_is_fine(19));
  g_assert_false(count_is_fine(0));
}

/* What is written is read again as the same texts, whatever YAML and Markdown make of them. */
static void test_yaml(void) {
  static const char text[] = "■ 'a': #b\n- *x* {y}\n\n■ null\n> _z_\n";
  g_autoptr(pc_outline) outline = pc_outline_parse(text);
  g_autofree char *yaml = pc_outline_format(outline, "dir/a.txt", "z-3x6");
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *root = pc_yaml_parse(spec, "poster.yaml", yaml, strlen(yaml), diags);
  g_assert_nonnull(root);
  const pc_node *slides = pc_node_find(root, "slides")->value;
  g_assert_cmpint(slides->n_items, ==, 2);
  g_assert_cmpstr(pc_node_find(slides->items[0], "title")->value->text, ==, "'a': #b");
  g_assert_cmpstr(pc_node_find(slides->items[0], "text")->value->text, ==, "- \\*x\\* \\{y\\}\n");
  g_assert_cmpstr(pc_node_find(slides->items[1], "title")->value->text, ==, "null");
  g_assert_cmpstr(pc_node_find(slides->items[1], "text")->value->text, ==, "\\> \\_z\\_\n");
  g_assert_cmpstr(pc_node_find(root, "layout")->value->text, ==, "z-3x6");
}

static void expect_text(const void *bytes, size_t length, const char *expected) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autofree char *text = pc_plain_text_decode(bytes, length, "a.txt", diags);
  g_assert_cmpstr(text, ==, expected);
  g_assert_true((text == NULL) == pc_diags_has_error(diags));
}

static void test_encodings(void) {
  expect_text("\xef\xbb\xbf\xe3\x81\x82\r\nb\rc", 11, "あ\nb\nc");
  expect_text("\xff\xfe\x42\x30\n\0", 6, "あ\n");
  expect_text("\xfe\xff\x30\x42", 4, "あ");
  expect_text("\x82\xa0\x87\x40", 4, "あ①");
  expect_text("%PDF-1.4\n", 9, NULL);
  expect_text("a\0b", 3, NULL);
}

static void test_starters(void) {
  g_assert_nonnull(pc_starter_find("z-3x6"));
  g_assert_null(pc_starter_find("none"));
  g_assert_null(pc_starter_find("../z-3x6"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strdup_printf("/outline/%s", cases[i].name);
    g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
  }
  g_test_add_func("/outline/title", test_title);
  g_test_add_func("/outline/count", test_count);
  g_test_add_func("/outline/yaml", test_yaml);
  g_test_add_func("/outline/encodings", test_encodings);
  g_test_add_func("/outline/starters", test_starters);
  return g_test_run();
}
