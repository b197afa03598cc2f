/* test_rich.c - what is marked inside a paragraph: emphasis, ruby, code, links, joined lines. */
#include "rich_dump.h"

typedef struct text_case {
  const char *text, *want;
} text_case;

/* Emphasis beside Japanese, where CommonMark alone does not close. */
static const text_case japanese[] = {
    {"これは**「重要」**です", "これは<b>「重要」</b>です"},
    {"**重要。**だから", "<b>重要。</b>だから"},
    {"**重要！**だから", "<b>重要！</b>だから"},
    {"**（注）**本文", "<b>（注）</b>本文"},
    {"本文**（注）**", "本文<b>（注）</b>"},
    {"これは*強調*です", "これは<e>強調</e>です"},
    {"これは**強い**です", "これは<b>強い</b>です"},
    {"**重要**、次", "<b>重要</b>、次"},
    {"（**重要**）", "（<b>重要</b>）"},
    {"「*強調*」", "「<e>強調</e>」"},
    {"**A「b」**と**「B」c**だ", "<b>A「b」</b>と<b>「B」c</b>だ"},
    {"**ABC.**だから", "<b>ABC.</b>だから"},
    {"これは**(ABC)**です", "これは<b>(ABC)</b>です"},
    {"これは**\"ABC\"**です", "これは<b>\"ABC\"</b>です"},
    {"点*、*で", "点<e>、</e>で"},
    {"***両方***です", "<b><e>両方</e></b>です"},
    {"これは***「両方」***です", "これは<b><e>「両方」</e></b>です"},
    {"**強い*中*だ**よ", "<b>強い<e>中</e>だ</b>よ"},
    {"*弱い**中**だ*よ", "<e>弱い<b>中</b>だ</e>よ"},
    {"あ***い*う**え", "あ<b><e>い</e>う</b>え"},
    {"目的**：支援**の", "目的<b>：支援</b>の"},
    {"**事例１：**本文**事例２：**本文", "<b>事例１：</b>本文<b>事例２：</b>本文"},
    {"山田*、鈴木*", "山田*、鈴木*"},
    {"**閉じない。だから", "**閉じない。だから"},
    {"閉じない**", "閉じない**"},
    {"日本 * 語 * だ", "日本 * 語 * だ"},
    {"** 空白 **です", "** 空白 **です"},
    {"**重\n要。**だ", "<b>重要。</b>だ"},
    {"２*３*４", "２*３*４"},
    {"\\*星\\*と\\**強調*", "*星*と*<e>強調</e>"},
    {"`*符号*`と*強調*", "<c>*符号*</c>と<e>強調</e>"},
    {"&#42;星&#42;", "*星*"},
    {"これは==印==です", "これは<h>印</h>です"},
    {"==「印」==です", "<h>「印」</h>です"},
    {"==**印**==です", "<b><h>印</h></b>です"},
    {"**==印==**です", "<b><h>印</h></b>です"},
    {"これは~~「消す」~~よ", "これは<s>「消す」</s>よ"},
    {"10~20名、30~40名", "10~20名、30~40名"},
    {"約~100~200~だ", "約~100~200~だ"},
    {"======", "======"},
};

/* Western text as CommonMark has it. */
static const text_case western[] = {
    {"a *b* c", "a <e>b</e> c"},
    {"**bold** text", "<b>bold</b> text"},
    {"foo*bar*baz", "foo<e>bar</e>baz"},
    {"a*\"foo\"*", "a*\"foo\"*"},
    {"a * foo bar*", "a * foo bar*"},
    {"*foo bar *", "*foo bar *"},
    {"*(*foo)", "*(*foo)"},
    {"*(*foo*)*", "<e>(foo)</e>"},
    {"**foo\"*bar*\"foo**", "<b>foo\"<e>bar</e>\"foo</b>"},
    {"*foo**bar**baz*", "<e>foo<b>bar</b>baz</e>"},
    {"*foo**bar*", "<e>foo**bar</e>"},
    {"***foo** bar*", "<b><e>foo</b> bar</e>"},
    {"**foo*", "*<e>foo</e>"},
    {"*foo**", "<e>foo</e>*"},
    {"****foo****", "<b>foo</b>"},
    {"Smith*, Jones*", "Smith*, Jones*"},
    {"2*3*4", "2*3*4"},
    {"5 * 6 * 7", "5 * 6 * 7"},
    {"_em_ and __strong__", "<e>em</e> and <b>strong</b>"},
    {"snake_case_name", "snake_case_name"},
    {"a~~b~~c", "a<s>b</s>c"},
    {"a==b and c==d", "a==b and c==d"},
    {"a ==b== c", "a <h>b</h> c"},
    {"line one\nline two", "line one line two"},
    {"“a”\nb", "“a” b"},
    {"a < b, <Z> & c", "a < b, <Z> & c"},
    {"&lt;&amp;&nbsp;&#x3042;&yen;", "<&\u00A0あ¥"},
    {"&unknown; &#1; &#xFDD0; &#x110000;", "&unknown; &#1; &#xFDD0; &#x110000;"},
};

