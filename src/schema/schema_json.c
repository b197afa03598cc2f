/* schema_json.c - the tables as JSON Schema, draft 2020-12.  Layer: schema.
 *
 * Editors check a poster against it after their own YAML reader: a 3 without quotes is a number
 * there, a ３ a text.  So it accepts all that posterc accepts, and refuses what it can tell.
 */
#include <math.h>

#include "base/json.h"
#include "base/translate.h"
#include "schema/kinds.h"
#include "schema/readers.h"
#include "spec/yaml.h"

/* Writes one schema or several, of which one must hold. */
typedef void (*shape_func)(pc_json *json, const pc_key *key);

#define DIGIT "[0-9０-９]"
#define WIDE_DIGIT "[０-９]"
/* At least one wide digit: a text of plain digits was written in quotes, which is no number. */
#define WIDE_NUMBER DIGIT "*" WIDE_DIGIT DIGIT "*"
#define MINUS "[-－−]?"

static const char int_pattern[] = "^\\s*(" MINUS WIDE_NUMBER "|[①-⑳㉑-㉟㊱-㊿])\\s*$";
static const char number_pattern[] = "^\\s*" MINUS "(" WIDE_NUMBER "([.．]" DIGIT "*)?|" DIGIT
                                     "*[.．]" WIDE_NUMBER "|" DIGIT "+．" DIGIT "*)\\s*$";
static const char length_number[] = "(" DIGIT "+([.．]" DIGIT "*)?|[.．]" DIGIT "+)";

static void write_type(pc_json *json, const char *type) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "type", type);
  pc_json_end(json, '}');
}

static void write_pattern(pc_json *json, const char *pattern) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "type", "string");
  pc_json_text(json, "pattern", pattern);
  pc_json_end(json, '}');
}

static void write_number(pc_json *json, const char *key, double value) {
  if (fabs(value) < 1e9 && fpclassify(value - floor(value)) == FP_ZERO)
    pc_json_int(json, key, (long)value);
  else
    pc_json_number(json, key, value);
}

static void write_bounded(pc_json *json, const pc_key *key, const char *type) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "type", type);
  if (pc_key_has_bounds(key))
    write_number(json, "minimum", key->min);
  if (pc_key_has_bounds(key) && pc_key_has_max(key))
    write_number(json, "maximum", key->max);
  pc_json_end(json, '}');
}

/* A word in upper or lower case. */
static void append_caseless(GString *pattern, const char *word) {
  for (; *word != '\0'; word++) {
    if (g_ascii_isalpha(*word))
      g_string_append_printf(pattern, "[%c%c]", g_ascii_tolower(*word), g_ascii_toupper(*word));
    else
      g_string_append_c(pattern, *word);
  }
}

static void write_bool(pc_json *json, const pc_key *key) {
  (void)key;
  write_type(json, "boolean");
  g_autoptr(GString) pattern = g_string_new("^(");
  for (const char *const *word = pc_bool_words(); *word != NULL; word++) {
    g_string_append(pattern, word == pc_bool_words() ? "" : "|");
    append_caseless(pattern, *word);
  }
  g_string_append(pattern, ")$");
  write_pattern(json, pattern->str);
}

static void write_int(pc_json *json, const pc_key *key) {
  write_bounded(json, key, "integer");
  write_pattern(json, int_pattern);
}

static void write_double(pc_json *json, const pc_key *key) {
  write_bounded(json, key, "number");
  write_pattern(json, number_pattern);
}

/* A number or a date without quotes is the text as typed. */
static const char *const text_types[] = {"string", "number", "boolean"};

static void write_string(pc_json *json, const pc_key *key) {
  (void)key;
  for (size_t i = 0; i < G_N_ELEMENTS(text_types); i++)
    write_type(json, text_types[i]);
}

static void append_units(GString *pattern, const pc_key *key) {
  bool is_first = true;
  for (int unit = PC_UNIT_NONE; unit <= PC_UNIT_FR; unit++) {
    if (!pc_key_has_unit(key, (pc_unit)unit))
      continue;
    g_autofree char *name = pc_unit_name((pc_unit)unit);
    g_string_append(pattern, is_first ? "" : "|");
    append_caseless(pattern, unit == PC_UNIT_PERCENT ? "[%％]" : name);
    is_first = false;
  }
}

