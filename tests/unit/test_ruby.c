/* test_ruby.c - readings over their bases: widths, overhang, breaks, edges, dots. */
#include "text/paragraph.h"
#include "text_kit.h"

#define CLOSE 0.01

/* A text in which {base|reading|reading} bears readings; *...* is emphasis. */
typedef struct sample {
  kit kit;
  GString *text;
  GArray *rubies; /* pc_ruby */
  GArray *spans;  /* pc_span */
  GPtrArray *readings;
} sample;

static void sample_init(sample *s) {
  *s = (sample){0};
  kit_init(&s->kit);
  kit_use_squares(&s->kit);
}

static void clear_text(sample *s) {
  if (s->text == NULL)
    return;
  g_clear_pointer(&s->kit.paragraph, pc_paragraph_free);
  for (guint i = 0; i < s->rubies->len; i++)
    g_free((gpointer)g_array_index(s->rubies, pc_ruby, i).readings);
  g_string_free(s->text, TRUE);
  g_array_unref(s->rubies);
  g_array_unref(s->spans);
  g_ptr_array_unref(s->readings);
}

static void sample_clear(sample *s) {
  clear_text(s);
  kit_clear(&s->kit);
}

static void add_ruby(sample *s, const char *inside, gsize length) {
  g_autofree char *copy = g_strndup(inside, length);
  char **words = g_strsplit(copy, "|", -1);
  pc_ruby ruby = {.start = (int)s->text->len, .n_readings = (int)g_strv_length(words) - 1};
  g_string_append(s->text, words[0]);
  ruby.end = (int)s->text->len;
  const char **readings = g_new0(const char *, g_strv_length(words));
  for (int i = 0; i < ruby.n_readings; i++)
    readings[i] = words[i + 1];
  ruby.readings = readings;
  g_array_append_val(s->rubies, ruby);
  g_ptr_array_add(s->readings, words);
}

static void add_span(sample *s, unsigned marks) {
  const guint n = s->spans->len;
  const int start = n == 0 ? 0 : g_array_index(s->spans, pc_span, n - 1).end;
  const pc_span span = {.start = start, .end = (int)s->text->len, .marks = marks};
  if (span.end > span.start)
    g_array_append_val(s->spans, span);
}

static const pc_paragraph *sample_set(sample *s, const char *notation) {
  clear_text(s);
  s->text = g_string_new(NULL);
  s->rubies = g_array_new(FALSE, FALSE, sizeof(pc_ruby));
  s->spans = g_array_new(FALSE, FALSE, sizeof(pc_span));
  s->readings = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  unsigned marks = 0;
  for (const char *at = notation; *at != '\0'; at++) {
    if (*at == '{') {
      const char *close = strchr(at, '}');
      add_ruby(s, at + 1, (gsize)(close - at - 1));
      at = close;
    } else if (*at == '*') {
      add_span(s, marks);
      marks ^= PC_MARK_EMPHASIS;
    } else {
      g_string_append_c(s->text, *at);
    }
  }
  add_span(s, marks);
  kit *k = &s->kit;
  k->rich = (pc_rich){.text = s->text->str,
                      .length = (int)s->text->len,
                      .n_spans = (int)s->spans->len,
                      .spans = (const pc_span *)(const void *)s->spans->data,
                      .n_rubies = (int)s->rubies->len,
                      .rubies = (const pc_ruby *)(const void *)s->rubies->data};
  k->paragraph = pc_paragraph_new(k->measurer, &k->rich, &k->style, k->diags);
  return k->paragraph;
}

static void append_reading(GString *out, const pc_line_ruby *ruby) {
  g_string_append_printf(out, " %.*s@%.2f+%.2f", ruby->run->end - ruby->run->start,
                         ruby->run->text + ruby->run->start, ruby->x, ruby->width);
}

/* "を志す し@1.00+0.50|...": each line's text, and its readings where they stand. */
static char *describe(const pc_lines *lines) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    const char *text = pc_paragraph_rich(lines->paragraph)->text;
    g_string_append(out, i == 0 ? "" : "|");
    g_string_append_len(out, text + line->start, line->end - line->start);
    for (int r = 0; r < line->n_rubies; r++)
      append_reading(out, &line->rubies[r]);
  }
  return g_string_free(out, FALSE);
}

static void expect(sample *s, const char *notation, double measure, const char *expected) {
  pc_lines *lines = pc_paragraph_break(sample_set(s, notation), measure);
  g_autofree char *found = describe(lines);
  g_assert_cmpstr(found, ==, expected);
  pc_lines_free(lines);
}

