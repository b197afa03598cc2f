/* markup_parser.h - what md4c has called so far.  Layer: doc. */
#ifndef PC_DOC_MARKUP_PARSER_H
#define PC_DOC_MARKUP_PARSER_H

#include "doc/markup_parts.h"
#include "doc/markup_table.h"

typedef struct pc_list {
  int id;
  bool ordered;
  unsigned number; /* of the next item */
  char delimiter;  /* behind a number */
  int n_blocks;    /* of all its items */
  bool is_marked;  /* the item has its marker */
} pc_list;

typedef struct pc_parser {
  pc_source *source;
  GPtrArray *blocks;
  pc_passage *words;
  pc_glyph like; /* marks and link of the words that come; where the last ones came from */
  gsize cursor;  /* byte of the masked text behind the last words */
  GArray *lists; /* pc_list, the innermost last */
  int next_list;
  int heading; /* level, 0 outside */
  pc_table_builder *table;
  bool is_full; /* past a limit: nothing more is read */
} pc_parser;

/* detail: md4c's struct for the block or span. */
typedef void (*pc_block_func)(pc_parser *parser, const void *detail);
typedef struct pc_block_funcs {
  pc_block_func enter, leave;
} pc_block_funcs;

/* By md4c's MD_BLOCKTYPE; either may be NULL. */
extern const pc_block_funcs pc_markup_blocks[];

static inline const char *pc_parser_get_text(const pc_parser *parser) {
  return parser->source->masked->text->str;
}

/* The words collected become a block. */
void pc_parser_flush(pc_parser *parser);

/* A mistake that stands where mark is found behind the last words. */
void pc_parser_report_mark(pc_parser *parser, const char *mark, const char *hint,
                           const char *message);

#endif
