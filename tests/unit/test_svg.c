/* test_svg.c - drawings as people and strangers make them: size, fonts, and what is refused. */
#include <string.h>

#include "figure/image.h"
#include "figure/svg_links.h"
#include "text_kit.h"

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink' "
#define SIZED SVG "width='40' height='20'>"

static pc_image *parse(const char *text, size_t length, const pc_fonts *fonts, pc_diags *diags) {
  g_autoptr(GBytes) bytes = g_bytes_new(text, length);
  const pc_image_request request = {.file = {"a.svg", NULL}, .fonts = fonts};
  return pc_image_parse(bytes, &request, diags);
}

static pc_image *parse_sound(const char *text, const pc_fonts *fonts) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_image *image = parse(text, strlen(text), fonts, diags);
  for (int i = 0; i < pc_diags_count(diags); i++)
    g_error("%s", pc_diags_at(diags, i)->message);
  g_assert_nonnull(image);
  g_assert_true(pc_image_is_vector(image));
  return image;
}

static void assert_refused(const char *text, size_t length, const pc_fonts *fonts, pc_code code,
                           const char *words) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_assert_null(parse(text, length, fonts, diags));
  g_assert_cmpint(pc_diags_count(diags), >=, 1);
  const pc_diag *diag = pc_diags_at(diags, 0);
  g_assert_cmpstr(pc_code_get(diag->code)->name, ==, pc_code_get(code)->name);
  g_assert_nonnull(diag->hint);
  if (strstr(diag->message, "a.svg") == NULL || strstr(diag->message, words) == NULL)
    g_error("'%s' does not say '%s'", diag->message, words);
}

static void test_sizes(void) {
  static const struct {
    const char *svg;
    double ratio;
  } sizes[] = {
      {SVG "width='40' height='20'/>", 2},
      {SVG "width='10cm' height='50mm'/>", 2},
      {SVG "viewBox='5 5 300 100'/>", 3},
      {SVG "width='100%' height='100%' viewBox='0 0 300 100'/>", 3},
      {SVG "width='400' height='100' viewBox='0 0 10 10'/>", 4},
      {"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><!-- x --><!DOCTYPE svg PUBLIC 'a' 'b'>"
       "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' width='2in' height='2in'/>",
       1},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(pc_image) image = parse_sound(sizes[i].svg, NULL);
    double ratio = (double)pc_image_width(image) / pc_image_height(image);
    g_assert_cmpfloat_with_epsilon(ratio, sizes[i].ratio, 1e-3);
    g_assert_cmpfloat(pc_image_ppi(image, 100000), ==, 0);
  }
}

