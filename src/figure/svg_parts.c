/* svg_parts.c - elements and properties that librsvg draws, and those that it does not.
 * Layer: figure. */
#include "figure/svg_parts.h"

#include <string.h>

#include <glib.h>

static const char *const drawn[] = {
    "a",     "circle",  "clipPath", "defs",     "ellipse", "filter",
    "g",     "image",   "line",     "marker",   "mask",    "linearGradient",
    "path",  "pattern", "polygon",  "polyline", "rect",    "radialGradient",
    "stop",  "style",   "svg",      "switch",   "symbol",  "text",
    "tspan", "use",     NULL};

static const char as_outlines[] = "turn that text into outlines";
static const char as_png[] = "export the drawing as PNG or PDF";
static const char at_rest[] = "look whether it shows what you want before anything moves";
static const char frames[] = "has text in a frame, which would be lost";

static const pc_svg_part parts[] = {
    {"title", PC_SVG_UNSEEN, NULL, NULL},
    {"desc", PC_SVG_UNSEEN, NULL, NULL},
    {"metadata", PC_SVG_UNSEEN, NULL, NULL},
    {"view", PC_SVG_UNSEEN, NULL, NULL},
    {"cursor", PC_SVG_UNSEEN, NULL, NULL},
    {"color-profile", PC_SVG_UNSEEN, NULL, NULL},
    {"animate", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"animateColor", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"animateMotion", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"animateTransform", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"set", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"discard", PC_SVG_IDLE, "moves; the poster shows it at rest", at_rest},
    {"font", PC_SVG_IDLE, "brings a font of its own, which is not used", as_outlines},
    {"font-face", PC_SVG_IDLE, "brings a font of its own, which is not used", as_outlines},
    {"script", PC_SVG_LOST, "has a script", "export it without scripts"},
    {"include", PC_SVG_LOST, "includes another file", "embed it in the drawing"},
    {"foreignObject", PC_SVG_LOST,
     "holds a piece of another document (foreignObject), which is not printed",
     "export it with plain SVG text (in draw.io: without formatted text), or as PDF"},
    {"textPath", PC_SVG_LOST, "sets text along a curve, which would be lost", as_outlines},
    {"altGlyph", PC_SVG_LOST, "has letters of a font of its own, which would be lost", as_outlines},
    {"tref", PC_SVG_LOST, "repeats text by reference, which would be lost",
     "write the text itself"},
    {"flowRoot", PC_SVG_LOST, frames, "in Inkscape: Text, then Convert to Text"},
    {"meshgradient", PC_SVG_LOST, "has a mesh of colours, which would be lost", as_png},
    {"meshGradient", PC_SVG_LOST, "has a mesh of colours, which would be lost", as_png},
    {"mesh", PC_SVG_LOST, "has a mesh of colours, which would be lost", as_png},
    {"hatch", PC_SVG_LOST, "has a hatching of SVG 2, which would be lost",
     "use a pattern, or export the drawing as PNG or PDF"},
};

static const pc_svg_part drawn_part = {"", PC_SVG_DRAWN, NULL, NULL};
/* What makes up a filter is judged where the filter is used. */
static const pc_svg_part of_filter = {"", PC_SVG_UNSEEN, NULL, NULL};
static const pc_svg_part unknown_part = {"", PC_SVG_LOST,
                                         "that SVG 1.1 does not know, which would be lost",
                                         "export it as plain SVG, or as PDF"};
static const pc_svg_part in_text = {"", PC_SVG_LOST, "within a text, which would be lost",
                                    "move it out of the text"};
static const pc_svg_part in_clip = {"", PC_SVG_LOST,
                                    "within a clipping path, which would clip everything",
                                    "ungroup the shapes of the clipping path"};

static bool is_member(const char *name, const char *const *names) {
  return g_strv_contains(names, name);
}

/* Where it stands decides as well. */
static const pc_svg_part *find_misplaced(const char *element, const char *parent) {
  static const char *const texts[] = {"text", "tspan", NULL};
  static const char *const inside_text[] = {"tspan", "a", "style", NULL};
  static const char *const groups[] = {"g", "svg", "switch", "a", "image", NULL};
  if (is_member(parent, texts) && !is_member(element, inside_text))
    return &in_text;
  return g_str_equal(parent, "clipPath") && is_member(element, groups) ? &in_clip : NULL;
}

