/* preflight.c - takes a PDF apart once and asks the rules about every part.  Layer: backend. */
#include "backend/preflight.h"

#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "backend/rules.h"

/* Dictionaries and arrays inside each other in one object. */
#define MAX_DEPTH 32
/* Per cent that coated paper takes (ISO 12647-2, and the fallback of print.ink-limit). */
#define USUAL_INK 300.0
/* More pages on which one rule is broken say nothing new. */
#define MAX_FINDINGS 2000

typedef struct questions {
  pc_preflight *preflight;
  GPtrArray *rules[PC_N_ASKS]; /* that hold */
} questions;

static void clear_finding(void *item) {
  g_free(((pc_finding *)item)->detail);
}

static pc_finding *find_finding(const pc_preflight *preflight) {
  for (guint i = 0; i < preflight->findings->len; i++) {
    pc_finding *finding = &g_array_index(preflight->findings, pc_finding, i);
    if (finding->rule == preflight->rule && finding->page == preflight->page)
      return finding;
  }
  return NULL;
}

void pc_preflight_breach(pc_preflight *preflight, const char *format, ...) {
  pc_finding *known = find_finding(preflight);
  if (known != NULL) {
    known->count++;
    return;
  }
  if (preflight->findings->len >= MAX_FINDINGS)
    return;
  va_list list;
  va_start(list, format);
  const pc_finding finding = {preflight->rule, preflight->page, 1,
                              g_strdup_vprintf(_(format), list)};
  va_end(list);
  g_array_append_val(preflight->findings, finding);
}

static bool is_asked(const pc_preflight *preflight, const pc_rule *rule) {
  const bool is_more =
      pc_code_get(rule->code)->severity == PC_WARNING || (rule->holds & PC_IS_SLOW) != 0;
  return (rule->holds & preflight->holds) != 0 && !(is_more && preflight->is_brief);
}

static void collect_rules(questions *asker) {
  int count = 0;
  const pc_rule *rules = pc_rules(&count);
  for (int i = 0; i < PC_N_ASKS; i++)
    asker->rules[i] = g_ptr_array_new();
  for (int i = 0; i < count; i++) {
    if (is_asked(asker->preflight, &rules[i]))
      g_ptr_array_add(asker->rules[rules[i].scope], (gpointer)&rules[i]);
  }
  for (int i = 0; i < PC_N_ASKS; i++)
    asker->preflight->n_rules += (int)asker->rules[i]->len;
}

static void ask(questions *asker, pc_ask scope, const pc_subject *subject) {
  const GPtrArray *rules = asker->rules[scope];
  for (guint i = 0; i < rules->len; i++) {
    asker->preflight->rule = rules->pdata[i];
    asker->preflight->rule->check(asker->preflight, subject);
  }
}

static void add_content(GHashTable *set, gint64 content) {
  g_hash_table_add(set, g_memdup2(&content, sizeof content));
}

static void ask_operation(const pc_drawn_at *drawn, const pc_operation *operation, void *user) {
  questions *asker = user;
  pc_preflight *preflight = asker->preflight;
  if (drawn->content >= 0 && drawn->depth == 0)
    add_content(preflight->contents.drawn, pc_element_content(preflight->page_id, drawn->content));
  const pc_subject subject = {.drawn = drawn, .operation = operation};
  ask(asker, PC_ASK_OPERATION, &subject);
}

static void ask_pages(questions *asker) {
  pc_preflight *preflight = asker->preflight;
  for (int i = 0; i < preflight->n_pages; i++) {
    const qpdf_oh page = qpdf_get_page_n(preflight->pdf, (size_t)i);
    preflight->page = i + 1;
    preflight->page_id = qpdf_oh_get_object_id(preflight->pdf, page);
    preflight->drawn_end = pc_drawn_walk(preflight->pdf, page, ask_operation, asker);
    ask(asker, PC_ASK_PAGE, &(pc_subject){.dict = page});
  }
  preflight->page = 0;
}

static void ask_value(questions *asker, qpdf_oh value, int depth);

static void ask_dict(questions *asker, qpdf_oh dict, int depth) {
  pc_pdf *pdf = asker->preflight->pdf;
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, dict);
  const pc_subject subject = {.dict = dict, .keys = keys};
  ask(asker, PC_ASK_DICT, &subject);
  if (pc_subject_has(&subject, "/Type") && pc_pdf_has_name(pdf, dict, "/Type", "/Font"))
    ask(asker, PC_ASK_FONT, &subject);
  /* Elements are asked on the way through the tree; in posterc's own there is nothing else. */
  const bool is_element = pc_subject_has(&subject, "/S") && pc_subject_has(&subject, "/P");
  for (guint i = 0; i < keys->len && !(is_element && asker->preflight->is_brief); i++)
    ask_value(asker, qpdf_oh_get_key(pdf, dict, keys->pdata[i]), depth + 1);
}

