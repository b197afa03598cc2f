/* test_paint.c - commands and tags of finished layouts. */
#include <glib.h>

#include "corridor.h"
#include "figure/look.h"
#include "paint/paint.h"

typedef struct painted_page {
  corridor house;
  pc_display *display;
} painted_page;

static void page_init(painted_page *page, const char *yaml, bool draft) {
  corridor_init(&page->house, yaml, ".", draft);
  page->display = pc_paint_layout(page->house.layout);
}

static void page_clear(painted_page *page) {
  pc_display_free(page->display);
  corridor_clear(&page->house);
}

/* "Document(H1 Sect(H2 P))", artifacts left out. */
static char *describe_tags(const pc_display *display) {
  GString *out = g_string_new(NULL);
  int hidden = 0;
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    bool begins = command->kind == PC_COMMAND_BEGIN;
    bool ends = command->kind == PC_COMMAND_END;
    hidden += begins && (hidden > 0 || command->tag.tag == PC_TAG_ARTIFACT);
    if (begins && hidden == 0)
      g_string_append_printf(out, "%s(", pc_tag_name(command->tag.tag));
    if (ends && hidden == 0)
      g_string_append(out, ")");
    hidden -= ends && hidden > 0;
  }
  return g_string_free(out, FALSE);
}

static int find_tag(const pc_display *display, pc_tag tag, int from) {
  for (int i = from; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_BEGIN && command->tag.tag == tag)
      return i;
  }
  return -1;
}

static void assert_tags(const char *yaml, const char *expected) {
  painted_page page;
  page_init(&page, yaml, false);
  g_autofree char *tags = describe_tags(page.display);
  g_assert_cmpstr(tags, ==, expected);
  page_clear(&page);
}

static void test_headings(void) {
  assert_tags("title: 題\nslides:\n  - {title: 一, text: あ}\n  - {title: 二, text: い}\n",
              "Document(H1()Sect(H2(Span())P())Sect(H2(Span())P()))");
}

static void test_theme_slide_is_the_title(void) {
  assert_tags("title: 題\nslides:\n  - {role: theme}\n  - {title: 二, text: い}\n",
              "Document(Sect(H1())Sect(H2(Span())P()))");
}

static void test_number_without_heading(void) {
  assert_tags("header: false\nslides: [あ]\n", "Document(Sect(P()P()))");
}

static void test_lists(void) {
  assert_tags(
      "header: false\nslides:\n  - title: 一\n    text: |\n      ・あ\n      ・い\n\n      う\n\n"
      "      1. え\n      2. お\n",
      "Document(Sect(H2(Span())L(LI(Lbl()LBody(P()))LI(Lbl()LBody(P())))P()"
      "L(LI(Lbl()LBody(P()))LI(Lbl()LBody(P())))))");
}

static void test_nested_list(void) {
  assert_tags("header: false\nslides:\n  - number: none\n    text: |\n      - あ\n        - い\n   "
              "   - う\n",
              "Document(Sect(L(LI(LBody(P()L(LI(LBody(P())))))LI(LBody(P())))))");
}

/* Further paragraphs, also after a list within the item, and tables belong to their item. */
static void test_continued_item(void) {
  assert_tags("header: false\nslides:\n  - number: none\n    text: |\n      1. あ\n\n         い\n"
              "         - う\n\n         え\n      2. お\n",
              "Document(Sect(L(LI(Lbl()LBody(P()P()L(LI(LBody(P())))P()))LI(Lbl()LBody(P())))))");
  assert_tags("header: false\nslides:\n  - number: none\n    text: |\n      - あ\n\n"
              "        | い |\n        |---|\n        | う |\n      - え\n\n      お\n",
              "Document(Sect(L(LI(LBody(P()Table(TR(TH())TR(TD()))))LI(LBody(P())))P()))");
}

/* Its items say nothing themselves. */
static void test_list_in_an_empty_item(void) {
  assert_tags("header: false\nslides:\n  - {number: none, text: '- - あ'}\n",
              "Document(Sect(L(LI(LBody(L(LI(LBody(P()))))))))");
}

static pc_numbering find_numbering(const char *yaml) {
  painted_page page;
  page_init(&page, yaml, false);
  const int list = find_tag(page.display, PC_TAG_L, 0);
  const pc_numbering numbering = pc_display_at(page.display, list)->tag.numbering;
  page_clear(&page);
  return numbering;
}

