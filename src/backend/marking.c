/* marking.c - the elements of a display, and what is drawn in each.  Layer: backend. */
#include "backend/marking.h"

#define N_HEADINGS (PC_TAG_H6 - PC_TAG_H1 + 1)

/* What each tag may hold: only tags at the end of the tree hold drawing, what is drawn between
 * them is ornament. */
static const bool holds_content[PC_N_TAGS] = {
    [PC_TAG_H1] = true,    [PC_TAG_H2] = true,   [PC_TAG_H3] = true,     [PC_TAG_H4] = true,
    [PC_TAG_H5] = true,    [PC_TAG_H6] = true,   [PC_TAG_P] = true,      [PC_TAG_LBL] = true,
    [PC_TAG_TH] = true,    [PC_TAG_TD] = true,   [PC_TAG_FIGURE] = true, [PC_TAG_CAPTION] = true,
    [PC_TAG_SPAN] = true,  [PC_TAG_LINK] = true, [PC_TAG_RB] = true,     [PC_TAG_RT] = true,
    [PC_TAG_LBODY] = true,
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
  GArray *open;  /* int: the elements that are open around it */
  GArray *clips; /* pc_rect: what is seen within each open one */
  int n_levels;  /* headings that the last one stands below, and itself */
  pc_tag levels[N_HEADINGS];
} walk;

static pc_element *get_element(const pc_marking *marking, int index) {
  return &g_array_index(marking->elements, pc_element, index);
}

const pc_element *pc_marking_at(const pc_marking *marking, int index) {
  return get_element(marking, index);
}

/* A heading stands one level below the last one that is above it, whatever was written. */
static pc_tag find_tag(walk *w, pc_tag tag) {
  if (!pc_tag_is_heading(tag))
    return tag;
  while (w->n_levels > 0 && w->levels[w->n_levels - 1] >= tag)
    w->n_levels--;
  w->levels[w->n_levels++] = tag;
  return (pc_tag)(PC_TAG_H1 + w->n_levels - 1);
}

/* The last element; of an RT the ruby with its number. */
static int find_parent(const walk *w, const pc_command *command) {
  if (command->tag.tag != PC_TAG_RT)
    return w->element;
  int i = (int)w->marking->elements->len - 1;
  while (i >= 0) {
    const pc_command *begin = get_element(w->marking, i)->begin;
    if (begin->tag.tag == PC_TAG_RUBY && begin->tag.number == command->tag.number)
      return i;
    i--;
  }
  return w->element;
}

static void append_kid(walk *w, int parent, pc_kid kid) {
  if (parent >= 0)
    g_array_append_val(get_element(w->marking, parent)->kids, kid);
}

static GArray *new_lines(pc_tag tag) {
  return tag == PC_TAG_LINK ? g_array_new(FALSE, FALSE, sizeof(pc_rect)) : NULL;
}

static void begin_element(walk *w, const pc_command *command) {
  w->content = -1;
  if (command->tag.tag == PC_TAG_ARTIFACT || w->artifacts > 0) {
    w->artifacts++;
    return;
  }
  const int parent = find_parent(w, command);
  pc_element element = {.begin = command,
                        .tag = find_tag(w, command->tag.tag),
                        .parent = parent,
                        .kids = g_array_new(FALSE, FALSE, sizeof(pc_kid)),
                        .bounds = {0, 0, -1, -1},
                        .lines = new_lines(command->tag.tag)};
  int index = (int)w->marking->elements->len;
  g_array_append_val(w->marking->elements, element);
  append_kid(w, parent, (pc_kid){false, index});
  g_array_append_val(w->open, w->element);
  w->element = index;
}

