/* theme.c - a theme's colours made literal, and the look of each slide.  Layer: doc. */
#include "doc/resolve.h"

#include "spec/cascade.h"

typedef struct pc_named_color {
  pc_color_role role;
  const char *path;
  size_t offset;
} pc_named_color;

static const pc_named_color named[] = {
    {PC_ROLE_PAPER, "theme.colors.paper", offsetof(pc_theme_colors, paper)},
    {PC_ROLE_INK, "theme.colors.ink", offsetof(pc_theme_colors, ink)},
    {PC_ROLE_ACCENT, "theme.colors.accent", offsetof(pc_theme_colors, accent)},
    {PC_ROLE_ACCENT2, "theme.colors.accent2", offsetof(pc_theme_colors, accent2)},
    {PC_ROLE_MUTED, "theme.colors.muted", offsetof(pc_theme_colors, muted)},
    {PC_ROLE_PANEL, "theme.colors.panel", offsetof(pc_theme_colors, panel)},
    {PC_ROLE_BORDER, "theme.colors.border", offsetof(pc_theme_colors, border)},
};

static const pc_color black = {.role = PC_ROLE_LITERAL, .a = 1};

/* The theme's own colour of that role as written; NULL: it has none. */
static const pc_color *find_color(const pc_theme_colors *colors, pc_color_role role) {
  for (size_t i = 0; i < G_N_ELEMENTS(named); i++) {
    if (named[i].role == role)
      return (const pc_color *)((const char *)colors + named[i].offset);
  }
  return NULL;
}

/* Follows roles to a literal colour.  false: a circle, or a role that has no colour here. */
static bool follow_color(const pc_theme_colors *colors, pc_color color, pc_color *literal) {
  for (size_t steps = 0; steps <= G_N_ELEMENTS(named); steps++) {
    if (color.role == PC_ROLE_LITERAL) {
      *literal = color;
      return true;
    }
    const pc_color *next = find_color(colors, color.role);
    if (next == NULL)
      break;
    color = *next;
  }
  *literal = black;
  return false;
}

static void report_color(pc_reader *reader, const pc_node *node) {
  pc_color named_color;
  /* What is no colour at all was reported when it was read. */
  if (node == NULL || node->kind != PC_NODE_SCALAR || !pc_color_parse(node->text, &named_color))
    return;
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE,
                 "write a colour such as '#005a9c', or the name of another colour of the theme",
                 "this name leads to no colour");
}

static void resolve_palette(pc_reader *reader, const pc_theme_colors *written, const pc_node *root,
                            pc_theme_colors *colors) {
  const pc_node *node = pc_path_find(root, "theme.colors.palette");
  pc_color *palette =
      pc_spec_alloc(reader->spec, (size_t)(written->palette.count + 1) * sizeof(pc_color));
  for (int i = 0; i < written->palette.count; i++) {
    if (!follow_color(written, written->palette.items[i], &palette[i]))
      report_color(reader, node != NULL && i < node->n_items ? node->items[i] : node);
  }
  colors->palette = (pc_colors){written->palette.count, palette};
}

static void resolve_colors(pc_reader *reader, const pc_node *root, pc_theme_colors *colors) {
  const pc_theme_colors written = *colors;
  for (size_t i = 0; i < G_N_ELEMENTS(named); i++) {
    pc_color *literal = (pc_color *)((char *)colors + named[i].offset);
    if (!follow_color(&written, *literal, literal))
      report_color(reader, pc_path_find(root, named[i].path));
  }
  resolve_palette(reader, &written, root, colors);
}

/* colors are literal already: one step is enough. */
static pc_color paint_color(const pc_theme_colors *colors, pc_color section, pc_color color) {
  const pc_color *own = find_color(colors, color.role);
  if (color.role == PC_ROLE_SECTION)
    return section;
  return own != NULL ? *own : color;
}

static void paint_style(pc_panel_style *style, const pc_theme_colors *colors, pc_color section) {
  pc_color *members[] = {&style->fill, &style->border, &style->ink, &style->accent};
  for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
    *members[i] = paint_color(colors, section, *members[i]);
}

pc_panel_style pc_style_resolve(pc_reader *reader, const pc_node *root, const pc_node *slide,
                                pc_slide_role role, const pc_theme_colors *colors,
                                pc_color section) {
  static const char *const own_keys[] = {"align", "valign", NULL};
  pc_spec *spec = reader->spec;
  g_autofree char *role_path = g_strdup_printf("theme.roles.%s", pc_role_words[role]);
  const pc_node *layers[] = {pc_path_find(root, role_path), pc_path_find(slide, "style"),
                             pc_node_pick(spec, slide, own_keys)};
  const pc_node *merged = pc_path_find(root, "theme.panel");
  for (size_t i = 0; i < G_N_ELEMENTS(layers); i++) {
    if (layers[i] != NULL && layers[i]->kind == PC_NODE_MAP)
      merged = pc_cascade_merge(spec, merged, layers[i]);
  }
  pc_panel_style style;
  pc_schema_read(reader, &pc_panel_schema, merged, &style);
  paint_style(&style, colors, section);
  return style;
}

static pc_panel_style resolve_band_style(pc_reader *reader, const pc_node *root, const char *band,
                                         const pc_theme_colors *colors) {
  static const char *const own_keys[] = {"align", NULL};
  g_autofree char *path = g_strdup_printf("theme.%s", band);
  const pc_node *own = pc_node_pick(reader->spec, pc_path_find(root, band), own_keys);
  const pc_node *merged = pc_path_find(root, path);
  if (own != NULL)
    merged = pc_cascade_merge(reader->spec, merged, own);
  pc_panel_style style;
  pc_schema_read(reader, &pc_panel_schema, merged, &style);
  paint_style(&style, colors, colors->accent);
  return style;
}

/* Sizes that nobody wrote are for A0: on other sheets they follow the short side, the largest one
 * only as far as it can still be read. */
static void resolve_body(pc_reader *reader, const pc_node *root, pc_doc *doc) {
  pc_body_range *body = &doc->theme.sizes.body;
  double share = pc_page_scale(&doc->page);
  const pc_node *min = pc_path_find(root, "theme.sizes.body.min");
  const pc_node *max = pc_path_find(root, "theme.sizes.body.max");
  if (min == NULL)
    body->min.value *= share;
  if (max == NULL)
    body->max.value = MAX(body->max.value * share, PC_HAND_HELD_PT);
  if (pc_length_pt(body->min, 0) <= pc_length_pt(body->max, 0))
    return;
  const pc_node *blamed = min != NULL ? min : max;
  if (blamed != NULL)
    PC_REPORT(reader->diags, blamed->at, PC_BAD_VALUE,
              "the smallest size of the text, %.1f pt, is larger than the largest, %.1f pt",
              pc_length_pt(body->min, 0), pc_length_pt(body->max, 0));
}

void pc_theme_resolve(pc_reader *reader, const pc_node *root, pc_doc *doc) {
  pc_theme_colors *colors = &doc->theme.colors;
  resolve_colors(reader, root, colors);
  resolve_body(reader, root, doc);
  doc->theme.header = resolve_band_style(reader, root, "header", colors);
  doc->theme.footer = resolve_band_style(reader, root, "footer", colors);
}
