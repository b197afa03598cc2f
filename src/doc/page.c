/* page.c - the sheet and the texts of the poster's top.  Layer: doc. */
#include "base/translate.h"
#include "doc/resolve.h"

#include <string.h>

/* What is left for panels between the margins, at least. */
#define MIN_INSIDE_MM 10
#define MAX_BLEED_MM 50
/* The sheet for which sizes, margins and gaps that nobody wrote are meant. */
#define A0_SHORT_UM 841000
/* What printers for small sheets need. */
#define MARGIN_LEAST_MM 5

static bool is_turned(const pc_page_keys *keys) {
  pc_um width = keys->size.width, height = keys->size.height;
  if (keys->orientation == PC_ORIENTATION_AUTO)
    return false;
  return keys->orientation == PC_ORIENTATION_LANDSCAPE ? width < height : width > height;
}

/* A length inside 0..max, or 0 with a report. */
static pc_um resolve_edge(pc_reader *reader, pc_length length, pc_um max, const pc_node *node,
                          const char *what) {
  /* Compared before it becomes micrometres: a huge number would not fit into them. */
  double pt = pc_length_pt(length, 0);
  if (pt >= 0 && pt <= pc_um_to_pt(max))
    return pc_length_um(length, 0, 0);
  if (node != NULL)
    PC_REPORT(reader->diags, node->at, PC_BAD_VALUE, "the %s has to be between 0 mm and %.0f mm",
              _(what), pc_um_to_mm(max));
  return 0;
}

double pc_page_scale(const pc_page *page) {
  return MIN(page->width, page->height) / (double)A0_SHORT_UM;
}

/* The margin that nobody wrote is for A0. */
static pc_length scale_margin(const pc_page_keys *keys, const pc_node *written,
                              const pc_page *page) {
  pc_length margin = keys->margin;
  if (written == NULL)
    margin.value = MAX(margin.value * pc_page_scale(page), MARGIN_LEAST_MM);
  return margin;
}

void pc_page_resolve(pc_reader *reader, const pc_page_keys *keys, const pc_node *root,
                     pc_doc *doc) {
  bool turned = is_turned(keys);
  pc_page *page = &doc->page;
  page->width = turned ? keys->size.height : keys->size.width;
  page->height = turned ? keys->size.width : keys->size.height;
  if (page->width <= 0 || page->height <= 0) /* reported; any sheet will do for the other passes */
    pc_paper_find("A0", &page->width, &page->height);
  pc_um room = (MIN(page->width, page->height) - pc_um_from_mm(MIN_INSIDE_MM)) / 2;
  const pc_node *written = pc_path_find(root, "page.margin");
  const pc_length margin = scale_margin(keys, written, page);
  page->margin = resolve_edge(reader, margin, room, written, N_("margin"));
  page->bleed = resolve_edge(reader, keys->bleed, pc_um_from_mm(MAX_BLEED_MM),
                             pc_path_find(root, "page.bleed"), N_("bleed"));
  page->marks = keys->marks;
}

static const pc_rich *const *parse_all(pc_reader *reader, pc_strings texts, int *count) {
  const pc_rich **items =
      pc_spec_alloc(reader->spec, (size_t)(texts.count + 1) * sizeof(const pc_rich *));
  *count = 0;
  for (int i = 0; i < texts.count; i++) {
    const pc_rich *rich = pc_markup_parse_inline(reader, texts.items[i]);
    if (rich != NULL)
      items[(*count)++] = rich;
  }
  return items;
}

void pc_texts_resolve(pc_reader *reader, const pc_poster_keys *keys, pc_doc *doc) {
  doc->title = pc_markup_parse_inline(reader, keys->title);
  doc->subtitle = pc_markup_parse_inline(reader, keys->subtitle);
  doc->event = pc_markup_parse_inline(reader, keys->event);
  doc->date = pc_markup_parse_inline(reader, keys->date);
  doc->authors = parse_all(reader, keys->authors, &doc->n_authors);
  doc->affiliations = parse_all(reader, keys->affiliations, &doc->n_affiliations);
  doc->logos = keys->logos.items;
  doc->n_logos = keys->logos.count;
  doc->lang = keys->lang.text != NULL ? keys->lang.text : "ja";
}

const char *pc_name_repair(pc_reader *reader, pc_string text) {
  if (text.text == NULL)
    return NULL;
  pc_printing_note_name(((pc_decoding *)reader->user)->printing, text);
  g_autofree char *repaired = pc_lookalike_repair(text.text, text.node, NULL);
  g_strstrip(repaired);
  return *repaired != '\0' ? pc_spec_copy(reader->spec, repaired, strlen(repaired)) : NULL;
}