static void test_refused(void) {
  static const struct {
    const char *svg;
    pc_code code;
    const char *words;
  } refusals[] = {
      {SVG "/>", PC_BAD_IMAGE, "how large"},
      {SVG "width='0' height='9'/>", PC_BAD_IMAGE, "how large"},
      {SIZED "<image l:href='file:///etc/passwd'/></svg>", PC_BAD_IMAGE, "'file:///etc/passwd'"},
      {SIZED "<image href='http://example.org/a.png'/></svg>", PC_BAD_IMAGE, "outside of it"},
      {SIZED "<use href='other.svg#x'/></svg>", PC_BAD_IMAGE, "'other.svg#x'"},
      {SIZED "<use href='data:image/svg+xml,x#x'/></svg>", PC_BAD_IMAGE, "outside of it"},
      {SIZED "\n<style>@import 'a.css';</style></svg>", PC_BAD_IMAGE, "(its line 2)"},
      {SIZED "<style>.a { fill: url(\"b.svg#c\") }</style></svg>", PC_BAD_IMAGE, "'b.svg#c'"},
      {SIZED "<g style='fill: u\\72 l(http://x)'/></svg>", PC_BAD_IMAGE, "'http://x'"},
      {SIZED "<g fill='/**/url(http://x)'/></svg>", PC_BAD_IMAGE, "'http://x'"},
      {SIZED "<script/></svg>", PC_BAD_IMAGE, "script"},
      {SIZED "<s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>", PC_BAD_IMAGE, "script"},
      {SIZED "<foreignObject/></svg>", PC_BAD_IMAGE, "foreignObject"},
      {SIZED "<x:include xmlns:x='a' href='b'/></svg>", PC_BAD_IMAGE, "includes another file"},
      {SIZED "<text><textPath>a</textPath></text></svg>", PC_BAD_IMAGE, "along a curve"},
      {SIZED "<g filter='url(#a)'/></svg>", PC_BAD_IMAGE, "a filter"},
      {SIZED "<g style='MASK:url(#a)'/></svg>", PC_BAD_IMAGE, "a mask"},
      {SIZED "<image href='data:image/png;base64,AAAA'/></svg>", PC_BAD_IMAGE, "PNG nor JPEG"},
      {"<?xml-stylesheet href='a.css'?>" SIZED "</svg>", PC_BAD_IMAGE, "style sheet"},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]>" SIZED "</svg>", PC_BAD_IMAGE, "entities"},
      {"<?xml version='1.0' encoding='Shift_JIS'?>" SIZED "</svg>", PC_BAD_IMAGE, "UTF-8"},
      {SIZED "<blink>a</blink></svg>", PC_BAD_IMAGE, "has 'blink' that"},
      {SIZED "<text>a<rect/></text></svg>", PC_BAD_IMAGE, "has 'rect' within a text"},
      {SIZED "<clipPath><g/></clipPath></svg>", PC_BAD_IMAGE, "has 'g' within a clipping path"},
      {SIZED "<g style='clip-path: circle(3px)'/></svg>", PC_BAD_IMAGE, "a shape of CSS"},
      {SIZED "<switch><g systemLanguage='ja'/></switch></svg>", PC_BAD_IMAGE, "languages"},
      {SIZED "<image href='#a'/></svg>", PC_BAD_IMAGE, "part of itself as a picture"},
      {SIZED "<g>", PC_BAD_IMAGE, "cut off"},
      {SIZED "<text>&b;</text></svg>", PC_BAD_IMAGE, "damaged"},
      {"<html><svg/></html>", PC_BAD_IMAGE, "not SVG"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(refusals); i++)
    assert_refused(refusals[i].svg, strlen(refusals[i].svg), NULL, refusals[i].code,
                   refusals[i].words);
}

