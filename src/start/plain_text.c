/* plain_text.c - what text editors in Japan save, as UTF-8 with "\n".  Layer: start. */
#include "base/translate.h"
#include "spec/encoding.h"
#include "start/start.h"

static void unify_line_ends(char *text) {
  char *to = text;
  for (const char *at = text; *at != '\0'; at++) {
    if (at[0] == '\r' && at[1] == '\n')
      continue;
    *to++ = *at == '\r' ? '\n' : *at;
  }
  *to = '\0';
}

/* A form feed begins a page and is no stray character. */
static bool check_text(const char *text, size_t length, const char *name, pc_diags *diags) {
  g_autofree char *copy = g_strndup(text, length);
  for (size_t i = 0; i < length; i++)
    copy[i] = text[i] == '\f' ? ' ' : text[i];
  const pc_place start = {g_intern_string(name), 1, 1};
  return pc_encoding_check(copy, length, start, diags) && !pc_diags_has_error(diags);
}

char *pc_plain_text_decode(const void *bytes, size_t length, const char *name, pc_diags *diags) {
  const char *other = pc_encoding_name_format(bytes, length);
  if (other != NULL) {
    PC_REPORT_HINT(diags, ((pc_place){g_intern_string(name), 0, 0}), PC_SYNTAX,
                   "copy the words into a text editor and save them as text",
                   "this is %s, not a text", _(other));
    return NULL;
  }
  gsize converted = 0;
  g_autofree char *text = pc_encoding_decode(bytes, length, &converted);
  if (!check_text(text, converted, name, diags))
    return NULL;
  unify_line_ends(text);
  return g_steal_pointer(&text);
}
