/* test_runs.c - glyphs to paint: exact widths, whole text, marks, merged punctuation. */
#include "text_kit.h"

static double sum_glyphs(const pc_run *run) {
  double width = 0;
  for (int i = 0; i < run->glyphs.glyphs->num_glyphs; i++)
    width += run->glyphs.glyphs->glyphs[i].geometry.width;
  return width / PC_RUN_EM;
}

/* What a backend relies on: glyphs fill the run, clusters count up from the item's start. */
static void check_run(const pc_run *run) {
  const PangoItem *item = run->glyphs.item;
  const PangoGlyphString *glyphs = run->glyphs.glyphs;
  g_assert_cmpint(item->offset, ==, run->start);
  g_assert_cmpint(item->length, ==, run->end - run->start);
  g_assert_cmpint(item->num_chars, ==,
                  (int)g_utf8_strlen(run->text + run->start, run->end - run->start));
  g_assert_cmpfloat_with_epsilon(sum_glyphs(run), run->width, 2e-6);
  g_assert_cmpint(glyphs->log_clusters[0], ==, 0);
  for (int i = 1; i < glyphs->num_glyphs; i++) {
    g_assert_cmpint(glyphs->log_clusters[i], >=, glyphs->log_clusters[i - 1]);
    g_assert_cmpint(glyphs->log_clusters[i], <, item->length);
  }
}

static void check_line(const pc_line *line) {
  double x = line->n_runs > 0 ? line->runs[0]->x : 0;
  int at = line->start;
  for (int r = 0; r < line->n_runs; r++) {
    const pc_run *run = line->runs[r];
    check_run(run);
    g_assert_cmpint(run->start, ==, at);
    g_assert_cmpfloat_with_epsilon(run->x, x, 1e-6);
    at = run->end;
    x += run->width;
  }
  g_assert_cmpint(at, ==, line->end);
  const double hung = line->hanging ? .5 : 0;
  g_assert_cmpfloat_with_epsilon(x, line->width + hung, 1e-6);
}

static void test_seeds(void) {
  kit k;
  kit_init(&k);
  k.style.justify = true;
  k.rules.hanging = true;
  const pc_string fallback = {"Noto Sans CJK JP", NULL};
  k.doc.theme.fonts.fallback = (pc_strings){1, &fallback};
  kit_use_fonts(&k);
  g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", "newsletter.txt", NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  kit_set(&k, text);
  for (double measure = 6; measure <= 40; measure += 3.7) {
    pc_lines *lines = pc_paragraph_break(k.paragraph, measure);
    for (int i = 0; i < lines->count; i++)
      check_line(&lines->items[i]);
    pc_lines_free(lines);
  }
  kit_clear(&k);
}

/* Kanji, kana and punctuation are one run; Latin is its own. */
static void test_few(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "漢字とカナ、「括弧」——です。"), 40);
  g_assert_cmpint(lines->items[0].n_runs, ==, 1);
  pc_lines_free(lines);
  lines = pc_paragraph_break(kit_set(&k, "第3回のPDF文書"), 40);
  g_assert_cmpint(lines->items[0].n_runs, ==, 5);
  pc_lines_free(lines);
  kit_clear(&k);
}

static void test_trimmed(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "「あ」、「い」う"), 40);
  const PangoGlyphString *glyphs = lines->items[0].runs[0]->glyphs.glyphs;
  g_assert_cmpint(glyphs->num_glyphs, ==, 8);
  g_assert_cmpint(glyphs->glyphs[0].geometry.x_offset, ==, (int)(-.5 * PC_RUN_EM));
  g_assert_cmpint(glyphs->glyphs[0].geometry.width, ==, (int)(.5 * PC_RUN_EM));
  const int clusters[] = {0, 3, 6, 6, 6, 15, 18, 21}; /* 」、「 overlap, the others do not */
  for (int i = 0; i < 8; i++)
    g_assert_cmpint(glyphs->log_clusters[i], ==, clusters[i]);
  pc_lines_free(lines);
  kit_clear(&k);
}

