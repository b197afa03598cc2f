/* rules_drawn.c - checks of what pages draw: colours, lines, pictures, marked content.
 * Layer: backend. */
#include <math.h>
#include <string.h>

#include "backend/rules.h"

/* Numbers are written with some digits only. */
#define SLACK 1e-3
#define HAIRLINE_PT 0.25
#define MOST_INK 3.0
/* SPEC section 11. */
#define LEAST_PPI 150.0
/* A picture that fills an area with one colour has no resolution. */
#define LEAST_PIXELS 3.0
#define LEAST_SIDE_PT 9.0

static bool is_any(const pc_operation *operation, const char *const *names) {
  for (; *names != NULL; names++) {
    if (pc_operation_is(operation, *names))
      return true;
  }
  return false;
}

static const char *const stroking[] = {"S", "s", "B", "b", "B*", "b*", NULL};
static const char *const filling[] = {"f", "F", "f*", "B", "b", "B*", "b*", NULL};
static const char *const writing[] = {"Tj", "TJ", "'", "\"", NULL};
static const char *const other_painting[] = {"Do", "sh", "EI", NULL};

void pc_rule_contents(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  if (preflight->drawn_end == PC_DRAWN_BROKEN)
    pc_preflight_breach(preflight, "what is drawn on the page cannot be read to its end");
  if (preflight->drawn_end == PC_DRAWN_TOO_MUCH)
    pc_preflight_breach(preflight, "more is drawn on the page than can be looked through");
}

/* The colours that an operation paints with. */
static int list_paints(const pc_subject *subject, const pc_paint *paints[2]) {
  const pc_drawn_state *state = &subject->drawn->state;
  int n = 0;
  if (is_any(subject->operation, filling) || is_any(subject->operation, writing))
    paints[n++] = &state->fill;
  if (is_any(subject->operation, stroking))
    paints[n++] = &state->stroke;
  return n;
}

static bool paints_in(const pc_subject *subject, pc_paint_kind kind) {
  const pc_paint *paints[2];
  const int n = list_paints(subject, paints);
  for (int i = 0; i < n; i++) {
    if (paints[i]->kind == kind)
      return true;
  }
  return false;
}

static bool is_rgb_image(const pc_drawn *drawn) {
  return drawn->image != 0 &&
         pc_pdf_has_name(drawn->pdf, drawn->image, "/ColorSpace", "/DeviceRGB");
}

void pc_rule_rgb_declared(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn *drawn = subject->drawn;
  if (!drawn->has_default_rgb && (paints_in(subject, PC_PAINT_RGB) || is_rgb_image(drawn)))
    pc_preflight_breach(preflight, "RGB is used without saying which RGB is meant");
}

void pc_rule_rgb(pc_preflight *preflight, const pc_subject *subject) {
  if (paints_in(subject, PC_PAINT_RGB))
    pc_preflight_breach(preflight, "a colour is drawn in RGB, not in inks");
}

void pc_rule_hairlines(pc_preflight *preflight, const pc_subject *subject) {
  if (!is_any(subject->operation, stroking))
    return;
  const pc_drawn_state *state = &subject->drawn->state;
  const double width = state->line_width * pc_drawn_scale(state);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(text, sizeof text, "%.2f", width);
  if (width < HAIRLINE_PT - SLACK)
    pc_preflight_breach(preflight, "a line is only %s pt wide", text);
}

void pc_rule_ink(pc_preflight *preflight, const pc_subject *subject) {
  const pc_paint *paints[2];
  const int n = list_paints(subject, paints);
  for (int i = 0; i < n; i++) {
    const double *ink = paints[i]->n;
    const double sum = ink[0] + ink[1] + ink[2] + ink[3];
    if (paints[i]->kind == PC_PAINT_CMYK && sum > MOST_INK + SLACK)
      pc_preflight_breach(preflight, "a colour has %.0f %% of ink", 100 * sum);
  }
}

void pc_rule_black(pc_preflight *preflight, const pc_subject *subject) {
  const double *n = subject->drawn->state.fill.n;
  const bool is_text = is_any(subject->operation, writing);
  if (is_text && subject->drawn->state.fill.kind == PC_PAINT_RGB && fabs(n[0] - n[1]) < SLACK &&
      fabs(n[1] - n[2]) < SLACK && n[0] < 1 - SLACK)
    pc_preflight_breach(preflight, "black or grey text is given in RGB, so it may be printed with "
                                   "four inks and get coloured edges");
}

static double measure_ppi(pc_pdf *pdf, qpdf_oh image, const double *m) {
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, image);
  const double width = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_key(pdf, dict, "/Width"));
  const double height = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_key(pdf, dict, "/Height"));
  const double across = hypot(m[0], m[1]), down = hypot(m[2], m[3]);
  if (MIN(width, height) < LEAST_PIXELS || MIN(across, down) < LEAST_SIDE_PT)
    return INFINITY;
  return 72 * MIN(width / across, height / down);
}

void pc_rule_resolution(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn *drawn = subject->drawn;
  if (drawn->image == 0)
    return;
  const double ppi = measure_ppi(drawn->pdf, drawn->image, drawn->state.matrix);
  if (ppi < LEAST_PPI - 0.5)
    pc_preflight_breach(preflight, "a picture has only %.0f pixels an inch at its size", ppi);
}

void pc_rule_marked(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn *drawn = subject->drawn;
  const pc_operation *operation = subject->operation;
  const bool is_painted = is_any(operation, filling) || is_any(operation, stroking) ||
                          is_any(operation, writing) || is_any(operation, other_painting);
  if (drawn->depth == 0 && is_painted && drawn->marks.artifact == 0 && drawn->marks.tagged == 0)
    pc_preflight_breach(preflight, "something is drawn that a reader aloud knows nothing of");
}

void pc_rule_balance(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn_marks *marks = &subject->drawn->marks;
  const bool is_last = subject->operation->name[0] == '\0';
  if (is_last && (marks->is_unbalanced || marks->depth > 0))
    pc_preflight_breach(preflight, "a marked content does not end, or was never begun");
}

void pc_rule_artifacts(pc_preflight *preflight, const pc_subject *subject) {
  static const char artifact[] = "/Artifact";
  const pc_drawn *drawn = subject->drawn;
  const pc_operation *operation = subject->operation;
  const bool begins = pc_operation_is(operation, "BMC") || pc_operation_is(operation, "BDC");
  if (!begins || drawn->depth > 0)
    return;
  const bool is_artifact = operation->operands >= strlen(artifact) &&
                           memcmp(operation->text, artifact, strlen(artifact)) == 0;
  if ((is_artifact && drawn->marks.tagged > 0) ||
      (drawn->content >= 0 && drawn->marks.artifact > 0))
    pc_preflight_breach(preflight, "decoration and text to be read are inside each other");
}