static void write_length(pc_json *json, const pc_key *key) {
  const char *sign = key->min < 0 ? MINUS : "";
  g_autoptr(GString) pattern = g_string_new("^\\s*(");
  if (pc_key_has_unit(key, PC_UNIT_AUTO))
    g_string_append(pattern, "auto|");
  bool can_be_zero = key->min <= 0;
  g_string_append_printf(pattern, "%s%s%s *(", can_be_zero ? "[0０]|" : "", sign, length_number);
  append_units(pattern, key);
  g_string_append(pattern, "))\\s*$");
  write_pattern(json, pattern->str);
  if (!can_be_zero && !pc_key_has_unit(key, PC_UNIT_NONE))
    return;
  pc_json_begin_flat(json, NULL, '{');
  if (pc_key_has_unit(key, PC_UNIT_NONE)) {
    pc_json_text(json, "type", "number");
    write_number(json, "minimum", key->min);
  } else {
    pc_json_int(json, "const", 0);
  }
  pc_json_end(json, '}');
}

static void write_color(pc_json *json, const pc_key *key) {
  (void)key;
  g_autofree char *roles = g_strjoinv("|", (char **)pc_color_role_names());
  g_autofree char *pattern = g_strdup_printf(
      "^\\s*(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[cC][mM][yY][kK]\\([^()]*\\)|%s)\\s*$",
      roles);
  write_pattern(json, pattern);
}

static void write_choice(pc_json *json, const pc_key *key) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_begin_flat(json, "enum", '[');
  for (int i = 0; key->names[i] != NULL; i++)
    pc_json_text(json, NULL, key->names[i]);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

static void write_list(pc_json *json, const pc_key *key, shape_func item) {
  item(json, key);
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "type", "array");
  pc_json_begin(json, "items", '{');
  pc_json_begin(json, "anyOf", '[');
  item(json, key);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
  pc_json_end(json, '}');
}

static void write_strings(pc_json *json, const pc_key *key) {
  write_list(json, key, write_string);
}

static void write_lengths(pc_json *json, const pc_key *key) {
  write_list(json, key, write_length);
}

static void write_colors(pc_json *json, const pc_key *key) {
  write_list(json, key, write_color);
}

static void write_anything(pc_json *json, const pc_key *key) {
  (void)key;
  pc_json_begin_flat(json, NULL, '{');
  pc_json_end(json, '}');
}

static void write_record(pc_json *json, const pc_key *key) {
  g_autofree char *path = g_strdup_printf("#/$defs/%s", key->record->name);
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "$ref", path);
  pc_json_end(json, '}');
}

static bool is_json_number(const char *text) {
  char *end = NULL;
  g_ascii_strtod(text, &end);
  return *end == '\0' && (g_ascii_isdigit(text[0]) || (text[0] == '-' && text[1] != '\0'));
}

static void write_scalar(pc_json *json, const char *key, const pc_node *node) {
  bool is_true = g_str_equal(node->text, "true");
  if (node->quoted)
    pc_json_text(json, key, node->text);
  else if (is_true || g_str_equal(node->text, "false"))
    pc_json_bool(json, key, is_true);
  else if (is_json_number(node->text))
    write_number(json, key, g_ascii_strtod(node->text, NULL));
  else
    pc_json_text(json, key, node->text);
}

/* A tree as JSON: fallbacks, and the shapes of custom keys, for JSON is YAML. */
static void write_node(pc_json *json, const char *key, const pc_node *node) {
  if (node->kind == PC_NODE_NULL) {
    pc_json_null(json, key);
    return;
  }
  if (node->kind == PC_NODE_SCALAR) {
    write_scalar(json, key, node);
    return;
  }
  bool is_map = node->kind == PC_NODE_MAP;
  pc_json_begin_flat(json, key, is_map ? '{' : '[');
  for (int i = 0; i < node->n_items; i++) {
    const pc_pair *pair = is_map ? &node->pairs[i] : NULL;
    write_node(json, is_map ? pair->key : NULL, is_map ? pair->value : node->items[i]);
  }
  pc_json_end(json, is_map ? '}' : ']');
}

