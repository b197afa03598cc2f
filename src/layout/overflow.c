/* overflow.c - what does not fit, by how much, and what would help.  Layer: layout. */
#include "layout/overflow.h"

#include <math.h>

#include "base/translate.h"
#include "layout/kinds.h"

/* A picture that captions and text leave less than that is none. */
static const pc_um least_picture = 2000;

static const pc_picture_box *find_vanished(const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    for (int k = 0; k < box->n_pictures; k++) {
      if (MAX(box->pictures[k].rect.w, box->pictures[k].rect.h) < least_picture)
        return &box->pictures[k];
    }
  }
  return NULL;
}

void pc_overflow_mark(pc_panel *panel, const pc_setting *setting) {
  pc_um room = setting->turned ? panel->rect.w : panel->rect.h;
  panel->overflow_by = MAX(0, pc_setting_need(setting) - room);
  panel->overflow =
      panel->overflow_by > 0 || pc_setting_is_overfull(setting) || find_vanished(panel) != NULL;
}

/* "panel 3", "panel 'map'", "a panel without number". */
static char *name_panel(const pc_slide *slide) {
  if (slide->number > 0)
    return g_strdup_printf(_("panel %d"), slide->number);
  return slide->id != NULL ? g_strdup_printf(_("panel '%s'"), slide->id)
                           : g_strdup(_("a panel without number"));
}

static int count_lines_over(const pc_panel *panel, const pc_doc *doc) {
  double pitch = pc_um_from_pt(panel->body_pt) * doc->theme.sizes.line;
  return MAX(1, (int)ceil(panel->overflow_by / MAX(pitch, 1)));
}

static int count_text_lines(const pc_setting *setting) {
  const pc_content *content = setting->content;
  g_autofree pc_measure *measures = g_new0(pc_measure, (gsize)MAX(content->n_pieces, 1));
  pc_setting_measure(setting, measures);
  int lines = 0;
  for (int i = content->has_heading; i < content->n_pieces; i++)
    lines += content->pieces[i].text != NULL ? measures[i].lines : 0;
  return lines;
}

/* Characters in so many lines of every text column, as full as this panel's lines are; 0 where even
 * an empty text would not help. */
static int count_characters_over(const pc_setting *setting, int lines) {
  int all = pc_content_count_characters(setting->content);
  int columns = MAX(1, setting->columns);
  double each = (double)all / MAX(1, count_text_lines(setting));
  double over = ceil(each * lines * columns);
  return over < all ? (int)over : 0;
}

/* "`height: 80mm`"; NULL: auto.  The caller frees it. */
static char *name_length(const char *key, pc_length length) {
  if (length.unit == PC_UNIT_AUTO)
    return NULL;
  g_autofree char *text = pc_length_format(length);
  return g_strdup_printf("`%s: %s`", key, text);
}

/* A figure's size that the author gave; NULL: none.  The caller frees it. */
static char *name_given(const pc_figure *figure) {
  char *height = name_length("height", figure->height);
  return height != NULL ? height : name_length("width", figure->width);
}

/* What to do about the panel's figure, after a comma: one whose size was given comes first. */
static char *advise_figure(const pc_slide *slide) {
  bool has_figure = false;
  for (int i = 0; i < slide->n_blocks; i++) {
    const pc_figure *figure = slide->blocks[i]->figure;
    g_autofree char *given = figure != NULL ? name_given(figure) : NULL;
    if (given != NULL)
      return g_strdup_printf(_(", make the figure smaller than %s"), given);
    has_figure = has_figure || figure != NULL;
  }
  return g_strdup(has_figure ? _(", give the figure a smaller `height`") : "");
}

/* The rows of the panel's table that stand in what is too much; 0: it has no table, or all of it is
 * not enough. */
static int count_rows_over(const pc_panel *panel, const pc_setting *setting) {
  const pc_content *content = setting->content;
  for (int i = content->n_pieces - 1; i >= 0; i--) {
    if (content->pieces[i].block->kind == PC_BLOCK_TABLE && !setting->turned)
      return pc_table_count_rows(setting, &content->pieces[i], panel->overflow_by);
  }
  return 0;
}

