/* relation_labels.c - labels beside their edges, where nothing touches them.  Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

/* From the line, em; further steps outwards where lines are bent or stand close. */
static const double gaps_em[] = {0.3, 0.55, 0.9, 1.4};
/* Places along the line tried one after the other, shares of its length. */
static const double places[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2,
                                0.8, 0.13, 0.87, 0.46, 0.54, 0.38, 0.62, 0.3,
                                0.7, 0.23, 0.77, 0.16, 0.84, 0.1,  0.9};
/* What stays free around a label: as it should be, as it may be, as it must be. */
typedef struct demand {
  double own, lines, tiles;
  double nearer;      /* other lines are as far as its own, times that */
  bool keeps_borders; /* of groups */
} demand;
static const demand demands[] = {
    {0.22, 0.5, 0.4, 1, true}, {0.18, 0.18, 0.15, 0.6, false}, {0.14, 0.12, 0.1, 0, false}};
/* The sine of a line that lies rather than stands. */
static const double lying = 0.45;
/* Steps from the reserved room to the line. */
static const int n_steps = 12;

/* No width: nothing that counts. */
static pc_tile tile_of(const pc_placed *placed, int index) {
  const pc_tile label = placed->edges[index].label;
  return label.w > 0 || placed->is_bold ? label : placed->reserved[index];
}

static bool meets_border(pc_tile label, pc_tile group) {
  bool apart = !pc_tile_overlaps(label, group);
  bool inside = fabs(label.x - group.x) + label.w / 2 < group.w / 2 &&
                fabs(label.y - group.y) + label.h / 2 < group.h / 2;
  return !apart && !inside;
}

static bool meets_groups(const pc_placed *placed, pc_tile label, const demand *want) {
  for (int i = 0; i < placed->relation->n_groups; i++) {
    if (want->keeps_borders &&
        meets_border(pc_tile_grow(label, want->tiles / 2), placed->groups[i]))
      return true;
    if (pc_tile_overlaps(pc_tile_grow(label, want->tiles), placed->group_labels[i]))
      return true;
  }
  return false;
}

static bool meets_tiles(const pc_placed *placed, int index, pc_tile label, const demand *want) {
  const pc_relation *relation = placed->relation;
  pc_tile grown = pc_tile_grow(label, want->tiles);
  for (int i = 0; i < relation->n_nodes; i++) {
    if (pc_tile_overlaps(grown, placed->nodes[i]))
      return true;
  }
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_tile other = tile_of(placed, i);
    if (i != index && other.w > 0 && pc_tile_overlaps(grown, other))
      return true;
  }
  return meets_groups(placed, label, want);
}

static bool is_free(const pc_placed *placed, int index, pc_tile label, const demand *want) {
  if (!pc_tile_is_within(label, (pc_vec){placed->width, placed->height}) ||
      meets_tiles(placed, index, label, want))
    return false;
  for (int i = 0; i < placed->relation->n_edges; i++) {
    double clear = i == index ? want->own : want->lines;
    if (pc_placed_meets(placed, i, pc_tile_grow(label, clear)))
      return false;
  }
  return true;
}

/* A place on a line, and the side of it that a label had better take. */
typedef struct station {
  pc_vec at, side;
} station;

/* What is tried for one label again and again. */
typedef struct search {
  const pc_placed *placed;
  int index;
  station stations[G_N_ELEMENTS(places)];
  size_t n;
} search;

/* Where the line is after a share of its length, and which way it goes. */
static pc_vec find_place(const GArray *flat, double share, pc_vec *along) {
  double at = pc_flat_length(flat) * share;
  *along = pc_vec_toward(pc_flat_at(flat, at - 0.1), pc_flat_at(flat, at + 0.1));
  return pc_flat_at(flat, at);
}

/* Above a line that lies, outwards of one that stands. */
static pc_vec choose_side(const pc_placed *placed, pc_vec at, pc_vec along) {
  pc_vec side = {-along.y, along.x};
  double outwards = side.x * (at.x - placed->width / 2);
  bool lies = fabs(along.y) < lying;
  bool turns = lies ? side.y > 0 : outwards < -1e-6 || (fabs(outwards) <= 1e-6 && side.x < 0);
  return turns ? (pc_vec){-side.x, -side.y} : side;
}

/* The middle of a tile that keeps that distance to a line: level with the place beside a line that
 * stands, above or below one that lies. */
