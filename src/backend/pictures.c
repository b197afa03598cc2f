/* pictures.c - makes image objects out of placeholders.  Layer: backend. */
#include "backend/pictures.h"

#include <stdlib.h>

#include "backend/forms.h"
#include "base/digest.h"
#include "figure/embed.h"
#include "figure/parcel.h"

typedef struct picture_work {
  GHashTable *made;     /* number of a placeholder: of what stands in its place */
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

/* A stream whose data are read where they lie when the PDF is written, and never copied. */
static qpdf_oh open_parcel(pc_pdf *pdf, GBytes *parcel, pc_placed_pictures *placed) {
  pc_pdf *from = pc_pdf_new(parcel);
  g_ptr_array_add(placed->open, from);
  g_ptr_array_add(placed->parcels, g_bytes_ref(parcel));
  const qpdf_oh stream = qpdf_get_object_by_id(from, PC_PARCEL_OBJECT, 0);
  const qpdf_oh copy = qpdf_oh_copy_foreign_object(pdf, from, stream);
  g_assert(qpdf_oh_is_stream(pdf, copy));
  return copy;
}

/* One object for all pictures with that profile. */
static qpdf_oh get_profile(pc_pdf *pdf, const pc_embedded *picture, picture_work *work) {
  g_autofree char *sum = pc_digest_of_bytes(picture->profile);
  int id = GPOINTER_TO_INT(g_hash_table_lookup(work->profiles, sum));
  if (id != 0)
    return qpdf_get_object_by_id(pdf, id, 0);
  qpdf_oh stream = qpdf_oh_new_stream(pdf), dict = qpdf_oh_get_dict(pdf, stream);
  size_t length;
  const void *profile = g_bytes_get_data(picture->profile, &length);
  pc_pdf_set_data(pdf, stream, profile, length);
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

static void set_filter(pc_pdf *pdf, qpdf_oh dict, const char *filter, qpdf_oh parms) {
  qpdf_oh_replace_key(pdf, dict, "/Filter", qpdf_oh_new_name(pdf, filter));
  if (qpdf_oh_is_dictionary(pdf, parms))
    qpdf_oh_replace_key(pdf, dict, "/DecodeParms", parms);
}

static qpdf_oh make_mask(pc_pdf *pdf, const pc_embedded *picture, qpdf_oh image,
                         picture_work *work) {
  static const char *const shared[] = {"/Type", "/Subtype", "/Width", "/Height"};
  const qpdf_oh mask = open_parcel(pdf, picture->mask, work->placed);
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, mask);
  for (size_t i = 0; i < G_N_ELEMENTS(shared); i++)
    qpdf_oh_replace_key(pdf, dict, shared[i], qpdf_oh_get_key(pdf, image, shared[i]));
  qpdf_oh_replace_key(pdf, dict, "/ColorSpace", qpdf_oh_new_name(pdf, device_spaces[1]));
  qpdf_oh_replace_key(pdf, dict, "/BitsPerComponent", qpdf_oh_new_integer(pdf, picture->depth));
  const qpdf_oh width = qpdf_oh_get_key(pdf, image, "/Width");
  set_filter(pdf, dict, "/FlateDecode", make_parms(pdf, 1, picture->depth, width));
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
    qpdf_oh_replace_key(pdf, dict, "/SMask", make_mask(pdf, picture, dict, work));
  if (picture->is_jpeg) {
    set_filter(pdf, dict, "/DCTDecode", qpdf_oh_new_null(pdf));
    return;
  }
  int channels = picture->palette != NULL ? 1 : picture->channels;
  const qpdf_oh width = qpdf_oh_get_key(pdf, dict, "/Width");
  set_filter(pdf, dict, "/FlateDecode", make_parms(pdf, channels, picture->depth, width));
}

/* What cairo says of a picture holds for the real one; the stream is another. */
static qpdf_oh make_picture(pc_pdf *pdf, qpdf_oh placeholder, const pc_embedded *picture,
                            picture_work *work) {
  static const char *const own[] = {"/Length", "/Filter", "/DecodeParms", NULL};
  const qpdf_oh stream = open_parcel(pdf, picture->data, work->placed);
  const qpdf_oh from = qpdf_oh_get_dict(pdf, placeholder), to = qpdf_oh_get_dict(pdf, stream);
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, from);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];
    if (!g_strv_contains(own, key))
      qpdf_oh_replace_key(pdf, to, key, qpdf_oh_get_key(pdf, from, key));
  }
  fill_picture(pdf, stream, picture, work);
  return stream;
}

static gpointer get_number(pc_pdf *pdf, qpdf_oh object) {
  return GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, object));
}

/* The names of pictures among the resources of a page, a form or a pattern lead to what was made.
 */
static void redirect_names(pc_pdf *pdf, qpdf_oh object, void *user) {
  const picture_work *work = user;
  const qpdf_oh dict = qpdf_oh_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf, object) : object;
  const qpdf_oh own = qpdf_oh_get_key_if_dict(pdf, dict, "/Resources");
  const qpdf_oh names =
      qpdf_oh_get_key_if_dict(pdf, qpdf_oh_is_dictionary(pdf, own) ? own : dict, "/XObject");
  if (!qpdf_oh_is_dictionary(pdf, names))
    return;
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, names);
  for (guint i = 0; i < keys->len; i++) {
    const qpdf_oh named = qpdf_oh_get_key(pdf, names, keys->pdata[i]);
    const int made = GPOINTER_TO_INT(g_hash_table_lookup(work->made, get_number(pdf, named)));
    if (made != 0)
      qpdf_oh_replace_key(pdf, names, keys->pdata[i], qpdf_get_object_by_id(pdf, made, 0));
  }
}

static void swap_placeholder(pc_pdf *pdf, qpdf_oh stream, void *user) {
  picture_work *work = user;
  if (!qpdf_oh_is_stream(pdf, stream) || !pc_pdf_has_name(pdf, stream, "/Filter", "/DCTDecode"))
    return;
  g_autofree char *key = read_key(pdf, stream);
  const pc_command *command = key != NULL ? g_hash_table_lookup(work->commands, key) : NULL;
  if (command == NULL)
    return;
  GBytes *page = pc_image_page(command->image.image);
  if (page != NULL) {
    g_hash_table_insert(work->placed->places, get_number(pdf, stream), (gpointer)command);
    pc_form_place(pdf, stream, page, work->placed->open);
    return;
  }
  g_auto(pc_embedded) picture = {0};
  if (!pc_image_embed(command->image.image, &picture)) {
    pc_image_report_failure(command->image.image, command->at, work->diags);
    return;
  }
  const qpdf_oh made = make_picture(pdf, stream, &picture, work);
  g_hash_table_insert(work->made, get_number(pdf, stream), get_number(pdf, made));
  g_hash_table_insert(work->placed->places, get_number(pdf, made), (gpointer)command);
}

void pc_placed_pictures_init(pc_placed_pictures *placed) {
  placed->open = g_ptr_array_new_with_free_func((GDestroyNotify)pc_pdf_free);
  placed->parcels = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
  placed->places = g_hash_table_new(NULL, NULL);
}

void pc_placed_pictures_clear(pc_placed_pictures *placed) {
  g_ptr_array_unref(placed->open);
  g_ptr_array_unref(placed->parcels);
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
  g_autoptr(GHashTable) made = g_hash_table_new(NULL, NULL);
  picture_work work = {made, commands, profiles, placed, diags};
  pc_pdf_visit(pdf, swap_placeholder, &work);
  pc_pdf_visit(pdf, redirect_names, &work);
}
