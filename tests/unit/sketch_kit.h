/* sketch_kit.h - one figure that posterc draws, from YAML to its drawing, without fonts; and what
 * holds for every one of them. */
#ifndef PC_TEST_SKETCH_KIT_H
#define PC_TEST_SKETCH_KIT_H

#include <math.h>
#include <string.h>

#include "figure/sketch.h"

typedef struct sketch_kit {
  pc_diags *diags;
  pc_doc *doc;
  pc_measurer *measurer;
  pc_sketch *sketch;
} sketch_kit;

/* yaml: one block, as in "steps: [a, b]". */
static inline void sketch_kit_init(sketch_kit *kit, const char *yaml) {
  pc_decode_options decode = {.file = "poster.yaml"};
  g_autofree char *poster = g_strdup_printf("title: t\nslides:\n  - %s\n", yaml);
  kit->diags = pc_diags_new();
  kit->doc = pc_doc_decode(poster, strlen(poster), &decode, kit->diags);
  g_assert_nonnull(kit->doc);
  g_assert_cmpint(pc_diags_count(kit->diags), ==, 0);
  kit->measurer = pc_measurer_new_square();
  const pc_maker maker = {kit->measurer, kit->doc, kit->diags, NULL};
  kit->sketch = pc_sketch_new(&maker, kit->doc->slides[0]->blocks[0]);
  g_assert_nonnull(kit->sketch);
}

static inline void sketch_kit_clear(sketch_kit *kit) {
  pc_sketch_free(kit->sketch);
  pc_measurer_free(kit->measurer);
  pc_doc_free(kit->doc);
  pc_diags_free(kit->diags);
}

static inline pc_drawing *sketch_kit_draw(const sketch_kit *kit, pc_rect room,
                                          const pc_figure_type *type) {
  const pc_look look = pc_look_resolve_panel(&kit->doc->theme, kit->doc->slides[0]);
  return pc_sketch_draw(kit->sketch, type, &look, room);
}

static inline const pc_drawn_label *label_at(const pc_drawing *drawing, int i) {
  return &g_array_index(drawing->labels, pc_drawn_label, (guint)i);
}

/* The em boxes of its lines, together. */
static inline pc_rect label_bounds(const pc_drawn_label *label) {
  const pc_text_box *text = &label->text;
  pc_rect all = {0};
  for (int i = 0; i < text->lines->count; i++) {
    const double along[] = {0, text->lines->items[i].width};
    const double above[] = {PC_ASCENT_EM, PC_ASCENT_EM - 1};
    pc_rect line = pc_text_box_rect(text, i, along, above);
    pc_um right = MAX(all.x + all.w, line.x + line.w);
    pc_um bottom = MAX(all.y + all.h, line.y + line.h);
    pc_um x = i == 0 ? line.x : MIN(all.x, line.x), y = i == 0 ? line.y : MIN(all.y, line.y);
    if (i == 0)
      right = line.x + line.w, bottom = line.y + line.h;
    all = (pc_rect){x, y, right - x, bottom - y};
  }
  return all;
}

/* The end points of a path. */
static inline pc_rect path_bounds(const pc_display *shapes, const pc_command *command) {
  int count = 0;
  const pc_path_step *steps = pc_display_path(shapes, command, &count);
  pc_um left = G_MAXINT32, top = G_MAXINT32, right = G_MININT32, bottom = G_MININT32;
  for (int i = 0; i < count; i++) {
    if (steps[i].op == PC_OP_CLOSE)
      continue;
    pc_point end = steps[i].p[steps[i].op == PC_OP_CURVE ? 2 : 0];
    left = MIN(left, end.x), right = MAX(right, end.x);
    top = MIN(top, end.y), bottom = MAX(bottom, end.y);
  }
  return (pc_rect){left, top, right - left, bottom - top};
}

/* The n-th command of a kind, or NULL. */
static inline const pc_command *find_command(const pc_display *shapes, pc_command_kind kind,
                                             int n) {
  for (int i = 0; i < pc_display_count(shapes); i++) {
    const pc_command *command = pc_display_at(shapes, i);
    if (command->kind == kind && n-- == 0)
      return command;
  }
  return NULL;
}

static inline int count_commands(const pc_display *shapes, pc_command_kind kind) {
  int count = 0;
  while (find_command(shapes, kind, count) != NULL)
    count++;
  return count;
}

