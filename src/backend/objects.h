/* objects.h - a PDF's objects through libqpdf.  Layer: backend.
 *
 * libqpdf remembers the first error; look once after each phase with pc_pdf_find_error.
 */
#ifndef PC_BACKEND_OBJECTS_H
#define PC_BACKEND_OBJECTS_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef struct _qpdf_data pc_pdf;

/* bytes must outlive it.  Never NULL: unreadable bytes are an error to be looked for. */
pc_pdf *pc_pdf_new(GBytes *bytes);
void pc_pdf_free(pc_pdf *pdf);

/* What went wrong since the last look, or NULL; the caller frees it.  Warnings do not count. */
char *pc_pdf_find_error(pc_pdf *pdf);

/* Calls visit for every object that has a number. */
typedef void (*pc_visit_object)(pc_pdf *pdf, qpdf_oh object, void *user);
void pc_pdf_visit(pc_pdf *pdf, pc_visit_object visit, void *user);

/* Whether the dictionary (or stream) has key with that name as its value. */
bool pc_pdf_has_name(pc_pdf *pdf, qpdf_oh object, const char *key, const char *name);

/* Points with four decimals, as PDF and locale want them. */
void pc_pdf_append_pt(GString *out, double pt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_pdf, pc_pdf_free)

#endif
