/* sheets.c - a page for each slide, to paste on a board.  Layer: pages. */
#include "pages/map.h"

/* The number stands in the corner beside the panel, as large as the paper leaves room for. */
static const pc_um badge_most = 16000;
static const pc_um number_edge = 4200, number_gap = 1000, number_room = 9000, tick_room = 3500;

/* One thing to paste. */
typedef struct part {
  char *name; /* on the map and in the corner */
  pc_rect rect;
  bool is_panel;
} part;

static void clear_part(void *item) {
  g_free(((part *)item)->name);
}

/* Panels without a number have letters. */
static GArray *list_parts(const pc_scribe *scribe) {
  const pc_layout *layout = scribe->layout;
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(part));
  g_array_set_clear_func(parts, clear_part);
  int n_letters = 0;
  if (layout->header.shown)
    g_array_append_val(parts,
                       ((part){g_strdup(scribe->words->header), layout->header.rect, false}));
  for (int i = 0; i < layout->n_panels; i++) {
    const int number = layout->panels[i].slide->number;
    char *name =
        number > 0 ? g_strdup_printf("%d", number) : g_strdup_printf("%c", 'A' + n_letters++ % 26);
    g_array_append_val(parts, ((part){name, layout->panels[i].rect, true}));
  }
  if (layout->footer.shown)
    g_array_append_val(parts,
                       ((part){g_strdup(scribe->words->footer), layout->footer.rect, false}));
  return parts;
}

static void begin_map(pc_scribe *scribe, pc_size paper, const GArray *parts) {
  const pc_words *words = scribe->words;
  g_autofree char *count = g_strdup_printf("%u%s", parts->len, words->pages);
  const pc_rect map = pc_map_begin(scribe, paper, words->sheets_title, words->sheets_steps, count);
  g_autofree pc_rect *panels = g_new(pc_rect, parts->len);
  int n_panels = 0;
  for (guint i = 0; i < parts->len; i++) {
    const part *one = &g_array_index(parts, part, i);
    if (one->is_panel)
      panels[n_panels++] = pc_map_part(scribe, map, one->rect);
  }
  const pc_um height = pc_map_badge(panels, n_panels);
  for (guint i = 0; i < parts->len; i++) {
    const part *one = &g_array_index(parts, part, i);
    const pc_rect rect = pc_map_part(scribe, map, one->rect);
    pc_scribe_frame(scribe, rect, 200, pc_note_ink());
    pc_map_write(scribe, one->name, rect, height);
  }
}

static pc_rect find_room(pc_size paper) {
  return pc_rect_inset((pc_rect){0, 0, paper.w, paper.h}, PC_LEAF_MARGIN);
}

/* The paper lies down where the part is printed larger so, or fits both ways and lies itself. */
static pc_size turn_paper(pc_size paper, pc_rect rect) {
  const pc_size lying = {paper.h, paper.w};
  const double upright = MIN(1, pc_rect_scale(rect, find_room(paper)));
  const double sideways = MIN(1, pc_rect_scale(rect, find_room(lying)));
  const bool turns = upright < sideways || (upright == sideways && rect.w > rect.h);
  return turns ? lying : paper;
}

static char *format_scale(double scale) {
  return scale < 1 ? g_strdup_printf("%d %%　", (int)(scale * 100 + 0.5)) : g_strdup("");
}

/* In the middle of its room, but for the room that the number needs above it. */
static pc_rect place_part(pc_rect rect, pc_rect room, double scale) {
  pc_rect to = pc_rect_fit(rect, room, scale);
  const pc_um spare = room.h - to.h;
  to.y = room.y + MAX(spare / 2, MIN(spare, number_room));
  return to;
}

/* The number stands above the panel, or left of it where there is more room. */
static void write_number(pc_scribe *scribe, const part *one, pc_rect to) {
  const pc_um above = MIN(to.y - number_edge - number_gap, badge_most);
  const pc_um beside = MIN(to.x - number_edge - tick_room, badge_most);
  pc_rect room = {to.x + tick_room, to.y - number_gap - above, MAX(to.w, 3 * above), above};
  if (beside > above)
    room = (pc_rect){to.x - tick_room - beside, to.y, beside, beside};
  pc_scribe_badge(scribe, one->name, room, PC_ALIGN_START);
}

static void append_sheet(pc_scribe *scribe, pc_size paper, const part *one, const char *count) {
  paper = turn_paper(paper, one->rect);
  const pc_rect room = find_room(paper);
  const double scale = MIN(1, pc_rect_scale(one->rect, room));
  const pc_rect to = place_part(one->rect, room, scale);
  g_autofree char *share = format_scale(scale);
  g_autofree char *right = g_strconcat(share, count, NULL);
  pc_scribe_begin(scribe, paper, one->rect, to);
  pc_scribe_corners(scribe, to, to);
  write_number(scribe, one, to);
  pc_scribe_foot(scribe, paper, scribe->title, right);
}

pc_pages *pc_pages_new_sheets(const pc_layout *layout, pc_measurer *measurer, pc_size paper) {
  pc_scribe scribe;
  pc_scribe_init(&scribe, layout, measurer);
  g_autoptr(GArray) parts = list_parts(&scribe);
  begin_map(&scribe, paper, parts);
  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *count = g_strdup_printf("%u/%u", i + 1, parts->len);
    append_sheet(&scribe, paper, &g_array_index(parts, part, i), count);
  }
  return pc_scribe_clear(&scribe);
}
