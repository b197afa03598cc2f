/* keys.c - the keys of poster.yaml's top, sheet, grid, bands and print.  Layer: doc. */
#include "doc/keys.h"

#include "doc/readers.h"

const char *const pc_role_words[] = {"body", "theme", "name", "figure", "quote", "closing", NULL};
const char *const pc_align_words[] = {"start", "center", "end", "justify", NULL};
const char *const pc_valign_words[] = {"auto", "top", "middle", "bottom", "spread", NULL};
const char *const pc_writing_words[] = {"auto", "horizontal", "vertical", NULL};
const char *const pc_flow_words[] = {"z", "n", "z-rtl", "n-rtl", NULL};
const char *const pc_band_words[] = {"title",        "subtitle", "event",   "date", "authors",
                                     "affiliations", "logos",    "reading", NULL};

static const char *const orientation_words[] = {"auto", "portrait", "landscape", NULL};
static const char *const marks_words[] = {"none", "tombo", "crop", NULL};
static const char *const heights_words[] = {"balanced", "equal", NULL};
static const char *const fit_words[] = {"uniform", "panel", "none", NULL};
static const char *const ruby_words[] = {"first", "all", NULL};
static const char *const standard_words[] = {"pdf/x-4", "pdf/x-1a", "plain", NULL};
static const char *const ink_words[] = {"hybrid", "cmyk", NULL};

#define PAPER_JSON                                                                                 \
  "{\"anyOf\": [{\"type\": \"string\", \"pattern\": "                                              \
  "\"^([aA]|[bB]|[iI][sS][oO]-[bB])[0-6]$\"}, {\"type\": \"array\", \"items\": {\"type\": "        \
  "\"string\"}, \"minItems\": 2, \"maxItems\": 2}]}"
#define TRACKS_JSON                                                                                \
  "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 36}, {\"type\": "             \
  "\"string\", \"pattern\": \"^(auto|\\\\s*[0-9０-９]+\\\\s*|[①-㊱])$\"}, {\"type\": "        \
  "\"array\", \"minItems\": 1, \"maxItems\": 36, \"items\": {\"type\": \"string\", "               \
  "\"pattern\": \"^\\\\s*[0-9０-９.．]+ *[a-zA-Z%％]+\\\\s*$\"}}]}"
#define AREAS_JSON                                                                                 \
  "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"array\", \"minItems\": 1, "      \
  "\"items\": {\"type\": [\"string\", \"integer\"]}}}"
#define BAND_JSON                                                                                  \
  "{\"anyOf\": [{\"type\": \"boolean\"}, {\"enum\": [\"auto\", \"true\", \"false\", \"yes\", "     \
  "\"no\", \"on\", \"off\"]}, {\"$ref\": \"#/$defs/band\"}]}"
#define BAND_ITEMS_JSON                                                                            \
  "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"enum\": [\"title\", \"subtitle\", "        \
  "\"event\", \"date\", \"authors\", \"affiliations\", \"logos\", \"reading\"]}}"
#define LOGOS_JSON                                                                                 \
  "{\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/logo\"}, {\"type\": \"array\", "      \
  "\"items\": {\"anyOf\": [{\"type\": \"string\"}, {\"$ref\": \"#/$defs/logo\"}]}}]}"
#define RUBY_JSON "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}}"
#define GIVEN_ROLES_JSON                                                                           \
  "{\"type\": \"object\", \"additionalProperties\": {\"enum\": [\"body\", \"theme\", \"name\", "   \
  "\"figure\", \"quote\", \"closing\"]}}"
#define SLIDES_JSON                                                                                \
  "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"anyOf\": [{\"type\": [\"string\", "        \
  "\"number\", \"null\"]}, {\"$ref\": \"#/$defs/slide\"}]}}"

