/* list.c - items with their labels, and the lists around them.  Layer: paint. */
#include "paint/list.h"

#include "text/textbox.h"

/* Radius of a bullet, and the middle of the em box above the baseline. */
static const double bullet_em = 0.17;
static const double deeper_bullet_em = 0.11;
static const double middle_em = PC_ASCENT_EM - 0.5;

static pc_open_list *get_innermost(pc_open_lists *lists) {
  return &lists->open[lists->depth - 1];
}

static void end_item(pc_open_lists *lists) {
  pc_open_list *list = get_innermost(lists);
  if (!list->has_item)
    return;
  pc_display_end(lists->display);
  pc_display_end(lists->display);
  list->has_item = false;
}

static void end_lists(pc_open_lists *lists, int depth) {
  while (lists->depth > depth) {
    end_item(lists);
    pc_display_end(lists->display);
    lists->depth--;
  }
}

void pc_lists_end(pc_open_lists *lists) {
  end_lists(lists, 0);
}

static void begin_body(pc_open_lists *lists, pc_place at) {
  pc_display_begin(lists->display, at, PC_TAG_LBODY, NULL, 0);
  get_innermost(lists)->has_item = true;
}

static bool is_further(const pc_block *block) {
  return block->marker != NULL && block->marker->length == 0;
}

/* What the first item begins with says what all do. */
static pc_numbering find_numbering(const pc_block *block) {
  static const struct {
    gunichar mark;
    pc_numbering numbering;
  } marks[] = {{0x25CB, PC_NUMBERING_CIRCLE}, {0x25C7, PC_NUMBERING_SQUARE},
               {0x25A0, PC_NUMBERING_SQUARE}, {0x25A1, PC_NUMBERING_SQUARE},
               {0x25C6, PC_NUMBERING_SQUARE}, {0x203B, PC_NUMBERING_NONE}};
  if (block->ordered)
    return PC_NUMBERING_DECIMAL;
  if (is_further(block))
    return PC_NUMBERING_NONE;
  const gunichar mark = block->marker != NULL ? g_utf8_get_char(block->marker->text) : 0;
  for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
    if (marks[i].mark == mark)
      return marks[i].numbering;
  }
  return PC_NUMBERING_DISC;
}

/* A list within a list belongs to an item of it, though that may say nothing itself. */
static void begin_lists(pc_open_lists *lists, const pc_block *block, int depth) {
  while (lists->depth < depth) {
    if (lists->depth > 0 && !get_innermost(lists)->has_item) {
      pc_display_begin(lists->display, block->at, PC_TAG_LI, NULL, 0);
      begin_body(lists, block->at);
    }
    pc_display_begin_list(lists->display, block->at, find_numbering(block));
    lists->open[lists->depth++] = (pc_open_list){block->list, false};
  }
}

static int find_depth(const pc_block *block) {
  return CLAMP(block->level + 1, 1, PC_LISTS_DEEPEST);
}

/* What stands between items of one list, a table for instance, stands in the item before it. */
static int count_lists_around(const pc_open_lists *lists, int index) {
  int depth = 0;
  for (int i = index + 1; i < lists->panel->n_boxes && depth < lists->depth; i++) {
    const pc_block *block = lists->panel->boxes[i].block;
    const int found = block->kind == PC_BLOCK_ITEM ? find_depth(block) : 0;
    if (found > depth && found <= lists->depth && lists->open[found - 1].id == block->list)
      depth = found;
  }
  return depth;
}

void pc_lists_enter(pc_open_lists *lists, int index) {
  const pc_block *block = lists->panel->boxes[index].block;
  if (block->kind != PC_BLOCK_ITEM) {
    end_lists(lists, lists->depth > 0 ? count_lists_around(lists, index) : 0);
    return;
  }
  const int depth = find_depth(block);
  end_lists(lists, depth);
  if (lists->depth == depth && get_innermost(lists)->id != block->list)
    end_lists(lists, depth - 1);
  begin_lists(lists, block, depth);
}

/* The theme's bullet is no text of the author's: drawn, so that copied text does not have it. */
static void paint_bullet(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  const pc_text_box *marker = &box->marker;
  const pc_line *line = &marker->lines->items[0];
  const double radius_em = box->block->level == 0 ? bullet_em : deeper_bullet_em;
  const pc_point center = pc_text_box_point(marker, 0, line->width / 2, middle_em);
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  pc_display_begin_path(pen->display);
  pc_display_circle(pen->display, center, (pc_um)(radius_em * pc_um_from_pt(marker->size_pt)));
  pc_display_fill(pen->display, pen->at, look->emphasis);
  pc_display_end(pen->display);
}

static void begin_item(pc_open_lists *lists, const pc_pen *pen, const pc_look *look,
                       const pc_box *box) {
  pc_pen label = *pen;
  label.ink = look->emphasis;
  end_item(lists);
  pc_display_begin(pen->display, pen->at, PC_TAG_LI, NULL, 0);
  if (box->block->marker == NULL && pc_text_box_has_lines(&box->marker))
    paint_bullet(pen, look, box);
  else
    pc_paint_text(&label, PC_TAG_LBL, &box->marker);
  begin_body(lists, pen->at);
}

void pc_lists_paint_item(pc_open_lists *lists, const pc_pen *pen, const pc_look *look,
                         const pc_box *box) {
  if (!is_further(box->block) || !get_innermost(lists)->has_item)
    begin_item(lists, pen, look, box);
  pc_paint_text(pen, PC_TAG_P, &box->text);
}
