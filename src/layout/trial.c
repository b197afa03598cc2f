/* trial.c - a finished layout asked again.  Layer: layout. */
#include "layout/trial.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/beside.h"
#include "layout/board.h"
#include "layout/grid.h"
#include "layout/kinds.h"

/* Panels of one row do not shrink alike: where what was cut is not enough, rows are made lower by
 * so much, so many times. */
static const double lower_share = 0.97;
static const int most_attempts = 8;

struct pc_trial {
  const pc_layout *layout;
  pc_board board;    /* its contents are replaced one by one */
  pc_layout scratch; /* owns what is shaped here */
  GPtrArray *panels;
};

static void free_panel(gpointer panel) {
  pc_panel_clear(panel);
  g_free(panel);
}

pc_trial *pc_trial_new(const pc_layout *layout) {
  if (layout->board == NULL || layout->n_panels == 0)
    return NULL;
  pc_trial *trial = g_new0(pc_trial, 1);
  trial->layout = layout;
  trial->board = *layout->board;
  trial->board.contents =
      g_memdup2(layout->board->contents, sizeof *layout->board->contents * (gsize)layout->board->n);
  trial->scratch = (pc_layout){.doc = layout->doc};
  trial->scratch.paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)pc_paragraph_free);
  trial->scratch.texts = g_ptr_array_new_with_free_func(g_free);
  trial->panels = g_ptr_array_new_with_free_func(free_panel);
  return trial;
}

void pc_trial_free(pc_trial *trial) {
  if (trial == NULL)
    return;
  g_ptr_array_unref(trial->panels);
  g_ptr_array_unref(trial->scratch.paragraphs);
  g_ptr_array_unref(trial->scratch.texts);
  g_free(trial->board.contents);
  g_free(trial);
}

static void *own(pc_trial *trial, const void *bytes, gsize size) {
  void *copy = g_malloc0(MAX(size, 1));
  if (bytes != NULL)
    memcpy(copy, bytes, size);
  g_ptr_array_add(trial->scratch.texts, copy);
  return copy;
}

static const pc_content *get_content(const pc_trial *trial, int index) {
  return &trial->layout->board->contents[index];
}

/* With pieces of its own, and room for so many more. */
static pc_content copy_content(pc_trial *trial, int index, int n_more) {
  pc_content copy = *get_content(trial, index);
  const pc_piece *pieces = copy.pieces;
  copy.pieces = own(trial, NULL, sizeof *pieces * (gsize)(copy.n_pieces + n_more));
  memcpy(copy.pieces, pieces, sizeof *pieces * (gsize)copy.n_pieces);
  if (copy.aside != NULL)
    copy.aside = copy.pieces + (copy.aside - pieces);
  return copy;
}

static pc_setting set_content(const pc_content *content, pc_rect rect, double size_pt) {
  const bool is_vertical = pc_slide_is_vertical(content->slide);
  pc_setting setting = pc_setting_make(content, size_pt, size_pt, is_vertical ? rect.h : rect.w);
  setting.panel_height = is_vertical ? rect.w : rect.h;
  pc_beside_open(&setting);
  return setting;
}

static const pc_panel *place_content(pc_trial *trial, const pc_content *content, pc_rect rect) {
  const pc_setting setting = set_content(content, rect, trial->layout->body_pt);
  if (pc_setting_need(&setting) > setting.panel_height || pc_setting_is_overfull(&setting))
    return NULL;
  pc_panel *panel = g_new0(pc_panel, 1);
  g_ptr_array_add(trial->panels, panel);
  panel->slide = content->slide;
  panel->rect = rect;
  pc_panel_place(panel, &setting);
  return panel;
}

const pc_panel *pc_trial_span(pc_trial *trial, int index, int columns, int rows) {
  const pc_content *content = get_content(trial, index);
  const pc_cells *cells = &content->slide->cells;
  const pc_board *board = &trial->board;
  const pc_extent x = pc_grid_join(board->columns, cells->column, MIN(columns, cells->columns));
  const pc_extent y = pc_grid_join(board->rows, cells->row, MIN(rows, cells->rows));
  return place_content(trial, content, (pc_rect){x.start, y.start, x.length, y.length});
}

