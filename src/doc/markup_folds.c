/* markup_folds.c - line ends of the file that YAML has made blanks of.  Layer: doc.
 *
 * In a plain, quoted or folded (">") text YAML puts a blank where a line ends.  Between Japanese
 * characters there is none in print: it is joined like a line end of a literal text.
 */
#include "doc/markup_parts.h"

#include <string.h>

#include "spec/trace.h"

static bool is_folded(const pc_string *text) {
  const pc_node *node = text->node;
  if (node == NULL || node->source == NULL || node->text != text->text || node->source_length == 0)
    return false;
  return node->source[0] != '|' && (memchr(node->source, '\n', node->source_length) != NULL ||
                                    memchr(node->source, '\r', node->source_length) != NULL);
}

static bool has_line_end(const pc_node *node, size_t start, size_t end) {
  return memchr(node->source + start, '\n', end - start) != NULL ||
         memchr(node->source + start, '\r', end - start) != NULL;
}

/* What stands in the source between the word before the blank and the word behind it. */
static bool is_line_end(pc_trace *trace, const char *text, const char *blank, const char *next) {
  const char *before = g_utf8_prev_char(blank);
  size_t start = 0;
  size_t end = 0;
  size_t length = 0;
  return pc_trace_find(trace, (size_t)(before - text), &start, &length) &&
         pc_trace_find(trace, (size_t)(next - text), &end, &(size_t){0}) &&
         has_line_end(trace->node, start + length, end);
}

GArray *pc_folds_new(pc_string text) {
  if (!is_folded(&text))
    return NULL;
  GArray *folds = g_array_new(FALSE, FALSE, sizeof(guint32));
  pc_trace trace;
  pc_trace_init(&trace, text.node);
  const char *start = text.text + strspn(text.text, " \t\r\n");
  for (const char *at = strchr(start, ' '); at != NULL; at = strchr(at, ' ')) {
    const char *next = at + strspn(at, " \t\r\n");
    guint32 offset = (guint32)(at - text.text);
    bool is_one_line = memchr(at, '\n', (size_t)(next - at)) == NULL && *next != '\0';
    if (is_one_line && is_line_end(&trace, text.text, at, next))
      g_array_append_val(folds, offset);
    at = next;
  }
  return folds;
}

static int compare_offsets(const void *a, const void *b) {
  guint32 first = *(const guint32 *)a;
  guint32 second = *(const guint32 *)b;
  return (first > second) - (first < second);
}

void pc_folds_find(const pc_source *source, pc_passage *passage) {
  if (source->folds == NULL)
    return;
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    pc_glyph *glyph = PC_GLYPH(passage, i);
    guint ignored = 0;
    bool is_blank = !glyph->gone && glyph->ch == ' ' && glyph->kind == PC_GLYPH_TEXT &&
                    (glyph->marks & PC_MARK_CODE) == 0;
    if (is_blank && g_array_binary_search(source->folds, &glyph->from, compare_offsets, &ignored))
      glyph->kind = PC_GLYPH_SOFT_BREAK;
  }
}
