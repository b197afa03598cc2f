/* named.c - a font map of patterns that only asking by family finds.  Layer: text.
 *
 * Every face has a key that no other has, and the families that are asked for become keys before
 * fontconfig sees them: the choice is made in named_choice.c, as posterc chooses for its own text.
 */
#include "text/named.h"

#include <string.h>

#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/translate.h"
#include "text/families.h"
#include "text/fontfile.h"
#include "text/fontset.h"
#include "text/jclass.h"
#include "text/named_choice.h"
#include "text/pins.h"
#include "text/subset.h"

#define REGULAR 400

struct pc_named_fonts {
  PangoFontMap *map;
  PangoFontMap *before; /* the thread's, between begin and end */
  GPtrArray *files;     /* pc_font_file: of the fonts that are cut */
};

typedef struct naming {
  const pc_families *families;
  pc_pins *pins;
  const pc_font_wishes *wishes;
  pc_diags *diags;
  FcFontSet *set;
  GPtrArray *files;    /* pc_font_file */
  hb_set_t *forms;     /* of the wishes */
  GArray *rows;        /* pc_named_row */
  GHashTable *covered; /* code points that a row has */
  bool sound;
} naming;

static bool is_visible(gunichar code) {
  const GUnicodeType type = g_unichar_type(code);
  const bool selects = (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
  return !g_unichar_isspace(code) && type != G_UNICODE_FORMAT && type != G_UNICODE_CONTROL &&
         !selects;
}

static bool is_western(gunichar code) {
  return pc_jclass_get(code) == PC_JC_WESTERN || pc_jclass_is_letter(code);
}

/* Which characters of the drawing the face has: all that Pango asks. */
static FcCharSet *list_characters(naming *n, hb_face_t *face, bool western) {
  FcCharSet *characters = FcCharSetCreate();
  hb_font_t *font = hb_font_create(face);
  hb_codepoint_t glyph;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, n->wishes->codes);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const gunichar code = GPOINTER_TO_UINT(key);
    if ((western && !is_western(code)) || !hb_font_get_nominal_glyph(font, code, &glyph))
      continue;
    FcCharSetAddChar(characters, code);
    g_hash_table_add(n->covered, key);
  }
  hb_font_destroy(font);
  return characters;
}

/* The whole font costs cairo all of its outlines at once, 16 MiB of one of Noto's. */
static void cut_face(naming *n, hb_face_t *face, pc_typeface *named) {
  g_autoptr(GBytes) bytes = pc_subset_make_text(face, n->forms);
  pc_font_file *file = bytes != NULL ? pc_font_file_new(bytes) : NULL;
  if (file == NULL)
    return;
  g_ptr_array_add(n->files, file);
  named->file = file->path;
  named->index = 0;
}

static void add_pattern(naming *n, hb_face_t *face, pc_typeface named, bool western) {
  FcCharSet *characters = list_characters(n, face, western);
  const bool is_used = FcCharSetCount(characters) > 0;
  if (is_used)
    cut_face(n, face, &named);
  FcPattern *pattern = pc_typeface_pattern(&named);
  if (is_used) {
    FcPatternDel(pattern, FC_CHARSET);
    FcPatternAddCharSet(pattern, FC_CHARSET, characters);
  }
  FcCharSetDestroy(characters);
  FcFontSetAdd(n->set, pattern);
}

/* The file of a face; NULL: reported. */
static char *find_file(naming *n, const pc_typeface *face) {
  char *file = face->info != NULL ? pc_fonts_locate(face->info) : g_strdup(face->file);
  if (file == NULL) {
    g_assert(face->info != NULL); /* a file of the poster's own has its name */
    g_autofree char *hint = g_strdup_printf(_("install the package %s"), face->info->package);
    PC_REPORT_HINT(n->diags, n->wishes->at, PC_MISSING_FONT, hint,
                   "'%s' is set in the font '%s %s', which is not installed", n->wishes->file,
                   face->family, face->info->style);
  } else if (face->info != NULL) {
    pc_pins_add(n->pins, face->info, file, n->wishes->at);
  }
  return file;
}

