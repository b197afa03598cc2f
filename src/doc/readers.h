/* readers.h - custom readers of single values that the tables of keys name.  Layer: doc.
 *
 * Each reads one value into a member, reports what is wrong with it, and returns false then.
 */
#ifndef PC_DOC_READERS_H
#define PC_DOC_READERS_H

#include "doc/keys.h"

/* bad-type at the node: "expected WHAT, got a list"; false, for returning. */
bool pc_type_report(pc_reader *reader, const pc_node *node, const char *what, const char *hint);

/* keys of the top: pc_paper_keys, pc_tracks, pc_band_keys, pc_given_roles, pc_string */
bool pc_paper_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_tracks_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_band_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_band_items_read(pc_reader *reader, const pc_node *node, void *member); /* unsigned */
bool pc_given_roles_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_logos_read(pc_reader *reader, const pc_node *node, void *member);
/* BCP 47. */
#define LANG_JSON "{\"type\": \"string\", \"pattern\": \"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$\"}"
bool pc_lang_read(pc_reader *reader, const pc_node *node, void *member);
/* Kept as nodes once their shape is sound. */
bool pc_ruby_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_areas_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_slides_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_style_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_roles_read(pc_reader *reader, const pc_node *node, void *member);
/* theme.text.autospace: double */
bool pc_autospace_read(pc_reader *reader, const pc_node *node, void *member);
/* pc_number_keys, pc_span_keys */
bool pc_number_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_span_read(pc_reader *reader, const pc_node *node, void *member);
/* pc_place_keys */
bool pc_figure_place_read(pc_reader *reader, const pc_node *node, void *member);
/* Kept as it is. */
bool pc_node_read(pc_reader *reader, const pc_node *node, void *member);
/* Blocks of a slide: nothing yet, pc_content_schema reads them. */
bool pc_block_defer(pc_reader *reader, const pc_node *node, void *member);
/* Blocks: append to the GPtrArray that the member points to, making it at the first. */
bool pc_text_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_figure_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_figures_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_steps_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_cycle_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_rings_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_qr_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_qr_size_read(pc_reader *reader, const pc_node *node, void *member); /* pc_qr_size_keys */
bool pc_diagram_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_table_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_facts_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_quote_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_chart_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_space_block_read(pc_reader *reader, const pc_node *node, void *member);
bool pc_blocks_read(pc_reader *reader, const pc_node *node, void *member);

#endif
