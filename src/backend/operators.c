/* operators.c - goes through the page's content once, and through what it draws with.
 * Layer: backend. */
#include "backend/operators.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "backend/content.h"
#include "figure/pdf_import.h"

/* Where in a content the rewriting stands. */
typedef struct content_state {
  const pc_inking *inking;
  bool marks; /* the page's own content: what is drawn outside of marked content is an artifact */
  int marked; /* open marked contents */
  bool in_artifact;
} content_state;

typedef void (*operator_func)(content_state *state, const pc_operation *operation, GString *out);

static void end_artifact(content_state *state, GString *out) {
  if (state->in_artifact)
    g_string_append(out, "EMC\n");
  state->in_artifact = false;
}

/* cairo opens content of the document with a number, and ActualText for single glyphs without. */
static void begin_marked(content_state *state, const pc_operation *operation, GString *out) {
  if (memmem(operation->text, operation->operands, "/MCID", 5) != NULL)
    end_artifact(state, out);
  state->marked++;
  pc_operation_copy(operation, out);
}

static void end_marked(content_state *state, const pc_operation *operation, GString *out) {
  state->marked = MAX(0, state->marked - 1);
  pc_operation_copy(operation, out);
}

/* The first operator of a path, a text or a picture. */
static void begin_drawing(content_state *state, const pc_operation *operation, GString *out) {
  if (state->marks && state->marked == 0 && !state->in_artifact) {
    g_string_append(out, "/Artifact BMC\n");
    state->in_artifact = true;
  }
  pc_operation_copy(operation, out);
}

static void append_inks(pc_inks inks, const char *operator, GString * out) {
  for (size_t i = 0; i < G_N_ELEMENTS(inks.ink); i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.4f", inks.ink[i]);
    g_string_append_printf(out, "%s ", number);
  }
  g_string_append_printf(out, "%s\n", operator);
}

/* cairo writes colours with some digits only. */
static const double color_slack = 1e-4;

static const pc_inks *find_own(const pc_inking *inking, const double rgb[3]) {
  for (guint i = 0; inking->own != NULL && i < inking->own->len; i++) {
    const pc_own_inks *own = &g_array_index(inking->own, pc_own_inks, i);
    double off = 0;
    for (int k = 0; k < 3; k++)
      off = MAX(off, fabs(own->rgb[k] - rgb[k]));
    if (off < color_slack)
      return &own->inks;
  }
  return NULL;
}

/* g G rg RG: one number is a grey. */
static void set_color(content_state *state, const pc_operation *operation, GString *out) {
  const pc_inking *inking = state->inking;
  const double *n = operation->numbers;
  bool is_grey = operation->n_numbers == 1;
  const double rgb[] = {n[0], is_grey ? n[0] : n[1], is_grey ? n[0] : n[2]};
  const pc_inks *own = find_own(inking, rgb);
  bool is_kept = inking->press == NULL || (!inking->everything && !pc_press_is_grey(rgb));
  if (own == NULL && is_kept) {
    pc_operation_copy(operation, out);
    return;
  }
  bool is_stroke = g_ascii_isupper(operation->name[0]);
  append_inks(own != NULL ? *own : pc_press_convert(inking->press, rgb), is_stroke ? "K" : "k",
              out);
}

static const struct {
  const char *name;
  operator_func rewrite;
} operators[] = {
    {"BDC", begin_marked}, {"BMC", begin_marked}, {"EMC", end_marked},   {"m", begin_drawing},
    {"re", begin_drawing}, {"BT", begin_drawing}, {"Do", begin_drawing}, {"sh", begin_drawing},
    {"EI", begin_drawing}, {"g", set_color},      {"G", set_color},      {"rg", set_color},
    {"RG", set_color},
};

static void rewrite_operation(const pc_operation *operation, GString *out, void *user) {
  for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
    if (pc_operation_is(operation, operators[i].name)) {
      operators[i].rewrite(user, operation, out);
      return;
    }
  }
  pc_operation_copy(operation, out);
}

/* The content in its new form; *is_sound is only ever made false. */
static GString *rewrite_content(content_state *state, unsigned char *data, size_t length,
                                bool *is_sound) {
  GString *out = g_string_sized_new(length + length / 8);
  if (!pc_content_rewrite((const char *)data, length, rewrite_operation, state, out))
    *is_sound = false;
  free(data);
  end_artifact(state, out);
  return out;
}

static void replace_data(pc_pdf *pdf, qpdf_oh stream, GString *out) {
  qpdf_oh none = qpdf_oh_new_null(pdf);
  qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)out->str, out->len, none, none);
  g_string_free(out, TRUE);
}

static bool rewrite_page(pc_pdf *pdf, const pc_inking *inking) {
  qpdf_oh page = qpdf_get_page_n(pdf, 0);
  content_state state = {.inking = inking, .marks = true};
  unsigned char *data = NULL;
  size_t length = 0;
  bool is_sound = true;
  qpdf_oh_get_page_content_data(pdf, page, &data, &length);
  qpdf_oh stream = qpdf_oh_new_stream(pdf);
  replace_data(pdf, stream, rewrite_content(&state, data, length, &is_sound));
  qpdf_oh_replace_key(pdf, page, "/Contents", stream);
  return is_sound;
}

/* The forms and tiles that cairo made. */
typedef struct form_visit {
  const pc_inking *inking;
  bool is_sound;
} form_visit;

/* What a soft mask is made of are shares, not colours. */
static bool is_mask(pc_pdf *pdf, qpdf_oh dict) {
  qpdf_oh group = qpdf_oh_get_key(pdf, dict, "/Group");
  return qpdf_oh_is_dictionary(pdf, group) && pc_pdf_has_name(pdf, group, "/CS", "/DeviceGray");
}

static bool is_content(pc_pdf *pdf, qpdf_oh object) {
  if (!qpdf_oh_is_stream(pdf, object))
    return false;
  qpdf_oh dict = qpdf_oh_get_dict(pdf, object);
  bool is_drawn =
      pc_pdf_has_name(pdf, dict, "/Subtype", "/Form") || qpdf_oh_has_key(pdf, dict, "/PatternType");
  return is_drawn && !is_mask(pdf, dict) && !qpdf_oh_has_key(pdf, dict, PC_PDF_FOREIGN);
}

static void rewrite_form(pc_pdf *pdf, qpdf_oh object, void *user) {
  form_visit *visit = user;
  if (!is_content(pdf, object))
    return;
  content_state state = {.inking = visit->inking};
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded;
  qpdf_oh_get_stream_data(pdf, object, qpdf_dl_generalized, &is_decoded, &data, &length);
  replace_data(pdf, object, rewrite_content(&state, data, length, &visit->is_sound));
}

bool pc_operators_rewrite(pc_pdf *pdf, const pc_inking *inking) {
  form_visit visit = {inking, true};
  if (inking->press != NULL)
    pc_pdf_visit(pdf, rewrite_form, &visit);
  return rewrite_page(pdf, inking) && visit.is_sound;
}
