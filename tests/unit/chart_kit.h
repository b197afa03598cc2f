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
  const pc_maker maker = {kit->measurer, kit->poster.doc, kit->poster.diags};
  kit->sketch = pc_sketch_new(&maker, kit->block);
  g_assert_nonnull(kit->sketch);
}

static inline void chart_kit_clear(chart_kit *kit) {
  pc_sketch_free(kit->sketch);
  pc_measurer_free(kit->measurer);
  clear_decoded(&kit->poster);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(chart_kit, chart_kit_clear)

#endif