static bool has_row(const naming *n, const pc_typeface *face, int slot) {
  for (guint i = 0; i < n->rows->len; i++) {
    const pc_named_row *row = &g_array_index(n->rows, pc_named_row, i);
    if (row->slot == slot && row->weight == face->weight && g_str_equal(row->family, face->family))
      return true;
  }
  return false;
}

/* NULL: it is missing or damaged. */
static hb_face_t *open_face(const char *file, int index) {
  hb_blob_t *blob = file != NULL ? hb_blob_create_from_file_or_fail(file) : NULL;
  hb_face_t *face = blob != NULL ? hb_face_create(blob, (unsigned)index) : NULL;
  hb_blob_destroy(blob);
  if (face != NULL && hb_face_get_glyph_count(face) > 0)
    return face;
  hb_face_destroy(face);
  return NULL;
}

static void add_row(naming *n, const pc_typeface *face, int slot, bool western) {
  if (has_row(n, face, slot))
    return;
  g_autofree char *file = find_file(n, face);
  hb_face_t *opened = open_face(file, face->index);
  if (opened == NULL) {
    n->sound = false;
    return;
  }
  const pc_named_row row = {g_strdup_printf("posterc named %u", n->rows->len),
                            g_strdup(face->family), face->weight, slot};
  pc_typeface named = *face;
  named.key = row.key;
  named.file = file;
  add_pattern(n, opened, named, western);
  hb_face_destroy(opened);
  g_array_append_val(n->rows, row);
}

static void add_slot(naming *n, int slot, bool western) {
  add_row(n, n->families->slots[slot], slot, western);
}

/* Western characters first in the theme's Latin, as everywhere on the poster. */
static void add_theme_face(naming *n, pc_face face) {
  const int n_weights = n->wishes->has_weights ? 2 : 1;
  for (int bold = 0; bold < n_weights; bold++) {
    add_slot(n, PC_SLOT(face, bold, true), true);
    add_slot(n, PC_SLOT(face, bold, false), false);
  }
}

/* The weight that regular text is set in, or all of the family: which of them the drawing asks for
 * is not known.  false: it is not in the set. */
static bool add_family(naming *n, const char *name) {
  const pc_typeface *regular = NULL;
  for (guint i = 0; i < n->families->faces->len; i++) {
    const pc_typeface *face = g_ptr_array_index(n->families->faces, i);
    if (g_ascii_strcasecmp(face->family, name) != 0)
      continue;
    if (regular == NULL || pc_weight_is_nearer(face->weight, regular->weight, REGULAR))
      regular = face;
    if (n->wishes->has_weights)
      add_row(n, face, PC_NO_SLOT, false);
  }
  if (regular != NULL)
    add_row(n, regular, PC_NO_SLOT, false);
  return regular != NULL;
}

static bool add_name(naming *n, const char *name) {
  const pc_generic_family *generic = pc_generic_find(name);
  if (generic == NULL)
    return add_family(n, name);
  if (generic->family != NULL)
    return add_family(n, generic->family);
  if (generic->face != PC_FACE_BODY)
    add_theme_face(n, generic->face);
  return true;
}

static void report_list(naming *n, const pc_family_list *list) {
  g_autofree char *names = g_strjoinv(_("' or '"), list->names);
  g_autofree char *suggestion = pc_families_suggest(n->families, list->names[0]);
  g_autofree char *hint = g_strdup_printf(
      _("set it in a font of the poster or in sans-serif (%s), or add the font's file to "
        "theme.fonts.files"),
      suggestion);
  PC_REPORT_HINT(n->diags, n->wishes->at, PC_MISSING_FONT, hint,
                 "'%s' asks in its line %d for the font '%s', which posterc does not have",
                 n->wishes->file, list->line, names);
  n->sound = false;
}

/* All names of a list that are there, so that each can lend what the one before it lacks. */
static void add_lists(naming *n) {
  for (guint i = 0; i < n->wishes->lists->len; i++) {
    const pc_family_list *list = g_ptr_array_index(n->wishes->lists, i);
    bool found = false;
    for (int k = 0; list->names[k] != NULL; k++)
      found = add_name(n, list->names[k]) || found;
    if (!found)
      report_list(n, list);
  }
}

