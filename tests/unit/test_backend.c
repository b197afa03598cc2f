/* test_backend.c - the three formats from one small page: same bytes, boxes, text, colours. */
#include "backend/backend.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "backend/finish.h"
#include "backend/metadata.h"
#include "figure/objects.h"
#include "figure/image.h"
#include "pictures.h"
#include "profiles.h"

/* Package fonts-morisawa-bizud-gothic. */
#define FONT_FILE "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf"

static const char sentence[] = "前にピアサポーターと専門職 PDF ⼈";

/* A sheet of 100 x 60 mm with bleed 3 mm, a line of text and pictures. */
typedef struct small_page {
  PangoContext *context;
  GList *items;
  pc_run run;
  pc_image *png, *jpeg;
  pc_display *display;
  pc_diags *diags;
} small_page;

/* One for all tests, kept to the end: Pango's threads still hold parts of a map that is freed. */
static PangoFontMap *get_font_map(void) {
  static PangoFontMap *map;
  if (map != NULL)
    return map;
  FcConfig *config = FcConfigCreate();
  g_assert_true(FcConfigAppFontAddFile(config, (const FcChar8 *)FONT_FILE));
  map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
  FcConfigDestroy(config);
  return map;
}

/* The sentence shaped at 1000 units, from the third character on, so that offsets matter. */
static void shape_run(small_page *page) {
  page->context = pango_font_map_create_context(get_font_map());
  pango_context_set_round_glyph_positions(page->context, FALSE);
  PangoFontDescription *font = pango_font_description_from_string("BIZ UDGothic 1000");
  pango_context_set_font_description(page->context, font);
  pango_font_description_free(font);
  int start = 6, length = (int)strlen(sentence);
  PangoAttrList *attrs = pango_attr_list_new();
  page->items = pango_itemize(page->context, sentence, start, length - start, attrs, NULL);
  pango_attr_list_unref(attrs);
  PangoItem *item = page->items->data;
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_shape_full(sentence + item->offset, item->length, sentence, length, &item->analysis,
                   glyphs);
  page->run = (pc_run){.text = sentence, .start = item->offset, .glyphs = {item, glyphs, 0, 0, 0}};
  page->run.end = item->offset + item->length;
}

static pc_image *load(GBytes *bytes, pc_diags *diags) {
  pc_image *image = pc_image_parse(bytes, &(pc_image_request){.file = {"picture", NULL}}, diags);
  g_assert_nonnull(image);
  return image;
}

static pc_color literal(double r, double g, double b) {
  return (pc_color){.role = PC_ROLE_LITERAL, .r = r, .g = g, .b = b, .a = 1};
}

static void draw_page(small_page *page) {
  pc_display *display = page->display;
  pc_place at = {"poster.yaml", 3, 1};
  pc_display_begin(display, at, PC_TAG_DOCUMENT, NULL, 0);
  pc_display_begin_path(display);
  pc_display_rect(display, (pc_rect){-3000, -3000, 106000, 66000}, 0);
  pc_display_fill(display, at, literal(1, 0.8, 0.6));
  pc_display_begin_path(display);
  pc_display_rect(display, (pc_rect){5000, 5000, 40000, 20000}, 3000);
  pc_display_fill(display, at, literal(0, 0, 1));
  pc_display_stroke(display, at, literal(1, 0, 0), 1000, 0);
  pc_display_begin_path(display);
  pc_display_move(display, (pc_point){50000, 5000});
  pc_display_line(display, (pc_point){95000, 5000});
  pc_display_stroke(display, at, literal(0, 0.5, 0), 1, 2000);
  pc_display_image(display, at, page->png, (pc_rect){50000, 10000, 20000, 10000});
  pc_display_image(display, at, page->jpeg, (pc_rect){75000, 10000, 10000, 20000});
  pc_display_image(display, at, page->jpeg, (pc_rect){88000, 10000, 5000, 10000});
  pc_display_run(display, at, literal(0, 0, 0), &page->run, (pc_point){5000, 45000}, 24);
  pc_display_end(display);
}

