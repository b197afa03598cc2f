/* qr.c - QR codes as their author wrote them.  Layer: doc. */
#include <string.h>

#include "doc/keys_items.h"
#include "doc/readers.h"
#include "doc/resolve.h"

/* What the largest code holds at level M (ISO/IEC 18004, version 40, bytes). */
#define MOST_BYTES 2331

bool pc_qr_size_read(pc_reader *reader, const pc_node *node, void *member) {
  static const pc_key length_key = {.name = "size",
                                    .kind = PC_KIND_LENGTH,
                                    .units = 1u << PC_UNIT_AUTO | 1u << PC_UNIT_MM |
                                             1u << PC_UNIT_CM | 1u << PC_UNIT_IN |
                                             1u << PC_UNIT_PT | 1u << PC_UNIT_Q | 1u << PC_UNIT_H |
                                             1u << PC_UNIT_EM | 1u << PC_UNIT_PERCENT,
                                    .min = 0.1};
  pc_qr_size_keys *size = member;
  size->node = node;
  return pc_schema_read_value(reader, &length_key, node, &size->length);
}

static bool has_text(pc_reader *reader, const pc_qr_keys *keys, const pc_node *node) {
  if (keys->url.text == NULL || keys->url.text[0] == '\0') {
    PC_REPORT_HINT(reader->diags, node->at, PC_MISSING_KEY, "write qr: https://example.org",
                   "the QR code has no address");
    return false;
  }
  size_t bytes = strlen(keys->url.text);
  if (bytes <= MOST_BYTES)
    return true;
  PC_REPORT_HINT(reader->diags, keys->url.node->at, PC_LIMIT,
                 "put the text on a web page, and its address here",
                 "a QR code holds at most %d letters without accents, or a third of that in "
                 "Japanese; this text is %.1f times too long",
                 MOST_BYTES, (double)bytes / MOST_BYTES);
  return false;
}

bool pc_qr_block_read(pc_reader *reader, const pc_node *node, void *member) {
  bool is_short = node->kind == PC_NODE_SCALAR || node->kind == PC_NODE_NULL;
  if (!is_short && node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "an address or a mapping", "write qr: https://example.org");
  pc_qr_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_qr_schema, is_short ? NULL : node, &keys);
  if (node->kind == PC_NODE_SCALAR)
    keys.url = (pc_string){node->text, node};
  bool is_missing = !is_short && keys.url.node == NULL; /* the schema has said so */
  if (is_missing || !has_text(reader, &keys, node))
    return false;
  pc_qr *qr = pc_spec_alloc(reader->spec, sizeof(pc_qr));
  *qr = (pc_qr){.text = keys.url,
                .size = keys.size.length,
                .size_at = keys.size.node != NULL ? keys.size.node->at : node->at,
                .shows_text = keys.show_url};
  const pc_figure *figure = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, PC_BLOCK_QR, figure, member)->qr = qr;
  return is_sound;
}
