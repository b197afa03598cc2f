/* test_figures.c - pictures in their panels: cut, beside the text, side by side, to the edges. */
#include <glib.h>

#include "corridor.h"

#define PICTURES PC_SOURCE_DIR "/tests/golden/pictures"
#define HEAD "page: {size: A2}\ngrid: {columns: 2, heights: equal}\nslides:\n"

static const char *const places[] = {"auto", "above", "below", "left", "right"};
static const char *const writings[] = {"horizontal", "horizontal", "vertical"};
static const char *const crops[] = {"{}", "{left: 20%}", "{top: 10%, bottom: 35%}",
                                    "{left: 5%, top: 40%, right: 60%}"};
static const char *const fits[] = {"contain", "cover"};
static const char *const sizes[] = {"auto", "auto", "40%", "70mm"};
static const char *const captions[] = {"~", "図の説明",
                                       "長い説明がここに入り、二行になることもある。"};

#define PICK(random, words) ((words)[g_rand_int_range((random), 0, G_N_ELEMENTS(words))])

static void append_figure(GString *yaml, GRand *random) {
  g_string_append_printf(yaml,
                         "    figure: {file: case1.png, alt: 図, place: %s, crop: %s, fit: %s, "
                         "width: %s, height: %s, caption: %s}\n",
                         PICK(random, places), PICK(random, crops), PICK(random, fits),
                         PICK(random, sizes), PICK(random, sizes), PICK(random, captions));
}

static void append_figures(GString *yaml, GRand *random) {
  g_string_append_printf(yaml, "    figures:\n      place: %s\n      items:\n",
                         PICK(random, places));
  for (int i = g_rand_int_range(random, 1, 7); i > 0; i--)
    g_string_append_printf(yaml, "        - {file: case1.png, alt: 図, crop: %s, caption: %s}\n",
                           PICK(random, crops), PICK(random, captions));
}

static char *make_poster(GRand *random) {
  GString *yaml = g_string_new(HEAD);
  for (int i = 0; i < 4; i++) {
    g_string_append_printf(yaml, "  - title: 事例\n    writing: %s\n    columns: %d\n    text: |\n",
                           PICK(random, writings), g_rand_int_range(random, 0, 4) == 0 ? 2 : 1);
    for (int k = g_rand_int_range(random, 1, 4); k > 0; k--)
      g_string_append(yaml,
                      "      この会は四十年前に始まりました。毎月一回、集まりを開いています。\n\n");
    if (g_rand_boolean(random))
      append_figure(yaml, random);
    else
      append_figures(yaml, random);
  }
  return g_string_free(yaml, FALSE);
}

static pc_rect find_text_rect(const pc_text_box *text) {
  pc_rect all = {0};
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const double along[] = {0, text->lines->items[i].width};
    const double above[] = {PC_ASCENT_EM - 1, PC_ASCENT_EM};
    const pc_rect line = pc_text_box_rect(text, i, along, above);
    const pc_um right = MAX(all.x + all.w, line.x + line.w);
    const pc_um bottom = MAX(all.y + all.h, line.y + line.h);
    all.x = i == 0 ? line.x : MIN(all.x, line.x);
    all.y = i == 0 ? line.y : MIN(all.y, line.y);
    all.w = i == 0 ? line.w : right - all.x;
    all.h = i == 0 ? line.h : bottom - all.y;
  }
  return all;
}

static void assert_apart(pc_rect a, pc_rect b) {
  if (a.w > 0 && a.h > 0 && b.w > 0 && b.h > 0)
    g_assert_false(pc_rect_overlaps(pc_rect_inset(a, 2), pc_rect_inset(b, 2)));
}

/* What is seen lies within the whole image, whose proportions are its own. */
static void assert_whole(const pc_picture_box *picture) {
  const double own = (double)pc_image_height(picture->image) / pc_image_width(picture->image);
  g_assert_true(pc_rect_contains(pc_rect_inset(picture->whole, -2), picture->rect));
  g_assert_cmpfloat_with_epsilon((double)picture->whole.h / picture->whole.w, own, 2e-3 * own);
}

static void assert_panel(const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    for (int k = 0; k < box->n_pictures; k++) {
      const pc_rect rect = box->pictures[k].rect;
      g_assert_true(pc_rect_contains(pc_rect_inset(panel->inner, -2), rect));
      assert_whole(&box->pictures[k]);
      assert_apart(rect, find_text_rect(&box->caption));
      for (int j = 0; j < panel->n_boxes; j++)
        assert_apart(rect, find_text_rect(&panel->boxes[j].text));
      for (int j = 0; j < box->n_pictures; j++) {
        assert_apart(rect, find_text_rect(&box->pictures[j].caption));
        if (j != k)
          assert_apart(rect, box->pictures[j].rect);
      }
    }
  }
}

