/* objects.c - opens a PDF in memory and visits its objects.  Layer: figure. */
#include "figure/objects.h"

#include <libdeflate.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "figure/scratch.h"

pc_pdf *pc_pdf_new(GBytes *bytes) {
  qpdf_data pdf = qpdf_init();
  qpdf_silence_errors(pdf);
  qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
  qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
  if (bytes == NULL) {
    qpdf_empty_pdf(pdf);
    return pdf;
  }
  size_t length;
  const char *data = g_bytes_get_data(bytes, &length);
  qpdf_read_memory(pdf, "PDF", data, length, NULL);
  return pdf;
}

/* libqpdf prints an error that nobody has looked at. */
void pc_pdf_free(pc_pdf *pdf) {
  if (pdf == NULL)
    return;
  if (qpdf_has_error(pdf))
    qpdf_get_error(pdf);
  qpdf_cleanup(&pdf);
}

char *pc_pdf_find_error(pc_pdf *pdf) {
  if (!qpdf_has_error(pdf))
    return NULL;
  return g_strdup(qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)));
}

void pc_pdf_visit(pc_pdf *pdf, pc_visit_object visit, void *user) {
  /* The trailer counts what was read; the next number counts what was made since, too. */
  qpdf_oh next = qpdf_make_indirect_object(pdf, qpdf_oh_new_null(pdf));
  int size = qpdf_oh_get_object_id(pdf, next);
  for (int id = 1; id < size; id++) {
    qpdf_oh object = qpdf_get_object_by_id(pdf, id, 0);
    if (!qpdf_oh_is_null(pdf, object))
      visit(pdf, object, user);
  }
}

bool pc_pdf_has_name(pc_pdf *pdf, qpdf_oh object, const char *key, const char *name) {
  qpdf_oh dict = qpdf_oh_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf, object) : object;
  return qpdf_oh_is_dictionary(pdf, dict) &&
         qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, dict, key), name);
}

qpdf_oh pc_pdf_open_dict(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  qpdf_oh found = qpdf_oh_get_key(pdf, dict, key);
  if (qpdf_oh_is_dictionary(pdf, found))
    return found;
  qpdf_oh made = qpdf_oh_new_dictionary(pdf);
  qpdf_oh_replace_key(pdf, dict, key, made);
  return made;
}

bool pc_pdf_read_box(pc_pdf *pdf, qpdf_oh array, double box[4]) {
  if (!qpdf_oh_is_array(pdf, array) || qpdf_oh_get_array_n_items(pdf, array) != 4)
    return false;
  double n[4];
  for (int i = 0; i < 4; i++)
    n[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, array, i));
  for (int i = 0; i < 2; i++) {
    box[i] = MIN(n[i], n[i + 2]);
    box[i + 2] = MAX(n[i], n[i + 2]);
  }
  return true;
}

/* The iterator over keys is one for the whole document: the keys are copied first. */
GPtrArray *pc_pdf_list_keys(pc_pdf *pdf, qpdf_oh dict) {
  GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
  qpdf_oh_begin_dict_key_iter(pdf, dict);
  while (qpdf_oh_dict_more_keys(pdf))
    g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf)));
  return keys;
}

void pc_pdf_set_data(pc_pdf *pdf, qpdf_oh stream, const void *data, size_t length) {
  const qpdf_oh none = qpdf_oh_new_null(pdf);
  qpdf_oh_replace_stream_data(pdf, stream, data, length, none, none);
}

/* libdeflate takes a third of the time of the zlib that libqpdf would take. */
static void pack_data(pc_pdf *pdf, qpdf_oh stream, const void *data, size_t length) {
  enum { LEVEL = 6 };
  struct libdeflate_compressor *deflate = libdeflate_alloc_compressor(LEVEL);
  const size_t room = libdeflate_zlib_compress_bound(deflate, length);
  g_autofree guint8 *packed = g_malloc(room);
  const size_t n = libdeflate_zlib_compress(deflate, data, length, packed, room);
  if (n > 0)
    qpdf_oh_replace_stream_data(pdf, stream, packed, n, qpdf_oh_new_name(pdf, "/FlateDecode"),
                                qpdf_oh_new_null(pdf));
  libdeflate_free_compressor(deflate);
}

