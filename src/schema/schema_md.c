/* schema_md.c - the reference page.  Layer: schema. */
#include "base/translate.h"
#include "schema/kinds.h"
#include "schema/readers.h"

/* A '|' would end the cell. */
static void append_cell(GString *out, const char *text) {
  if (text != NULL && *text != '\0')
    g_string_append_c(out, ' ');
  for (; text != NULL && *text != '\0'; text++) {
    if (*text == '|')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text == '\n' ? ' ' : *text);
  }
  g_string_append(out, " |");
}

static void append_units(GString *out, const pc_key *key) {
  g_autoptr(GPtrArray) units = pc_key_list_units(key);
  g_autofree char *listed = g_strjoinv(" ", (char **)units->pdata);
  if (*listed != '\0')
    g_string_append_printf(out, " (%s)", listed);
}

static void append_key(GString *out, const pc_key *key) {
  g_autofree char *name = g_strdup_printf("`%s`", key->name);
  g_autofree char *fallback = key->fallback != NULL ? g_strdup_printf("`%s`", key->fallback) : NULL;
  g_autoptr(GString) value = g_string_new(NULL);
  if (key->record != NULL)
    g_string_append_printf(value, _("see [%s](#%s)"), key->record->name, key->record->name);
  else if (key->kind != PC_KIND_CUSTOM && key->kind != PC_KIND_NODE)
    pc_key_append_expected(key, value);
  if (key->kind == PC_KIND_LENGTH || key->kind == PC_KIND_LENGTHS)
    append_units(value, key);
  g_string_append_c(out, '|');
  append_cell(out, name);
  append_cell(out, value->str);
  append_cell(out, key->required ? _("required") : fallback);
  append_cell(out, key->doc != NULL ? _(key->doc) : NULL);
  g_string_append_c(out, '\n');
}

void pc_schema_format_markdown(const pc_schema *top, GString *out) {
  g_autoptr(GArray) tables = pc_schema_tables(top);
  for (guint i = 0; i < tables->len; i++) {
    const pc_schema_table *table = &g_array_index(tables, pc_schema_table, i);
    g_string_append_printf(out, "%s## %s\n\n", i > 0 ? "\n" : "", table->schema->name);
    if (*table->path != '\0')
      g_string_append_printf(out, _("Stands in `%s`. "), table->path);
    if (table->schema->doc != NULL)
      g_string_append(out, _(table->schema->doc));
    g_string_append(out, "\n\n");
    g_string_append(out, _("| key | value | default | meaning |"));
    g_string_append(out, "\n| --- | --- | --- | --- |\n");
    for (const pc_key *key = table->schema->keys; key->name != NULL; key++)
      append_key(out, key);
  }
}
