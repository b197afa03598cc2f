/* phrasing.h - what a line's end costs at each place of a heading.  Layer: text. */
#ifndef PC_TEXT_PHRASING_H
#define PC_TEXT_PHRASING_H

#include "text/paragraph.h"

/* Fills break_costs of phrased text, and marks the places inside words as poor.  Asks for the
 * breaks that pc_paragraph_compose allows. */
void pc_phrasing_measure(pc_paragraph *paragraph, const pc_char *chars, int n_chars);

/* A break of this cost or more parts what belongs together: a compound, a name, a word. */
#define PC_PHRASING_APART 9

#endif
