/* digits.c - one form of digits in one poster.  Layer: mend.
 *
 * Horizontal text has Western digits half-width (JLREQ 2.2.1 and 3.2: proportional or half-width;
 * full-width for single digits is a habit of vertical text).  Where a poster has both forms, the
 * full-width ones change; a poster that is full-width throughout, or that has vertical text, stays
 * as it is, and so does one that keeps the rule of many offices: single digits full-width, longer
 * numbers half-width.
 */
#include "mend/plan.h"

#include <string.h>

/* Digits with nothing but a decimal point, or the comma of thousands, between them. */
typedef struct digit_run {
  guint first, end;   /* of the list of digits */
  size_t start, stop; /* bytes of the text */
  bool has_wide;
} digit_run;

static const size_t wide_length = 3; /* bytes of a full-width form */

static guint32 get_digit(const pc_printed *printed, guint i) {
  return g_array_index(printed->digits, guint32, i);
}

static bool is_wide(const char *at) {
  gunichar ch = g_utf8_get_char(at);
  return ch >= 0xFF10 && ch <= 0xFF19;
}

static size_t measure_digit(const char *text, size_t at) {
  return is_wide(text + at) ? wide_length : 1;
}

/* Digits one behind the other from the i-th on. */
static guint count_adjacent(const pc_printed *printed, guint i) {
  guint n = 1;
  for (; i + n < printed->digits->len; n++) {
    size_t before = get_digit(printed, i + n - 1);
    if (get_digit(printed, i + n) != before + measure_digit(printed->text, before))
      break;
  }
  return n;
}

/* The full-width point or comma at `at`, where it stands inside of a number. */
static bool is_separator(const pc_printed *printed, size_t at, guint next) {
  gunichar ch = g_utf8_get_char(printed->text + at);
  bool goes_on = next < printed->digits->len && get_digit(printed, next) == at + wide_length;
  return goes_on && (ch == 0xFF0E || (ch == 0xFF0C && count_adjacent(printed, next) == 3));
}

static digit_run read_run(const pc_printed *printed, guint first) {
  digit_run run = {.first = first, .end = first, .start = get_digit(printed, first)};
  bool goes_on = true;
  while (goes_on) {
    guint n = count_adjacent(printed, run.end);
    for (guint i = run.end; i < run.end + n; i++)
      run.has_wide = run.has_wide || is_wide(printed->text + get_digit(printed, i));
    run.end += n;
    size_t last = get_digit(printed, run.end - 1);
    run.stop = last + measure_digit(printed->text, last);
    goes_on = is_separator(printed, run.stop, run.end);
    run.has_wide = run.has_wide || goes_on;
  }
  return run;
}

static bool is_letter(gunichar ch) {
  return (ch < 0x80 && g_ascii_isalpha((char)ch)) || (ch >= 0xFF21 && ch <= 0xFF3A) ||
         (ch >= 0xFF41 && ch <= 0xFF5A);
}

/* A4, Ｂ５, ＣＯ２: the digit goes with its letter. */
static bool touches_letter(const pc_printed *printed, const digit_run *run) {
  const char *text = printed->text;
  gunichar before =
      run->start > 0 ? g_utf8_get_char(g_utf8_prev_char(text + run->start)) : (gunichar)0;
  return is_letter(before) || is_letter(g_utf8_get_char(text + run->stop));
}

/* What there is in a poster: a digit alone, or in a longer number, in either form. */
enum { NARROW_ALONE = 1, NARROW_IN_NUMBER = 2, WIDE_ALONE = 4, WIDE_IN_NUMBER = 8 };

static unsigned find_run_forms(const pc_printed *printed, const digit_run *run) {
  const bool is_alone = run->end - run->first == 1;
  unsigned forms = 0;
  for (guint i = run->first; i < run->end; i++) {
    const bool wide = is_wide(printed->text + get_digit(printed, i));
    const unsigned narrow = is_alone ? NARROW_ALONE : NARROW_IN_NUMBER;
    const unsigned broad = is_alone ? WIDE_ALONE : WIDE_IN_NUMBER;
    forms |= wide ? broad : narrow;
  }
  return forms;
}

static unsigned find_forms(const pc_printed *printed) {
  unsigned forms = 0;
  for (guint i = 0; i < printed->digits->len;) {
    digit_run run = read_run(printed, i);
    if (!touches_letter(printed, &run))
      forms |= find_run_forms(printed, &run);
    i = run.end;
  }
  return forms;
}

static void mark_run(const pc_printed *printed, const digit_run *run, GArray *digits) {
  for (size_t at = run->start; at < run->stop;) {
    guint32 offset = (guint32)at;
    size_t length = (size_t)(g_utf8_next_char(printed->text + at) - (printed->text + at));
    if (length == wide_length)
      g_array_append_val(digits, offset);
    at += length;
  }
}

static GArray *mark_digits(const pc_printed *printed) {
  GArray *digits = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < printed->digits->len;) {
    digit_run run = read_run(printed, i);
    if (run.has_wide && !touches_letter(printed, &run))
      mark_run(printed, &run, digits);
    i = run.end;
  }
  return digits;
}

static bool is_mixed(const pc_plan *plan) {
  unsigned forms = 0;
  for (guint i = 0; i < plan->passages->len; i++) {
    const pc_passage_plan *passage = &g_array_index(plan->passages, pc_passage_plan, i);
    if (passage->printed != NULL)
      forms |= find_forms(passage->printed);
  }
  const bool has_wide = (forms & (WIDE_ALONE | WIDE_IN_NUMBER)) != 0;
  const bool has_narrow = (forms & (NARROW_ALONE | NARROW_IN_NUMBER)) != 0;
  const bool keeps_rule = (forms & (NARROW_ALONE | WIDE_IN_NUMBER)) == 0;
  return has_wide && has_narrow && !keeps_rule;
}

void pc_plan_find_digits(pc_plan *plan, const pc_printing *printing) {
  if (printing->is_vertical || printing->has_ruby_digit || !is_mixed(plan))
    return;
  for (guint i = 0; i < plan->passages->len; i++) {
    pc_passage_plan *passage = &g_array_index(plan->passages, pc_passage_plan, i);
    if (passage->printed != NULL && !passage->is_name)
      passage->digits = mark_digits(passage->printed);
  }
}
