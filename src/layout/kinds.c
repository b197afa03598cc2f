/* kinds.c - one row for each kind of block, and the texts among them.  Layer: layout. */
#include "layout/kinds.h"

#include <math.h>
#include <stddef.h>

#include "layout/fit.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* Of the heading's em: the badge's disc and the gap after it. */
static const double badge_em = PC_BADGE_EM;
static const double badge_gap_em = 0.35;
/* Readings over a heading stand in the panel's padding, with so much more of it. */
static const double heading_head_em = 0.25;
/* Items: a level's indent, the least width of the marker's column, and what follows the marker. */
static const double level_em = 1.2;
static const double marker_least_em = 1.0;
static const double marker_gap_em = 0.25;
/* A statement of so many characters is broken between phrases. */
static const int display_characters = 24;

static void shape_text(const pc_shaper *shaper, pc_piece *piece);
static void shape_item(const pc_shaper *shaper, pc_piece *piece);
static pc_measure measure_text(const pc_setting *setting, const pc_piece *piece);
static pc_measure measure_space(const pc_setting *setting, const pc_piece *piece);
static double text_overhang(const pc_setting *setting, const pc_piece *piece);
static bool keeps_phrases(const pc_setting *setting, const pc_piece *piece);
static void place_text(const pc_setting *setting, const pc_piece *piece, pc_box *box);

/* A figure that posterc draws itself. */
#define DRAWN_AS(kind_name, grows)                                                                 \
  {                                                                                                \
    .name = kind_name, .face = PC_FACE_BODY, .spans = true, .stands = true, .pictorial = grows,    \
    .size = offsetof(pc_type, caption), .before = 0.4, .after = 0.4, .shape = pc_drawn_shape,      \
    .measure = pc_drawn_measure, .overhang = pc_drawn_overhang, .settle = pc_drawn_settle,         \
    .place = pc_drawn_place                                                                        \
  }
#define DRAWN(kind_name) DRAWN_AS(kind_name, true)

static const pc_kind_row kinds[] = {
    [PC_BLOCK_HEADING] = {.name = "heading",
                          .face = PC_FACE_HEADING,
                          .bold = true,
                          .is_heading = true,
                          .spans = true,
                          .size = offsetof(pc_type, heading),
                          .line = 1.3,
                          .after = 0.08,
                          .shape = shape_text,
                          .measure = measure_text,
                          .overhang = text_overhang,
                          .keeps = keeps_phrases,
                          .place = place_text},
    [PC_BLOCK_SUBHEADING] = {.name = "subheading",
                             .face = PC_FACE_HEADING,
                             .bold = true,
                             .is_heading = true,
                             .on_grid = true,
                             .lines_before = 1,
                             .size = offsetof(pc_type, subheading),
                             .before = 0.8,
                             .shape = shape_text,
                             .measure = measure_text,
                             .overhang = text_overhang,
                             .place = place_text},
    [PC_BLOCK_PARAGRAPH] = {.name = "paragraph",
                            .face = PC_FACE_BODY,
                            .on_grid = true,
                            .lines_before = 1,
                            .size = offsetof(pc_type, body),
                            .before = 0.6,
                            .after = 0.6,
                            .shape = shape_text,
                            .measure = measure_text,
                            .overhang = text_overhang,
                            .place = place_text},
    [PC_BLOCK_ITEM] = {.name = "item",
                       .face = PC_FACE_BODY,
                       .on_grid = true,
                       .size = offsetof(pc_type, body),
                       .before = 0.4,
                       .after = 0.4,
                       .shape = shape_item,
                       .measure = measure_text,
                       .overhang = text_overhang,
                       .place = place_text},
    [PC_BLOCK_TABLE] = {.name = "table",
                        .face = PC_FACE_BODY,
                        .spans = true,
                        .stands = true,
                        .size = offsetof(pc_type, body),
                        .before = 0.4,
                        .after = 0.4,
                        .shape = pc_table_shape,
                        .measure = pc_table_measure,
                        .overhang = pc_table_overhang,
                        .keeps = pc_table_keeps_words,
                        .place = pc_table_place},
    [PC_BLOCK_FACTS] = {.name = "facts",
                        .face = PC_FACE_BODY,
                        .spans = true,
                        .size = offsetof(pc_type, body),
                        .before = 0.8,
                        .after = 0.8,
                        .shape = pc_facts_shape,
                        .measure = pc_facts_measure,
                        .overhang = pc_facts_overhang,
                        .place = pc_facts_place},
    [PC_BLOCK_QUOTE] = {.name = "quote",
                        .face = PC_FACE_BODY,
                        .spans = true,
                        .size = offsetof(pc_type, body),
                        .before = 0.4,
                        .after = 0.4,
                        .shape = pc_quote_shape,
                        .measure = pc_quote_measure,
                        .overhang = pc_quote_overhang,
                        .place = pc_quote_place},
    [PC_BLOCK_FIGURE] = {.name = "figure",
                         .face = PC_FACE_BODY,
                         .spans = true,
                         .pictorial = true,
                         .size = offsetof(pc_type, caption),
                         .before = 0.3,
                         .after = 0.3,
                         .shape = pc_picture_shape,
                         .measure = pc_picture_measure,
                         .overhang = pc_picture_overhang,
                         .place = pc_picture_place},
    [PC_BLOCK_FIGURES] = {.name = "figures",
                          .face = PC_FACE_BODY,
                          .spans = true,
                          .pictorial = true,
                          .size = offsetof(pc_type, caption),
                          .before = 0.3,
                          .after = 0.3,
                          .shape = pc_figures_shape,
                          .measure = pc_figures_measure,
                          .overhang = pc_figures_overhang,
                          .settle = pc_figures_settle,
                          .place = pc_figures_place},
    [PC_BLOCK_STEPS] = DRAWN("steps"),
    [PC_BLOCK_CHART] = DRAWN("chart"),
    [PC_BLOCK_DIAGRAM] = DRAWN("diagram"),
    [PC_BLOCK_CYCLE] = DRAWN("cycle"),
    [PC_BLOCK_RINGS] = DRAWN("rings"),
    [PC_BLOCK_QR] = DRAWN_AS("qr", false),
    [PC_BLOCK_SPACE] = {.size = offsetof(pc_type, body), .measure = measure_space},
    [PC_BLOCK_SOURCE] = {.name = "source",
                         .face = PC_FACE_BODY,
                         .spans = true,
                         .size = offsetof(pc_type, caption),
                         .line = 1.4,
                         .before = 0.2,
                         .after = 0.2,
                         .shape = shape_text,
                         .measure = measure_text,
                         .overhang = text_overhang,
                         .place = place_text},
};

