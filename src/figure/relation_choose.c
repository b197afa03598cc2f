/* relation_choose.c - which form of a relation diagram a room takes, and at what size.
 * Layer: figure. */
#include "figure/relation_form.h"

/* The author's own direction gives way only where labels become so much larger. */
static const double turn_gain = 1.25;
/* Room to breathe, times the height of a form. */
static const double natural_height = 1.3;

static double least_size(const pc_figure_type *type) {
  return type->least_pt / PC_RELATION_SMALL;
}

static double most_size(const pc_figure_type *type) {
  return MAX(type->most_pt, least_size(type));
}

static const pc_form *form_at(const pc_relation *it, guint index) {
  return g_ptr_array_index(it->forms, index);
}

static const pc_form *find_narrowest(const pc_relation *it) {
  const pc_form *narrowest = form_at(it, 0);
  for (guint i = 1; i < it->forms->len; i++) {
    if (form_at(it, i)->width < narrowest->width)
      narrowest = form_at(it, i);
  }
  return narrowest;
}

/* The lowest of those that are no wider than that, em; the narrowest where all are. */
static const pc_form *find_lowest(const pc_relation *it, double width) {
  const pc_form *lowest = NULL;
  for (guint i = 0; i < it->forms->len; i++) {
    const pc_form *form = form_at(it, i);
    if (form->width <= width && (lowest == NULL || form->height < lowest->height))
      lowest = form;
  }
  return lowest != NULL ? lowest : find_narrowest(it);
}

pc_figure_need pc_relation_measure(const pc_relation *it, pc_um width, const pc_figure_type *type) {
  double least = least_size(type);
  const pc_form *narrowest = find_narrowest(it);
  const pc_form *low = find_lowest(it, pc_text_measure(width, least));
  double over = pc_text_width(narrowest->width, least) - (double)width;
  double natural =
      MAX(least, MIN(most_size(type), least * pc_text_measure(width, least) / narrowest->width));
  const pc_form *large = find_lowest(it, pc_text_measure(width, natural));
  return (pc_figure_need){
      .least = pc_text_width(low->height, least),
      .natural = pc_text_width(large->height * natural_height, natural),
      .overhang = MAX(0, over),
  };
}

/* The size of labels at which it fills its room in one direction. */
static double find_size(const pc_form *form, pc_rect room) {
  double wide = pc_um_to_pt(room.w) / form->width;
  double high = pc_um_to_pt(room.h) / form->height;
  return MIN(wide, high);
}

/* How much of the room it has when it is not drawn apart. */
static double find_filling(const pc_form *form, pc_rect room, double size) {
  double wide = pc_um_to_pt(room.w) / (form->width * size);
  double high = pc_um_to_pt(room.h) / (form->height * size);
  return MIN(wide, high) / MAX(wide, high);
}

/* The largest labels, and among forms with labels of one size the one most like the room. */
static const pc_form *choose_form(const pc_relation *it, pc_rect room, const pc_figure_type *type) {
  const pc_form *best = NULL;
  double best_score = -1;
  for (guint i = 0; i < it->forms->len; i++) {
    const pc_form *form = form_at(it, i);
    double size = MIN(find_size(form, room), most_size(type));
    double penalty = form->is_turned && it->direction != PC_DIAGRAM_AUTO ? turn_gain : 1;
    double fits = size >= least_size(type) ? 1 : 0;
    double score = fits * 10 + (size / most_size(type)) / penalty +
                   0.2 * find_filling(form, room, size) / penalty - 0.12 * form->flaws;
    if (score > best_score) {
      best_score = score;
      best = form;
    }
  }
  return best;
}

pc_placed *pc_relation_place(const pc_relation *relation, const pc_figure_type *type, pc_rect room,
                             double *size_pt) {
  const pc_form *form = choose_form(relation, room, type);
  *size_pt = MIN(find_size(form, room), most_size(type));
  const pc_vec em = {pc_um_to_pt(room.w) / *size_pt, pc_um_to_pt(room.h) / *size_pt};
  g_autoptr(pc_placed) placed = pc_placed_new(relation, form, em);
  if (relation->n_edges > PC_RELATION_MANY_EDGES)
    return g_steal_pointer(&placed);
  /* Labels that stand elsewhere than was reserved leave more room to draw it apart. */
  g_autoptr(pc_form) found = pc_placed_copy_form(placed);
  g_autoptr(pc_placed) again = pc_placed_new(relation, found, em);
  if (!pc_placed_is_free(again))
    return g_steal_pointer(&placed);
  again->own_form = g_steal_pointer(&found);
  return g_steal_pointer(&again);
}
