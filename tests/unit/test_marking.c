/* test_marking.c - which drawing belongs to which element. */
#include "backend/marking.h"

static const pc_place nowhere = {0};

static void draw(pc_display *display, pc_um x) {
  pc_display_begin_path(display);
  pc_display_rect(display, (pc_rect){x, 0, 1000, 2000}, 0);
  pc_display_fill(display, nowhere, (pc_color){.a = 1});
}

static void begin(pc_display *display, pc_tag tag) {
  pc_display_begin(display, nowhere, tag, NULL, 0);
}

/* A line for each element: its tag, its depth, its kids: numbers, or e for elements. */
static char *list_elements(const pc_marking *marking) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < (int)marking->elements->len; i++) {
    const pc_element *element = pc_marking_at(marking, i);
    g_string_append_printf(out, "%s<%d:", pc_tag_name(element->tag), element->parent);
    for (guint k = 0; k < element->kids->len; k++) {
      const pc_kid *kid = &g_array_index(element->kids, pc_kid, k);
      g_string_append_printf(out, kid->is_content ? "%d" : "e%d", kid->index);
    }
    g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

static void assert_elements(const pc_display *display, const char *wanted) {
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  g_autofree char *found = list_elements(marking);
  g_assert_cmpstr(found, ==, wanted);
}

static pc_display *new_display(void) {
  pc_display *display = pc_display_new((pc_size){100000, 100000}, 0);
  begin(display, PC_TAG_DOCUMENT);
  return display;
}

static void test_stretches(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_H1);
  draw(display, 0);
  draw(display, 10);
  pc_display_end(display);
  begin(display, PC_TAG_FIGURE);
  draw(display, 20);
  begin(display, PC_TAG_CAPTION);
  draw(display, 30);
  pc_display_end(display);
  draw(display, 40);
  pc_display_end(display);
  pc_display_end(display);
  assert_elements(display, "Document<-1:e1e2 H1<0:0 Figure<0:1e33 Caption<2:2 ");
}

/* What stands in an artifact, and what is drawn between elements, is not content. */
static void test_artifacts(void) {
  g_autoptr(pc_display) display = new_display();
  draw(display, 0);
  begin(display, PC_TAG_ARTIFACT);
  begin(display, PC_TAG_P);
  draw(display, 10);
  pc_display_end(display);
  pc_display_end(display);
  begin(display, PC_TAG_H1);
  draw(display, 20);
  pc_display_end(display);
  pc_display_end(display);
  assert_elements(display, "Document<-1:e1 H1<0:0 ");
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  g_assert_cmpint(marking->n_contents, ==, 1);
}

/* The headings of slides stand under a title; without one they are the title's. */
static void test_headings_begin_with_the_first(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_H2);
  draw(display, 0);
  pc_display_end(display);
  begin(display, PC_TAG_H3);
  draw(display, 0);
  pc_display_end(display);
  pc_display_end(display);
  assert_elements(display, "Document<-1:e1e2 H1<0:0 H2<0:1 ");
}

static void assert_headings(const pc_tag *written, int n, const char *wanted) {
  g_autoptr(pc_display) display = new_display();
  for (int i = 0; i < n; i++) {
    begin(display, written[i]);
    draw(display, 0);
    pc_display_end(display);
  }
  pc_display_end(display);
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  GString *found = g_string_new(NULL);
  for (int i = 1; i <= n; i++)
    g_string_append(found, pc_tag_name(pc_marking_at(marking, i)->tag));
  g_assert_cmpstr(found->str, ==, wanted);
  g_string_free(found, TRUE);
}

/* What is written below nothing, or far below, moves up. */
static void test_headings_skip_no_level(void) {
  static const pc_tag first[] = {PC_TAG_H1, PC_TAG_H4, PC_TAG_H4, PC_TAG_H2, PC_TAG_H3, PC_TAG_H6};
  static const pc_tag second[] = {PC_TAG_H3, PC_TAG_H3, PC_TAG_H2, PC_TAG_H3, PC_TAG_H1};
  assert_headings(first, G_N_ELEMENTS(first), "H1H2H2H2H3H4");
  assert_headings(second, G_N_ELEMENTS(second), "H1H1H1H2H1");
}

/* A reading is drawn after its line and told beside its base; what follows is the text's again. */
static void test_readings(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_P);
  for (int number = 1; number <= 2; number++) {
    pc_display_begin(display, nowhere, PC_TAG_RUBY, NULL, number);
    begin(display, PC_TAG_RB);
    draw(display, 0);
    pc_display_end(display);
    pc_display_end(display);
  }
  for (int number = 1; number <= 2; number++) {
    pc_display_begin(display, nowhere, PC_TAG_RT, NULL, number);
    draw(display, 0);
    pc_display_end(display);
  }
  draw(display, 0);
  pc_display_end(display);
  pc_display_end(display);
  assert_elements(display, "Document<-1:e1 P<0:e2e44 Ruby<1:e3e6 RB<2:0 Ruby<1:e5e7 RB<4:1 RT<2:2 "
                           "RT<4:3 ");
}

