/* json.c - writes JSON.  Layer: base. */
#include "base/json.h"

#include <math.h>
#include <string.h>

void pc_json_init(pc_json *json, GString *out) {
  *json = (pc_json){.out = out, .first = true};
}

static void write_line_start(pc_json *json) {
  g_string_append_c(json->out, '\n');
  for (int i = 0; i < json->depth; i++)
    g_string_append(json->out, "  ");
}

/* What stands before a value: comma, place, key. */
static void begin_value(pc_json *json, const char *key) {
  if (!json->first)
    g_string_append(json->out, json->flat > 0 ? ", " : ",");
  if (json->depth > 0 && json->flat == 0)
    write_line_start(json);
  json->first = false;
  if (key == NULL)
    return;
  g_string_append_c(json->out, '"');
  pc_json_escape(json->out, key);
  g_string_append(json->out, "\": ");
}

void pc_json_begin(pc_json *json, const char *key, char bracket) {
  begin_value(json, key);
  g_string_append_c(json->out, bracket);
  json->depth++;
  json->first = true;
  if (json->flat > 0)
    json->flat++;
}

void pc_json_begin_flat(pc_json *json, const char *key, char bracket) {
  pc_json_begin(json, key, bracket);
  if (json->flat == 0)
    json->flat = 1;
}

void pc_json_end(pc_json *json, char bracket) {
  json->depth--;
  if (!json->first && json->flat == 0)
    write_line_start(json);
  g_string_append_c(json->out, bracket);
  json->first = false;
  if (json->flat > 0)
    json->flat--;
}

void pc_json_null(pc_json *json, const char *key) {
  begin_value(json, key);
  g_string_append(json->out, "null");
}

void pc_json_text(pc_json *json, const char *key, const char *text) {
  if (text == NULL) {
    pc_json_null(json, key);
    return;
  }
  begin_value(json, key);
  g_string_append_c(json->out, '"');
  pc_json_escape(json->out, text);
  g_string_append_c(json->out, '"');
}

void pc_json_int(pc_json *json, const char *key, long value) {
  begin_value(json, key);
  g_string_append_printf(json->out, "%ld", value);
}

/* Without trailing zeros but the one after the point. */
static void write_number(pc_json *json, const char *key, double value, const char *format) {
  if (!isfinite(value)) {
    pc_json_null(json, key);
    return;
  }
  begin_value(json, key);
  char number[512];
  g_ascii_formatd(number, sizeof number, format, value);
  const char *point = strchr(number, '.');
  size_t length = strlen(number);
  while (number[length - 1] == '0' && &number[length - 2] > point)
    number[--length] = '\0';
  g_string_append(json->out, g_str_equal(number, "-0.0") ? "0.0" : number);
}

void pc_json_number(pc_json *json, const char *key, double value) {
  write_number(json, key, value, "%.2f");
}

void pc_json_em(pc_json *json, const char *key, double value) {
  write_number(json, key, value, "%.4f");
}

void pc_json_bool(pc_json *json, const char *key, bool value) {
  begin_value(json, key);
  g_string_append(json->out, value ? "true" : "false");
}

static const char short_escapes[0x80] = {['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
                                         ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't'};

/* Returns what follows the character. */
static const char *escape_char(GString *out, const char *at) {
  gunichar c = g_utf8_get_char_validated(at, -1);
  if (c == (gunichar)-1 || c == (gunichar)-2) {
    g_string_append(out, "\\ufffd");
    return at + 1;
  }
  if (c < 0x80 && short_escapes[c] != 0)
    g_string_append_printf(out, "\\%c", short_escapes[c]);
  else if (c < 0x20 || c == 0x7f)
    g_string_append_printf(out, "\\u%04x", c);
  else
    g_string_append_unichar(out, c);
  return g_utf8_next_char(at);
}

void pc_json_escape(GString *out, const char *text) {
  while (*text != '\0')
    text = escape_char(out, text);
}
