/* test_facts.c - facts: what their author may write, and where labels and values stand. */
#include "corridor.h"
#include "doc_fixture.h"

static const pc_facts *decode_facts(const decoded *result) {
  const pc_slide *slide = expect_sound(result)->slides[0];
  const pc_block *block = slide->blocks[slide->n_blocks - 1];
  g_assert_cmpint(block->kind, ==, PC_BLOCK_FACTS);
  return block->facts;
}

static void test_values(void) {
  g_auto(decoded) result =
      decode("slides: [{facts: {日時: '*10月*7日', 場所: [本館, 二階], 人数: 99}}]");
  const pc_facts *facts = decode_facts(&result);
  g_assert_cmpint(facts->n, ==, 3);
  g_assert_cmpstr(facts->items[0].label->text, ==, "日時");
  g_assert_cmpstr(facts->items[0].values[0]->text, ==, "10月7日");
  g_assert_cmpint(facts->items[0].values[0]->n_spans, ==, 2);
  g_assert_cmpint(facts->items[1].n_values, ==, 2);
  g_assert_cmpstr(facts->items[1].values[1]->text, ==, "二階");
  g_assert_cmpstr(facts->items[2].values[0]->text, ==, "99");
}

static void test_mistakes(void) {
  expect_reports("slides:\n  - facts:\n      日時:\n      場所: ''\n      人数: 9\n",
                 "3:7 bad-value 4:7 bad-value");
  expect_reports("slides:\n  - facts:\n      日時: {a: b}\n      場所: [[a]]\n      人数: []\n",
                 "3:11 bad-type 4:12 bad-type 5:7 bad-value");
  expect_reports("slides:\n  - facts: 日時\n", "2:12 bad-type");
  expect_reports("slides:\n  - facts: {}\n", "2:12 bad-type");
}

static const pc_box *facts_box(const corridor *house) {
  return &house->layout->panels[0].boxes[0];
}

static void assert_in_order(const pc_box *box) {
  for (int i = 0; i < box->n_cells; i++) {
    g_assert_true(pc_rect_contains(box->rect, box->cells[i].rect));
    for (int k = 0; k < i; k++)
      g_assert_false(pc_rect_overlaps(box->cells[i].rect, box->cells[k].rect));
  }
}

/* Labels in one column, values in another, on one baseline; a value's lines hang in its column. */
static void test_columns(void) {
  corridor house;
  corridor_init(&house,
                "page: {size: A4}\nslides:\n  - facts:\n      日時: 十月七日\n      参加人数: "
                "[九十九名, オンライン参加百十一名]\n",
                ".", false);
  const pc_box *box = facts_box(&house);
  g_assert_cmpint(box->n_cells, ==, 4);
  assert_in_order(box);
  for (int i = 0; i < 4; i += 2) {
    const pc_text_box *label = &box->cells[i].text;
    const pc_text_box *value = &box->cells[i + 1].text;
    g_assert_cmpint(label->x[0], ==, box->rect.x);
    g_assert_cmpint(label->baseline[0], ==, value->baseline[0]);
    g_assert_cmpint(value->x[0], ==, box->cells[1].text.x[0]);
    g_assert_cmpint(value->x[0], >, label->x[0] + pc_um_from_pt(label->size_pt * 4));
  }
  g_assert_cmpint(box->cells[3].text.lines->count, ==, 2);
  g_assert_cmpint(box->cells[3].text.x[1], ==, box->cells[3].text.x[0]);
  corridor_clear(&house);
}

static void test_narrow_panels_stack(void) {
  corridor house;
  corridor_init(&house,
                "page: {size: [60mm, 120mm], margin: 5mm}\nslides:\n  - facts:\n"
                "      お問い合わせ先: 障害保健福祉課の窓口\n      日時: 十月七日\n",
                ".", true);
  const pc_box *box = facts_box(&house);
  assert_in_order(box);
  g_assert_cmpint(box->cells[1].text.x[0], ==, box->cells[0].text.x[0]);
  g_assert_cmpint(box->cells[1].text.baseline[0], >, box->cells[0].text.baseline[0]);
  corridor_clear(&house);
}

static void test_vertical_panels_turn(void) {
  corridor house;
  corridor_init(&house,
                "page: {size: A4}\nwriting: vertical\nslides:\n  - facts:\n      日時: 十月七日\n"
                "      場所: 本館\n",
                ".", false);
  const pc_box *box = facts_box(&house);
  assert_in_order(box);
  g_assert_true(box->cells[0].text.vertical);
  g_assert_cmpint(box->cells[0].text.x[0], ==, box->cells[1].text.x[0]);
  g_assert_cmpint(box->cells[1].text.baseline[0], >, box->cells[0].text.baseline[0]);
  g_assert_cmpint(box->cells[2].text.x[0], <, box->cells[0].text.x[0]);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/facts/values", test_values);
  g_test_add_func("/facts/mistakes", test_mistakes);
  g_test_add_func("/facts/columns", test_columns);
  g_test_add_func("/facts/narrow", test_narrow_panels_stack);
  g_test_add_func("/facts/vertical", test_vertical_panels_turn);
  return g_test_run();
}
