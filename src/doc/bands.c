/* bands.c - the header and the footer: read as written, then what they really show.  Layer: doc. */
#include "doc/resolve.h"

#include "doc/readers.h"

#define HEADER_ITEMS (((1u << PC_N_BAND_ITEMS) - 1) & ~(1u << PC_BAND_READING))
#define FOOTER_ITEMS (1u << PC_BAND_EVENT | 1u << PC_BAND_DATE | 1u << PC_BAND_READING)

static bool read_band_map(pc_reader *reader, const pc_node *node, pc_band_keys *band) {
  bool is_sound = pc_schema_read(reader, &pc_band_schema, node, band);
  band->show = PC_BAND_ON;
  band->node = node;
  return is_sound;
}

bool pc_band_read(pc_reader *reader, const pc_node *node, void *member) {
  static const char *const words[] = {"auto", "true", "false", "yes", "no", "on", "off", NULL};
  static const pc_key show_key = {.kind = PC_KIND_CHOICE, .names = words};
  pc_band_keys *band = member;
  if (node->kind == PC_NODE_MAP)
    return read_band_map(reader, node, band);
  pc_schema_read(reader, &pc_band_schema, NULL, band);
  if (node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "true, false, auto or a mapping", NULL);
  int word = 0;
  bool is_sound = pc_schema_read_value(reader, &show_key, node, &word);
  if (word != 0)
    band->show = word % 2 == 1 ? PC_BAND_ON : PC_BAND_OFF;
  return is_sound;
}

bool pc_band_items_read(pc_reader *reader, const pc_node *node, void *member) {
  static const pc_key item_key = {.kind = PC_KIND_CHOICE, .names = pc_band_words};
  unsigned *items = member;
  if (node->kind != PC_NODE_LIST || node->n_items == 0)
    return pc_type_report(reader, node, "a list of keys",
                          "write [title, authors]; a band that shows nothing is 'false'");
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++) {
    int item = 0;
    if (pc_schema_read_value(reader, &item_key, node->items[i], &item))
      *items |= 1u << item;
    else
      is_sound = false;
  }
  return is_sound;
}

/* There is an order that can be seen. */
static bool has_numbers(const pc_doc *doc) {
  int count = 0;
  for (int i = 0; i < doc->n_slides; i++)
    count += doc->slides[i]->number > 0 && doc->slides[i]->style.number != PC_NUMBER_NONE;
  return count > 1;
}

/* Items that the poster has something to print for. */
static unsigned filled_items(const pc_doc *doc) {
  const bool filled[PC_N_BAND_ITEMS] = {
      [PC_BAND_TITLE] = doc->title != NULL,   [PC_BAND_SUBTITLE] = doc->subtitle != NULL,
      [PC_BAND_EVENT] = doc->event != NULL,   [PC_BAND_DATE] = doc->date != NULL,
      [PC_BAND_AUTHORS] = doc->n_authors > 0, [PC_BAND_AFFILIATIONS] = doc->n_affiliations > 0,
      [PC_BAND_LOGOS] = doc->n_logos > 0,     [PC_BAND_READING] = has_numbers(doc),
  };
  unsigned items = 0;
  for (int i = 0; i < PC_N_BAND_ITEMS; i++)
    items |= filled[i] ? 1u << i : 0;
  return items;
}

static bool has_theme_slide(const pc_doc *doc) {
  for (int i = 0; i < doc->n_slides; i++) {
    if (doc->slides[i]->role == PC_SLIDE_THEME)
      return true;
  }
  return false;
}

static pc_band resolve_band(pc_reader *reader, const pc_band_keys *keys, unsigned usual,
                            const pc_doc *doc) {
  unsigned items = (keys->items != 0 ? keys->items : usual) & filled_items(doc);
  bool shown = keys->show == PC_BAND_ON && items != 0;
  if (keys->show == PC_BAND_ON && items == 0 && keys->node != NULL)
    PC_REPORT_HINT(reader->diags, keys->node->at, PC_UNUSED,
                   "give the poster what is to be shown, or remove this",
                   "there is nothing to show here");
  return (pc_band){.shown = shown, .items = items, .height = keys->height};
}

/* What is written at the top and stands nowhere.  Title and authors always stand in the properties
 * of the file. */
static void report_lost(pc_reader *reader, const pc_node *root, unsigned items) {
  for (int i = 0; i < PC_N_BAND_ITEMS; i++) {
    const pc_node *node = pc_path_find(root, pc_band_words[i]);
    if (!(items >> i & 1u) || node == NULL)
      continue;
    PC_REPORT_HINT(reader->diags, node->at, PC_UNUSED,
                   "show it with header.show or footer.show, or on a slide",
                   "'%s' is not printed: no header, footer or slide shows it", pc_band_words[i]);
  }
}

void pc_bands_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_node *root,
                      const GArray *drafts, pc_doc *doc) {
  doc->footer = resolve_band(reader, &keys->footer, FOOTER_ITEMS, doc);
  unsigned usual = doc->footer.shown ? HEADER_ITEMS & ~doc->footer.items : HEADER_ITEMS;
  doc->header = resolve_band(reader, &keys->header, usual, doc);
  if (keys->header.show == PC_BAND_AUTO)
    doc->header.shown = doc->title != NULL && !has_theme_slide(doc);
  doc->header.align = doc->theme.header.align;
  doc->footer.align = doc->theme.footer.align;
  unsigned shown = 1u << PC_BAND_TITLE | 1u << PC_BAND_AUTHORS;
  shown |= doc->header.shown ? doc->header.items : 0;
  shown |= doc->footer.shown ? doc->footer.items : 0;
  for (guint i = 0; i < drafts->len; i++)
    shown |= g_array_index(drafts, pc_draft, i).shows;
  report_lost(reader, root, filled_items(doc) & HEADER_ITEMS & ~shown);
}
