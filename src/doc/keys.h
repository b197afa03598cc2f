/* keys.h - the records that poster.yaml is read into, and the tables of their keys.  Layer: doc.
 *
 * These records say what the author wrote, defaults filled in; resolve makes the pc_doc of them.
 * theme.h's structs are their own records.
 */
#ifndef PC_DOC_KEYS_H
#define PC_DOC_KEYS_H

#include "doc/doc.h"

typedef enum pc_page_orientation {
  PC_ORIENTATION_AUTO, /* portrait; a size in two lengths stays as written */
  PC_ORIENTATION_PORTRAIT,
  PC_ORIENTATION_LANDSCAPE,
} pc_page_orientation;

typedef struct pc_paper_keys {
  pc_um width, height;
  bool named; /* "A0", not two lengths */
} pc_paper_keys;

typedef struct pc_page_keys {
  pc_paper_keys size;
  pc_page_orientation orientation;
  pc_length margin, bleed;
  pc_marks marks;
} pc_page_keys;

typedef enum pc_band_show { PC_BAND_AUTO, PC_BAND_ON, PC_BAND_OFF } pc_band_show;

/* header or footer as written; items 0: the usual ones. */
typedef struct pc_band_keys {
  pc_band_show show;
  unsigned items;
  pc_length height;
  pc_align align; /* only when written: read from node */
  const pc_node *node;
} pc_band_keys;

typedef enum pc_ruby_mode { PC_RUBY_FIRST, PC_RUBY_ALL } pc_ruby_mode;

/* Roles by slide number that a layout gives to slides without content. */
typedef struct pc_given_roles {
  pc_slide_role by_number[PC_MAX_SLIDES + 1];
} pc_given_roles;

typedef struct pc_logos {
  int count;
  const pc_logo *items;
} pc_logos;

extern const pc_schema pc_logo_schema;

typedef struct pc_poster_keys {
  pc_string title, subtitle, event, date;
  pc_strings authors, affiliations;
  pc_logos logos;
  pc_string lang;
  const pc_node *ruby;
  pc_ruby_mode ruby_mode;
  pc_string layout; /* has done its work when the cascade is read */
  pc_page_keys page;
  pc_grid grid;
  pc_band_keys header, footer;
  pc_fit fit;
  pc_writing writing;
  pc_theme theme;
  pc_print print;
  pc_given_roles roles;
  const pc_node *slides;
} pc_poster_keys;

/* slide.number besides 1..PC_MAX_SLIDES */
#define PC_NUMBER_BY_PLACE 0
#define PC_NUMBER_NONE_WRITTEN (-1)

typedef struct pc_number_keys {
  int value;
  const pc_node *node; /* NULL: not written */
} pc_number_keys;

typedef struct pc_span_keys {
  int columns, rows;
  const pc_node *node;
} pc_span_keys;

typedef struct pc_slide_keys {
  pc_string title, id, section, source, lang;
  pc_number_keys number;
  pc_slide_role role;
  pc_span_keys span;
  int columns;
  pc_writing writing;
  pc_align align;   /* read with the style */
  pc_valign valign; /* read with the style */
  const pc_node *style;
  GPtrArray *blocks; /* pc_block, in the order written; the reader of the slide frees the array */
} pc_slide_keys;

/* One entry of `blocks:`. */
typedef struct pc_block_keys {
  GPtrArray *blocks;
} pc_block_keys;

/* What all figures have. */
typedef struct pc_frame_keys {
  pc_string caption, source, alt;
  pc_length width, height;
  pc_place_keys place;
} pc_frame_keys;

extern const pc_schema pc_poster_schema;
extern const pc_schema pc_band_schema;
extern const pc_schema pc_slide_schema;
extern const pc_schema pc_block_schema;
extern const pc_schema pc_content_schema; /* the blocks of a slide and `blocks`, for reading */
extern const pc_schema pc_theme_schema;
extern const pc_schema pc_panel_schema;
extern const pc_schema pc_roles_schema;

/* Words of choices that other files need too, NULL-terminated, in the order of their enums. */
extern const char *const pc_role_words[];
extern const char *const pc_align_words[];
extern const char *const pc_valign_words[];
extern const char *const pc_writing_words[];
extern const char *const pc_band_words[];
extern const char *const pc_flow_words[];

#endif
