/* keys_slide.c - the keys of a slide and of its blocks.  Layer: doc. */
#include "doc/keys_frame.h"

#include "doc/keys_diagram.h"
#include "doc/keys_chart.h"
#include "doc/keys_picture.h"
#include "doc/keys_items.h"
#include "doc/keys_table.h"
#include "doc/readers.h"

#define WIDTH_UNITS (ROOM_UNITS | 1u << PC_UNIT_FR)

#define TEXT_JSON "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}"
#define SPACE_JSON "{\"type\": [\"string\", \"number\"]}"
#define ITEMS_JSON(kind) "{\"anyOf\": [" CELLS_JSON ", {\"$ref\": \"#/$defs/" kind "\"}]}"
#define QR_JSON "{\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/qr\"}]}"
#define FACTS_JSON                                                                                 \
  "{\"type\": \"object\", \"minProperties\": 1, \"additionalProperties\": {\"anyOf\": ["           \
  "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}, " CELLS_JSON "]}}"
#define QUOTE_JSON "{\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/quote\"}]}"
#define FIGURE_JSON "{\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/figure\"}]}"
#define FIGURES_JSON "{\"anyOf\": [" PICTURES_JSON ", {\"$ref\": \"#/$defs/figures\"}]}"
#define BLOCKS_JSON                                                                                \
  "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/block\", \"minProperties\": 1, "          \
  "\"maxProperties\": 1}}"
#define SPAN_JSON                                                                                  \
  "{\"type\": \"string\", \"pattern\": "                                                           \
  "\"^\\\\s*[0-9０-９]+\\\\s*[xX×ｘＸ✕*]\\\\s*[0-9０-９]+\\\\s*$\"}"
#define NUMBER_JSON                                                                                \
  "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 18}, {\"type\": "             \
  "\"string\", \"pattern\": \"^\\\\s*(none|[0-9０-９]+|[①-⑱])\\\\s*$\"}]}"
#define CELLS_JSON                                                                                 \
  "{\"type\": \"array\", \"items\": {\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}}"
#define ROWS_JSON "{\"type\": \"array\", \"items\": " CELLS_JSON "}"
#define HEADER_JSON "{\"anyOf\": [" CELLS_JSON ", " ROWS_JSON ", {\"type\": \"boolean\"}]}"

/* One row for each kind of block.  In an entry of `blocks:` they are read at once; on a slide they
 * wait for pc_content_schema, which reads them in the order written: READ(reader) is the reader, or
 * pc_block_defer. */
#define BLOCK_KEYS(type, READ)                                                                     \
  {PC_CUSTOM(type, blocks, "text", READ(pc_text_block_read), TEXT_JSON),                           \
   .doc = "Paragraphs, lists, sub-headings and tables in Markdown."},                              \
      {PC_CUSTOM(type, blocks, "figure", READ(pc_figure_block_read), FIGURE_JSON),                 \
       .record = &pc_figure_schema, .doc = "A picture: a file name, or a mapping."},               \
      {PC_CUSTOM(type, blocks, "figures", READ(pc_figures_block_read), FIGURES_JSON),              \
       .record = &pc_figures_schema,                                                               \
       .doc = "Pictures side by side, in rows that show most of them: a list of file names or "    \
              "mappings."},                                                                        \
      {PC_CUSTOM(type, blocks, "table", READ(pc_table_block_read), NULL),                          \
       .record = &pc_table_schema, .doc = "A table of texts."},                                    \
      {PC_CUSTOM(type, blocks, "facts", READ(pc_facts_block_read), FACTS_JSON),                    \
       .doc = "Labels with what belongs to them, one below the other."},                           \
      {PC_CUSTOM(type, blocks, "quote", READ(pc_quote_block_read), QUOTE_JSON),                    \
       .record = &pc_quote_schema, .doc = "Somebody's words: a text, or a mapping."},              \
      {PC_CUSTOM(type, blocks, "steps", READ(pc_steps_block_read), ITEMS_JSON("steps")),           \
       .record = &pc_steps_schema, .doc = "A list as a chain of arrows."},                         \
      {PC_CUSTOM(type, blocks, "cycle", READ(pc_cycle_block_read), ITEMS_JSON("cycle")),           \
       .record = &pc_cycle_schema, .doc = "A list as a ring of arrows."},                          \
      {PC_CUSTOM(type, blocks, "rings", READ(pc_rings_block_read), ITEMS_JSON("rings")),           \
       .record = &pc_rings_schema, .doc = "A list as layers, the innermost first."},               \
      {PC_CUSTOM(type, blocks, "diagram", READ(pc_diagram_block_read), NULL),                      \
       .record = &pc_diagram_schema, .doc = "Nodes, and arrows between them."},                    \
      {PC_CUSTOM(type, blocks, "qr", READ(pc_qr_block_read), QR_JSON), .record = &pc_qr_schema,    \
       .doc = "A QR code: an address, or a mapping."},                                             \
      {PC_CUSTOM(type, blocks, "chart", READ(pc_chart_block_read), NULL),                          \
       .record = &pc_chart_schema, .doc = "Numbers as bars, slices or lines."},                    \
  {                                                                                                \
    PC_CUSTOM(type, blocks, "space", READ(pc_space_block_read), SPACE_JSON),                       \
        .doc = "Empty room: a length, or fill for all that is left."                               \
  }
