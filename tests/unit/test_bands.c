/* test_bands.c - header and footer: titles that fill them, shared lines, logos, reading order. */
#include <glib.h>
#include <string.h>

#include "corridor.h"

#define SLIDES "slides: [{text: 一。}, {text: 二。}, {text: 三。}]\n"

static void lay_out(corridor *house, const char *top, bool is_landscape) {
  g_autofree char *yaml =
      g_strconcat(top, is_landscape ? "page: {orientation: landscape}\n" : "", SLIDES, NULL);
  corridor_init(house, yaml, PC_SOURCE_DIR "/tests/golden/pictures", false);
}

static const pc_text_box *find_text(const pc_band_box *band, pc_band_item item, int nth) {
  for (int i = 0; i < band->n_texts; i++) {
    if (band->items[i] == item && nth-- == 0)
      return &band->texts[i];
  }
  return NULL;
}

static pc_um line_end(const pc_text_box *text, int line) {
  return text->x[line] + pc_text_width(text->lines->items[line].width, text->size_pt);
}

static void assert_within(const pc_band_box *band) {
  for (int i = 0; i < band->n_texts; i++) {
    const pc_text_box *text = &band->texts[i];
    for (int k = 0; k < text->lines->count; k++) {
      g_assert_cmpint(text->x[k], >=, band->rect.x);
      g_assert_cmpint(line_end(text, k), <=, band->rect.x + band->rect.w);
      g_assert_cmpint(text->baseline[k] - pc_um_from_pt(text->size_pt * PC_ASCENT_EM), >=,
                      band->rect.y);
      g_assert_cmpint(text->baseline[k], <=, band->rect.y + band->rect.h);
    }
  }
  for (int i = 0; i < band->n_logos; i++)
    g_assert_true(pc_rect_contains(band->rect, band->logo_rects[i]));
}

/* Long and short titles, with and without company, on both ways of the sheet. */
static void test_proportion(void) {
  static const char *const tops[] = {
      "title: 声\n",
      "title: ピアサポ通信\nsubtitle: 作業部会\n",
      "title: 専門職とピアサポーターのパートナーシップ\nauthors: [甲野, 乙山]\nevent: 研修会\n",
      "title: 専門職とピアサポーターのパートナーシップ\nheader: {align: center}\nevent: 研修会\n"
      "subtitle: 三つの事例から\nauthors: [甲野, 乙山]\naffiliations: [甲会, 乙会]\n",
      "title: 専門職とピアサポーターのパートナーシップ\nsubtitle: 三つの事例から\ndate: 五月\n"
      "authors: [甲, 乙, 丙, 丁, 戊, 己, 庚]\naffiliations: [甲会, 乙会]\nevent: 研修会\n"
      "logos: [case1.png, case3.png, case1.png, case3.png, case1.png, case3.png]\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS(tops) * 2; i++) {
    corridor house;
    lay_out(&house, tops[i / 2], i % 2 == 1);
    const pc_band_box *header = &house.layout->header;
    g_assert_cmpint(header->rect.h, <=, house.doc->page.height * 14 / 100);
    assert_within(header);
    corridor_clear(&house);
  }
}

/* A short title is as large as the band bears, a long one fills its lines. */
static void test_title_fills(void) {
  corridor one, two;
  lay_out(&one, "title: 声をあげる\n", false);
  const pc_text_box *big = find_text(&one.layout->header, PC_BAND_TITLE, 0);
  g_assert_cmpfloat(big->size_pt, ==, 139.5);
  g_assert_cmpint(big->lines->count, ==, 1);
  lay_out(&two, "title: ピアサポートにおける専門職とのパートナーシップと地域の支援の広がり\n",
          false);
  const pc_text_box *long_title = find_text(&two.layout->header, PC_BAND_TITLE, 0);
  g_assert_cmpint(long_title->lines->count, ==, 2);
  g_assert_cmpfloat(long_title->size_pt, >=, 80);
  g_assert_cmpint(line_end(long_title, 0), >=, two.doc->page.width / 2);
  corridor_clear(&one);
  corridor_clear(&two);
}

/* A size on paper is what the author wants. */
static void test_given_title_size(void) {
  corridor house;
  lay_out(&house, "title: 声\ntheme: {sizes: {title: 90pt}}\n", false);
  g_assert_cmpfloat(find_text(&house.layout->header, PC_BAND_TITLE, 0)->size_pt, ==, 90);
  corridor_clear(&house);
}

/* Centred texts stand in the middle of the sheet, with a logo too; names on one line. */
static void test_centre(void) {
  corridor house;
  lay_out(&house,
          "title: 声をあげる\nauthors: [甲野, 乙山]\nlogos: case1.png\nheader: {align: center}\n",
          false);
  const pc_band_box *header = &house.layout->header;
  const pc_text_box *title = find_text(header, PC_BAND_TITLE, 0);
  g_assert_cmpint(ABS(title->x[0] + line_end(title, 0) - house.doc->page.width), <=, 4);
  const pc_text_box *first = find_text(header, PC_BAND_AUTHORS, 0);
  const pc_text_box *second = find_text(header, PC_BAND_AUTHORS, 1);
  g_assert_cmpint(first->baseline[0], ==, second->baseline[0]);
  g_assert_cmpint(line_end(first, 0), <, second->x[0]);
  corridor_clear(&house);
}

