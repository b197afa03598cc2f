/* look.c - the colours that a panel or a band really gets.  Layer: figure. */
#include "figure/look.h"

/* WCAG 2.1, 1.4.11. */
static const double graphic_contrast = 3.0;
/* Areas are seen from here on; what they mean stands in words beside them. */
static const double area_contrast = 1.6;

const pc_drawn_form pc_drawn = {.edge = 0.06,
                                .line = 0.09,
                                .head = 0.7,
                                .head_half = 0.3,
                                .corner = 0.4,
                                .frame_corner = 0.6,
                                .tint = 0.12,
                                .frame_tint = 0.13};
/* 0.25 pt, the thinnest line that is printed (SPEC 9). */
static const pc_um hairline = 89;

static const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1};
static const pc_color black = {.a = 1};

static bool is_painted(pc_color color) {
  return color.role != PC_ROLE_NONE && color.a > 0;
}

/* color as it looks over an opaque ground. */
static pc_color lay_over(pc_color color, pc_color ground) {
  if (!is_painted(color))
    return ground;
  return color.a >= 1 ? color : pc_color_mix(color, ground, color.a);
}

/* The first that reaches the contrast, or the one that comes nearest. */
static pc_color find_readable(pc_color ground, const pc_color *inks, int count, double contrast) {
  pc_color best = inks[0];
  for (int i = 0; i < count; i++) {
    if (pc_color_contrast(inks[i], ground) >= contrast)
      return inks[i];
    if (pc_color_contrast(inks[i], ground) > pc_color_contrast(best, ground))
      best = inks[i];
  }
  return best;
}

/* Black or white always reaches 4.5:1; the theme's own colours come first. */
static pc_color find_ink_on(pc_color ground, const pc_look *look) {
  const pc_color own[] = {look->ground, look->colors->paper, look->ink, black, white};
  return find_readable(ground, own, G_N_ELEMENTS(own), look->contrast);
}

/* A share of color over the ground, less where ink could not be read on so much. */
static pc_color mix_under(pc_color ink, pc_color color, pc_color ground, double share,
                          double contrast) {
  const int steps = 8;
  for (int left = steps; left > 0; left--) {
    const pc_color mixed = pc_color_mix(color, ground, share * left / steps);
    if (pc_color_contrast(ink, mixed) >= contrast)
      return mixed;
  }
  return ground;
}

static void resolve_marks(pc_look *look) {
  const pc_theme_colors *colors = look->colors;
  const pc_color ink = look->ink, ground = look->ground;
  const pc_color accents[] = {look->accent, colors->accent2, colors->accent, ink};
  look->emphasis = find_readable(ground, accents, G_N_ELEMENTS(accents), look->contrast);
  look->highlight = mix_under(ink, colors->accent2, ground, 0.25, look->contrast);
  look->code = mix_under(ink, ink, ground, 0.08, look->contrast);
  look->header_cell = mix_under(ink, look->accent, ground, 0.14, look->contrast);
}

/* On a tab the badge stands on the accent, and is painted the other way round.  A box has no ground
 * of its own. */
static void resolve_heading(pc_look *look, bool on_tab, bool is_box) {
  pc_color on_accent = find_ink_on(look->accent, look);
  look->heading_ink = on_tab ? on_accent : look->ink;
  look->heading_code =
      on_tab ? mix_under(on_accent, on_accent, look->accent, 0.15, look->contrast) : look->code;
  look->badge = on_tab ? on_accent : look->accent;
  look->badge_ink = on_tab ? look->accent : on_accent;
  if (is_box)
    look->badge = look->badge_ink = on_tab ? on_accent : look->emphasis;
}

static pc_look resolve_look(const pc_theme *theme, const pc_panel_style *style, bool on_tab) {
  const pc_theme_colors *colors = &theme->colors;
  pc_look look = {.ground = lay_over(style->fill, colors->paper),
                  .contrast = theme->contrast,
                  .colors = colors};
  look.ink = lay_over(style->ink, look.ground);
  look.accent = is_painted(style->accent) ? lay_over(style->accent, look.ground) : look.ink;
  const pc_color faint[] = {colors->muted, look.ink};
  look.muted = find_readable(look.ground, faint, G_N_ELEMENTS(faint), look.contrast);
  look.rule = is_painted(style->border) ? style->border : colors->border;
  resolve_marks(&look);
  resolve_heading(&look, on_tab, style->number == PC_NUMBER_BOX);
  return look;
}

