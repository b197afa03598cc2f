/* place.c - a content into its rectangle: pictures take the room, lines get their places.
 * Layer: layout. */
#include <math.h>

#include "layout/badge.h"
#include "layout/beside.h"
#include "layout/kinds.h"
#include "layout/picture.h"
#include "text/textbox.h"
#include "layout/turn.h"

/* `spread` parts the blocks by at most so many em of the body more than usual. */
static const double spread_most_em = 2.5;
/* Statements up to that length stand in the middle of the panel. */
static const int alone_characters = 40;
/* A list is opened only where this much of the room, at most, is full then. */
static const double list_most = 0.95;
/* Of what is free, above pictures that have the panel to themselves: a little above the middle. */
static const double picture_share = 0.45;
/* And above those that follow a text: that much of it, no more than so many lines. */
static const double text_share = 0.33;
static const double picture_most_lines = 3;

/* One panel on its way. */
typedef struct placing {
  pc_setting *setting;
  pc_panel *panel;
  pc_measure *measures;
  pc_um top, room; /* of the pieces: without badge row and source */
  pc_um used;      /* of the room */
} placing;

/* What the pictures and `fill` get: all of it at most. */
static void grow_pictures(placing *placer, pc_um free) {
  int n = placer->setting->content->n_pieces;
  double natural = 0;
  for (int i = 0; i < n; i++)
    natural += placer->measures[i].natural;
  double part = natural > 0 ? CLAMP(free / natural, 0, 1) : 0;
  for (int i = 0; i < n; i++)
    placer->measures[i].height += (pc_um)floor(placer->measures[i].natural * part);
}

static void grow_spaces(placing *placer, pc_um free) {
  int n = placer->setting->content->n_pieces;
  double fill = 0;
  for (int i = 0; i < n; i++)
    fill += placer->measures[i].fill;
  for (int i = 0; i < n && fill > 0 && free > 0; i++)
    placer->measures[i].height += (pc_um)floor(free * placer->measures[i].fill / fill);
}

/* Tables that stand upright in a turned panel were measured at their narrowest. */
static void widen_standing(placing *placer, pc_um free) {
  const pc_setting *setting = placer->setting;
  for (int i = 0; i < setting->content->n_pieces && setting->turned && free > 0; i++) {
    const pc_piece *piece = &setting->content->pieces[i];
    if (!pc_kind_find(piece->block->kind)->stands)
      continue;
    const pc_um width = placer->measures[i].height;
    const pc_setting seen = pc_beside_see(setting, i, placer->measures[i].beside);
    placer->measures[i].height = MAX(width, pc_turn_widen(&seen, piece, width + free));
    free -= placer->measures[i].height - width;
  }
}

static pc_um arrange(const placing *placer, pc_um extra, pc_slot *slots) {
  return pc_setting_arrange(placer->setting, placer->measures, extra, slots);
}

/* Pictures that fall short of their least in a draft keep a tenth of the room; the least of a
 * figure that posterc draws is in its height already. */
static pc_um find_grant(const placing *placer, pc_um free) {
  pc_um kept = placer->room / 10;
  for (int i = 0; i < placer->setting->content->n_pieces; i++)
    kept -= placer->measures[i].natural > 0 ? MIN(kept, placer->measures[i].least) : 0;
  return MAX(free, kept);
}

/* What is free below the figure beside the text. */
static pc_um find_free_beside(const placing *placer, const pc_measure *measure) {
  const int first = placer->setting->content->has_heading;
  const pc_um top = first > 0 ? placer->measures[0].height : 0;
  return placer->room - top - pc_setting_gap(placer->setting, first) - measure->height;
}

/* Figures whose form is chosen for their room take what nothing else wants, as far as they fill it.
 */
