/* kinds.c - reads one value of each kind.  Layer: schema. */
#include "schema/kinds.h"

#include <math.h>
#include <string.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "schema/words.h"

/* Characters of a text that a message repeats. */
#define MAX_QUOTED 40

/* Mistakes in one list that are reported one by one. */
#define MAX_MISTAKES 20

/* In any unit; 10000 of the largest, the inch, is 254 m and fits into micrometres. */
#define MAX_LENGTH 10000.0

typedef bool (*kind_func)(pc_reader *reader, const pc_key *key, const pc_node *node, void *member);

static const char *const bool_words[] = {"true", "false", "yes", "no", "on", "off", NULL};

/* Units as they are written elsewhere. */
static const struct {
  const char *written, *name;
} other_units[] = {{"㎜", "mm"},     {"ミリ", "mm"}, {"㎝", "cm"},       {"センチ", "cm"},
                   {"インチ", "in"}, {"\"", "in"},   {"ポイント", "pt"}, {"級", "Q"},
                   {"歯", "H"},      {"％", "%"}};

const char *const *pc_bool_words(void) {
  return bool_words;
}

static char *quote_text(const char *text) {
  if (pc_utf8_count(text, strlen(text)) <= MAX_QUOTED)
    return g_strdup_printf(_("'%s'"), text);
  g_autofree char *start = g_utf8_substring(text, 0, MAX_QUOTED);
  return g_strdup_printf(_("'%s…'"), start);
}

/* Always false, so that readers can return it. */
static bool report(pc_reader *reader, const pc_key *key, const pc_node *node, pc_code code,
                   const char *hint) {
  g_autoptr(GString) expected = g_string_new(NULL);
  pc_key_append_expected(key, expected);
  bool is_text = node->kind == PC_NODE_SCALAR;
  bool is_number =
      key->kind == PC_KIND_BOOL || key->kind == PC_KIND_INT || key->kind == PC_KIND_NUMBER;
  g_autofree char *got = is_text ? quote_text(node->text) : g_strdup(pc_node_describe(node));
  g_autofree char *shown = is_text && is_number && node->quoted
                               ? g_strdup_printf(_("%s in quotes"), got)
                               : g_strdup(got);
  if (key->name != NULL)
    PC_REPORT_HINT(reader->diags, node->at, code, hint, "'%s': expected %s, got %s", key->name,
                   expected->str, shown);
  else
    PC_REPORT_HINT(reader->diags, node->at, code, hint, "expected %s, got %s", expected->str,
                   shown);
  return false;
}

static bool take_scalar(pc_reader *reader, const pc_key *key, const pc_node *node) {
  if (node->kind == PC_NODE_SCALAR)
    return true;
  bool is_words = key->kind == PC_KIND_STRING || key->kind == PC_KIND_STRINGS;
  bool is_flow = is_words && node->source_length > 0 && strchr("{[", node->source[0]) != NULL;
  g_autofree char *hint =
      is_flow ? g_strdup_printf(_("a text that begins with '%c' needs quotes"), node->source[0])
              : NULL;
  return report(reader, key, node, PC_BAD_TYPE, hint);
}

/* A text in quotes is a text, even "3". */
static bool take_plain(pc_reader *reader, const pc_key *key, const pc_node *node) {
  if (!take_scalar(reader, key, node))
    return false;
  return !node->quoted || report(reader, key, node, PC_BAD_TYPE, "write it without quotes");
}

static bool is_in_range(const pc_key *key, double value) {
  if (!pc_key_has_bounds(key))
    return true;
  return value >= key->min && (!pc_key_has_max(key) || value <= key->max);
}

static bool read_bool(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_plain(reader, key, node))
    return false;
  for (int i = 0; bool_words[i] != NULL; i++) {
    if (g_ascii_strcasecmp(node->text, bool_words[i]) != 0)
      continue;
    *(bool *)member = i % 2 == 0;
    return true;
  }
  return report(reader, key, node, PC_BAD_TYPE, NULL);
}

/* "300%" and "２段" are numbers with something behind them. */
static bool report_number(pc_reader *reader, const pc_key *key, const pc_node *node) {
  g_autofree char *ascii = pc_utf8_ascii_digits(node->text);
  size_t digits = strspn(ascii, key->kind == PC_KIND_INT ? "0123456789" : "0123456789.");
  bool is_start = digits > 0 && ascii[digits] != '.';
  g_autofree char *hint =
      is_start ? g_strdup_printf(_("did you mean '%.*s'?"), (int)digits, ascii) : NULL;
  return report(reader, key, node, PC_BAD_TYPE, hint);
}

