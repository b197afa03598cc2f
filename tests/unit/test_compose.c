/* test_compose.c - properties that every composed paragraph has: both seed texts at all measures,
 * random strings, and how much calmer the optimum is than greedy lines. */
#include <math.h>

#include "text/line.h"
#include "text_kit.h"

/* A wider gap than this shows as a hole. */
#define HOLE_EM 0.1

static const char *const seeds[] = {"newsletter.txt", "workshop-slides.txt"};

/* Lines of the file are one: a blank stays between Western words only. */
static void join_lines(char *text) {
  char *to = text;
  for (const char *at = text; *at != '\0'; at++) {
    const bool breaks = *at == '\n' || *at == '\r';
    const bool between = to > text && g_ascii_isalnum(to[-1]) && g_ascii_isalnum(at[1]);
    if (!breaks)
      *to++ = *at;
    else if (between)
      *to++ = ' ';
  }
  *to = '\0';
}

static char **read_seed(const char *name) {
  g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", name, NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  char **paragraphs = g_strsplit(text, "\n\n", -1);
  for (int i = 0; paragraphs[i] != NULL; i++)
    join_lines(paragraphs[i]);
  return paragraphs;
}

/* What is dropped at lines' edges: U+0020 and U+3000. */
static char *strip_spaces(const char *text) {
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (*at != ' ' && *at != '\n' && g_utf8_get_char(at) != 0x3000)
      g_string_append_unichar(out, g_utf8_get_char(at));
  return g_string_free(out, FALSE);
}

static void check_text(const pc_lines *lines, const char *text) {
  g_autoptr(GString) all = g_string_new(NULL);
  for (int i = 0; i < lines->count; i++)
    g_string_append_len(all, text + lines->items[i].start,
                        lines->items[i].end - lines->items[i].start);
  g_autofree char *got = strip_spaces(all->str);
  g_autofree char *want = strip_spaces(text);
  g_assert_cmpstr(got, ==, want);
}

static void check_line(const pc_line *line, double measure) {
  const double width = line->indent + line->width;
  if (!line->ragged)
    g_assert_cmpfloat_with_epsilon(width, measure, 1e-3);
  if (!line->overfull)
    g_assert_cmpfloat(width, <=, measure + 1e-3);
  g_assert_true(!line->overfull || line->ragged);
}

/* No body stands on another, none passes the measure but a hanging mark. */
static void check_bodies(const pc_paragraph *p, const pc_lines *lines, double measure) {
  g_autoptr(GArray) bodies = pc_paragraph_place_bodies(p, measure);
  int cluster = 0;
  double end = 0;
  for (guint i = 0; i < bodies->len; i++) {
    const pc_body_place *body = &g_array_index(bodies, pc_body_place, i);
    const bool begins = i == 0 || body[-1].line != body->line;
    const bool ends = i + 1 == bodies->len || body[1].line != body->line;
    const pc_line *line = &lines->items[body->line];
    while (p->clusters[cluster].start < body->start)
      cluster++;
    g_assert_cmpfloat(body->x, >=, (begins ? 0 : end) - 1e-6);
    /* A Western space shrinks itself. */
    const bool space = (p->clusters[cluster].flags & PC_CLUSTER_SPACE) != 0;
    end = body->x + (space ? 0 : p->clusters[cluster].body);
    if (!line->overfull && !(ends && line->hanging))
      g_assert_cmpfloat(end, <=, measure + 1e-6);
  }
}

static int check_paragraph(const pc_paragraph *p, const char *text, double measure) {
  pc_lines *lines = pc_paragraph_break(p, measure);
  const int count = lines->count;
  g_assert_cmpint(count, ==, pc_paragraph_count(p, measure));
  check_text(lines, text);
  check_bodies(p, lines, measure);
  for (int i = 0; i < count; i++)
    check_line(&lines->items[i], measure);
  pc_lines_free(lines);
  return count;
}

/* A wider measure never takes more lines. */
static void check_measures(const pc_paragraph *p, const char *text) {
  int before = G_MAXINT;
  for (double measure = 6; measure <= 40; measure += .5) {
    const int count = check_paragraph(p, text, measure);
    g_assert_cmpint(count, <=, before);
    before = count;
  }
}

static void test_seeds(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  for (int way = 0; way < 8; way++) {
    g_auto(GStrv) paragraphs = read_seed(seeds[way & 1]);
    k.rules.hanging = (way & 2) != 0;
    k.rules.profile = (way & 4) != 0 ? PC_PROFILE_JIS : PC_PROFILE_POSTER;
    k.style.justify = way != 6;
    for (int i = 0; paragraphs[i] != NULL; i++)
      check_measures(kit_set(&k, paragraphs[i]), paragraphs[i]);
  }
  kit_clear(&k);
}