/* librsvg draws nothing there, and says nothing. */
static void test_references(void) {
  static const struct {
    const char *body, *words;
  } faults[] = {
      {"<use href='#a'/>", "refers to '#a', which is not in it"},
      {"<g fill='url(#a)'/>", "refers to '#a', which is not in it"},
      {"<style>.a{marker-end:url(#a)}</style>", "refers to '#a', which is not in it"},
      {"<metadata><g id='a'/></metadata><use href='#a'/>", "'#a', which is not in it"},
      {"<stop id='a'/><use href='#a'/>", "nothing that can be drawn"},
      {"<g id='a'/><g stroke='url(#a)'/>", "no gradient and no pattern"},
      {"<g id='a'/><g style='clip-path:url(#a)'/>", "no clipping path"},
      {"<g id='a'/><path marker-mid='url(#a)'/>", "no marker"},
      {"<g id='a'/><pattern l:href='#a'/>", "is to be built on"},
      {"<g id='a'><g><use href='#a'/></g></g>", "draws '#a' within itself"},
      {"<use id='a' href='#b'/><use id='b' href='#a'/>", "draws '#a' within itself"},
      {"<symbol id='a'><g id='c'><use href='#b'/></g></symbol><g id='b'><use href='#c'/></g>",
       "within itself"},
      {"<pattern id='a'><g id='c'><path fill='url(#a)'/></g></pattern>", "within itself"},
      {"<linearGradient id='a' href='#b'/><radialGradient id='b' href='#a'/>", "within itself"},
      {"<marker id='a'><path marker='url(#a)'/></marker>", "within itself"},
      {"<clipPath id='a'><path clip-path='url(#a)'/></clipPath>", "within itself"},
      {"<clipPath id='a'><use href='#b'/></clipPath><path id='b' clip-path='url(#a)'/>",
       "within itself"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
    g_autofree char *svg = g_strconcat(SIZED, faults[i].body, "</svg>", NULL);
    assert_refused(svg, strlen(svg), NULL, PC_BAD_IMAGE, faults[i].words);
  }
}

/* Sixteen thousand one behind the other, and then round. */
static void test_long_circle(void) {
  g_autoptr(GString) svg = g_string_new(SIZED);
  const int n = 16000;
  for (int i = 0; i < n; i++)
    g_string_append_printf(svg, "<use id='a%d' href='#a%d'/>", i, (i + 1) % n);
  g_string_append(svg, "</svg>");
  assert_refused(svg->str, svg->len, NULL, PC_BAD_IMAGE, "within itself");
}

static void test_remarks(void) {
  static const struct {
    const char *body, *words;
  } remarks[] = {
      {"<path d='M0 0'><animate/></path>", "shows it at rest"},
      {"<font><glyph/></font>", "a font of its own"},
      {"<text dominant-baseline='middle'/>", "another baseline"},
      {"<style>.a{text-transform:uppercase}</style>", "other letters"},
      {"<text textLength='9'/>", "a length of text"},
      {"<text><tspan x='1 2'/></text>", "single letters"},
      {"<g transform-origin='center'/>", "a point of its own"},
      {"<g fill='var(--a)'/>", "var() or calc()"},
      {"<g style='stroke:light-dark(red,blue)' fill='red'/>", "var() or calc()"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(remarks); i++) {
    g_autofree char *svg =
        g_strconcat(SIZED, remarks[i].body, "\n", remarks[i].body, "</svg>", NULL);
    g_autoptr(pc_diags) diags = pc_diags_new();
    g_autoptr(pc_image) image = parse(svg, strlen(svg), NULL, diags);
    g_assert_nonnull(image);
    g_assert_cmpint(pc_diags_count(diags), ==, 1);
    const pc_diag *diag = pc_diags_at(diags, 0);
    g_assert_cmpint(diag->code, ==, PC_UNUSED);
    if (strstr(diag->message, remarks[i].words) == NULL)
      g_error("'%s' does not say '%s'", diag->message, remarks[i].words);
  }
}

/* What leads nowhere but into the drawing, or is not drawn at all. */
static void test_allowed(void) {
  static const char *const drawings[] = {
      SIZED "<pattern id='a'/><g fill='url(#a)' filter='none' style=\"mask:none\"/></svg>",
      SIZED "<g id='a'/><g id='b'><use href='#a'/></g><use href='#b'/></svg>",
      SIZED "<a href='http://example.org'><path d='M0 0h9'/></a></svg>",
      SIZED "<style>/* url(http://x) @import 'a' */ "
            "@font-face { font-family: X; src: url(x.woff) }</style></svg>",
      SIZED "<g id='a'><defs><g id='b'><use href='#c'/></g></defs></g><g id='c'><use "
            "href='#a'/></g></svg>",
      SIZED "<g fill='url(#none) red'/><e:made xmlns:e='http://editor'><blink/></e:made></svg>",
      SIZED "<switch><foreignObject requiredExtensions='http://editor'><x/></foreignObject>"
            "<g/></switch></svg>",
      SIZED "<g fill='red' style='--a: var(--b); fill: light-dark(red,blue)'/></svg>",
      SIZED "<text x='1' y='2' rotate='0' dominant-baseline='auto'><a href='b'>a</a></text></svg>",
      SIZED "<metadata><r:li xmlns:r='x' r:resource='http://x'/></metadata></svg>",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(drawings); i++)
    pc_image_free(parse_sound(drawings[i], NULL));
}

static void assert_repeated(const char *part, const char *end, int count, const char *words) {
  g_autoptr(GString) svg = g_string_new(SIZED);
  for (int i = 0; i < count; i++)
    g_string_append(svg, part);
  for (int i = 0; end != NULL && i < count; i++)
    g_string_append(svg, end);
  g_string_append(svg, "</svg>");
  assert_refused(svg->str, svg->len, NULL, PC_LIMIT, words);
}

static void test_limits(void) {
  assert_repeated("<g>", "</g>", 100000, "nested");
  assert_repeated("<path/>", NULL, 200001, "elements");
  g_autoptr(GString) svg = g_string_new(SIZED);
  for (int i = 0; i <= 200; i++)
    g_string_append_printf(svg, "<g font-family='F%d'/>", i);
  g_string_append(svg, "</svg>");
  assert_refused(svg->str, svg->len, NULL, PC_LIMIT, "fonts");
}

static void test_fonts(void) {
  static const char *const sound[] = {
      SIZED "<text>専門職 Team</text></svg>",
      SIZED "<text font-family='Arial, sans-serif'>あ</text></svg>",
      SIZED "<text style='font: bold 12px/1.5 \"BIZ UDMincho\"'>あ</text></svg>",
      SIZED "<text font-family=\"No Such, 'BIZ UDPGothic'\">あA</text></svg>",
      SIZED "<g font-family='inherit'><text>a</text></g></svg>",
  };
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  for (size_t i = 0; i < G_N_ELEMENTS(sound); i++)
    pc_image_free(parse_sound(sound[i], k.fonts));
  /* Fonts of the system are none of the poster's. */
  const char *other = SIZED "\n<text font-family='DejaVu Sans, Arial'>a</text></svg>";
  assert_refused(other, strlen(other), k.fonts, PC_MISSING_FONT,
                 "line 2 for the font 'DejaVu Sans'");
  const char *unset = SIZED "<text>😀</text></svg>";
  assert_refused(unset, strlen(unset), k.fonts, PC_MISSING_GLYPH, "U+1F600");
  kit_clear(&k);
}

static void test_painted(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  g_autoptr(pc_image) image = parse_sound(
      SIZED "<rect width='20' height='20' fill='#f00'/><text x='20' y='16'>■</text></svg>",
      k.fonts);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *cr = cairo_create(surface);
  g_assert_true(pc_image_paint(image, cr, 0, 0, 40, 20));
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  const guint32 *row =
      (const guint32 *)(const void *)(cairo_image_surface_get_data(surface) +
                                      10 * cairo_image_surface_get_stride(surface));
  g_assert_cmphex(row[10] & 0xffffff, ==, 0xff0000);
  cairo_surface_destroy(surface);
  kit_clear(&k);
}

/* How dark it is: the sum of what white lacks. */
static guint measure_ink(const char *svg, const pc_fonts *fonts) {
  g_autoptr(pc_image) image = parse_sound(svg, fonts);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 40, 20);
  cairo_t *cr = cairo_create(surface);
  g_assert_true(pc_image_paint(image, cr, 0, 0, 40, 20));
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  const guchar *data = cairo_image_surface_get_data(surface);
  guint ink = 0;
  for (int i = 0; i < 20 * cairo_image_surface_get_stride(surface); i++)
    ink += data[i];
  cairo_surface_destroy(surface);
  return ink;
}

/* Nothing of a drawing stands outside of its frame. */
static void test_clipped(void) {
  g_autoptr(pc_image) image = parse_sound(SIZED "<path d='M-1e7-1e7H1e7V1e7H-1e7z'/></svg>", NULL);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 40, 20);
  cairo_t *cr = cairo_create(surface);
  g_assert_true(pc_image_paint(image, cr, 10, 5, 20, 10));
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  const guchar *data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  g_assert_cmpuint(data[10 * stride + 20], ==, 255);
  g_assert_cmpuint(data[10 * stride + 5], ==, 0);
  g_assert_cmpuint(data[10 * stride + 35], ==, 0);
  g_assert_cmpuint(data[2 * stride + 20], ==, 0);
  g_assert_cmpuint(data[17 * stride + 20], ==, 0);
  cairo_surface_destroy(surface);
}

