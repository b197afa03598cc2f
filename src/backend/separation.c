/* separation.c - walks from the page to everything that it draws with.  Layer: backend. */
#include "backend/separation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "backend/matrix.h"
#include "backend/operators.h"
#include "backend/rasters.h"
#include "backend/resources.h"
#include "backend/shadings.h"
#include "backend/transparency.h"
#include "figure/image.h"
#include "figure/pdf_import.h"

bool pc_separation_is_new(pc_separation *work, qpdf_oh object) {
  const int id =
      qpdf_oh_is_indirect(work->pdf, object) ? qpdf_oh_get_object_id(work->pdf, object) : 0;
  return id == 0 || g_hash_table_add(work->done, GINT_TO_POINTER(id));
}

bool pc_separation_measures_rgb(pc_separation *work) {
  if (work->most <= 0)
    work->most = pc_press_measure_ink(work->press) * 100;
  return work->most > work->limit;
}

/* Once for each figure. */
static void report(pc_separation *work, GHashTable *said, pc_code code, const char *what,
                   const char *hint) {
  const pc_command *figure = work->figure;
  const char *file = figure != NULL ? pc_image_file(figure->image.image) : NULL;
  g_autofree char *name = file != NULL ? g_strdup_printf(_("'%s'"), file) : g_strdup(_("a figure"));
  g_autofree char *why = g_strdup_printf(_("%s %s"), name, _(what));
  const pc_place at = figure != NULL ? figure->at : (pc_place){0};
  if (g_hash_table_add(said, g_strdup(why)))
    PC_REPORT_HINT(work->diags, at, code, hint, "%s", why);
}

void pc_separation_refuse(pc_separation *work, const char *what, const char *hint) {
  report(work, work->refused, PC_PRINT_RULE, what, hint);
}

void pc_separation_advise(pc_separation *work, const char *what, const char *hint) {
  report(work, work->advised, PC_PRINT_ADVICE, what, hint);
}

static void note_transparency(pc_separation *work) {
  work->is_transparent = true;
  if (work->is_opaque && work->figure != NULL)
    pc_separation_refuse(work, "is transparent in places, which PDF/X-1a cannot hold",
                         "export it without transparency, or write print.standard: pdf/x-4");
}

/* Where layers are mixed: on paper in its inks, in a soft mask in greys, and where the author of a
 * figure chose a space of its own, there.  What hides nothing needs no group. */
static void set_group(pc_separation *work, qpdf_oh dict, pc_mix_target target) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh group = qpdf_oh_get_key(pdf, dict, "/Group");
  if (!qpdf_oh_is_dictionary(pdf, group))
    return;
  const qpdf_oh space = qpdf_oh_get_key(pdf, group, "/CS");
  const bool is_rgb = pc_spaces_read(work->spaces, space, group)->kind == PC_SPACE_RGB;
  const bool is_device = qpdf_oh_is_name(pdf, space);
  const char *name = target == PC_TARGET_SHARES ? "/DeviceGray" : "/DeviceCMYK";
  if (is_rgb && (is_device || work->target == PC_TARGET_INKS))
    qpdf_oh_replace_key(pdf, group, "/CS", qpdf_oh_new_name(pdf, name));
  if (work->is_opaque)
    qpdf_oh_remove_key(pdf, dict, "/Group");
}

static void rewrite_stream(pc_separation *work, qpdf_oh stream, const pc_stream *content) {
  pc_pdf *pdf = work->pdf;
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &data, &length);
  GString *written = pc_operators_rewrite(content, (const char *)data, length);
  free(data);
  work->is_sound = work->is_sound && written != NULL;
  if (written == NULL)
    return;
  pc_pdf_set_data(pdf, stream, written->str, written->len);
  g_string_free(written, TRUE);
}

static void visit_glyphs(pc_separation *work, qpdf_oh font, const pc_stream *from);
static void visit_resources(pc_separation *work, const pc_stream *content);

