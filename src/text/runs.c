/* runs.c - lines at one measure, with the glyphs to paint.  Layer: text. */
#include <math.h>

#include "text/line.h"
#include "text/ornament.h"
#include "text/ruby.h"
#include "text/shape.h"

/* Glyph boxes that overlap by more are one cluster: readers of PDF take them for two lines
 * (poppler's bound is .2 em). */
#define MAX_OVERLAP_EM 0.12

/* Lines and all that hangs on them; pc_lines is its head. */
typedef struct line_store {
  pc_lines lines;
  pc_line *items;
  GPtrArray *runs; /* of all lines, in order */
  pc_ornaments ornaments;
} line_store;

/* A line with its places. */
typedef struct setting {
  const pc_paragraph *paragraph;
  pc_line_fit fit;
  pc_line_slack slack;
  double indent;
} setting;

static void free_run(void *data) {
  pc_run *run = data;
  if (run->glyphs.item != NULL) {
    pango_item_free(run->glyphs.item);
    pango_glyph_string_free(run->glyphs.glyphs);
  }
  g_free(run);
}

/* Left edge of a cluster's body, em from the line's start. */
static double get_x(const setting *s, int i) {
  return pc_line_x(s->paragraph, &s->fit, &s->slack, i) - s->indent;
}

/* Where the room of a cluster ends: the next body, or the line's end. */
static double get_end(const setting *s, int i) {
  if (i < s->fit.last)
    return get_x(s, i + 1);
  return get_x(s, i) + s->paragraph->clusters[i].body + s->slack.end;
}

/* A line that cannot be broken may be longer than any paper: what lies beyond so many em is stacked
 * there, out of sight, so that differences stay in range. */
#define MAX_LINE_EM 1000.0

static int to_units(double em) {
  return (int)lround(CLAMP(em, -MAX_LINE_EM, MAX_LINE_EM) * PC_RUN_EM);
}

static const pc_span *get_span(const pc_paragraph *p, int i) {
  const int span = p->clusters[i].span;
  return span < 0 ? NULL : &p->rich->spans[span];
}

static bool is_same_run(const pc_paragraph *p, int a, int b) {
  const pc_span *one = get_span(p, a);
  const pc_span *other = get_span(p, b);
  if (p->clusters[a].item != p->clusters[b].item || !pc_ruby_joins(p, a, b))
    return false;
  return one == other || (one != NULL && other != NULL && one->marks == other->marks &&
                          g_strcmp0(one->href, other->href) == 0 && one->lang == other->lang);
}

static double get_advance(const pc_paragraph *p, int i) {
  const pc_cluster *c = &p->clusters[i];
  int width = 0;
  for (int g = 0; g < c->n_glyphs; g++)
    width += p->items[c->item].glyphs->glyphs[c->glyph + g].geometry.width;
  return width / PC_RUN_EM;
}

/* Whether the glyph box of cluster i runs into the next one's, both trimmed. */
static bool overlaps_next(const setting *s, int i) {
  const pc_paragraph *p = s->paragraph;
  const pc_cluster *next = &p->clusters[i + 1];
  if (((p->clusters[i].flags | next->flags) & PC_CLUSTER_SPACE) != 0)
    return false;
  const double box_end = get_x(s, i) - p->clusters[i].left + get_advance(p, i);
  return box_end - (get_x(s, i + 1) - next->left) > MAX_OVERLAP_EM;
}

/* Copies a cluster's glyphs; its room goes to the last of them.  Ends are rounded, not widths, so
 * that nothing adds up. */
static void copy_glyphs(const setting *s, int i, int number, PangoGlyphString *to, int at) {
  const pc_cluster *c = &s->paragraph->clusters[i];
  const PangoGlyphString *from = s->paragraph->items[c->item].glyphs;
  int rest = to_units(get_end(s, i)) - to_units(get_x(s, i));
  for (int g = 0; g < c->n_glyphs; g++) {
    PangoGlyphInfo *glyph = &to->glyphs[at + g];
    *glyph = from->glyphs[c->glyph + g];
    glyph->geometry.x_offset -= to_units(c->left);
    if (g + 1 == c->n_glyphs)
      glyph->geometry.width = rest;
    rest -= glyph->geometry.width;
    to->log_clusters[at + g] = number;
  }
}

static PangoGlyphString *copy_slice(const setting *s, int first, int last) {
  const pc_paragraph *p = s->paragraph;
  int n_glyphs = 0;
  for (int i = first; i <= last; i++)
    n_glyphs += p->clusters[i].n_glyphs;
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_glyph_string_set_size(glyphs, n_glyphs);
  int at = 0;
  int number = 0;
  for (int i = first; i <= last; i++) {
    const bool joined = i > first && overlaps_next(s, i - 1);
    if (!joined)
      number = p->clusters[i].start - p->clusters[first].start;
    copy_glyphs(s, i, number, glyphs, at);
    if (joined && p->clusters[i].n_glyphs > 0)
      glyphs->glyphs[at].attr.is_cluster_start = 0;
    at += p->clusters[i].n_glyphs;
  }
  return glyphs;
}

