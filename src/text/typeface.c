/* typeface.c - faces of font files: known ones by the manifest, foreign ones by reading them.
 * Layer: text. */
#include "text/typeface.h"

#include <string.h>

#include <fontconfig/fcfreetype.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/translate.h"

/* Bounds on --fonts: folders linked in a ring, or a whole disk named by mistake. */
#define MAX_DEPTH 8
#define MAX_FACES 4096
#define MAX_FACES_IN_FILE 64

void pc_typeface_free(pc_typeface *face) {
  if (face == NULL)
    return;
  g_clear_object(&face->font);
  g_free(face->key);
  g_free(face->family);
  g_free(face->file);
  g_free(face);
}

/* Reading a CJK file takes fontconfig 14 ms; what it would find is in the manifest.  Coverage is
 * asked of the font itself: one letter stands here only because FcFontSetSort leaves out a font
 * without characters.  Pango wants the format; the match is by the family alone: Pango asks
 * FcFontMatch and FcFontSort in two threads and takes what comes first, and the two weigh languages
 * and weights differently. */
FcPattern *pc_typeface_pattern(const pc_typeface *face) {
  FcCharSet *letter = FcCharSetCreate();
  FcCharSetAddChar(letter, 'A');
  FcPattern *pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)face->key);
  FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
  FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
  FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)face->file);
  FcPatternAddInteger(pattern, FC_INDEX, face->index);
  FcPatternAddString(pattern, FC_FONTFORMAT, (const FcChar8 *)(face->is_cff ? "CFF" : "TrueType"));
  FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
  FcPatternAddCharSet(pattern, FC_CHARSET, letter);
  FcCharSetDestroy(letter);
  FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  FcPatternAddBool(pattern, FC_EMBEDDED_BITMAP, FcFalse);
  return pattern;
}

/* A file that is not there leaves an empty set of application fonts behind: the one way to get it.
 */
FcFontSet *pc_typeface_open_set(FcConfig *config) {
  FcConfigAppFontAddFile(config, (const FcChar8 *)"");
  return FcConfigGetFonts(config, FcSetApplication);
}

/* One row for each name that the file gives its family: "BIZ UDGothic", "BIZ UDゴシック". */
static void append_names(GPtrArray *faces, const char *file, FcPattern *pattern) {
  int weight = FC_WEIGHT_REGULAR;
  int slant = FC_SLANT_ROMAN;
  int index = 0;
  FcChar8 *format = NULL;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format);
  FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
  FcChar8 *name = NULL;
  for (int i = 0;
       slant == FC_SLANT_ROMAN && FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch;
       i++) {
    pc_typeface *face = g_new0(pc_typeface, 1);
    face->family = g_strdup((const char *)name);
    face->weight = FcWeightToOpenType(weight);
    face->file = g_strdup(file);
    face->index = index;
    face->is_cff = g_strcmp0((const char *)format, "CFF") == 0;
    g_ptr_array_add(faces, face);
  }
}

/* fsType (OpenType, OS/2): restricted licence, or bitmaps only. */
static bool forbids_embedding(FT_Face face) {
  return (FT_Get_FSType_Flags(face) &
          (FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING | FT_FSTYPE_BITMAP_EMBEDDING_ONLY)) != 0;
}

static const char *append_face(GPtrArray *faces, FT_Library library, const char *file, int index,
                               long *n_faces) {
  FT_Face face = NULL;
  if (FT_New_Face(library, file, index, &face) != 0)
    return "is not a font file that posterc can read";
  *n_faces = face->num_faces;
  const char *wrong = NULL;
  if (!FT_IS_SCALABLE(face) || !FT_IS_SFNT(face)) {
    wrong = "is not an outline font (TrueType or OpenType)";
  } else if (forbids_embedding(face)) {
    wrong = "forbids embedding, so it cannot be printed from a PDF";
  } else {
    FcPattern *pattern = FcFreeTypeQueryFace(face, (const FcChar8 *)file, (unsigned)index, NULL);
    if (pattern != NULL) {
      append_names(faces, file, pattern);
      FcPatternDestroy(pattern);
    }
  }
  FT_Done_Face(face);
  return wrong;
}

bool pc_typeface_append_file(GPtrArray *faces, const char *file, pc_place at, pc_diags *diags) {
  FT_Library library = NULL;
  if (FT_Init_FreeType(&library) != 0)
    return false;
  long n_faces = 1;
  const char *wrong = NULL;
  for (int i = 0; i < MIN(n_faces, MAX_FACES_IN_FILE) && wrong == NULL; i++)
    wrong = append_face(faces, library, file, i, &n_faces);
  FT_Done_FreeType(library);
  if (wrong != NULL && diags != NULL)
    PC_REPORT(diags, at, PC_MISSING_FONT, "'%s' %s", file, _(wrong));
  return wrong == NULL;
}

static bool is_font_name(const char *name) {
  static const char *const endings[] = {".ttf", ".otf", ".ttc", ".otc"};
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i]))
      return true;
  return false;
}

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In the order of names: the order in the folder is the file system's own. */
static GPtrArray *list_folder(const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *dir = g_dir_open(folder, 0, NULL);
  if (dir == NULL)
    return names;
  for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir))
    g_ptr_array_add(names, g_build_filename(folder, name, NULL));
  g_dir_close(dir);
  g_ptr_array_sort(names, compare_names);
  return names;
}

static void append_below(GPtrArray *faces, const char *folder, int depth) {
  g_autoptr(GPtrArray) names = list_folder(folder);
  for (guint i = 0; i < names->len && faces->len < MAX_FACES; i++) {
    const char *path = g_ptr_array_index(names, i);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
      if (depth < MAX_DEPTH)
        append_below(faces, path, depth + 1);
    } else if (is_font_name(path) && g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
      pc_typeface_append_file(faces, path, (pc_place){0}, NULL);
    }
  }
}

void pc_typeface_append_folder(GPtrArray *faces, const char *folder) {
  append_below(faces, folder, 0);
}