static void spread_figures(placing *placer, pc_um free) {
  const pc_setting *setting = placer->setting;
  int left = 0;
  for (int i = 0; i < setting->content->n_pieces; i++)
    left += placer->measures[i].spreads;
  for (int i = 0; i < setting->content->n_pieces && left > 0; i++) {
    pc_measure *measure = &placer->measures[i];
    if (!measure->spreads)
      continue;
    const pc_piece *piece = &setting->content->pieces[i];
    const pc_setting seen = pc_beside_see(setting, i, measure->beside);
    const pc_um before = measure->height;
    const pc_um more = measure->beside ? find_free_beside(placer, measure) : free / left;
    measure->height = (pc_um)MIN((gint64)before + MAX(0, more), PC_UM_TALLEST);
    pc_kind_find(piece->block->kind)->settle(&seen, piece, measure);
    free -= measure->height - before;
    left--;
  }
}

static int count_items(const pc_content *content) {
  int count = 0;
  for (int i = 0; i < content->n_pieces; i++)
    count += content->pieces[i].block->kind == PC_BLOCK_ITEM;
  return count;
}

/* Lists that leave room for it have an empty line after each item: the rest stays on the grid. */
static void open_lists(placing *placer) {
  pc_setting *setting = placer->setting;
  const pc_content *content = setting->content;
  pc_panel *panel = placer->panel;
  panel->has_list = content->slide->style.valign == PC_VALIGN_AUTO && count_items(content) > 1;
  if (!panel->has_list || setting->keeps_closed)
    return;
  setting->item_gap = setting->pitch;
  panel->is_open = arrange(placer, 0, NULL) <= placer->room * list_most;
  if (!panel->is_open)
    setting->item_gap = 0;
}

static void share_room(placing *placer) {
  pc_um rigid = arrange(placer, 0, NULL);
  widen_standing(placer, placer->room - rigid);
  rigid = arrange(placer, 0, NULL);
  grow_pictures(placer, find_grant(placer, placer->room - rigid));
  grow_spaces(placer, placer->room - arrange(placer, 0, NULL));
  spread_figures(placer, placer->room - arrange(placer, 0, NULL));
  open_lists(placer);
  placer->used = arrange(placer, 0, NULL);
}

static int count_gaps(const placing *placer) {
  const pc_content *content = placer->setting->content;
  return content->n_pieces - (content->has_heading ? 2 : 1);
}

typedef struct valign_row {
  double share; /* of the free room above the text */
  bool spread;
} valign_row;

static const valign_row valigns[] = {
    [PC_VALIGN_AUTO] = {0, false},     [PC_VALIGN_TOP] = {0, false},
    [PC_VALIGN_MIDDLE] = {0.5, false}, [PC_VALIGN_BOTTOM] = {1, false},
    [PC_VALIGN_SPREAD] = {0, true},
};

/* A little above the middle, where the eye takes the middle to be. */
static const valign_row statement_valign = {0.45, false};

/* A few words stand alone in their panel, and so does a longer statement that leaves most of it. */
static bool stands_alone(const placing *placer) {
  const pc_content *content = placer->setting->content;
  return content->is_statement && (pc_slide_is_statement(content->slide, alone_characters) ||
                                   placer->used < placer->room / 2);
}

static const valign_row *find_valign(const placing *placer) {
  const pc_valign valign = placer->setting->content->slide->style.valign;
  return valign == PC_VALIGN_AUTO && stands_alone(placer) ? &statement_valign : &valigns[valign];
}

/* What moves lines that are as large as the neighbours' keeps them on their grid. */
static pc_um keep_on_grid(const placing *placer, double by) {
  const pc_setting *setting = placer->setting;
  const double step = setting->type.body == setting->type.common ? MAX(1, setting->pitch) : 1;
  return (pc_um)(floor(by / step) * step);
}

static pc_um find_extra(const placing *placer) {
  const valign_row *row = find_valign(placer);
  pc_um free = placer->room - placer->used;
  int gaps = count_gaps(placer);
  if (!row->spread || free <= 0 || gaps <= 0 || placer->setting->aside > 0)
    return 0;
  /* In text columns the gaps of all columns stand beside each other: the sum is the upper bound. */
  return MIN(free / gaps, pc_um_from_pt(placer->setting->type.body * spread_most_em));
}

/* How far the pieces below a heading move down; without, and for a title, all of them.  A badge in
 * a row of its own does not push the middle down as long as there is room. */
