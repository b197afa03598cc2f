/* test_line.c - lines: flush setting, hanging, counting, balance, and hostile texts. */
#include <math.h>

#include "text_kit.h"

static char *format_lines(kit *k, const char *text, double measure) {
  pc_lines *lines = pc_paragraph_break(kit_set(k, text), measure);
  char *out = kit_format(lines);
  pc_lines_free(lines);
  return out;
}

static void assert_lines(kit *k, const char *text, double measure, const char *want) {
  g_autofree char *found = format_lines(k, text, measure);
  g_assert_cmpstr(found, ==, want);
}

static void test_hanging(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.rules.hanging = true;
  assert_lines(&k, "あいうえお。", 5, "あいうえお。");
  assert_lines(&k, "あいうえお」か", 5, "あいうえ|お」か");
  assert_lines(&k, "あいうえお。かき", 5, "あいうえお。|かき");
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "あいうえお。かき"), 5);
  g_assert_true(lines->items[0].hanging);
  g_assert_cmpfloat_with_epsilon(lines->items[0].width, 5, 1e-6);
  g_assert_false(lines->items[1].hanging);
  pc_lines_free(lines);
  k.rules.hanging = false;
  assert_lines(&k, "あいうえお。かき", 5, "あいうえ|お。かき");
  kit_clear(&k);
}

/* What a line is set to: its width, where its last body stands, whether it is ragged. */
static void assert_line(const pc_lines *lines, int index, double width, bool ragged) {
  g_assert_cmpfloat_with_epsilon(lines->items[index].width, width, 1e-3);
  g_assert_cmpint(lines->items[index].ragged, ==, ragged);
}

static void test_flush(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "あいうえおかきくけ「こさしすせそ"), 10);
  assert_line(lines, 0, 10, false); /* 9.0 of 10: an eighth after each */
  assert_line(lines, 1, 6.5, true); /* the last line is never spread */
  pc_lines_free(lines);
  lines = pc_paragraph_break(kit_set(&k, "あいうえお、かきくけ、こ"), 10.5);
  assert_line(lines, 0, 10.5, false);
  pc_lines_free(lines);
  lines = pc_paragraph_break(kit_set(&k, "あいうえ（かきく"), 5.2);
  assert_line(lines, 0, 5.2, false); /* more than a quarter em each: JLREQ has no bound */
  pc_lines_free(lines);
  k.rules.profile = PC_PROFILE_POSTER;
  lines = pc_paragraph_break(kit_set(&k, "あいうえ￥１００００円"), 6);
  assert_line(lines, 0, 4, true); /* two thirds of an em each: left alone */
  pc_lines_free(lines);
  lines = pc_paragraph_break(kit_set(&k, "あいうえお\nかきくけこ"), 5.5);
  assert_line(lines, 0, 5, true);
  pc_lines_free(lines);
  kit_clear(&k);
}

static void test_edges(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.indent = 1;
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "「あいうえおかき"), 5);
  g_assert_cmpfloat(lines->items[0].indent, ==, 1);
  g_assert_cmpfloat_with_epsilon(lines->items[0].width, 3.5, 1e-6);
  g_assert_cmpfloat(lines->items[1].indent, ==, 0);
  pc_lines_free(lines);
  k.style.indent = 0;
  g_assert_cmpint(pc_paragraph_count(kit_set(&k, ""), 10), ==, 0);
  assert_lines(&k, "", 10, "");
  assert_lines(&k, "foo   bar ", 1.6, "foo|bar");
  assert_lines(&k, "あ\n", 5, "あ");
  assert_lines(&k, "\nあ", 5, "|あ");
  pc_lines *wide = pc_paragraph_break(kit_set(&k, "あunbreakableい"), 3);
  g_assert_true(wide->items[1].overfull);
  g_assert_false(wide->items[2].overfull);
  pc_lines_free(wide);
  g_assert_cmpfloat_with_epsilon(pc_paragraph_min_width(k.paragraph), 5.5, 1e-6);
  g_assert_cmpfloat_with_epsilon(pc_paragraph_width(kit_set(&k, "あいう\nえ")), 3, 1e-6);
  kit_clear(&k);
}

/* A last line of one character takes one from the line before it. */
static void test_last(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  k.rules.hanging = true;
  assert_lines(&k, "あいうえおかきくけこさ。", 11, "あいうえおかきくけこさ。");
  k.rules.hanging = false;
  assert_lines(&k, "あいうえおかきくけこさ。", 10, "あいうえおかきくけ|こさ。");
  assert_lines(&k, "あいうえお。", 5, "あいうえ|お。");
  k.style.justify = false;
  assert_lines(&k, "あいうえおかきくけこさ。", 10, "あいうえおかきくけ|こさ。");
  kit_clear(&k);
}