static void test_numbering(void) {
#define LIST "slides: [{text: \""
  g_assert_cmpint(find_numbering(LIST "- あ\"}]"), ==, PC_NUMBERING_DISC);
  g_assert_cmpint(find_numbering(LIST "・あ\"}]"), ==, PC_NUMBERING_DISC);
  g_assert_cmpint(find_numbering(LIST "○ あ\"}]"), ==, PC_NUMBERING_CIRCLE);
  g_assert_cmpint(find_numbering(LIST "■ あ\"}]"), ==, PC_NUMBERING_SQUARE);
  g_assert_cmpint(find_numbering(LIST "※ あ\"}]"), ==, PC_NUMBERING_NONE);
  g_assert_cmpint(find_numbering(LIST "① あ\"}]"), ==, PC_NUMBERING_DECIMAL);
  g_assert_cmpint(find_numbering(LIST "3. あ\"}]"), ==, PC_NUMBERING_DECIMAL);
  g_assert_cmpint(find_numbering("slides: [{facts: {日時: 五月}}]"), ==, PC_NUMBERING_NONE);
}

static void test_subheadings(void) {
  assert_tags("header: false\nslides:\n  - {title: 一, text: \"# あ\\n## い\\n###### う\"}\n",
              "Document(Sect(H2(Span())H3()H4()H6()))");
}

/* A code and the address in letters are one link; what is no address is a picture only. */
static void test_code_of_an_address(void) {
  assert_tags("header: false\nslides:\n  - {number: none, qr: {url: 'https://example.org/', "
              "show-url: true}}\n",
              "Document(Sect(P(Link(Figure()))))");
  assert_tags("header: false\nslides:\n  - {number: none, qr: 'WIFI:S:room;;'}\n",
              "Document(Sect(Figure()))");
}

static void test_table(void) {
  assert_tags(
      "header: false\nslides:\n  - title: 一\n    text: |\n      | あ | い |\n      |---|---|\n"
      "      | う |  |\n",
      "Document(Sect(H2(Span())Table(TR(TH()TH())TR(TD()TD()))))");
}

static void test_section_names_the_slide(void) {
  painted_page page;
  page_init(&page, "slides:\n  - {title: 一, text: あ, number: none}\n  - {title: 二, text: い}\n",
            false);
  int first = find_tag(page.display, PC_TAG_SECT, 0);
  const pc_command *one = pc_display_at(page.display, first);
  const pc_command *two =
      pc_display_at(page.display, find_tag(page.display, PC_TAG_SECT, first + 1));
  g_assert_cmpstr(one->tag.alt, ==, "一");
  g_assert_cmpint(one->tag.number, ==, 0);
  g_assert_cmpstr(two->tag.alt, ==, "二");
  g_assert_cmpint(two->tag.number, ==, 1);
  page_clear(&page);
}

/* An artifact never stands inside a leaf tag, and tags are balanced. */
static void test_nesting(void) {
  painted_page page;
  page_init(&page, "slides:\n  - {title: 一, text: '~~あ~~ ==い== *う* **え**'}\n", false);
  GArray *open = g_array_new(FALSE, FALSE, sizeof(pc_tag));
  for (int i = 0; i < pc_display_count(page.display); i++) {
    const pc_command *command = pc_display_at(page.display, i);
    if (command->kind == PC_COMMAND_END) {
      g_assert_cmpuint(open->len, >, 0);
      g_array_set_size(open, open->len - 1);
    }
    if (command->kind != PC_COMMAND_BEGIN)
      continue;
    pc_tag outer = open->len > 0 ? g_array_index(open, pc_tag, open->len - 1) : PC_TAG_DOCUMENT;
    g_assert_true(command->tag.tag != PC_TAG_ARTIFACT || (outer != PC_TAG_P && outer != PC_TAG_H2));
    g_assert_true(outer != PC_TAG_ARTIFACT);
    g_array_append_val(open, command->tag.tag);
  }
  g_assert_cmpuint(open->len, ==, 0);
  g_array_unref(open);
  page_clear(&page);
}

static bool is_color(pc_color a, pc_color b) {
  return memcmp(&a.r, &b.r, 3 * sizeof(double)) == 0;
}

/* Commands of one kind and colour. */
static int count_colored(const pc_display *display, pc_command_kind kind, pc_color color) {
  int count = 0;
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    count += command->kind == kind && is_color(command->color, color);
  }
  return count;
}

