/* chart_scale.c - nice numbers, and numbers with their commas.  Layer: figure. */
#include "figure/chart_scale.h"

#include <math.h>
#include <string.h>

#include <glib.h>

/* Intervals that a scale has at the most. */
static const int most_intervals = 5;

/* The least nice step that is no less. */
static double find_step(double least) {
  static const double nice[] = {1, 2, 5};
  double power = pow(10, floor(log10(least)));
  for (size_t i = 0; i < G_N_ELEMENTS(nice); i++) {
    if (nice[i] * power >= least * (1 - 1e-9))
      return nice[i] * power;
  }
  return 10 * power;
}

pc_scale pc_scale_make(double least, double most, bool from_zero) {
  if (from_zero) {
    least = MIN(least, 0);
    most = MAX(most, 0);
  }
  if (most - least < 1e-9 * MAX(1, fabs(most)))
    most = least + MAX(1, fabs(least) * 0.1);
  pc_scale scale = {.step = find_step((most - least) / most_intervals)};
  double first = floor(least / scale.step + 1e-9), last = ceil(most / scale.step - 1e-9);
  scale.low = first * scale.step;
  scale.high = last * scale.step + 0.0; /* no -0 */
  scale.n = MIN((int)(last - first) + 1, PC_SCALE_MAX_TICKS);
  scale.decimals = MAX(0, -(int)floor(log10(scale.step) + 1e-9));
  return scale;
}

static void print_digits(char digits[64], double value, int decimals) {
  char format[16];
  g_snprintf(format, sizeof format, "%%.%df", CLAMP(decimals, 0, 9));
  g_ascii_formatd(digits, 64, format, fabs(value));
}

int pc_number_decimals(double value, int least, int most) {
  char digits[64];
  print_digits(digits, value, most);
  const char *last = digits + strlen(digits) - 1;
  while (most > least && *last == '0') {
    most--;
    last--;
  }
  return most;
}

static void append_grouped(GString *out, const char *digits) {
  size_t whole = strcspn(digits, ".");
  for (size_t i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append_c(out, ',');
    g_string_append_c(out, digits[i]);
  }
  g_string_append(out, digits + whole);
}

/* "24 km", but "24%" and "24人". */
static bool is_word(const char *unit) {
  return g_ascii_isalpha(unit[0]);
}

char *pc_number_format(double value, int decimals, const char *unit) {
  char digits[64];
  print_digits(digits, value, decimals);
  GString *out = g_string_new(value < 0 && strpbrk(digits, "123456789") != NULL ? "\u2212" : "");
  append_grouped(out, digits);
  if (unit != NULL)
    g_string_append_printf(out, "%s%s", is_word(unit) ? " " : "", unit);
  return g_string_free(out, FALSE);
}
