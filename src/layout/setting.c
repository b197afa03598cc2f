/* setting.c - a content at a size: how tall it is, and where its lines stand.  Layer: layout. */
#include <math.h>

#include "layout/beside.h"
#include "layout/flow.h"
#include "layout/grid.h"
#include "layout/kinds.h"
#include "text/textbox.h"
#include "layout/turn.h"
#include "layout/type.h"

/* Between text columns, em of the body. */
static const double gutter_em = 1.75;
/* Pictures never ask for more of a panel than this. */
static const double figure_most = 0.8;
/* FIELD: longer lines are hard to follow.  A little under 40 characters: punctuation is set closer
 * than its em. */
static const double line_most_em = 38;
/* A text that is no wider than this stands in one column: two would have fewer than 18 characters
 * in a line. */
static const double single_most_em = 40.5;
static const int columns_most = 6;
/* A text of fewer lines in each is not parted into columns. */
static const int column_least_lines = 4;
/* Roundings of lengths that are to be a multiple of the grid's. */
static const pc_um grid_slack = 20;
/* Lines that run downwards share no baseline with those beside them: less than a line parts
 * paragraphs. */
static const double turned_line = 0.4;

/* Gap after the heading beyond the usual, em of the heading: for the rule, for the tab. */
static const double heading_gaps[] = {[PC_HEADING_BAR] = 0,
                                      [PC_HEADING_UNDERLINE] = 0.15,
                                      [PC_HEADING_TAB] = 0.35,
                                      [PC_HEADING_PLAIN] = 0};

bool pc_slide_is_vertical(const pc_slide *slide) {
  return slide->writing == PC_WRITING_VERTICAL;
}

static pc_um body_em(const pc_setting *setting) {
  return pc_um_from_pt(setting->type.body);
}

static void split_columns(pc_setting *setting, int columns) {
  setting->columns = columns;
  setting->gutter = columns > 1 ? pc_um_from_pt(setting->type.body * gutter_em) : 0;
  setting->column = (setting->width - setting->gutter * (columns - 1)) / columns;
}

/* About as many lines as its texts have in the columns. */
static double guess_lines(const pc_setting *setting) {
  const pc_content *content = setting->content;
  const double measure = MAX(1, pc_text_measure(setting->column, setting->type.body));
  double lines = 0;
  for (int i = content->has_heading; i < content->n_pieces; i++) {
    const pc_piece *piece = &content->pieces[i];
    if (piece->text != NULL && pc_kind_find(piece->block->kind)->on_grid)
      lines += ceil(pc_paragraph_width(piece->text) / measure);
  }
  return lines;
}

/* Type too small for the most columns keeps the width: it needs all the room there is. */
void pc_setting_set_columns(pc_setting *setting) {
  const int wanted = setting->content->slide->columns;
  const pc_um single = pc_text_width(single_most_em, setting->type.body);
  split_columns(setting, MAX(1, wanted));
  if (wanted > 0)
    return;
  while (setting->column > single && setting->columns < columns_most)
    split_columns(setting, setting->columns + 1);
  if (setting->column > single)
    return;
  if (guess_lines(setting) < column_least_lines * setting->columns)
    split_columns(setting, 1);
  setting->column = MIN(setting->column, setting->most);
}

pc_setting pc_setting_make(const pc_content *content, double common_pt, double body_pt,
                           pc_um panel_width) {
  pc_setting setting = {.content = content,
                        .type = pc_type_make(content, common_pt, body_pt),
                        .turned = pc_slide_is_vertical(content->slide)};
  pc_um em = pc_um_from_pt(common_pt);
  pc_um safe = MAX(0, PC_GRID_SAFE - content->doc->page.margin);
  if (!content->is_bare)
    setting.padding = CLAMP(pc_length_um(content->slide->style.padding, em, panel_width), safe,
                            MAX(safe, panel_width));
  setting.pitch = pc_text_height(2, setting.type.body, content->line) - body_em(&setting);
  setting.most = pc_text_width(line_most_em, setting.type.body);
  setting.width = setting.full = panel_width - 2 * setting.padding;
  pc_setting_set_columns(&setting);
  return setting;
}

pc_measure pc_setting_measure_piece(const pc_setting *setting, const pc_piece *piece) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  return setting->turned && row->stands ? pc_turn_measure(setting, piece)
                                        : row->measure(setting, piece);
}

void pc_setting_measure(const pc_setting *setting, pc_measure *measures) {
  if (setting->aside > 0) {
    pc_beside_measure(setting, measures);
    return;
  }
  for (int i = 0; i < setting->content->n_pieces; i++)
    measures[i] = pc_setting_measure_piece(setting, &setting->content->pieces[i]);
}

/* Between two pieces of which one at least is not on the grid. */
static pc_um gap_off_grid(const pc_setting *setting, const pc_block *before,
                          const pc_block *block) {
  const pc_kind_row *upper = pc_kind_find(before->kind);
  const pc_kind_row *lower = pc_kind_find(block->kind);
  const double own = upper->is_heading ? upper->after : MAX(upper->after, lower->before);
  double gap = (setting->content->doc->theme.sizes.line - 1 + own) * setting->type.body;
  if (before->kind == PC_BLOCK_HEADING)
    gap += heading_gaps[setting->content->slide->style.heading] * setting->type.heading;
  return MAX(0, pc_um_from_pt(gap));
}

