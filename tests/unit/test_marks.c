/* test_marks.c - marks stay in the slug, mirror each other, and are drawn in registration colour.
 */
#include "backend/marks.h"

#include <stdlib.h>
#include <string.h>

#define HALF_LINE (PC_MARK_LINE_UM / 2)

static const pc_size trims[] = {
    {841000, 1189000}, {420000, 297000}, {91000, 55000}, {40001, 300000}};
static const pc_um bleeds[] = {0, 3000, 5000, 20000};
static const pc_marks kinds[] = {PC_MARKS_TOMBO, PC_MARKS_CROP};

typedef void (*sheet_func)(pc_sheet sheet, pc_marks kind, const GArray *marks);

static void for_each_sheet(sheet_func check) {
  for (size_t t = 0; t < G_N_ELEMENTS(trims); t++) {
    for (size_t b = 0; b < G_N_ELEMENTS(bleeds); b++) {
      for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        pc_sheet sheet = pc_sheet_make(trims[t], bleeds[b], true);
        g_autoptr(GArray) marks = pc_marks_place(sheet, kinds[k]);
        check(sheet, kinds[k], marks);
      }
    }
  }
}

static const pc_trim_mark *mark_at(const GArray *marks, guint i) {
  return &g_array_index(marks, pc_trim_mark, i);
}

/* What its ink covers: lines end square. */
static pc_rect measure_ink(const pc_trim_mark *mark) {
  pc_point a = mark->from, b = mark->to;
  if (mark->radius > 0)
    return pc_rect_inset((pc_rect){a.x, a.y, 0, 0}, -mark->radius - HALF_LINE);
  pc_rect ink = {MIN(a.x, b.x), MIN(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)};
  bool is_level = a.y == b.y;
  g_assert_true(is_level != (a.x == b.x));
  ink.x -= is_level ? 0 : HALF_LINE;
  ink.w += is_level ? 0 : PC_MARK_LINE_UM;
  ink.y -= is_level ? HALF_LINE : 0;
  ink.h += is_level ? PC_MARK_LINE_UM : 0;
  return ink;
}

static void check_room(pc_sheet sheet, pc_marks kind, const GArray *marks) {
  (void)kind;
  for (guint i = 0; i < marks->len; i++) {
    pc_rect ink = measure_ink(mark_at(marks, i));
    g_assert_false(pc_rect_overlaps(ink, pc_sheet_bleed(sheet)));
    g_assert_true(pc_rect_contains(pc_sheet_media(sheet), ink));
  }
}

static void test_room(void) {
  for_each_sheet(check_room);
}

static bool is_near(pc_rect a, pc_rect b) {
  return abs(a.x - b.x) <= 1 && abs(a.y - b.y) <= 1 && abs(a.w - b.w) <= 1 && abs(a.h - b.h) <= 1;
}

static int count_like(const GArray *marks, pc_rect ink) {
  int count = 0;
  for (guint i = 0; i < marks->len; i++)
    count += is_near(measure_ink(mark_at(marks, i)), ink);
  return count;
}

/* Each has one partner across either middle, and none stands twice. */
static void check_symmetry(pc_sheet sheet, pc_marks kind, const GArray *marks) {
  (void)kind;
  for (guint i = 0; i < marks->len; i++) {
    pc_rect ink = measure_ink(mark_at(marks, i));
    pc_rect across = ink, down = ink;
    across.x = sheet.trim.w - ink.x - ink.w;
    down.y = sheet.trim.h - ink.y - ink.h;
    g_assert_cmpint(count_like(marks, ink), ==, 1);
    g_assert_cmpint(count_like(marks, across), ==, 1);
    g_assert_cmpint(count_like(marks, down), ==, 1);
  }
}

static void test_symmetry(void) {
  for_each_sheet(check_symmetry);
}

static int count_lines_at(const GArray *marks, pc_um x) {
  int count = 0;
  for (guint i = 0; i < marks->len; i++) {
    const pc_trim_mark *mark = mark_at(marks, i);
    count += mark->radius == 0 && mark->from.x == x && mark->to.x == x;
  }
  return count;
}