/* Bodies of one line: left edges and the last one's right. */
static void expect_bodies(sample *s, const char *notation, int n, const double *bodies) {
  const pc_paragraph *p = sample_set(s, notation);
  g_assert_cmpint(p->n, ==, n);
  for (int i = 0; i <= n; i++)
    g_assert_cmpfloat_with_epsilon(p->x[i], bodies[i], CLOSE);
}

static void test_rows(void) {
  sample s;
  sample_init(&s);
  /* R1: as wide as its base */
  expect(&s, "に{会|かい}の", 40, "に会の かい@1.00+1.00");
  expect_bodies(&s, "に{会|かい}の", 3, (double[]){0, 1, 2, 3});
  /* R2: half an em over each kana, the rest widens the base around its glyph */
  expect(&s, "を{志|こころざし}す", 40, "を志す こころざし@0.50+2.50");
  expect_bodies(&s, "を{志|こころざし}す", 3, (double[]){0, 1, 2.5, 3.5});
  g_assert_cmpfloat_with_epsilon(s.kit.paragraph->clusters[1].left, -.25, CLOSE);
  /* R4: a quarter over each kana, the base solid */
  expect(&s, "の{専門職|せんもんしょく}が", 40, "の専門職が せんもんしょく@0.75+3.50");
  expect_bodies(&s, "の{専門職|せんもんしょく}が", 5, (double[]){0, 1, 2, 3, 4, 5});
  /* R5: 1:2:1 */
  expect(&s, "の{東京都|とう}が", 40, "の東京都が とう@1.50+2.00");
  sample_clear(&s);
}

/* The second character of R5 stands at 2.0 of the base: half an em of glyph, an em of space. */
static void test_spacing_inside(void) {
  sample s;
  sample_init(&s);
  kit *k = &s.kit;
  pc_measurer_free(k->measurer);
  kit_use_fonts(k);
  pc_lines *lines = pc_paragraph_break(sample_set(&s, "{東京都|とう}"), 40);
  const pc_line_ruby *ruby = &lines->items[0].rubies[0];
  g_assert_cmpint(lines->items[0].n_rubies, ==, 1);
  g_assert_cmpfloat_with_epsilon(ruby->x, .5, CLOSE);
  const PangoGlyphString *glyphs = ruby->run->glyphs.glyphs;
  g_assert_cmpint(glyphs->num_glyphs, ==, 2);
  const double second = ruby->x + PC_RUBY_EM * glyphs->glyphs[0].geometry.width / PC_RUN_EM;
  g_assert_cmpfloat_with_epsilon(second, 2.0, CLOSE);
  g_assert_cmpint(glyphs->log_clusters[1], ==, 0);
  pc_lines_free(lines);
  sample_clear(&s);
}

static void test_short_readings(void) {
  sample s;
  sample_init(&s);
  expect(&s, "{木|き}", 40, "木 き@0.25+0.50");
  /* no more than half an em of the base at the ends */
  expect(&s, "{東京都庁舎|とう}", 40, "東京都庁舎 とう@0.50+4.00");
  /* Latin is not spaced out */
  expect(&s, "{専門職連合|PT}", 40, "専門職連合 PT@2.25+0.50");
  sample_clear(&s);
}

static void test_neighbours(void) {
  sample s;
  sample_init(&s);
  /* nothing over ideographs: the base takes all */
  expect_bodies(&s, "大{志|こころざし}大", 3, (double[]){0, 1, 3.5, 4.5});
  /* all on the side of the kana */
  expect(&s, "大{会社|かいしゃあ}の", 40, "大会社の かいしゃあ@1.00+2.50");
  /* over the space of punctuation, never over its body */
  expect(&s, "。{志|こころ}「", 40, "。志「 こころ@0.75+1.50");
  expect_bodies(&s, "「{志|こころ}。", 3, (double[]){0, .5, 2, 2.5});
  /* two words over one kana: the first has it */
  expect(&s, "{志|こころ}の{志|こころ}す", 40, "志の志す こころ@0.00+1.50 こころ@2.00+1.50");
  /* not over a kana that bears a dot */
  expect_bodies(&s, "*の*{志|こころ}大", 3, (double[]){0, 1, 2.5, 3.5});
  sample_clear(&s);
}

static void test_western_base(void) {
  sample s;
  sample_init(&s);
  const pc_paragraph *p = sample_set(&s, "{PT|りがくりょうほうし}");
  g_assert_cmpfloat_with_epsilon(p->clusters[0].body, .5 + 1.25, CLOSE);
  g_assert_cmpfloat_with_epsilon(p->clusters[0].left, -1.25, CLOSE);
  g_assert_cmpfloat_with_epsilon(p->clusters[1].left, 0, CLOSE);
  sample_clear(&s);
}

