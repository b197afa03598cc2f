/* lang.h - language tags (BCP 47), and the language of the words that posterc adds.  Layer: doc. */
#ifndef PC_DOC_LANG_H
#define PC_DOC_LANG_H

#include <stdbool.h>

/* "en", "zh-Hans": well-formed; whether anybody speaks it is not asked. */
bool pc_lang_is_tag(const char *text);

/* "ja", "ja-JP": they are Japanese; else English. */
bool pc_lang_is_japanese(const char *lang);

#endif
