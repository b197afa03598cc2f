/* plan.c - which scalars of a file are printed.  Layer: mend. */
#include "mend/plan.h"

#include <string.h>

#include "doc/doc.h"
#include "spec/yaml.h"

/* A code, a line for each mistake: what reading the mended file must report, too. */
static void list_mistakes(const pc_diags *diags, GString *out) {
  for (int i = 0; i < pc_diags_count(diags); i++) {
    pc_code code = pc_diags_at(diags, i)->code;
    if (code != PC_LOOKALIKE)
      g_string_append_printf(out, "%s\n", pc_code_get(code)->name);
  }
}

bool pc_file_read_texts(pc_reading_of_file *reading, const char *text, size_t length,
                        const pc_mend_options *options, pc_diags *diags) {
  *reading = (pc_reading_of_file){pc_spec_new(), pc_printing_new(), g_string_new(NULL)};
  pc_spec_keep_scalars(reading->spec);
  g_autoptr(pc_diags) own = pc_diags_new();
  if (pc_yaml_parse(reading->spec, options->file, text, length, own) == NULL) {
    pc_diags_append(diags, own);
    return false;
  }
  const pc_decode_options decode = {.file = options->file,
                                    .folder = options->folder,
                                    .allow_outside = options->allow_outside,
                                    .printing = reading->printing};
  g_autoptr(pc_diags) found = pc_diags_new();
  pc_doc_free(pc_doc_decode(text, length, &decode, found));
  list_mistakes(found, reading->mistakes);
  return true;
}

void pc_file_clear_texts(pc_reading_of_file *reading) {
  pc_printing_free(reading->printing);
  pc_spec_free(reading->spec);
  g_string_free(reading->mistakes, TRUE);
}

static guint hash_place(const void *key) {
  const pc_place *at = key;
  return (guint)at->line * 65599u + (guint)at->column;
}

static gboolean is_same_place(const void *a, const void *b) {
  const pc_place *first = a;
  const pc_place *second = b;
  return first->file == second->file && first->line == second->line &&
         first->column == second->column;
}

/* Place to index + 1. */
static GHashTable *index_scalars(const pc_scalar *scalars, int count) {
  GHashTable *index = g_hash_table_new(hash_place, is_same_place);
  for (int i = 0; i < count; i++)
    g_hash_table_insert(index, (gpointer)&scalars[i].node->at, GINT_TO_POINTER(i + 1));
  return index;
}

/* An edge of a diagram is printed in parts; a text made of another one is none of its parts. */
static void note_printed(pc_passage_plan *passage, const pc_scalar *scalar,
                         const pc_printed *printed) {
  passage->scalar = scalar;
  passage->is_name = passage->is_name || printed->is_name;
  if (passage->printed == NULL && strcmp(scalar->node->text, printed->text) == 0 &&
      !printed->is_name)
    passage->printed = printed;
}

/* Scalars that nothing was printed of are left out; owners are renumbered with that. */
static void keep_printed(pc_plan *plan, GArray *all, guint n_texts) {
  g_autofree int *moved = g_new(int, all->len + 1);
  for (guint i = 0; i < all->len; i++) {
    const pc_passage_plan *passage = &g_array_index(all, pc_passage_plan, i);
    moved[i] = (int)plan->passages->len;
    if (passage->scalar != NULL)
      g_array_append_vals(plan->passages, passage, 1);
  }
  for (guint i = 0; i < n_texts; i++)
    plan->owners[i] = plan->owners[i] < 0 ? -1 : moved[plan->owners[i]];
}

pc_plan *pc_plan_new(const pc_reading_of_file *reading, size_t first) {
  int count = 0;
  const pc_scalar *scalars = pc_spec_scalars(reading->spec, &count);
  const GPtrArray *texts = reading->printing->texts;
  g_autoptr(GHashTable) index = index_scalars(scalars, count);
  g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(pc_passage_plan));
  g_array_set_size(all, (guint)count);
  pc_plan *plan = g_new0(pc_plan, 1);
  plan->passages = g_array_new(FALSE, TRUE, sizeof(pc_passage_plan));
  plan->owners = g_new(int, texts->len + 1);
  plan->normalize = reading->printing->normalize;
  plan->first = first;
  for (guint i = 0; i < texts->len; i++) {
    const pc_printed *printed = texts->pdata[i];
    int owner = GPOINTER_TO_INT(g_hash_table_lookup(index, &printed->at)) - 1;
    plan->owners[i] = owner;
    if (owner >= 0)
      note_printed(&g_array_index(all, pc_passage_plan, owner), &scalars[owner], printed);
  }
  keep_printed(plan, all, texts->len);
  return plan;
}

void pc_plan_free(pc_plan *plan) {
  if (plan == NULL)
    return;
  for (guint i = 0; i < plan->passages->len; i++)
    g_clear_pointer(&g_array_index(plan->passages, pc_passage_plan, i).digits, g_array_unref);
  g_array_unref(plan->passages);
  g_free(plan->owners);
  g_free(plan);
}
