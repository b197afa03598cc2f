/* display.h - drawing commands and structure tags as data, in reading order.
 * Layer: display (uses base, diag, spec, schema, doc, text).
 *
 * A backend walks the list once.  Coordinates are micrometres from the trim's top left.  Every
 * command knows the line of YAML that it came from.  The display owns its paths; runs and images
 * are borrowed from the layout, which must outlive it.
 */
#ifndef PC_DISPLAY_DISPLAY_H
#define PC_DISPLAY_DISPLAY_H

#include <glib.h>

#include "base/color.h"
#include "base/geom.h"
#include "display/tag.h"
#include "text/run.h"

typedef enum pc_op { PC_OP_MOVE, PC_OP_LINE, PC_OP_CURVE, PC_OP_CLOSE } pc_op;

typedef struct pc_path_step {
  pc_op op;
  pc_point p[3]; /* move, line: p[0]; curve: control, control, end */
} pc_path_step;

typedef enum pc_command_kind {
  PC_COMMAND_FILL,
  PC_COMMAND_STROKE,
  PC_COMMAND_RUN,
  PC_COMMAND_IMAGE,
  PC_COMMAND_CLIP, /* what follows shows inside the path only */
  PC_COMMAND_UNCLIP,
  PC_COMMAND_BEGIN, /* tag */
  PC_COMMAND_END,
} pc_command_kind;

struct pc_image; /* figure/image.h */

typedef struct pc_command {
  pc_command_kind kind;
  pc_place at;
  pc_color color; /* fill, stroke, run; literal */
  union {
    struct {
      int first, count; /* steps of the display; fill, stroke, clip */
      pc_um width;      /* stroke */
      pc_um dash;       /* stroke: length of dash and gap, 0 solid */
    } path;
    struct {
      const pc_run *run;
      pc_point origin; /* where the baseline begins: at its left, or at its top (run->vertical) */
      double size_pt;
      bool has_blank; /* read after it, though nothing is seen of it: at the end of a line */
    } run;
    struct {
      const struct pc_image *image;
      pc_rect rect;
    } image;
    struct {
      pc_tag tag;
      const char *alt;  /* figure: alternative text; sect: the slide's title; link: its address;
                           borrowed */
      int number;       /* sect, and the span that shows it: the slide's number, 0 without; ruby and
                           its RT: the same one */
      pc_cell_tag cell; /* TH, TD */
      pc_numbering numbering; /* L */
      pc_rect rect;           /* sect: of its panel */
      const char *lang;       /* sect, span */
    } tag;
  };
} pc_command;

typedef struct pc_display pc_display;

pc_display *pc_display_new(pc_size trim, pc_um bleed);
void pc_display_free(pc_display *display);

pc_size pc_display_trim(const pc_display *display);
pc_um pc_display_bleed(const pc_display *display);
int pc_display_count(const pc_display *display);
const pc_command *pc_display_at(const pc_display *display, int index);
/* The steps of a fill, stroke or clip; *count receives how many. */
const pc_path_step *pc_display_path(const pc_display *display, const pc_command *command,
                                    int *count);

/* A path: begin, add steps, then fill, stroke or clip to it. */
void pc_display_begin_path(pc_display *display);
void pc_display_move(pc_display *display, pc_point to);
void pc_display_line(pc_display *display, pc_point to);
void pc_display_curve(pc_display *display, pc_point c1, pc_point c2, pc_point to);
void pc_display_close(pc_display *display);
/* A rectangle, its corners rounded by radius (0: sharp). */
void pc_display_rect(pc_display *display, pc_rect rect, pc_um radius);
void pc_display_circle(pc_display *display, pc_point center, pc_um radius);
void pc_display_fill(pc_display *display, pc_place at, pc_color color);
void pc_display_stroke(pc_display *display, pc_place at, pc_color color, pc_um width, pc_um dash);
/* Everything until the next unclip is cut at the path; clips may be nested. */
void pc_display_clip(pc_display *display, pc_place at);
void pc_display_unclip(pc_display *display);

void pc_display_run(pc_display *display, pc_place at, pc_color color, const pc_run *run,
                    pc_point origin, double size_pt);
/* The last run is followed by a blank. */
void pc_display_blank(pc_display *display);
void pc_display_image(pc_display *display, pc_place at, const struct pc_image *image, pc_rect rect);
/* An RT, which is drawn after the whole line, belongs to the last ruby with its number. */
void pc_display_begin(pc_display *display, pc_place at, pc_tag tag, const char *alt, int number);
/* TH or TD. */
void pc_display_begin_cell(pc_display *display, pc_place at, pc_tag tag, pc_cell_tag cell);
/* SECT: the slide in the panel of that rectangle.  lang: BCP 47, NULL the document's; borrowed. */
void pc_display_begin_section(pc_display *display, pc_place at, const char *title, int number,
                              const char *lang, pc_rect rect);
/* SPAN of words in another language; borrowed. */
void pc_display_begin_language(pc_display *display, pc_place at, const char *lang);
void pc_display_begin_list(pc_display *display, pc_place at, pc_numbering numbering);
void pc_display_end(pc_display *display);

/* All commands of another display, whose tags and clips are closed. */
void pc_display_append(pc_display *display, const pc_display *other);

/* One command a line, stable: `posterc dump --stage=display`. */
void pc_display_dump(const pc_display *display, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_display, pc_display_free)

#endif
