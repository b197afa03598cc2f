/* columns.c - text on a terminal, where a Japanese letter is two columns wide.  Layer: base. */
#include "base/columns.h"

#include <stdbool.h>
#include <string.h>

static int measure_char(gunichar ch) {
  if (g_unichar_iszerowidth(ch))
    return 0;
  return g_unichar_iswide(ch) ? 2 : 1;
}

int pc_columns_count(const char *text) {
  int columns = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    columns += measure_char(g_utf8_get_char(text));
  return columns;
}

void pc_columns_append_padded(GString *out, const char *text, int columns) {
  g_string_append(out, text);
  for (int i = pc_columns_count(text); i < columns; i++)
    g_string_append_c(out, ' ');
}

static bool is_one_of(gunichar ch, const char *set) {
  return g_utf8_strchr(set, -1, ch) != NULL;
}

/* Whether a line may end between two letters, none of which is a blank. */
static bool may_break(gunichar left, gunichar right) {
  if (is_one_of(right,
                "、。，．・：；？！）」』】〉》ーァィゥェォッャュョぁぃぅぇぉっゃゅょ),.:;?!") ||
      is_one_of(left, "（「『【〈《("))
    return false;
  return g_unichar_iswide(left) || g_unichar_iswide(right);
}

/* The end of what must stand on one line: a word, or a Japanese letter with its marks. */
static const char *find_end(const char *text) {
  gunichar left = g_utf8_get_char(text);
  const char *at = g_utf8_next_char(text);
  while (*at != '\0' && *at != ' ') {
    const gunichar right = g_utf8_get_char(at);
    if (may_break(left, right))
      break;
    left = right;
    at = g_utf8_next_char(at);
  }
  return at;
}

static int count_last_line(const GString *out) {
  const char *line = strrchr(out->str, '\n');
  return pc_columns_count(line != NULL ? line + 1 : out->str);
}

void pc_columns_append_wrapped(GString *out, const char *text, int indent, int columns) {
  int column = count_last_line(out);
  bool is_first = true;
  while (*text != '\0') {
    const size_t blanks = strspn(text, " ");
    text += blanks;
    const char *end = *text != '\0' ? find_end(text) : text;
    g_autofree char *part = g_strndup(text, (gsize)(end - text));
    const int width = pc_columns_count(part), gap = is_first ? 0 : blanks > 0;
    const bool fits = is_first || column + gap + width <= columns;
    g_string_append_printf(out, "%s%*s%s", fits ? "" : "\n", fits ? gap : indent, "", part);
    column = fits ? column + gap + width : indent + width;
    is_first = false;
    text = end;
  }
}
