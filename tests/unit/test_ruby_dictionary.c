/* test_ruby_dictionary.c - readings of `ruby` over the texts of a poster. */
#include "doc_fixture.h"

#define HEAD "header: false\n"

static void append_rubies(GString *out, const pc_rich *rich) {
  for (int r = 0; rich != NULL && r < rich->n_rubies; r++) {
    const pc_ruby *ruby = &rich->rubies[r];
    g_string_append_printf(out, "%s%d:%.*s", out->len > 0 ? " " : "", ruby->start,
                           ruby->end - ruby->start, rich->text + ruby->start);
    for (int i = 0; i < ruby->n_readings; i++)
      g_string_append_printf(out, "|%s", ruby->readings[i]);
  }
}

/* "0:支援|し|えん 12:…": all readings of all slides, with the byte at which each begins. */
static void expect_rubies(const char *text, const char *expected) {
  g_auto(decoded) result = decode(text);
  const pc_doc *doc = expect_sound(&result);
  g_autoptr(GString) found = g_string_new(NULL);
  append_rubies(found, doc->title);
  for (int i = 0; i < doc->n_slides; i++) {
    for (int k = 0; k < doc->slides[i]->n_blocks; k++) {
      const pc_block *block = doc->slides[i]->blocks[k];
      append_rubies(found, block->rich);
      for (int c = 0; block->table != NULL && c < block->table->n_rows * block->table->n_columns;
           c++)
        append_rubies(found, block->table->cells[c]);
      append_rubies(found, block->figure == NULL ? NULL : block->figure->caption);
    }
  }
  g_assert_cmpstr(found->str, ==, expected);
}

static void test_everywhere(void) {
  expect_rubies("title: 支援\nruby: {支援: し|えん}\nslides:\n  - title: 支援\n    text: 別\n"
                "  - text: |\n      の支援\n\n      | あ | 支援 |\n      |---|---|\n",
                "0:支援|し|えん 0:支援|し|えん 3:支援|し|えん");
}

static void test_first_and_all(void) {
  expect_rubies(HEAD "ruby: {葛藤: かっとう}\nslides: [葛藤と葛藤, 葛藤]\n",
                "0:葛藤|かっとう 0:葛藤|かっとう");
  expect_rubies(HEAD "ruby: {葛藤: かっとう}\nruby-mode: all\nslides: [葛藤と葛藤, 葛藤]\n",
                "0:葛藤|かっとう 9:葛藤|かっとう 0:葛藤|かっとう");
}

/* Inside a longer word a shorter one is not set, not even when the longer one has had its turn. */
static void test_longest(void) {
  expect_rubies(HEAD "ruby: {支援: しえん, 支援者: しえんしゃ}\nslides: [支援者の支援者]\n",
                "0:支援者|しえんしゃ");
  expect_rubies(HEAD "ruby: {支援: しえん, 援助者会: えんじょ}\nslides: [支援助者会、支援]\n",
                "3:援助者会|えんじょ 18:支援|しえん");
}

static void test_author(void) {
  expect_rubies(HEAD "ruby: {支援: しえん}\nslides: ['の{支援|サポート}と支援']\n",
                "3:支援|サポート");
  expect_rubies(HEAD "ruby: {支援: しえん}\nslides: ['{支援者|サポーター}と支援']\n",
                "0:支援者|サポーター 12:支援|しえん");
}

static void test_marks(void) {
  expect_rubies(HEAD "ruby: {支援: しえん}\nslides: ['`支援`と**支**援']\n", "9:支援|しえん");
}

static void test_latin(void) {
  expect_rubies(HEAD "ruby: {PT: ピーティー}\nslides: [PTAのPTとPT]\n", "6:PT|ピーティー");
}

static void test_wide_bar(void) {
  expect_rubies(HEAD "ruby: {支援: し ｜ えん}\nslides: [支援]\n", "0:支援|し|えん");
}

/* Word, text and reading may each hold look-alikes. */
static void test_lookalikes(void) {
  g_auto(decoded) result = decode(HEAD "ruby: {専⾨職: せん|もん|ｼｮｸ}\nslides: [専門職]\n");
  g_assert_nonnull(result.doc);
  g_autoptr(GString) found = g_string_new(NULL);
  append_rubies(found, result.doc->slides[0]->blocks[0]->rich);
  g_assert_cmpstr(found->str, ==, "0:専門職|せん|もん|ショク");
}

static void test_place(void) {
  g_auto(decoded) result = decode(HEAD "ruby: {支援: しえん}\nslides: [支援]\n");
  const pc_doc *doc = expect_sound(&result);
  const pc_ruby *ruby = &doc->slides[0]->blocks[0]->rich->rubies[0];
  g_assert_cmpint(ruby->node->at.line, ==, 2);
  g_assert_cmpint(ruby->node->at.column, ==, 12);
}

static void test_mistakes(void) {
  expect_reports(HEAD "ruby: {支援: し|え|ん}\nslides: [支援]\n", "2:12 bad-value");
  expect_reports(HEAD "ruby: {支援: ''}\nslides: [支援]\n", "2:12 bad-value");
  expect_reports(HEAD "ruby: {支援: 'し|'}\nslides: [支援]\n", "2:12 bad-value");
  expect_reports(HEAD "ruby: {支援: [し, えん]}\nslides: [支援]\n", "2:12 bad-type");
  expect_reports(HEAD "ruby: {' ': し}\nslides: [支援]\n", "2:8 bad-value");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ruby-dictionary/everywhere", test_everywhere);
  g_test_add_func("/ruby-dictionary/first-and-all", test_first_and_all);
  g_test_add_func("/ruby-dictionary/longest", test_longest);
  g_test_add_func("/ruby-dictionary/author", test_author);
  g_test_add_func("/ruby-dictionary/marks", test_marks);
  g_test_add_func("/ruby-dictionary/latin", test_latin);
  g_test_add_func("/ruby-dictionary/wide-bar", test_wide_bar);
  g_test_add_func("/ruby-dictionary/lookalikes", test_lookalikes);
  g_test_add_func("/ruby-dictionary/place", test_place);
  g_test_add_func("/ruby-dictionary/mistakes", test_mistakes);
  return g_test_run();
}
