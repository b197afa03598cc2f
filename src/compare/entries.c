/* entries.c - joins what happened to several panels alike.  Layer: compare. */
#include "compare/entries.h"

#include <math.h>
#include <stdlib.h>

#include "base/translate.h"
#include "compare/sentence.h"

/* Of sizes of text, as they are printed: a tenth of a per cent. */
static const double same_ratio = 0.0005;

typedef bool (*agree_func)(const pc_change *a, const pc_change *b, pc_um tolerance);

static bool is_same_shift(const pc_change *a, const pc_change *b, pc_um tolerance) {
  return !pc_is_over(a->shift.x - b->shift.x, tolerance) &&
         !pc_is_over(a->shift.y - b->shift.y, tolerance);
}

static bool is_same_size(const pc_change *a, const pc_change *b, pc_um tolerance) {
  (void)tolerance;
  return g_strcmp0(a->from, b->from) == 0 && g_strcmp0(a->to, b->to) == 0 &&
         fabs(a->ratio - b->ratio) < same_ratio;
}

static bool is_same_step(const pc_change *a, const pc_change *b, pc_um tolerance) {
  (void)tolerance;
  return a->after->number - a->before->number == b->after->number - b->before->number;
}

/* Those that a whole row of panels shares; every other change is told alone. */
static const agree_func agreements[PC_N_CHANGES] = {
    [PC_CHANGE_NUMBER] = is_same_step,      [PC_CHANGE_MOVED] = is_same_shift,
    [PC_CHANGE_RESIZED] = is_same_size,     [PC_CHANGE_TEXT_SIZE] = is_same_size,
    [PC_CHANGE_TEXT_MOVED] = is_same_shift,
};

static bool is_numbered(const pc_change *change) {
  return change->before != NULL && change->after != NULL && change->before->number > 0 &&
         change->after->number > 0;
}

/* NULL: none that it could join. */
static GPtrArray *find_entry(const pc_comparison *comparison, const pc_change *change) {
  const agree_func agrees = agreements[change->kind];
  if (agrees == NULL || !is_numbered(change))
    return NULL;
  for (guint i = 0; i < comparison->entries->len; i++) {
    GPtrArray *entry = g_ptr_array_index(comparison->entries, i);
    const pc_change *first = pc_entry_first(entry);
    if (first->kind == change->kind && is_numbered(first) &&
        agrees(first, change, comparison->tolerance))
      return entry;
  }
  return NULL;
}

void pc_entries_resolve(pc_comparison *comparison) {
  for (guint i = 0; i < comparison->changes->len; i++) {
    pc_change *change = g_ptr_array_index(comparison->changes, i);
    GPtrArray *entry = find_entry(comparison, change);
    if (entry == NULL) {
      entry = g_ptr_array_new();
      g_ptr_array_add(comparison->entries, entry);
    }
    g_ptr_array_add(entry, change);
  }
}

static int compare_numbers(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

/* Of the panels before, or after; rising. */
static GArray *list_numbers(const GPtrArray *entry, bool is_after) {
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < entry->len; i++) {
    const pc_change *change = g_ptr_array_index(entry, i);
    const int number = is_after ? change->after->number : change->before->number;
    g_array_append_val(numbers, number);
  }
  g_array_sort(numbers, compare_numbers);
  return numbers;
}

static int number_at(const GArray *numbers, guint index) {
  return g_array_index(numbers, int, index);
}

static guint find_run_end(const GArray *numbers, guint start) {
  guint end = start + 1;
  while (end < numbers->len && number_at(numbers, end) == number_at(numbers, end - 1) + 1)
    end++;
  return end;
}

/* "4, 5, 8-12": figures alone, which every language has. */
static char *format_numbers(const GArray *numbers) {
  GString *out = g_string_new(NULL);
  for (guint start = 0, end = 0; start < numbers->len; start = end) {
    end = find_run_end(numbers, start);
    end = end - start > 2 ? end : start + 1;
    g_string_append_printf(out, start > 0 ? ", %d" : "%d", number_at(numbers, start));
    if (end - start > 1)
      g_string_append_printf(out, "–%d", number_at(numbers, end - 1));
  }
  return g_string_free(out, FALSE);
}

static bool is_run(const GArray *numbers) {
  return numbers->len > 2 && find_run_end(numbers, 0) == numbers->len;
}

static char *say_panels(const GArray *numbers) {
  g_autofree char *list = format_numbers(numbers);
  return is_run(numbers) ? g_strdup_printf(_("panels %d to %d"), number_at(numbers, 0),
                                           number_at(numbers, numbers->len - 1))
                         : g_strdup_printf(_("panels %s"), list);
}

static char *say_numbers(const GArray *numbers) {
  g_autofree char *list = format_numbers(numbers);
  return is_run(numbers) ? g_strdup_printf(_("their numbers were %d to %d"), number_at(numbers, 0),
                                           number_at(numbers, numbers->len - 1))
                         : g_strdup_printf(_("their numbers were %s"), list);
}

char *pc_entry_format_place(const pc_comparison *comparison, const GPtrArray *entry) {
  if (entry->len == 1)
    return pc_change_format_place(comparison, pc_entry_first(entry));
  g_autoptr(GArray) numbers = list_numbers(entry, true);
  return say_panels(numbers);
}

char *pc_entry_format_what(const GPtrArray *entry) {
  const pc_change *first = pc_entry_first(entry);
  if (entry->len == 1 || first->kind != PC_CHANGE_NUMBER)
    return pc_change_format_what(first);
  g_autoptr(GArray) numbers = list_numbers(entry, false);
  return say_numbers(numbers);
}
