/* heading.h - how a line shows that a slide begins.  Layer: start; not for other stages. */
#ifndef PC_START_HEADING_H
#define PC_START_HEADING_H

#include <stdbool.h>

#include <glib.h>

typedef struct pc_text_line {
  char *text;       /* without blanks at its end, and, unless Markdown, at its beginning */
  int number;       /* in the file, from 1 */
  bool is_page;     /* the first of a page */
  bool is_indented; /* by one blank */
} pc_text_line;

typedef struct pc_heading {
  int level;         /* of Markdown: the number of "#" */
  int number;        /* 0: none */
  const char *title; /* in the line: where the words begin, */
  const char *end;   /* and where they end; what follows is text */
} pc_heading;

typedef struct pc_opening_style {
  bool (*match)(const pc_text_line *line, pc_heading *heading);
  bool is_rare;     /* taken instead of another one where it is found far more often */
  int least;        /* so many headings make slides; 0: two */
  bool is_numbered; /* only 1, 2, 3 ... are headings */
  bool has_body;    /* a heading has text below it: else it is an item of a list */
  bool is_markdown;
} pc_opening_style;

/* In the order in which they are tried, up to one without match. */
extern const pc_opening_style pc_opening_styles[];

/* Short, and no sentence. */
bool pc_text_is_title(const char *text);

#endif