static void init_page(small_page *page, gconstpointer unused) {
  (void)unused;
  page->diags = pc_diags_new();
  shape_run(page);
  png_recipe png = {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
  jpeg_recipe jpeg = {.width = 40, .height = 20, .orientation = 6, .comment = "by somebody"};
  g_autoptr(GBytes) png_bytes = make_png(&png);
  g_autoptr(GBytes) jpeg_bytes = make_jpeg(&jpeg);
  page->png = load(png_bytes, page->diags);
  page->jpeg = load(jpeg_bytes, page->diags);
  page->display = pc_display_new((pc_size){100000, 60000}, 3000);
  draw_page(page);
}

static void clear_page(small_page *page, gconstpointer unused) {
  (void)unused;
  g_assert_cmpint(pc_diags_count(page->diags), ==, 0);
  pc_display_free(page->display);
  pc_image_free(page->png);
  pc_image_free(page->jpeg);
  pango_glyph_string_free(page->run.glyphs.glyphs);
  g_list_free_full(page->items, (GDestroyNotify)pango_item_free);
  g_object_unref(page->context);
  pc_diags_free(page->diags);
}

static const pc_print plain_print = {.standard = PC_STANDARD_PLAIN};

static const pc_backend_options options = {.lang = "ja-JP",
                                           .title = "題名 <A> & B\nsecond",
                                           .author = "事務局",
                                           .subject = "試し",
                                           .date = 1704164645,
                                           .dpi = 254,
                                           .print = &plain_print};

/* For pictures alone, with nothing to be read aloud. */
static const pc_backend_options untagged = {.lang = "ja",
                                            .title = "題名",
                                            .date = 1704164645,
                                            .dpi = 254,
                                            .print = &plain_print,
                                            .is_untagged = true};

static GBytes *write_page(small_page *page, pc_format format) {
  GBytes *bytes = pc_backend_write(page->display, format, &options, page->diags);
  for (int i = 0; i < pc_diags_count(page->diags); i++)
    g_test_message("%s", pc_diags_at(page->diags, i)->message);
  g_assert_nonnull(bytes);
  const char *folder = g_getenv("POSTERC_TEST_KEEP");
  if (folder != NULL) {
    g_autofree char *path = g_strdup_printf("%s/page.%d", folder, format);
    g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL);
  }
  return bytes;
}

static bool holds(GBytes *bytes, const char *text) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  return memmem(data, length, text, strlen(text)) != NULL;
}

static void test_same_bytes(small_page *page, gconstpointer unused) {
  (void)unused;
  for (int format = PC_FORMAT_PDF; format <= PC_FORMAT_SVG; format++) {
    g_autoptr(GBytes) first = write_page(page, (pc_format)format);
    g_autoptr(GBytes) second = write_page(page, (pc_format)format);
    if (!g_bytes_equal(first, second))
      g_error("format %d differs from run to run", format);
  }
}

static void assert_unparsed(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *wanted) {
  qpdf_oh value = qpdf_oh_get_key(pdf, dict, key);
  g_assert_cmpstr(qpdf_oh_unparse_resolved(pdf, value), ==, wanted);
}

static void assert_utf8(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *wanted) {
  g_assert_cmpstr(qpdf_oh_get_utf8_value(pdf, qpdf_oh_get_key(pdf, dict, key)), ==, wanted);
}

static void test_pdf_document(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PDF);
  g_assert_true(g_str_has_prefix(g_bytes_get_data(bytes, NULL), "%PDF-1.7"));
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  g_assert_cmpint(qpdf_get_num_pages(pdf), ==, 1);
  qpdf_oh sheet = qpdf_get_page_n(pdf, 0), root = qpdf_get_root(pdf);
  assert_unparsed(pdf, sheet, "/MediaBox", "[ 0.0000 0.0000 300.4724 187.0866 ]");
  assert_unparsed(pdf, sheet, "/BleedBox", "[ 0.0000 0.0000 300.4724 187.0866 ]");
  assert_unparsed(pdf, sheet, "/TrimBox", "[ 8.5039 8.5039 291.9685 178.5827 ]");
  assert_utf8(pdf, root, "/Lang", "ja-JP");
  assert_unparsed(pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
  assert_utf8(pdf, info, "/Title", "題名 <A> & B second");
  assert_utf8(pdf, info, "/Author", "事務局");
  assert_utf8(pdf, info, "/Subject", "試し");
  assert_utf8(pdf, info, "/Producer", PC_PRODUCER);
  assert_utf8(pdf, info, "/CreationDate", "D:20240102030405Z");
  g_assert_false(qpdf_oh_has_key(pdf, info, "/Creator"));
  g_assert_null(pc_pdf_find_error(pdf));
  g_assert_true(holds(bytes, "<rdf:li xml:lang=\"x-default\">題名 &lt;A&gt; &amp; B second<"));
  g_assert_true(holds(bytes, "<xmp:CreateDate>2024-01-02T03:04:05Z<"));
}

