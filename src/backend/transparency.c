/* transparency.c - looks for masks, shares and blend modes.  Layer: backend. */
#include "backend/transparency.h"

/* Dictionaries inside each other in one object. */
#define MAX_DEPTH 16

typedef struct search {
  bool found;
} search;

static bool is_less_than_full(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  qpdf_oh value = qpdf_oh_get_key(pdf, dict, key);
  return qpdf_oh_is_number(pdf, value) && qpdf_oh_get_numeric_value(pdf, value) < 1;
}

static bool has_mask(pc_pdf *pdf, qpdf_oh dict) {
  qpdf_oh mask = qpdf_oh_get_key(pdf, dict, "/SMask");
  return qpdf_oh_is_dictionary(pdf, mask) || qpdf_oh_is_stream(pdf, mask);
}

/* The old name of Normal is Compatible. */
static bool is_blended(pc_pdf *pdf, qpdf_oh dict) {
  return qpdf_oh_has_key(pdf, dict, "/BM") && !pc_pdf_has_name(pdf, dict, "/BM", "/Normal") &&
         !pc_pdf_has_name(pdf, dict, "/BM", "/Compatible");
}

/* A JPEG 2000 may hold its own soft mask (ISO 32000-1, 7.4.9). */
static bool has_inner_mask(pc_pdf *pdf, qpdf_oh dict) {
  const qpdf_oh kind = qpdf_oh_get_key(pdf, dict, "/SMaskInData");
  return qpdf_oh_is_integer(pdf, kind) && qpdf_oh_get_int_value_as_int(pdf, kind) != 0;
}

bool pc_transparency_is_in(pc_pdf *pdf, qpdf_oh dict) {
  return has_mask(pdf, dict) || has_inner_mask(pdf, dict) || is_blended(pdf, dict) ||
         is_less_than_full(pdf, dict, "/ca") || is_less_than_full(pdf, dict, "/CA");
}

static void search_dict(pc_pdf *pdf, qpdf_oh dict, int depth, search *state) {
  state->found = state->found || pc_transparency_is_in(pdf, dict);
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, dict);
  for (guint i = 0; i < keys->len && depth < MAX_DEPTH && !state->found; i++) {
    qpdf_oh value = qpdf_oh_get_key(pdf, dict, keys->pdata[i]);
    if (!qpdf_oh_is_indirect(pdf, value) && qpdf_oh_is_dictionary(pdf, value))
      search_dict(pdf, value, depth + 1, state);
  }
}

static void search_object(pc_pdf *pdf, qpdf_oh object, void *user) {
  search *state = user;
  qpdf_oh dict = qpdf_oh_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf, object) : object;
  if (!state->found && qpdf_oh_is_dictionary(pdf, dict))
    search_dict(pdf, dict, 0, state);
}

void pc_transparency_finish(pc_pdf *pdf) {
  search state = {false};
  pc_pdf_visit(pdf, search_object, &state);
  if (!state.found)
    qpdf_oh_remove_key(pdf, qpdf_get_page_n(pdf, 0), "/Group");
}
