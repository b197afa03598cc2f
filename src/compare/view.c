/* view.c - owns what was seen, and finds the panel of a place.  Layer: compare. */
#include "compare/view.h"

#include <string.h>

/* Readers look for the header so far (ISO 32000-1, annex H.3, note 13). */
#define MAX_BEFORE_HEADER 1024

static void free_region(void *data) {
  pc_region *region = data;
  g_array_unref(region->tokens);
  g_array_unref(region->figures);
  g_free(region);
}

pc_view *pc_view_new(const char *file) {
  enum { CHUNK = 4096 };
  pc_view *view = g_new0(pc_view, 1);
  view->file = g_intern_string(file);
  view->texts = g_string_chunk_new(CHUNK);
  view->pages = g_array_new(FALSE, TRUE, sizeof(pc_view_page));
  view->regions = g_ptr_array_new_with_free_func(free_region);
  return view;
}

void pc_view_free(pc_view *view) {
  if (view == NULL)
    return;
  g_clear_pointer(&view->pdf, g_bytes_unref);
  g_string_chunk_free(view->texts);
  g_array_unref(view->pages);
  g_ptr_array_unref(view->regions);
  g_free(view);
}

/* Control characters of a stranger's file would reach the reader's terminal. */
const char *pc_view_keep(pc_view *view, const char *text) {
  if (text == NULL)
    return NULL;
  g_autoptr(GString) clean = g_string_new(NULL);
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const gunichar c = g_utf8_get_char(text);
    g_string_append_unichar(clean, g_unichar_iscntrl(c) ? ' ' : c);
  }
  return g_string_chunk_insert_const(view->texts, g_strstrip(clean->str));
}

pc_region *pc_view_add_region(pc_view *view, int page, pc_rect rect) {
  pc_region *region = g_new0(pc_region, 1);
  region->is_panel = true;
  region->page = page;
  region->rect = rect;
  region->tokens = g_array_new(FALSE, TRUE, sizeof(pc_token));
  region->figures = g_array_new(FALSE, TRUE, sizeof(pc_seen_figure));
  g_ptr_array_add(view->regions, region);
  return region;
}

void pc_view_close(pc_view *view) {
  for (int i = 0; i < (int)view->pages->len; i++) {
    const pc_size trim = pc_view_page_at(view, i)->trim;
    pc_view_add_region(view, i, (pc_rect){0, 0, trim.w, trim.h})->is_panel = false;
  }
}

static bool holds(const pc_region *region, pc_point point) {
  const pc_rect *rect = &region->rect;
  return point.x >= rect->x && point.x < rect->x + rect->w && point.y >= rect->y &&
         point.y < rect->y + rect->h;
}

static bool is_smaller(const pc_region *a, const pc_region *b) {
  return (gint64)a->rect.w * a->rect.h < (gint64)b->rect.w * b->rect.h;
}

pc_region *pc_view_find_region(const pc_view *view, int page, pc_rect rect) {
  const pc_point middle = {rect.x + rect.w / 2, rect.y + rect.h / 2};
  const guint first_rest = view->regions->len - view->pages->len;
  pc_region *found = g_ptr_array_index(view->regions, first_rest + (guint)page);
  for (guint i = 0; i < first_rest; i++) {
    pc_region *region = g_ptr_array_index(view->regions, i);
    if (region->page == page && holds(region, middle) &&
        (!found->is_panel || is_smaller(region, found)))
      found = region;
  }
  return found;
}

void pc_view_add_figure(pc_region *region, pc_seen_figure figure) {
  g_array_append_val(region->figures, figure);
}

bool pc_view_clip(const pc_view *view, int page, pc_rect *rect) {
  const pc_rect sheet = pc_view_page_at(view, page)->media;
  const pc_rect whole = *rect;
  if (!pc_rect_overlaps(sheet, whole))
    return false;
  rect->x = MAX(sheet.x, whole.x);
  rect->y = MAX(sheet.y, whole.y);
  rect->w = MIN(sheet.x + sheet.w, whole.x + whole.w) - rect->x;
  rect->h = MIN(sheet.y + sheet.h, whole.y + whole.h) - rect->y;
  return true;
}

static bool is_pdf(GBytes *bytes) {
  size_t length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  return data != NULL && memmem(data, MIN(length, MAX_BEFORE_HEADER), "%PDF-", 5) != NULL;
}

pc_view *pc_view_read(GBytes *bytes, const char *file, pc_diags *diags) {
  return is_pdf(bytes) ? pc_view_read_pdf(bytes, file, diags)
                       : pc_view_read_layout(bytes, file, diags);
}
