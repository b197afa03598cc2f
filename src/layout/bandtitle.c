/* bandtitle.c - the size of a title that fills its width between phrases.  Layer: layout. */
#include "layout/bandtitle.h"

#include "layout/fit.h"

/* A title in so many lines: from which size to which, of the theme's, and what one line more is
 * worth: a title of two lines has to be a tenth larger than on one. */
typedef struct title_row {
  int lines;
  double least, most;
  double worth;
} title_row;

static const title_row rows[] = {{1, 0.8, 1.5, 1.0}, {2, 0.7, 1.0, 0.9}, {3, 0.6, 0.8, 0.75}};
/* Of the theme's size: where no size has few lines. */
static const double size_least = 0.6;

typedef struct title_trial {
  const pc_paragraph *title;
  const pc_title_room *room;
  int lines;
  double least_em; /* what must stay on one line */
} title_trial;

static bool title_fits(double size_pt, void *user) {
  const title_trial *trial = user;
  const pc_title_room *room = trial->room;
  if (trial->least_em > pc_text_measure(room->width, size_pt))
    return false;
  const int lines = pc_text_count(trial->title, room->width, size_pt);
  const double line = pc_text_line(trial->title, room->line);
  return lines <= trial->lines &&
         pc_text_head(trial->title, size_pt) + (gint64)pc_text_height(lines, size_pt, line) <=
             room->height;
}

/* -1: not in so many lines. */
static double search_size(title_trial *trial, const title_row *row) {
  const pc_title_room *room = trial->room;
  const double most = room->may_grow ? row->most : MIN(row->most, 1);
  const pc_fit_range range = pc_fit_range_make(room->usual_pt * row->least, room->usual_pt * most);
  trial->lines = row->lines;
  const int best = pc_fit_search(&range, title_fits, trial);
  return best < 0 ? -1 : pc_fit_range_size(&range, best);
}

/* The size in the number of lines that makes the most of the width; -1: it takes more lines. */
static double choose_size(title_trial *trial) {
  double size = -1, worth = 0;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    const double found = search_size(trial, &rows[i]);
    if (found * rows[i].worth <= worth)
      continue;
    size = found;
    worth = found * rows[i].worth;
  }
  return size;
}

/* With whole phrases, or else with phrases parted, or in as many lines as it takes. */
double pc_bandtitle_size(const pc_paragraph *title, const pc_title_room *room) {
  title_trial trial = {title, room, 1, pc_paragraph_phrase_width(title)};
  double size = choose_size(&trial);
  trial.least_em = pc_paragraph_min_width(title);
  size = size > 0 ? size : choose_size(&trial);
  return size > 0 ? size : room->usual_pt * size_least;
}
