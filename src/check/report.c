/* report.c - what a person wants to know before printing, in columns.  Layer: check. */
#include "base/columns.h"
#include "base/translate.h"
#include "check/advice.h"
#include "check/check.h"
#include "check/measures.h"

#define LINE_COLUMNS 80
#define NAME_COLUMNS 24

/* One panel in its line. */
typedef struct reported {
  const pc_panel *panel;
  pc_measured measured;
} reported;

static char *tell_size(const reported *about) {
  return g_strdup_printf(_("%.1f pt"), about->panel->body_pt);
}

static char *tell_height(const reported *about) {
  return g_strdup_printf(_("%.1f mm"), about->measured.glyph_mm);
}

static char *tell_distance(const reported *about) {
  return g_strdup_printf(_("%.1f m"), about->measured.read_from_m);
}

static char *tell_characters(const reported *about) {
  const double characters = about->measured.characters;
  return characters > 0 ? g_strdup_printf("%.0f", characters) : g_strdup("-");
}

static char *tell_filled(const reported *about) {
  return g_strdup_printf("%.0f %%", 100 * about->panel->filled);
}

static char *tell_contrast(const reported *about) {
  return g_strdup_printf("%.1f:1", about->measured.contrast);
}

static const struct {
  const char *head;
  int columns;
  char *(*tell)(const reported *about);
} columns[] = {
    {N_("text"), 9, tell_size},           {N_("kanji"), 9, tell_height},
    {N_("read from"), 11, tell_distance}, {N_("a line"), 8, tell_characters},
    {N_("filled"), 8, tell_filled},       {N_("contrast"), 11, tell_contrast},
};

static void append_right(GString *out, const char *text, int width) {
  g_string_append_printf(out, "%*s%s", MAX(1, width - pc_columns_count(text)), "", text);
}

/* No wider than so many columns; what is cut off is an ellipsis. */
static void append_name(GString *out, const char *name, int width) {
  g_autoptr(GString) head = g_string_new(NULL);
  const bool fits = pc_columns_count(name) <= width;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    g_autofree char *next = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));
    if (!fits && pc_columns_count(head->str) + pc_columns_count(next) >= width)
      break;
    g_string_append(head, next);
  }
  g_string_append(head, fits ? "" : "…");
  pc_columns_append_padded(out, head->str, width);
}

/* " 3 はじめに", "   はじめに", "slide 4 of the list" */
static char *name_line(const pc_panel *panel) {
  const pc_slide *slide = panel->slide;
  const char *title = slide->title != NULL ? slide->title->text : "";
  if (slide->number <= 0 && title[0] == '\0')
    return pc_check_name_panel(panel);
  char *name = slide->number > 0 ? g_strdup_printf("%2d %s", slide->number, title)
                                 : g_strdup_printf("   %s", title);
  return g_strdelimit(name, "\n", ' ');
}

static void append_head(GString *out) {
  append_name(out, _("panel"), NAME_COLUMNS);
  for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
    append_right(out, _(columns[i].head), columns[i].columns);
  g_string_append_c(out, '\n');
}

static void append_panel(GString *out, const pc_layout *layout, const pc_panel *panel) {
  const reported about = {panel, pc_check_measure(layout, panel)};
  g_autofree char *name = name_line(panel);
  append_name(out, name, NAME_COLUMNS);
  for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
    g_autofree char *cell = columns[i].tell(&about);
    append_right(out, cell, columns[i].columns);
  }
  g_string_append_c(out, '\n');
}

static char *tell_resolution(const pc_picture_box *picture) {
  if (pc_image_is_vector(picture->image))
    return g_strdup(_("sharp at any size"));
  return g_strdup_printf(_("%.0f pixels an inch"), pc_image_ppi(picture->image, picture->whole.w));
}