static int compare_codes(gconstpointer a, gconstpointer b) {
  const gunichar one = *(const gunichar *)a, other = *(const gunichar *)b;
  return (one > other) - (one < other);
}

/* What no row has, in the order of code points. */
static GArray *list_missing(const naming *n) {
  GArray *codes = g_array_new(FALSE, FALSE, sizeof(gunichar));
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, n->wishes->codes);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const gunichar code = GPOINTER_TO_UINT(key);
    if (is_visible(code) && !g_hash_table_contains(n->covered, key))
      g_array_append_val(codes, code);
  }
  g_array_sort(codes, compare_codes);
  return codes;
}

/* Fallback files are large: they are opened only for what is missing. */
static void add_fallbacks(naming *n, int count) {
  for (int i = 0; i < count; i++) {
    g_autoptr(GArray) missing = list_missing(n);
    if (missing->len == 0)
      return;
    add_slot(n, PC_SLOT_FALLBACK(i, false), false);
  }
}

static void report_missing(naming *n) {
  g_autoptr(GArray) missing = list_missing(n);
  for (guint i = 0; i < missing->len; i++) {
    const gunichar code = g_array_index(missing, gunichar, i);
    char character[7] = {0};
    if (g_unichar_isgraph(code))
      g_unichar_to_utf8(code, character);
    PC_REPORT_HINT(n->diags, n->wishes->at, PC_MISSING_GLYPH,
                   "replace it in the drawing, or name a font that has it in theme.fonts.fallback",
                   "no font has the character '%s' (U+%04X) of '%s'", character, code,
                   n->wishes->file);
    n->sound = false;
  }
}

static void free_rows(void *rows) {
  g_array_unref(rows);
}

static void free_file(void *file) {
  pc_font_file_free(file);
}

static hb_set_t *list_forms(const pc_font_wishes *wishes) {
  hb_set_t *forms = hb_set_create();
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, wishes->forms);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    hb_set_add(forms, GPOINTER_TO_UINT(key));
  return forms;
}

static pc_named_fonts *open_map(naming *n, FcConfig *config) {
  pc_named_fonts *fonts = g_new0(pc_named_fonts, 1);
  fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  fonts->files = g_ptr_array_ref(n->files);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), config);
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(fonts->map), pc_named_choose,
                                           g_array_ref(n->rows), free_rows);
  return fonts;
}

pc_named_fonts *pc_named_fonts_new(const pc_fonts *fonts, const pc_font_wishes *wishes,
                                   pc_diags *diags) {
  FcConfig *config = FcConfigCreate();
  naming n = {.families = pc_fonts_families(fonts),
              .pins = pc_fonts_pins(fonts),
              .wishes = wishes,
              .diags = diags,
              .set = pc_typeface_open_set(config),
              .files = g_ptr_array_new_with_free_func(free_file),
              .forms = list_forms(wishes),
              .rows = g_array_new(FALSE, FALSE, sizeof(pc_named_row)),
              .covered = g_hash_table_new(NULL, NULL),
              .sound = true};
  g_array_set_clear_func(n.rows, pc_named_row_clear);
  add_theme_face(&n, PC_FACE_BODY);
  add_lists(&n);
  if (n.sound) {
    add_fallbacks(&n, pc_fonts_n_fallbacks(fonts));
    report_missing(&n);
  }
  pc_named_fonts *named = n.sound ? open_map(&n, config) : NULL;
  hb_set_destroy(n.forms);
  g_ptr_array_unref(n.files);
  g_hash_table_unref(n.covered);
  g_array_unref(n.rows);
  FcConfigDestroy(config);
  return named;
}

void pc_named_fonts_free(pc_named_fonts *fonts) {
  if (fonts == NULL)
    return;
  g_clear_object(&fonts->before);
  g_clear_object(&fonts->map);
  g_ptr_array_unref(fonts->files);
  g_free(fonts);
}

void pc_named_fonts_begin(pc_named_fonts *fonts) {
  fonts->before = g_object_ref(pango_cairo_font_map_get_default());
  pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(fonts->map));
}

void pc_named_fonts_end(pc_named_fonts *fonts) {
  pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(fonts->before));
  g_clear_object(&fonts->before);
}
