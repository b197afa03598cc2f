/* grade.c - blurred tiles.  Layer: compare. */
#include "compare/grade.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TILE 16
#define CHANNELS 3
#define MAX_SIDE 1000000
/* More rectangles than that are one. */
#define MAX_MARKS 40

/* The least farthest and mean distance of a tile, of 255, for each grade. */
static const struct {
  int peak;
  double mean;
} bounds[] = {[PC_GRADE_NEAR] = {8, 0.8}, [PC_GRADE_OFF] = {40, 4}, [PC_GRADE_WRONG] = {110, 20}};

const char *pc_grade_word(pc_grade grade) {
  static const char *const words[] = {"same", "near", "off", "wrong"};
  return words[grade];
}

pc_pixmap *pc_pixmap_new(int width, int height, double dots) {
  pc_pixmap *raster = g_new0(pc_pixmap, 1);
  const gsize size = (gsize)width * (gsize)height * CHANNELS;
  *raster = (pc_pixmap){width, height, dots, g_malloc(size), NULL};
  memset(raster->rgb, 0xff, size);
  return raster;
}

void pc_pixmap_free(pc_pixmap *raster) {
  if (raster == NULL)
    return;
  g_free(raster->rgb);
  g_free(raster->blurred);
  g_free(raster);
}

/* 0: there is none that a picture could have. */
static int read_number(const char **at) {
  char *end = NULL;
  const guint64 number = g_ascii_strtoull(*at, &end, 10);
  *at = end;
  return number <= MAX_SIDE ? (int)number : 0;
}

/* "P6 WIDTH HEIGHT 255", white space between them and after. */
static const guint8 *read_head(const char *data, size_t length, int *width, int *height) {
  g_autofree char *head = g_strndup(data, MIN(length, 64));
  if (!g_str_has_prefix(head, "P6"))
    return NULL;
  const char *at = head + 2;
  *width = read_number(&at);
  *height = read_number(&at);
  const gsize pixels = (gsize)*width * (gsize)*height;
  if (read_number(&at) != 255 || pixels == 0)
    return NULL;
  const gsize used = (gsize)(at - head) + 1;
  return length >= used + pixels * CHANNELS ? (const guint8 *)data + used : NULL;
}

pc_pixmap *pc_pixmap_read(GBytes *pixmap, int width, int height, double dots) {
  size_t length = 0;
  const char *data = g_bytes_get_data(pixmap, &length);
  int own_width = 0, own_height = 0;
  const guint8 *pixels = length > 0 ? read_head(data, length, &own_width, &own_height) : NULL;
  if (pixels == NULL)
    return NULL;
  pc_pixmap *raster = pc_pixmap_new(width, height, dots);
  const gsize row = (gsize)MIN(width, own_width) * CHANNELS;
  for (int y = 0; y < MIN(height, own_height); y++)
    memcpy(raster->rgb + (gsize)y * (gsize)width * CHANNELS,
           pixels + (gsize)y * (gsize)own_width * CHANNELS, row);
  return raster;
}

/* The mean of each value and its neighbours on both sides, step apart; ends count twice. */
static void blur_line(const guint8 *from, guint8 *to, int count, gsize step) {
  for (int i = 0; i < count; i++) {
    const guint8 *here = from + (gsize)i * step;
    const int before = i > 0 ? here[-(gssize)step] : here[0];
    const int after = i + 1 < count ? here[step] : here[0];
    to[(gsize)i * step] = (guint8)((before + here[0] + after + 1) / 3);
  }
}

void pc_pixmap_blur(pc_pixmap *raster) {
  const gsize row = (gsize)raster->width * CHANNELS;
  g_autofree guint8 *half = g_malloc0(row * (gsize)raster->height);
  raster->blurred = g_realloc(raster->blurred, row * (gsize)raster->height);
  for (int y = 0; y < raster->height; y++) {
    for (gsize c = 0; c < CHANNELS; c++)
      blur_line(raster->rgb + (gsize)y * row + c, half + (gsize)y * row + c, raster->width,
                CHANNELS);
  }
  for (gsize x = 0; x < row; x++)
    blur_line(half + x, raster->blurred + x, raster->height, row);
}

/* A part of a page in pixels. */
typedef struct window {
  int x, y, w, h;
} window;

static int to_pixel(pc_um um, double dots) {
  return (int)floor(um * dots + 0.5);
}

static window find_window(const pc_pixmap *raster, pc_rect rect) {
  const int x = to_pixel(rect.x, raster->dots), y = to_pixel(rect.y, raster->dots);
  return (window){x, y, to_pixel(rect.x + rect.w, raster->dots) - x,
                  to_pixel(rect.y + rect.h, raster->dots) - y};
}

