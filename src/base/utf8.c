/* utf8.c - looks at UTF-8 that may come from anywhere.  Layer: base. */
#include "base/utf8.h"

#include <limits.h>
#include <string.h>

#include <glib.h>

/* Runs of characters that stand for consecutive numbers. */
static const struct {
  gunichar first, last;
  int value;
} circled[] = {
    {0x2460, 0x2473, 1},  /* ① to ⑳ */
    {0x3251, 0x325f, 21}, /* ㉑ to ㉟ */
    {0x32b1, 0x32bf, 36}, /* ㊱ to ㊿ */
};

static const struct {
  gunichar wide;
  char ascii;
} wide_marks[] = {{0xff0e, '.'}, {0xff0d, '-'}, {0x2212, '-'}, {0xff05, '%'}};

static bool is_blank(gunichar c) {
  return c == ' ' || c == '\t' || c == 0x3000;
}

/* 0 where c has no ASCII form. */
static char find_ascii(gunichar c) {
  if (c >= 0xff10 && c <= 0xff19)
    return (char)('0' + (c - 0xff10));
  for (int i = 0; i < (int)G_N_ELEMENTS(wide_marks); i++)
    if (wide_marks[i].wide == c)
      return wide_marks[i].ascii;
  return 0;
}

static bool parse_circled(const char *text, int *value) {
  gunichar c = g_utf8_get_char_validated(text, -1);
  for (int i = 0; i < (int)G_N_ELEMENTS(circled); i++) {
    if (c < circled[i].first || c > circled[i].last)
      continue;
    *value = circled[i].value + (int)(c - circled[i].first);
    return *g_utf8_next_char(text) == '\0';
  }
  return false;
}

static bool parse_ascii(const char *text, int *value) {
  const char *digits = *text == '-' ? text + 1 : text;
  if (*digits == '\0' || strspn(digits, "0123456789") != strlen(digits))
    return false;
  gint64 number = 0;
  if (!g_ascii_string_to_signed(text, 10, INT_MIN, INT_MAX, &number, NULL))
    return false;
  *value = (int)number;
  return true;
}

/* A copy without the blanks around it, the ideographic space included. */
static char *strip_blanks(const char *text) {
  const char *end = text + strlen(text);
  while (is_blank(g_utf8_get_char_validated(text, -1)))
    text = g_utf8_next_char(text);
  for (const char *last = g_utf8_find_prev_char(text, end);
       last != NULL && is_blank(g_utf8_get_char_validated(last, -1));
       last = g_utf8_find_prev_char(text, end))
    end = last;
  return g_strndup(text, (gsize)(end - text));
}

long pc_utf8_find_invalid(const char *text, size_t length) {
  if (length == 0) /* and perhaps no text */
    return -1;
  const char *at = text;
  const char *end = text + length;
  /* A NUL is UTF-8, but g_utf8_validate stops at it. */
  while (!g_utf8_validate_len(at, (gsize)(end - at), &at)) {
    if (*at != '\0')
      return (long)(at - text);
    at++;
  }
  return -1;
}

int pc_utf8_count(const char *text, size_t length) {
  int count = 0;
  for (size_t i = 0; i < length; i++)
    count += ((unsigned char)text[i] & 0xc0) != 0x80;
  return count;
}

bool pc_utf8_parse_int(const char *text, int *value) {
  g_autofree char *stripped = strip_blanks(text);
  if (parse_circled(stripped, value))
    return true;
  g_autofree char *ascii = pc_utf8_ascii_digits(stripped);
  return parse_ascii(ascii, value);
}

char *pc_utf8_ascii_digits(const char *text) {
  GString *out = g_string_new(NULL);
  while (*text != '\0') {
    gunichar c = g_utf8_get_char_validated(text, -1);
    char ascii = find_ascii(c);
    bool is_broken = c == (gunichar)-1 || c == (gunichar)-2;
    const char *next = is_broken ? text + 1 : g_utf8_next_char(text);
    if (ascii != 0)
      g_string_append_c(out, ascii);
    else
      g_string_append_len(out, text, next - text);
    text = next;
  }
  return g_string_free(out, FALSE);
}