static void clip(pc_display *display, pc_rect rect) {
  pc_display_begin_path(display);
  pc_display_rect(display, rect, 0);
  pc_display_clip(display, nowhere);
}

/* Of what two clips leave of two rectangles of 1000 x 2000. */
static void test_bounds_are_what_is_seen(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_FIGURE);
  clip(display, (pc_rect){400, 500, 5000, 1000});
  clip(display, (pc_rect){0, 600, 5000, 5000});
  draw(display, 0);
  draw(display, 90000);
  pc_display_unclip(display);
  pc_display_unclip(display);
  pc_display_end(display);
  begin(display, PC_TAG_FIGURE);
  draw(display, 0);
  pc_display_end(display);
  pc_display_end(display);
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  const pc_rect cut = pc_marking_at(marking, 1)->bounds;
  g_assert_cmpint(cut.x, ==, 400);
  g_assert_cmpint(cut.y, ==, 600);
  g_assert_cmpint(cut.w, ==, 600);
  g_assert_cmpint(cut.h, ==, 900);
  g_assert_cmpint(pc_marking_at(marking, 2)->bounds.w, ==, 1000);
}

/* A run of so many em of one point, without glyphs. */
static pc_run make_run(double width) {
  return (pc_run){.text = "", .width = width};
}

/* A place to click for each line, whatever fonts it is in; none of it off the page. */
static void test_lines_of_a_link(void) {
  g_autoptr(pc_display) display = new_display();
  const pc_run run = make_run(10);
  begin(display, PC_TAG_P);
  pc_display_begin(display, nowhere, PC_TAG_LINK, "https://example.org", 0);
  pc_display_run(display, nowhere, (pc_color){.a = 1}, &run, (pc_point){50000, 10000}, 10);
  pc_display_run(display, nowhere, (pc_color){.a = 1}, &run, (pc_point){90000, 10000}, 10);
  pc_display_run(display, nowhere, (pc_color){.a = 1}, &run, (pc_point){0, 20000}, 10);
  pc_display_end(display);
  pc_display_end(display);
  pc_display_end(display);
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  g_assert_null(pc_marking_at(marking, 1)->lines);
  const GArray *lines = pc_marking_at(marking, 2)->lines;
  g_assert_cmpuint(lines->len, ==, 2);
  const pc_um width = pc_um_from_pt(100);
  g_assert_cmpint(g_array_index(lines, pc_rect, 0).x, ==, 50000);
  g_assert_cmpint(g_array_index(lines, pc_rect, 0).w, ==, 50000);
  g_assert_cmpint(g_array_index(lines, pc_rect, 1).x, ==, 0);
  g_assert_cmpint(ABS(g_array_index(lines, pc_rect, 1).w - width), <=, 10);
}

/* A clip does not part content. */
static void test_clips(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_FIGURE);
  draw(display, 0);
  pc_display_begin_path(display);
  pc_display_rect(display, (pc_rect){0, 0, 10, 10}, 0);
  pc_display_clip(display, nowhere);
  draw(display, 10);
  pc_display_unclip(display);
  draw(display, 20);
  pc_display_end(display);
  pc_display_end(display);
  assert_elements(display, "Document<-1:e1 Figure<0:0 ");
}

static void test_bounds(void) {
  g_autoptr(pc_display) display = new_display();
  begin(display, PC_TAG_FIGURE);
  draw(display, 500);
  draw(display, 9000);
  pc_display_end(display);
  begin(display, PC_TAG_P);
  pc_display_end(display);
  pc_display_end(display);
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  pc_rect bounds = pc_marking_at(marking, 1)->bounds;
  g_assert_cmpint(bounds.x, ==, 500);
  g_assert_cmpint(bounds.w, ==, 9500);
  g_assert_cmpint(bounds.h, ==, 2000);
  g_assert_cmpint(pc_marking_at(marking, 0)->bounds.w, ==, 9500);
  g_assert_cmpint(pc_marking_at(marking, 2)->bounds.w, <, 0);
  g_assert_false(pc_marking_is_empty(marking, 1));
  g_assert_true(pc_marking_is_empty(marking, 2));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/marking/stretches", test_stretches);
  g_test_add_func("/marking/artifacts", test_artifacts);
  g_test_add_func("/marking/headings", test_headings_begin_with_the_first);
  g_test_add_func("/marking/heading-levels", test_headings_skip_no_level);
  g_test_add_func("/marking/readings", test_readings);
  g_test_add_func("/marking/bounds-are-what-is-seen", test_bounds_are_what_is_seen);
  g_test_add_func("/marking/lines-of-a-link", test_lines_of_a_link);
  g_test_add_func("/marking/clips", test_clips);
  g_test_add_func("/marking/bounds", test_bounds);
  return g_test_run();
}
