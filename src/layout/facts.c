/* facts.c - labels in a column of their own, and what belongs to them.  Layer: layout. */
#include "layout/kinds.h"
#include "layout/owntext.h"
#include "text/textbox.h"

static const double line_em = 1.45;
/* Between a label's column and what stands beside it, and above and below the hairlines. */
static const double gap_em = 1.1;
static const double pad_em = 0.45;
/* What stands below its label is nearer to it than to the hairline. */
static const double stacked_gap_em = 0.25;
/* Beside a column of labels there is room for so much, or the labels stand above. */
static const double beside_em = 9;
static const double label_most = 0.4;

/* Facts at a width. */
typedef struct facts_plan {
  const pc_piece *piece;
  const pc_facts *facts;
  double size_pt;
  pc_um width, label, gap, pad; /* label: width of the labels' column */
  bool is_stacked;              /* labels above what belongs to them */
} facts_plan;

static void shape_part(const pc_shaper *shaper, const pc_rich *rich, bool is_label,
                       pc_cell_piece *cell) {
  pc_text_style style = {.face = is_label ? PC_FACE_HEADING : PC_FACE_BODY,
                         .bold = is_label,
                         .is_heading = true,
                         .is_filled = true,
                         .vertical = pc_slide_is_vertical(shaper->slide),
                         .rules = &shaper->layout->doc->theme.text};
  cell->text = pc_shaper_shape(shaper, rich, &style);
  cell->least_em = cell->text == NULL ? 0 : pc_paragraph_min_width(cell->text);
  cell->full_em = cell->text == NULL ? 0 : pc_paragraph_width(cell->text);
}

/* Several values are lines of one text. */
static const pc_rich *join_values(const pc_shaper *shaper, const pc_fact *fact) {
  if (fact->n_values == 1)
    return fact->values[0];
  g_autofree const pc_rich **parts = g_new(const pc_rich *, (gsize)fact->n_values * 2);
  const pc_rich *newline = pc_owntext_new(shaper->layout, "\n", fact->values[0]->at);
  for (int i = 0; i < fact->n_values; i++) {
    parts[2 * i] = fact->values[i];
    parts[2 * i + 1] = newline;
  }
  return pc_owntext_join(shaper->layout, parts, fact->n_values * 2 - 1);
}

void pc_facts_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_facts *facts = piece->block->facts;
  piece->cells = g_new0(pc_cell_piece, (gsize)facts->n * 2);
  for (int i = 0; i < facts->n; i++) {
    const pc_rich *value = join_values(shaper, &facts->items[i]);
    shape_part(shaper, facts->items[i].label, true, &piece->cells[2 * i]);
    shape_part(shaper, value, false, &piece->cells[2 * i + 1]);
  }
}

/* Of the labels or of what belongs to them. */
static double find_widest(const facts_plan *plan, int part) {
  double widest = 0;
  for (int i = 0; i < plan->facts->n; i++)
    widest = MAX(widest, plan->piece->cells[2 * i + part].full_em);
  return widest;
}

static double find_least(const facts_plan *plan, int part) {
  double least = 0;
  for (int i = 0; i < plan->facts->n; i++)
    least = MAX(least, plan->piece->cells[2 * i + part].least_em);
  return least;
}

static facts_plan make_plan(const pc_setting *setting, const pc_piece *piece) {
  double size_pt = setting->type.body;
  facts_plan plan = {.piece = piece,
                     .facts = piece->block->facts,
                     .size_pt = size_pt,
                     .width = MAX(0, setting->width),
                     .gap = pc_um_from_pt(size_pt * gap_em),
                     .pad = pc_um_from_pt(size_pt * pad_em)};
  plan.label = pc_text_width(find_widest(&plan, 0), size_pt);
  double room = pc_text_measure(plan.width - plan.label - plan.gap, size_pt);
  double wanted = MAX(find_least(&plan, 1), MIN(find_widest(&plan, 1), beside_em));
  plan.is_stacked = room < wanted || plan.label > plan.width * label_most;
  return plan;
}

/* From the left of the facts to a label or what belongs to it, and its room. */
static pc_um part_x(const facts_plan *plan, int part) {
  return plan->is_stacked || part == 0 ? 0 : plan->label + plan->gap;
}