static void count_object(pc_pdf *pdf, qpdf_oh object, void *user) {
  int *counts = user;
  bool is_cid = pc_pdf_has_name(pdf, object, "/Subtype", "/CIDFontType2");
  counts[0] += is_cid && pc_pdf_has_name(pdf, object, "/CIDToGIDMap", "/Identity");
  counts[1] += is_cid;
  counts[2] += pc_pdf_has_name(pdf, object, "/Subtype", "/Image");
  counts[3] += pc_pdf_has_name(pdf, object, "/Filter", "/DCTDecode");
  if (qpdf_oh_is_stream(pdf, object)) {
    qpdf_oh key = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, object), "/Interpolate");
    counts[4] += qpdf_oh_is_bool(pdf, key) && qpdf_oh_get_bool_value(pdf, key);
  }
}

/* One CID font; the PNG and its mask; the JPEG once though it is painted twice, without EXIF. */
static void test_pdf_parts(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PDF);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  int counts[5] = {0};
  pc_pdf_visit(pdf, count_object, counts);
  g_assert_cmpint(counts[1], ==, 1);
  g_assert_cmpint(counts[0], ==, counts[1]);
  g_assert_cmpint(counts[2], ==, 3);
  g_assert_cmpint(counts[3], ==, 1);
  g_assert_cmpint(counts[4], ==, 0);
  g_assert_false(holds(bytes, "by somebody"));
  g_assert_false(holds(bytes, "Exif"));
  g_assert_cmpuint(g_bytes_get_size(bytes), <, 40000);
}

static void test_no_dates(small_page *page, gconstpointer unused) {
  (void)unused;
  pc_backend_options bare = {.lang = "ja", .title = "題名", .date = -1, .print = &plain_print};
  g_autoptr(GBytes) bytes = pc_backend_write(page->display, PC_FORMAT_PDF, &bare, page->diags);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
  g_assert_false(qpdf_oh_has_key(pdf, info, "/CreationDate"));
  g_assert_false(qpdf_oh_has_key(pdf, info, "/ModDate"));
  g_assert_false(qpdf_oh_has_key(pdf, info, "/Author"));
  g_assert_false(holds(bytes, "CreateDate"));
}

static void test_a0(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_display) display = pc_display_new((pc_size){841000, 1189000}, 0);
  g_autoptr(GBytes) bytes = pc_backend_write(display, PC_FORMAT_PDF, &untagged, diags);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  assert_unparsed(pdf, qpdf_get_page_n(pdf, 0), "/MediaBox",
                  "[ 0.0000 0.0000 2383.9370 3370.3937 ]");
  assert_unparsed(pdf, qpdf_get_page_n(pdf, 0), "/TrimBox",
                  "[ 0.0000 0.0000 2383.9370 3370.3937 ]");
}

static void find_cmyk(pc_pdf *pdf, qpdf_oh object, void *user) {
  char **decode = user;
  if (!pc_pdf_has_name(pdf, object, "/ColorSpace", "/DeviceCMYK"))
    return;
  qpdf_oh array = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, object), "/Decode");
  g_assert_null(*decode);
  *decode = g_strdup(qpdf_oh_unparse(pdf, array));
}

static char *find_decode(gboolean without_adobe) {
  static const guint8 ink[] = {255, 0, 255, 255};
  jpeg_recipe recipe = {
      .width = 16, .height = 16, .cmyk = TRUE, .ink = ink, .without_adobe = without_adobe};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) jpeg = make_jpeg(&recipe);
  g_autoptr(pc_image) image = load(jpeg, diags);
  g_autoptr(pc_display) display = pc_display_new((pc_size){50000, 50000}, 0);
  pc_display_image(display, (pc_place){0}, image, (pc_rect){0, 0, 50000, 50000});
  g_autoptr(GBytes) bytes = pc_backend_write(display, PC_FORMAT_PDF, &untagged, diags);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  char *decode = NULL;
  pc_pdf_visit(pdf, find_cmyk, &decode);
  return decode;
}

static void test_cmyk_jpeg(void) {
  g_autofree char *adobe = find_decode(FALSE);
  g_autofree char *plain = find_decode(TRUE);
  g_assert_cmpstr(adobe, ==, "[ 1 0 1 0 1 0 1 0 ]");
  g_assert_cmpstr(plain, ==, "null");
}

