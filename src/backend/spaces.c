/* spaces.c - reads colour spaces, and mixes their colours.  Layer: backend. */
#include "backend/spaces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/profile.h"

#define MAX_DEPTH 4

struct pc_spaces {
  pc_pdf *pdf;
  const pc_press *press;
  GBytes *output;
  GHashTable *mixers; /* number of a profile's stream: pc_mixer */
  GHashTable *known;  /* number of an object: pc_space */
  GPtrArray *owned;   /* pc_space */
  pc_mixer *plain[4]; /* sRGB, its grey, Lab: by channels */
  const pc_space *device[PC_SPACE_PATTERN + 1];
};

static const pc_space *read_space(pc_spaces *spaces, qpdf_oh object, qpdf_oh resources, int depth);

static void free_space(gpointer data) {
  pc_space *space = data;
  g_free(space->table);
  g_free(space);
}

static pc_space *add_space(pc_spaces *spaces, pc_space_kind kind, int channels) {
  pc_space *space = g_new0(pc_space, 1);
  space->kind = kind;
  space->channels = channels;
  g_ptr_array_add(spaces->owned, space);
  return space;
}

static const pc_space *add_device(pc_spaces *spaces, pc_space_kind kind, int channels) {
  pc_space *space = add_space(spaces, kind, channels);
  space->is_device = true;
  if (kind == PC_SPACE_GREY || kind == PC_SPACE_RGB)
    space->mixer = spaces->plain[channels];
  return space;
}

pc_spaces *pc_spaces_new(pc_pdf *pdf, const pc_press *press, GBytes *profile) {
  pc_spaces *spaces = g_new0(pc_spaces, 1);
  spaces->pdf = pdf;
  spaces->press = press;
  spaces->output = profile;
  spaces->mixers = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)pc_mixer_free);
  spaces->known = g_hash_table_new(NULL, NULL);
  spaces->owned = g_ptr_array_new_with_free_func(free_space);
  spaces->plain[1] = pc_mixer_new(press, NULL, 1);
  spaces->plain[3] = pc_mixer_new(press, NULL, 3);
  static const int channels[] = {0, 1, 3, 3, 4, 4, 1, 0};
  for (int i = 0; i <= PC_SPACE_PATTERN; i++)
    spaces->device[i] = add_device(spaces, (pc_space_kind)i, channels[i]);
  return spaces;
}

void pc_spaces_free(pc_spaces *spaces) {
  if (spaces == NULL)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(spaces->plain); i++)
    pc_mixer_free(spaces->plain[i]);
  g_hash_table_unref(spaces->mixers);
  g_hash_table_unref(spaces->known);
  g_ptr_array_unref(spaces->owned);
  g_free(spaces);
}

const pc_space *pc_spaces_get(pc_spaces *spaces, pc_space_kind kind) {
  return spaces->device[kind];
}

static GBytes *read_data(pc_pdf *pdf, qpdf_oh stream) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &data, &length);
  return g_bytes_new_with_free_func(data, length, free, data);
}

/* A profile that is sRGB, or none that can be used, is as good as none. */
static GBytes *read_profile(pc_pdf *pdf, qpdf_oh stream, int channels) {
  GBytes *icc = read_data(pdf, stream);
  pc_problem problem = {0};
  const bool ok = pc_profile_resolve(&icc, channels, &problem);
  g_free(problem.why);
  if (!ok)
    g_clear_pointer(&icc, g_bytes_unref);
  return icc;
}

static pc_mixer *open_mixer(pc_spaces *spaces, qpdf_oh stream, int channels) {
  const gpointer id = GINT_TO_POINTER(qpdf_oh_get_object_id(spaces->pdf, stream));
  gpointer found;
  if (g_hash_table_lookup_extended(spaces->mixers, id, NULL, &found))
    return found;
  g_autoptr(GBytes) icc = read_profile(spaces->pdf, stream, channels);
  pc_mixer *mixer = icc != NULL && !g_bytes_equal(icc, spaces->output)
                        ? pc_mixer_new(spaces->press, icc, channels)
                        : NULL;
  g_hash_table_insert(spaces->mixers, id, mixer);
  return mixer;
}

