/* jclass.c - the class of each character, as ranges (JLREQ, appendix A).  Layer: text. */
#include "text/jclass.h"

#include <stdlib.h>

typedef struct class_range {
  gunichar first, last;
  pc_jclass jclass;
} class_range;

/* Sorted.  What is not here is an ideograph, or Western by its script.  U+FF5E is what Windows
 * types for the wave dash U+301C, so it is a hyphen too.  Small kana and other exceptions split the
 * blocks of kana. */
static const class_range ranges[] = {
    {0x0020, 0x0020, PC_JC_WESTERN_SPACE}, {0x0021, 0x007E, PC_JC_WESTERN},
    {0x00A0, 0x00A0, PC_JC_WESTERN},       {0x00A3, 0x00A3, PC_JC_PREFIX},
    {0x00A5, 0x00A5, PC_JC_PREFIX},        {0x00AB, 0x00AB, PC_JC_WESTERN},
    {0x00B0, 0x00B0, PC_JC_POSTFIX},       {0x00B1, 0x00B1, PC_JC_OPERATOR},
    {0x00BB, 0x00BB, PC_JC_WESTERN},       {0x00D7, 0x00D7, PC_JC_OPERATOR},
    {0x00F7, 0x00F7, PC_JC_OPERATOR},      {0x2010, 0x2010, PC_JC_HYPHEN},
    {0x2011, 0x2011, PC_JC_WESTERN},       {0x2013, 0x2013, PC_JC_WESTERN},
    {0x2014, 0x2015, PC_JC_INSEPARABLE},   {0x2018, 0x2019, PC_JC_WESTERN},
    {0x201C, 0x201D, PC_JC_WESTERN},       {0x2025, 0x2026, PC_JC_INSEPARABLE},
    {0x2030, 0x2030, PC_JC_POSTFIX},       {0x2032, 0x2033, PC_JC_POSTFIX},
    {0x203C, 0x203C, PC_JC_DIVIDING},      {0x2047, 0x2049, PC_JC_DIVIDING},
    {0x20AC, 0x20AC, PC_JC_PREFIX},        {0x2103, 0x2103, PC_JC_POSTFIX},
    {0x2113, 0x2113, PC_JC_POSTFIX},       {0x2116, 0x2116, PC_JC_PREFIX},
    {0x21D2, 0x21D2, PC_JC_RELATION},      {0x21D4, 0x21D4, PC_JC_RELATION},
    {0x2208, 0x2208, PC_JC_RELATION},      {0x220B, 0x220B, PC_JC_RELATION},
    {0x2212, 0x2213, PC_JC_OPERATOR},      {0x2227, 0x222A, PC_JC_RELATION},
    {0x2252, 0x2252, PC_JC_RELATION},      {0x2260, 0x2261, PC_JC_RELATION},
    {0x2266, 0x2267, PC_JC_RELATION},      {0x226A, 0x226B, PC_JC_RELATION},
    {0x2282, 0x2283, PC_JC_RELATION},      {0x2286, 0x2287, PC_JC_RELATION},
    {0x3000, 0x3000, PC_JC_SPACE},         {0x3001, 0x3001, PC_JC_COMMA},
    {0x3002, 0x3002, PC_JC_FULL_STOP},     {0x3005, 0x3005, PC_JC_ITERATION},
    {0x3008, 0x3008, PC_JC_OPENING},       {0x3009, 0x3009, PC_JC_CLOSING},
    {0x300A, 0x300A, PC_JC_OPENING},       {0x300B, 0x300B, PC_JC_CLOSING},
    {0x300C, 0x300C, PC_JC_OPENING},       {0x300D, 0x300D, PC_JC_CLOSING},
    {0x300E, 0x300E, PC_JC_OPENING},       {0x300F, 0x300F, PC_JC_CLOSING},
    {0x3010, 0x3010, PC_JC_OPENING},       {0x3011, 0x3011, PC_JC_CLOSING},
    {0x3014, 0x3014, PC_JC_OPENING},       {0x3015, 0x3015, PC_JC_CLOSING},
    {0x3016, 0x3016, PC_JC_OPENING},       {0x3017, 0x3017, PC_JC_CLOSING},
    {0x3018, 0x3018, PC_JC_OPENING},       {0x3019, 0x3019, PC_JC_CLOSING},
    {0x301A, 0x301A, PC_JC_OPENING},       {0x301B, 0x301B, PC_JC_CLOSING},
    {0x301C, 0x301C, PC_JC_HYPHEN},        {0x301D, 0x301D, PC_JC_OPENING},
    {0x301E, 0x301F, PC_JC_CLOSING},       {0x3033, 0x3035, PC_JC_INSEPARABLE},
    {0x303B, 0x303B, PC_JC_ITERATION},     {0x3041, 0x3041, PC_JC_SMALL_KANA},
    {0x3042, 0x3042, PC_JC_HIRAGANA},      {0x3043, 0x3043, PC_JC_SMALL_KANA},
    {0x3044, 0x3044, PC_JC_HIRAGANA},      {0x3045, 0x3045, PC_JC_SMALL_KANA},
    {0x3046, 0x3046, PC_JC_HIRAGANA},      {0x3047, 0x3047, PC_JC_SMALL_KANA},
    {0x3048, 0x3048, PC_JC_HIRAGANA},      {0x3049, 0x3049, PC_JC_SMALL_KANA},
    {0x304A, 0x3062, PC_JC_HIRAGANA},      {0x3063, 0x3063, PC_JC_SMALL_KANA},
    {0x3064, 0x3082, PC_JC_HIRAGANA},      {0x3083, 0x3083, PC_JC_SMALL_KANA},
    {0x3084, 0x3084, PC_JC_HIRAGANA},      {0x3085, 0x3085, PC_JC_SMALL_KANA},
    {0x3086, 0x3086, PC_JC_HIRAGANA},      {0x3087, 0x3087, PC_JC_SMALL_KANA},
    {0x3088, 0x308D, PC_JC_HIRAGANA},      {0x308E, 0x308E, PC_JC_SMALL_KANA},
    {0x308F, 0x3094, PC_JC_HIRAGANA},      {0x3095, 0x3096, PC_JC_SMALL_KANA},
    {0x309D, 0x309E, PC_JC_ITERATION},     {0x30A0, 0x30A0, PC_JC_HYPHEN},
    {0x30A1, 0x30A1, PC_JC_SMALL_KANA},    {0x30A2, 0x30A2, PC_JC_KATAKANA},
    {0x30A3, 0x30A3, PC_JC_SMALL_KANA},    {0x30A4, 0x30A4, PC_JC_KATAKANA},
    {0x30A5, 0x30A5, PC_JC_SMALL_KANA},    {0x30A6, 0x30A6, PC_JC_KATAKANA},
    {0x30A7, 0x30A7, PC_JC_SMALL_KANA},    {0x30A8, 0x30A8, PC_JC_KATAKANA},
    {0x30A9, 0x30A9, PC_JC_SMALL_KANA},    {0x30AA, 0x30C2, PC_JC_KATAKANA},
    {0x30C3, 0x30C3, PC_JC_SMALL_KANA},    {0x30C4, 0x30E2, PC_JC_KATAKANA},
    {0x30E3, 0x30E3, PC_JC_SMALL_KANA},    {0x30E4, 0x30E4, PC_JC_KATAKANA},
    {0x30E5, 0x30E5, PC_JC_SMALL_KANA},    {0x30E6, 0x30E6, PC_JC_KATAKANA},
    {0x30E7, 0x30E7, PC_JC_SMALL_KANA},    {0x30E8, 0x30ED, PC_JC_KATAKANA},
    {0x30EE, 0x30EE, PC_JC_SMALL_KANA},    {0x30EF, 0x30F4, PC_JC_KATAKANA},
    {0x30F5, 0x30F6, PC_JC_SMALL_KANA},    {0x30F7, 0x30FA, PC_JC_KATAKANA},
    {0x30FB, 0x30FB, PC_JC_MIDDLE_DOT},    {0x30FC, 0x30FC, PC_JC_PROLONGED},
    {0x30FD, 0x30FE, PC_JC_ITERATION},     {0x31F0, 0x31FF, PC_JC_SMALL_KANA},
    {0x3303, 0x3357, PC_JC_POSTFIX},       {0x3371, 0x337A, PC_JC_POSTFIX},
    {0x3380, 0x33DF, PC_JC_POSTFIX},       {0xFF01, 0xFF01, PC_JC_DIVIDING},
    {0xFF03, 0xFF04, PC_JC_PREFIX},        {0xFF05, 0xFF05, PC_JC_POSTFIX},
    {0xFF08, 0xFF08, PC_JC_OPENING},       {0xFF09, 0xFF09, PC_JC_CLOSING},
    {0xFF0B, 0xFF0B, PC_JC_OPERATOR},      {0xFF0C, 0xFF0C, PC_JC_COMMA},
    {0xFF0D, 0xFF0D, PC_JC_OPERATOR},      {0xFF0E, 0xFF0E, PC_JC_FULL_STOP},
    {0xFF1A, 0xFF1B, PC_JC_MIDDLE_DOT},    {0xFF1C, 0xFF1E, PC_JC_RELATION},
    {0xFF1F, 0xFF1F, PC_JC_DIVIDING},      {0xFF3B, 0xFF3B, PC_JC_OPENING},
    {0xFF3D, 0xFF3D, PC_JC_CLOSING},       {0xFF5B, 0xFF5B, PC_JC_OPENING},
    {0xFF5D, 0xFF5D, PC_JC_CLOSING},       {0xFF5E, 0xFF5E, PC_JC_HYPHEN},
    {0xFF5F, 0xFF5F, PC_JC_OPENING},       {0xFF60, 0xFF60, PC_JC_CLOSING},
    {0xFF61, 0xFF61, PC_JC_FULL_STOP},     {0xFF62, 0xFF62, PC_JC_OPENING},
    {0xFF63, 0xFF63, PC_JC_CLOSING},       {0xFF64, 0xFF64, PC_JC_COMMA},
    {0xFF65, 0xFF65, PC_JC_MIDDLE_DOT},    {0xFF67, 0xFF6F, PC_JC_SMALL_KANA},
    {0xFF70, 0xFF70, PC_JC_PROLONGED},     {0xFF71, 0xFF9D, PC_JC_KATAKANA},
    {0xFFE0, 0xFFE0, PC_JC_POSTFIX},       {0xFFE1, 0xFFE1, PC_JC_PREFIX},
    {0xFFE5, 0xFFE5, PC_JC_PREFIX},
};

