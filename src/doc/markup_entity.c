/* markup_entity.c - entities of Markdown: those that people type, and numbers.  Layer: doc. */
#include "doc/markup_parts.h"

#include <string.h>

#define LONGEST_ENTITY 12

static const struct {
  const char *name;
  gunichar ch;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},     {"ensp", 0x2002},   {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"shy", 0xAD},
    {"copy", 0xA9},     {"reg", 0xAE},      {"trade", 0x2122},  {"hellip", 0x2026},
    {"mdash", 0x2014},  {"ndash", 0x2013},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"laquo", 0xAB},    {"raquo", 0xBB},
    {"middot", 0xB7},   {"bull", 0x2022},   {"times", 0xD7},    {"divide", 0xF7},
    {"plusmn", 0xB1},   {"minus", 0x2212},  {"ne", 0x2260},     {"le", 0x2264},
    {"ge", 0x2265},     {"deg", 0xB0},      {"micro", 0xB5},    {"yen", 0xA5},
    {"euro", 0x20AC},   {"pound", 0xA3},    {"cent", 0xA2},     {"sect", 0xA7},
    {"para", 0xB6},     {"dagger", 0x2020}, {"Dagger", 0x2021}, {"larr", 0x2190},
    {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},
    {"frac12", 0xBD},   {"frac14", 0xBC},   {"frac34", 0xBE},   {"sup2", 0xB2},
    {"sup3", 0xB3},     {"alpha", 0x3B1},   {"beta", 0x3B2},    {"gamma", 0x3B3},
    {"delta", 0x3B4},   {"mu", 0x3BC},      {"pi", 0x3C0},      {"sigma", 0x3C3},
    {"Omega", 0x3A9},   {"eacute", 0xE9},   {"egrave", 0xE8},   {"uuml", 0xFC},
    {"ouml", 0xF6},     {"auml", 0xE4},     {"szlig", 0xDF},    {"ccedil", 0xE7},
};

/* Control characters are no text; noncharacters are ours. */
static bool is_printable(guint64 code) {
  if (code > 0x10FFFF || !g_unichar_validate((gunichar)code))
    return false;
  return g_unichar_type((gunichar)code) != G_UNICODE_CONTROL &&
         g_unichar_type((gunichar)code) != G_UNICODE_UNASSIGNED;
}

static gunichar parse_number(const char *digits) {
  bool is_hex = *digits == 'x' || *digits == 'X';
  guint64 code = g_ascii_strtoull(digits + (is_hex ? 1 : 0), NULL, is_hex ? 16 : 10);
  return is_printable(code) ? (gunichar)code : 0;
}

gunichar pc_entity_parse(const char *text, gsize length) {
  if (length < 3 || length > LONGEST_ENTITY)
    return 0;
  char name[LONGEST_ENTITY] = "";
  memcpy(name, text + 1, length - 2);
  if (name[0] == '#')
    return parse_number(name + 1);
  for (gsize i = 0; i < G_N_ELEMENTS(entities); i++)
    if (strcmp(entities[i].name, name) == 0)
      return entities[i].ch;
  return 0;
}
