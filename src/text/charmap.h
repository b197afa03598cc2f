/* charmap.h - a table of characters for a few glyphs of a font.  Layer: text. */
#ifndef PC_TEXT_CHARMAP_H
#define PC_TEXT_CHARMAP_H

#include <glib.h>
#include <hb.h>

typedef struct pc_charmap_pair {
  guint32 character, glyph;
} pc_charmap_pair;

/* Font file with the tables of face and this table of characters; pairs are sorted, and of two with
 * one character the first counts. */
hb_blob_t *pc_charmap_add(hb_face_t *face, GArray *pairs);

#endif
