/* rules.h - a rule is a row: what must hold, where it is written, what to do, and how it is seen.
 * Layer: backend. */
#ifndef PC_BACKEND_RULES_H
#define PC_BACKEND_RULES_H

#include "backend/drawn.h"
#include "backend/elements.h"
#include "backend/preflight.h"

/* How often a rule is asked. */
typedef enum pc_ask {
  PC_ASK_FILE,      /* once, at the end */
  PC_ASK_PAGE,      /* for each page: dict */
  PC_ASK_DICT,      /* for each dictionary at any depth: dict, keys */
  PC_ASK_FONT,      /* for each dictionary that is a font: dict, keys */
  PC_ASK_ELEMENT,   /* for each element of the structure: element */
  PC_ASK_OPERATION, /* for each operation that is drawn: drawn, operation */
  PC_N_ASKS,
} pc_ask;

/* What a rule is asked about: the members of its scope. */
typedef struct pc_subject {
  qpdf_oh dict;
  const GPtrArray *keys;
  const pc_tree_element *element;
  const pc_drawn_at *drawn;
  const pc_operation *operation; /* "" after the last one of a page */
} pc_subject;

struct pc_rule {
  const char *id;
  unsigned holds; /* PC_HOLDS_, PC_IS_SLOW */
  pc_ask scope;
  pc_code code; /* an error, or a warning where it is unwise but not wrong */
  const char *clause;
  const char *meaning; /* what must hold */
  const char *remedy;  /* what a facilitator does about it */
  void (*check)(pc_preflight *preflight, const pc_subject *subject);
};

/* The table. */
const pc_rule *pc_rules(int *count);

/* Whether key is among those of the subject. */
bool pc_subject_has(const pc_subject *subject, const char *key);

/* The text of a string, "" for anything else; holds until the next call. */
const char *pc_rules_text(pc_pdf *pdf, qpdf_oh string);

/* Left, bottom, right, top in points; false: there is no such box on the page or above it. */
bool pc_rules_box(pc_pdf *pdf, qpdf_oh page, const char *key, double box[4]);

/* The checks, by the file that they are in. */
typedef void pc_rule_check(pc_preflight *preflight, const pc_subject *subject);

/* rules_file.c */
pc_rule_check pc_rule_encryption, pc_rule_id, pc_rule_metadata, pc_rule_title, pc_rule_dates,
    pc_rule_trapped, pc_rule_scripts, pc_rule_actions, pc_rule_attachments, pc_rule_syntax;
/* rules_print.c */
pc_rule_check pc_rule_version_x4, pc_rule_version_x1a, pc_rule_claim_x4, pc_rule_claim_x1a,
    pc_rule_intent, pc_rule_profile, pc_rule_boxes, pc_rule_bleed, pc_rule_page_size,
    pc_rule_annotations, pc_rule_groups, pc_rule_transfer, pc_rule_transparency, pc_rule_spaces,
    pc_rule_default_rgb;
/* rules_font.c */
pc_rule_check pc_rule_embedded, pc_rule_font_text, pc_rule_drawn_font, pc_rule_glyph_map;
/* rules_drawn.c */
pc_rule_check pc_rule_contents, pc_rule_rgb_declared, pc_rule_rgb, pc_rule_hairlines, pc_rule_ink,
    pc_rule_black, pc_rule_resolution, pc_rule_marked, pc_rule_balance, pc_rule_artifacts;
/* rules_tags.c */
pc_rule_check pc_rule_tagged, pc_rule_language, pc_rule_shown_title, pc_rule_claim_ua, pc_rule_tree,
    pc_rule_parents, pc_rule_alt, pc_rule_figure_box, pc_rule_scope, pc_rule_headings,
    pc_rule_nesting, pc_rule_tabs, pc_rule_links;

#endif
