/* keys_theme.c - the keys of a theme: fonts, colours, sizes, panels, text rules.  Layer: doc. */
#include "doc/keys.h"

#include "doc/readers.h"

#define SIZE_UNITS                                                                                 \
  (1u << PC_UNIT_MM | 1u << PC_UNIT_CM | 1u << PC_UNIT_IN | 1u << PC_UNIT_PT | 1u << PC_UNIT_Q |   \
   1u << PC_UNIT_H)
/* In any unit: a text of no size would be lost in silence. */
#define LEAST_SIZE 0.1
#define EM_UNITS (SIZE_UNITS | 1u << PC_UNIT_EM)

#define AUTOSPACE_JSON "{\"enum\": [\"auto\", 0, \"0\", \"1/8\", \"1/6\", \"1/4\"]}"

static const char *const heading_words[] = {"bar", "underline", "tab", "plain", NULL};
static const char *const number_words[] = {"badge", "tab", "corner", "box", "none", NULL};
static const char *const shadow_words[] = {"none", NULL};
static const char *const quote_words[] = {"bubble", "rule", NULL};
static const char *const profile_words[] = {"poster", "jis", NULL};
static const char *const kinsoku_words[] = {"strict", "normal", "loose", NULL};
static const char *const phrase_words[] = {"headings", "all", "none", NULL};
static const char *const emphasis_words[] = {"dots", "bold", "color", NULL};

static const pc_key font_keys[] = {
    {PC_FIELD(pc_font_names, body), .fallback = "BIZ UDGothic", .doc = "Font of the text."},
    {PC_FIELD(pc_font_names, heading), .fallback = "BIZ UDGothic Bold",
     .doc = "Font of titles and headings."},
    {PC_FIELD(pc_font_names, latin), .fallback = "BIZ UDPGothic",
     .doc = "Font of Latin letters and digits within the text."},
    {PC_FIELD(pc_font_names, mono), .fallback = "Noto Sans Mono CJK JP",
     .doc = "Font of code and of addresses."},
    {PC_FIELD(pc_font_names, fallback), .fallback = "[Noto Sans CJK JP]",
     .doc = "Fonts for characters that the others do not have, in order."},
    {PC_FIELD(pc_font_names, files), .fallback = "[]",
     .doc = "Font files of the poster's own; they are used without installing."},
    {.name = NULL},
};
static const pc_schema fonts_schema = {"fonts", "Font families by their use.", font_keys,
                                       sizeof(pc_font_names)};

static const pc_key color_keys[] = {
    {PC_FIELD(pc_theme_colors, paper), .fallback = "'#ffffff'", .doc = "Ground of the sheet."},
    {PC_FIELD(pc_theme_colors, ink), .fallback = "'#000000'", .doc = "Text."},
    {PC_FIELD(pc_theme_colors, accent), .fallback = "'#005a9c'",
     .doc = "Numbers, bars and marks of slides without a section."},
    {PC_FIELD(pc_theme_colors, accent2), .fallback = "'#a8430a'", .doc = "Second accent."},
    {PC_FIELD(pc_theme_colors, muted), .fallback = "'#595959'",
     .doc = "Captions, credits and other quiet text."},
    {PC_FIELD(pc_theme_colors, panel), .fallback = "'#ffffff'", .doc = "Ground of panels."},
    {PC_FIELD(pc_theme_colors, border), .fallback = "'#c8ccd2'", .doc = "Rules and outlines."},
    {PC_FIELD(pc_theme_colors, palette), .fallback = "[accent, accent2]",
     .doc = "Colours of sections, in the order in which sections appear."},
    {.name = NULL},
};
static const pc_schema colors_schema = {"colors", "The theme's colours by their role.", color_keys,
                                        sizeof(pc_theme_colors)};

static const pc_key body_keys[] = {
    {PC_FIELD(pc_body_range, min), .fallback = "18pt", .units = SIZE_UNITS, .min = LEAST_SIZE,
     .doc = "Smallest size of the text; the default is for A0 and shrinks and grows with the short "
            "side of the sheet."},
    {PC_FIELD(pc_body_range, max), .fallback = "44pt", .units = SIZE_UNITS, .min = LEAST_SIZE,
     .doc = "Largest size of the text; the default is for A0 and follows the short side of the "
            "sheet, down to 9pt."},
    {.name = NULL},
};
static const pc_schema body_schema = {"body", "Between which sizes the text may be set.", body_keys,
                                      sizeof(pc_body_range)};

