/* survey.h - what a print shop is told about a finished PDF.  Layer: backend. */
#ifndef PC_BACKEND_SURVEY_H
#define PC_BACKEND_SURVEY_H

#include "backend/paints.h"

/* A picture at the place where it is painted; the same one twice counts twice. */
typedef struct pc_survey_picture {
  pc_drawn_picture size;
  const char *color; /* "RGB", "CMYK", "K" or "" */
} pc_survey_picture;

typedef struct pc_survey {
  bool is_x4, is_x1a, is_ua;
  char *version;                    /* "1.6" */
  char *condition, *condition_info; /* of the output intent, or NULL */
  GPtrArray *fonts;                 /* char *, without the letters of a subset, sorted */
  GArray *pictures;                 /* pc_survey_picture, the coarsest first */
  double most_ink;                  /* of a colour given as inks; 1 is one ink in full */
  bool has_rgb, is_transparent;
  int n_pages;
  GPtrArray *rules, *findings; /* char *: ids of the rules that are kept, and of the others */
} pc_survey;

/* Of a file of posterc's own.  ink_limit: per cent.  false: it cannot be read. */
bool pc_survey_take(pc_survey *survey, GBytes *bytes, double ink_limit);
void pc_survey_clear(pc_survey *survey);

#endif
