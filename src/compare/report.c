/* report.c - the report as one HTML file: the list, the pages, a frame for each mark; no script, no
 * network.  Layer: compare. */
#include "base/translate.h"
#include "compare/compare.h"
#include "compare/entries.h"
#include "compare/picture.h"
#include "compare/sentence.h"
#include "compare/style.h"

typedef struct report {
  const pc_comparison *comparison;
  GString *out;
} report;

G_GNUC_PRINTF(2, 3)
static void put(const report *r, const char *format, ...) {
  va_list list;
  va_start(list, format);
  char *text = g_markup_vprintf_escaped(format, list);
  va_end(list);
  g_string_append(r->out, text);
  g_free(text);
}

static const char *name_family(pc_mark_family family) {
  static const char *const names[PC_N_MARK_FAMILIES] = {"words", "moved", "look", "alone"};
  return names[family];
}

static void put_head(const report *r) {
  g_autofree char *count = pc_comparison_format_count(r->comparison);
  /* translators: the language of these messages, as in HTML: en, ja */
  put(r,
      "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
      _("en"));
  put(r, "<title>%s</title>\n<style>\n", count);
  g_string_append(r->out, pc_report_style);
  for (int i = 0; i < PC_N_MARK_FAMILIES; i++)
    put(r, ".%s { --mark: %s }\n", name_family((pc_mark_family)i),
        pc_family_color((pc_mark_family)i));
  put(r, "</style>\n</head>\n<body>\n<header>\n<h1>%s</h1>\n", count);
  put(r, "<p><b>%s</b> → <b>%s</b></p>\n</header>\n", r->comparison->before->file,
      r->comparison->after->file);
}

/* Its frame is on the page, if it has one. */
static void put_item(const report *r, guint index) {
  const GPtrArray *entry = pc_entry_at(r->comparison, index);
  const pc_change *change = pc_entry_first(entry);
  g_autofree char *place = pc_entry_format_place(r->comparison, entry);
  g_autofree char *what = pc_entry_format_what(entry);
  const bool is_marked = change->before_marks->len + change->after_marks->len > 0;
  put(r, "<li id=\"change-%u\" class=\"%s\">", index + 1,
      name_family(pc_change_family(change->kind)));
  if (is_marked)
    put(r, "<a href=\"#page-%d\">%s</a>", change->page + 1, place);
  else
    put(r, "<b>%s</b>", place);
  put(r, " %s</li>\n", what);
}

static void put_list(const report *r) {
  put(r, "<nav aria-label=\"%s\">\n<ol>\n", _("Changes"));
  for (guint i = 0; i < r->comparison->entries->len; i++)
    put_item(r, i);
  put(r, "</ol>\n</nav>\n<main>\n");
}

static void put_frame(const report *r, const pc_pixmap *raster, pc_rect mark) {
  const pc_rect frame = pc_mark_frame(mark, raster->dots);
  put(r, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", (int)(frame.x * raster->dots),
      (int)(frame.y * raster->dots), MAX(1, (int)(frame.w * raster->dots)),
      MAX(1, (int)(frame.h * raster->dots)));
}

static void put_badge(const report *r, const pc_pixmap *raster, pc_rect mark, guint index) {
  enum { RADIUS = 17 };
  const pc_rect frame = pc_mark_frame(mark, raster->dots);
  const int x = CLAMP((int)(frame.x * raster->dots), RADIUS, MAX(RADIUS, raster->width - RADIUS));
  const int y = CLAMP((int)(frame.y * raster->dots), RADIUS, MAX(RADIUS, raster->height - RADIUS));
  put(r, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/><text x=\"%d\" y=\"%d\">%u</text>", x, y,
      (int)RADIUS, x, y + 6, index + 1);
}

/* index: of the entry that it is in. */
static void put_change(const report *r, const pc_page_picture *picture, const pc_change *change,
                       guint index) {
  const GArray *marks = pc_change_marks(change, picture->page, picture->is_after);
  if (marks == NULL)
    return;
  g_autofree char *what = pc_change_format_what(change);
  put(r, "<a href=\"#change-%u\" class=\"%s%s\"><title>%s</title>", index + 1,
      name_family(pc_change_family(change->kind)), pc_change_is_frame(change->kind) ? " frame" : "",
      what);
  for (guint i = 0; i < marks->len; i++)
    put_frame(r, picture->raster, g_array_index(marks, pc_rect, i));
  put_badge(r, picture->raster, g_array_index(marks, pc_rect, 0), index);
  put(r, "</a>\n");
}