/* A form, a tile of a pattern, a glyph. */
static void visit_content(pc_separation *work, qpdf_oh stream, const pc_stream *from,
                          const double matrix[6], pc_mix_target target) {
  pc_pdf *pdf = work->pdf;
  if (!qpdf_oh_is_stream(pdf, stream) || !pc_separation_is_new(work, stream))
    return;
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  const qpdf_oh own = qpdf_oh_get_key(pdf, dict, "/Resources");
  pc_stream content = {.work = work,
                       .resources = qpdf_oh_is_dictionary(pdf, own) ? own : from->resources,
                       .target = target,
                       .is_foreign =
                           from->is_foreign || qpdf_oh_has_key(pdf, dict, PC_PDF_FOREIGN)};
  pc_matrix_read(pdf, dict, "/Matrix", content.matrix);
  pc_matrix_join(content.matrix, matrix, content.matrix);
  set_group(work, dict, target);
  rewrite_stream(work, stream, &content);
  visit_resources(work, &content);
}

static bool is_light(pc_separation *work, qpdf_oh image, qpdf_oh resources) {
  const qpdf_oh space = qpdf_oh_get_key(work->pdf, image, "/ColorSpace");
  return pc_space_is_mixed(pc_spaces_read(work->spaces, space, resources), PC_TARGET_SHARES);
}

static void visit_picture(pc_separation *work, qpdf_oh image, const pc_stream *from) {
  const qpdf_oh dict = qpdf_oh_get_dict(work->pdf, image);
  if (!pc_separation_is_new(work, image))
    return;
  if (pc_transparency_is_in(work->pdf, dict))
    note_transparency(work);
  if (from->target != PC_TARGET_SHARES)
    pc_raster_separate(work, image, from->resources);
  else if (work->target == PC_TARGET_INKS && is_light(work, dict, from->resources))
    pc_separation_refuse(work, "has a soft mask made of a picture in RGB",
                         "export it with a mask in grey, or write print.color: hybrid");
}

void pc_separation_visit_object(pc_separation *work, qpdf_oh object, const pc_stream *from,
                                const double matrix[6]) {
  if (!qpdf_oh_is_stream(work->pdf, object))
    return;
  const gpointer id = GINT_TO_POINTER(qpdf_oh_get_object_id(work->pdf, object));
  const pc_command *picture = g_hash_table_lookup(work->pictures, id);
  const pc_command *around = work->figure;
  work->figure = picture != NULL ? picture : around;
  if (pc_pdf_has_name(work->pdf, object, "/Subtype", "/Form"))
    visit_content(work, object, from, matrix, from->target);
  else
    visit_picture(work, object, from);
  work->figure = around;
}

void pc_separation_visit_pattern(pc_separation *work, qpdf_oh pattern, const pc_stream *from) {
  pc_pdf *pdf = work->pdf;
  if (qpdf_oh_is_stream(pdf, pattern)) {
    visit_content(work, pattern, from, from->matrix, from->target);
    return;
  }
  if (!qpdf_oh_is_dictionary(pdf, pattern))
    return;
  pc_shading_separate(work, qpdf_oh_get_key(pdf, pattern, "/Shading"), from->resources,
                      from->target);
  pc_separation_visit_state(work, qpdf_oh_get_key(pdf, pattern, "/ExtGState"), from);
}

void pc_separation_visit_state(pc_separation *work, qpdf_oh state, const pc_stream *from) {
  pc_pdf *pdf = work->pdf;
  if (!qpdf_oh_is_dictionary(pdf, state))
    return;
  if (pc_transparency_is_in(pdf, state))
    note_transparency(work);
  const qpdf_oh mask = qpdf_oh_get_key(pdf, state, "/SMask");
  if (!qpdf_oh_is_dictionary(pdf, mask))
    return;
  const bool is_alpha = pc_pdf_has_name(pdf, mask, "/S", "/Alpha");
  visit_content(work, qpdf_oh_get_key(pdf, mask, "/G"), from, from->matrix,
                is_alpha ? from->target : PC_TARGET_SHARES);
}