static bool read_int(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  int value = 0;
  if (!take_plain(reader, key, node))
    return false;
  if (!pc_utf8_parse_int(node->text, &value))
    return report_number(reader, key, node);
  if (!is_in_range(key, value))
    return report(reader, key, node, PC_BAD_VALUE, NULL);
  *(int *)member = value;
  return true;
}

static bool read_number(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_plain(reader, key, node))
    return false;
  pc_length length;
  if (!pc_length_parse(node->text, &length) || length.unit != PC_UNIT_NONE)
    return report_number(reader, key, node);
  if (!is_in_range(key, length.value))
    return report(reader, key, node, PC_BAD_VALUE, NULL);
  *(double *)member = length.value;
  return true;
}

static bool read_string(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_scalar(reader, key, node))
    return false;
  *(pc_string *)member = (pc_string){node->text, node};
  return true;
}

/* The unit meant: a near one, another spelling, or the only one with that first letter. */
static const char *find_unit(const char *written, char **units) {
  if (*written == '\0')
    return units[0];
  const char *nearest = pc_nearest(written, (const char *const *)units);
  for (size_t i = 0; i < G_N_ELEMENTS(other_units) && nearest == NULL; i++)
    if (g_str_equal(written, other_units[i].written) &&
        g_strv_contains((const char *const *)units, other_units[i].name))
      nearest = other_units[i].name;
  for (int i = 0; units[i] != NULL && nearest == NULL; i++)
    if (g_ascii_tolower(units[i][0]) == g_ascii_tolower(written[0]))
      nearest = units[i];
  return nearest;
}

static char *suggest_length(const pc_key *key, const char *text) {
  g_autoptr(GPtrArray) units = pc_key_list_units(key);
  g_autofree char *ascii = g_strstrip(pc_utf8_ascii_digits(text));
  size_t digits = strspn(ascii, "0123456789.-+");
  const char *unit = NULL;
  if (digits > 0 && units->len > 1)
    unit = find_unit(ascii + digits + strspn(ascii + digits, " "), (char **)units->pdata);
  if (unit != NULL)
    return g_strdup_printf(_("did you mean '%.*s%s'?"), (int)digits, ascii, unit);
  g_autofree char *listed = g_strjoinv(" ", (char **)units->pdata);
  return units->len > 1 ? g_strdup_printf(_("units are %s"), listed) : NULL;
}

/* 0 is the same length in every unit. */
static bool is_allowed(const pc_key *key, pc_length length) {
  bool is_zero = length.unit == PC_UNIT_NONE && fpclassify(length.value) == FP_ZERO;
  return is_zero || pc_key_has_unit(key, length.unit);
}

static double find_largest(const pc_key *key) {
  return pc_key_has_max(key) ? key->max : MAX_LENGTH;
}

static bool report_length_range(pc_reader *reader, const pc_key *key, const pc_node *node) {
  g_autofree char *least = pc_length_format((pc_length){key->min, PC_UNIT_NONE});
  PC_REPORT(reader->diags, node->at, PC_BAD_VALUE,
            "'%s': expected a length from %s to %g of its unit, got '%s'",
            key->name != NULL ? key->name : _("length"), least, find_largest(key), node->text);
  return false;
}

static bool read_length(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_scalar(reader, key, node))
    return false;
  pc_length length;
  if (!pc_length_parse(node->text, &length) || !is_allowed(key, length)) {
    g_autofree char *hint = suggest_length(key, node->text);
    return report(reader, key, node, PC_BAD_VALUE, hint);
  }
  bool is_word = length.unit == PC_UNIT_AUTO;
  if (!is_word && (length.value < key->min || length.value > find_largest(key)))
    return report_length_range(reader, key, node);
  *(pc_length *)member = length;
  return true;
}

static bool read_color(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_scalar(reader, key, node))
    return false;
  if (pc_color_parse(node->text, member))
    return true;
  g_autofree char *hint = pc_color_suggest(node->text);
  return report(reader, key, node, PC_BAD_VALUE, hint);
}

