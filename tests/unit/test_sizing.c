/* test_sizing.c - figures take the room that the text leaves: what every poster keeps to.
 *
 * A figure without a given width or height is `free`.  Beside text, the guarantee is its width.
 * Two things count as full: a panel of two thirds, and a panel whose free figures cannot fill more,
 * since a picture is as wide as its room, or a form drawn into all the room left over comes out no
 * higher.  Panels without a free figure are not judged here: their text has the size of all.
 */
#include <glib.h>
#include <math.h>

#include "corridor.h"
#include "figure/look.h"
#include "layout/caption.h"

/* Roundings along the way. */
static const pc_um rounding = 20;
static const double enough_filled = 2.0 / 3;
/* A form that comes out so much higher in more room could have filled it. */
static const double higher = 1.03;
/* What labels may grow to in a panel that is a figure's alone, of the body. */
static const double alone_growth = 1.5;
/* Of what a panel has free, what is nothing. */
static const double hardly = 0.02;

static const char *const examples[] = {"merged", "newsletter", "vertical", "workshop"};
static const char *const pages[] = {"A0", "A1", "A2", "A3"};
static const char *const heights[] = {"balanced", "balanced", "equal"};
static const char *const captions[] = {
    "~", "図の説明",
    "長い説明がここに入り、二行になることもある。参加した人たちの声も書いてある。"};
static const char *const figures[] = {
    "steps: {items: [相談を受ける, 場をつくる, 声を聞く, まとめる]",
    "cycle: {items: [相談, 場づくり, 傾聴, まとめ]",
    "chart: {type: bar, data: {札幌: 12, 仙台: 30, 東京: 44}",
    "chart: {type: hbar, data: {札幌: 12, 仙台: 30, 東京: 44}",
    "chart: {type: line, data: {一月: 12, 二月: 30, 三月: 4}",
    "chart: {type: pie, data: {賛成: 12, 反対: 3, 保留: 4}",
    "rings: {items: [中心, 二番目, 三番目]",
    "diagram: {edges: [患者会 -> 保健所, 保健所 -> 会員]",
    "figure: {file: case1.png, alt: 図",
};
static const char *const places[] = {"auto", "auto", "above", "left", "right"};

#define PICK(random, words) ((words)[g_rand_int_range((random), 0, G_N_ELEMENTS(words))])

static void append_gallery(GString *yaml, GRand *random) {
  const char *caption = PICK(random, captions);
  g_string_append(yaml, "    figures:\n");
  for (int i = g_rand_int_range(random, 2, 7); i > 0; i--)
    g_string_append_printf(yaml, "      - {file: case1.png, alt: 図, caption: %s}\n", caption);
}

static void append_figure(GString *yaml, GRand *random) {
  const char *figure = PICK(random, figures), *caption = PICK(random, captions);
  g_string_append_printf(yaml, "    %s, caption: %s, ", figure, caption);
  g_string_append_printf(yaml, "place: %s}\n", PICK(random, places));
}

static void append_slide(GString *yaml, GRand *random) {
  static const char *const sentence =
      "専門職とピアサポーターの協力関係を通して、会の歩みを考える。";
  g_string_append(yaml, "  - title: 事例\n");
  const int kind = g_rand_int_range(random, 0, 8);
  if (kind < 6) {
    g_string_append(yaml, "    text: |\n      ");
    for (int i = g_rand_int_range(random, 1, 12); i > 0; i--)
      g_string_append(yaml, sentence);
    g_string_append(yaml, "\n");
  }
  if (kind == 5)
    append_gallery(yaml, random);
  else if (kind > 2)
    append_figure(yaml, random);
}

static char *make_poster(GRand *random, int n) {
  GString *yaml = g_string_new("title: 協力関係を考える\n");
  g_string_append_printf(yaml, "page: {size: %s, ", PICK(random, pages));
  g_string_append_printf(yaml, "orientation: %s}\n",
                         g_rand_boolean(random) ? "portrait" : "landscape");
  g_string_append_printf(yaml, "grid: {columns: %d, ", g_rand_int_range(random, 1, 5));
  g_string_append_printf(yaml, "heights: %s}\n", PICK(random, heights));
  g_string_append(yaml, "theme: {sizes: {body: {min: 2pt}}}\nslides:\n");
  for (int i = 0; i < n; i++)
    append_slide(yaml, random);
  return g_string_free(yaml, FALSE);
}

