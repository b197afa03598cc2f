/* map.c - heading, steps, miniature.  Layer: pages. */
#include "pages/map.h"

#include <stdlib.h>

static const double heading_pt = 24, title_pt = 11, step_pt = 11;
static const pc_um heading_height = 12000, title_height = 7000, step_gap = 1500, map_gap = 5000;

static pc_um write_steps(pc_scribe *scribe, pc_rect room, const char *const *steps) {
  static const pc_um number_width = 7000;
  const pc_um top = room.y;
  for (int i = 0; steps[i] != NULL; i++) {
    g_autofree char *number = g_strdup_printf("%d.", i + 1);
    pc_note label = {number, room, step_pt, PC_ALIGN_START, true, true, pc_note_ink()};
    pc_scribe_write(scribe, &label);
    label.text = steps[i];
    label.bold = false;
    label.room.x += number_width;
    label.room.w -= number_width;
    room.y += pc_scribe_write(scribe, &label) + step_gap;
  }
  return room.y - top;
}

/* Lies down as the poster does. */
static pc_size turn_paper(pc_size paper, const pc_page *page) {
  return page->width > page->height ? (pc_size){paper.h, paper.w} : paper;
}

static pc_um write_head(pc_scribe *scribe, pc_rect room, const char *heading) {
  room.h = heading_height;
  const pc_note first = {heading, room, heading_pt, PC_ALIGN_START, true, false, pc_note_ink()};
  pc_scribe_write(scribe, &first);
  room.y += heading_height;
  room.h = title_height;
  const pc_note second = {scribe->title, room,  title_pt,       PC_ALIGN_START,
                          true,          false, pc_note_faint()};
  pc_scribe_write(scribe, &second);
  return heading_height + title_height + map_gap;
}

pc_rect pc_map_begin(pc_scribe *scribe, pc_size paper, const char *heading,
                     const char *const *steps, const char *summary) {
  const pc_page *page = &scribe->layout->doc->page;
  paper = turn_paper(paper, page);
  const pc_rect poster = {0, 0, page->width, page->height};
  pc_rect room = pc_rect_inset((pc_rect){0, 0, paper.w, paper.h}, PC_LEAF_MARGIN);
  pc_scribe_begin(scribe, paper, poster, room);
  pc_um above = write_head(scribe, room, heading);
  room.y += above;
  above += write_steps(scribe, room, steps);
  pc_scribe_foot(scribe, paper, "", summary);
  room = pc_rect_inset((pc_rect){0, 0, paper.w, paper.h}, PC_LEAF_MARGIN);
  room.y += above + map_gap / 2;
  room.h -= above + map_gap;
  const pc_rect map = pc_rect_fit(poster, room, MIN(1, pc_rect_scale(poster, room)));
  g_array_index(scribe->pages->leaves, pc_leaf, scribe->pages->leaves->len - 1).to = map;
  pc_scribe_frame(scribe, map, 150, pc_note_faint());
  return map;
}

pc_rect pc_map_part(const pc_scribe *scribe, pc_rect map, pc_rect part) {
  const double scale = (double)map.w / scribe->layout->doc->page.width;
  return (pc_rect){map.x + (pc_um)(part.x * scale), map.y + (pc_um)(part.y * scale),
                   (pc_um)(part.w * scale), (pc_um)(part.h * scale)};
}

static int compare_sides(const void *a, const void *b) {
  const pc_um first = *(const pc_um *)a, second = *(const pc_um *)b;
  return first < second ? -1 : first > second;
}

/* Of the part in the middle by size: one sliver shall not make all names small. */
pc_um pc_map_badge(const pc_rect *parts, int n) {
  static const double share = 0.45;
  static const pc_um least = 3500, most = 12000;
  g_autofree pc_um *sides = g_new0(pc_um, (gsize)MAX(n, 1));
  for (int i = 0; i < n; i++)
    sides[i] = MIN(parts[i].w, parts[i].h);
  qsort(sides, (size_t)n, sizeof *sides, compare_sides);
  const pc_um middle = sides[n / 2];
  return CLAMP((pc_um)(middle * share), least, most);
}

void pc_map_write(pc_scribe *scribe, const char *name, pc_rect part, pc_um height) {
  height = MIN(height, MIN(part.w, part.h) * 3 / 4);
  const pc_rect room = {part.x, part.y + (part.h - height) / 2, part.w, height};
  pc_scribe_badge(scribe, name, room, PC_ALIGN_CENTER);
}
