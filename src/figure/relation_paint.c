/* relation_paint.c - a placed diagram as shapes and labels on paper.  Layer: figure. */
#include "figure/relation.h"

#include <math.h>

/* em of the nodes' titles */
static const double dash_em = 0.3;

/* What paints: em of the room to paper. */
typedef struct brush {
  const pc_placed *placed;
  pc_drawing *drawing;
  const pc_look *look;
  double size_pt, um; /* um: of one em */
  pc_point origin;
  pc_color line;
} brush;

static pc_point to_paper(const brush *it, pc_vec at) {
  return (pc_point){it->origin.x + (pc_um)lround(at.x * it->um),
                    it->origin.y + (pc_um)lround(at.y * it->um)};
}

/* Outwards to whole micrometres, so that a text has its width. */
static pc_rect tile_to_paper(const brush *it, pc_tile tile) {
  pc_point a = to_paper(it, (pc_vec){tile.x - tile.w / 2, tile.y - tile.h / 2});
  pc_point b = to_paper(it, (pc_vec){tile.x + tile.w / 2, tile.y + tile.h / 2});
  return (pc_rect){a.x, a.y, b.x - a.x, b.y - a.y};
}

static void trace(const brush *it, const pc_curve *curve, bool closed) {
  pc_display *shapes = it->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, to_paper(it, curve->points[0]));
  for (int i = 1; i + 2 < curve->n; i += 3)
    pc_display_curve(shapes, to_paper(it, curve->points[i]), to_paper(it, curve->points[i + 1]),
                     to_paper(it, curve->points[i + 2]));
  if (closed)
    pc_display_close(shapes);
}

static void fill_curve(const brush *it, pc_curve curve, pc_place at, pc_color color) {
  if (curve.n > 0) {
    trace(it, &curve, true);
    pc_display_fill(it->drawing->shapes, at, color);
  }
  pc_curve_clear(&curve);
}

static void stroke_curve(const brush *it, pc_curve curve, bool closed, pc_place at,
                         pc_color color) {
  if (curve.n > 0) {
    trace(it, &curve, closed);
    pc_display_stroke(it->drawing->shapes, at, color, pc_look_weight(pc_drawn.edge, it->size_pt),
                      0);
  }
  pc_curve_clear(&curve);
}

static void set_text(const brush *it, const pc_label *label, pc_tile tile, double scale,
                     pc_label_style style) {
  style.size_pt = it->size_pt * scale;
  style.align = PC_ALIGN_CENTER;
  /* Whole micrometres may take from a line what it needs. */
  pc_drawing_set_label(it->drawing, label, tile_to_paper(it, pc_tile_grow(tile, 0.01)), &style);
}

/* Of a node: its ground, its line, what it is written with. */
typedef struct paints {
  pc_color fill, line, ink;
  bool is_filled;
} paints;

static pc_color find_fill(const pc_look *look, const pc_node_fill *fill) {
  if (fill->palette > 0)
    return pc_look_series(look, fill->palette - 1);
  const bool is_own = fill->color.role == PC_ROLE_ACCENT || fill->color.role == PC_ROLE_SECTION;
  return is_own ? pc_look_drawn_accent(look) : pc_look_resolve_color(look->colors, fill->color);
}

static paints choose_paints(const brush *it, const pc_relation_node *node) {
  const pc_look *look = it->look;
  bool is_bare = node->shape == PC_SHAPE_NONE && !node->fill.is_given;
  paints made = {.line = it->line, .is_filled = !is_bare};
  pc_color fill = node->fill.is_given ? find_fill(look, &node->fill) : pc_look_drawn_box(look);
  if (is_bare || fill.role == PC_ROLE_NONE || fill.a <= 0) {
    made.is_filled = false;
    made.fill = look->ground;
  } else {
    made.fill = fill.a < 1 ? pc_color_mix(fill, look->ground, fill.a) : fill;
  }
  made.ink = pc_look_ink_on(look, made.fill);
  if (node->fill.is_given && pc_look_stands_out(look, made.fill))
    made.line = made.fill;
  return made;
}

static void paint_outline(const brush *it, int index, const paints *with) {
  const pc_relation_node *node = &it->placed->relation->nodes[index];
  pc_tile tile = it->placed->nodes[index];
  bool is_solid = with->is_filled && pc_look_stands_out(it->look, with->fill);
  pc_color inner = is_solid ? with->ink : with->line;
  if (with->is_filled)
    fill_curve(it, pc_outline_make(node->shape, tile), node->at, with->fill);
  if (node->shape != PC_SHAPE_NONE)
    stroke_curve(it, pc_outline_make(node->shape, tile), true, node->at, with->line);
  stroke_curve(it, pc_outline_make_inner(node->shape, tile), false, node->at, inner);
  const pc_node_form *form = &it->placed->form->nodes[index];
  double width = MAX(form->title_em, form->detail_em * PC_RELATION_SMALL);
  for (int part = 0; part < 2; part++)
    fill_curve(it, pc_outline_make_solid(node->shape, tile, width, part), node->at, inner);
}

