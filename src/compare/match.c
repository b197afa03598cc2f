/* match.c - which panel became which.  Layer: compare. */
#include <string.h>

#include "compare/changes.h"

/* Whether two panels are one in some respect. */
typedef bool (*agree_func)(const pc_region *before, const pc_region *after);

static bool has_same_words(const pc_region *before, const pc_region *after) {
  if (before->tokens->len != after->tokens->len || before->tokens->len == 0)
    return false;
  for (guint i = 0; i < before->tokens->len; i++) {
    if (strcmp(g_array_index(before->tokens, pc_token, i).text,
               g_array_index(after->tokens, pc_token, i).text) != 0)
      return false;
  }
  return true;
}

static bool has_same_id(const pc_region *before, const pc_region *after) {
  return before->id != NULL && g_strcmp0(before->id, after->id) == 0;
}

static bool has_same_title(const pc_region *before, const pc_region *after) {
  return before->title != NULL && g_strcmp0(before->title, after->title) == 0;
}

static bool has_same_number(const pc_region *before, const pc_region *after) {
  return before->number > 0 && before->number == after->number;
}

static bool is_untouched(const pc_region *before, const pc_region *after) {
  return before->number == after->number && has_same_words(before, after);
}

static bool is_same_slide(const pc_region *before, const pc_region *after) {
  return has_same_number(before, after) && has_same_title(before, after);
}

/* Pictures without number and title. */
static bool is_same_place(const pc_region *before, const pc_region *after) {
  return before->number == 0 && after->number == 0 && before->page == after->page &&
         (pc_rect_overlaps(before->rect, after->rect) ||
          pc_rect_contains(before->rect, after->rect));
}

/* The surest first. */
static const agree_func passes[] = {has_same_id,    is_untouched,    has_same_words, is_same_slide,
                                    has_same_title, has_same_number, is_same_place};

typedef struct matcher {
  const pc_comparison *comparison;
  const pc_region **partners; /* of each region before */
  GHashTable *taken;          /* regions after */
} matcher;

static const pc_region *find_partner(const matcher *m, const pc_region *before, agree_func agrees) {
  const pc_view *after = m->comparison->after;
  for (int i = 0; i < (int)after->regions->len; i++) {
    const pc_region *region = pc_view_region_at(after, i);
    if (region->is_panel && !g_hash_table_contains(m->taken, region) && agrees(before, region))
      return region;
  }
  return NULL;
}

static void run_pass(const matcher *m, agree_func agrees) {
  const pc_view *before = m->comparison->before;
  for (int i = 0; i < (int)before->regions->len; i++) {
    const pc_region *region = pc_view_region_at(before, i);
    if (!region->is_panel || m->partners[i] != NULL)
      continue;
    m->partners[i] = find_partner(m, region, agrees);
    if (m->partners[i] != NULL)
      g_hash_table_add(m->taken, (gpointer)m->partners[i]);
  }
}

/* What stands outside the panels belongs to its page. */
static void match_rests(const matcher *m) {
  const pc_view *before = m->comparison->before, *after = m->comparison->after;
  const guint n = MIN(before->pages->len, after->pages->len);
  for (guint i = 0; i < n; i++) {
    const guint mine = before->regions->len - before->pages->len + i;
    const guint other = after->regions->len - after->pages->len + i;
    m->partners[mine] = pc_view_region_at(after, (int)other);
    g_hash_table_add(m->taken, (gpointer)m->partners[mine]);
  }
}

static void append_couple(pc_comparison *comparison, const pc_region *before,
                          const pc_region *after) {
  const pc_couple couple = {.before = before, .after = after};
  g_array_append_val(comparison->couples, couple);
}

void pc_match_panels(pc_comparison *comparison) {
  const pc_view *before = comparison->before, *after = comparison->after;
  g_autofree const pc_region **partners = g_new0(const pc_region *, before->regions->len);
  g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
  const matcher m = {comparison, partners, taken};
  for (size_t i = 0; i < G_N_ELEMENTS(passes); i++)
    run_pass(&m, passes[i]);
  match_rests(&m);
  for (int i = 0; i < (int)before->regions->len; i++)
    append_couple(comparison, pc_view_region_at(before, i), partners[i]);
  for (int i = 0; i < (int)after->regions->len; i++) {
    if (!g_hash_table_contains(taken, pc_view_region_at(after, i)))
      append_couple(comparison, NULL, pc_view_region_at(after, i));
  }
}
