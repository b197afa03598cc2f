/* content_state.c - what the parts of the rewriting share.  Layer: backend. */
#include "backend/content_state.h"

bool pc_content_is_kept(const pc_content_state *state) {
  return state->work == NULL || state->is_stencil;
}

void pc_named_space_free(gpointer data) {
  pc_named_space *named = data;
  g_free(named->name);
  g_free(named);
}

qpdf_oh pc_content_find_resource(const pc_content_state *state, const char *kind,
                                 const char *name) {
  pc_pdf *pdf = state->work->pdf;
  return qpdf_oh_get_key_if_dict(pdf, qpdf_oh_get_key_if_dict(pdf, state->content->resources, kind),
                                 name);
}

char *pc_content_use_name(pc_content_state *state, const pc_operation *operation) {
  g_autofree char *name = state->work != NULL ? pc_operation_copy_name(operation) : NULL;
  if (name == NULL)
    return NULL;
  g_autofree char *use = g_strdup_printf("%s %s", operation->name, name);
  return g_hash_table_add(state->used, g_steal_pointer(&use)) ? g_steal_pointer(&name) : NULL;
}

void pc_content_append_number(GString *out, double number) {
  pc_pdf_append_pt(out, number);
  g_string_append_c(out, ' ');
}
