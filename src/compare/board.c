/* board.c - before, after and the difference side by side, with a list of what changed, as PNG.
 * Layer: compare. */
#include <math.h>

#include "base/translate.h"
#include "backend/cairo.h"
#include "compare/compare.h"
#include "compare/entries.h"
#include "compare/picture.h"
#include "compare/sentence.h"
#include "pages/scribe.h"

/* Micrometres of the labels for each pixel. */
#define UM_PER_PIXEL 100
#define MAX_ROWS 6
#define MAX_LINES 24

static const double margin = 48, gap = 32, head = 64, name_height = 44, line_height = 36;
static const double column_width = 1000, column_height = 1400;
static const double title_pt = 10.5, name_pt = 7.5, line_pt = 6.8;

typedef enum board_column {
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_DIFFERENCE,
  N_COLUMNS
} board_column;

typedef struct board {
  const pc_comparison *comparison;
  cairo_t *cr;
  pc_scribe *scribe;
  int pages[MAX_ROWS], n_pages;
  double width, height;
} board;

static pc_um to_um(double pixels) {
  return (pc_um)lround(pixels * UM_PER_PIXEL);
}

static pc_rect make_room(double x, double y, double w, double h) {
  return (pc_rect){to_um(x), to_um(y), to_um(w), to_um(h)};
}

static const pc_pixmap *find_raster(const pc_comparison *comparison, int page, bool is_after) {
  const GPtrArray *pages = is_after ? comparison->after_pages : comparison->before_pages;
  return page < (int)pages->len ? g_ptr_array_index(pages, page) : NULL;
}

/* Those with changes, or else the first. */
static void choose_pages(board *b) {
  const int most = (int)MAX(b->comparison->before_pages->len, b->comparison->after_pages->len);
  for (int i = 0; i < most && b->n_pages < MAX_ROWS; i++) {
    if (pc_page_has_marks(b->comparison, i))
      b->pages[b->n_pages++] = i;
  }
  if (b->n_pages == 0)
    b->pages[b->n_pages++] = 0;
}

/* One scale for the page of both files. */
static double choose_scale(const board *b, int page, double *height) {
  double w = 1, h = 1;
  for (int i = 0; i < 2; i++) {
    const pc_pixmap *raster = find_raster(b->comparison, page, i == 1);
    w = MAX(w, raster != NULL ? raster->width : 0);
    h = MAX(h, raster != NULL ? raster->height : 0);
  }
  const double scale = MIN(1, MIN(column_width / w, column_height / h));
  *height = h * scale;
  return scale;
}

static double measure_column(const board *b) {
  double widest = 0;
  for (int i = 0; i < b->n_pages; i++) {
    double height = 0;
    const double scale = choose_scale(b, b->pages[i], &height);
    for (int k = 0; k < 2; k++) {
      const pc_pixmap *raster = find_raster(b->comparison, b->pages[i], k == 1);
      widest = MAX(widest, raster != NULL ? raster->width * scale : 0);
    }
  }
  return widest;
}

static int count_lines(const board *b) {
  const int n = (int)b->comparison->entries->len;
  return MIN(n, MAX_LINES) + (n > MAX_LINES);
}

static void measure_board(board *b) {
  b->width = 2 * margin + N_COLUMNS * measure_column(b) + (N_COLUMNS - 1) * gap;
  b->height = 2 * margin + head + count_lines(b) * line_height + gap;
  for (int i = 0; i < b->n_pages; i++) {
    double height = 0;
    choose_scale(b, b->pages[i], &height);
    b->height += name_height + height + gap;
  }
}

static void write_note(const board *b, const char *text, pc_rect room, double size_pt, bool bold) {
  const pc_note note = {text, room, size_pt, PC_ALIGN_START, bold, false, pc_note_ink()};
  pc_scribe_write(b->scribe, &note);
}

/* A picture on the board. */
typedef struct board_place {
  const pc_page_picture *picture;
  double x, y, scale;
} board_place;

/* The number of an entry, at the corner of the first mark of each of its changes. */
static void write_badge(const board *b, const board_place *place, const pc_change *change,
                        const char *number) {
  static const double side = 24;
  const pc_page_picture *picture = place->picture;
  const double pixels = picture->raster->dots * place->scale;
  const GArray *marks = pc_change_marks(change, picture->page, picture->is_after);
  if (marks == NULL)
    return;
  const pc_rect frame = pc_mark_frame(g_array_index(marks, pc_rect, 0), picture->raster->dots);
  const double left = place->x + MAX(0, frame.x * pixels - side / 2);
  const double top = place->y + MAX(0, frame.y * pixels - side / 2);
  pc_scribe_badge(b->scribe, number, make_room(left, top, 2 * side, side), PC_ALIGN_START);
}

