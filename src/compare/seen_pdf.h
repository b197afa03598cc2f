/* seen_pdf.h - a PDF's pages, panels and figures as one plain value, read in a process of its own.
 * Layer: compare. */
#ifndef PC_COMPARE_SEEN_PDF_H
#define PC_COMPARE_SEEN_PDF_H

#include <glib.h>

/* Facts by number; for each page its boxes (media, trim, bleed: left, bottom, right, top, in
 * points) and how it is turned; for each panel and figure: kind, page, number, text, box. */
#define PC_SEEN_PDF "(a{is}a(adi)a(iiis(dddd)))"
#define PC_SEEN_BOXES 12

typedef enum pc_seen_kind { PC_SEEN_PANEL, PC_SEEN_FIGURE } pc_seen_kind;

/* The same where the file cannot be read. */
typedef enum pc_seen_end {
  PC_SEEN_READ,
  PC_SEEN_LOCKED,
  PC_SEEN_DAMAGED,
  PC_SEEN_TOO_MUCH
} pc_seen_end;

/* A value of that type; NULL: *end says why. */
GVariant *pc_seen_pdf_read(GBytes *bytes, pc_seen_end *end);

#endif