static int compare_range(const void *key, const void *row) {
  const gunichar code = *(const gunichar *)key;
  const class_range *range = row;
  return code < range->first ? -1 : code > range->last ? 1 : 0;
}

/* Full-width letters (FF00-FFEF) keep the em square: they are ideographs here. */
static bool is_western_script(gunichar code) {
  if (code >= 0xFF00 && code <= 0xFFEF)
    return false;
  const GUnicodeScript script = g_unichar_get_script(code);
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC;
}

pc_jclass pc_jclass_get(gunichar code) {
  const class_range *range =
      bsearch(&code, ranges, G_N_ELEMENTS(ranges), sizeof ranges[0], compare_range);
  if (range != NULL)
    return range->jclass;
  if (code >= 0x3400 && code <= 0x9FFF)
    return PC_JC_IDEOGRAPH;
  return is_western_script(code) ? PC_JC_WESTERN : PC_JC_IDEOGRAPH;
}

bool pc_jclass_is_letter(gunichar code) {
  if (code < 0x80)
    return g_ascii_isalnum((char)code);
  return code < 0x2C80 && is_western_script(code) && g_unichar_isalpha(code);
}

bool pc_jclass_is_joining(gunichar code) {
  if (code < 0x300 || (code >= 0x3400 && code <= 0x9FFF))
    return code == 0xAD;
  switch (g_unichar_type(code)) {
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_FORMAT:
    return true;
  default:
    return false;
  }
}
