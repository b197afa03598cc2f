/* digest.h - a short name for bytes that only their content decides.  Layer: base.
 *
 * Tells files and pictures apart; it is no proof against somebody who wants two to be alike.
 */
#ifndef PC_BASE_DIGEST_H
#define PC_BASE_DIGEST_H

#include <glib.h>
#include <stddef.h>

typedef struct pc_digest pc_digest;

pc_digest *pc_digest_new(void);
void pc_digest_append(pc_digest *digest, const void *data, size_t length);
/* Frees it; 32 hexadecimal digits, the caller's. */
char *pc_digest_take(pc_digest *digest);

char *pc_digest_of(const void *data, size_t length);
char *pc_digest_of_bytes(GBytes *bytes);

#endif
