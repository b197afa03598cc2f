/* families.c - from the names of a theme to faces, each missing one reported with a way out.
 * Layer: text. */
#include "text/families.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "text/fontset.h"

#define MAX_FONT_BYTES ((size_t)64 << 20)
#define BOLD 700

static void append_manifest(GPtrArray *faces) {
  int count = 0;
  const pc_font_info *infos = pc_fonts_manifest(&count);
  for (int i = 0; i < count; i++) {
    pc_typeface *face = g_new0(pc_typeface, 1);
    face->family = g_strdup(infos[i].family);
    face->weight = infos[i].weight;
    face->info = &infos[i];
    face->index = infos[i].index;
    face->is_cff =
        g_str_has_suffix(infos[i].file, ".ttc") || g_str_has_suffix(infos[i].file, ".otf");
    g_ptr_array_add(faces, face);
  }
}

/* What reading a file of theme.fonts.files can meet. */
static const struct {
  pc_code code;
  const char *what;
} file_errors[] = {
    [PC_FILE_MISSING] = {PC_MISSING_FILE, "is not there"},
    [PC_FILE_SPECIAL] = {PC_MISSING_FILE, "is a folder or a device"},
    [PC_FILE_OUTSIDE] = {PC_OUTSIDE_DIRECTORY, "lies outside the poster's folder"},
    [PC_FILE_TOO_LARGE] = {PC_LIMIT, "is larger than 64 MiB"},
    [PC_FILE_UNREADABLE] = {PC_MISSING_FILE, "cannot be read"},
};

pc_place pc_families_place(const pc_doc *doc, const pc_string *name) {
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
      PC_REPORT(diags, pc_families_place(doc, name), file_errors[error].code,
                "the font file '%s' %s", name->text, _(file_errors[error].what));
      found = false;
      continue;
    }
    g_autofree char *path = g_path_is_absolute(name->text)
                                ? g_strdup(name->text)
                                : g_build_filename(doc->folder, name->text, NULL);
    found = pc_typeface_append_file(faces, path, pc_families_place(doc, name), diags) && found;
  }
  return found;
}

static pc_typeface *get_face(const pc_families *families, guint index) {
  return g_ptr_array_index(families->faces, index);
}

/* The face of the family whose weight is nearest; the first in the order of the set. */
static pc_typeface *find_nearest(const pc_families *families, const char *family, int weight) {
  pc_typeface *best = NULL;
  for (guint i = 0; i < families->faces->len; i++) {
    pc_typeface *face = get_face(families, i);
    if (g_ascii_strcasecmp(face->family, family) == 0 &&
        (best == NULL || ABS(face->weight - weight) < ABS(best->weight - weight)))
      best = face;
  }
  return best;
}

/* "Family" or "Family Weight".  A weight that is named has to be there. */
static pc_typeface *find_named(const pc_families *families, const char *name) {
  pc_typeface *plain = find_nearest(families, name, 400);
  if (plain != NULL)
    return plain;
  int weight = 0;
  g_autofree char *family = pc_font_name_split(name, &weight);
  pc_typeface *face = find_nearest(families, family, weight);
  return face != NULL && face->weight == weight ? face : NULL;
}

/* Families of the set, each once, joined for a message; *names keeps them for did-you-mean. */
static char *list_families(const pc_families *families, GPtrArray *names) {
  for (guint i = 0; i < families->faces->len; i++) {
    char *family = get_face(families, i)->family;
    if (!g_ptr_array_find_with_equal_func(names, family, g_str_equal, NULL))
      g_ptr_array_add(names, family);
  }
  g_ptr_array_add(names, NULL);
  return g_strjoinv(", ", (char **)names->pdata);
}

/* The same family in the weight that is nearest to the one that the name ends with, or NULL. */
static const pc_typeface *find_other_weight(const pc_families *families, const char *name) {
  int weight = 0;
  g_autofree char *family = pc_font_name_split(name, &weight);
  return find_nearest(families, family, weight);
}

char *pc_families_suggest(const pc_families *families, const char *name) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autofree char *list = list_families(families, names);
  int weight = 0;
  g_autofree char *family = pc_font_name_split(name, &weight);
  const char *near = pc_nearest(name, (const char *const *)names->pdata);
  if (near == NULL)
    near = pc_nearest(family, (const char *const *)names->pdata);
  return near != NULL ? g_strdup_printf(_("did you mean '%s'?"), near)
                      : g_strdup_printf(_("posterc knows %s"), list);
}