/* Headings of the seed texts as TYPOGRAPHY section 5.2 has them where no phrase model is needed. */
static void test_headings(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.is_heading = true;
  assert_lines(&k, "仙台ポリオの会・仙台市障がい者福祉協会", 12,
               "仙台ポリオの会・|仙台市障がい者福祉協会");
  assert_lines(&k, "事例１、事例２から見えてきた結果", 12, "事例１、事例２から|見えてきた結果");
  assert_lines(&k, "専門職とのパートナーシップにおいて重要なこと", 16,
               "専門職とのパートナーシップに|おいて重要なこと");
  assert_lines(&k, "テーマ「場をひろげる」のパネルディスカッションを行いました", 16,
               "テーマ「場をひろげる」の|パネルディスカッションを|行いました");
  assert_lines(&k, "第３回ピアサポート活動ワーキンググループを開催しました", 14,
               "第３回ピアサポート活動|ワーキンググループを|開催しました");
  assert_lines(&k, "はじめに", 12, "はじめに");
  assert_lines(&k, "ノーマライゼーション", 6, "ノーマライ|ゼーション");
  kit_clear(&k);
}

static void check_seed(kit *k, const char *text, double measure) {
  pc_lines *lines = pc_paragraph_break(k->paragraph, measure);
  g_assert_cmpint(lines->count, ==, pc_paragraph_count(k->paragraph, measure));
  g_autoptr(GString) all = g_string_new(NULL);
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    g_string_append_len(all, text + line->start, line->end - line->start);
    if (!line->ragged && fabs(line->width + line->indent - measure) > 1e-3)
      g_error("a flush line of %.4f at %.1f", line->width, measure);
    if (!line->overfull)
      g_assert_cmpfloat(line->width + line->indent, <=, measure + 1e-3);
    g_assert_true(!line->overfull || line->ragged);
  }
  g_autofree char *want = g_strdup(text);
  char *to = want;
  for (const char *at = text; *at != '\0'; at++)
    if (*at != ' ' && *at != '\n')
      *to++ = *at;
  *to = '\0';
  for (char *at = to = all->str; *at != '\0'; at++)
    if (*at != ' ' && *at != '\n')
      *to++ = *at;
  *to = '\0';
  g_assert_cmpstr(all->str, ==, want);
  pc_lines_free(lines);
}

/* Nothing is lost, flush lines are flush, wider is never longer. */
static void test_seeds(void) {
  const char *const names[] = {"newsletter.txt", "workshop-slides.txt"};
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  for (int n = 0; n < 4; n++) {
    g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", names[n % 2], NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    k.rules.hanging = n < 2;
    g_strdelimit(text, "\r", ' ');
    if (n % 2 == 0)
      g_strdelimit(text, "\n", ' ');
    kit_set(&k, text);
    int before = G_MAXINT;
    for (double measure = 6; measure <= 40; measure += .5) {
      check_seed(&k, text, measure);
      g_assert_cmpint(pc_paragraph_count(k.paragraph, measure), <=, before);
      before = pc_paragraph_count(k.paragraph, measure);
    }
  }
  kit_clear(&k);
}

/* Texts without an end to hold on to: what they cost grows with their length, not its square. */
static void test_long(void) {
  static const char *const pieces[] = {"あ",       " ",  "a",      "、",  "\n", "\u3099",
                                       "！\u3000", "（", "\u200B", "aあ", "—"};
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  k.rules.hanging = true;
  for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = 0; n < 100000; n++)
      g_string_append(text, pieces[i]);
    for (int heading = 0; heading < 2; heading++) {
      k.style.is_heading = heading == 1;
      pc_lines *lines = pc_paragraph_break(kit_set(&k, text->str), 20);
      g_assert_cmpint(lines->count, ==, pc_paragraph_count(k.paragraph, 20));
      pc_lines_free(lines);
    }
  }
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/line/hanging", test_hanging);
  g_test_add_func("/line/flush", test_flush);
  g_test_add_func("/line/edges", test_edges);
  g_test_add_func("/line/last", test_last);
  g_test_add_func("/line/headings", test_headings);
  g_test_add_func("/line/seeds", test_seeds);
  g_test_add_func("/line/long", test_long);
  return g_test_run();
}
