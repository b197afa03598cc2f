/* profile.h - ICC profiles: checked, told from sRGB, made from PNG's gamma.  Layer: figure.
 *
 * A profile is its bytes.  Where there is none, colours are sRGB and grey has sRGB's curve.
 */
#ifndef PC_FIGURE_PROFILE_H
#define PC_FIGURE_PROFILE_H

#include <glib.h>
#include <stdbool.h>

#include "figure/codec.h"

/* The largest CMYK profiles of print shops have 2.7 MB. */
#define PC_PROFILE_MAX_BYTES ((size_t)4 * 1024 * 1024)

/* Sets problem to what is wrong with a profile, and what helps. */
void pc_profile_report(pc_problem *problem, const char *what);

/* Checks *icc for a picture of so many channels, and frees it and makes it NULL where it shows
 * colours as sRGB does.  The profile of a grey picture may be one of RGB: then *icc becomes one of
 * grey with its neutral tones.  false: problem. */
bool pc_profile_resolve(GBytes **icc, int channels, pc_problem *problem);

/* How PNG describes colours without ICC (PNG 1.2, 4.2.2.1 and 4.2.2.2). */
typedef struct pc_calibration {
  int channels;                               /* 1 or 3 */
  double gamma;                               /* of the file: 1/2.2 for most */
  double white[2], red[2], green[2], blue[2]; /* x, y */
} pc_calibration;

/* sRGB's white and primaries. */
extern const pc_calibration pc_calibration_srgb;

/* The profile that says the same; NULL: the numbers are none of real colours. */
GBytes *pc_profile_make(const pc_calibration *calibration);

#endif
