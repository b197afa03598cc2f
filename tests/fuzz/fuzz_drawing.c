/* fuzz_drawing.c - any bytes as an SVG or a PDF: refused or taken over, never a crash or a hang.
 *
 * Seeds: any small SVG and PDF files.  A PDF is read in this process, not in one of its own.
 */
#include <string.h>

#include "figure/image.h"
#include "figure/pdf_import.h"
#include "figure/svg_links.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void import(GBytes *bytes) {
  double width = 0, height = 0;
  pc_problem problem = {0};
  g_autoptr(GBytes) page = pc_pdf_import(bytes, 1, &width, &height, &problem);
  g_assert_true((page == NULL) == (problem.why != NULL));
  g_assert_true(page == NULL || (width > 0 && height > 0));
  g_free(problem.why);
}

static void parse(GBytes *bytes) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_image_request request = {.file = {"drawing", NULL}};
  g_autoptr(pc_image) image = pc_image_parse(bytes, &request, diags);
  g_autoptr(GBytes) unlinked = pc_svg_unlink(bytes);
  g_assert_true((image == NULL) == pc_diags_has_error(diags));
  g_assert_cmpuint(g_bytes_get_size(unlinked), ==, g_bytes_get_size(bytes));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autoptr(GBytes) bytes = g_bytes_new(data, size);
  if (size >= 5 && memcmp(data, "%PDF-", 5) == 0)
    import(bytes);
  else
    parse(bytes);
  return 0;
}
