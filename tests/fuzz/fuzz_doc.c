/* fuzz_doc.c - any bytes as poster.yaml: no crash, no leak, an error or a poster that dumps. */
#include "doc/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const pc_decode_options options = {.file = "poster.yaml", .folder = "/nonexistent"};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_doc) doc = pc_doc_decode((const char *)data, size, &options, diags);
  g_assert_true((doc == NULL) == pc_diags_has_error(diags));
  if (doc == NULL)
    return 0;
  g_autoptr(GString) out = g_string_new(NULL);
  pc_doc_dump(doc, out);
  return 0;
}
