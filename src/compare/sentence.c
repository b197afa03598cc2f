/* sentence.c - changes for people, in whole sentences.  Layer: compare. */
#include "compare/sentence.h"

#include <math.h>
#include <string.h>

#include "base/translate.h"

/* Longer texts are cut in a line; the data have them whole. */
#define MAX_SHOWN 80

static const char *const words[PC_N_CHANGES] = {
    [PC_CHANGE_TRAIT] = "file",
    [PC_CHANGE_PAGES] = "pages",
    [PC_CHANGE_PAGE] = "page",
    [PC_CHANGE_ALL_TEXT] = "text-size",
    [PC_CHANGE_ADDED] = "added",
    [PC_CHANGE_REMOVED] = "removed",
    [PC_CHANGE_NUMBER] = "number",
    [PC_CHANGE_MOVED] = "moved",
    [PC_CHANGE_RESIZED] = "resized",
    [PC_CHANGE_TEXT_SIZE] = "text-size",
    [PC_CHANGE_WORDS] = "words",
    [PC_CHANGE_TEXT_MOVED] = "text-moved",
    [PC_CHANGE_FIGURE_ADDED] = "figure-added",
    [PC_CHANGE_FIGURE_REMOVED] = "figure-removed",
    [PC_CHANGE_FIGURE_MOVED] = "figure-moved",
    [PC_CHANGE_FIGURE_RESIZED] = "figure-resized",
    [PC_CHANGE_FIGURE_REPLACED] = "figure-replaced",
    [PC_CHANGE_FIGURE_ALT] = "figure-alt",
    [PC_CHANGE_LOOK] = "look",
};

static const char *const trait_words[PC_N_TRAITS] = {
    [PC_TRAIT_STANDARD] = "standard", [PC_TRAIT_CONDITION] = "condition",
    [PC_TRAIT_TITLE] = "title",       [PC_TRAIT_AUTHOR] = "author",
    [PC_TRAIT_SUBJECT] = "subject",   [PC_TRAIT_LANGUAGE] = "language",
};

const char *pc_change_word(pc_change_kind kind) {
  return words[kind];
}

const char *pc_trait_word(pc_trait trait) {
  return trait_words[trait];
}

/* At most so many characters, on one line. */
static char *shorten(const char *text) {
  if (text == NULL)
    return g_strdup("");
  if (g_utf8_strlen(text, -1) <= MAX_SHOWN)
    return g_strdup(text);
  g_autofree char *start = g_utf8_substring(text, 0, MAX_SHOWN);
  return g_strdup_printf("%s…", start);
}

static char *format_panel(const pc_region *region) {
  if (region->number > 0 && region->title != NULL)
    return g_strdup_printf(_("panel %d '%s'"), region->number, region->title);
  if (region->number > 0)
    return g_strdup_printf(_("panel %d"), region->number);
  if (region->title != NULL)
    return g_strdup_printf(_("panel '%s'"), region->title);
  return region->id != NULL ? g_strdup_printf(_("panel '%s'"), region->id)
                            : g_strdup(_("panel without number"));
}

static bool has_panels(const pc_view *view) {
  return view->regions->len > view->pages->len;
}

char *pc_change_format_place(const pc_comparison *comparison, const pc_change *change) {
  const pc_region *region = change->after != NULL ? change->after : change->before;
  if (region != NULL && region->is_panel)
    return format_panel(region);
  if (region == NULL && change->kind != PC_CHANGE_PAGE)
    return g_strdup(_("the file"));
  const int number = change->page + 1;
  if (region == NULL || !has_panels(comparison->after))
    return g_strdup_printf(_("page %d"), number);
  return comparison->after->pages->len > 1
             ? g_strdup_printf(_("page %d, outside the panels"), number)
             : g_strdup(_("outside the panels"));
}

static char *format_mm(pc_um um) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup(g_ascii_formatd(number, sizeof number, "%.2f", pc_um_to_mm(ABS(um))));
}

