/* dump_block.c - blocks and marked text as JSON.  Layer: doc. */
#include "doc/dump.h"
#include "doc/keys_items.h"

#include "doc/keys_picture.h"

static const char *const mark_words[] = {"strong", "emphasis", "highlight",
                                         "strike", "code",     "link"};
static const char *const block_words[] = {
    [PC_BLOCK_HEADING] = "heading",
    [PC_BLOCK_SUBHEADING] = "subheading",
    [PC_BLOCK_PARAGRAPH] = "paragraph",
    [PC_BLOCK_ITEM] = "item",
    [PC_BLOCK_TABLE] = "table",
    [PC_BLOCK_FACTS] = "facts",
    [PC_BLOCK_QUOTE] = "quote",
    [PC_BLOCK_FIGURE] = "figure",
    [PC_BLOCK_FIGURES] = "figures",
    [PC_BLOCK_STEPS] = "steps",
    [PC_BLOCK_CYCLE] = "cycle",
    [PC_BLOCK_RINGS] = "rings",
    [PC_BLOCK_QR] = "qr",
    [PC_BLOCK_DIAGRAM] = "diagram",
    [PC_BLOCK_CHART] = "chart",
    [PC_BLOCK_SPACE] = "space",
    [PC_BLOCK_SOURCE] = "source",
};
static const char *const cell_words[] = {"auto", "start", "center", "end"};

static void dump_part(pc_json *json, const char *key, const pc_rich *rich, int start, int end) {
  g_autofree char *part = g_strndup(rich->text + start, (gsize)(end - start));
  pc_json_text(json, key, part);
}

static void dump_span(pc_json *json, const pc_rich *rich, const pc_span *span) {
  if (span->marks == 0 && span->lang == NULL)
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
  if (span->lang != NULL)
    pc_json_text(json, "lang", span->lang);
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
    plain = plain && rich->spans[i].marks == 0 && rich->spans[i].lang == NULL;
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

/* What is not as usual: how a figure stands. */
static void dump_stand(pc_json *json, const pc_figure *figure) {
  const pc_crop *crop = &figure->crop;
  if (figure->place != PC_FIGURE_AUTO)
    pc_json_text(json, "place", pc_figure_place_words[figure->place]);
  if (figure->fit != PC_FIGURE_CONTAIN)
    pc_json_text(json, "fit", pc_figure_fit_words[figure->fit]);
  if (crop->left + crop->top + crop->right + crop->bottom <= 0)
    return;
  pc_json_begin_flat(json, "crop", '{');
  pc_json_number(json, "left", crop->left);
  pc_json_number(json, "top", crop->top);
  pc_json_number(json, "right", crop->right);
  pc_json_number(json, "bottom", crop->bottom);
  pc_json_end(json, '}');
}

static void dump_figure(pc_json *json, const pc_figure *figure) {
  pc_json_text(json, "file", figure->file.text);
  if (figure->page > 1)
    pc_json_int(json, "page", figure->page);
  pc_rich_dump(json, "caption", figure->caption);
  pc_rich_dump(json, "source", figure->credit);
  pc_json_text(json, "alt", figure->alt.text);
  dump_length(json, "width", figure->width);
  dump_length(json, "height", figure->height);
  dump_stand(json, figure);
}

static void dump_figures(pc_json *json, const pc_figures *figures) {
  pc_json_begin(json, "pictures", '[');
  for (int i = 0; i < figures->n; i++) {
    const pc_figure *figure = figures->items[i];
    pc_json_begin_flat(json, NULL, '{');
    pc_json_text(json, "file", figure->file.text);
    pc_rich_dump(json, "caption", figure->caption);
    pc_rich_dump(json, "source", figure->credit);
    pc_json_text(json, "alt", figure->alt.text);
    dump_stand(json, figure);
    pc_json_end(json, '}');
  }
  pc_json_end(json, ']');
}

static void dump_items(pc_json *json, const pc_block *block) {
  const pc_items *items = block->items;
  pc_json_begin_flat(json, "items", '[');
  for (int i = 0; i < items->n; i++)
    pc_rich_dump(json, NULL, items->items[i]);
  pc_json_end(json, ']');
  if (block->kind == PC_BLOCK_STEPS)
    pc_json_text(json, "direction", pc_direction_words[items->direction]);
  if (block->kind == PC_BLOCK_RINGS)
    pc_json_text(json, "form", pc_rings_words[items->form]);
  if (block->kind == PC_BLOCK_CYCLE)
    pc_rich_dump(json, "center", items->center);
}

static void dump_qr(pc_json *json, const pc_qr *qr) {
  pc_json_text(json, "text", qr->text.text);
  dump_length(json, "size", qr->size);
  pc_json_bool(json, "show-url", qr->shows_text);
}

static void dump_row(pc_json *json, const pc_table *table, int row) {
  pc_json_begin_flat(json, NULL, '[');
  for (int i = 0; i < table->n_columns; i++)
    pc_rich_dump(json, NULL, table->cells[row * table->n_columns + i]);
  pc_json_end(json, ']');
}

/* Where cells are joined: the first of them, and how many there are. */
static void dump_joins(pc_json *json, const pc_table *table) {
  if (table->spans == NULL)
    return;
  pc_json_begin(json, "joins", '[');
  for (int i = 0; i < table->n_rows * table->n_columns; i++) {
    const pc_cell_span *span = &table->spans[i];
    if (span->columns * span->rows <= 1)
      continue;
    pc_json_begin_flat(json, NULL, '{');
    pc_json_int(json, "row", i / table->n_columns + 1);
    pc_json_int(json, "column", i % table->n_columns + 1);
    pc_json_int(json, "columns", span->columns);
    pc_json_int(json, "rows", span->rows);
    pc_json_end(json, '}');
  }
  pc_json_end(json, ']');
}

static void dump_table(pc_json *json, const pc_table *table) {
  pc_json_bool(json, "header", table->n_header > 0);
  if (table->n_header > 1)
    pc_json_int(json, "header-rows", table->n_header);
  if (table->has_row_heads)
    pc_json_bool(json, "row-heads", true);
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
  dump_joins(json, table);
}

static void dump_fact(pc_json *json, const pc_fact *fact) {
  pc_json_begin_flat(json, NULL, '{');
  pc_rich_dump(json, "label", fact->label);
  pc_json_begin_flat(json, "values", '[');
  for (int i = 0; i < fact->n_values; i++)
    pc_rich_dump(json, NULL, fact->values[i]);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

static void dump_facts(pc_json *json, const pc_facts *facts) {
  pc_json_begin(json, "facts", '[');
  for (int i = 0; i < facts->n; i++)
    dump_fact(json, &facts->items[i]);
  pc_json_end(json, ']');
}

static void dump_quote(pc_json *json, const pc_quote *quote) {
  pc_json_begin(json, "paragraphs", '[');
  for (int i = 0; i < quote->n; i++)
    pc_rich_dump(json, NULL, quote->paragraphs[i]);
  pc_json_end(json, ']');
  pc_rich_dump(json, "by", quote->by);
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
  if (block->figures != NULL)
    dump_figures(json, block->figures);
  if (block->items != NULL)
    dump_items(json, block);
  if (block->qr != NULL)
    dump_qr(json, block->qr);
  if (block->diagram != NULL)
    pc_diagram_dump(json, block->diagram);
  if (block->chart != NULL)
    pc_chart_dump(json, block->chart);
  if (block->table != NULL)
    dump_table(json, block->table);
  if (block->facts != NULL)
    dump_facts(json, block->facts);
  if (block->quote != NULL)
    dump_quote(json, block->quote);
  pc_json_end(json, '}');
}
