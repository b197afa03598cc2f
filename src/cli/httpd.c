/* httpd.c - opens libmicrohttpd.  Layer: cli. */
#include "cli/httpd.h"

#include <dlfcn.h>
#include <glib.h>
#include <stddef.h>
#include <string.h>

pc_httpd pc_mhd;

static const struct {
  const char *name;
  size_t offset;
} symbols[] = {
#define ROW(name) {#name, offsetof(pc_httpd, name)},
    PC_HTTPD_SYMBOLS(ROW)
#undef ROW
};

bool pc_httpd_open(void) {
  void *library = dlopen(POSTERC_HTTPD, RTLD_NOW | RTLD_LOCAL);
  for (size_t i = 0; library != NULL && i < G_N_ELEMENTS(symbols); i++) {
    void *symbol = dlsym(library, symbols[i].name);
    if (symbol == NULL)
      return false;
    memcpy((char *)&pc_mhd + symbols[i].offset, &symbol, sizeof symbol);
  }
  return library != NULL;
}