static void append_picture(GString *out, const pc_panel *panel, const pc_picture_box *picture) {
  g_autofree char *name = pc_check_name_panel(panel);
  g_autofree char *size = g_strdup_printf(_("%.0f x %.0f mm"), pc_um_to_mm(picture->rect.w),
                                          pc_um_to_mm(picture->rect.h));
  g_autofree char *resolution = tell_resolution(picture);
  append_name(out, picture->figure->file.text, NAME_COLUMNS);
  g_string_append(out, "  ");
  append_name(out, name, 12);
  append_right(out, size, 16);
  append_right(out, resolution, 24);
  g_string_append_c(out, '\n');
}

static void append_pictures(GString *out, const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    for (int k = 0; k < box->n_pictures; k++)
      append_picture(out, panel, &box->pictures[k]);
  }
}

static void append_paragraph(GString *out, const char *text) {
  pc_columns_append_wrapped(out, text, 2, LINE_COLUMNS);
  g_string_append_c(out, '\n');
}

static char *tell_ink(const pc_layout *layout, const pc_check_ink *ink) {
  const pc_panel *panel = pc_check_find_panel(layout, ink->at);
  g_autofree char *name = panel != NULL ? pc_check_name_panel(panel) : NULL;
  return panel != NULL
             ? g_strdup_printf(_("most ink: %.0f %% of at most %.0f %%, %s in %s"), ink->percent,
                               ink->limit, ink->what, name)
             : g_strdup_printf(_("most ink: %.0f %% of at most %.0f %%, %s outside the panels"),
                               ink->percent, ink->limit, ink->what);
}

static void append_ink(GString *out, const pc_layout *layout, const pc_check_ink *ink) {
  if (ink->what == NULL)
    return;
  g_autofree char *text = tell_ink(layout, ink);
  g_string_append_c(out, '\n');
  append_paragraph(out, text);
}

static char *tell_advice(const pc_panel *panel, const char *advice) {
  g_autofree char *name = pc_check_name_panel(panel);
  return g_strdup_printf(_("%s, %.0f %% filled: %s"), name, 100 * panel->filled, advice);
}

static void append_advice(GString *out, const pc_layout *layout) {
  g_autoptr(GArray) advice = pc_check_advise(layout);
  g_autofree char *all = pc_check_advise_all(layout);
  g_autoptr(GString) lines = g_string_new(NULL);
  if (all != NULL)
    append_paragraph(lines, all);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_advice *given = &g_array_index(advice, pc_advice, (guint)i);
    if (given->sentence == NULL || given->is_said)
      continue;
    g_autofree char *line = tell_advice(&layout->panels[i], given->sentence);
    append_paragraph(lines, line);
  }
  if (lines->len > 0)
    g_string_append_printf(out, "\n%s", lines->str);
}

void pc_check_append_overflow(const pc_layout *layout, GString *out) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (!panel->overflow)
      continue;
    g_autofree char *name = pc_check_name_panel(panel);
    g_string_append_printf(out, _("%s is too full by %.0f mm\n"), name,
                           pc_um_to_mm(panel->overflow_by));
  }
}

/* Nothing where there are no pictures. */
static void append_all_pictures(GString *out, const pc_layout *layout) {
  g_autoptr(GString) pictures = g_string_new(NULL);
  for (int i = 0; i < layout->n_panels; i++)
    append_pictures(pictures, &layout->panels[i]);
  if (pictures->len > 0)
    g_string_append_printf(out, "\n%s", pictures->str);
}

void pc_check_append_report(const pc_layout *layout, const pc_check_ink *ink, GString *out) {
  const pc_page *page = &layout->doc->page;
  g_string_append_printf(out, _("%s: %.1f x %.1f mm, common text size %.1f pt\n"),
                         layout->doc->file, pc_um_to_mm(page->width), pc_um_to_mm(page->height),
                         layout->body_pt);
  append_head(out);
  for (int i = 0; i < layout->n_panels; i++)
    append_panel(out, layout, &layout->panels[i]);
  append_all_pictures(out, layout);
  append_ink(out, layout, ink);
  append_advice(out, layout);
}