static void end_element(walk *w) {
  w->content = -1;
  if (w->artifacts > 0) {
    w->artifacts--;
    return;
  }
  w->element = g_array_index(w->open, int, w->open->len - 1);
  g_array_set_size(w->open, w->open->len - 1);
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

/* Of what the command draws; w < 0: nothing. */
static pc_rect find_bounds(const walk *w, const pc_command *command) {
  pc_rect bounds = {0, 0, -1, -1};
  if (command->kind == PC_COMMAND_IMAGE)
    extend(&bounds, command->image.rect);
  else if (command->kind == PC_COMMAND_RUN)
    extend(&bounds, run_bounds(command));
  else
    extend_by_path(w, &bounds, command);
  return bounds;
}

static pc_rect intersect(pc_rect a, pc_rect b) {
  const pc_um x = MAX(a.x, b.x), y = MAX(a.y, b.y);
  const pc_um right = MIN(a.x + a.w, b.x + b.w), bottom = MIN(a.y + a.h, b.y + b.h);
  const bool meet = a.w >= 0 && b.w >= 0 && right >= x && bottom >= y;
  return meet ? (pc_rect){x, y, right - x, bottom - y} : (pc_rect){0, 0, -1, -1};
}

/* What is seen of the bounds within the page and the open clips. */
static pc_rect see_bounds(const walk *w, pc_rect bounds) {
  return intersect(bounds, g_array_index(w->clips, pc_rect, w->clips->len - 1));
}

/* Nothing is drawn beyond the bleed. */
static pc_rect find_page(const pc_display *display) {
  const pc_size trim = pc_display_trim(display);
  const pc_um bleed = pc_display_bleed(display);
  return (pc_rect){-bleed, -bleed, trim.w + 2 * bleed, trim.h + 2 * bleed};
}

static void begin_clip(walk *w, const pc_command *command) {
  pc_rect bounds = {0, 0, -1, -1};
  extend_by_path(w, &bounds, command);
  const pc_rect seen = see_bounds(w, bounds);
  g_array_append_val(w->clips, seen);
}

/* Whether b goes on where a stands: the same line, or the same figure. */
static bool is_same_line(pc_rect a, pc_rect b, const pc_run *run) {
  if (run == NULL)
    return intersect(a, b).w >= 0;
  return run->vertical ? a.x == b.x && a.w == b.w : a.y == b.y && a.h == b.h;
}

static void extend_lines(GArray *lines, pc_rect by, const pc_run *run) {
  pc_rect *last = lines->len > 0 ? &g_array_index(lines, pc_rect, lines->len - 1) : NULL;
  if (last != NULL && is_same_line(*last, by, run))
    extend(last, by);
  else
    g_array_append_val(lines, by);
}

static void extend_elements(const walk *w, const pc_command *command) {
  const pc_rect seen = see_bounds(w, find_bounds(w, command));
  const pc_run *run = command->kind == PC_COMMAND_RUN ? command->run.run : NULL;
  for (int i = w->element; i >= 0 && seen.w >= 0; i = get_element(w->marking, i)->parent) {
    pc_element *element = get_element(w->marking, i);
    extend(&element->bounds, seen);
    if (element->lines != NULL)
      extend_lines(element->lines, seen, run);
  }
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
  extend_elements(w, command);
  return w->content;
}

static void visit_command(walk *w, int index) {
  const pc_command *command = pc_display_at(w->display, index);
  if (command->kind == PC_COMMAND_BEGIN)
    begin_element(w, command);
  else if (command->kind == PC_COMMAND_CLIP)
    begin_clip(w, command);
  w->marking->contents[index] = find_content(w, command);
  if (command->kind == PC_COMMAND_END)
    end_element(w);
  else if (command->kind == PC_COMMAND_UNCLIP)
    g_array_set_size(w->clips, w->clips->len - 1);
}

pc_marking *pc_marking_new(const pc_display *display) {
  int count = pc_display_count(display);
  pc_marking *marking = g_new0(pc_marking, 1);
  marking->elements = g_array_new(FALSE, FALSE, sizeof(pc_element));
  marking->contents = g_new(int, (gsize)MAX(count, 1));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GArray) clips = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  walk w = {.display = display,
            .marking = marking,
            .element = -1,
            .content = -1,
            .open = open,
            .clips = clips};
  const pc_rect page = find_page(display);
  g_array_append_val(clips, page);
  for (int i = 0; i < count; i++)
    visit_command(&w, i);
  return marking;
}

void pc_marking_free(pc_marking *marking) {
  if (marking == NULL)
    return;
  for (guint i = 0; i < marking->elements->len; i++) {
    g_array_unref(get_element(marking, (int)i)->kids);
    g_clear_pointer(&get_element(marking, (int)i)->lines, g_array_unref);
  }
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
