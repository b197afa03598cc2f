/* place.c - where in the file a character of a scalar stands.  Layer: spec.
 *
 * The value is followed through the source character by character.  Blanks and line ends are let
 * pass on both sides, for folding and indentation change them and nothing else; what remains
 * differs only by escapes.
 */
#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "spec/trace.h"

typedef enum scalar_style { PLAIN, SINGLE, DOUBLE, BLOCK } scalar_style;

/* What stands in the source for one character of the value. */
typedef struct source_unit {
  size_t length; /* bytes, 0 at the end */
  bool blank;    /* a blank or line end of the value, or none at all */
  bool escape;
} source_unit;

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t measure_char(const char *text, size_t length) {
  size_t size = (size_t)(g_utf8_skip[(unsigned char)*text]);
  return MIN(size, length);
}

pc_place pc_place_after(pc_place at, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    bool crlf = text[i] == '\r' && i + 1 < length && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !crlf)) {
      at.line++;
      at.column = 1;
    } else if (!crlf && ((unsigned char)text[i] & 0xc0) != 0x80) {
      at.column++;
    }
  }
  return at;
}

static scalar_style find_style(const pc_node *node) {
  if (node->source_length == 0)
    return PLAIN;
  static const struct {
    char mark;
    scalar_style style;
  } marks[] = {{'\'', SINGLE}, {'"', DOUBLE}, {'|', BLOCK}, {'>', BLOCK}};
  for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
    if (node->source[0] == marks[i].mark)
      return marks[i].style;
  return PLAIN;
}

/* Bytes before the value: the quote, or the line of "|" with its remark. */
static size_t measure_opening(const pc_node *node, scalar_style style) {
  if (style == PLAIN)
    return 0;
  if (style != BLOCK)
    return 1;
  size_t length = 0;
  while (length < node->source_length && !strchr("\r\n", node->source[length]))
    length++;
  return length;
}

/* Digits after the letter of an escape of a code point. */
static size_t count_hex_digits(char letter) {
  static const struct {
    char letter;
    size_t digits;
  } wide[] = {{'x', 2}, {'u', 4}, {'U', 8}};
  for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
    if (wide[i].letter == letter)
      return wide[i].digits;
  return 0;
}

static bool is_blank_escape(const char *source, size_t digits) {
  if (digits == 0)
    return strchr("nrt \t\n\r", source[1]) != NULL;
  guint64 code = 0;
  g_autofree char *hex = g_strndup(source + 2, digits);
  return g_ascii_string_to_unsigned(hex, 16, 0, 0x20, &code, NULL) && is_blank((char)code);
}

static source_unit measure_unit(scalar_style style, const char *source, size_t length) {
  if (length == 0)
    return (source_unit){0};
  if (style == SINGLE && length > 1 && source[0] == '\'' && source[1] == '\'')
    return (source_unit){2, false, true};
  if (style != DOUBLE || source[0] != '\\' || length < 2)
    return (source_unit){measure_char(source, length), is_blank(source[0]), false};
  size_t digits = count_hex_digits(source[1]);
  if (2 + digits > length)
    return (source_unit){0};
  size_t size = digits > 0 ? 2 + digits : 1 + measure_char(source + 1, length - 1);
  return (source_unit){size, is_blank_escape(source, digits), true};
}

/* Passes up to limit blank units of the source. */
static size_t skip_blanks(scalar_style style, const char *source, size_t length, size_t limit) {
  size_t at = 0;
  for (size_t n = 0; n < limit; n++) {
    source_unit next = measure_unit(style, source + at, length - at);
    if (!next.blank)
      break;
    at += next.length;
  }
  return at;
}

static bool is_same_char(const pc_trace *trace, source_unit unit) {
  const char *source = trace->node->source + trace->at;
  const char *value = trace->node->text + trace->value;
  return unit.escape || strncmp(source, value, unit.length) == 0;
}

void pc_trace_init(pc_trace *trace, const pc_node *node) {
  const scalar_style style = find_style(node);
  *trace = (pc_trace){.node = node,
                      .style = (int)style,
                      .at = measure_opening(node, style),
                      .length = strlen(node->text)};
}

/* Up to the character of the value at offset; blanks before it stay in the source. */
static bool follow(pc_trace *trace, size_t offset) {
  const pc_node *node = trace->node;
  while (trace->value < offset) {
    if (is_blank(node->text[trace->value])) {
      trace->n_blanks++;
      trace->value++;
      continue;
    }
    size_t start = 0;
    size_t length = 0;
    if (!pc_trace_find(trace, trace->value, &start, &length))
      return false;
    trace->at = start + length;
    trace->value += measure_char(node->text + trace->value, trace->length - trace->value);
    trace->n_blanks = 0;
  }
  return true;
}

bool pc_trace_find(pc_trace *trace, size_t offset, size_t *start, size_t *length) {
  const pc_node *node = trace->node;
  if (offset < trace->value || !follow(trace, offset))
    return false;
  trace->at += skip_blanks((scalar_style)trace->style, node->source + trace->at,
                           node->source_length - trace->at, SIZE_MAX);
  source_unit unit = measure_unit((scalar_style)trace->style, node->source + trace->at,
                                  node->source_length - trace->at);
  *start = trace->at;
  *length = unit.length;
  return unit.length > 0 && is_same_char(trace, unit);
}

/* Bytes of the source before the character of the value at offset, or -1. */
static long find_before(const pc_node *node, size_t offset) {
  pc_trace trace;
  pc_trace_init(&trace, node);
  if (!follow(&trace, offset))
    return -1;
  bool is_gap = is_blank(node->text[offset]) || node->text[offset] == '\0';
  return (long)(trace.at + skip_blanks((scalar_style)trace.style, node->source + trace.at,
                                       node->source_length - trace.at,
                                       is_gap ? trace.n_blanks : SIZE_MAX));
}

pc_place pc_node_place(const pc_node *node, size_t offset) {
  if (node->kind != PC_NODE_SCALAR || node->source == NULL)
    return node->at;
  offset = MIN(offset, strlen(node->text));
  while (offset > 0 && ((unsigned char)node->text[offset] & 0xc0) == 0x80)
    offset--;
  long before = find_before(node, offset);
  return before < 0 ? node->at : pc_place_after(node->at, node->source, (size_t)before);
}
