/* test_themes.c - all shipped themes: every text can be read, and sections can be told apart. */
#include "color_vision.h"
#include "corridor.h"
#include "doc/shelf.h"
#include "figure/look.h"
#include "paint/paint.h"
#include "painted_text.h"

/* WCAG 2.1, 1.4.3 (AA) and, for people with low vision, 1.4.6 (AAA); no exception for large text,
 * for a poster is read from afar. */
#define LEAST_CONTRAST 4.5
#define LEAST_HIGH_CONTRAST 7.0
/* CIEDE2000 between two colours of a palette, and between those that follow each other, the last
 * and the first among them; 2.3 is a just noticeable difference, and about 10 another colour at a
 * glance. */
#define LEAST_DIFFERENCE 9.0
#define LEAST_STEP 12.0
/* L* in a photocopy.  Text needs L* under 48 on white: six greys cannot be further apart by far. */
#define LEAST_GREY 4.5
#define LEAST_GREY_STEP 8.0

/* All that writes, and all that is written on. */
static const char *const contents[] = {
    "title: 題`c`\n    text: |\n      あ==い==**う**`え`[お](https://example.org)\n\n      ## "
    "か\n\n"
    "      1. き\n      2. く\n\n      - け\n    source: こ\n",
    "number: none\n    title: 題\n    facts: {あ: い, う: え, お: か}\n"
    "    table: {header: [あ, い], rows: [[う, え], [お, か]], caption: き}\n"
    "    quote: {text: あ, by: い}\n",
    "number: none\n    title: 題\n    rings: [あ, い, う, え]\n"
    "    diagram:\n      nodes: {甲: {fill: accent}, 乙: あ, 丙: {fill: 2}}\n"
    "      edges: [甲 -> 乙: い, 乙 -> 丙: う]\n      groups: {組: [乙, 丙]}\n      caption: え\n",
    "number: none\n    title: 題\n    cycle: [あ, い, う]\n    steps: [あ, い, う]\n",
    "number: none\n    title: 題\n    chart:\n      type: stacked\n      title: あ\n      data:\n"
    "        か: {あ: 3, い: 3, う: 3, え: 3, お: 3}\n        き: {あ: 3, い: 3, う: 3, え: 3, お: "
    "3}\n",
    "number: none\n    chart: {type: pie, data: {あ: 3, い: 3, う: 3, え: 3, お: 3}}\n",
    "number: none\n    title: 題\n    chart: {type: hbar, data: {あ: 3, い: 3}}\n",
};

static const char *const sections[] = {"一", "二", "三", "四", "五", "六"};
static const char *const roles[] = {"theme", "name", "figure", "quote", "closing"};

/* A theme is YAML of `theme:` in one line: "base: ud", or one that is broken on purpose. */
static char *write_poster(const char *theme) {
  GString *yaml = g_string_new("title: 題\nsubtitle: 副題\nevent: 会\ndate: 日\nauthors: 甲\n"
                               "affiliations: 乙\nheader: true\nfooter: true\n"
                               "page: {size: [2000mm, 3000mm]}\n");
  g_string_append_printf(yaml, "theme: {%s, sizes: {body: {min: 9pt, max: 20pt}}}\nslides:\n",
                         theme);
  for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
    for (size_t k = 0; k < G_N_ELEMENTS(contents); k++)
      g_string_append_printf(yaml, "  - section: %s\n    %s", sections[i], contents[k]);
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
    g_string_append_printf(yaml, "  - role: %s\n    section: 一\n    %s", roles[i], contents[0]);
  return g_string_free(yaml, FALSE);
}

/* A theme being judged; *faults is a list of lines. */
typedef struct judged_theme {
  corridor house;
  const pc_theme *theme;
  double least_contrast;
  bool is_grey;
  GString *faults;
} judged_theme;

static void judged_init(judged_theme *it, const char *theme) {
  g_autofree char *yaml = write_poster(theme);
  corridor_init(&it->house, yaml, ".", true);
  it->theme = &it->house.doc->theme;
  const bool is_high = strstr(theme, "base: high-contrast") != NULL;
  it->least_contrast = is_high ? LEAST_HIGH_CONTRAST : LEAST_CONTRAST;
  it->is_grey = strstr(theme, "base: mono") != NULL;
  it->faults = g_string_new(NULL);
}

static void judged_clear(judged_theme *it) {
  g_string_free(it->faults, TRUE);
  corridor_clear(&it->house);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(judged_theme, judged_clear)

static void judge_contrast(judged_theme *it, const char *what, pc_color ink, pc_color ground) {
  const double contrast = pc_color_contrast(ink, ground);
  if (contrast >= it->least_contrast)
    return;
  g_autofree char *one = pc_color_format(ink), *other = pc_color_format(ground);
  g_string_append_printf(it->faults, "%s: %s on %s has only %.2f:1\n", what, one, other, contrast);
}

/* Every run of text of the page as it is painted. */
static void judge_painted(judged_theme *it) {
  g_autoptr(pc_display) display = pc_paint_layout(it->house.layout);
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_RUN && command->run.run->width > 0)
      judge_contrast(it, "text", command->color, find_ground(display, i));
  }
}

