/* dump.h - parts of the dump of a pc_doc.  Layer: doc; not for other stages. */
#ifndef PC_DOC_DUMP_H
#define PC_DOC_DUMP_H

#include "base/json.h"
#include "doc/keys.h"

/* A record by its table: every member of a plain kind, under the name that authors use. */
void pc_record_dump(pc_json *json, const char *key, const pc_schema *schema, const void *record);
/* A text without marks is a string; else its text, what is marked in it, and its readings. */
void pc_rich_dump(pc_json *json, const char *key, const pc_rich *rich);
void pc_chart_dump(pc_json *json, const pc_chart *chart);
void pc_block_dump(pc_json *json, const pc_block *block);
/* Keys of an object that is open. */
void pc_diagram_dump(pc_json *json, const struct pc_diagram *diagram);

#endif
