/* rules_drawn.c - checks of what pages draw: colours, lines, pictures, marked content.
 * Layer: backend. */
#include <math.h>
#include <string.h>

#include "backend/matrix.h"
#include "backend/paints.h"
#include "backend/press.h"
#include "backend/rules.h"

/* Numbers are written with some digits only. */
#define SLACK 1e-3
#define HAIRLINE_PT 0.25
/* SPEC section 11. */
#define LEAST_PPI 150.0
/* A picture that fills an area with one colour has no resolution. */
#define LEAST_PIXELS 3
#define LEAST_SIDE_PT 9.0

void pc_rule_contents(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  if (preflight->drawn_end == PC_DRAWN_BROKEN)
    pc_preflight_breach(preflight, "what is drawn on the page cannot be read to its end");
  if (preflight->drawn_end == PC_DRAWN_TOO_MUCH)
    pc_preflight_breach(preflight, "more is drawn on the page than can be looked through");
}

static bool paints_in(const pc_subject *subject, pc_paint_kind kind) {
  const pc_paint *paints[2];
  const int n = pc_drawn_list_paints(subject->drawn, subject->operation, paints);
  for (int i = 0; i < n; i++) {
    if (paints[i]->kind == kind)
      return true;
  }
  return false;
}

static bool is_rgb_image(const pc_drawn_at *drawn) {
  return drawn->image != 0 &&
         pc_pdf_has_name(drawn->pdf, drawn->image, "/ColorSpace", "/DeviceRGB");
}

void pc_rule_rgb_declared(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn_at *drawn = subject->drawn;
  if (!drawn->has_default_rgb && (paints_in(subject, PC_PAINT_RGB) || is_rgb_image(drawn)))
    pc_preflight_breach(preflight, "RGB is used without saying which RGB is meant");
}

void pc_rule_rgb(pc_preflight *preflight, const pc_subject *subject) {
  if (paints_in(subject, PC_PAINT_RGB))
    pc_preflight_breach(preflight, "a colour is drawn in RGB, not in inks");
}

void pc_rule_hairlines(pc_preflight *preflight, const pc_subject *subject) {
  if (!pc_operation_strokes(subject->operation))
    return;
  const pc_drawn_state *state = &subject->drawn->state;
  const double width = state->line_width * pc_matrix_scale(state->matrix);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(text, sizeof text, "%.2f", width);
  if (width < HAIRLINE_PT - SLACK)
    pc_preflight_breach(preflight, "a line is only %s pt wide", text);
}

void pc_rule_ink(pc_preflight *preflight, const pc_subject *subject) {
  const pc_paint *paints[2];
  const int n = pc_drawn_list_paints(subject->drawn, subject->operation, paints);
  for (int i = 0; i < n; i++) {
    const double *ink = paints[i]->n;
    const double sum = ink[0] + ink[1] + ink[2] + ink[3];
    if (paints[i]->kind == PC_PAINT_CMYK && sum > preflight->ink_limit / 100 + SLACK)
      pc_preflight_breach(preflight, "a colour has %.0f %% of ink", 100 * sum);
  }
}

static bool is_grey_rgb(const pc_paint *paint) {
  const double *n = paint->n;
  return paint->kind == PC_PAINT_RGB && fabs(n[0] - n[1]) < SLACK && fabs(n[1] - n[2]) < SLACK &&
         n[0] < 1 - SLACK;
}

void pc_rule_black(pc_preflight *preflight, const pc_subject *subject) {
  const pc_paint *fill = &subject->drawn->state.fill;
  if (!pc_operation_writes(subject->operation))
    return;
  if (is_grey_rgb(fill))
    pc_preflight_breach(preflight, "black or grey text is given in RGB, so it may be printed with "
                                   "four inks and get coloured edges");
  else if (fill->kind == PC_PAINT_CMYK && pc_inks_are_mixed_black(fill->n))
    pc_preflight_breach(preflight,
                        "black text is mixed from four inks, so it may get coloured edges");
}

void pc_rule_resolution(pc_preflight *preflight, const pc_subject *subject) {
  if (subject->drawn->image == 0)
    return;
  const pc_drawn_picture picture = pc_drawn_measure_picture(subject->drawn);
  const bool is_picture = MIN(picture.width, picture.height) >= LEAST_PIXELS &&
                          MIN(picture.across, picture.down) >= LEAST_SIDE_PT;
  if (is_picture && picture.ppi < LEAST_PPI - 0.5)
    pc_preflight_breach(preflight, "a picture has only %.0f pixels an inch at its size",
                        picture.ppi);
}

void pc_rule_marked(pc_preflight *preflight, const pc_subject *subject) {
  const pc_drawn_at *drawn = subject->drawn;
  if (drawn->depth == 0 && pc_operation_paints(subject->operation) && drawn->marks.artifact == 0 &&
      drawn->marks.tagged == 0)
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
  const pc_drawn_at *drawn = subject->drawn;
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
