/* named_choice.c - families that are asked for become the keys of faces.  Layer: text. */
#include "text/named_choice.h"

#include "text/fontset.h"

/* From this weight on (OpenType) a generic name means the theme's bold. */
#define HEAVY 600

/* librsvg asks for Times where nothing is said. */
static const pc_generic_family generics[] = {
    {"sans-serif", PC_FACE_BODY, NULL},       {"sans", PC_FACE_BODY, NULL},
    {"system-ui", PC_FACE_BODY, NULL},        {"ui-sans-serif", PC_FACE_BODY, NULL},
    {"cursive", PC_FACE_BODY, NULL},          {"fantasy", PC_FACE_BODY, NULL},
    {"monospace", PC_FACE_MONO, NULL},        {"ui-monospace", PC_FACE_MONO, NULL},
    {"serif", PC_FACE_BODY, "BIZ UDPMincho"},
};

const pc_generic_family *pc_generic_find(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(generics); i++) {
    if (g_ascii_strcasecmp(generics[i].name, name) == 0)
      return &generics[i];
  }
  return NULL;
}

void pc_named_row_clear(void *of) {
  pc_named_row *row = of;
  g_free(row->key);
  g_free(row->family);
}

bool pc_weight_is_nearer(int weight, int than, int wanted) {
  return ABS(weight - wanted) < ABS(than - wanted);
}

static void append_slot(const GArray *rows, int slot, FcPattern *pattern) {
  for (guint i = 0; i < rows->len; i++) {
    const pc_named_row *row = &g_array_index(rows, pc_named_row, i);
    if (row->slot == slot)
      FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)row->key);
  }
}

static void append_theme_face(const GArray *rows, pc_face face, int weight, FcPattern *pattern) {
  append_slot(rows, PC_SLOT(face, weight >= HEAVY, true), pattern);
  append_slot(rows, PC_SLOT(face, weight >= HEAVY, false), pattern);
}

/* The face of the family whose weight is nearest. */
static void append_family(const GArray *rows, const char *family, int weight, FcPattern *pattern) {
  const pc_named_row *best = NULL;
  for (guint i = 0; i < rows->len; i++) {
    const pc_named_row *row = &g_array_index(rows, pc_named_row, i);
    if (row->slot == PC_NO_SLOT && g_ascii_strcasecmp(row->family, family) == 0 &&
        (best == NULL || pc_weight_is_nearer(row->weight, best->weight, weight)))
      best = row;
  }
  if (best != NULL)
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)best->key);
}

static void append_name(const GArray *rows, const char *name, int weight, FcPattern *pattern) {
  const pc_generic_family *generic = pc_generic_find(name);
  if (generic != NULL && generic->family == NULL)
    append_theme_face(rows, generic->face, weight, pattern);
  else
    append_family(rows, generic != NULL ? generic->family : name, weight, pattern);
}

static char **take_families(FcPattern *pattern) {
  GPtrArray *names = g_ptr_array_new();
  FcChar8 *name = NULL;
  for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    g_ptr_array_add(names, g_strdup((const char *)name));
  FcPatternDel(pattern, FC_FAMILY);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

void pc_named_choose(FcPattern *pattern, void *of) {
  const GArray *rows = of;
  g_auto(GStrv) names = take_families(pattern);
  int weight = FC_WEIGHT_REGULAR;
  FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
  weight = FcWeightToOpenType(weight);
  for (int i = 0; names[i] != NULL; i++)
    append_name(rows, names[i], weight, pattern);
  append_theme_face(rows, PC_FACE_BODY, weight, pattern);
  for (guint i = 0; i < rows->len; i++)
    FcPatternAddString(pattern, FC_FAMILY,
                       (const FcChar8 *)g_array_index(rows, pc_named_row, i).key);
}
