/* test_quote.c - quotes: what their author may write, and where words, name and bubble stand. */
#include "corridor.h"
#include "doc_fixture.h"

static const pc_quote *decode_quote(const decoded *result) {
  const pc_slide *slide = expect_sound(result)->slides[0];
  const pc_block *block = slide->blocks[slide->n_blocks - 1];
  g_assert_cmpint(block->kind, ==, PC_BLOCK_QUOTE);
  return block->quote;
}

static void test_words(void) {
  g_auto(decoded) plain = decode("slides: [{quote: いるだけでピア。}]");
  const pc_quote *quote = decode_quote(&plain);
  g_assert_cmpint(quote->n, ==, 1);
  g_assert_cmpstr(quote->paragraphs[0]->text, ==, "いるだけでピア。");
  g_assert_null(quote->by);
  g_auto(decoded) full = decode(
      "slides:\n  - quote:\n      text: |\n        一。\n\n        二。\n      by: 参加者\n");
  quote = decode_quote(&full);
  g_assert_cmpint(quote->n, ==, 2);
  g_assert_cmpstr(quote->paragraphs[1]->text, ==, "二。");
  g_assert_cmpstr(quote->by->text, ==, "参加者");
}

static void test_mistakes(void) {
  expect_reports("slides:\n  - quote:\n      by: 参加者\n", "3:7 missing-key");
  expect_reports("slides:\n  - quote: [a]\n", "2:12 bad-type");
  expect_reports("slides:\n  - quote: ' '\n", "2:12 bad-type");
  expect_reports("slides:\n  - quote:\n      text: |\n        一。\n\n        - 二\n",
                 "6:11 bad-value");
}

static const pc_box *quote_box(const corridor *house) {
  return &house->layout->panels[0].boxes[0];
}

static void init_quote(corridor *house, const char *style, const char *rest) {
  g_autofree char *yaml = g_strdup_printf("page: {size: A4}\ntheme: {quote: %s}\n%s", style, rest);
  corridor_init(house, yaml, ".", false);
}

/* The words in the frame, the name below it and at its end; all within the block. */
static void assert_quote(const pc_box *box) {
  g_assert_true(pc_rect_contains(box->rect, box->frame));
  for (int i = 0; i < box->n_cells; i++) {
    g_assert_true(pc_rect_contains(box->frame, box->cells[i].rect));
    g_assert_true(i == 0 || !pc_rect_overlaps(box->cells[i].rect, box->cells[i - 1].rect));
  }
  g_assert_cmpint(box->caption.lines->count, ==, 1);
}

static const char *const long_quote =
    "slides:\n  - quote:\n      text: |\n        ピアサポートに携わる中、自分の様々な経験、葛藤や"
    "辛さが誰かの役に立つとプラスになる。自分の人生を基盤にした。\n\n        二つ目の段落。\n"
    "      by: 参加者\n";

static void test_bubble(void) {
  corridor house;
  init_quote(&house, "bubble", long_quote);
  const pc_box *box = quote_box(&house);
  const pc_um em = pc_um_from_pt(box->cells[0].text.size_pt);
  assert_quote(box);
  g_assert_cmpint(box->n_cells, ==, 2);
  g_assert_cmpint(box->frame.w, ==, box->rect.w);
  g_assert_cmpint(box->cells[0].rect.x, >, box->frame.x + em / 2);
  g_assert_cmpint(box->caption.baseline[0], >, box->frame.y + box->frame.h + em);
  corridor_clear(&house);
}

static void test_few_words_have_a_small_bubble(void) {
  corridor house;
  init_quote(&house, "bubble",
             "grid: {columns: 1}\nslides:\n"
             "  - {quote: {text: いるだけでピア。, by: 参加者}}\n  - あ\n  - い\n  - う\n  - え\n");
  const pc_box *box = quote_box(&house);
  assert_quote(box);
  g_assert_cmpint(box->frame.w, <, box->rect.w / 2);
  corridor_clear(&house);
}

/* The rule stands at the left; a dash before the name says whose words they are. */
static void test_rule(void) {
  corridor house;
  init_quote(&house, "rule", long_quote);
  const pc_box *box = quote_box(&house);
  assert_quote(box);
  const pc_line *name = &box->caption.lines->items[0];
  const pc_um width = pc_um_from_pt(name->width * box->caption.size_pt);
  g_assert_cmpstr(pc_paragraph_rich(box->caption.lines->paragraph)->text, ==, "― 参加者");
  g_assert_cmpint(ABS(box->caption.x[0] + width - (box->rect.x + box->rect.w)), <=, 2);
  corridor_clear(&house);
}

static void test_vertical(void) {
  corridor house;
  init_quote(&house, "bubble",
             "writing: vertical\nslides: [{quote: {text: いるだけでピア。, by: 参加者}}]\n");
  const pc_box *box = quote_box(&house);
  assert_quote(box);
  g_assert_true(box->cells[0].text.vertical);
  g_assert_cmpint(box->frame.h, >, box->frame.w);
  g_assert_cmpint(box->caption.x[0], <, box->frame.x);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quote/words", test_words);
  g_test_add_func("/quote/mistakes", test_mistakes);
  g_test_add_func("/quote/bubble", test_bubble);
  g_test_add_func("/quote/few-words", test_few_words_have_a_small_bubble);
  g_test_add_func("/quote/rule", test_rule);
  g_test_add_func("/quote/vertical", test_vertical);
  return g_test_run();
}
