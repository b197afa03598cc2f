/* view_pdf.c - a view of any PDF.  Layer: compare. */
#include <stdlib.h>
#include <string.h>

#include "compare/seen_pdf.h"
#include "compare/view.h"

#define MAX_PAGES 60
/* Points: 70 m. */
#define FARTHEST 200000.0

static pc_um to_um(double pt) {
  return pc_um_from_pt(CLAMP(pt, -FARTHEST, FARTHEST));
}

/* A box of the page in points, seen from the top left of its trim. */
static pc_rect place_box(const double box[4], const double trim[4]) {
  const pc_um left = to_um(box[0] - trim[0]), top = to_um(trim[3] - box[3]);
  return (pc_rect){left, top, to_um(box[2] - trim[0]) - left, to_um(trim[3] - box[1]) - top};
}

static void read_traits(pc_view *view, GVariant *traits) {
  GVariantIter iter;
  int trait = 0;
  const char *text = NULL;
  g_variant_iter_init(&iter, traits);
  while (g_variant_iter_next(&iter, "{i&s}", &trait, &text)) {
    if (trait >= 0 && trait < PC_N_TRAITS)
      view->traits[trait] = pc_view_keep(view, text);
  }
}

/* For a page that is turned the boxes are those that a viewer sees. */
static pc_view_page make_page(const double *boxes, int turn) {
  const double *media = boxes, *trim = boxes + 4, *bleed = boxes + 8;
  const pc_rect whole = place_box(trim, trim);
  pc_view_page page = {{MAX(whole.w, 1), MAX(whole.h, 1)},
                       place_box(media, trim),
                       place_box(bleed, trim),
                       ((turn % 360) + 360) % 360};
  if (page.turn != 0) {
    const pc_rect shown = page.media;
    const bool is_lying = page.turn % 180 != 0;
    page.trim =
        (pc_size){MAX(1, is_lying ? shown.h : shown.w), MAX(1, is_lying ? shown.w : shown.h)};
    page.media = page.bleed = (pc_rect){0, 0, page.trim.w, page.trim.h};
  }
  return page;
}

/* trims receives a trim box for each page. */
static void read_pages(pc_view *view, GVariant *pages, GArray *trims) {
  for (gsize i = 0; i < g_variant_n_children(pages); i++) {
    g_autoptr(GVariant) child = g_variant_get_child_value(pages, i);
    g_autoptr(GVariant) numbers = g_variant_get_child_value(child, 0);
    gsize count = 0;
    const double *boxes = g_variant_get_fixed_array(numbers, &count, sizeof(double));
    int turn = 0;
    g_variant_get_child(child, 1, "i", &turn);
    if (count != PC_SEEN_BOXES)
      continue;
    const pc_view_page page = make_page(boxes, turn);
    g_array_append_val(view->pages, page);
    g_array_append_vals(trims, boxes + 4, 4);
  }
}

static const char *name_figure(pc_view *view, const char *alt) {
  return pc_view_keep(view, alt[0] != '\0' ? alt : "figure");
}

static void read_marks(pc_view *view, GVariant *marks, const GArray *trims, pc_seen_kind wanted) {
  GVariantIter iter;
  int kind = 0, page = 0, number = 0;
  const char *text = NULL;
  double box[4];
  g_variant_iter_init(&iter, marks);
  while (g_variant_iter_next(&iter, "(iii&s(dddd))", &kind, &page, &number, &text, &box[0], &box[1],
                             &box[2], &box[3])) {
    if ((pc_seen_kind)kind != wanted || page < 0 || page >= (int)view->pages->len ||
        pc_view_page_at(view, page)->turn != 0)
      continue;
    pc_rect rect = place_box(box, &g_array_index(trims, double, 4 * page));
    if (!pc_view_clip(view, page, &rect))
      continue;
    if (wanted == PC_SEEN_PANEL) {
      pc_region *region = pc_view_add_region(view, page, rect);
      region->number = number;
      region->title = text[0] != '\0' ? pc_view_keep(view, text) : NULL;
    } else {
      pc_view_add_figure(pc_view_find_region(view, page, rect),
                         (pc_seen_figure){name_figure(view, text), rect, page});
    }
  }
}

static void report_end(pc_seen_end end, const char *file, pc_diags *diags) {
  static const struct {
    pc_code code;
    const char *fact, *hint;
  } reports[] = {
      [PC_SEEN_LOCKED] = {PC_SYNTAX, "the file is protected with a password",
                          "save it without a password"},
      [PC_SEEN_DAMAGED] = {PC_SYNTAX, "the file is damaged or cut off",
                           "export it again, or copy it again"},
      [PC_SEEN_TOO_MUCH] = {PC_LIMIT, "the file takes too much time or memory to be looked through",
                            "simplify it, or save each page as a file of its own"},
  };
  const int which = CLAMP((int)end, PC_SEEN_LOCKED, PC_SEEN_TOO_MUCH);
  PC_REPORT_HINT(diags, ((pc_place){g_intern_string(file), 0, 0}), reports[which].code,
                 reports[which].hint, "%s", reports[which].fact);
}

static pc_view *read_seen(GVariant *seen, GBytes *bytes, const char *file) {
  g_autoptr(GVariant) traits = g_variant_get_child_value(seen, 0);
  g_autoptr(GVariant) pages = g_variant_get_child_value(seen, 1);
  g_autoptr(GVariant) marks = g_variant_get_child_value(seen, 2);
  g_autoptr(GArray) trims = g_array_new(FALSE, FALSE, sizeof(double));
  pc_view *view = pc_view_new(file);
  view->pdf = g_bytes_ref(bytes);
  read_traits(view, traits);
  read_pages(view, pages, trims);
  read_marks(view, marks, trims, PC_SEEN_PANEL);
  pc_view_close(view);
  read_marks(view, marks, trims, PC_SEEN_FIGURE);
  return view;
}

/* A panel's number is no word of it: other panels before it change it. */
static void take_number(void *data, void *user) {
  (void)user;
  pc_region *region = data;
  const pc_token *first = (const pc_token *)(const void *)region->tokens->data;
  g_autofree char *number = g_strdup_printf("%d", region->number);
  if (region->number == 0 || region->tokens->len == 0 || strcmp(first->text, number) != 0)
    return;
  region->number_rect = pc_rect_inset(first->rect, -first->rect.h / 2);
  g_array_remove_index(region->tokens, 0);
}

pc_view *pc_view_read_pdf(GBytes *bytes, const char *file, pc_diags *diags) {
  pc_seen_end end = PC_SEEN_READ;
  g_autoptr(GVariant) seen = pc_seen_pdf_read(bytes, &end);
  if (seen == NULL) {
    report_end(end, file, diags);
    return NULL;
  }
  g_autoptr(pc_view) view = read_seen(seen, bytes, file);
  if (view->pages->len < 1 || view->pages->len > MAX_PAGES) {
    PC_REPORT_HINT(diags, ((pc_place){view->file, 0, 0}), PC_LIMIT,
                   "save the pages that matter as a file of their own",
                   "the file has %u pages; at most %d are compared", view->pages->len, MAX_PAGES);
    return NULL;
  }
  if (!pc_view_read_words(view, diags))
    return NULL;
  g_ptr_array_foreach(view->regions, take_number, NULL);
  return g_steal_pointer(&view);
}
