/* bands.c - the header and the footer: title, people, logos.  Layer: layout. */
#include "layout/bands.h"

#include <math.h>

#include "layout/bandplan.h"
#include "layout/fit.h"
#include "layout/grid.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* Names stand in so many lines at most. */
static const int name_rows = 4;
/* The band itself may shrink to this share before it is too full, and may take so much of a sheet.
 */
static const double band_least = 0.3;
static const double band_most = 0.35;
/* 1em, of the sheet's short side at most: 36 pt on A0. */
static const double em_of_short_side = 36 / 2384.0;
/* Room above and below the text, of the margin; of a height that the author gave at most. */
static const double margin_share = 0.85;
static const double padding_most = 0.2;

static const pc_item_row header_items[PC_N_BAND_ITEMS] = {
    [PC_BAND_TITLE] = {0, 1.25, 0, false, true},
    [PC_BAND_SUBTITLE] = {1.5, 1.35, 0.55, false, true},
    [PC_BAND_EVENT] = {1, 1.4, 0.5, true, true},
    [PC_BAND_DATE] = {1, 1.4, 0.5, true, true},
    [PC_BAND_AUTHORS] = {1.15, 1.4, 0.5, true, true},
    [PC_BAND_AFFILIATIONS] = {1, 1.4, 0.5, true, true},
};

static const pc_item_row footer_items[PC_N_BAND_ITEMS] = {
    [PC_BAND_TITLE] = {0.8, 1.4, 0.4, false, false},
    [PC_BAND_SUBTITLE] = {0.8, 1.4, 0.4, false, false},
    [PC_BAND_EVENT] = {0.8, 1.4, 0.4, false, false},
    [PC_BAND_DATE] = {0.8, 1.4, 0.4, true, false},
    [PC_BAND_AUTHORS] = {0.8, 1.4, 0.4, true, false},
    [PC_BAND_AFFILIATIONS] = {0.8, 1.4, 0.4, true, false},
};

static void shape_text(pc_band_plan *plan, pc_band_item item, const pc_rich *rich,
                       pc_measurer *measurer, pc_diags *diags) {
  if (rich == NULL)
    return;
  bool is_title = item == PC_BAND_TITLE;
  pc_text_style style = {.face = is_title ? PC_FACE_HEADING : PC_FACE_BODY,
                         .bold = is_title,
                         .is_heading = plan->items[item].is_heading,
                         .rules = &plan->layout->doc->theme.text};
  pc_band_text text = {item, pc_paragraph_new(measurer, rich, &style, diags)};
  g_ptr_array_add(plan->layout->paragraphs, text.text);
  g_array_append_val(plan->texts, text);
}

/* A long list goes several names to a line. */
static void shape_names(pc_band_plan *plan, pc_band_item item, pc_measurer *measurer,
                        pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  bool are_authors = item == PC_BAND_AUTHORS;
  int n = are_authors ? doc->n_authors : doc->n_affiliations;
  const pc_rich *const *names = are_authors ? doc->authors : doc->affiliations;
  int each = (n + name_rows - 1) / name_rows;
  for (int first = 0; first < n; first += each) {
    int count = MIN(each, n - first);
    g_autofree const pc_rich **parts = g_new0(const pc_rich *, (gsize)count * 2);
    for (int i = 0; i < count; i++) {
      parts[2 * i] = names[first + i];
      if (i + 1 < count)
        parts[2 * i + 1] = pc_owntext_new(plan->layout, "　", names[first + i]->at);
    }
    const pc_rich *joined =
        count == 1 ? parts[0] : pc_owntext_join(plan->layout, parts, 2 * count - 1);
    shape_text(plan, item, joined, measurer, diags);
  }
}

static void load_logos(pc_band_plan *plan, pc_measurer *measurer, const pc_layout_options *options,
                       pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  for (int i = 0; i < doc->n_logos; i++) {
    pc_image *image = pc_image_load(&(pc_image_request){.folder = doc->folder,
                                                        .file = doc->logos[i].file,
                                                        .allow_outside = options->allow_outside,
                                                        .fonts = pc_measurer_fonts(measurer),
                                                        .checks = plan->layout->checks},
                                    diags);
    if (image == NULL)
      continue;
    g_ptr_array_add(plan->layout->images, image);
    g_ptr_array_add(plan->logos, image);
  }
}