static guint32 get_u32(const guint8 *bytes) {
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

typedef struct found_picture {
  GBytes *pixels;
  int bits;
  char *space; /* "name" of a device's colours, or the first of an array */
  bool has_mask;
} found_picture;

static void clear_picture(found_picture *found) {
  g_clear_pointer(&found->pixels, g_bytes_unref);
  g_clear_pointer(&found->space, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(found_picture, clear_picture)

static char *name_space(pc_pdf *pdf, qpdf_oh space) {
  bool is_array = qpdf_oh_is_array(pdf, space);
  return g_strdup(qpdf_oh_get_name(pdf, is_array ? qpdf_oh_get_array_item(pdf, space, 0) : space));
}

/* The last picture that is no mask. */
static void find_picture(pc_pdf *pdf, qpdf_oh object, void *user) {
  found_picture *found = user;
  if (!pc_pdf_has_name(pdf, object, "/Subtype", "/Image"))
    return;
  qpdf_oh dict = qpdf_oh_get_dict(pdf, object);
  if (found->pixels != NULL && !qpdf_oh_has_key(pdf, dict, "/SMask"))
    return; /* a mask */
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered;
  qpdf_oh_get_stream_data(pdf, object, qpdf_dl_generalized, &filtered, &data, &length);
  clear_picture(found);
  found->pixels = g_bytes_new(data, length);
  found->bits = qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, dict, "/BitsPerComponent"));
  found->space = name_space(pdf, qpdf_oh_get_key(pdf, dict, "/ColorSpace"));
  found->has_mask = qpdf_oh_has_key(pdf, dict, "/SMask");
  free(data);
}

static GBytes *print_pictures(GBytes *const *files, int count) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GPtrArray) images = g_ptr_array_new_with_free_func((GDestroyNotify)pc_image_free);
  g_autoptr(pc_display) display = pc_display_new((pc_size){40000, 20000}, 0);
  for (int i = 0; i < count; i++) {
    pc_image *image = load(files[i], diags);
    g_ptr_array_add(images, image);
    pc_display_image(display, (pc_place){0}, image, (pc_rect){1000 * i, 0, 40000, 20000});
  }
  GBytes *bytes = pc_backend_write(display, PC_FORMAT_PDF, &untagged, diags);
  g_assert_nonnull(bytes);
  return bytes;
}

/* One PNG on a page of its own; what stands in the PDF for it. */
static found_picture print_png(const png_recipe *recipe) {
  g_autoptr(GBytes) png = make_png(recipe);
  g_autoptr(GBytes) bytes = print_pictures(&png, 1);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  found_picture found = {0};
  pc_pdf_visit(pdf, find_picture, &found);
  g_assert_nonnull(found.pixels);
  return found;
}

/* Through the PDF's filter come the pixels that went into the PNG, in its depth; alpha apart. */
static void test_png_pixels(void) {
  static const struct {
    int type, depth;
    const char *space;
  } kinds[] = {
      {PNG_COLOR_TYPE_RGB, 8, "/DeviceRGB"},        {PNG_COLOR_TYPE_RGB, 16, "/DeviceRGB"},
      {PNG_COLOR_TYPE_GRAY, 8, "/DeviceGray"},      {PNG_COLOR_TYPE_GRAY, 16, "/DeviceGray"},
      {PNG_COLOR_TYPE_PALETTE, 8, "/Indexed"},      {PNG_COLOR_TYPE_RGB_ALPHA, 8, "/DeviceRGB"},
      {PNG_COLOR_TYPE_RGB_ALPHA, 16, "/DeviceRGB"}, {PNG_COLOR_TYPE_GRAY_ALPHA, 8, "/DeviceGray"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    png_recipe recipe = {.width = 40, .height = 20, .color_type = kinds[i].type};
    recipe.depth = kinds[i].depth;
    bool has_alpha = (recipe.color_type & PNG_COLOR_MASK_ALPHA) != 0;
    g_autoptr(GByteArray) wanted = g_byte_array_new();
    for (int k = 0; k < 40 * 20; k++) {
      guint8 pixel[8];
      size_t length = put_png_pixel(&recipe, k % 40, k / 40, pixel);
      size_t alpha = has_alpha ? (size_t)recipe.depth / 8 : 0;
      g_byte_array_append(wanted, pixel, (guint)(length - alpha));
    }
    g_auto(found_picture) found = print_png(&recipe);
    g_autoptr(GBytes) pixels = g_byte_array_free_to_bytes(g_steal_pointer(&wanted));
    g_assert_cmpint(found.bits, ==, recipe.depth);
    g_assert_cmpstr(found.space, ==, kinds[i].space);
    g_assert_cmpint(found.has_mask, ==, has_alpha);
    g_assert_true(g_bytes_equal(found.pixels, pixels));
  }
}

/* Interlaced data cannot be copied: the same pixels, row by row. */
static void test_png_interlaced(void) {
  png_recipe recipe = {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8};
  g_auto(found_picture) straight = print_png(&recipe);
  recipe.interlaced = TRUE;
  g_auto(found_picture) laced = print_png(&recipe);
  g_assert_true(g_bytes_equal(laced.pixels, straight.pixels));
}

static void count_profile(pc_pdf *pdf, qpdf_oh object, void *user) {
  int *counts = user;
  if (!qpdf_oh_is_stream(pdf, object))
    return;
  qpdf_oh dict = qpdf_oh_get_dict(pdf, object);
  counts[0] += pc_pdf_has_name(pdf, object, "/Alternate", "/DeviceRGB");
  qpdf_oh space = qpdf_oh_get_key(pdf, dict, "/ColorSpace");
  bool is_based =
      qpdf_oh_is_array(pdf, space) &&
      qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_array_item(pdf, space, 0), "/ICCBased");
  counts[1] += is_based;
}

