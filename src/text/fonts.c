/* fonts.c - chooses a face for every use of the theme and loads it by itself.  Layer: text.
 *
 * Fontconfig is given patterns of the chosen faces and nothing else: no folder is scanned, no
 * configuration read, no cache written.
 */
#include "text/fonts.h"

#include <string.h>

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/file.h"
#include "base/nearest.h"
#include "text/fontset.h"
#include "text/typeface.h"

#define MAX_FONT_BYTES ((size_t)64 << 20)
#define BOLD 700

struct pc_fonts {
  const pc_doc *doc;
  GPtrArray *faces; /* pc_typeface: the poster's files, --fonts, the manifest */
  int n_slots;
  pc_typeface **slots;     /* borrowed from faces */
  const pc_string **names; /* of each slot: where the theme names it */
  FcConfig *config;
  PangoFontMap *map;
  PangoContext *context;
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

static void append_manifest(GPtrArray *faces) {
  int count = 0;
  const pc_font_info *infos = pc_fonts_manifest(&count);
  for (int i = 0; i < count; i++) {
    pc_typeface *face = g_new0(pc_typeface, 1);
    face->family = g_strdup(infos[i].family);
    face->weight = infos[i].weight;
    face->info = &infos[i];
    g_ptr_array_add(faces, face);
  }
}

/* What reading a file of theme.fonts.files can meet. */
static const struct {
  pc_code code;
  const char *what;
} file_errors[] = {
    [PC_FILE_MISSING] = {PC_MISSING_FILE, "is not there"},
    [PC_FILE_OUTSIDE] = {PC_OUTSIDE_DIRECTORY, "lies outside the poster's folder"},
    [PC_FILE_TOO_LARGE] = {PC_LIMIT, "is larger than 64 MiB"},
    [PC_FILE_UNREADABLE] = {PC_MISSING_FILE, "cannot be read"},
};

static pc_place get_place(const pc_doc *doc, const pc_string *name) {
  return name->node == NULL ? (pc_place){g_intern_string(doc->file), 0, 0} : name->node->at;
}

static bool append_own(GPtrArray *faces, const pc_doc *doc, bool outside, pc_diags *diags) {
  bool found = true;
  const pc_strings *files = &doc->theme.fonts.files;
  for (int i = 0; i < files->count; i++) {
    const pc_string *name = &files->items[i];
    pc_file_error error = PC_FILE_OK;
    g_autoptr(GBytes) bytes =
        pc_file_read(doc->folder, name->text, outside, MAX_FONT_BYTES, &error);
    if (bytes == NULL) {
      PC_REPORT(diags, get_place(doc, name), file_errors[error].code, "the font file '%s' %s",
                name->text, file_errors[error].what);
      found = false;
      continue;
    }
    g_autofree char *path = g_path_is_absolute(name->text)
                                ? g_strdup(name->text)
                                : g_build_filename(doc->folder, name->text, NULL);
    found = pc_typeface_append_file(faces, path, get_place(doc, name), diags) && found;
  }
  return found;
}

static pc_typeface *get_face(const pc_fonts *fonts, guint index) {
  return g_ptr_array_index(fonts->faces, index);
}

/* The face of the family whose weight is nearest; the first in the order of the set. */
static pc_typeface *find_nearest(const pc_fonts *fonts, const char *family, int weight) {
  pc_typeface *best = NULL;
  for (guint i = 0; i < fonts->faces->len; i++) {
    pc_typeface *face = get_face(fonts, i);
    if (g_ascii_strcasecmp(face->family, family) == 0 &&
        (best == NULL || ABS(face->weight - weight) < ABS(best->weight - weight)))
      best = face;
  }
  return best;
}

/* "Family" or "Family Weight".  A weight that is named has to be there. */
static pc_typeface *find_named(const pc_fonts *fonts, const char *name) {
  pc_typeface *plain = find_nearest(fonts, name, 400);
  if (plain != NULL)
    return plain;
  int weight = 0;
  g_autofree char *family = pc_font_name_split(name, &weight);
  pc_typeface *face = find_nearest(fonts, family, weight);
  return face != NULL && face->weight == weight ? face : NULL;
}

/* Families of the set, each once, joined for a message; *names keeps them for did-you-mean. */
static char *list_families(const pc_fonts *fonts, GPtrArray *names) {
  for (guint i = 0; i < fonts->faces->len; i++) {
    char *family = get_face(fonts, i)->family;
    if (!g_ptr_array_find_with_equal_func(names, family, g_str_equal, NULL))
      g_ptr_array_add(names, family);
  }
  g_ptr_array_add(names, NULL);
  return g_strjoinv(", ", (char **)names->pdata);
}

static void report_family(const pc_fonts *fonts, const pc_string *name, pc_diags *diags) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autofree char *list = list_families(fonts, names);
  int weight = 0;
  g_autofree char *family = pc_font_name_split(name->text, &weight);
  const pc_typeface *other = find_nearest(fonts, family, weight);
  const char *near = pc_nearest(name->text, (const char *const *)names->pdata);
  if (near == NULL)
    near = pc_nearest(family, (const char *const *)names->pdata);
  g_autofree char *hint = other != NULL  ? g_strdup_printf("write '%s'", other->family)
                          : near != NULL ? g_strdup_printf("did you mean '%s'?", near)
                                         : g_strdup_printf("posterc knows %s", list);
  PC_REPORT_HINT(diags, get_place(fonts->doc, name), PC_MISSING_FONT, hint,
                 other != NULL ? "the font '%s' does not come in that weight"
                               : "there is no font '%s'",
                 name->text);
}