static const text_case ruby[] = {
    {"{専門職|せんもんしょく}の", "{専門職|せんもんしょく}の"},
    {"{専門職|せん|もん|しょく}", "{専門職|せん|もん|しょく}"},
    {"{専門職｜せんもんしょく}", "{専門職|せんもんしょく}"},
    {"この専門職《せんもんしょく》の", "この{専門職|せんもんしょく}の"},
    {"々〆ヶ《よみ》", "{々〆ヶ|よみ}"},
    {"人々《ひとびと》", "{人々|ひとびと}"},
    {"｜ピア《なかま》と", "{ピア|なかま}と"},
    {"｜ピア専門《peer》", "{ピア専門|peer}"},
    {"午前｜午後", "午前｜午後"},
    {"著書《入門》と、かな《よみ》", "著書《入門》と、かな《よみ》"},
    {"漢\\《かん》 \\｜ピア《なかま》", "漢《かん》 ｜ピア《なかま》"},
    {"\\{a\\} \\{a|b\\}", "{a} {a|b}"},
    {"`{a|b}`と`漢《かん》`と`\\《`", "<c>{a|b}</c>と<c>漢《かん》</c>と<c>\\《</c>"},
    {"**{専門職|せんもんしょく}**だ", "<b>{専門職</b>|せんもんしょく}だ"},
    {"{**専門**職|せん|もん|しょく}", "<b>{専門</b>職|せん|もん|しょく}"},
    {"*専門職《せんもんしょく》*だ", "<e>{専門職</e>|せんもんしょく}だ"},
    {"{専|*せん*}", "{専|*せん*}"},
    {"{専\n門|せん|もん}", "{専門|せん|もん}"},
    {"専\n門《せんもん》", "{専門|せんもん}"},
    {"{葛\U000E0100城|かつら|ぎ}", "{葛\U000E0100城|かつら|ぎ}"},
    {"{ 専門 | せんもん }。", "{専門|せんもん}。"},
};

static const text_case other[] = {
    {"  前後の空白　", "前後の空白"},
    {"日本\n語", "日本語"},
    {"日本\nABC\nDEF", "日本ABC DEF"},
    {"日本 ABC", "日本 ABC"},
    {"続く\n　行", "続く行"},
    {"強制  \n改行", "強制⏎改行"},
    {"強制\\\n改行", "強制⏎改行"},
    {"改\u200B行\u2060\u00A0語", "改\u200B行\u2060\u00A0語"},
    {"a\tb", "a b"},
    {"[言葉](https://a.b/c*d*e)だ", "<a>言葉</a>だ"},
    {"<https://a.b/*c*>", "<a>https://a.b/*c*</a>"},
    {"詳細はhttps://a.b/cを、", "詳細は<a>https://a.b/c</a>を、"},
    {"(see https://a.b/c_(d)). http://e?f=g,",
     "(see <a>https://a.b/c_(d)</a>). <a>http://e?f=g</a>,"},
    {"出典：https://a.b/c。xhttp://d https:// `http://e`",
     "出典：<a>https://a.b/c</a>。xhttp://d https:// <c>http://e</c>"},
    {"[http://a](tel:1)、**http://b**", "<a>http://a</a>、<b><a>http://b</a></b>"},
    {"http://a\nhttp://b", "<a>http://a</a> <a>http://b</a>"},
    {"hello,http://a", "hello,<a>http://a</a>"},
    {"[注]: 説明文", "[注]: 説明文"},
    {"1. はじめに", "1. はじめに"},
    {"①はじめに", "①はじめに"},
    {"# はじめに", "# はじめに"},
    {"- はじめに\n---\n> 次", "- はじめに--- > 次"},
    {"```\nx", "``` x"},
    {"事例1︓ﾋﾟｱ", "事例1：ピア"},
    {"a\n\nb", "a b"},
    {"\uFDD0x\uFDDF", "\uFFFDx\uFFFD"},
    {"   ", ""},
};

