/* pdf_marks.c - leaves out the operators of marked content.  Layer: figure. */
#include "figure/pdf_marks.h"

#include "figure/content.h"

static void keep_mark(const pc_operation *operation, GString *out, void *user) {
  static const char *const tags[] = {"BDC", "BMC", "EMC", "DP", "MP", NULL};
  (void)user;
  if (!g_strv_contains(tags, operation->name))
    pc_operation_copy(operation, out);
}

GByteArray *pc_pdf_marks_strip(const guint8 *data, size_t length) {
  GString *kept = g_string_sized_new(length + 1);
  const bool is_read = pc_content_rewrite((const char *)data, length, keep_mark, NULL, kept);
  const gsize size = kept->len;
  guint8 *bytes = (guint8 *)g_string_free(kept, FALSE);
  if (is_read)
    return g_byte_array_new_take(bytes, size);
  g_free(bytes);
  return NULL;
}
