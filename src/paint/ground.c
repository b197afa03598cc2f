/* ground.c - what lies under the text: page, bands, panels, bars and badges.  Layer: paint. */
#include "paint/ground.h"

#include <math.h>

#include "layout/grid.h"

/* Of the common body size, so that panels beside each other match: the bar on the upper edge, and
 * the rule under a heading. */
static const double bar_em = 0.16;
static const double underline_em = 0.1;
static const double underline_gap_em = 0.15;
/* Of the body's em, too: how far a number's corner reaches beyond its digits, and the line of a
 * box. */
static const double corner_reach_em = 0.12;
static const double box_line_em = 0.05;
/* The plate under logos is so much higher than the radius of its corners. */
static const pc_um plate_corner = 16;

/* A panel as its text sees it: one whose lines run downwards is turned, and its upper edge is the
 * right one on paper. */
typedef struct panel_area {
  pc_display *display;
  const pc_panel *panel;
  const pc_look *look;
  bool turned;
  pc_rect rect; /* the panel's, into the bleed where it touches the trim */
  pc_rect edge; /* without bleed */
  pc_um radius, em;
} panel_area;

typedef void (*paint_part_func)(const panel_area *area);

static bool is_painted(pc_color color) {
  return color.role != PC_ROLE_NONE && color.a > 0;
}

static void fill_rect(pc_display *display, pc_place at, pc_rect rect, pc_um radius,
                      pc_color color) {
  if (!is_painted(color) || rect.w <= 0 || rect.h <= 0)
    return;
  pc_display_begin_path(display);
  pc_display_rect(display, rect, radius);
  pc_display_fill(display, at, color);
}

static pc_rect see_rect(const panel_area *area, pc_rect on_paper) {
  return area->turned ? pc_rect_turn_back(on_paper, area->panel->rect) : on_paper;
}

static pc_point put_point(const panel_area *area, pc_point point) {
  return area->turned ? pc_point_turn(point, area->panel->rect) : point;
}

static void fill_part(const panel_area *area, pc_place at, pc_rect rect, pc_um radius,
                      pc_color color) {
  const pc_rect on_paper = area->turned ? pc_rect_turn(rect, area->panel->rect) : rect;
  fill_rect(area->display, at, on_paper, radius, color);
}

/* The arc of a rounded corner from depth below the top up to the top edge, or back down.  A cubic
 * follows an arc of angle t with handles of 4/3 tan(t/4) radii. */
static void add_corner(const panel_area *area, double angle, bool is_left) {
  double r = area->radius, side = is_left ? -1 : 1;
  double cx = is_left ? area->rect.x + r : area->rect.x + area->rect.w - r;
  double cy = area->rect.y + r, k = 4.0 / 3 * tan(angle / 4) * r;
  pc_point low = {(pc_um)lround(cx + side * r * sin(angle)), (pc_um)lround(cy - r * cos(angle))};
  pc_point low_handle = {(pc_um)lround(cx + side * (r * sin(angle) - k * cos(angle))),
                         (pc_um)lround(cy - r * cos(angle) - k * sin(angle))};
  pc_point top_handle = {(pc_um)lround(cx + side * k), area->rect.y};
  pc_point top = {(pc_um)lround(cx), area->rect.y};
  const pc_point way[] = {put_point(area, low), put_point(area, low_handle),
                          put_point(area, top_handle), put_point(area, top)};
  if (is_left) {
    pc_display_move(area->display, way[0]);
    pc_display_curve(area->display, way[1], way[2], way[3]);
    return;
  }
  pc_display_line(area->display, way[3]);
  pc_display_curve(area->display, way[2], way[1], way[0]);
}

/* The upper part of the rounded panel, as deep as given. */
static void fill_top(const panel_area *area, pc_um depth, pc_color color) {
  pc_um bottom = area->rect.y + depth;
  double angle = G_PI / 2;
  if (depth < area->radius)
    angle = acos(1 - (double)depth / area->radius);
  pc_display_begin_path(area->display);
  add_corner(area, angle, true);
  add_corner(area, angle, false);
  if (depth > area->radius) {
    const pc_um right = area->rect.x + area->rect.w;
    pc_display_line(area->display, put_point(area, (pc_point){right, bottom}));
    pc_display_line(area->display, put_point(area, (pc_point){area->rect.x, bottom}));
  }
  pc_display_close(area->display);
  pc_display_fill(area->display, area->panel->slide->at, color);
}

