/* markup_source.c - where the words of a text stand in the file, and what is wrong there.
 * Layer: doc. */
#include "base/translate.h"
#include "doc/markup_parts.h"

#include <string.h>

#include "base/utf8.h"

/* Of one text: enough to see what is meant. */
#define MAX_MISTAKES 50

/* Bytes walked through in search of places, before the node's own place must do. */
#define PLACE_BUDGET (64u * 1024 * 1024)

/* In a literal block scalar each line of the value is a line of the file, indented alike. */
static void init_lines(pc_source *source) {
  pc_lines *lines = &source->lines;
  *lines = (pc_lines){.budget = PLACE_BUDGET};
  const pc_node *node = source->node;
  if (node == NULL || node->source == NULL || node->source_length == 0 || node->source[0] != '|')
    return;
  const char *text = source->original;
  const char *first = text + strspn(text, " \t\r\n");
  const char *start = first;
  int n_before = 0;
  for (const char *at = text; at < first; at++)
    n_before += *at == '\n';
  while (start > text && start[-1] != '\n')
    start--;
  pc_place at = pc_node_place(node, (size_t)(first - text));
  lines->is_literal = true;
  lines->line = at.line - n_before;
  lines->column = at.column - (int)(first - start);
}

void pc_source_init(pc_source *source, pc_reader *reader, pc_string text, const pc_mapped *masked) {
  *source =
      (pc_source){.reader = reader, .node = text.node, .original = text.text, .masked = masked};
  init_lines(source);
}

static pc_place find_in_lines(pc_source *source, guint32 from) {
  pc_lines *lines = &source->lines;
  const char *text = source->original;
  while (lines->start > from) {
    lines->start--;
    while (lines->start > 0 && text[lines->start - 1] != '\n')
      lines->start--;
    lines->n_before--;
  }
  const char *newline = memchr(text + lines->start, '\n', from - lines->start);
  while (newline != NULL) {
    lines->start = (guint32)(newline + 1 - text);
    lines->n_before++;
    newline = memchr(text + lines->start, '\n', from - lines->start);
  }
  int column = lines->column + pc_utf8_count(text + lines->start, from - lines->start);
  return (pc_place){source->node->at.file, lines->line + lines->n_before, column};
}

pc_place pc_source_place(pc_source *source, guint32 from) {
  if (source->node == NULL)
    return (pc_place){0};
  if (source->lines.is_literal)
    return find_in_lines(source, from);
  if (from > source->lines.budget)
    return source->node->at;
  source->lines.budget -= from;
  return pc_node_place(source->node, from);
}

void pc_source_report(pc_source *source, guint32 from, pc_code code, const char *hint,
                      const char *format, ...) {
  if (source->n_mistakes++ >= MAX_MISTAKES)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(_(format), arguments);
  va_end(arguments);
  PC_REPORT_HINT(source->reader->diags, pc_source_place(source, from), code, hint, "%s", message);
}
