/* test_words.c - words and colours as they are written elsewhere. */
#include <glib.h>

#include "schema/words.h"

static void test_words(void) {
  static const char *const slide[] = {"title", "text", "align", "figure", NULL};
  static const char *const page[] = {"portrait", "landscape", NULL};
  static const char *const lines[] = {"horizontal", "vertical", NULL};
  g_assert_cmpstr(pc_word_meant("titel", slide), ==, "title");
  g_assert_cmpstr(pc_word_meant("本文", slide), ==, "text");
  g_assert_cmpstr(pc_word_meant("縦", page), ==, "portrait");
  g_assert_cmpstr(pc_word_meant("縦", lines), ==, "vertical");
  g_assert_null(pc_word_meant("塗り足し", slide));
  g_assert_null(pc_word_meant("患者会", slide));
  g_assert_null(pc_word_meant("", slide));
}

static void test_colors(void) {
  static const char *const pairs[][2] = {
      {"white", "did you mean '#ffffff', in quotes?"},
      {"赤", "did you mean '#c8102e', in quotes?"},
      {"赤色", "did you mean '#c8102e', in quotes?"},
      {"aabbcc", "did you mean '#aabbcc', in quotes?"},
      {"rgb(0, 90, 156)", "did you mean '#005a9c', in quotes?"},
      {"acent", "did you mean 'accent'?"},
      {"#12345", "'#' wants 3, 6 or 8 digits, each 0 to 9 or a to f"},
      {"cmyk(1, 2)", "cmyk wants four numbers from 0 to 100, with commas between them"},
      {"cmyk(60", "put quotes around the colour: ',' separates values here"},
      {"rgb(0, 90, 300)", NULL},
      {"赤い", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autofree char *hint = pc_color_suggest(pairs[i][0]);
    g_assert_cmpstr(hint, ==, pairs[i][1]);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/words/words", test_words);
  g_test_add_func("/words/colors", test_colors);
  return g_test_run();
}