const pc_panel *pc_trial_columns(pc_trial *trial, int index, int columns) {
  pc_content content = copy_content(trial, index, 0);
  pc_slide *slide = own(trial, content.slide, sizeof *slide);
  slide->columns = columns;
  content.slide = slide;
  return place_content(trial, &content, trial->layout->panels[index].rect);
}

static pc_shaper make_shaper(pc_trial *trial, const pc_slide *slide, pc_diags *diags) {
  return (pc_shaper){.layout = &trial->scratch,
                     .measurer = trial->layout->measurer,
                     .slide = slide,
                     .diags = diags};
}

/* A piece of text shaped anew for another block; its marker stays. */
static pc_piece reshape(pc_trial *trial, const pc_slide *slide, const pc_piece *piece,
                        const pc_block *block) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_shaper shaper = make_shaper(trial, slide, diags);
  pc_piece shaped = {.block = block};
  pc_kind_find(block->kind)->shape(&shaper, &shaped);
  shaped.marker = piece->marker;
  shaped.indent_em = piece->indent_em;
  return shaped;
}

static pc_piece lower_heading(pc_trial *trial, const pc_slide *slide, const pc_piece *heading) {
  pc_block *block = own(trial, heading->block, sizeof *block);
  block->kind = PC_BLOCK_SUBHEADING;
  block->level = 1;
  return reshape(trial, slide, heading, block);
}

static bool can_join(const pc_content *first, const pc_content *second) {
  return first->aside == NULL && second->aside == NULL && !first->is_bare && !second->is_bare &&
         (first->source == NULL || second->source == NULL) &&
         pc_slide_is_vertical(first->slide) == pc_slide_is_vertical(second->slide);
}

const pc_panel *pc_trial_join(pc_trial *trial, int index, int other) {
  const pc_content *second = get_content(trial, other);
  if (!can_join(get_content(trial, index), second))
    return NULL;
  pc_content both = copy_content(trial, index, second->n_pieces);
  both.growth = 1;
  both.is_statement = both.grows_whole = false;
  both.line = MAX(both.line, second->line);
  both.source = both.source != NULL ? both.source : second->source;
  for (int i = 0; i < second->n_pieces; i++)
    both.pieces[both.n_pieces++] = i == 0 && second->has_heading
                                       ? lower_heading(trial, both.slide, second->pieces)
                                       : second->pieces[i];
  return place_content(trial, &both, trial->layout->panels[index].rect);
}

static bool is_running(const pc_piece *piece) {
  return piece->block->kind == PC_BLOCK_PARAGRAPH || piece->block->kind == PC_BLOCK_ITEM;
}

static int count_characters(const pc_piece *piece) {
  const pc_rich *rich = piece->block->rich;
  return is_running(piece) && rich != NULL ? pc_utf8_count(rich->text, (gsize)rich->length) : 0;
}

static int count_running(const pc_content *content) {
  int count = 0;
  for (int i = 0; i < content->n_pieces; i++)
    count += count_characters(&content->pieces[i]);
  return count;
}

/* The first characters of a text, with the marks and readings that they have. */
static const pc_rich *cut_rich(pc_trial *trial, const pc_rich *rich, int characters) {
  const int end = (int)(g_utf8_offset_to_pointer(rich->text, characters) - rich->text);
  pc_rich *head = own(trial, rich, sizeof *head);
  char *text = own(trial, NULL, (gsize)end + 1);
  memcpy(text, rich->text, (gsize)end);
  pc_span *spans = own(trial, rich->spans, sizeof *spans * (gsize)rich->n_spans);
  while (head->n_spans > 0 && spans[head->n_spans - 1].start >= end)
    head->n_spans--;
  if (head->n_spans > 0)
    spans[head->n_spans - 1].end = MIN(spans[head->n_spans - 1].end, end);
  while (head->n_rubies > 0 && rich->rubies[head->n_rubies - 1].end > end)
    head->n_rubies--;
  head->text = text;
  head->length = end;
  head->spans = spans;
  return head;
}

