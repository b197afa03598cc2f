/* texts.c - the labels of a list.  Layer: figure. */
#include "figure/texts.h"

pc_text_shape pc_text_shape_measure(const pc_label *label, int k) {
  double width = pc_label_find_width(label, k + 1);
  return (pc_text_shape){width, pc_label_height(label, width)};
}

pc_texts *pc_texts_new(const pc_maker *maker, const pc_items *items) {
  pc_texts *texts = g_new0(pc_texts, 1);
  texts->n = items->n;
  texts->labels = g_new0(pc_label *, (gsize)items->n);
  texts->shapes = g_malloc0_n((gsize)items->n, sizeof *texts->shapes);
  for (int i = 0; i < items->n; i++) {
    texts->labels[i] = pc_label_new(maker, items->items[i], true);
    for (int k = 0; k < PC_TEXTS_LINES; k++)
      texts->shapes[i][k] = pc_text_shape_measure(texts->labels[i], k);
  }
  return texts;
}

void pc_texts_free(pc_texts *texts) {
  if (texts == NULL)
    return;
  for (int i = 0; i < texts->n; i++)
    pc_label_free(texts->labels[i]);
  g_free(texts->labels);
  g_free(texts->shapes);
  g_free(texts);
}

pc_text_shape pc_texts_hold(const pc_texts *texts, int k) {
  pc_text_shape all = {1, 1};
  for (int i = 0; i < texts->n; i++) {
    all.width = MAX(all.width, texts->shapes[i][k].width);
    all.height = MAX(all.height, texts->shapes[i][k].height);
  }
  return all;
}

pc_text_shape pc_texts_pick(const pc_texts *texts, int i, int k, double width) {
  for (int part = 0; part < k; part++) {
    if (texts->shapes[i][part].width <= width)
      return texts->shapes[i][part];
  }
  return texts->shapes[i][k];
}

double pc_type_size(const pc_figure_type *type, int step) {
  return type->least_pt + (type->most_pt - type->least_pt) * step / (PC_TYPE_STEPS - 1);
}

void pc_texts_describe(const pc_items *items, bool japanese, GString *out) {
  for (int i = 0; i < items->n; i++) {
    if (i > 0)
      g_string_append(out, japanese ? " → " : " -> ");
    g_string_append(out, items->items[i]->text);
  }
}
