/* test_slug.c - what stands between the marks below the sheet, and what becomes of it when there is
 * little room. */
#include "layout/slug.h"

#include "backend/marks.h"
#include "corridor.h"
#include "paint/paint.h"

#define SLIDES "theme: {sizes: {body: {min: 3pt, max: 9pt}}}\nheader: false\nslides: [あ]\n"
#define PAGE(size, marks)                                                                          \
  "page: {size: " size ", margin: 4mm, bleed: 3mm, marks: " marks "}\n" SLIDES

static const char title[] = "とても長い題名であって、ひとつの行にはどうしても入らないもの";

static const char *text_of(const corridor *house, int side) {
  const pc_text_box *box = &house->layout->slug[side];
  return pc_text_box_has_lines(box) ? pc_paragraph_rich(box->lines->paragraph)->text : NULL;
}

static void assert_texts(const char *yaml, const char *left, const char *right) {
  corridor house;
  corridor_init(&house, yaml, ".", true);
  g_assert_cmpstr(text_of(&house, 0), ==, left);
  g_assert_cmpstr(text_of(&house, 1), ==, right);
  corridor_clear(&house);
}

#define VERSION "posterc " POSTERC_VERSION_TEXT

static void test_texts(void) {
  assert_texts("title: 題\n" PAGE("A3", "tombo"), "poster.yaml　題",
               "297 × 420 mm　FOGRA39　" VERSION);
  assert_texts(PAGE("[200.5mm, 100mm]", "crop"), "poster.yaml",
               "200.5 × 100 mm　FOGRA39　" VERSION);
  assert_texts("print: {standard: plain}\n" PAGE("A3", "tombo"), "poster.yaml",
               "297 × 420 mm　" VERSION);
  assert_texts("print: {profile: a/press.icc}\n" PAGE("A3", "tombo"), "poster.yaml",
               "297 × 420 mm　press.icc　" VERSION);
  assert_texts("print: {profile: press.icc, condition: JC200103}\n" PAGE("A3", "tombo"),
               "poster.yaml", "297 × 420 mm　JC200103　" VERSION);
}

/* The end of the right text goes first; where nothing has room there is no slug. */
static void test_little_room(void) {
  assert_texts(PAGE("A6", "tombo"), "poster.yaml", "105 × 148 mm　FOGRA39");
  assert_texts(PAGE("[40mm, 90mm]", "tombo"), NULL, NULL);
  assert_texts(PAGE("A3", "none"), NULL, NULL);
}

static void test_long_title(void) {
  g_autofree char *yaml = g_strdup_printf("title: %s\n%s", title, PAGE("[150mm, 100mm]", "tombo"));
  corridor house;
  corridor_init(&house, yaml, ".", true);
  const char *text = text_of(&house, 0);
  g_assert_true(g_str_has_prefix(text, "poster.yaml　とて"));
  g_assert_true(g_str_has_suffix(text, "もの"));
  const char *ellipsis = strstr(text, "…");
  g_assert_nonnull(ellipsis);
  g_assert_null(strstr(ellipsis + 1, "…"));
  g_assert_cmpint(house.layout->slug[0].lines->count, ==, 1);
  corridor_clear(&house);
}

static pc_layout *lay_out(const corridor *house, const char *date, pc_diags *diags) {
  pc_layout_options options = {.draft = true, .date = date};
  return pc_layout_new(house->doc, house->measurer, &options, diags);
}

static void test_date(void) {
  corridor house;
  corridor_init(&house, PAGE("A3", "tombo"), ".", true);
  g_autoptr(pc_layout) dated = lay_out(&house, "2026-05-01", house.diags);
  const pc_text_box *box = &dated->slug[1];
  g_assert_cmpstr(pc_paragraph_rich(box->lines->paragraph)->text, ==,
                  "297 × 420 mm　FOGRA39　2026-05-01　" VERSION);
  corridor_clear(&house);
}

