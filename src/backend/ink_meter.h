/* ink_meter.h - where a poster takes more ink than paper holds.  Layer: backend. */
#ifndef PC_BACKEND_INK_METER_H
#define PC_BACKEND_INK_METER_H

#include "backend/press.h"
#include "diag/diag.h"
#include "display/display.h"

typedef struct pc_ink_meter pc_ink_meter;

/* limit: per cent of all inks together. */
pc_ink_meter *pc_ink_meter_new(double limit);
void pc_ink_meter_free(pc_ink_meter *meter);

/* The shares of four inks in a figure (the command that draws it), or NULL: in what posterc draws,
 * which pc_ink_meter_add_display knows better. */
void pc_ink_meter_add(pc_ink_meter *meter, const pc_command *figure, const double ink[4]);
/* A picture's totals: counts[i] pixels have i / 255. */
enum { PC_INK_TOTALS = 4 * 255 + 1 };
void pc_ink_meter_add_pixels(pc_ink_meter *meter, const pc_command *figure,
                             const guint32 counts[PC_INK_TOTALS]);
/* The colours of all that posterc draws itself. */
void pc_ink_meter_add_display(pc_ink_meter *meter, const pc_display *display,
                              const pc_press *press);

/* One warning (ink-limit) for each figure, and for each colour at the first place that shows it. */
void pc_ink_meter_report(const pc_ink_meter *meter, pc_diags *diags);

/* Where there is most ink. */
typedef struct pc_ink_peak {
  double percent, limit; /* percent 0: nothing was measured */
  bool is_picture;
  char *what; /* name of the picture, or the colour as it is written */
  pc_place at;
} pc_ink_peak;

pc_ink_peak pc_ink_meter_peak(const pc_ink_meter *meter);
void pc_ink_peak_clear(pc_ink_peak *peak);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_ink_meter, pc_ink_meter_free)

#endif
