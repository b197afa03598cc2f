/* cairo_fonts.c - one cairo font face for each font of a display.  Layer: backend. */
#include "backend/cairo_fonts.h"

#include <cairo-ft.h>
#include <pango/pangocairo.h>

struct pc_cairo_fonts {
  GHashTable *by_font; /* PangoFont: pc_cairo_font */
};

/* A font in memory and what FreeType needs for it: as long as cairo knows its face. */
typedef struct font_memory {
  GBytes *bytes;
  FT_Library library;
  FT_Face face;
} font_memory;

static void free_memory(void *data) {
  font_memory *memory = data;
  if (memory->face != NULL)
    FT_Done_Face(memory->face);
  if (memory->library != NULL)
    FT_Done_FreeType(memory->library);
  g_bytes_unref(memory->bytes);
  g_free(memory);
}

static font_memory *open_memory(GBytes *bytes) {
  font_memory *memory = g_new0(font_memory, 1);
  memory->bytes = g_bytes_ref(bytes);
  gsize length;
  const FT_Byte *data = g_bytes_get_data(bytes, &length);
  if (FT_Init_FreeType(&memory->library) == 0 &&
      FT_New_Memory_Face(memory->library, data, (FT_Long)length, 0, &memory->face) == 0)
    return memory;
  free_memory(memory);
  return NULL;
}

/* NULL: it cannot be opened. */
static cairo_font_face_t *open_face(GBytes *bytes) {
  static const cairo_user_data_key_t key;
  font_memory *memory = open_memory(bytes);
  if (memory == NULL)
    return NULL;
  cairo_font_face_t *face =
      cairo_ft_font_face_create_for_ft_face(memory->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  cairo_status_t status = cairo_font_face_set_user_data(face, &key, memory, free_memory);
  if (status == CAIRO_STATUS_SUCCESS)
    return face;
  cairo_font_face_destroy(face);
  free_memory(memory);
  return NULL;
}

static cairo_scaled_font_t *get_whole(PangoFont *font) {
  return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
}

static void free_font(void *data) {
  pc_cairo_font *font = data;
  cairo_font_face_destroy(font->face);
  pc_subset_free(font->subset);
  g_free(font);
}

static pc_cairo_font *find_or_add(pc_cairo_fonts *fonts, PangoFont *of) {
  pc_cairo_font *font = g_hash_table_lookup(fonts->by_font, of);
  if (font == NULL) {
    font = g_new0(pc_cairo_font, 1);
    font->subset = pc_subset_new(of);
    g_hash_table_insert(fonts->by_font, of, font);
  }
  return font;
}

static void gather_run(pc_cairo_fonts *fonts, const pc_command *command) {
  const PangoGlyphItem *glyphs = &command->run.run->glyphs;
  PangoFont *font = glyphs->item->analysis.font;
  pc_subset *subset = find_or_add(fonts, font)->subset;
  pc_subset_add(subset, glyphs->glyphs);
  pc_subset_add_joined(subset, glyphs->glyphs, command->run.run->text + glyphs->item->offset,
                       glyphs->item->length);
  if (command->run.has_blank)
    pc_subset_add_glyph(subset, pc_subset_find(font, ' '));
}

static void gather_runs(pc_cairo_fonts *fonts, const pc_display *display) {
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_RUN && command->run.run->glyphs.item != NULL)
      gather_run(fonts, command);
  }
}

/* Pango opens the whole font before it can be asked, 10 MiB for one of Noto's: where the glyphs
 * are not turned, the answer is known. */
static cairo_matrix_t get_matrix(PangoFont *of) {
  PangoFontDescription *description = pango_font_describe(of);
  const PangoGravity gravity = pango_font_description_get_gravity(description);
  pango_font_description_free(description);
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, PC_RUN_EM / PANGO_SCALE, PC_RUN_EM / PANGO_SCALE);
  if (gravity != PANGO_GRAVITY_SOUTH)
    cairo_scaled_font_get_font_matrix(get_whole(of), &matrix);
  return matrix;
}

static void make_face(void *of, void *data, void *user) {
  (void)user;
  pc_cairo_font *font = data;
  font->matrix = get_matrix(of);
  g_autoptr(GBytes) bytes = pc_subset_make(font->subset);
  font->face = bytes != NULL ? open_face(bytes) : NULL;
  if (font->face != NULL)
    return;
  g_clear_pointer(&font->subset, pc_subset_free);
  font->face = cairo_font_face_reference(cairo_scaled_font_get_font_face(get_whole(of)));
}

pc_cairo_fonts *pc_cairo_fonts_new(const pc_display *const *displays, int n) {
  pc_cairo_fonts *fonts = g_new(pc_cairo_fonts, 1);
  fonts->by_font = g_hash_table_new_full(NULL, NULL, NULL, free_font);
  for (int i = 0; i < n; i++)
    gather_runs(fonts, displays[i]);
  g_hash_table_foreach(fonts->by_font, make_face, NULL);
  return fonts;
}

void pc_cairo_fonts_free(pc_cairo_fonts *fonts) {
  if (fonts == NULL)
    return;
  g_hash_table_unref(fonts->by_font);
  g_free(fonts);
}

const pc_cairo_font *pc_cairo_fonts_get(const pc_cairo_fonts *fonts, PangoFont *font) {
  return g_hash_table_lookup(fonts->by_font, font);
}