const pc_kind_row *pc_kind_find(pc_block_kind kind) {
  return &kinds[kind];
}

double pc_kind_size(const pc_kind_row *row, const pc_type *type) {
  const void *size = (const char *)type + row->size;
  return *(const double *)size;
}

static double kind_line(const pc_kind_row *row, const pc_doc *doc) {
  return row->line > 0 ? row->line : doc->theme.sizes.line;
}

static bool has_heading_ruby(const pc_doc *doc) {
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_rich *title = doc->slides[i]->title;
    if (title != NULL && title->n_rubies > 0)
      return true;
  }
  return false;
}

pc_um pc_heading_head(const pc_content *content, double size_pt) {
  const bool has_ruby = content->has_heading && has_heading_ruby(content->doc);
  return has_ruby ? pc_um_from_pt(size_pt * heading_head_em) : 0;
}

/* The readings of a panel's very first line: half of the padding is theirs, the rest is opened. */
static pc_um find_ruby_head(const pc_setting *setting, const pc_piece *piece, double size_pt) {
  bool is_first = piece == &setting->content->pieces[0] && pc_setting_badge_height(setting) == 0;
  return is_first ? MAX(0, pc_text_head(piece->text, size_pt) - setting->padding / 2) : 0;
}

/* Above the em box of a piece's first line.  Room for a badge's disc, badge or not: headings of
 * neighbours share their baseline. */
static pc_um find_head(const pc_setting *setting, const pc_piece *piece, double size_pt) {
  if (piece->block->kind != PC_BLOCK_HEADING)
    return find_ruby_head(setting, piece, size_pt);
  return pc_um_from_pt(size_pt * (badge_em - 1) / 2) + pc_heading_head(setting->content, size_pt);
}

bool pc_slide_is_justified(const pc_slide *slide, const pc_doc *doc) {
  return slide->style.align == PC_ALIGN_JUSTIFY && doc->theme.text.justify;
}