/* JSON in a table that is none is a bug of ours. */
static const pc_node *parse_shape(pc_spec *spec, const pc_key *key) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *node = pc_yaml_parse_value(spec, (pc_place){NULL, 0, 0}, key->json, diags);
  if (node == NULL || pc_diags_has_error(diags))
    g_error("the JSON Schema of '%s' is no JSON: %s", key->name, key->json);
  return node;
}

static void write_custom(pc_json *json, const pc_key *key) {
  if (key->json == NULL && key->record != NULL) {
    write_record(json, key);
    return;
  }
  if (key->json == NULL) {
    write_anything(json, key);
    return;
  }
  g_autoptr(pc_spec) spec = pc_spec_new();
  write_node(json, NULL, parse_shape(spec, key));
}

static const shape_func shapes[] = {
    [PC_KIND_BOOL] = write_bool,       [PC_KIND_INT] = write_int,
    [PC_KIND_NUMBER] = write_double,   [PC_KIND_STRING] = write_string,
    [PC_KIND_STRINGS] = write_strings, [PC_KIND_LENGTH] = write_length,
    [PC_KIND_LENGTHS] = write_lengths, [PC_KIND_COLOR] = write_color,
    [PC_KIND_COLORS] = write_colors,   [PC_KIND_CHOICE] = write_choice,
    [PC_KIND_NODE] = write_anything,   [PC_KIND_RECORD] = write_record,
    [PC_KIND_CUSTOM] = write_custom,
};

/* Editors show the description of a key whose types stand in one list, not that of a choice. */
static void write_text_types(pc_json *json, const pc_key *key) {
  pc_json_begin_flat(json, "type", '[');
  for (size_t i = 0; i < G_N_ELEMENTS(text_types); i++)
    pc_json_text(json, NULL, text_types[i]);
  if (!key->required)
    pc_json_text(json, NULL, "null");
  pc_json_end(json, ']');
}

static void write_shapes(pc_json *json, const pc_key *key) {
  pc_json_begin(json, "anyOf", '[');
  shapes[key->kind](json, key);
  if (!key->required)
    write_type(json, "null");
  pc_json_end(json, ']');
}

static void write_key(pc_json *json, const pc_key *key) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  const pc_node *fallback = pc_key_fallback(spec, key);
  pc_json_begin(json, key->name, '{');
  if (key->doc != NULL)
    pc_json_text(json, "description", _(key->doc));
  if (fallback != NULL)
    write_node(json, "default", fallback);
  if (key->kind == PC_KIND_STRING)
    write_text_types(json, key);
  else
    write_shapes(json, key);
  pc_json_end(json, '}');
}

static void write_table(pc_json *json, const pc_schema *schema) {
  pc_json_begin(json, schema->name, '{');
  if (schema->doc != NULL)
    pc_json_text(json, "description", _(schema->doc));
  pc_json_text(json, "type", "object");
  pc_json_begin(json, "properties", '{');
  for (const pc_key *key = schema->keys; key->name != NULL; key++)
    write_key(json, key);
  pc_json_end(json, '}');
  pc_json_begin_flat(json, "required", '[');
  for (const pc_key *key = schema->keys; key->name != NULL; key++)
    if (key->required)
      pc_json_text(json, NULL, key->name);
  pc_json_end(json, ']');
  pc_json_bool(json, "additionalProperties", false);
  pc_json_end(json, '}');
}

void pc_schema_format_json(const pc_schema *top, GString *out) {
  g_autoptr(GArray) tables = pc_schema_tables(top);
  g_autofree char *path = g_strdup_printf("#/$defs/%s", top->name);
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_text(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
  pc_json_text(&json, "$ref", path);
  pc_json_begin(&json, "$defs", '{');
  for (guint i = 0; i < tables->len; i++)
    write_table(&json, g_array_index(tables, pc_schema_table, i).schema);
  pc_json_end(&json, '}');
  pc_json_end(&json, '}');
  g_string_append_c(out, '\n');
}
