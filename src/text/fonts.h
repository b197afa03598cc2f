/* fonts.h - the closed set of fonts: the manifest's, the poster's own files, and --fonts.
 * Layer: text.
 *
 * Nothing of the system's font configuration is read.  A family that is not in the set is an error,
 * never another family.
 */
#ifndef PC_TEXT_FONTS_H
#define PC_TEXT_FONTS_H

#include <glib.h>

#include "doc/doc.h"

typedef struct pc_fonts pc_fonts;

/* The families of a theme, with regular and bold of each.  folders: --fonts, NULL-terminated or
 * NULL.  NULL: reported (missing-font with the nearest families, missing-file, outside-directory).
 * Monospaced and fallback files are opened, and missed, only when text needs them; whether
 * a file is the pinned one is known once pc_pins_settle says so. */
pc_fonts *pc_fonts_new(const pc_doc *doc, const char *const *folders, bool allow_outside,
                       pc_diags *diags);
void pc_fonts_free(pc_fonts *fonts);

/* One font of the manifest, for `posterc fonts`. */
typedef struct pc_font_info {
  const char *family, *style, *file, *version, *sha256, *licence, *package;
  int weight;       /* of OpenType: 400 regular, 700 bold */
  int index;        /* of the face in a collection */
  goffset size;     /* bytes of the file */
  guint64 checksum; /* of the file's 64-bit words: manifest.c */
} pc_font_info;

/* Entries of fonts/manifest, in its order; *count receives how many. */
const pc_font_info *pc_fonts_manifest(int *count);

/* Full path of a manifest font on this machine, or NULL.  The caller frees it.  Looked for below
 * the folders of $POSTERC_FONT_PATH, the installed fonts of posterc, and the system's. */
char *pc_fonts_locate(const pc_font_info *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_fonts, pc_fonts_free)

#endif
