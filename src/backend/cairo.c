/* cairo.c - fills, strokes, runs and images through cairo.  Layer: backend. */
#include "backend/cairo.h"

#ifdef POSTERC_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

#include "base/translate.h"
#include "backend/glyphs.h"
#include "figure/image.h"

/* A thinner line may vanish in print (PRINT section 7): 0.25 pt in micrometres. */
#define MIN_LINE_UM 88.2

#define UM_PER_PT (25400.0 / 72.0)

/* What a command is painted with. */
typedef struct brush {
  cairo_t *cr;
  const pc_display *display;
  const pc_cairo_fonts *fonts;
} brush;

static void set_color(cairo_t *cr, pc_color color) {
  cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a);
}

static void append_path(cairo_t *cr, const pc_path_step *steps, int count) {
  cairo_new_path(cr);
  for (int i = 0; i < count; i++) {
    const pc_point *p = steps[i].p;
    switch (steps[i].op) {
    case PC_OP_MOVE:
      cairo_move_to(cr, p[0].x, p[0].y);
      break;
    case PC_OP_LINE:
      cairo_line_to(cr, p[0].x, p[0].y);
      break;
    case PC_OP_CURVE:
      cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      break;
    case PC_OP_CLOSE:
      cairo_close_path(cr);
      break;
    }
  }
}

static bool paint_fill(const brush *b, const pc_command *command) {
  int count;
  const pc_path_step *steps = pc_display_path(b->display, command, &count);
  append_path(b->cr, steps, count);
  set_color(b->cr, command->color);
  cairo_fill(b->cr);
  return true;
}

static bool paint_stroke(const brush *b, const pc_command *command) {
  int count;
  const pc_path_step *steps = pc_display_path(b->display, command, &count);
  double dash = command->path.dash;
  append_path(b->cr, steps, count);
  set_color(b->cr, command->color);
  cairo_set_line_width(b->cr, MAX(command->path.width, MIN_LINE_UM));
  cairo_set_dash(b->cr, &dash, dash > 0 ? 1 : 0, 0);
  cairo_stroke(b->cr);
  return true;
}

/* From the start of the baseline of a line that runs downwards.  The middle of the line is that of
 * the em box, so that upright and turned characters stand on one centre line; capitals and digits
 * have theirs at the same height (TYPOGRAPHY section 4: .38 em). */
static void turn_run(cairo_t *cr, const pc_run *run) {
  const double em = PC_RUN_EM / PANGO_SCALE;
  const double middle = (PC_ASCENT_EM - .5) * em;
  switch (run->orientation) {
  case PC_ORIENTATION_LINE:
    cairo_rotate(cr, G_PI / 2);
    return;
  case PC_ORIENTATION_UPRIGHT:
    cairo_translate(cr, middle, 0);
    return;
  case PC_ORIENTATION_COMBINED:
    cairo_translate(cr, middle - em / 2, middle + em / 2);
    cairo_scale(cr, run->scale, 1);
    return;
  }
}

static bool paint_run(const brush *b, const pc_command *command) {
  const pc_run *run = command->run.run;
  if (run->glyphs.item == NULL)
    return true;
  double scale = command->run.size_pt * UM_PER_PT * PANGO_SCALE / PC_RUN_EM;
  cairo_save(b->cr);
  cairo_translate(b->cr, command->run.origin.x, command->run.origin.y);
  cairo_scale(b->cr, scale, scale);
  if (run->vertical)
    turn_run(b->cr, run);
  set_color(b->cr, command->color);
  pc_glyphs_show(b->cr, run, pc_cairo_fonts_get(b->fonts, run->glyphs.item->analysis.font),
                 command->run.has_blank);
  cairo_restore(b->cr);
  return true;
}

static bool paint_image(const brush *b, const pc_command *command) {
  pc_rect rect = command->image.rect;
  return rect.w <= 0 || rect.h <= 0 ||
         pc_image_paint(command->image.image, b->cr, rect.x, rect.y, rect.w, rect.h);
}

