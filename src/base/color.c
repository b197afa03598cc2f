/* color.c - reads, writes, mixes and compares colours.  Layer: base. */
#include "base/color.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "base/units.h"

static const char *const role_names[] = {"none",  "paper", "ink",    "accent",  "accent2",
                                         "muted", "panel", "border", "section", NULL};
G_STATIC_ASSERT(G_N_ELEMENTS(role_names) == PC_N_ROLES - PC_ROLE_NONE + 1);

static bool parse_role(const char *text, pc_color *color) {
  for (int i = 0; role_names[i] != NULL; i++) {
    if (!g_str_equal(text, role_names[i]))
      continue;
    *color = (pc_color){.role = (pc_color_role)(PC_ROLE_NONE + i), .a = 1};
    return true;
  }
  return false;
}

/* "#rgb" has one digit a channel, the others two. */
static bool parse_hex(const char *text, pc_color *color) {
  size_t digits = strlen(text + 1);
  if (digits != 3 && digits != 6 && digits != 8)
    return false;
  double channel[4] = {0, 0, 0, 1};
  int width = digits == 3 ? 1 : 2;
  for (int i = 0; i < (int)digits; i++)
    if (!g_ascii_isxdigit(text[1 + i]))
      return false;
  for (int i = 0; i * width < (int)digits; i++) {
    const char *at = text + 1 + i * width;
    int high = g_ascii_xdigit_value(at[0]);
    channel[i] = (high * 16 + g_ascii_xdigit_value(at[width - 1])) / 255.0;
  }
  *color = (pc_color){.r = channel[0], .g = channel[1], .b = channel[2], .a = channel[3]};
  return true;
}

static pc_color make_cmyk(const double ink[4]) {
  return (pc_color){
      .r = (1 - ink[0]) * (1 - ink[3]),
      .g = (1 - ink[1]) * (1 - ink[3]),
      .b = (1 - ink[2]) * (1 - ink[3]),
      .a = 1,
      .is_cmyk = true,
      .c = ink[0],
      .m = ink[1],
      .y = ink[2],
      .k = ink[3],
  };
}

/* One ink in per cent, "60" or "60%". */
static bool parse_ink(const char *text, double *ink) {
  pc_length length;
  if (!pc_length_parse(text, &length))
    return false;
  if (length.unit != PC_UNIT_NONE && length.unit != PC_UNIT_PERCENT)
    return false;
  *ink = length.value / 100;
  return *ink >= 0 && *ink <= 1;
}

static bool parse_cmyk(const char *text, pc_color *color) {
  if (!g_str_has_suffix(text, ")"))
    return false;
  g_autofree char *inside = g_strndup(text + strlen("cmyk("), strlen(text) - strlen("cmyk()"));
  g_auto(GStrv) parts = g_strsplit(inside, ",", 5);
  if (g_strv_length(parts) != 4)
    return false;
  double ink[4];
  for (int i = 0; i < 4; i++)
    if (!parse_ink(parts[i], &ink[i]))
      return false;
  *color = make_cmyk(ink);
  return true;
}

bool pc_color_parse(const char *text, pc_color *color) {
  g_autofree char *word = g_strstrip(g_strdup(text));
  if (word[0] == '#')
    return parse_hex(word, color);
  if (g_ascii_strncasecmp(word, "cmyk(", strlen("cmyk(")) == 0)
    return parse_cmyk(word, color);
  return parse_role(word, color);
}

static char *format_cmyk(pc_color color) {
  const double ink[4] = {color.c, color.m, color.y, color.k};
  GString *out = g_string_new("cmyk(");
  for (int i = 0; i < 4; i++) {
    /* Per cent to a thousandth: 0.07 * 100 is not 7 in binary. */
    g_autofree char *number =
        pc_length_format((pc_length){round(ink[i] * 100000) / 1000, PC_UNIT_NONE});
    g_string_append_printf(out, "%s%s", i == 0 ? "" : ", ", number);
  }
  g_string_append_c(out, ')');
  return g_string_free(out, FALSE);
}

static int to_byte(double share) {
  return (int)lround(CLAMP(share, 0, 1) * 255);
}

char *pc_color_format(pc_color color) {
  if (color.role != PC_ROLE_LITERAL)
    return g_strdup(role_names[color.role - PC_ROLE_NONE]);
  if (color.is_cmyk)
    return format_cmyk(color);
  g_autofree char *rgb =
      g_strdup_printf("#%02x%02x%02x", to_byte(color.r), to_byte(color.g), to_byte(color.b));
  if (to_byte(color.a) == 255)
    return g_steal_pointer(&rgb);
  return g_strdup_printf("%s%02x", rgb, to_byte(color.a));
}

const char *const *pc_color_role_names(void) {
  return role_names;
}

/* sRGB's transfer curve, with the threshold of WCAG 2. */
static double linearize(double channel) {
  return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double measure_luminance(pc_color color) {
  return 0.2126 * linearize(color.r) + 0.7152 * linearize(color.g) + 0.0722 * linearize(color.b);
}

double pc_color_contrast(pc_color a, pc_color b) {
  double light = measure_luminance(a);
  double dark = measure_luminance(b);
  return (MAX(light, dark) + 0.05) / (MIN(light, dark) + 0.05);
}

static double mix(double a, double b, double share) {
  return a * share + b * (1 - share);
}

pc_color pc_color_mix(pc_color a, pc_color b, double share) {
  double alpha = mix(a.a, b.a, share);
  if (a.is_cmyk && b.is_cmyk) {
    pc_color ink = make_cmyk((double[4]){mix(a.c, b.c, share), mix(a.m, b.m, share),
                                         mix(a.y, b.y, share), mix(a.k, b.k, share)});
    ink.a = alpha;
    return ink;
  }
  return (pc_color){
      .r = mix(a.r, b.r, share),
      .g = mix(a.g, b.g, share),
      .b = mix(a.b, b.b, share),
      .a = alpha,
  };
}