/* A run for each change of marks and link, without another shaping. */
static void test_marks(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  const char *text = "あいうえお";
  const pc_span spans[] = {{.start = 0, .end = 3},
                           {.start = 3, .end = 6, .marks = PC_MARK_HIGHLIGHT},
                           {6, 9, PC_MARK_LINK, "https://a.example", NULL},
                           {9, 12, PC_MARK_LINK, "https://b.example", NULL},
                           {.start = 12, .end = 15, .marks = PC_MARK_STRONG}};
  const pc_rich rich = {.text = text, .length = 15, .n_spans = 5, .spans = spans};
  pc_paragraph *p = pc_paragraph_new(k.measurer, &rich, &k.style, k.diags);
  pc_lines *lines = pc_paragraph_break(p, 40);
  g_assert_cmpint(lines->items[0].n_runs, ==, 5);
  for (int i = 0; i < 5; i++) {
    g_assert_cmpuint(lines->items[0].runs[i]->marks, ==, spans[i].marks);
    g_assert_cmpstr(lines->items[0].runs[i]->href, ==, spans[i].href);
    check_run(lines->items[0].runs[i]);
  }
  const PangoItem *plain = lines->items[0].runs[0]->glyphs.item;
  g_assert_true(plain->analysis.font == lines->items[0].runs[1]->glyphs.item->analysis.font);
  g_assert_true(plain->analysis.font != lines->items[0].runs[4]->glyphs.item->analysis.font);
  pc_lines_free(lines);
  pc_paragraph_free(p);
  kit_clear(&k);
}

/* Each language has its shape of a character in a font that knows them. */
static void test_languages(void) {
  kit k;
  kit_init(&k);
  k.doc.theme.fonts.body.text = "Noto Sans CJK JP";
  kit_use_fonts(&k);
  static const char *const langs[] = {NULL, "ja", "zh-Hans", "zh-Hant"};
  pc_span spans[4];
  for (int i = 0; i < 4; i++)
    spans[i] = (pc_span){.start = 3 * i, .end = 3 * i + 3, .lang = langs[i]};
  const pc_rich rich = {.text = "直直直直", .length = 12, .n_spans = 4, .spans = spans};
  pc_paragraph *p = pc_paragraph_new(k.measurer, &rich, &k.style, k.diags);
  pc_lines *lines = pc_paragraph_break(p, 40);
  g_assert_cmpint(lines->items[0].n_runs, ==, 4);
  PangoGlyph glyphs[4];
  for (int i = 0; i < 4; i++) {
    check_run(lines->items[0].runs[i]);
    g_assert_cmpstr(lines->items[0].runs[i]->lang, ==, langs[i]);
    glyphs[i] = lines->items[0].runs[i]->glyphs.glyphs->glyphs[0].glyph;
  }
  g_assert_cmpuint(glyphs[0], ==, glyphs[1]);
  g_assert_cmpuint(glyphs[0], !=, glyphs[2]);
  g_assert_cmpuint(glyphs[0], !=, glyphs[3]);
  pc_lines_free(lines);
  pc_paragraph_free(p);
  kit_clear(&k);
}

static void test_square(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "第3回のPDF"), 40);
  g_assert_cmpint(lines->items[0].n_runs, ==, 1);
  g_assert_null(lines->items[0].runs[0]->glyphs.item);
  g_assert_cmpfloat_with_epsilon(lines->items[0].runs[0]->width, 5.75, 1e-6);
  pc_lines_free(lines);
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/runs/seeds", test_seeds);
  g_test_add_func("/runs/few", test_few);
  g_test_add_func("/runs/trimmed", test_trimmed);
  g_test_add_func("/runs/marks", test_marks);
  g_test_add_func("/runs/languages", test_languages);
  g_test_add_func("/runs/square", test_square);
  return g_test_run();
}
