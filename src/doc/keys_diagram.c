/* keys_diagram.c - the keys of relation diagrams.  Layer: doc. */
#include "doc/keys_diagram.h"

#include "doc/keys_frame.h"
#include "doc/readers.h"

#define NODE_TEXT_JSON "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}"
#define NODES_JSON                                                                                 \
  "{\"anyOf\": [{\"type\": \"object\", \"additionalProperties\": {\"anyOf\": [" NODE_TEXT_JSON     \
  ", {\"$ref\": \"#/$defs/node\"}]}}, {\"type\": \"array\", \"items\": " NODE_TEXT_JSON "}]}"
#define EDGE_MAP_JSON "{\"type\": \"object\", \"additionalProperties\": " NODE_TEXT_JSON "}"
#define EDGES_JSON                                                                                 \
  "{\"anyOf\": [{\"type\": \"array\", \"items\": {\"anyOf\": [{\"type\": "                         \
  "\"string\"}, " EDGE_MAP_JSON "]}}, " EDGE_MAP_JSON "]}"
#define GROUPS_JSON                                                                                \
  "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"array\", "                        \
  "\"items\": " NODE_TEXT_JSON "}}"
#define FILL_JSON "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\", \"minimum\": 1}]}"

const char *const pc_diagram_direction_words[] = {"auto", "right", "down", "left", "up", NULL};
const char *const pc_shape_words[] = {"box",   "round",    "ellipse", "person", "note",
                                      "cloud", "cylinder", "none",    NULL};

static const pc_key node_keys[] = {
    {PC_FIELD(pc_node_keys, label),
     .doc = "Text of the node, where it is not its name; its first line is the title."},
    {PC_CHOICE(pc_node_keys, shape, pc_shape_words), .fallback = "box",
     .doc = "Outline of the node."},
    {PC_CUSTOM(pc_node_keys, fill, "fill", pc_node_fill_read, FILL_JSON),
     .doc = "Colour of the node: a role (accent is the section's colour), a colour, or the number "
            "of a colour of `theme.colors.palette`."},
    {.name = NULL},
};
const pc_schema pc_node_schema = {"node", "A node of a relation diagram.", node_keys,
                                  sizeof(pc_node_keys)};

static const pc_key diagram_keys[] = {
    {PC_CHOICE(pc_diagram_keys, direction, pc_diagram_direction_words), .fallback = "auto",
     .doc = "Where most arrows point; auto is right or down. It is a wish: where the labels become "
            "much larger the other way, the diagram is turned."},
    {PC_CUSTOM(pc_diagram_keys, nodes, "nodes", pc_node_read, NODES_JSON),
     .record = &pc_node_schema,
     .doc = "Nodes by their names: a text, or a mapping; or a list of names. 500 at most."},
    {PC_CUSTOM(pc_diagram_keys, edges, "edges", pc_node_read, EDGES_JSON),
     .doc = "What joins them, each `A -> B` or `A -> B: label`: -> one way, <-> both ways, -- no "
            "arrow, ..> dashed. A name that `nodes` does not list is a box with that text. 1000 at "
            "most."},
    {PC_CUSTOM(pc_diagram_keys, groups, "groups", pc_node_read, GROUPS_JSON),
     .doc = "Areas behind nodes: a label and the list of the names of its nodes."},
    {PC_FIELD(pc_diagram_keys, dot),
     .doc = "Graphviz source instead of nodes, edges and groups. Of its attributes label, shape, "
            "style (dashed, dotted), dir, rankdir and subgraphs called cluster... count."},
    FRAME_KEYS(pc_diagram_keys),
    {.name = NULL},
};
const pc_schema pc_diagram_schema = {"diagram", "A relation diagram.", diagram_keys,
                                     sizeof(pc_diagram_keys)};
