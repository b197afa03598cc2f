/* test_lookalike.c - repairs by table, counts, what stays, a whole pasted text. */
#include "doc/lookalike.h"

#include <string.h>

#include "doc/lookalike_table.h"
#include "spec/yaml.h"

static const struct {
  const char *name, *text, *want;
  int counts[PC_N_LOOKALIKES]; /* radical, vertical, half-width, combining */
} cases[] = {
    {"N1", "専⾨職", "専門職", {1, 0, 0, 0}},
    {"N2", "⻑期間", "長期間", {1, 0, 0, 0}},
    {"N3", "例︓専⾨", "例：専門", {1, 1, 0, 0}},
    {"N6", "神\uFA19\uFA11", "神\uFA19\uFA11", {0}},
    {"N7", "は\u309A", "ぱ", {0, 0, 0, 1}},
    {"ga", "か\u3099カ\u3099", "がガ", {0, 0, 0, 2}},
    {"pa", "ﾊﾟﾝ", "パン", {0, 0, 2, 0}},
    {"vu", "ｳﾞｧ", "ヴァ", {0, 0, 2, 0}},
    {"full kana, half-width mark", "カﾞ", "ガ", {0, 0, 1, 0}},
    {"half-width kana, combining mark", "ｶ\u3099", "ガ", {0, 0, 1, 0}},
    {"mark alone", "ﾞaﾟ", "゛a゜", {0, 0, 2, 0}},
    {"mark that joins nothing", "あ\u3099 a\u0301", "あ\u3099 a\u0301", {0}},
    {"half-width punctuation", "｢ﾃｽﾄ｡｣､ｱ･ｱ", "「テスト。」、ア・ア", {0, 0, 10, 0}},
    {"vertical marks", "︐︑︒︓︔︕︖︗︘︙", "，、。：；！？〖〗…", {0, 10, 0, 0}},
    {"vertical brackets",
     "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
     "（）｛｝〔〕【】《》〈〉「」『』［］",
     {0, 18, 0, 0}},
    {"sesame dots stay", "﹅﹆", "﹅﹆", {0}},
    {"partial and simplified radicals", "⺡⻌⺾⻢⺟⺠⻳", "氵辶艹马母民龟", {7, 0, 0, 0}},
    {"U+2E80 has no ideograph", "⺀", "⺀", {0}},
    {"nothing else",
     "①㉑❶㈱㎜㌔㍻⑴ⅳ²½™℃…‥‼⁉￥（）：，～〜１Ａ葛\U000E0100",
     "①㉑❶㈱㎜㌔㍻⑴ⅳ²½™℃…‥‼⁉￥（）：，～〜１Ａ葛\U000E0100",
     {0}},
    {"empty", "", "", {0}},
};

static void test_cases(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    pc_lookalikes counts = {0};
    g_autofree char *got = pc_lookalike_repair(cases[i].text, NULL, &counts);
    g_test_message("%s", cases[i].name);
    g_assert_cmpstr(got, ==, cases[i].want);
    for (int kind = 0; kind < PC_N_LOOKALIKES; kind++)
      g_assert_cmpint(counts.counts[kind], ==, cases[i].counts[kind]);
    g_autofree char *uncounted = pc_lookalike_repair(cases[i].text, NULL, NULL);
    g_assert_cmpstr(uncounted, ==, cases[i].want);
  }
}

/* 214 Kangxi radicals, 114 of the supplement, all to unified ideographs; rows in order. */
static void test_table(void) {
  int kangxi = 0;
  for (int i = 0; i < pc_radical_rows_count; i++) {
    pc_lookalike_row row = pc_radical_rows[i];
    kangxi += row.from >= 0x2F00;
    g_assert_true(i == 0 || pc_radical_rows[i - 1].from < row.from);
    g_assert_true((row.to >= 0x3400 && row.to <= 0x9FFF) || row.to >= 0x20000);
  }
  g_assert_cmpint(kangxi, ==, 214);
  g_assert_cmpint(pc_radical_rows_count - kangxi, ==, 114);
  g_assert_cmpint(pc_vertical_rows_count, ==, 33);
  g_assert_cmpint(pc_halfwidth_rows_count, ==, 63);
  g_assert_cmpint(pc_voiced_rows_count, ==, 58);
}