static void paint_heading_bar(const panel_area *area) {
  pc_um bleed_above = area->edge.y - area->rect.y;
  fill_top(area, (pc_um)lround(bar_em * area->em) + bleed_above, area->look->accent);
}

static void paint_heading_underline(const panel_area *area) {
  const pc_box *heading = pc_panel_find_heading(area->panel);
  if (heading == NULL)
    return;
  pc_rect rule = see_rect(area, heading->rect);
  rule.y += rule.h + (pc_um)lround(underline_gap_em * area->em);
  rule.h = (pc_um)lround(underline_em * area->em);
  fill_part(area, heading->block->at, rule, 0, area->look->accent);
}

/* As much ground below the heading as above it, but not into the text that follows. */
static void paint_heading_tab(const panel_area *area) {
  const pc_box *heading = pc_panel_find_heading(area->panel);
  if (heading == NULL)
    return;
  const pc_rect rect = see_rect(area, heading->rect);
  pc_um bottom = rect.y + rect.h;
  pc_um above = rect.y - area->edge.y;
  pc_um below = above;
  if (area->panel->n_boxes > 1)
    below = (see_rect(area, area->panel->boxes[1].rect).y - bottom) / 2;
  fill_top(area, bottom + CLAMP(below, 0, above) - area->rect.y, area->look->accent);
}

static void paint_badge_disc(const panel_area *area) {
  pc_rect rect = area->panel->badge;
  pc_display_begin_path(area->display);
  pc_display_circle(area->display, (pc_point){rect.x + rect.w / 2, rect.y + rect.h / 2},
                    MIN(rect.w, rect.h) / 2);
  pc_display_fill(area->display, area->panel->slide->at, area->look->badge);
}

/* Hangs from the panel's upper edge. */
static void paint_badge_tab(const panel_area *area) {
  pc_rect rect = see_rect(area, area->panel->badge);
  rect.h += rect.y - area->edge.y;
  rect.y = area->edge.y;
  fill_part(area, area->panel->slide->at, rect, MIN(rect.w, rect.h) / 8, area->look->badge);
}

/* Fills the panel's corner, and a little more than the digits. */
static void paint_badge_corner(const panel_area *area) {
  const pc_rect badge = see_rect(area, area->panel->badge);
  const pc_um reach = (pc_um)lround(corner_reach_em * area->em);
  panel_area corner = *area;
  corner.rect.w = badge.x + badge.w + reach - area->rect.x;
  corner.radius = MIN(area->radius, corner.rect.w / 2);
  fill_top(&corner, badge.y + badge.h + reach - area->rect.y, area->look->badge);
}

static void paint_badge_box(const panel_area *area) {
  const pc_um width = MAX((pc_um)lround(box_line_em * area->em), pc_um_from_pt(0.25));
  pc_display_begin_path(area->display);
  pc_display_rect(area->display, pc_rect_inset(area->panel->badge, width / 2), 0);
  pc_display_stroke(area->display, area->panel->slide->at, area->look->badge, width, 0);
}

static const paint_part_func headings[] = {
    [PC_HEADING_BAR] = paint_heading_bar,
    [PC_HEADING_UNDERLINE] = paint_heading_underline,
    [PC_HEADING_TAB] = paint_heading_tab,
    [PC_HEADING_PLAIN] = NULL,
};

static const paint_part_func badges[] = {
    [PC_NUMBER_BADGE] = paint_badge_disc,
    [PC_NUMBER_TAB] = paint_badge_tab,
    [PC_NUMBER_CORNER] = paint_badge_corner,
    [PC_NUMBER_BOX] = paint_badge_box,
    [PC_NUMBER_NONE] = NULL,
};

static pc_um resolve_radius(const pc_panel *panel, pc_um em) {
  pc_um shorter = MIN(panel->rect.w, panel->rect.h);
  return CLAMP(pc_length_um(panel->slide->style.radius, em, shorter), 0, shorter / 2);
}

