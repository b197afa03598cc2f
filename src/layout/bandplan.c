/* bandplan.c - the form of a band at a size, and its places.  Layer: layout. */
#include "layout/bandplan.h"

#include <math.h>

#include "layout/bandlogos.h"
#include "layout/bandtitle.h"

/* What stands beside the title gets so much of the width at most; a centred title that has so much
 * left is centred on the sheet, not on what the logos leave. */
static const double side_most = 0.4;
static const double centred_least = 0.5;
/* Gaps in em of the band: between title and side, between texts on one line. */
static const double side_gap_em = 2;
static const double join_gap_em = 1.5;
/* Names of one kind stand closer than others do. */
static const double kind_gap = 0.5;

/* Which texts. */
typedef enum band_group { GROUP_MAIN, GROUP_SIDE } band_group;

static const pc_band_text *text_at(const pc_band_plan *plan, guint index) {
  return &g_array_index(plan->texts, pc_band_text, index);
}

static const pc_item_row *item_at(const pc_band_plan *plan, guint index) {
  return &plan->items[text_at(plan, index)->item];
}

/* The first text of a group from an index on; one past the last where there is none. */
static guint find_next(const pc_band_plan *plan, const pc_band_form *form, band_group group,
                       guint from) {
  for (; from < plan->texts->len; from++) {
    bool is_side = !form->is_stacked && (plan->side >> text_at(plan, from)->item & 1u) != 0;
    if (is_side == (group == GROUP_SIDE))
      break;
  }
  return from;
}

static pc_um to_um(const pc_band_form *form, double em) {
  return pc_um_from_pt(form->em_pt * em);
}

/* The scale's step, but not smaller than the sheet bears as long as the band is not too full. */
static double size_at(const pc_band_plan *plan, const pc_band_form *form, guint index) {
  double em = item_at(plan, index)->em;
  if (em <= 0)
    return form->title_pt;
  double least = plan->least_pt * form->em_pt / plan->em_pt;
  return round(MAX(em * form->em_pt, least) * 10) / 10;
}

static bool follows_its_kind(const pc_band_plan *plan, guint index) {
  return index > 0 && text_at(plan, index)->item == text_at(plan, index - 1)->item;
}

/* Stands on the line of the text before it where there is room; in one stack all that stands below
 * the titles does. */
static bool joins(const pc_band_plan *plan, const pc_band_form *form, guint index) {
  if (item_at(plan, index)->joins)
    return true;
  return form->is_stacked && index > 0 && text_at(plan, index - 1)->item > PC_BAND_SUBTITLE;
}

static pc_um group_width(const pc_band_form *form, band_group group) {
  return group == GROUP_SIDE ? form->side_width : form->main_width;
}

static pc_um width_at(const pc_band_plan *plan, const pc_band_form *form, guint index) {
  return pc_text_width(pc_paragraph_width(text_at(plan, index)->text), size_at(plan, form, index));
}

static pc_um head_at(const pc_band_plan *plan, const pc_band_form *form, guint index) {
  return pc_text_head(text_at(plan, index)->text, size_at(plan, form, index));
}

/* One text, or several that stand on one line. */
typedef struct band_row {
  guint first, end; /* of the group: texts of the other one lie between them */
  pc_um width, head, height;
  double size; /* of the largest text: all stand on its baseline */
} band_row;

static void add_text(const pc_band_plan *plan, const pc_band_form *form, band_group group,
                     band_row *row, guint index) {
  const pc_paragraph *text = text_at(plan, index)->text;
  const double size = size_at(plan, form, index);
  const int lines = pc_text_count(text, group_width(form, group), size);
  const pc_um height = pc_text_height(lines, size, pc_text_line(text, item_at(plan, index)->line));
  row->size = MAX(row->size, size);
  row->head = MAX(row->head, head_at(plan, form, index));
  row->height = MAX(row->height, height);
}

/* The row that begins with a text. */
static band_row find_row(const pc_band_plan *plan, const pc_band_form *form, band_group group,
                         guint first) {
  band_row row = {.first = first, .width = width_at(plan, form, first)};
  add_text(plan, form, group, &row, first);
  row.end = find_next(plan, form, group, first + 1);
  while (row.end < plan->texts->len && joins(plan, form, row.end)) {
    gint64 width = (gint64)row.width + to_um(form, join_gap_em) + width_at(plan, form, row.end);
    if (width > group_width(form, group))
      break;
    row.width = (pc_um)width;
    add_text(plan, form, group, &row, row.end);
    row.end = find_next(plan, form, group, row.end + 1);
  }
  return row;
}

