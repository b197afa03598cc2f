/* svg_refs.c - references among the elements of an SVG: missing, misplaced, circular.
 * Layer: figure. */
#include "figure/svg_refs.h"

#include "base/translate.h"

/* An element with an id: the first one that has it. */
typedef struct target {
  const char *id, *element;
} target;

/* Who draws `from` draws `to`.  line 0: not by reference, `to` stands within `from`. */
typedef struct edge {
  int from, to;
  int line;
} edge;

/* line, of which the target need not have been met yet. */
typedef struct reference {
  int owner;
  pc_svg_use use;
  const char *id;
  int line;
} reference;

struct pc_svg_refs {
  GStringChunk *names;
  GHashTable *by_id; /* id: index into targets, from 1 */
  GArray *targets;
  GArray *contained;  /* edge */
  GArray *references; /* reference */
  GArray *owners;     /* int: of each open element, the target that draws it; -1: none */
};

static const struct {
  const char *elements[20]; /* that can be used so */
  const char *what;
} uses[] = {
    [PC_SVG_USE_SHAPE] = {{"a", "circle", "ellipse", "g", "image", "line", "path", "polygon",
                           "polyline", "rect", "svg", "switch", "symbol", "text", "use"},
                          "is to be repeated, but is nothing that can be drawn"},
    [PC_SVG_USE_PAINT] = {{"linearGradient", "radialGradient", "pattern"},
                          "is to colour something, but is no gradient and no pattern"},
    [PC_SVG_USE_CLIP] = {{"clipPath"}, "is to clip something, but is no clipping path"},
    [PC_SVG_USE_MARKER] = {{"marker"}, "is to be set on a line, but is no marker"},
    [PC_SVG_USE_TEMPLATE] = {{"linearGradient", "radialGradient", "pattern"},
                             "is to be built on, but is no gradient and no pattern"},
};

/* What stands in these is drawn by reference only. */
static bool is_set_apart(const char *element) {
  static const char *const apart[] = {"clipPath", "defs", "filter",  "linearGradient",
                                      "marker",   "mask", "pattern", "radialGradient",
                                      "symbol",   NULL};
  return g_strv_contains(apart, element);
}

pc_svg_refs *pc_svg_refs_new(void) {
  pc_svg_refs *refs = g_new0(pc_svg_refs, 1);
  refs->names = g_string_chunk_new(4096);
  refs->by_id = g_hash_table_new(g_str_hash, g_str_equal);
  refs->targets = g_array_new(FALSE, FALSE, sizeof(target));
  refs->contained = g_array_new(FALSE, FALSE, sizeof(edge));
  refs->references = g_array_new(FALSE, FALSE, sizeof(reference));
  refs->owners = g_array_new(FALSE, FALSE, sizeof(int));
  return refs;
}

void pc_svg_refs_free(pc_svg_refs *refs) {
  if (refs == NULL)
    return;
  g_string_chunk_free(refs->names);
  g_hash_table_unref(refs->by_id);
  g_array_unref(refs->targets);
  g_array_unref(refs->contained);
  g_array_unref(refs->references);
  g_array_unref(refs->owners);
  g_free(refs);
}

static int get_owner(const pc_svg_refs *refs) {
  const guint depth = refs->owners->len;
  return depth > 0 ? g_array_index(refs->owners, int, depth - 1) : -1;
}

static int add_target(pc_svg_refs *refs, const char *element, const char *id) {
  const target added = {g_string_chunk_insert(refs->names, id),
                        g_string_chunk_insert_const(refs->names, element)};
  g_array_append_val(refs->targets, added);
  g_hash_table_insert(refs->by_id, (gpointer)added.id, GUINT_TO_POINTER(refs->targets->len));
  return (int)refs->targets->len - 1;
}

static int find_target(const pc_svg_refs *refs, const char *id) {
  return GPOINTER_TO_INT(g_hash_table_lookup(refs->by_id, id)) - 1;
}

void pc_svg_refs_open(pc_svg_refs *refs, const char *element, const char *id) {
  const bool apart = is_set_apart(element);
  const int outer = get_owner(refs);
  int owner = apart ? -1 : outer;
  if (id != NULL && find_target(refs, id) < 0) {
    owner = add_target(refs, element, id);
    const edge inside = {outer, owner, 0};
    if (outer >= 0 && !apart)
      g_array_append_val(refs->contained, inside);
  }
  g_array_append_val(refs->owners, owner);
}

void pc_svg_refs_append(pc_svg_refs *refs, pc_svg_use use, const char *id, int line) {
  const reference added = {get_owner(refs), use, g_string_chunk_insert_const(refs->names, id),
                           line};
  g_array_append_val(refs->references, added);
}