static bool paint_clip(const brush *b, const pc_command *command) {
  int count;
  const pc_path_step *steps = pc_display_path(b->display, command, &count);
  cairo_save(b->cr);
  append_path(b->cr, steps, count);
  cairo_clip(b->cr);
  return true;
}

static bool paint_unclip(const brush *b, const pc_command *command) {
  (void)command;
  cairo_restore(b->cr);
  return true;
}

/* Tags put no marks on paper. */
static bool (*const painters[])(const brush *, const pc_command *) = {
    [PC_COMMAND_FILL] = paint_fill, [PC_COMMAND_STROKE] = paint_stroke,
    [PC_COMMAND_RUN] = paint_run,   [PC_COMMAND_IMAGE] = paint_image,
    [PC_COMMAND_CLIP] = paint_clip, [PC_COMMAND_UNCLIP] = paint_unclip,
    [PC_COMMAND_BEGIN] = NULL,      [PC_COMMAND_END] = NULL,
};

/* As the text was measured: no hint moves a stem or an advance. */
static void set_outlines_only(cairo_t *cr) {
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr, options);
  cairo_font_options_destroy(options);
}

/* cairo numbers what is marked in the order of beginning, as pc_marking does; its own tree is
 * thrown away later (PRINT section 1.2). */
static void mark_content(cairo_t *cr, int from, int to) {
  if (from == to)
    return;
  if (from >= 0)
    cairo_tag_end(cr, "Span");
  if (to >= 0)
    cairo_tag_begin(cr, "Span", NULL);
}

static bool paint_command(const brush *b, const pc_command *command, pc_diags *diags) {
  if (painters[command->kind](b, command))
    return true;
  pc_image_report_failure(command->image.image, command->at, diags);
  return false;
}

bool pc_cairo_paint_with(cairo_t *cr, const pc_display *display, const pc_cairo_fonts *fonts,
                         const pc_marking *marking, pc_diags *diags) {
  const brush b = {cr, display, fonts};
  bool ok = true;
  int content = -1;
  set_outlines_only(cr);
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (painters[command->kind] == NULL)
      continue;
    int next = marking != NULL ? marking->contents[i] : -1;
    mark_content(cr, content, next);
    content = next;
    ok = paint_command(&b, command, diags) && ok;
  }
  mark_content(cr, content, -1);
  return ok;
}

bool pc_cairo_paint(cairo_t *cr, const pc_display *display, const pc_marking *marking,
                    pc_diags *diags) {
  g_autoptr(pc_cairo_fonts) fonts = pc_cairo_fonts_new(&display, 1);
  return pc_cairo_paint_with(cr, display, fonts, marking, diags);
}

bool pc_cairo_check(cairo_status_t status, const char *what, pc_diags *diags) {
  if (status == CAIRO_STATUS_SUCCESS)
    return true;
  bool too_large = status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_INVALID_SIZE;
  if (too_large)
    PC_REPORT_HINT(diags, (pc_place){0}, PC_LIMIT, "choose a smaller page or fewer dots an inch",
                   "%s is too large to be drawn", _(what));
  else
    PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "%s could not be drawn: %s", _(what),
              cairo_status_to_string(status));
  return false;
}

/* cairo 1.16 forgets a few bytes of every CFF font that it makes a subset of: what it allocates
 * here is not held against posterc. */
static void finish_surface(cairo_surface_t *surface) {
#ifdef POSTERC_SANITIZED
  __lsan_disable();
#endif
  cairo_surface_finish(surface);
#ifdef POSTERC_SANITIZED
  __lsan_enable();
#endif
}

bool pc_cairo_finish(cairo_t *cr, cairo_surface_t *surface, const char *what, pc_diags *diags) {
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  finish_surface(surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return pc_cairo_check(status, what, diags);
}

cairo_status_t pc_cairo_append(void *closure, const unsigned char *data, unsigned length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}
