/* theme.h - fonts, colours, sizes and rules of one poster.  Layer: doc. */
#ifndef PC_DOC_THEME_H
#define PC_DOC_THEME_H

#include "schema/schema.h"

typedef enum pc_align { PC_ALIGN_START, PC_ALIGN_CENTER, PC_ALIGN_END, PC_ALIGN_JUSTIFY } pc_align;
typedef enum pc_valign {
  PC_VALIGN_AUTO,
  PC_VALIGN_TOP,
  PC_VALIGN_MIDDLE,
  PC_VALIGN_BOTTOM,
  PC_VALIGN_SPREAD
} pc_valign;
typedef enum pc_heading_style {
  PC_HEADING_BAR,
  PC_HEADING_UNDERLINE,
  PC_HEADING_TAB,
  PC_HEADING_PLAIN,
} pc_heading_style;
typedef enum pc_number_style {
  PC_NUMBER_BADGE,
  PC_NUMBER_TAB,
  PC_NUMBER_CORNER,
  PC_NUMBER_BOX,
  PC_NUMBER_NONE,
} pc_number_style;
typedef enum pc_profile { PC_PROFILE_POSTER, PC_PROFILE_JIS } pc_profile;
typedef enum pc_kinsoku { PC_KINSOKU_STRICT, PC_KINSOKU_NORMAL, PC_KINSOKU_LOOSE } pc_kinsoku;
typedef enum pc_phrase_breaks {
  PC_PHRASE_HEADINGS,
  PC_PHRASE_ALL,
  PC_PHRASE_NONE
} pc_phrase_breaks;
typedef enum pc_quote_style { PC_QUOTE_BUBBLE, PC_QUOTE_RULE } pc_quote_style;
typedef enum pc_shadow { PC_SHADOW_NONE } pc_shadow;
typedef enum pc_emphasis { PC_EMPHASIS_DOTS, PC_EMPHASIS_BOLD, PC_EMPHASIS_COLOR } pc_emphasis;

/* Family names as written ("BIZ UDGothic Bold": family and weight). */
typedef struct pc_font_names {
  pc_string body, heading, latin, mono;
  pc_strings fallback, files;
} pc_font_names;

/* All literal after resolve. */
typedef struct pc_theme_colors {
  pc_color paper, ink, accent, accent2, muted, panel, border;
  pc_colors palette;
} pc_theme_colors;

/* What text on a hand-held page needs (FIELD): no sheet is too small for it. */
#define PC_HAND_HELD_PT 9

typedef struct pc_body_range {
  pc_length min, max;
} pc_body_range;

/* heading, title, caption, subheading: em of the common body size, or a length on paper. */
typedef struct pc_sizes {
  pc_body_range body;
  pc_length heading, subheading, title, caption;
  double line;      /* line height, em */
  double statement; /* up to this times the common size for a panel of one short paragraph */
} pc_sizes;

/* How a panel looks.  The same keys serve theme.panel, theme.roles.* and a slide's style. */
typedef struct pc_panel_style {
  pc_color fill, border; /* role none: not painted */
  pc_color ink;          /* text */
  pc_color accent;       /* number, heading bar, list marks; default section */
  pc_length border_width, radius, padding;
  pc_heading_style heading;
  pc_number_style number;
  pc_align align;
  pc_valign valign;
  double scale; /* text of this panel, times the common size */
  pc_shadow shadow;
} pc_panel_style;

typedef struct pc_text_rules {
  pc_profile profile;
  pc_kinsoku kinsoku;
  bool justify, hanging, trim, normalize;
  double autospace; /* em between Japanese and Latin; < 0: the profile's */
  pc_phrase_breaks phrase_breaks;
  pc_strings keep;
  pc_length indent;
  pc_emphasis emphasis;
} pc_text_rules;

typedef struct pc_theme {
  pc_string base; /* has done its work when the cascade is read */
  pc_font_names fonts;
  pc_theme_colors colors;
  double contrast; /* of text with its ground, at least (WCAG 2) */
  pc_sizes sizes;
  pc_panel_style panel;  /* colours may still be roles; a slide's own style is final */
  pc_panel_style header; /* look of the header band: fill, ink, padding, align */
  pc_panel_style footer;
  pc_length figure_min; /* % of the panel */
  pc_quote_style quote;
  pc_text_rules text;
  const pc_node *roles; /* a map of panel styles by role, or NULL */
} pc_theme;

#endif
