/* bodies.c - where each character of a paragraph stands, as numbers.  Layer: text. */
#include "text/line.h"

static void append_bodies(const pc_paragraph *p, const pc_line_fit *fit, double measure,
                          GArray *places, int line) {
  const pc_line_slack slack = pc_line_spread(p, fit, measure);
  for (int i = fit->first; i <= fit->last; i++) {
    const pc_body_place place = {line, p->clusters[i].start, p->clusters[i].end,
                                 pc_line_x(p, fit, &slack, i)};
    g_array_append_val(places, place);
  }
}

GArray *pc_paragraph_place_bodies(const pc_paragraph *p, double measure) {
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  GArray *places = g_array_new(FALSE, FALSE, sizeof(pc_body_place));
  pc_lines_fit(p, measure, fits);
  for (guint i = 0; i < fits->len; i++)
    append_bodies(p, &g_array_index(fits, pc_line_fit, i), measure, places, (int)i);
  return places;
}

double pc_paragraph_find_edge(const pc_paragraph *p, int byte) {
  int last = -1;
  while (last + 1 < p->n && p->clusters[last + 1].end <= byte)
    last++;
  return last < p->head ? 0 : pc_line_between(p, p->head, last, G_MAXDOUBLE).right;
}
