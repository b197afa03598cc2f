/* pins.c - sums of font files, in threads.  Layer: text. */
#include "text/pins.h"

#include "base/checks.h"
#include "text/manifest.h"

typedef struct pin {
  const pc_font_info *info;
  char *file;
  pc_place at;
  bool is_pinned, is_reported;
} pin;

struct pc_pins {
  pc_checks *checks;
  GPtrArray *pins;   /* pin, in the order in which they came */
  GHashTable *files; /* of the pins, borrowed */
};

static void check_pin(void *item) {
  pin *it = item;
  it->is_pinned = pc_font_is_pinned(it->info, it->file);
}

static void free_pin(void *item) {
  pin *it = item;
  g_free(it->file);
  g_free(it);
}

pc_pins *pc_pins_new(void) {
  pc_pins *pins = g_new(pc_pins, 1);
  pins->checks = pc_checks_new(check_pin);
  pins->pins = g_ptr_array_new_with_free_func(free_pin);
  pins->files = g_hash_table_new(g_str_hash, g_str_equal);
  return pins;
}

void pc_pins_free(pc_pins *pins) {
  if (pins == NULL)
    return;
  pc_checks_free(pins->checks);
  g_hash_table_unref(pins->files);
  g_ptr_array_unref(pins->pins);
  g_free(pins);
}

void pc_pins_add(pc_pins *pins, const pc_font_info *info, const char *file, pc_place at) {
  if (g_hash_table_contains(pins->files, file))
    return;
  pin *it = g_new0(pin, 1);
  *it = (pin){.info = info, .file = g_strdup(file), .at = at};
  g_ptr_array_add(pins->pins, it);
  g_hash_table_add(pins->files, it->file);
  pc_checks_add(pins->checks, it);
}

void pc_pins_wait(pc_pins *pins) {
  pc_checks_wait(pins->checks);
}

bool pc_pins_settle(pc_pins *pins, pc_diags *diags) {
  bool sound = true;
  pc_pins_wait(pins);
  for (guint i = 0; i < pins->pins->len; i++) {
    pin *it = pins->pins->pdata[i];
    sound = sound && it->is_pinned;
    if (it->is_pinned || it->is_reported)
      continue;
    it->is_reported = true;
    PC_REPORT(diags, it->at, PC_FONT_DRIFT, "the file of the font '%s %s' is not version %s: %s",
              it->info->family, it->info->style, it->info->version, it->file);
  }
  return sound;
}
