/* test_packet.c - XMP in all its spellings: elements, attributes, other prefixes, damage. */
#include "backend/packet.h"

#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define BEGIN "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='" RDF "'>"
#define END "</rdf:RDF></x:xmpmeta>"

static void parse(pc_packet *packet, const char *xml) {
  *packet = (pc_packet){0};
  pc_packet_parse(packet, xml, strlen(xml));
}

static void test_elements(void) {
  pc_packet packet;
  parse(&packet, BEGIN "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'"
                       " xmlns:pdf='http://ns.adobe.com/pdf/1.3/'><dc:title><rdf:Alt>"
                       "<rdf:li xml:lang='x-default'> A &amp; B </rdf:li>"
                       "<rdf:li xml:lang='ja'>other</rdf:li></rdf:Alt></dc:title>"
                       "<pdf:Trapped>False</pdf:Trapped></rdf:Description>" END);
  g_assert_true(packet.is_there && packet.is_sound);
  g_assert_cmpstr(packet.facts[PC_PACKET_TITLE], ==, "A & B");
  g_assert_cmpstr(packet.facts[PC_PACKET_TRAPPED], ==, "False");
  g_assert_null(packet.facts[PC_PACKET_X_VERSION]);
  pc_packet_clear(&packet);
}

/* A short form that Adobe's programs write. */
static void test_attributes(void) {
  pc_packet packet;
  parse(&packet, BEGIN "<rdf:Description xmlns:id='http://www.npes.org/pdfx/ns/id/'"
                       " id:GTS_PDFXVersion='PDF/X-4'/>" END);
  g_assert_cmpstr(packet.facts[PC_PACKET_X_VERSION], ==, "PDF/X-4");
  pc_packet_clear(&packet);
}

/* The namespace counts, not its prefix. */
static void test_prefixes(void) {
  pc_packet packet;
  parse(&packet, BEGIN "<rdf:Description xmlns:pdf='http://www.aiim.org/pdfua/ns/id/'"
                       " xmlns:dc='urn:another'><pdf:part>1</pdf:part><pdf:Trapped>True"
                       "</pdf:Trapped><dc:title>no</dc:title></rdf:Description>" END);
  g_assert_cmpstr(packet.facts[PC_PACKET_UA_PART], ==, "1");
  g_assert_null(packet.facts[PC_PACKET_TRAPPED]);
  g_assert_null(packet.facts[PC_PACKET_TITLE]);
  pc_packet_clear(&packet);
}

static void test_damage(void) {
  static const char *const broken[] = {"", "<a>", "<a></b>", "no XML", "<a>\xff</a>", "<a b=></a>"};
  for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
    pc_packet packet;
    parse(&packet, broken[i]);
    g_assert_true(packet.is_there);
    g_assert_false(packet.is_sound);
    pc_packet_clear(&packet);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/packet/elements", test_elements);
  g_test_add_func("/packet/attributes", test_attributes);
  g_test_add_func("/packet/prefixes", test_prefixes);
  g_test_add_func("/packet/damage", test_damage);
  return g_test_run();
}
