/* dump_block.c - blocks and marked text as JSON.  Layer: doc. */
#include "doc/dump.h"

static const char *const mark_words[] = {"strong", "emphasis", "highlight",
                                         "strike", "code",     "link"};
static const char *const block_words[] = {
    [PC_BLOCK_HEADING] = "heading",     [PC_BLOCK_SUBHEADING] = "subheading",
    [PC_BLOCK_PARAGRAPH] = "paragraph", [PC_BLOCK_ITEM] = "item",
    [PC_BLOCK_TABLE] = "table",         [PC_BLOCK_FIGURE] = "figure",
    [PC_BLOCK_STEPS] = "steps",         [PC_BLOCK_SPACE] = "space",
    [PC_BLOCK_SOURCE] = "source",
};
static const char *const cell_words[] = {"auto", "start", "center", "end"};

static void dump_part(pc_json *json, const char *key, const pc_rich *rich, int start, int end) {
  g_autofree char *part = g_strndup(rich->text + start, (gsize)(end - start));
  pc_json_text(json, key, part);
}

static void dump_span(pc_json *json, const pc_rich *rich, const pc_span *span) {
  if (span->marks == 0)
    return;
  pc_json_begin_flat(json, NULL, '{');
  dump_part(json, "text", rich, span->start, span->end);
  pc_json_begin_flat(json, "marks", '[');
  for (size_t i = 0; i < G_N_ELEMENTS(mark_words); i++) {
    if (span->marks >> i & 1u)
      pc_json_text(json, NULL, mark_words[i]);
  }
  pc_json_end(json, ']');
  if (span->href != NULL)
    pc_json_text(json, "href", span->href);
  pc_json_end(json, '}');
}

static void dump_ruby(pc_json *json, const pc_rich *rich, const pc_ruby *ruby) {
  pc_json_begin_flat(json, NULL, '{');
  dump_part(json, "base", rich, ruby->start, ruby->end);
  pc_json_begin_flat(json, "readings", '[');
  for (int i = 0; i < ruby->n_readings; i++)
    pc_json_text(json, NULL, ruby->readings[i]);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

static bool is_plain(const pc_rich *rich) {
  bool plain = rich->n_rubies == 0;
  for (int i = 0; i < rich->n_spans; i++)
    plain = plain && rich->spans[i].marks == 0;
  return plain;
}

void pc_rich_dump(pc_json *json, const char *key, const pc_rich *rich) {
  if (rich == NULL || is_plain(rich)) {
    pc_json_text(json, key, rich != NULL ? rich->text : NULL);
    return;
  }
  pc_json_begin(json, key, '{');
  pc_json_text(json, "text", rich->text);
  pc_json_begin(json, "spans", '[');
  for (int i = 0; i < rich->n_spans; i++)
    dump_span(json, rich, &rich->spans[i]);
  pc_json_end(json, ']');
  pc_json_begin(json, "ruby", '[');
  for (int i = 0; i < rich->n_rubies; i++)
    dump_ruby(json, rich, &rich->rubies[i]);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

static void dump_length(pc_json *json, const char *key, pc_length length) {
  g_autofree char *text = pc_length_format(length);
  pc_json_text(json, key, text);
}

static void dump_figure(pc_json *json, const pc_figure *figure) {
  pc_json_text(json, "file", figure->file.text);
  pc_rich_dump(json, "caption", figure->caption);
  pc_rich_dump(json, "source", figure->credit);
  pc_json_text(json, "alt", figure->alt.text);
  dump_length(json, "width", figure->width);
  dump_length(json, "height", figure->height);
}

static void dump_items(pc_json *json, const pc_items *items) {
  pc_json_begin_flat(json, "items", '[');
  for (int i = 0; i < items->n; i++)
    pc_rich_dump(json, NULL, items->items[i]);
  pc_json_end(json, ']');
}

static void dump_row(pc_json *json, const pc_table *table, int row) {
  pc_json_begin_flat(json, NULL, '[');
  for (int i = 0; i < table->n_columns; i++)
    pc_rich_dump(json, NULL, table->cells[row * table->n_columns + i]);
  pc_json_end(json, ']');
}

static void dump_table(pc_json *json, const pc_table *table) {
  pc_json_bool(json, "header", table->has_header);
  pc_json_begin_flat(json, "align", '[');
  for (int i = 0; i < table->n_columns; i++)
    pc_json_text(json, NULL, cell_words[table->align[i]]);
  pc_json_end(json, ']');
  pc_json_begin_flat(json, "widths", '[');
  for (int i = 0; i < table->widths.count; i++)
    dump_length(json, NULL, table->widths.items[i]);
  pc_json_end(json, ']');
  pc_rich_dump(json, "caption", table->caption);
  pc_json_begin(json, "rows", '[');
  for (int i = 0; i < table->n_rows; i++)
    dump_row(json, table, i);
  pc_json_end(json, ']');
}

static void dump_item(pc_json *json, const pc_block *block) {
  pc_rich_dump(json, "marker", block->marker);
  pc_json_bool(json, "ordered", block->ordered);
  pc_json_int(json, "level", block->level);
  pc_json_int(json, "list", block->list);
  pc_json_bool(json, "loose", block->loose);
}

void pc_block_dump(pc_json *json, const pc_block *block) {
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "kind", block_words[block->kind]);
  if (block->kind == PC_BLOCK_ITEM)
    dump_item(json, block);
  if (block->kind == PC_BLOCK_SUBHEADING)
    pc_json_int(json, "level", block->level);
  if (block->kind == PC_BLOCK_SPACE)
    dump_length(json, "space", block->space);
  if (block->rich != NULL)
    pc_rich_dump(json, "text", block->rich);
  if (block->figure != NULL)
    dump_figure(json, block->figure);
  if (block->items != NULL)
    dump_items(json, block->items);
  if (block->table != NULL)
    dump_table(json, block->table);
  pc_json_end(json, '}');
}
