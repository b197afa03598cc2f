/* test_jclass.c - classes of characters, alone and in context. */
#include "text/chars.h"
#include "text/jclass.h"

#include <string.h>

/* Every character of a text has the class. */
static const struct {
  pc_jclass jclass;
  const char *text;
} members[] = {
    {PC_JC_OPENING, "（〔［｛〈《「『【｟〘〖〝｢"},
    {PC_JC_CLOSING, "）〕］｝〉》」』】｠〙〗〟〞｣"},
    {PC_JC_HYPHEN, "‐゠〜～"},
    {PC_JC_DIVIDING, "！？‼⁇⁈⁉"},
    {PC_JC_MIDDLE_DOT, "・：；･"},
    {PC_JC_FULL_STOP, "。．｡"},
    {PC_JC_COMMA, "、，､"},
    {PC_JC_INSEPARABLE, "—―…‥〳〴〵"},
    {PC_JC_ITERATION, "々〻ヽヾゝゞ"},
    {PC_JC_PROLONGED, "ーｰ"},
    {PC_JC_SMALL_KANA, "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇿｯ"},
    {PC_JC_PREFIX, "￥＄￡＃€№"},
    {PC_JC_POSTFIX, "％‰°′″℃￠㏋ℓ㌃㍗㎎㎏㎜㎝㎞㎡㏄"},
    {PC_JC_SPACE, "\u3000"},
    {PC_JC_HIRAGANA, "あいがぱんゐゑをゔ"},
    {PC_JC_KATAKANA, "アイガパンヰヱヲヴヷヸヹヺｱﾝ"},
    {PC_JC_RELATION, "＝≠≒≡＜＞≦≧≪≫∧∨⊂⊃∈∋∪∩⇒⇔"},
    {PC_JC_OPERATOR, "＋−×÷±∓"},
    {PC_JC_IDEOGRAPH, "漢字〇龍𠮟神﨑Ａｚ０９①㊿❶㈱○●★※→☎♪〒"},
    {PC_JC_WESTERN_SPACE, " "},
    {PC_JC_WESTERN, "AZaz09éÄßΑωЯя.,()[]!?-\"'"},
};

static void test_members(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
    for (const char *at = members[i].text; *at != '\0'; at = g_utf8_next_char(at)) {
      const gunichar code = g_utf8_get_char(at);
      if (pc_jclass_get(code) != members[i].jclass)
        g_error("U+%04X has class %d, not %d", code, pc_jclass_get(code), members[i].jclass);
    }
}

static void test_letters(void) {
  for (const char *at = "AzZ09éΩя"; *at != '\0'; at = g_utf8_next_char(at))
    g_assert_true(pc_jclass_is_letter(g_utf8_get_char(at)));
  for (const char *at = "①Ａ１あ漢(%.- "; *at != '\0'; at = g_utf8_next_char(at))
    g_assert_false(pc_jclass_is_letter(g_utf8_get_char(at)));
}

static void test_joining(void) {
  const gunichar joining[] = {0x3099, 0x309A, 0xE0100, 0xFE0F, 0x200B, 0x200D, 0x2060, 0x0301};
  for (size_t i = 0; i < G_N_ELEMENTS(joining); i++)
    g_assert_true(pc_jclass_is_joining(joining[i]));
  for (const char *at = "か漢A 、\u3000゛"; *at != '\0'; at = g_utf8_next_char(at))
    g_assert_false(pc_jclass_is_joining(g_utf8_get_char(at)));
}

/* The class of the nth character of a text. */
static pc_char get_char(const char *text, int n) {
  const pc_rich rich = {.text = text, .length = (int)strlen(text)};
  int count = 0;
  g_autofree pc_char *chars = pc_chars_decode(&rich, &count);
  g_assert_cmpint(n, <, count);
  g_assert_cmpint(chars[count].start, ==, rich.length);
  return chars[n];
}

static void test_quotes(void) {
  g_assert_cmpint(get_char("は“引用”と", 1).jclass, ==, PC_JC_OPENING);
  g_assert_cmpint(get_char("は“引用”と", 4).jclass, ==, PC_JC_CLOSING);
  g_assert_cmpint(get_char("“引用”", 0).jclass, ==, PC_JC_OPENING);
  g_assert_cmpint(get_char("“引用”", 3).jclass, ==, PC_JC_CLOSING);
  g_assert_true(get_char("“引用”", 0).wide);
  g_assert_cmpint(get_char("は“quote”と", 1).jclass, ==, PC_JC_WESTERN);
  g_assert_cmpint(get_char("it’s", 2).jclass, ==, PC_JC_WESTERN);
  g_assert_cmpint(get_char("は\"引用\"と", 1).jclass, ==, PC_JC_WESTERN);
}

static void test_context(void) {
  g_assert_cmpint(get_char("10–20", 2).jclass, ==, PC_JC_WESTERN);
  g_assert_cmpint(get_char("東京–大阪", 2).jclass, ==, PC_JC_HYPHEN);
  g_assert_cmpint(get_char("¥100", 0).jclass, ==, PC_JC_WESTERN);
  g_assert_cmpint(get_char("¥１００", 0).jclass, ==, PC_JC_PREFIX);
  g_assert_true(get_char("日本 ABC", 2).western);
  g_assert_false(get_char("日本 漢字", 2).western);
  g_assert_true(get_char("か\u3099", 1).joins);
  g_assert_false(get_char("\u3099", 0).joins);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/jclass/members", test_members);
  g_test_add_func("/jclass/letters", test_letters);
  g_test_add_func("/jclass/joining", test_joining);
  g_test_add_func("/jclass/quotes", test_quotes);
  g_test_add_func("/jclass/context", test_context);
  return g_test_run();
}