/* The bold of a face.  A Mincho without bold is emphasised with the heading's Gothic, as printers
 * do. */
static pc_typeface *find_bold(const pc_fonts *fonts, pc_typeface *face, pc_typeface *heading) {
  pc_typeface *bold = find_nearest(fonts, face->family, MAX(face->weight, BOLD));
  return bold->weight >= BOLD - 100 ? bold : heading;
}

static void fill_pair(pc_fonts *fonts, int slot, const pc_string *name, pc_typeface *face) {
  fonts->slots[slot] = face;
  fonts->names[slot] = name;
}

/* Latin of the same weight as the Japanese that it stands in. */
static pc_typeface *find_latin(const pc_fonts *fonts, pc_typeface *latin,
                               const pc_typeface *beside) {
  return beside->weight == 400 ? latin : find_nearest(fonts, latin->family, beside->weight);
}

static void fill_slots(pc_fonts *fonts, pc_typeface *const *named, pc_typeface *latin) {
  const pc_font_names *names = &fonts->doc->theme.fonts;
  const pc_string *const texts[PC_N_FACES] = {&names->body, &names->heading, &names->mono};
  for (int i = 0; i < PC_N_FACES; i++) {
    pc_typeface *bold = find_bold(fonts, named[i], named[PC_FACE_HEADING]);
    pc_typeface *const pair[2] = {named[i], bold};
    for (int b = 0; b < 2; b++) {
      const bool own = i == PC_FACE_MONO;
      fill_pair(fonts, PC_SLOT(i, b, false), texts[i], pair[b]);
      fill_pair(fonts, PC_SLOT(i, b, true), own ? texts[i] : &names->latin,
                own ? pair[b] : find_latin(fonts, latin, pair[b]));
    }
  }
}

static pc_typeface *resolve_name(const pc_fonts *fonts, const pc_string *name, pc_diags *diags) {
  pc_typeface *face = find_named(fonts, name->text);
  if (face == NULL)
    report_family(fonts, name, diags);
  return face;
}

static bool resolve_slots(pc_fonts *fonts, pc_diags *diags) {
  const pc_font_names *names = &fonts->doc->theme.fonts;
  pc_typeface *named[PC_N_FACES] = {resolve_name(fonts, &names->body, diags),
                                    resolve_name(fonts, &names->heading, diags),
                                    resolve_name(fonts, &names->mono, diags)};
  pc_typeface *latin = resolve_name(fonts, &names->latin, diags);
  bool found = named[0] != NULL && named[1] != NULL && named[2] != NULL && latin != NULL;
  if (found)
    fill_slots(fonts, named, latin);
  for (int i = 0; i < names->fallback.count; i++) {
    const pc_string *name = &names->fallback.items[i];
    pc_typeface *face = resolve_name(fonts, name, diags);
    found = found && face != NULL;
    if (face == NULL)
      continue;
    fill_pair(fonts, PC_SLOT_FALLBACK(i, false), name, face);
    fill_pair(fonts, PC_SLOT_FALLBACK(i, true), name, find_bold(fonts, face, face));
  }
  return found;
}

/* Patterns of all chosen faces, before the first font is loaded: a later change of the set would
 * shut the fonts that are in use. */
