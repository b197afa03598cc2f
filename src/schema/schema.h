/* schema.h - tables of keys, and one reader that fills C structs from nodes by them.
 * Layer: schema (uses base, diag, spec).
 *
 * One table feeds the decoder, the JSON Schema, the reference page, the fuzz dictionary and
 * did-you-mean. No name of a key is compared in code.  The kind of a member comes from its C type.
 */
#ifndef PC_SCHEMA_SCHEMA_H
#define PC_SCHEMA_SCHEMA_H

#include <stddef.h>

#include "base/color.h"
#include "base/units.h"
#include "spec/node.h"

/* A text as written, with the node that it came from; empty: {NULL, NULL}. */
typedef struct pc_string {
  const char *text;
  const pc_node *node;
} pc_string;

/* A text or a list of texts. */
typedef struct pc_strings {
  int count;
  const pc_string *items; /* owned by the record's pc_spec arena */
} pc_strings;

/* Lengths of one list: grid tracks, widths. */
typedef struct pc_lengths {
  int count;
  const pc_length *items;
} pc_lengths;

typedef struct pc_colors {
  int count;
  const pc_color *items;
} pc_colors;

typedef enum pc_kind {
  PC_KIND_BOOL,    /* bool */
  PC_KIND_INT,     /* int */
  PC_KIND_NUMBER,  /* double */
  PC_KIND_STRING,  /* pc_string */
  PC_KIND_STRINGS, /* pc_strings */
  PC_KIND_LENGTH,  /* pc_length; .units says which are allowed */
  PC_KIND_LENGTHS, /* pc_lengths */
  PC_KIND_COLOR,   /* pc_color */
  PC_KIND_COLORS,  /* pc_colors */
  PC_KIND_CHOICE,  /* an enum, stored as int */
  PC_KIND_NODE,    /* const pc_node *: kept as it is, for a stage that knows more */
  PC_KIND_RECORD,  /* a nested struct with a table of its own */
  PC_KIND_CUSTOM,  /* read by a function of the table's owner */
} pc_kind;

typedef struct pc_schema pc_schema;
typedef struct pc_reader pc_reader;

/* Reads one value into the member; false when it reported a mistake. */
typedef bool (*pc_read_func)(pc_reader *reader, const pc_node *node, void *member);

typedef struct pc_key {
  const char *name;
  pc_kind kind;
  size_t offset;
  const char *doc;          /* one sentence for the reference and for editors */
  const char *fallback;     /* YAML text of the default, or NULL: zeroed */
  const char *const *names; /* choice: the words in the order of the enum, NULL-terminated */
  const pc_schema *record;  /* record: its table; custom: the shape of its maps, if any */
  pc_read_func read;        /* custom */
  const char *json;         /* custom: JSON Schema of the value, as JSON text */
  unsigned units;           /* length: bits 1u << PC_UNIT_..., 0: any length on paper */
  double min, max;          /* int, number: both 0: no bounds; length: in its own unit */
  bool required;
} pc_key;

struct pc_schema {
  const char *name; /* "slide": what messages call it */
  const char *doc;
  const pc_key *keys; /* ends with a key without name */
  size_t size;        /* of the C struct */
};

/* What a reader carries: the arena for what it makes and the diagnostics. */
struct pc_reader {
  pc_spec *spec;
  pc_diags *diags;
  void *user;           /* the owner's, for custom readers */
  const pc_schema *top; /* of the file, to say where a misplaced key belongs; or NULL */
};

#define PC_KIND_OF(type, member)                                                                   \
  _Generic(((type *)0)->member, bool: PC_KIND_BOOL, int: PC_KIND_INT, double: PC_KIND_NUMBER, \
           pc_string: PC_KIND_STRING, pc_strings: PC_KIND_STRINGS, pc_length: PC_KIND_LENGTH, \
           pc_lengths: PC_KIND_LENGTHS, pc_color: PC_KIND_COLOR, pc_colors: PC_KIND_COLORS,   \
           const pc_node *: PC_KIND_NODE, default: PC_KIND_CUSTOM)

#define PC_FIELD(type, member)                                                                     \
  .name = #member, .kind = PC_KIND_OF(type, member), .offset = offsetof(type, member)
#define PC_FIELD_AS(type, member, key_name)                                                        \
  .name = key_name, .kind = PC_KIND_OF(type, member), .offset = offsetof(type, member)
#define PC_CHOICE(type, member, words)                                                             \
  .name = #member, .kind = PC_KIND_CHOICE, .offset = offsetof(type, member), .names = words
#define PC_CHOICE_AS(type, member, key_name, words)                                                \
  .name = key_name, .kind = PC_KIND_CHOICE, .offset = offsetof(type, member), .names = words
#define PC_RECORD(type, member, table)                                                             \
  .name = #member, .kind = PC_KIND_RECORD, .offset = offsetof(type, member), .record = &(table)
#define PC_CUSTOM(type, member, key_name, reader_func, json_text)                                  \
  .name = key_name, .kind = PC_KIND_CUSTOM, .offset = offsetof(type, member), .read = reader_func, \
  .json = json_text

/* Fills record (schema->size bytes, zeroed first) from a map: fallbacks, then what the map says.
 * Reports unknown keys with the nearest valid word, wrong types, values out of range, missing keys,
 * and goes on after each.  false when anything was reported.  node NULL: only fallbacks. */
bool pc_schema_read(pc_reader *reader, const pc_schema *schema, const pc_node *node, void *record);

/* Reads one value by its key's kind; NULL or a null: the fallback.  Also for custom readers that
 * end in a plain kind. */
bool pc_schema_read_value(pc_reader *reader, const pc_key *key, const pc_node *node, void *member);

/* "title:はじめに" and "title：はじめに" are texts to YAML, but nobody means them so: true where
 * node is such a text with a key of the schema, which is reported. */
bool pc_lost_key_report(pc_reader *reader, const pc_schema *schema, const pc_node *node);

/* The key of that name, or NULL. */
const pc_key *pc_schema_find(const pc_schema *schema, const char *name);

/* "a mapping", "a list", "a text", "nothing": for messages. */
const char *pc_node_describe(const pc_node *node);

#endif
