/* units.c - lengths, their units, and the sizes of paper.  Layer: base. */
#include "base/units.h"

#include <math.h>

#include <glib.h>

#include "base/utf8.h"

static const double um_per_pt = 25400.0 / 72;

/* Nothing on a poster is longer than 100 m; sums of a few such lengths still fit into pc_um. */
static const double um_limit = 1e8;

/* Only a unit of fixed length has micrometres. */
static const struct {
  const char *suffix;
  double um;
} units[] = {
    [PC_UNIT_AUTO] = {NULL, 0},   [PC_UNIT_NONE] = {"", 0},     [PC_UNIT_MM] = {"mm", 1000},
    [PC_UNIT_CM] = {"cm", 10000}, [PC_UNIT_IN] = {"in", 25400}, [PC_UNIT_PT] = {"pt", 25400.0 / 72},
    [PC_UNIT_Q] = {"Q", 250},     [PC_UNIT_H] = {"H", 250},     [PC_UNIT_EM] = {"em", 0},
    [PC_UNIT_PERCENT] = {"%", 0}, [PC_UNIT_FR] = {"fr", 0},
};

/* Whole millimetres: ISO 216 for A and ISO-B, JIS P 0138 for B. */
static const struct {
  int width, height;
} papers[] = {
    {841, 1189},  {594, 841},  {420, 594}, {297, 420}, {210, 297}, {148, 210}, {105, 148},
    {1030, 1456}, {728, 1030}, {515, 728}, {364, 515}, {257, 364}, {182, 257}, {128, 182},
    {1000, 1414}, {707, 1000}, {500, 707}, {353, 500}, {250, 353}, {176, 250}, {125, 176},
};

/* In the order of papers. */
static const char *const paper_names[] = {
    "A0", "A1", "A2", "A3",     "A4",     "A5",     "A6",     "B0",     "B1",     "B2",     "B3",
    "B4", "B5", "B6", "ISO-B0", "ISO-B1", "ISO-B2", "ISO-B3", "ISO-B4", "ISO-B5", "ISO-B6", NULL,
};
G_STATIC_ASSERT(G_N_ELEMENTS(papers) + 1 == G_N_ELEMENTS(paper_names));

static const char *skip_digits(const char *text) {
  while (g_ascii_isdigit(*text))
    text++;
  return text;
}

/* The end of a plain decimal number, NULL when there is none.  strtod alone would take "inf", "0x1"
 * and "1e9" too. */
static const char *find_number_end(const char *text) {
  const char *digits = *text == '-' || *text == '+' ? text + 1 : text;
  const char *point = skip_digits(digits);
  if (*point != '.')
    return point > digits ? point : NULL;
  const char *end = skip_digits(point + 1);
  return end - digits > 1 ? end : NULL;
}

static bool find_unit(const char *suffix, pc_unit *unit) {
  for (int i = PC_UNIT_NONE; i < (int)G_N_ELEMENTS(units); i++) {
    if (g_ascii_strcasecmp(suffix, units[i].suffix) != 0)
      continue;
    *unit = (pc_unit)i;
    return true;
  }
  return false;
}

static pc_um round_um(double um) {
  if (isnan(um))
    return 0;
  return (pc_um)lround(CLAMP(um, -um_limit, um_limit));
}

bool pc_length_parse(const char *text, pc_length *length) {
  g_autofree char *ascii = g_strstrip(pc_utf8_ascii_digits(text));
  if (g_str_equal(ascii, "auto")) {
    *length = (pc_length){0, PC_UNIT_AUTO};
    return true;
  }
  const char *end = find_number_end(ascii);
  if (end == NULL)
    return false;
  const char *suffix = end;
  while (*suffix == ' ')
    suffix++;
  pc_unit unit;
  if (!find_unit(suffix, &unit))
    return false;
  g_autofree char *number = g_strndup(ascii, (gsize)(end - ascii));
  double value = g_ascii_strtod(number, NULL);
  if (!isfinite(value))
    return false;
  *length = (pc_length){value, unit};
  return true;
}

char *pc_length_format(pc_length length) {
  if (length.unit == PC_UNIT_AUTO)
    return g_strdup("auto");
  char number[512];
  for (int decimals = 0; decimals <= 17; decimals++) {
    char format[8];
    g_snprintf(format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd(number, sizeof number, format, length.value);
    if (g_ascii_strtod(number, NULL) == length.value)
      break;
  }
  return g_strconcat(number, units[length.unit].suffix, NULL);
}

pc_um pc_length_um(pc_length length, pc_um em, pc_um parent) {
  if (length.unit == PC_UNIT_EM)
    return round_um(length.value * em);
  if (length.unit == PC_UNIT_PERCENT)
    return round_um(length.value * parent / 100);
  return round_um(length.value * units[length.unit].um);
}

double pc_length_pt(pc_length length, double em_pt) {
  if (length.unit == PC_UNIT_EM)
    return length.value * em_pt;
  return length.value * units[length.unit].um / um_per_pt;
}

pc_um pc_um_from_pt(double pt) {
  return round_um(pt * um_per_pt);
}

double pc_um_to_pt(pc_um um) {
  return um / um_per_pt;
}

pc_um pc_um_from_mm(double mm) {
  return round_um(mm * 1000);
}

double pc_um_to_mm(pc_um um) {
  return um / 1000.0;
}

bool pc_paper_find(const char *name, pc_um *width, pc_um *height) {
  for (int i = 0; paper_names[i] != NULL; i++) {
    if (g_ascii_strcasecmp(name, paper_names[i]) != 0)
      continue;
    *width = papers[i].width * 1000;
    *height = papers[i].height * 1000;
    return true;
  }
  return false;
}

const char *const *pc_paper_names(void) {
  return paper_names;
}