static pc_um find_shift(const placing *placer) {
  const valign_row *row = find_valign(placer);
  pc_um free = MAX(0, placer->room - placer->used);
  pc_um above = placer->top - placer->panel->inner.y;
  double wanted = (placer->room + above - placer->used) * row->share - above;
  return keep_on_grid(placer, CLAMP(wanted, 0, free));
}

static pc_um column_x(const placing *placer, const pc_setting *setting, int column) {
  return placer->panel->inner.x + setting->left + (setting->column + setting->gutter) * column;
}

/* Lines to their own slots: further columns lie to the right of where the box was made. */
static void move_lines(const pc_setting *setting, const pc_slot *slots, const pc_measure *measure,
                       pc_text_box *text) {
  int count = text->lines == NULL ? 0 : MIN(text->lines->count, measure->lines);
  for (int i = 1; i < count; i++) {
    text->x[i] += (setting->column + setting->gutter) * (slots[i].column - slots[0].column);
    text->baseline[i] = text->baseline[0] + slots[i].y - slots[0].y;
  }
}

static pc_rect box_rect(const placing *placer, const pc_setting *setting, const pc_slot *slots,
                        const pc_measure *measure, bool spans) {
  pc_um width = spans ? setting->width : setting->column;
  pc_rect rect = {column_x(placer, setting, slots[0].column), placer->top + slots[0].y, width,
                  measure->height};
  if (measure->lines < 1)
    return (pc_rect){rect.x, placer->top, width, 0};
  if (slots[0].column == slots[measure->lines - 1].column)
    return rect;
  pc_um top = slots[0].y;
  pc_um bottom = 0;
  for (int i = 0; i < measure->lines; i++) {
    top = MIN(top, slots[i].y);
    bottom = MAX(bottom, slots[i].y + measure->em);
  }
  rect.w = column_x(placer, setting, slots[measure->lines - 1].column) + width - rect.x;
  return (pc_rect){rect.x, placer->top + top, rect.w, bottom - top};
}

static void place_piece(const placing *placer, int index, const pc_slot *slots) {
  const pc_piece *piece = &placer->setting->content->pieces[index];
  const pc_measure *measure = &placer->measures[index];
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  pc_box *box = &placer->panel->boxes[placer->panel->n_boxes++];
  const pc_setting seen = pc_beside_see(placer->setting, index, measure->beside);
  *box = (pc_box){.kind = piece->block->kind, .block = piece->block, .form = measure->form};
  box->rect = box_rect(placer, &seen, slots, measure, row->spans);
  bool stands = placer->setting->turned && row->stands;
  if (row->place == NULL || measure->lines < 1 || stands)
    return;
  pc_um first = placer->top + slots[0].y;
  pc_um height = box->rect.h;
  pc_um y = box->rect.y;
  box->rect.y = first;
  row->place(&seen, piece, box);
  box->rect.y = y;
  box->rect.h = height;
  move_lines(&seen, slots, measure, &box->text);
}

/* The last piece beside the text, level with its first line. */
static void place_aside(const placing *placer, pc_um top) {
  const int index = placer->setting->content->n_pieces - 1;
  const pc_piece *piece = &placer->setting->content->pieces[index];
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  const pc_measure *measure = &placer->measures[index];
  const pc_setting seen = pc_beside_see(placer->setting, index, true);
  pc_box *box = &placer->panel->boxes[placer->panel->n_boxes++];
  *box = (pc_box){.kind = piece->block->kind, .block = piece->block, .form = measure->form};
  box->rect = (pc_rect){column_x(placer, &seen, 0), top, seen.width, measure->height};
  if (!placer->setting->turned || !row->stands)
    row->place(&seen, piece, box);
}

/* The first of the pictures that end a panel. */
static int find_last_pictures(const pc_setting *setting) {
  const pc_content *content = setting->content;
  int first = content->n_pieces;
  while (first > 0 && setting->aside <= 0 &&
         pc_kind_find(content->pieces[first - 1].block->kind)->pictorial)
    first--;
  return first;
}

/* How far pictures that end a panel stand from what is above them, beyond the usual: together with
 * the last text they are one thing, and the room that they leave lies below. */