static void test_offsets(void) {
  g_autoptr(pc_mapped) mapped = pc_lookalike_repair_mapped("aﾊﾟ⾨b", NULL, NULL);
  static const guint32 want[] = {0, 1, 1, 1, 7, 7, 7, 10};
  g_assert_cmpstr(mapped->text->str, ==, "aパ門b");
  g_assert_cmpuint(mapped->from->len, ==, G_N_ELEMENTS(want));
  for (gsize i = 0; i < G_N_ELEMENTS(want); i++)
    g_assert_cmpuint(pc_mapped_find(mapped, i), ==, want[i]);
  g_assert_cmpuint(pc_mapped_find(mapped, 99), ==, 10);
}

static void test_report(void) {
  static const char yaml[] = "text: |\n  職場\n  専⾨⾨と︓\n";
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *top = pc_yaml_parse(spec, "poster.yaml", yaml, strlen(yaml), diags);
  const pc_node *node = pc_node_find(top, "text")->value;
  pc_lookalikes counts = {0};
  g_autofree char *first = pc_lookalike_repair(node->text, node, &counts);
  g_autofree char *again = pc_lookalike_repair("⾨", NULL, &counts);
  g_assert_cmpstr(first, ==, "職場\n専門門と：\n");
  g_assert_cmpstr(again, ==, "門");
  pc_lookalikes_report(&counts, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 2);
  g_assert_false(pc_diags_has_error(diags));
  g_autoptr(GString) text = g_string_new(NULL);
  pc_diag_format(pc_diags_at(diags, 0), text);
  g_assert_cmpstr(text->str, ==,
                  "poster.yaml:3:4: warning: 3 radicals that only look like ideographs replaced, "
                  "here '⾨' (U+2FA8) by '門' (U+9580); type '門' instead of '⾨' [lookalike]\n");
  const pc_diag *vertical = pc_diags_at(diags, 1);
  g_assert_cmpint(vertical->at.line, ==, 3);
  g_assert_cmpint(vertical->at.column, ==, 7);
}

static void test_nothing_to_report(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_lookalikes_report(&(pc_lookalikes){0}, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
}

/* Every look-alike that slides copied out of a PDF were found to carry, as often as they did. */
static void test_pasted(void) {
  static const struct {
    const char *ch;
    int count;
  } found[] = {
      {"⼀", 7},  {"⼆", 1}, {"⼈", 9},  {"⼊", 7}, {"⼒", 1}, {"⼗", 1}, {"⼠", 1}, {"⼤", 6},
      {"⼼", 1},  {"⼿", 1}, {"⽀", 14}, {"⽅", 5}, {"⽉", 1}, {"⽣", 8}, {"⽤", 1}, {"⽥", 1},
      {"⽬", 5},  {"⽰", 2}, {"⽴", 3},  {"⾃", 2}, {"⾏", 5}, {"⾒", 5}, {"⾔", 1}, {"⾜", 2},
      {"⾨", 29}, {"⾯", 2}, {"⾼", 1},  {"⻑", 4}, {"︓", 7}, {"︕", 1},
  };
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(found); i++)
    for (int n = 0; n < found[i].count; n++)
      g_string_append_printf(text, "あ%s、", found[i].ch);
  pc_lookalikes counts = {0};
  g_autofree char *repaired = pc_lookalike_repair(text->str, NULL, &counts);
  g_assert_cmpint(counts.counts[PC_LOOKALIKE_RADICAL], ==, 122 + 4);
  g_assert_cmpint(counts.counts[PC_LOOKALIKE_VERTICAL], ==, 8);
  for (const char *at = repaired; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar ch = g_utf8_get_char(at);
    g_assert_false(ch >= 0x2E80 && ch <= 0x2FD5);
    g_assert_false(ch >= 0xFE10 && ch <= 0xFE19);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/lookalike/cases", test_cases);
  g_test_add_func("/lookalike/table", test_table);
  g_test_add_func("/lookalike/offsets", test_offsets);
  g_test_add_func("/lookalike/report", test_report);
  g_test_add_func("/lookalike/nothing", test_nothing_to_report);
  g_test_add_func("/lookalike/pasted", test_pasted);
  return g_test_run();
}
