/* test_guides.c - lines from panel to panel: in the gaps, at right angles, to the next number. */
#include <glib.h>

#include "corridor.h"

static void lay_out(corridor *house, const char *top, int n) {
  g_autoptr(GString) yaml = g_string_new(top);
  g_string_append(yaml, "slides:\n");
  for (int i = 1; i <= n; i++)
    g_string_append_printf(yaml, "  - {title: 見出し, number: %d, text: 事例から考える。}\n", i);
  corridor_init(house, yaml->str, ".", false);
}

static bool is_inside(pc_point point, pc_rect rect) {
  return point.x > rect.x && point.x < rect.x + rect.w && point.y > rect.y &&
         point.y < rect.y + rect.h;
}

/* Every half millimetre of a stretch. */
static void assert_free(const pc_layout *layout, pc_point a, pc_point b) {
  const int steps = (ABS(b.x - a.x) + ABS(b.y - a.y)) / 500 + 1;
  for (int s = 0; s <= steps; s++) {
    const pc_point at = {a.x + (pc_um)((gint64)(b.x - a.x) * s / steps),
                         a.y + (pc_um)((gint64)(b.y - a.y) * s / steps)};
    g_assert_cmpint(at.y, >=, layout->header.rect.h);
    g_assert_cmpint(at.x, >=, 0);
    g_assert_cmpint(at.x, <=, layout->doc->page.width);
    for (int i = 0; i < layout->n_panels; i++)
      g_assert_false(is_inside(at, layout->panels[i].rect));
  }
}

static bool touches(pc_point point, pc_rect rect) {
  return !is_inside(point, rect) && point.x >= rect.x && point.x <= rect.x + rect.w &&
         point.y >= rect.y && point.y <= rect.y + rect.h;
}

/* All that holds for any guides; they connect numbered panels, in order. */
static void assert_sound(const pc_layout *layout) {
  const pc_panel *from = NULL;
  int guide = 0;
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *to = &layout->panels[i];
    if (to->slide->number == 0)
      continue;
    if (from != NULL) {
      g_assert_cmpint(guide, <, layout->n_guides);
      const pc_guide *g = &layout->guides[guide++];
      g_assert_true(touches(g->points[0], from->rect));
      g_assert_true(touches(g->points[g->n - 1], to->rect));
      for (int k = 1; k < g->n; k++) {
        g_assert_true((g->points[k].x == g->points[k - 1].x) !=
                      (g->points[k].y == g->points[k - 1].y));
        assert_free(layout, g->points[k - 1], g->points[k]);
      }
    }
    from = to;
  }
  g_assert_cmpint(guide, ==, layout->n_guides);
}

static void test_off_by_default(void) {
  corridor house;
  lay_out(&house, "title: 題\n", 6);
  g_assert_cmpint(house.layout->n_guides, ==, 0);
  corridor_clear(&house);
}

static void test_flows(void) {
  static const char *const flows[] = {"z", "n", "z-rtl", "n-rtl"};
  for (guint i = 0; i < G_N_ELEMENTS(flows); i++) {
    g_autofree char *top =
        g_strdup_printf("title: 題\ngrid: {columns: 3, flow: %s, guides: true}\n", flows[i]);
    corridor house;
    lay_out(&house, top, 8);
    g_assert_cmpint(house.layout->n_guides, ==, 7);
    assert_sound(house.layout);
    corridor_clear(&house);
  }
}

/* Between neighbours a straight line level with the number. */
static void test_neighbours(void) {
  corridor house;
  lay_out(&house, "title: 題\ngrid: {columns: 3, guides: true}\n", 3);
  for (int i = 0; i < 2; i++) {
    const pc_guide *guide = &house.layout->guides[i];
    const pc_rect badge = house.layout->panels[i + 1].badge;
    g_assert_cmpint(guide->n, ==, 2);
    g_assert_cmpint(guide->points[1].x - guide->points[0].x, ==, 10000);
    g_assert_cmpint(guide->points[0].y, ==, badge.y + badge.h / 2);
  }
  corridor_clear(&house);
}

/* From one row to the next: down, back through the gap, down onto the number. */
static void test_next_row(void) {
  corridor house;
  lay_out(&house, "title: 題\ngrid: {columns: 3, guides: true}\n", 4);
  const pc_guide *guide = &house.layout->guides[2];
  const pc_rect badge = house.layout->panels[3].badge, last = house.layout->panels[2].rect;
  g_assert_cmpint(guide->n, ==, 4);
  g_assert_cmpint(guide->points[0].y, ==, last.y + last.h);
  g_assert_cmpint(guide->points[1].y, ==, last.y + last.h + 5000);
  g_assert_cmpint(guide->points[3].x, ==, badge.x + badge.w / 2);
  g_assert_cmpint(guide->points[3].y, ==, house.layout->panels[3].rect.y);
  corridor_clear(&house);
}

static void test_joined_cells(void) {
  corridor house;
  lay_out(&house,
          "title: 題\ngrid:\n  guides: true\n  areas:\n    - [1, 1, 2, 9]\n    - [3, 4, 2, 9]\n"
          "    - [3, 5, 5, .]\n    - [6, 6, ., 7]\n    - [10, 8, 8, 11]\n",
          11);
  assert_sound(house.layout);
  g_assert_cmpint(house.layout->n_guides, ==, 10);
  corridor_clear(&house);
}

/* A random board: panels of random spans, some without number. */
static void test_random_boards(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(6);
  for (int round = 0; round < 60; round++) {
    const int columns = g_rand_int_range(random, 2, 6);
    g_autoptr(GString) yaml = g_string_new("title: 題\n");
    g_string_append_printf(yaml, "grid: {columns: %d, guides: true}\nslides:\n", columns);
    for (int i = g_rand_int_range(random, 2, 12); i > 0; i--) {
      const int across = g_rand_int_range(random, 1, MIN(3, columns) + 1);
      const int down = g_rand_int_range(random, 1, 3);
      g_string_append_printf(yaml, "  - {title: 題, span: %dx%d, text: 事例から考える。%s}\n",
                             across, down, g_rand_boolean(random) ? "" : ", number: none");
    }
    corridor house;
    corridor_init(&house, yaml->str, ".", true);
    assert_sound(house.layout);
    corridor_clear(&house);
  }
}

/* Without a margin there is no way around. */
static void test_no_margin(void) {
  corridor house;
  lay_out(&house, "header: false\npage: {margin: 0mm}\ngrid: {columns: 2, guides: true}\n", 5);
  assert_sound(house.layout);
  corridor_clear(&house);
}

static void test_narrow_gaps(void) {
  corridor house;
  lay_out(&house, "grid: {columns: 2, guides: true, gap: 2mm}\n", 5);
  g_assert_cmpint(house.layout->n_guides, ==, 0);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/guides/off", test_off_by_default);
  g_test_add_func("/guides/flows", test_flows);
  g_test_add_func("/guides/neighbours", test_neighbours);
  g_test_add_func("/guides/next-row", test_next_row);
  g_test_add_func("/guides/joined-cells", test_joined_cells);
  g_test_add_func("/guides/random", test_random_boards);
  g_test_add_func("/guides/no-margin", test_no_margin);
  g_test_add_func("/guides/narrow-gaps", test_narrow_gaps);
  return g_test_run();
}
