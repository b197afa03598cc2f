/* outline_yaml.c - an outline as a poster.yaml that a person goes on with.  Layer: start. */
#include <string.h>

#include "spec/node.h"
#include "start/start.h"

/* What a plain value of YAML cannot begin with. */
static const char indicators[] = "-?:,[]{}#&*!|>'\"%@` ";

static bool is_plain(const char *text) {
  size_t length = strlen(text);
  return length > 0 && strchr(indicators, text[0]) == NULL && strstr(text, ": ") == NULL &&
         strstr(text, " #") == NULL && text[length - 1] != ':' && text[length - 1] != ' ' &&
         strpbrk(text, "\t\n") == NULL && !g_str_has_prefix(text, "\u3000") &&
         !pc_node_is_null_word(text);
}

static void append_value(GString *out, const char *text) {
  if (is_plain(text)) {
    g_string_append(out, text);
    return;
  }
  g_auto(GStrv) parts = g_strsplit(text, "'", -1);
  g_autofree char *doubled = g_strjoinv("''", parts);
  g_string_append_printf(out, "'%s'", doubled);
}

/* Addresses have such characters, and no markup. */
static bool is_in_address(const char *text, const char *at) {
  const char *start = at;
  while (start > text && start[-1] != ' ' && (unsigned char)start[-1] < 0x80)
    start--;
  return g_strstr_len(start, at - start, "://") != NULL;
}

/* Begins a heading, a quotation, a rule, a fence. */
static bool begins_block(const char *line) {
  size_t run = strspn(line, "-=~");
  return *line == '#' || *line == '>' || (run > 0 && line[run] == '\0') ||
         (run > 2 && *line == '~');
}

static bool is_markup(const char *line, const char *at) {
  if (strchr("\\*`{}<", *at) != NULL)
    return true;
  if (is_in_address(line, at))
    return false;
  bool is_pair = (*at == '=' || *at == '~') && at[1] == *at;
  bool is_link = *at == '[' && strstr(at, "](") != NULL;
  bool is_entity = *at == '&' && (at[1] == '#' || g_ascii_isalpha(at[1]));
  return is_pair || is_link || is_entity || *at == '_';
}

/* The characters of a plain text mean themselves. */
static char *escape_line(const char *line) {
  GString *out = g_string_new(NULL);
  if (begins_block(line))
    g_string_append_c(out, '\\');
  for (const char *at = line; *at != '\0'; at++) {
    bool is_escaped = out->len > 0 && at == line;
    if (!is_escaped && is_markup(line, at))
      g_string_append_c(out, '\\');
    g_string_append_c(out, *at);
  }
  return g_string_free(out, FALSE);
}

static char *write_line(const pc_outline *outline, const char *line) {
  return outline->is_markdown ? g_strdup(line) : escape_line(line);
}

static void append_key(GString *out, const pc_outline *outline, const char *key, const char *text) {
  if (text == NULL)
    return;
  g_autofree char *line = write_line(outline, text);
  g_string_append(out, key);
  append_value(out, line);
  g_string_append_c(out, '\n');
}

/* YAML takes the indent from the first line, unless a number says it. */
static void append_text(GString *out, const pc_outline *outline, const char *text) {
  if (*text == '\0')
    return;
  g_string_append_printf(out, "    text: |%s\n", *text == ' ' ? "2" : "");
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (int i = 0; lines[i] != NULL && (lines[i][0] != '\0' || lines[i + 1] != NULL); i++) {
    g_autofree char *line = write_line(outline, lines[i]);
    g_string_append_printf(out, "%s%s\n", *line != '\0' ? "      " : "", line);
  }
}

static void append_slide(GString *out, const pc_outline *outline, const pc_outline_slide *slide) {
  gsize start = out->len;
  g_string_append_c(out, '\n');
  if (slide->is_apart)
    g_string_append(out, "    number: none   # 番号のない、はじめの文章\n");
  append_key(out, outline, "    title: ", slide->title);
  append_text(out, outline, slide->text->str);
  out->str[start + 3] = '-';
}

static void append_remarks(GString *out, const pc_outline *outline, const char *name) {
  g_autofree char *base = g_path_get_basename(name);
  g_string_append_printf(
      out,
      "# yaml-language-server: $schema=poster.schema.json\n"
      "#\n"
      "# %s を %u 枚のスライドに分けたもの。このファイルを直していく。\n"
      "# ターミナルで次のように打つ。\n"
      "#   posterc serve poster.yaml              … ブラウザーで見ながら直す\n"
      "#   posterc check poster.yaml              … 直すところ、文字の大きさを見る\n"
      "#   posterc fix poster.yaml                … 貼り付けで壊れた文字と改行を直す\n"
      "#   posterc poster.yaml -o poster.pdf      … PDF を作る\n"
      "#\n"
      "# 書き方: 行のはじめの空白をそろえる。「キー: 」のコロンと空白は半角。# "
      "から行末までは注釈。\n",
      base, outline->slides->len);
}

char *pc_outline_format(const pc_outline *outline, const char *name, const char *layout) {
  GString *out = g_string_new(NULL);
  append_remarks(out, outline, name);
  if (outline->title == NULL)
    g_string_append(out, "\n# title: ここに題を書き、行のはじめの # を消す\n");
  else
    g_string_append_c(out, '\n');
  append_key(out, outline, "title: ", outline->title);
  append_key(out, outline, "subtitle: ", outline->subtitle);
  g_string_append(out, "# authors: [名前, 名前]\n");
  if (layout != NULL)
    g_string_append_printf(out, "layout: %s\n", layout);
  g_string_append(out, "\nslides:");
  for (guint i = 0; i < outline->slides->len; i++)
    append_slide(out, outline, outline->slides->pdata[i]);
  return g_string_free(out, FALSE);
}
