/* test_breaks.c - where lines may end: the table, the levels, and both seed texts at all measures.
 */
#include "text/paragraph.h"
#include "text_kit.h"

/* Lines of a text at a measure, ragged, ideal metrics. */
static const struct {
  pc_kinsoku kinsoku;
  double measure;
  const char *text, *lines;
} rows[] = {
    {PC_KINSOKU_STRICT, 5, "あいうえ。おか", "あいうえ。|おか"},
    {PC_KINSOKU_STRICT, 5, "あいうえお。", "あいうえ|お。"},
    {PC_KINSOKU_STRICT, 5, "あいうえ（かきく", "あいうえ|（かきく"},
    {PC_KINSOKU_STRICT, 5, "あいうえ、（かきく", "あいうえ、|（かきく"},
    {PC_KINSOKU_STRICT, 3, "ああってあいい", "ああっ|てあい|い"},
    {PC_KINSOKU_STRICT, 2, "時々刻々と", "時々|刻々|と"},
    {PC_KINSOKU_STRICT, 3, "プリーーズ", "プ|リーー|ズ"},
    {PC_KINSOKU_STRICT, 3, "本当！？はい", "本|当！？|はい"},
    {PC_KINSOKU_STRICT, 3, "沈黙——そして", "沈黙——|そして"},
    {PC_KINSOKU_STRICT, 4, "令和３～５年度", "令和３～|５年度"},
    {PC_KINSOKU_STRICT, 4, "令和元３～５年度", "令和元|３～５年|度"},
    {PC_KINSOKU_STRICT, 5, "価格は￥１００です", "価格は|￥１００で|す"},
    {PC_KINSOKU_STRICT, 5, "成長率は25％です", "成長率は|25％です"},
    {PC_KINSOKU_STRICT, 4, "第12回の検診会", "第12回|の検診会"},
    {PC_KINSOKU_STRICT, 4, "会員２０２４名", "会員|２０２４|名"},
    {PC_KINSOKU_STRICT, 3, "長さ100㎜の", "長さ|100㎜|の"},
    {PC_KINSOKU_STRICT, 4, "あいう＜内訳＞え", "あいう|＜内訳＞|え"},
    {PC_KINSOKU_STRICT, 4, "あいう(注)え", "あいう|(注)え"},
    {PC_KINSOKU_STRICT, 6, "http://example.org/path", "http://|example.org/|path"},
    {PC_KINSOKU_STRICT, 4, "foo bar baz", "foo bar|baz"},
    {PC_KINSOKU_STRICT, 4, "あいうえ\u200Bお", "あいうえ\u200B|お"},
    {PC_KINSOKU_STRICT, 4, "あいうえ\u2060お", "あいう|え\u2060お"},
    {PC_KINSOKU_STRICT, 3, "あいう\nえ", "あいう|え"},
    {PC_KINSOKU_STRICT, 3, "あ\n\nえ", "あ||え"},
    {PC_KINSOKU_STRICT, 3, "あい！　さて", "あい！|さて"},
    {PC_KINSOKU_STRICT, 6, "\u3000あいうえおか", "\u3000あいうえお|か"},
    {PC_KINSOKU_STRICT, 1, "佐々木", "佐々|木"},
    {PC_KINSOKU_NORMAL, 1, "佐々木", "佐|々|木"},
    {PC_KINSOKU_NORMAL, 3, "コーヒーカップ", "コーヒ|ーカッ|プ"},
    {PC_KINSOKU_NORMAL, 3, "あいう～え", "あい|う～え"},
    {PC_KINSOKU_LOOSE, 3, "あいう～え", "あいう|～え"},
    {PC_KINSOKU_STRICT, 2, "あ……", "あ|……"},
    {PC_KINSOKU_LOOSE, 2, "あ……", "あ…|…"},
    {PC_KINSOKU_STRICT, 2, "100％", "100％"},
    {PC_KINSOKU_LOOSE, 2, "100％", "100|％"},
    {PC_KINSOKU_LOOSE, 3, "あいう」、え", "あい|う」、|え"},
};

static void test_rows(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
    k.rules.kinsoku = rows[i].kinsoku;
    pc_lines *lines = pc_paragraph_break(kit_set(&k, rows[i].text), rows[i].measure);
    g_autofree char *found = kit_format(lines);
    g_assert_cmpstr(found, ==, rows[i].lines);
    pc_lines_free(lines);
  }
  kit_clear(&k);
}

