/* test_display.c - commands kept in order, and their dump. */
#include "display/display.h"

static const pc_place nowhere = {0};
static const pc_color red = {.role = PC_ROLE_LITERAL, .r = 1, .a = 1};

static pc_display *new_display(void) {
  return pc_display_new((pc_size){841000, 1189000}, 3000);
}

static void test_empty(void) {
  g_autoptr(pc_display) display = new_display();
  g_assert_cmpint(pc_display_count(display), ==, 0);
  g_assert_cmpint(pc_display_trim(display).w, ==, 841000);
  g_assert_cmpint(pc_display_bleed(display), ==, 3000);
}

/* One path may be filled and then stroked; the next begins anew. */
static void test_paths(void) {
  g_autoptr(pc_display) display = new_display();
  pc_display_begin_path(display);
  pc_display_rect(display, (pc_rect){0, 0, 1000, 2000}, 0);
  pc_display_fill(display, nowhere, red);
  pc_display_stroke(display, nowhere, red, 100, 0);
  pc_display_begin_path(display);
  pc_display_move(display, (pc_point){5, 6});
  pc_display_line(display, (pc_point){7, 8});
  pc_display_stroke(display, nowhere, red, 100, 0);
  int filled, stroked, line;
  const pc_path_step *a = pc_display_path(display, pc_display_at(display, 0), &filled);
  const pc_path_step *b = pc_display_path(display, pc_display_at(display, 1), &stroked);
  const pc_path_step *c = pc_display_path(display, pc_display_at(display, 2), &line);
  g_assert_true(a == b);
  g_assert_cmpint(filled, ==, 5);
  g_assert_cmpint(stroked, ==, 5);
  g_assert_cmpint(line, ==, 2);
  g_assert_cmpint(c[1].p[0].y, ==, 8);
}

static void test_nothing_to_paint(void) {
  g_autoptr(pc_display) display = new_display();
  pc_display_begin_path(display);
  pc_display_fill(display, nowhere, red);
  pc_display_rect(display, (pc_rect){0, 0, 1000, 2000}, 0);
  pc_display_fill(display, nowhere, (pc_color){.role = PC_ROLE_NONE});
  g_assert_cmpint(pc_display_count(display), ==, 0);
}

/* However large the radius, a rounded rectangle stays in its box and touches all four sides. */
static void test_rounded(void) {
  static const pc_um radii[] = {1, 200, 500, 5000};
  for (size_t i = 0; i < G_N_ELEMENTS(radii); i++) {
    g_autoptr(pc_display) display = new_display();
    pc_display_begin_path(display);
    pc_display_rect(display, (pc_rect){100, 200, 1000, 3000}, radii[i]);
    pc_display_fill(display, nowhere, red);
    int count;
    const pc_path_step *steps = pc_display_path(display, pc_display_at(display, 0), &count);
    pc_point low = steps[0].p[0], high = low;
    for (int k = 0; k < count - 1; k++) {
      pc_point end = steps[k].p[steps[k].op == PC_OP_CURVE ? 2 : 0];
      low = (pc_point){MIN(low.x, end.x), MIN(low.y, end.y)};
      high = (pc_point){MAX(high.x, end.x), MAX(high.y, end.y)};
    }
    g_assert_cmpint(low.x, ==, 100);
    g_assert_cmpint(low.y, ==, 200);
    g_assert_cmpint(high.x, ==, 1100);
    g_assert_cmpint(high.y, ==, 3200);
    g_assert_cmpint(steps[count - 1].op, ==, PC_OP_CLOSE);
  }
}

static void test_dump(void) {
  g_autoptr(pc_display) display = new_display();
  pc_place at = {"poster.yaml", 12, 5};
  pc_run run = {.text = "前のピア\"後", .start = 6, .end = 13};
  pc_display_begin(display, at, PC_TAG_DOCUMENT, NULL, 0);
  pc_display_begin(display, nowhere, PC_TAG_SECT, "はじめに", 1);
  pc_display_begin_path(display);
  pc_display_move(display, (pc_point){-1, 1000});
  pc_display_curve(display, (pc_point){1, 2}, (pc_point){3, 4}, (pc_point){5, 6});
  pc_display_close(display);
  pc_display_fill(display, at, red);
  pc_display_stroke(display, nowhere, red, 250, 1500);
  pc_display_run(display, at, red, &run, (pc_point){24000, 40123}, 31.5);
  pc_display_blank(display);
  pc_display_image(display, nowhere, NULL, (pc_rect){1000, 2000, 3000, 4000});
  pc_display_begin_list(display, nowhere, PC_NUMBERING_DECIMAL);
  pc_display_end(display);
  pc_display_end(display);
  pc_display_end(display);
  g_autoptr(GString) out = g_string_new(NULL);
  pc_display_dump(display, out);
  g_assert_cmpstr(out->str, ==,
                  "page 841.000 1189.000 bleed 3.000\n"
                  "begin Document @12:5\n"
                  "  begin Sect 1 \"はじめに\"\n"
                  "    fill #ff0000 M -0.001 1.000 C 0.001 0.002 0.003 0.004 0.005 0.006 Z @12:5\n"
                  "    stroke #ff0000 0.250 dash 1.500 M -0.001 1.000"
                  " C 0.001 0.002 0.003 0.004 0.005 0.006 Z\n"
                  "    run 24.000 40.123 31.500pt #ff0000 \"ピア\\\"\" blank @12:5\n"
                  "    image 1.000 2.000 3.000 4.000\n"
                  "    begin L Decimal\n"
                  "    end\n"
                  "  end\n"
                  "end\n");
}

static void test_tag_names(void) {
  for (int tag = 0; tag < PC_N_TAGS; tag++)
    g_assert_nonnull(pc_tag_name((pc_tag)tag));
  g_assert_cmpstr(pc_tag_name(PC_TAG_LBODY), ==, "LBody");
  for (int numbering = 0; numbering < PC_N_NUMBERINGS; numbering++)
    g_assert_nonnull(pc_numbering_name((pc_numbering)numbering));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/display/empty", test_empty);
  g_test_add_func("/display/paths", test_paths);
  g_test_add_func("/display/nothing-to-paint", test_nothing_to_paint);
  g_test_add_func("/display/rounded", test_rounded);
  g_test_add_func("/display/dump", test_dump);
  g_test_add_func("/display/tag-names", test_tag_names);
  return g_test_run();
}
