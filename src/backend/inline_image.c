/* inline_image.c - an inline picture as an object of its own.  Layer: backend. */
#include "backend/inline_image.h"

#include <string.h>

#include "backend/rasters.h"

/* ISO 32000-1, tables 93 and 94. */
static const struct {
  const char *abbreviation, *name;
} names[] = {
    {"/BPC", "/BitsPerComponent"}, {"/CS", "/ColorSpace"},      {"/D", "/Decode"},
    {"/DP", "/DecodeParms"},       {"/F", "/Filter"},           {"/H", "/Height"},
    {"/IM", "/ImageMask"},         {"/I", "/Interpolate"},      {"/W", "/Width"},
    {"/AHx", "/ASCIIHexDecode"},   {"/A85", "/ASCII85Decode"},  {"/LZW", "/LZWDecode"},
    {"/Fl", "/FlateDecode"},       {"/RL", "/RunLengthDecode"}, {"/CCF", "/CCITTFaxDecode"},
    {"/DCT", "/DCTDecode"},
};

static const char *expand(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    if (strcmp(names[i].abbreviation, name) == 0)
      return names[i].name;
  }
  return name;
}

static qpdf_oh expand_name(pc_pdf *pdf, qpdf_oh value) {
  if (!qpdf_oh_is_name(pdf, value))
    return value;
  g_autofree char *name = g_strdup(qpdf_oh_get_name(pdf, value));
  return qpdf_oh_new_name(pdf, expand(name));
}

static qpdf_oh expand_filters(pc_pdf *pdf, qpdf_oh value) {
  if (!qpdf_oh_is_array(pdf, value))
    return expand_name(pdf, value);
  const qpdf_oh expanded = qpdf_oh_new_array(pdf);
  const int count = qpdf_oh_get_array_n_items(pdf, value);
  for (int i = 0; i < count; i++)
    qpdf_oh_append_item(pdf, expanded, expand_name(pdf, qpdf_oh_get_array_item(pdf, value, i)));
  return expanded;
}

/* The dictionary between BI and ID. */
static qpdf_oh read_dict(pc_pdf *pdf, const pc_operation *operation) {
  const size_t begin = strlen("BI"), end = operation->data - strlen("ID ");
  g_autofree char *text =
      g_strdup_printf("<< %.*s >>", (int)(end - begin), operation->text + begin);
  return qpdf_oh_parse(pdf, text);
}

static qpdf_oh make_object(pc_pdf *pdf, const pc_operation *operation, qpdf_oh from) {
  const qpdf_oh stream = qpdf_oh_new_stream(pdf), to = qpdf_oh_get_dict(pdf, stream);
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, from);
  for (guint i = 0; i < keys->len; i++)
    qpdf_oh_replace_key(pdf, to, expand(keys->pdata[i]),
                        qpdf_oh_get_key(pdf, from, keys->pdata[i]));
  const qpdf_oh filter = expand_filters(pdf, qpdf_oh_get_key(pdf, to, "/Filter"));
  const qpdf_oh parms = qpdf_oh_get_key(pdf, to, "/DecodeParms");
  qpdf_oh_replace_key(pdf, to, "/Type", qpdf_oh_new_name(pdf, "/XObject"));
  qpdf_oh_replace_key(pdf, to, "/Subtype", qpdf_oh_new_name(pdf, "/Image"));
  const size_t length = operation->operands - MIN(operation->operands, operation->data);
  qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)operation->text + operation->data,
                              length, filter, parms);
  return stream;
}

/* Whether its colours may have to change. */
static bool is_mixed(pc_separation *work, qpdf_oh image, qpdf_oh resources) {
  const qpdf_oh dict = qpdf_oh_get_dict(work->pdf, image);
  const qpdf_oh space = qpdf_oh_get_key(work->pdf, dict, "/ColorSpace");
  return !qpdf_oh_is_null(work->pdf, space) &&
         pc_space_is_mixed(pc_spaces_read(work->spaces, space, resources), work->target);
}

/* In print.color: hybrid colours stay, and pictures in the content with them. */
static bool has_changed(pc_separation *work, qpdf_oh image, qpdf_oh before) {
  const qpdf_oh dict = qpdf_oh_get_dict(work->pdf, image);
  g_autofree char *old = g_strdup(qpdf_oh_unparse(work->pdf, before));
  const char *now = qpdf_oh_unparse(work->pdf, qpdf_oh_get_key(work->pdf, dict, "/ColorSpace"));
  return strcmp(old, now) != 0;
}

bool pc_inline_image_move(pc_separation *work, qpdf_oh resources, const pc_operation *operation,
                          GString *out) {
  pc_pdf *pdf = work->pdf;
  const bool is_whole = operation->data > strlen("BIID ") && operation->data <= operation->operands;
  const qpdf_oh from = is_whole ? read_dict(pdf, operation) : qpdf_oh_new_null(pdf);
  if (!qpdf_oh_is_dictionary(pdf, from) || !qpdf_oh_is_dictionary(pdf, resources))
    return false;
  const qpdf_oh image = make_object(pdf, operation, from);
  if (!is_mixed(work, image, resources))
    return false;
  const qpdf_oh space = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, image), "/ColorSpace");
  pc_raster_separate(work, image, resources);
  if (!has_changed(work, image, space))
    return false;
  g_autofree char *name = g_strdup_printf("/XXinline%d", ++work->n_made);
  qpdf_oh_replace_key(pdf, pc_pdf_open_dict(pdf, resources, "/XObject"), name, image);
  g_string_append_printf(out, "%s Do\n", name);
  return true;
}
