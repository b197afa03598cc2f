/* logos.c - the pictures of the header: files, and what they show.  Layer: doc. */
#include "doc/keys_picture.h"
#include "doc/readers.h"
#include "doc/resolve.h"

static const pc_key logo_keys[] = {
    {PC_FIELD(pc_logo, file), .required = true,
     .doc = "The logo's file, counted from the poster's folder."},
    {PC_FIELD(pc_logo, alt),
     .doc = "Whose logo it is, for people who cannot see it, such as: Logo of the association."},
    {.name = NULL},
};
const pc_schema pc_logo_schema = {"logo", "A logo of the header.", logo_keys, sizeof(pc_logo)};

static const char hint[] = "write logos: [one.svg, {file: two.svg, alt: whose logo it is}]";

static bool read_logo(pc_reader *reader, const pc_node *node, pc_logo *logo) {
  if (node->kind != PC_NODE_SCALAR && node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a file name or a mapping", hint);
  const bool is_name = node->kind == PC_NODE_SCALAR;
  bool is_sound = pc_schema_read(reader, &pc_logo_schema, is_name ? NULL : node, logo);
  if (is_name)
    logo->file = (pc_string){node->text, node};
  return pc_picture_note(reader, logo->file, 1) && is_sound;
}

bool pc_logos_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_logos *logos = member;
  const bool is_list = node->kind == PC_NODE_LIST;
  const int n = is_list ? node->n_items : 1;
  pc_logo *items = pc_spec_alloc(reader->spec, ((size_t)n + 1) * sizeof(pc_logo));
  bool is_sound = true;
  int count = 0;
  for (int i = 0; i < n; i++) {
    const bool is_read = read_logo(reader, is_list ? node->items[i] : node, &items[count]);
    count += is_read;
    is_sound = is_sound && is_read;
  }
  *logos = (pc_logos){count, items};
  return is_sound;
}
