/* block.c - the blocks of one panel to commands and tags, one painter for each kind.
 * Layer: paint. */
#include "paint/block.h"

#include "text/textbox.h"
#include "paint/ground.h"
#include "paint/list.h"

typedef struct block_brush {
  pc_pen pen;
  const pc_look *look;
  const pc_layout *layout;
  const pc_panel *panel;
  pc_open_lists *lists;
} block_brush;

typedef void (*paint_block_func)(const block_brush *brush, const pc_box *box);

static pc_pen color_pen(const pc_pen *pen, pc_color ink) {
  pc_pen copy = *pen;
  copy.ink = ink;
  return copy;
}

/* A panel of role theme holds the poster's title where no header shows it. */
static pc_tag find_heading_tag(const block_brush *brush) {
  bool is_title = brush->panel->slide->role == PC_SLIDE_THEME && !brush->layout->header.shown;
  return is_title ? PC_TAG_H1 : PC_TAG_H2;
}

/* Before the heading, as part of it; read with a pause, "3. Conclusion". */
static void paint_heading_number(const block_brush *brush) {
  const pc_pen number = color_pen(&brush->pen, brush->look->badge_ink);
  const pc_panel *panel = brush->panel;
  if (!pc_text_box_has_lines(&panel->number))
    return;
  pc_display_begin(number.display, number.at, PC_TAG_SPAN, NULL, panel->slide->number);
  pc_paint_text_runs(&number, &panel->number);
  pc_display_blank(number.display);
  pc_display_end(number.display);
}

static void paint_heading(const block_brush *brush, const pc_box *box) {
  pc_pen heading = color_pen(&brush->pen, brush->look->heading_ink);
  heading.code = brush->look->heading_code;
  pc_paint_text_grounds(&heading, &box->text);
  pc_display_begin(heading.display, heading.at, find_heading_tag(brush), NULL, 0);
  paint_heading_number(brush);
  pc_paint_text_runs(&heading, &box->text);
  pc_display_end(heading.display);
  pc_paint_text_strokes(&heading, &box->text);
}

/* "##" in a text stands below the slide's heading. */
static void paint_subheading(const block_brush *brush, const pc_box *box) {
  const int below = CLAMP(box->block->level, 1, 4);
  pc_paint_text(&brush->pen, (pc_tag)(PC_TAG_H2 + below), &box->text);
}

static void paint_paragraph(const block_brush *brush, const pc_box *box) {
  pc_paint_text(&brush->pen, PC_TAG_P, &box->text);
}

static void paint_item(const block_brush *brush, const pc_box *box) {
  pc_lists_paint_item(brush->lists, &brush->pen, brush->look, box);
}

static void paint_table(const block_brush *brush, const pc_box *box) {
  pc_paint_table(&brush->pen, brush->look, box);
}

static void paint_facts(const block_brush *brush, const pc_box *box) {
  pc_paint_facts(&brush->pen, brush->look, box);
}

static void paint_quote(const block_brush *brush, const pc_box *box) {
  pc_paint_quote(&brush->pen, brush->look, brush->layout->doc->theme.quote, box);
}

static void paint_drawn(const block_brush *brush, const pc_box *box) {
  pc_paint_drawn(&brush->pen, brush->look, box);
}

static void paint_pictures(const block_brush *brush, const pc_box *box) {
  pc_pen caption = color_pen(&brush->pen, brush->look->muted);
  pc_paint_pictures(&caption, brush->layout, brush->panel, box);
}

static void paint_source(const block_brush *brush, const pc_box *box) {
  pc_pen muted = color_pen(&brush->pen, brush->look->muted);
  pc_paint_text(&muted, PC_TAG_P, &box->text);
}

static const paint_block_func painters[] = {
    [PC_BLOCK_HEADING] = paint_heading,
    [PC_BLOCK_SUBHEADING] = paint_subheading,
    [PC_BLOCK_PARAGRAPH] = paint_paragraph,
    [PC_BLOCK_ITEM] = paint_item,
    [PC_BLOCK_TABLE] = paint_table,
    [PC_BLOCK_FACTS] = paint_facts,
    [PC_BLOCK_QUOTE] = paint_quote,
    [PC_BLOCK_FIGURE] = paint_pictures,
    [PC_BLOCK_FIGURES] = paint_pictures,
    [PC_BLOCK_STEPS] = paint_drawn,
    [PC_BLOCK_CYCLE] = paint_drawn,
    [PC_BLOCK_RINGS] = paint_drawn,
    [PC_BLOCK_QR] = paint_drawn,
    [PC_BLOCK_DIAGRAM] = paint_drawn,
    [PC_BLOCK_CHART] = paint_drawn,
    [PC_BLOCK_SPACE] = NULL,
    [PC_BLOCK_SOURCE] = paint_source,
};

/* Without a heading the number is a text of its own. */
static void paint_number(const block_brush *brush) {
  pc_pen number = color_pen(&brush->pen, brush->look->badge_ink);
  number.at = brush->panel->slide->at;
  pc_paint_text(&number, PC_TAG_P, &brush->panel->number);
}

static void paint_frame_above(const block_brush *brush) {
  pc_display *display = brush->pen.display;
  pc_display_begin(display, brush->panel->slide->at, PC_TAG_ARTIFACT, NULL, 0);
  pc_paint_panel_frame(display, brush->layout, brush->panel, brush->look);
  pc_display_end(display);
  paint_number(brush);
}

pc_um pc_paint_hairline(double body_pt) {
  return pc_um_from_pt(MAX(0.25, body_pt / 40));
}

void pc_paint_blocks(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                     const pc_look *look) {
  pc_open_lists lists = {.display = display, .panel = panel};
  block_brush brush = {
      {display, panel->slide->at, look->ink, look->emphasis, look->highlight, look->code},
      look,
      layout,
      panel,
      &lists};
  if (pc_panel_find_heading(panel) == NULL && !panel->is_bare)
    paint_number(&brush);
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    brush.pen.at = box->block->at;
    pc_lists_enter(&lists, i);
    if (painters[box->kind] != NULL)
      painters[box->kind](&brush, box);
  }
  pc_lists_end(&lists);
  if (panel->is_bare)
    paint_frame_above(&brush);
}
