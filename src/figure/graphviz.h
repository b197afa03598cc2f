/* graphviz.h - Graphviz's functions, in a library that the first diagram opens.  Layer: figure.
 *
 * It keeps its state in globals: one user at a time, between lock and unlock, and nothing on a
 * terminal.  Linking it would take 4 ms of every start.
 */
#ifndef PC_FIGURE_GRAPHVIZ_H
#define PC_FIGURE_GRAPHVIZ_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>
#include <stdbool.h>

/* Graphviz calls it so. */
extern gvplugin_library_t gvplugin_dot_layout_LTX_library; // NOLINT(readability-identifier-naming)

/* All that posterc asks of Graphviz, functions and variables. */
/* clang-format off */
#define PC_GRAPHVIZ_SYMBOLS(X)                                                                     \
  X(AgIdDisc)                                                                                      \
  X(AgMemDisc)                                                                                     \
  X(Agdirected) X(agattr) X(agclose) X(agedge) X(agfstnode) X(agfstout) X(agfstsubg) X(agget)      \
      X(aghtmlstr) X(agisdirected) X(agnameof) X(agnedges) X(agnnodes) X(agnode) X(agnsubg)        \
          X(agnxtattr) X(agnxtnode) X(agnxtout) X(agnxtsubg) X(agopen) X(agread) X(agreadline)     \
              X(agsafeset) X(agseterr) X(agseterrf) X(agstrdup_html) X(agstrfree) X(agsubg)        \
                  X(agsubnode) X(gvContextPlugins) X(gvFreeContext) X(gvFreeLayout) X(gvLayout)    \
                      X(gvplugin_dot_layout_LTX_library)
/* clang-format on */

#define PC_GRAPHVIZ_POINTER(name) __typeof__(name) *name;

typedef struct pc_graphviz {
  PC_GRAPHVIZ_SYMBOLS(PC_GRAPHVIZ_POINTER)
} pc_graphviz;

/* Filled by pc_graphviz_open. */
extern pc_graphviz pc_gv;

/* false: it is not installed. */
bool pc_graphviz_open(void);

/* Gets messages in pieces. */
typedef int (*pc_graphviz_error_func)(char *message);

/* Once it is open. */
void pc_graphviz_lock(pc_graphviz_error_func report);
void pc_graphviz_unlock(void);

#endif
