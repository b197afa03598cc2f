/* test_markup.c - texts to blocks: paragraphs, lists, headings, tables, code, places, bounds. */
#include "rich_dump.h"

typedef struct block_case {
  const char *name, *text, *want;
} block_case;

static const block_case paragraphs[] = {
    {"joined", "日本\n語の\nABC\nDEF\n\n次\n", "p 日本語のABC DEF\np 次\n"},
    {"blank line of wide spaces", "前\n　　\n次", "p 前\np 次\n"},
    {"indented paste", " はじめに\n\n    本文\n    続き", "p はじめに\np 本文続き\n"},
    {"indented by a wide space", "　字下げ\n　続き", "p 字下げ続き\n"},
    {"hard breaks", "一  \n二\\\n三", "p 一⏎二⏎三\n"},
    {"CRLF", "一\r\n二\r\n\r\n三", "p 一二\np 三\n"},
    {"nothing", " \n　\n", ""},
    {"headings", "# 一\n本文\n## *二*\n\n三\n---\n#四",
     "h1 一\np 本文\nh2 <e>二</e>\nh2 三\np #四\n"},
    {"code", "```\n*a* {b} ・\n\n・c\n  d|\n```\n後", "p <c>*a* {b} ・⏎⏎・c⏎  d|</c>\np 後\n"},
    {"code of tildes", "~~~~\n~~~\n・a\n~~~~\n・b", "p <c>~~~⏎・a</c>\ni1.0 '・' b\n"},
    {"code without an end", "```\n・a", "p <c>・a</c>\n"},
    {"angle brackets", "a < b <Z> 1<2", "p a < b <Z> 1<2\n"},
    {"definition of a link", "[注]: 説明\n\n[a]: b", "p [注]: 説明\np [a]: b\n"},
};

static const block_case lists[] = {
    {"bullets", "- a\n- b\n* c\n", "i1.0 - a\ni1.0 - b\ni2.0 - c\n"},
    {"numbers", "3. a\n4. b\n\n1) c", "i1.0# '3.' a\ni1.0# '4.' b\ni2.0# '1)' c\n"},
    {"nested", "- a\n  - b\n    1. c\n- d", "i1.0 - a\ni2.1 - b\ni3.2# '1.' c\ni1.0 - d\n"},
    {"loose", "- a\n- b\n\n- c", "i1.0 - a\ni1.0 - b\ni1.0L - c\n"},
    {"further paragraph", "- a\n\n  b\n- c", "i1.0 - a\ni1.0L '' b\ni1.0 - c\n"},
    {"paragraph that is not indented", "1. 健康や生\n\n活改善の",
     "i1.0# '1.' 健康や生\np 活改善の\n"},
    {"marks", "・一\n● 二\n○三\n■四\n□五\n◆六\n◇七\n※八\n★九",
     "i1.0 '・' 一\ni1.0 '●' 二\ni1.0 '○' 三\ni1.0 '■' 四\ni1.0 '□' 五\ni1.0 '◆' 六\n"
     "i1.0 '◇' 七\ni1.0 '※' 八\ni1.0 '★' 九\n"},
    {"half-width mark", "･一", "i1.0 '・' 一\n"},
    {"mark after text", "前文\n・一\n続く\n\n後", "p 前文\ni1.0 '・' 一続く\np 後\n"},
    {"groups", "・一\n・二\n\n・三", "i1.0 '・' 一\ni1.0 '・' 二\ni1.0L '・' 三\n"},
    {"groups by wide spaces", "・一\n　\n・二", "i1.0 '・' 一\ni1.0L '・' 二\n"},
    {"hanging indent", "・長い文が\n　続く", "i1.0 '・' 長い文が続く\n"},
    {"wide space behind", "・　一\n-　二\n1.　三", "i1.0 '・' 一\ni2.0 - 二\ni3.0# '1.' 三\n"},
    {"nested by wide spaces", "● 親\n　・子\n　・子\n　　・孫\n● 親",
     "i1.0 '●' 親\ni2.1 '・' 子\ni2.1 '・' 子\ni3.2 '・' 孫\ni1.0 '●' 親\n"},
    {"nested under a number", "10. 親\n　・子\n　- 子",
     "i1.0# '10.' 親\ni2.1 '・' 子\ni3.1 - 子\n"},
    {"all indented", "　・一\n　・二", "i1.0 '・' 一\ni1.0 '・' 二\n"},
    {"circled numbers", "①一\n② 二\n㊿五十\n❶壱",
     "i1.0# '①' 一\ni1.0# '②' 二\ni1.0# '㊿' 五十\ni1.0# '❶' 壱\n"},
    {"wide numbers", "１．一\n１０.二", "i1.0# '１．' 一\ni1.0# '１０.' 二\n"},
    {"marks and numbers are two lists", "・一\n①二", "i1.0 '・' 一\ni2.0# '①' 二\n"},
    {"no items", "○○大学\n①〜③を\n１．５倍\n・、\n・\n① ② ③\n1.5倍\n-5度",
     "p ○○大学①〜③を１．５倍・、・① ② ③1.5倍-5度\n"},
    {"marks of words", "・**強い**\n・_em_\n①{専門|せんもん}",
     "i1.0 '・' <b>強い</b>\ni1.0 '・' <e>em</e>\ni2.0# '①' {専門|せんもん}\n"},
    {"heading and code in an item", "- a\n  # b\n\n  ```\n  c\n  ```",
     "i1.0 - a\nh1 b\ni1.0 '' <c>c</c>\n"},
    {"empty items", "-\n- a\n1.\n2. b", "i1.0 - a\ni2.0# '2.' b\n"},
};

