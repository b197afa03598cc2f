/* keys_picture.c - the keys of pictures and of pictures side by side.  Layer: doc. */
#include "doc/keys_picture.h"

#include "doc/keys_frame.h"
#include "doc/readers.h"

#define CUT_UNITS (1u << PC_UNIT_PERCENT)
const char *const pc_figure_fit_words[] = {"contain", "cover", NULL};
const char *const pc_figure_place_words[] = {"auto",  "above", "below", "left",
                                             "right", "fill",  NULL};

#define CUT_KEY(side, words)                                                                       \
  {                                                                                                \
    PC_FIELD(pc_crop_keys, side), .fallback = "0%", .units = CUT_UNITS, .min = 0, .max = 100,      \
                                  .doc = words                                                     \
  }

static const pc_key crop_keys[] = {
    CUT_KEY(left, "How much is cut off at the left, of the picture's width."),
    CUT_KEY(top, "How much is cut off at the top, of the picture's height."),
    CUT_KEY(right, "How much is cut off at the right, of the picture's width."),
    CUT_KEY(bottom, "How much is cut off at the bottom, of the picture's height."),
    {.name = NULL},
};
static const pc_schema crop_schema = {"crop", "What is cut off each side of a picture, in %.",
                                      crop_keys, sizeof(pc_crop_keys)};

#define FILE_DOC "The picture's file, counted from the poster's folder."
#define PAGE_KEY .fallback = "1", .min = 1, .max = 100000, .doc = "Page of a PDF, counted from 1."
#define CROP_DOC                                                                                   \
  "What is cut off each side of the picture, in % of its own width and height: {left: 10%, "       \
  "bottom: 25%}.  What is cut off PNG, JPEG and WebP pictures is not in the PDF either."

static const pc_key figure_keys[] = {
    {PC_FIELD(pc_figure_keys, file), .required = true, .doc = FILE_DOC},
    {PC_FIELD(pc_figure_keys, page), PAGE_KEY},
    FRAME_KEYS(pc_figure_keys),
    {PC_CHOICE(pc_figure_keys, fit, pc_figure_fit_words), .fallback = "contain",
     .doc = "contain shows all of the picture; cover fills the room and cuts what is over."},
    {PC_RECORD(pc_figure_keys, crop, crop_schema), .doc = CROP_DOC},
    {.name = NULL},
};
const pc_schema pc_figure_schema = {"figure", "A picture on a slide.", figure_keys,
                                    sizeof(pc_figure_keys)};

static const pc_key picture_keys[] = {
    {PC_FIELD(pc_picture_keys, file), .required = true, .doc = FILE_DOC},
    {PC_FIELD(pc_picture_keys, page), PAGE_KEY},
    {PC_FIELD(pc_picture_keys, caption), .doc = "A line under the picture."},
    {PC_FIELD(pc_picture_keys, source), .doc = "Whose picture it is, set as a credit."},
    {PC_FIELD(pc_picture_keys, alt),
     .doc = "What the picture shows, for people who cannot see it."},
    {PC_RECORD(pc_picture_keys, crop, crop_schema), .doc = CROP_DOC},
    {.name = NULL},
};
const pc_schema pc_picture_schema = {"picture", "One of several pictures side by side.",
                                     picture_keys, sizeof(pc_picture_keys)};

static const pc_key figures_keys[] = {
    {PC_CUSTOM(pc_figures_keys, items, "items", pc_node_read, PICTURES_JSON), .required = true,
     .record = &pc_picture_schema,
     .doc = "The pictures, each a file name or a mapping, in their order."},
    FRAME_KEYS(pc_figures_keys),
    {.name = NULL},
};
const pc_schema pc_figures_schema = {"figures", "Pictures side by side.", figures_keys,
                                     sizeof(pc_figures_keys)};