static const guint8 *pixel_at(const pc_pixmap *raster, int x, int y) {
  const int column = CLAMP(x, 0, raster->width - 1), row = CLAMP(y, 0, raster->height - 1);
  return raster->blurred + ((gsize)row * (gsize)raster->width + (gsize)column) * CHANNELS;
}

/* One value of a picture. */
typedef struct spot {
  int x, y, channel;
} spot;

/* How far a value lies outside of those around its place in the other picture. */
static int measure_distance(guint8 value, const pc_pixmap *other, spot at, int slack) {
  int least = 255, most = 0;
  for (int dy = -slack; dy <= slack; dy++) {
    for (int dx = -slack; dx <= slack; dx++) {
      const int around = pixel_at(other, at.x + dx, at.y + dy)[at.channel];
      least = MIN(least, around);
      most = MAX(most, around);
    }
  }
  return MAX(0, MAX(least - value, value - most));
}

/* One pixel: the worst of its channels; 0 mostly, which is found out at once. */
static int measure_pixel(const pc_glance *look, int ax, int ay, int bx, int by) {
  const guint8 *before = pixel_at(look->before, ax, ay), *after = pixel_at(look->after, bx, by);
  if (memcmp(before, after, CHANNELS) == 0)
    return 0;
  int worst = 0;
  for (int c = 0; c < CHANNELS; c++) {
    const int there = measure_distance(before[c], look->after, (spot){bx, by, c}, look->slack);
    const int back = measure_distance(after[c], look->before, (spot){ax, ay, c}, look->slack);
    worst = MAX(worst, MAX(there, back));
  }
  return worst;
}

static pc_grade grade_tile(const pc_glance *look, window before, window after) {
  int peak = 0, sum = 0;
  for (int y = 0; y < after.h; y++) {
    for (int x = 0; x < after.w; x++) {
      const int distance =
          measure_pixel(look, before.x + x, before.y + y, after.x + x, after.y + y);
      peak = MAX(peak, distance);
      sum += distance;
    }
  }
  const double mean = (double)sum / MAX(1, after.w * after.h);
  pc_grade grade = PC_GRADE_WRONG;
  while (grade > PC_GRADE_SAME && peak < bounds[grade].peak && mean < bounds[grade].mean)
    grade--;
  return grade;
}

static pc_rect measure_window(window w, double dots) {
  return (pc_rect){(pc_um)(w.x / dots), (pc_um)(w.y / dots), (pc_um)(w.w / dots),
                   (pc_um)(w.h / dots)};
}

static bool is_ignored(const pc_glance *look, window tile) {
  const pc_rect rect = measure_window(tile, look->after->dots);
  for (guint i = 0; look->ignored != NULL && i < look->ignored->len; i++) {
    if (pc_rect_overlaps(g_array_index(look->ignored, pc_rect, i), rect))
      return true;
  }
  return false;
}

/* Joins what touches. */
static void append_mark(GArray *marks, pc_rect rect, pc_um reach) {
  for (guint i = 0; i < marks->len;) {
    const pc_rect known = g_array_index(marks, pc_rect, i);
    if (marks->len < MAX_MARKS && !pc_rect_overlaps(pc_rect_inset(known, -reach), rect)) {
      i++;
      continue;
    }
    rect = pc_rect_unite(known, rect);
    g_array_remove_index_fast(marks, i);
    i = 0;
  }
  g_array_append_val(marks, rect);
}

pc_grade pc_glance_grade(const pc_glance *look, GArray *marks) {
  const window before = find_window(look->before, look->before_rect);
  const window after = find_window(look->after, look->after_rect);
  const int width = MIN(before.w, after.w), height = MIN(before.h, after.h);
  pc_grade worst = PC_GRADE_SAME;
  for (int i = 0; i * TILE < height; i++) {
    for (int k = 0; k * TILE < width; k++) {
      const int x = k * TILE, y = i * TILE;
      const window tile = {after.x + x, after.y + y, MIN(TILE, width - x), MIN(TILE, height - y)};
      if (is_ignored(look, tile))
        continue;
      const pc_grade grade = grade_tile(look, (window){before.x + x, before.y + y, 0, 0}, tile);
      worst = MAX(worst, grade);
      if (grade > PC_GRADE_NEAR && marks != NULL)
        append_mark(marks, measure_window(tile, look->after->dots),
                    (pc_um)(TILE / look->after->dots));
    }
  }
  return worst;
}
