/* table_number.c - numbers in the cells of a table, and where their decimal point stands.
 * Layer: layout. */
#include "layout/table_number.h"

#include <glib.h>

/* 「12,345.6百万円」: more words than these are a sentence that begins with a number. */
static const int unit_most = 4;

static bool is_among(gunichar c, const char *set) {
  return c != 0 && g_utf8_strchr(set, -1, c) != NULL;
}

static bool is_digit(gunichar c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); /* ０ to ９ */
}

static const char *skip_set(const char *at, const char *set) {
  while (is_among(g_utf8_get_char(at), set))
    at = g_utf8_next_char(at);
  return at;
}

static const char *skip_digits(const char *at) {
  while (is_digit(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

static const char *skip_space(const char *at) {
  return skip_set(at, " \u00a0\u2009\u3000");
}

/* Digits, and groups of them: "1,234,567"; the commas of a list of numbers are followed by others
 * than three digits. */
static const char *skip_whole(const char *at) {
  const char *end = skip_digits(at);
  while (end > at && is_among(g_utf8_get_char(end), ",，")) {
    const char *group = g_utf8_next_char(end);
    const char *next = skip_digits(group);
    if (g_utf8_pointer_to_offset(group, next) != 3)
      return end;
    end = next;
  }
  return end;
}

static const char *skip_fraction(const char *at) {
  if (!is_among(g_utf8_get_char(at), ".．"))
    return at;
  const char *digits = g_utf8_next_char(at);
  const char *end = skip_digits(digits);
  return end > digits ? end : at;
}

/* A unit: a few letters or signs, nothing that could part two numbers, and no further number. */
static bool is_unit(const char *at) {
  int length = 0;
  for (; *at != '\0'; at = g_utf8_next_char(at), length++) {
    gunichar c = g_utf8_get_char(at);
    bool is_sign = is_among(c, "%％‰℃℉°˚㎜㎝㎞㎎㎏㎡㎥㏄㍑㌔㌘㌫㌦㍗/／・");
    if (is_digit(c) || (!g_unichar_isalpha(c) && !is_sign))
      return false;
  }
  return length <= unit_most;
}

pc_number_kind pc_number_find(const char *text, int *point) {
  static const char *const dashes = "-−－‐–—―ー";
  static const char *const signs = "+＋-−－–±△▲▼約\\¥￥$＄€£";
  const char *at = skip_space(text);
  const char *after_dashes = skip_space(skip_set(at, dashes));
  if (after_dashes > at && *after_dashes == '\0') {
    *point = (int)(skip_set(at, dashes) - text);
    return PC_NUMBER_ABSENT;
  }
  at = skip_space(skip_set(at, signs));
  const char *whole = skip_whole(at);
  if (whole == at)
    return PC_NUMBER_TEXT;
  *point = (int)(whole - text);
  const char *unit = skip_space(skip_fraction(whole));
  return is_unit(unit) ? PC_NUMBER_VALUE : PC_NUMBER_TEXT;
}
