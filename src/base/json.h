/* json.h - JSON text, written in order, two blanks a level.  Layer: base. */
#ifndef PC_BASE_JSON_H
#define PC_BASE_JSON_H

#include <stdbool.h>

#include <glib.h>

/* A writer: commas, quotes and indentation are its business.  key is NULL inside an array. */
typedef struct pc_json {
  GString *out;
  int depth;
  bool first; /* nothing written yet at this depth */
  int flat;   /* brackets open since the flat one; 0: each value on its own line */
} pc_json;

void pc_json_init(pc_json *json, GString *out);
void pc_json_begin(pc_json *json, const char *key, char bracket); /* '{' or '[' */
void pc_json_end(pc_json *json, char bracket);                    /* '}' or ']' */
/* Until the matching pc_json_end everything stands on one line.  No newline follows the last
 * bracket. */
void pc_json_begin_flat(pc_json *json, const char *key, char bracket);
void pc_json_text(pc_json *json, const char *key, const char *text); /* NULL is null */
void pc_json_int(pc_json *json, const char *key, long value);
/* Two decimals at most, no trailing zeros but one: 841.0, 18.25. */
void pc_json_number(pc_json *json, const char *key, double value);
/* Four decimals at most: em. */
void pc_json_em(pc_json *json, const char *key, double value);
void pc_json_bool(pc_json *json, const char *key, bool value);
void pc_json_null(pc_json *json, const char *key);

/* text with JSON's escapes, without the quotes. */
void pc_json_escape(GString *out, const char *text);

#endif