static const pc_key size_keys[] = {
    {PC_RECORD(pc_sizes, body, body_schema), .doc = "Between which sizes the text may be set."},
    {PC_FIELD(pc_sizes, heading), .fallback = "1.45em", .units = EM_UNITS, .min = LEAST_SIZE,
     .doc = "Headings of panels."},
    {PC_FIELD(pc_sizes, subheading), .fallback = "1.2em", .units = EM_UNITS, .min = LEAST_SIZE,
     .doc = "Headings inside a text."},
    {PC_FIELD(pc_sizes, title), .fallback = "3em", .units = EM_UNITS, .min = LEAST_SIZE,
     .doc = "Title of the poster."},
    {PC_FIELD(pc_sizes, caption), .fallback = ".8em", .units = EM_UNITS, .min = LEAST_SIZE,
     .doc = "Captions and credits."},
    {PC_FIELD(pc_sizes, line), .fallback = "1.65", .min = 1, .max = 3,
     .doc = "Distance from line to line, times the size."},
    {PC_FIELD(pc_sizes, statement), .fallback = "1.6", .min = 1, .max = 4,
     .doc = "How much larger a panel of one short paragraph may be set."},
    {.name = NULL},
};
static const pc_schema sizes_schema = {"sizes", "Sizes of text; 1em is the common text size.",
                                       size_keys, sizeof(pc_sizes)};

static const pc_key panel_keys[] = {
    {PC_FIELD(pc_panel_style, fill), .fallback = "panel", .doc = "Ground of the panel, or none."},
    {PC_FIELD(pc_panel_style, border), .fallback = "border", .doc = "Outline, or none."},
    {PC_FIELD(pc_panel_style, ink), .fallback = "ink", .doc = "Text."},
    {PC_FIELD(pc_panel_style, accent), .fallback = "section",
     .doc = "Number, heading bar and list marks; section is the colour of the slide's section."},
    {PC_FIELD_AS(pc_panel_style, border_width, "border-width"), .fallback = ".04em",
     .units = EM_UNITS, .doc = "Width of the outline."},
    {PC_FIELD(pc_panel_style, radius), .fallback = "0mm", .units = EM_UNITS,
     .doc = "Radius of the corners."},
    {PC_FIELD(pc_panel_style, padding), .fallback = ".6em", .units = EM_UNITS,
     .doc = "Room between the panel's edge and its content."},
    {PC_CHOICE(pc_panel_style, heading, heading_words), .fallback = "bar",
     .doc = "How the heading is marked: a bar over the panel, an underline, a tab, or plain."},
    {PC_CHOICE(pc_panel_style, number, number_words), .fallback = "badge",
     .doc = "How the number is shown: in a disc, in a tab, in the corner, in an outlined box, or "
            "not at all."},
    {PC_CHOICE(pc_panel_style, align, pc_align_words), .fallback = "justify",
     .doc = "Alignment of the text."},
    {PC_CHOICE(pc_panel_style, valign, pc_valign_words), .fallback = "auto",
     .doc = "Where the content stands in the panel; auto: at its top, a few words alone in the "
            "middle, and lists open where there is room."},
    {PC_FIELD(pc_panel_style, scale), .fallback = "1", .min = 0.5, .max = 4,
     .doc = "Text of this panel, times the common size."},
    {PC_CHOICE(pc_panel_style, shadow, shadow_words), .fallback = "none",
     .doc = "Shadows are never drawn: they do not survive print."},
    {.name = NULL},
};
const pc_schema pc_panel_schema = {"panel", "How a panel looks.", panel_keys,
                                   sizeof(pc_panel_style)};

#define ROLE_KEY(role, word, sentence)                                                             \
  {                                                                                                \
    .name = word, .kind = PC_KIND_CUSTOM, .offset = (role) * sizeof(const pc_node *),              \
    .read = pc_style_read, .record = &pc_panel_schema, .doc = sentence                             \
  }

static const pc_key role_keys[] = {
    ROLE_KEY(PC_SLIDE_BODY, "body", "Panels of ordinary slides."),
    ROLE_KEY(PC_SLIDE_THEME, "theme", "The panel with the poster's title."),
    ROLE_KEY(PC_SLIDE_NAME, "name", "The panel with the authors."),
    ROLE_KEY(PC_SLIDE_FIGURE, "figure", "Panels that a picture fills."),
    ROLE_KEY(PC_SLIDE_QUOTE, "quote", "Panels with somebody's words."),
    ROLE_KEY(PC_SLIDE_CLOSING, "closing", "The last panel."),
    {.name = NULL},
};
const pc_schema pc_roles_schema = {"roles", "The look of each role, over `theme.panel`.", role_keys,
                                   PC_N_SLIDE_ROLES * sizeof(const pc_node *)};

