/* test_checks.c - pictures that are checked meanwhile. */
#include "base/checks.h"

#include "figure/image.h"
#include <string.h>

#include "pictures.h"

static void count(void *item) {
  g_atomic_int_inc((int *)item);
}

static void test_all_work_is_done(void) {
  int done = 0;
  pc_checks *checks = pc_checks_new(count);
  for (int i = 0; i < 1000; i++)
    pc_checks_add(checks, &done);
  pc_checks_wait(checks);
  g_assert_cmpint(g_atomic_int_get(&done), ==, 1000);
  pc_checks_add(checks, &done);
  pc_checks_free(checks);
  g_assert_cmpint(g_atomic_int_get(&done), ==, 1001);
  pc_checks_wait(NULL);
}

/* Its size is known at once, its damage when somebody asks. */
static void test_damage_is_found_later(void) {
  g_autoptr(GBytes) whole = make_png(&(png_recipe){.width = 40, .height = 30, .depth = 8});
  g_autoptr(GBytes) half = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) / 2);
  g_autoptr(pc_checks) checks = pc_checks_new(pc_image_check);
  const pc_image_request request = {.file = {"half.png", NULL}, .checks = checks};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_image) image = pc_image_parse(half, &request, diags);
  g_assert_nonnull(image);
  g_assert_cmpint(pc_image_width(image), ==, 40);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
  g_assert_false(pc_image_settle(image, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, PC_BAD_IMAGE);
}

static void test_a_sound_picture_settles(void) {
  g_autoptr(GBytes) whole = make_png(&(png_recipe){.width = 40, .height = 30, .depth = 8});
  g_autoptr(pc_checks) checks = pc_checks_new(pc_image_check);
  const pc_image_request request = {.file = {"whole.png", NULL}, .checks = checks};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_image) image = pc_image_parse(whole, &request, diags);
  g_assert_true(pc_image_settle(image, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/checks/all-work", test_all_work_is_done);
  g_test_add_func("/checks/damage-later", test_damage_is_found_later);
  g_test_add_func("/checks/sound", test_a_sound_picture_settles);
  return g_test_run();
}