#define READ_NOW(reader) reader
#define READ_LATER(reader) pc_block_defer
#define READ_BLOCKS BLOCK_KEYS(pc_block_keys, READ_NOW)
#define LIST_KEY(type, reader)                                                                     \
  {                                                                                                \
    PC_CUSTOM(type, blocks, "blocks", reader, BLOCKS_JSON),                                        \
        .record = &pc_block_schema,                                                                \
        .doc = "A list of blocks, each a mapping with one key, where one kind is needed twice."    \
  }

static const pc_key table_keys[] = {
    {PC_CUSTOM(pc_table_keys, header, "header", pc_node_read, HEADER_JSON),
     .doc = "The heads of the columns, or a list of such rows; of a CSV file its first row, or "
            "false for none."},
    {PC_CUSTOM(pc_table_keys, rows, "rows", pc_node_read, ROWS_JSON),
     .doc = "The rows, each a list of cells; cells take inline markup.  A cell ^ is joined with "
            "the one above, < with the one to the left; in quotes they are printed."},
    {PC_FIELD(pc_table_keys, csv), .doc = "A CSV file with the rows, instead of `rows`."},
    {PC_FIELD_AS(pc_table_keys, row_heads, "row-heads"), .fallback = "false",
     .doc = "The first cell of each row is the head of the row."},
    {PC_FIELD(pc_table_keys, align),
     .doc = "Alignment of the columns: start, center, end or auto; one word, or one for each."},
    {PC_FIELD(pc_table_keys, widths), .units = WIDTH_UNITS, .min = LEAST_ROOM,
     .doc = "Widths of the columns; by their content where they are not given."},
    {PC_FIELD(pc_table_keys, caption), .doc = "A line with the table."},
    {.name = NULL},
};
const pc_schema pc_table_schema = {"table", "A table on a slide.", table_keys,
                                   sizeof(pc_table_keys)};

static const pc_key quote_keys[] = {
    {PC_FIELD(pc_quote_keys, text), .required = true,
     .doc = "The words: paragraphs, parted by empty lines."},
    {PC_FIELD(pc_quote_keys, by), .doc = "Whose words they are."},
    {.name = NULL},
};
const pc_schema pc_quote_schema = {"quote", "Somebody's words.", quote_keys, sizeof(pc_quote_keys)};

static const pc_key block_keys[] = {
    READ_BLOCKS,
    {.name = NULL},
};
const pc_schema pc_block_schema = {"block", "One entry of a slide's `blocks:`.", block_keys,
                                   sizeof(pc_block_keys)};

static const pc_key content_keys[] = {
    READ_BLOCKS,
    LIST_KEY(pc_block_keys, pc_blocks_read),
    {.name = NULL},
};
const pc_schema pc_content_schema = {"content", "The blocks of a slide.", content_keys,
                                     sizeof(pc_block_keys)};

static const pc_key slide_keys[] = {
    {PC_FIELD(pc_slide_keys, title), .doc = "Heading of the panel."},
    {PC_FIELD(pc_slide_keys, id), .doc = "Name of the slide for `grid.areas` and for links."},
    {PC_FIELD(pc_slide_keys, section),
     .doc = "Slides of one section share a colour of the palette."},
    {PC_CUSTOM(pc_slide_keys, number, "number", pc_number_read, NUMBER_JSON),
     .doc = "Number of the slide, 1-18, or none for a panel without number."},
    {PC_CHOICE(pc_slide_keys, role, pc_role_words), .fallback = "body",
     .doc = "What the slide is: body, theme (large title), name (authors), figure (a picture fills "
            "the panel), quote or closing."},
    {PC_CUSTOM(pc_slide_keys, span, "span", pc_span_read, SPAN_JSON), .fallback = "1x1",
     .doc = "Cells to join, columns x rows, such as 2x1."},
    {PC_FIELD(pc_slide_keys, columns), .fallback = "0", .min = 0, .max = 6,
     .doc = "Columns of text inside the panel; 0: as many as keep lines to 40 characters."},
    {PC_CHOICE(pc_slide_keys, writing, pc_writing_words), .fallback = "auto",
     .doc = "Direction of the lines: horizontal, or vertical (downwards, from the right to the "
            "left); auto is the poster's `writing`."},
    {PC_CUSTOM(pc_slide_keys, lang, "lang", pc_lang_read, LANG_JSON),
     .doc =
         "Language of the slide as a BCP 47 tag, where it is not the poster's: programs that read "
         "aloud change their voice for it."},
    {PC_CHOICE(pc_slide_keys, align, pc_align_words),
     .doc = "Alignment of the text; the theme's where it is not given."},
    {PC_CHOICE(pc_slide_keys, valign, pc_valign_words),
     .doc = "Where the content stands in the panel; the theme's where it is not given."},
    {PC_FIELD(pc_slide_keys, source), .doc = "A credit line at the panel's foot."},
    {PC_CUSTOM(pc_slide_keys, style, "style", pc_style_read, NULL), .record = &pc_panel_schema,
     .doc = "The look of this one panel, over `theme.panel`."},
    BLOCK_KEYS(pc_slide_keys, READ_LATER),
    LIST_KEY(pc_slide_keys, pc_block_defer),
    {.name = NULL},
};
const pc_schema pc_slide_schema = {"slide", "A piece of content; its panel shows it.", slide_keys,
                                   sizeof(pc_slide_keys)};