/* Glyphs that are drawn as pages are (Type 3). */
static void visit_glyphs(pc_separation *work, qpdf_oh font, const pc_stream *from) {
  pc_pdf *pdf = work->pdf;
  const double no_size[6] = {0};
  if (!pc_pdf_has_name(pdf, font, "/Subtype", "/Type3") || !pc_separation_is_new(work, font))
    return;
  const qpdf_oh own = qpdf_oh_get_key(pdf, font, "/Resources");
  pc_stream content = *from;
  content.resources = qpdf_oh_is_dictionary(pdf, own) ? own : from->resources;
  const qpdf_oh glyphs = qpdf_oh_get_key(pdf, font, "/CharProcs");
  if (!qpdf_oh_is_dictionary(pdf, glyphs))
    return;
  g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, glyphs);
  for (guint i = 0; i < names->len; i++)
    visit_content(work, qpdf_oh_get_key(pdf, glyphs, names->pdata[i]), &content, no_size,
                  from->target);
  visit_resources(work, &content);
}

static void visit_left_object(pc_separation *work, qpdf_oh object, const pc_stream *from) {
  pc_separation_visit_object(work, object, from, from->matrix);
}

static void visit_left_shading(pc_separation *work, qpdf_oh shading, const pc_stream *from) {
  pc_shading_separate(work, shading, from->resources, from->target);
}

/* What is there, used by the content or not: what is used has been visited in its place. */
static const struct {
  const char *key;
  void (*visit)(pc_separation *work, qpdf_oh resource, const pc_stream *from);
} kinds[] = {
    {"/XObject", visit_left_object},  {"/Pattern", pc_separation_visit_pattern},
    {"/Shading", visit_left_shading}, {"/ExtGState", pc_separation_visit_state},
    {"/Font", visit_glyphs},
};

static void visit_resources(pc_separation *work, const pc_stream *content) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh resources = content->resources;
  if (!qpdf_oh_is_dictionary(pdf, resources) || !pc_separation_is_new(work, resources))
    return;
  g_array_append_val(work->resources, resources);
  pc_resources_separate_inks(work, resources);
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    const qpdf_oh map = qpdf_oh_get_key(pdf, resources, kinds[i].key);
    if (!qpdf_oh_is_dictionary(pdf, map))
      continue;
    g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, map);
    for (guint k = 0; k < names->len; k++)
      kinds[i].visit(work, qpdf_oh_get_key(pdf, map, names->pdata[k]), content);
  }
}

static bool visit_page(pc_separation *work) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh page = qpdf_get_page_n(pdf, 0);
  const pc_stream content = {.work = work,
                             .resources = qpdf_oh_get_key(pdf, page, "/Resources"),
                             .target = work->target,
                             .matrix = {1, 0, 0, 1, 0, 0}};
  const bool is_read = pc_operators_rewrite_page(pdf, work);
  work->figure = NULL;
  visit_resources(work, &content);
  set_group(work, page, work->target);
  if (!work->is_transparent)
    qpdf_oh_remove_key(pdf, page, "/Group");
  return is_read;
}

static bool has_inks(const GArray *own, const pc_color *color) {
  for (guint i = 0; i < own->len; i++) {
    const double *ink = g_array_index(own, pc_own_inks, i).inks.ink;
    const double off = fabs(ink[0] - color->c) + fabs(ink[1] - color->m) + fabs(ink[2] - color->y) +
                       fabs(ink[3] - color->k);
    if (off < 1e-9)
      return true;
  }
  return false;
}

