/* test_chart_leader.c - leaders go around the circle. */
#include "figure/chart_leader.h"

#include <math.h>

/* The least distance of a segment from the middle. */
static double near(pc_em_point a, pc_em_point b) {
  double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y;
  double t = length > 0 ? CLAMP(-(a.x * x + a.y * y) / length, 0, 1) : 0;
  return hypot(a.x + t * x, a.y + t * y);
}

static void test_clear(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  for (int i = 0; i < 5000; i++) {
    bool is_right = g_rand_boolean(random);
    double angle = g_rand_double_range(random, 0, G_PI);
    double y = g_rand_double_range(random, -7, 7);
    const pc_leader leader = {.rim = 5,
                              .reach = 5.5,
                              .angle = is_right ? angle : 2 * G_PI - angle,
                              .end = {is_right ? 6.4 : -6.4, y}};
    double parting = pc_leader_parting(&leader);
    pc_em_point from = {5.5 * sin(parting), -5.5 * cos(parting)};
    pc_em_point bend = {is_right ? 6.05 : -6.05, y};
    g_assert_cmpfloat(near(from, bend), >=, 5.5 - 1e-6);
    g_assert_cmpfloat(fabs(parting - leader.angle), <=, G_PI);
  }
}

/* A label in sight needs no way around. */
static void test_straight(void) {
  const pc_leader leader = {.rim = 5, .reach = 5.5, .angle = G_PI / 2, .end = {8, 1}};
  g_assert_cmpfloat_with_epsilon(pc_leader_parting(&leader), G_PI / 2, 1e-9);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-leader/clear", test_clear);
  g_test_add_func("/chart-leader/straight", test_straight);
  return g_test_run();
}
