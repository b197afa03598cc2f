/* dump_record.c - any record as JSON, by its table of keys.  Layer: doc. */
#include "doc/dump.h"

typedef void (*dump_func)(pc_json *json, const pc_key *key, const void *member);

static void dump_bool(pc_json *json, const pc_key *key, const void *member) {
  pc_json_bool(json, key->name, *(const bool *)member);
}

static void dump_int(pc_json *json, const pc_key *key, const void *member) {
  pc_json_int(json, key->name, *(const int *)member);
}

static void dump_number(pc_json *json, const pc_key *key, const void *member) {
  pc_json_number(json, key->name, *(const double *)member);
}

static void dump_string(pc_json *json, const pc_key *key, const void *member) {
  pc_json_text(json, key->name, ((const pc_string *)member)->text);
}

static void dump_strings(pc_json *json, const pc_key *key, const void *member) {
  const pc_strings *strings = member;
  pc_json_begin_flat(json, key->name, '[');
  for (int i = 0; i < strings->count; i++)
    pc_json_text(json, NULL, strings->items[i].text);
  pc_json_end(json, ']');
}

static void write_length(pc_json *json, const char *name, pc_length length) {
  g_autofree char *text = pc_length_format(length);
  pc_json_text(json, name, text);
}

static void dump_length(pc_json *json, const pc_key *key, const void *member) {
  write_length(json, key->name, *(const pc_length *)member);
}

static void dump_lengths(pc_json *json, const pc_key *key, const void *member) {
  const pc_lengths *lengths = member;
  pc_json_begin_flat(json, key->name, '[');
  for (int i = 0; i < lengths->count; i++)
    write_length(json, NULL, lengths->items[i]);
  pc_json_end(json, ']');
}

static void write_color(pc_json *json, const char *name, pc_color color) {
  g_autofree char *text = pc_color_format(color);
  pc_json_text(json, name, text);
}

static void dump_color(pc_json *json, const pc_key *key, const void *member) {
  write_color(json, key->name, *(const pc_color *)member);
}

static void dump_colors(pc_json *json, const pc_key *key, const void *member) {
  const pc_colors *colors = member;
  pc_json_begin_flat(json, key->name, '[');
  for (int i = 0; i < colors->count; i++)
    write_color(json, NULL, colors->items[i]);
  pc_json_end(json, ']');
}

static void dump_choice(pc_json *json, const pc_key *key, const void *member) {
  pc_json_text(json, key->name, key->names[*(const int *)member]);
}

static void dump_nested(pc_json *json, const pc_key *key, const void *member) {
  pc_record_dump(json, key->name, key->record, member);
}

/* Nodes and custom kinds are the business of whoever reads them. */
static const dump_func dumps[] = {
    [PC_KIND_BOOL] = dump_bool,       [PC_KIND_INT] = dump_int,
    [PC_KIND_NUMBER] = dump_number,   [PC_KIND_STRING] = dump_string,
    [PC_KIND_STRINGS] = dump_strings, [PC_KIND_LENGTH] = dump_length,
    [PC_KIND_LENGTHS] = dump_lengths, [PC_KIND_COLOR] = dump_color,
    [PC_KIND_COLORS] = dump_colors,   [PC_KIND_CHOICE] = dump_choice,
    [PC_KIND_RECORD] = dump_nested,   [PC_KIND_CUSTOM] = NULL,
};

void pc_record_dump(pc_json *json, const char *key, const pc_schema *schema, const void *record) {
  pc_json_begin_flat(json, key, '{');
  for (const pc_key *row = schema->keys; row->name != NULL; row++) {
    if (dumps[row->kind] != NULL)
      dumps[row->kind](json, row, (const char *)record + row->offset);
  }
  pc_json_end(json, '}');
}
