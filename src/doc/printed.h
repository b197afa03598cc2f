/* printed.h - the texts of a poster that are printed, with their lines and digits: for those who
 * mend its file.  Layer: doc.
 *
 * Written down while the poster is read, so that nobody else has to know what a key is for.
 */
#ifndef PC_DOC_PRINTED_H
#define PC_DOC_PRINTED_H

#include <glib.h>

#include "schema/schema.h"

/* What becomes of the end of a line of the file. */
typedef enum pc_line_end {
  PC_LINE_KEPT,   /* a forced break, or the end of the words */
  PC_LINE_BARRED, /* not printed, but on one line the markup might mean something else */
  PC_LINE_CLOSED, /* not printed: the next line follows at once */
  PC_LINE_SPACED, /* printed as a blank */
} pc_line_end;

typedef struct pc_printed_line {
  size_t start, last;    /* bytes of the text: the first and the last character */
  gunichar first_char;   /* these two as they are printed; */
  gunichar closing_char; /* the last one that is no closing bracket */
  int width;             /* in half ems, as if all digits were half-width */
  bool begins_item;      /* as lists do that are none to Markdown: "→", "(1)" */
  pc_line_end end;
} pc_printed_line;

typedef struct pc_printed {
  pc_place at;      /* of the scalar that it stands in */
  char *text;       /* as read, or a part of it */
  bool is_name;     /* held against other names: ids, nodes of a diagram, words with readings */
  GArray *lines;    /* pc_printed_line */
  GArray *digits;   /* guint32: the bytes of the text where words have a digit */
  GString *meaning; /* what is printed, with marks and readings; digits in one form */
} pc_printed;

typedef struct pc_printing {
  GPtrArray *texts; /* pc_printed, in the order in which they were read */
  bool normalize;   /* look-alikes are repaired (theme.text.normalize) */
  bool is_vertical; /* lines run downwards somewhere: there the form of a digit matters */
  bool has_ruby_digit;
} pc_printing;

pc_printing *pc_printing_new(void);
void pc_printing_free(pc_printing *printing);

/* Nothing happens where printing is NULL: nobody asks. */
void pc_printing_note_text(pc_printing *printing, pc_string text);
void pc_printing_note_name(pc_printing *printing, pc_string text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_printing, pc_printing_free)

#endif
