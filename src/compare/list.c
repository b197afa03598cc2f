/* list.c - the changes as lines, and as data.  Layer: compare. */
#include "base/json.h"
#include "compare/compare.h"
#include "compare/entries.h"
#include "compare/sentence.h"

char *pc_comparison_format(const pc_comparison *comparison) {
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < comparison->entries->len; i++) {
    const GPtrArray *entry = pc_entry_at(comparison, i);
    g_autofree char *place = pc_entry_format_place(comparison, entry);
    g_autofree char *what = pc_entry_format_what(entry);
    g_string_append_printf(out, "%s: %s\n", place, what);
  }
  g_autofree char *count = pc_comparison_format_count(comparison);
  g_string_append_printf(out, "%s\n", count);
  return g_string_free(out, FALSE);
}

static void dump_panel(pc_json *json, const pc_region *panel) {
  if (panel == NULL || !panel->is_panel) {
    pc_json_null(json, "panel");
    return;
  }
  pc_json_begin_flat(json, "panel", '{');
  if (panel->number > 0)
    pc_json_int(json, "number", panel->number);
  else
    pc_json_null(json, "number");
  pc_json_text(json, "id", panel->id);
  pc_json_text(json, "title", panel->title);
  pc_json_end(json, '}');
}

static void dump_marks(pc_json *json, const char *key, const GArray *marks) {
  pc_json_begin(json, key, '[');
  for (guint i = 0; i < marks->len; i++) {
    const pc_rect rect = g_array_index(marks, pc_rect, i);
    pc_json_begin_flat(json, NULL, '{');
    pc_json_number(json, "x_mm", pc_um_to_mm(rect.x));
    pc_json_number(json, "y_mm", pc_um_to_mm(rect.y));
    pc_json_number(json, "w_mm", pc_um_to_mm(rect.w));
    pc_json_number(json, "h_mm", pc_um_to_mm(rect.h));
    pc_json_end(json, '}');
  }
  pc_json_end(json, ']');
}

static void dump_change(pc_json *json, const pc_comparison *comparison, const pc_change *change) {
  g_autofree char *place = pc_change_format_place(comparison, change);
  g_autofree char *what = pc_change_format_what(change);
  pc_json_begin(json, NULL, '{');
  pc_json_text(json, "kind", pc_change_word(change->kind));
  if (change->kind == PC_CHANGE_TRAIT)
    pc_json_text(json, "property", pc_trait_word(change->trait));
  pc_json_int(json, "page", change->page + 1);
  dump_panel(json, change->after != NULL ? change->after : change->before);
  pc_json_text(json, "where", place);
  pc_json_text(json, "what", what);
  pc_json_text(json, "from", change->from);
  pc_json_text(json, "to", change->to);
  pc_json_number(json, "dx_mm", pc_um_to_mm(change->shift.x));
  pc_json_number(json, "dy_mm", pc_um_to_mm(change->shift.y));
  if (change->grade > PC_GRADE_SAME)
    pc_json_text(json, "grade", pc_grade_word(change->grade));
  dump_marks(json, "expected", change->before_marks);
  dump_marks(json, "actual", change->after_marks);
  pc_json_end(json, '}');
}

char *pc_comparison_format_json(const pc_comparison *comparison) {
  GString *out = g_string_new(NULL);
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_text(&json, "expected", comparison->before->file);
  pc_json_text(&json, "actual", comparison->after->file);
  pc_json_number(&json, "tolerance_mm", pc_um_to_mm(comparison->tolerance));
  pc_json_text(&json, "look", comparison->has_look ? pc_grade_word(comparison->look) : NULL);
  pc_json_begin(&json, "changes", '[');
  for (guint i = 0; i < comparison->changes->len; i++)
    dump_change(&json, comparison, g_ptr_array_index(comparison->changes, i));
  pc_json_end(&json, ']');
  pc_json_end(&json, '}');
  g_string_append_c(out, '\n');
  return g_string_free(out, FALSE);
}
