/* slides.c - the list of slides: numbers, ids, sections, looks, in reading order.  Layer: doc. */
#include "base/translate.h"
#include "doc/resolve.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/readers.h"

/* Unnumbered panels do not count toward the 18, but a sheet is a sheet. */
#define MAX_PANELS 100

/* Blocks in the order in which their keys were written. */
static void read_blocks(pc_reader *reader, const pc_node *node, GPtrArray **blocks) {
  for (int i = 0; i < node->n_items; i++) {
    const pc_key *key = pc_schema_find(&pc_content_schema, node->pairs[i].key);
    if (key == NULL)
      continue;
    pc_block_note_empty(reader, key, &node->pairs[i]);
    pc_schema_read_value(reader, key, node->pairs[i].value, blocks);
  }
}

static void read_slide(pc_reader *reader, const pc_node *node, pc_draft *draft) {
  bool is_map = node->kind == PC_NODE_MAP;
  pc_schema_read(reader, &pc_slide_schema, is_map ? node : NULL, &draft->keys);
  if (is_map)
    read_blocks(reader, node, &draft->keys.blocks);
  if (node->kind == PC_NODE_SCALAR && !pc_lost_key_report(reader, &pc_slide_schema, node))
    pc_text_block_read(reader, node, &draft->keys.blocks);
  if (draft->keys.blocks != NULL && draft->keys.blocks->len == 0) /* an empty text is no content */
    g_clear_pointer(&draft->keys.blocks, g_ptr_array_unref);
  if (node->kind == PC_NODE_LIST)
    pc_type_report(reader, node, "a slide",
                   "write a text, or keys such as title: and text: under one '- '");
}

/* The number that the n-th numbered slide bears.  In a flow it is its place: a sheet that is pasted
 * elsewhere is moved in the list. */
static int choose_number(pc_reader *reader, const pc_number_keys *written, int place,
                         bool has_areas) {
  if (written->value == PC_NUMBER_BY_PLACE || written->value == place)
    return place;
  if (has_areas)
    return written->value;
  g_autofree char *hint = g_strdup_printf(
      _("move the slide to place %d of the list, or remove 'number'"), written->value);
  PC_REPORT_HINT(reader->diags, written->node->at, PC_BAD_VALUE, hint,
                 "this is slide %d of the list, not %d", place, written->value);
  return place;
}

static void number_slides(pc_reader *reader, GArray *drafts, bool has_areas) {
  const pc_slide *bearers[PC_MAX_SLIDES + 1] = {NULL};
  int place = 0;
  for (guint i = 0; i < drafts->len; i++) {
    const pc_draft *draft = &g_array_index(drafts, pc_draft, i);
    if (draft->keys.number.value == PC_NUMBER_NONE_WRITTEN)
      continue;
    if (++place > PC_MAX_SLIDES)
      continue;
    int number = choose_number(reader, &draft->keys.number, place, has_areas);
    const pc_node *node = draft->keys.number.node != NULL ? draft->keys.number.node : draft->node;
    if (bearers[number] != NULL)
      PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE, "give each slide a 'number' of its own",
                     "two slides have number %d, the other is in line %d", number,
                     bearers[number]->at.line);
    else
      bearers[number] = draft->slide;
    draft->slide->number = number;
  }
}

static void report_too_many(pc_reader *reader, const GArray *drafts) {
  int n_numbered = 0;
  for (guint i = 0; i < drafts->len; i++) {
    const pc_draft *draft = &g_array_index(drafts, pc_draft, i);
    if (draft->keys.number.value == PC_NUMBER_NONE_WRITTEN || ++n_numbered <= PC_MAX_SLIDES)
      continue;
    PC_REPORT_HINT(reader->diags, draft->node->at, PC_TOO_MANY_SLIDES,
                   "join slides, or give pictures 'number: none'",
                   "this is numbered slide %d, a poster holds %d", n_numbered, PC_MAX_SLIDES);
    return;
  }
}

static bool is_id(const char *id) {
  int number = 0;
  return strcmp(id, ".") != 0 && !pc_utf8_parse_int(id, &number);
}

static void name_slides(pc_reader *reader, GArray *drafts) {
  g_autoptr(GHashTable) bearers = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < drafts->len; i++) {
    const pc_draft *draft = &g_array_index(drafts, pc_draft, i);
    const char *id = pc_name_repair(reader, draft->keys.id);
    if (id == NULL)
      continue;
    const pc_slide *other = g_hash_table_lookup(bearers, id);
    if (other != NULL)
      PC_REPORT(reader->diags, draft->keys.id.node->at, PC_BAD_VALUE,
                "two slides have the id '%s', the other is in line %d", id, other->at.line);
    else if (!is_id(id))
      PC_REPORT_HINT(reader->diags, draft->keys.id.node->at, PC_BAD_VALUE, "use a word",
                     "'%s' cannot be an id: in grid.areas it means something else", id);
    else
      g_hash_table_insert(bearers, (gpointer)id, draft->slide);
    draft->slide->id = id;
  }
}