/* ": about 120 characters too many", ": 3 rows of the table too many", or nothing. */
static char *tell_excess(int characters, int rows) {
  if (rows > 0)
    return g_strdup_printf(pc_translate_count(": %d row of the table too many",
                                              ": %d rows of the table too many", rows),
                           rows);
  return characters > 0 ? g_strdup_printf(_(": about %d characters too many"), characters)
                        : g_strdup("");
}

/* What to leave out, after a comma. */
static char *advise_less(int characters, int rows) {
  if (rows > 0)
    return g_strdup_printf(pc_translate_count(", leave out %d row", ", leave out %d rows", rows),
                           rows);
  return characters > 0
             ? g_strdup_printf(_(", shorten the text by about %d characters"), characters)
             : g_strdup("");
}

/* Which cells to join: across where the sheet has room, else downwards; a larger sheet where there
 * is nothing to join.  Balanced rows are as high as they must be: joining them helps nobody who has
 * all columns. */
static char *advise_room(const pc_board *board, const pc_slide *slide) {
  const int columns = slide->cells.columns, rows = slide->cells.rows;
  const bool wider = columns < board->n_columns;
  if (!wider && (!board->rows_given || rows >= board->n_rows))
    return g_strdup(_("choose a larger `page.size`"));
  if (board->doc->grid.shared)
    return g_strdup(_("give it more cells with `span: 2x1`"));
  if (board->doc->grid.areas != NULL)
    return g_strdup(_("give it more cells in `grid.areas`"));
  return g_strdup_printf(_("join cells with `span: %dx%d`"), wider ? columns + 1 : columns,
                         wider ? rows : rows + 1);
}

/* The size that holds the text back. */
static const char *name_bound(const pc_doc *doc) {
  return doc->fit == PC_FIT_NONE ? "max" : "min";
}

static void report_panel(const pc_board *board, const pc_panel *panel, const pc_setting *setting,
                         pc_diags *diags) {
  const pc_slide *slide = panel->slide;
  int lines = count_lines_over(panel, board->doc);
  int characters = count_characters_over(setting, lines);
  g_autofree char *name = name_panel(slide);
  g_autofree char *room = advise_room(board, slide);
  g_autofree char *figure = advise_figure(slide);
  int rows = count_rows_over(panel, setting);
  g_autofree char *shorter = advise_less(characters, rows);
  g_autofree char *many = tell_excess(characters, rows);
  g_autofree char *hint =
      g_strdup_printf(_("%s%s%s, or permit smaller text with `theme.sizes.body.%s`"), room, shorter,
                      figure, name_bound(board->doc));
  PC_REPORT_HINT(diags, slide->at, PC_OVERFLOW, hint,
                 pc_translate_count("%s does not fit at %.2f pt by %d line (%.1f mm)%s",
                                    "%s does not fit at %.2f pt by %d lines (%.1f mm)%s", lines),
                 name, panel->body_pt, lines, pc_um_to_mm(panel->overflow_by), many);
}

/* A word as a message quotes it: enough to find it by.  The caller frees it. */
static char *quote_line(const pc_line *line, const pc_rich *rich) {
  static const long most = 24;
  g_autofree char *word = g_strndup(rich->text + line->start, (gsize)(line->end - line->start));
  if (g_utf8_strlen(word, -1) <= most)
    return g_steal_pointer(&word);
  g_autofree char *head = g_utf8_substring(word, 0, most);
  return g_strconcat(head, "…", NULL);
}

static void report_words(const pc_text_box *text, const pc_panel *panel, pc_place at,
                         pc_diags *diags) {
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    if (!line->overfull)
      continue;
    const pc_rich *rich = pc_paragraph_rich(text->lines->paragraph);
    g_autofree char *name = name_panel(panel->slide);
    g_autofree char *word = quote_line(line, rich);
    PC_REPORT_HINT(diags, at, PC_OVERFLOW,
                   "shorten it, write a break into it, or give the panel more columns",
                   "'%s' in %s is wider than its line and cannot be broken", word, name);
  }
}

static void report_box_words(const pc_box *box, const pc_panel *panel, pc_diags *diags) {
  pc_place at = box->block->at;
  report_words(&box->text, panel, at, diags);
  report_words(&box->caption, panel, at, diags);
  for (int i = 0; i < box->n_pictures; i++)
    report_words(&box->pictures[i].caption, panel, box->pictures[i].figure->at, diags);
  for (int i = 0; i < box->n_cells; i++)
    report_words(&box->cells[i].text, panel, at, diags);
}

