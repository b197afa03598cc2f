/* test_scratch.c - a PDF is the same, written through memory with a name or through libqpdf's. */
#include "figure/scratch.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "figure/objects.h"

static GBytes *write_pdf(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, "0 0 m", 5);
  const qpdf_oh page = qpdf_oh_parse(pdf, "<< /Type /Page /MediaBox [0 0 9 9] >>");
  qpdf_oh_replace_key(pdf, page, "/Contents", stream);
  qpdf_add_page(pdf, pdf, page, QPDF_TRUE);
  return pc_pdf_write_bytes(pdf, "1.7");
}

static void test_content(void) {
  pc_scratch scratch;
  g_assert_true(pc_scratch_open(&scratch));
  const int writer = open(scratch.name, O_RDWR | O_CLOEXEC);
  g_assert_cmpint(write(writer, "text", 4), ==, 4);
  size_t length;
  char *mapped = pc_scratch_map(&scratch, &length);
  mapped[0] = 'n';
  g_autoptr(GBytes) bytes = pc_scratch_wrap(mapped, length);
  g_assert_cmpuint(g_bytes_get_size(bytes), ==, 4);
  g_assert_true(memcmp(g_bytes_get_data(bytes, NULL), "next", 4) == 0);
  g_assert_cmpint(ftruncate(writer, 0), ==, -1);
  close(writer);
}

/* Where no file can be opened there is no name. */
static void test_without(void) {
  g_autoptr(GBytes) named = write_pdf();
  struct rlimit before;
  g_assert_cmpint(getrlimit(RLIMIT_NOFILE, &before), ==, 0);
  const struct rlimit none = {0, before.rlim_max};
  g_assert_cmpint(setrlimit(RLIMIT_NOFILE, &none), ==, 0);
  pc_scratch scratch;
  const bool is_open = pc_scratch_open(&scratch);
  g_autoptr(GBytes) plain = write_pdf();
  g_assert_cmpint(setrlimit(RLIMIT_NOFILE, &before), ==, 0);
  g_assert_false(is_open);
  g_assert_nonnull(named);
  g_assert_true(g_bytes_equal(named, plain));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/scratch/content", test_content);
  g_test_add_func("/scratch/without", test_without);
  return g_test_run();
}
