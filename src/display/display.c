/* display.c - collects drawing commands and structure tags.  Layer: display. */
#include "display/display.h"

/* A quarter circle as a Bezier curve: distance of the control points in radii, 4/3 (sqrt 2 - 1). */
#define QUARTER_CIRCLE 0.5522847498307936

struct pc_display {
  pc_size trim;
  pc_um bleed;
  int path_first; /* first step of the current path */
  int depth;      /* open tags */
  int clips;      /* open clips */
  GArray *commands;
  GArray *steps;
};

pc_display *pc_display_new(pc_size trim, pc_um bleed) {
  pc_display *display = g_new0(pc_display, 1);
  display->trim = trim;
  display->bleed = bleed;
  display->commands = g_array_new(FALSE, FALSE, sizeof(pc_command));
  display->steps = g_array_new(FALSE, FALSE, sizeof(pc_path_step));
  return display;
}

void pc_display_free(pc_display *display) {
  if (display == NULL)
    return;
  g_array_unref(display->commands);
  g_array_unref(display->steps);
  g_free(display);
}

pc_size pc_display_trim(const pc_display *display) {
  return display->trim;
}

pc_um pc_display_bleed(const pc_display *display) {
  return display->bleed;
}

int pc_display_count(const pc_display *display) {
  return (int)display->commands->len;
}

const pc_command *pc_display_at(const pc_display *display, int index) {
  g_assert(index >= 0 && index < pc_display_count(display));
  return &g_array_index(display->commands, pc_command, index);
}

static bool has_path(const pc_command *command) {
  return command->kind == PC_COMMAND_FILL || command->kind == PC_COMMAND_STROKE ||
         command->kind == PC_COMMAND_CLIP;
}

const pc_path_step *pc_display_path(const pc_display *display, const pc_command *command,
                                    int *count) {
  g_assert(has_path(command));
  *count = command->path.count;
  return &g_array_index(display->steps, pc_path_step, command->path.first);
}

void pc_display_begin_path(pc_display *display) {
  display->path_first = (int)display->steps->len;
}

static void append_step(pc_display *display, pc_path_step step) {
  g_array_append_val(display->steps, step);
}

void pc_display_move(pc_display *display, pc_point to) {
  append_step(display, (pc_path_step){.op = PC_OP_MOVE, .p = {to}});
}

void pc_display_line(pc_display *display, pc_point to) {
  append_step(display, (pc_path_step){.op = PC_OP_LINE, .p = {to}});
}

void pc_display_curve(pc_display *display, pc_point c1, pc_point c2, pc_point to) {
  append_step(display, (pc_path_step){.op = PC_OP_CURVE, .p = {c1, c2, to}});
}

void pc_display_close(pc_display *display) {
  append_step(display, (pc_path_step){.op = PC_OP_CLOSE});
}

static void append_sharp_rect(pc_display *display, pc_rect rect) {
  pc_um right = rect.x + rect.w, bottom = rect.y + rect.h;
  pc_display_move(display, (pc_point){rect.x, rect.y});
  pc_display_line(display, (pc_point){right, rect.y});
  pc_display_line(display, (pc_point){right, bottom});
  pc_display_line(display, (pc_point){rect.x, bottom});
  pc_display_close(display);
}

/* A quarter of a circle from one point to another round the corner where their tangents meet. */
static void append_corner(pc_display *display, pc_point from, pc_point corner, pc_point to) {
  pc_point c1 = {from.x + (pc_um)((corner.x - from.x) * QUARTER_CIRCLE),
                 from.y + (pc_um)((corner.y - from.y) * QUARTER_CIRCLE)};
  pc_point c2 = {to.x + (pc_um)((corner.x - to.x) * QUARTER_CIRCLE),
                 to.y + (pc_um)((corner.y - to.y) * QUARTER_CIRCLE)};
  pc_display_curve(display, c1, c2, to);
}

void pc_display_rect(pc_display *display, pc_rect rect, pc_um radius) {
  pc_um r = MIN(radius, MIN(rect.w, rect.h) / 2);
  if (r <= 0) {
    append_sharp_rect(display, rect);
    return;
  }
  pc_um left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
  pc_display_move(display, (pc_point){left + r, top});
  pc_display_line(display, (pc_point){right - r, top});
  append_corner(display, (pc_point){right - r, top}, (pc_point){right, top},
                (pc_point){right, top + r});
  pc_display_line(display, (pc_point){right, bottom - r});
  append_corner(display, (pc_point){right, bottom - r}, (pc_point){right, bottom},
                (pc_point){right - r, bottom});
  pc_display_line(display, (pc_point){left + r, bottom});
  append_corner(display, (pc_point){left + r, bottom}, (pc_point){left, bottom},
                (pc_point){left, bottom - r});
  pc_display_line(display, (pc_point){left, top + r});
  append_corner(display, (pc_point){left, top + r}, (pc_point){left, top},
                (pc_point){left + r, top});
  pc_display_close(display);
}

