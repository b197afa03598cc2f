/* packet.c - reads the properties that rules ask for, as elements or as attributes.
 * Layer: backend. */
#include "backend/packet.h"

#include <string.h>

#define DC "http://purl.org/dc/elements/1.1/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define XMP_MM "http://ns.adobe.com/xap/1.0/mm/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define PDFX "http://www.npes.org/pdfx/ns/id/"
#define PDFUA "http://www.aiim.org/pdfua/ns/id/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static const char *const fact_names[PC_N_PACKET_FACTS] = {
    [PC_PACKET_TITLE] = DC "title",
    [PC_PACKET_TRAPPED] = PDF "Trapped",
    [PC_PACKET_X_VERSION] = PDFX "GTS_PDFXVersion",
    [PC_PACKET_UA_PART] = PDFUA "part",
    [PC_PACKET_DOCUMENT_ID] = XMP_MM "DocumentID",
    [PC_PACKET_VERSION_ID] = XMP_MM "VersionID",
    [PC_PACKET_RENDITION] = XMP_MM "RenditionClass",
    [PC_PACKET_CREATED] = XMP "CreateDate",
    [PC_PACKET_MODIFIED] = XMP "ModifyDate",
    [PC_PACKET_DATED] = XMP "MetadataDate",
};

typedef struct packet_reader {
  pc_packet *packet;
  GHashTable *prefixes; /* to namespaces */
  bool closed[PC_N_PACKET_FACTS];
} packet_reader;

/* "dc:title" to the namespace and the name; the caller frees it. */
static char *expand_name(const packet_reader *reader, const char *name) {
  const char *colon = strchr(name, ':');
  if (colon == NULL)
    return g_strdup(name);
  g_autofree char *prefix = g_strndup(name, (gsize)(colon - name));
  const char *space = g_hash_table_lookup(reader->prefixes, prefix);
  return g_strconcat(space != NULL ? space : "", colon + 1, NULL);
}

static int find_fact(const packet_reader *reader, const char *name) {
  g_autofree char *full = expand_name(reader, name);
  int fact = 0;
  while (fact < PC_N_PACKET_FACTS && strcmp(full, fact_names[fact]) != 0)
    fact++;
  return fact;
}

static void append_fact(packet_reader *reader, int fact, const char *text) {
  if (fact == PC_N_PACKET_FACTS || reader->closed[fact])
    return;
  char *before = reader->packet->facts[fact];
  reader->packet->facts[fact] = g_strconcat(before != NULL ? before : "", text, NULL);
  g_free(before);
}

static void start_element(GMarkupParseContext *context, const char *name, const char **keys,
                          const char **values, gpointer user, GError **error) {
  (void)context, (void)name, (void)error;
  packet_reader *reader = user;
  for (int i = 0; keys[i] != NULL; i++) {
    if (g_str_has_prefix(keys[i], "xmlns:"))
      g_hash_table_insert(reader->prefixes, g_strdup(keys[i] + strlen("xmlns:")),
                          g_strdup(values[i]));
  }
  for (int i = 0; keys[i] != NULL; i++) {
    const int fact = find_fact(reader, keys[i]);
    append_fact(reader, fact, values[i]);
    if (fact < PC_N_PACKET_FACTS)
      reader->closed[fact] = true;
  }
}

/* The innermost property that is open. */
static int find_open(const packet_reader *reader, GMarkupParseContext *context) {
  int fact = PC_N_PACKET_FACTS;
  for (const GSList *at = g_markup_parse_context_get_element_stack(context);
       at != NULL && fact == PC_N_PACKET_FACTS; at = at->next)
    fact = find_fact(reader, at->data);
  return fact;
}

/* Of several languages the first one counts, which is that of all (x-default). */
static void end_element(GMarkupParseContext *context, const char *name, gpointer user,
                        GError **error) {
  (void)error;
  packet_reader *reader = user;
  g_autofree char *full = expand_name(reader, name);
  const bool is_item = strcmp(full, RDF "li") == 0;
  const int fact = is_item ? find_open(reader, context) : find_fact(reader, name);
  if (fact < PC_N_PACKET_FACTS)
    reader->closed[fact] = true;
}

static void read_text(GMarkupParseContext *context, const char *text, gsize length, gpointer user,
                      GError **error) {
  (void)error;
  packet_reader *reader = user;
  g_autofree char *copy = g_strndup(text, length);
  append_fact(reader, find_open(reader, context), copy);
}

void pc_packet_parse(pc_packet *packet, const char *xml, size_t length) {
  static const GMarkupParser parser = {start_element, end_element, read_text, NULL, NULL};
  packet_reader reader = {packet, NULL, {false}};
  reader.prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &reader, NULL);
  packet->is_there = true;
  packet->is_sound = g_markup_parse_context_parse(context, xml, (gssize)length, NULL) &&
                     g_markup_parse_context_end_parse(context, NULL);
  g_markup_parse_context_free(context);
  g_hash_table_unref(reader.prefixes);
  for (int i = 0; i < PC_N_PACKET_FACTS; i++) {
    if (packet->facts[i] != NULL)
      g_strstrip(packet->facts[i]);
  }
}

void pc_packet_clear(pc_packet *packet) {
  for (int i = 0; i < PC_N_PACKET_FACTS; i++)
    g_clear_pointer(&packet->facts[i], g_free);
}
