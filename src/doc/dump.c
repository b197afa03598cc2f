/* dump.c - a pc_doc as stable JSON, for goldens and `posterc dump --stage=doc`.  Layer: doc. */
#include "doc/dump.h"

static void dump_place(pc_json *json, pc_place at) {
  g_autofree char *place = g_strdup_printf("%d:%d", at.line, at.column);
  pc_json_text(json, "at", place);
}

static void dump_um(pc_json *json, const char *key, pc_um um) {
  pc_json_number(json, key, pc_um_to_mm(um));
}

static void dump_texts(pc_json *json, const char *key, const pc_rich *const *texts, int count) {
  pc_json_begin(json, key, '[');
  for (int i = 0; i < count; i++)
    pc_rich_dump(json, NULL, texts[i]);
  pc_json_end(json, ']');
}

static void dump_logo(pc_json *json, const pc_logo *logo) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "file", logo->file.text);
  pc_json_text(json, "alt", logo->alt.text);
  pc_json_end(json, '}');
}

static void dump_top(pc_json *json, const pc_doc *doc) {
  pc_json_text(json, "lang", doc->lang);
  pc_rich_dump(json, "title", doc->title);
  pc_rich_dump(json, "subtitle", doc->subtitle);
  pc_rich_dump(json, "event", doc->event);
  pc_rich_dump(json, "date", doc->date);
  dump_texts(json, "authors", doc->authors, doc->n_authors);
  dump_texts(json, "affiliations", doc->affiliations, doc->n_affiliations);
  pc_json_begin_flat(json, "logos", '[');
  for (int i = 0; i < doc->n_logos; i++)
    dump_logo(json, &doc->logos[i]);
  pc_json_end(json, ']');
}

static void dump_page(pc_json *json, const pc_page *page) {
  pc_json_begin_flat(json, "page", '{');
  dump_um(json, "width_mm", page->width);
  dump_um(json, "height_mm", page->height);
  dump_um(json, "margin_mm", page->margin);
  dump_um(json, "bleed_mm", page->bleed);
  pc_json_end(json, '}');
}

static void dump_tracks(pc_json *json, const char *key, const pc_tracks *tracks) {
  pc_json_begin_flat(json, key, '[');
  for (int i = 0; i < tracks->count; i++) {
    const pc_length one = {1, PC_UNIT_FR};
    g_autofree char *text = pc_length_format(tracks->lengths != NULL ? tracks->lengths[i] : one);
    pc_json_text(json, NULL, text);
  }
  pc_json_end(json, ']');
}

static void dump_grid(pc_json *json, const pc_grid *grid) {
  g_autofree char *gap = pc_length_format(grid->gap);
  pc_json_begin(json, "grid", '{');
  dump_tracks(json, "columns", &grid->columns);
  dump_tracks(json, "rows", &grid->rows);
  pc_json_bool(json, "equal", grid->heights == PC_HEIGHTS_EQUAL);
  pc_json_text(json, "gap", gap);
  pc_json_text(json, "flow", pc_flow_words[grid->flow]);
  pc_json_bool(json, "guides", grid->guides);
  pc_json_end(json, '}');
}

static void dump_band(pc_json *json, const char *key, const pc_band *band) {
  g_autofree char *height = pc_length_format(band->height);
  if (!band->shown) {
    pc_json_null(json, key);
    return;
  }
  pc_json_begin_flat(json, key, '{');
  pc_json_begin_flat(json, "show", '[');
  for (int i = 0; i < PC_N_BAND_ITEMS; i++) {
    if (band->items >> i & 1u)
      pc_json_text(json, NULL, pc_band_words[i]);
  }
  pc_json_end(json, ']');
  pc_json_text(json, "height", height);
  pc_json_text(json, "align", pc_align_words[band->align]);
  pc_json_end(json, '}');
}

static void dump_cells(pc_json *json, const pc_cells *cells) {
  pc_json_begin_flat(json, "cells", '{');
  pc_json_int(json, "column", cells->column);
  pc_json_int(json, "row", cells->row);
  pc_json_int(json, "columns", cells->columns);
  pc_json_int(json, "rows", cells->rows);
  pc_json_end(json, '}');
}

static void dump_slide(pc_json *json, const pc_slide *slide) {
  g_autofree char *color = pc_color_format(slide->section_color);
  pc_json_begin(json, NULL, '{');
  pc_json_int(json, "number", slide->number);
  dump_place(json, slide->at);
  pc_json_text(json, "id", slide->id);
  pc_json_text(json, "role", pc_role_words[slide->role]);
  pc_json_text(json, "section", slide->section);
  pc_json_text(json, "section_color", color);
  pc_json_text(json, "lang", slide->lang);
  dump_cells(json, &slide->cells);
  pc_json_int(json, "columns", slide->columns);
  pc_json_text(json, "writing", pc_writing_words[slide->writing]);
  pc_record_dump(json, "style", &pc_panel_schema, &slide->style);
  pc_json_begin(json, "blocks", '[');
  for (int i = 0; i < slide->n_blocks; i++)
    pc_block_dump(json, slide->blocks[i]);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

void pc_doc_dump(const pc_doc *doc, GString *out) {
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  dump_top(&json, doc);
  dump_page(&json, &doc->page);
  dump_grid(&json, &doc->grid);
  dump_band(&json, "header", &doc->header);
  dump_band(&json, "footer", &doc->footer);
  pc_record_dump(&json, "theme", &pc_theme_schema, &doc->theme);
  pc_json_begin(&json, "slides", '[');
  for (int i = 0; i < doc->n_slides; i++)
    dump_slide(&json, doc->slides[i]);
  pc_json_end(&json, ']');
  pc_json_end(&json, '}');
  g_string_append_c(out, '\n');
}
