/* digest.c - XXH3 of 128 bits: a file of pictures is digested in a tenth of an MD5's time.
 * Layer: base. */
#include "base/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct pc_digest {
  XXH3_state_t *state;
};

pc_digest *pc_digest_new(void) {
  pc_digest *digest = g_new(pc_digest, 1);
  digest->state = XXH3_createState();
  XXH3_128bits_reset(digest->state);
  return digest;
}

void pc_digest_append(pc_digest *digest, const void *data, size_t length) {
  XXH3_128bits_update(digest->state, data, length);
}

static char *format_hash(XXH128_hash_t hash) {
  return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
                         (guint64)hash.high64, (guint64)hash.low64);
}

char *pc_digest_take(pc_digest *digest) {
  char *text = format_hash(XXH3_128bits_digest(digest->state));
  XXH3_freeState(digest->state);
  g_free(digest);
  return text;
}

char *pc_digest_of(const void *data, size_t length) {
  return format_hash(XXH3_128bits(data, length));
}

char *pc_digest_of_bytes(GBytes *bytes) {
  return pc_digest_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}