static const char *const alphabet[] = {"（", "」", "～", "！", "・", "。", "、", "—",  "…",
                                       "々", "ー", "っ", "￥", "％", "　", "あ", "ア", "＝",
                                       "＋", "漢", " ",  "a",  "Z",  "1",  "9",  "１", "(",
                                       ")",  ".",  "-",  "\n", "：", "「", "k",  "い", "字"};

static void test_random(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  GRand *rand = g_rand_new_with_seed(7);
  for (int round = 0; round < 500; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = g_rand_int_range(rand, 1, 80); n > 0; n--)
      g_string_append(text, alphabet[g_rand_int_range(rand, 0, G_N_ELEMENTS(alphabet))]);
    k.rules.hanging = round % 2 == 0;
    k.rules.trim = round % 3 != 0;
    k.rules.profile = round % 5 < 2 ? PC_PROFILE_JIS : PC_PROFILE_POSTER;
    k.rules.kinsoku = (pc_kinsoku)(round % 7 % 3);
    k.style.justify = round % 4 != 0;
    k.style.indent = round % 11 == 0 ? 1 : 0;
    kit_set(&k, text->str);
    int before = G_MAXINT;
    for (double measure = 1.5; measure <= 20; measure += .7) {
      const int count = check_paragraph(k.paragraph, text->str, measure);
      g_assert_cmpint(count, <=, before);
      before = count;
    }
  }
  g_rand_free(rand);
  kit_clear(&k);
}

/* Lines with a hole among lines that were set with so much added to their gaps. */
static bool has_hole(const pc_paragraph *p, const pc_line_fit *fit, double measure) {
  const pc_line_slack slack = pc_line_spread(p, fit, measure);
  for (int i = fit->first; i < fit->last; i++) {
    const double gap = pc_line_x(p, fit, &slack, i + 1) - pc_line_x(p, fit, &slack, i);
    if (gap - (p->x[i + 1] - p->x[i]) > HOLE_EM + PC_LINE_EPSILON)
      return true;
  }
  return false;
}

static int count_greedy(const pc_paragraph *p, double measure) {
  int holes = 0;
  for (int from = p->head; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, measure);
    holes += has_hole(p, &fit, measure) ? 1 : 0;
    from = fit.next;
  }
  return holes;
}

static int count_optimum(const pc_paragraph *p, double measure) {
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  int holes = 0;
  pc_lines_fit(p, measure, fits);
  for (guint i = 0; i < fits->len; i++)
    holes += has_hole(p, &g_array_index(fits, pc_line_fit, i), measure) ? 1 : 0;
  return holes;
}

/* At least a quarter fewer holes than greedy lines have, over the measures of real columns. */
static void test_calm(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  k.rules.profile = PC_PROFILE_POSTER;
  for (int hanging = 0; hanging < 2; hanging++) {
    int greedy = 0;
    int optimum = 0;
    k.rules.hanging = hanging == 1;
    for (size_t n = 0; n < G_N_ELEMENTS(seeds); n++) {
      g_auto(GStrv) paragraphs = read_seed(seeds[n]);
      for (int i = 0; paragraphs[i] != NULL; i++) {
        kit_set(&k, paragraphs[i]);
        for (double measure = 14; measure <= 30; measure++) {
          greedy += count_greedy(k.paragraph, measure);
          optimum += count_optimum(k.paragraph, measure);
        }
      }
      g_test_message("up to %s, hanging %d: %d holes, greedy %d", seeds[n], hanging, optimum,
                     greedy);
    }
    g_assert_cmpint(4 * optimum, <=, 3 * greedy);
  }
  kit_clear(&k);
}

/* Lines before a piece that cannot be broken are left short, not spaced out. */
static void test_url(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  pc_lines *lines = pc_paragraph_break(
      kit_set(&k, "詳しい内容はhttps://www.example.org/pages/index.htmlに載せています。"), 12);
  g_assert_true(lines->items[0].ragged);
  for (int i = 0; i < lines->count; i++)
    g_assert_false(lines->items[i].overfull);
  pc_lines_free(lines);
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/compose/seeds", test_seeds);
  g_test_add_func("/compose/random", test_random);
  g_test_add_func("/compose/calm", test_calm);
  g_test_add_func("/compose/url", test_url);
  return g_test_run();
}
