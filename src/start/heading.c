/* heading.c - the marks that people set before headings.  Layer: start. */
#include "start/heading.h"

#include <string.h>

#define LONGEST_TITLE 40

static const char black_marks[] = "■◆▼●□◇";
static const char sentence_ends[] = "。．！？!?、，,";

bool pc_text_is_title(const char *text) {
  long length = g_utf8_strlen(text, -1);
  if (length == 0 || length > LONGEST_TITLE)
    return false;
  gunichar last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
  return g_utf8_strchr(sentence_ends, -1, last) == NULL;
}

static const char *skip_blanks(const char *text) {
  while (*text != '\0' && g_unichar_isspace(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return text;
}

static bool take_rest(pc_heading *heading, const char *rest) {
  heading->title = skip_blanks(rest);
  heading->end = rest + strlen(rest);
  return true;
}

static bool match_page(const pc_text_line *line, pc_heading *heading) {
  return line->is_page && take_rest(heading, line->text);
}

/* What some programs make of the first line of a page. */
static bool match_indented(const pc_text_line *line, pc_heading *heading) {
  return line->is_indented && pc_text_is_title(line->text) && take_rest(heading, line->text);
}

static bool match_markdown(const pc_text_line *line, pc_heading *heading) {
  heading->level = (int)strspn(line->text, "#");
  const char *rest = line->text + heading->level;
  return heading->level > 0 && heading->level <= 6 && *rest == ' ' && take_rest(heading, rest);
}

static bool match_lens(const pc_text_line *line, pc_heading *heading) {
  const char *end = strstr(line->text, "】");
  if (!g_str_has_prefix(line->text, "【") || end == NULL)
    return false;
  heading->title = skip_blanks(line->text + strlen("【"));
  heading->end = end;
  return heading->title < end;
}

static bool match_black(const pc_text_line *line, pc_heading *heading) {
  gunichar first = g_utf8_get_char(line->text);
  if (first == 0 || g_utf8_strchr(black_marks, -1, first) == NULL)
    return false;
  take_rest(heading, g_utf8_next_char(line->text));
  return pc_text_is_title(heading->title);
}

static bool match_circled(const pc_text_line *line, pc_heading *heading) {
  gunichar first = g_utf8_get_char(line->text);
  if (first < 0x2460 || first > 0x2473)
    return false;
  heading->number = (int)(first - 0x2460) + 1;
  return take_rest(heading, g_utf8_next_char(line->text));
}

/* Both widths; at most three digits. */
static const char *read_number(const char *text, int *number) {
  int digits = 0;
  *number = 0;
  for (; digits < 4; digits++) {
    int value = g_unichar_digit_value(g_utf8_get_char(text));
    if (value < 0)
      break;
    *number = *number * 10 + value;
    text = g_utf8_next_char(text);
  }
  return digits > 0 && digits < 4 ? text : NULL;
}

/* One of the marks behind the number, and then no digit: "1.5" is none. */
static bool match_number(const char *text, const char *closing, pc_heading *heading) {
  const char *behind = read_number(text, &heading->number);
  gunichar mark = behind != NULL ? g_utf8_get_char(behind) : 0;
  if (mark == 0 || g_utf8_strchr(closing, -1, mark) == NULL)
    return false;
  const char *rest = g_utf8_next_char(behind);
  return !g_unichar_isdigit(g_utf8_get_char(rest)) && take_rest(heading, rest);
}

static bool match_numbered(const pc_text_line *line, pc_heading *heading) {
  return match_number(line->text, ".．、)）:：", heading);
}

static bool match_bracketed(const pc_text_line *line, pc_heading *heading) {
  bool is_wide = g_str_has_prefix(line->text, "（");
  if (!is_wide && line->text[0] != '(')
    return false;
  return match_number(line->text + (is_wide ? strlen("（") : 1), ")）", heading);
}

const pc_opening_style pc_opening_styles[] = {
    {.match = match_page},
    {.match = match_markdown, .is_markdown = true},
    {.match = match_lens, .least = 3},
    {.match = match_black, .has_body = true},
    {.match = match_circled, .is_numbered = true},
    {.match = match_numbered, .is_numbered = true},
    {.match = match_bracketed, .is_numbered = true},
    {.match = match_indented, .least = 4, .is_rare = true},
    {.match = NULL},
};
