/* markup.h - Markdown with Japanese habits to blocks and rich text.  Layer: doc.
 *
 * md4c reads the Markdown; before it, lines with Japanese list marks and ordinals are made list
 * items, and after it emphasis next to Japanese punctuation, ruby, dots and highlight are found.
 * What is made lives in the spec's arena.  Every reader here has a pc_decoding as its user.
 */
#ifndef PC_DOC_MARKUP_H
#define PC_DOC_MARKUP_H

#include "doc/doc.h"
#include "doc/lookalike.h"
#include "doc/printed.h"

/* What reading one poster's texts shares. */
typedef struct pc_decoding {
  bool normalize; /* theme.text.normalize: repair look-alikes */
  pc_lookalikes lookalikes;
  const char *folder; /* files that the poster names count from here; NULL: none is read */
  bool allow_outside;
  pc_printing *printing; /* what is printed; NULL: nobody asks */
  GArray *pictures;      /* pc_named_picture, of all of the poster; NULL: nobody asks */
} pc_decoding;

/* The blocks of a text: paragraphs, items, sub-headings, tables.  Appends pc_block* to blocks;
 * reports unpaired ruby braces, HTML, images and other things that would be lost. */
void pc_markup_parse_blocks(pc_reader *reader, pc_string text, GPtrArray *blocks);

/* Whether a line begins like an item of a list: "- ", a Japanese mark, ①. */
bool pc_markup_is_item(const char *line);

/* Inline markup only: titles, captions, cells.  Never NULL for a non-empty text; newlines are
 * joined like in a paragraph.  NULL for an empty pc_string. */
const pc_rich *pc_markup_parse_inline(pc_reader *reader, pc_string text);

/* A text without any markup, as it is: credits, numbers, names of files. */
const pc_rich *pc_rich_plain(pc_spec *spec, const char *text, const pc_node *node);

#endif
