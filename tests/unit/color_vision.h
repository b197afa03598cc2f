/* color_vision.h - colours as different eyes see them, and how far apart they are.  Layer: tests.
 *
 * Severity 1 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", 2009, in linear RGB.  Its authors call tritanopia an approximation.
 */
#ifndef PC_TEST_COLOR_VISION_H
#define PC_TEST_COLOR_VISION_H

#include <math.h>

#include <glib.h>

#include "base/color.h"

/* CIE 1976 L*a*b*, D65. */
typedef struct lab {
  double l, a, b;
} lab;

typedef enum vision { VISION_FULL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA, N_VISIONS } vision;

static const char *const vision_names[] = {"full vision", "protanopia", "deuteranopia",
                                           "tritanopia"};

static inline double linearize(double c) {
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static inline double fold_light(double t) {
  return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static inline lab see_color(pc_color color, vision eye) {
  static const double shares[N_VISIONS][3][3] = {
      [VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
      [PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                      {0.114503, 0.786281, 0.099216},
                      {-0.003882, -0.048116, 1.051998}},
      [DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}},
      [TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                      {-0.078411, 0.930809, 0.147602},
                      {0.004733, 0.691367, 0.303900}},
  };
  const double in[3] = {linearize(color.r), linearize(color.g), linearize(color.b)};
  double c[3];
  for (int i = 0; i < 3; i++) {
    const double *row = shares[eye][i];
    c[i] = CLAMP(row[0] * in[0] + row[1] * in[1] + row[2] * in[2], 0, 1);
  }
  const double x = fold_light((.4124 * c[0] + .3576 * c[1] + .1805 * c[2]) / .95047);
  const double y = fold_light(.2126 * c[0] + .7152 * c[1] + .0722 * c[2]);
  const double z = fold_light((.0193 * c[0] + .1192 * c[1] + .9505 * c[2]) / 1.08883);
  return (lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* CIE 1976: plain distance. */
static inline double lab_distance(lab a, lab b) {
  return sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b));
}

/* Chroma and hue as CIEDE2000 has them, degrees. */
typedef struct lch {
  double l, c, h;
} lch;

static inline double cosine(double degrees) {
  return cos(degrees * G_PI / 180);
}

static inline lch turn_to_hue(lab color, double mean_chroma) {
  const double seventh = pow(mean_chroma, 7);
  const double a = color.a * (1 + 0.5 * (1 - sqrt(seventh / (seventh + pow(25, 7)))));
  const double h = atan2(color.b, a) * 180 / G_PI;
  return (lch){color.l, hypot(a, color.b), h < 0 ? h + 360 : h};
}

/* From one hue to the other the short way round. */
static inline double find_turn(lch one, lch two) {
  const double turn = two.h - one.h;
  if (one.c * two.c == 0)
    return 0;
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
}

/* CIEDE2000 (CIE 142-2001) with kL = kC = kH = 1. */
static inline double color_difference(lab first, lab second) {
  const double mean_chroma = (hypot(first.a, first.b) + hypot(second.a, second.b)) / 2;
  const lch one = turn_to_hue(first, mean_chroma), two = turn_to_hue(second, mean_chroma);
  const double turn = find_turn(one, two);
  const double l = (one.l + two.l) / 2, c = (one.c + two.c) / 2;
  const double h = one.c * two.c == 0 ? one.h + two.h : one.h + turn / 2;
  const double t = 1 - .17 * cosine(h - 30) + .24 * cosine(2 * h) + .32 * cosine(3 * h + 6) -
                   .2 * cosine(4 * h - 63);
  const double off = (l - 50) * (l - 50);
  const double blue = (h < 0 ? h + 360 : h) - 275;
  const double rotation = -sin(2 * 30 * exp(-blue * blue / 625) * G_PI / 180) * 2 *
                          sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
  const double dl = (two.l - one.l) / (1 + .015 * off / sqrt(20 + off));
  const double dc = (two.c - one.c) / (1 + .045 * c);
  const double dh = 2 * sqrt(one.c * two.c) * sin(turn / 2 * G_PI / 180) / (1 + .015 * c * t);
  return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

#endif
