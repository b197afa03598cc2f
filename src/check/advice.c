/* advice.c - what would help a panel that is too full, or half empty.  Layer: check. */
#include "check/advice.h"

#include <math.h>

#include "base/translate.h"
#include "check/measures.h"
#include "layout/fit.h"
#include "layout/trial.h"
#include "layout/type.h"

/* Under this share of its height a panel looks unfinished beside full ones. */
static const double looks_full = 0.5;
/* Sizes are found to a hundredth of a point. */
static const double size_step_pt = 0.005;
/* So much larger text is worth a word; more than that no poster wants. */
static const double enlarged_least = 1.1;
static const double enlarged_most = 2.5;
/* So many panels are named with what is too much in them. */
static const int most_cuts = 6;
/* More text columns than that leave a few characters a line. */
static const int most_columns = 6;

typedef struct advised {
  const pc_layout *layout;
  const pc_panel *panel;
  int index;               /* in reading order */
  pc_trial *trial;         /* NULL: nothing can be tried */
  const pc_panel *partner; /* that it can be joined with, or NULL */
  bool is_second;          /* of the two */
  int cut;                 /* characters too many at the least size that can be read */
  double joined;           /* how full both together are */
  pc_cells fewer;          /* cells that are enough; columns 0: none are */
} advised;

static bool stands_alone(const pc_slide *slide) {
  return slide->role == PC_SLIDE_THEME || slide->role == PC_SLIDE_NAME;
}

/* The least size of the grid that is large enough to be read. */
static double find_least(const pc_layout *layout) {
  const double least_pt = pc_type_least(&layout->doc->page);
  return ceil((least_pt - size_step_pt) / PC_FIT_STEP_PT) * PC_FIT_STEP_PT;
}

static bool is_overfull(const advised *about) {
  return about->panel->overflow;
}

static char *advise_less(const advised *about) {
  return g_strdup_printf(_("too full by %.0f mm: shorten its text, or give it more cells"),
                         pc_um_to_mm(about->panel->overflow_by));
}

static bool is_cut(const advised *about) {
  return about->cut != 0;
}

static char *advise_cut(const advised *about) {
  if (about->cut == PC_TRIAL_NO_CUT)
    return g_strdup_printf(_("needs more cells for text of %g pt"), find_least(about->layout));
  return g_strdup_printf(pc_translate_count("%d character too many at %g pt",
                                            "%d characters too many at %g pt", about->cut),
                         about->cut, find_least(about->layout));
}

static bool is_full(const advised *about) {
  return about->panel->filled >= looks_full;
}

static char *advise_nothing(const advised *about) {
  (void)about;
  return NULL;
}

static bool has_fewer(const advised *about) {
  return about->fewer.columns > 0;
}

static char *advise_fewer(const advised *about) {
  const pc_cells *fewer = &about->fewer;
  return g_strdup_printf(
      about->layout->doc->grid.areas != NULL
          ? _("its text fits into fewer cells: give it %d x %d in `grid.areas`")
          : _("its text fits into fewer cells: write `span: %dx%d` on its slide"),
      fewer->columns, fewer->rows);
}

static bool is_alone(const advised *about) {
  return stands_alone(about->panel->slide);
}

static char *advise_alone(const advised *about) {
  (void)about;
  return g_strdup(_("a title or names may stand alone; a line of text below would fill it more"));
}

static bool has_partner(const advised *about) {
  return about->partner != NULL;
}

/* The same sentence for both. */
static char *advise_join(const advised *about) {
  g_autofree char *own = pc_check_name_panel(about->panel);
  g_autofree char *other = pc_check_name_panel(about->partner);
  const char *first = about->is_second ? other : own;
  const char *second = about->is_second ? own : other;
  return g_strdup_printf(_("%s and %s could be joined: write the text of %s below that of %s, and "
                           "leave %s out; both together fill %.0f %% of one panel"),
                         first, second, second, first, second, 100 * about->joined);
}

/* Full-width characters that the free height has room for. */
static int count_room(const advised *about) {
  const pc_panel *panel = about->panel;
  const double em = (double)pc_um_from_pt(panel->body_pt);
  const double pitch = em * about->layout->doc->theme.sizes.line;
  const double room = (1 - panel->filled) * panel->inner.h / pitch * panel->inner.w / em;
  return MAX(1, room < 100 ? (int)room : (int)(room / 10) * 10);
}