/* By the directions: left, none, right; up, none, down. */
static char *format_shift(pc_point shift) {
  g_autofree char *aside = format_mm(shift.x), *along = format_mm(shift.y);
  const bool is_aside = ABS(shift.x) >= 5, is_along = ABS(shift.y) >= 5;
  if (is_aside && is_along && shift.x > 0)
    return shift.y > 0 ? g_strdup_printf(_("%s mm to the right and %s mm down"), aside, along)
                       : g_strdup_printf(_("%s mm to the right and %s mm up"), aside, along);
  if (is_aside && is_along)
    return shift.y > 0 ? g_strdup_printf(_("%s mm to the left and %s mm down"), aside, along)
                       : g_strdup_printf(_("%s mm to the left and %s mm up"), aside, along);
  if (is_aside)
    return shift.x > 0 ? g_strdup_printf(_("%s mm to the right"), aside)
                       : g_strdup_printf(_("%s mm to the left"), aside);
  return shift.y > 0 ? g_strdup_printf(_("%s mm down"), along)
                     : g_strdup_printf(_("%s mm up"), along);
}

/* Puts two texts where a sentence has its "%s". */
static char *fill(const char *sentence, const char *from, const char *to) {
  g_autofree char *first = shorten(from), *second = shorten(to);
  g_auto(GStrv) parts = g_strsplit(sentence, "%s", 3);
  return g_strconcat(parts[0], first, parts[1], second, parts[2], NULL);
}

static char *say_trait(const pc_change *change) {
  static const char *const sentences[PC_N_TRAITS] = {
      [PC_TRAIT_STANDARD] = "the standard of print was %s and is %s",
      [PC_TRAIT_CONDITION] = "the condition of print was %s and is %s",
      [PC_TRAIT_TITLE] = "the title was %s and is %s",
      [PC_TRAIT_AUTHOR] = "the author was %s and is %s",
      [PC_TRAIT_SUBJECT] = "the subject was %s and is %s",
      [PC_TRAIT_LANGUAGE] = "the language was %s and is %s",
  };
  return fill(_(sentences[change->trait]), change->from != NULL ? change->from : _("none"),
              change->to != NULL ? change->to : _("none"));
}

static char *say_words(const pc_change *change) {
  g_autofree char *from = shorten(change->from), *to = shorten(change->to);
  if (from[0] == '\0')
    return g_strdup_printf(_("'%s' is new"), to);
  return to[0] == '\0' ? g_strdup_printf(_("'%s' is gone"), from)
                       : g_strdup_printf(_("'%s' became '%s'"), from, to);
}

static char *say_text_size(const pc_change *change) {
  if (change->from != NULL)
    return g_strdup_printf(_("the size of the text was %s and is %s"), change->from, change->to);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(number, sizeof number, "%.1f", fabs(change->ratio - 1) * 100);
  return change->ratio > 1 ? g_strdup_printf(_("the text is %s %% larger"), number)
                           : g_strdup_printf(_("the text is %s %% smaller"), number);
}

static char *say_moved(const pc_change *change) {
  g_autofree char *shift = format_shift(change->shift);
  if (change->kind == PC_CHANGE_MOVED)
    return g_strdup_printf(_("moved %s"), shift);
  return change->kind == PC_CHANGE_FIGURE_MOVED
             ? g_strdup_printf(_("the figure moved %s"), shift)
             : g_strdup_printf(_("text moved, at most %s"), shift);
}

static char *say_from_to(const pc_change *change) {
  static const char *const sentences[PC_N_CHANGES] = {
      [PC_CHANGE_PAGES] = "the number of pages was %s and is %s",
      [PC_CHANGE_PAGE] = "its size was %s and is %s",
      [PC_CHANGE_NUMBER] = "its number was %s and is %s",
      [PC_CHANGE_RESIZED] = "the size was %s and is %s",
      [PC_CHANGE_FIGURE_RESIZED] = "the size of the figure was %s and is %s",
      [PC_CHANGE_FIGURE_ALT] = "the description of the figure was '%s' and is '%s'",
  };
  return fill(_(sentences[change->kind]), change->from, change->to);
}

