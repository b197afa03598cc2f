/* address.c - web addresses that a poster may link to.  Layer: base. */
#include "base/address.h"

#include <glib.h>
#include <string.h>

/* RFC 3986, 2.2; and the sign of what is escaped already. */
#define KEPT ":/?#[]@!$&'()*+,;=%"

bool pc_address_is_link(const char *address) {
  static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:"};
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
    const size_t length = strlen(schemes[i]);
    if (g_ascii_strncasecmp(address, schemes[i], length) == 0)
      return address[length] != '\0';
  }
  return false;
}

char *pc_address_escape(const char *address) {
  return g_uri_escape_string(address, KEPT, FALSE);
}
