/* ink_check.c - adds up the inks of a display and of its pictures.  Layer: backend. */
#include "backend/ink_check.h"

#include "backend/condition.h"
#include "figure/embed.h"
#include "figure/jpeg_rows.h"
#include "figure/parcel.h"

/* Ink soaks areas, not pixels. */
#define SHRINK 8

typedef struct row_count {
  int width;
  int none; /* the byte of no ink */
  guint32 counts[PC_INK_TOTALS];
} row_count;

static void count_row(void *user, const guint8 *row) {
  row_count *count = user;
  for (int i = 0; i < 4 * count->width; i += 4) {
    const int sum = row[i] + row[i + 1] + row[i + 2] + row[i + 3];
    count->counts[count->none == 0 ? sum : PC_INK_TOTALS - 1 - sum]++;
  }
}

/* Pictures in CMYK, which are printed as they are. */
static void add_picture(pc_ink_meter *meter, const pc_command *command) {
  g_auto(pc_embedded) picture = {0};
  if (pc_image_is_vector(command->image.image) || !pc_image_embed(command->image.image, &picture) ||
      !picture.is_jpeg || picture.channels != 4)
    return;
  g_autoptr(GBytes) data = pc_parcel_data(picture.data);
  pc_jpeg_form form;
  if (!pc_jpeg_read_form(data, &form))
    return;
  g_autofree row_count *count = g_new0(row_count, 1);
  count->width = (form.width + SHRINK - 1) / SHRINK;
  count->none = picture.is_inverted ? 255 : 0;
  if (pc_jpeg_read_rows(data, SHRINK, count_row, count))
    pc_ink_meter_add_pixels(meter, command, count->counts);
}

pc_ink_peak pc_ink_check(const pc_display *display, const pc_backend_options *options,
                         pc_diags *diags) {
  if (options->print->standard == PC_STANDARD_PLAIN)
    return (pc_ink_peak){0};
  g_autoptr(pc_condition) condition =
      pc_condition_new(options->print, options->folder, options->allow_outside, diags);
  if (condition == NULL)
    return (pc_ink_peak){0};
  g_autoptr(pc_ink_meter) meter = pc_ink_meter_new(options->print->ink_limit);
  pc_ink_meter_add_display(meter, display, condition->press);
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (command->kind == PC_COMMAND_IMAGE)
      add_picture(meter, command);
  }
  pc_ink_meter_report(meter, diags);
  return pc_ink_meter_peak(meter);
}
