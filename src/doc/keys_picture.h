/* keys_picture.h - the records of pictures and of pictures side by side.  Layer: doc. */
#ifndef PC_DOC_KEYS_PICTURE_H
#define PC_DOC_KEYS_PICTURE_H

#include "doc/keys.h"

/* The shape of a list of pictures. */
#define PICTURES_JSON                                                                              \
  "{\"type\": \"array\", \"minItems\": 1, \"maxItems\": 12, \"items\": {\"anyOf\": [{\"type\": "   \
  "\"string\"}, {\"$ref\": \"#/$defs/picture\"}]}}"

typedef struct pc_crop_keys {
  pc_length left, top, right, bottom;
} pc_crop_keys;

typedef struct pc_figure_keys {
  pc_string file;
  int page;
  pc_frame_keys frame;
  pc_figure_fit fit;
  pc_crop_keys crop;
} pc_figure_keys;

/* One of `figures:`; its size follows from its row. */
typedef struct pc_picture_keys {
  pc_string file, caption, source, alt;
  int page;
  pc_crop_keys crop;
} pc_picture_keys;

typedef struct pc_figures_keys {
  const pc_node *items;
  pc_frame_keys frame;
} pc_figures_keys;

extern const pc_schema pc_figure_schema;
extern const pc_schema pc_picture_schema;
extern const pc_schema pc_figures_schema;

/* Keeps the name of a picture in mind; false, reported: it has none. */
bool pc_picture_note(pc_reader *reader, pc_string file, int page);

extern const char *const pc_figure_fit_words[];
extern const char *const pc_figure_place_words[];

#endif
