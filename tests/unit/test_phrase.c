/* test_phrase.c - scores of phrase borders, equal to the original's.  Layer: tests. */
#include <glib.h>

#include "phrase_lines.h"
#include "text/phrase.h"
#include "text/phrase_model.h"

static char *strip_bars(const char *text) {
  g_auto(GStrv) parts = g_strsplit(text, "|", -1);
  return g_strjoinv(NULL, parts);
}

static void test_scores(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(phrase_lines); i++) {
    const phrase_line *line = &phrase_lines[i];
    g_autofree char *text = strip_bars(line->phrases);
    int count = 0;
    g_autofree double *scores = pc_phrase_score(text, &count);
    g_assert_cmpint(count, ==, line->n_scores + 1);
    for (int k = 1; k < count; k++)
      g_assert_cmpfloat_with_epsilon(scores[k], line->scores[k - 1], .25);
  }
}

static void test_borders(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(phrase_lines); i++) {
    g_autofree char *text = strip_bars(phrase_lines[i].phrases);
    g_autoptr(GString) phrases = g_string_new(NULL);
    int count = 0;
    g_autofree double *scores = pc_phrase_score(text, &count);
    const char *at = text;
    for (int k = 0; k < count; k++, at = g_utf8_next_char(at)) {
      g_string_append(phrases, k > 0 && scores[k] > 0 ? "|" : "");
      g_string_append_unichar(phrases, g_utf8_get_char(at));
    }
    g_assert_cmpstr(phrases->str, ==, phrase_lines[i].phrases);
  }
}

/* Nothing, one character, characters that no weight can name. */
static void test_edges(void) {
  static const char *const texts[] = {"", "あ", "𠮷野家𠮷𠮷𠮷", "😀😀😀😀", "\xEF\xBF\xBD"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    int count = -1;
    g_autofree double *scores = pc_phrase_score(texts[i], &count);
    g_assert_cmpint(count, ==, g_utf8_strlen(texts[i], -1));
    for (int k = 1; k < count; k++)
      g_assert_cmpfloat(ABS(scores[k]), <, 40000);
  }
}

/* The table is searched by halves: every group sorted, every feature as long as its window. */
static void test_model(void) {
  int total = 0;
  for (int g = 0; g < PC_N_PHRASE_GROUPS; g++) {
    const pc_phrase_group *group = &pc_phrase_groups[g];
    g_assert_cmpint(group->count, >, 0);
    for (int i = 0; i < group->count; i++) {
      total += group->weights[i].weight;
      g_assert_cmpint(g_utf8_strlen(group->weights[i].text, -1), ==, group->length);
      if (i > 0)
        g_assert_cmpstr(group->weights[i - 1].text, <, group->weights[i].text);
    }
  }
  g_assert_cmpint(total, ==, pc_phrase_total);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/phrase/scores", test_scores);
  g_test_add_func("/phrase/borders", test_borders);
  g_test_add_func("/phrase/edges", test_edges);
  g_test_add_func("/phrase/model", test_model);
  return g_test_run();
}