/* Between the lower edge of one piece and the upper edge of the next. */
static pc_um gap_between(const pc_setting *setting, const pc_block *before, const pc_block *block) {
  const pc_kind_row *upper = pc_kind_find(before->kind);
  const pc_kind_row *lower = pc_kind_find(block->kind);
  if (block->kind == PC_BLOCK_SPACE)
    return 0;
  if (!upper->on_grid || !lower->on_grid || setting->content->grows_whole)
    return gap_off_grid(setting, before, block);
  const int lines = upper->is_heading ? 0 : lower->lines_before;
  const double empty = setting->turned ? lines * turned_line : lines;
  const bool is_list = before->kind == PC_BLOCK_ITEM && block->kind == PC_BLOCK_ITEM;
  return (pc_um)(setting->pitch * (1 + empty)) - body_em(setting) +
         (is_list ? setting->item_gap : 0);
}

pc_um pc_setting_gap(const pc_setting *setting, int index) {
  const pc_piece *pieces = setting->content->pieces;
  return index == 0 ? 0 : gap_between(setting, pieces[index - 1].block, pieces[index].block);
}

static pc_um gap_before(const pc_setting *setting, int index, pc_um extra) {
  bool is_first = index == 0 || (index == 1 && setting->content->has_heading);
  return pc_setting_gap(setting, index) + (is_first ? 0 : extra);
}

static bool spans_columns(const pc_content *content, int index) {
  return pc_kind_find(content->pieces[index].block->kind)->spans;
}

static bool is_on_grid(const pc_content *content, int index) {
  return pc_kind_find(content->pieces[index].block->kind)->on_grid;
}

/* Pieces from first on that flow through the columns together. */
static int count_run(const pc_content *content, const pc_measure *measures, int first) {
  int count = 1;
  while (!spans_columns(content, first) && first + count < content->n_pieces &&
         !spans_columns(content, first + count) &&
         measures[first].beside == measures[first + count].beside)
    count++;
  return count;
}

/* One piece over the whole width, never parted. */
static pc_um stack_piece(const pc_measure *measure, pc_slot *slots) {
  for (int i = 0; slots != NULL && i < measure->lines; i++)
    slots[i] = (pc_slot){0, (pc_um)MIN((gint64)measure->pitch * i, PC_UM_TALLEST)};
  return measure->lines > 0 ? measure->height : 0;
}

static void shift_slots(pc_slot *slots, int count, gint64 by) {
  for (int i = 0; slots != NULL && i < count; i++)
    slots[i].y = (pc_um)MIN(slots[i].y + by, PC_UM_TALLEST);
}

static int count_lines(const pc_measure *measures, int n) {
  int lines = 0;
  for (int i = 0; i < n; i++)
    lines += measures[i].lines;
  return lines;
}

static pc_um flow_run(const pc_setting *setting, int first, const pc_flow_item *items, int n,
                      pc_slot *slots) {
  const pc_measure *head = items->measure;
  const pc_setting seen = pc_beside_see(setting, first, head != NULL && head->beside);
  return pc_flow_balance(items, n, seen.columns, slots);
}

/* Where the grid begins: right below the heading, whatever stands there. */
static gint64 find_origin(const pc_setting *setting, const pc_measure *measures) {
  const pc_content *content = setting->content;
  if (!content->has_heading)
    return 0;
  static const pc_block text = {.kind = PC_BLOCK_PARAGRAPH};
  return (gint64)measures[0].height + gap_off_grid(setting, content->pieces[0].block, &text);
}

/* The next place on the grid for a text's first line. */
static gint64 find_next_line(const pc_setting *setting, gint64 origin, gint64 y) {
  const gint64 pitch = MAX(1, setting->pitch), beyond = y - origin - grid_slack;
  return beyond <= 0 ? MAX(y, origin) : origin + (beyond + pitch - 1) / pitch * pitch;
}

pc_um pc_setting_arrange(const pc_setting *setting, const pc_measure *measures, pc_um extra,
                         pc_slot *slots) {
  const pc_content *content = setting->content;
  g_autofree pc_flow_item *items = g_new0(pc_flow_item, (gsize)MAX(content->n_pieces, 1));
  const gint64 origin = find_origin(setting, measures);
  gint64 y = 0, beside = 0;
  for (int first = 0, count = 0; first < content->n_pieces; first += count) {
    count = count_run(content, measures, first);
    for (int i = first; i < first + count; i++) {
      bool keep = content->pieces[i].block->kind == PC_BLOCK_SUBHEADING;
      items[i] = (pc_flow_item){&measures[i], gap_before(setting, i, extra), keep};
    }
    if (setting->aside > 0 && first == content->has_heading)
      beside = y + items[first].gap + measures[content->n_pieces - 1].height;
    if (!measures[first].beside)
      y = MAX(y, beside);
    int lines = count_lines(measures + first, count);
    if (lines > 0)
      y += items[first].gap;
    if (is_on_grid(content, first))
      y = find_next_line(setting, origin, y);
    pc_um height = spans_columns(content, first)
                       ? stack_piece(&measures[first], slots)
                       : flow_run(setting, first, items + first, count, slots);
    shift_slots(slots, lines, y);
    y += height;
    slots = slots == NULL ? NULL : slots + lines;
  }
  return (pc_um)MIN(MAX(y, beside), PC_UM_TALLEST);
}