static void test_keep(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  const pc_string words[] = {{"からすやま", NULL}, {"", NULL}};
  k.rules.keep = (pc_strings){2, words};
  pc_lines *lines = pc_paragraph_break(kit_set(&k, "ぽーとからすやまのからすやま"), 7);
  g_autofree char *found = kit_format(lines);
  g_assert_cmpstr(found, ==, "ぽーと|からすやまの|からすやま");
  pc_lines_free(lines);
  kit_clear(&k);
}

static const char no_start[] = "、。，．・：；？！ー々〻ヽヾゝゞ」』）】〕］｝〉》”’～〜‐゠"
                               "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％";
static const char no_end[] = "「『（【〔［｛〈《“‘￥＄(";

static bool contains(const char *set, const char *at) {
  return g_utf8_strchr(set, -1, g_utf8_get_char(at)) != NULL;
}

/* No line but a forced one starts or ends with a forbidden mark, and all of the text is there. */
static void check_lines(const pc_lines *lines, const char *text) {
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    if (line->start == line->end)
      continue;
    const bool forced = i == 0 || text[line->start - 1] == '\n';
    if (!forced && contains(no_start, text + line->start))
      g_error("starts with U+%04X", g_utf8_get_char(text + line->start));
    const char *last = g_utf8_prev_char(text + line->end);
    if (i + 1 < lines->count && text[line->end] != '\n' && contains(no_end, last))
      g_error("ends with U+%04X", g_utf8_get_char(last));
  }
}

static void check_seed(kit *k, const char *name) {
  g_autofree char *path = g_build_filename(PC_TEST_DIR, "data", name, NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  g_auto(GStrv) paragraphs = g_strsplit(text, "\n\n", -1);
  for (int i = 0; paragraphs[i] != NULL; i++) {
    g_strdelimit(paragraphs[i], "\r\n", ' ');
    kit_set(k, paragraphs[i]);
    for (double measure = 6; measure <= 40; measure += .5) {
      pc_lines *lines = pc_paragraph_break(k->paragraph, measure);
      check_lines(lines, paragraphs[i]);
      pc_lines_free(lines);
    }
  }
}

static void test_seeds(void) {
  kit k;
  kit_init(&k);
  k.style.justify = true;
  k.rules.hanging = true;
  const pc_string fallback = {"Noto Sans CJK JP", NULL};
  k.doc.theme.fonts.fallback = (pc_strings){1, &fallback};
  kit_use_fonts(&k);
  check_seed(&k, "newsletter.txt");
  check_seed(&k, "workshop-slides.txt");
  g_assert_false(pc_diags_has_error(k.diags));
  kit_clear(&k);
}

/* The words of the class alphabet, in any order. */
static const char *const alphabet[] = {"（", "」", "～", "！", "・", "。", "、", "—",  "…",  "々",
                                       "ー", "っ", "￥", "％", "　", "あ", "ア", "＝", "＋", "漢",
                                       " ",  "a",  "Z",  "1",  "9",  "１", "(",  ")",  ".",  "-"};

static char *make_random(GRand *rand, int length) {
  GString *text = g_string_new(NULL);
  for (int i = 0; i < length; i++)
    g_string_append(text, alphabet[g_rand_int_range(rand, 0, G_N_ELEMENTS(alphabet))]);
  return g_string_free(text, FALSE);
}

static void test_random(void) {
  kit k;
  kit_init(&k);
  kit_use_squares(&k);
  k.style.justify = true;
  GRand *rand = g_rand_new_with_seed(20);
  for (int round = 0; round < 400; round++) {
    g_autofree char *text = make_random(rand, g_rand_int_range(rand, 1, 60));
    k.rules.hanging = round % 2 == 0;
    k.rules.trim = round % 3 != 0;
    kit_set(&k, text);
    for (double measure = 1; measure <= 20; measure += 1.5) {
      pc_lines *lines = pc_paragraph_break(k.paragraph, measure);
      check_lines(lines, text);
      g_assert_cmpint(lines->count, ==, pc_paragraph_count(k.paragraph, measure));
      pc_lines_free(lines);
    }
  }
  g_rand_free(rand);
  kit_clear(&k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/breaks/rows", test_rows);
  g_test_add_func("/breaks/keep", test_keep);
  g_test_add_func("/breaks/seeds", test_seeds);
  g_test_add_func("/breaks/random", test_random);
  return g_test_run();
}
