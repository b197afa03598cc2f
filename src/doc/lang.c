/* lang.c - language tags.  Layer: doc. */
#include "doc/lang.h"

#include <string.h>

#include <glib.h>

/* Subtags have 1 to 8 letters or digits, the first one letters only and two at least (RFC 5646,
 * 2.1); more of them than this are no language, but a mistake. */
#define MAX_SUBTAGS 9

static bool is_subtag(const char *at, int length, bool is_first) {
  if (length < (is_first ? 2 : 1) || length > 8)
    return false;
  for (int i = 0; i < length; i++)
    if (is_first ? !g_ascii_isalpha(at[i]) : !g_ascii_isalnum(at[i]))
      return false;
  return true;
}

bool pc_lang_is_tag(const char *text) {
  const char *at = text;
  for (int n = 0; n < MAX_SUBTAGS; n++) {
    const int length = (int)strcspn(at, "-");
    if (!is_subtag(at, length, n == 0))
      return false;
    if (at[length] == '\0')
      return true;
    at += length + 1;
  }
  return false;
}

bool pc_lang_is_japanese(const char *lang) {
  return g_ascii_strncasecmp(lang, "ja", 2) == 0 && (lang[2] == '\0' || lang[2] == '-');
}
