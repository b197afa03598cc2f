/* block.c - the blocks of one panel to commands and tags, one painter for each kind.
 * Layer: paint. */
#include "paint/block.h"

#include "text/textbox.h"
#include "paint/ground.h"

/* Deeper lists are tagged like the deepest one. */
#define MAX_DEPTH 8

/* Radius of a bullet, and the middle of the em box above the baseline. */
static const double bullet_em = 0.17;
static const double deeper_bullet_em = 0.11;
static const double middle_em = PC_ASCENT_EM - 0.5;

typedef struct block_brush {
  pc_pen pen;
  const pc_look *look;
  const pc_layout *layout;
  const pc_panel *panel;
} block_brush;

/* The lists that are open, outermost first. */
typedef struct open_lists {
  int depth;
  int list[MAX_DEPTH];
} open_lists;

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

/* The number is read before the heading, as part of it. */
static void paint_heading(const block_brush *brush, const pc_box *box) {
  pc_pen heading = color_pen(&brush->pen, brush->look->heading_ink);
  heading.code = brush->look->heading_code;
  pc_pen number = color_pen(&brush->pen, brush->look->badge_ink);
  pc_paint_text_grounds(&heading, &box->text);
  pc_display_begin(heading.display, heading.at, find_heading_tag(brush), NULL, 0);
  pc_paint_text_runs(&number, &brush->panel->number);
  pc_paint_text_runs(&heading, &box->text);
  pc_display_end(heading.display);
  pc_paint_text_strokes(&heading, &box->text);
}

static void paint_subheading(const block_brush *brush, const pc_box *box) {
  pc_paint_text(&brush->pen, PC_TAG_H3, &box->text);
}

static void paint_paragraph(const block_brush *brush, const pc_box *box) {
  pc_paint_text(&brush->pen, PC_TAG_P, &box->text);
}

/* The theme's bullet is no text of the author's: drawn, so that copied text does not have it. */
static void paint_bullet(const block_brush *brush, const pc_box *box) {
  pc_display *display = brush->pen.display;
  const pc_text_box *marker = &box->marker;
  pc_um em = pc_um_from_pt(marker->size_pt);
  const pc_line *line = &marker->lines->items[0];
  double radius = box->block->level == 0 ? bullet_em : deeper_bullet_em;
  pc_point center = pc_text_box_point(marker, 0, line->width / 2, middle_em);
  pc_display_begin(display, brush->pen.at, PC_TAG_ARTIFACT, NULL, 0);
  pc_display_begin_path(display);
  pc_display_circle(display, center, (pc_um)(radius * em));
  pc_display_fill(display, brush->pen.at, brush->look->emphasis);
  pc_display_end(display);
}

static void paint_item(const block_brush *brush, const pc_box *box) {
  pc_pen marker = color_pen(&brush->pen, brush->look->emphasis);
  pc_display_begin(brush->pen.display, brush->pen.at, PC_TAG_LI, NULL, 0);
  if (box->block->marker == NULL && pc_text_box_has_lines(&box->marker))
    paint_bullet(brush, box);
  else
    pc_paint_text(&marker, PC_TAG_LBL, &box->marker);
  pc_paint_text(&brush->pen, PC_TAG_LBODY, &box->text);
  pc_display_end(brush->pen.display);
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

static pc_pen label_pen(const pc_pen *pen, const pc_drawn_label *label) {
  pc_pen own = color_pen(pen, label->ink);
  own.emphasis = label->ink;
  return own;
}

/* Shapes and labels are one figure; what marks draw stands outside of it. */
static void paint_drawn(const block_brush *brush, const pc_box *box) {
  pc_display *display = brush->pen.display;
  const GArray *labels = box->drawing->labels;
  pc_display_begin(display, brush->pen.at, PC_TAG_FIGURE, pc_sketch_alt(box->sketch), 0);
  pc_display_append(display, box->drawing->shapes);
  for (guint i = 0; i < labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(labels, pc_drawn_label, i);
    pc_pen pen = label_pen(&brush->pen, label);
    pc_paint_text_grounds(&pen, &label->text);
    pc_paint_text_runs(&pen, &label->text);
  }
  pc_pen caption = color_pen(&brush->pen, brush->look->muted);
  pc_paint_text(&caption, PC_TAG_CAPTION, &box->caption);
  pc_display_end(display);
  for (guint i = 0; i < labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(labels, pc_drawn_label, i);
    pc_pen pen = label_pen(&brush->pen, label);
    pc_paint_text_strokes(&pen, &label->text);
  }
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

static void close_lists(const block_brush *brush, open_lists *open, int depth) {
  for (; open->depth > depth; open->depth--)
    pc_display_end(brush->pen.display);
}

/* Opens and closes list tags so that the next box stands in the right one. */
static void enter_list(const block_brush *brush, const pc_block *block, open_lists *open) {
  int depth = block->kind == PC_BLOCK_ITEM ? CLAMP(block->level + 1, 1, MAX_DEPTH) : 0;
  close_lists(brush, open, depth);
  if (depth > 0 && open->depth == depth && open->list[depth - 1] != block->list)
    close_lists(brush, open, depth - 1);
  while (open->depth < depth) {
    pc_display_begin(brush->pen.display, block->at, PC_TAG_L, NULL, 0);
    open->list[open->depth++] = block->list;
  }
}

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
  block_brush brush = {
      {display, panel->slide->at, look->ink, look->emphasis, look->highlight, look->code},
      look,
      layout,
      panel};
  open_lists open = {0};
  if (pc_panel_find_heading(panel) == NULL && !panel->is_bare)
    paint_number(&brush);
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    brush.pen.at = box->block->at;
    enter_list(&brush, box->block, &open);
    if (painters[box->kind] != NULL)
      painters[box->kind](&brush, box);
  }
  close_lists(&brush, &open, 0);
  if (panel->is_bare)
    paint_frame_above(&brush);
}
