/* doc_fixture.h - posters decoded from short texts, for tests of the doc stage. */
#ifndef PC_TESTS_DOC_FIXTURE_H
#define PC_TESTS_DOC_FIXTURE_H

#include <string.h>

#include "doc/doc.h"

typedef struct decoded {
  pc_doc *doc; /* NULL: errors */
  pc_diags *diags;
} decoded;

G_GNUC_UNUSED static decoded decode_with(const char *text, const pc_decode_options *options) {
  decoded result = {NULL, pc_diags_new()};
  result.doc = pc_doc_decode(text, strlen(text), options, result.diags);
  return result;
}

G_GNUC_UNUSED static decoded decode(const char *text) {
  const pc_decode_options options = {.file = "poster.yaml", .folder = PC_TEST_DIR};
  return decode_with(text, &options);
}

G_GNUC_UNUSED static void clear_decoded(decoded *result) {
  pc_doc_free(result->doc);
  pc_diags_free(result->diags);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(decoded, clear_decoded)

/* The decoded poster; its messages are the failure. */
G_GNUC_UNUSED static const pc_doc *expect_sound(const decoded *result) {
  g_autoptr(GString) messages = g_string_new(NULL);
  for (int i = 0; i < pc_diags_count(result->diags); i++)
    pc_diag_format(pc_diags_at(result->diags, i), messages);
  g_assert_cmpstr(messages->str, ==, "");
  g_assert_nonnull(result->doc);
  return result->doc;
}

/* "3:5 unknown-key 4:1 bad-type": what was reported, in order. */
G_GNUC_UNUSED static void expect_reports(const char *text, const char *expected) {
  g_auto(decoded) result = decode(text);
  g_autoptr(GString) found = g_string_new(NULL);
  for (int i = 0; i < pc_diags_count(result.diags); i++) {
    const pc_diag *diag = pc_diags_at(result.diags, i);
    g_string_append_printf(found, "%s%d:%d %s", i > 0 ? " " : "", diag->at.line, diag->at.column,
                           pc_code_get(diag->code)->name);
  }
  g_assert_cmpstr(found->str, ==, expected);
  g_assert_true((result.doc == NULL) == pc_diags_has_error(result.diags));
}

#endif
