/* wishes.c - gathers the families and characters that a drawing asks for.  Layer: text. */
#include "text/named.h"

#include <string.h>

static void free_list(void *data) {
  pc_family_list *list = data;
  g_strfreev(list->names);
  g_free(list);
}

pc_font_wishes *pc_font_wishes_new(const char *file, pc_place at) {
  pc_font_wishes *wishes = g_new0(pc_font_wishes, 1);
  wishes->file = file;
  wishes->at = at;
  wishes->lists = g_ptr_array_new_with_free_func(free_list);
  wishes->codes = g_hash_table_new(NULL, NULL);
  wishes->forms = g_hash_table_new(NULL, NULL);
  return wishes;
}

void pc_font_wishes_free(pc_font_wishes *wishes) {
  if (wishes == NULL)
    return;
  g_ptr_array_unref(wishes->lists);
  g_hash_table_unref(wishes->codes);
  g_hash_table_unref(wishes->forms);
  g_free(wishes);
}

static bool is_known(const pc_font_wishes *wishes, char **names) {
  for (guint i = 0; i < wishes->lists->len; i++) {
    const pc_family_list *list = g_ptr_array_index(wishes->lists, i);
    if (g_strv_equal((const char *const *)list->names, (const char *const *)names))
      return true;
  }
  return false;
}

void pc_font_wishes_add_list(pc_font_wishes *wishes, char **names, int line) {
  if (is_known(wishes, names)) {
    g_strfreev(names);
    return;
  }
  pc_family_list *list = g_new(pc_family_list, 1);
  *list = (pc_family_list){names, line};
  g_ptr_array_add(wishes->lists, list);
}

static void add_codes(GHashTable *codes, const char *text, size_t length) {
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    g_hash_table_add(codes, GUINT_TO_POINTER(g_utf8_get_char(p)));
}

static void add_form(pc_font_wishes *wishes, char *text) {
  add_codes(wishes->forms, text, strlen(text));
  g_free(text);
}

static void add_mirrored(pc_font_wishes *wishes, const char *text, size_t length) {
  gunichar mirrored;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
    if (g_unichar_get_mirror_char(g_utf8_get_char(p), &mirrored))
      g_hash_table_add(wishes->forms, GUINT_TO_POINTER(mirrored));
  }
}

/* Pango has capitals for small capitals, HarfBuzz the others: brackets from right to left, accents
 * as one character or two, a space or a hyphen for its kin, a circle below a lone accent. */
void pc_font_wishes_add_text(pc_font_wishes *wishes, const char *text, size_t length) {
  static const char stand_ins[] = " -\u2010\u25cc";
  const gssize size = (gssize)length;
  add_codes(wishes->codes, text, length);
  add_codes(wishes->forms, text, length);
  add_codes(wishes->forms, stand_ins, strlen(stand_ins));
  add_form(wishes, g_utf8_strup(text, size));
  add_form(wishes, g_utf8_normalize(text, size, G_NORMALIZE_NFC));
  add_form(wishes, g_utf8_normalize(text, size, G_NORMALIZE_NFD));
  add_mirrored(wishes, text, length);
}
