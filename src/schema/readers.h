/* readers.h - three other readers of the key tables: JSON Schema, reference page, fuzz dictionary.
 * Layer: schema. */
#ifndef PC_SCHEMA_READERS_H
#define PC_SCHEMA_READERS_H

#include <glib.h>

#include "schema/schema.h"

/* JSON Schema (draft 2020-12) of a file whose top is this table: additionalProperties false
 * everywhere, enums, descriptions, defaults.  Each table becomes one entry of $defs. */
void pc_schema_format_json(const pc_schema *top, GString *out);

/* The reference page: a table of keys in Markdown for each schema, in reading order. */
void pc_schema_format_markdown(const pc_schema *top, GString *out);

/* libFuzzer dictionary: every key and every word once, sorted. */
void pc_schema_format_dictionary(const pc_schema *top, GString *out);

#endif
