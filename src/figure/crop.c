/* crop.c - takes what is cut off a picture out of its data.  Layer: figure. */
#include "figure/crop.h"

#include <math.h>

#include "doc/attached.h"
#include "figure/cutters.h"
#include "figure/image_parts.h"

/* How the stored picture becomes the one that is seen: turned over its diagonal after its sides
 * were changed (Exif 2.32, 4.6.4 A). */
typedef struct seen_as {
  bool swaps, flips_x, flips_y;
} seen_as;

static seen_as see_orientation(int orientation) {
  static const seen_as ways[9] = {
      [1] = {false, false, false}, [2] = {false, true, false}, [3] = {false, true, true},
      [4] = {false, false, true},  [5] = {true, false, false}, [6] = {true, false, true},
      [7] = {true, true, true},    [8] = {true, true, false},
  };
  return ways[CLAMP(orientation, 1, 8)];
}

static pc_part swap_part(pc_part part, bool swaps) {
  return swaps ? (pc_part){part.y, part.x, part.h, part.w} : part;
}

static pc_part flip_part(pc_part part, const seen_as *way) {
  part.x = way->flips_x ? 1 - part.x - part.w : part.x;
  part.y = way->flips_y ? 1 - part.y - part.h : part.y;
  return part;
}

static pc_part to_stored(pc_part seen, const seen_as *way) {
  return flip_part(swap_part(seen, way->swaps), way);
}

static pc_part to_seen(pc_part stored, const seen_as *way) {
  return swap_part(flip_part(stored, way), way->swaps);
}

/* The pixels of which anything is in the part. */
static pc_pixels find_pixels(const pc_picture_head *head, pc_part part) {
  const int left = CLAMP((int)floor(part.x * head->width + 1e-6), 0, head->width - 1);
  const int top = CLAMP((int)floor(part.y * head->height + 1e-6), 0, head->height - 1);
  const int right = (int)ceil((part.x + part.w) * head->width - 1e-6);
  const int bottom = (int)ceil((part.y + part.h) * head->height - 1e-6);
  return (pc_pixels){left, top, CLAMP(right, left + 1, head->width) - left,
                     CLAMP(bottom, top + 1, head->height) - top};
}

/* The same part of the cut picture. */
static pc_part find_rest(const pc_picture_head *head, const pc_pixels *kept, pc_part part) {
  const double w = kept->w, h = kept->h;
  const double x = MAX(0, (part.x * head->width - kept->x) / w);
  const double y = MAX(0, (part.y * head->height - kept->y) / h);
  return (pc_part){x, y, MIN(1 - x, part.w * head->width / w),
                   MIN(1 - y, part.h * head->height / h)};
}

/* Another codec may hold what is left; its head is as the file says. */
static bool replace_bytes(pc_image *image, GBytes *cut) {
  const pc_codec *codec = image->codec == &pc_codec_jpeg ? image->codec : &pc_codec_png;
  const int orientation = image->head.orientation;
  pc_problem problem = {0};
  pc_picture_head head;
  if (!codec->read_head(cut, &head, &problem)) {
    g_free(problem.why);
    return false;
  }
  head.orientation = orientation;
  image->codec = codec;
  image->head = head;
  pc_image_keep(image, cut);
  g_free(image->id);
  image->id = g_strdup(image->sum);
  return true;
}

static bool cut_image(pc_image *image, pc_part *part) {
  const seen_as way = see_orientation(image->head.orientation);
  const pc_picture_head head = image->head;
  const pc_part stored = to_stored(*part, &way);
  pc_pixels pixels = find_pixels(&head, stored);
  g_autoptr(GBytes) cut = image->codec == &pc_codec_jpeg
                              ? pc_jpeg_cut(image->bytes, &pixels)
                              : pc_rows_cut(image->codec, image->bytes, &head, &pixels);
  if (cut == NULL || !replace_bytes(image, cut))
    return false;
  *part = to_seen(find_rest(&head, &pixels, stored), &way);
  return true;
}

pc_image *pc_image_crop(pc_image *image, pc_part *part, pc_string file, pc_diags *diags) {
  if (image->vector != NULL || cut_image(image, part))
    return image;
  PC_REPORT_HINT(diags, pc_attached_place(file), PC_LIMIT,
                 "cut it in the program that you see photos with, and save it",
                 "'%s' is too large to be cut", file.text);
  pc_image_free(image);
  return NULL;
}
