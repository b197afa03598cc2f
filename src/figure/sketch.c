/* sketch.c - the kinds of figures that posterc draws itself.  Layer: figure. */
#include "figure/sketch.h"

#include "doc/lang.h"

struct pc_sketch {
  const pc_sketch_kind *kind;
  void *own;
  char *alt;
};

static const pc_sketch_kind *const kinds[PC_N_BLOCK_KINDS] = {
    [PC_BLOCK_STEPS] = &pc_sketch_steps,     [PC_BLOCK_CHART] = &pc_sketch_chart,
    [PC_BLOCK_DIAGRAM] = &pc_sketch_diagram, [PC_BLOCK_CYCLE] = &pc_sketch_cycle,
    [PC_BLOCK_RINGS] = &pc_sketch_rings,     [PC_BLOCK_QR] = &pc_sketch_qr,
};

static char *make_alt(const pc_sketch *sketch, const pc_maker *maker, const pc_block *block) {
  if (block->figure->alt.text != NULL)
    return g_strdup(block->figure->alt.text);
  GString *text = g_string_new(NULL);
  sketch->kind->describe(sketch->own, pc_lang_is_japanese(maker->doc->lang), text);
  return g_strdelimit(g_string_free(text, FALSE), "\n", ' ');
}

pc_sketch *pc_sketch_new(const pc_maker *maker, const pc_block *block) {
  const pc_sketch_kind *kind = kinds[block->kind];
  g_assert(kind != NULL);
  void *own = kind->make(maker, block);
  if (own == NULL)
    return NULL;
  pc_sketch *sketch = g_new0(pc_sketch, 1);
  sketch->kind = kind;
  sketch->own = own;
  sketch->alt = make_alt(sketch, maker, block);
  return sketch;
}

void pc_sketch_free(pc_sketch *sketch) {
  if (sketch == NULL)
    return;
  sketch->kind->free(sketch->own);
  g_free(sketch->alt);
  g_free(sketch);
}

pc_figure_need pc_sketch_measure(const pc_sketch *sketch, pc_um width, const pc_figure_type *type) {
  pc_figure_need need = sketch->kind->measure(sketch->own, width, type);
  need.least = CLAMP(need.least, 0, PC_UM_TALLEST);
  need.natural = CLAMP(need.natural, need.least, PC_UM_TALLEST);
  return need;
}

pc_drawing *pc_sketch_draw(const pc_sketch *sketch, const pc_figure_type *type, const pc_look *look,
                           pc_rect room) {
  pc_drawing *drawing = pc_drawing_new(room);
  sketch->kind->draw(sketch->own, type, look, drawing);
  return drawing;
}

const char *pc_sketch_alt(const pc_sketch *sketch) {
  return sketch->alt;
}
