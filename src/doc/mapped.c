/* mapped.c - texts that remember where they came from.  Layer: doc. */
#include "doc/mapped.h"

#include <string.h>

pc_mapped *pc_mapped_new(void) {
  pc_mapped *mapped = g_new0(pc_mapped, 1);
  mapped->text = g_string_new(NULL);
  mapped->from = g_array_new(FALSE, FALSE, sizeof(guint32));
  return mapped;
}

void pc_mapped_free(pc_mapped *mapped) {
  if (mapped == NULL)
    return;
  g_string_free(mapped->text, TRUE);
  g_array_free(mapped->from, TRUE);
  g_free(mapped);
}

pc_mapped *pc_mapped_parse(const char *text) {
  pc_mapped *mapped = pc_mapped_new();
  gsize length = strlen(text);
  g_string_append_len(mapped->text, text, (gssize)length);
  g_array_set_size(mapped->from, (guint)length);
  for (guint32 i = 0; i < length; i++)
    g_array_index(mapped->from, guint32, i) = i;
  return mapped;
}

void pc_mapped_append(pc_mapped *mapped, const char *bytes, gsize length, guint32 from) {
  g_string_append_len(mapped->text, bytes, (gssize)length);
  for (gsize i = 0; i < length; i++)
    g_array_append_val(mapped->from, from);
}

void pc_mapped_append_char(pc_mapped *mapped, gunichar ch, guint32 from) {
  char bytes[6];
  pc_mapped_append(mapped, bytes, (gsize)g_unichar_to_utf8(ch, bytes), from);
}

void pc_mapped_append_range(pc_mapped *mapped, const pc_mapped *source, gsize start, gsize end) {
  if (start == end)
    return;
  g_string_append_len(mapped->text, source->text->str + start, (gssize)(end - start));
  g_array_append_vals(mapped->from, &g_array_index(source->from, guint32, start),
                      (guint)(end - start));
}

guint32 pc_mapped_find(const pc_mapped *mapped, gsize at) {
  if (mapped->from->len == 0)
    return 0;
  return g_array_index(mapped->from, guint32, MIN(at, mapped->from->len - 1));
}