static bool is_free(const pc_box *box) {
  const pc_figure *figure = box->block->figure;
  return figure != NULL && figure->width.unit == PC_UNIT_AUTO &&
         figure->height.unit == PC_UNIT_AUTO && box->kind != PC_BLOCK_QR &&
         (box->drawing != NULL || box->n_pictures > 0);
}

/* The room of a drawing, of which a form may leave some free, or of rows of pictures; captions
 * aside.
 */
static pc_um find_room(const pc_box *box) {
  pc_um sum = box->drawing != NULL ? MAX(box->drawing->bounds.h, box->form.length) : 0;
  pc_um row = G_MININT32;
  for (int i = 0; i < box->n_pictures; i++) {
    const pc_rect *rect = &box->pictures[i].rect;
    sum += rect->y == row ? 0 : rect->h;
    row = rect->y;
  }
  return sum;
}

/* Pictures that reach from side to side, or all that there is between them and their captions. */
static bool is_as_wide_as_it_goes(const pc_box *box) {
  for (int i = 0, first = 0; i < box->n_pictures; i++) {
    const pc_rect *left = &box->pictures[first].rect, *right = &box->pictures[i].rect;
    const bool ends = i + 1 == box->n_pictures || box->pictures[i + 1].rect.y != right->y;
    if (ends && right->x + right->w - left->x >= box->rect.w - rounding)
      return true;
    first = ends ? i + 1 : first;
  }
  return box->n_pictures > 0 && box->pictures[0].figure->place == PC_FIGURE_FILL;
}

static pc_um find_free(const pc_panel *panel) {
  return (pc_um)lround(MAX(0, 1 - panel->filled) * panel->inner.h);
}

static int count_free(const pc_panel *panel) {
  int count = 0;
  for (int i = 0; i < panel->n_boxes; i++)
    count += is_free(&panel->boxes[i]);
  return count;
}

/* With nothing but free figures below its heading. */
static bool is_alone(const pc_panel *panel) {
  int others = 0;
  for (int i = 0; i < panel->n_boxes; i++)
    others += panel->boxes[i].kind != PC_BLOCK_HEADING && panel->boxes[i].kind != PC_BLOCK_SOURCE;
  return count_free(panel) == others;
}

static pc_figure_type find_type(const pc_layout *layout, const pc_panel *panel) {
  const double least = pc_length_pt(layout->doc->theme.sizes.caption, layout->body_pt);
  const double most = panel->body_pt * (is_alone(panel) ? alone_growth : 1);
  return (pc_figure_type){MIN(least, panel->body_pt), most};
}

/* A form that asks for no more. */
static bool is_natural(const pc_layout *layout, const pc_panel *panel, const pc_box *box) {
  if (box->drawing == NULL)
    return false;
  const pc_figure_type type = find_type(layout, panel);
  const pc_figure_need need = pc_sketch_measure(box->sketch, box->drawing->bounds.w, &type);
  return find_room(box) >= need.natural - rounding;
}

/* Drawn into its room and all that is free, it would be higher. */
static bool could_grow(const pc_layout *layout, const pc_panel *panel, const pc_box *box) {
  if (box->drawing == NULL)
    return !is_as_wide_as_it_goes(box);
  const pc_look look = pc_look_resolve_panel(&layout->doc->theme, panel->slide);
  const pc_figure_type type = find_type(layout, panel);
  const pc_um height = box->drawing->bounds.h;
  pc_rect room = box->drawing->bounds;
  room.h = height + find_free(panel);
  g_autoptr(pc_drawing) larger = pc_sketch_draw(box->sketch, &type, &look, room);
  return pc_drawing_height(larger).length > height * higher;
}

/* At least theme.figure.min of the panel's height or, beside text, of its width; less only where it
 * asks for no more. */
