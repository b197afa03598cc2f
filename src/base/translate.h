/* translate.h - posterc's words in the reader's language.  Layer: base.
 *
 * The English text in the source is the key into a catalogue that travels inside the program, so
 * that no file and no installed locale is needed.  The environment chooses, as with gettext:
 * LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in this order; LC_ALL=C is always English.  Nothing calls
 * setlocale: numbers, sorting and what is printed on the poster stay the same everywhere.
 */
#ifndef PC_BASE_TRANSLATE_H
#define PC_BASE_TRANSLATE_H

#include <glib.h>

/* The text itself where there is no translation.  Borrowed, and never freed. */
const char *pc_translate(const char *text) G_GNUC_FORMAT(1);
/* The same for a text that counts. */
const char *pc_translate_count(const char *one, const char *many, long count) G_GNUC_FORMAT(1)
    G_GNUC_FORMAT(2);

/* A text that is used here. */
#define _(text) pc_translate(text)
/* A word in a table, which is translated where it is used; sentences are found without a mark. */
#define N_(text) text

#endif
