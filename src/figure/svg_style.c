/* svg_style.c - what the properties of an SVG ask for: fonts, references, effects.
 * Layer: figure. */
#include <string.h>

#include "base/translate.h"
#include "figure/css.h"
#include "figure/svg_scan.h"

#define MAX_FAMILY_LISTS 200

void pc_svg_report(pc_svg_scan *scan, pc_code code, const char *hint, const char *what) {
  scan->sound = false;
  PC_REPORT_HINT(scan->diags, scan->wishes->at, code, hint, "'%s' %s (its line %d)",
                 scan->wishes->file, _(what), scan->line);
}

void pc_svg_remark(pc_svg_scan *scan, const pc_svg_part *part) {
  if (g_ptr_array_find(scan->told, part, NULL))
    return;
  g_ptr_array_add(scan->told, (gpointer)part);
  PC_REPORT_HINT(scan->diags, scan->wishes->at, PC_UNUSED, part->hint, "'%s' %s (its line %d)",
                 scan->wishes->file, _(part->what), scan->line);
}

void pc_svg_report_reference(pc_svg_scan *scan, const char *to) {
  g_autofree char *shown = g_utf8_substring(to, 0, MIN(80, g_utf8_strlen(to, -1)));
  g_autofree char *what = g_strdup_printf(_("refers to '%s', which is outside of it"), shown);
  pc_svg_report(scan, PC_BAD_IMAGE, "embed it in the drawing, or make it a figure of its own",
                what);
}

static void note_families(pc_svg_scan *scan, const char *value, bool is_shorthand) {
  char **names = pc_css_split_families(value, is_shorthand);
  if (names == NULL)
    return;
  if (scan->wishes->lists->len < MAX_FAMILY_LISTS) {
    pc_font_wishes_add_list(scan->wishes, names, scan->line);
    return;
  }
  g_strfreev(names);
  pc_svg_report(scan, PC_LIMIT, "use fewer fonts", "names more than 200 fonts");
}

static void note_family(pc_svg_scan *scan, const char *value) {
  note_families(scan, value, false);
}

/* Any weight may be among its words. */
static void note_font(pc_svg_scan *scan, const char *value) {
  scan->wishes->has_weights = true;
  note_families(scan, value, true);
}

static void note_weight(pc_svg_scan *scan, const char *value) {
  if (!g_str_equal(value, "normal") && !g_str_equal(value, "400"))
    scan->wishes->has_weights = true;
}

/* librsvg computes both at one dot a point. */
static void refuse_filter(pc_svg_scan *scan, const char *value) {
  if (g_ascii_strcasecmp(value, "none") != 0)
    pc_svg_report(scan, PC_BAD_IMAGE, "remove the effect, or export the drawing as PNG",
                  "uses a filter (a shadow, a blur), which would be printed as coarse dots");
}

static void refuse_mask(pc_svg_scan *scan, const char *value) {
  if (g_ascii_strcasecmp(value, "none") != 0)
    pc_svg_report(scan, PC_BAD_IMAGE, "use a clipping path, or export the drawing as PNG",
                  "uses a mask, which would be printed as coarse dots");
}

static const struct {
  const char *name;
  void (*note)(pc_svg_scan *scan, const char *value);
} properties[] = {
    {"font-family", note_family}, {"font", note_font},   {"font-weight", note_weight},
    {"filter", refuse_filter},    {"mask", refuse_mask},
};

/* What an element wants of another that a property names. */
static const struct {
  const char *name;
  pc_svg_use use;
} property_uses[] = {
    {"fill", PC_SVG_USE_PAINT},          {"stroke", PC_SVG_USE_PAINT},
    {"clip-path", PC_SVG_USE_CLIP},      {"marker", PC_SVG_USE_MARKER},
    {"marker-start", PC_SVG_USE_MARKER}, {"marker-mid", PC_SVG_USE_MARKER},
    {"marker-end", PC_SVG_USE_MARKER},
};

/* rest: of the value, behind the address; another colour there serves instead. */
static void note_use(pc_svg_scan *scan, const char *name, const char *id, const char *rest) {
  if (rest[strspn(rest, "\"') \t\r\n")] != '\0')
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(property_uses); i++) {
    if (g_str_equal(property_uses[i].name, name))
      pc_svg_refs_append(scan->refs, property_uses[i].use, id, scan->line);
  }
}

void pc_svg_check_property(pc_svg_scan *scan, const char *element, const char *name,
                           const char *value) {
  const pc_svg_part *part = pc_svg_property_find(element, name, value);
  if (part == NULL)
    return;
  if (part->fate == PC_SVG_LOST)
    pc_svg_report(scan, PC_BAD_IMAGE, part->hint, part->what);
  else
    pc_svg_remark(scan, part);
}

/* The attribute of the same name, where there is one, is what counts then. */
static void check_value(pc_svg_scan *scan, const char *name, const char *value) {
  static const pc_svg_part later = {
      "", PC_SVG_IDLE, "has values such as var() or calc(), which have no effect",
      "look whether it is as you want, or export it as plain SVG or PDF"};
  const bool is_named = scan->attributes != NULL && g_strv_contains(scan->attributes, name);
  if (!is_named && !g_str_has_prefix(name, "--") && pc_svg_value_is_later(value))
    pc_svg_remark(scan, &later);
}

static void note_declaration(const char *name, const char *value, void *user) {
  pc_svg_scan *scan = user;
  const char *at = value;
  for (char *url = pc_css_next_url(&at); url != NULL; url = pc_css_next_url(&at)) {
    if (url[0] == '#')
      note_use(scan, name, url + 1, at);
    else
      pc_svg_report_reference(scan, url);
    g_free(url);
  }
  check_value(scan, name, value);
  pc_svg_check_property(scan, NULL, name, value);
  for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
    if (g_str_equal(properties[i].name, name))
      properties[i].note(scan, value);
  }
}

static void refuse_import(void *user) {
  pc_svg_report(user, PC_BAD_IMAGE, "write the style into the drawing", "imports a style sheet");
}

void pc_svg_read_css(pc_svg_scan *scan, const char *css) {
  pc_css_read(css, &(pc_css_visitor){note_declaration, refuse_import, scan});
}
