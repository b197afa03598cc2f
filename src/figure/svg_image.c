/* svg_image.c - looks into data: addresses (RFC 2397).  Layer: figure. */
#include "figure/svg_image.h"

#include <string.h>

#include "figure/kind.h"

/* All pictures of a drawing are decoded at once when it is drawn. */
#define MAX_PIXELS 64e6

static GBytes *decode_url(const char *url) {
  const char *comma = strchr(url, ',');
  if (comma == NULL)
    return g_bytes_new(NULL, 0);
  gsize length = 0;
  if (comma - url >= 7 && g_ascii_strncasecmp(comma - 7, ";base64", 7) == 0) {
    g_autofree char *plain = g_uri_unescape_string(comma + 1, NULL);
    guchar *data = g_base64_decode(plain != NULL ? plain : "", &length);
    return g_bytes_new_take(data, length);
  }
  return g_uri_unescape_bytes(comma + 1, -1, NULL, NULL);
}

/* What librsvg can draw without help of the system's: other formats would be left out in silence.
 */
static const pc_codec *find_codec(GBytes *bytes) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  const pc_kind_info *kind = pc_picture_kind_find(data, length);
  const bool is_drawn =
      kind != NULL && (kind->codec == &pc_codec_png || kind->codec == &pc_codec_jpeg);
  return is_drawn ? kind->codec : NULL;
}

static bool count_pixels(const pc_picture_head *head, double *pixels, pc_problem *problem) {
  *pixels += (double)head->width * head->height;
  if (*pixels <= MAX_PIXELS)
    return true;
  pc_problem_set(problem, PC_LIMIT, "holds pictures of more than 64 million pixels");
  return false;
}

bool pc_svg_image_check(const char *url, double *pixels, pc_problem *problem) {
  problem->hint = "embed pictures as PNG or JPEG";
  g_autoptr(GBytes) bytes = decode_url(url);
  const pc_codec *codec = bytes != NULL ? find_codec(bytes) : NULL;
  pc_picture_head head;
  if (codec == NULL) {
    pc_problem_set(problem, PC_BAD_IMAGE, "holds a picture that is neither PNG nor JPEG");
    return false;
  }
  pc_problem inner = {0};
  g_autoptr(GBytes) kept = NULL;
  bool ok = codec->read_head(bytes, &head, &inner);
  if (ok && !count_pixels(&head, pixels, problem))
    return false;
  kept = ok ? codec->check(bytes, &head, &inner) : NULL;
  if (kept == NULL)
    pc_problem_set(problem, inner.code, "holds a picture that %s", inner.why);
  g_free(inner.why);
  return kept != NULL;
}
