/* markup_parts.h - the passes of markup, in the order in which a text goes through them.
 * Layer: doc.
 *
 *   pc_markup_mask      lines: Japanese marks become bullets; what md4c must not see is hidden
 *   pc_markup_run       md4c: lines to blocks, their words to glyphs
 *   pc_languages_find   words in another language are told apart
 *   pc_ruby_find        readings leave the line
 *   pc_emphasis_find    stars and their kin become marks
 *   pc_addresses_find   web addresses become links
 *   pc_folds_find       blanks of YAML that are line breaks of the file
 *   pc_markup_join      line breaks of the file are joined
 *   pc_passage_build  glyphs to a pc_rich
 *
 * Hidden characters are noncharacters (U+FDD0..), which no text may contain: md4c takes them for
 * letters, so it leaves them alone.
 */
#ifndef PC_DOC_MARKUP_PARTS_H
#define PC_DOC_MARKUP_PARTS_H

#include "doc/markup.h"
#include "doc/markup_chars.h"

/* What a glyph is to the passes; all but the breaks print as their character where no pass takes
 * them. */
typedef enum pc_glyph_kind {
  PC_GLYPH_TEXT,
  PC_GLYPH_STAR,    /* emphasis, strong */
  PC_GLYPH_TILDE,   /* strike: always pairs */
  PC_GLYPH_EQUAL,   /* highlight: always pairs */
  PC_GLYPH_OPEN,    /* { of ruby */
  PC_GLYPH_BAR,     /* | in ruby */
  PC_GLYPH_CLOSE,   /* } */
  PC_GLYPH_BRACKET, /* [ and ] that md4c has made no link of, and no backslash protects */
  PC_GLYPH_BRACKET_END,
  PC_GLYPH_TAG,        /* < of HTML */
  PC_GLYPH_MARK_BEGIN, /* before and after a Japanese list mark */
  PC_GLYPH_MARK_END,
  PC_GLYPH_GUARD,      /* never printed */
  PC_GLYPH_SOFT_BREAK, /* a newline of the file */
  PC_GLYPH_HARD_BREAK, /* a newline on paper */
} pc_glyph_kind;

typedef struct pc_glyph {
  gunichar ch;
  guint32 from; /* byte of the node's text */
  pc_glyph_kind kind;
  bool gone; /* markup that a pass has taken: not printed */
  unsigned marks;
  const char *href;
  const char *lang; /* BCP 47; NULL: that of the text around it */
} pc_glyph;

/* A reading and its base, in glyphs. */
typedef struct pc_reading {
  int start, end;   /* of the base, which is printed */
  guint32 from;     /* byte of the node's text where the ruby begins */
  GPtrArray *words; /* char *, owned */
} pc_reading;

/* The words of one block while their markup is being read. */
typedef struct pc_passage {
  GArray *glyphs;   /* pc_glyph */
  GArray *readings; /* pc_reading */
} pc_passage;

/* Places in a literal block scalar ("|"), line by line; in other scalars, where each look-up walks
 * through the text from its beginning, what is left to walk. */
typedef struct pc_lines {
  bool is_literal;
  int line, column; /* of the first line's first character */
  guint32 start;    /* of the line looked up last */
  int n_before;     /* lines before it */
  gsize budget;
} pc_lines;

/* One text and what reading it shares. */
typedef struct pc_source {
  pc_reader *reader;
  const pc_node *node;
  const char *original;    /* the node's text */
  const pc_mapped *masked; /* what md4c reads */
  int n_mistakes;
  pc_lines lines;
  GArray *folds; /* guint32: see pc_folds_new; or NULL */
} pc_source;

/* A character that was hidden from md4c; plain 0: nothing stood there. */
typedef struct pc_hidden {
  gunichar plain;
  pc_glyph_kind kind;
} pc_hidden;

/* How U+FDD0.. came to be, or NULL for any other character. */
const pc_hidden *pc_hidden_find(gunichar ch);

/* inline_only: no line may begin a block. */
pc_mapped *pc_markup_mask(const pc_mapped *text, bool inline_only);

void pc_source_init(pc_source *source, pc_reader *reader, pc_string text, const pc_mapped *masked);

/* The place of a byte of the node's text: quick when bytes come in about rising order. */
pc_place pc_source_place(pc_source *source, guint32 from);

/* A mistake at a byte of the node's text; only the first few of a text are reported. */
void pc_source_report(pc_source *source, guint32 from, pc_code code, const char *hint,
                      const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The whole of the masked text; appends pc_block*. */
void pc_markup_run(pc_source *source, GPtrArray *blocks);

pc_passage *pc_passage_new(void);
void pc_passage_free(pc_passage *passage);
void pc_passage_clear(pc_passage *passage);
/* Words as md4c gives them, from masked or from elsewhere; like: their marks, and where they come
 * from in the latter case. */
void pc_passage_append(pc_passage *passage, const pc_mapped *masked, const char *text, gsize length,
                       const pc_glyph *like);
#define PC_GLYPH(passage, i) (&g_array_index((passage)->glyphs, pc_glyph, (i)))

/* An entity of Markdown ("&amp;", "&#x3042;"), or 0 where it prints as it stands. */
gunichar pc_entity_parse(const char *text, gsize length);

/* Reports HTML tags. */
void pc_html_report(pc_source *source, const pc_passage *passage);
void pc_languages_find(pc_source *source, pc_passage *passage);
void pc_ruby_find(pc_source *source, pc_passage *passage);
void pc_emphasis_find(pc_passage *passage);
void pc_addresses_find(pc_source *source, pc_passage *passage);
void pc_folds_find(const pc_source *source, pc_passage *passage);
void pc_markup_join(pc_passage *passage);

/* The bytes of the text at which YAML has put a blank where a line of the file ends, in rising
 * order; NULL: there are none. */
GArray *pc_folds_new(pc_string text);

/* For those who mend the file: before lines are joined, and after it. */
void pc_printed_note_lines(const pc_source *source, const pc_passage *passage);
void pc_printed_note_words(const pc_source *source, const pc_passage *passage);

/* Takes the Japanese mark at the beginning out of the words; NULL: there is none. */
const pc_rich *pc_passage_take_mark(pc_source *source, pc_passage *passage);

/* All passes over the words of a block; clears the passage. */
const pc_rich *pc_passage_build(pc_source *source, pc_passage *passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_passage, pc_passage_free)

#endif
