/* pictures.c - makes image objects out of placeholders.  Layer: backend. */
#include "backend/pictures.h"

#include <stdlib.h>

#include "backend/forms.h"
#include "base/digest.h"
#include "figure/embed.h"

typedef struct picture_work {
  GHashTable *commands; /* key of the picture: the first command that paints it */
  GHashTable *profiles; /* checksum of a profile: number of its object */
  pc_placed_pictures *placed;
  pc_diags *diags;
} picture_work;

/* A colour space by its channels. */
static const char *const device_spaces[] = {
    [1] = "/DeviceGray", [3] = "/DeviceRGB", [4] = "/DeviceCMYK"};

/* The key in a placeholder: SOI, then the comment.  NULL: no placeholder.  The caller frees it. */
static char *read_key(pc_pdf *pdf, qpdf_oh stream) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered;
  char *key = NULL;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_none, &filtered, &data, &length);
  if (length > 6 && length <= PC_PLACEHOLDER_MAX && data[3] == 0xfe && length >= 4u + data[5])
    key = g_strndup((const char *)data + 6, data[5] - 2u);
  free(data);
  return key;
}

static void set_data(pc_pdf *pdf, qpdf_oh stream, GBytes *data, const char *filter, qpdf_oh parms) {
  size_t length;
  const unsigned char *bytes = g_bytes_get_data(data, &length);
  qpdf_oh name = filter != NULL ? qpdf_oh_new_name(pdf, filter) : qpdf_oh_new_null(pdf);
  qpdf_oh_replace_stream_data(pdf, stream, bytes, length, name, parms);
}

/* One object for all pictures with that profile. */
static qpdf_oh get_profile(pc_pdf *pdf, const pc_embedded *picture, picture_work *work) {
  g_autofree char *sum = pc_digest_of_bytes(picture->profile);
  int id = GPOINTER_TO_INT(g_hash_table_lookup(work->profiles, sum));
  if (id != 0)
    return qpdf_get_object_by_id(pdf, id, 0);
  qpdf_oh stream = qpdf_oh_new_stream(pdf), dict = qpdf_oh_get_dict(pdf, stream);
  set_data(pdf, stream, picture->profile, NULL, qpdf_oh_new_null(pdf));
  qpdf_oh_replace_key(pdf, dict, "/N", qpdf_oh_new_integer(pdf, picture->channels));
  qpdf_oh_replace_key(pdf, dict, "/Alternate",
                      qpdf_oh_new_name(pdf, device_spaces[picture->channels]));
  id = qpdf_oh_get_object_id(pdf, stream);
  g_hash_table_insert(work->profiles, g_steal_pointer(&sum), GINT_TO_POINTER(id));
  return stream;
}

static qpdf_oh make_base_space(pc_pdf *pdf, const pc_embedded *picture, picture_work *work) {
  if (picture->profile == NULL)
    return qpdf_oh_new_name(pdf, device_spaces[picture->channels]);
  qpdf_oh space = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_name(pdf, "/ICCBased"));
  qpdf_oh_append_item(pdf, space, get_profile(pdf, picture, work));
  return space;
}

static qpdf_oh make_space(pc_pdf *pdf, const pc_embedded *picture, picture_work *work) {
  qpdf_oh base = make_base_space(pdf, picture, work);
  if (picture->palette == NULL)
    return base;
  size_t length;
  const char *colors = g_bytes_get_data(picture->palette, &length);
  qpdf_oh space = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_name(pdf, "/Indexed"));
  qpdf_oh_append_item(pdf, space, base);
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_integer(pdf, (long long)length / 3 - 1));
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_binary_string(pdf, colors, length));
  return space;
}

/* How rows of PNG's filters are read. */
static qpdf_oh make_parms(pc_pdf *pdf, int channels, int depth, qpdf_oh width) {
  g_autofree char *text =
      g_strdup_printf("<< /Predictor 15 /Colors %d /BitsPerComponent %d >>", channels, depth);
  qpdf_oh parms = qpdf_oh_parse(pdf, text);
  qpdf_oh_replace_key(pdf, parms, "/Columns", width);
  return parms;
}