/* Words in another language: `<en>` and `</en>` stand for where they begin and end. */
static const text_case languages[] = {
    {"[peer support]{lang=en}は", "<en>peer support</en>は"},
    {"[peer support]{lang=\"en-GB\"}は", "<en-GB>peer support</en-GB>は"},
    {"[peer]{ lang=en }", "<en>peer</en>"},
    {"[习近平]{lang=zh-Hans}と[김]{lang=ko}", "<zh-Hans>习近平</zh-Hans>と<ko>김</ko>"},
    {"[a **b** c]{lang=en}", "<en>a <b>b</b> c</en>"},
    {"**[a]{lang=en}**だ", "<b><en>a</en></b>だ"},
    {"**[強い。]{lang=ja}**だ", "<b><ja>強い。</ja></b>だ"},
    {"[a [b]{lang=fr} c]{lang=en}", "<en>a </en><fr>b</fr><en> c</en>"},
    {"[a [1] b]{lang=en}", "<en>a [1] b</en>"},
    {"[a \\] b]{lang=en} \\[c\\]", "<en>a ] b</en> [c]"},
    {"[a\nb]{lang=en}", "<en>a b</en>"},
    {"[a [b](https://c.d) e]{lang=en}", "<en>a <a>b</a> e</en>"},
    {"[b [c]{lang=en}](https://c.d)", "<a>b <en>c</en></a>"},
    {"[{親|おや}]{lang=ja}", "<ja>{親</ja>|おや}"},
    {"{[习]{lang=zh}|しゅう}", "<zh>{习</zh>|しゅう}"},
    {"[习]{lang=zh}《しゅう》", "<zh>{习</zh>|しゅう}"},
    {"[注]{親|おや}", "[注]{親|おや}"},
    {"[x]と[y] {親|おや}", "[x]と[y] {親|おや}"},
    {"`[x]{lang=en}`", "<c>[x]{lang=en}</c>"},
    {"[`x`]{lang=en}", "<c><en>x</en></c>"},
    {"[x]\\{lang=en\\}", "[x]{lang=en}"},
};

static void check_inline(const text_case *c) {
  bench b;
  init_bench(&b);
  const pc_rich *rich = pc_markup_parse_inline(&b.reader, (pc_string){c->text, NULL});
  g_assert_nonnull(rich);
  g_autoptr(GString) got = g_string_new(NULL);
  dump_rich(got, rich);
  dump_diags(got, b.diags);
  g_assert_cmpstr(got->str, ==, c->want);
  clear_bench(&b);
}

static void test_japanese(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(japanese); i++)
    check_inline(&japanese[i]);
}

static void test_western(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(western); i++)
    check_inline(&western[i]);
}

static void test_ruby(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(ruby); i++)
    check_inline(&ruby[i]);
}

static void test_languages(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    check_inline(&languages[i]);
}

static void test_other(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(other); i++)
    check_inline(&other[i]);
}

/* Mistakes with their place: the text is the value of `text:`, column 8 its first character behind
 * the quote. */
static const struct {
  const char *text, *want;
} mistakes[] = {
    {"これは{専門職です", "1:11 '{' without '}'\n"},
    {"これは[peer]{lang=en_US}です", "1:23 'en_US' is not a language tag\n"},
    {"これは[peer]{lang='en'}です", "1:23 ''en'' is not a language tag\n"},
    {"これは[peer]{lang=}です", "1:18 no language behind 'lang'\n"},
    {"これは[peer]{}です", "1:17 no language in '{}'\n"},
    {"これは[peer]{lang=en lang=fr}です", "1:17 more than one language in '{}'\n"},
    {"これは[peer]{.big lang=en}です",
     "1:18 words in a text can have a language, but not '.big'\n"},
    {"これは[]{lang=en}です", "1:11 no words in '[]'\n"},
    {"これは[peer]{lang=enです", "1:17 '{' without '}'\n"},
    {"これはpeer]{lang=en}です", "1:16 '{lang' without words in '[]' before it\n"},
    {"これは}です", "1:11 '}' without '{'\n"},
    {"これは{専門職}です", "1:11 no reading in '{専門職}'\n"},
    {"これは{|せん}です", "1:11 something is empty in '{|せん}'\n"},
    {"これは{専門|}です", "1:11 something is empty in '{専門|}'\n"},
    {"これは{専門|せん||もん}です", "1:11 something is empty in '{専門|せん||もん}'\n"},
    {"{専{門|もん}", "1:8 '{' without '}'\n"},
    {"あ{専門職|せん|もん}", "1:9 2 readings for 3 characters\n"},
    {"あ{専門|せん|もん|しょく}", "1:9 3 readings for 2 characters\n"},
    {"専⾨《》", "1:10 no reading in '《》'\n"},
    {"専門《せん", "1:10 '《' without '》'\n"},
    {"あ｜《せん》", "1:10 no word between '｜' and '《'\n"},
    {"ﾊﾟﾋﾟ{", "1:12 '{' without '}'\n"},
    {"前![絵](a.png)", "1:9 a picture cannot stand in a text\n"},
    {"前<br>後", "1:9 HTML does not work in a text: '<br>'\n"},
    {"前<font color=red>後`<br>`", "1:9 HTML does not work in a text: '<font>'\n"},
};

