/* mend.c - repairs a file, and reads it again to see that it says the same.  Layer: mend. */
#include "mend/mend.h"

#include <string.h>

#include "mend/plan.h"

static const char byte_order_mark[] = "\xef\xbb\xbf";
/* After this many attempts whatever still reads differently is left as it is. */
static const int most_attempts = 4;

/* What is being mended. */
typedef struct mender {
  const char *text;
  size_t length;
  const pc_mend_options *options;
  const pc_reading_of_file *before;
  pc_plan *plan;
} mender;

static pc_passage_plan *get_passage(const pc_plan *plan, int i) {
  return &g_array_index(plan->passages, pc_passage_plan, i);
}

static GArray *collect_edits(const pc_plan *plan) {
  GArray *edits = g_array_new(FALSE, FALSE, sizeof(pc_edit));
  for (int i = 0; i < (int)plan->passages->len; i++)
    pc_edits_append(plan, get_passage(plan, i), edits);
  return edits;
}

static void retreat(pc_passage_plan *passage) {
  passage->reach = MIN(passage->reach + 1, PC_REACH_NOTHING);
}

static void retreat_all(const pc_plan *plan) {
  for (int i = 0; i < (int)plan->passages->len; i++)
    retreat(get_passage(plan, i));
}

static bool is_same_text(const pc_printed *before, const pc_printed *after) {
  return before->is_name == after->is_name && g_string_equal(before->meaning, after->meaning);
}

/* Where a text reads differently, less of it will be repaired; true: none does. */
static bool compare_texts(const mender *it, const pc_printing *after) {
  const GPtrArray *before = it->before->printing->texts;
  bool is_same = before->len == after->texts->len;
  for (guint i = 0; i < before->len && i < after->texts->len; i++) {
    if (is_same_text(before->pdata[i], after->texts->pdata[i]))
      continue;
    if (it->plan->owners[i] >= 0)
      retreat(get_passage(it->plan, it->plan->owners[i]));
    is_same = false;
  }
  if (before->len != after->texts->len)
    retreat_all(it->plan);
  return is_same;
}

static bool reads_the_same(const mender *it, const GString *mended) {
  g_auto(pc_reading_of_file) after = {.spec = NULL};
  g_autoptr(pc_diags) ignored = pc_diags_new();
  if (!pc_file_read_texts(&after, mended->str, mended->len, it->options, ignored)) {
    retreat_all(it->plan);
    return false;
  }
  if (!compare_texts(it, after.printing))
    return false;
  if (g_string_equal(it->before->mistakes, after.mistakes))
    return true;
  retreat_all(it->plan);
  return false;
}

static void count_repairs(const GArray *edits, int *counts) {
  for (guint i = 0; i < edits->len; i++) {
    const pc_edit *edit = &g_array_index(edits, pc_edit, i);
    counts[edit->kind] += !edit->is_rest;
  }
}

/* Texts of which less is repaired than could be. */
static int count_left(const pc_plan *plan) {
  int n = 0;
  for (int i = 0; i < (int)plan->passages->len; i++) {
    pc_passage_plan whole = *get_passage(plan, i);
    if (whole.reach == PC_REACH_ALL)
      continue;
    g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(pc_edit));
    g_autoptr(GArray) possible = g_array_new(FALSE, FALSE, sizeof(pc_edit));
    pc_edits_append(plan, &whole, made);
    whole.reach = PC_REACH_ALL;
    pc_edits_append(plan, &whole, possible);
    n += possible->len > made->len;
  }
  return n;
}

static pc_mended *finish(const mender *it, const GArray *edits) {
  pc_mended *mended = g_new0(pc_mended, 1);
  mended->text = pc_edits_apply(edits, it->text, it->length);
  mended->patch = pc_patch_new(edits, it->text, it->length, it->options->file);
  count_repairs(edits, mended->counts);
  mended->n_left = count_left(it->plan);
  return mended;
}

static pc_mended *mend_texts(const mender *it) {
  for (int attempt = 0; attempt < most_attempts; attempt++) {
    g_autoptr(GArray) edits = collect_edits(it->plan);
    g_autoptr(GString) text = pc_edits_apply(edits, it->text, it->length);
    if (edits->len == 0 || reads_the_same(it, text))
      return finish(it, edits);
  }
  for (int reach = PC_REACH_ALL; reach < PC_REACH_NOTHING; reach++)
    retreat_all(it->plan);
  g_autoptr(GArray) none = collect_edits(it->plan);
  return finish(it, none);
}

pc_mended *pc_mend(const char *text, size_t length, const pc_mend_options *options,
                   pc_diags *diags) {
  g_auto(pc_reading_of_file) before = {.spec = NULL};
  if (!pc_file_read_texts(&before, text, length, options, diags))
    return NULL;
  const size_t mark = strlen(byte_order_mark);
  bool has_mark = length >= mark && memcmp(text, byte_order_mark, mark) == 0;
  g_autoptr(pc_plan) plan = pc_plan_new(&before, has_mark ? mark : 0);
  pc_plan_find_digits(plan, before.printing);
  const mender it = {text, length, options, &before, plan};
  return mend_texts(&it);
}

void pc_mended_free(pc_mended *mended) {
  if (mended == NULL)
    return;
  g_string_free(mended->text, TRUE);
  g_string_free(mended->patch, TRUE);
  g_free(mended);
}
