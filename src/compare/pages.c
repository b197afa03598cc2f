/* pages.c - poppler's pdftoppm renders the trim of each page.  Layer: compare. */
#include "compare/pages.h"

#include <math.h>
#include <string.h>

#include "compare/program.h"

/* Pixels of the longer side: on A0 a letter of 24 pt is eight high. */
#define LONG_SIDE 2000.0
#define UM_PER_INCH 25400.0
/* A thousandth of a millimetre would have thousands of pixels. */
#define LEAST_SIDE 10000
/* Pages of one file that are drawn as large as that; more share the memory that those take. */
#define MOST_LARGE 16
/* For all pages of both files together. */
#define MAX_SECONDS 120

static double choose_dots(const pc_comparison *comparison, guint index) {
  const pc_view *views[] = {comparison->before, comparison->after};
  pc_um side = LEAST_SIDE;
  guint n = MOST_LARGE;
  for (size_t i = 0; i < G_N_ELEMENTS(views); i++) {
    n = MAX(n, views[i]->pages->len);
    if (index >= views[i]->pages->len)
      continue;
    const pc_size trim = pc_view_page_at(views[i], (int)index)->trim;
    side = MAX(side, MAX(trim.w, trim.h));
  }
  return LONG_SIDE * sqrt((double)MOST_LARGE / n) / side;
}

static int count_dots(pc_um um, double dots) {
  return MAX(1, (int)floor(um * dots + 0.5));
}

/* pdftoppm -r DPI -x X -y Y -W WIDTH -H HEIGHT -f PAGE -l PAGE - */
static GBytes *run_pdftoppm(const pc_view *view, guint index, double dots) {
  const pc_view_page *page = pc_view_page_at(view, (int)index);
  char dpi[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(dpi, sizeof dpi, "%.6f", dots * UM_PER_INCH);
  g_autofree char *number = g_strdup_printf("%u", index + 1);
  g_autofree char *x = g_strdup_printf("%d", (int)floor(-page->media.x * dots + 0.5));
  g_autofree char *y = g_strdup_printf("%d", (int)floor(-page->media.y * dots + 0.5));
  g_autofree char *width = g_strdup_printf("%d", count_dots(page->trim.w, dots));
  g_autofree char *height = g_strdup_printf("%d", count_dots(page->trim.h, dots));
  const char *const words[] = {"pdftoppm", "-q", "-r", dpi,  "-f",  number, "-l",   number, "-x",
                               x,          "-y", y,    "-W", width, "-H",   height, "-",    NULL};
  return pc_program_run(words, view->pdf);
}

static pc_pixmap *render_page(const pc_view *view, guint index, double dots) {
  const pc_size trim = pc_view_page_at(view, (int)index)->trim;
  g_autoptr(GBytes) pixmap = run_pdftoppm(view, index, dots);
  if (pixmap == NULL)
    return NULL;
  pc_pixmap *raster =
      pc_pixmap_read(pixmap, count_dots(trim.w, dots), count_dots(trim.h, dots), dots);
  if (raster != NULL)
    pc_pixmap_blur(raster);
  return raster;
}

static bool report_failure(const pc_view *view, guint index, pc_diags *diags) {
  PC_REPORT_HINT(diags, ((pc_place){view->file, 0, 0}), PC_LIMIT,
                 "simplify it, or compare layouts: posterc poster.yaml -o layout.json",
                 "page %u takes too much time or memory to be drawn", index + 1);
  return false;
}

static bool render_view(const pc_comparison *comparison, const pc_view *view, GPtrArray *rasters,
                        pc_diags *diags) {
  const gint64 end = g_get_monotonic_time() + MAX_SECONDS * G_USEC_PER_SEC / 2;
  for (guint i = 0; i < view->pages->len; i++) {
    pc_pixmap *raster =
        g_get_monotonic_time() < end ? render_page(view, i, choose_dots(comparison, i)) : NULL;
    if (raster == NULL)
      return report_failure(view, i, diags);
    g_ptr_array_add(rasters, raster);
  }
  return true;
}

bool pc_pages_render(pc_comparison *comparison, pc_diags *diags) {
  return render_view(comparison, comparison->before, comparison->before_pages, diags) &&
         render_view(comparison, comparison->after, comparison->after_pages, diags);
}

static void fill(pc_pixmap *raster, pc_rect rect, guint8 grey) {
  const int left = CLAMP((int)(rect.x * raster->dots), 0, raster->width);
  const int right = CLAMP((int)((rect.x + rect.w) * raster->dots), left, raster->width);
  const int top = CLAMP((int)(rect.y * raster->dots), 0, raster->height);
  const int bottom = CLAMP((int)((rect.y + rect.h) * raster->dots), top, raster->height);
  for (int y = top; y < bottom; y++)
    memset(raster->rgb + ((gsize)y * (gsize)raster->width + (gsize)left) * 3, grey,
           (gsize)(right - left) * 3);
}

/* Letters as bars of two thirds of their height. */
static void sketch_region(pc_pixmap *raster, const pc_region *region) {
  enum { PAPER = 0xff, PANEL = 0xf1, FIGURE = 0xd8, TEXT = 0x8c };
  if (region->is_panel)
    fill(raster, region->rect, PANEL);
  for (guint i = 0; i < region->figures->len; i++)
    fill(raster, g_array_index(region->figures, pc_seen_figure, i).rect, FIGURE);
  for (guint i = 0; i < region->tokens->len; i++) {
    const pc_rect rect = g_array_index(region->tokens, pc_token, i).rect;
    const pc_um thin = MIN(rect.w, rect.h) / 6;
    fill(raster, (pc_rect){rect.x + thin, rect.y + thin, rect.w - thin, rect.h - 2 * thin}, TEXT);
  }
}

static pc_pixmap *sketch_page(const pc_view *view, double dots) {
  const pc_size trim = pc_view_page_at(view, 0)->trim;
  pc_pixmap *raster = pc_pixmap_new(count_dots(trim.w, dots), count_dots(trim.h, dots), dots);
  for (int i = 0; i < (int)view->regions->len; i++)
    sketch_region(raster, pc_view_region_at(view, i));
  return raster;
}

void pc_pages_sketch(pc_comparison *comparison) {
  const double dots = choose_dots(comparison, 0);
  g_ptr_array_add(comparison->before_pages, sketch_page(comparison->before, dots));
  g_ptr_array_add(comparison->after_pages, sketch_page(comparison->after, dots));
}
