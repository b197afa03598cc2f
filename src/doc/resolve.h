/* resolve.h - from what was written to what is meant: the passes of pc_doc_decode.  Layer: doc.
 *
 * They run in the order of this header.  Each reports what it finds wrong and goes on; what it
 * leaves in the doc is sound enough for the next one.
 */
#ifndef PC_DOC_RESOLVE_H
#define PC_DOC_RESOLVE_H

#include "doc/keys.h"
#include "doc/markup.h"

/* The whole cascade as one map: layout < theme < poster < --set.  NULL: the poster itself could not
 * be read at all. */
const pc_node *pc_cascade_read(pc_spec *spec, const pc_node *poster,
                               const pc_decode_options *options, pc_diags *diags);

/* The node at "theme.panel", or NULL. */
const pc_node *pc_path_find(const pc_node *root, const char *path);
/* A map of those pairs of map whose keys are among names, or NULL. */
const pc_node *pc_node_pick(pc_spec *spec, const pc_node *map, const char *const *names);

/* Of the sheet's short side to that of A0, for which defaults are meant. */
double pc_page_scale(const pc_page *page);

void pc_page_resolve(pc_reader *reader, const pc_page_keys *keys, const pc_node *root, pc_doc *doc);

/* Colours literal, default sizes for the sheet; the page is known. */
void pc_theme_resolve(pc_reader *reader, const pc_node *root, pc_doc *doc);
/* theme.panel < theme.roles.ROLE < style < align, valign; colours literal. */
pc_panel_style pc_style_resolve(pc_reader *reader, const pc_node *root, const pc_node *slide,
                                pc_slide_role role, const pc_theme_colors *colors,
                                pc_color section);

/* Texts of the top: title to logos. */
void pc_texts_resolve(pc_reader *reader, const pc_poster_keys *keys, pc_doc *doc);
/* Repaired text without markup, in the arena; NULL for an empty one. */
const char *pc_name_repair(pc_reader *reader, pc_string text);

/* A slide on its way: as written, and as it will be.  Cells come last. */
typedef struct pc_draft {
  pc_slide_keys keys;
  pc_slide *slide;
  const pc_node *node;
  unsigned shows; /* bits 1u << pc_band_item: texts of the top that stand on this slide */
} pc_draft;

/* `figure:` and nothing behind it; an empty text is no content. */
void pc_block_note_empty(pc_reader *reader, const pc_key *key, const pc_pair *pair);

/* A block of that kind, the rest zeroed. */
pc_block *pc_block_new(pc_spec *spec, pc_block_kind kind, pc_place at, const pc_rich *rich);
/* The same, appended to the blocks that the member points to. */
pc_block *pc_block_append(pc_spec *spec, pc_block_kind kind, pc_place at, void *member);

/* What all figures have; file {NULL}: drawn by posterc. */
pc_figure *pc_frame_resolve(pc_reader *reader, const pc_frame_keys *keys, pc_string file,
                            pc_place at);
/* Reports figures of one slide that cannot stand where they are to. */
void pc_figures_check(pc_reader *reader, const pc_block *const *blocks, int n);
/* A block of a figure, appended to the blocks that the member points to. */
pc_block *pc_figure_append(pc_reader *reader, pc_block_kind kind, const pc_figure *figure,
                           void *member);

/* All slides in the order of the list: numbers, ids, sections, styles, blocks; an array of pc_draft
 * that the caller frees. */
GArray *pc_slides_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_node *root,
                          pc_doc *doc);
/* The blocks of a slide: title, content, source; texts of the top where it has none of its own. */
void pc_content_resolve(pc_reader *reader, pc_draft *draft, const pc_doc *doc);

/* Cells by flow or by areas; the counts of the grid become final. */
void pc_cells_resolve(pc_reader *reader, const pc_grid *keys, const pc_node *root, GArray *drafts,
                      pc_doc *doc);
void pc_areas_resolve(pc_reader *reader, const pc_grid *keys, const pc_node *root, GArray *drafts,
                      pc_doc *doc);

/* The readings of `ruby` over the texts of the top and of all slides. */
void pc_ruby_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_doc *doc);

void pc_bands_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_node *root,
                      const GArray *drafts, pc_doc *doc);

#endif