pc_color pc_look_resolve_color(const pc_theme_colors *colors, pc_color color) {
  const pc_color by_role[PC_N_ROLES] = {
      [PC_ROLE_LITERAL] = color,         [PC_ROLE_NONE] = color,
      [PC_ROLE_PAPER] = colors->paper,   [PC_ROLE_INK] = colors->ink,
      [PC_ROLE_ACCENT] = colors->accent, [PC_ROLE_ACCENT2] = colors->accent2,
      [PC_ROLE_MUTED] = colors->muted,   [PC_ROLE_PANEL] = colors->panel,
      [PC_ROLE_BORDER] = colors->border, [PC_ROLE_SECTION] = colors->accent,
  };
  return by_role[color.role];
}

static bool has_heading(const pc_slide *slide) {
  return slide->n_blocks > 0 && slide->blocks[0]->kind == PC_BLOCK_HEADING;
}

pc_look pc_look_resolve_panel(const pc_theme *theme, const pc_slide *slide) {
  bool on_tab = slide->style.heading == PC_HEADING_TAB && has_heading(slide);
  return resolve_look(theme, &slide->style, on_tab);
}

pc_look pc_look_resolve_band(const pc_theme *theme, const pc_panel_style *style) {
  pc_panel_style literal = *style;
  literal.fill = pc_look_resolve_color(&theme->colors, style->fill);
  literal.border = pc_look_resolve_color(&theme->colors, style->border);
  literal.ink = pc_look_resolve_color(&theme->colors, style->ink);
  literal.accent = pc_look_resolve_color(&theme->colors, style->accent);
  return resolve_look(theme, &literal, false);
}

pc_color pc_look_series(const pc_look *look, int n) {
  const pc_colors *palette = &look->colors->palette;
  return palette->count > 0 ? palette->items[n % palette->count] : look->accent;
}

static bool is_readable(const pc_look *look, pc_color ground) {
  return pc_color_contrast(pc_look_ink_on(look, ground), ground) >= look->contrast;
}

/* No text is read on the greys between: up to 4.5:1 there are none. */
pc_color pc_look_tint(const pc_look *look, pc_color color, double share) {
  const pc_color wanted = pc_color_mix(color, look->ground, share);
  for (int step = 0; step <= 100; step++) {
    const double less = MAX(0, share - step / 100.0), more = MIN(1, share + step / 100.0);
    const pc_color lighter = pc_color_mix(color, look->ground, less);
    const pc_color stronger = pc_color_mix(color, look->ground, more);
    if (is_readable(look, lighter))
      return lighter;
    if (is_readable(look, stronger))
      return stronger;
  }
  return wanted;
}

pc_color pc_look_ink_on(const pc_look *look, pc_color ground) {
  const pc_theme_colors *colors = look->colors;
  const pc_color inks[] = {look->ink, look->ground, colors->ink, colors->paper, black, white};
  return find_readable(ground, inks, G_N_ELEMENTS(inks), look->contrast);
}

pc_color pc_look_drawn_ink(const pc_look *look) {
  return pc_look_ink_on(look, look->ground);
}

pc_color pc_look_drawn_accent(const pc_look *look) {
  bool is_seen = pc_color_contrast(look->accent, look->ground) >= area_contrast;
  return is_seen ? look->accent : pc_look_drawn_ink(look);
}

pc_color pc_look_drawn_line(const pc_look *look) {
  pc_color accent = pc_look_drawn_accent(look);
  return pc_look_stands_out(look, accent) ? accent : pc_look_drawn_ink(look);
}

pc_color pc_look_drawn_box(const pc_look *look) {
  return pc_look_tint(look, pc_look_drawn_accent(look), pc_drawn.tint);
}

bool pc_look_stands_out(const pc_look *look, pc_color color) {
  return pc_color_contrast(color, look->ground) >= graphic_contrast;
}

pc_um pc_look_weight(double em, double size_pt) {
  return MAX(hairline, pc_um_from_pt(em * size_pt));
}