static const block_case tables[] = {
    {"aligned", "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | {専門|せんもん} | `x` |\n",
     "t asce / a | b | c | d / 1 | <b>2</b> | {専門|せんもん} | <c>x</c>\n"},
    {"short dashes", "a|b\n-|:-\n1|\n|2", "t as / a | b / 1 |  / 2 | \n"},
    {"between texts", "前\n\n| a |\n|-|\n| 1 |\n\n後", "p 前\nt a / a / 1\np 後\n"},
    {"escaped bar", "| a |\n|-|\n| x \\| y |", "t a / a / x | y\n"},
    {"no table", "a|b\nc|d", "p a|b c|d\n"},
};

static const block_case mistakes[] = {
    {"quotation", "前\n\n> 引用\n",
     "p 前\np 引用\n4:3 a quotation of Markdown ('>') cannot stand in a text\n"},
    {"line", "前\n---\n\n---\n後\n\n***\n",
     "h2 前\np 後\n5:3 a line across ('---') cannot stand in a text\n"
     "8:3 a line across ('---') cannot stand in a text\n"},
    {"picture", "前\n![絵](a.png)\n", "p 前絵\n3:3 a picture cannot stand in a text\n"},
    {"too many cells", "| a |\n|-|\n| 1 | 2 |\n| 3 |\n",
     "t a / a / 1 / 3\n4:9 the row has more cells than the table's header, which has 1\n"},
    {"places behind repairs", "・ﾊﾟﾋﾟ⾨\n　・**か\u3099**{\n",
     "i1.0 '・' パピ門\ni2.1 '・' <b>が</b>{\n3:11 '{' without '}'\n"},
    {"in a table", "| {a | b |\n|-|-|\n", "t aa / {a | b\n2:5 '{' without '}'\n"},
};

static char *dump_blocks(bench *b, pc_string text) {
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  pc_markup_parse_blocks(&b->reader, text, blocks);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < blocks->len; i++)
    dump_block(out, blocks->pdata[i]);
  dump_diags(out, b->diags);
  return g_string_free(out, FALSE);
}

static void check_cases(const block_case *cases, gsize count) {
  for (gsize i = 0; i < count; i++) {
    g_test_message("%s", cases[i].name);
    g_autofree char *got = dump_text(cases[i].text);
    g_assert_cmpstr(got, ==, cases[i].want);
  }
}

static void test_paragraphs(void) {
  check_cases(paragraphs, G_N_ELEMENTS(paragraphs));
}

static void test_lists(void) {
  check_cases(lists, G_N_ELEMENTS(lists));
}

static void test_tables(void) {
  check_cases(tables, G_N_ELEMENTS(tables));
}

/* As literal block of a file: line 1 is "text: |", texts are indented by two. */
static void test_mistakes(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    bench b;
    init_bench(&b);
    g_auto(GStrv) lines = g_strsplit(mistakes[i].text, "\n", -1);
    g_autofree char *body = g_strjoinv("\n  ", lines);
    g_autofree char *yaml = g_strdup_printf("text: |\n  %s\n", body);
    g_autofree char *got = dump_blocks(&b, read_yaml(&b, yaml));
    g_test_message("%s", mistakes[i].name);
    g_assert_cmpstr(got, ==, mistakes[i].want);
    clear_bench(&b);
  }
}

static void check_places(const char *yaml, const pc_place *want, guint count) {
  bench b;
  init_bench(&b);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  pc_markup_parse_blocks(&b.reader, read_yaml(&b, yaml), blocks);
  g_assert_cmpuint(blocks->len, ==, count);
  for (guint i = 0; i < count; i++) {
    const pc_block *block = blocks->pdata[i];
    g_assert_cmpstr(block->at.file, ==, "poster.yaml");
    g_assert_cmpint(block->at.line, ==, want[i].line);
    g_assert_cmpint(block->at.column, ==, want[i].column);
  }
  clear_bench(&b);
}

