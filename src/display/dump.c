/* dump.c - a display as text: one command a line, millimetres, indented by tag.  Layer: display. */
#include "display/display.h"

#include "base/json.h"

/* Whole micrometres as millimetres, the same under every locale. */
static void append_um(GString *out, pc_um um) {
  gint64 size = ABS((gint64)um);
  g_string_append_printf(out, " %s%d.%03d", um < 0 ? "-" : "", (int)(size / 1000),
                         (int)(size % 1000));
}

static void append_point(GString *out, pc_point point) {
  append_um(out, point.x);
  append_um(out, point.y);
}

static void append_quoted(GString *out, const char *text) {
  g_string_append(out, " \"");
  pc_json_escape(out, text);
  g_string_append_c(out, '"');
}

static void append_color(GString *out, pc_color color) {
  g_autofree char *text = pc_color_format(color);
  g_string_append_printf(out, " %s", text);
}

static void append_steps(const pc_display *display, const pc_command *command, GString *out) {
  static const struct {
    const char *name;
    int points;
  } ops[] = {[PC_OP_MOVE] = {"M", 1},
             [PC_OP_LINE] = {"L", 1},
             [PC_OP_CURVE] = {"C", 3},
             [PC_OP_CLOSE] = {"Z", 0}};
  int count;
  const pc_path_step *steps = pc_display_path(display, command, &count);
  for (int i = 0; i < count; i++) {
    g_string_append_printf(out, " %s", ops[steps[i].op].name);
    for (int k = 0; k < ops[steps[i].op].points; k++)
      append_point(out, steps[i].p[k]);
  }
}

static void dump_fill(const pc_display *display, const pc_command *command, GString *out) {
  g_string_append(out, "fill");
  append_color(out, command->color);
  append_steps(display, command, out);
}

static void dump_stroke(const pc_display *display, const pc_command *command, GString *out) {
  g_string_append(out, "stroke");
  append_color(out, command->color);
  append_um(out, command->path.width);
  if (command->path.dash > 0) {
    g_string_append(out, " dash");
    append_um(out, command->path.dash);
  }
  append_steps(display, command, out);
}

/* How a run of a vertical line stands; nothing for a horizontal one. */
static void append_orientation(GString *out, const pc_run *run) {
  static const char *const words[] = {[PC_ORIENTATION_LINE] = " sideways",
                                      [PC_ORIENTATION_UPRIGHT] = " upright",
                                      [PC_ORIENTATION_COMBINED] = " combined"};
  if (run->vertical)
    g_string_append(out, words[run->orientation]);
}

static void dump_run(const pc_display *display, const pc_command *command, GString *out) {
  (void)display;
  const pc_run *run = command->run.run;
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(size, sizeof size, "%.3f", command->run.size_pt);
  g_string_append(out, "run");
  append_point(out, command->run.origin);
  g_string_append_printf(out, " %spt", size);
  append_color(out, command->color);
  g_autofree char *text = g_strndup(run->text + run->start, (gsize)(run->end - run->start));
  append_quoted(out, text);
  append_orientation(out, run);
  g_string_append(out, command->run.has_blank ? " blank" : "");
}

static void dump_image(const pc_display *display, const pc_command *command, GString *out) {
  (void)display;
  pc_rect rect = command->image.rect;
  g_string_append(out, "image");
  append_point(out, (pc_point){rect.x, rect.y});
  append_point(out, (pc_point){rect.w, rect.h});
}

static void dump_clip(const pc_display *display, const pc_command *command, GString *out) {
  g_string_append(out, "clip");
  append_steps(display, command, out);
}

static void dump_unclip(const pc_display *display, const pc_command *command, GString *out) {
  (void)display, (void)command;
  g_string_append(out, "unclip");
}

static void append_cell(GString *out, const pc_cell_tag *cell) {
  static const char *const scopes[] = {
      [PC_SCOPE_NONE] = "", [PC_SCOPE_COLUMN] = " Scope Column", [PC_SCOPE_ROW] = " Scope Row"};
  if (cell->columns > 1)
    g_string_append_printf(out, " ColSpan %d", cell->columns);
  if (cell->rows > 1)
    g_string_append_printf(out, " RowSpan %d", cell->rows);
  g_string_append(out, scopes[cell->scope]);
}

static void dump_begin(const pc_display *display, const pc_command *command, GString *out) {
  (void)display;
  g_string_append_printf(out, "begin %s", pc_tag_name(command->tag.tag));
  if (command->tag.number > 0)
    g_string_append_printf(out, " %d", command->tag.number);
  if (command->tag.lang != NULL)
    g_string_append_printf(out, " %s", command->tag.lang);
  if (command->tag.alt != NULL)
    append_quoted(out, command->tag.alt);
  append_cell(out, &command->tag.cell);
  if (command->tag.tag == PC_TAG_L)
    g_string_append_printf(out, " %s", pc_numbering_name(command->tag.numbering));
}

static void dump_end(const pc_display *display, const pc_command *command, GString *out) {
  (void)display, (void)command;
  g_string_append(out, "end");
}

static void (*const dumpers[])(const pc_display *, const pc_command *, GString *) = {
    [PC_COMMAND_FILL] = dump_fill,   [PC_COMMAND_STROKE] = dump_stroke,
    [PC_COMMAND_RUN] = dump_run,     [PC_COMMAND_IMAGE] = dump_image,
    [PC_COMMAND_CLIP] = dump_clip,   [PC_COMMAND_UNCLIP] = dump_unclip,
    [PC_COMMAND_BEGIN] = dump_begin, [PC_COMMAND_END] = dump_end,
};

void pc_display_dump(const pc_display *display, GString *out) {
  pc_size trim = pc_display_trim(display);
  g_string_append(out, "page");
  append_point(out, (pc_point){trim.w, trim.h});
  g_string_append(out, " bleed");
  append_um(out, pc_display_bleed(display));
  g_string_append_c(out, '\n');
  int depth = 0;
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    depth -= command->kind == PC_COMMAND_END;
    g_string_append_printf(out, "%*s", 2 * depth, "");
    dumpers[command->kind](display, command, out);
    if (command->at.line > 0)
      g_string_append_printf(out, " @%d:%d", command->at.line, command->at.column);
    g_string_append_c(out, '\n');
    depth += command->kind == PC_COMMAND_BEGIN;
  }
}
