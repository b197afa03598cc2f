/* objects.h - a PDF's objects through libqpdf.  Layer: figure.
 *
 * libqpdf remembers the first error; look once after each phase with pc_pdf_find_error.
 */
#ifndef PC_FIGURE_OBJECTS_H
#define PC_FIGURE_OBJECTS_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef struct _qpdf_data pc_pdf;

/* bytes must outlive it.  Never NULL: unreadable bytes are an error to be looked for, and what is
 * damaged is not repaired.  bytes NULL: an empty document. */
pc_pdf *pc_pdf_new(GBytes *bytes);
/* The document as bytes, the same for the same document; what is compressed stays as it is.  NULL:
 * an error. */
GBytes *pc_pdf_write_bytes(pc_pdf *pdf, const char *version);
/* Of PDF, before objects could be packed together. */
#define PC_PDF_VERSION_EARLY "1.4"
void pc_pdf_free(pc_pdf *pdf);

/* What went wrong since the last look, or NULL; the caller frees it.  Warnings do not count. */
char *pc_pdf_find_error(pc_pdf *pdf);

/* Calls visit for every object that has a number. */
typedef void (*pc_visit_object)(pc_pdf *pdf, qpdf_oh object, void *user);
void pc_pdf_visit(pc_pdf *pdf, pc_visit_object visit, void *user);

/* Whether the dictionary (or stream) has key with that name as its value. */
bool pc_pdf_has_name(pc_pdf *pdf, qpdf_oh object, const char *key, const char *name);

/* The dictionary that is the value of key, made where there is none. */
qpdf_oh pc_pdf_open_dict(pc_pdf *pdf, qpdf_oh dict, const char *key);
/* Two corners in any order become left, bottom, right, top; false: no rectangle. */
bool pc_pdf_read_box(pc_pdf *pdf, qpdf_oh array, double box[4]);

/* The data of a stream, not compressed: that is done once, when the document is written. */
void pc_pdf_set_data(pc_pdf *pdf, qpdf_oh stream, const void *data, size_t length);

/* The keys of a dictionary, as char *; free with g_ptr_array_unref. */
GPtrArray *pc_pdf_list_keys(pc_pdf *pdf, qpdf_oh dict);

/* Points with four decimals, as PDF and locale want them. */
void pc_pdf_append_pt(GString *out, double pt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_pdf, pc_pdf_free)

#endif
