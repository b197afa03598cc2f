/* words.c - what somebody meant who wrote a word or a colour as elsewhere, or in Japanese.
 * Layer: schema. */
#include "schema/words.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/color.h"
#include "base/nearest.h"
#include "base/translate.h"

/* One word may stand for several: the one that is possible at the place counts. */
static const struct {
  const char *written, *name;
} japanese[] = {
    {"タイトル", "title"},
    {"題名", "title"},
    {"題", "title"},
    {"見出し", "title"},
    {"副題", "subtitle"},
    {"サブタイトル", "subtitle"},
    {"イベント", "event"},
    {"催し", "event"},
    {"日付", "date"},
    {"日時", "date"},
    {"著者", "authors"},
    {"作者", "authors"},
    {"発表者", "authors"},
    {"名前", "authors"},
    {"所属", "affiliations"},
    {"団体", "affiliations"},
    {"ロゴ", "logos"},
    {"言語", "lang"},
    {"ふりがな", "ruby"},
    {"ルビ", "ruby"},
    {"レイアウト", "layout"},
    {"用紙", "page"},
    {"紙", "page"},
    {"サイズ", "size"},
    {"大きさ", "size"},
    {"向き", "orientation"},
    {"余白", "margin"},
    {"塗り足し", "bleed"},
    {"トンボ", "marks"},
    {"トンボ", "tombo"},
    {"列", "columns"},
    {"段", "columns"},
    {"行", "rows"},
    {"テーマ", "theme"},
    {"色", "colors"},
    {"書体", "fonts"},
    {"フォント", "fonts"},
    {"印刷", "print"},
    {"スライド", "slides"},
    {"番号", "number"},
    {"本文", "text"},
    {"文章", "text"},
    {"内容", "text"},
    {"テキスト", "text"},
    {"図", "figure"},
    {"絵", "figure"},
    {"写真", "figure"},
    {"画像", "figure"},
    {"説明", "alt"},
    {"説明", "caption"},
    {"幅", "width"},
    {"高さ", "height"},
    {"表", "table"},
    {"グラフ", "chart"},
    {"関係図", "diagram"},
    {"手順", "steps"},
    {"引用", "quote"},
    {"出典", "source"},
    {"ファイル", "file"},
    {"なし", "none"},
    {"無し", "none"},
    {"縦", "portrait"},
    {"縦長", "portrait"},
    {"横", "landscape"},
    {"横長", "landscape"},
    {"縦", "vertical"},
    {"縦書き", "vertical"},
    {"横書き", "horizontal"},
    {"左", "start"},
    {"左", "left"},
    {"右", "end"},
    {"右", "right"},
    {"上", "top"},
    {"上", "above"},
    {"上", "up"},
    {"下", "bottom"},
    {"下", "below"},
    {"下", "down"},
    {"中央", "center"},
    {"中央", "middle"},
    {"棒", "bar"},
    {"棒グラフ", "bar"},
    {"円", "pie"},
    {"円グラフ", "pie"},
    {"折れ線", "line"},
    {"折れ線グラフ", "line"},
    {"人", "person"},
    {"丸", "round"},
    {"left", "start"},
    {"right", "end"},
    {"image", "figure"},
    {"picture", "figure"},
    {"photo", "figure"},
    {"img", "figure"},
};

/* Of print: strong enough to be read on white. */
static const struct {
  const char *english, *japanese, *color;
} colors[] = {
    {"white", "白", "#ffffff"},  {"black", "黒", "#000000"},  {"red", "赤", "#c8102e"},
    {"blue", "青", "#005a9c"},   {"green", "緑", "#2e7d32"},  {"yellow", "黄", "#ffd400"},
    {"orange", "橙", "#d35400"}, {"purple", "紫", "#6a3d9a"}, {"pink", "桃", "#d81b60"},
    {"brown", "茶", "#6d4c41"},  {"gray", "灰", "#595959"},   {"grey", "灰色", "#595959"},
};

const char *pc_word_meant(const char *word, const char *const *possible) {
  const char *meant = pc_nearest(word, possible);
  for (size_t i = 0; i < G_N_ELEMENTS(japanese) && meant == NULL; i++)
    if (g_str_equal(japanese[i].written, word) && g_strv_contains(possible, japanese[i].name))
      meant = japanese[i].name;
  return meant;
}

static bool is_named(const char *text, const char *japanese_name) {
  size_t length = strlen(japanese_name);
  return strncmp(text, japanese_name, length) == 0 &&
         (text[length] == '\0' || g_str_equal(text + length, "色"));
}

static const char *find_named(const char *text) {
  for (size_t i = 0; i < G_N_ELEMENTS(colors); i++)
    if (g_ascii_strcasecmp(text, colors[i].english) == 0 || is_named(text, colors[i].japanese))
      return colors[i].color;
  return NULL;
}

/* "rgb(0, 90, 156)", as in web pages. */
static char *convert_rgb(const char *text) {
  static const char start[] = "rgb(";
  if (!g_str_has_prefix(text, start))
    return NULL;
  unsigned parts[3];
  const char *at = text + strlen(start);
  for (int i = 0; i < 3; i++) {
    char *end = NULL;
    const guint64 part = g_ascii_strtoull(at, &end, 10);
    if (end == at || part > 255 || *end != (i < 2 ? ',' : ')'))
      return NULL;
    parts[i] = (unsigned)part;
    at = end + 1;
  }
  return g_strdup_printf("#%02x%02x%02x", parts[0], parts[1], parts[2]);
}

char *pc_color_suggest(const char *text) {
  g_autofree char *with_mark = g_strconcat("#", text, NULL);
  g_autofree char *rgb = convert_rgb(text);
  const char *role = pc_nearest(text, pc_color_role_names());
  pc_color ignored;
  if (g_str_has_prefix(text, "cmyk("))
    return g_strdup(strchr(text, ')') == NULL
                        ? _("put quotes around the colour: ',' separates values here")
                        : _("cmyk wants four numbers from 0 to 100, with commas between them"));
  if (text[0] == '#')
    return g_strdup(_("'#' wants 3, 6 or 8 digits, each 0 to 9 or a to f"));
  const char *meant = rgb != NULL ? rgb : find_named(text);
  if (meant == NULL && pc_color_parse(with_mark, &ignored))
    meant = with_mark;
  if (meant != NULL)
    return g_strdup_printf(_("did you mean '%s', in quotes?"), meant);
  return role != NULL ? g_strdup_printf(_("did you mean '%s'?"), role) : NULL;
}