static void fill_config(pc_fonts *fonts) {
  /* A file that is not there leaves an empty set of application fonts behind: the one way to get
   * it. */
  FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)"");
  FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (int i = 0; i < fonts->n_slots; i++) {
    pc_typeface *face = fonts->slots[i];
    if (face == NULL || !g_hash_table_add(seen, face))
      continue;
    if (face->info != NULL)
      face->file = pc_fonts_locate(face->info);
    if (face->file == NULL)
      continue;
    if (face->pattern == NULL)
      face->pattern = pc_typeface_pattern(face);
    FcPatternReference(face->pattern);
    FcFontSetAdd(set, face->pattern);
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
  fonts->doc = doc;
  fonts->faces = g_ptr_array_new_with_free_func((GDestroyNotify)pc_typeface_free);
  fonts->n_slots = PC_SLOT_FALLBACK(doc->theme.fonts.fallback.count, false);
  fonts->slots = g_new0(pc_typeface *, (gsize)fonts->n_slots);
  fonts->names = g_new0(const pc_string *, (gsize)fonts->n_slots);
  const bool found = append_own(fonts->faces, doc, allow_outside, diags);
  for (int i = 0; folders != NULL && folders[i] != NULL; i++)
    pc_typeface_append_folder(fonts->faces, folders[i]);
  append_manifest(fonts->faces);
  if (!resolve_slots(fonts, diags) || !found)
    return NULL;
  open_map(fonts);
  if (!load_main(fonts, diags))
    return NULL;
  return g_steal_pointer(&fonts);
}

void pc_fonts_free(pc_fonts *fonts) {
  if (fonts == NULL)
    return;
  g_clear_pointer(&fonts->faces, g_ptr_array_unref);
  g_clear_object(&fonts->context);
  g_clear_object(&fonts->map);
  g_clear_pointer(&fonts->config, FcConfigDestroy);
  g_free(fonts->slots);
  g_free(fonts->names);
  g_free(fonts);
}

int pc_fonts_n_fallbacks(const pc_fonts *fonts) {
  return fonts->doc->theme.fonts.fallback.count;
}

static bool check_file(const pc_fonts *fonts, const pc_typeface *face, const pc_string *name,
                       pc_diags *diags) {
  const pc_place at = get_place(fonts->doc, name);
  if (face->file == NULL) {
    g_autofree char *hint = g_strdup_printf("install the package %s", face->info->package);
    PC_REPORT_HINT(diags, at, PC_MISSING_FONT, hint, "the font '%s %s' is not installed",
                   face->family, face->info->style);
    return false;
  }
  if (face->info != NULL && !pc_font_is_pinned(face->info, face->file)) {
    PC_REPORT(diags, at, PC_FONT_DRIFT, "the file of the font '%s %s' is not version %s: %s",
              face->family, face->info->style, face->info->version, face->file);
    return false;
  }
  return true;
}

/* Fontconfig gives another face rather than none: only the very file counts. */
static bool is_face(PangoFont *font, const pc_typeface *face) {
  FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8 *file = NULL;
  int index = 0;
  int want = 0;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  FcPatternGetInteger(face->pattern, FC_INDEX, 0, &want);
  return FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch && index == want &&
         strcmp((const char *)file, face->file) == 0;
}

static PangoFont *open_font(const pc_fonts *fonts, const pc_typeface *face) {
  PangoFontDescription *wanted = pango_font_description_new();
  pango_font_description_set_family(wanted, face->family);
  pango_font_description_set_weight(wanted, (PangoWeight)face->weight);
  pango_font_description_set_absolute_size(wanted, 1000 * PANGO_SCALE);
  PangoFont *font = pango_context_load_font(fonts->context, wanted);
  pango_font_description_free(wanted);
  if (font != NULL && !is_face(font, face))
    g_clear_object(&font);
  return font;
}

PangoFont *pc_fonts_load(const pc_fonts *fonts, int slot, pc_diags *diags) {
  pc_typeface *face = fonts->slots[slot];
  if (face->font != NULL || face->failed)
    return face->font;
  const pc_string *name = fonts->names[slot];
  if (check_file(fonts, face, name, diags)) {
    face->font = open_font(fonts, face);
    if (face->font == NULL)
      PC_REPORT(diags, get_place(fonts->doc, name), PC_MISSING_FONT,
                "the font '%s' cannot be loaded", face->family);
  }
  face->failed = face->font == NULL;
  return face->font;
}
