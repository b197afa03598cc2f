/* square.c - fixed metrics in place of fonts, so that composition can be checked without any.
 * Layer: text. */
#include "text/shape.h"

static double get_width(const pc_char *c) {
  if (c->is_newline || c->joins)
    return 0;
  if (c->jclass == PC_JC_WESTERN_SPACE)
    return PC_SPACE_EM;
  if (c->orientation != PC_ORIENTATION_LINE)
    return 1;
  return c->jclass == PC_JC_WESTERN ? .5 : 1;
}

/* A double dash is one sign, and a sign is 1 em wide. */
static bool is_double_dash(const pc_char *c) {
  return (c->code == 0x2014 || c->code == 0x2015) && c[1].code == c->code;
}

void pc_square_shape(const pc_char *chars, int n_chars, GArray *clusters) {
  for (int i = 0; i < n_chars;) {
    pc_cluster cluster = {.start = chars[i].start, .first_char = i, .item = -1};
    cluster.body = pc_spacing_body(chars[i].jclass, get_width(&chars[i]), &cluster.left);
    if (is_double_dash(&chars[i]))
      i++;
    do
      i++;
    while (i < n_chars && chars[i].joins);
    cluster.end = chars[i].start;
    g_array_append_val(clusters, cluster);
  }
}