static void assert_not_small(const pc_layout *layout, const pc_panel *panel, const pc_box *box) {
  const pc_length share = layout->doc->theme.figure_min;
  const pc_um em = pc_um_from_pt(layout->body_pt);
  const double least = (double)pc_length_um(share, em, panel->rect.h) / count_free(panel);
  const bool is_beside = box->rect.w < panel->inner.w - rounding;
  if (is_beside && box->rect.w >= pc_length_um(share, em, panel->inner.w) * 0.6)
    return;
  if (find_room(box) >= least - rounding || is_as_wide_as_it_goes(box) ||
      is_natural(layout, panel, box))
    return;
  if (find_free(panel) > panel->inner.h * hardly && !could_grow(layout, panel, box))
    return;
  g_error("panel %d: figure at line %d has %d um of height, of %d", panel->slide->number,
          box->block->at.line, find_room(box), panel->rect.h);
}

static void assert_full(const pc_layout *layout, const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes && panel->filled < enough_filled; i++) {
    const pc_box *box = &panel->boxes[i];
    if (is_free(box) && could_grow(layout, panel, box))
      g_error("panel %d: %.2f filled, and the figure at line %d could be larger",
              panel->slide->number, panel->filled, box->block->at.line);
  }
}

/* Inside the place it was given, its caption right below it. */
static void assert_drawn_in_place(const pc_box *box, double caption_pt) {
  const pc_extent seen = pc_drawing_height(box->drawing);
  const pc_rect bounds = box->drawing->bounds;
  g_assert_cmpint(seen.start, >=, bounds.y - 2 * rounding);
  g_assert_cmpint(seen.start + seen.length, <=, bounds.y + bounds.h + 2 * rounding);
  if (box->caption.lines == NULL || box->caption.lines->count == 0)
    return;
  const pc_um top = box->caption.baseline[0] - pc_um_from_pt(caption_pt * PC_ASCENT_EM);
  g_assert_cmpint(ABS(top - bounds.y - bounds.h - pc_caption_gap(caption_pt)), <=, rounding);
}

/* Panels with a free figure, and those of them that are two thirds filled. */
typedef struct tally {
  int figures, full;
} tally;

static void assert_panel(const pc_layout *layout, const pc_panel *panel, tally *count) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    if (box->drawing != NULL)
      assert_drawn_in_place(box, box->caption.size_pt);
    if (is_free(box) && panel->slide->writing == PC_WRITING_HORIZONTAL)
      assert_not_small(layout, panel, box);
  }
  if (panel->slide->writing == PC_WRITING_HORIZONTAL)
    assert_full(layout, panel);
  const bool has = count_free(panel) > 0;
  count->figures += has;
  count->full += has && panel->filled >= enough_filled;
}

static void assert_poster(const char *yaml, const char *folder, tally *count) {
  corridor house;
  corridor_init(&house, yaml, folder, false);
  for (int i = 0; i < house.layout->n_panels; i++)
    assert_panel(house.layout, &house.layout->panels[i], count);
  corridor_clear(&house);
}

static void assert_file(const char *folder, const char *name, tally *count) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *yaml = NULL;
  g_assert_true(g_file_get_contents(path, &yaml, NULL, NULL));
  g_test_message("%s", path);
  assert_poster(yaml, folder, count);
}

static void test_gallery(void) {
  const char *folder = PC_SOURCE_DIR "/examples/gallery", *name;
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  tally count = {0};
  while ((name = g_dir_read_name(dir)) != NULL) {
    if (g_str_has_suffix(name, ".yaml"))
      assert_file(folder, name, &count);
  }
  g_assert_cmpint(count.figures, >, 20);
  g_assert_cmpint(count.full * 10, >=, count.figures * 8);
}

static void test_examples(void) {
  tally count = {0};
  for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *folder = g_build_filename(PC_SOURCE_DIR "/examples", examples[i], NULL);
    assert_file(folder, "poster.yaml", &count);
  }
  g_assert_cmpint(count.figures, >, 4);
}

static void test_random_posters(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  tally count = {0};
  for (int trial = 0; trial < 36; trial++) {
    g_autofree char *yaml = make_poster(random, 1 + trial % 18);
    g_test_message("trial %d:\n%s", trial, yaml);
    assert_poster(yaml, PC_SOURCE_DIR "/tests/golden/pictures", &count);
  }
  g_test_message("%d of %d panels with figures are full", count.full, count.figures);
  g_assert_cmpint(count.figures, >, 80);
  g_assert_cmpint(count.full * 20, >=, count.figures * 17);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/sizing/gallery", test_gallery);
  g_test_add_func("/sizing/examples", test_examples);
  g_test_add_func("/sizing/random", test_random_posters);
  return g_test_run();
}
