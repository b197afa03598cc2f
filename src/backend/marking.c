/* marking.c - the elements of a display, and what is drawn in each.  Layer: backend. */
#include "backend/marking.h"

/* What each tag may hold: only tags at the end of the tree hold drawing, what is drawn between
 * them is ornament. */
static const bool holds_content[PC_N_TAGS] = {
    [PC_TAG_H1] = true,     [PC_TAG_H2] = true,      [PC_TAG_H3] = true, [PC_TAG_P] = true,
    [PC_TAG_LBL] = true,    [PC_TAG_LBODY] = true,   [PC_TAG_TH] = true, [PC_TAG_TD] = true,
    [PC_TAG_FIGURE] = true, [PC_TAG_CAPTION] = true,
};

static const bool is_drawing[] = {
    [PC_COMMAND_FILL] = true,   [PC_COMMAND_STROKE] = true, [PC_COMMAND_RUN] = true,
    [PC_COMMAND_IMAGE] = true,  [PC_COMMAND_CLIP] = false,  [PC_COMMAND_UNCLIP] = false,
    [PC_COMMAND_BEGIN] = false, [PC_COMMAND_END] = false,
};

/* The walk over the commands. */
typedef struct walk {
  const pc_display *display;
  pc_marking *marking;
  int element;   /* innermost open one; -1 */
  int artifacts; /* open ones */
  int content;   /* open stretch of drawing, -1 */
  int raise;     /* of headings: a document without H1 begins with H2 */
} walk;

static pc_element *get_element(const pc_marking *marking, int index) {
  return &g_array_index(marking->elements, pc_element, index);
}

const pc_element *pc_marking_at(const pc_marking *marking, int index) {
  return get_element(marking, index);
}

static pc_tag find_tag(const walk *w, pc_tag tag) {
  bool is_heading = tag >= PC_TAG_H1 && tag <= PC_TAG_H3;
  return is_heading ? (pc_tag)MAX((int)PC_TAG_H1, (int)tag - w->raise) : tag;
}

static void append_kid(walk *w, int parent, pc_kid kid) {
  if (parent >= 0)
    g_array_append_val(get_element(w->marking, parent)->kids, kid);
}

static void begin_element(walk *w, const pc_command *command) {
  w->content = -1;
  if (command->tag.tag == PC_TAG_ARTIFACT || w->artifacts > 0) {
    w->artifacts++;
    return;
  }
  pc_element element = {.begin = command,
                        .tag = find_tag(w, command->tag.tag),
                        .parent = w->element,
                        .kids = g_array_new(FALSE, FALSE, sizeof(pc_kid)),
                        .bounds = {0, 0, -1, -1}};
  int index = (int)w->marking->elements->len;
  g_array_append_val(w->marking->elements, element);
  append_kid(w, w->element, (pc_kid){false, index});
  w->element = index;
}

static void end_element(walk *w) {
  w->content = -1;
  if (w->artifacts > 0)
    w->artifacts--;
  else
    w->element = get_element(w->marking, w->element)->parent;
}

static void extend(pc_rect *bounds, pc_rect by) {
  if (bounds->w < 0) {
    *bounds = by;
    return;
  }
  pc_um right = MAX(bounds->x + bounds->w, by.x + by.w);
  pc_um bottom = MAX(bounds->y + bounds->h, by.y + by.h);
  bounds->x = MIN(bounds->x, by.x);
  bounds->y = MIN(bounds->y, by.y);
  bounds->w = right - bounds->x;
  bounds->h = bottom - bounds->y;
}

static void extend_by_path(const walk *w, pc_rect *bounds, const pc_command *command) {
  static const int points[] = {
      [PC_OP_MOVE] = 1, [PC_OP_LINE] = 1, [PC_OP_CURVE] = 3, [PC_OP_CLOSE] = 0};
  int count;
  const pc_path_step *steps = pc_display_path(w->display, command, &count);
  for (int i = 0; i < count; i++) {
    for (int k = 0; k < points[steps[i].op]; k++)
      extend(bounds, (pc_rect){steps[i].p[k].x, steps[i].p[k].y, 0, 0});
  }
}

/* Near enough for a place to jump to: a run's em boxes without what its glyphs stick out. */
static pc_rect run_bounds(const pc_command *command) {
  const pc_um em = pc_um_from_pt(command->run.size_pt);
  const pc_um along = (pc_um)(command->run.run->width * em);
  const pc_um above = (pc_um)(em * PC_ASCENT_EM);
  const pc_point at = command->run.origin;
  if (command->run.run->vertical)
    return (pc_rect){at.x + above - em, at.y, em, along};
  return (pc_rect){at.x, at.y - above, along, em};
}

static void extend_bounds(const walk *w, int element, const pc_command *command) {
  pc_rect *bounds = &get_element(w->marking, element)->bounds;
  if (command->kind == PC_COMMAND_IMAGE)
    extend(bounds, command->image.rect);
  else if (command->kind == PC_COMMAND_RUN)
    extend(bounds, run_bounds(command));
  else if (command->kind == PC_COMMAND_FILL || command->kind == PC_COMMAND_STROKE)
    extend_by_path(w, bounds, command);
}

/* One stretch of drawing without a tag in between is one content. */
static int find_content(walk *w, const pc_command *command) {
  if (command->kind == PC_COMMAND_CLIP || command->kind == PC_COMMAND_UNCLIP)
    return w->content;
  if (!is_drawing[command->kind] || w->artifacts > 0 || w->element < 0 ||
      !holds_content[get_element(w->marking, w->element)->tag])
    return -1;
  if (w->content < 0) {
    w->content = w->marking->n_contents++;
    append_kid(w, w->element, (pc_kid){true, w->content});
  }
  for (int i = w->element; i >= 0; i = get_element(w->marking, i)->parent)
    extend_bounds(w, i, command);
  return w->content;
}

static void visit_command(walk *w, int index) {
  const pc_command *command = pc_display_at(w->display, index);
  if (command->kind == PC_COMMAND_BEGIN)
    begin_element(w, command);
  w->marking->contents[index] = find_content(w, command);
  if (command->kind == PC_COMMAND_END)
    end_element(w);
}

static bool has_title(const pc_display *display) {
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_BEGIN && command->tag.tag == PC_TAG_H1)
      return true;
  }
  return false;
}

pc_marking *pc_marking_new(const pc_display *display) {
  int count = pc_display_count(display);
  pc_marking *marking = g_new0(pc_marking, 1);
  marking->elements = g_array_new(FALSE, FALSE, sizeof(pc_element));
  marking->contents = g_new(int, (gsize)MAX(count, 1));
  walk w = {.display = display,
            .marking = marking,
            .element = -1,
            .content = -1,
            .raise = has_title(display) ? 0 : 1};
  for (int i = 0; i < count; i++)
    visit_command(&w, i);
  return marking;
}

void pc_marking_free(pc_marking *marking) {
  if (marking == NULL)
    return;
  for (guint i = 0; i < marking->elements->len; i++)
    g_array_unref(get_element(marking, (int)i)->kids);
  g_array_unref(marking->elements);
  g_free(marking->contents);
  g_free(marking);
}

bool pc_marking_is_empty(const pc_marking *marking, int index) {
  const pc_element *element = pc_marking_at(marking, index);
  if (element->tag == PC_TAG_TD || element->tag == PC_TAG_TH || element->tag == PC_TAG_TR)
    return false;
  for (guint i = 0; i < element->kids->len; i++) {
    const pc_kid *kid = &g_array_index(element->kids, pc_kid, i);
    if (kid->is_content || !pc_marking_is_empty(marking, kid->index))
      return false;
  }
  return true;
}