static void test_mistakes(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    bench b;
    init_bench(&b);
    g_autofree char *yaml = g_strdup_printf("text: \"%s\"\n", mistakes[i].text);
    pc_string text = read_yaml(&b, yaml);
    g_assert_nonnull(pc_markup_parse_inline(&b.reader, text));
    g_autoptr(GString) got = g_string_new(NULL);
    dump_diags(got, b.diags);
    g_assert_cmpstr(got->str, ==, mistakes[i].want);
    g_assert_true(pc_diags_has_error(b.diags));
    g_assert_nonnull(pc_diags_at(b.diags, 0)->hint);
    clear_bench(&b);
  }
}

static void test_link(void) {
  bench b;
  init_bench(&b);
  pc_string text = {"前[言*葉*](<https://a.b/c*d*{e}?x=1&amp;y>)後", NULL};
  const pc_rich *rich = pc_markup_parse_inline(&b.reader, text);
  g_assert_cmpstr(rich->text, ==, "前言葉後");
  g_assert_cmpint(rich->n_spans, ==, 4);
  g_assert_null(rich->spans[0].href);
  g_assert_cmpuint(rich->spans[1].marks, ==, PC_MARK_LINK);
  g_assert_cmpstr(rich->spans[1].href, ==, "https://a.b/c*d*{e}?x=1&y");
  g_assert_cmpuint(rich->spans[2].marks, ==, PC_MARK_LINK | PC_MARK_EMPHASIS);
  g_assert_cmpstr(rich->spans[2].href, ==, rich->spans[1].href);
  g_assert_null(rich->spans[3].href);
  clear_bench(&b);
}

static void test_empty(void) {
  bench b;
  init_bench(&b);
  g_assert_null(pc_markup_parse_inline(&b.reader, (pc_string){NULL, NULL}));
  g_assert_null(pc_markup_parse_inline(&b.reader, (pc_string){"", NULL}));
  clear_bench(&b);
}

static void test_plain(void) {
  bench b;
  init_bench(&b);
  pc_string text = read_yaml(&b, "text: '*a* {b}'\n");
  const pc_rich *rich = pc_rich_plain(b.spec, text.text, text.node);
  g_assert_cmpstr(rich->text, ==, "*a* {b}");
  g_assert_cmpint(rich->n_spans, ==, 1);
  g_assert_cmpuint(rich->spans[0].marks, ==, 0);
  g_assert_cmpint(rich->spans[0].end, ==, rich->length);
  g_assert_cmpint(rich->at.column, ==, 7);
  g_assert_true(rich->node == text.node);
  g_assert_cmpint(pc_rich_plain(b.spec, "", NULL)->n_spans, ==, 0);
  clear_bench(&b);
}

static void test_normalize_off(void) {
  bench b;
  init_bench(&b);
  b.decoding.normalize = false;
  const pc_rich *rich = pc_markup_parse_inline(&b.reader, (pc_string){"専⾨︓", NULL});
  g_assert_cmpstr(rich->text, ==, "専⾨︓");
  g_assert_cmpint(b.decoding.lookalikes.counts[PC_LOOKALIKE_RADICAL], ==, 0);
  clear_bench(&b);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/rich/japanese", test_japanese);
  g_test_add_func("/rich/western", test_western);
  g_test_add_func("/rich/ruby", test_ruby);
  g_test_add_func("/rich/languages", test_languages);
  g_test_add_func("/rich/other", test_other);
  g_test_add_func("/rich/mistakes", test_mistakes);
  g_test_add_func("/rich/link", test_link);
  g_test_add_func("/rich/empty", test_empty);
  g_test_add_func("/rich/plain", test_plain);
  g_test_add_func("/rich/normalize-off", test_normalize_off);
  return g_test_run();
}
