/* test_type.c - the sizes of type that follow from the common one. */
#include <glib.h>

#include "doc_fixture.h"
#include "layout/type.h"

static pc_type make(const char *yaml, double common_pt) {
  g_auto(decoded) result = decode(yaml);
  const pc_doc *doc = expect_sound(&result);
  const pc_content content = {.doc = doc, .slide = doc->slides[0]};
  return pc_type_make(&content, common_pt, common_pt);
}

static void test_steps(void) {
  const pc_type type = make("slides: [い]\n", 40);
  g_assert_cmpfloat(type.caption, ==, 32);
  g_assert_cmpfloat(type.body, ==, 40);
  g_assert_cmpfloat(type.subheading, ==, 48);
  g_assert_cmpfloat(type.heading, ==, 58);
}

/* Captions are not smaller than the sheet bears, nor larger than the text. */
static void test_captions(void) {
  g_assert_cmpfloat(make("slides: [い]\n", 30).caption, ==, 24);
  g_assert_cmpfloat(make("slides: [い]\n", 26).caption, ==, 24);
  g_assert_cmpfloat(make("slides: [い]\n", 20).caption, ==, 20);
  g_assert_cmpfloat(make("page: {size: A4}\nslides: [い]\n", 10).caption, ==, 9);
}

/* A length on paper is what the author wants. */
static void test_given_caption(void) {
  g_assert_cmpfloat(make("theme: {sizes: {caption: 12pt}}\nslides: [い]\n", 30).caption, ==, 12);
}

static void test_least(void) {
  g_assert_cmpfloat(pc_type_least(&(pc_page){.width = 841000, .height = 1189000}), ==, 24);
  g_assert_cmpfloat(pc_type_least(&(pc_page){.width = 297000, .height = 210000}), ==, 9);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/type/steps", test_steps);
  g_test_add_func("/type/captions", test_captions);
  g_test_add_func("/type/given-caption", test_given_caption);
  g_test_add_func("/type/least", test_least);
  return g_test_run();
}
