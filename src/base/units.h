/* units.h - lengths as people write them, and the whole micrometres that layout counts in.
 * Layer: base.
 *
 * Geometry is whole micrometres: A0 is 841000 x 1189000, sums have no drift, dumps compare exactly.
 */
#ifndef PC_BASE_UNITS_H
#define PC_BASE_UNITS_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t pc_um; /* micrometres */

/* Taller than any paper; needs are cut off here so that sums stay in range. */
#define PC_UM_TALLEST 100000000

typedef enum pc_unit {
  PC_UNIT_AUTO, /* the word "auto": value is meaningless */
  PC_UNIT_NONE, /* a bare number */
  PC_UNIT_MM,
  PC_UNIT_CM,
  PC_UNIT_IN,
  PC_UNIT_PT,
  PC_UNIT_Q, /* 0.25 mm; H is the same length */
  PC_UNIT_H,
  PC_UNIT_EM,
  PC_UNIT_PERCENT,
  PC_UNIT_FR,
} pc_unit;

/* A length as written.  It becomes paper once the em and the parent are known. */
typedef struct pc_length {
  double value;
  pc_unit unit;
} pc_length;

/* Reads "18mm", "１８mm", "1.45em", ".8em", "35%", "2fr", "4" or "auto".  Full-width digits count
 * as digits.  false: no number, or a unit that is not in the list. */
bool pc_length_parse(const char *text, pc_length *length);

/* "18mm", "auto": the shortest text that reads back as the same length.  The caller frees it. */
char *pc_length_format(pc_length length);

/* The length on paper.  em and parent are what 1em and 100% stand for; auto, fr and a bare number
 * other than 0 are 0. */
pc_um pc_length_um(pc_length length, pc_um em, pc_um parent);

/* The length in points when 1em is em_pt points; auto, fr and % are 0. */
double pc_length_pt(pc_length length, double em_pt);

/* 1 pt = 1/72 in; rounded to the nearest micrometre. */
pc_um pc_um_from_pt(double pt);
double pc_um_to_pt(pc_um um);
pc_um pc_um_from_mm(double mm);
double pc_um_to_mm(pc_um um);

/* "A0".."A6", "B0".."B6" (JIS), "ISO-B0".."ISO-B6", upper or lower case; portrait. */
bool pc_paper_find(const char *name, pc_um *width, pc_um *height);
/* Names of all papers, NULL-terminated, for did-you-mean. */
const char *const *pc_paper_names(void);

#endif
