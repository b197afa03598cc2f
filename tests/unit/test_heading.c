/* test_heading.c - phrase breaks in balanced lines.  Layer: tests. */
#include "phrase_lines.h"
#include "text_kit.h"

static void init(kit *k) {
  kit_init(k);
  kit_use_squares(k);
  k->style.is_heading = true;
}

static void assert_lines(kit *k, const char *text, double measure, const char *want) {
  pc_lines *lines = pc_paragraph_break(kit_set(k, text), measure);
  g_autofree char *got = kit_format(lines);
  g_assert_cmpstr(got, ==, want);
  g_assert_cmpint(pc_paragraph_count(k->paragraph, measure), ==, lines->count);
  pc_lines_free(lines);
}

static char *strip_bars(const char *text) {
  g_auto(GStrv) parts = g_strsplit(text, "|", -1);
  return g_strjoinv(NULL, parts);
}

static void test_rows(void) {
  kit k;
  init(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(phrase_lines); i++) {
    g_autofree char *text = strip_bars(phrase_lines[i].phrases);
    assert_lines(&k, text, 12, phrase_lines[i].at_12);
    assert_lines(&k, text, 16, phrase_lines[i].at_16);
  }
  kit_clear(&k);
}

/* Count and lines are one answer, at every measure; nothing is lost, nothing is too wide. */
static void test_measures(void) {
  kit k;
  init(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(phrase_lines); i++) {
    g_autofree char *text = strip_bars(phrase_lines[i].phrases);
    kit_set(&k, text);
    for (double measure = 0; measure < 40; measure += .5) {
      pc_lines *lines = pc_paragraph_break(k.paragraph, measure);
      g_autofree char *got = kit_format(lines);
      g_autofree char *all = strip_bars(got);
      g_assert_cmpstr(all, ==, text);
      g_assert_cmpint(pc_paragraph_count(k.paragraph, measure), ==, lines->count);
      for (int l = 0; l < lines->count; l++)
        g_assert_true(lines->items[l].overfull || lines->items[l].width <= measure + 1e-6);
      pc_lines_free(lines);
    }
  }
  kit_clear(&k);
}

static void test_keep(void) {
  pc_string word = {.text = "ぽーとからすやま"};
  kit k;
  init(&k);
  assert_lines(&k, "ぽーとからすやまでの会", 7, "ぽーとから|すやまでの会");
  k.rules.keep = (pc_strings){.count = 1, .items = &word};
  assert_lines(&k, "ぽーとからすやまでの会", 8, "ぽーとからすやま|での会");
  assert_lines(&k, "ぽーとからすやまでの会", 7, "ぽーとからすやま|での会");
  g_assert_cmpfloat(pc_paragraph_min_width(k.paragraph), ==, 8);
  kit_clear(&k);
}

/* 介入の|承諾を|得る: two lines of four and a half em would part 承諾. */
static void test_whole(void) {
  kit k;
  init(&k);
  kit_set(&k, "介入の承諾を得る");
  g_assert_true(pc_paragraph_keeps_phrases(k.paragraph, 3));
  g_assert_false(pc_paragraph_keeps_phrases(k.paragraph, 4.5));
  g_assert_true(pc_paragraph_keeps_phrases(k.paragraph, 5));
  kit_set(&k, "患者\n会員");
  g_assert_true(pc_paragraph_keeps_phrases(k.paragraph, 2));
  kit_clear(&k);
}

/* U+200B, U+2060 and the newline. */
static void test_signs(void) {
  kit k;
  init(&k);
  assert_lines(&k, "世田谷区精神障害者", 6, "世田谷区|精神障害者");
  assert_lines(&k, "世田谷区精神\u200B障害者", 6, "世田谷区精神\u200B|障害者");
  assert_lines(&k, "世田谷区\u2060精神障害者", 6, "世田谷区\u2060精|神障害者");
  assert_lines(&k, "パートナー\u200Bシップ", 7, "パートナー\u200B|シップ");
  assert_lines(&k, "はじめに\n\nおわりに", 12, "はじめに||おわりに");
  assert_lines(&k, "はじめに\n", 12, "はじめに");
  kit_clear(&k);
}