static void put_changes(const report *r, const pc_page_picture *picture) {
  for (guint i = 0; i < r->comparison->entries->len; i++) {
    const GPtrArray *entry = pc_entry_at(r->comparison, i);
    for (guint k = 0; k < entry->len; k++)
      put_change(r, picture, g_ptr_array_index(entry, k), i);
  }
}

/* White over all but what changed; shown with the difference only. */
static void put_veil(const report *r, const pc_page_picture *picture) {
  const pc_pixmap *raster = picture->raster;
  put(r, "<path class=\"veil\" d=\"M0 0H%dV%dH0Z\" mask=\"url(#mask-%d)\"/>", raster->width,
      raster->height, picture->page + 1);
  put(r, "<mask id=\"mask-%d\"><path fill=\"#fff\" d=\"M0 0H%dV%dH0Z\"/><g fill=\"#000\">",
      picture->page + 1, raster->width, raster->height);
  for (guint i = 0; i < r->comparison->changes->len; i++) {
    const pc_change *change = g_ptr_array_index(r->comparison->changes, i);
    const GArray *marks = pc_change_marks(change, picture->page, true);
    for (guint k = 0; marks != NULL && !pc_change_is_frame(change->kind) && k < marks->len; k++)
      put_frame(r, raster, g_array_index(marks, pc_rect, k));
  }
  put(r, "</g></mask>\n");
}

static void put_picture(const report *r, const pc_page_picture *picture, const char *name) {
  const pc_pixmap *raster = picture->raster;
  g_autoptr(GBytes) png = pc_pixmap_write(raster);
  size_t length = 0;
  const guchar *data = png != NULL ? g_bytes_get_data(png, &length) : NULL;
  g_autofree char *encoded = g_base64_encode(data, length);
  put(r,
      "<figure class=\"%s\"><figcaption>%s</figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" "
      "aria-label=\"%s\">",
      picture->is_after ? "actual" : "expected", name, raster->width, raster->height, name);
  put(r, "<image width=\"%d\" height=\"%d\" href=\"data:image/png;base64,", raster->width,
      raster->height);
  g_string_append(r->out, encoded);
  put(r, "\"/>\n");
  if (picture->is_after)
    put_veil(r, picture);
  put_changes(r, picture);
  put(r, "</svg></figure>\n");
}

static void put_switch(const report *r, int page) {
  static const char *const views[][2] = {{"both", N_("side by side")},
                                         {"one", N_("expected")},
                                         {"two", N_("actual")},
                                         {"veiled", N_("difference")}};
  for (size_t i = 0; i < G_N_ELEMENTS(views); i++)
    put(r,
        "<input type=\"radio\" name=\"view-%d\" id=\"%s-%d\" class=\"%s\"%s>"
        "<label for=\"%s-%d\">%s</label>\n",
        page + 1, views[i][0], page + 1, views[i][0], i == 0 ? " checked" : "", views[i][0],
        page + 1, _(views[i][1]));
}

static void put_page(const report *r, int page) {
  const pc_comparison *comparison = r->comparison;
  g_autofree char *heading = g_strdup_printf(_("Page %d"), page + 1);
  put(r, "<section id=\"page-%d\">\n<h2>%s</h2>\n", page + 1, heading);
  put_switch(r, page);
  put(r, "<div class=\"pages\">\n");
  for (int i = 0; i < 2; i++) {
    const GPtrArray *pages = i == 1 ? comparison->after_pages : comparison->before_pages;
    const pc_view *view = i == 1 ? comparison->after : comparison->before;
    if (page >= (int)pages->len)
      continue;
    const pc_page_picture picture = {comparison, g_ptr_array_index(pages, page), page, i == 1,
                                     false};
    put_picture(r, &picture, view->file);
  }
  put(r, "</div>\n</section>\n");
}

GBytes *pc_comparison_write_html(const pc_comparison *comparison) {
  const report r = {comparison, g_string_new(NULL)};
  const int n = (int)MAX(comparison->before_pages->len, comparison->after_pages->len);
  put_head(&r);
  put_list(&r);
  for (int i = 0; i < n; i++) {
    if (pc_page_has_marks(comparison, i) || n == 1)
      put_page(&r, i);
  }
  put(&r, "</main>\n</body>\n</html>\n");
  return g_string_free_to_bytes(r.out);
}
