/* tables.c - all tables below a top, each once.  Layer: schema. */
#include "schema/kinds.h"

static void clear_table(void *data) {
  g_free(((pc_schema_table *)data)->path);
}

static bool has_table(const GArray *tables, const pc_schema *schema) {
  for (guint i = 0; i < tables->len; i++)
    if (g_array_index(tables, pc_schema_table, i).schema == schema)
      return true;
  return false;
}

static void add_table(GArray *tables, const pc_schema *schema, const char *path) {
  if (has_table(tables, schema))
    return;
  pc_schema_table table = {schema, g_strdup(path)};
  g_array_append_val(tables, table);
  for (const pc_key *key = schema->keys; key->name != NULL; key++) {
    if (key->record == NULL)
      continue;
    g_autofree char *inner = g_strdup_printf("%s%s%s", path, *path != '\0' ? "." : "", key->name);
    add_table(tables, key->record, inner);
  }
}

GArray *pc_schema_tables(const pc_schema *top) {
  GArray *tables = g_array_new(FALSE, FALSE, sizeof(pc_schema_table));
  g_array_set_clear_func(tables, clear_table);
  add_table(tables, top, "");
  return tables;
}