static void test_pictures_touch_nothing(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(17);
  int seen = 0;
  for (int trial = 0; trial < 60; trial++) {
    g_autofree char *yaml = make_poster(random);
    corridor house;
    g_test_message("trial %d\n%s", trial, yaml);
    corridor_init(&house, yaml, PICTURES, true);
    for (int i = 0; i < house.layout->n_panels; i++) {
      if (house.layout->panels[i].overflow)
        continue;
      assert_panel(&house.layout->panels[i]);
      seen++;
    }
    corridor_clear(&house);
  }
  g_assert_cmpint(seen, >, 200);
}

/* The first box of the first panel that holds pictures. */
static const pc_box *find_pictures(const corridor *house) {
  const pc_panel *panel = &house->layout->panels[0];
  for (int i = 0; i < panel->n_boxes; i++) {
    if (panel->boxes[i].n_pictures > 0)
      return &panel->boxes[i];
  }
  g_assert_not_reached();
}

static const char *const text = "    text: この会は四十年前に始まりました。毎月一回集まります。\n";

static void assert_beside(const char *writing, const char *place, pc_axis axis, bool is_first) {
  g_autofree char *yaml =
      g_strdup_printf(HEAD "  - writing: %s\n%s    figure: {file: case1.png, alt: 図, place: %s}\n",
                      writing, text, place);
  corridor house;
  corridor_init(&house, yaml, PICTURES, false);
  const pc_extent picture = pc_rect_extent(find_pictures(&house)->pictures[0].rect, axis);
  const pc_extent words =
      pc_rect_extent(find_text_rect(&house.layout->panels[0].boxes[0].text), axis);
  if (is_first)
    g_assert_cmpint(picture.start + picture.length, <, words.start);
  else
    g_assert_cmpint(words.start + words.length, <, picture.start);
  corridor_clear(&house);
}

/* On paper, whichever way the lines run. */
static void test_places_are_those_on_paper(void) {
  static const char *const ways[] = {"horizontal", "vertical"};
  for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
    assert_beside(ways[i], "left", PC_AXIS_X, true);
    assert_beside(ways[i], "right", PC_AXIS_X, false);
    assert_beside(ways[i], "below", PC_AXIS_Y, false);
  }
  assert_beside("vertical", "above", PC_AXIS_Y, true);
}

static void test_cover_cuts_two_sides_alike(void) {
  corridor house;
  corridor_init(&house,
                HEAD "  - role: figure\n    number: none\n"
                     "    figure: {file: case1.png, alt: 図, fit: cover}\n",
                PICTURES, false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_picture_box *picture = &find_pictures(&house)->pictures[0];
  g_assert_cmpint(picture->rect.w, ==, panel->rect.w);
  g_assert_cmpint(picture->rect.h, ==, panel->rect.h);
  const pc_um left = picture->rect.x - picture->whole.x;
  const pc_um right = picture->whole.x + picture->whole.w - picture->rect.x - picture->rect.w;
  const pc_um above = picture->rect.y - picture->whole.y;
  g_assert_cmpint(ABS(left - right), <=, 2);
  g_assert_cmpint(left + above, >, 1000);
  corridor_clear(&house);
}

static void test_fill_reaches_three_edges(void) {
  corridor house;
  corridor_init(&house,
                HEAD "  - title: 絵\n    number: none\n"
                     "    figure: {file: case1.png, alt: 図, place: fill}\n",
                PICTURES, false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_rect rect = find_pictures(&house)->pictures[0].rect;
  const pc_rect heading = find_text_rect(&panel->boxes[0].text);
  g_assert_cmpint(rect.x, ==, panel->rect.x);
  g_assert_cmpint(rect.w, ==, panel->rect.w);
  g_assert_cmpint(rect.y + rect.h, ==, panel->rect.y + panel->rect.h);
  g_assert_cmpint(rect.y, >, heading.y + heading.h);
  corridor_clear(&house);
}

static void test_bare_pictures_run_into_the_bleed(void) {
  corridor house;
  corridor_init(&house,
                "page: {size: A4, margin: 0mm, bleed: 3mm}\nheader: off\nfooter: off\n"
                "slides:\n  - role: figure\n    number: none\n"
                "    figure: {file: case1.png, alt: 図, fit: cover}\n",
                PICTURES, false);
  const pc_rect rect = find_pictures(&house)->pictures[0].rect;
  g_assert_cmpint(rect.x, ==, -3000);
  g_assert_cmpint(rect.y, ==, -3000);
  g_assert_cmpint(rect.w, ==, house.doc->page.width + 6000);
  g_assert_cmpint(rect.h, ==, house.doc->page.height + 6000);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/figures/places-are-those-on-paper", test_places_are_those_on_paper);
  g_test_add_func("/figures/cover-cuts-two-sides-alike", test_cover_cuts_two_sides_alike);
  g_test_add_func("/figures/fill-reaches-three-edges", test_fill_reaches_three_edges);
  g_test_add_func("/figures/bare-pictures-run-into-the-bleed",
                  test_bare_pictures_run_into_the_bleed);
  g_test_add_func("/figures/pictures-touch-nothing", test_pictures_touch_nothing);
  return g_test_run();
}
