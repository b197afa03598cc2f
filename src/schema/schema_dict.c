/* schema_dict.c - keys and words for the fuzzers.  Layer: schema. */
#include "schema/kinds.h"
#include "schema/readers.h"

static void add_all(GPtrArray *words, const char *const *from) {
  for (int i = 0; from != NULL && from[i] != NULL; i++)
    g_ptr_array_add(words, g_strdup(from[i]));
}

static void add_table(GPtrArray *words, const pc_schema *schema) {
  for (const pc_key *key = schema->keys; key->name != NULL; key++) {
    g_ptr_array_add(words, g_strdup(key->name));
    add_all(words, key->names);
  }
}

static int compare_words(gconstpointer a, gconstpointer b) {
  return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* libFuzzer reads backslash, quote and \xNN escapes. */
static void append_word(GString *out, const char *word) {
  g_string_append_c(out, '"');
  for (; *word != '\0'; word++) {
    unsigned char byte = (unsigned char)*word;
    if (byte == '"' || byte == '\\')
      g_string_append_printf(out, "\\%c", byte);
    else if (byte < 0x20 || byte >= 0x7f)
      g_string_append_printf(out, "\\x%02X", byte);
    else
      g_string_append_c(out, (char)byte);
  }
  g_string_append(out, "\"\n");
}

void pc_schema_format_dictionary(const pc_schema *top, GString *out) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) tables = pc_schema_tables(top);
  for (guint i = 0; i < tables->len; i++)
    add_table(words, g_array_index(tables, pc_schema_table, i).schema);
  add_all(words, pc_color_role_names());
  add_all(words, pc_bool_words());
  for (int unit = PC_UNIT_AUTO; unit <= PC_UNIT_FR; unit++)
    if (unit != PC_UNIT_NONE)
      g_ptr_array_add(words, pc_unit_name((pc_unit)unit));
  g_ptr_array_sort(words, compare_words);
  for (guint i = 0; i < words->len; i++)
    if (i == 0 || !g_str_equal(words->pdata[i], words->pdata[i - 1]))
      append_word(out, words->pdata[i]);
}
