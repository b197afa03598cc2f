/* lang.c - language tags.  Layer: doc. */
#include "doc/lang.h"

#include <glib.h>

bool pc_lang_is_japanese(const char *lang) {
  return g_ascii_strncasecmp(lang, "ja", 2) == 0 && (lang[2] == '\0' || lang[2] == '-');
}
