/* unknown.c - what somebody meant who wrote a key that does not exist there.  Layer: schema. */
#include <string.h>

#include "base/translate.h"
#include "schema/kinds.h"
#include "schema/words.h"

static GPtrArray *list_names(const pc_schema *schema) {
  GPtrArray *names = g_ptr_array_new();
  for (const pc_key *key = schema->keys; key->name != NULL; key++)
    g_ptr_array_add(names, (void *)key->name);
  g_ptr_array_add(names, NULL);
  return names;
}

static int count_levels(const char *path) {
  int levels = *path != '\0';
  for (; *path != '\0'; path++)
    levels += *path == '.';
  return levels;
}

static const char *find_path(const GArray *tables, const pc_schema *schema) {
  for (guint i = 0; i < tables->len; i++) {
    const pc_schema_table *table = &g_array_index(tables, pc_schema_table, i);
    if (table->schema == schema)
      return table->path;
  }
  return "";
}

/* Whether outer is the way to inner, or a part of it. */
static bool leads_to(const char *outer, const char *inner) {
  const size_t length = strlen(outer);
  return length == 0 ||
         (strncmp(outer, inner, length) == 0 && (inner[length] == '.' || inner[length] == '\0'));
}

/* Levels that two ways share. */
static int count_shared(const char *a, const char *b) {
  g_auto(GStrv) left = g_strsplit(a, ".", -1);
  g_auto(GStrv) right = g_strsplit(b, ".", -1);
  int shared = 0;
  while (left[shared] != NULL && right[shared] != NULL && g_str_equal(left[shared], right[shared]))
    shared++;
  return shared;
}

/* Far down a slip of the indentation leads a little up or down; elsewhere any place will do. */
static bool is_likely(const char *path, const char *other) {
  const bool is_near = *other != '\0' && (leads_to(path, other) || leads_to(other, path));
  return count_levels(path) < 2 || is_near;
}

/* The nearest other table that has the key, of several the shallowest. */
static char *suggest_table(const pc_schema *top, const pc_schema *schema, const char *key) {
  if (top == NULL)
    return NULL;
  g_autoptr(GArray) tables = pc_schema_tables(top);
  const char *own = find_path(tables, schema);
  const char *best = NULL;
  for (guint i = 0; i < tables->len; i++) {
    const pc_schema_table *table = &g_array_index(tables, pc_schema_table, i);
    if (table->schema == schema || pc_schema_find(table->schema, key) == NULL ||
        !is_likely(own, table->path))
      continue;
    const int nearer = best != NULL ? count_shared(own, table->path) - count_shared(own, best) : 1;
    if (nearer > 0 || (nearer == 0 && count_levels(table->path) < count_levels(best)))
      best = table->path;
  }
  if (best == NULL)
    return NULL;
  if (*best == '\0')
    return g_strdup_printf(_("'%s' belongs at the top of the file, not indented"), key);
  return g_strdup_printf(_("'%s' belongs in '%s'"), key, best);
}

/* "患者会: 支援" in a list of texts is a key to YAML. */
static bool is_like_text(const char *key) {
  for (; *key != '\0'; key++)
    if (*key == ' ' || (*key & 0x80) != 0)
      return true;
  return false;
}

static char *suggest(const pc_reader *reader, const pc_schema *schema, const char *key) {
  g_autoptr(GPtrArray) names = list_names(schema);
  const char *meant = pc_word_meant(key, (const char *const *)names->pdata);
  if (meant != NULL)
    return g_strdup_printf(_("did you mean '%s'?"), meant);
  char *table = suggest_table(reader->top, schema, key);
  if (table != NULL)
    return table;
  g_autofree char *listed = g_strjoinv(", ", (char **)names->pdata);
  return g_strdup_printf(is_like_text(key)
                             ? _("a text that contains ': ' needs quotes; possible here: %s")
                             : _("possible here: %s"),
                         listed);
}

void pc_unknown_key_report(pc_reader *reader, const pc_schema *schema, const pc_pair *pair) {
  g_autofree char *hint = suggest(reader, schema, pair->key);
  PC_REPORT_HINT(reader->diags, pair->key_at, PC_UNKNOWN_KEY, hint, "unknown key '%s'", pair->key);
}

bool pc_lost_key_report(pc_reader *reader, const pc_schema *schema, const pc_node *node) {
  if (node->kind != PC_NODE_SCALAR || node->quoted)
    return false;
  size_t length = strcspn(node->text, ":\xef");
  const char *mark = node->text + length;
  bool is_wide = g_str_has_prefix(mark, "：");
  g_autofree char *word = g_strndup(node->text, length);
  if ((*mark != ':' && !is_wide) || pc_schema_find(schema, word) == NULL)
    return false;
  PC_REPORT_HINT(reader->diags, node->at, PC_SYNTAX,
                 is_wide ? "type ':' and a blank instead of the wide '：'"
                         : "type a blank after ':'",
                 "'%s' is not taken for a key here", word);
  return true;
}
