/* segments.c - drops metadata from a JPEG without touching the picture (ITU-T T.81, annex B).
 * Layer: figure. */
#include "figure/segments.h"

#include <string.h>

enum {
  RST0 = 0xd0,
  RST7 = 0xd7,
  SOI = 0xd8,
  EOI = 0xd9,
  SOS = 0xda,
  APP0 = 0xe0,
  APP15 = 0xef,
  COM = 0xfe,
};

/* The APPn segments that decoding needs.  A JFIF segment of another length carries a preview; the
 * colour profile goes its own way. */
static const struct kept_segment {
  int marker;
  size_t length; /* of the segment, 0: any */
  const char *name;
  size_t name_length;
} kept_segments[] = {
    {APP0, 16, "JFIF", 5},
    {APP0 + 14, 0, "Adobe", 5},
};

typedef struct jpeg_walk {
  const guint8 *bytes;
  size_t length, at;
  GByteArray *out;
  int scans;
} jpeg_walk;

static bool is_kept(int marker, const guint8 *segment, size_t length) {
  if (marker == COM)
    return false;
  if (marker < APP0 || marker > APP15)
    return true;
  for (size_t i = 0; i < G_N_ELEMENTS(kept_segments); i++) {
    const struct kept_segment *kept = &kept_segments[i];
    if (kept->marker == marker && (kept->length == 0 || kept->length == length) &&
        length >= 2 + kept->name_length && memcmp(segment + 2, kept->name, kept->name_length) == 0)
      return true;
  }
  return false;
}

/* The next marker, behind any number of fill bytes; -1: none. */
static int take_marker(jpeg_walk *walk) {
  if (walk->at >= walk->length || walk->bytes[walk->at] != 0xff)
    return -1;
  while (walk->at < walk->length && walk->bytes[walk->at] == 0xff)
    walk->at++;
  return walk->at < walk->length ? walk->bytes[walk->at++] : -1;
}

/* Entropy-coded data up to the next marker that is neither stuffing nor a restart. */
static bool take_scan(jpeg_walk *walk) {
  size_t start = walk->at;
  while (walk->at + 1 < walk->length) {
    const guint8 *found = memchr(walk->bytes + walk->at, 0xff, walk->length - 1 - walk->at);
    if (found == NULL)
      return false;
    walk->at = (size_t)(found - walk->bytes);
    int next = found[1];
    if (next != 0 && next != 0xff && (next < RST0 || next > RST7)) {
      g_byte_array_append(walk->out, walk->bytes + start, (guint)(walk->at - start));
      walk->scans++;
      return true;
    }
    walk->at += next == 0xff ? 1 : 2;
  }
  return false;
}

static bool take_segment(jpeg_walk *walk, int marker) {
  if (walk->length - walk->at < 2)
    return false;
  const guint8 *segment = walk->bytes + walk->at;
  size_t length = (size_t)segment[0] << 8 | segment[1];
  if (length < 2 || length > walk->length - walk->at)
    return false;
  if (is_kept(marker, segment, length)) {
    g_byte_array_append(walk->out, (const guint8[]){0xff, (guint8)marker}, 2);
    g_byte_array_append(walk->out, segment, (guint)length);
  }
  walk->at += length;
  return marker != SOS || take_scan(walk);
}

static bool take_file(jpeg_walk *walk) {
  if (take_marker(walk) != SOI)
    return false;
  g_byte_array_append(walk->out, (const guint8[]){0xff, SOI}, 2);
  for (;;) {
    int marker = take_marker(walk);
    if (marker == EOI) {
      g_byte_array_append(walk->out, (const guint8[]){0xff, EOI}, 2);
      return true;
    }
    if (marker <= 1 || (marker >= RST0 && marker <= SOI) || !take_segment(walk, marker))
      return false;
  }
}

GBytes *pc_jpeg_strip(GBytes *file, int *scans) {
  jpeg_walk walk = {0};
  walk.bytes = g_bytes_get_data(file, &walk.length);
  walk.out = g_byte_array_sized_new((guint)walk.length);
  bool whole = take_file(&walk);
  *scans = walk.scans;
  if (whole)
    return g_byte_array_free_to_bytes(walk.out);
  g_byte_array_unref(walk.out);
  return NULL;
}