static pc_um find_picture_shift(const placing *placer, int last) {
  const pc_content *content = placer->setting->content;
  const double free = MAX(0, placer->room - placer->used);
  if (last <= content->has_heading)
    return (pc_um)(free * picture_share);
  return (pc_um)MIN(free * text_share, placer->setting->pitch * picture_most_lines);
}

/* How far one piece moves down; last: the first of the last pictures. */
static pc_um piece_shift(const placing *placer, int index, int last, pc_um shift) {
  const pc_content *content = placer->setting->content;
  bool stays = index == 0 && content->has_heading && !content->grows_whole;
  const valign_row *row = find_valign(placer);
  bool is_top = row->share <= 0 && !row->spread;
  if (is_top && index >= last)
    return find_picture_shift(placer, last);
  return stays ? 0 : shift;
}

static void place_pieces(placing *placer) {
  const pc_content *content = placer->setting->content;
  int n_slots = 1;
  for (int i = 0; i < content->n_pieces; i++)
    n_slots += placer->measures[i].lines;
  g_autofree pc_slot *slots = g_new0(pc_slot, (gsize)n_slots);
  pc_um extra = find_extra(placer);
  arrange(placer, extra, slots);
  pc_um shift = find_shift(placer);
  pc_um top = placer->top;
  int last = find_last_pictures(placer->setting);
  bool has_aside = placer->setting->aside > 0;
  pc_um beside = top; /* where the first piece beside the figure stands */
  for (int i = 0, slot = 0; i < content->n_pieces - has_aside; i++) {
    placer->top = top + piece_shift(placer, i, last, shift);
    place_piece(placer, i, slots + slot);
    if (i == content->has_heading)
      beside = placer->top + slots[slot].y;
    slot += placer->measures[i].lines;
  }
  if (has_aside)
    place_aside(placer, beside);
  placer->top = top;
}

static void place_source(const placing *placer) {
  const pc_piece *source = placer->setting->content->source;
  if (source == NULL)
    return;
  const pc_kind_row *row = pc_kind_find(source->block->kind);
  pc_um height = row->measure(placer->setting, source).height;
  pc_rect inner = placer->panel->inner;
  pc_box *box = &placer->panel->boxes[placer->panel->n_boxes++];
  *box = (pc_box){.kind = source->block->kind, .block = source->block};
  box->rect = (pc_rect){inner.x, inner.y + inner.h - height, inner.w, height};
  row->place(placer->setting, source, box);
}

/* Badge row and source count as filled. */
static double find_filled(const placing *placer) {
  pc_um inner = placer->panel->inner.h;
  pc_um other = inner - placer->room;
  return inner > 0 ? (double)(placer->used + other) / inner : 1;
}

static void place_all(pc_panel *panel, pc_setting *setting) {
  const pc_content *content = setting->content;
  g_autofree pc_measure *measures = g_new0(pc_measure, (gsize)MAX(content->n_pieces, 1));
  placing placer = {.setting = setting, .panel = panel, .measures = measures};
  panel->inner = pc_rect_inset(panel->rect, setting->padding);
  panel->is_bare = content->is_bare;
  panel->body_pt = setting->type.body;
  panel->boxes = g_new0(pc_box, (gsize)content->n_pieces + 1);
  pc_setting_measure(setting, measures);
  pc_um above = pc_setting_badge_height(setting);
  placer.top = panel->inner.y + above;
  placer.room = panel->inner.h - above - pc_setting_source_height(setting);
  share_room(&placer);
  pc_badge_place(panel, setting);
  place_pieces(&placer);
  place_source(&placer);
  panel->filled = find_filled(&placer);
}

void pc_panel_place(pc_panel *panel, const pc_setting *setting) {
  const pc_rect rect = panel->rect;
  pc_setting own = *setting;
  if (setting->turned)
    panel->rect = (pc_rect){0, 0, rect.h, rect.w};
  pc_beside_grow(&own, panel->rect.h);
  place_all(panel, &own);
  pc_picture_spread(panel, &own);
  if (setting->turned)
    pc_turn_panel(panel, &own, rect);
  pc_picture_finish(panel, &own);
}
