/* lang.h - the language of the words that posterc adds.  Layer: doc. */
#ifndef PC_DOC_LANG_H
#define PC_DOC_LANG_H

#include <stdbool.h>

/* "ja", "ja-JP": they are Japanese; else English. */
bool pc_lang_is_japanese(const char *lang);

#endif