static void shape_items(pc_band_plan *plan, pc_measurer *measurer, const pc_layout_options *options,
                        pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  const pc_rich *const single[] = {[PC_BAND_TITLE] = doc->title,
                                   [PC_BAND_SUBTITLE] = doc->subtitle,
                                   [PC_BAND_EVENT] = doc->event,
                                   [PC_BAND_DATE] = doc->date};
  for (guint item = 0; item < PC_N_BAND_ITEMS; item++) {
    if ((plan->band->items & 1u << item) == 0)
      continue;
    if (item < G_N_ELEMENTS(single))
      shape_text(plan, item, single[item], measurer, diags);
    else if (item == PC_BAND_LOGOS)
      load_logos(plan, measurer, options, diags);
    else
      shape_names(plan, item, measurer, diags);
  }
}

/* 1em of a band: the middle of the sizes permitted, which on A0 makes titles of 70 to 110 pt; a
 * wide range of the author's does not make it larger than the sheet bears. */
static double find_em(const pc_doc *doc) {
  const pc_body_range *body = &doc->theme.sizes.body;
  double least = pc_length_pt(body->min, 0);
  double most = pc_length_pt(body->max, 0);
  double bearable = pc_um_to_pt(MIN(doc->page.width, doc->page.height)) * em_of_short_side;
  return MAX(least, MIN((least + most) / 2, bearable));
}

static bool is_filled(const pc_panel_style *style) {
  return style->fill.role != PC_ROLE_NONE && style->fill.a > 0;
}

/* Above and below the text of a header; without a ground its lower margin is the grid's gap. */
static pc_extent header_padding(const pc_band_plan *plan) {
  const pc_doc *doc = plan->layout->doc;
  pc_um em = pc_um_from_pt(plan->em_pt);
  pc_um own = pc_length_um(plan->style->padding, em, doc->page.width);
  pc_um above = MAX(own, (pc_um)(doc->page.margin * margin_share));
  return (pc_extent){MAX(above, PC_GRID_SAFE), is_filled(plan->style) ? above : 0};
}

static pc_extent footer_padding(const pc_band_plan *plan) {
  const pc_doc *doc = plan->layout->doc;
  pc_um em = pc_um_from_pt(plan->em_pt);
  if (!is_filled(plan->style))
    return (pc_extent){0, MAX(doc->page.margin / 2, PC_GRID_SAFE)};
  pc_um own = pc_length_um(plan->style->padding, em, doc->page.width);
  return (pc_extent){own, MAX(own, PC_GRID_SAFE)};
}

/* The most that the band may take, and whether it takes all of it. */
static pc_um find_limit(const pc_band_plan *plan, bool *is_given) {
  const pc_doc *doc = plan->layout->doc;
  pc_um em = pc_um_from_pt(plan->em_pt);
  *is_given = plan->band->height.unit != PC_UNIT_AUTO;
  return *is_given ? pc_length_um(plan->band->height, em, doc->page.height)
                   : (pc_um)(doc->page.height * band_most);
}

typedef struct band_trial {
  const pc_band_plan *plan;
  pc_um room;
} band_trial;

static bool form_fits(double em_pt, void *user) {
  const band_trial *trial = user;
  pc_band_form form = pc_bandplan_form(trial->plan, em_pt);
  return pc_bandplan_height(trial->plan, &form) <= trial->room &&
         pc_bandplan_is_sound(trial->plan, &form);
}

static pc_band_form find_form(const pc_band_plan *plan, pc_um room, bool *fits) {
  band_trial trial = {plan, room};
  *fits = form_fits(plan->em_pt, &trial);
  if (*fits)
    return pc_bandplan_form(plan, plan->em_pt);
  pc_fit_range range = pc_fit_range_make(plan->em_pt * band_least, plan->em_pt);
  int best = pc_fit_search(&range, form_fits, &trial);
  *fits = best >= 0;
  return pc_bandplan_form(plan, pc_fit_range_size(&range, MAX(best, 0)));
}

