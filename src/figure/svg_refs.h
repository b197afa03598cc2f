/* svg_refs.h - which part of an SVG draws which other part.  Layer: figure.
 *
 * librsvg leaves out what refers to nothing, to the wrong thing, or back to itself, and says
 * nothing: this does.
 */
#ifndef PC_FIGURE_SVG_REFS_H
#define PC_FIGURE_SVG_REFS_H

#include <stdbool.h>

#include <glib.h>

/* What an element wants the other for. */
typedef enum pc_svg_use {
  PC_SVG_USE_SHAPE,    /* to draw it here as well */
  PC_SVG_USE_PAINT,    /* to fill or stroke with it */
  PC_SVG_USE_CLIP,     /* to cut by it */
  PC_SVG_USE_MARKER,   /* to set it on a line */
  PC_SVG_USE_TEMPLATE, /* to take over what is not said */
} pc_svg_use;

typedef struct pc_svg_refs pc_svg_refs;

pc_svg_refs *pc_svg_refs_new(void);
void pc_svg_refs_free(pc_svg_refs *refs);

/* An element begins; id may be NULL. */
void pc_svg_refs_open(pc_svg_refs *refs, const char *element, const char *id);
/* The open element refers to '#id' in that line of the drawing. */
void pc_svg_refs_append(pc_svg_refs *refs, pc_svg_use use, const char *id, int line);
void pc_svg_refs_close(pc_svg_refs *refs);

/* After the last element: tells of each id once what is wrong with references to it. */
typedef void (*pc_svg_fault)(void *user, int line, const char *what, const char *hint);
void pc_svg_refs_report(const pc_svg_refs *refs, pc_svg_fault fault, void *user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_svg_refs, pc_svg_refs_free)

#endif
