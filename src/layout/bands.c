/* bands.c - the header and the footer: title, people, logos.  Layer: layout. */
#include "layout/bands.h"

#include <math.h>

#include "base/translate.h"
#include "doc/lang.h"
#include "figure/look.h"
#include "layout/bandplan.h"
#include "layout/fit.h"
#include "layout/grid.h"
#include "layout/owntext.h"
#include "layout/type.h"
#include "text/textbox.h"

/* Names stand in so many lines at most. */
static const int name_rows = 4;
/* A band takes so much of a sheet's height and shrinks to the first share of its size for it; where
 * that is not enough it becomes higher, and where that is not, still smaller. */
static const double band_usual = 0.14;
static const double band_usual_least = 0.65;
static const double band_most = 0.35;
static const double band_least = 0.3;
/* From here on a ground is dark. */
static const double dark_contrast = 3;
/* 1em, of the sheet's short side at most: 36 pt on A0. */
static const double em_of_short_side = 36 / 2384.0;
/* Room above and below the text, of the margin; of a height that the author gave at most. */
static const double margin_share = 0.85;
static const double padding_most = 0.2;

#define BIT(item) (1u << (item))

/* Steps of the scale of type: docs/typography.md. */
static const pc_item_row header_items[PC_N_BAND_ITEMS] = {
    [PC_BAND_TITLE] = {0, 1.25, 0, true, false},
    [PC_BAND_SUBTITLE] = {1.45, 1.35, 0.6, true, false},
    [PC_BAND_EVENT] = {1, 1.4, 0.7, true, false},
    [PC_BAND_DATE] = {1, 1.4, 0.5, true, true},
    [PC_BAND_AUTHORS] = {1.2, 1.4, 0.6, true, false},
    [PC_BAND_AFFILIATIONS] = {1, 1.4, 0.7, true, false},
    [PC_BAND_READING] = {0.8, 1.4, 0.5, true, false},
};

static const pc_item_row footer_items[PC_N_BAND_ITEMS] = {
    [PC_BAND_TITLE] = {0.8, 1.4, 0.4, false, false},
    [PC_BAND_SUBTITLE] = {0.8, 1.4, 0.4, false, true},
    [PC_BAND_EVENT] = {0.8, 1.4, 0.4, false, true},
    [PC_BAND_DATE] = {0.8, 1.4, 0.4, false, true},
    [PC_BAND_AUTHORS] = {0.8, 1.4, 0.4, false, true},
    [PC_BAND_AFFILIATIONS] = {0.8, 1.4, 0.4, false, true},
    [PC_BAND_READING] = {0.8, 1.4, 0.4, false, true},
};

#define PEOPLE (BIT(PC_BAND_AUTHORS) | BIT(PC_BAND_AFFILIATIONS))
static const unsigned header_side =
    PEOPLE | BIT(PC_BAND_EVENT) | BIT(PC_BAND_DATE) | BIT(PC_BAND_READING);

