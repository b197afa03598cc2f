/* pdf_page.c - walks down the page tree (ISO 32000-1, 7.7.3).  Layer: figure. */
#include "figure/pdf_page.h"

#include <math.h>

#define MAX_DEPTH 64
#define MAX_NODES 100000
/* A page is at least as large as a stamp's perforation, and no larger than a reader takes. */
#define MIN_SIDE 1.0
#define MAX_SIDE 100000.0

/* Handed down the tree. */
typedef enum attribute { RESOURCES, MEDIA_BOX, CROP_BOX, ROTATE, N_ATTRIBUTES } attribute;
static const char *const attribute_keys[N_ATTRIBUTES] = {"/Resources", "/MediaBox", "/CropBox",
                                                         "/Rotate"};

/* A node on the way down. */
typedef struct tree_level {
  qpdf_oh kids;
  int next, count;
  qpdf_oh attributes[N_ATTRIBUTES];
} tree_level;

typedef struct tree_walk {
  pc_pdf *pdf;
  tree_level levels[MAX_DEPTH];
  int depth, nodes, pages;
  bool too_much;
} tree_walk;

static void inherit(pc_pdf *pdf, qpdf_oh node, const qpdf_oh *from, qpdf_oh *to) {
  for (int i = 0; i < N_ATTRIBUTES; i++) {
    const qpdf_oh own = qpdf_oh_get_key(pdf, node, attribute_keys[i]);
    to[i] = qpdf_oh_is_null(pdf, own) ? from[i] : own;
  }
}

static void enter(tree_walk *walk, qpdf_oh node, const qpdf_oh *inherited) {
  if (walk->depth == MAX_DEPTH) {
    walk->too_much = true;
    return;
  }
  tree_level *level = &walk->levels[walk->depth++];
  level->kids = qpdf_oh_get_key(walk->pdf, node, "/Kids");
  level->next = 0;
  level->count = qpdf_oh_get_array_n_items(walk->pdf, level->kids);
  inherit(walk->pdf, node, inherited, level->attributes);
}

/* The next node in the order of pages; false: the tree is at its end. */
static bool take_next(tree_walk *walk, qpdf_oh *node, const qpdf_oh **inherited) {
  while (walk->depth > 0) {
    tree_level *level = &walk->levels[walk->depth - 1];
    if (level->next < level->count) {
      *node = qpdf_oh_get_array_item(walk->pdf, level->kids, level->next++);
      *inherited = level->attributes;
      walk->too_much = walk->too_much || ++walk->nodes > MAX_NODES;
      return !walk->too_much;
    }
    walk->depth--;
  }
  return false;
}

static bool is_branch(pc_pdf *pdf, qpdf_oh node) {
  return qpdf_oh_is_array(pdf, qpdf_oh_get_key(pdf, node, "/Kids"));
}

/* Stands on the page of that number, whose attributes are out.  Else pages says how many there are.
 */
static bool walk_to(tree_walk *walk, int number, qpdf_oh *page, qpdf_oh *attributes) {
  const qpdf_oh *inherited = NULL;
  while (take_next(walk, page, &inherited)) {
    if (!qpdf_oh_is_dictionary(walk->pdf, *page))
      continue;
    if (is_branch(walk->pdf, *page)) {
      enter(walk, *page, inherited);
    } else if (++walk->pages == number) {
      inherit(walk->pdf, *page, inherited, attributes);
      return true;
    }
  }
  return false;
}

/* false: no rectangle, or none that a page can be. */
static bool read_box(pc_pdf *pdf, qpdf_oh array, double box[4]) {
  return pc_pdf_read_box(pdf, array, box) && box[2] - box[0] >= MIN_SIDE &&
         box[3] - box[1] >= MIN_SIDE && isfinite(box[0]) && isfinite(box[1]) &&
         box[2] - box[0] <= MAX_SIDE && box[3] - box[1] <= MAX_SIDE;
}

/* What is common to both, where there is anything. */
static void cut(double box[4], const double by[4]) {
  const double common[4] = {MAX(box[0], by[0]), MAX(box[1], by[1]), MIN(box[2], by[2]),
                            MIN(box[3], by[3])};
  for (int i = 0; i < 4 && common[2] - common[0] >= MIN_SIDE && common[3] - common[1] >= MIN_SIDE;
       i++)
    box[i] = common[i];
}

/* The trimmed page, without what a printer cuts off; then what a reader shows. */
static bool find_box(pc_pdf *pdf, qpdf_oh page, const qpdf_oh *attributes, double box[4]) {
  double other[4];
  if (!read_box(pdf, attributes[MEDIA_BOX], box))
    return false;
  if (read_box(pdf, attributes[CROP_BOX], other))
    cut(box, other);
  if (read_box(pdf, qpdf_oh_get_key(pdf, page, "/TrimBox"), other))
    cut(box, other);
  return true;
}

static int find_turn(pc_pdf *pdf, qpdf_oh rotate) {
  const int degrees =
      qpdf_oh_is_integer(pdf, rotate) ? qpdf_oh_get_int_value_as_int(pdf, rotate) : 0;
  return degrees % 90 == 0 ? (degrees / 90 % 4 + 4) % 4 : 0;
}

static void explain_missing(const tree_walk *walk, int number, pc_problem *problem) {
  if (walk->too_much) {
    pc_problem_set(problem, PC_LIMIT, "has more pages than posterc looks through (100000)");
    problem->hint = "save the page as a file of its own";
  } else if (walk->pages == 0) {
    pc_problem_set(problem, PC_BAD_IMAGE, "has no page");
  } else {
    pc_problem_set(problem, PC_BAD_IMAGE, "has no page %d; its last page is %d", number,
                   walk->pages);
    problem->hint = "write a smaller `page:`";
  }
}

bool pc_pdf_page_find(pc_pdf *pdf, int number, pc_pdf_page *page, pc_problem *problem) {
  g_autofree tree_walk *walk = g_new0(tree_walk, 1);
  walk->pdf = pdf;
  const qpdf_oh none = qpdf_oh_new_null(pdf);
  const qpdf_oh nothing[N_ATTRIBUTES] = {none, none, none, none};
  const qpdf_oh root = qpdf_oh_get_key_if_dict(pdf, qpdf_get_root(pdf), "/Pages");
  qpdf_oh attributes[N_ATTRIBUTES];
  if (qpdf_oh_is_dictionary(pdf, root) && is_branch(pdf, root))
    enter(walk, root, nothing);
  if (!walk_to(walk, number, &page->page, attributes)) {
    explain_missing(walk, number, problem);
    return false;
  }
  page->resources = attributes[RESOURCES];
  page->turn = find_turn(pdf, attributes[ROTATE]);
  if (find_box(pdf, page->page, attributes, page->box))
    return true;
  pc_problem_set(problem, PC_BAD_IMAGE, "has a page without a usable size");
  return false;
}