/* Neither a stream nor control characters are a name on paper. */
static void test_names(void) {
  static const struct {
    const char *file, *text;
  } names[] = {
      {"<stdin>", NULL}, {"posters/a\nb.yaml", "a b.yaml"}, {"題\xff.yaml", "題\ufffd.yaml"}};
  corridor house;
  corridor_init(&house, PAGE("A3", "tombo"), ".", true);
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    pc_doc doc = *house.doc;
    doc.file = names[i].file;
    pc_layout_options options = {.draft = true};
    g_autoptr(pc_layout) layout = pc_layout_new(&doc, house.measurer, &options, house.diags);
    bool has_text = pc_text_box_has_lines(&layout->slug[0]);
    g_assert_cmpint(has_text, ==, names[i].text != NULL);
    if (has_text)
      g_assert_cmpstr(pc_paragraph_rich(layout->slug[0].lines->paragraph)->text, ==, names[i].text);
  }
  corridor_clear(&house);
}

/* Both texts keep off every mark, and stay between bleed and media. */
static void assert_clear_of_marks(const corridor *house, pc_marks kind) {
  const pc_page *page = &house->doc->page;
  pc_sheet sheet = pc_sheet_make((pc_size){page->width, page->height}, page->bleed, true);
  g_autoptr(GArray) marks = pc_marks_place(sheet, kind);
  for (int side = 0; side < 2; side++) {
    const pc_text_box *box = &house->layout->slug[side];
    if (!pc_text_box_has_lines(box))
      continue;
    pc_rect ink = pc_text_box_rect(box, 0, (double[]){0, box->lines->items[0].width},
                                   (double[]){PC_ASCENT_EM - 1, PC_ASCENT_EM});
    g_assert_false(pc_rect_overlaps(ink, pc_sheet_bleed(sheet)));
    g_assert_true(pc_rect_contains(pc_sheet_media(sheet), ink));
    for (guint i = 0; i < marks->len; i++) {
      const pc_trim_mark *mark = &g_array_index(marks, pc_trim_mark, i);
      pc_rect line = {MIN(mark->from.x, mark->to.x) - mark->radius,
                      MIN(mark->from.y, mark->to.y) - mark->radius,
                      ABS(mark->from.x - mark->to.x) + 2 * mark->radius,
                      ABS(mark->from.y - mark->to.y) + 2 * mark->radius};
      g_assert_false(pc_rect_overlaps(pc_rect_inset(line, -1000), ink));
    }
  }
}

static void test_clear_of_marks(void) {
  static const char *const sizes[] = {"A0", "A4", "A6", "[70mm, 300mm]", "[300mm, 70mm]"};
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autofree char *yaml = g_strdup_printf(
        "title: %s\npage: {size: %s, margin: 4mm, bleed: 3mm, marks: tombo}\n" SLIDES, title,
        sizes[i]);
    corridor house;
    corridor_init(&house, yaml, ".", true);
    assert_clear_of_marks(&house, PC_MARKS_TOMBO);
    assert_clear_of_marks(&house, PC_MARKS_CROP);
    corridor_clear(&house);
  }
}

/* The page is clipped to the bleed, the slug is not, and is no content. */
static void test_painted(void) {
  corridor house;
  corridor_init(&house, PAGE("A3", "crop"), ".", true);
  g_autoptr(pc_display) display = pc_paint_layout(house.layout);
  g_autoptr(GString) dump = g_string_new(NULL);
  pc_display_dump(display, dump);
  const char *unclip = strstr(dump->str, "unclip");
  g_assert_nonnull(strstr(dump->str, "clip M -3.000 -3.000 L 300.000 -3.000"));
  g_assert_nonnull(unclip);
  g_assert_nonnull(strstr(unclip, "Artifact"));
  g_assert_nonnull(strstr(unclip, "#000000 \"poster.yaml\""));
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/slug/texts", test_texts);
  g_test_add_func("/slug/little-room", test_little_room);
  g_test_add_func("/slug/long-title", test_long_title);
  g_test_add_func("/slug/date", test_date);
  g_test_add_func("/slug/names", test_names);
  g_test_add_func("/slug/clear-of-marks", test_clear_of_marks);
  g_test_add_func("/slug/painted", test_painted);
  return g_test_run();
}
