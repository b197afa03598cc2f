/* quote.c - somebody's words in a bubble or beside a rule, and whose they are.  Layer: layout. */
#include "layout/kinds.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* Room around the words, em of the body. */
typedef struct quote_form {
  double before, after; /* along the lines */
  double above, below;
  double tail; /* from the bubble to the end of its tail */
  double by;   /* above the name */
  const char *dash;
} quote_form;

static const quote_form forms[] = {
    [PC_QUOTE_BUBBLE] = {1.0, 1.0, .8, .8, PC_QUOTE_TAIL_EM, .2, NULL},
    [PC_QUOTE_RULE] = {1.1, 0, .1, .1, 0, .5, "― "},
};

static const double by_line_em = 1.4;
/* Between paragraphs, beyond the leading. */
static const double paragraph_em = 0.35;
/* The narrowest bubble round a few words. */
static const double bubble_least_em = 9;

/* A quote at a width. */
typedef struct quote_plan {
  const pc_setting *setting;
  const pc_piece *piece;
  const pc_quote *quote;
  const quote_form *form;
  double size_pt, by_pt, line;
  pc_um width;           /* of the bubble */
  pc_um before, measure; /* of the words */
} quote_plan;

static const quote_form *find_form(const pc_doc *doc) {
  return &forms[doc->theme.quote];
}

static const pc_rich *sign_name(const pc_shaper *shaper, const pc_rich *by) {
  const char *dash = find_form(shaper->layout->doc)->dash;
  if (by == NULL || dash == NULL)
    return by;
  const pc_rich *parts[] = {pc_owntext_new(shaper->layout, dash, by->at), by};
  return pc_owntext_join(shaper->layout, parts, G_N_ELEMENTS(parts));
}

void pc_quote_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_quote *quote = piece->block->quote;
  const pc_doc *doc = shaper->layout->doc;
  const bool is_vertical = pc_slide_is_vertical(shaper->slide);
  pc_text_style words = {.face = PC_FACE_BODY,
                         .justify = pc_slide_is_justified(shaper->slide, doc),
                         .vertical = is_vertical,
                         .rules = &doc->theme.text};
  pc_text_style name = {
      .face = PC_FACE_BODY, .is_heading = true, .vertical = is_vertical, .rules = &doc->theme.text};
  piece->cells = g_new0(pc_cell_piece, (gsize)quote->n);
  for (int i = 0; i < quote->n; i++) {
    pc_cell_piece *cell = &piece->cells[i];
    cell->text = pc_shaper_shape(shaper, quote->paragraphs[i], &words);
    cell->least_em = pc_paragraph_min_width(cell->text);
    cell->full_em = pc_paragraph_width(cell->text);
  }
  piece->caption = pc_shaper_shape(shaper, sign_name(shaper, quote->by), &name);
}

static pc_um to_um(const quote_plan *plan, double em) {
  return pc_um_from_pt(plan->size_pt * em);
}

/* A bubble is no wider than a few words need; nor than the name under it. */
static pc_um find_width(const quote_plan *plan) {
  const quote_form *form = plan->form;
  const pc_um around = plan->before + to_um(plan, form->after);
  const pc_um most = CLAMP(plan->setting->most + around, 0, MAX(0, plan->setting->width));
  if (form->tail <= 0)
    return most;
  double widest = bubble_least_em;
  for (int i = 0; i < plan->quote->n; i++)
    widest = MAX(widest, plan->piece->cells[i].full_em);
  pc_um words = pc_text_width(widest, plan->size_pt) + around;
  double name = plan->piece->caption == NULL ? 0 : pc_paragraph_width(plan->piece->caption);
  return MIN(most, MAX(words, pc_text_width(name, plan->by_pt)));
}

static quote_plan make_plan(const pc_setting *setting, const pc_piece *piece) {
  const pc_doc *doc = setting->content->doc;
  quote_plan plan = {.setting = setting,
                     .piece = piece,
                     .quote = piece->block->quote,
                     .form = find_form(doc),
                     .size_pt = setting->type.body,
                     .by_pt = MIN(setting->type.caption, setting->type.body),
                     .line = doc->theme.sizes.line};
  plan.before = to_um(&plan, plan.form->before);
  plan.width = find_width(&plan);
  plan.measure = plan.width - plan.before - to_um(&plan, plan.form->after);
  return plan;
}

