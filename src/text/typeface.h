/* typeface.h - one face of the closed set: a file, and the font made of it once text needs it.
 * Layer: text. */
#ifndef PC_TEXT_TYPEFACE_H
#define PC_TEXT_TYPEFACE_H

#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

#include "text/manifest.h"

/* Owned by pc_fonts.  font is made at first use; a face that failed once is not reported again. */
typedef struct pc_typeface {
  char *family;
  int weight;               /* of OpenType */
  char *file;               /* NULL: a font of the manifest that is not installed */
  const pc_font_info *info; /* NULL: a file of the poster's own or of --fonts */
  int index;                /* of the face in a collection */
  bool is_cff;              /* outlines are CFF, not TrueType */
  char *key;                /* the name it goes by with fontconfig, once it is chosen for a theme */
  PangoFont *font;
  bool failed;
} pc_typeface;

void pc_typeface_free(pc_typeface *face);

/* All faces of a font file, appended as pc_typeface*.  false: no font, or its licence bits forbid
 * embedding; reported at the place given unless diags is NULL. */
bool pc_typeface_append_file(GPtrArray *faces, const char *file, pc_place at, pc_diags *diags);

/* All fonts in a folder and below. */
void pc_typeface_append_folder(GPtrArray *faces, const char *folder);

/* The pattern that describes a chosen face to fontconfig, without opening its file.  Its family is
 * the face's key, which no other face has: whatever way fontconfig matches, it can find but this
 * one. */
FcPattern *pc_typeface_pattern(const pc_typeface *face);

/* The empty set of patterns of a new configuration. */
FcFontSet *pc_typeface_open_set(FcConfig *config);

#endif