/* Any program shall be able to read what a file says of itself (ISO 32000-1, 14.3.2). */
static void pack_stream(pc_pdf *pdf, qpdf_oh object, void *user) {
  (void)user;
  if (!qpdf_oh_is_stream(pdf, object) || pc_pdf_has_name(pdf, object, "/Type", "/Metadata") ||
      qpdf_oh_has_key(pdf, qpdf_oh_get_dict(pdf, object), "/Filter"))
    return;
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, object, qpdf_dl_none, &is_decoded, &data, &length);
  if (length > 0)
    pack_data(pdf, object, data, length);
  free(data);
}

/* As qpdf writes it; the digits are replaced. */
static const char static_id[] = "<31415926535897932384626433832795>";

/* Where the table of objects and the trailer begin: the file's last line but one says it. */
static size_t find_trailer(const char *bytes, size_t length) {
  static const char word[] = "startxref\n";
  for (size_t at = length - MIN(length, strlen(word)); at > 0; at--) {
    if (memcmp(bytes + at, word, strlen(word)) == 0)
      return MIN(length, g_ascii_strtoull(bytes + at + strlen(word), NULL, 10));
  }
  return length;
}

/* From the content, so equal documents have equal IDs; qpdf's own costs an MD5 of the file. */
static void write_id(char *bytes, size_t length) {
  g_autofree char *digest = pc_digest_of(bytes, length);
  char *at = bytes + find_trailer(bytes, length), *end = bytes + length;
  while ((at = memmem(at, (size_t)(end - at), static_id, strlen(static_id))) != NULL) {
    memcpy(at + 1, digest, strlen(digest));
    at += strlen(static_id);
  }
}

static void set_options(pc_pdf *pdf, const char *version) {
  qpdf_force_pdf_version(pdf, version);
  qpdf_set_static_ID(pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode(pdf, g_str_equal(version, PC_PDF_VERSION_EARLY) ? qpdf_o_disable
                                                                              : qpdf_o_generate);
  qpdf_set_compress_streams(pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
}

static bool write_document(pc_pdf *pdf, const char *version) {
  set_options(pdf, version);
  return (qpdf_write(pdf) & QPDF_ERRORS) == 0 && !qpdf_has_error(pdf);
}

/* libqpdf's own buffer grows by doubling and is copied at the end: three times the file. */
static GBytes *write_buffer(pc_pdf *pdf, const char *version) {
  qpdf_init_write_memory(pdf);
  if (!write_document(pdf, version))
    return NULL;
  const size_t length = qpdf_get_buffer_length(pdf);
  char *bytes = g_memdup2(qpdf_get_buffer(pdf), length);
  write_id(bytes, length);
  return g_bytes_new_take(bytes, length);
}

/* libqpdf takes memory for one picture after the other, which the C library keeps for more of them:
 * behind a large file it is given back, which costs a millisecond. */
#define MANY_BYTES ((size_t)8 << 20)

static GBytes *write_scratch(pc_pdf *pdf, const char *version, pc_scratch *scratch) {
  qpdf_init_write(pdf, scratch->name);
  if (!write_document(pdf, version)) {
    pc_scratch_close(scratch);
    return NULL;
  }
  size_t length;
  char *bytes = pc_scratch_map(scratch, &length);
  if (length > MANY_BYTES)
    malloc_trim(0);
  write_id(bytes, length);
  return pc_scratch_wrap(bytes, length);
}

GBytes *pc_pdf_write_bytes(pc_pdf *pdf, const char *version) {
  pc_pdf_visit(pdf, pack_stream, NULL);
  pc_scratch scratch;
  return pc_scratch_open(&scratch) ? write_scratch(pdf, version, &scratch)
                                   : write_buffer(pdf, version);
}

void pc_pdf_append_pt(GString *out, double pt) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(number, sizeof number, "%.4f", pt));
}