static bool read_choice(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (!take_scalar(reader, key, node))
    return false;
  for (int i = 0; key->names[i] != NULL; i++) {
    if (!g_str_equal(node->text, key->names[i]))
      continue;
    *(int *)member = i;
    return true;
  }
  const char *meant = pc_word_meant(node->text, key->names);
  g_autofree char *hint = meant != NULL ? g_strdup_printf(_("did you mean '%s'?"), meant) : NULL;
  return report(reader, key, node, PC_BAD_VALUE, hint);
}

static bool read_node(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  (void)reader;
  (void)key;
  *(const pc_node **)member = node;
  return true;
}

/* The key that has such a word among its values, or else the first. */
static const char *find_key_for(const pc_schema *record, const char *word) {
  for (const pc_key *key = record->keys; key->name != NULL; key++)
    if (key->kind == PC_KIND_CHOICE && g_strv_contains(key->names, word))
      return key->name;
  return record->keys[0].name;
}

/* "theme: warm" is written by people who mean one of the keys under it. */
static char *suggest_keys(const pc_schema *record, const char *word) {
  g_autofree char *short_word = g_utf8_substring(word, 0, MIN(g_utf8_strlen(word, -1), MAX_QUOTED));
  g_autoptr(GString) names = g_string_new(NULL);
  for (const pc_key *key = record->keys; key->name != NULL; key++)
    g_string_append_printf(names, "%s%s", key == record->keys ? "" : ", ", key->name);
  return g_strdup_printf(_("write it with one of its keys, such as {%s: %s}; its keys are %s"),
                         find_key_for(record, word), short_word, names->str);
}

static bool read_record(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (node->kind == PC_NODE_MAP)
    return pc_schema_read(reader, key->record, node, member);
  pc_schema_read(reader, key->record, NULL, member);
  g_autofree char *hint =
      node->kind == PC_NODE_SCALAR ? suggest_keys(key->record, node->text) : NULL;
  return report(reader, key, node, PC_BAD_TYPE, hint);
}

static bool read_custom(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  return key->read(reader, node, member);
}

/* The items of a list, or the one that stands for itself, each by the kind of an item.  NULL:
 * reported. */
static void *read_items(pc_reader *reader, const pc_key *key, const pc_node *node, pc_kind kind,
                        size_t size) {
  pc_key item = *key;
  item.kind = kind;
  bool is_list = node->kind == PC_NODE_LIST;
  if (node->kind == PC_NODE_MAP) {
    report(reader, key, node, PC_BAD_TYPE, NULL);
    return NULL;
  }
  int n = is_list ? node->n_items : 1;
  char *items = pc_spec_alloc(reader->spec, (size_t)n * size);
  int n_mistakes = 0;
  for (int i = 0; i < n && n_mistakes < MAX_MISTAKES; i++) {
    const pc_node *value = is_list ? node->items[i] : node;
    n_mistakes += !pc_kind_read(reader, &item, value, items + (size_t)i * size);
  }
  return n_mistakes == 0 ? items : NULL;
}

static int count_items(const pc_node *node) {
  return node->kind == PC_NODE_LIST ? node->n_items : 1;
}

static bool read_strings(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  const void *items = read_items(reader, key, node, PC_KIND_STRING, sizeof(pc_string));
  if (items != NULL)
    *(pc_strings *)member = (pc_strings){count_items(node), items};
  return items != NULL;
}

static bool read_lengths(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  const void *items = read_items(reader, key, node, PC_KIND_LENGTH, sizeof(pc_length));
  if (items != NULL)
    *(pc_lengths *)member = (pc_lengths){count_items(node), items};
  return items != NULL;
}

static bool read_colors(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  const void *items = read_items(reader, key, node, PC_KIND_COLOR, sizeof(pc_color));
  if (items != NULL)
    *(pc_colors *)member = (pc_colors){count_items(node), items};
  return items != NULL;
}

static const kind_func kinds[] = {
    [PC_KIND_BOOL] = read_bool,       [PC_KIND_INT] = read_int,
    [PC_KIND_NUMBER] = read_number,   [PC_KIND_STRING] = read_string,
    [PC_KIND_STRINGS] = read_strings, [PC_KIND_LENGTH] = read_length,
    [PC_KIND_LENGTHS] = read_lengths, [PC_KIND_COLOR] = read_color,
    [PC_KIND_COLORS] = read_colors,   [PC_KIND_CHOICE] = read_choice,
    [PC_KIND_NODE] = read_node,       [PC_KIND_RECORD] = read_record,
    [PC_KIND_CUSTOM] = read_custom,
};

bool pc_kind_read(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  return kinds[key->kind](reader, key, node, member);
}
