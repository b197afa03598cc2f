/* dump.c - the finished layout as data, SPEC section 12.  Layer: layout. */
#include "base/json.h"
#include "doc/keys.h"
#include "layout/kinds.h"
#include "text/textbox.h"

static void dump_mm(pc_json *json, const char *key, pc_um um) {
  pc_json_number(json, key, pc_um_to_mm(um));
}

static void dump_rect(pc_json *json, pc_rect rect) {
  dump_mm(json, "x_mm", rect.x);
  dump_mm(json, "y_mm", rect.y);
  dump_mm(json, "w_mm", rect.w);
  dump_mm(json, "h_mm", rect.h);
}

static void dump_lines(pc_json *json, const pc_text_box *text) {
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    const pc_rich *rich = pc_paragraph_rich(text->lines->paragraph);
    int length = MAX(0, line->end - line->start);
    g_autofree char *copy = g_strndup(rich->text + line->start, (gsize)length);
    pc_json_begin_flat(json, NULL, '{');
    pc_json_text(json, "text", copy);
    /* A vertical line has its centre line at x_mm, and begins at baseline_mm. */
    const double above = text->vertical ? PC_ASCENT_EM - .5 : 0;
    const pc_point start = pc_text_box_point(text, i, 0, above);
    if (text->vertical)
      pc_json_bool(json, "vertical", true);
    dump_mm(json, "x_mm", start.x);
    dump_mm(json, "baseline_mm", start.y);
    dump_mm(json, "width_mm", pc_um_from_pt(line->width * text->size_pt));
    pc_json_number(json, "size_pt", text->size_pt);
    pc_json_bool(json, "ragged", line->ragged);
    pc_json_end(json, '}');
  }
}

static void dump_text(pc_json *json, const char *kind, const pc_text_box *text) {
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "kind", kind);
  pc_json_begin(json, "lines", '[');
  dump_lines(json, text);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

static void dump_caption(pc_json *json, const pc_box *box) {
  if (box->caption.lines != NULL)
    dump_text(json, "caption", &box->caption);
}

static void dump_plain(pc_json *json, const char *kind, const pc_box *box) {
  dump_text(json, kind, &box->text);
}

/* Lines of all cells, row by row; of labels and values, of paragraphs. */
static void dump_table(pc_json *json, const char *kind, const pc_box *box) {
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "kind", kind);
  dump_rect(json, box->rect);
  pc_json_begin(json, "lines", '[');
  for (int i = 0; i < box->n_cells; i++)
    dump_lines(json, &box->cells[i].text);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
  dump_caption(json, box);
}

/* What is seen of a picture. */
static void dump_picture(pc_json *json, const pc_picture_box *picture) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "kind", "figure");
  pc_json_text(json, "file", picture->figure->file.text);
  dump_rect(json, picture->rect);
  if (pc_image_is_vector(picture->image))
    pc_json_null(json, "ppi");
  else
    pc_json_int(json, "ppi", (long)(pc_image_ppi(picture->image, MAX(picture->whole.w, 1)) + 0.5));
  pc_json_end(json, '}');
  if (picture->caption.lines != NULL)
    dump_text(json, "caption", &picture->caption);
}

/* One picture, or several in their order, each with its own caption. */
static void dump_pictures(pc_json *json, const char *kind, const pc_box *box) {
  (void)kind;
  for (int i = 0; i < box->n_pictures; i++)
    dump_picture(json, &box->pictures[i]);
  dump_caption(json, box);
}

/* The drawing, and its labels in reading order. */
static void dump_drawn(pc_json *json, const char *kind, const pc_box *box) {
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "kind", kind);
  dump_rect(json, box->drawing->bounds);
  pc_json_begin(json, "lines", '[');
  for (guint i = 0; i < box->drawing->labels->len; i++)
    dump_lines(json, &g_array_index(box->drawing->labels, pc_drawn_label, i).text);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
  dump_caption(json, box);
}

typedef void (*dump_func)(pc_json *json, const char *kind, const pc_box *box);

static const dump_func dumps[] = {
    [PC_BLOCK_HEADING] = dump_plain,    [PC_BLOCK_SUBHEADING] = dump_plain,
    [PC_BLOCK_PARAGRAPH] = dump_plain,  [PC_BLOCK_ITEM] = dump_plain,
    [PC_BLOCK_TABLE] = dump_table,      [PC_BLOCK_FACTS] = dump_table,
    [PC_BLOCK_QUOTE] = dump_table,      [PC_BLOCK_FIGURE] = dump_pictures,
    [PC_BLOCK_FIGURES] = dump_pictures, [PC_BLOCK_STEPS] = dump_drawn,
    [PC_BLOCK_CYCLE] = dump_drawn,      [PC_BLOCK_RINGS] = dump_drawn,
    [PC_BLOCK_QR] = dump_drawn,         [PC_BLOCK_DIAGRAM] = dump_drawn,
    [PC_BLOCK_CHART] = dump_drawn,      [PC_BLOCK_SPACE] = NULL,
    [PC_BLOCK_SOURCE] = dump_plain,
};

static void dump_panel(pc_json *json, const pc_panel *panel) {
  const pc_slide *slide = panel->slide;
  pc_json_begin(json, NULL, '{');
  if (slide->number > 0)
    pc_json_int(json, "number", slide->number);
  else
    pc_json_null(json, "number");
  pc_json_text(json, "id", slide->id);
  pc_json_text(json, "role", pc_role_words[slide->role]);
  dump_rect(json, panel->rect);
  pc_json_number(json, "filled", panel->filled);
  pc_json_number(json, "body_pt", panel->body_pt);
  pc_json_begin(json, "blocks", '[');
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    if (dumps[box->kind] != NULL)
      dumps[box->kind](json, pc_kind_find(box->kind)->name, box);
  }
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

void pc_layout_dump(const pc_layout *layout, const pc_diags *diags, GString *out) {
  const pc_page *page = &layout->doc->page;
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_int(&json, "posterc", 1);
  pc_json_begin_flat(&json, "page", '{');
  dump_mm(&json, "width_mm", page->width);
  dump_mm(&json, "height_mm", page->height);
  dump_mm(&json, "bleed_mm", page->bleed);
  pc_json_end(&json, '}');
  pc_json_number(&json, "body_pt", layout->body_pt);
  pc_json_begin(&json, "panels", '[');
  for (int i = 0; i < layout->n_panels; i++)
    dump_panel(&json, &layout->panels[i]);
  pc_json_end(&json, ']');
  pc_diags_dump(diags, "diagnostics", &json);
  pc_json_end(&json, '}');
  g_string_append_c(out, '\n');
}
