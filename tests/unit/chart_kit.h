/* chart_kit.h - a chart's YAML to its sketch without fonts.  Layer: tests. */
#ifndef CHART_KIT_H
#define CHART_KIT_H

#include "doc_fixture.h"
#include "figure/sketch.h"

typedef struct chart_kit {
  decoded poster;
  const pc_slide *slide;
  const pc_block *block;
  pc_measurer *measurer;
  pc_sketch *sketch;
} chart_kit;

static inline const pc_block *find_chart(const pc_slide *slide) {
  for (int i = 0; i < slide->n_blocks; i++) {
    if (slide->blocks[i]->kind == PC_BLOCK_CHART)
      return slide->blocks[i];
  }
  return NULL;
}

static inline void chart_kit_init(chart_kit *kit, const char *chart) {
  g_autofree char *yaml = g_strdup_printf("slides:\n  - chart: %s\n", chart);
  *kit = (chart_kit){.poster = decode(yaml)};
  kit->slide = expect_sound(&kit->poster)->slides[0];
  kit->block = find_chart(kit->slide);
  g_assert_nonnull(kit->block);
  kit->measurer = pc_measurer_new_square();
  const pc_maker maker = {kit->measurer, kit->poster.doc, kit->poster.diags, NULL};
  kit->sketch = pc_sketch_new(&maker, kit->block);
  g_assert_nonnull(kit->sketch);
}

/* A drawing in a room, with labels of that size at the least. */
static inline pc_drawing *chart_kit_draw(const chart_kit *kit, pc_rect room, double least_pt) {
  const pc_figure_type type = {least_pt, least_pt * 1.6};
  const pc_look look = pc_look_resolve_panel(&kit->poster.doc->theme, kit->slide);
  return pc_sketch_draw(kit->sketch, &type, &look, room);
}

/* The label of that text; NULL: it is not drawn. */
static inline const pc_drawn_label *chart_kit_find(const pc_drawing *drawing, const char *text) {
  for (guint i = 0; i < drawing->labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(drawing->labels, pc_drawn_label, i);
    if (strcmp(pc_paragraph_rich(label->text.lines->paragraph)->text, text) == 0)
      return label;
  }
  return NULL;
}

static inline void chart_kit_clear(chart_kit *kit) {
  pc_sketch_free(kit->sketch);
  pc_measurer_free(kit->measurer);
  clear_decoded(&kit->poster);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(chart_kit, chart_kit_clear)

#endif
