/* translate.c - looks texts up in a catalogue that msgfmt made.  Layer: base. */
#include "base/translate.h"

#include <stdbool.h>
#include <string.h>

#include "base/resource.h"

/* The head of a .mo file (gettext manual, "The Format of GNU MO Files"), in 32-bit words. */
enum { MO_MAGIC, MO_REVISION, MO_COUNT, MO_ORIGINALS, MO_TRANSLATIONS };

/* Reads a word of the file, which msgfmt writes least byte first. */
static guint32 read_word(const char *file, guint32 offset) {
  guint32 word = 0;
  memcpy(&word, file + offset, sizeof word);
  return GUINT32_FROM_LE(word);
}

/* Each entry of the two lists is a length and an offset. */
static const char *get_text(const char *file, guint32 list, guint32 index) {
  return file + read_word(file, list + 8 * index + 4);
}

/* The originals are sorted.  One that counts is "one\0many", found by the first. */
static const char *find_text(const char *file, const char *text) {
  const guint32 originals = read_word(file, 4 * MO_ORIGINALS);
  guint32 low = 0, high = read_word(file, 4 * MO_COUNT);
  while (low < high) {
    const guint32 middle = (low + high) / 2;
    const int order = strcmp(text, get_text(file, originals, middle));
    if (order == 0)
      return get_text(file, read_word(file, 4 * MO_TRANSLATIONS), middle);
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

/* A script that says LC_ALL=C wants to read the answer. */
static bool is_for_programs(void) {
  const char *locale = g_getenv("LC_ALL");
  return g_strcmp0(locale, "C") == 0 || g_strcmp0(locale, "POSIX") == 0;
}

/* NULL: English, or a language that posterc does not speak. */
static const char *find_catalogue(void) {
  if (is_for_programs())
    return NULL;
  const char *const *names = g_get_language_names_with_category("LC_MESSAGES");
  for (; *names != NULL && !g_str_has_prefix(*names, "en"); names++) {
    g_autofree char *path = g_strdup_printf("po/%s.mo", *names);
    const char *file = pc_resource_find(path, NULL);
    if (file != NULL)
      return file;
  }
  return NULL;
}

/* The empty text is the key of the catalogue's own head. */
static const char *find_translation(const char *text) {
  const char *file = text[0] != '\0' ? find_catalogue() : NULL;
  return file != NULL ? find_text(file, text) : NULL;
}

const char *pc_translate(const char *text) {
  const char *translation = find_translation(text);
  return translation != NULL ? translation : text;
}

/* Japanese, the only catalogue, has one form for all counts. */
const char *pc_translate_count(const char *one, const char *many, long count) {
  const char *translation = find_translation(one);
  if (translation != NULL)
    return translation;
  return count == 1 ? one : many;
}
