/* parcel.c - writes a PDF of one stream, and finds the stream in it.  Layer: figure. */
#include "figure/parcel.h"

#include <string.h>

/* Of fixed length, so that the data is found without looking for it. */
#define HEAD "%%PDF-1.4\n1 0 obj\n<< /Length %010" G_GSIZE_FORMAT " >>\nstream\n"
#define HEAD_LENGTH 49
#define LENGTH_AT 28

/* What a reader wants to see before it takes a file for a PDF: a catalogue, here without pages. */
#define BEHIND "\nendstream\nendobj\n"
#define CATALOG "2 0 obj\n<< /Type /Catalog /Pages << >> >>\nendobj\n"

static void append_text(GByteArray *out, const char *text) {
  g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static void append_table(GByteArray *out, gsize catalog_at) {
  const gsize table_at = catalog_at + strlen(CATALOG);
  g_autofree char *table = g_strdup_printf(
      "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010" G_GSIZE_FORMAT
      " 00000 n \ntrailer\n<< /Size 3 /Root 2 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      (int)strlen("%PDF-1.4\n"), catalog_at, table_at);
  append_text(out, table);
}

void pc_parcel_append(GByteArray *out, GBytes *data) {
  const gsize length = g_bytes_get_size(data);
  g_autofree char *head = g_strdup_printf(HEAD, length);
  g_assert(strlen(head) == HEAD_LENGTH);
  append_text(out, head);
  g_byte_array_append(out, g_bytes_get_data(data, NULL), (guint)length);
  append_text(out, BEHIND);
  append_text(out, CATALOG);
  append_table(out, HEAD_LENGTH + length + strlen(BEHIND));
}

/* More than all that stands around the data. */
#define AROUND 512

GBytes *pc_parcel_new(GBytes *data) {
  GByteArray *out = g_byte_array_sized_new((guint)g_bytes_get_size(data) + AROUND);
  pc_parcel_append(out, data);
  return g_byte_array_free_to_bytes(out);
}

GBytes *pc_parcel_data(GBytes *parcel) {
  const char *text = g_bytes_get_data(parcel, NULL);
  const gsize length = (gsize)g_ascii_strtoull(text + LENGTH_AT, NULL, 10);
  return g_bytes_new_from_bytes(parcel, HEAD_LENGTH, length);
}