/* 0 before the first of a group. */
static pc_um gap_before(const pc_band_plan *plan, const pc_band_form *form, const band_row *row,
                        bool is_first) {
  double gap = item_at(plan, row->first)->gap_em * size_at(plan, form, row->first);
  gap *= follows_its_kind(plan, row->first) ? kind_gap : 1;
  return is_first ? 0 : pc_um_from_pt(gap);
}

static pc_um group_height(const pc_band_plan *plan, const pc_band_form *form, band_group group) {
  gint64 height = 0;
  guint first = find_next(plan, form, group, 0);
  while (first < plan->texts->len) {
    const band_row row = find_row(plan, form, group, first);
    height += gap_before(plan, form, &row, height == 0) + row.head + row.height;
    first = row.end;
  }
  return (pc_um)MIN(height, PC_UM_TALLEST);
}

/* The widest line beside the title, if nothing is broken. */
static pc_um find_side_width(const pc_band_plan *plan, const pc_band_form *form) {
  gint64 widest = 0, width = 0;
  guint i = find_next(plan, form, GROUP_SIDE, 0);
  for (; i < plan->texts->len; i = find_next(plan, form, GROUP_SIDE, i + 1)) {
    bool is_joined = width > 0 && joins(plan, form, i);
    width = (is_joined ? width + to_um(form, join_gap_em) : 0) + width_at(plan, form, i);
    widest = MAX(widest, width);
  }
  return (pc_um)MIN(widest, PC_UM_TALLEST);
}

/* The title's index; one past the last text without. */
static guint find_title(const pc_band_plan *plan) {
  guint i = 0;
  while (i < plan->texts->len && item_at(plan, i)->em > 0)
    i++;
  return i;
}

/* What stands below the title, with the gaps. */
static gint64 height_below(const pc_band_plan *plan, const pc_band_form *form, guint title) {
  gint64 height = 0;
  guint first = find_next(plan, form, GROUP_MAIN, title + 1);
  while (first < plan->texts->len) {
    const band_row row = find_row(plan, form, GROUP_MAIN, first);
    height += gap_before(plan, form, &row, false) + row.head + row.height;
    first = row.end;
  }
  return height;
}

static double find_title_size(const pc_band_plan *plan, const pc_band_form *form, pc_um height) {
  const pc_length usual = plan->layout->doc->theme.sizes.title;
  const guint index = find_title(plan);
  pc_title_room room = {.width = form->main_width,
                        .usual_pt = pc_length_pt(usual, form->em_pt),
                        .may_grow = usual.unit == PC_UNIT_EM};
  if (index == plan->texts->len)
    return room.usual_pt;
  room.line = item_at(plan, index)->line;
  room.height = (pc_um)CLAMP(height - height_below(plan, form, index), 0, PC_UM_TALLEST);
  return pc_bandtitle_size(text_at(plan, index)->text, &room);
}

/* The logos' room, on the other side too where a centred title can do without it. */
static void resolve_main(const pc_band_plan *plan, pc_band_form *form) {
  const pc_um gap = to_um(form, side_gap_em);
  const pc_um taken = form->logos.w > 0 ? form->logos.w + gap : 0;
  const pc_um width = plan->width - taken;
  form->side_width = (pc_um)MIN(find_side_width(plan, form), width * side_most);
  form->main_width = width - (form->side_width > 0 ? form->side_width + gap : 0);
  form->main_x = plan->x;
  if (plan->band->align != PC_ALIGN_CENTER || width - taken < plan->width * centred_least)
    return;
  form->main_width = width - taken;
  form->main_x = plan->x + taken;
}

pc_band_form pc_bandplan_form(const pc_band_plan *plan, double em_pt, pc_um height) {
  pc_band_form form = {.em_pt = em_pt};
  pc_align align = plan->band->align;
  form.is_stacked = align == PC_ALIGN_CENTER || align == PC_ALIGN_END;
  pc_bandlogos_resolve(plan, &form);
  resolve_main(plan, &form);
  form.title_pt = round(find_title_size(plan, &form, height) * 10) / 10;
  return form;
}

pc_um pc_bandplan_height(const pc_band_plan *plan, const pc_band_form *form) {
  pc_um main = group_height(plan, form, GROUP_MAIN);
  pc_um side = group_height(plan, form, GROUP_SIDE);
  return MAX(MAX(main, side), form->logos.h);
}

static bool is_sound(const pc_band_plan *plan, const pc_band_form *form, band_group group) {
  guint i = find_next(plan, form, group, 0);
  for (; i < plan->texts->len; i = find_next(plan, form, group, i + 1)) {
    double measure = pc_text_measure(group_width(form, group), size_at(plan, form, i));
    if (pc_paragraph_min_width(text_at(plan, i)->text) > measure)
      return false;
  }
  return true;
}

