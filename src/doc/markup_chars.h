/* markup_chars.h - the classes of characters that markup asks for.  Layer: doc. */
#ifndef PC_DOC_MARKUP_CHARS_H
#define PC_DOC_MARKUP_CHARS_H

#include <glib.h>
#include <stdbool.h>

bool pc_char_is_japanese(gunichar ch); /* full-width: no space where lines are joined */
bool pc_char_is_western(gunichar ch);  /* a space where lines are joined */
bool pc_char_is_kanji(gunichar ch);    /* and 々〆ヶ: base of 《》 */
bool pc_char_is_kana(gunichar ch);     /* and ー・: reading in 《》 */
bool pc_char_is_space(gunichar ch);    /* trimmed at ends; not U+00A0, U+200B */
bool pc_char_is_punctuation(gunichar ch);

#endif
