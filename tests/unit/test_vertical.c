/* test_vertical.c - lines that run downwards: orientation, cells that are shared, forms, advances.
 */
#include "text/paragraph.h"
#include "text_kit.h"

static const pc_run *find_run(const pc_lines *lines, const char *text) {
  for (int i = 0; i < lines->items[0].n_runs; i++) {
    const pc_run *run = lines->items[0].runs[i];
    const int length = run->end - run->start;
    if ((int)strlen(text) == length && strncmp(run->text + run->start, text, (gsize)length) == 0)
      return run;
  }
  return NULL;
}

static void init_vertical(kit *k) {
  kit_init(k);
  k->style.vertical = true;
}

/* Left edges of bodies, and the width last: "0 0.5 1.5 2 | 2.5". */
static char *format_places(const pc_paragraph *p) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < p->n; i++)
    g_string_append_printf(out, "%g ", p->x[i]);
  g_string_append_printf(out, "| %g", pc_paragraph_width(p));
  return g_string_free(out, FALSE);
}

static void check_places(kit *k, const char *text, const char *expected) {
  g_autofree char *places = format_places(kit_set(k, text));
  g_assert_cmpstr(places, ==, expected);
}

static void check_all_places(kit *k) {
  check_places(k, "第12回", "0 1 2 | 3");
  check_places(k, "第1回", "0 1 2 | 3");
  check_places(k, "第１２回", "0 1 2 3 | 4");
  check_places(k, "「あ」、", "0 0.5 1.5 2 | 2.5");
  check_places(k, "あ!?い", "0 1 2 | 3");
  check_places(k, "①㈱℃", "0 1 2 | 3");
}

static void test_squares(void) {
  kit k;
  init_vertical(&k);
  kit_use_squares(&k);
  check_all_places(&k);
  check_places(&k, "2007年", "0 0.5 1 1.5 2.25 | 3.25");
  check_places(&k, "あABCい", "0 1.25 1.75 2.25 3 | 4");
  check_places(&k, "Sさん", "0 1 2 | 3");
  kit_clear(&k);
}

static pc_orientation get_orientation(kit *k, const char *text, int cluster) {
  const pc_paragraph *p = kit_set(k, text);
  g_assert_cmpint(cluster, <, p->n);
  return p->items[p->clusters[cluster].item].orientation;
}

typedef struct stand_case {
  const char *text;
  int cluster;
  pc_orientation orientation;
} stand_case;

static const stand_case stands[] = {
    {"あ", 0, PC_ORIENTATION_UPRIGHT},        {"（あ", 0, PC_ORIENTATION_UPRIGHT},
    {"コー", 1, PC_ORIENTATION_UPRIGHT},      {"１", 0, PC_ORIENTATION_UPRIGHT},
    {"①", 0, PC_ORIENTATION_UPRIGHT},         {"2007年", 0, PC_ORIENTATION_LINE},
    {"2007年", 4, PC_ORIENTATION_UPRIGHT},    {"第12回", 1, PC_ORIENTATION_COMBINED},
    {"第5回", 1, PC_ORIENTATION_COMBINED},    {"PT・OT", 0, PC_ORIENTATION_LINE},
    {"PT・OT", 2, PC_ORIENTATION_UPRIGHT},    {"K医師", 0, PC_ORIENTATION_COMBINED},
    {"2.5倍", 0, PC_ORIENTATION_LINE},        {"A4判", 0, PC_ORIENTATION_LINE},
    {"10:30", 0, PC_ORIENTATION_LINE},        {"か!!", 1, PC_ORIENTATION_COMBINED},
    {"か!!!", 1, PC_ORIENTATION_LINE},        {"(3)", 1, PC_ORIENTATION_COMBINED},
    {"第 12 回", 2, PC_ORIENTATION_COMBINED}, {"9.", 0, PC_ORIENTATION_COMBINED},
    {"あ——", 1, PC_ORIENTATION_UPRIGHT},      {"あ→", 1, PC_ORIENTATION_LINE},
};

