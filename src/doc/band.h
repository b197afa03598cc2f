/* band.h - the header and the footer of a sheet, and the lines between its panels.  Layer: doc. */
#ifndef PC_DOC_BAND_H
#define PC_DOC_BAND_H

#include "doc/theme.h"

typedef enum pc_band_item {
  PC_BAND_TITLE,
  PC_BAND_SUBTITLE,
  PC_BAND_EVENT,
  PC_BAND_DATE,
  PC_BAND_AUTHORS,
  PC_BAND_AFFILIATIONS,
  PC_BAND_LOGOS,
  PC_BAND_READING, /* in which order the panels are read */
  PC_N_BAND_ITEMS,
} pc_band_item;

/* header or footer; shown is final after resolve. */
typedef struct pc_band {
  bool shown;
  unsigned items; /* bits 1u << pc_band_item */
  pc_length height;
  pc_align align;
} pc_band;

/* Guides from panel to panel need gaps so wide. */
#define PC_GUIDE_LEAST_GAP 3000

#endif
