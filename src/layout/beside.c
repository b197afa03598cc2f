/* beside.c - a figure in a column of its own beside the text.  Layer: layout. */
#include "layout/beside.h"

#include "base/translate.h"
#include "layout/grid.h"
#include "layout/kinds.h"

/* Between figure and text, em of the body. */
static const double gutter_em = 1.5;
/* The text's measure is at least this, em of the body. */
static const double text_least_em = 10;
/* For such a text the figure becomes as narrow as this share of the width, not narrower. */
static const double figure_least = 0.22;
/* The figure takes at most this of the width, and where it grows to its height, of the panel's. */
static const double figure_most = 0.6;
static const double height_most = 0.6;
/* A text that would have less room beside the figure begins below it, em of the body. */
static const double rest_em = 3;

static pc_um find_gutter(const pc_setting *setting) {
  return pc_um_from_pt(setting->type.body * gutter_em);
}

static pc_setting see_text(const pc_setting *setting) {
  pc_setting text = *setting;
  const pc_um taken = setting->aside + find_gutter(setting);
  text.width -= taken;
  text.full = text.width;
  pc_setting_set_columns(&text);
  text.left = setting->content->aside_first ? taken : 0;
  return text;
}

static pc_setting see_figure(const pc_setting *setting) {
  pc_setting figure = *setting;
  figure.width = figure.column = setting->aside;
  figure.left = setting->content->aside_first ? 0 : setting->width - setting->aside;
  return figure;
}

pc_setting pc_beside_see(const pc_setting *setting, int index, bool beside) {
  const pc_content *content = setting->content;
  if (setting->aside <= 0 || !beside)
    return *setting;
  return &content->pieces[index] == content->aside ? see_figure(setting) : see_text(setting);
}

/* Heights that a figure may have in its width, with its caption. */
typedef struct height_range {
  pc_um least, most;
  bool spreads; /* also beyond, where nothing else wants the room */
} height_range;

/* A picture is as high as its width makes it; what posterc draws, and rows of pictures, are at
 * least as high as elsewhere. */
static height_range find_heights(const pc_setting *setting) {
  const pc_setting own = see_figure(setting);
  const pc_measure measure = pc_setting_measure_piece(&own, setting->content->aside);
  const pc_um most = (pc_um)MIN((gint64)measure.height + measure.natural, PC_UM_TALLEST);
  if (!measure.spreads)
    return (height_range){most, most, false};
  const pc_um share = pc_length_um(setting->content->doc->theme.figure_min,
                                   pc_um_from_pt(setting->type.common), setting->panel_height);
  const pc_um least = measure.height + CLAMP(share - measure.least, 0, measure.natural);
  return (height_range){MIN(least, most), most, true};
}

static pc_um find_height(const pc_setting *setting, const height_range *range) {
  return setting->aside_height > 0 ? setting->aside_height : range->least;
}

static bool has_room(const pc_setting *setting) {
  const pc_setting text = see_text(setting);
  return text.column >= text_least_em * pc_um_from_pt(setting->type.body) &&
         !pc_setting_is_overfull(setting);
}

/* The author's width along the lines. */
static pc_length given_width(const pc_setting *setting) {
  const pc_figure *figure = setting->content->aside->block->figure;
  return setting->turned ? figure->height : figure->width;
}

/* What a text of the least measure leaves for the figure. */
static double find_left_over(const pc_setting *setting) {
  const int columns = MAX(1, setting->content->slide->columns);
  const double text = text_least_em * pc_um_from_pt(setting->type.body) + setting->gutter;
  const double all = setting->width + (double)setting->gutter - find_gutter(setting);
  return MAX(all - text * columns, setting->width * figure_least);
}

/* A tall picture takes less of the width. */
static pc_um find_least(const pc_setting *setting) {
  const pc_um em = pc_um_from_pt(setting->type.common);
  const double least = pc_length_um(setting->content->doc->theme.figure_min, em, setting->width);
  const double widest = MIN(find_left_over(setting), setting->width * figure_most);
  pc_setting trial = *setting;
  trial.aside = (pc_um)CLAMP(least, 1, MAX(1, widest));
  const double high = find_heights(&trial).least, most = setting->panel_height * height_most;
  return most > 0 && high > most ? (pc_um)MAX(1, trial.aside * most / high) : trial.aside;
}

void pc_beside_open(pc_setting *setting) {
  setting->aside = 0;
  if (setting->content->aside == NULL || setting->width <= 0)
    return;
  const pc_length given = given_width(setting);
  pc_setting trial = *setting;
  trial.aside = given.unit == PC_UNIT_AUTO
                    ? find_least(setting)
                    : pc_length_um(given, pc_um_from_pt(setting->type.body), setting->width);
  if (trial.aside > 0 && has_room(&trial))
    setting->aside = trial.aside;
}