bool pc_paint_panel_clip(pc_display *display, const pc_layout *layout, const pc_panel *panel) {
  pc_um radius = resolve_radius(panel, pc_um_from_pt(layout->body_pt));
  if (radius <= 0)
    return false;
  pc_display_begin_path(display);
  pc_display_rect(display, pc_grid_reach_bleed(panel->rect, &layout->doc->page), radius);
  pc_display_clip(display, panel->slide->at);
  return true;
}

/* Inside the panel, so that neighbours keep their gap. */
void pc_paint_panel_border(pc_display *display, const pc_layout *layout, const pc_panel *panel) {
  const pc_panel_style *style = &panel->slide->style;
  const pc_um em = pc_um_from_pt(layout->body_pt);
  pc_um width = pc_length_um(style->border_width, em, panel->rect.w);
  if (!is_painted(style->border) || width <= 0)
    return;
  width = MAX(width, pc_um_from_pt(0.25));
  pc_display_begin_path(display);
  pc_display_rect(display, pc_rect_inset(panel->rect, width / 2),
                  MAX(resolve_radius(panel, em) - width / 2, 0));
  pc_display_stroke(display, panel->slide->at, style->border, width, 0);
}

void pc_paint_paper(pc_display *display, const pc_doc *doc) {
  pc_rect trim = {0, 0, doc->page.width, doc->page.height};
  fill_rect(display, (pc_place){doc->file, 0, 0}, pc_grid_reach_bleed(trim, &doc->page), 0,
            doc->theme.colors.paper);
}

/* Where the band ends and the panels begin: as wide as the band's ground, or as the panels. */
static void paint_band_rule(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                            const pc_panel_style *style, pc_place at) {
  const pc_um em = pc_um_from_pt(pc_length_pt(doc->theme.sizes.body.max, 0));
  const bool is_header = style == &doc->theme.header;
  pc_rect rule = band->rect;
  rule.h = MAX(pc_length_um(style->border_width, em, band->rect.h), pc_um_from_pt(0.25));
  if (is_header)
    rule.y += band->rect.h - rule.h;
  if (!is_painted(style->fill)) {
    rule.x += doc->page.margin;
    rule.w -= 2 * doc->page.margin;
  } else {
    rule.x = -doc->page.bleed;
    rule.w = doc->page.width + 2 * doc->page.bleed;
  }
  fill_rect(display, at, rule, 0, pc_look_resolve_color(&doc->theme.colors, style->border));
}

void pc_paint_band_ground(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                          const pc_panel_style *style) {
  if (!band->shown)
    return;
  pc_place at = doc->title != NULL ? doc->title->at : (pc_place){doc->file, 0, 0};
  fill_rect(display, at, pc_grid_reach_bleed(band->rect, &doc->page), 0,
            pc_look_resolve_color(&doc->theme.colors, style->fill));
  fill_rect(display, at, band->logo_plate, band->logo_plate.h / plate_corner,
            doc->theme.colors.panel);
  paint_band_rule(display, doc, band, style, at);
}

static panel_area see_panel(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                            const pc_look *look) {
  pc_um em = pc_um_from_pt(layout->body_pt);
  panel_area area = {.display = display,
                     .panel = panel,
                     .look = look,
                     .turned = panel->slide->writing == PC_WRITING_VERTICAL,
                     .radius = resolve_radius(panel, em),
                     .em = em};
  area.rect = see_rect(&area, pc_grid_reach_bleed(panel->rect, &layout->doc->page));
  area.edge = see_rect(&area, panel->rect);
  return area;
}

void pc_paint_panel_ground(pc_display *display, const pc_layout *layout, const pc_panel *panel) {
  fill_rect(display, panel->slide->at, pc_grid_reach_bleed(panel->rect, &layout->doc->page),
            resolve_radius(panel, pc_um_from_pt(layout->body_pt)), panel->slide->style.fill);
}

void pc_paint_panel_frame(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                          const pc_look *look) {
  const pc_panel_style *style = &panel->slide->style;
  const panel_area area = see_panel(display, layout, panel, look);
  pc_paint_panel_border(display, layout, panel);
  if (headings[style->heading] != NULL)
    headings[style->heading](&area);
  if (badges[style->number] != NULL && panel->number.lines != NULL)
    badges[style->number](&area);
}
