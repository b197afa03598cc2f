/* breaks.c - the break table of TYPOGRAPHY's classes, by level of kinsoku.  Layer: text. */
#include "text/breaks.h"

#define BIT(c) (1u << PC_JC_##c)

#define NEVER_STARTS                                                                               \
  (BIT(CLOSING) | BIT(DIVIDING) | BIT(MIDDLE_DOT) | BIT(FULL_STOP) | BIT(COMMA) |                  \
   BIT(WESTERN_SPACE))

/* Classes that never start a line; the levels are JLREQ's very strict, strict and loose.  A postfix
 * stays with an ideograph too (五％), as UAX 14 wants; JLREQ speaks of figures only. */
static const guint32 no_start[] = {
    [PC_KINSOKU_STRICT] = NEVER_STARTS | BIT(HYPHEN) | BIT(ITERATION) | BIT(PROLONGED) |
                          BIT(SMALL_KANA) | BIT(POSTFIX),
    [PC_KINSOKU_NORMAL] = NEVER_STARTS | BIT(HYPHEN) | BIT(POSTFIX),
    [PC_KINSOKU_LOOSE] = NEVER_STARTS,
};

#define NO_END (BIT(OPENING) | BIT(PREFIX))

/* Western marks that keep to one side even next to Japanese. */
static const gunichar western_no_start[] = {')', ']', '}', ',', '.',  '!',    '?',    ':',   ';',
                                            '%', '/', '-', '"', '\'', 0x2019, 0x201D, 0x00BB};
static const gunichar western_no_end[] = {'(', '[', '{', '$', '"', '\'', 0x2018, 0x201C, 0x00AB};

static bool is_one_of(const gunichar *set, size_t count, gunichar code) {
  for (size_t i = 0; i < count; i++)
    if (set[i] == code)
      return true;
  return false;
}

static bool is_digit(const pc_char *c) {
  return (c->code >= '0' && c->code <= '9') || (c->code >= 0xFF10 && c->code <= 0xFF19);
}

/* ＜ and ＞ are signs of relation by class, but text uses them as brackets. */
static bool starts_never(pc_kinsoku kinsoku, const pc_char *c) {
  if (kinsoku == PC_KINSOKU_LOOSE && c->code == 0x30FB)
    return false;
  return (no_start[kinsoku] & pc_jclass_bit(c->jclass)) != 0 || c->code == 0xFF1E ||
         is_one_of(western_no_start, G_N_ELEMENTS(western_no_start), c->code);
}

static bool ends_never(const pc_char *c) {
  return (NO_END & pc_jclass_bit(c->jclass)) != 0 || c->code == 0xFF1C ||
         is_one_of(western_no_end, G_N_ELEMENTS(western_no_end), c->code);
}

/* Pairs that are one sign or one number. */
static bool is_inseparable(pc_kinsoku kinsoku, const pc_char *before, const pc_char *after) {
  if (before->jclass == PC_JC_INSEPARABLE && before->code == after->code)
    return kinsoku != PC_KINSOKU_LOOSE || before->code == 0x2014 || before->code == 0x2015;
  if (!is_digit(before))
    return false;
  if (after->jclass == PC_JC_POSTFIX)
    return kinsoku != PC_KINSOKU_LOOSE;
  return is_digit(after);
}

/* UAX 14 knows these too, but not with U+3000 between them and a word. */
static bool is_fastened(const pc_char *before, const pc_char *after) {
  static const gunichar openings[] = {'(', '[', '{'};
  return after->code == '%' || is_one_of(openings, G_N_ELEMENTS(openings), before->code);
}

bool pc_break_is_allowed(pc_kinsoku kinsoku, const pc_char *before, const pc_char *after,
                         bool uax14) {
  if (before->jclass == PC_JC_WESTERN && after->jclass == PC_JC_WESTERN)
    return uax14 && !is_fastened(before, after);
  return before->code != 0xA0 && after->code != 0xA0 && !starts_never(kinsoku, after) &&
         !ends_never(before) && !is_inseparable(kinsoku, before, after);
}