static PangoItem *make_item(const pc_paragraph *p, PangoFont *font, const pc_run *run) {
  PangoItem *item = pango_item_new();
  item->offset = run->start;
  item->length = run->end - run->start;
  item->num_chars = (int)g_utf8_strlen(p->rich->text + run->start, item->length);
  item->analysis.font = g_object_ref(font);
  item->analysis.language = pc_shape_language(run->lang);
  item->analysis.gravity = PANGO_GRAVITY_SOUTH;
  return item;
}

static pc_run *make_run(const setting *s, int first, int last) {
  const pc_paragraph *p = s->paragraph;
  const pc_span *span = get_span(p, first);
  const int item = p->clusters[first].item;
  pc_run *run = g_new0(pc_run, 1);
  run->text = p->rich->text;
  run->start = p->clusters[first].start;
  run->end = p->clusters[last].end;
  run->x = get_x(s, first);
  run->width = get_end(s, last) - run->x;
  run->marks = span == NULL ? 0 : span->marks;
  run->href = span == NULL ? NULL : span->href;
  run->lang = span == NULL ? NULL : span->lang;
  run->vertical = p->style.vertical;
  if (item >= 0) {
    run->orientation = p->items[item].orientation;
    run->scale = p->items[item].scale;
    run->glyphs.item = make_item(p, p->items[item].font, run);
    run->glyphs.glyphs = copy_slice(s, first, last);
  }
  return run;
}

static int append_runs(const setting *s, GPtrArray *runs) {
  int count = 0;
  for (int first = s->fit.first; first <= s->fit.last; count++) {
    int last = first;
    while (last < s->fit.last && is_same_run(s->paragraph, first, last + 1))
      last++;
    g_ptr_array_add(runs, make_run(s, first, last));
    first = last + 1;
  }
  return count;
}

/* Readings may stand over the indent, but over no other edge of the line. */
static void append_ornaments(const setting *s, pc_ornaments *ornaments, pc_line *line) {
  const pc_line_fit *fit = &s->fit;
  if (fit->last < fit->first || !pc_ornaments_are_due(ornaments))
    return;
  g_autofree double *x = g_new(double, (gsize)(fit->last - fit->first + 1));
  for (int i = fit->first; i <= fit->last; i++)
    x[i - fit->first] = get_x(s, i);
  const pc_line_places places = {fit->first, fit->last, x, -s->indent, line->width};
  pc_ornaments_append(ornaments, &places, line);
}

static pc_line set_line(const pc_paragraph *p, const pc_line_fit *fit, double measure,
                        line_store *store) {
  setting s = {.paragraph = p, .fit = *fit, .slack = pc_line_spread(p, fit, measure)};
  s.indent = fit->first == p->head ? p->style.indent : 0;
  const bool empty = fit->last < fit->first;
  const int edge = fit->first < p->n ? p->clusters[fit->first].start : p->rich->length;
  pc_line line = {.start = edge, .end = edge, .indent = s.indent};
  line.ragged = s.slack.ragged;
  line.hanging = fit->hanging;
  line.overfull = fit->overfull;
  line.width = (line.ragged ? fit->right : measure) - s.indent;
  if (!empty)
    line.end = p->clusters[fit->last].end;
  line.n_runs = append_runs(&s, store->runs);
  append_ornaments(&s, &store->ornaments, &line);
  return line;
}

pc_lines *pc_paragraph_break(const pc_paragraph *p, double measure) {
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  pc_lines_fit(p, measure, fits);
  line_store *store = g_new0(line_store, 1);
  store->items = g_new0(pc_line, fits->len);
  store->runs = g_ptr_array_new_with_free_func(free_run);
  pc_ornaments_init(&store->ornaments, p);
  for (guint i = 0; i < fits->len; i++)
    store->items[i] = set_line(p, &g_array_index(fits, pc_line_fit, i), measure, store);
  pc_ornaments_share(&store->ornaments, store->items, (int)fits->len);
  const pc_run *const *runs = (const pc_run *const *)store->runs->pdata;
  for (guint i = 0; i < fits->len && store->runs->len > 0; i++) {
    store->items[i].runs = runs;
    runs += store->items[i].n_runs;
  }
  store->lines = (pc_lines){(int)fits->len, store->items, p};
  return &store->lines;
}

void pc_lines_free(pc_lines *lines) {
  if (lines == NULL)
    return;
  line_store *store = (line_store *)(void *)lines;
  g_ptr_array_unref(store->runs);
  pc_ornaments_clear(&store->ornaments);
  g_free(store->items);
  g_free(store);
}