static pc_tile set_beside(pc_tile label, pc_vec at, pc_vec side, double gap) {
  double across = fabs(side.x), down = fabs(side.y);
  if (across < lying) {
    double reach = gap + across * label.w / 2 + down * label.h / 2;
    return (pc_tile){at.x + side.x * reach, at.y + side.y * reach, label.w, label.h};
  }
  double reach = label.w / 2 + (gap + down * label.h / 2) / across;
  return (pc_tile){at.x + (side.x > 0 ? reach : -reach), at.y, label.w, label.h};
}

/* Of two parallel lines each has its label on its outer side. */
static bool is_outer(const pc_placed *placed, int index, pc_vec at, pc_vec side) {
  const pc_relation_edge *own = &placed->relation->edges[index];
  for (int i = 0; i < placed->relation->n_edges; i++) {
    const pc_relation_edge *other = &placed->relation->edges[i];
    bool joins = (other->from == own->from && other->to == own->to) ||
                 (other->from == own->to && other->to == own->from);
    pc_vec along;
    if (i == index || !joins)
      continue;
    pc_vec there = find_place(placed->edges[i].flat, 0.5, &along);
    if ((there.x - at.x) * side.x + (there.y - at.y) * side.y > 0)
      return false;
  }
  return true;
}

/* Another line runs between the label and its own. */
static bool is_parted(const pc_placed *placed, int index, pc_vec at, pc_tile label) {
  const pc_vec way[] = {at, {label.x, label.y}};
  const pc_tile bounds = {(at.x + label.x) / 2, (at.y + label.y) / 2, fabs(at.x - label.x) + 0.01,
                          fabs(at.y - label.y) + 0.01};
  const GArray line = {(char *)way, G_N_ELEMENTS(way)};
  for (int i = 0; i < placed->relation->n_edges; i++) {
    const pc_placed_edge *other = &placed->edges[i];
    if (i != index && pc_tile_overlaps(bounds, other->bounds) &&
        pc_flat_count_crossings(&line, other->flat) > 0)
      return true;
  }
  return false;
}

static bool try_place(const pc_placed *placed, int index, pc_vec at, pc_vec side,
                      const demand *want, pc_tile *label) {
  for (size_t i = 0; i < G_N_ELEMENTS(gaps_em); i++) {
    demand own = *want;
    own.lines = MAX(want->lines, gaps_em[i] * want->nearer);
    pc_tile there = set_beside(placed->reserved[index], at, side, gaps_em[i]);
    if (!is_free(placed, index, there, &own) || is_parted(placed, index, at, there))
      continue;
    *label = there;
    return true;
  }
  return false;
}

static void init_search(search *it, const pc_placed *placed, int index) {
  const bool is_quick = placed->relation->n_edges > PC_RELATION_MANY_EDGES;
  it->placed = placed;
  it->index = index;
  it->n = is_quick ? 3 : G_N_ELEMENTS(places);
  for (size_t i = 0; i < it->n; i++) {
    pc_vec along;
    const pc_vec at = find_place(placed->edges[index].flat, places[i], &along);
    const pc_vec side = choose_side(placed, at, along);
    const bool turns = !is_outer(placed, index, at, side);
    it->stations[i] = (station){at, turns ? (pc_vec){-side.x, -side.y} : side};
  }
}

/* Both sides at each place, the better one first. */
static bool try_line(const search *it, const demand *want, pc_tile *label) {
  for (size_t i = 0; i < it->n; i++) {
    const station *own = &it->stations[i];
    if (try_place(it->placed, it->index, own->at, own->side, want, label) ||
        try_place(it->placed, it->index, own->at, (pc_vec){-own->side.x, -own->side.y}, want,
                  label))
      return true;
  }
  return false;
}

static pc_vec find_nearest(const GArray *flat, pc_vec to) {
  double length = pc_flat_length(flat);
  pc_vec nearest = pc_flat_at(flat, 0);
  for (int i = 1; i <= 4 * n_steps; i++) {
    pc_vec point = pc_flat_at(flat, length * i / (4 * n_steps));
    if (pc_vec_distance(point, to) < pc_vec_distance(nearest, to))
      nearest = point;
  }
  return nearest;
}