bool pc_bandplan_is_sound(const pc_band_plan *plan, const pc_band_form *form) {
  return is_sound(plan, form, GROUP_MAIN) && is_sound(plan, form, GROUP_SIDE);
}

/* One text has the whole column, to be broken there. */
static void place_alone(const pc_band_plan *plan, const pc_band_form *form, const band_row *row,
                        const pc_text_frame *column, pc_band_box *box) {
  pc_text_frame frame = *column;
  frame.size_pt = size_at(plan, form, row->first);
  frame.line = item_at(plan, row->first)->line;
  box->texts[row->first] = pc_text_box_make(text_at(plan, row->first)->text, &frame);
}

/* Of the room beside a row. */
static const double before_row[] = {[PC_ALIGN_CENTER] = 0.5, [PC_ALIGN_END] = 1};

static void place_joined(const pc_band_plan *plan, const pc_band_form *form, band_group group,
                         const band_row *row, const pc_text_frame *column, pc_band_box *box) {
  pc_text_frame frame = *column;
  const double share = column->align <= PC_ALIGN_END ? before_row[column->align] : 0;
  frame.x += (pc_um)((column->width - row->width) * share);
  frame.align = PC_ALIGN_START;
  for (guint i = row->first; i < row->end; i = find_next(plan, form, group, i + 1)) {
    frame.size_pt = size_at(plan, form, i);
    frame.y = column->y + pc_um_from_pt((row->size - frame.size_pt) * PC_ASCENT_EM);
    frame.line = item_at(plan, i)->line;
    frame.width = width_at(plan, form, i);
    box->texts[i] = pc_text_box_make(text_at(plan, i)->text, &frame);
    frame.x += frame.width + to_um(form, join_gap_em);
  }
}

static void place_group(const pc_band_plan *plan, const pc_band_form *form, pc_point at,
                        band_group group, pc_band_box *box) {
  pc_text_frame column = {.x = at.x,
                          .y = at.y,
                          .width = group_width(form, group),
                          .align = group == GROUP_SIDE ? PC_ALIGN_END : plan->band->align};
  const guint begin = find_next(plan, form, group, 0);
  for (guint first = begin; first < plan->texts->len;) {
    const band_row row = find_row(plan, form, group, first);
    column.y += gap_before(plan, form, &row, first == begin) + row.head;
    if (find_next(plan, form, group, first + 1) == row.end)
      place_alone(plan, form, &row, &column, box);
    else
      place_joined(plan, form, group, &row, &column, box);
    column.y += row.height;
    first = row.end;
  }
}

/* Baseline of a group's last line below the group's top, -1 without lines. */
static pc_um last_baseline(const pc_band_plan *plan, const pc_band_form *form, band_group group) {
  guint last = plan->texts->len;
  guint i = find_next(plan, form, group, 0);
  for (; i < plan->texts->len; i = find_next(plan, form, group, i + 1))
    last = i;
  if (last == plan->texts->len)
    return -1;
  double below = size_at(plan, form, last) * (1 - PC_ASCENT_EM);
  return group_height(plan, form, group) - pc_um_from_pt(below);
}

/* The side stands on the last line beside it, as far as the band is high. */
static pc_um find_side_top(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                           pc_um main_top) {
  pc_um main = last_baseline(plan, form, GROUP_MAIN);
  pc_um height = group_height(plan, form, GROUP_SIDE);
  pc_um top = main < 0 ? y.start : main_top + main - last_baseline(plan, form, GROUP_SIDE);
  return CLAMP(top, y.start, MAX(y.start, y.start + y.length - height));
}

void pc_bandplan_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                       pc_band_box *box) {
  guint n = plan->texts->len;
  pc_band_item *items = g_new0(pc_band_item, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    items[i] = text_at(plan, i)->item;
  box->n_texts = (int)n;
  box->items = items;
  box->texts = g_new0(pc_text_box, MAX(n, 1));
  pc_um free = y.length - group_height(plan, form, GROUP_MAIN);
  pc_point main = {form->main_x, y.start + MAX(0, free) / 2};
  place_group(plan, form, main, GROUP_MAIN, box);
  pc_point side = {main.x + form->main_width + to_um(form, side_gap_em),
                   find_side_top(plan, form, y, main.y)};
  place_group(plan, form, side, GROUP_SIDE, box);
  pc_bandlogos_place(plan, form, y, box);
}