static const pc_key page_keys[] = {
    {PC_CUSTOM(pc_page_keys, size, "size", pc_paper_read, PAPER_JSON), .fallback = "A0",
     .doc = "Sheet size: A0-A6, B0-B6 (JIS), ISO-B0-ISO-B6, or two lengths [width, height]."},
    {PC_CHOICE(pc_page_keys, orientation, orientation_words), .fallback = "auto",
     .doc = "Which way the sheet is turned; auto is portrait, and leaves two lengths as written."},
    {PC_FIELD(pc_page_keys, margin), .fallback = "18mm",
     .doc = "Empty border between the trimmed edge and the panels; where it is not given, in "
            "proportion to the sheet's short side."},
    {PC_FIELD(pc_page_keys, bleed), .fallback = "0mm",
     .doc = "How far fills that touch the edge run past it, for trimming."},
    {PC_CHOICE(pc_page_keys, marks, marks_words), .fallback = "none",
     .doc = "Marks for trimming around a PDF's bleed, with a line that names the file: tombo "
            "(Japanese double marks) or crop (western)."},
    {.name = NULL},
};
static const pc_schema page_schema = {"page", "The sheet of paper.", page_keys,
                                      sizeof(pc_page_keys)};

static const pc_key grid_keys[] = {
    {PC_CUSTOM(pc_grid, columns, "columns", pc_tracks_read, TRACKS_JSON), .fallback = "auto",
     .doc = "Columns of panels: a count, a list of widths such as [1fr, 2fr, 240mm], or auto "
            "(portrait 3, or 2 up to 4 slides; landscape 4, or 3 up to 6 slides)."},
    {PC_CUSTOM(pc_grid, rows, "rows", pc_tracks_read, TRACKS_JSON), .fallback = "auto",
     .doc = "Rows of panels: a count, a list of heights, or auto (as many as needed; with columns "
            "auto, too, they share the panels evenly and no cell stays empty)."},
    {PC_CHOICE(pc_grid, heights, heights_words), .fallback = "balanced",
     .doc = "Row heights: balanced makes the common text size as large as possible, equal makes "
            "all rows the same."},
    {PC_FIELD(pc_grid, gap), .fallback = "10mm",
     .doc = "Distance between panels; where it is not given, in proportion to the sheet's short "
            "side."},
    {PC_CHOICE(pc_grid, flow, pc_flow_words), .fallback = "z",
     .doc = "Order in which slides fill the grid: z by rows, n by columns, -rtl from the right."},
    {PC_FIELD(pc_grid, guides), .fallback = "false",
     .doc = "Thin lines in the gaps lead from each numbered panel to the next."},
    {PC_CUSTOM(pc_grid, areas, "areas", pc_areas_read, AREAS_JSON),
     .doc = "A drawing of the sheet: rows of slide numbers or ids; a repeated label joins its "
            "cells, '.' is an empty cell."},
    {.name = NULL},
};
static const pc_schema grid_schema = {"grid", "How panels share the sheet.", grid_keys,
                                      sizeof(pc_grid)};

static const pc_key band_keys[] = {
    {PC_CUSTOM(pc_band_keys, items, "show", pc_band_items_read, BAND_ITEMS_JSON),
     .doc = "What the band shows, in the order of the poster's own keys; `reading` says in which "
            "order the numbered panels are read."},
    {PC_FIELD(pc_band_keys, height),
     .units = 1u << PC_UNIT_AUTO | 1u << PC_UNIT_MM | 1u << PC_UNIT_CM | 1u << PC_UNIT_IN |
              1u << PC_UNIT_PT | 1u << PC_UNIT_Q | 1u << PC_UNIT_H | 1u << PC_UNIT_EM |
              1u << PC_UNIT_PERCENT,
     .fallback = "auto", .doc = "Height of the band; auto is as high as its texts need."},
    {PC_CHOICE(pc_band_keys, align, pc_align_words),
     .doc = "Where the texts of the band stand; the theme's alignment where it is not given."},
    {.name = NULL},
};
const pc_schema pc_band_schema = {"band", "The header or the footer of the sheet.", band_keys,
                                  sizeof(pc_band_keys)};

static const pc_key print_keys[] = {
    {PC_CHOICE(pc_print, standard, standard_words), .fallback = "pdf/x-4",
     .doc = "What kind of PDF is made: pdf/x-4 or pdf/x-1a (an older kind, in which nothing is "
            "transparent and all is CMYK) for print shops, plain for screens."},
    {PC_CHOICE(pc_print, color, ink_words), .fallback = "hybrid",
     .doc = "Colours in the file: hybrid keeps pictures in sRGB and black text in black ink, cmyk "
            "converts everything."},
    {PC_FIELD(pc_print, profile), .fallback = "fogra39",
     .doc = "Output condition: fogra39, or a CMYK ICC file of your own."},
    {PC_FIELD(pc_print, condition), .doc = "Name of the printing condition of your own profile."},
    {PC_FIELD_AS(pc_print, ink_limit, "ink-limit"), .fallback = "300", .min = 100, .max = 400,
     .doc = "Total ink in per cent above which there is a warning."},
    {.name = NULL},
};
static const pc_schema print_schema = {"print", "What the print shop gets.", print_keys,
                                       sizeof(pc_print)};

