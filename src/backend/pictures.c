/* pictures.c - swaps placeholders for compressed data, repairs CMYK JPEGs.  Layer: backend. */
#include "backend/pictures.h"

#include <stdlib.h>
#include <string.h>

#include "figure/image.h"

/* Where Adobe's marker stands in a JPEG at the latest: before the tables. */
#define ADOBE_SEARCH ((size_t)1 << 20)

/* A JPEG's own bytes; the caller frees them with free. */
static unsigned char *get_raw_data(pc_pdf *pdf, qpdf_oh stream, size_t *length) {
  unsigned char *data = NULL;
  QPDF_BOOL filtered;
  *length = 0;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_none, &filtered, &data, length);
  return data;
}

static bool is_adobe(pc_pdf *pdf, qpdf_oh stream) {
  static const char marker[] = "\xff\xee\0\x0e"
                               "Adobe";
  size_t length;
  unsigned char *data = get_raw_data(pdf, stream, &length);
  bool found = data != NULL && memmem(data, MIN(length, ADOBE_SEARCH), marker, 9) != NULL;
  free(data);
  return found;
}

/* Adobe's CMYK JPEGs are inverted and PDF readers do not look for it; cairo writes no /Decode. */
static void repair_cmyk(pc_pdf *pdf, qpdf_oh stream) {
  qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  if (pc_pdf_has_name(pdf, dict, "/ColorSpace", "/DeviceCMYK") &&
      !qpdf_oh_has_key(pdf, dict, "/Decode") && is_adobe(pdf, stream))
    qpdf_oh_replace_key(pdf, dict, "/Decode", qpdf_oh_parse(pdf, "[1 0 1 0 1 0 1 0]"));
}

/* The picture whose key is the comment of this JPEG, or NULL. */
static const pc_image *find_image(pc_pdf *pdf, qpdf_oh stream, GHashTable *images) {
  size_t length;
  g_autofree char *key = NULL;
  unsigned char *data = get_raw_data(pdf, stream, &length);
  if (length > 6 && length >= 4u + data[5] && data[3] == 0xfe)
    key = g_strndup((const char *)data + 6, data[5] - 2u);
  free(data);
  return key != NULL ? g_hash_table_lookup(images, key) : NULL;
}

static void swap_placeholder(pc_pdf *pdf, qpdf_oh stream, GHashTable *images) {
  const pc_image *image = find_image(pdf, stream, images);
  if (image == NULL)
    return;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = pc_image_copy(image, &text);
  qpdf_oh made = qpdf_oh_parse(pdf, text), dict = qpdf_oh_get_dict(pdf, stream);
  static const char *const keys[] = {"/ColorSpace", "/BitsPerComponent"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    qpdf_oh_replace_key(pdf, dict, keys[i], qpdf_oh_get_key(pdf, made, keys[i]));
  size_t length;
  const unsigned char *data = g_bytes_get_data(bytes, &length);
  qpdf_oh_replace_stream_data(pdf, stream, data, length, qpdf_oh_new_name(pdf, "/FlateDecode"),
                              qpdf_oh_get_key(pdf, made, "/DecodeParms"));
}

static void finish_object(pc_pdf *pdf, qpdf_oh object, void *user) {
  if (!qpdf_oh_is_stream(pdf, object) || !pc_pdf_has_name(pdf, object, "/Filter", "/DCTDecode"))
    return;
  qpdf_oh length = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, object), "/Length");
  if (qpdf_oh_get_int_value_as_int(pdf, length) <= PC_IMAGE_MAX_PLACEHOLDER)
    swap_placeholder(pdf, object, user);
  else
    repair_cmyk(pdf, object);
}

void pc_pictures_finish(pc_pdf *pdf, const pc_display *display) {
  g_autoptr(GHashTable) images = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    const char *key = command->kind == PC_COMMAND_IMAGE ? pc_image_key(command->image.image) : NULL;
    if (key != NULL)
      g_hash_table_insert(images, (gpointer)key, (gpointer)command->image.image);
  }
  pc_pdf_visit(pdf, finish_object, images);
}
