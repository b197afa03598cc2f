/* elements.h - goes through a structure tree in its order (ISO 32000-1, 14.7.2).  Layer: backend.
 */
#ifndef PC_BACKEND_ELEMENTS_H
#define PC_BACKEND_ELEMENTS_H

#include "figure/objects.h"

/* Longer names of types are cut. */
#define PC_ELEMENT_TYPE 32

typedef struct pc_tree_element {
  qpdf_oh node;
  char type[PC_ELEMENT_TYPE]; /* as a standard type where the tree has a map of roles: "/H1" */
  char parent_type[PC_ELEMENT_TYPE]; /* "" at the top */
  bool has_right_parent;             /* /P leads to where the walk came from */
} pc_tree_element;

typedef struct pc_element_walk {
  pc_pdf *pdf;
  void (*visit)(const pc_tree_element *element, void *user);
  /* page: object number; content: MCID */
  void (*take)(int page, int content, void *user);
  void *user;
} pc_element_walk;

/* false: the tree goes round in circles, or is deeper or larger than any real one. */
bool pc_elements_walk(const pc_element_walk *walk);

/* One set of page and content. */
static inline gint64 pc_element_content(int page, int content) {
  return ((gint64)page << 32) | (guint32)content;
}

#endif