const pc_svg_part *pc_svg_part_find(const char *element, const char *parent) {
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (g_str_equal(parts[i].name, element))
      return &parts[i];
  }
  if (g_strcmp0(parent, "filter") == 0)
    return &of_filter;
  if (!is_member(element, drawn))
    return &unknown_part;
  const pc_svg_part *misplaced = parent != NULL ? find_misplaced(element, parent) : NULL;
  return misplaced != NULL ? misplaced : &drawn_part;
}

/* Where in the element's name such an attribute counts. */
typedef enum scope { SCOPE_ANY, SCOPE_TEXT_ATTRIBUTE } scope;

static const char look[] = "look whether it is as you want, or export the drawing as PDF";

/* neutral: values that ask for nothing. */
static const struct {
  pc_svg_part part;
  scope scope;
  const char *neutral[8];
} properties[] = {
    {{"dominant-baseline", PC_SVG_IDLE,
      "moves texts to another baseline, which has no effect: they stand higher or lower", look},
     SCOPE_ANY,
     {"auto", "alphabetic", "inherit", "use-script", "no-change", "reset-size"}},
    {{"alignment-baseline", PC_SVG_IDLE,
      "moves texts to another baseline, which has no effect: they stand higher or lower", look},
     SCOPE_ANY,
     {"auto", "alphabetic", "inherit", "baseline"}},
    {{"word-spacing", PC_SVG_IDLE, "sets words apart, which has no effect", look},
     SCOPE_ANY,
     {"normal", "0", "0px", "inherit"}},
    {{"text-transform", PC_SVG_IDLE, "asks for other letters than are written, which has no effect",
      "write the text as it is to be seen"},
     SCOPE_ANY,
     {"none", "inherit"}},
    {{"transform-origin", PC_SVG_IDLE,
      "turns or scales about a point of its own, which has no effect: parts may stand elsewhere",
      look},
     SCOPE_ANY,
     {"0 0", "0px 0px", "top left", "left top", "inherit"}},
    {{"vector-effect", PC_SVG_IDLE, "asks for lines that keep their width, which has no effect",
      look},
     SCOPE_ANY,
     {"none", "inherit"}},
    {{"textLength", PC_SVG_IDLE, "asks for a length of text, which has no effect", look},
     SCOPE_TEXT_ATTRIBUTE,
     {NULL}},
    {{"rotate", PC_SVG_IDLE, "turns single letters, which has no effect", as_outlines},
     SCOPE_TEXT_ATTRIBUTE,
     {"0", "auto"}},
};

/* Numbers of a list; librsvg takes the first. */
static bool is_list(const char *value) {
  const size_t first = strcspn(value, " ,\t\r\n");
  return value[first + strspn(value + first, " ,\t\r\n")] != '\0';
}

static const pc_svg_part *find_list(const char *name, const char *value) {
  static const pc_svg_part single = {
      "", PC_SVG_IDLE, "places single letters, which has no effect: they stand in their own widths",
      "look whether it is as you want, or turn that text into outlines"};
  static const char *const names[] = {"x", "y", "dx", "dy", NULL};
  return is_member(name, names) && is_list(value) ? &single : NULL;
}

static const pc_svg_part *find_clip(const char *name, const char *value) {
  static const pc_svg_part shape = {"", PC_SVG_LOST,
                                    "clips with a shape of CSS, which would clip nothing",
                                    "use a clipping path of the drawing"};
  static const char *const none[] = {"none", "inherit", "initial", "unset", NULL};
  const bool is_shape = g_str_equal(name, "clip-path") && !is_member(value, none) &&
                        g_ascii_strncasecmp(value, "url(", 4) != 0;
  return is_shape ? &shape : NULL;
}

const pc_svg_part *pc_svg_property_find(const char *element, const char *name, const char *value) {
  const bool is_text =
      element != NULL && (g_str_equal(element, "text") || g_str_equal(element, "tspan"));
  for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
    if (!g_str_equal(properties[i].part.name, name))
      continue;
    const bool counts = properties[i].scope == SCOPE_ANY || is_text;
    return counts && !is_member(value, properties[i].neutral) ? &properties[i].part : NULL;
  }
  const pc_svg_part *list = is_text ? find_list(name, value) : NULL;
  return list != NULL ? list : find_clip(name, value);
}

bool pc_svg_value_is_later(const char *value) {
  static const char *const functions[] = {"var(", "calc(",  "light-dark(", "lab(",
                                          "lch(", "color(", "color-mix("};
  for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
    if (strstr(value, functions[i]) != NULL)
      return true;
  }
  return false;
}