pc_paragraph *pc_shaper_shape(const pc_shaper *shaper, const pc_rich *rich,
                              const pc_text_style *style) {
  if (rich == NULL)
    return NULL;
  pc_paragraph *paragraph = pc_paragraph_new(shaper->measurer, rich, style, shaper->diags);
  g_ptr_array_add(shaper->layout->paragraphs, paragraph);
  return paragraph;
}

/* Paragraphs that are looked at like headings: a board's own title, the people behind it, and a few
 * words that have a panel for themselves. */
static bool is_display(const pc_slide *slide, const pc_block *block) {
  return block->kind == PC_BLOCK_PARAGRAPH &&
         (slide->role == PC_SLIDE_THEME || slide->role == PC_SLIDE_NAME ||
          pc_slide_is_statement(slide, display_characters));
}

static pc_text_style choose_style(const pc_shaper *shaper, const pc_piece *piece) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  const pc_doc *doc = shaper->layout->doc;
  pc_length indent = doc->theme.text.indent;
  bool is_body = piece->block->kind == PC_BLOCK_PARAGRAPH;
  bool is_shown = is_display(shaper->slide, piece->block);
  bool flows = !is_shown && (is_body || piece->block->kind == PC_BLOCK_ITEM);
  return (pc_text_style){
      .face = row->face,
      .bold = row->bold,
      .is_heading = row->is_heading || is_shown,
      .justify = flows && pc_slide_is_justified(shaper->slide, doc),
      .indent = is_body && indent.unit == PC_UNIT_EM ? indent.value : 0,
      .vertical = pc_slide_is_vertical(shaper->slide),
      .rules = &doc->theme.text,
  };
}

static void shape_text(const pc_shaper *shaper, pc_piece *piece) {
  pc_text_style style = choose_style(shaper, piece);
  piece->text = pc_shaper_shape(shaper, piece->block->rich, &style);
  piece->least_em = piece->text == NULL ? 0 : pc_paragraph_min_width(piece->text);
}

static void shape_item(const pc_shaper *shaper, pc_piece *piece) {
  shape_text(shaper, piece);
  const pc_block *block = piece->block;
  const pc_rich *marker = block->marker;
  if (marker == NULL)
    marker = pc_owntext_new(shaper->layout, "•", block->at);
  pc_text_style style = {.face = PC_FACE_BODY,
                         .bold = block->ordered,
                         .vertical = pc_slide_is_vertical(shaper->slide),
                         .rules = &shaper->layout->doc->theme.text};
  piece->marker = pc_shaper_shape(shaper, marker, &style);
  double column = MAX(marker_least_em, pc_paragraph_width(piece->marker) + marker_gap_em);
  piece->indent_em = MAX(0, block->level) * level_em + column;
  piece->marker_gap_em = marker_gap_em;
}

/* Left edge of a piece's text within its column. */
static pc_um text_indent(const pc_setting *setting, const pc_piece *piece) {
  const pc_content *content = setting->content;
  if (content->badge_inline && content->has_heading && piece == &content->pieces[0])
    return pc_um_from_pt(setting->type.heading * (badge_em + badge_gap_em));
  return pc_um_from_pt(setting->type.body * piece->indent_em);
}

static pc_um text_width(const pc_setting *setting, const pc_piece *piece) {
  bool spans = pc_kind_find(piece->block->kind)->spans;
  return (spans ? setting->width : setting->column) - text_indent(setting, piece);
}

/* Lines of all sizes stand on one grid, a body line's em box at its top. */
static pc_measure measure_on_grid(const pc_setting *setting, const pc_piece *piece) {
  const double size = pc_kind_size(pc_kind_find(piece->block->kind), &setting->type);
  int lines = pc_text_count(piece->text, text_width(setting, piece), size);
  if (piece->marker != NULL)
    lines = MAX(lines, 1);
  pc_measure measure = {.lines = lines, .em = pc_um_from_pt(setting->type.body)};
  measure.pitch = setting->pitch;
  measure.head = find_head(setting, piece, size);
  if (lines > 0)
    measure.height =
        (pc_um)MIN((gint64)measure.pitch * (lines - 1) + measure.em + measure.head, PC_UM_TALLEST);
  return measure;
}

/* How far a larger line's em box reaches above that of a body line on the same baseline. */
static pc_um find_rise(const pc_setting *setting, double size_pt) {
  return pc_um_from_pt(size_pt * PC_ASCENT_EM) - pc_um_from_pt(setting->type.body * PC_ASCENT_EM);
}