pc_um pc_setting_source_height(const pc_setting *setting) {
  const pc_piece *source = setting->content->source;
  if (source == NULL)
    return 0;
  pc_measure measure = pc_kind_find(source->block->kind)->measure(setting, source);
  return measure.height + pc_um_from_pt(setting->type.caption);
}

pc_um pc_setting_badge_height(const pc_setting *setting) {
  const pc_content *content = setting->content;
  if (content->number == NULL || content->badge_inline || content->is_bare)
    return 0;
  double heading = pc_length_pt(content->doc->theme.sizes.heading, setting->type.common);
  const pc_paragraph *first = content->n_pieces > 0 ? content->pieces[0].text : NULL;
  return pc_um_from_pt(heading * PC_BADGE_EM + setting->type.common / 2) +
         pc_text_head(first, setting->type.body) / 2;
}

/* Everything but flexible pictures, padding included. */
static gint64 rigid_height(const pc_setting *setting, const pc_measure *measures) {
  return (gint64)pc_setting_arrange(setting, measures, 0, NULL) + 2 * setting->padding +
         pc_setting_badge_height(setting) + pc_setting_source_height(setting);
}

static int count_flexible(const pc_measure *measures, int n) {
  int count = 0;
  for (int i = 0; i < n; i++)
    count += measures[i].natural > 0;
  return count;
}

/* Pictures in a panel of that height at their least, together. */
static double least_pictures(const pc_setting *setting, const pc_measure *measures, double height) {
  int n = setting->content->n_pieces;
  pc_length least = setting->content->doc->theme.figure_min;
  double together = pc_length_um(least, pc_um_from_pt(setting->type.common), (pc_um)height);
  double each = CLAMP(together, 0, height * figure_most) / MAX(1, count_flexible(measures, n));
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += CLAMP(each - measures[i].least, 0, measures[i].natural);
  return sum;
}

/* The least height whose own share of pictures it holds: what is asked grows slower than the
 * height, so halving finds it. */
static pc_um solve_height(const pc_setting *setting, const pc_measure *measures, gint64 rigid) {
  double low = (double)rigid;
  double high = low + least_pictures(setting, measures, PC_UM_TALLEST);
  while (high - low > 1) {
    double middle = floor((low + high) / 2);
    if ((double)rigid + least_pictures(setting, measures, middle) <= middle)
      high = middle;
    else
      low = middle;
  }
  return (pc_um)MIN(ceil(high), PC_UM_TALLEST);
}

pc_um pc_setting_need(const pc_setting *setting) {
  g_autofree pc_measure *measures = g_new0(pc_measure, (gsize)MAX(setting->content->n_pieces, 1));
  pc_setting_measure(setting, measures);
  gint64 rigid = rigid_height(setting, measures);
  if (count_flexible(measures, setting->content->n_pieces) == 0)
    return (pc_um)MIN(rigid, PC_UM_TALLEST);
  return solve_height(setting, measures, rigid);
}

pc_um pc_setting_need_full(const pc_setting *setting) {
  g_autofree pc_measure *measures = g_new0(pc_measure, (gsize)MAX(setting->content->n_pieces, 1));
  pc_setting_measure(setting, measures);
  gint64 height = rigid_height(setting, measures);
  for (int i = 0; i < setting->content->n_pieces; i++)
    height += measures[i].natural;
  return (pc_um)MIN(height, PC_UM_TALLEST);
}

static bool is_too_wide(const pc_setting *setting, const pc_piece *piece) {
  if (piece == NULL)
    return false;
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  if (row->overhang == NULL || (setting->turned && row->stands))
    return false;
  return row->overhang(setting, piece) > 0;
}

bool pc_setting_is_overfull(const pc_setting *setting) {
  const pc_content *content = setting->content;
  bool is_overfull = is_too_wide(setting, content->source);
  for (int i = 0; i < content->n_pieces && !is_overfull; i++) {
    const pc_setting seen = pc_beside_see(setting, i, i >= content->has_heading);
    is_overfull = is_too_wide(&seen, &content->pieces[i]);
  }
  return is_overfull;
}

bool pc_setting_keeps_words(const pc_setting *setting) {
  const pc_content *content = setting->content;
  bool keeps = true;
  for (int i = 0; i < content->n_pieces && keeps; i++) {
    const pc_kind_row *row = pc_kind_find(content->pieces[i].block->kind);
    const pc_setting seen = pc_beside_see(setting, i, i >= content->has_heading);
    keeps = row->keeps == NULL || row->keeps(&seen, &content->pieces[i]);
  }
  return keeps;
}
