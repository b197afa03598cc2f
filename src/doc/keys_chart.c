/* keys_chart.c - the keys of charts.  Layer: doc. */
#include "doc/keys_chart.h"

#include "doc/keys_frame.h"
#include "doc/readers.h"

#define NUMBER_JSON "{\"type\": [\"number\", \"string\", \"null\"]}"
#define NUMBERS_JSON                                                                               \
  "{\"anyOf\": [" NUMBER_JSON ", {\"type\": \"array\", \"items\": " NUMBER_JSON                    \
  "}, {\"type\": \"object\", \"additionalProperties\": " NUMBER_JSON "}]}"
#define LABELS_JSON                                                                                \
  "{\"type\": \"object\", \"minProperties\": 1, \"additionalProperties\": " NUMBERS_JSON "}"
#define DATA_JSON                                                                                  \
  "{\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/chart-csv\"}, " LABELS_JSON           \
  ", {\"type\": \"array\", \"minItems\": 1, \"items\": " LABELS_JSON "}]}"
#define LEGEND_JSON "{\"enum\": [true, false, \"auto\", \"true\", \"false\"]}"

const char *const pc_chart_type_words[] = {"bar", "hbar", "stacked", "pie", "donut", "line", NULL};

bool pc_legend_read(pc_reader *reader, const pc_node *node, void *member) {
  static const char *const words[] = {"auto", "true", "false", NULL};
  static const pc_key key = {.name = "legend", .kind = PC_KIND_CHOICE, .names = words};
  int value = PC_LEGEND_AUTO;
  bool is_sound = pc_schema_read_value(reader, &key, node, &value);
  *(pc_chart_legend *)member = (pc_chart_legend)value;
  return is_sound;
}

static const pc_key csv_keys[] = {
    {PC_FIELD(pc_chart_csv_keys, csv), .required = true,
     .doc = "The file, counted from the poster's folder."},
    {.name = NULL},
};
const pc_schema pc_chart_csv_schema = {"chart-csv", "The numbers of a chart in a CSV file.",
                                       csv_keys, sizeof(pc_chart_csv_keys)};

static const pc_key chart_keys[] = {
    {PC_CHOICE(pc_chart_keys, type, pc_chart_type_words), .fallback = "bar",
     .doc =
         "bar (upright), hbar (lying, for long labels), stacked (parts of each bar), pie, donut, "
         "or line."},
    {PC_CUSTOM(pc_chart_keys, data, "data", pc_node_read, DATA_JSON), .required = true,
     .record = &pc_chart_csv_schema,
     .doc =
         "Labels and their numbers, `A: 24`; of several series `A: [24, 5]`, or with their names "
         "`A: {women: 24, men: 5}`. Or a CSV file (its name, or {csv: name}): labels in the "
         "first column, a series in each other one, their names (words, or years from 1900 to "
         "2100) in the first row. An empty number is a gap. At most 30 labels and 6 series."},
    {PC_FIELD(pc_chart_keys, series),
     .doc = "Names of the series, in the order of the numbers of each label."},
    {PC_FIELD(pc_chart_keys, title), .doc = "What the numbers are, set above the chart."},
    {PC_FIELD(pc_chart_keys, unit),
     .doc = "Unit of the numbers: with each where there is room, or once."},
    {PC_CUSTOM(pc_chart_keys, legend, "legend", pc_legend_read, LEGEND_JSON), .fallback = "auto",
     .doc =
         "true: a list of colours and names; auto: only where the names cannot well stand at what "
         "they name; false: only where they cannot stand there at all."},
    {PC_FIELD(pc_chart_keys, values), .fallback = "true",
     .doc = "The numbers in print; where not all have room, those that tell most (the first, the "
            "last, the least, the greatest) and a scale; with false, a scale alone."},
    FRAME_KEYS(pc_chart_keys),
    {.name = NULL},
};
const pc_schema pc_chart_schema = {"chart", "Numbers as a drawing.", chart_keys,
                                   sizeof(pc_chart_keys)};