static const pc_key poster_keys[] = {
    {PC_FIELD(pc_poster_keys, title), .doc = "Title of the poster."},
    {PC_FIELD(pc_poster_keys, subtitle), .doc = "Second line of the title."},
    {PC_FIELD(pc_poster_keys, event), .doc = "Where the poster is shown."},
    {PC_FIELD(pc_poster_keys, date), .doc = "Date, as it is to be printed."},
    {PC_FIELD(pc_poster_keys, authors), .doc = "A name or a list of names."},
    {PC_FIELD(pc_poster_keys, affiliations), .doc = "An organisation or a list of organisations."},
    {PC_CUSTOM(pc_poster_keys, logos, "logos", pc_logos_read, LOGOS_JSON),
     .record = &pc_logo_schema,
     .doc = "Pictures for the header: a file name or a mapping, or a list of these."},
    {PC_CUSTOM(pc_poster_keys, lang, "lang", pc_lang_read, LANG_JSON), .fallback = "ja",
     .doc = "Language of the poster as a BCP 47 tag."},
    {PC_CUSTOM(pc_poster_keys, ruby, "ruby", pc_ruby_read, RUBY_JSON),
     .doc = "Readings that are set wherever the word stands, such as {支援: し|えん}."},
    {PC_CHOICE_AS(pc_poster_keys, ruby_mode, "ruby-mode", ruby_words), .fallback = "first",
     .doc = "Whether a reading of `ruby` is set at the first place of a panel or at all."},
    {PC_FIELD(pc_poster_keys, layout), .fallback = "z-auto",
     .doc = "A shipped layout or the path of a layout file."},
    {PC_RECORD(pc_poster_keys, page, page_schema), .doc = "The sheet of paper."},
    {PC_RECORD(pc_poster_keys, grid, grid_schema), .doc = "How panels share the sheet."},
    {PC_CUSTOM(pc_poster_keys, header, "header", pc_band_read, BAND_JSON),
     .record = &pc_band_schema, .fallback = "auto",
     .doc = "The band at the top: true, false, a mapping, or auto (shown when there is a title and "
            "no slide of role theme)."},
    {PC_CUSTOM(pc_poster_keys, footer, "footer", pc_band_read, BAND_JSON),
     .record = &pc_band_schema, .fallback = "false",
     .doc =
         "The band at the foot: true, false or a mapping; by itself it shows event, date, and in "
         "which order the numbered panels are read."},
    {PC_CHOICE(pc_poster_keys, fit, fit_words), .fallback = "uniform",
     .doc = "One text size for all panels, one for each panel, or none (the largest size, and an "
            "error where it does not fit)."},
    {PC_CHOICE(pc_poster_keys, writing, pc_writing_words), .fallback = "horizontal",
     .doc = "Direction of the lines in all slides that do not say their own; header and footer are "
            "always horizontal."},
    {PC_RECORD(pc_poster_keys, theme, pc_theme_schema), .doc = "Fonts, colours, sizes and look."},
    {PC_RECORD(pc_poster_keys, print, print_schema), .doc = "What the print shop gets."},
    {PC_CUSTOM(pc_poster_keys, roles, "roles", pc_given_roles_read, GIVEN_ROLES_JSON),
     .doc = "Roles that a layout gives to numbered slides without content, such as "
            "{1: theme, 2: name}."},
    {PC_CUSTOM(pc_poster_keys, slides, "slides", pc_slides_read, SLIDES_JSON),
     .record = &pc_slide_schema, .required = true,
     .doc = "The slides: 1 to 18 numbered ones, plus unnumbered ones."},
    {.name = NULL},
};
const pc_schema pc_poster_schema = {"poster",
                                    "A poster. Layout files and theme files use the same keys.",
                                    poster_keys, sizeof(pc_poster_keys)};

const pc_schema *pc_doc_schema(void) {
  return &pc_poster_schema;
}
