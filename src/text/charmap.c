/* charmap.c - a table of characters for a few glyphs of a font.  Layer: text. */
#include "text/charmap.h"

/* OpenType 1.9, cmap: one subtable of format 12, for all of Unicode. */
enum { PLATFORM_WINDOWS = 3, ENCODING_FULL = 10, FORMAT = 12 };
enum { HEAD_LENGTH = 12, SUBTABLE_HEAD_LENGTH = 16, GROUP_LENGTH = 12 };

static void append_16(GByteArray *to, guint value) {
  const guint16 bytes = GUINT16_TO_BE((guint16)value);
  g_byte_array_append(to, (const guint8 *)&bytes, sizeof bytes);
}

static void append_32(GByteArray *to, guint value) {
  const guint32 bytes = GUINT32_TO_BE(value);
  g_byte_array_append(to, (const guint8 *)&bytes, sizeof bytes);
}

static int compare_pairs(gconstpointer a, gconstpointer b) {
  const pc_charmap_pair *one = a, *other = b;
  return (one->character > other->character) - (one->character < other->character);
}

static void remove_doubles(GArray *pairs) {
  for (guint i = pairs->len; i-- > 1;) {
    const pc_charmap_pair *pair = &g_array_index(pairs, pc_charmap_pair, i);
    if (g_array_index(pairs, pc_charmap_pair, i - 1).character == pair->character)
      g_array_remove_index(pairs, i);
  }
}

static hb_blob_t *make_table(const GArray *pairs) {
  GByteArray *table = g_byte_array_new();
  append_16(table, 0);
  append_16(table, 1);
  append_16(table, PLATFORM_WINDOWS);
  append_16(table, ENCODING_FULL);
  append_32(table, HEAD_LENGTH);
  append_16(table, FORMAT);
  append_16(table, 0);
  append_32(table, SUBTABLE_HEAD_LENGTH + GROUP_LENGTH * pairs->len);
  append_32(table, 0); /* of no language */
  append_32(table, pairs->len);
  for (guint i = 0; i < pairs->len; i++) {
    const pc_charmap_pair *pair = &g_array_index(pairs, pc_charmap_pair, i);
    append_32(table, pair->character);
    append_32(table, pair->character);
    append_32(table, pair->glyph);
  }
  return hb_blob_create((const char *)table->data, table->len, HB_MEMORY_MODE_READONLY, table,
                        (hb_destroy_func_t)g_byte_array_unref);
}

static void add_table(hb_face_t *to, hb_tag_t tag, hb_blob_t *table) {
  hb_face_builder_add_table(to, tag, table);
  hb_blob_destroy(table);
}

hb_blob_t *pc_charmap_add(hb_face_t *face, GArray *pairs) {
  hb_tag_t tags[64];
  unsigned count = G_N_ELEMENTS(tags);
  g_array_sort(pairs, compare_pairs);
  remove_doubles(pairs);
  hb_face_t *to = hb_face_builder_create();
  hb_face_get_table_tags(face, 0, &count, tags);
  for (unsigned i = 0; i < count; i++)
    add_table(to, tags[i], hb_face_reference_table(face, tags[i]));
  add_table(to, HB_TAG('c', 'm', 'a', 'p'), make_table(pairs));
  hb_blob_t *file = hb_face_reference_blob(to);
  hb_face_destroy(to);
  return file;
}