static void report_overflow(const pc_band_plan *plan, const char *name, pc_um over,
                            pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  pc_place at = {doc->file, 0, 0};
  if (plan->texts->len > 0)
    at = pc_paragraph_rich(g_array_index(plan->texts, pc_band_text, 0).text)->at;
  g_autofree char *hint = g_strdup_printf("shorten its texts, or give `%s.height` %.0f mm more",
                                          name, ceil(pc_um_to_mm(MAX(over, 1000))));
  PC_REPORT_HINT(diags, at, PC_OVERFLOW, hint, "the texts of the %s do not fit, even very small",
                 name);
}

static pc_extent limit_padding(pc_extent padding, pc_um limit) {
  pc_um most = (pc_um)(limit * padding_most);
  return (pc_extent){MIN(padding.start, most), MIN(padding.length, most)};
}

/* Sets the band and returns its height. */
static pc_um place_band(pc_band_plan *plan, pc_extent padding, pc_band_box *box, bool is_header,
                        const pc_layout_options *options, pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  bool is_given = false;
  pc_um limit = find_limit(plan, &is_given);
  padding = limit_padding(padding, limit);
  pc_um room = MAX(0, limit - padding.start - padding.length);
  bool fits = false;
  pc_band_form form = find_form(plan, room, &fits);
  pc_um inner = pc_bandplan_height(plan, &form);
  if (!fits && !options->draft)
    report_overflow(plan, is_header ? "header" : "footer", inner - room, diags);
  pc_um height = is_given ? limit : inner + padding.start + padding.length;
  pc_um top = is_header ? 0 : doc->page.height - height;
  box->shown = true;
  box->rect = (pc_rect){0, top, doc->page.width, height};
  pc_extent y = {top + padding.start, is_given ? MAX(room, inner) : inner};
  pc_bandplan_place(plan, &form, y, box);
  return height;
}

static pc_band_plan make_plan(pc_layout *layout, const pc_band *band, const pc_panel_style *style,
                              const pc_item_row *items) {
  const pc_doc *doc = layout->doc;
  pc_um margin = MAX(doc->page.margin, PC_GRID_SAFE);
  return (pc_band_plan){.layout = layout,
                        .band = band,
                        .style = style,
                        .items = items,
                        .texts = g_array_new(FALSE, FALSE, sizeof(pc_band_text)),
                        .logos = g_ptr_array_new(),
                        .em_pt = find_em(doc),
                        .x = margin,
                        .width = doc->page.width - 2 * margin};
}

static void clear_plan(pc_band_plan *plan) {
  g_array_unref(plan->texts);
  g_ptr_array_unref(plan->logos);
}

void pc_header_place(pc_layout *layout, pc_measurer *measurer, const pc_layout_options *options,
                     pc_diags *diags) {
  const pc_doc *doc = layout->doc;
  if (!doc->header.shown)
    return;
  pc_band_plan plan = make_plan(layout, &doc->header, &doc->theme.header, header_items);
  shape_items(&plan, measurer, options, diags);
  place_band(&plan, header_padding(&plan), &layout->header, true, options, diags);
  clear_plan(&plan);
}

void pc_footer_place(pc_layout *layout, pc_measurer *measurer, const pc_layout_options *options,
                     pc_diags *diags) {
  const pc_doc *doc = layout->doc;
  if (!doc->footer.shown)
    return;
  pc_band_plan plan = make_plan(layout, &doc->footer, &doc->theme.footer, footer_items);
  shape_items(&plan, measurer, options, diags);
  place_band(&plan, footer_padding(&plan), &layout->footer, false, options, diags);
  clear_plan(&plan);
}

void pc_band_clear(pc_band_box *band) {
  for (int i = 0; i < band->n_texts; i++)
    pc_text_box_clear(&band->texts[i]);
  g_free(band->texts);
  g_free((gpointer)band->items);
  g_free(band->logos);
  g_free(band->logo_rects);
  *band = (pc_band_box){0};
}

pc_rect pc_bands_area(const pc_layout *layout) {
  const pc_page *page = &layout->doc->page;
  pc_um gap = MAX(0, pc_length_um(layout->doc->grid.gap, 0, page->width));
  pc_um top = layout->header.shown ? layout->header.rect.h + gap : page->margin;
  pc_um bottom = layout->footer.shown ? layout->footer.rect.h + gap : page->margin;
  return (pc_rect){page->margin, top, page->width - 2 * page->margin, page->height - top - bottom};
}
