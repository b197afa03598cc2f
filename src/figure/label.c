/* label.c - short texts of figures.  Layer: figure. */
#include "figure/label.h"

#include <math.h>
#include <string.h>

/* A measure that is exactly as wide as a line holds it. */
static const double slack_em = 1e-4;

static pc_rich *copy_text(const char *text, pc_place at) {
  size_t length = strlen(text);
  pc_rich *rich = g_malloc0(sizeof *rich + sizeof(pc_span) + length + 1);
  pc_span *span = (pc_span *)(rich + 1);
  char *copy = (char *)(span + 1);
  memcpy(copy, text, length + 1);
  *span = (pc_span){.end = (int)length};
  *rich = (pc_rich){
      .text = copy, .length = (int)length, .at = at, .n_spans = length > 0, .spans = span};
  return rich;
}

pc_label *pc_label_new(const pc_maker *maker, const pc_rich *rich, bool strong) {
  pc_label *label = g_new0(pc_label, 1);
  if (rich == NULL || rich->length == 0)
    return label;
  pc_text_style style = {.face = strong ? PC_FACE_HEADING : PC_FACE_BODY,
                         .bold = strong,
                         .is_heading = true,
                         .rules = &maker->doc->theme.text};
  label->paragraph = pc_paragraph_new(maker->measurer, rich, &style, maker->diags);
  label->full_em = pc_paragraph_width(label->paragraph);
  label->least_em = pc_paragraph_min_width(label->paragraph);
  label->phrase_em = MAX(label->least_em, pc_paragraph_phrase_width(label->paragraph));
  return label;
}

pc_label *pc_label_new_text(const pc_maker *maker, const char *text, pc_place at, bool strong) {
  pc_rich *own = copy_text(text, at);
  pc_label *label = pc_label_new(maker, own, strong);
  label->own = own;
  return label;
}

void pc_label_free(pc_label *label) {
  if (label == NULL)
    return;
  pc_paragraph_free(label->paragraph);
  g_free(label->own);
  g_free(label);
}

static int count_lines(const pc_label *label, double width_em) {
  return label->paragraph == NULL ? 0 : pc_paragraph_count(label->paragraph, width_em + slack_em);
}

double pc_label_height(const pc_label *label, double width_em) {
  int lines = count_lines(label, width_em);
  if (lines == 0)
    return 0;
  double line = pc_text_line(label->paragraph, PC_LABEL_LINE_EM);
  double head = pc_paragraph_has_ruby(label->paragraph) ? PC_RUBY_HEAD_EM : 0;
  return head + 1 + line * (lines - 1);
}

static double find_counted_width(const pc_label *label, int lines) {
  double low = label->phrase_em;
  double high = label->full_em;
  if (count_lines(label, low) <= lines)
    return low;
  if (count_lines(label, high) > lines)
    return high;
  while (high - low > 0.05) {
    double middle = (low + high) / 2;
    if (count_lines(label, middle) <= lines)
      high = middle;
    else
      low = middle;
  }
  return high;
}

double pc_label_find_width(const pc_label *label, int lines) {
  static const double step_em = 0.25, most_em = 60;
  double width = find_counted_width(label, lines);
  if (label->paragraph == NULL || label->full_em > most_em)
    return width;
  while (width < label->full_em && !pc_paragraph_keeps_phrases(label->paragraph, width + slack_em))
    width += step_em;
  return MIN(width, MAX(label->full_em, label->least_em));
}

double pc_label_extent(const pc_label *label, double width_em) {
  if (label->paragraph == NULL)
    return 0;
  g_autoptr(pc_lines) set = pc_paragraph_break(label->paragraph, width_em + slack_em);
  double most = 0;
  for (int i = 0; i < set->count; i++)
    most = MAX(most, set->items[i].indent + set->items[i].width);
  return most;
}
