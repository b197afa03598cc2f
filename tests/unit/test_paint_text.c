/* test_paint_text.c - readings, dots, code and strokes among the commands of a page. */
#include <glib.h>

#include "corridor.h"
#include "figure/look.h"
#include "paint/paint.h"

typedef struct painted_page {
  corridor house;
  pc_display *display;
  pc_look look;
} painted_page;

static void page_init(painted_page *page, const char *yaml) {
  corridor_init(&page->house, yaml, ".", false);
  const pc_layout *layout = page->house.layout;
  page->display = pc_paint_layout(layout);
  page->look = pc_look_resolve_panel(&layout->doc->theme, layout->panels[0].slide);
}

static void page_clear(painted_page *page) {
  pc_display_free(page->display);
  corridor_clear(&page->house);
}

static bool is_color(pc_color a, pc_color b) {
  return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* The text of all runs in the order in which they are painted. */
static char *describe_runs(const pc_display *display) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind != PC_COMMAND_RUN)
      continue;
    const pc_run *run = command->run.run;
    g_string_append(out, out->len > 0 ? " " : "");
    g_string_append_len(out, run->text + run->start, run->end - run->start);
  }
  return g_string_free(out, FALSE);
}

static int count_colored(const painted_page *page, pc_command_kind kind, pc_color color) {
  int count = 0;
  for (int i = 0; i < pc_display_count(page->display); i++) {
    const pc_command *command = pc_display_at(page->display, i);
    count += command->kind == kind && is_color(command->color, color);
  }
  return count;
}

#define PAGE "header: false\npage: {size: A4}\nslides:\n  - {number: none, text: "

static void test_readings_follow_their_line(void) {
  painted_page page;
  page_init(&page, PAGE "'あ{字|じ}い\\\n\n    う{絵|え}お'}\n");
  g_autofree char *runs = describe_runs(page.display);
  g_assert_cmpstr(runs, ==, "あ 字 い じ う 絵 お え");
  page_clear(&page);
}

/* Tags, runs and blanks, from the first paragraph on. */
static char *describe_paragraph(const pc_display *display) {
  GString *out = g_string_new(NULL);
  bool is_within = false;
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    const bool begins = command->kind == PC_COMMAND_BEGIN;
    is_within = is_within || (begins && command->tag.tag == PC_TAG_P);
    if (!is_within)
      continue;
    if (begins)
      g_string_append_printf(out, "%s%s(", pc_tag_name(command->tag.tag),
                             command->tag.tag == PC_TAG_LINK ? command->tag.alt : "");
    if (command->kind == PC_COMMAND_END)
      g_string_append(out, ")");
    if (command->kind == PC_COMMAND_RUN)
      g_string_append_printf(out, "%.*s%s", command->run.run->end - command->run.run->start,
                             command->run.run->text + command->run.run->start,
                             command->run.has_blank ? "_" : "");
  }
  return g_string_free(out, FALSE);
}

static void assert_paragraph(const char *text, const char *expected) {
  painted_page page;
  g_autofree char *yaml =
      g_strdup_printf("theme: {sizes: {body: {min: 20pt, max: 20pt}}}\n" PAGE "\"%s\"}\n", text);
  page_init(&page, yaml);
  g_autofree char *found = describe_paragraph(page.display);
  g_autofree char *begin = g_strndup(found, strlen(expected));
  g_assert_cmpstr(begin, ==, expected);
  page_clear(&page);
}

static void test_ruby_tags(void) {
  assert_paragraph("あ{専門|せんもん}い{字|じ}",
                   "P(あRuby(RB(専門))いRuby(RB(字))RT(せんもん)RT(じ))");
  assert_paragraph("{専門|せん|もん}", "P(Ruby(RB(専))Ruby(RB(門))RT(せん)RT(もん))");
  assert_paragraph("あ{Peer支援|ピアしえん}", "P(あRuby(RB(Peer支援))RT(ピアしえん))");
}

static void test_link_tags(void) {
  assert_paragraph("あ[い**う**](https://a.org)え", "P(あLinkhttps://a.org(いう)え)");
  assert_paragraph("[{字|じ}](https://a.org)え", "P(Linkhttps://a.org(Ruby(RB(字)))えRT(じ))");
  assert_paragraph("[い](https://a.org)[う](tel:1)", "P(Linkhttps://a.org(い)Linktel:1(う))");
}

/* Nothing that runs, opens files or means another place on this machine. */
static void test_bad_links(void) {
  assert_paragraph("[い](javascript:a)[う](file:///etc/passwd)[え](#x)[お](//a.org)[か]()",
                   "P(いうえおか)");
}