/* Colours that were written as cmyk(): a print file has exactly these inks. */
static GArray *list_own_inks(const pc_display *display) {
  GArray *own = g_array_new(FALSE, FALSE, sizeof(pc_own_inks));
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_color *color = &pc_display_at(display, i)->color;
    if (!color->is_cmyk || has_inks(own, color))
      continue;
    const pc_own_inks inks = {{color->r, color->g, color->b},
                              {{color->c, color->m, color->y, color->k}}};
    g_array_append_val(own, inks);
  }
  return own;
}

static const pc_command **list_figures(const pc_separation_wish *wish) {
  const pc_command **figures = g_new0(const pc_command *, (gsize)wish->marking->n_contents + 1);
  for (int i = 0; i < pc_display_count(wish->display); i++) {
    const pc_command *command = pc_display_at(wish->display, i);
    const int number = wish->marking->contents[i];
    if (command->kind == PC_COMMAND_IMAGE && number >= 0)
      figures[number] = command;
  }
  return figures;
}

/* What posterc itself paints so that something shows through. */
static void refuse_thin_colors(pc_separation *work, const pc_display *display) {
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    const bool is_drawn = command->kind == PC_COMMAND_FILL || command->kind == PC_COMMAND_STROKE ||
                          command->kind == PC_COMMAND_RUN;
    if (!is_drawn || command->color.a >= 1)
      continue;
    g_autofree char *color = pc_color_format(command->color);
    g_autofree char *why =
        g_strdup_printf(_("the colour %s is transparent, which PDF/X-1a cannot hold"), color);
    if (g_hash_table_add(work->refused, g_strdup(why)))
      PC_REPORT_HINT(work->diags, command->at, PC_PRINT_RULE,
                     "leave out the last two digits of the colour, or write print.standard: "
                     "pdf/x-4",
                     "%s", why);
  }
}

static void open_work(pc_separation *work, pc_pdf *pdf, const pc_separation_wish *wish,
                      pc_diags *diags) {
  const pc_print *print = wish->print;
  const pc_press *press = wish->condition->press;
  const bool is_x1a = print->standard == PC_STANDARD_X1A;
  *work = (pc_separation){
      .pdf = pdf,
      .press = press,
      .spaces = pc_spaces_new(pdf, press, wish->condition->profile),
      .target = is_x1a || print->color == PC_INK_CMYK ? PC_TARGET_INKS : PC_TARGET_HYBRID,
      .is_opaque = is_x1a,
      .own = list_own_inks(wish->display),
      .pictures = wish->pictures,
      .contents = list_figures(wish),
      .n_contents = wish->marking->n_contents,
      .meter = pc_ink_meter_new(print->ink_limit),
      .limit = print->ink_limit,
      .done = g_hash_table_new(NULL, NULL),
      .resources = g_array_new(FALSE, FALSE, sizeof(qpdf_oh)),
      .is_sound = true,
      .refused = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
      .advised = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
      .diags = diags,
  };
}

static void close_work(pc_separation *work) {
  pc_spaces_free(work->spaces);
  g_array_unref(work->own);
  g_free(work->contents);
  pc_ink_meter_free(work->meter);
  g_hash_table_unref(work->done);
  g_array_unref(work->resources);
  g_hash_table_unref(work->refused);
  g_hash_table_unref(work->advised);
}

bool pc_separate(pc_pdf *pdf, const pc_separation_wish *wish, pc_diags *diags) {
  pc_separation work;
  open_work(&work, pdf, wish, diags);
  if (work.is_opaque)
    refuse_thin_colors(&work, wish->display);
  const bool is_read = visit_page(&work);
  pc_resources_finish(&work);
  pc_ink_meter_add_display(work.meter, wish->display, work.press);
  pc_ink_meter_report(work.meter, diags);
  if (work.is_opaque && work.is_transparent && g_hash_table_size(work.refused) == 0)
    pc_separation_refuse(&work, "is transparent, which PDF/X-1a cannot hold",
                         "write print.standard: pdf/x-4");
  const bool ok = is_read && work.is_sound;
  close_work(&work);
  return ok;
}