static inline pc_rect fill_bounds(const pc_drawing *drawing, int n) {
  const pc_command *command = find_command(drawing->shapes, PC_COMMAND_FILL, n);
  g_assert_nonnull(command);
  return path_bounds(drawing->shapes, command);
}

/* Rounding of many parts. */
#define SLACK_UM 40

static inline void assert_inside(pc_rect outer, pc_rect inner) {
  if (!pc_rect_contains(pc_rect_inset(outer, -SLACK_UM), inner))
    g_error("%d %d %d x %d is not inside %d %d %d x %d", inner.x, inner.y, inner.w, inner.h,
            outer.x, outer.y, outer.w, outer.h);
}

/* All in its room, no label on another, all of them of a size that was allowed. */
static inline void assert_sound(const pc_drawing *drawing, const pc_figure_type *type) {
  for (int i = 0; i < pc_display_count(drawing->shapes); i++)
    assert_inside(drawing->bounds, path_bounds(drawing->shapes, pc_display_at(drawing->shapes, i)));
  for (guint i = 0; i < drawing->labels->len; i++) {
    const pc_drawn_label *label = label_at(drawing, (int)i);
    pc_rect bounds = label_bounds(label);
    assert_inside(drawing->bounds, bounds);
    g_assert_cmpfloat(label->text.size_pt, >=, type->least_pt - 1e-9);
    g_assert_cmpfloat(label->text.size_pt, <=, type->most_pt + 1e-9);
    g_assert_cmpfloat(pc_color_contrast(label->ink, label->ground), >=, 4.5);
    for (guint j = 0; j < i; j++)
      g_assert_false(pc_rect_overlaps(pc_rect_inset(bounds, SLACK_UM),
                                      label_bounds(label_at(drawing, (int)j))));
  }
}

typedef void (*sketch_check)(const sketch_kit *kit, const pc_drawing *drawing);

/* At many widths, heights and sizes; check: what holds for this kind beyond it, or NULL. */
static inline void assert_everywhere(const char *yaml, sketch_check check) {
  static const double heights[] = {1, 1.2, 2, 5};
  static const pc_figure_type types[] = {{14, 14}, {18, 30}, {24, 36}};
  sketch_kit kit;
  sketch_kit_init(&kit, yaml);
  for (pc_um width = 40000; width <= 840000; width = width * 5 / 4) {
    pc_um before = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
      pc_figure_need need = pc_sketch_measure(kit.sketch, width, &types[i]);
      g_assert_cmpint(need.least, >, 0);
      g_assert_cmpint(need.natural, >=, need.least);
      if (need.overhang > 0)
        break;
      g_assert_cmpint(need.least, >=, before - SLACK_UM);
      before = need.least;
      for (size_t h = 0; h < G_N_ELEMENTS(heights); h++) {
        pc_rect room = {7000, 9000, width, (pc_um)(need.least * heights[h])};
        g_autoptr(pc_drawing) drawing = sketch_kit_draw(&kit, room, &types[i]);
        assert_sound(drawing, &types[i]);
        if (check != NULL)
          check(&kit, drawing);
      }
    }
  }
  sketch_kit_clear(&kit);
}

/* A draft may have too little room: still nothing outside of it, and no crash. */
static inline void assert_squeezed(const char *yaml) {
  const pc_figure_type type = {18, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, yaml);
  for (pc_um side = 0; side < 60000; side = side * 2 + 1000) {
    g_autoptr(pc_drawing) drawing = sketch_kit_draw(&kit, (pc_rect){0, 0, 200000, side}, &type);
    for (int i = 0; i < pc_display_count(drawing->shapes) && side > 2000; i++)
      assert_inside(drawing->bounds,
                    path_bounds(drawing->shapes, pc_display_at(drawing->shapes, i)));
  }
  sketch_kit_clear(&kit);
}

/* "steps: [text, text]" of so many texts; the caller frees it. */
static inline char *list_texts(const char *kind, int n, const char *text, const char *more) {
  GString *yaml = g_string_new(NULL);
  g_string_append_printf(yaml, "%s: {items: [", kind);
  for (int i = 0; i < n; i++)
    g_string_append_printf(yaml, "%s\"%s\"", i > 0 ? ", " : "", text);
  g_string_append_printf(yaml, "]%s}", more);
  return g_string_free(yaml, FALSE);
}

static const char *const sample_texts[] = {"相談", "介入の承諾を得る", "患者\\n（会員）",
                                           "専門職（医師、看護師、作業療法士、社会福祉士）",
                                           "An agreement with everyone concerned"};

#endif
