/* elements.c - elements, and the contents of pages that they hold.  Layer: backend. */
#include "backend/elements.h"

#include <string.h>

#define MAX_DEPTH 100
#define MAX_ELEMENTS 300000

typedef struct tree {
  const pc_element_walk *walk;
  qpdf_oh roles;
  int n_elements;
  bool is_sound;
} tree;

/* Where the walk stands. */
typedef struct level {
  const pc_tree_element *parent; /* NULL at the top */
  int parent_id, page, depth;
} level;

static void visit_kid(tree *t, qpdf_oh kid, level at);

/* The standard type that a type of the author's own stands for (14.8.4.1). */
static void read_type(const tree *t, qpdf_oh node, char type[PC_ELEMENT_TYPE]) {
  pc_pdf *pdf = t->walk->pdf;
  qpdf_oh name = qpdf_oh_get_key(pdf, node, "/S");
  for (int i = 0; i < 8 && qpdf_oh_is_name(pdf, name); i++) {
    g_strlcpy(type, qpdf_oh_get_name(pdf, name), PC_ELEMENT_TYPE);
    name = qpdf_oh_get_key_if_dict(pdf, t->roles, type);
  }
}

static int find_page(pc_pdf *pdf, qpdf_oh node, int inherited) {
  const qpdf_oh page = qpdf_oh_get_key(pdf, node, "/Pg");
  return qpdf_oh_is_dictionary(pdf, page) ? qpdf_oh_get_object_id(pdf, page) : inherited;
}

static void visit_kids(tree *t, qpdf_oh kids, level at) {
  pc_pdf *pdf = t->walk->pdf;
  if (!qpdf_oh_is_array(pdf, kids)) {
    visit_kid(t, kids, at);
    return;
  }
  const int count = qpdf_oh_get_array_n_items(pdf, kids);
  for (int i = 0; i < count && t->is_sound; i++)
    visit_kid(t, qpdf_oh_get_array_item(pdf, kids, i), at);
}

static void visit_element(tree *t, qpdf_oh node, level at) {
  pc_pdf *pdf = t->walk->pdf;
  if (at.depth > MAX_DEPTH || ++t->n_elements > MAX_ELEMENTS) {
    t->is_sound = false;
    return;
  }
  const qpdf_oh above = qpdf_oh_get_key(pdf, node, "/P");
  pc_tree_element element = {.node = node};
  read_type(t, node, element.type);
  if (at.parent != NULL)
    g_strlcpy(element.parent_type, at.parent->type, PC_ELEMENT_TYPE);
  element.has_right_parent =
      qpdf_oh_is_dictionary(pdf, above) && qpdf_oh_get_object_id(pdf, above) == at.parent_id;
  t->walk->visit(&element, t->walk->user);
  const level below = {&element, qpdf_oh_get_object_id(pdf, node), find_page(pdf, node, at.page),
                       at.depth + 1};
  visit_kids(t, qpdf_oh_get_key(pdf, node, "/K"), below);
}

/* A number of content, a reference to one, one to an object, or an element. */
static void visit_kid(tree *t, qpdf_oh kid, level at) {
  const pc_element_walk *walk = t->walk;
  pc_pdf *pdf = walk->pdf;
  if (qpdf_oh_is_integer(pdf, kid)) {
    walk->take(at.page, qpdf_oh_get_int_value_as_int(pdf, kid), walk->user);
  } else if (pc_pdf_has_name(pdf, kid, "/Type", "/MCR")) {
    const qpdf_oh number = qpdf_oh_get_key(pdf, kid, "/MCID");
    if (qpdf_oh_is_integer(pdf, number) && !qpdf_oh_has_key(pdf, kid, "/Stm"))
      walk->take(find_page(pdf, kid, at.page), qpdf_oh_get_int_value_as_int(pdf, number),
                 walk->user);
  } else if (qpdf_oh_is_dictionary(pdf, kid) && !pc_pdf_has_name(pdf, kid, "/Type", "/OBJR")) {
    visit_element(t, kid, at);
  }
}

bool pc_elements_walk(const pc_element_walk *walk) {
  const qpdf_oh root = qpdf_oh_get_key(walk->pdf, qpdf_get_root(walk->pdf), "/StructTreeRoot");
  if (!qpdf_oh_is_dictionary(walk->pdf, root))
    return true;
  tree t = {walk, qpdf_oh_get_key(walk->pdf, root, "/RoleMap"), 0, true};
  visit_kids(&t, qpdf_oh_get_key(walk->pdf, root, "/K"),
             (level){.parent_id = qpdf_oh_get_object_id(walk->pdf, root)});
  return t.is_sound;
}
