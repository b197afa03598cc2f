/* start.h - the first file of a poster: a shipped one, or a text split into slides.  Layer: start
 * (uses base, diag, spec, doc). */
#ifndef PC_START_START_H
#define PC_START_START_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "diag/diag.h"

/* The starter of a shipped layout, or NULL.  Borrowed from the program. */
const char *pc_starter_find(const char *layout);

typedef struct pc_outline_slide {
  int line;      /* where it begins, from 1 */
  bool is_apart; /* stands before the numbered ones and has no number */
  char *title;   /* or NULL */
  GString *text; /* lines, each with a newline */
} pc_outline_slide;

/* A text as slides: every character of it but blanks, and the marks of headings, is in one of the
 * texts. */
typedef struct pc_outline {
  char *title, *subtitle; /* or NULL */
  bool is_markdown;       /* its author wrote Markdown; else its characters mean themselves */
  GPtrArray *slides;      /* pc_outline_slide */
} pc_outline;

/* UTF-8 of what text editors in Japan save: UTF-8, UTF-16, Shift_JIS.  NULL: no text, reported. */
char *pc_plain_text_decode(const void *bytes, size_t length, const char *name, pc_diags *diags);

/* Slides begin at the first of these that stands in the text twice: new pages (form feeds), "#" of
 * Markdown, 【】, ■ and its kin, ①, "1.", "(1)", empty lines. */
pc_outline *pc_outline_parse(const char *text);
/* More slides than a poster holds are reported, with those that could be joined. */
bool pc_outline_check(const pc_outline *outline, const char *name, pc_diags *diags);
/* A poster.yaml; layout may be NULL. */
char *pc_outline_format(const pc_outline *outline, const char *name, const char *layout);
void pc_outline_free(pc_outline *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_outline, pc_outline_free)

#endif