static void test_blanks(void) {
  assert_paragraph("Peer\\\\\\nsupport", "P(Peer_support)");
  assert_paragraph("支援\\\\\\nする", "P(支援する)");
  assert_paragraph("[one](https://a.org/b)\\\\\\ntwo", "P(Linkhttps://a.org/b(one_)two)");
}

/* Half as large, above the baseline, over the middle of its base. */
static void test_place_of_a_reading(void) {
  painted_page page;
  page_init(&page, PAGE "'あ{字|じ}い'}\n");
  const pc_command *runs[4] = {NULL};
  for (int i = 0, n = 0; i < pc_display_count(page.display); i++) {
    const pc_command *command = pc_display_at(page.display, i);
    if (command->kind == PC_COMMAND_RUN && n < 4)
      runs[n++] = command;
  }
  const double size = runs[0]->run.size_pt;
  g_assert_cmpfloat_with_epsilon(runs[3]->run.size_pt, size / 2, 1e-9);
  const pc_um em = pc_um_from_pt(size);
  const pc_point base = runs[0]->run.origin;
  const pc_point reading = runs[3]->run.origin;
  g_assert_cmpint(ABS(reading.x - base.x - (pc_um)(1.25 * em)), <=, 2);
  g_assert_cmpint(ABS(base.y - reading.y - (pc_um)(PC_RUBY_RISE_EM * em)), <=, 2);
  g_assert_true(is_color(runs[3]->color, runs[0]->color));
  page_clear(&page);
}

static void test_dots_are_an_artifact(void) {
  painted_page page;
  page_init(&page, PAGE "'あ*いう、*お'}\n");
  int artifacts = 0;
  for (int i = 1; i < pc_display_count(page.display); i++) {
    const pc_command *command = pc_display_at(page.display, i);
    if (command->kind != PC_COMMAND_FILL || !is_color(command->color, page.look.ink))
      continue;
    const pc_command *begin = pc_display_at(page.display, i - 1);
    artifacts += begin->kind == PC_COMMAND_BEGIN && begin->tag.tag == PC_TAG_ARTIFACT;
    int n_steps = 0, n_moves = 0;
    const pc_path_step *steps = pc_display_path(page.display, command, &n_steps);
    for (int k = 0; k < n_steps; k++)
      n_moves += steps[k].op == PC_OP_MOVE;
    g_assert_cmpint(n_moves, ==, 2); /* no dot over the comma */
  }
  g_assert_cmpint(artifacts, ==, 1);
  page_clear(&page);
}

static void test_emphasis_by_color(void) {
  painted_page page;
  page_init(&page, "theme: {text: {emphasis: color}}\n" PAGE "'あ*いう*お{字|じ}*{絵|え}*'}\n");
  g_assert_cmpint(count_colored(&page, PC_COMMAND_RUN, page.look.emphasis), ==, 3);
  g_assert_cmpint(count_colored(&page, PC_COMMAND_FILL, page.look.ink), ==, 0);
  page_clear(&page);
}

static void test_code(void) {
  painted_page page;
  page_init(&page, PAGE "'あ`b`う'}\n");
  g_assert_cmpint(count_colored(&page, PC_COMMAND_FILL, page.look.code), ==, 1);
  g_assert_cmpfloat(pc_color_contrast(page.look.ink, page.look.code), >=, 4.5);
  page_clear(&page);
}

static void test_least_stroke(void) {
  painted_page page;
  page_init(&page, "theme: {sizes: {body: {min: 2pt, max: 2pt}}}\n" PAGE "'あ~~い~~'}\n");
  int strokes = 0;
  for (int i = 0; i < pc_display_count(page.display); i++) {
    const pc_command *command = pc_display_at(page.display, i);
    if (command->kind != PC_COMMAND_STROKE)
      continue;
    strokes++;
    g_assert_cmpint(command->path.width, >=, pc_um_from_pt(.25));
  }
  g_assert_cmpint(strokes, ==, 1);
  page_clear(&page);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paint-text/readings-follow-their-line", test_readings_follow_their_line);
  g_test_add_func("/paint-text/ruby-tags", test_ruby_tags);
  g_test_add_func("/paint-text/link-tags", test_link_tags);
  g_test_add_func("/paint-text/bad-links", test_bad_links);
  g_test_add_func("/paint-text/blanks", test_blanks);
  g_test_add_func("/paint-text/place-of-a-reading", test_place_of_a_reading);
  g_test_add_func("/paint-text/dots", test_dots_are_an_artifact);
  g_test_add_func("/paint-text/emphasis-by-color", test_emphasis_by_color);
  g_test_add_func("/paint-text/code", test_code);
  g_test_add_func("/paint-text/least-stroke", test_least_stroke);
  return g_test_run();
}
