/* readers_slide.c - custom readers of a slide's own keys and of the list of slides.  Layer: doc. */
#include "doc/readers.h"

#include <string.h>

#include <glib.h>

#include "base/utf8.h"

#define MAX_SPAN 36

bool pc_node_read(pc_reader *reader, const pc_node *node, void *member) {
  (void)reader;
  *(const pc_node **)member = node;
  return true;
}

bool pc_block_defer(pc_reader *reader, const pc_node *node, void *member) {
  (void)reader;
  (void)node;
  (void)member;
  return true;
}

bool pc_slides_read(pc_reader *reader, const pc_node *node, void *member) {
  *(const pc_node **)member = node;
  if (node->kind != PC_NODE_LIST)
    return pc_type_report(reader, node, "a list of slides", "begin each slide with '- '");
  if (node->n_items > 0)
    return true;
  PC_REPORT_HINT(reader->diags, node->at, PC_MISSING_KEY, "add slides, each beginning with '- '",
                 "the poster has no slides");
  return false;
}

static bool check_area_row(pc_reader *reader, const pc_node *row) {
  if (row->kind != PC_NODE_LIST)
    return pc_type_report(reader, row, "a row of labels", "write a row as [①, ②, ③]");
  bool is_sound = true;
  for (int i = 0; i < row->n_items; i++) {
    if (row->items[i]->kind != PC_NODE_SCALAR)
      is_sound = pc_type_report(reader, row->items[i], "a label", "an empty cell is '.'");
  }
  return is_sound;
}

bool pc_areas_read(pc_reader *reader, const pc_node *node, void *member) {
  *(const pc_node **)member = NULL;
  if (node->kind == PC_NODE_NULL)
    return true;
  if (node->kind != PC_NODE_LIST || node->n_items == 0)
    return pc_type_report(reader, node, "a list of rows", "write each row as - [①, ②, ③]");
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++)
    is_sound = check_area_row(reader, node->items[i]) && is_sound;
  if (is_sound)
    *(const pc_node **)member = node;
  return is_sound;
}

bool pc_number_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_number_keys *number = member;
  number->node = node;
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a slide number or none", NULL);
  number->value = PC_NUMBER_NONE_WRITTEN;
  if (strcmp(node->text, "none") == 0)
    return true;
  number->value = PC_NUMBER_BY_PLACE;
  int value = 0;
  if (!pc_utf8_parse_int(node->text, &value) || value < 1 || value > PC_MAX_SLIDES) {
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "write a number from 1 to 18, or none",
                   "'%s' is not a slide number", node->text);
    number->node = NULL; /* it counts as not written, so that no second mistake follows from it */
    return false;
  }
  number->value = value;
  return true;
}

/* "2x1", "2×1", "２ｘ１": two counts with a cross between them. */
static bool parse_span(const char *text, pc_span_keys *span) {
  static const char *const crosses[] = {"x", "X", "×", "ｘ", "Ｘ", "✕", "*"};
  for (size_t i = 0; i < G_N_ELEMENTS(crosses); i++) {
    g_auto(GStrv) parts = g_strsplit(text, crosses[i], 3);
    if (g_strv_length(parts) == 2)
      return pc_utf8_parse_int(parts[0], &span->columns) &&
             pc_utf8_parse_int(parts[1], &span->rows);
  }
  return false;
}

bool pc_span_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_span_keys *span = member;
  *span = (pc_span_keys){1, 1, node};
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "columns x rows, such as 2x1", NULL);
  bool is_sound = parse_span(node->text, span) && span->columns >= 1 && span->rows >= 1 &&
                  span->columns <= MAX_SPAN && span->rows <= MAX_SPAN;
  if (is_sound)
    return true;
  *span = (pc_span_keys){1, 1, node};
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE,
                 "write columns x rows: 2x1 joins two cells side by side",
                 "'%s' is not a number of cells", node->text);
  return false;
}