void pc_display_circle(pc_display *display, pc_point center, pc_um radius) {
  pc_rect box = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  pc_display_rect(display, box, radius);
}

static void append_command(pc_display *display, pc_command command) {
  g_array_append_val(display->commands, command);
}

static void append_path(pc_display *display, pc_command command) {
  command.path.first = display->path_first;
  command.path.count = (int)display->steps->len - display->path_first;
  if (command.path.count > 0 && command.color.role != PC_ROLE_NONE)
    append_command(display, command);
}

void pc_display_fill(pc_display *display, pc_place at, pc_color color) {
  append_path(display, (pc_command){.kind = PC_COMMAND_FILL, .at = at, .color = color});
}

void pc_display_stroke(pc_display *display, pc_place at, pc_color color, pc_um width, pc_um dash) {
  pc_command command = {.kind = PC_COMMAND_STROKE, .at = at, .color = color};
  command.path.width = width;
  command.path.dash = dash;
  append_path(display, command);
}

/* A clip without steps hides all that follows, as a path without area does. */
void pc_display_clip(pc_display *display, pc_place at) {
  pc_command command = {.kind = PC_COMMAND_CLIP, .at = at};
  command.path.first = display->path_first;
  command.path.count = (int)display->steps->len - display->path_first;
  append_command(display, command);
  display->clips++;
}

void pc_display_unclip(pc_display *display) {
  g_assert(display->clips > 0);
  append_command(display, (pc_command){.kind = PC_COMMAND_UNCLIP});
  display->clips--;
}

void pc_display_run(pc_display *display, pc_place at, pc_color color, const pc_run *run,
                    pc_point origin, double size_pt) {
  pc_command command = {.kind = PC_COMMAND_RUN, .at = at, .color = color};
  command.run.run = run;
  command.run.origin = origin;
  command.run.size_pt = size_pt;
  append_command(display, command);
}

void pc_display_blank(pc_display *display) {
  const guint last = display->commands->len - 1;
  pc_command *command = &g_array_index(display->commands, pc_command, last);
  g_assert(display->commands->len > 0 && command->kind == PC_COMMAND_RUN);
  command->run.has_blank = true;
}

void pc_display_image(pc_display *display, pc_place at, const struct pc_image *image,
                      pc_rect rect) {
  pc_command command = {.kind = PC_COMMAND_IMAGE, .at = at};
  command.image.image = image;
  command.image.rect = rect;
  append_command(display, command);
}

static void begin_tag(pc_display *display, pc_command command) {
  append_command(display, command);
  display->depth++;
}

void pc_display_begin(pc_display *display, pc_place at, pc_tag tag, const char *alt, int number) {
  pc_command command = {.kind = PC_COMMAND_BEGIN, .at = at};
  command.tag.tag = tag;
  command.tag.alt = alt;
  command.tag.number = number;
  begin_tag(display, command);
}

void pc_display_begin_cell(pc_display *display, pc_place at, pc_tag tag, pc_cell_tag cell) {
  pc_command command = {.kind = PC_COMMAND_BEGIN, .at = at};
  command.tag.tag = tag;
  command.tag.cell = cell;
  begin_tag(display, command);
}

void pc_display_begin_section(pc_display *display, pc_place at, const char *title, int number,
                              const char *lang, pc_rect rect) {
  pc_command command = {.kind = PC_COMMAND_BEGIN, .at = at};
  command.tag.tag = PC_TAG_SECT;
  command.tag.rect = rect;
  command.tag.alt = title;
  command.tag.number = number;
  command.tag.lang = lang;
  begin_tag(display, command);
}

void pc_display_begin_language(pc_display *display, pc_place at, const char *lang) {
  pc_command command = {.kind = PC_COMMAND_BEGIN, .at = at};
  command.tag.tag = PC_TAG_SPAN;
  command.tag.lang = lang;
  begin_tag(display, command);
}

void pc_display_begin_list(pc_display *display, pc_place at, pc_numbering numbering) {
  pc_command command = {.kind = PC_COMMAND_BEGIN, .at = at};
  command.tag.tag = PC_TAG_L;
  command.tag.numbering = numbering;
  begin_tag(display, command);
}

void pc_display_end(pc_display *display) {
  g_assert(display->depth > 0);
  append_command(display, (pc_command){.kind = PC_COMMAND_END});
  display->depth--;
}

void pc_display_append(pc_display *display, const pc_display *other) {
  g_assert(other->depth == 0 && other->clips == 0);
  int first = (int)display->steps->len;
  g_array_append_vals(display->steps, other->steps->data, other->steps->len);
  for (int i = 0; i < pc_display_count(other); i++) {
    pc_command command = *pc_display_at(other, i);
    if (has_path(&command))
      command.path.first += first;
    append_command(display, command);
  }
}
