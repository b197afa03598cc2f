/* test_rings.c - layers in rooms of every shape.  Layer: tests. */
#include "sketch_kit.h"

/* Layers are painted from the outside in. */
static pc_rect layer(const pc_drawing *drawing, int n, int i) {
  return fill_bounds(drawing, n - 1 - i);
}

static double middle_x(pc_rect rect) {
  return rect.x + rect.w / 2.0;
}

static double middle_y(pc_rect rect) {
  return rect.y + rect.h / 2.0;
}

/* From a disc's middle to the nearest and to the farthest point of a rectangle. */
static void find_distances(pc_rect disc, pc_rect rect, double *near, double *far) {
  double left = rect.x - middle_x(disc), right = left + rect.w;
  double top = rect.y - middle_y(disc), bottom = top + rect.h;
  double x = left <= 0 && right >= 0 ? 0 : MIN(fabs(left), fabs(right));
  double y = top <= 0 && bottom >= 0 ? 0 : MIN(fabs(top), fabs(bottom));
  *near = hypot(x, y);
  *far = hypot(MAX(fabs(left), fabs(right)), MAX(fabs(top), fabs(bottom)));
}

static void check_layers(const sketch_kit *kit, const pc_drawing *drawing) {
  int n = kit->doc->slides[0]->blocks[0]->items->n;
  pc_rect outer = layer(drawing, n, n - 1);
  bool is_inside = count_commands(drawing->shapes, PC_COMMAND_FILL) == n;
  for (int i = 0; i < n; i++) {
    pc_rect text = label_bounds(label_at(drawing, i));
    pc_rect own = layer(drawing, n, i);
    double near = 0, far = 0;
    g_assert_cmpint(ABS(own.w - own.h), <=, SLACK_UM);
    if (i > 0)
      g_assert_cmpint(own.w, >, layer(drawing, n, i - 1).w);
    if (!is_inside) {
      g_assert_cmpint(text.x, >, outer.x + outer.w);
      continue;
    }
    find_distances(own, text, &near, &far);
    g_assert_cmpfloat(far, <, own.w / 2.0);
    if (i == 0)
      continue;
    pc_rect inner = layer(drawing, n, i - 1);
    find_distances(inner, text, &near, &far);
    g_assert_cmpfloat(near, >, inner.w / 2.0);
  }
}

static void test_rooms(void) {
  static const char *const forms[] = {"", ", form: onion"};
  for (int n = 1; n <= 12; n += n < 4 ? 1 : 4)
    for (size_t t = 0; t < G_N_ELEMENTS(sample_texts); t++)
      for (size_t f = 0; f < G_N_ELEMENTS(forms); f++) {
        g_autofree char *yaml = list_texts("rings", n, sample_texts[t], forms[f]);
        assert_everywhere(yaml, check_layers);
      }
}

static void test_draft(void) {
  assert_squeezed("rings: [本人, 家族, 地域]");
  assert_squeezed("rings: {items: [本人, 家族, 地域], form: onion}");
}

/* Names in their layers where there is room, beside them in a flat one. */
static void test_places(void) {
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, "rings: [クライアント, ピアサポーター, 専門職]");
  g_autoptr(pc_drawing) large = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 200000}, &type);
  g_autoptr(pc_drawing) flat = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 80000}, &type);
  g_assert_cmpint(count_commands(large->shapes, PC_COMMAND_FILL), ==, 3);
  g_assert_cmpint(count_commands(flat->shapes, PC_COMMAND_FILL), ==, 6);
  g_assert_cmpstr(pc_sketch_alt(kit.sketch), ==,
                  "内側から外側へ：クライアント → ピアサポーター → 専門職");
  sketch_kit_clear(&kit);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/rings/rooms", test_rooms);
  g_test_add_func("/rings/draft", test_draft);
  g_test_add_func("/rings/places", test_places);
  return g_test_run();
}