/* Logos of one area whatever their form, in two rows where that makes them larger. */
static void test_logos(void) {
  corridor house;
  lay_out(&house,
          "title: 声\nlogos: [case1.png, case3.png, case1.png, case3.png, case1.png, case3.png]\n",
          false);
  const pc_band_box *header = &house.layout->header;
  g_assert_cmpint(header->n_logos, ==, 6);
  g_assert_cmpint(header->logo_rects[3].y, >=, header->logo_rects[0].y + header->logo_rects[0].h);
  const double area = (double)header->logo_rects[0].w * header->logo_rects[0].h;
  for (int i = 0; i < header->n_logos; i++) {
    const pc_rect rect = header->logo_rects[i];
    g_assert_cmpfloat(ABS((double)rect.w * rect.h / area - 1), <, 0.001);
    g_assert_true(pc_rect_contains(header->logo_plate, rect));
  }
  corridor_clear(&house);
}

/* On a light band nothing lies under them. */
static void test_plate(void) {
  corridor house;
  lay_out(&house,
          "title: 声\nlogos: case1.png\ntheme: {header: {fill: '#ffffff', ink: '#000000'}}\n",
          false);
  g_assert_cmpint(house.layout->header.logo_plate.w, ==, 0);
  corridor_clear(&house);
}

static void assert_reading(const char *top, const char *expected) {
  corridor house;
  lay_out(&house, top, false);
  const pc_text_box *reading = find_text(&house.layout->footer, PC_BAND_READING, 0);
  g_assert_nonnull(reading);
  g_assert_cmpstr(pc_paragraph_rich(reading->lines->paragraph)->text, ==, expected);
  corridor_clear(&house);
}

static void test_reading_order(void) {
  assert_reading("footer: true\n", "番号の順にお読みください（左上から右下へ）");
  assert_reading("footer: {show: [reading]}\ngrid: {flow: n}\n",
                 "番号の順にお読みください（左の列から、上から下へ）");
  assert_reading("footer: true\ngrid: {flow: z-rtl}\n",
                 "番号の順にお読みください（右上から左下へ）");
  assert_reading("footer: true\ngrid: {flow: n-rtl}\n",
                 "番号の順にお読みください（右の列から、上から下へ）");
  assert_reading("footer: true\ngrid: {areas: [[2, 1, 3]]}\n", "番号の順にお読みください");
  assert_reading("footer: true\nlang: en\n",
                 "Read the panels by their numbers, row by row from the top left");
}

/* What stands on the left stands on one line; all of the footer shares a baseline. */
static void test_footer(void) {
  corridor house;
  lay_out(&house, "title: 声\nevent: 研修会\ndate: 五月\nfooter: true\n", false);
  const pc_band_box *footer = &house.layout->footer;
  const pc_text_box *event = find_text(footer, PC_BAND_EVENT, 0);
  const pc_text_box *date = find_text(footer, PC_BAND_DATE, 0);
  const pc_text_box *reading = find_text(footer, PC_BAND_READING, 0);
  g_assert_cmpint(event->baseline[0], ==, date->baseline[0]);
  g_assert_cmpint(ABS(event->baseline[0] - reading->baseline[0]), <=, 2);
  g_assert_cmpint(line_end(event, 0), <, date->x[0]);
  g_assert_cmpint(ABS(line_end(reading, 0) - (house.doc->page.width - house.doc->page.margin)), <=,
                  2);
  assert_within(footer);
  corridor_clear(&house);
}

/* No band's text is smaller than the sheet bears. */
static void test_least_size(void) {
  static const char *const pages[] = {"A0", "A2", "A4"};
  static const double least[] = {24, 24 * 420 / 841.0, 9};
  for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
    g_autofree char *yaml = g_strdup_printf(
        "title: 声\nevent: 会\nfooter: true\npage: {size: %s}\nslides: [一, 二]\n", pages[i]);
    corridor house;
    corridor_init(&house, yaml, ".", false);
    for (int k = 0; k < house.layout->footer.n_texts; k++)
      g_assert_cmpfloat(house.layout->footer.texts[k].size_pt, >=, least[i] - 0.1);
    corridor_clear(&house);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/bands/proportion", test_proportion);
  g_test_add_func("/bands/title-fills", test_title_fills);
  g_test_add_func("/bands/given-title-size", test_given_title_size);
  g_test_add_func("/bands/centre", test_centre);
  g_test_add_func("/bands/logos", test_logos);
  g_test_add_func("/bands/plate", test_plate);
  g_test_add_func("/bands/reading-order", test_reading_order);
  g_test_add_func("/bands/footer", test_footer);
  g_test_add_func("/bands/least-size", test_least_size);
  return g_test_run();
}
