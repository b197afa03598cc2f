/* resources.c - names of colour spaces, and what printers take instead of special inks.
 * Layer: backend. */
#include "backend/resources.h"

#include "backend/intent.h"
#include "backend/shadings.h"

#define SPECIAL_HINT "export it with CMYK as the substitute of its special inks"

static bool is_special(pc_pdf *pdf, qpdf_oh space) {
  const qpdf_oh family =
      qpdf_oh_is_array(pdf, space) ? qpdf_oh_get_array_item(pdf, space, 0) : qpdf_oh_new_null(pdf);
  return (qpdf_oh_is_name_and_equals(pdf, family, "/Separation") ||
          qpdf_oh_is_name_and_equals(pdf, family, "/DeviceN")) &&
         qpdf_oh_get_array_n_items(pdf, space) >= 4;
}

/* ISO 32000-1, 8.6.6.4: name, substitute, how much of the substitute. */
static void set_substitute(pc_separation *work, qpdf_oh space, qpdf_oh resources) {
  pc_pdf *pdf = work->pdf;
  if (!is_special(pdf, space) || !pc_separation_is_new(work, space))
    return;
  const pc_space *substitute =
      pc_spaces_read(work->spaces, qpdf_oh_get_array_item(pdf, space, 2), resources);
  if (!pc_space_is_mixed(substitute, PC_TARGET_INKS))
    return;
  qpdf_oh made;
  if (!pc_gradient_mix(work, substitute, qpdf_oh_get_array_item(pdf, space, 3), &made)) {
    pc_separation_refuse(work, "has a special ink whose substitute cannot be converted",
                         SPECIAL_HINT);
    return;
  }
  qpdf_oh_set_array_item(pdf, space, 2, qpdf_oh_new_name(pdf, "/DeviceCMYK"));
  qpdf_oh_set_array_item(pdf, space, 3, made);
}

void pc_resources_separate_inks(pc_separation *work, qpdf_oh resources) {
  const qpdf_oh spaces = qpdf_oh_get_key(work->pdf, resources, "/ColorSpace");
  if (work->target != PC_TARGET_INKS || !qpdf_oh_is_dictionary(work->pdf, spaces))
    return;
  g_autoptr(GPtrArray) names = pc_pdf_list_keys(work->pdf, spaces);
  for (guint i = 0; i < names->len; i++)
    set_substitute(work, qpdf_oh_get_key(work->pdf, spaces, names->pdata[i]), resources);
}

/* A pattern's space goes with the colours that its stencils are filled with. */
static bool is_left(pc_separation *work, qpdf_oh space, qpdf_oh resources) {
  const pc_space *found = pc_spaces_read(work->spaces, space, resources);
  const pc_space *colors = found->kind == PC_SPACE_PATTERN ? found->base : found;
  return colors != NULL && pc_space_is_mixed(colors, PC_TARGET_INKS);
}

static void finish_inks(pc_separation *work, qpdf_oh resources) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh spaces = pc_pdf_open_dict(pdf, resources, "/ColorSpace");
  qpdf_oh_remove_key(pdf, spaces, "/DefaultRGB");
  g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, spaces);
  for (guint i = 0; i < names->len; i++) {
    if (is_left(work, qpdf_oh_get_key(pdf, spaces, names->pdata[i]), resources))
      qpdf_oh_remove_key(pdf, spaces, names->pdata[i]);
  }
}

static void finish_hybrid(pc_separation *work, qpdf_oh resources, qpdf_oh srgb) {
  const qpdf_oh spaces = pc_pdf_open_dict(work->pdf, resources, "/ColorSpace");
  if (!qpdf_oh_has_key(work->pdf, spaces, "/DefaultRGB"))
    qpdf_oh_replace_key(work->pdf, spaces, "/DefaultRGB", srgb);
}

void pc_resources_finish(pc_separation *work) {
  pc_pdf *pdf = work->pdf;
  const bool is_hybrid = work->target == PC_TARGET_HYBRID;
  const qpdf_oh srgb = is_hybrid ? pc_intent_make_srgb(pdf) : qpdf_oh_new_null(pdf);
  for (guint i = 0; i < work->resources->len; i++) {
    const qpdf_oh resources = g_array_index(work->resources, qpdf_oh, i);
    const qpdf_oh spaces = pc_pdf_open_dict(pdf, resources, "/ColorSpace");
    qpdf_oh_remove_key(pdf, spaces, "/DefaultGray");
    qpdf_oh_remove_key(pdf, spaces, "/DefaultCMYK");
    if (is_hybrid)
      finish_hybrid(work, resources, srgb);
    else
      finish_inks(work, resources);
  }
}