/* A setting whose figure becomes narrower, from the widest on, or lower, from the highest on. */
typedef struct growth {
  const pc_setting *setting;
  pc_um most, panel_height;
  pc_um high; /* the figure is so high where it is narrowest */
} growth;

/* What becomes lower as it becomes wider fills no more. */
static bool fits_narrower(pc_um by, void *user) {
  const growth *trial = user;
  pc_setting setting = *trial->setting;
  setting.aside = trial->most - by;
  if (!has_room(&setting))
    return false;
  setting.aside_height = find_heights(&setting).most;
  return setting.aside_height >= trial->high && pc_setting_need(&setting) <= trial->panel_height;
}

static bool fits_lower(pc_um by, void *user) {
  const growth *trial = user;
  pc_setting setting = *trial->setting;
  setting.aside_height = trial->most - by;
  return pc_setting_need(&setting) <= trial->panel_height;
}

static void widen(pc_setting *setting, pc_um panel_height) {
  growth trial = {setting, (pc_um)(setting->width * figure_most), panel_height,
                  find_heights(setting).most};
  const pc_um range = trial.most - setting->aside;
  if (range > 0)
    setting->aside = trial.most - pc_grid_find_least(range, fits_narrower, &trial);
}

static void heighten(pc_setting *setting, pc_um panel_height) {
  const height_range range = find_heights(setting);
  growth trial = {setting, range.most, panel_height, 0};
  if (range.most > range.least)
    setting->aside_height =
        range.most - pc_grid_find_least(range.most - range.least, fits_lower, &trial);
}

void pc_beside_grow(pc_setting *setting, pc_um panel_height) {
  if (setting->aside <= 0)
    return;
  if (given_width(setting).unit == PC_UNIT_AUTO)
    widen(setting, panel_height);
  heighten(setting, panel_height);
}

/* Texts on their way down beside the figure. */
typedef struct beside_walk {
  pc_setting text;
  double height, y; /* of the figure; of the next text, both from the top of the first */
  bool is_below;
} beside_walk;

/* What ends beside the figure stands there, and what has a few lines there at least. */
static pc_measure measure_next(beside_walk *walk, const pc_setting *setting, int index) {
  const pc_piece *piece = &setting->content->pieces[index];
  const double rest = walk->height - walk->y;
  const double columns = walk->text.columns;
  pc_measure measure = pc_setting_measure_piece(&walk->text, piece);
  measure.beside = !walk->is_below && (walk->y <= 0 || measure.height / columns <= rest ||
                                       rest > rest_em * pc_um_from_pt(setting->type.body));
  walk->is_below = !measure.beside;
  walk->y += (measure.height + (double)pc_setting_gap(setting, index + 1)) / columns;
  return measure.beside ? measure : pc_setting_measure_piece(setting, piece);
}

void pc_beside_measure(const pc_setting *setting, pc_measure *measures) {
  const pc_content *content = setting->content;
  const int last = content->n_pieces - 1;
  const height_range range = find_heights(setting);
  const pc_um height = find_height(setting, &range);
  beside_walk walk = {.text = see_text(setting), .height = height};
  if (content->has_heading)
    measures[0] = pc_setting_measure_piece(setting, &content->pieces[0]);
  for (int i = content->has_heading; i < last; i++)
    measures[i] = measure_next(&walk, setting, i);
  measures[last] =
      (pc_measure){.height = height, .beside = true, .spreads = range.spreads && !walk.is_below};
}

void pc_beside_report(const pc_setting *setting, pc_diags *diags) {
  static const char *const words[] = {[PC_FIGURE_ABOVE] = N_("above"),
                                      [PC_FIGURE_BELOW] = N_("below"),
                                      [PC_FIGURE_LEFT] = N_("left of"),
                                      [PC_FIGURE_RIGHT] = N_("right of")};
  const pc_content *content = setting->content;
  if (content->aside == NULL || setting->aside > 0 || pc_diags_has_error(diags))
    return;
  const pc_figure *figure = content->aside->block->figure;
  PC_REPORT_HINT(diags, figure->place_at, PC_UNUSED,
                 setting->turned ? "make the panel higher, or write place: left or right"
                                 : "make the panel wider with `span: 2x1`, the figure narrower "
                                   "with `width`, or write place: below",
                 "with the figure %s it the text would have fewer than %.0f characters a line: the "
                 "figure follows the text",
                 _(words[figure->place]), text_least_em);
}