/* A figure whose labels want more width than there is, however small they may be. */
static void report_figure(const pc_board *board, const pc_panel *panel, const pc_setting *setting,
                          const pc_piece *piece, pc_diags *diags) {
  const double over = piece->sketch != NULL ? pc_drawn_overhang(setting, piece) : 0;
  if (over <= 0)
    return;
  g_autofree char *name = name_panel(panel->slide);
  g_autofree char *room = advise_room(board, panel->slide);
  g_autofree char *given = name_length("width", piece->block->figure->width);
  g_autofree char *hint =
      given != NULL
          ? g_strdup_printf(_("make it wider than %s, or shorten or part its labels"), given)
          : g_strdup_printf(_("%s, or shorten or part its labels"), room);
  PC_REPORT_HINT(diags, piece->block->at, PC_OVERFLOW, hint,
                 "the figure in %s is too wide by %.0f mm at %.2f pt", name, ceil(over / 1000),
                 panel->body_pt);
}

static void report_figures(const pc_board *board, const pc_panel *panel, const pc_setting *setting,
                           pc_diags *diags) {
  const pc_content *content = setting->content;
  for (int i = 0; i < content->n_pieces; i++)
    report_figure(board, panel, setting, &content->pieces[i], diags);
}

static void report_vanished(const pc_board *board, const pc_panel *panel, pc_diags *diags) {
  const pc_picture_box *picture = find_vanished(panel);
  if (picture == NULL)
    return;
  g_autofree char *name = name_panel(panel->slide);
  g_autofree char *given = name_given(picture->figure);
  g_autofree char *room = advise_room(board, panel->slide);
  g_autofree char *hint = given != NULL
                              ? g_strdup_printf(_("make it larger than %s"), given)
                              : g_strdup_printf(_("%s, or shorten text and captions"), room);
  PC_REPORT_HINT(diags, picture->figure->at, PC_OVERFLOW, hint,
                 given != NULL ? "the size given leaves no room for the picture '%s' in %s"
                               : "text and captions leave no room for the picture '%s' in %s",
                 picture->figure->file.text, name);
}

/* Nothing that does not fit is passed over. */
static void report_any(const pc_board *board, const pc_panel *panel, const pc_setting *setting,
                       pc_diags *diags) {
  g_autoptr(pc_diags) own = pc_diags_new();
  if (panel->overflow_by > 0)
    report_panel(board, panel, setting, own);
  for (int i = 0; i < panel->n_boxes; i++)
    report_box_words(&panel->boxes[i], panel, own);
  report_figures(board, panel, setting, own);
  report_vanished(board, panel, own);
  if (!pc_diags_has_error(own))
    report_panel(board, panel, setting, own);
  pc_diags_append(diags, own);
}

static bool is_after(pc_place a, pc_place b) {
  return a.line != b.line ? a.line > b.line : a.column > b.column;
}

/* The last place that was blamed. */
static pc_place find_last_place(const pc_layout *layout) {
  pc_place last = {layout->doc->file, 0, 0};
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->overflow && is_after(panel->slide->at, last))
      last = panel->slide->at;
    for (int j = 0; panel->overflow && j < panel->n_boxes; j++) {
      if (is_after(panel->boxes[j].block->at, last))
        last = panel->boxes[j].block->at;
    }
  }
  return last;
}

/* Stands behind all others. */
static void report_rescue(const pc_layout *layout, pc_board *board, pc_diags *diags) {
  pc_place last = find_last_place(layout);
  double size = pc_board_find_rescue(board);
  if (size <= 0)
    return;
  g_autofree char *hint =
      g_strdup_printf(_("`theme.sizes.body.%s: %gpt` permits it"), name_bound(layout->doc), size);
  PC_REPORT_HINT(diags, last, PC_OVERFLOW, hint, "all panels together would fit at %g pt", size);
}

void pc_overflow_report(const pc_layout *layout, pc_board *board, pc_diags *diags) {
  bool any = false;
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (!panel->overflow)
      continue;
    any = true;
    const pc_setting setting = pc_board_set(board, i, layout->body_pt);
    report_any(board, panel, &setting, diags);
  }
  if (any)
    report_rescue(layout, board, diags);
}
