/* small_tables.h - a language of few keys, one of every kind, for the tests of schema. */
#ifndef PC_TEST_SMALL_TABLES_H
#define PC_TEST_SMALL_TABLES_H

#include "schema/schema.h"

typedef enum small_flow { SMALL_Z, SMALL_N } small_flow;

typedef struct small_range {
  pc_length min, max;
} small_range;

typedef struct small_grid {
  int columns;
  pc_lengths widths;
  small_flow flow;
  small_range body;
} small_grid;

typedef struct small_top {
  pc_string title;
  pc_strings authors;
  bool trim;
  double line;
  int count; /* how many slides the custom reader saw */
  pc_length margin, height;
  pc_color fill;
  pc_colors palette;
  const pc_node *ruby;
  small_grid grid;
} small_top;

static const char *const small_flow_names[] = {"z", "n", NULL};

static bool read_small_slides(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_LIST) {
    PC_REPORT(reader->diags, node->at, PC_BAD_TYPE, "expected a list of slides, got %s",
              pc_node_describe(node));
    return false;
  }
  *(int *)member = node->n_items;
  return true;
}

static const pc_key small_range_keys[] = {
    {PC_FIELD(small_range, min), .fallback = "18pt", .doc = "Smallest."},
    {PC_FIELD(small_range, max), .fallback = "44pt", .doc = "Largest."},
    {0},
};
static const pc_schema small_range_schema = {"range", "A range.", small_range_keys,
                                             sizeof(small_range)};

static const pc_key small_grid_keys[] = {
    {PC_FIELD(small_grid, columns), .fallback = "3", .min = 1, .max = 18, .doc = "How many."},
    {PC_FIELD(small_grid, widths),
     .units = 1u << PC_UNIT_FR | 1u << PC_UNIT_MM | 1u << PC_UNIT_AUTO, .fallback = "[1fr, 2fr]",
     .doc = "Tracks."},
    {PC_CHOICE(small_grid, flow, small_flow_names), .fallback = "n", .doc = "Z or N."},
    {PC_RECORD(small_grid, body, small_range_schema), .doc = "Sizes."},
    {0},
};
static const pc_schema small_grid_schema = {"grid", "How panels stand.", small_grid_keys,
                                            sizeof(small_grid)};

static const pc_key small_top_keys[] = {
    {PC_FIELD(small_top, title), .doc = "Title | of it."},
    {PC_FIELD(small_top, authors), .doc = "Who."},
    {PC_FIELD(small_top, trim), .fallback = "true", .doc = "Whether."},
    {PC_FIELD(small_top, line), .fallback = "1.65", .min = 1, .max = 3, .doc = "Line height."},
    {PC_FIELD(small_top, margin), .fallback = "18mm", .doc = "Around."},
    {PC_FIELD(small_top, height),
     .units = 1u << PC_UNIT_MM | 1u << PC_UNIT_PERCENT | 1u << PC_UNIT_AUTO, .fallback = "auto",
     .min = -2, .doc = "High."},
    {PC_FIELD(small_top, fill), .fallback = "accent", .doc = "Ground."},
    {PC_FIELD(small_top, palette), .fallback = "['#fff', muted]", .doc = "Colours."},
    {PC_FIELD(small_top, ruby), .doc = "Readings."},
    {PC_RECORD(small_top, grid, small_grid_schema), .doc = "The grid."},
    {PC_CUSTOM(small_top, count, "slides", read_small_slides,
               "{\"type\": \"array\", \"minItems\": 1}"),
     .doc = "Slides.", .required = true},
    {0},
};
static const pc_schema small_top_schema = {"poster", "A poster.", small_top_keys,
                                           sizeof(small_top)};

#endif