/* Two pictures, one profile, one object; one of sRGB needs none. */
static void test_profiles(void) {
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  g_autoptr(GBytes) srgb = make_srgb();
  jpeg_recipe jpeg = {.width = 40, .height = 20, .icc = swapped};
  png_recipe png = {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8};
  png.icc = swapped;
  g_autoptr(GBytes) a = make_jpeg(&jpeg);
  g_autoptr(GBytes) b = make_png(&png);
  jpeg.icc = png.icc = srgb;
  g_autoptr(GBytes) c = make_jpeg(&jpeg);
  g_autoptr(GBytes) d = make_png(&png);
  g_autoptr(GBytes) bytes = print_pictures((GBytes *[]){a, b, c, d}, 4);
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  int counts[2] = {0};
  pc_pdf_visit(pdf, count_profile, counts);
  g_assert_cmpint(counts[0], ==, 1);
  g_assert_cmpint(counts[1], ==, 2);
}

/* 100 x 60 mm at 254 dpi are 1000 x 600 pixels: ten a millimetre. */
static void test_png(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PNG);
  const guint8 *data = g_bytes_get_data(bytes, NULL);
  g_assert_cmpuint(get_u32(data + 16), ==, 1000);
  g_assert_cmpuint(get_u32(data + 20), ==, 600);
  g_assert_true(memcmp(data + 37, "pHYs", 4) == 0);
  g_assert_cmpuint(get_u32(data + 41), ==, 10000);
  g_assert_false(holds(bytes, "tIME"));
  g_autoptr(pc_image) image = load(bytes, page->diags);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1000, 600);
  cairo_t *cr = cairo_create(surface);
  g_assert_true(pc_image_paint(image, cr, 0, 0, 1000, 600));
  cairo_destroy(cr);
  static const struct {
    int x, y;
    guint32 color;
  } spots[] = {{2, 2, 0xffcc99},     {250, 150, 0x0000ff}, {250, 50, 0xff0000},
               {775, 120, 0x0000ff}, {825, 120, 0xff0000}, {990, 590, 0xffcc99}};
  for (size_t i = 0; i < G_N_ELEMENTS(spots); i++) {
    const guint8 *row = cairo_image_surface_get_data(surface) +
                        spots[i].y * cairo_image_surface_get_stride(surface);
    guint32 pixel;
    memcpy(&pixel, row + 4 * spots[i].x, sizeof pixel);
    for (int shift = 0; shift < 24; shift += 8) /* a JPEG is never exact */
      g_assert_cmpint(ABS((int)(pixel >> shift & 0xff) - (int)(spots[i].color >> shift & 0xff)), <,
                      6);
  }
  cairo_surface_destroy(surface);
}

static void test_png_limit(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_display) display = pc_display_new((pc_size){841000, 1189000}, 0);
  pc_backend_options large = {.date = -1, .dpi = 600, .print = &plain_print};
  g_assert_null(pc_backend_write(display, PC_FORMAT_PNG, &large, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, PC_LIMIT);
  g_assert_cmpstr(pc_diags_at(diags, 0)->hint, ==, "at most --dpi 508 for this page");
}

static void test_pdf_limit(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_display) display = pc_display_new((pc_size){5080000, 1000}, 3000);
  g_assert_null(pc_backend_write(display, PC_FORMAT_PDF, &untagged, diags));
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, PC_LIMIT);
}