/* Sections take the palette's colours in the order in which they appear. */
static void color_sections(pc_reader *reader, GArray *drafts, const pc_theme_colors *colors) {
  g_autoptr(GPtrArray) sections = g_ptr_array_new();
  for (guint i = 0; i < drafts->len; i++) {
    pc_slide *slide = g_array_index(drafts, pc_draft, i).slide;
    slide->section = pc_name_repair(reader, g_array_index(drafts, pc_draft, i).keys.section);
    slide->section_color = colors->accent;
    if (slide->section == NULL || colors->palette.count == 0)
      continue;
    guint index = sections->len;
    if (!g_ptr_array_find_with_equal_func(sections, slide->section, g_str_equal, &index)) {
      index = sections->len;
      g_ptr_array_add(sections, (gpointer)slide->section);
    }
    slide->section_color = colors->palette.items[index % (guint)colors->palette.count];
  }
}

/* A layout's role for that place, for a slide that has nothing of its own. */
static pc_slide_role choose_role(const pc_draft *draft, const pc_given_roles *roles) {
  const pc_slide_keys *keys = &draft->keys;
  bool is_empty = keys->blocks == NULL && keys->title.text == NULL && keys->source.text == NULL;
  return is_empty && keys->role == PC_SLIDE_BODY ? roles->by_number[draft->slide->number]
                                                 : keys->role;
}

static pc_writing choose_writing(pc_writing own, pc_writing of_poster) {
  const pc_writing writing = own != PC_WRITING_AUTO ? own : of_poster;
  return writing != PC_WRITING_AUTO ? writing : PC_WRITING_HORIZONTAL;
}

static void finish_slide(pc_reader *reader, pc_draft *draft, const pc_poster_keys *poster,
                         const pc_node *root, const pc_doc *doc) {
  pc_slide *slide = draft->slide;
  slide->role = choose_role(draft, &poster->roles);
  slide->columns = draft->keys.columns;
  slide->lang = draft->keys.lang.text != NULL ? draft->keys.lang.text : doc->lang;
  slide->writing = choose_writing(draft->keys.writing, poster->writing);
  slide->style = pc_style_resolve(reader, root, draft->node, slide->role, &doc->theme.colors,
                                  slide->section_color);
  pc_content_resolve(reader, draft, doc);
}

typedef struct pc_place_in_order {
  int number; /* its own, or that of the numbered slide before it */
  pc_slide *slide;
} pc_place_in_order;

static int compare_places(const void *a, const void *b) {
  const pc_place_in_order *left = a, *right = b;
  int by_number = left->number - right->number;
  return by_number != 0 ? by_number : left->slide->index - right->slide->index;
}

/* By number; an unnumbered slide follows the one before it in the list. */
static void order_slides(pc_reader *reader, const GArray *drafts, pc_doc *doc) {
  g_autofree pc_place_in_order *places = g_new0(pc_place_in_order, drafts->len + 1);
  int number = 0;
  for (guint i = 0; i < drafts->len; i++) {
    pc_slide *slide = g_array_index(drafts, pc_draft, i).slide;
    number = slide->number != 0 ? slide->number : number;
    places[i] = (pc_place_in_order){number, slide};
  }
  qsort(places, drafts->len, sizeof(*places), compare_places);
  const pc_slide **slides = pc_spec_alloc(reader->spec, (drafts->len + 1) * sizeof(pc_slide *));
  for (guint i = 0; i < drafts->len; i++)
    slides[i] = places[i].slide;
  doc->slides = slides;
  doc->n_slides = (int)drafts->len;
}

static void clear_draft(void *data) {
  pc_draft *draft = data;
  g_clear_pointer(&draft->keys.blocks, g_ptr_array_unref);
}

static GArray *read_slides(pc_reader *reader, const pc_node *list) {
  GArray *drafts = g_array_new(FALSE, TRUE, sizeof(pc_draft));
  g_array_set_clear_func(drafts, clear_draft);
  if (list == NULL || list->kind != PC_NODE_LIST) /* reported */
    return drafts;
  if (list->n_items > MAX_PANELS)
    PC_REPORT(reader->diags, list->items[MAX_PANELS]->at, PC_LIMIT,
              "a poster has at most %d panels, this one has %d", MAX_PANELS, list->n_items);
  for (int i = 0; i < MIN(list->n_items, MAX_PANELS); i++) {
    pc_draft draft = {.node = list->items[i]};
    read_slide(reader, draft.node, &draft);
    draft.slide = pc_spec_alloc(reader->spec, sizeof(pc_slide));
    draft.slide->index = i;
    draft.slide->at = draft.node->at;
    g_array_append_val(drafts, draft);
  }
  return drafts;
}

GArray *pc_slides_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_node *root,
                          pc_doc *doc) {
  GArray *drafts = read_slides(reader, keys->slides);
  /* as written: a drawing with a mistake in it still makes numbers labels */
  number_slides(reader, drafts, pc_path_find(root, "grid.areas") != NULL);
  report_too_many(reader, drafts);
  name_slides(reader, drafts);
  color_sections(reader, drafts, &doc->theme.colors);
  for (guint i = 0; i < drafts->len; i++)
    finish_slide(reader, &g_array_index(drafts, pc_draft, i), keys, root, doc);
  order_slides(reader, drafts, doc);
  return drafts;
}
