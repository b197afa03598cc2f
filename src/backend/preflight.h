/* preflight.h - a PDF held against the table of rules (rules.c).  Layer: backend.
 *
 * The same rules judge what posterc has just written and what somebody brings along.
 */
#ifndef PC_BACKEND_PREFLIGHT_H
#define PC_BACKEND_PREFLIGHT_H

#include "backend/drawn.h"
#include "backend/packet.h"
#include "diag/diag.h"
#include "figure/objects.h"

/* Which files a rule holds for; a file is judged by several. */
enum {
  PC_HOLDS_ALL = 1,  /* any file that is to be printed */
  PC_HOLDS_X4 = 2,   /* PDF/X-4 */
  PC_HOLDS_X1A = 4,  /* PDF/X-1a */
  PC_HOLDS_UA = 8,   /* PDF/UA-1 */
  PC_HOLDS_OWN = 16, /* what posterc promises of its own files */
  PC_IS_SLOW = 32,   /* a rule that is not asked of what posterc has just written */
};
#define PC_HOLDS_X (PC_HOLDS_X4 | PC_HOLDS_X1A)

typedef struct pc_rule pc_rule;

/* What breaks a rule on one page: the first thing found, and how many there are. */
typedef struct pc_finding {
  const pc_rule *rule;
  int page; /* from 1; 0: the file */
  int count;
  char *detail;
} pc_finding;

/* The marked contents of pages (pc_element_content): drawn on them, held by the structure tree. */
typedef struct pc_contents {
  GHashTable *drawn, *tagged;
  bool is_twice, is_whole;
} pc_contents;

typedef struct pc_preflight {
  pc_pdf *pdf;
  unsigned holds;   /* the standards that the file is judged by */
  bool is_brief;    /* posterc's own new file: only what is wrong, not what is unwise */
  double ink_limit; /* of all inks together, per cent */
  pc_packet packet;
  qpdf_oh root, info;
  int n_pages;
  int page;               /* that is looked at, from 1; 0: the file */
  int page_id;            /* its object number */
  pc_drawn_end drawn_end; /* of this page */
  int heading;            /* level of the last one in the tree */
  pc_contents contents;
  const pc_rule *rule; /* that is asked */
  GArray *findings;    /* pc_finding */
  int n_rules;         /* that were asked */
} pc_preflight;

/* The standards that the file says it keeps, of PC_HOLDS_X4, X1A and UA. */
unsigned pc_preflight_find_claims(pc_pdf *pdf);

/* What a file is held against. */
typedef struct pc_preflight_wish {
  unsigned claims; /* without PC_HOLDS_ALL, which always holds */
  bool is_brief;
  double ink_limit; /* 0: the usual one */
} pc_preflight_wish;

/* Asks all rules that hold. */
void pc_preflight_run(pc_preflight *preflight, pc_pdf *pdf, pc_preflight_wish wish);
void pc_preflight_clear(pc_preflight *preflight);

/* For the checks: the rule that is asked is broken at the page that is looked at. */
void pc_preflight_breach(pc_preflight *preflight, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