static void drop_piece(pc_content *content, int index) {
  content->n_pieces--;
  memmove(content->pieces + index, content->pieces + index + 1,
          sizeof *content->pieces * (gsize)(content->n_pieces - index));
  if (content->aside != NULL)
    content->aside--;
}

static void cut_piece(pc_trial *trial, pc_content *content, int index, int keep) {
  pc_piece *piece = &content->pieces[index];
  pc_block *block = own(trial, piece->block, sizeof *block);
  block->rich = cut_rich(trial, piece->block->rich, keep);
  *piece = reshape(trial, content->slide, piece, block);
}

/* Without its last characters. */
static pc_content shorten(pc_trial *trial, int index, int characters) {
  pc_content less = copy_content(trial, index, 0);
  for (int i = less.n_pieces - 1; i >= 0 && characters > 0; i--) {
    const int has = count_characters(&less.pieces[i]);
    if (has > characters)
      cut_piece(trial, &less, i, has - characters);
    else if (has > 0)
      drop_piece(&less, i);
    characters -= has;
  }
  return less;
}

static pc_um fair_share(const pc_board *board, int index) {
  const int rows = board->contents[index].slide->cells.rows;
  const pc_um room = board->area.h - board->gap * (board->n_rows - 1);
  return (pc_um)((gint64)room * rows / board->n_rows) + board->gap * (rows - 1);
}

/* As the panel stands, but in a balanced row of no height of its own. */
static pc_rect find_rect(const pc_trial *trial, int index) {
  pc_rect rect = pc_board_rect(&trial->board, index);
  if (!trial->board.rows_given)
    rect.h = fair_share(&trial->board, index);
  return rect;
}

static pc_um need_height(const pc_trial *trial, int index, const pc_content *content,
                         double size_pt) {
  const pc_setting setting = set_content(content, find_rect(trial, index), size_pt);
  return pc_setting_need(&setting);
}

/* The height that rows of one height leave a panel. */
static pc_um join_rows(const pc_board *board, int index, pc_um height) {
  const int rows = board->contents[index].slide->cells.rows;
  return (pc_um)MIN((gint64)height * rows + (gint64)board->gap * (rows - 1), PC_UM_TALLEST);
}

/* How every panel is brought to a size. */
typedef struct cutting {
  double size_pt;
  pc_um *needs;   /* heights, uncut */
  bool *is_fixed; /* no text of it can be spared */
} cutting;

/* Whether the rows fit when none is asked for more than that. */
typedef struct level_trial {
  const pc_trial *trial;
  const cutting *cut;
  pc_um room;
} level_trial;

/* Upside down: pc_grid_find_least looks for what is taken away from the room. */
static bool is_low_enough(pc_um taken, void *user) {
  const level_trial *level = user;
  const pc_board *board = &level->trial->board;
  g_autofree pc_row_need *needs = g_new(pc_row_need, (gsize)board->n);
  g_autofree pc_um *heights = g_new(pc_um, (gsize)board->n_rows);
  for (int i = 0; i < board->n; i++) {
    const pc_cells *cells = &board->contents[i].slide->cells;
    const pc_um need = level->cut->needs[i];
    const pc_um most = level->cut->is_fixed[i] ? need : join_rows(board, i, level->room - taken);
    needs[i] = (pc_row_need){cells->row, cells->rows, MIN(need, most)};
  }
  const pc_um least = board->lenient ? 0 : (pc_um)(PC_ROW_LEAST * level->room / board->n_rows);
  pc_rows_measure(needs, board->n, board->gap, least, heights, board->n_rows);
  return pc_rows_sum(heights, board->n_rows) <= level->room;
}