/* Only the weights that a drawing speaks of are opened: it has to be heard wherever it does. */
static void test_weights(void) {
  static const char *const heavy[] = {
      SIZED "<text x='2' y='16' font-weight='bold'>花</text></svg>",
      SIZED "<text x='2' y='16' style='font-weight: 700'>花</text></svg>",
      SIZED "<g font-weight='bolder'><text x='2' y='16'>花</text></g></svg>",
      SIZED "<style>text { font: bold 16px 'BIZ UDPGothic' }</style>"
            "<text x='2' y='16'>花</text></svg>",
      SIZED "<text x='2' y='16' font-weight='bold' font-family='BIZ UDPGothic'>花</text></svg>",
  };
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  const guint plain =
      measure_ink(SIZED "<text x='2' y='16' font-weight='normal'>花</text></svg>", k.fonts);
  g_assert_cmpuint(plain, >, 0);
  for (size_t i = 0; i < G_N_ELEMENTS(heavy); i++)
    g_assert_cmpuint(measure_ink(heavy[i], k.fonts), >, plain * 11 / 10);
  kit_clear(&k);
}

/* Fonts cut for one drawing are not taken for those of a drawing before. */
static void test_one_after_another(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  const guint full = measure_ink(SIZED "<text x='2' y='16'>■</text></svg>", k.fonts);
  const guint thin = measure_ink(SIZED "<text x='2' y='16'>一</text></svg>", k.fonts);
  g_assert_cmpuint(thin, >, 0);
  g_assert_cmpuint(full, >, 2 * thin);
  g_assert_cmpuint(measure_ink(SIZED "<text x='2' y='16'>■</text></svg>", k.fonts), ==, full);
  kit_clear(&k);
}

