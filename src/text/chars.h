/* chars.h - a paragraph's characters with their classes in context.  Layer: text. */
#ifndef PC_TEXT_CHARS_H
#define PC_TEXT_CHARS_H

#include "doc/rich.h"
#include "text/jclass.h"
#include "text/vertical.h"

typedef struct pc_char {
  gunichar code;
  int start; /* byte of the text */
  pc_jclass jclass;
  bool is_newline;
  bool western;   /* set in the Latin font */
  bool letter;    /* takes the gap between Japanese and Latin */
  bool joins;     /* part of the cluster before it */
  bool wide;      /* wants the font's full-width form: dashes, leaders, Japanese curly quotes */
  bool tied;      /* within the base of one reading: never parted from the character before it */
  unsigned marks; /* pc_mark */
  int ruby;       /* of the rich text, -1: no reading above it */
  int span;       /* of the rich text, -1: none */
  pc_orientation orientation;
  bool needs_form; /* upright only in a font with a form of it for vertical text */
} pc_char;

/* Characters of the text; *count receives how many, and one more entry at the end has the text's
 * length as its start.  The caller frees it with g_free. */
pc_char *pc_chars_decode(const pc_rich *rich, int *count);

/* For each character, whether UAX 14 lets a line break before it; NULL where no Western word asks.
 * The caller frees it. */
bool *pc_chars_find_breaks(const pc_rich *rich, const pc_char *chars, int count);

#endif
