/* test_qr.c - QR codes: their outline, their border, their size, their address.  Layer: tests. */
#include "figure/qr.h"
#include "figure/qrcode.h"
#include "sketch_kit.h"

static const char *const address = "https://example.org/peer-support/2026/form?ref=poster&place=x";

/* Twice the area within a path, um^2: what turns the other way counts less. */
static double sum_area(const pc_display *shapes, const pc_command *command) {
  int count = 0;
  const pc_path_step *steps = pc_display_path(shapes, command, &count);
  pc_point first = {0}, last = {0};
  double sum = 0;
  for (int i = 0; i < count; i++) {
    pc_point to = steps[i].op == PC_OP_CLOSE ? first : steps[i].p[0];
    if (steps[i].op == PC_OP_MOVE)
      first = to;
    else
      sum += (double)last.x * to.y - (double)to.x * last.y;
    last = to;
  }
  return sum;
}

/* The path holds exactly the dark squares, and each of its edges lies between dark and light. */
static void test_outline(void) {
  static const char *const texts[] = {"a", "tel:0312345678", "https://example.org/"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(pc_qrcode) code = pc_qrcode_new(texts[i]);
    g_autoptr(pc_display) shapes = pc_display_new((pc_size){1, 1}, 0);
    pc_qrcode_trace(code, shapes, (pc_point){3, 5}, 10);
    pc_display_fill(shapes, (pc_place){0}, (pc_color){.a = 1});
    double dark = 0;
    for (int k = 0; k < code->n * code->n; k++)
      dark += code->dark[k] & 1;
    g_assert_cmpfloat(sum_area(shapes, pc_display_at(shapes, 0)), ==, dark * 2 * 100);
  }
}

static void test_size(void) {
  const pc_page a0 = {.width = 841000, .height = 1189000}, a4 = {.width = 210000, .height = 297000};
  g_assert_cmpint(pc_qr_least_square(&a0), ==, 800);
  g_assert_cmpint(pc_qr_least_square(&a4), ==, 400);
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, "qr: https://example.org/");
  g_autoptr(pc_drawing) drawing = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 200000}, &type);
  pc_rect white = fill_bounds(drawing, 0), dark = fill_bounds(drawing, 1);
  g_assert_cmpint(white.w, ==, drawing->square * drawing->squares);
  g_assert_cmpint(dark.x - white.x, ==, PC_QR_QUIET * drawing->square);
  g_assert_cmpint(white.y + white.h - dark.y - dark.h, ==, PC_QR_QUIET * drawing->square);
  g_assert_cmpint(white.w, >, 70000);
  g_assert_cmpstr(pc_sketch_alt(kit.sketch), ==, "QRコード：https://example.org/");
  sketch_kit_clear(&kit);
  sketch_kit_init(&kit, "qr: {url: https://example.org/, size: 50mm}");
  g_autoptr(pc_drawing) given = sketch_kit_draw(&kit, (pc_rect){0, 0, 300000, 200000}, &type);
  g_assert_cmpint(ABS(fill_bounds(given, 0).w - 50000), <, given->squares);
  sketch_kit_clear(&kit);
}

/* A narrow column gets a smaller code, but none that cannot be read. */
static void test_narrow(void) {
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, "qr: https://example.org/");
  pc_figure_need narrow = pc_sketch_measure(kit.sketch, 40000, &type);
  g_assert_cmpint(narrow.natural, <=, 40000);
  g_assert_cmpfloat(narrow.overhang, <=, 0);
  g_assert_cmpfloat(pc_sketch_measure(kit.sketch, 15000, &type).overhang, >, 0);
  sketch_kit_clear(&kit);
}

static int compare_labels(const void *a, const void *b) {
  pc_rect first = label_bounds(a), second = label_bounds(b);
  return first.y != second.y ? first.y - second.y : first.x - second.x;
}

/* The address is there as it is, whatever its lines. */
static void test_address(void) {
  g_autofree char *yaml = g_strdup_printf("qr: {url: \"%s\", show-url: true}", address);
  const pc_figure_type type = {20, 30};
  sketch_kit kit;
  sketch_kit_init(&kit, yaml);
  for (pc_um width = 90000; width < 500000; width += 30000) {
    pc_figure_need need = pc_sketch_measure(kit.sketch, width, &type);
    g_autoptr(pc_drawing) drawing =
        sketch_kit_draw(&kit, (pc_rect){0, 0, width, need.least}, &type);
    assert_sound(drawing, &type);
    g_array_sort(drawing->labels, compare_labels);
    g_autoptr(GString) read = g_string_new(NULL);
    for (guint i = 0; i < drawing->labels->len; i++) {
      const pc_text_box *text = &label_at(drawing, (int)i)->text;
      const pc_rich *rich = pc_paragraph_rich(text->lines->paragraph);
      g_assert_cmpint(text->lines->count, ==, 1);
      g_assert_cmpstr(rich->spans[0].href, ==, address);
      g_string_append(read, rich->text);
      g_assert_false(
          pc_rect_overlaps(label_bounds(label_at(drawing, (int)i)), fill_bounds(drawing, 0)));
    }
    g_assert_cmpstr(read->str, ==, address);
  }
  sketch_kit_clear(&kit);
}

static void test_rooms(void) {
  g_autofree char *yaml = g_strdup_printf("qr: {url: \"%s\", show-url: true}", address);
  assert_everywhere(yaml, NULL);
  assert_everywhere("qr: {url: 申込みは窓口へ, show-url: true}", NULL);
  assert_squeezed("qr: https://example.org/");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/qr/outline", test_outline);
  g_test_add_func("/qr/size", test_size);
  g_test_add_func("/qr/narrow", test_narrow);
  g_test_add_func("/qr/address", test_address);
  g_test_add_func("/qr/rooms", test_rooms);
  return g_test_run();
}