/* What has a number of its own is visited by its number. */
static void ask_value(questions *asker, qpdf_oh value, int depth) {
  pc_pdf *pdf = asker->preflight->pdf;
  if (depth > MAX_DEPTH || qpdf_oh_is_indirect(pdf, value) || qpdf_oh_is_scalar(pdf, value))
    return;
  if (qpdf_oh_is_dictionary(pdf, value)) {
    ask_dict(asker, value, depth);
    return;
  }
  const int count = qpdf_oh_is_array(pdf, value) ? qpdf_oh_get_array_n_items(pdf, value) : 0;
  for (int i = 0; i < count; i++)
    ask_value(asker, qpdf_oh_get_array_item(pdf, value, i), depth + 1);
}

static void ask_object(pc_pdf *pdf, qpdf_oh object, void *user) {
  if (qpdf_oh_is_stream(pdf, object))
    ask_dict(user, qpdf_oh_get_dict(pdf, object), 0);
  else if (qpdf_oh_is_dictionary(pdf, object))
    ask_dict(user, object, 0);
}

static void ask_element(const pc_tree_element *element, void *user) {
  ask(user, PC_ASK_ELEMENT, &(pc_subject){.dict = element->node, .element = element});
}

static void take_content(int page, int content, void *user) {
  pc_contents *contents = &((questions *)user)->preflight->contents;
  const gint64 name = pc_element_content(page, content);
  if (g_hash_table_contains(contents->tagged, &name))
    contents->is_twice = true;
  add_content(contents->tagged, name);
}

static void ask_elements(questions *asker) {
  const pc_element_walk walk = {asker->preflight->pdf, ask_element, take_content, asker};
  asker->preflight->contents.is_whole = pc_elements_walk(&walk);
}

/* At most so much of a packet is looked at. */
#define MAX_PACKET ((size_t)4 << 20)

static void read_packet(pc_packet *packet, pc_pdf *pdf) {
  const qpdf_oh stream = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Metadata");
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  *packet = (pc_packet){0};
  if (!qpdf_oh_is_stream(pdf, stream))
    return;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &data, &length);
  packet->is_there = true;
  if (data != NULL && length <= MAX_PACKET)
    pc_packet_parse(packet, (const char *)data, length);
  free(data);
}

static unsigned find_claims(pc_pdf *pdf, const pc_packet *packet) {
  const qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
  const char *xmp = packet->facts[PC_PACKET_X_VERSION];
  g_autofree char *version =
      g_strdup(pc_rules_text(pdf, qpdf_oh_get_key_if_dict(pdf, info, "/GTS_PDFXVersion")));
  unsigned claims = packet->facts[PC_PACKET_UA_PART] != NULL ? PC_HOLDS_UA : 0;
  if (g_str_has_prefix(xmp != NULL ? xmp : version, "PDF/X-4"))
    claims |= PC_HOLDS_X4;
  else if (g_str_has_prefix(version, "PDF/X-1"))
    claims |= PC_HOLDS_X1A;
  return claims;
}

unsigned pc_preflight_find_claims(pc_pdf *pdf) {
  pc_packet packet;
  read_packet(&packet, pdf);
  const unsigned claims = find_claims(pdf, &packet);
  pc_packet_clear(&packet);
  return claims;
}

static void init(pc_preflight *preflight, pc_pdf *pdf, pc_preflight_wish wish) {
  *preflight = (pc_preflight){.pdf = pdf,
                              .holds = wish.claims | PC_HOLDS_ALL,
                              .is_brief = wish.is_brief,
                              .ink_limit = wish.ink_limit > 0 ? wish.ink_limit : USUAL_INK};
  preflight->root = qpdf_get_root(pdf);
  preflight->info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
  preflight->n_pages = MAX(0, qpdf_get_num_pages(pdf));
  preflight->findings = g_array_new(FALSE, FALSE, sizeof(pc_finding));
  g_array_set_clear_func(preflight->findings, clear_finding);
  preflight->contents.drawn = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  preflight->contents.tagged = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  read_packet(&preflight->packet, pdf);
}

/* The file first, then page by page. */
static int compare_findings(const void *a, const void *b) {
  const pc_finding *first = a, *second = b;
  if (first->page != second->page)
    return first->page < second->page ? -1 : 1;
  return first->rule == second->rule ? 0 : first->rule < second->rule ? -1 : 1;
}

void pc_preflight_run(pc_preflight *preflight, pc_pdf *pdf, pc_preflight_wish wish) {
  init(preflight, pdf, wish);
  questions asker = {.preflight = preflight};
  collect_rules(&asker);
  ask_pages(&asker);
  pc_pdf_visit(pdf, ask_object, &asker);
  ask_elements(&asker);
  ask(&asker, PC_ASK_FILE, &(pc_subject){.dict = preflight->root});
  for (int i = 0; i < PC_N_ASKS; i++)
    g_ptr_array_unref(asker.rules[i]);
  g_array_sort(preflight->findings, compare_findings);
}

void pc_preflight_clear(pc_preflight *preflight) {
  pc_packet_clear(&preflight->packet);
  g_clear_pointer(&preflight->findings, g_array_unref);
  g_clear_pointer(&preflight->contents.drawn, g_hash_table_unref);
  g_clear_pointer(&preflight->contents.tagged, g_hash_table_unref);
}
