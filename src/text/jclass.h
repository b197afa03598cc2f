/* jclass.h - character classes of JLREQ, appendix A.  Layer: text. */
#ifndef PC_TEXT_JCLASS_H
#define PC_TEXT_JCLASS_H

#include <stdbool.h>

#include <glib.h>

/* Numbered as in JLREQ (cl-01 to cl-27); classes that markup creates are not here. */
typedef enum pc_jclass {
  PC_JC_OPENING = 1,
  PC_JC_CLOSING = 2,
  PC_JC_HYPHEN = 3,
  PC_JC_DIVIDING = 4,
  PC_JC_MIDDLE_DOT = 5,
  PC_JC_FULL_STOP = 6,
  PC_JC_COMMA = 7,
  PC_JC_INSEPARABLE = 8,
  PC_JC_ITERATION = 9,
  PC_JC_PROLONGED = 10,
  PC_JC_SMALL_KANA = 11,
  PC_JC_PREFIX = 12,
  PC_JC_POSTFIX = 13,
  PC_JC_SPACE = 14, /* U+3000 */
  PC_JC_HIRAGANA = 15,
  PC_JC_KATAKANA = 16,
  PC_JC_RELATION = 17,
  PC_JC_OPERATOR = 18,
  PC_JC_IDEOGRAPH = 19, /* and all symbols that are nothing else */
  PC_JC_WESTERN_SPACE = 26,
  PC_JC_WESTERN = 27,
  PC_N_JCLASSES,
} pc_jclass;

/* The class of a character that stands alone.  Curly quotes and the en dash are Western here: what
 * stands beside them decides (text/chars.h). */
pc_jclass pc_jclass_get(gunichar code);

/* Letters of Latin, Greek, Cyrillic and ASCII digits: what a Japanese-Latin gap belongs to. */
bool pc_jclass_is_letter(gunichar code);

/* Belongs to the character before it: combining marks, variation selectors, invisible controls. */
bool pc_jclass_is_joining(gunichar code);

static inline guint32 pc_jclass_bit(pc_jclass c) {
  return (guint32)1 << c;
}

#endif