static void test_marks(void) {
  painted_page page;
  page_init(&page, "header: false\nslides:\n  - {number: none, text: 'あ==い==う~~え~~お*か*'}\n",
            false);
  const pc_layout *layout = page.house.layout;
  pc_look look = pc_look_resolve_panel(&layout->doc->theme, layout->panels[0].slide);
  g_assert_cmpint(count_colored(page.display, PC_COMMAND_FILL, look.highlight), ==, 1);
  g_assert_cmpint(count_colored(page.display, PC_COMMAND_STROKE, look.ink), ==, 1);
  g_assert_cmpint(count_colored(page.display, PC_COMMAND_FILL, look.ink), ==, 1);
  g_assert_cmpint(count_colored(page.display, PC_COMMAND_RUN, look.emphasis), ==, 0);
  g_assert_false(is_color(look.emphasis, look.ink));
  page_clear(&page);
}

static void test_highlight_is_as_wide_as_its_text(void) {
  painted_page page;
  page_init(&page, "header: false\nslides:\n  - {number: none, text: 'あ==いうえ==お'}\n", false);
  const pc_layout *layout = page.house.layout;
  pc_look look = pc_look_resolve_panel(&layout->doc->theme, layout->panels[0].slide);
  pc_um em = pc_um_from_pt(layout->panels[0].boxes[0].text.size_pt);
  for (int i = 0; i < pc_display_count(page.display); i++) {
    const pc_command *command = pc_display_at(page.display, i);
    if (command->kind != PC_COMMAND_FILL || !is_color(command->color, look.highlight))
      continue;
    int count = 0;
    const pc_path_step *steps = pc_display_path(page.display, command, &count);
    pc_um width = 0;
    for (int j = 0; j < count; j++)
      width =
          steps[j].op == PC_OP_CLOSE ? width : MAX(width, ABS(steps[j].p[0].x - steps[0].p[0].x));
    g_assert_cmpint(ABS(width - 3 * em), <=, 3);
  }
  page_clear(&page);
}

/* The corners of the first fill of a colour. */
static pc_rect find_fill(const pc_display *display, pc_color color) {
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind != PC_COMMAND_FILL || !is_color(command->color, color))
      continue;
    int count = 0;
    const pc_path_step *steps = pc_display_path(display, command, &count);
    pc_point low = steps[0].p[0], high = low;
    for (int j = 0; j < count && steps[j].op != PC_OP_CLOSE; j++) {
      low = (pc_point){MIN(low.x, steps[j].p[0].x), MIN(low.y, steps[j].p[0].y)};
      high = (pc_point){MAX(high.x, steps[j].p[0].x), MAX(high.y, steps[j].p[0].y)};
    }
    return (pc_rect){low.x, low.y, high.x - low.x, high.y - low.y};
  }
  g_assert_not_reached();
}

static void test_paper_runs_into_the_bleed(void) {
  painted_page page;
  page_init(&page, "page: {size: A4, bleed: 3mm}\nslides: [あ]\n", false);
  pc_rect paper = find_fill(page.display, page.house.doc->theme.colors.paper);
  g_assert_cmpint(paper.x, ==, -3000);
  g_assert_cmpint(paper.y, ==, -3000);
  g_assert_cmpint(paper.w, ==, 216000);
  g_assert_cmpint(paper.h, ==, 303000);
  page_clear(&page);
}

static void test_panel_at_the_trim_runs_into_the_bleed(void) {
  painted_page page;
  page_init(&page,
            "page: {size: A4, margin: 0mm, bleed: 3mm}\nheader: false\ngrid: {columns: 1}\n"
            "slides:\n  - {text: あ, style: {fill: '#123456', radius: 0mm}}\n",
            false);
  pc_rect fill = find_fill(page.display, page.house.layout->panels[0].slide->style.fill);
  g_assert_cmpint(fill.x, ==, -3000);
  g_assert_cmpint(fill.y, ==, -3000);
  g_assert_cmpint(fill.x + fill.w, ==, 213000);
  page_clear(&page);
}

/* The last command of a kind, in any colour where color is NULL. */
static int find_last(const pc_display *display, pc_command_kind kind, const pc_color *color) {
  int last = -1;
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == kind && (color == NULL || is_color(command->color, *color)))
      last = i;
  }
  return last;
}

/* Such a picture may fill the panel to its edges. */
static void test_a_bare_picture_does_not_hide_number_and_border(void) {
  painted_page page;
  corridor_init(&page.house,
                "header: false\nslides:\n"
                "  - {role: figure, figure: case1.png, style: {border: '#123456'}}\n",
                PC_SOURCE_DIR "/tests/golden/pictures", false);
  page.display = pc_paint_layout(page.house.layout);
  const pc_panel *panel = &page.house.layout->panels[0];
  pc_look look = pc_look_resolve_panel(&page.house.doc->theme, panel->slide);
  int image = find_last(page.display, PC_COMMAND_IMAGE, NULL);
  int badge = find_last(page.display, PC_COMMAND_FILL, &look.badge);
  int digits = find_last(page.display, PC_COMMAND_RUN, NULL);
  g_assert_cmpint(image, >=, 0);
  g_assert_cmpint(find_last(page.display, PC_COMMAND_STROKE, &panel->slide->style.border), >,
                  image);
  g_assert_cmpint(badge, >, image);
  g_assert_cmpint(digits, >, badge);
  page_clear(&page);
}