static bool always(const advised *about) {
  (void)about;
  return true;
}

static char *advise_more(const advised *about) {
  return g_strdup_printf(_("add a picture or about %d characters"), count_room(about));
}

/* The first that applies; the last always does. */
static const struct {
  bool (*applies)(const advised *about);
  char *(*advise)(const advised *about);
} advices[] = {
    {is_overfull, advise_less}, {is_cut, advise_cut},     {is_full, advise_nothing},
    {has_fewer, advise_fewer},  {is_alone, advise_alone}, {has_partner, advise_join},
    {always, advise_more},
};

static char *advise(const advised *about) {
  gsize row = 0;
  while (!advices[row].applies(about))
    row++;
  return advices[row].advise(about);
}

/* The fewest of its cells that its text fits into and fills better. */
static pc_cells find_fewer(const advised *about) {
  const pc_cells *now = &about->panel->slide->cells;
  pc_cells best = {0};
  for (int rows = 1; rows <= now->rows; rows++) {
    for (int columns = 1; columns <= now->columns; columns++) {
      const bool is_fewer = columns * rows < now->columns * now->rows;
      const bool is_better = best.columns == 0 || columns * rows < best.columns * best.rows;
      if (is_fewer && is_better && pc_trial_span(about->trial, about->index, columns, rows) != NULL)
        best = (pc_cells){now->column, now->row, columns, rows};
    }
  }
  return best;
}

/* Half empty, and part of the text that is read one panel after the other. */
static bool may_join(const pc_panel *panel) {
  return panel->filled < looks_full && !panel->overflow && !stands_alone(panel->slide) &&
         panel->slide->role != PC_SLIDE_FIGURE;
}

static bool are_near(const pc_slide *first, const pc_slide *second) {
  return first->section == NULL || second->section == NULL ||
         g_str_equal(first->section, second->section);
}

/* Two neighbours, each with one partner at most. */
static void pair(advised *first, advised *second) {
  if (first->layout->doc->grid.areas != NULL || first->partner != NULL ||
      first->fewer.columns > 0 || second->fewer.columns > 0 || !may_join(first->panel) ||
      !may_join(second->panel) || !are_near(first->panel->slide, second->panel->slide))
    return;
  const pc_panel *both = pc_trial_join(first->trial, first->index, second->index);
  if (both == NULL || both->filled <= MAX(first->panel->filled, second->panel->filled))
    return;
  first->partner = second->panel;
  second->partner = first->panel;
  second->is_second = true;
  first->joined = second->joined = both->filled;
}

static bool is_small(const pc_layout *layout) {
  return layout->body_pt < pc_type_least(&layout->doc->page) - size_step_pt;
}

static void find_cuts(advised *all, int n) {
  g_autofree int *cuts = g_new0(int, (gsize)n);
  if (!is_small(all[0].layout) || !pc_trial_shorten(all[0].trial, find_least(all[0].layout), cuts))
    return;
  for (int i = 0; i < n; i++)
    all[i].cut = cuts[i];
}

static void try_all(advised *all, int n) {
  find_cuts(all, n);
  for (int i = 0; i < n; i++) {
    if (all[i].panel->filled < looks_full && !all[i].panel->overflow)
      all[i].fewer = find_fewer(&all[i]);
  }
  for (int i = 0; i + 1 < n; i++)
    pair(&all[i], &all[i + 1]);
}

static void clear_advice(gpointer advice) {
  g_free(((pc_advice *)advice)->sentence);
}

GArray *pc_check_advise(const pc_layout *layout) {
  const int n = layout->n_panels;
  GArray *advice = g_array_new(FALSE, FALSE, sizeof(pc_advice));
  g_array_set_clear_func(advice, clear_advice);
  g_autoptr(pc_trial) trial = pc_trial_new(layout);
  g_autofree advised *all = g_new0(advised, (gsize)MAX(n, 1));
  for (int i = 0; i < n; i++)
    all[i] = (advised){.layout = layout, .panel = &layout->panels[i], .index = i, .trial = trial};
  if (trial != NULL && n > 0)
    try_all(all, n);
  for (int i = 0; i < n; i++) {
    const pc_advice given = {advise(&all[i]), all[i].is_second};
    g_array_append_val(advice, given);
  }
  return advice;
}

