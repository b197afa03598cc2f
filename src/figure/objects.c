/* objects.c - opens a PDF in memory and visits its objects.  Layer: figure. */
#include "figure/objects.h"

#include <string.h>

#include "base/digest.h"

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

/* The iterator over keys is one for the whole document: the keys are copied first. */
GPtrArray *pc_pdf_list_keys(pc_pdf *pdf, qpdf_oh dict) {
  GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
  qpdf_oh_begin_dict_key_iter(pdf, dict);
  while (qpdf_oh_dict_more_keys(pdf))
    g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf)));
  return keys;
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

GBytes *pc_pdf_write_bytes(pc_pdf *pdf, const char *version) {
  qpdf_init_write_memory(pdf);
  qpdf_force_pdf_version(pdf, version);
  qpdf_set_static_ID(pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode(pdf, g_str_equal(version, PC_PDF_VERSION_EARLY) ? qpdf_o_disable
                                                                              : qpdf_o_generate);
  qpdf_set_compress_streams(pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
  if ((qpdf_write(pdf) & QPDF_ERRORS) != 0)
    return NULL;
  const size_t length = qpdf_get_buffer_length(pdf);
  char *bytes = g_memdup2(qpdf_get_buffer(pdf), length);
  write_id(bytes, length);
  return g_bytes_new_take(bytes, length);
}

void pc_pdf_append_pt(GString *out, double pt) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(number, sizeof number, "%.4f", pt));
}
