/* address.h - web addresses that a poster may link to.  Layer: base. */
#ifndef PC_BASE_ADDRESS_H
#define PC_BASE_ADDRESS_H

#include <stdbool.h>

/* Whether a reader may follow it: http, https, mailto and tel, nothing that runs or opens files. */
bool pc_address_is_link(const char *address);

/* The address in ASCII (RFC 3986, 2.1): what stands for itself in an address stays, all else is
 * written as its bytes, "%E3%81%82".  The caller frees it. */
char *pc_address_escape(const char *address);

#endif
