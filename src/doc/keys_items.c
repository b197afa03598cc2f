/* keys_items.c - the keys of steps, cycle, rings and qr.  Layer: doc. */
#include "doc/keys_items.h"

#include "doc/keys_frame.h"
#include "doc/readers.h"

#define TEXTS_JSON                                                                                 \
  "{\"type\": \"array\", \"items\": {\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}}"
#define LENGTH_JSON "{\"type\": [\"string\", \"number\"]}"

#define TEXTS_KEY(what)                                                                            \
  {                                                                                                \
    PC_CUSTOM(pc_items_keys, items, "items", pc_node_read, TEXTS_JSON), .required = true,          \
                                                                        .doc = what                \
  }

const char *const pc_direction_words[] = {"auto", "right", "down", NULL};
const char *const pc_rings_words[] = {"concentric", "onion", NULL};

static const pc_key steps_keys[] = {
    TEXTS_KEY("The steps, in their order."),
    {PC_CHOICE(pc_items_keys, direction, pc_direction_words), .fallback = "auto",
     .doc = "Which way the steps go: right, or down; auto is what suits the room."},
    FRAME_KEYS(pc_items_keys),
    {.name = NULL},
};
const pc_schema pc_steps_schema = {"steps", "Texts as a chain of arrows.", steps_keys,
                                   sizeof(pc_items_keys)};

static const pc_key cycle_keys[] = {
    TEXTS_KEY("The stations, 2 to 12, clockwise from the top."),
    {PC_FIELD(pc_items_keys, center), .doc = "A text in the middle."},
    FRAME_KEYS(pc_items_keys),
    {.name = NULL},
};
const pc_schema pc_cycle_schema = {"cycle", "Texts as a ring of arrows.", cycle_keys,
                                   sizeof(pc_items_keys)};

static const pc_key rings_keys[] = {
    TEXTS_KEY("The layers, at most 12, from the inside out."),
    {PC_CHOICE(pc_items_keys, form, pc_rings_words), .fallback = "concentric",
     .doc = "concentric: round one middle; onion: circles that stand on one point, with more room "
            "for long texts."},
    FRAME_KEYS(pc_items_keys),
    {.name = NULL},
};
const pc_schema pc_rings_schema = {"rings", "Texts as layers round each other.", rings_keys,
                                   sizeof(pc_items_keys)};

static const pc_key qr_keys[] = {
    {PC_FIELD(pc_qr_keys, url), .required = true,
     .doc = "The address that the code leads to, or any other text."},
    {PC_FIELD_AS(pc_qr_keys, show_url, "show-url"), .fallback = "false",
     .doc = "Whether the address stands beside or below the code, for those who type it."},
    {PC_CUSTOM(pc_qr_keys, size, "size", pc_qr_size_read, LENGTH_JSON), .fallback = "auto",
     .doc = "Side of the code with the white border that it needs; auto is a size that phones read "
            "from an arm's length and more."},
    {PC_FIELD_AS(pc_qr_keys, frame.caption, "caption"), .doc = "A line under the code."},
    {PC_FIELD_AS(pc_qr_keys, frame.alt, "alt"),
     .doc = "What the code is for, for people who cannot see it."},
    {.name = NULL},
};
const pc_schema pc_qr_schema = {"qr", "A QR code.", qr_keys, sizeof(pc_qr_keys)};
