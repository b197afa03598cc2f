/* content.c - what stands on a slide: its title, its blocks, its credit.  Layer: doc. */
#include "doc/lang.h"
#include "doc/resolve.h"

#include <string.h>

#define BIT(item) (1u << (item))

static void append_rich(pc_reader *reader, GPtrArray *blocks, pc_block_kind kind,
                        const pc_rich *rich) {
  if (rich == NULL)
    return;
  pc_block *block = pc_block_new(reader->spec, kind, rich->at, rich);
  block->level = kind == PC_BLOCK_SUBHEADING ? 1 : 0;
  g_ptr_array_add(blocks, block);
}

static void append_all(pc_reader *reader, GPtrArray *blocks, const pc_rich *const *texts,
                       int count) {
  for (int i = 0; i < count; i++)
    append_rich(reader, blocks, PC_BLOCK_PARAGRAPH, texts[i]);
}

static void append_theme(pc_reader *reader, pc_draft *draft, const pc_doc *doc, GPtrArray *blocks) {
  if (doc->title == NULL)
    PC_REPORT_HINT(reader->diags, draft->node->at, PC_MISSING_KEY,
                   "add 'title:' at the top of the poster, or a text to this slide",
                   "this slide shows the poster's title, but the poster has none");
  draft->slide->title = doc->title;
  append_rich(reader, blocks, PC_BLOCK_HEADING, doc->title);
  append_rich(reader, blocks, PC_BLOCK_SUBHEADING, doc->subtitle);
  append_rich(reader, blocks, PC_BLOCK_PARAGRAPH, doc->event);
  append_rich(reader, blocks, PC_BLOCK_PARAGRAPH, doc->date);
  draft->shows =
      BIT(PC_BAND_TITLE) | BIT(PC_BAND_SUBTITLE) | BIT(PC_BAND_EVENT) | BIT(PC_BAND_DATE);
}

static void append_name(pc_reader *reader, pc_draft *draft, const pc_doc *doc, GPtrArray *blocks) {
  if (doc->n_authors + doc->n_affiliations == 0)
    PC_REPORT_HINT(reader->diags, draft->node->at, PC_MISSING_KEY,
                   "add 'authors:' at the top of the poster, or a text to this slide",
                   "this slide shows the poster's authors, but the poster has none");
  append_all(reader, blocks, doc->authors, doc->n_authors);
  append_all(reader, blocks, doc->affiliations, doc->n_affiliations);
  draft->shows = BIT(PC_BAND_AUTHORS) | BIT(PC_BAND_AFFILIATIONS);
}

/* What a slide without content shows of the poster's top, by its role. */
static void (*const from_top[PC_N_SLIDE_ROLES])(pc_reader *, pc_draft *, const pc_doc *,
                                                GPtrArray *) = {
    [PC_SLIDE_THEME] = append_theme,
    [PC_SLIDE_NAME] = append_name,
};

static void append_source(pc_reader *reader, pc_string source, const char *lang,
                          GPtrArray *blocks) {
  const char *text = pc_name_repair(reader, source);
  if (text == NULL)
    return;
  g_autofree char *line =
      g_strconcat(pc_lang_is_japanese(lang) ? "出典：" : "Source: ", text, NULL);
  append_rich(reader, blocks, PC_BLOCK_SOURCE, pc_rich_plain(reader->spec, line, source.node));
}

void pc_content_resolve(pc_reader *reader, pc_draft *draft, const pc_doc *doc) {
  const pc_slide_keys *keys = &draft->keys;
  pc_slide *slide = draft->slide;
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  slide->title = pc_markup_parse_inline(reader, keys->title);
  bool is_empty = slide->title == NULL && keys->blocks == NULL;
  append_rich(reader, blocks, PC_BLOCK_HEADING, slide->title);
  if (keys->blocks != NULL)
    g_ptr_array_extend(blocks, keys->blocks, NULL, NULL);
  if (is_empty && from_top[slide->role] != NULL)
    from_top[slide->role](reader, draft, doc, blocks);
  append_source(reader, keys->source, slide->lang, blocks);
  const pc_block **kept = pc_spec_alloc(reader->spec, (blocks->len + 1) * sizeof(pc_block *));
  for (guint i = 0; i < blocks->len; i++)
    kept[i] = g_ptr_array_index(blocks, i);
  slide->blocks = kept;
  slide->n_blocks = (int)blocks->len;
  pc_figures_check(reader, slide->blocks, slide->n_blocks);
}
