/* kinds.h - what the files of this stage share.  Layer: schema; not for other stages. */
#ifndef PC_SCHEMA_KINDS_H
#define PC_SCHEMA_KINDS_H

#include <glib.h>

#include "schema/schema.h"

/* A table of the tree below a file's top, and how to get there. */
typedef struct pc_schema_table {
  const pc_schema *schema;
  char *path; /* "theme.text", "" for the top */
} pc_schema_table;

/* Every table once, in reading order.  The caller unrefs. */
GArray *pc_schema_tables(const pc_schema *top);

/* Reads a value that is there by the kind of its key. */
bool pc_kind_read(pc_reader *reader, const pc_key *key, const pc_node *node, void *member);

/* The fallback of a key as a node; NULL without one, and where it means nothing. */
const pc_node *pc_key_fallback(pc_spec *spec, const pc_key *key);

/* Words for yes and no that YAML 1.1 takes, in pairs: true, false; NULL-terminated. */
const char *const *pc_bool_words(void);

/* Bits of the units that a length may have. */
unsigned pc_key_units(const pc_key *key);
bool pc_key_has_unit(const pc_key *key, pc_unit unit);
/* "mm", as pc_length_format writes it; "" for a bare number.  The caller frees it. */
char *pc_unit_name(pc_unit unit);

/* Their names without "auto", NULL-terminated. */
GPtrArray *pc_key_list_units(const pc_key *key);

bool pc_key_has_max(const pc_key *key);
bool pc_key_has_bounds(const pc_key *key);

/* What the key takes: "a whole number from 1 to 18", "a length such as 18mm". */
void pc_key_append_expected(const pc_key *key, GString *out);

/* `unknown-key` with the nearest word, the place where the key belongs, or the keys there are. */
void pc_unknown_key_report(pc_reader *reader, const pc_schema *schema, const pc_pair *pair);

#endif