/* What a look derives: text may come to stand on any of it. */
static void judge_look(judged_theme *it, const pc_look *look) {
  const pc_color accent = pc_look_drawn_accent(look), box = pc_look_drawn_box(look);
  judge_contrast(it, "ink", look->ink, look->ground);
  judge_contrast(it, "muted", look->muted, look->ground);
  judge_contrast(it, "accent", look->accent, look->ground);
  judge_contrast(it, "emphasis", look->emphasis, look->ground);
  judge_contrast(it, "highlight", look->ink, look->highlight);
  judge_contrast(it, "code", look->ink, look->code);
  judge_contrast(it, "head of a table", look->ink, look->header_cell);
  /* A box has no ground of its own. */
  if (it->theme->panel.number != PC_NUMBER_BOX)
    judge_contrast(it, "number", look->badge_ink, look->badge);
  judge_contrast(it, "code in a heading", look->heading_ink, look->heading_code);
  judge_contrast(it, "accented box", pc_look_ink_on(look, accent), accent);
  judge_contrast(it, "box", pc_look_ink_on(look, box), box);
}

static void judge_looks(judged_theme *it) {
  const pc_doc *doc = it->house.doc;
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_look look = pc_look_resolve_panel(it->theme, doc->slides[i]);
    judge_look(it, &look);
  }
  const pc_look header = pc_look_resolve_band(it->theme, &it->theme->header);
  const pc_look footer = pc_look_resolve_band(it->theme, &it->theme->footer);
  judge_look(it, &header);
  judge_look(it, &footer);
  judge_contrast(it, "ink on paper", it->theme->colors.ink, it->theme->colors.paper);
  judge_contrast(it, "muted on paper", it->theme->colors.muted, it->theme->colors.paper);
}

/* Two colours of the palette; steps: they follow each other. */
static void judge_pair(judged_theme *it, pc_color one, pc_color other, bool steps) {
  g_autofree char *first = pc_color_format(one), *second = pc_color_format(other);
  const double grey = fabs(see_color(one, VISION_FULL).l - see_color(other, VISION_FULL).l);
  if (grey < (steps ? LEAST_GREY_STEP : LEAST_GREY))
    g_string_append_printf(it->faults, "%s and %s: in grey only %.1f apart\n", first, second, grey);
  for (int eye = 0; !it->is_grey && eye < N_VISIONS; eye++) {
    const double far = color_difference(see_color(one, (vision)eye), see_color(other, (vision)eye));
    if (far < (steps ? LEAST_STEP : LEAST_DIFFERENCE))
      g_string_append_printf(it->faults, "%s and %s: with %s only %.1f apart\n", first, second,
                             vision_names[eye], far);
  }
}

static void judge_palette(judged_theme *it) {
  const pc_colors *palette = &it->theme->colors.palette;
  if (palette->count < (int)G_N_ELEMENTS(sections))
    g_string_append_printf(it->faults, "only %d colours for sections\n", palette->count);
  for (int i = 0; i < palette->count; i++)
    for (int k = 0; k < i; k++)
      judge_pair(it, palette->items[i], palette->items[k],
                 i - k == 1 || i - k == palette->count - 1);
}

/* What is wrong with a theme, a line each. */
static char *judge_theme(const char *theme) {
  g_auto(judged_theme) it;
  judged_init(&it, theme);
  judge_painted(&it);
  judge_looks(&it);
  judge_palette(&it);
  return g_strdup(it.faults->str);
}

static void test_shipped(void) {
  int count = 0;
  bool is_sound = true;
  for (const char *const *name = pc_shelf_names(PC_SHELF_THEMES); *name != NULL; name++, count++) {
    g_autofree char *theme = g_strdup_printf("base: %s", *name);
    g_autofree char *faults = judge_theme(theme);
    if (*faults != '\0')
      g_test_message("%s:\n%s", *name, faults);
    is_sound = is_sound && *faults == '\0';
  }
  g_assert_true(is_sound);
  g_assert_cmpint(count, >=, 5);
}

/* The judge sees each kind of fault. */
static void test_broken(void) {
  static const struct {
    const char *theme, *fault;
  } broken[] = {
      {"base: standard, colors: {ink: '#888888'}", "ink: #888888 on #ffffff"},
      {"base: standard, panel: {fill: '#5a5a5a'}", "text: #000000 on #5a5a5a"},
      {"base: standard, header: {ink: '#45627d'}", "text: #45627d on #17324d"},
      {"base: standard, footer: {fill: '#9a9a9a'}", "on #9a9a9a"},
      {"base: standard, colors: {palette: ['#b06a00', '#200000']}", "accent: #b06a00 on #ffffff"},
      {"base: standard, colors: {palette: ['#b0303a', '#4c6b1e']}", "with deuteranopia only"},
      {"base: standard, colors: {palette: ['#8a0f6a', '#3a3a8a']}", "with protanopia only"},
      {"base: standard, colors: {palette: ['#00607a', '#006a50']}", "with tritanopia only"},
      {"base: standard, colors: {palette: ['#a8202a', '#0a6a2a']}", "in grey only"},
      {"base: high-contrast, colors: {muted: '#666666'}", "#666666 on #ffffff has only 5.74:1"},
      {"base: mono, colors: {palette: ['#555555', '#5c5c5c']}", "in grey only"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
    g_autofree char *faults = judge_theme(broken[i].theme);
    if (strstr(faults, broken[i].fault) == NULL)
      g_error("%s: expected '%s', found\n%s", broken[i].theme, broken[i].fault, faults);
  }
}

/* Pairs and results of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", 2005. */
static void test_measure(void) {
  static const struct {
    lab one, other;
    double difference;
  } pairs[] = {
      {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
      {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
      {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
      {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
      {{2.0776, 0.0795, -1.135}, {0.9033, -0.0636, -0.5514}, 0.9082},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
    g_assert_cmpfloat_with_epsilon(color_difference(pairs[i].one, pairs[i].other),
                                   pairs[i].difference, 1e-4);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/themes/measure", test_measure);
  g_test_add_func("/themes/shipped", test_shipped);
  g_test_add_func("/themes/broken", test_broken);
  return g_test_run();
}