/* Without fonts there is nothing that its text may be set in. */
static void test_without_fonts(void) {
  g_autoptr(pc_image) image = parse_sound(SIZED "<text>a</text></svg>", NULL);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4, 2);
  cairo_t *cr = cairo_create(surface);
  g_assert_false(pc_image_paint(image, cr, 0, 0, 4, 2));
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

static void test_unlinked(void) {
  static const struct {
    const char *before, *after;
  } links[] = {
      {"<a href='x'>", "<a hre_='x'>"},
      {"<s:a l:href = \"x>\" id='href'><b href='x'/>",
       "<s:a l:hre_ = \"x>\" id='href'><b href='x'/>"},
      {"<!-- <a href='x'> --><![CDATA[<a href='x'>]]>",
       "<!-- <a href='x'> --><![CDATA[<a href='x'>]]>"},
      {"<a\nhref='x'\n/><image href='y'/>", "<a\nhre_='x'\n/><image href='y'/>"},
      {"<a href", "<a hre_"},
      {"<a href=", "<a hre_="},
      {"<", "<"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
    g_autoptr(GBytes) before = g_bytes_new(links[i].before, strlen(links[i].before));
    g_autoptr(GBytes) after = pc_svg_unlink(before);
    g_autoptr(GBytes) wanted = g_bytes_new(links[i].after, strlen(links[i].after));
    if (!g_bytes_equal(after, wanted))
      g_error("%s became %.*s", links[i].before, (int)g_bytes_get_size(after),
              (const char *)g_bytes_get_data(after, NULL));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/svg/sizes", test_sizes);
  g_test_add_func("/svg/refused", test_refused);
  g_test_add_func("/svg/references", test_references);
  g_test_add_func("/svg/long-circle", test_long_circle);
  g_test_add_func("/svg/remarks", test_remarks);
  g_test_add_func("/svg/allowed", test_allowed);
  g_test_add_func("/svg/limits", test_limits);
  g_test_add_func("/svg/fonts", test_fonts);
  g_test_add_func("/svg/painted", test_painted);
  g_test_add_func("/svg/clipped", test_clipped);
  g_test_add_func("/svg/weights", test_weights);
  g_test_add_func("/svg/one-after-another", test_one_after_another);
  g_test_add_func("/svg/without-fonts", test_without_fonts);
  g_test_add_func("/svg/unlinked", test_unlinked);
  return g_test_run();
}