static void report_family(const pc_families *families, const pc_string *name, pc_diags *diags) {
  const pc_typeface *other = find_other_weight(families, name->text);
  g_autofree char *hint = other != NULL ? g_strdup_printf(_("write '%s'"), other->family)
                                        : pc_families_suggest(families, name->text);
  PC_REPORT_HINT(diags, pc_families_place(families->doc, name), PC_MISSING_FONT, hint,
                 other != NULL ? "the font '%s' does not come in that weight"
                               : "there is no font '%s'",
                 name->text);
}

/* The bold of a face.  A Mincho without bold is emphasised with the heading's Gothic, as printers
 * do. */
static pc_typeface *find_bold(const pc_families *families, pc_typeface *face,
                              pc_typeface *heading) {
  pc_typeface *bold = find_nearest(families, face->family, MAX(face->weight, BOLD));
  return bold->weight >= BOLD - 100 ? bold : heading;
}

static void fill_pair(pc_families *families, int slot, const pc_string *name, pc_typeface *face) {
  families->slots[slot] = face;
  families->names[slot] = name;
}

/* Latin of the same weight as the Japanese that it stands in. */
static pc_typeface *find_latin(const pc_families *families, pc_typeface *latin,
                               const pc_typeface *beside) {
  return beside->weight == 400 ? latin : find_nearest(families, latin->family, beside->weight);
}

static void fill_slots(pc_families *families, pc_typeface *const *named, pc_typeface *latin) {
  const pc_font_names *names = &families->doc->theme.fonts;
  const pc_string *const texts[PC_N_FACES] = {&names->body, &names->heading, &names->mono};
  for (int i = 0; i < PC_N_FACES; i++) {
    pc_typeface *bold = find_bold(families, named[i], named[PC_FACE_HEADING]);
    pc_typeface *const pair[2] = {named[i], bold};
    for (int b = 0; b < 2; b++) {
      const bool own = i == PC_FACE_MONO;
      fill_pair(families, PC_SLOT(i, b, false), texts[i], pair[b]);
      fill_pair(families, PC_SLOT(i, b, true), own ? texts[i] : &names->latin,
                own ? pair[b] : find_latin(families, latin, pair[b]));
    }
  }
}

static pc_typeface *resolve_name(const pc_families *families, const pc_string *name,
                                 pc_diags *diags) {
  pc_typeface *face = find_named(families, name->text);
  if (face == NULL)
    report_family(families, name, diags);
  return face;
}

static bool resolve_slots(pc_families *families, pc_diags *diags) {
  const pc_font_names *names = &families->doc->theme.fonts;
  pc_typeface *named[PC_N_FACES] = {resolve_name(families, &names->body, diags),
                                    resolve_name(families, &names->heading, diags),
                                    resolve_name(families, &names->mono, diags)};
  pc_typeface *latin = resolve_name(families, &names->latin, diags);
  bool found = named[0] != NULL && named[1] != NULL && named[2] != NULL && latin != NULL;
  if (found)
    fill_slots(families, named, latin);
  for (int i = 0; i < names->fallback.count; i++) {
    const pc_string *name = &names->fallback.items[i];
    pc_typeface *face = resolve_name(families, name, diags);
    found = found && face != NULL;
    if (face == NULL)
      continue;
    fill_pair(families, PC_SLOT_FALLBACK(i, false), name, face);
    fill_pair(families, PC_SLOT_FALLBACK(i, true), name, find_bold(families, face, face));
  }
  return found;
}

bool pc_families_choose(pc_families *families, const pc_doc *doc, const char *const *folders,
                        bool allow_outside, pc_diags *diags) {
  families->doc = doc;
  families->faces = g_ptr_array_new_with_free_func((GDestroyNotify)pc_typeface_free);
  families->n_slots = PC_SLOT_FALLBACK(doc->theme.fonts.fallback.count, false);
  families->slots = g_new0(pc_typeface *, (gsize)families->n_slots);
  families->names = g_new0(const pc_string *, (gsize)families->n_slots);
  const bool found = append_own(families->faces, doc, allow_outside, diags);
  for (int i = 0; folders != NULL && folders[i] != NULL; i++)
    pc_typeface_append_folder(families->faces, folders[i]);
  append_manifest(families->faces);
  return resolve_slots(families, diags) && found;
}

void pc_families_clear(pc_families *families) {
  g_clear_pointer(&families->faces, g_ptr_array_unref);
  g_clear_pointer(&families->slots, g_free);
  g_clear_pointer(&families->names, g_free);
}