static void test_orientation(void) {
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  for (gsize i = 0; i < G_N_ELEMENTS(stands); i++) {
    const stand_case *c = &stands[i];
    const pc_orientation got = get_orientation(&k, c->text, c->cluster);
    if (got != c->orientation)
      g_test_message("'%s', cluster %d: %d, not %d", c->text, c->cluster, got, c->orientation);
    g_assert_cmpint(got, ==, c->orientation);
  }
  kit_clear(&k);
}

static void test_fonts(void) {
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  check_all_places(&k);
  check_places(&k, "あ——い", "0 1 2 3 | 4");
  kit_clear(&k);
}

static PangoGlyph get_glyph(kit *k, const char *text, bool vertical) {
  k->style.vertical = vertical;
  const pc_paragraph *p = kit_set(k, text);
  return p->items[0].glyphs->glyphs[0].glyph;
}

/* Punctuation has forms of its own, and each fills an em along the line. */
static void test_forms(void) {
  static const char *const with_form[] = {"ー", "〜", "…", "「", "」", "、", "。", "（", "—", "っ"};
  static const char *const without[] = {"あ", "漢", "①", "℃", "１"};
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  for (gsize i = 0; i < G_N_ELEMENTS(with_form); i++) {
    const PangoGlyph across = get_glyph(&k, with_form[i], false);
    g_assert_cmpuint(get_glyph(&k, with_form[i], true), !=, across);
    const PangoGlyphString *glyphs = k.paragraph->items[0].glyphs;
    g_assert_cmpfloat_with_epsilon(glyphs->glyphs[0].geometry.width / PC_RUN_EM, 1, 1e-6);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(without); i++) {
    const PangoGlyph across = get_glyph(&k, without[i], false);
    g_assert_cmpuint(get_glyph(&k, without[i], true), ==, across);
  }
  kit_clear(&k);
}

/* What shares a cell is within it: as it is where it fits, made narrower where not. */
static void check_cell(kit *k, const char *text, bool narrower) {
  pc_lines *lines = pc_paragraph_break(kit_set(k, text), 20);
  const pc_run *run = lines->items[0].runs[0];
  g_assert_cmpint(run->orientation, ==, PC_ORIENTATION_COMBINED);
  g_assert_true(run->vertical);
  const PangoGlyphInfo *glyphs = run->glyphs.glyphs->glyphs;
  const pc_item *item = &k->paragraph->items[0];
  double end = 0;
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    end += item->glyphs->glyphs[i].geometry.width / PC_RUN_EM;
  g_assert_cmpfloat_with_epsilon(run->scale * MAX(end, 1), 1, 1e-6);
  g_assert_cmpint(run->scale < 1, ==, narrower);
  const double before = glyphs[0].geometry.x_offset / PC_RUN_EM;
  g_assert_cmpfloat_with_epsilon(before, MAX(0, 1 - end) / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon(run->width, 1, 1e-6);
  pc_lines_free(lines);
}

static void test_cells(void) {
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  check_cell(&k, "12", false);
  check_cell(&k, "5", false);
  check_cell(&k, "!?", false);
  check_cell(&k, "10.", true);
  kit_clear(&k);
}

/* Each way of standing is a run of its own, and together they are the line. */
static void test_runs(void) {
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "第12回のPDF「案」"), 20);
  g_assert_cmpint(lines->items[0].n_runs, ==, 5);
  g_assert_cmpint(find_run(lines, "第")->orientation, ==, PC_ORIENTATION_UPRIGHT);
  g_assert_cmpint(find_run(lines, "12")->orientation, ==, PC_ORIENTATION_COMBINED);
  g_assert_cmpint(find_run(lines, "回の")->orientation, ==, PC_ORIENTATION_UPRIGHT);
  g_assert_cmpint(find_run(lines, "PDF")->orientation, ==, PC_ORIENTATION_LINE);
  g_assert_cmpint(find_run(lines, "「案」")->orientation, ==, PC_ORIENTATION_UPRIGHT);
  pc_lines_free(lines);
  kit_clear(&k);
}

/* Neither the digits of a cell nor the cell from its line. */
static void test_breaks(void) {
  kit k;
  init_vertical(&k);
  kit_use_squares(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "第12回第34回"), 2);
  g_autofree char *text = kit_format(lines);
  g_assert_cmpstr(text, ==, "第12|回第|34回");
  pc_lines_free(lines);
  kit_clear(&k);
}