static void set_node_texts(const brush *it, int index, const paints *with) {
  const pc_relation_node *node = &it->placed->relation->nodes[index];
  const pc_node_form *form = &it->placed->form->nodes[index];
  pc_vec room = pc_outline_text_middle(node->shape, it->placed->nodes[index]);
  double title = pc_label_height(node->title, form->title_em);
  double detail =
      node->detail == NULL ? 0 : pc_label_height(node->detail, form->detail_em) * PC_RELATION_SMALL;
  double all = title + (detail > 0 ? PC_RELATION_DETAIL_GAP + detail : 0);
  const pc_label_style style = {.ink = with->ink, .ground = with->fill};
  pc_tile line = {room.x, room.y - all / 2 + title / 2, form->title_em, title};
  set_text(it, node->title, line, 1, style);
  if (node->detail == NULL)
    return;
  line =
      (pc_tile){room.x, room.y + all / 2 - detail / 2, form->detail_em * PC_RELATION_SMALL, detail};
  set_text(it, node->detail, line, PC_RELATION_SMALL, style);
}

/* A filled point whose tip is where the curve ends. */
static void paint_head(const brush *it, const GArray *flat, bool at_start, pc_place at) {
  double length = pc_flat_length(flat);
  pc_vec tip = pc_flat_at(flat, at_start ? 0 : length);
  pc_vec back =
      pc_flat_at(flat, at_start ? MIN(pc_drawn.head, length) : MAX(0, length - pc_drawn.head));
  pc_vec along = pc_vec_toward(tip, back);
  pc_vec base = {tip.x + along.x * pc_drawn.head, tip.y + along.y * pc_drawn.head};
  pc_vec side = {-along.y * pc_drawn.head_half, along.x * pc_drawn.head_half};
  pc_display *shapes = it->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, to_paper(it, tip));
  pc_display_line(shapes, to_paper(it, (pc_vec){base.x + side.x, base.y + side.y}));
  pc_display_line(shapes, to_paper(it, (pc_vec){base.x - side.x, base.y - side.y}));
  pc_display_close(shapes);
  pc_display_fill(shapes, at, it->line);
}

/* Dashes and gaps of one length that begin and end with a dash. */
static pc_um find_dash(const brush *it, double length_em) {
  double pairs = MAX(1, round((length_em / dash_em - 1) / 2));
  return MAX(1, (pc_um)(length_em / (2 * pairs + 1) * it->um));
}

static void paint_edge(const brush *it, int index) {
  const pc_relation_edge *edge = &it->placed->relation->edges[index];
  const pc_placed_edge *placed = &it->placed->edges[index];
  double length = pc_flat_length(placed->flat);
  if (length <= 0)
    return;
  double inset = MIN(pc_drawn.head * 0.8, length / 3);
  double start = edge->marks & PC_EDGE_TAIL ? inset : 0;
  double end = edge->marks & PC_EDGE_HEAD ? inset : 0;
  pc_curve line = pc_curve_trim(&placed->curve, start, end);
  trace(it, &line, false);
  pc_um dash = edge->marks & PC_EDGE_DASHED ? find_dash(it, length - start - end) : 0;
  pc_display_stroke(it->drawing->shapes, edge->at, it->line,
                    pc_look_weight(pc_drawn.line, it->size_pt), dash);
  pc_curve_clear(&line);
  if (edge->marks & PC_EDGE_HEAD)
    paint_head(it, placed->flat, false, edge->at);
  if (edge->marks & PC_EDGE_TAIL)
    paint_head(it, placed->flat, true, edge->at);
}

static pc_color frame_fill(const pc_look *look) {
  return pc_look_tint(look, look->muted, pc_drawn.frame_tint);
}

static void paint_group(const brush *it, int index) {
  const pc_relation_group *group = &it->placed->relation->groups[index];
  pc_color fill = frame_fill(it->look);
  pc_display *shapes = it->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_rect(shapes, tile_to_paper(it, it->placed->groups[index]),
                  (pc_um)(pc_drawn.frame_corner * it->um));
  pc_display_fill(shapes, group->at, fill);
  const pc_label_style style = {.ink = pc_look_ink_on(it->look, fill), .ground = fill};
  set_text(it, group->label, it->placed->group_labels[index], PC_RELATION_SMALL, style);
}

static pc_color find_ground(const brush *it, pc_tile label) {
  for (int i = 0; i < it->placed->relation->n_groups; i++) {
    if (pc_tile_overlaps(label, it->placed->groups[i]))
      return frame_fill(it->look);
  }
  return it->look->ground;
}

static void set_edge_text(const brush *it, int index) {
  const pc_relation_edge *edge = &it->placed->relation->edges[index];
  pc_tile tile = it->placed->edges[index].label;
  if (edge->label == NULL || tile.w <= 0)
    return;
  const pc_color ground = find_ground(it, tile);
  const pc_label_style style = {.ink = pc_look_ink_on(it->look, ground), .ground = ground};
  set_text(it, edge->label, tile, PC_RELATION_SMALL, style);
}

void pc_placed_paint(const pc_placed *placed, double size_pt, const pc_look *look,
                     pc_drawing *drawing) {
  const pc_relation *relation = placed->relation;
  const brush it = {.placed = placed,
                    .drawing = drawing,
                    .look = look,
                    .size_pt = size_pt,
                    .um = 25400.0 / 72 * size_pt,
                    .origin = {drawing->bounds.x, drawing->bounds.y},
                    .line = pc_look_drawn_line(look)};
  for (int i = 0; i < relation->n_groups; i++)
    paint_group(&it, i);
  for (int i = 0; i < relation->n_edges; i++)
    paint_edge(&it, i);
  for (int i = 0; i < relation->n_nodes; i++) {
    const paints with = choose_paints(&it, &relation->nodes[i]);
    paint_outline(&it, i, &with);
    set_node_texts(&it, i, &with);
  }
  for (int i = 0; i < relation->n_edges; i++)
    set_edge_text(&it, i);
}