void pc_svg_refs_close(pc_svg_refs *refs) {
  g_array_set_size(refs->owners, refs->owners->len - 1);
}

/* false: reported. */
static bool is_usable(const pc_svg_refs *refs, const reference *ref, pc_svg_fault fault,
                      void *user) {
  static const char hint[] = "open it and export it again, or correct that name";
  const int found = find_target(refs, ref->id);
  g_autofree char *what = NULL;
  if (found < 0)
    what = g_strdup_printf(_("refers to '#%.80s', which is not in it"), ref->id);
  else if (!g_strv_contains(uses[ref->use].elements,
                            g_array_index(refs->targets, target, found).element))
    what = g_strdup_printf(_("refers to '#%.80s', which %s"), ref->id, _(uses[ref->use].what));
  if (what != NULL)
    fault(user, ref->line, what, hint);
  return what == NULL;
}

static int compare_edges(const void *a, const void *b) {
  const edge *left = a, *right = b;
  return left->from != right->from ? left->from - right->from : left->line - right->line;
}

/* All edges by where they begin; targets that do not exist are not among them. */
static GArray *collect_edges(const pc_svg_refs *refs) {
  GArray *edges = g_array_copy(refs->contained);
  for (guint i = 0; i < refs->references->len; i++) {
    const reference *ref = &g_array_index(refs->references, reference, i);
    const edge by_reference = {ref->owner, find_target(refs, ref->id), ref->line};
    if (by_reference.from >= 0 && by_reference.to >= 0)
      g_array_append_val(edges, by_reference);
  }
  g_array_sort(edges, compare_edges);
  return edges;
}

/* A walk that goes as deep as it can: a circle is an edge back onto the way. */
typedef struct walk {
  const GArray *edges;
  int *next;     /* of each target: its next edge to be followed */
  char *is_open; /* it is on the way */
  GArray *way;   /* int: edges that were followed */
} walk;

/* The next edge of a target; -1: all are done. */
static int step(walk *on, int from) {
  const int index = on->next[from];
  if (index >= (int)on->edges->len || g_array_index(on->edges, edge, index).from != from)
    return -1;
  on->next[from]++;
  return index;
}

/* An edge by reference of the circle that `last` closes; containing alone makes none. */
static const edge *find_reference(const walk *on, const edge *last) {
  const edge *found = last;
  for (guint i = on->way->len; found->line == 0 && i > 0; i--)
    found = &g_array_index(on->edges, edge, g_array_index(on->way, int, i - 1));
  return found;
}

/* NULL: no circle is reached from there. */
static const edge *find_circle(walk *on, int start) {
  int at = start;
  on->is_open[at] = true;
  while (true) {
    const int index = step(on, at);
    const edge *one = index >= 0 ? &g_array_index(on->edges, edge, index) : NULL;
    if (one != NULL && on->is_open[one->to])
      return find_reference(on, one);
    if (one != NULL) {
      g_array_append_val(on->way, index);
      at = one->to;
      on->is_open[at] = true;
      continue;
    }
    on->is_open[at] = false;
    if (on->way->len == 0)
      return NULL;
    const int back = g_array_index(on->way, int, on->way->len - 1);
    at = g_array_index(on->edges, edge, back).from;
    g_array_set_size(on->way, on->way->len - 1);
  }
}

static const edge *find_any_circle(const pc_svg_refs *refs, const GArray *edges) {
  const guint n = refs->targets->len;
  g_autofree int *next = g_new0(int, n + 1);
  g_autofree char *is_open = g_new0(char, n + 1);
  g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < n; i++)
    next[i] = (int)edges->len;
  for (int i = (int)edges->len - 1; i >= 0; i--)
    next[g_array_index(edges, edge, i).from] = i;
  walk on = {edges, next, is_open, way};
  const edge *circle = NULL;
  for (guint i = 0; i < n && circle == NULL; i++)
    circle = find_circle(&on, (int)i);
  return circle;
}

void pc_svg_refs_report(const pc_svg_refs *refs, pc_svg_fault fault, void *user) {
  g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < refs->references->len; i++) {
    const reference *ref = &g_array_index(refs->references, reference, i);
    if (!g_hash_table_contains(told, ref->id) && !is_usable(refs, ref, fault, user))
      g_hash_table_add(told, (gpointer)ref->id);
  }
  g_autoptr(GArray) edges = collect_edges(refs);
  const edge *circle = find_any_circle(refs, edges);
  if (circle == NULL)
    return;
  const char *id = g_array_index(refs->targets, target, circle->to).id;
  g_autofree char *what = g_strdup_printf(
      _("draws '#%.80s' within itself, which has no end, so nothing of it is drawn"), id);
  fault(user, circle->line, what, "remove that reference, or let it name another element");
}