static char *say_figure(const pc_change *change) {
  g_autofree char *from = shorten(change->from), *to = shorten(change->to);
  if (change->kind == PC_CHANGE_FIGURE_ADDED)
    return g_strdup_printf(_("a figure is new: %s"), to);
  if (change->kind == PC_CHANGE_FIGURE_REMOVED)
    return g_strdup_printf(_("a figure is gone: %s"), from);
  return change->from != NULL
             ? fill(_("the figure was %s and is %s"), from, to)
             : g_strdup(change->grade == PC_GRADE_WRONG ? _("the figure looks different")
                                                        : _("the figure looks a little different"));
}

static char *say_panel(const pc_change *change) {
  return g_strdup(change->kind == PC_CHANGE_ADDED ? _("is new") : _("is gone"));
}

static char *say_look(const pc_change *change) {
  return g_strdup(change->grade == PC_GRADE_WRONG ? _("looks different")
                                                  : _("looks a little different"));
}

static char *(*const sayings[PC_N_CHANGES])(const pc_change *) = {
    [PC_CHANGE_TRAIT] = say_trait,
    [PC_CHANGE_PAGES] = say_from_to,
    [PC_CHANGE_PAGE] = say_from_to,
    [PC_CHANGE_ALL_TEXT] = say_text_size,
    [PC_CHANGE_ADDED] = say_panel,
    [PC_CHANGE_REMOVED] = say_panel,
    [PC_CHANGE_NUMBER] = say_from_to,
    [PC_CHANGE_MOVED] = say_moved,
    [PC_CHANGE_RESIZED] = say_from_to,
    [PC_CHANGE_TEXT_SIZE] = say_text_size,
    [PC_CHANGE_WORDS] = say_words,
    [PC_CHANGE_TEXT_MOVED] = say_moved,
    [PC_CHANGE_FIGURE_ADDED] = say_figure,
    [PC_CHANGE_FIGURE_REMOVED] = say_figure,
    [PC_CHANGE_FIGURE_MOVED] = say_moved,
    [PC_CHANGE_FIGURE_RESIZED] = say_from_to,
    [PC_CHANGE_FIGURE_REPLACED] = say_figure,
    [PC_CHANGE_FIGURE_ALT] = say_from_to,
    [PC_CHANGE_LOOK] = say_look,
};

char *pc_change_format_what(const pc_change *change) {
  return sayings[change->kind](change);
}

/* Panels after, and those that are gone. */
static int count_panels(const pc_comparison *comparison, bool with_changes_only) {
  g_autoptr(GHashTable) panels = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < comparison->changes->len && with_changes_only; i++) {
    const pc_change *change = g_ptr_array_index(comparison->changes, i);
    const pc_region *region = change->after != NULL ? change->after : change->before;
    if (region != NULL && region->is_panel)
      g_hash_table_add(panels, (gpointer)region);
  }
  for (guint i = 0; i < comparison->couples->len && !with_changes_only; i++) {
    const pc_couple *couple = &g_array_index(comparison->couples, pc_couple, i);
    const pc_region *region = couple->after != NULL ? couple->after : couple->before;
    if (region->is_panel)
      g_hash_table_add(panels, (gpointer)region);
  }
  return (int)g_hash_table_size(panels);
}

char *pc_comparison_format_count(const pc_comparison *comparison) {
  const guint n = comparison->entries->len;
  const int n_panels = count_panels(comparison, false);
  const int n_changed = count_panels(comparison, true);
  if (n == 0)
    return g_strdup(_("no difference"));
  if (n_changed == 0)
    return g_strdup_printf(pc_translate_count("%u difference", "%u differences", n), n);
  return g_strdup_printf(pc_translate_count("%u difference, in %d of %d panels",
                                            "%u differences, in %d of %d panels", n),
                         n, n_changed, n_panels);
}
