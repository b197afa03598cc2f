/* svg_scan.h - an SVG while it is read: what was found so far.  Layer: figure. */
#ifndef PC_FIGURE_SVG_SCAN_H
#define PC_FIGURE_SVG_SCAN_H

#include "diag/diag.h"
#include "figure/svg_parts.h"
#include "figure/svg_refs.h"
#include "text/named.h"

typedef struct pc_svg_scan {
  pc_font_wishes *wishes;
  pc_diags *diags;
  GMarkupParseContext *context;
  GArray *open;         /* of svg_check.c */
  GHashTable *prefixes; /* of SVG's elements */
  pc_svg_refs *refs;
  GPtrArray *told;         /* pc_svg_part that were remarked once */
  const char **attributes; /* beside the style attribute that is read; or NULL */
  GString *css;            /* of the open style element */
  int line;                /* to be named in messages */
  int n_elements;
  double pixels; /* of embedded pictures */
  bool sound;
} pc_svg_scan;

/* An error of the line that is read, and a remark on what is drawn all the same, once for each
 * part. */
void pc_svg_report(pc_svg_scan *scan, pc_code code, const char *hint, const char *what);
void pc_svg_remark(pc_svg_scan *scan, const pc_svg_part *part);
void pc_svg_report_reference(pc_svg_scan *scan, const char *to);

/* element NULL: a declaration. */
void pc_svg_check_property(pc_svg_scan *scan, const char *element, const char *name,
                           const char *value);
/* A style sheet, or a style attribute of the element that is open. */
void pc_svg_read_css(pc_svg_scan *scan, const char *css);

#endif