static void test_jukugo(void) {
  sample s;
  sample_init(&s);
  /* every reading over its own character */
  expect(&s, "{支援|し|えん}", 40, "支援 し@0.25+0.50 えん@1.00+1.00");
  /* the wide one spreads over its neighbour of the same word, not over the ideograph outside */
  expect(&s, "大{試合用|し|あい|ようい}大", 40,
         "大試合用大 し@1.00+0.50 あい@1.50+1.00 ようい@2.50+1.50");
  expect_bodies(&s, "大{試合用|し|あい|ようい}大", 5, (double[]){0, 1, 2, 3, 4, 5});
  sample_clear(&s);
}

static void test_breaks(void) {
  sample s;
  sample_init(&s);
  s.kit.rules.kinsoku = PC_KINSOKU_STRICT;
  /* a group stays together, the parts of a jukugo take their readings along */
  expect(&s, "ああああ{専門職|せんもんしょく}", 6, "ああああ|専門職 せんもんしょく@0.00+3.50");
  expect(&s, "ああああ{専門職|せん|もん|しき}", 6,
         "ああああ専門 せん@4.00+1.00 もん@5.00+1.00|職 しき@0.00+1.00");
  sample_clear(&s);
}

/* At an end of the text the base stays in the middle below its reading. */
static void test_text_edges(void) {
  sample s;
  sample_init(&s);
  expect_bodies(&s, "{志|こころ}", 1, (double[]){0, 1});
  expect(&s, "{志|こころ}", 40, "志 こころ@0.00+1.50");
  expect_bodies(&s, "{志|こころ}大", 2, (double[]){0, 1.5, 2.5});
  expect(&s, "{志|こころ}の", 40, "志の こころ@0.00+1.50");
  s.kit.style.indent = 1;
  expect(&s, "{志|こころ}の", 40, "志の こころ@-0.25+1.50");
  sample_clear(&s);
}

/* R7: at an edge the reading reaches over what stands inside, and its base makes room for the rest.
 */
static void test_edges(void) {
  sample s;
  sample_init(&s);
  expect(&s, "いいい{志|こころ}いい", 4, "いいい志 こころ@2.50+1.50|いい");
  expect(&s, "いいい{志|こころ}の", 3, "いいい|志の こころ@0.00+1.50");
  expect(&s, "ああああ{志|こころざし}す", 4, "ああああ|志す こころざし@0.00+2.50");
  sample_clear(&s);
}

static void test_alone(void) {
  sample s;
  sample_init(&s);
  const pc_paragraph *p = sample_set(&s, "いい{志|こころざし}いい");
  pc_lines *lines = pc_paragraph_break(p, 2.4);
  g_assert_cmpint(lines->count, ==, 3);
  g_assert_true(lines->items[1].overfull);
  pc_lines_free(lines);
  sample_clear(&s);
}

static void test_dots(void) {
  sample s;
  sample_init(&s);
  pc_lines *lines = pc_paragraph_break(sample_set(&s, "あ*いー、々PT{字|じ}*う"), 40);
  const pc_line *line = &lines->items[0];
  g_assert_cmpint(line->n_dots, ==, 3);
  g_assert_cmpfloat_with_epsilon(line->dots[0], 1.5, CLOSE);
  g_assert_cmpfloat_with_epsilon(line->dots[1], 2.5, CLOSE);
  g_assert_cmpfloat_with_epsilon(line->dots[2], 4.5, CLOSE);
  pc_lines_free(lines);
  s.kit.rules.emphasis = PC_EMPHASIS_COLOR;
  lines = pc_paragraph_break(sample_set(&s, "あ*い*う"), 40);
  g_assert_cmpint(lines->items[0].n_dots, ==, 0);
  pc_lines_free(lines);
  sample_clear(&s);
}

static void test_missing_glyph(void) {
  sample s;
  sample_init(&s);
  kit *k = &s.kit;
  pc_measurer_free(k->measurer);
  kit_use_fonts(k);
  sample_set(&s, "{字|\xF0\x9F\x98\x80}");
  g_assert_cmpint(pc_diags_count(k->diags), ==, 1);
  g_assert_cmpint(pc_diags_at(k->diags, 0)->code, ==, PC_MISSING_GLYPH);
  sample_clear(&s);
}

