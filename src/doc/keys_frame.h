/* keys_frame.h - the keys that every figure takes, for the tables of the kinds of figures.
 * Layer: doc. */
#ifndef PC_DOC_KEYS_FRAME_H
#define PC_DOC_KEYS_FRAME_H

#include "doc/keys.h"

#define ROOM_UNITS                                                                                 \
  (1u << PC_UNIT_AUTO | 1u << PC_UNIT_MM | 1u << PC_UNIT_CM | 1u << PC_UNIT_IN |                   \
   1u << PC_UNIT_PT | 1u << PC_UNIT_Q | 1u << PC_UNIT_H | 1u << PC_UNIT_EM |                       \
   1u << PC_UNIT_PERCENT)
/* In any unit: a picture or a column of no size would be lost in silence. */
#define LEAST_ROOM 0.1

#define PLACE_JSON "{\"enum\": [\"auto\", \"above\", \"below\", \"left\", \"right\", \"fill\"]}"

/* What every figure takes, whether it is a picture or drawn by posterc. */
#define FRAME_KEYS(type)                                                                           \
  {PC_FIELD_AS(type, frame.caption, "caption"), .doc = "A line under the figure."},                \
      {PC_FIELD_AS(type, frame.source, "source"), .doc = "Whose figure it is, set as a credit."},  \
      {PC_FIELD_AS(type, frame.alt, "alt"),                                                        \
       .doc = "What the figure shows, for people who cannot see it."},                             \
      {PC_FIELD_AS(type, frame.width, "width"), .fallback = "auto", .units = ROOM_UNITS,           \
       .min = LEAST_ROOM, .doc = "Width of the figure; auto takes the room that there is."},       \
      {PC_FIELD_AS(type, frame.height, "height"), .fallback = "auto", .units = ROOM_UNITS,         \
       .min = LEAST_ROOM, .doc = "Height of the figure; auto takes the room that there is."},      \
  {                                                                                                \
    PC_CUSTOM(type, frame.place, "place", pc_figure_place_read, PLACE_JSON),                       \
        .fallback = "auto",                                                                        \
        .doc =                                                                                     \
            "Where the figure stands: above or below the text, left or right of it; fill takes a " \
            "picture to the edges of its panel; auto is where it is written."                      \
  }

#endif
