/* patch.c - edits as a unified diff that `patch` understands.  Layer: mend.
 *
 * Edits take line ends away and never add any, so a block of changed lines is known from its edits:
 * nothing has to be compared.
 */
#include "mend/plan.h"

#include <string.h>

#define CONTEXT 3

/* Old lines [first, end), from 0, for which one new line stands. */
typedef struct change {
  int first, end;
  guint first_edit, end_edit;
} change;

typedef struct patch {
  const char *text;
  size_t length;
  const GArray *edits;
  GArray *starts; /* size_t: of each line, and the end */
  GArray *changes;
  int n_removed; /* lines, before the hunk that is being written */
  GString *out;
} patch;

static size_t get_start(const patch *it, int line) {
  return g_array_index(it->starts, size_t, line);
}

static int count_lines(const patch *it) {
  return (int)it->starts->len - 1;
}

static void find_lines(patch *it) {
  size_t at = 0;
  while (at < it->length) {
    g_array_append_val(it->starts, at);
    const char *end = memchr(it->text + at, '\n', it->length - at);
    at = end == NULL ? it->length : (size_t)(end - it->text) + 1;
  }
  g_array_append_val(it->starts, at);
}

/* Edits come in rising order: so does the line. */
static int find_line(const patch *it, int from, size_t at) {
  while (from + 1 < count_lines(it) && get_start(it, from + 1) <= at)
    from++;
  return from;
}

/* An edit takes away the line ends between the lines that it begins and ends on. */
static void add_edit(patch *it, guint i) {
  const pc_edit *edit = &g_array_index(it->edits, pc_edit, i);
  change *last =
      it->changes->len > 0 ? &g_array_index(it->changes, change, it->changes->len - 1) : NULL;
  int first = find_line(it, last != NULL ? last->end - 1 : 0, edit->start);
  int end = find_line(it, first, edit->end) + 1;
  if (last == NULL || first >= last->end) {
    change made = {first, end, i, i + 1};
    g_array_append_val(it->changes, made);
    return;
  }
  /* It begins on the last line of the change before it, which stays the last one. */
  last->end = end;
  last->end_edit = i + 1;
}

static void write_line(patch *it, char sign, const char *line, size_t length) {
  g_string_append_c(it->out, sign);
  g_string_append_len(it->out, line, (gssize)length);
  if (length == 0 || line[length - 1] != '\n')
    g_string_append(it->out, "\n\\ No newline at end of file\n");
}

static void write_old(patch *it, char sign, int first, int end) {
  for (int i = first; i < end; i++)
    write_line(it, sign, it->text + get_start(it, i), get_start(it, i + 1) - get_start(it, i));
}

static void write_new(patch *it, const change *made) {
  g_autoptr(GArray) edits = g_array_new(FALSE, FALSE, sizeof(pc_edit));
  const size_t start = get_start(it, made->first);
  for (guint i = made->first_edit; i < made->end_edit; i++) {
    pc_edit edit = g_array_index(it->edits, pc_edit, i);
    edit.start -= start;
    edit.end -= start;
    g_array_append_val(edits, edit);
  }
  g_autoptr(GString) text =
      pc_edits_apply(edits, it->text + start, get_start(it, made->end) - start);
  for (const char *at = text->str; at < text->str + text->len;) {
    const char *end = memchr(at, '\n', (size_t)(text->str + text->len - at));
    size_t length = end == NULL ? (size_t)(text->str + text->len - at) : (size_t)(end + 1 - at);
    write_line(it, '+', at, length);
    at += length;
  }
}

static void write_hunk(patch *it, guint first, guint end) {
  const change *changes = (const change *)(void *)it->changes->data;
  int from = MAX(0, changes[first].first - CONTEXT);
  int to = MIN(count_lines(it), changes[end - 1].end + CONTEXT);
  int n_removed = 0;
  for (guint i = first; i < end; i++)
    n_removed += changes[i].end - changes[i].first - 1;
  g_string_append_printf(it->out, "@@ -%d,%d +%d,%d @@\n", from + 1, to - from,
                         from + 1 - it->n_removed, to - from - n_removed);
  int line = from;
  for (guint i = first; i < end; i++) {
    write_old(it, ' ', line, changes[i].first);
    write_old(it, '-', changes[i].first, changes[i].end);
    write_new(it, &changes[i]);
    line = changes[i].end;
  }
  write_old(it, ' ', line, to);
  it->n_removed += n_removed;
}

static void write_hunks(patch *it) {
  const change *changes = (const change *)(void *)it->changes->data;
  for (guint first = 0; first < it->changes->len;) {
    guint end = first + 1;
    while (end < it->changes->len && changes[end].first - changes[end - 1].end <= 2 * CONTEXT)
      end++;
    write_hunk(it, first, end);
    first = end;
  }
}

GString *pc_patch_new(const GArray *edits, const char *text, size_t length, const char *file) {
  patch it = {.text = text,
              .length = length,
              .edits = edits,
              .starts = g_array_new(FALSE, FALSE, sizeof(size_t)),
              .changes = g_array_new(FALSE, FALSE, sizeof(change)),
              .out = g_string_new(NULL)};
  find_lines(&it);
  for (guint i = 0; i < edits->len; i++)
    add_edit(&it, i);
  if (edits->len > 0)
    g_string_append_printf(it.out, "--- %s\n+++ %s\n", file, file);
  write_hunks(&it);
  g_array_unref(it.starts);
  g_array_unref(it.changes);
  return it.out;
}