/* Kana and kanji of the newsletter with readings thrown over them. */
static char *make_notation(GRand *rand, const char *text, int length) {
  static const char *const readings[] = {"し", "えん", "しょく", "こころざし",
                                         "せんもんしょくいん"};
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at != '\0' && length > 0; length--) {
    const int n_base = g_rand_int_range(rand, 0, 9) == 0 ? g_rand_int_range(rand, 1, 5) : 0;
    const bool each = g_rand_boolean(rand);
    g_string_append(out, n_base > 0 ? "{" : "");
    for (int i = 0; i < MAX(n_base, 1) && *at != '\0'; i++) {
      const char *next = g_utf8_next_char(at);
      const bool plain = strchr("{}|*\n ", *at) == NULL;
      g_string_append_len(out, plain ? at : "の", plain ? next - at : (gssize)strlen("の"));
      at = next;
    }
    for (int i = 0; i < (each ? n_base : MIN(n_base, 1)); i++)
      g_string_append_printf(out, "|%s", readings[g_rand_int_range(rand, 0, 5)]);
    g_string_append(out, n_base > 0 ? "}" : "");
  }
  return g_string_free(out, FALSE);
}

static void check_line(const pc_line *line, double measure) {
  double end = -G_MAXDOUBLE;
  const double low = -line->indent;
  for (int r = 0; r < line->n_rubies; r++) {
    const pc_line_ruby *ruby = &line->rubies[r];
    g_assert_cmpfloat(ruby->x, >=, MAX(end, low) - 1e-6);
    end = ruby->x + ruby->width;
  }
  if (!line->overfull)
    g_assert_cmpfloat(end, <=, measure - line->indent + 1e-6);
}

static void check_lines(const pc_lines *lines, double measure) {
  g_autoptr(GString) text = g_string_new(NULL);
  const char *whole = pc_paragraph_rich(lines->paragraph)->text;
  int n_rubies = 0;
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    check_line(line, measure);
    g_string_append_len(text, whole + line->start, line->end - line->start);
    n_rubies += line->n_rubies;
  }
  g_assert_cmpint(lines->count, ==, pc_paragraph_count(lines->paragraph, measure));
  /* what is dropped at the edges of lines is blank */
  int at = 0;
  for (const char *c = whole; *c != '\0'; c = g_utf8_next_char(c)) {
    const bool is_blank = g_unichar_isspace(g_utf8_get_char(c));
    const gsize size = (gsize)(g_utf8_next_char(c) - c);
    const bool is_same = strncmp(text->str + at, c, size) == 0;
    g_assert_true(is_same || is_blank);
    at += is_same ? (int)size : 0;
  }
  const pc_rich *rich = pc_paragraph_rich(lines->paragraph);
  int wanted = 0;
  for (int r = 0; r < rich->n_rubies; r++)
    wanted += rich->rubies[r].n_readings;
  g_assert_cmpint(n_rubies, ==, wanted);
}

static void test_random(void) {
  sample s;
  sample_init(&s);
  g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", "newsletter.txt", NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  g_autoptr(GRand) rand = g_rand_new_with_seed(6);
  for (int round = 0; round < 12; round++) {
    g_autofree char *notation =
        make_notation(rand, g_utf8_offset_to_pointer(text, 300 * round), 400);
    s.kit.style.justify = round % 2 == 0;
    s.kit.style.indent = round % 3 == 0 ? 1 : 0;
    s.kit.rules.hanging = round % 4 < 2;
    s.kit.rules.kinsoku = round % 3 == 0 ? PC_KINSOKU_STRICT : PC_KINSOKU_LOOSE;
    const pc_paragraph *p = sample_set(&s, notation);
    for (double measure = 6; measure <= 40; measure += 1.7) {
      pc_lines *lines = pc_paragraph_break(p, measure);
      check_lines(lines, measure);
      pc_lines_free(lines);
    }
  }
  sample_clear(&s);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ruby/rows", test_rows);
  g_test_add_func("/ruby/spacing-inside", test_spacing_inside);
  g_test_add_func("/ruby/short-readings", test_short_readings);
  g_test_add_func("/ruby/neighbours", test_neighbours);
  g_test_add_func("/ruby/western-base", test_western_base);
  g_test_add_func("/ruby/jukugo", test_jukugo);
  g_test_add_func("/ruby/breaks", test_breaks);
  g_test_add_func("/ruby/edges", test_edges);
  g_test_add_func("/ruby/text-edges", test_text_edges);
  g_test_add_func("/ruby/alone", test_alone);
  g_test_add_func("/ruby/dots", test_dots);
  g_test_add_func("/ruby/missing-glyph", test_missing_glyph);
  g_test_add_func("/ruby/random", test_random);
  return g_test_run();
}
