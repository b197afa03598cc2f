/* metadata.c - the Info dictionary and the XMP packet (ISO 16684-1).  Layer: backend. */
#include "backend/metadata.h"

#include <string.h>

#include "base/date.h"

/* What print files call themselves: ISO 15930-7, 6.2, and ISO 15930-4, 6.2. */
static const char *const pdfx_versions[] = {
    [PC_STANDARD_X4] = "PDF/X-4", [PC_STANDARD_X1A] = "PDF/X-1a:2003", [PC_STANDARD_PLAIN] = NULL};

/* One line of plain text that both places can hold: control characters, which XML 1.0 has not,
 * become blanks.  NULL stays NULL, and empty is NULL. */
static char *clean_text(const char *text) {
  if (text == NULL || *text == '\0')
    return NULL;
  char *clean = g_utf8_make_valid(text, -1);
  for (char *p = clean; *p != '\0'; p++) {
    if ((unsigned char)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  }
  return g_strstrip(clean);
}

static void append_element(GString *xmp, const char *before, const char *text, const char *after) {
  if (text == NULL)
    return;
  g_autofree char *escaped = g_markup_escape_text(text, -1);
  g_string_append_printf(xmp, "   %s%s%s\n", before, escaped, after);
}

/* A name for the document that its content decides (RFC 4122, the form of version 5). */
static char *format_document_id(const char *digest) {
  return g_strdup_printf("uuid:%.8s-%.4s-5%.3s-a%.3s-%.12s", digest, digest + 8, digest + 12,
                         digest + 15, digest + 18);
}

static bool is_print(const pc_backend_options *options) {
  return options->print->standard != PC_STANDARD_PLAIN;
}

/* A print file must have a date (ISO 15930-7, 6.6): where none is given, the first there is. */
static gint64 find_date(const pc_backend_options *options) {
  return is_print(options) ? MAX(0, options->date) : options->date;
}

/* What PDF/UA-1 asks of every file (ISO 14289-1, 5), and PDF/X-4 of print files. */
static void append_standards(GString *xmp, const pc_backend_options *options, const char *digest) {
  const bool is_early = options->print->standard == PC_STANDARD_X1A;
  if (!options->is_untagged && !is_early)
    append_element(xmp, "<pdfuaid:part>", "1", "</pdfuaid:part>");
  if (!is_print(options))
    return;
  g_autofree char *id = format_document_id(digest);
  append_element(xmp, is_early ? "<pdfx:GTS_PDFXVersion>" : "<pdfxid:GTS_PDFXVersion>",
                 pdfx_versions[options->print->standard],
                 is_early ? "</pdfx:GTS_PDFXVersion>" : "</pdfxid:GTS_PDFXVersion>");
  append_element(xmp, "<pdf:Trapped>", "False", "</pdf:Trapped>");
  append_element(xmp, "<xmpMM:DocumentID>", id, "</xmpMM:DocumentID>");
  append_element(xmp, "<xmpMM:VersionID>", "1", "</xmpMM:VersionID>");
  append_element(xmp, "<xmpMM:RenditionClass>", "default", "</xmpMM:RenditionClass>");
}

static void append_description(GString *xmp, const pc_backend_options *options,
                               const char *digest) {
  g_autofree char *title = clean_text(options->title);
  g_autofree char *author = clean_text(options->author);
  g_autofree char *subject = clean_text(options->subject);
  g_autofree char *date = pc_date_format(find_date(options), "%Y-%m-%dT%H:%M:%SZ");
  append_element(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", title,
                 "</rdf:li></rdf:Alt></dc:title>");
  append_element(xmp, "<dc:creator><rdf:Seq><rdf:li>", author, "</rdf:li></rdf:Seq></dc:creator>");
  append_element(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", subject,
                 "</rdf:li></rdf:Alt></dc:description>");
  append_element(xmp, "<dc:format>", "application/pdf", "</dc:format>");
  append_element(xmp, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
  append_element(xmp, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
  append_element(xmp, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>");
  append_element(xmp, "<pdf:Producer>", PC_PRODUCER, "</pdf:Producer>");
  append_standards(xmp, options, digest);
}

char *pc_metadata_format_xmp(const pc_backend_options *options, const char *digest) {
  GString *xmp =
      g_string_new("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                   " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "  <rdf:Description rdf:about=\"\""
                   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                   " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                   " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                   " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                   " xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\""
                   " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
                   " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
  append_description(xmp, options, digest);
  g_string_append(xmp, "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free(xmp, FALSE);
}

static void set_text(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *text) {
  if (text != NULL)
    qpdf_oh_replace_key(pdf, dict, key, qpdf_oh_new_unicode_string(pdf, text));
}

static void write_info(pc_pdf *pdf, const pc_backend_options *options) {
  g_autofree char *title = clean_text(options->title);
  g_autofree char *author = clean_text(options->author);
  g_autofree char *subject = clean_text(options->subject);
  g_autofree char *date = pc_date_format(find_date(options), "D:%Y%m%d%H%M%SZ");
  qpdf_oh info = qpdf_oh_new_dictionary(pdf);
  set_text(pdf, info, "/Title", title);
  set_text(pdf, info, "/Author", author);
  set_text(pdf, info, "/Subject", subject);
  set_text(pdf, info, "/Producer", PC_PRODUCER);
  set_text(pdf, info, "/CreationDate", date);
  set_text(pdf, info, "/ModDate", date);
  if (is_print(options)) {
    set_text(pdf, info, "/GTS_PDFXVersion", pdfx_versions[options->print->standard]);
    qpdf_oh_replace_key(pdf, info, "/Trapped", qpdf_oh_new_name(pdf, "/False"));
  }
  qpdf_oh_replace_key(pdf, qpdf_get_trailer(pdf), "/Info", qpdf_make_indirect_object(pdf, info));
}

void pc_metadata_write(pc_pdf *pdf, const pc_backend_options *options, const char *digest) {
  write_info(pdf, options);
  g_autofree char *xmp = pc_metadata_format_xmp(options, digest);
  qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, xmp, strlen(xmp));
  qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  qpdf_oh_replace_key(pdf, dict, "/Type", qpdf_oh_new_name(pdf, "/Metadata"));
  qpdf_oh_replace_key(pdf, dict, "/Subtype", qpdf_oh_new_name(pdf, "/XML"));
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Metadata", stream);
}
