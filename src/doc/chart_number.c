/* chart_number.c - numbers as people write them into charts.  Layer: doc. */
#include "doc/chart_data.h"

#include <string.h>

#include "base/utf8.h"

/* More digits than a double holds, or more decimals than anybody can read, are a mistake. */
#define MAX_DIGITS 15
#define MAX_DECIMALS 6

/* Marks of Japanese accounts and of typography. */
static const char *const minus_signs[] = {"-", "\u2212", "\u25b3", "\u25b2", "\u2010", "\u2013"};
static const char *const plus_signs[] = {"+", "\uff0b"};
static const char *const commas[] = {",", "\uff0c"};

/* Bytes of the first of these that a text begins with, 0: none. */
static size_t match(const char *text, const char *const *signs, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (g_str_has_prefix(text, signs[i]))
      return strlen(signs[i]);
  }
  return 0;
}

static size_t count_digits(const char *text) {
  return strspn(text, "0123456789");
}

/* "1234" or "1,234,567"; digits receives them without commas.  Bytes read. */
static size_t take_whole(const char *text, GString *digits) {
  size_t length = count_digits(text);
  g_string_append_len(digits, text, (gssize)length);
  size_t comma = length <= 3 ? match(text + length, commas, G_N_ELEMENTS(commas)) : 0;
  while (comma > 0 && length > 0 && count_digits(text + length + comma) == 3) {
    g_string_append_len(digits, text + length + comma, 3);
    length += comma + 3;
    comma = match(text + length, commas, G_N_ELEMENTS(commas));
  }
  return length;
}

static size_t take_fraction(const char *text, GString *digits, int *decimals) {
  size_t length = *text == '.' ? count_digits(text + 1) : 0;
  if (length == 0)
    return 0;
  *decimals = (int)length;
  g_string_append_len(digits, text, (gssize)length + 1);
  return length + 1;
}

/* What follows a number is a unit unless it looks like more of a number. */
static bool is_unit(const char *text) {
  return strpbrk(text, "0123456789") == NULL && strchr("-.,:/+", *text) == NULL &&
         match(text, commas, G_N_ELEMENTS(commas)) == 0;
}

static bool parse_ascii(const char *text, pc_written_number *number) {
  size_t minus = match(text, minus_signs, G_N_ELEMENTS(minus_signs));
  text += minus > 0 ? minus : match(text, plus_signs, G_N_ELEMENTS(plus_signs));
  g_autoptr(GString) digits = g_string_new(minus > 0 ? "-" : "");
  text += strspn(text, " ");
  text += take_whole(text, digits);
  text += take_fraction(text, digits, &number->decimals);
  if (strpbrk(digits->str, "0123456789") == NULL || digits->len > MAX_DIGITS + 2 ||
      number->decimals > MAX_DECIMALS)
    return false;
  text += strspn(text, " ");
  if (*text != '\0' && !is_unit(text))
    return false;
  number->value = g_ascii_strtod(digits->str, NULL) + 0.0;
  number->unit = *text != '\0' ? g_strdup(text) : NULL;
  return true;
}

bool pc_written_number_parse(const char *text, pc_written_number *number) {
  *number = (pc_written_number){0};
  g_autofree char *ascii = pc_utf8_ascii_digits(text);
  return parse_ascii(g_strstrip(ascii), number);
}