/* Blanks and marks of pause are the best places. */
static void test_pauses(void) {
  kit k;
  init(&k);
  assert_lines(&k, "調布市精神障害者会　三鷹市社会福祉会", 12,
               "調布市精神障害者会|三鷹市社会福祉会");
  assert_lines(&k, "調布市精神会 三鷹市社会福祉協議会", 12, "調布市精神会|三鷹市社会福祉協議会");
  assert_lines(&k, "仙台市の会、障がい者福祉協会", 10, "仙台市の会、|障がい者福祉協会");
  kit_clear(&k);
}

/* A word is parted only where nothing else fits. */
static void test_words(void) {
  kit k;
  init(&k);
  assert_lines(&k, "ノーマライゼーション", 6, "ノーマライ|ゼーション");
  assert_lines(&k, "新しいノーマライゼーションの会", 12, "新しい|ノーマライゼーションの会");
  assert_lines(&k, "ピアサポーターパートナーシップ", 8, "ピアサポーター|パートナーシップ");
  assert_lines(&k, "peer support working group", 8, "peer support|working group");
  assert_lines(&k, "peersupportworkinggroup", 8, "peersupportworkinggroup");
  assert_lines(&k, "ＰＥＥＲ会", 4, "ＰＥＥＲ|会");
  assert_lines(&k, "", 8, "");
  assert_lines(&k, "会", 8, "会");
  assert_lines(&k, "会", 0, "会");
  kit_clear(&k);
}

/* Texts of any length, in memory and steps that grow with it. */
static void test_long(void) {
  static const char *const pieces[] = {"あ", "漢", "カ", "a", " ", "a ", "、", "会の", "\u200B"};
  kit k;
  init(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = 0; n < 10000; n++)
      g_string_append(text, pieces[i]);
    kit_set(&k, text->str);
    for (int measure = 1; measure < 20000; measure *= 4) {
      pc_lines *lines = pc_paragraph_break(k.paragraph, measure);
      g_assert_cmpint(lines->count, ==, pc_paragraph_count(k.paragraph, measure));
      pc_lines_free(lines);
    }
  }
  kit_clear(&k);
}

static void test_rules(void) {
  const char *text = "新しいノーマライゼーションの会";
  kit k;
  init(&k);
  k.rules.phrase_breaks = PC_PHRASE_NONE;
  const double width = pc_paragraph_phrase_width(kit_set(&k, text));
  g_assert_cmpfloat(width, ==, pc_paragraph_min_width(k.paragraph));
  pc_lines *plain = pc_paragraph_break(k.paragraph, 12);
  g_autofree char *want = kit_format(plain);
  pc_lines_free(plain);
  k.style.is_heading = false;
  assert_lines(&k, text, 12, want);
  k.style.justify = true;
  k.rules.phrase_breaks = PC_PHRASE_ALL;
  assert_lines(&k, text, 12, "新しい|ノーマライゼーションの会");
  pc_lines *lines = pc_paragraph_break(k.paragraph, 12);
  g_assert_true(lines->items[0].ragged);
  pc_lines_free(lines);
  k.rules.phrase_breaks = PC_PHRASE_HEADINGS;
  lines = pc_paragraph_break(kit_set(&k, "新しいものとこれまでのもの"), 6);
  g_assert_false(lines->items[0].ragged);
  pc_lines_free(lines);
  kit_clear(&k);
}

static void assert_phrase_width(kit *k, const char *text, double want) {
  const double got = pc_paragraph_phrase_width(kit_set(k, text));
  g_assert_cmpfloat_with_epsilon(got, want, 1e-6);
}

static void test_phrase_width(void) {
  kit k;
  init(&k);
  assert_phrase_width(&k, "専門職とのパートナーシップにおいて重要なこと", 9);
  assert_phrase_width(&k, "世田谷区精神障害者等支援連絡協議会ピアサポート", 17);
  assert_phrase_width(&k, "はじめに\nノーマライゼーション\n", 10);
  assert_phrase_width(&k, "", 0);
  k.style.is_heading = false;
  assert_phrase_width(&k, "ノーマライゼーション", 2);
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/heading/rows", test_rows);
  g_test_add_func("/heading/measures", test_measures);
  g_test_add_func("/heading/keep", test_keep);
  g_test_add_func("/heading/whole", test_whole);
  g_test_add_func("/heading/signs", test_signs);
  g_test_add_func("/heading/pauses", test_pauses);
  g_test_add_func("/heading/words", test_words);
  g_test_add_func("/heading/long", test_long);
  g_test_add_func("/heading/rules", test_rules);
  g_test_add_func("/heading/phrase-width", test_phrase_width);
  return g_test_run();
}
