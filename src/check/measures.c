/* measures.c - panels in figures.  Layer: check. */
#include "check/measures.h"

#include "base/translate.h"
#include "figure/look.h"

/* FIELD: the ink of a kanji is .95 em high; 9 mm of it can be read from 1-2 m, 20 mm from 4-5 m:
 * about 0.2 m for each millimetre. */
static const double glyph_em = 0.95;
static const double metres_per_mm = 0.2;

void pc_check_append_panel_name(GString *out, const pc_panel *panel) {
  const pc_slide *slide = panel->slide;
  if (slide->number > 0)
    g_string_append_printf(out, _("panel %d"), slide->number);
  else if (slide->title != NULL)
    g_string_append_printf(out, _("panel '%s'"), slide->title->text);
  else
    g_string_append_printf(out, _("slide %d of the list"), slide->index + 1);
}

char *pc_check_name_panel(const pc_panel *panel) {
  GString *name = g_string_new(NULL);
  pc_check_append_panel_name(name, panel);
  return g_string_free(name, FALSE);
}

/* A full-width character counts one, a Latin letter half. */
static double count_characters(const char *text, int start, int end) {
  double count = 0;
  for (const char *at = text + start; at < text + end; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_iszerowidth(c))
      count += g_unichar_iswide_cjk(c) ? 1 : 0.5;
  }
  return count;
}

static double find_longest(const pc_text_box *text) {
  double longest = 0;
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    const char *bytes = pc_paragraph_rich(text->lines->paragraph)->text;
    longest = MAX(longest, count_characters(bytes, line->start, line->end));
  }
  return longest;
}

/* Of running text: paragraphs, items, quotes. */
static double find_longest_in_box(const pc_box *box) {
  double longest = 0;
  if (box->kind == PC_BLOCK_PARAGRAPH || box->kind == PC_BLOCK_ITEM)
    return find_longest(&box->text);
  for (int i = 0; box->kind == PC_BLOCK_QUOTE && i < box->n_cells; i++)
    longest = MAX(longest, find_longest(&box->cells[i].text));
  return longest;
}

double pc_check_longest_line(const pc_panel *panel, const pc_box **box) {
  double longest = 0;
  for (int i = 0; i < panel->n_boxes; i++) {
    double length = find_longest_in_box(&panel->boxes[i]);
    if (length <= longest)
      continue;
    longest = length;
    *box = &panel->boxes[i];
  }
  return longest;
}

pc_measured pc_check_measure(const pc_layout *layout, const pc_panel *panel) {
  const pc_look look = pc_look_resolve_panel(&layout->doc->theme, panel->slide);
  const pc_box *box = NULL;
  const double glyph_mm = pc_um_to_mm(pc_um_from_pt(panel->body_pt * glyph_em));
  return (pc_measured){.glyph_mm = glyph_mm,
                       .read_from_m = glyph_mm * metres_per_mm,
                       .characters = pc_check_longest_line(panel, &box),
                       .contrast = pc_color_contrast(look.ink, look.ground)};
}

static bool begins_before(pc_place a, pc_place b) {
  return a.line != b.line ? a.line < b.line : a.column <= b.column;
}

const pc_panel *pc_check_find_panel(const pc_layout *layout, pc_place at) {
  const pc_panel *found = NULL;
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    const pc_place begin = panel->slide->at;
    if (begin.file == at.file && begins_before(begin, at) &&
        (found == NULL || begins_before(found->slide->at, begin)))
      found = panel;
  }
  return found;
}