static qpdf_oh make_mask(pc_pdf *pdf, const pc_embedded *picture, qpdf_oh image) {
  static const char *const shared[] = {"/Type", "/Subtype", "/Width", "/Height"};
  qpdf_oh mask = qpdf_oh_new_stream(pdf), dict = qpdf_oh_get_dict(pdf, mask);
  for (size_t i = 0; i < G_N_ELEMENTS(shared); i++)
    qpdf_oh_replace_key(pdf, dict, shared[i], qpdf_oh_get_key(pdf, image, shared[i]));
  qpdf_oh_replace_key(pdf, dict, "/ColorSpace", qpdf_oh_new_name(pdf, device_spaces[1]));
  qpdf_oh_replace_key(pdf, dict, "/BitsPerComponent", qpdf_oh_new_integer(pdf, picture->depth));
  qpdf_oh parms = make_parms(pdf, 1, picture->depth, qpdf_oh_get_key(pdf, image, "/Width"));
  set_data(pdf, mask, picture->mask, "/FlateDecode", parms);
  return mask;
}

static void fill_picture(pc_pdf *pdf, qpdf_oh stream, const pc_embedded *picture,
                         picture_work *work) {
  qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  qpdf_oh_replace_key(pdf, dict, "/ColorSpace", make_space(pdf, picture, work));
  qpdf_oh_replace_key(pdf, dict, "/BitsPerComponent", qpdf_oh_new_integer(pdf, picture->depth));
  if (picture->is_inverted)
    qpdf_oh_replace_key(pdf, dict, "/Decode", qpdf_oh_parse(pdf, "[1 0 1 0 1 0 1 0]"));
  if (picture->mask != NULL)
    qpdf_oh_replace_key(pdf, dict, "/SMask", make_mask(pdf, picture, dict));
  if (picture->is_jpeg) {
    set_data(pdf, stream, picture->data, "/DCTDecode", qpdf_oh_new_null(pdf));
    return;
  }
  int channels = picture->palette != NULL ? 1 : picture->channels;
  qpdf_oh parms = make_parms(pdf, channels, picture->depth, qpdf_oh_get_key(pdf, dict, "/Width"));
  set_data(pdf, stream, picture->data, "/FlateDecode", parms);
}

static void swap_placeholder(pc_pdf *pdf, qpdf_oh stream, void *user) {
  picture_work *work = user;
  if (!qpdf_oh_is_stream(pdf, stream) || !pc_pdf_has_name(pdf, stream, "/Filter", "/DCTDecode"))
    return;
  g_autofree char *key = read_key(pdf, stream);
  const pc_command *command = key != NULL ? g_hash_table_lookup(work->commands, key) : NULL;
  if (command == NULL)
    return;
  g_hash_table_insert(work->placed->places, GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, stream)),
                      (gpointer)command);
  GBytes *page = pc_image_page(command->image.image);
  if (page != NULL) {
    pc_form_place(pdf, stream, page, work->placed->open);
    return;
  }
  g_auto(pc_embedded) picture = {0};
  if (pc_image_embed(command->image.image, &picture))
    fill_picture(pdf, stream, &picture, work);
  else
    pc_image_report_failure(command->image.image, command->at, work->diags);
}

void pc_placed_pictures_init(pc_placed_pictures *placed) {
  placed->open = g_ptr_array_new_with_free_func((GDestroyNotify)pc_pdf_free);
  placed->places = g_hash_table_new(NULL, NULL);
}

void pc_placed_pictures_clear(pc_placed_pictures *placed) {
  g_ptr_array_unref(placed->open);
  g_hash_table_unref(placed->places);
}

void pc_pictures_finish(pc_pdf *pdf, const pc_display *display, pc_placed_pictures *placed,
                        pc_diags *diags) {
  g_autoptr(GHashTable) commands = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) profiles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int i = pc_display_count(display) - 1; i >= 0; i--) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_IMAGE)
      g_hash_table_insert(commands, (gpointer)pc_image_key(command->image.image),
                          (gpointer)command);
  }
  pc_pdf_visit(pdf, swap_placeholder, &(picture_work){commands, profiles, placed, diags});
}
