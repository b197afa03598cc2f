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
  g_test_add_func("/marking/clips", test_clips);
  g_test_add_func("/marking/bounds", test_bounds);
  return g_test_run();
}