/* The room that was reserved is free: from there towards the line as far as it goes. */
static bool try_reserved(const pc_placed *placed, int index, const demand *want, pc_tile *label) {
  pc_tile there = placed->reserved[index];
  if (!is_free(placed, index, there, want))
    return false;
  pc_vec from = {there.x, there.y};
  pc_vec to = find_nearest(placed->edges[index].flat, from);
  if (is_parted(placed, index, to, there))
    return false;
  *label = there;
  for (int i = 1; i <= n_steps; i++) {
    pc_vec at = pc_vec_mix(from, to, (double)i / n_steps);
    there.x = at.x;
    there.y = at.y;
    if (!is_free(placed, index, there, want))
      break;
    *label = there;
  }
  return true;
}

/* Where it goes with its loop. */
static bool try_loop(const pc_placed *placed, int index, const demand *want, pc_tile *label) {
  const pc_tile node = placed->nodes[placed->relation->edges[index].from];
  const pc_tile wanted = pc_tile_grow(placed->reserved[index], PC_RELATION_CLEAR);
  const pc_tile there = pc_tile_grow(
      pc_loop_place_label(node, placed->form->edges[index].side, wanted), -PC_RELATION_CLEAR);
  if (!is_free(placed, index, there, want))
    return false;
  *label = there;
  return true;
}

static bool find_room(const search *it, const demand *want, pc_tile *label) {
  const pc_relation_edge *edge = &it->placed->relation->edges[it->index];
  bool is_beside = edge->from == edge->to ? try_loop(it->placed, it->index, want, label)
                                          : try_line(it, want, label);
  return is_beside || try_reserved(it->placed, it->index, want, label);
}

/* What cannot be as it must be cannot be as it should be. */
static bool try_demands(const search *it, pc_tile *label) {
  const size_t n = G_N_ELEMENTS(demands);
  if (!find_room(it, &demands[n - 1], label))
    return false;
  for (size_t i = 0; i < n; i++) {
    it->placed->edges[it->index].strain = (int)i;
    if (find_room(it, &demands[i], label))
      return true;
  }
  return false;
}

/* With its lines broken as the form has them, else in any way that finds room. */
static void set_label(pc_placed *placed, int index) {
  pc_placed_edge *edge = &placed->edges[index];
  const pc_tile reserved = placed->reserved[index];
  const pc_vec *sizes = placed->relation->edges[index].label_sizes;
  edge->label = reserved;
  search it;
  init_search(&it, placed, index);
  bool is_set = try_demands(&it, &edge->label);
  for (int way = 0; way < PC_FORM_WAYS && !is_set; way++) {
    if (fabs(sizes[way].x - reserved.w) < 0.01)
      continue;
    placed->reserved[index] = (pc_tile){reserved.x, reserved.y, sizes[way].x, sizes[way].y};
    is_set = try_demands(&it, &edge->label);
  }
  if (!is_set)
    placed->reserved[index] = reserved;
  edge->is_loose = !is_set;
}

/* Along the top of the group, where no line runs through it. */
static void set_group_label(pc_placed *placed, int index) {
  pc_tile *label = &placed->group_labels[index];
  double slack = placed->groups[index].w - label->w - 1;
  double left = placed->groups[index].x - placed->groups[index].w / 2 + 0.5 + label->w / 2;
  for (int step = 0; step <= n_steps; step++) {
    label->x = left + MAX(0, slack) * step / n_steps;
    bool is_crossed = false;
    for (int i = 0; i < placed->relation->n_edges && !is_crossed; i++)
      is_crossed = pc_placed_meets(placed, i, pc_tile_grow(*label, 0.2)) ||
                   (placed->reserved[i].w > 0 && pc_tile_overlaps(*label, placed->reserved[i]));
    if (!is_crossed)
      return;
  }
  label->x = left;
}

void pc_placed_set_labels(pc_placed *placed) {
  for (int i = 0; i < placed->relation->n_edges; i++) {
    placed->edges[i].label = (pc_tile){0};
    placed->edges[i].is_loose = false;
  }
  for (int i = 0; i < placed->relation->n_groups; i++) {
    if (placed->group_labels[i].w > 0)
      set_group_label(placed, i);
  }
  int most = 0;
  for (int i = 0; i < placed->relation->n_edges; i++)
    most = MAX(most, placed->edges[i].urgency);
  for (; most >= 0; most--) {
    for (int i = 0; i < placed->relation->n_edges; i++) {
      if (placed->reserved[i].w > 0 && placed->edges[i].urgency == most)
        set_label(placed, i);
    }
  }
}