static char *tell_cut(const pc_panel *panel, int cut) {
  g_autofree char *name = pc_check_name_panel(panel);
  return cut == PC_TRIAL_NO_CUT ? g_strdup_printf(_("%s needs more cells"), name)
                                : g_strdup_printf(_("%d in %s"), cut, name);
}

static void append_rest(GString *list, int panels, int characters) {
  if (panels > 0)
    g_string_append_printf(
        list, pc_translate_count(", %d in one other panel", ", %d in %d other panels", panels),
        characters, panels);
}

/* "43 in panel 5, 120 in panel 7" */
static char *list_cuts(const pc_layout *layout, const int *cuts) {
  GString *list = g_string_new(NULL);
  int named = 0, others = 0, characters = 0;
  for (int i = 0; i < layout->n_panels; i++) {
    if (cuts[i] == 0)
      continue;
    if (cuts[i] > 0 && named >= most_cuts) {
      others++;
      characters += cuts[i];
      continue;
    }
    g_autofree char *cut = tell_cut(&layout->panels[i], cuts[i]);
    g_string_append_printf(list, "%s%s", named++ > 0 ? _(", ") : "", cut);
  }
  append_rest(list, others, characters);
  return g_string_free(list, FALSE);
}

static char *advise_cuts(double size_pt, const char *list, bool is_permitted) {
  if (list[0] == '\0')
    return g_strdup_printf(_("all panels have room for it: write `theme.sizes.body.max: %gpt`"),
                           size_pt);
  if (is_permitted)
    return g_strdup_printf(_("characters too many at %g pt: %s; shorten the text there, or give "
                             "those panels more cells"),
                           size_pt, list);
  return g_strdup_printf(
      _("characters too many at %g pt: %s; shorten the text there, or give those panels more "
        "cells, and write `theme.sizes.body.max: %gpt`"),
      size_pt, list, size_pt);
}

char *pc_check_advise_size(const pc_layout *layout) {
  const double size_pt = find_least(layout);
  const double most_pt = pc_length_pt(layout->doc->theme.sizes.body.max, 0);
  g_autoptr(pc_trial) trial = pc_trial_new(layout);
  g_autofree int *cuts = g_new0(int, (gsize)MAX(layout->n_panels, 1));
  if (trial == NULL || !pc_trial_shorten(trial, size_pt, cuts))
    return NULL;
  g_autofree char *list = list_cuts(layout, cuts);
  return advise_cuts(size_pt, list, most_pt >= size_pt);
}

/* Statements are larger already. */
static bool is_half_empty(const pc_layout *layout, const pc_panel *panel) {
  return panel->filled < looks_full && panel->body_pt < layout->body_pt + PC_FIT_STEP_PT &&
         !stands_alone(panel->slide);
}

static bool has_half_empty(const pc_layout *layout) {
  for (int i = 0; i < layout->n_panels; i++) {
    if (is_half_empty(layout, &layout->panels[i]))
      return true;
  }
  return false;
}

char *pc_check_advise_all(const pc_layout *layout) {
  const double body_pt = layout->body_pt;
  g_autoptr(pc_trial) trial = pc_trial_new(layout);
  if (trial == NULL || layout->n_limiting > 0 || is_small(layout) || !has_half_empty(layout))
    return NULL;
  const double size_pt = pc_trial_enlarge(trial, body_pt * enlarged_most);
  return size_pt < body_pt * enlarged_least
             ? NULL
             : g_strdup_printf(_("all panels have room for text of %g pt: write "
                                 "`theme.sizes.body.max: %gpt`"),
                               size_pt, size_pt);
}

int pc_check_find_columns(const pc_layout *layout, int index, double most_characters) {
  g_autoptr(pc_trial) trial = pc_trial_new(layout);
  for (int n = 2; trial != NULL && n <= most_columns; n++) {
    const pc_panel *panel = pc_trial_columns(trial, index, n);
    const pc_box *box = NULL;
    if (panel != NULL && pc_check_longest_line(panel, &box) <= most_characters)
      return n;
  }
  return 0;
}