static void test_svg(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_SVG);
  g_assert_true(holds(bytes, "width=\"100mm\" height=\"60mm\" viewBox=\"0 0 100 60\""));
  g_assert_true(holds(bytes, "data:image/jpeg;base64,"));
  g_assert_true(holds(bytes, "data:image/png;base64,"));
}

/* A finished file that was tampered with is found out. */
static void test_inspect(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PDF);
  pc_sheet sheet = {{100000, 60000}, 3000, 0}, wider = {{100000, 60000}, 3001, 0};
  g_assert_true(pc_inspect_pdf(bytes, &sheet, 1, &options, diags));
  g_assert_false(pc_inspect_pdf(bytes, &wider, 1, &options, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 3);
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, PC_PRINT_RULE);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes(bytes, 0, g_bytes_get_size(bytes) / 2);
  g_assert_false(pc_inspect_pdf(cut, &sheet, 1, &options, diags));
}

/* A file that has lost its claim is still held to it. */
static void test_inspect_claim(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PDF);
  const pc_sheet sheet = {{100000, 60000}, 3000, 0};
  const pc_print print = {.standard = PC_STANDARD_X4};
  pc_backend_options asked = options;
  asked.print = &print;
  g_assert_false(pc_inspect_pdf(bytes, &sheet, 1, &asked, diags));
  bool is_said = false;
  for (int i = 0; i < pc_diags_count(diags); i++)
    is_said = is_said || strstr(pc_diags_at(diags, i)->message, "'claim'") != NULL;
  g_assert_true(is_said);
}

static void break_font(pc_pdf *pdf, qpdf_oh object, void *user) {
  (void)user;
  if (pc_pdf_has_name(pdf, object, "/Type", "/FontDescriptor"))
    qpdf_oh_remove_key(pdf, object, "/FontFile2");
  if (pc_pdf_has_name(pdf, object, "/Subtype", "/Type0"))
    qpdf_oh_remove_key(pdf, object, "/ToUnicode");
}

static bool has_message(const pc_diags *diags, const char *words) {
  for (int i = 0; i < pc_diags_count(diags); i++) {
    if (strstr(pc_diags_at(diags, i)->message, words) != NULL)
      return true;
  }
  return false;
}

static void test_inspect_parts(small_page *page, gconstpointer unused) {
  (void)unused;
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = write_page(page, PC_FORMAT_PDF);
  const pc_sheet sheet = {{100000, 60000}, 3000, 0};
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  pc_pdf_visit(pdf, break_font, NULL);
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/OpenAction",
                      qpdf_oh_parse(pdf, "<< /S /JavaScript /JS (x) >>"));
  qpdf_oh_remove_key(pdf, qpdf_get_page_n(pdf, 0), "/Tabs");
  qpdf_init_write_memory(pdf);
  qpdf_set_static_ID(pdf, QPDF_TRUE);
  g_assert_cmpint(qpdf_write(pdf), ==, 0);
  g_autoptr(GBytes) broken = g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
  g_assert_false(pc_inspect_pdf(broken, &sheet, 1, &options, diags));
  g_assert_true(has_message(diags, "is not embedded"));
  g_assert_true(has_message(diags, "cannot be read back"));
  g_assert_true(has_message(diags, "the file contains a program (/JS)"));
  g_assert_true(has_message(diags, "the file does something by itself (/OpenAction)"));
  g_assert_true(has_message(diags, "rule 'tab-order'"));
}

#define ADD(path, function)                                                                        \
  g_test_add("/backend/" path, small_page, NULL, init_page, function, clear_page)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("same-bytes", test_same_bytes);
  ADD("pdf-document", test_pdf_document);
  ADD("pdf-parts", test_pdf_parts);
  ADD("no-dates", test_no_dates);
  ADD("png", test_png);
  ADD("svg", test_svg);
  ADD("inspect", test_inspect);
  ADD("inspect-claim", test_inspect_claim);
  ADD("inspect-parts", test_inspect_parts);
  g_test_add_func("/backend/a0", test_a0);
  g_test_add_func("/backend/cmyk-jpeg", test_cmyk_jpeg);
  g_test_add_func("/backend/png-pixels", test_png_pixels);
  g_test_add_func("/backend/png-interlaced", test_png_interlaced);
  g_test_add_func("/backend/profiles", test_profiles);
  g_test_add_func("/backend/png-limit", test_png_limit);
  g_test_add_func("/backend/pdf-limit", test_pdf_limit);
  return g_test_run();
}
