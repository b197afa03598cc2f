/* graphviz.h - Graphviz keeps its state in globals: one user at a time, and nothing on a terminal.
 * Layer: figure. */
#ifndef PC_FIGURE_GRAPHVIZ_H
#define PC_FIGURE_GRAPHVIZ_H

/* Gets messages in pieces. */
typedef int (*pc_graphviz_error_func)(char *message);

void pc_graphviz_lock(pc_graphviz_error_func report);
void pc_graphviz_unlock(void);

#endif
