/* report_json.c - the report of a poster for programs.  Layer: check. */
#include "base/json.h"
#include "check/advice.h"
#include "check/check.h"
#include "check/measures.h"

static void dump_number(pc_json *json, const pc_slide *slide) {
  if (slide->number > 0)
    pc_json_int(json, "number", slide->number);
  else
    pc_json_null(json, "number");
}

static void dump_figure(pc_json *json, const pc_picture_box *picture) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "file", picture->figure->file.text);
  if (pc_image_is_vector(picture->image))
    pc_json_null(json, "ppi");
  else
    pc_json_int(json, "ppi", (long)(pc_image_ppi(picture->image, MAX(picture->whole.w, 1)) + 0.5));
  pc_json_number(json, "width_mm", pc_um_to_mm(picture->rect.w));
  pc_json_number(json, "height_mm", pc_um_to_mm(picture->rect.h));
  pc_json_end(json, '}');
}

static void dump_figures(pc_json *json, const pc_panel *panel) {
  pc_json_begin(json, "figures", '[');
  for (int i = 0; i < panel->n_boxes; i++) {
    for (int k = 0; k < panel->boxes[i].n_pictures; k++)
      dump_figure(json, &panel->boxes[i].pictures[k]);
  }
  pc_json_end(json, ']');
}

static void dump_advice(pc_json *json, const char *advice) {
  pc_json_begin(json, "advice", '[');
  if (advice != NULL)
    pc_json_text(json, NULL, advice);
  pc_json_end(json, ']');
}

static void dump_panel(pc_json *json, const pc_layout *layout, const pc_panel *panel,
                       const char *advice) {
  const pc_slide *slide = panel->slide;
  const pc_measured measured = pc_check_measure(layout, panel);
  pc_json_begin(json, NULL, '{');
  dump_number(json, slide);
  pc_json_text(json, "id", slide->id);
  pc_json_text(json, "heading", slide->title != NULL ? slide->title->text : NULL);
  pc_json_number(json, "body_pt", panel->body_pt);
  pc_json_number(json, "glyph_mm", measured.glyph_mm);
  pc_json_number(json, "read_from_m", measured.read_from_m);
  pc_json_number(json, "characters_a_line", measured.characters);
  pc_json_number(json, "filled", panel->filled);
  pc_json_number(json, "contrast", measured.contrast);
  dump_figures(json, panel);
  dump_advice(json, advice);
  pc_json_end(json, '}');
}

static void dump_page(pc_json *json, const pc_page *page) {
  pc_json_begin_flat(json, "page", '{');
  pc_json_number(json, "width_mm", pc_um_to_mm(page->width));
  pc_json_number(json, "height_mm", pc_um_to_mm(page->height));
  pc_json_number(json, "bleed_mm", pc_um_to_mm(page->bleed));
  pc_json_end(json, '}');
}

static void dump_ink(pc_json *json, const pc_layout *layout, const pc_check_ink *ink) {
  if (ink->what == NULL) {
    pc_json_null(json, "ink");
    return;
  }
  const pc_panel *panel = pc_check_find_panel(layout, ink->at);
  pc_json_begin_flat(json, "ink", '{');
  pc_json_number(json, "max_percent", ink->percent);
  pc_json_number(json, "limit_percent", ink->limit);
  pc_json_text(json, ink->is_picture ? "file" : "color", ink->what);
  if (panel != NULL && panel->slide->number > 0)
    pc_json_int(json, "panel", panel->slide->number);
  else
    pc_json_null(json, "panel");
  pc_json_end(json, '}');
}

static void dump_layout(pc_json *json, const pc_layout *layout, const pc_check_ink *ink) {
  g_autoptr(GArray) advice = pc_check_advise(layout);
  dump_page(json, &layout->doc->page);
  pc_json_number(json, "body_pt", layout->body_pt);
  pc_json_begin(json, "panels", '[');
  for (int i = 0; i < layout->n_panels; i++)
    dump_panel(json, layout, &layout->panels[i],
               g_array_index(advice, pc_advice, (guint)i).sentence);
  pc_json_end(json, ']');
  dump_ink(json, layout, ink);
  g_autofree char *all = pc_check_advise_all(layout);
  dump_advice(json, all);
}

/* The same keys where there is nothing to say. */
static void dump_no_layout(pc_json *json) {
  pc_json_null(json, "page");
  pc_json_null(json, "body_pt");
  pc_json_begin(json, "panels", '[');
  pc_json_end(json, ']');
  pc_json_null(json, "ink");
  dump_advice(json, NULL);
}

void pc_check_append_json(const char *file, const pc_layout *layout, const pc_check_ink *ink,
                          const pc_diags *diags, GString *out) {
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_int(&json, "posterc", 1);
  pc_json_text(&json, "file", file);
  if (layout != NULL)
    dump_layout(&json, layout, ink);
  else
    dump_no_layout(&json);
  pc_diags_dump(diags, "diagnostics", &json);
  pc_json_end(&json, '}');
}
