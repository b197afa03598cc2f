/* test_steps.c - chains of arrows in rooms of every shape.  Layer: tests. */
#include "sketch_kit.h"

static void check_boxes(const sketch_kit *kit, const pc_drawing *drawing) {
  int n = kit->doc->slides[0]->blocks[0]->items->n;
  g_assert_cmpint(count_commands(drawing->shapes, PC_COMMAND_FILL), ==, n);
  pc_rect first = fill_bounds(drawing, 0);
  for (int i = 0; i < n; i++) {
    pc_rect box = fill_bounds(drawing, i);
    assert_inside(box, label_bounds(label_at(drawing, i)));
    g_assert_cmpint(ABS(box.w - first.w), <=, SLACK_UM);
    g_assert_cmpint(ABS(box.h - first.h), <=, SLACK_UM);
  }
}

static void test_rooms(void) {
  static const char *const directions[] = {"", ", direction: right", ", direction: down"};
  for (int n = 1; n <= 12; n += n < 4 ? 1 : 4)
    for (size_t t = 0; t < G_N_ELEMENTS(sample_texts); t++)
      for (size_t d = 0; d < G_N_ELEMENTS(directions); d++) {
        g_autofree char *yaml = list_texts("steps", n, sample_texts[t], directions[d]);
        assert_everywhere(yaml, check_boxes);
      }
}

static void test_draft(void) {
  assert_squeezed("steps: [相談, 面接, 介入の承諾を得る]");
}

/* Side by side in a wide room, one below the other in a tall one. */
static void test_direction(void) {
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, "steps: [依頼を受ける, 介入の承諾を得る, 初回の面接]");
  g_autoptr(pc_drawing) wide = sketch_kit_draw(&kit, (pc_rect){0, 0, 600000, 60000}, &type);
  g_autoptr(pc_drawing) tall = sketch_kit_draw(&kit, (pc_rect){0, 0, 120000, 300000}, &type);
  g_assert_cmpint(fill_bounds(wide, 0).y, ==, fill_bounds(wide, 1).y);
  g_assert_cmpint(fill_bounds(tall, 0).x, ==, fill_bounds(tall, 1).x);
  sketch_kit_clear(&kit);
}

static void test_words(void) {
  sketch_kit kit;
  sketch_kit_init(&kit, "steps: [相談, 面接]");
  g_assert_cmpstr(pc_sketch_alt(kit.sketch), ==, "相談 → 面接");
  sketch_kit_clear(&kit);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/steps/rooms", test_rooms);
  g_test_add_func("/steps/draft", test_draft);
  g_test_add_func("/steps/direction", test_direction);
  g_test_add_func("/steps/words", test_words);
  return g_test_run();
}
