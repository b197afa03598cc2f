/* view_layout.c - a view of the layout that posterc writes as JSON, which is YAML, too.
 * Layer: compare. */
#include "compare/view.h"

#include <math.h>
#include <string.h>

#include "compare/tokens.h"
#include "spec/yaml.h"

/* How high the letters of a line reach above its baseline, in em (JLREQ's body). */
static const double ascent_em = 0.88;

static const pc_node *find(const pc_node *node, const char *key) {
  const pc_pair *pair = pc_node_find(node, key);
  return pair != NULL ? pair->value : NULL;
}

static const char *find_text(const pc_node *node, const char *key) {
  const pc_node *value = find(node, key);
  return value != NULL && value->kind == PC_NODE_SCALAR ? value->text : NULL;
}

static double find_number(const pc_node *node, const char *key) {
  const char *text = find_text(node, key);
  const double number = text != NULL ? g_ascii_strtod(text, NULL) : 0;
  return isnan(number) ? 0 : CLAMP(number, -1e5, 1e5);
}

static pc_um find_mm(const pc_node *node, const char *key) {
  return pc_um_from_mm(find_number(node, key));
}

static int count_items(const pc_node *node) {
  return node != NULL && node->kind == PC_NODE_LIST ? node->n_items : 0;
}

static pc_rect find_rect(const pc_node *node) {
  return (pc_rect){find_mm(node, "x_mm"), find_mm(node, "y_mm"), MAX(0, find_mm(node, "w_mm")),
                   MAX(0, find_mm(node, "h_mm"))};
}

/* x_mm and baseline_mm are where a line begins; those of a vertical one lie on its middle. */
static pc_rect place_line(const pc_node *line) {
  const pc_um size = pc_um_from_pt(find_number(line, "size_pt"));
  const pc_um x = find_mm(line, "x_mm"), y = find_mm(line, "baseline_mm");
  const pc_um length = MAX(0, find_mm(line, "width_mm"));
  if (find(line, "vertical") != NULL)
    return (pc_rect){x - size / 2, y, size, length};
  return (pc_rect){x, y - (pc_um)(size * ascent_em), length, size};
}

static void read_lines(pc_view *view, pc_region *region, const pc_node *lines) {
  for (int i = 0; i < count_items(lines); i++) {
    const char *text = find_text(lines->items[i], "text");
    pc_token run = {text, place_line(lines->items[i]), 0, true};
    if (text != NULL && pc_view_clip(view, 0, &run.rect))
      pc_tokens_append(view, region, &run);
  }
}

static void append_line(GString *title, const char *text) {
  const bool is_apart =
      title->len > 0 && g_ascii_isalnum(title->str[title->len - 1]) && g_ascii_isalnum(text[0]);
  g_string_append_printf(title, "%s%s", is_apart ? " " : "", text);
}

static const char *read_title(pc_view *view, const pc_node *lines) {
  g_autoptr(GString) title = g_string_new(NULL);
  for (int i = 0; i < count_items(lines); i++) {
    const char *text = find_text(lines->items[i], "text");
    if (text != NULL)
      append_line(title, text);
  }
  return pc_view_keep(view, title->str);
}

static void read_block(pc_view *view, pc_region *region, const pc_node *block) {
  const char *kind = find_text(block, "kind");
  const char *file = find_text(block, "file");
  if (kind != NULL && strcmp(kind, "heading") == 0 && region->title == NULL)
    region->title = read_title(view, find(block, "lines"));
  pc_seen_figure figure = {pc_view_keep(view, file != NULL ? file : kind), find_rect(block), 0};
  if (kind != NULL && find(block, "w_mm") != NULL && pc_view_clip(view, 0, &figure.rect) &&
      region->figures->len < PC_VIEW_MAX_FIGURES)
    pc_view_add_figure(region, figure);
  read_lines(view, region, find(block, "lines"));
}

static void read_panel(pc_view *view, const pc_node *panel) {
  pc_rect rect = find_rect(panel);
  if (!pc_view_clip(view, 0, &rect))
    return;
  pc_region *region = pc_view_add_region(view, 0, rect);
  const pc_node *blocks = find(panel, "blocks");
  region->number = (int)find_number(panel, "number");
  region->id = pc_view_keep(view, find_text(panel, "id"));
  region->body_pt = find_number(panel, "body_pt");
  for (int i = 0; i < count_items(blocks); i++)
    read_block(view, region, blocks->items[i]);
}

static void read_page(pc_view *view, const pc_node *page) {
  const pc_size trim = {MAX(1, find_mm(page, "width_mm")), MAX(1, find_mm(page, "height_mm"))};
  const pc_rect bleed = pc_rect_inset((pc_rect){0, 0, trim.w, trim.h}, -find_mm(page, "bleed_mm"));
  const pc_view_page made = {.trim = trim, .media = bleed, .bleed = bleed};
  g_array_append_val(view->pages, made);
}

static pc_view *read_root(const pc_node *root, const char *file) {
  const pc_node *panels = find(root, "panels");
  pc_view *view = pc_view_new(file);
  view->body_pt = find_number(root, "body_pt");
  read_page(view, find(root, "page"));
  for (int i = 0; i < MIN(count_items(panels), PC_VIEW_MAX_PANELS); i++)
    read_panel(view, panels->items[i]);
  pc_view_close(view);
  return view;
}

pc_view *pc_view_read_layout(GBytes *bytes, const char *file, pc_diags *diags) {
  size_t length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) ignored = pc_diags_new();
  const pc_node *root = length > 0 ? pc_yaml_parse(spec, file, data, length, ignored) : NULL;
  if (root != NULL && find(root, "posterc") != NULL && find(root, "page") != NULL)
    return read_root(root, file);
  PC_REPORT_HINT(diags, ((pc_place){g_intern_string(file), 0, 0}), PC_SYNTAX,
                 "name a PDF, or a layout: posterc poster.yaml -o layout.json",
                 "this is neither a PDF nor a layout that posterc has written");
  return NULL;
}
