/* families.h - the faces that a theme's font names stand for.  Layer: text. */
#ifndef PC_TEXT_FAMILIES_H
#define PC_TEXT_FAMILIES_H

#include "text/typeface.h"

/* The set of faces, and the one chosen for each slot (text/fontset.h). */
typedef struct pc_families {
  const pc_doc *doc;
  GPtrArray *faces; /* pc_typeface: the poster's files, --fonts, the manifest */
  int n_slots;
  pc_typeface **slots;     /* borrowed from faces */
  const pc_string **names; /* of each slot: where the theme names it */
} pc_families;

/* Fills an empty set.  false: reported; pc_families_clear is due all the same. */
bool pc_families_choose(pc_families *families, const pc_doc *doc, const char *const *folders,
                        bool allow_outside, pc_diags *diags);
void pc_families_clear(pc_families *families);

/* The families of an open set of fonts. */
const pc_families *pc_fonts_families(const pc_fonts *fonts);

/* What to write instead of a family that is not there.  The caller frees it. */
char *pc_families_suggest(const pc_families *families, const char *name);

/* Where a name stands in the author's files. */
pc_place pc_families_place(const pc_doc *doc, const pc_string *name);

#endif
