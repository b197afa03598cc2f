/* test_cycle.c - rings of arrows in rooms of every shape.  Layer: tests. */
#include "sketch_kit.h"

static pc_rect spot(double x, double y) {
  return (pc_rect){(pc_um)x, (pc_um)y, 1, 1};
}

/* Neither the corners of an arrow's head nor the middles of its sides are in the box. */
static void assert_clear(const pc_drawing *drawing, int head, pc_rect box) {
  int count = 0;
  const pc_path_step *steps = pc_display_path(
      drawing->shapes, find_command(drawing->shapes, PC_COMMAND_FILL, head), &count);
  for (int i = 0; i < 3; i++) {
    pc_point a = steps[i].p[0], b = steps[(i + 1) % 3].p[0];
    g_assert_false(pc_rect_overlaps(box, spot(a.x, a.y)));
    g_assert_false(pc_rect_overlaps(box, spot((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)));
  }
}

/* Heads of arrows are painted first, then boxes. */
static void check_ring(const sketch_kit *kit, const pc_drawing *drawing) {
  int n = kit->doc->slides[0]->blocks[0]->items->n;
  g_assert_cmpint(count_commands(drawing->shapes, PC_COMMAND_FILL), ==, 2 * n);
  g_assert_cmpint(count_commands(drawing->shapes, PC_COMMAND_STROKE), ==, 2 * n);
  for (int i = 0; i < n; i++) {
    pc_rect box = fill_bounds(drawing, n + i);
    assert_inside(box, label_bounds(label_at(drawing, i)));
    for (int j = 0; j < n; j++) {
      assert_clear(drawing, j, box);
      g_assert_true(i == j || !pc_rect_overlaps(box, fill_bounds(drawing, n + j)));
    }
    if ((int)drawing->labels->len > n)
      g_assert_false(pc_rect_overlaps(box, label_bounds(label_at(drawing, n))));
  }
}

static void test_rooms(void) {
  static const char *const centers[] = {"", ", center: 支援の流れ"};
  for (int n = 2; n <= 12; n += n < 4 ? 1 : 4)
    for (size_t t = 0; t < G_N_ELEMENTS(sample_texts); t++)
      for (size_t c = 0; c < G_N_ELEMENTS(centers); c++) {
        g_autofree char *yaml = list_texts("cycle", n, sample_texts[t], centers[c]);
        assert_everywhere(yaml, check_ring);
      }
}

static void test_draft(void) {
  assert_squeezed("cycle: [計画, 実行, 評価, 改善]");
}

/* Clockwise from the top; two of them side by side where there is more width. */
static void test_order(void) {
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, "cycle: [計画, 実行, 評価, 改善]");
  g_autoptr(pc_drawing) four = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 200000}, &type);
  g_assert_cmpint(label_bounds(label_at(four, 0)).y, <, label_bounds(label_at(four, 1)).y);
  g_assert_cmpint(label_bounds(label_at(four, 1)).x, >, label_bounds(label_at(four, 2)).x);
  g_assert_cmpint(label_bounds(label_at(four, 3)).x, <, label_bounds(label_at(four, 0)).x);
  sketch_kit_clear(&kit);
  sketch_kit_init(&kit, "cycle: [専門職, 仲間]");
  g_autoptr(pc_drawing) two = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 150000}, &type);
  g_assert_cmpint(label_bounds(label_at(two, 0)).y, ==, label_bounds(label_at(two, 1)).y);
  sketch_kit_clear(&kit);
}

static void test_words(void) {
  sketch_kit kit;
  sketch_kit_init(&kit, "cycle: {items: [計画, 実行], center: 改善}");
  g_assert_cmpstr(pc_sketch_alt(kit.sketch), ==, "改善：計画 → 実行 → 計画");
  sketch_kit_clear(&kit);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cycle/rooms", test_rooms);
  g_test_add_func("/cycle/draft", test_draft);
  g_test_add_func("/cycle/order", test_order);
  g_test_add_func("/cycle/words", test_words);
  return g_test_run();
}
