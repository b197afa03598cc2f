/* describe.c - what a key takes and what a node is, in words.  Layer: schema. */
#include <math.h>
#include <string.h>

#include "base/translate.h"
#include "schema/kinds.h"

typedef void (*append_func)(const pc_key *key, GString *out);

#define BIT(unit) (1u << (unit))

static const unsigned paper_units = BIT(PC_UNIT_MM) | BIT(PC_UNIT_CM) | BIT(PC_UNIT_IN) |
                                    BIT(PC_UNIT_PT) | BIT(PC_UNIT_Q) | BIT(PC_UNIT_H);

/* A number that looks natural with the unit. */
static const double examples[] = {
    [PC_UNIT_NONE] = 4, [PC_UNIT_MM] = 18,  [PC_UNIT_CM] = 2,       [PC_UNIT_IN] = 1,
    [PC_UNIT_PT] = 24,  [PC_UNIT_Q] = 32,   [PC_UNIT_H] = 32,       [PC_UNIT_EM] = 1.5,
    [PC_UNIT_FR] = 1,   [PC_UNIT_AUTO] = 0, [PC_UNIT_PERCENT] = 50,
};

static bool is_empty(const pc_node *node) {
  if (node->kind == PC_NODE_SCALAR)
    return node->text[strspn(node->text, " \t\r\n")] == '\0';
  return node->n_items == 0;
}

const char *pc_node_describe(const pc_node *node) {
  static const char *const words[] = {
      [PC_NODE_NULL] = N_("nothing"),
      [PC_NODE_SCALAR] = N_("a text"),
      [PC_NODE_LIST] = N_("a list"),
      [PC_NODE_MAP] = N_("a mapping"),
  };
  static const char *const empty[] = {
      [PC_NODE_NULL] = N_("nothing"),
      [PC_NODE_SCALAR] = "an empty text",
      [PC_NODE_LIST] = "an empty list",
      [PC_NODE_MAP] = "a mapping with nothing in it",
  };
  if (node == NULL)
    return _(words[PC_NODE_NULL]);
  return _(is_empty(node) ? empty[node->kind] : words[node->kind]);
}

unsigned pc_key_units(const pc_key *key) {
  return key->units != 0 ? key->units : paper_units;
}

bool pc_key_has_unit(const pc_key *key, pc_unit unit) {
  return (pc_key_units(key) & BIT(unit)) != 0;
}

char *pc_unit_name(pc_unit unit) {
  g_autofree char *text = pc_length_format((pc_length){1, unit});
  return g_strdup(unit == PC_UNIT_AUTO ? text : text + 1);
}

GPtrArray *pc_key_list_units(const pc_key *key) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (int unit = PC_UNIT_MM; unit <= PC_UNIT_FR; unit++)
    if (pc_key_has_unit(key, (pc_unit)unit))
      g_ptr_array_add(names, pc_unit_name((pc_unit)unit));
  g_ptr_array_add(names, NULL);
  return names;
}

bool pc_key_has_max(const pc_key *key) {
  return key->max > key->min;
}

bool pc_key_has_bounds(const pc_key *key) {
  return fpclassify(key->min) != FP_ZERO || fpclassify(key->max) != FP_ZERO;
}

static void append_number(const pc_key *key, bool is_whole, GString *out) {
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(least, sizeof least, "%.10g", key->min);
  g_ascii_formatd(most, sizeof most, "%.10g", key->max);
  if (!pc_key_has_bounds(key))
    g_string_append(out, is_whole ? _("a whole number") : _("a number"));
  else if (pc_key_has_max(key))
    g_string_append_printf(
        out, is_whole ? _("a whole number from %s to %s") : _("a number from %s to %s"), least,
        most);
  else
    g_string_append_printf(
        out, is_whole ? _("a whole number from %s on") : _("a number from %s on"), least);
}

static void append_bool(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("true or false"));
}

static void append_int(const pc_key *key, GString *out) {
  append_number(key, true, out);
}

static void append_double(const pc_key *key, GString *out) {
  append_number(key, false, out);
}

static void append_string(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("a text"));
}

static void append_strings(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("a text or a list of texts"));
}

/* The first unit on paper, or whatever there is. */
static pc_unit find_example_unit(const pc_key *key) {
  for (int unit = PC_UNIT_MM; unit <= PC_UNIT_FR; unit++)
    if (pc_key_has_unit(key, (pc_unit)unit))
      return (pc_unit)unit;
  return PC_UNIT_NONE;
}

static void append_length(const pc_key *key, GString *out) {
  pc_unit unit = find_example_unit(key);
  g_autofree char *example = pc_length_format((pc_length){examples[unit], unit});
  g_string_append_printf(out,
                         pc_key_has_unit(key, PC_UNIT_AUTO) ? _("a length such as %s or auto")
                                                            : _("a length such as %s"),
                         example);
}

static void append_listed(const pc_key *key, append_func append_one, GString *out) {
  g_autoptr(GString) one = g_string_new(NULL);
  append_one(key, one);
  g_string_append_printf(out, _("%s, or a list of them"), one->str);
}

static void append_lengths(const pc_key *key, GString *out) {
  append_listed(key, append_length, out);
}

static void append_color(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("a colour such as '#e7f0fa', cmyk(60, 0, 100, 0) or accent"));
}

static void append_colors(const pc_key *key, GString *out) {
  append_listed(key, append_color, out);
}

static void append_choice(const pc_key *key, GString *out) {
  for (int i = 0; key->names[i] != NULL; i++) {
    bool is_last = key->names[i + 1] == NULL;
    g_string_append(out, i == 0 ? "" : is_last ? _(" or ") : _(", "));
    g_string_append(out, key->names[i]);
  }
}

static void append_node(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("a value"));
}

static void append_record(const pc_key *key, GString *out) {
  (void)key;
  g_string_append(out, _("a mapping of 'key: value'"));
}

static const append_func appenders[] = {
    [PC_KIND_BOOL] = append_bool,       [PC_KIND_INT] = append_int,
    [PC_KIND_NUMBER] = append_double,   [PC_KIND_STRING] = append_string,
    [PC_KIND_STRINGS] = append_strings, [PC_KIND_LENGTH] = append_length,
    [PC_KIND_LENGTHS] = append_lengths, [PC_KIND_COLOR] = append_color,
    [PC_KIND_COLORS] = append_colors,   [PC_KIND_CHOICE] = append_choice,
    [PC_KIND_NODE] = append_node,       [PC_KIND_RECORD] = append_record,
    [PC_KIND_CUSTOM] = append_node,
};

void pc_key_append_expected(const pc_key *key, GString *out) {
  appenders[key->kind](key, out);
}
