/* readers.c - custom readers of the keys of poster.yaml's top and of the theme.  Layer: doc. */
#include "doc/lang.h"
#include "doc/readers.h"

#include <string.h>

#include <glib.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "base/utf8.h"

/* PDF's page limit is 14400 units of 1/72 in. */
#define MIN_SIDE_MM 20
#define MAX_SIDE_MM 5080
#define MAX_TRACKS 36

bool pc_type_report(pc_reader *reader, const pc_node *node, const char *what, const char *hint) {
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_TYPE, hint, "expected %s, got %s", _(what),
                 pc_node_describe(node));
  return false;
}

static bool read_side(pc_reader *reader, const pc_node *node, pc_um *side) {
  pc_length length;
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a length such as 841mm", NULL);
  const unsigned paper = 1u << PC_UNIT_MM | 1u << PC_UNIT_CM | 1u << PC_UNIT_IN | 1u << PC_UNIT_PT |
                         1u << PC_UNIT_Q | 1u << PC_UNIT_H;
  if (!pc_length_parse(node->text, &length) || !(paper >> length.unit & 1u)) {
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "write a length such as 841mm",
                   "'%s' is not a length on paper", node->text);
    return false;
  }
  /* Compared before it becomes micrometres: a huge number would not fit into them. */
  double mm = pc_length_pt(length, 0) / 72 * 25.4;
  if (!(mm >= MIN_SIDE_MM && mm <= MAX_SIDE_MM)) {
    PC_REPORT(reader->diags, node->at, PC_BAD_VALUE,
              "a side of the sheet has to be between %d mm and %d mm", MIN_SIDE_MM, MAX_SIDE_MM);
    return false;
  }
  *side = pc_length_um(length, 0, 0);
  return true;
}

bool pc_paper_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_paper_keys *paper = member;
  if (node->kind == PC_NODE_LIST && node->n_items == 2) {
    bool has_width = read_side(reader, node->items[0], &paper->width);
    return read_side(reader, node->items[1], &paper->height) && has_width;
  }
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a paper size such as A0, or [width, height]", NULL);
  paper->named = true;
  if (pc_paper_find(node->text, &paper->width, &paper->height))
    return true;
  const char *nearest = pc_nearest(node->text, pc_paper_names());
  g_autofree char *hint =
      nearest != NULL ? g_strdup_printf(_("did you mean '%s'?"), nearest)
                      : g_strdup(_("use A0 to A6, B0 to B6, ISO-B0 to ISO-B6, or [width, height]"));
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, hint, "unknown paper size '%s'",
                 node->text);
  return false;
}

static bool read_track(pc_reader *reader, const pc_node *node, pc_length *length) {
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a width such as 1fr or 240mm", NULL);
  const unsigned barred = 1u << PC_UNIT_AUTO | 1u << PC_UNIT_NONE | 1u << PC_UNIT_EM;
  if (pc_length_parse(node->text, length) && !(barred >> length->unit & 1u) && length->value > 0 &&
      length->value < 100000)
    return true;
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "use fr, mm, cm, in, pt, Q or %",
                 "'%s' is not the size of a column or row", node->text);
  return false;
}

static bool read_track_list(pc_reader *reader, const pc_node *node, pc_tracks *tracks) {
  if (node->n_items == 0 || node->n_items > MAX_TRACKS) {
    PC_REPORT(reader->diags, node->at, PC_BAD_VALUE, "expected 1 to %d sizes, got %d", MAX_TRACKS,
              node->n_items);
    return false;
  }
  pc_length *lengths = pc_spec_alloc(reader->spec, (size_t)node->n_items * sizeof(pc_length));
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++)
    is_sound = read_track(reader, node->items[i], &lengths[i]) && is_sound;
  *tracks = (pc_tracks){.count = node->n_items, .lengths = lengths};
  return is_sound;
}

bool pc_tracks_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_tracks *tracks = member;
  if (node->kind == PC_NODE_LIST)
    return read_track_list(reader, node, tracks);
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a count, a list of sizes, or auto", NULL);
  *tracks = (pc_tracks){.auto_count = true};
  if (strcmp(node->text, "auto") == 0)
    return true;
  int count = 0;
  if (!pc_utf8_parse_int(node->text, &count) || count < 1 || count > MAX_TRACKS) {
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE,
                   "write a count such as 3, a list such as [1fr, 2fr], or auto",
                   "'%s' is not a count from 1 to %d", node->text, MAX_TRACKS);
    return false;
  }
  *tracks = (pc_tracks){.count = count};
  return true;
}

bool pc_lang_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a language tag such as ja", NULL);
  if (!pc_lang_is_tag(node->text)) {
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "write a tag such as ja, en or en-GB",
                   "'%s' is not a language tag", node->text);
    return false;
  }
  *(pc_string *)member = (pc_string){node->text, node};
  return true;
}

bool pc_ruby_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping of words to readings", "write {支援: し|えん}");
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++) {
    if (node->pairs[i].value->kind != PC_NODE_SCALAR)
      is_sound = pc_type_report(reader, node->pairs[i].value, "a reading", NULL);
  }
  *(const pc_node **)member = node;
  return is_sound;
}

bool pc_autospace_read(pc_reader *reader, const pc_node *node, void *member) {
  static const struct {
    const char *word;
    double em;
  } gaps[] = {{"auto", -1}, {"0", 0}, {"1/8", 1.0 / 8}, {"1/6", 1.0 / 6}, {"1/4", 1.0 / 4}};
  double *em = member;
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "auto, 0, 1/8, 1/6 or 1/4", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++) {
    if (strcmp(node->text, gaps[i].word) == 0) {
      *em = gaps[i].em;
      return true;
    }
  }
  PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "use auto, 0, 1/8, 1/6 or 1/4",
                 "'%s' is not a gap between Japanese and Latin", node->text);
  return false;
}

static bool read_given_role(pc_reader *reader, const pc_pair *pair, pc_given_roles *roles) {
  static const pc_key role_key = {.kind = PC_KIND_CHOICE, .names = pc_role_words};
  int number = 0;
  if (!pc_utf8_parse_int(pair->key, &number) || number < 1 || number > PC_MAX_SLIDES) {
    PC_REPORT(reader->diags, pair->key_at, PC_BAD_VALUE, "'%s' is not a slide number from 1 to %d",
              pair->key, PC_MAX_SLIDES);
    return false;
  }
  return pc_schema_read_value(reader, &role_key, pair->value, &roles->by_number[number]);
}

bool pc_given_roles_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping of slide numbers to roles", NULL);
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++)
    is_sound = read_given_role(reader, &node->pairs[i], member) && is_sound;
  return is_sound;
}

bool pc_style_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_panel_style checked;
  *(const pc_node **)member = node;
  return pc_schema_read(reader, &pc_panel_schema, node, &checked);
}

bool pc_roles_read(pc_reader *reader, const pc_node *node, void *member) {
  const pc_node *checked[PC_N_SLIDE_ROLES];
  *(const pc_node **)member = node;
  return pc_schema_read(reader, &pc_roles_schema, node, checked);
}