/* Above a paragraph's first em box. */
static pc_um find_gap(const quote_plan *plan, int index) {
  double gap = index == 0 ? plan->form->above : plan->line - 1 + paragraph_em;
  return to_um(plan, gap) + pc_text_head(plan->piece->cells[index].text, plan->size_pt);
}

static pc_um find_height(const quote_plan *plan, int index) {
  const pc_paragraph *text = plan->piece->cells[index].text;
  int lines = pc_text_count(text, plan->measure, plan->size_pt);
  return pc_text_height(lines, plan->size_pt, pc_text_line(text, plan->line));
}

static pc_um frame_height(const quote_plan *plan) {
  gint64 height = to_um(plan, plan->form->below);
  for (int i = 0; i < plan->quote->n; i++)
    height += find_gap(plan, i) + find_height(plan, i);
  return (pc_um)MIN(height, PC_UM_TALLEST);
}

/* From the lower edge of the frame to the name. */
static pc_um by_gap(const quote_plan *plan) {
  return to_um(plan, plan->form->tail + plan->form->by) +
         pc_text_head(plan->piece->caption, plan->by_pt);
}

/* What stands below the frame. */
static pc_um by_height(const quote_plan *plan) {
  const pc_paragraph *by = plan->piece->caption;
  if (by == NULL)
    return to_um(plan, plan->form->tail);
  int lines = pc_text_count(by, plan->width, plan->by_pt);
  return by_gap(plan) + pc_text_height(lines, plan->by_pt, pc_text_line(by, by_line_em));
}

pc_measure pc_quote_measure(const pc_setting *setting, const pc_piece *piece) {
  const quote_plan plan = make_plan(setting, piece);
  gint64 height = (gint64)frame_height(&plan) + by_height(&plan);
  return (pc_measure){.lines = 1, .height = (pc_um)MIN(height, PC_UM_TALLEST)};
}

double pc_quote_overhang(const pc_setting *setting, const pc_piece *piece) {
  const quote_plan plan = make_plan(setting, piece);
  double least = 0;
  for (int i = 0; i < plan.quote->n; i++)
    least = MAX(least, piece->cells[i].least_em);
  double words = (least - pc_text_measure(plan.measure, plan.size_pt)) * to_um(&plan, 1);
  double name = piece->caption == NULL ? 0 : pc_paragraph_min_width(piece->caption);
  double by = (name - pc_text_measure(plan.width, plan.by_pt)) * pc_um_from_pt(plan.by_pt);
  return MAX(0, MAX(words, by));
}

static void place_words(const quote_plan *plan, pc_box *box) {
  pc_text_frame frame = {.x = box->frame.x + plan->before,
                         .y = box->frame.y,
                         .width = plan->measure,
                         .size_pt = plan->size_pt,
                         .line = plan->line,
                         .align = plan->setting->content->slide->style.align};
  box->cells = g_new0(pc_cell_box, (gsize)plan->quote->n);
  for (int i = 0; i < plan->quote->n; i++) {
    frame.y += find_gap(plan, i);
    pc_cell_box *cell = &box->cells[box->n_cells++];
    cell->row = i;
    cell->rows = cell->columns = 1;
    cell->rect = (pc_rect){frame.x, frame.y, frame.width, find_height(plan, i)};
    cell->text = pc_text_box_make(plan->piece->cells[i].text, &frame);
    frame.y += cell->rect.h;
  }
}

void pc_quote_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  const quote_plan plan = make_plan(setting, piece);
  box->frame = (pc_rect){box->rect.x, box->rect.y, plan.width, frame_height(&plan)};
  place_words(&plan, box);
  pc_text_frame name = {.x = box->frame.x,
                        .y = box->frame.y + box->frame.h + by_gap(&plan),
                        .width = plan.width,
                        .size_pt = plan.by_pt,
                        .line = by_line_em,
                        .align = PC_ALIGN_END};
  box->caption = pc_text_box_make(piece->caption, &name);
}