static void test_draft_is_marked_in_red(void) {
  static const pc_color red = {.r = 0.85, .g = 0.05, .b = 0.05};
  g_autoptr(GString) yaml = g_string_new("page: {size: A6}\nslides:\n  - title: 一\n    text: ");
  for (int i = 0; i < 16000; i++)
    g_string_append(yaml, "あ");
  g_string_append(yaml, "\n");
  painted_page page;
  page_init(&page, yaml->str, true);
  g_assert_cmpint(count_colored(page.display, PC_COMMAND_STROKE, red), ==, 2);
  page_clear(&page);
}

static void assert_badge_can_be_read(const corridor *house, int index, const char *accent) {
  pc_slide slide = *house->layout->panels[index].slide;
  pc_panel panel = house->layout->panels[index];
  panel.slide = &slide;
  slide.style.heading = PC_HEADING_TAB;
  g_assert_true(pc_color_parse(accent, &slide.style.accent));
  pc_look look = pc_look_resolve_panel(&house->doc->theme, panel.slide);
  g_assert_cmpfloat(pc_color_contrast(look.badge_ink, look.badge), >=, 4.5);
  bool has_heading = pc_panel_find_heading(&panel) != NULL;
  pc_color ground = has_heading ? look.accent : look.ground;
  g_assert_cmpfloat(pc_color_contrast(look.heading_ink, ground), >=, 4.5);
  g_assert_true(is_color(look.badge, look.accent) == !has_heading);
}

static void test_text_on_the_accent_can_be_read(void) {
  static const char *const accents[] = {"#ffffff", "#000000", "#808080", "#ffee00", "#0050a0"};
  corridor house;
  corridor_init(&house, "slides: [あ, {title: い, text: う}]\n", ".", false);
  for (size_t i = 0; i < G_N_ELEMENTS(accents); i++) {
    assert_badge_can_be_read(&house, 0, accents[i]);
    assert_badge_can_be_read(&house, 1, accents[i]);
  }
  corridor_clear(&house);
}

static void test_every_style_paints(void) {
  static const char *const headings[] = {"bar", "underline", "tab", "plain"};
  static const char *const numbers[] = {"badge", "tab", "corner", "none"};
  for (int i = 0; i < 16; i++) {
    g_autofree char *yaml =
        g_strdup_printf("theme: {panel: {heading: %s, number: %s, border: accent}}\n"
                        "slides:\n  - {title: 一, text: あ}\n",
                        headings[i / 4], numbers[i % 4]);
    painted_page page;
    page_init(&page, yaml, false);
    g_assert_cmpint(find_tag(page.display, PC_TAG_H2, 0), >, 0);
    page_clear(&page);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paint/headings", test_headings);
  g_test_add_func("/paint/theme-slide", test_theme_slide_is_the_title);
  g_test_add_func("/paint/number-without-heading", test_number_without_heading);
  g_test_add_func("/paint/lists", test_lists);
  g_test_add_func("/paint/nested-list", test_nested_list);
  g_test_add_func("/paint/continued-item", test_continued_item);
  g_test_add_func("/paint/list-in-an-empty-item", test_list_in_an_empty_item);
  g_test_add_func("/paint/numbering", test_numbering);
  g_test_add_func("/paint/subheadings", test_subheadings);
  g_test_add_func("/paint/code-of-an-address", test_code_of_an_address);
  g_test_add_func("/paint/table", test_table);
  g_test_add_func("/paint/section", test_section_names_the_slide);
  g_test_add_func("/paint/nesting", test_nesting);
  g_test_add_func("/paint/marks", test_marks);
  g_test_add_func("/paint/highlight", test_highlight_is_as_wide_as_its_text);
  g_test_add_func("/paint/paper-bleed", test_paper_runs_into_the_bleed);
  g_test_add_func("/paint/panel-bleed", test_panel_at_the_trim_runs_into_the_bleed);
  g_test_add_func("/paint/bare-picture", test_a_bare_picture_does_not_hide_number_and_border);
  g_test_add_func("/paint/draft", test_draft_is_marked_in_red);
  g_test_add_func("/paint/accent", test_text_on_the_accent_can_be_read);
  g_test_add_func("/paint/styles", test_every_style_paints);
  return g_test_run();
}