/* The most that a balanced row may be high, for all to fit. */
static pc_um find_level(const pc_trial *trial, const cutting *cut) {
  const pc_board *board = &trial->board;
  level_trial level = {trial, cut, board->area.h - board->gap * (board->n_rows - 1)};
  return level.room - pc_grid_find_least(level.room, is_low_enough, &level);
}

/* Characters to take off until the panel is no higher than that. */
static int find_cut(pc_trial *trial, int index, pc_um most, double size_pt) {
  const int all = count_running(get_content(trial, index));
  int low = -1, high = all;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    const pc_content less = shorten(trial, index, middle);
    if (need_height(trial, index, &less, size_pt) <= most)
      high = middle;
    else
      low = middle;
  }
  return high < all ? high : PC_TRIAL_NO_CUT;
}

static pc_um find_room(const pc_trial *trial, int index, pc_um level) {
  return trial->board.rows_given ? pc_board_rect(&trial->board, index).h
                                 : join_rows(&trial->board, index, level);
}

/* Cuts every panel that is higher than its room.  false: a panel turned out to be as low as it can
 * be; its needs are met by others, where rows have no given height. */
static bool cut_panels(pc_trial *trial, cutting *cut, pc_um level, int *cuts) {
  for (int i = 0; i < trial->board.n; i++) {
    const pc_um most = find_room(trial, i, level);
    cuts[i] = 0;
    if (cut->is_fixed[i] || cut->needs[i] <= most)
      continue;
    cuts[i] = find_cut(trial, i, most, cut->size_pt);
    cut->is_fixed[i] = cuts[i] == PC_TRIAL_NO_CUT;
    if (cut->is_fixed[i] && !trial->board.rows_given)
      return false;
    trial->board.contents[i] = cuts[i] > 0 ? shorten(trial, i, cuts[i]) : *get_content(trial, i);
  }
  return true;
}

static bool has_vertical(const pc_trial *trial) {
  for (int i = 0; i < trial->board.n; i++) {
    if (pc_slide_is_vertical(get_content(trial, i)->slide))
      return true;
  }
  return false;
}

/* What cannot be cut is left out of the question where rows are given: it is too full whatever the
 * others do. */
static bool fits_all(const pc_trial *trial, const cutting *cut) {
  for (int i = 0; i < trial->board.n; i++) {
    if (cut->is_fixed[i] && trial->board.rows_given)
      return true;
  }
  return pc_board_fits(&trial->board, cut->size_pt);
}

static bool shorten_all(pc_trial *trial, cutting *cut, int *cuts) {
  double share = 1;
  for (int attempt = 0; attempt < most_attempts; attempt++) {
    const pc_um level = trial->board.rows_given ? 0 : (pc_um)(find_level(trial, cut) * share);
    if (!cut_panels(trial, cut, level, cuts))
      continue;
    if (fits_all(trial, cut))
      return true;
    share *= lower_share;
  }
  return false;
}

bool pc_trial_shorten(pc_trial *trial, double size_pt, int *cuts) {
  if (has_vertical(trial))
    return false;
  const int n = trial->board.n;
  g_autofree pc_um *needs = g_new(pc_um, (gsize)n);
  g_autofree bool *is_fixed = g_new0(bool, (gsize)n);
  for (int i = 0; i < n; i++)
    needs[i] = need_height(trial, i, get_content(trial, i), size_pt);
  cutting cut = {size_pt, needs, is_fixed};
  return shorten_all(trial, &cut, cuts);
}

static bool fits_at(double size_pt, void *user) {
  return pc_board_fits(user, size_pt);
}

double pc_trial_enlarge(pc_trial *trial, double most_pt) {
  const pc_fit_range range = pc_fit_range_make(trial->layout->body_pt + PC_FIT_STEP_PT, most_pt);
  pc_board board = *trial->layout->board;
  const int best = pc_fit_search(&range, fits_at, &board);
  return best < 0 ? 0 : pc_fit_range_size(&range, best);
}
