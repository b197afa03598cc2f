/* markup_chars.c - the classes of characters that markup asks for.  Layer: doc. */
#include "doc/markup_parts.h"

#include <stdlib.h>

typedef struct range {
  gunichar first, last;
} range;

/* Sorted.  Punctuation and symbols of Japanese text that are full-width in its fonts, ideographs,
 * kana, Bopomofo, full-width forms. */
static const range japanese[] = {
    {0x2015, 0x2016}, {0x2020, 0x2021},   {0x2025, 0x2026},   {0x2030, 0x2030},   {0x2032, 0x2033},
    {0x203B, 0x203C}, {0x2047, 0x2049},   {0x2051, 0x2051},   {0x2103, 0x2103},   {0x2116, 0x2116},
    {0x2121, 0x2121}, {0x2160, 0x217F},   {0x2190, 0x21FF},   {0x2460, 0x24FF},   {0x2500, 0x27BF},
    {0x2E80, 0x312F}, {0x3190, 0xA4CF},   {0xF900, 0xFAFF},   {0xFE10, 0xFE1F},   {0xFE30, 0xFE4F},
    {0xFF00, 0xFFEF}, {0x1B000, 0x1B16F}, {0x1F100, 0x1F2FF}, {0x20000, 0x3FFFF},
};

static const range kanji[] = {
    {0x3005, 0x3007}, {0x303B, 0x303B}, {0x30F6, 0x30F6},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF},
};

static const range kana[] = {
    {0x3000, 0x3000}, {0x3041, 0x3096}, {0x3099, 0x309F},   {0x30A1, 0x30FF},
    {0x31F0, 0x31FF}, {0xFF65, 0xFF9F}, {0x1B000, 0x1B16F},
};

static int compare_range(const void *key, const void *item) {
  gunichar ch = *(const gunichar *)key;
  const range *r = item;
  return ch < r->first ? -1 : ch > r->last;
}

static bool is_in(gunichar ch, const range *ranges, gsize count) {
  return bsearch(&ch, ranges, count, sizeof *ranges, compare_range) != NULL;
}

bool pc_char_is_japanese(gunichar ch) {
  return is_in(ch, japanese, G_N_ELEMENTS(japanese));
}

bool pc_char_is_western(gunichar ch) {
  if (ch < 0x80)
    return g_ascii_isgraph((char)ch);
  bool is_mark = (ch >= 0x2010 && ch <= 0x2014) || (ch >= 0x2018 && ch <= 0x201F);
  return is_mark || (g_unichar_isalnum(ch) && !pc_char_is_japanese(ch));
}

bool pc_char_is_kanji(gunichar ch) {
  return is_in(ch, kanji, G_N_ELEMENTS(kanji));
}

bool pc_char_is_kana(gunichar ch) {
  return ch == ' ' || is_in(ch, kana, G_N_ELEMENTS(kana));
}

bool pc_char_is_space(gunichar ch) {
  return ch == 0 || ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r' || ch == 0x3000;
}

bool pc_char_is_punctuation(gunichar ch) {
  return ch < 0x80 ? g_ascii_ispunct((char)ch) : g_unichar_ispunct(ch);
}