/* In which order numbers are read, by the flow of the grid; NONE: `areas` decide. */
#define FLOW_NONE 4
static const char *const japanese_readings[] = {
    [PC_FLOW_Z] = "番号の順にお読みください（左上から右下へ）",
    [PC_FLOW_N] = "番号の順にお読みください（左の列から、上から下へ）",
    [PC_FLOW_Z_RTL] = "番号の順にお読みください（右上から左下へ）",
    [PC_FLOW_N_RTL] = "番号の順にお読みください（右の列から、上から下へ）",
    [FLOW_NONE] = "番号の順にお読みください",
};
static const char *const english_readings[] = {
    [PC_FLOW_Z] = "Read the panels by their numbers, row by row from the top left",
    [PC_FLOW_N] = "Read the panels by their numbers, column by column from the left",
    [PC_FLOW_Z_RTL] = "Read the panels by their numbers, row by row from the top right",
    [PC_FLOW_N_RTL] = "Read the panels by their numbers, column by column from the right",
    [FLOW_NONE] = "Read the panels by their numbers",
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

static const pc_rich *make_reading(const pc_band_plan *plan) {
  const pc_doc *doc = plan->layout->doc;
  const int flow = doc->grid.areas != NULL ? FLOW_NONE : (int)doc->grid.flow;
  const bool is_japanese = pc_lang_is_japanese(doc->lang);
  const char *text = is_japanese ? japanese_readings[flow] : english_readings[flow];
  return pc_owntext_new(plan->layout, text, (pc_place){doc->file, 0, 0});
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
    else if (item == PC_BAND_READING)
      shape_text(plan, item, make_reading(plan), measurer, diags);
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

static bool is_ruled(const pc_panel_style *style) {
  return style->border.role != PC_ROLE_NONE && style->border.a > 0;
}

/* Above and below the text of a header; without a ground its lower margin is the grid's gap, and
 * half of the other to a rule. */
static pc_extent header_padding(const pc_band_plan *plan) {
  const pc_doc *doc = plan->layout->doc;
  pc_um em = pc_um_from_pt(plan->em_pt);
  pc_um own = pc_length_um(plan->style->padding, em, doc->page.width);
  pc_um above = MAX(own, (pc_um)(doc->page.margin * margin_share));
  pc_um below = is_filled(plan->style) ? above : is_ruled(plan->style) ? above / 2 : 0;
  return (pc_extent){MAX(above, PC_GRID_SAFE), below};
}

static pc_extent footer_padding(const pc_band_plan *plan) {
  const pc_doc *doc = plan->layout->doc;
  pc_um em = pc_um_from_pt(plan->em_pt);
  if (!is_filled(plan->style))
    return (pc_extent){0, MAX(doc->page.margin / 2, PC_GRID_SAFE)};
  pc_um own = pc_length_um(plan->style->padding, em, doc->page.width);
  return (pc_extent){own, MAX(own, PC_GRID_SAFE)};
}

typedef struct band_trial {
  const pc_band_plan *plan;
  pc_um room;
} band_trial;

static bool form_fits(double em_pt, void *user) {
  const band_trial *trial = user;
  pc_band_form form = pc_bandplan_form(trial->plan, em_pt, trial->room);
  return pc_bandplan_height(trial->plan, &form) <= trial->room &&
         pc_bandplan_is_sound(trial->plan, &form);
}

/* The largest form between two shares of the usual em; false: even the smallest is too high. */
static bool find_form(const pc_band_plan *plan, pc_um room, const double shares[2],
                      pc_band_form *form) {
  band_trial trial = {plan, room};
  const double most = plan->em_pt * shares[1];
  if (form_fits(most, &trial)) {
    *form = pc_bandplan_form(plan, most, room);
    return true;
  }
  pc_fit_range range = pc_fit_range_make(plan->em_pt * shares[0], most);
  int best = pc_fit_search(&range, form_fits, &trial);
  *form = pc_bandplan_form(plan, pc_fit_range_size(&range, MAX(best, 0)), room);
  return best >= 0;
}

/* The room of a band, padding included. */
typedef struct band_room {
  pc_um height;
  pc_extent padding;
  bool is_given;
} band_room;

static pc_extent limit_padding(pc_extent padding, pc_um limit) {
  pc_um most = (pc_um)(limit * padding_most);
  return (pc_extent){MIN(padding.start, most), MIN(padding.length, most)};
}

static band_room find_room(const pc_band_plan *plan, pc_extent padding, double share) {
  const pc_doc *doc = plan->layout->doc;
  band_room room = {.is_given = plan->band->height.unit != PC_UNIT_AUTO};
  room.height = room.is_given
                    ? pc_length_um(plan->band->height, pc_um_from_pt(plan->em_pt), doc->page.height)
                    : (pc_um)(doc->page.height * share);
  room.padding = limit_padding(padding, room.height);
  return room;
}

static pc_um inner_room(const band_room *room) {
  return MAX(0, room->height - room->padding.start - room->padding.length);
}

/* In the usual height, or higher, or smaller. */
static bool choose_form(const pc_band_plan *plan, pc_extent padding, band_room *room,
                        pc_band_form *form) {
  const double usual[] = {band_usual_least, 1}, small[] = {band_least, band_usual_least};
  *room = find_room(plan, padding, band_usual);
  if (find_form(plan, inner_room(room), usual, form))
    return true;
  *room = find_room(plan, padding, band_most);
  return find_form(plan, inner_room(room), small, form);
}

static void report_overflow(const pc_band_plan *plan, const char *name, pc_um over,
                            pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  pc_place at = {doc->file, 0, 0};
  if (plan->texts->len > 0)
    at = pc_paragraph_rich(g_array_index(plan->texts, pc_band_text, 0).text)->at;
  g_autofree char *hint = g_strdup_printf(_("shorten its texts, or give `%s.height` %.0f mm more"),
                                          name, ceil(pc_um_to_mm(MAX(over, 1000))));
  PC_REPORT_HINT(diags, at, PC_OVERFLOW, hint, "the texts of the %s do not fit, even very small",
                 name);
}

/* Sets the band and returns its height. */
static pc_um place_band(pc_band_plan *plan, pc_extent padding, pc_band_box *box, bool is_header,
                        const pc_layout_options *options, pc_diags *diags) {
  const pc_doc *doc = plan->layout->doc;
  band_room room;
  pc_band_form form;
  bool fits = choose_form(plan, padding, &room, &form);
  pc_um inner = pc_bandplan_height(plan, &form), most = inner_room(&room);
  if (!fits && !options->draft)
    report_overflow(plan, is_header ? "header" : "footer", inner - most, diags);
  padding = room.padding;
  pc_um height = room.is_given ? room.height : inner + padding.start + padding.length;
  pc_um top = is_header ? 0 : doc->page.height - height;
  box->shown = true;
  box->rect = (pc_rect){0, top, doc->page.width, height};
  pc_extent y = {top + padding.start, room.is_given ? MAX(most, inner) : inner};
  pc_bandplan_place(plan, &form, y, box);
  return height;
}

/* On a dark ground logos stand on a light plate: most are drawn for white paper. */
static bool is_dark(const pc_theme *theme, const pc_panel_style *style) {
  const pc_look look = pc_look_resolve_band(theme, style);
  return pc_color_contrast(theme->colors.panel, look.ground) >= dark_contrast;
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
                        .has_plate = is_dark(&doc->theme, style),
                        .em_pt = find_em(doc),
                        .least_pt = pc_type_least(&doc->page),
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
  plan.side = header_side;
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
  const bool has_reading = (doc->footer.items & BIT(PC_BAND_READING)) != 0;
  plan.side = has_reading ? BIT(PC_BAND_READING) : PEOPLE | BIT(PC_BAND_DATE);
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