static void test_places(void) {
  static const pc_place literal[] = {{NULL, 4, 3}, {NULL, 6, 7}, {NULL, 7, 3},
                                     {NULL, 8, 7}, {NULL, 9, 4}, {NULL, 11, 3}};
  check_places("a: 1\ntext: |\n\n  一\n\n  ### 二\n  ・三\n    - 四\n  　①五\n\n  ﾊﾟ\n", literal,
               G_N_ELEMENTS(literal));
  static const pc_place folded[] = {{NULL, 2, 3}, {NULL, 6, 3}};
  check_places("text: >\n  一\n  二\n\n\n  三\n", folded, G_N_ELEMENTS(folded));
  static const pc_place quoted[] = {{NULL, 1, 10}, {NULL, 1, 17}};
  check_places("text: \"**一**\\n\\n二\"\n", quoted, G_N_ELEMENTS(quoted));
  static const pc_place plain[] = {{NULL, 1, 7}};
  check_places("text: 一 二\n", plain, G_N_ELEMENTS(plain));
}

/* Lists of two texts of one slide do not share numbers. */
static void test_two_texts(void) {
  bench b;
  init_bench(&b);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  pc_markup_parse_blocks(&b.reader, (pc_string){"- a\n\n  1. b", NULL}, blocks);
  pc_markup_parse_blocks(&b.reader, (pc_string){"- c", NULL}, blocks);
  pc_markup_parse_blocks(&b.reader, (pc_string){NULL, NULL}, blocks);
  g_assert_cmpuint(blocks->len, ==, 3);
  g_assert_cmpint(((const pc_block *)blocks->pdata[2])->list, ==, 3);
  clear_bench(&b);
}

/* Text as it comes out of a PDF: look-alikes, lines cut in the middle of sentences. */
static void test_pasted(void) {
  bench b;
  init_bench(&b);
  pc_string text = {" 考察\n"
                    "ピアサポートにおける専⾨職とのパートナーシップ\n"
                    "\n"
                    "・ピアサポーターはクライアントと専⾨職をつなぐ役割がある\n"
                    "・場⾯が少ないため，変\n"
                    "化する⽀援ニーズに合わせる（例︓年齢によって\n"
                    "異なる）\n"
                    "\n"
                    "・ピアサポーターは⻑期間の⽀援になる。\n",
                    NULL};
  g_autofree char *got = dump_blocks(&b, text);
  g_assert_cmpstr(got, ==,
                  "p 考察ピアサポートにおける専門職とのパートナーシップ\n"
                  "i1.0 '・' ピアサポーターはクライアントと専門職をつなぐ役割がある\n"
                  "i1.0 '・' 場面が少ないため，変化する支援ニーズに合わせる（例：年齢によって"
                  "異なる）\n"
                  "i1.0L '・' ピアサポーターは長期間の支援になる。\n");
  g_assert_cmpint(b.decoding.lookalikes.counts[PC_LOOKALIKE_RADICAL], ==, 6);
  g_assert_cmpint(b.decoding.lookalikes.counts[PC_LOOKALIKE_VERTICAL], ==, 1);
  clear_bench(&b);
}

/* Hostile repetition ends, and so do its diagnostics. */
static void test_bounds(void) {
  static const struct {
    const char *part;
    int count;
  } floods[] = {
      {"*", 10000},      {"*あ", 50000},        {"**a ", 30000},       {"{", 50000},
      {"漢《", 30000},   {"[", 50000},          {"![](a)\n\n", 10000}, {"- ", 30000},
      {"・あ\n", 30000}, {"> ", 30000},         {"あ\n\n", 30000},     {"---\n\n", 20000},
      {"<b>", 30000},    {"｜漢《か》", 10000}, {"{a|b}", 20000},      {"`", 50000},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(floods); i++) {
    bench b;
    init_bench(&b);
    bool is_line = g_str_has_suffix(floods[i].part, "\n");
    g_autoptr(GString) yaml = g_string_new(is_line ? "text: |\n" : "text: |\n  ");
    for (int n = 0; n < floods[i].count; n++)
      g_string_append_printf(yaml, "%s%s", is_line ? "  " : "", floods[i].part);
    g_string_append(yaml, "\n");
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    pc_markup_parse_blocks(&b.reader, read_yaml(&b, yaml->str), blocks);
    g_assert_cmpint(pc_diags_count(b.diags), <=, 51);
    clear_bench(&b);
  }
}

/* A header of n columns makes n cells of every short line: the square of what is typed. */
static void test_table_limit(void) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 300; i++)
    g_string_append(text, "|a");
  g_string_append(text, "|\n");
  for (int i = 0; i < 300; i++)
    g_string_append(text, "|-");
  g_string_append(text, "|\n");
  for (int i = 0; i < 300; i++)
    g_string_append(text, "b\n");
  g_autofree char *got = dump_text(text->str);
  g_assert_cmpstr(got, ==, "0:0 a table of more than 5000 cells\n");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/markup/paragraphs", test_paragraphs);
  g_test_add_func("/markup/lists", test_lists);
  g_test_add_func("/markup/tables", test_tables);
  g_test_add_func("/markup/mistakes", test_mistakes);
  g_test_add_func("/markup/places", test_places);
  g_test_add_func("/markup/two-texts", test_two_texts);
  g_test_add_func("/markup/pasted", test_pasted);
  g_test_add_func("/markup/bounds", test_bounds);
  g_test_add_func("/markup/table-limit", test_table_limit);
  return g_test_run();
}
