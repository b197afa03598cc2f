/* separation.h - everything that a print file draws with, in the colours of its printing condition.
 * Layer: backend.
 *
 * One walk over the page, from its content to what that draws with, and so on.  Each object is
 * looked at once.
 */
#ifndef PC_BACKEND_SEPARATION_H
#define PC_BACKEND_SEPARATION_H

#include "backend/condition.h"
#include "backend/ink_meter.h"
#include "backend/marking.h"
#include "backend/spaces.h"
#include "figure/objects.h"

/* A colour that the author gave as inks, and what cairo was told to paint instead. */
typedef struct pc_own_inks {
  double rgb[3];
  pc_inks inks;
} pc_own_inks;

/* The walk, for the files that rewrite one kind of thing each. */
typedef struct pc_separation {
  pc_pdf *pdf;
  pc_spaces *spaces;
  const pc_press *press;
  pc_mix_target target;        /* outside of soft masks */
  bool is_opaque;              /* what is transparent is refused */
  GArray *own;                 /* pc_own_inks, written as they were given */
  GHashTable *pictures;        /* number of a picture's object: the command that draws it */
  const pc_command **contents; /* by number of marked content: the figure in it, or NULL */
  int n_contents;
  const pc_command *figure; /* that is being drawn, or NULL */
  pc_ink_meter *meter;
  double limit;      /* of ink, per cent */
  double most;       /* that a colour of sRGB takes, per cent; 0: not looked for yet */
  GHashTable *done;  /* numbers of objects */
  GArray *resources; /* qpdf_oh, all that were met */
  int n_made;        /* pictures that were inline */
  bool is_sound, is_transparent;
  GHashTable *refused, *advised; /* what was reported, with its figure */
  pc_diags *diags;
} pc_separation;

/* What the walk starts from. */
typedef struct pc_separation_wish {
  const pc_display *display;
  const pc_marking *marking;
  const pc_condition *condition;
  const pc_print *print;
  GHashTable *pictures; /* see above; borrowed */
} pc_separation_wish;

/* Also reports what a print file of that kind cannot hold (print-rule) and too much ink
 * (ink-limit).  Where nothing is transparent, the page is no transparency group.  false: a content
 * could not be read. */
bool pc_separate(pc_pdf *pdf, const pc_separation_wish *wish, pc_diags *diags);

/* A content stream on its way, and what hangs on it. */
typedef struct pc_stream {
  pc_separation *work; /* NULL: colours and lines stay as they are */
  qpdf_oh resources;
  pc_mix_target target;
  double matrix[6]; /* from its units to points on paper; 0: not known */
  bool is_page;     /* what it draws outside of marked content is an artifact */
  bool is_foreign;  /* not cairo's */
} pc_stream;

/* Whether colours that stay RGB may take more ink than the limit. */
bool pc_separation_measures_rgb(pc_separation *work);
/* Whether an object has no number, or has not been asked for. */
bool pc_separation_is_new(pc_separation *work, qpdf_oh object);
/* An error, and advice.  what: the rest of a sentence that begins with the figure's name. */
void pc_separation_refuse(pc_separation *work, const char *what, const char *hint);
void pc_separation_advise(pc_separation *work, const char *what, const char *hint);

/* What a content draws with; null where its resources have no such thing. */
void pc_separation_visit_object(pc_separation *work, qpdf_oh object, const pc_stream *from,
                                const double matrix[6]);
void pc_separation_visit_pattern(pc_separation *work, qpdf_oh pattern, const pc_stream *from);
void pc_separation_visit_state(pc_separation *work, qpdf_oh state, const pc_stream *from);

#endif