/* Nothing of it in a horizontal line. */
static void test_horizontal(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "第12回「案」"), 20);
  for (int i = 0; i < lines->items[0].n_runs; i++) {
    g_assert_false(lines->items[0].runs[i]->vertical);
    g_assert_cmpint(lines->items[0].runs[i]->orientation, ==, PC_ORIENTATION_LINE);
  }
  pc_lines_free(lines);
  kit_clear(&k);
}

/* Any text at all: clusters cover it, in order. */
static void test_hostile(void) {
  static const char *const texts[] = {
      "",      "1", "12", "!",  "1\u03012", "\n12\n",    "12 34",
      "1!2?3", "—", "“”", "٣٤", "😀12",      "a\xcc\x81", "12\xef\xb8\x8f\xe2\x83\xa3"};
  kit k;
  init_vertical(&k);
  kit_use_fonts(&k);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    const pc_paragraph *p = kit_set(&k, texts[i]);
    int at = 0;
    for (int c = 0; c < p->n; c++) {
      g_assert_cmpint(p->clusters[c].start, ==, at);
      at = p->clusters[c].end;
    }
    g_assert_cmpint(at, ==, (int)strlen(texts[i]));
    pc_lines_free(pc_paragraph_break(p, 1));
  }
  kit_clear(&k);
}

static bool is_among(const char *text, const char *set) {
  char character[7] = {0};
  g_unichar_to_utf8(g_utf8_get_char(text), character);
  return strstr(set, character) != NULL;
}

/* Runs follow one another and fill the line; nothing forbidden begins or ends it. */
static void check_line(const pc_line *line, const char *text, double measure) {
  double x = 0;
  int at = line->start;
  for (int r = 0; r < line->n_runs; r++) {
    const pc_run *run = line->runs[r];
    g_assert_true(run->vertical);
    g_assert_cmpint(run->start, ==, at);
    g_assert_cmpfloat_with_epsilon(run->x, x, 1e-6);
    at = run->end;
    x += run->width;
  }
  g_assert_cmpint(at, ==, line->end);
  g_assert_cmpfloat_with_epsilon(x, line->width + (line->hanging ? .5 : 0), 1e-6);
  if (!line->overfull)
    g_assert_cmpfloat(line->width, <=, measure + 1e-6);
  if (!line->ragged)
    g_assert_cmpfloat_with_epsilon(line->width, measure, 1e-3);
  if (line->end == line->start)
    return;
  g_assert_false(
      is_among(text + line->start, "、。，．」』）】〉》〕！？ーっゃゅょッャュョ々・：～〜"));
  g_assert_false(is_among(g_utf8_prev_char(text + line->end), "「『（【〈《〔"));
}

static void test_seeds(void) {
  static const char *const files[] = {"newsletter.txt", "workshop-slides.txt"};
  const pc_string fallback = {"Noto Sans CJK JP", NULL};
  kit k;
  init_vertical(&k);
  k.style.justify = true;
  k.rules.hanging = true;
  k.doc.theme.fonts.fallback = (pc_strings){1, &fallback};
  kit_use_fonts(&k);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", files[i], NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    kit_set(&k, g_strdelimit(text, "\n", ' '));
    for (double measure = 6; measure <= 40; measure += .5) {
      pc_lines *lines = pc_paragraph_break(k.paragraph, measure);
      for (int n = 0; n < lines->count; n++)
        check_line(&lines->items[n], text, measure);
      pc_lines_free(lines);
    }
  }
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/vertical/squares", test_squares);
  g_test_add_func("/vertical/fonts", test_fonts);
  g_test_add_func("/vertical/orientation", test_orientation);
  g_test_add_func("/vertical/forms", test_forms);
  g_test_add_func("/vertical/cells", test_cells);
  g_test_add_func("/vertical/runs", test_runs);
  g_test_add_func("/vertical/breaks", test_breaks);
  g_test_add_func("/vertical/horizontal", test_horizontal);
  g_test_add_func("/vertical/hostile", test_hostile);
  g_test_add_func("/vertical/seeds", test_seeds);
  return g_test_run();
}