/* Without a mixer of its own grey and RGB are sRGB's, and inks the printing condition's. */
static const pc_space *read_icc(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources, int depth) {
  (void)resources, (void)depth;
  static const pc_space_kind kinds[] = {
      [1] = PC_SPACE_GREY, [3] = PC_SPACE_RGB, [4] = PC_SPACE_INKS};
  const qpdf_oh stream = qpdf_oh_get_array_item(spaces->pdf, array, 1);
  if (!qpdf_oh_is_stream(spaces->pdf, stream))
    return spaces->device[PC_SPACE_OTHER];
  const qpdf_oh n = qpdf_oh_get_key(spaces->pdf, qpdf_oh_get_dict(spaces->pdf, stream), "/N");
  const int channels =
      qpdf_oh_is_integer(spaces->pdf, n) ? qpdf_oh_get_int_value_as_int(spaces->pdf, n) : 0;
  if (channels != 1 && channels != 3 && channels != 4)
    return spaces->device[PC_SPACE_OTHER];
  pc_space *space = add_space(spaces, kinds[channels], channels);
  space->mixer = open_mixer(spaces, stream, channels);
  if (space->mixer == NULL && channels != 4)
    space->mixer = spaces->plain[channels];
  return space;
}

static const pc_space *read_lab(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources, int depth) {
  (void)array, (void)resources, (void)depth;
  if (spaces->plain[PC_MIXER_LAB] == NULL)
    spaces->plain[PC_MIXER_LAB] = pc_mixer_new(spaces->press, NULL, PC_MIXER_LAB);
  pc_space *space = add_space(spaces, PC_SPACE_LAB, 3);
  space->mixer = spaces->plain[PC_MIXER_LAB];
  return space;
}

/* The calibrated spaces of old are read as sRGB. */
static const pc_space *read_calibrated_rgb(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources,
                                           int depth) {
  (void)array, (void)resources, (void)depth;
  pc_space *space = add_space(spaces, PC_SPACE_RGB, 3);
  space->mixer = spaces->plain[3];
  return space;
}

static const pc_space *read_calibrated_grey(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources,
                                            int depth) {
  (void)array, (void)resources, (void)depth;
  pc_space *space = add_space(spaces, PC_SPACE_GREY, 1);
  space->mixer = spaces->plain[1];
  return space;
}

static guint8 *read_table(pc_spaces *spaces, qpdf_oh object, gsize *length) {
  if (qpdf_oh_is_stream(spaces->pdf, object)) {
    GBytes *data = read_data(spaces->pdf, object);
    return g_bytes_unref_to_data(data, length);
  }
  size_t size = 0;
  const char *bytes = qpdf_oh_is_string(spaces->pdf, object)
                          ? qpdf_oh_get_binary_string_value(spaces->pdf, object, &size)
                          : "";
  *length = size;
  return g_memdup2(bytes, size);
}

static const pc_space *read_indexed(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources,
                                    int depth) {
  const qpdf_oh base = qpdf_oh_get_array_item(spaces->pdf, array, 1);
  const qpdf_oh last = qpdf_oh_get_array_item(spaces->pdf, array, 2);
  pc_space *space = add_space(spaces, PC_SPACE_INDEXED, 1);
  gsize length = 0;
  space->base = read_space(spaces, base, resources, depth + 1);
  g_autofree guint8 *table =
      read_table(spaces, qpdf_oh_get_array_item(spaces->pdf, array, 3), &length);
  const int wanted =
      qpdf_oh_is_integer(spaces->pdf, last) ? qpdf_oh_get_int_value_as_int(spaces->pdf, last) : 0;
  space->n_entries = CLAMP(wanted, 0, 255) + 1;
  const gsize size = (gsize)space->n_entries * (gsize)MAX(1, space->base->channels);
  space->table = g_malloc0(size);
  if (length > 0)
    memcpy(space->table, table, MIN(length, size));
  return space;
}

