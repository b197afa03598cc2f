/* test_nearest.c - which word somebody meant, and when nobody can know. */
#include <glib.h>

#include "base/nearest.h"

static const char *const keys[] = {"title", "text",         "figure", "ruby-mode",
                                   "id",    "支援センター", NULL};

static void test_finds(void) {
  const char *pairs[][2] = {{"titel", "title"},         {"Title", "title"},
                            {"titl", "title"},          {"txet", "text"},
                            {"figures", "figure"},      {"rubymode", "ruby-mode"},
                            {"Ruby_Mode", "ruby-mode"}, {"支援セソター", "支援センター"},
                            {"ＴＩＴＬＥ", "title"}};
  for (int i = 0; i < (int)G_N_ELEMENTS(pairs); i++)
    g_assert_cmpstr(pc_nearest(pairs[i][0], keys), ==, pairs[i][1]);
}

static void test_knows_when_nothing_is_near(void) {
  g_autofree char *endless = g_strnfill(100000, 't');
  const char *far[] = {"",
                       "-",
                       "x",
                       "columns",
                       "ix",
                       "titi",
                       "te\xff"
                       "xt",
                       endless};
  for (int i = 0; i < (int)G_N_ELEMENTS(far); i++)
    g_assert_null(pc_nearest(far[i], keys));
}

static void test_takes_the_nearest(void) {
  const char *const words[] = {"headings", "heading", NULL};
  g_assert_cmpstr(pc_nearest("headin", words), ==, "heading");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/nearest/finds", test_finds);
  g_test_add_func("/nearest/knows-when-nothing-is-near", test_knows_when_nothing_is_near);
  g_test_add_func("/nearest/takes-the-nearest", test_takes_the_nearest);
  return g_test_run();
}