static pc_um part_width(const facts_plan *plan, int part) {
  if (plan->is_stacked)
    return plan->width;
  return part == 0 ? plan->label : plan->width - plan->label - plan->gap;
}

static pc_um part_height(const facts_plan *plan, int row, int part) {
  const pc_paragraph *text = plan->piece->cells[2 * row + part].text;
  int lines = pc_text_count(text, part_width(plan, part), plan->size_pt);
  return pc_text_height(lines, plan->size_pt, pc_text_line(text, line_em));
}

static pc_um part_head(const facts_plan *plan, int row, int part) {
  return pc_text_head(plan->piece->cells[2 * row + part].text, plan->size_pt);
}

/* Above the first lines: beside each other they share their baseline. */
static pc_um row_head(const facts_plan *plan, int row) {
  pc_um label = part_head(plan, row, 0);
  return plan->is_stacked ? label : MAX(label, part_head(plan, row, 1));
}

/* From the row's first em box to the value's. */
static pc_um value_y(const facts_plan *plan, int row) {
  if (!plan->is_stacked)
    return 0;
  return part_height(plan, row, 0) + pc_um_from_pt(plan->size_pt * stacked_gap_em) +
         part_head(plan, row, 1);
}

/* With the padding to its neighbours, but none above the first and below the last. */
static pc_um row_height(const facts_plan *plan, int row) {
  pc_um text = MAX(part_height(plan, row, 0), value_y(plan, row) + part_height(plan, row, 1));
  pc_um above = row > 0 ? plan->pad : 0;
  pc_um below = row + 1 < plan->facts->n ? plan->pad : 0;
  return above + row_head(plan, row) + text + below;
}

pc_measure pc_facts_measure(const pc_setting *setting, const pc_piece *piece) {
  const facts_plan plan = make_plan(setting, piece);
  gint64 height = 0;
  for (int i = 0; i < plan.facts->n; i++)
    height += row_height(&plan, i);
  return (pc_measure){.lines = 1, .height = (pc_um)MIN(height, PC_UM_TALLEST)};
}

double pc_facts_overhang(const pc_setting *setting, const pc_piece *piece) {
  const facts_plan plan = make_plan(setting, piece);
  double most = 0;
  for (int part = 0; part < 2; part++) {
    double room = pc_text_measure(part_width(&plan, part), plan.size_pt);
    double over = find_least(&plan, part) - room;
    most = MAX(most, over * pc_um_from_pt(plan.size_pt));
  }
  return most;
}

static pc_cell_box place_part(const facts_plan *plan, pc_point corner, int row, int part) {
  pc_um head = row_head(plan, row) + (row > 0 ? plan->pad : 0);
  pc_text_frame frame = {.x = corner.x + part_x(plan, part),
                         .y = corner.y + head + (part == 0 ? 0 : value_y(plan, row)),
                         .width = part_width(plan, part),
                         .size_pt = plan->size_pt,
                         .line = line_em};
  pc_rect rect = {frame.x, corner.y, frame.width, row_height(plan, row)};
  if (plan->is_stacked && part == 0)
    rect.h = head + part_height(plan, row, 0);
  else if (plan->is_stacked)
    rect = (pc_rect){frame.x, frame.y, frame.width, corner.y + rect.h - frame.y};
  return (pc_cell_box){.rect = rect,
                       .is_row_head = part == 0,
                       .row = row,
                       .column = part,
                       .rows = 1,
                       .columns = 1,
                       .text = pc_text_box_make(plan->piece->cells[2 * row + part].text, &frame)};
}

void pc_facts_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  const facts_plan plan = make_plan(setting, piece);
  pc_point corner = {box->rect.x, box->rect.y};
  box->cells = g_new0(pc_cell_box, (gsize)plan.facts->n * 2);
  for (int i = 0; i < plan.facts->n; i++) {
    box->cells[box->n_cells++] = place_part(&plan, corner, i, 0);
    box->cells[box->n_cells++] = place_part(&plan, corner, i, 1);
    corner.y += row_height(&plan, i);
  }
}