/* Its record is the one length itself. */
static const pc_key figure_keys[] = {
    {.name = "min",
     .kind = PC_KIND_LENGTH,
     .offset = 0,
     .fallback = "35%",
     .units = 1u << PC_UNIT_PERCENT,
     .max = 100,
     .doc = "Least share of a panel's height for a figure without a given size."},
    {.name = NULL},
};
static const pc_schema figure_schema = {"theme-figure", "Room for pictures.", figure_keys,
                                        sizeof(pc_length)};

static const pc_key text_keys[] = {
    {PC_CHOICE(pc_text_rules, profile, profile_words), .fallback = "poster",
     .doc = "Rules of Japanese setting: poster spreads slack evenly, jis follows JLREQ's order."},
    {PC_CHOICE(pc_text_rules, kinsoku, kinsoku_words), .fallback = "strict",
     .doc = "How strictly characters are kept from the start and the end of lines."},
    {PC_FIELD(pc_text_rules, justify), .fallback = "true", .doc = "Lines are set flush."},
    {PC_FIELD(pc_text_rules, hanging), .fallback = "true",
     .doc = "A comma or full stop may hang past the line's end."},
    {PC_FIELD(pc_text_rules, trim), .fallback = "true",
     .doc = "Punctuation in a row and brackets at the line's start are set half-width."},
    {PC_CUSTOM(pc_text_rules, autospace, "autospace", pc_autospace_read, AUTOSPACE_JSON),
     .fallback = "auto",
     .doc = "Gap between Japanese and Latin in em: 0, 1/8, 1/6 or 1/4; null or auto is the "
            "profile's."},
    {PC_CHOICE_AS(pc_text_rules, phrase_breaks, "phrase-breaks", phrase_words),
     .fallback = "headings", .doc = "Where lines break between phrases only: headings, all, none."},
    {PC_FIELD(pc_text_rules, keep), .fallback = "[]", .doc = "Words that are never broken."},
    {PC_FIELD(pc_text_rules, indent), .fallback = "0em", .units = EM_UNITS,
     .doc = "Indent of a paragraph's first line."},
    {PC_CHOICE(pc_text_rules, emphasis, emphasis_words), .fallback = "dots",
     .doc = "How *emphasis* shows on Japanese text."},
    {PC_FIELD(pc_text_rules, normalize), .fallback = "true",
     .doc = "Characters that only look right are replaced."},
    {.name = NULL},
};
static const pc_schema text_schema = {"text-rules", "How text is set.", text_keys,
                                      sizeof(pc_text_rules)};

static const pc_key theme_keys[] = {
    {PC_FIELD(pc_theme, base), .fallback = "standard",
     .doc = "A shipped theme or the path of a theme file, under the keys beside it."},
    {PC_RECORD(pc_theme, fonts, fonts_schema), .doc = "Font families by their use."},
    {PC_RECORD(pc_theme, colors, colors_schema), .doc = "Colours by their role."},
    {PC_FIELD(pc_theme, contrast), .fallback = "4.5", .min = 4.5, .max = 7,
     .doc =
         "Least contrast of text with what it stands on (WCAG 2): the colours that posterc mixes "
         "keep it, and `check` names those of the theme that do not."},
    {PC_RECORD(pc_theme, sizes, sizes_schema), .doc = "Sizes of text."},
    {PC_RECORD(pc_theme, panel, pc_panel_schema), .doc = "How panels look."},
    {PC_RECORD(pc_theme, header, pc_panel_schema), .doc = "How the header looks."},
    {PC_RECORD(pc_theme, footer, pc_panel_schema), .doc = "How the footer looks."},
    {.name = "figure",
     .kind = PC_KIND_RECORD,
     .offset = offsetof(pc_theme, figure_min),
     .record = &figure_schema,
     .doc = "Room for pictures."},
    {PC_CHOICE(pc_theme, quote, quote_words), .fallback = "bubble",
     .doc = "How quotes are set: in a speech bubble, or beside a rule."},
    {PC_RECORD(pc_theme, text, text_schema), .doc = "How text is set."},
    {PC_CUSTOM(pc_theme, roles, "roles", pc_roles_read, NULL), .record = &pc_roles_schema,
     .doc = "The look of each role, over `panel`."},
    {.name = NULL},
};
const pc_schema pc_theme_schema = {"theme", "Fonts, colours, sizes and look.", theme_keys,
                                   sizeof(pc_theme)};
