/* test_spacing.c - natural spacing: JLREQ's table with ideal metrics and in real fonts. */
#include <math.h>

#include "text/paragraph.h"
#include "text_kit.h"

/* Text, its natural width, and the left edges of its bodies in em: JLREQ's values (profile jis). */
static const struct {
  const char *text;
  double width;
  const char *edges;
} ideal[] = {
    {"（本人）、ご家族", 7.0, "0 0.5 1.5 2.5 3 4 5 6"},
    {"あ」「い", 3.5, "0 1 2 2.5"},
    {"あ。「い」う", 5.5, "0 1 2 2.5 3.5 4.5"},
    {"あ・い・う", 5, "0 1.25 2 3.25 4"},
    {"あ：い", 3, "0 1.25 2"},
    {"あ—い", 3, "0 1 2"},
    {"ア々", 2, "0 1"},
    {"100%達成", 4, "0 0.5 1 1.5 2 3"},
    {"(注)本文", 4, "0 0.5 1.5 2 3"},
    {"本文(注)続き", 6, "0 1 2 2.5 3.5 4 5"},
    {"あABCい", 4, "0 1.25 1.75 2.25 3"},
    {"あ（ABC）い", 5.5, "0 1.5 2 2.5 3 3.5 4.5"},
    {"日本 ABC", 3.8333, "0 1 2 2.3333 2.8333 3.3333"},
    {"令和３～５年度", 7, "0 1 2 3 4 5 6"},
    {"！　さて", 4, "0 1 2 3"},
    {"あ、・い", 3.5, "0 1 1.75 2.5"},
    {"あ。　い", 3.5, "0 1 1.5 2.5"},
    {"））（（", 2.5, "0 0.5 1.5 2"},
    {"Kか", 1.75, "0 0.75"},
};

static void check_ideal(kit *k, int row) {
  const pc_paragraph *p = kit_set(k, ideal[row].text);
  g_auto(GStrv) edges = g_strsplit(ideal[row].edges, " ", -1);
  g_assert_cmpint(p->n, ==, (int)g_strv_length(edges));
  for (int i = 0; i < p->n; i++)
    if (fabs(p->x[i] - g_ascii_strtod(edges[i], NULL)) > 0.001)
      g_error("%s: body %d at %.3f, not %s", ideal[row].text, i, p->x[i], edges[i]);
  g_assert_cmpfloat_with_epsilon(pc_paragraph_width(p), ideal[row].width, 0.001);
}

static void test_ideal(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(ideal); i++)
    check_ideal(&k, (int)i);
  kit_clear(&k);
}

static double get_width(kit *k, const char *text) {
  return pc_paragraph_width(kit_set(k, text));
}

static void test_fonts(void) {
  kit k;
  kit_init(&k);
  k.doc.theme.fonts.latin.text = "BIZ UDGothic";
  kit_use_fonts(&k);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "漢字）。「漢字"), 6.00, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "「漢字」（注）"), 5.50, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "漢字ABC漢字"), 6.00, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "第3回のPDF"), 5.75, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "沈黙——そして……"), 9.00, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "“引用”と"), 4.50, 0.01);
  g_assert_cmpfloat_with_epsilon(get_width(&k, "か\u3099き"), 2.00, 0.01);
  kit_clear(&k);
}

static void test_profiles(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.rules.profile = PC_PROFILE_POSTER;
  g_assert_cmpfloat_with_epsilon(get_width(&k, "あAい"), 2.5 + 2.0 / 6, 0.001);
  k.rules.autospace = 0.125;
  g_assert_cmpfloat_with_epsilon(get_width(&k, "あAい"), 2.75, 0.001);
  k.rules.autospace = 0;
  g_assert_cmpfloat_with_epsilon(get_width(&k, "あAい"), 2.5, 0.001);
  kit_clear(&k);
}

/* Without trim every mark keeps its em square. */
static void test_untrimmed(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.rules.trim = false;
  const pc_paragraph *p = kit_set(&k, "「あ」、（い・う");
  const double edges[] = {0, 0.5, 1.5, 2.5, 4.0, 4.5, 5.75, 6.5};
  g_assert_cmpint(p->n, ==, 8);
  for (int i = 0; i < p->n; i++)
    g_assert_cmpfloat_with_epsilon(p->x[i], edges[i], 0.001);
  g_assert_cmpfloat_with_epsilon(pc_paragraph_width(p), 8, 0.001);
  kit_clear(&k);
}

/* Proportional marks are not trimmed, and get no more room than a full-width one has. */
static void test_proportional(void) {
  kit k;
  kit_init(&k);
  k.doc.theme.fonts.body.text = "BIZ UDPGothic";
  kit_use_fonts(&k);
  const pc_paragraph *p = kit_set(&k, "あ、い「う」え");
  for (int i = 0; i < p->n; i++)
    g_assert_cmpfloat(p->clusters[i].left, ==, 0);
  g_assert_cmpfloat_with_epsilon(p->x[2] - p->x[1], 1, 0.001);
  g_assert_cmpfloat_with_epsilon(p->x[6] - p->x[5], 1, 0.001);
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/spacing/ideal", test_ideal);
  g_test_add_func("/spacing/fonts", test_fonts);
  g_test_add_func("/spacing/profiles", test_profiles);
  g_test_add_func("/spacing/untrimmed", test_untrimmed);
  g_test_add_func("/spacing/proportional", test_proportional);
  return g_test_run();
}
