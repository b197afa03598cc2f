/* fonts.c - chooses a face for every use of the theme and loads it by itself.  Layer: text.
 *
 * Fontconfig is given patterns of the chosen faces and nothing else: no folder is scanned, no
 * configuration read, no cache written.
 */
#include "text/fonts.h"

#include <string.h>

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/translate.h"
#include "text/families.h"
#include "text/fontset.h"
#include "text/pins.h"

struct pc_fonts {
  pc_families families;
  FcConfig *config;
  PangoFontMap *map;
  PangoContext *context;
  pc_pins *pins;
};

/* Pango starts FcInit in a thread with the first font map of a process.  That would read the
 * system's configuration, complain on stderr and scan every font on a machine without caches.  It
 * does nothing while there is a configuration, so an empty one stands there for that moment.  A
 * program that has used Pango before is left alone. */
static void keep_system_out(void) {
  static gsize done;
  if (!g_once_init_enter(&done))
    return;
  if (g_type_from_name("PangoFcFontMap") == 0) {
    FcConfig *empty = FcConfigCreate();
    FcConfigSetCurrent(empty);
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    PangoFontFamily **families = NULL;
    int n_families = 0;
    pango_font_map_list_families(map, &families, &n_families); /* waits for the thread */
    g_free(families);
    g_object_unref(map);
    FcConfigSetCurrent(NULL);
    FcConfigDestroy(empty);
  }
  g_once_init_leave(&done, 1);
}

/* Patterns of all chosen faces, before the first font is loaded: a later change of the set would
 * shut the fonts that are in use. */
static void fill_config(pc_fonts *fonts) {
  FcFontSet *set = pc_typeface_open_set(fonts->config);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (int i = 0; i < fonts->families.n_slots; i++) {
    pc_typeface *face = fonts->families.slots[i];
    if (face == NULL || !g_hash_table_add(seen, face))
      continue;
    if (face->info != NULL)
      face->file = pc_fonts_locate(face->info);
    if (face->file == NULL)
      continue;
    face->key = g_strdup_printf("posterc %d", i);
    FcFontSetAdd(set, pc_typeface_pattern(face));
  }
}

static void open_map(pc_fonts *fonts) {
  keep_system_out();
  fonts->config = FcConfigCreate();
  fill_config(fonts);
  fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
  fonts->context = pango_font_map_create_context(fonts->map);
  pango_context_set_language(fonts->context, pango_language_from_string("ja"));
  pango_context_set_round_glyph_positions(fonts->context, FALSE);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(fonts->context, options);
  cairo_font_options_destroy(options);
}

static bool load_main(pc_fonts *fonts, pc_diags *diags) {
  bool loaded = true;
  for (int i = 0; i < 4; i++) {
    const int slot = PC_SLOT(i / 2 == 0 ? PC_FACE_BODY : PC_FACE_HEADING, false, i % 2 == 1);
    loaded = pc_fonts_load(fonts, slot, diags) != NULL && loaded;
  }
  return loaded;
}

pc_fonts *pc_fonts_new(const pc_doc *doc, const char *const *folders, bool allow_outside,
                       pc_diags *diags) {
  g_autoptr(pc_fonts) fonts = g_new0(pc_fonts, 1);
  if (!pc_families_choose(&fonts->families, doc, folders, allow_outside, diags))
    return NULL;
  fonts->pins = pc_pins_new();
  open_map(fonts);
  if (!load_main(fonts, diags)) {
    pc_pins_settle(fonts->pins, diags);
    return NULL;
  }
  return g_steal_pointer(&fonts);
}

void pc_fonts_free(pc_fonts *fonts) {
  if (fonts == NULL)
    return;
  g_clear_pointer(&fonts->pins, pc_pins_free);
  pc_families_clear(&fonts->families);
  g_clear_object(&fonts->context);
  g_clear_object(&fonts->map);
  g_clear_pointer(&fonts->config, FcConfigDestroy);
  g_free(fonts);
}

const pc_families *pc_fonts_families(const pc_fonts *fonts) {
  return &fonts->families;
}

pc_pins *pc_fonts_pins(const pc_fonts *fonts) {
  return fonts->pins;
}

int pc_fonts_n_fallbacks(const pc_fonts *fonts) {
  return fonts->families.doc->theme.fonts.fallback.count;
}

static bool check_file(const pc_fonts *fonts, const pc_typeface *face, const pc_string *name,
                       pc_diags *diags) {
  const pc_place at = pc_families_place(fonts->families.doc, name);
  if (face->file == NULL) {
    g_autofree char *hint = g_strdup_printf(_("install the package %s"), face->info->package);
    PC_REPORT_HINT(diags, at, PC_MISSING_FONT, hint, "the font '%s %s' is not installed",
                   face->family, face->info->style);
    return false;
  }
  if (face->info != NULL)
    pc_pins_add(fonts->pins, face->info, face->file, at);
  return true;
}

/* Fontconfig gives another face rather than none: only the very file counts. */
static bool is_face(PangoFont *font, const pc_typeface *face) {
  FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8 *file = NULL;
  int index = 0;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  return FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch && index == face->index &&
         strcmp((const char *)file, face->file) == 0;
}

static PangoFont *open_font(const pc_fonts *fonts, const pc_typeface *face) {
  PangoFontDescription *wanted = pango_font_description_new();
  pango_font_description_set_family(wanted, face->key);
  pango_font_description_set_absolute_size(wanted, 1000 * PANGO_SCALE);
  PangoFont *font = pango_context_load_font(fonts->context, wanted);
  pango_font_description_free(wanted);
  if (font != NULL && !is_face(font, face))
    g_clear_object(&font);
  return font;
}

PangoFont *pc_fonts_load(const pc_fonts *fonts, int slot, pc_diags *diags) {
  pc_typeface *face = fonts->families.slots[slot];
  if (face->font != NULL || face->failed)
    return face->font;
  const pc_string *name = fonts->families.names[slot];
  if (check_file(fonts, face, name, diags)) {
    face->font = open_font(fonts, face);
    if (face->font == NULL)
      PC_REPORT(diags, pc_families_place(fonts->families.doc, name), PC_MISSING_FONT,
                "the font '%s' cannot be loaded", face->family);
  }
  face->failed = face->font == NULL;
  return face->font;
}