static void write_badges(const board *b, const board_place *place) {
  for (guint i = 0; i < b->comparison->entries->len && i < MAX_LINES; i++) {
    const GPtrArray *entry = pc_entry_at(b->comparison, i);
    g_autofree char *number = g_strdup_printf("%u", i + 1);
    for (guint k = 0; k < entry->len; k++)
      write_badge(b, place, g_ptr_array_index(entry, k), number);
  }
}

static void draw_column(const board *b, int page, board_column column, double x, double y) {
  double height = 0;
  const double scale = choose_scale(b, page, &height);
  const bool is_after = column != COLUMN_BEFORE;
  const pc_pixmap *raster = find_raster(b->comparison, page, is_after);
  if (raster == NULL)
    return;
  const pc_page_picture picture = {b->comparison, raster, page, is_after,
                                   column == COLUMN_DIFFERENCE};
  cairo_save(b->cr);
  cairo_translate(b->cr, x, y);
  cairo_scale(b->cr, scale, scale);
  pc_page_picture_paint(b->cr, &picture);
  cairo_restore(b->cr);
  const pc_color line = {.r = 0.75, .g = 0.75, .b = 0.75, .a = 1};
  pc_scribe_frame(b->scribe, make_room(x, y, raster->width * scale, raster->height * scale),
                  UM_PER_PIXEL, line);
  write_badges(b, &(board_place){&picture, x, y, scale});
}

static void draw_rows(const board *b, double y) {
  const double width = measure_column(b);
  const char *names[N_COLUMNS] = {b->comparison->before->file, b->comparison->after->file,
                                  _("difference")};
  for (int i = 0; i < b->n_pages; i++) {
    double height = 0;
    choose_scale(b, b->pages[i], &height);
    for (int column = 0; column < N_COLUMNS; column++) {
      const double x = margin + column * (width + gap);
      write_note(b, names[column], make_room(x, y, width, name_height - 8), name_pt, true);
      draw_column(b, b->pages[i], (board_column)column, x, y + name_height);
    }
    y += name_height + height + gap;
  }
}

static void write_line(const board *b, guint index, double y) {
  static const double badge = 26, indent = 64;
  const GPtrArray *entry = pc_entry_at(b->comparison, index);
  g_autofree char *place = pc_entry_format_place(b->comparison, entry);
  g_autofree char *what = pc_entry_format_what(entry);
  g_autofree char *line = g_strdup_printf("%s: %s", place, what);
  g_autofree char *number = g_strdup_printf("%u", index + 1);
  pc_scribe_badge(b->scribe, number, make_room(margin, y + 4, indent, badge), PC_ALIGN_START);
  write_note(b, line, make_room(margin + indent, y, b->width - 2 * margin - indent, line_height),
             line_pt, false);
}

static void write_list(const board *b, double y) {
  const guint n = b->comparison->entries->len;
  for (guint i = 0; i < n && i < MAX_LINES; i++, y += line_height)
    write_line(b, i, y);
  if (n <= MAX_LINES)
    return;
  g_autofree char *rest = g_strdup_printf(_("and %u more"), n - MAX_LINES);
  write_note(b, rest, make_room(margin, y, b->width - 2 * margin, line_height), line_pt, false);
}

static void draw_board(const board *b) {
  g_autofree char *count = pc_comparison_format_count(b->comparison);
  double y = margin;
  write_note(b, count, make_room(margin, y, b->width - 2 * margin, head - 16), title_pt, true);
  y += head;
  write_list(b, y);
  y += count_lines(b) * line_height + (count_lines(b) > 0 ? gap : 0);
  draw_rows(b, y);
}

static GBytes *write_board(board *b, pc_diags *diags) {
  choose_pages(b);
  measure_board(b);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)b->width, (int)b->height);
  b->cr = cairo_create(surface);
  cairo_set_source_rgb(b->cr, 1, 1, 1);
  cairo_paint(b->cr);
  const pc_rect all = make_room(0, 0, b->width, b->height);
  pc_scribe_begin(b->scribe, (pc_size){all.w, all.h}, all, all);
  draw_board(b);
  cairo_scale(b->cr, 1.0 / UM_PER_PIXEL, 1.0 / UM_PER_PIXEL);
  const bool is_drawn = pc_cairo_paint(b->cr, b->scribe->display, NULL, diags) &&
                        pc_cairo_check(cairo_status(b->cr), "the picture", diags);
  GBytes *png = is_drawn ? pc_surface_write(surface) : NULL;
  cairo_destroy(b->cr);
  cairo_surface_destroy(surface);
  return png;
}

GBytes *pc_comparison_write_png(const pc_comparison *comparison, const pc_layout *layout,
                                pc_measurer *measurer, pc_diags *diags) {
  pc_scribe scribe;
  pc_scribe_init(&scribe, layout, measurer);
  board b = {.comparison = comparison, .scribe = &scribe};
  GBytes *png = write_board(&b, diags);
  pc_pages_free(pc_scribe_clear(&scribe));
  return png;
}