static const pc_space *read_pattern(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources,
                                    int depth) {
  pc_space *space = add_space(spaces, PC_SPACE_PATTERN, 0);
  if (qpdf_oh_get_array_n_items(spaces->pdf, array) > 1)
    space->base =
        read_space(spaces, qpdf_oh_get_array_item(spaces->pdf, array, 1), resources, depth + 1);
  return space;
}

static const struct {
  const char *names[2];
  pc_space_kind kind;
} devices[] = {
    {{"/DeviceGray", "/G"}, PC_SPACE_GREY},
    {{"/DeviceRGB", "/RGB"}, PC_SPACE_RGB},
    {{"/DeviceCMYK", "/CMYK"}, PC_SPACE_CMYK},
    {{"/Pattern", "/Pattern"}, PC_SPACE_PATTERN},
};

static const pc_space *read_named(pc_spaces *spaces, const char *name, qpdf_oh resources,
                                  int depth) {
  for (size_t i = 0; i < G_N_ELEMENTS(devices); i++) {
    if (strcmp(name, devices[i].names[0]) == 0 || strcmp(name, devices[i].names[1]) == 0)
      return spaces->device[devices[i].kind];
  }
  const qpdf_oh named = qpdf_oh_get_key_if_dict(
      spaces->pdf, qpdf_oh_get_key_if_dict(spaces->pdf, resources, "/ColorSpace"), name);
  return qpdf_oh_is_null(spaces->pdf, named) ? spaces->device[PC_SPACE_OTHER]
                                             : read_space(spaces, named, resources, depth + 1);
}

/* Families that are written as arrays; the others are names, or stay as they are. */
static const struct {
  const char *name;
  const pc_space *(*read)(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources, int depth);
} families[] = {
    {"/ICCBased", read_icc},
    {"/Indexed", read_indexed},
    {"/I", read_indexed},
    {"/Lab", read_lab},
    {"/CalRGB", read_calibrated_rgb},
    {"/CalGray", read_calibrated_grey},
    {"/Pattern", read_pattern},
};

static const pc_space *read_array(pc_spaces *spaces, qpdf_oh array, qpdf_oh resources, int depth) {
  const qpdf_oh first = qpdf_oh_get_array_item(spaces->pdf, array, 0);
  const bool is_named = qpdf_oh_is_name(spaces->pdf, first);
  g_autofree char *name = g_strdup(is_named ? qpdf_oh_get_name(spaces->pdf, first) : "");
  for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
    if (strcmp(name, families[i].name) == 0)
      return families[i].read(spaces, array, resources, depth);
  }
  return read_named(spaces, name, qpdf_oh_new_null(spaces->pdf), depth);
}

static const pc_space *read_space(pc_spaces *spaces, qpdf_oh object, qpdf_oh resources, int depth) {
  const bool is_array = qpdf_oh_is_array(spaces->pdf, object);
  if (depth > MAX_DEPTH)
    return spaces->device[PC_SPACE_OTHER];
  if (qpdf_oh_is_name(spaces->pdf, object)) {
    g_autofree char *name = g_strdup(qpdf_oh_get_name(spaces->pdf, object));
    return read_named(spaces, name, resources, depth);
  }
  return is_array ? read_array(spaces, object, resources, depth) : spaces->device[PC_SPACE_OTHER];
}

const pc_space *pc_spaces_read(pc_spaces *spaces, qpdf_oh object, qpdf_oh resources) {
  const gpointer id = GINT_TO_POINTER(
      qpdf_oh_is_indirect(spaces->pdf, object) ? qpdf_oh_get_object_id(spaces->pdf, object) : 0);
  const pc_space *known = id != NULL ? g_hash_table_lookup(spaces->known, id) : NULL;
  if (known != NULL)
    return known;
  const pc_space *space = read_space(spaces, object, resources, 0);
  if (id != NULL)
    g_hash_table_insert(spaces->known, id, (gpointer)space);
  return space;
}
