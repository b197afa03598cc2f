/* ornament.c - emphasis dots, and the ornaments of all lines kept together.  Layer: text. */
#include "text/ornament.h"

#include "text/ruby.h"

#define BIT(c) (1u << PC_JC_##c)

/* JLREQ 3.3.9: dots stand over kana and ideographs, not over punctuation. */
#define DOTTED                                                                                     \
  (BIT(ITERATION) | BIT(PROLONGED) | BIT(SMALL_KANA) | BIT(HIRAGANA) | BIT(KATAKANA) |             \
   BIT(IDEOGRAPH))

static unsigned get_marks(const pc_paragraph *p, const pc_cluster *c) {
  return c->span < 0 ? 0 : p->rich->spans[c->span].marks;
}

static bool has_dots(const pc_paragraph *p) {
  bool found = false;
  for (int i = 0; i < p->rich->n_spans && !found; i++)
    found = (p->rich->spans[i].marks & PC_MARK_EMPHASIS) != 0;
  return found && p->style.rules->emphasis == PC_EMPHASIS_DOTS;
}

void pc_ornaments_init(pc_ornaments *ornaments, const pc_paragraph *paragraph) {
  ornaments->paragraph = paragraph;
  ornaments->has_dots = has_dots(paragraph);
  ornaments->rubies = g_array_new(FALSE, FALSE, sizeof(pc_line_ruby));
  ornaments->dots = g_array_new(FALSE, FALSE, sizeof(double));
}

void pc_ornaments_clear(pc_ornaments *ornaments) {
  g_array_unref(ornaments->rubies);
  g_array_unref(ornaments->dots);
}

bool pc_ornaments_are_due(const pc_ornaments *ornaments) {
  return ornaments->paragraph->ruby != NULL || ornaments->has_dots;
}

bool pc_ornament_takes_dot(const pc_char *c) {
  return (DOTTED & pc_jclass_bit(c->jclass)) != 0 && c->ruby < 0;
}

static void append_dots(const pc_paragraph *p, const pc_line_places *places, GArray *dots) {
  for (int i = places->first; i <= places->last; i++) {
    const pc_cluster *c = &p->clusters[i];
    const bool is_dotted = (DOTTED & pc_jclass_bit(c->jclass)) != 0 && !pc_ruby_covers(p, i);
    const double center = places->x[i - places->first] + c->body / 2;
    if (is_dotted && (get_marks(p, c) & PC_MARK_EMPHASIS) != 0)
      g_array_append_val(dots, center);
  }
}

void pc_ornaments_append(pc_ornaments *ornaments, const pc_line_places *places, pc_line *line) {
  const guint n_rubies = ornaments->rubies->len;
  const guint n_dots = ornaments->dots->len;
  if (ornaments->paragraph->ruby != NULL)
    pc_ruby_place(ornaments->paragraph, places, ornaments->rubies);
  if (ornaments->has_dots)
    append_dots(ornaments->paragraph, places, ornaments->dots);
  line->n_rubies = (int)(ornaments->rubies->len - n_rubies);
  line->n_dots = (int)(ornaments->dots->len - n_dots);
}

void pc_ornaments_share(const pc_ornaments *ornaments, pc_line *lines, int count) {
  const pc_line_ruby *rubies = (const pc_line_ruby *)(const void *)ornaments->rubies->data;
  const double *dots = (const double *)(const void *)ornaments->dots->data;
  for (int i = 0; i < count; i++) {
    lines[i].rubies = lines[i].n_rubies > 0 ? rubies : NULL;
    lines[i].dots = lines[i].n_dots > 0 ? dots : NULL;
    rubies = lines[i].n_rubies > 0 ? rubies + lines[i].n_rubies : rubies;
    dots = lines[i].n_dots > 0 ? dots + lines[i].n_dots : dots;
  }
}

pc_emphasis pc_paragraph_emphasis(const pc_paragraph *paragraph) {
  return paragraph->style.rules->emphasis;
}