static double find_line(const pc_setting *setting, const pc_kind_row *row, double size_pt) {
  const pc_content *content = setting->content;
  return row->on_grid ? content->line * setting->type.body / size_pt : kind_line(row, content->doc);
}

static pc_measure measure_text(const pc_setting *setting, const pc_piece *piece) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  if (row->on_grid)
    return measure_on_grid(setting, piece);
  double size = pc_kind_size(row, &setting->type);
  double line = pc_text_line(piece->text, kind_line(row, setting->content->doc));
  int lines = pc_text_count(piece->text, text_width(setting, piece), size);
  pc_measure measure = {.lines = lines, .em = pc_um_from_pt(size)};
  measure.pitch = pc_text_height(2, size, line) - measure.em;
  measure.head = find_head(setting, piece, size);
  measure.height = pc_text_height(lines, size, line) + measure.head;
  if (piece->block->kind == PC_BLOCK_HEADING)
    measure.height += pc_um_from_pt(size * (badge_em - 1) / 2);
  return measure;
}

static pc_measure measure_space(const pc_setting *setting, const pc_piece *piece) {
  pc_length space = piece->block->space;
  pc_um em = pc_um_from_pt(setting->type.body);
  pc_um height = pc_length_um(space, em, setting->panel_height);
  height = CLAMP(height, 0, PC_UM_TALLEST);
  return (pc_measure){.lines = 1,
                      .em = height,
                      .height = height,
                      .fill = space.unit == PC_UNIT_FR ? MAX(space.value, 0) : 0};
}

/* What is broken between phrases grows only as far as these stay whole. */
static double find_least_em(const pc_setting *setting, const pc_piece *piece) {
  const pc_content *content = setting->content;
  const bool is_shown = content->grows_whole || is_display(content->slide, piece->block);
  double scale = content->slide->style.scale > 0 ? content->slide->style.scale : 1;
  bool has_grown = setting->type.body > setting->type.common * scale + PC_FIT_STEP_PT / 2;
  if (!is_shown || !has_grown)
    return piece->least_em;
  return pc_paragraph_phrase_width(piece->text);
}

static double text_overhang(const pc_setting *setting, const pc_piece *piece) {
  if (piece->text == NULL)
    return 0;
  double size = pc_kind_size(pc_kind_find(piece->block->kind), &setting->type);
  pc_um width = text_width(setting, piece);
  double over = find_least_em(setting, piece) - pc_text_measure(width, size);
  return over * pc_um_from_pt(size);
}

/* The width of a panel whose lines run across is given; the length of vertical lines is chosen. */
static bool keeps_phrases(const pc_setting *setting, const pc_piece *piece) {
  if (!setting->turned || piece->text == NULL)
    return true;
  pc_um width = text_width(setting, piece);
  return pc_paragraph_phrase_width(piece->text) <= pc_text_measure(width, setting->type.heading);
}

/* A few words that have their panel for themselves stand in its middle, unless the author says
 * where. */
static pc_align find_align(const pc_setting *setting, const pc_piece *piece) {
  const pc_slide *slide = setting->content->slide;
  if (piece->block->kind == PC_BLOCK_ITEM)
    return PC_ALIGN_START;
  const bool is_open = slide->style.align == PC_ALIGN_JUSTIFY && !setting->turned;
  return is_open && is_display(slide, piece->block) ? PC_ALIGN_CENTER : slide->style.align;
}

static void place_text(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  double size = pc_kind_size(row, &setting->type);
  pc_um head = find_head(setting, piece, size) - (row->on_grid ? find_rise(setting, size) : 0);
  pc_um indent = text_indent(setting, piece);
  pc_text_frame frame = {.x = box->rect.x + indent,
                         .y = box->rect.y + head,
                         .width = text_width(setting, piece),
                         .size_pt = size,
                         .line = find_line(setting, row, size),
                         .align = find_align(setting, piece)};
  box->text = pc_text_box_make(piece->text, &frame);
  if (piece->marker == NULL)
    return;
  /* Numbers stand at the right of their column, so that 9. and 10. agree in their points. */
  pc_um gap = pc_um_from_pt(size * piece->marker_gap_em);
  pc_um width = pc_text_width(pc_paragraph_width(piece->marker), size);
  frame.x -= piece->block->ordered
                 ? gap + width
                 : pc_um_from_pt(size * (piece->indent_em - piece->block->level * level_em));
  frame.width = width + gap;
  box->marker = pc_text_box_make(piece->marker, &frame);
}
