/* graphviz.c - opens Graphviz and lets one user in at a time.  Layer: figure. */
#include "figure/graphviz.h"

#include <dlfcn.h>
#include <glib.h>
#include <stddef.h>
#include <string.h>

pc_graphviz pc_gv;

static const struct {
  const char *name;
  size_t offset;
} symbols[] = {
#define ROW(name) {#name, offsetof(pc_graphviz, name)},
    PC_GRAPHVIZ_SYMBOLS(ROW)
#undef ROW
};

/* The engine brings Graphviz's other libraries, in which dlsym looks too. */
static bool load_symbols(void) {
  void *engine = dlopen(POSTERC_GRAPHVIZ, RTLD_LAZY | RTLD_LOCAL);
  if (engine == NULL)
    return false;
  for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
    void *symbol = dlsym(engine, symbols[i].name);
    if (symbol == NULL)
      return false;
    memcpy((char *)&pc_gv + symbols[i].offset, &symbol, sizeof symbol);
  }
  return true;
}

bool pc_graphviz_open(void) {
  static gsize done;
  static bool found;
  if (g_once_init_enter(&done)) {
    found = load_symbols();
    g_once_init_leave(&done, 1);
  }
  return found;
}

static GMutex one_at_a_time;

void pc_graphviz_lock(pc_graphviz_error_func report) {
  g_mutex_lock(&one_at_a_time);
  pc_gv.agseterrf(report);
  pc_gv.agseterr(AGWARN);
}

void pc_graphviz_unlock(void) {
  pc_gv.agseterrf(NULL);
  g_mutex_unlock(&one_at_a_time);
}
