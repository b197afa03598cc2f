/* manifest.h - what pins the known fonts: names, weights, and the check of a file.
 * Layer: text. */
#ifndef PC_TEXT_MANIFEST_H
#define PC_TEXT_MANIFEST_H

#include "text/fonts.h"

/* The weight that a style word stands for ("Bold": 700), or 0. */
int pc_font_weight_parse(const char *word);

/* Splits "BIZ UDGothic Bold" into family and weight; without a weight word *weight is 400.  The
 * caller frees the family. */
char *pc_font_name_split(const char *name, int *weight);

/* Size and checksum are those of the manifest: what every poster is checked with. */
bool pc_font_is_pinned(const pc_font_info *info, const char *path);

#endif
