/* wishes.c - gathers the families and characters that a drawing asks for.  Layer: text. */
#include "text/named.h"

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
  return wishes;
}

void pc_font_wishes_free(pc_font_wishes *wishes) {
  if (wishes == NULL)
    return;
  g_ptr_array_unref(wishes->lists);
  g_hash_table_unref(wishes->codes);
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

void pc_font_wishes_add_text(pc_font_wishes *wishes, const char *text, size_t length) {
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    g_hash_table_add(wishes->codes, GUINT_TO_POINTER(g_utf8_get_char(p)));
}
