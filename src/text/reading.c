/* reading.c - shapes a reading like any paragraph, and spaces it out over a long base.
 * Layer: text. */
#include "text/reading.h"

#include <math.h>
#include <string.h>

/* Before the first and after the last character of a reading that is spaced out: at most half an em
 * of the base (JLREQ 3.3.6). */
#define MAX_END_EM 0.5

#define KEPT_MARKS (PC_MARK_STRONG | PC_MARK_EMPHASIS | PC_MARK_LINK)

static char *join_readings(const pc_ruby *ruby, int index) {
  if (index >= 0)
    return g_strdup(ruby->readings[index]);
  GString *text = g_string_new(NULL);
  for (int i = 0; i < ruby->n_readings; i++)
    g_string_append(text, ruby->readings[i]);
  return g_string_free(text, FALSE);
}

pc_reading *pc_reading_new(pc_measurer *measurer, const pc_paragraph *text, const pc_ruby *ruby,
                           int index, const pc_span *span, pc_diags *diags) {
  pc_reading *reading = g_new0(pc_reading, 1);
  reading->text = join_readings(ruby, index);
  const int length = (int)strlen(reading->text);
  reading->span = (pc_span){.end = length};
  if (span != NULL) {
    reading->span.marks = span->marks & KEPT_MARKS;
    reading->span.href = span->href;
  }
  const pc_node *node = ruby->node != NULL ? ruby->node : text->rich->node;
  reading->rich = (pc_rich){.text = reading->text,
                            .length = length,
                            .at = ruby->node != NULL ? ruby->node->at : text->rich->at,
                            .node = node,
                            .n_spans = length > 0,
                            .spans = &reading->span};
  pc_text_style style = text->style;
  style.justify = style.is_heading = false;
  style.indent = 0;
  reading->paragraph = pc_paragraph_new(measurer, &reading->rich, &style, diags);
  reading->lines =
      pc_paragraph_break(reading->paragraph, pc_paragraph_width(reading->paragraph) + 1);
  if (reading->lines->count == 0)
    return reading;
  const pc_line *line = &reading->lines->items[0];
  reading->width = line->width * PC_RUBY_EM;
  reading->n_runs = line->n_runs;
  reading->runs = line->runs;
  return reading;
}

static void free_run(void *data) {
  pc_run *run = data;
  if (run->glyphs.item != NULL) {
    pango_item_free(run->glyphs.item);
    pango_glyph_string_free(run->glyphs.glyphs);
  }
  g_free(run);
}

void pc_reading_free(pc_reading *reading) {
  if (reading == NULL)
    return;
  g_clear_pointer(&reading->spaced, g_ptr_array_unref);
  pc_lines_free(reading->lines);
  pc_paragraph_free(reading->paragraph);
  g_free(reading->text);
  g_free(reading);
}

/* Every cluster of the run but the reading's last gets the gap after it.  All become one cluster
 * for whoever copies the text: characters that stand so far apart would read as words of their own.
 */
static pc_run *space_run(const pc_paragraph *p, const pc_run *from, double gap_em) {
  pc_run *run = g_new0(pc_run, 1);
  *run = *from;
  PangoGlyphString *glyphs = NULL;
  if (from->glyphs.item != NULL) {
    run->glyphs.item = pango_item_copy(from->glyphs.item);
    run->glyphs.glyphs = glyphs = pango_glyph_string_copy(from->glyphs.glyphs);
  }
  int glyph = 0;
  for (int i = 0; i + 1 < p->n && p->clusters[i].end <= from->end; i++) {
    if (p->clusters[i].start < from->start)
      continue;
    run->width += gap_em;
    glyph += p->clusters[i].n_glyphs;
    if (glyphs != NULL && glyph > 0)
      glyphs->glyphs[glyph - 1].geometry.width += (int)lround(gap_em * PC_RUN_EM);
  }
  for (int g = 0; glyphs != NULL && g < glyphs->num_glyphs; g++) {
    glyphs->log_clusters[g] = 0;
    glyphs->glyphs[g].attr.is_cluster_start = g == 0;
  }
  return run;
}

static bool is_japanese(const pc_paragraph *p) {
  for (int i = 0; i < p->n; i++)
    if (p->clusters[i].jclass == PC_JC_WESTERN || p->clusters[i].jclass == PC_JC_WESTERN_SPACE)
      return false;
  return true;
}

void pc_reading_spread(pc_reading *reading, double room) {
  const pc_paragraph *p = reading->paragraph;
  if (p->n < 2 || reading->width >= room || !is_japanese(p))
    return;
  const double free = room - reading->width;
  const double end = MIN(free / p->n / 2, MAX_END_EM);
  const double gap = (free - 2 * end) / (p->n - 1);
  reading->spaced = g_ptr_array_new_with_free_func(free_run);
  double x = 0;
  for (int i = 0; i < reading->n_runs; i++) {
    pc_run *run = space_run(p, reading->runs[i], gap / PC_RUBY_EM);
    run->x += x;
    x += run->width - reading->runs[i]->width;
    g_ptr_array_add(reading->spaced, run);
  }
  reading->runs = (const pc_run *const *)reading->spaced->pdata;
  reading->width += gap * (p->n - 1);
}
