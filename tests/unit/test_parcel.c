/* test_parcel.c - a parcel is a PDF of one stream, whose data libqpdf reads where they lie. */
#include "figure/parcel.h"

#include <stdlib.h>
#include <string.h>

#include "figure/objects.h"

static const char bytes[] = "endstream\nendobj\n%PDF-1.4\n\0\xff and more";

static void test_data(void) {
  g_autoptr(GBytes) data = g_bytes_new_static(bytes, sizeof bytes);
  g_autoptr(GBytes) parcel = pc_parcel_new(data);
  g_autoptr(GBytes) found = pc_parcel_data(parcel);
  g_assert_true(g_bytes_equal(found, data));
  const char *begin = g_bytes_get_data(parcel, NULL), *at = g_bytes_get_data(found, NULL);
  g_assert_true(at > begin && at + sizeof bytes < begin + g_bytes_get_size(parcel));
}

static void test_behind(void) {
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, (const guint8 *)"before", 6);
  g_autoptr(GBytes) data = g_bytes_new_static(bytes, 3);
  pc_parcel_append(out, data);
  g_autoptr(GBytes) all = g_byte_array_free_to_bytes(out);
  g_autoptr(GBytes) parcel = g_bytes_new_from_bytes(all, 6, g_bytes_get_size(all) - 6);
  g_autoptr(GBytes) found = pc_parcel_data(parcel);
  g_assert_true(g_bytes_equal(found, data));
}

static void test_stream(void) {
  g_autoptr(GBytes) data = g_bytes_new_static(bytes, sizeof bytes);
  g_autoptr(GBytes) parcel = pc_parcel_new(data);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(parcel);
  const qpdf_oh stream = qpdf_get_object_by_id(pdf, PC_PARCEL_OBJECT, 0);
  unsigned char *read = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_none, &is_decoded, &read, &length);
  g_assert_true(length == sizeof bytes && memcmp(read, bytes, length) == 0);
  g_assert_null(pc_pdf_find_error(pdf));
  g_assert_false(qpdf_more_warnings(pdf));
  free(read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/parcel/data", test_data);
  g_test_add_func("/parcel/behind", test_behind);
  g_test_add_func("/parcel/stream", test_stream);
  return g_test_run();
}
