/* faces.c - one cairo font face for each font of a display.  Layer: backend. */
#include "backend/faces.h"

#include <cairo-ft.h>
#include <pango/pangocairo.h>

struct pc_faces {
  GHashTable *by_font; /* PangoFont: pc_face */
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

static cairo_font_face_t *take_whole(PangoFont *font) {
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  return cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
}

static void free_face(void *data) {
  pc_face *face = data;
  cairo_font_face_destroy(face->cairo);
  pc_subset_free(face->subset);
  g_free(face);
}

static pc_face *find_or_add(pc_faces *faces, PangoFont *font) {
  pc_face *face = g_hash_table_lookup(faces->by_font, font);
  if (face == NULL) {
    face = g_new0(pc_face, 1);
    face->subset = pc_subset_new(font);
    g_hash_table_insert(faces->by_font, font, face);
  }
  return face;
}

static void gather_runs(pc_faces *faces, const pc_display *display) {
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind != PC_COMMAND_RUN || command->run.run->glyphs.item == NULL)
      continue;
    const pc_run *run = command->run.run;
    pc_subset_add(find_or_add(faces, run->glyphs.item->analysis.font)->subset, run);
  }
}

pc_faces *pc_faces_new(const pc_display *display) {
  pc_faces *faces = g_new(pc_faces, 1);
  faces->by_font = g_hash_table_new_full(NULL, NULL, NULL, free_face);
  gather_runs(faces, display);
  GHashTableIter iter;
  g_hash_table_iter_init(&iter, faces->by_font);
  for (void *font, *value; g_hash_table_iter_next(&iter, &font, &value);) {
    pc_face *face = value;
    g_autoptr(GBytes) bytes = pc_subset_make(face->subset);
    face->cairo = bytes != NULL ? open_face(bytes) : NULL;
    if (face->cairo != NULL)
      continue;
    g_clear_pointer(&face->subset, pc_subset_free);
    face->cairo = take_whole(font);
  }
  return faces;
}

void pc_faces_free(pc_faces *faces) {
  if (faces == NULL)
    return;
  g_hash_table_unref(faces->by_font);
  g_free(faces);
}

const pc_face *pc_faces_get(const pc_faces *faces, PangoFont *font) {
  return g_hash_table_lookup(faces->by_font, font);
}