/* Above and below, a line at each edge of the trim; tombo has one at each edge of the bleed, too.
 */
static void check_edges(pc_sheet sheet, pc_marks kind, const GArray *marks) {
  bool is_double = kind == PC_MARKS_TOMBO && sheet.bleed > 0;
  g_assert_cmpint(count_lines_at(marks, 0), ==, 2);
  g_assert_cmpint(count_lines_at(marks, sheet.trim.w), ==, 2);
  g_assert_cmpint(count_lines_at(marks, sheet.trim.w / 2), ==, 2);
  if (sheet.bleed > 0) {
    g_assert_cmpint(count_lines_at(marks, -sheet.bleed), ==, is_double ? 2 : 0);
    g_assert_cmpint(count_lines_at(marks, sheet.trim.w + sheet.bleed), ==, is_double ? 2 : 0);
  }
}

static void test_edges(void) {
  for_each_sheet(check_edges);
}

static void test_none(void) {
  g_autoptr(GArray) marks = pc_marks_place(pc_sheet_make(trims[0], 3000, false), PC_MARKS_NONE);
  g_assert_cmpuint(marks->len, ==, 0);
  g_assert_cmpint(pc_sheet_margin(pc_sheet_make(trims[0], 3000, false)), ==, 3000);
}

static pc_pdf *make_page(void) {
  pc_pdf *pdf = pc_pdf_new(NULL);
  qpdf_oh page = qpdf_oh_parse(pdf, "<< /Type /Page /MediaBox [0 0 400 300] /Resources << >> >>");
  qpdf_oh none = qpdf_oh_new_null(pdf);
  qpdf_oh content = qpdf_oh_new_stream(pdf);
  qpdf_oh_replace_stream_data(pdf, content, (const unsigned char *)"0 0 m", 5, none, none);
  qpdf_oh_replace_key(pdf, page, "/Contents", content);
  qpdf_add_page(pdf, pdf, qpdf_make_indirect_object(pdf, page), QPDF_FALSE);
  return pdf;
}

static char *read_content(pc_pdf *pdf) {
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh_get_page_content_data(pdf, qpdf_get_page_n(pdf, 0), &data, &length);
  char *text = g_strndup((const char *)data, length);
  free(data);
  return text;
}

static void assert_written(bool is_print, const char *color) {
  g_autoptr(pc_pdf) pdf = make_page();
  pc_marks_write(pdf, pc_sheet_make(trims[2], 3000, true), PC_MARKS_CROP, is_print);
  g_autofree char *error = pc_pdf_find_error(pdf);
  g_assert_null(error);
  g_autofree char *content = read_content(pdf);
  g_assert_true(g_str_has_prefix(content, "q\n/Artifact << /Type /Page >> BDC\n"));
  g_assert_nonnull(strstr(content, color));
  g_assert_nonnull(strstr(content, "\nS\nEMC\nQ\n"));
  g_assert_true(g_str_has_suffix(content, "0 0 m"));
  qpdf_oh resources = qpdf_oh_get_key(pdf, qpdf_get_page_n(pdf, 0), "/Resources");
  qpdf_oh spaces = qpdf_oh_get_key(pdf, resources, "/ColorSpace");
  g_assert_cmpint(qpdf_oh_is_dictionary(pdf, spaces), ==, is_print);
  if (is_print)
    g_assert_cmpstr(
        qpdf_oh_get_name(
            pdf, qpdf_oh_get_array_item(pdf, qpdf_oh_get_key(pdf, spaces, "/PcRegistration"), 1)),
        ==, "/All");
}

static void test_written(void) {
  assert_written(true, "\n/PcRegistration CS 1 SCN\n");
  assert_written(false, "\n0 G\n");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/marks/room", test_room);
  g_test_add_func("/marks/symmetry", test_symmetry);
  g_test_add_func("/marks/edges", test_edges);
  g_test_add_func("/marks/none", test_none);
  g_test_add_func("/marks/written", test_written);
  return g_test_run();
}
