/* content.c - the blocks of one slide, shaped once.  Layer: layout. */
#include "base/utf8.h"
#include "layout/kinds.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* A paragraph or a quote of so many characters at most is a statement. */
static const int statement_characters = 80;
/* So few may be as large as the theme permits; the longest ones grow by less, and stay smaller than
 * their heading. */
static const int motto_characters = 24;
static const double lead_share = 0.35;

static bool is_picture(const pc_block *block) {
  return block->kind == PC_BLOCK_FIGURE;
}

/* Neither heading nor room nor credit. */
static bool is_matter(const pc_block *block) {
  return block->kind != PC_BLOCK_HEADING && block->kind != PC_BLOCK_SPACE &&
         block->kind != PC_BLOCK_SOURCE;
}

static int count_rich(const pc_rich *rich) {
  return rich != NULL ? pc_utf8_count(rich->text, (size_t)rich->length) : 0;
}

/* Of a paragraph or a quote; else more than any statement has. */
static int count_block(const pc_block *block) {
  if (block->kind == PC_BLOCK_PARAGRAPH && block->rich != NULL)
    return count_rich(block->rich);
  if (block->kind != PC_BLOCK_QUOTE)
    return G_MAXINT;
  int characters = 0;
  for (int i = 0; i < block->quote->n; i++)
    characters += count_rich(block->quote->paragraphs[i]);
  return characters;
}

/* Characters of the one text besides the heading: 0 where there is none, G_MAXINT where there is
 * more. */
static int count_statement(const pc_slide *slide) {
  int characters = 0, matters = 0;
  for (int i = 0; i < slide->n_blocks; i++) {
    if (!is_matter(slide->blocks[i]))
      continue;
    characters = matters++ > 0 ? G_MAXINT : count_block(slide->blocks[i]);
  }
  return characters;
}

bool pc_slide_is_statement(const pc_slide *slide, int most) {
  return count_statement(slide) <= most;
}

/* The fewer words, the larger. */
static double find_statement_growth(const pc_content *content) {
  const double most = MAX(1, content->doc->theme.sizes.statement);
  const double beyond = count_statement(content->slide) - motto_characters;
  const double share = CLAMP(beyond / (statement_characters - motto_characters), 0, 1);
  return most - (most - 1) * lead_share * share;
}

/* How much larger than a heading a title is. */
static double find_title_growth(const pc_sizes *sizes) {
  double em = pc_length_pt(sizes->body.max, 0);
  double heading = pc_length_pt(sizes->heading, em);
  return heading > 0 ? MAX(1, pc_length_pt(sizes->title, em) / heading) : 1;
}

typedef struct role_row {
  bool grows_whole;
  bool grows_to_title;
} role_row;

static const role_row roles[] = {
    [PC_SLIDE_BODY] = {0},   [PC_SLIDE_THEME] = {true, true}, [PC_SLIDE_NAME] = {true, false},
    [PC_SLIDE_FIGURE] = {0}, [PC_SLIDE_QUOTE] = {0},          [PC_SLIDE_CLOSING] = {0},
};

static void resolve_growth(pc_content *content) {
  const pc_sizes *sizes = &content->doc->theme.sizes;
  const role_row *role = &roles[content->slide->role];
  content->is_statement = pc_slide_is_statement(content->slide, statement_characters);
  content->grows_whole = role->grows_whole || pc_slide_is_statement(content->slide, 0);
  content->growth = 1;
  if (role->grows_to_title)
    content->growth = find_title_growth(sizes);
  else if (content->grows_whole)
    content->growth = MAX(1, sizes->statement);
  else if (content->is_statement)
    content->growth = find_statement_growth(content);
}

static void shape_number(const pc_shaper *shaper, pc_content *content) {
  int number = content->slide->number;
  if (number <= 0 || content->slide->style.number == PC_NUMBER_NONE)
    return;
  g_autofree char *digits = g_strdup_printf("%d", number);
  pc_text_style style = {.face = PC_FACE_HEADING,
                         .bold = true,
                         .vertical = pc_slide_is_vertical(content->slide),
                         .rules = &shaper->layout->doc->theme.text};
  const pc_rich *rich = pc_owntext_new(shaper->layout, digits, content->slide->at);
  content->number = pc_shaper_shape(shaper, rich, &style);
}

static void shape_piece(const pc_shaper *shaper, pc_content *content, const pc_block *block) {
  pc_piece piece = {.block = block};
  const pc_kind_row *row = pc_kind_find(block->kind);
  if (row->shape != NULL)
    row->shape(shaper, &piece);
  if (block->kind != PC_BLOCK_SOURCE || content->source != NULL) {
    content->pieces[content->n_pieces++] = piece;
    return;
  }
  content->source = g_new(pc_piece, 1);
  *content->source = piece;
}

/* Along the lines: where lines run downwards, what stands above the text begins with its lines. */
static pc_figure_place find_place(const pc_slide *slide, const pc_block *block) {
  static const pc_figure_place turned[] = {
      [PC_FIGURE_AUTO] = PC_FIGURE_AUTO,   [PC_FIGURE_ABOVE] = PC_FIGURE_LEFT,
      [PC_FIGURE_BELOW] = PC_FIGURE_RIGHT, [PC_FIGURE_LEFT] = PC_FIGURE_BELOW,
      [PC_FIGURE_RIGHT] = PC_FIGURE_ABOVE, [PC_FIGURE_FILL] = PC_FIGURE_FILL,
  };
  if (block->figure == NULL)
    return PC_FIGURE_AUTO;
  return pc_slide_is_vertical(slide) ? turned[block->figure->place] : block->figure->place;
}

/* In which order blocks follow each other: the heading, what stands above the text, the text, what
 * stands below it or beside it. */
static int rank_block(const pc_slide *slide, const pc_block *block) {
  static const int ranks[] = {
      [PC_FIGURE_AUTO] = 2, [PC_FIGURE_ABOVE] = 1, [PC_FIGURE_BELOW] = 3,
      [PC_FIGURE_LEFT] = 4, [PC_FIGURE_RIGHT] = 4, [PC_FIGURE_FILL] = 3,
  };
  return block->kind == PC_BLOCK_HEADING ? 0 : ranks[find_place(slide, block)];
}

static void shape_pieces(const pc_shaper *shaper, pc_content *content) {
  const pc_slide *slide = content->slide;
  for (int rank = 0; rank <= 4; rank++) {
    for (int i = 0; i < slide->n_blocks; i++) {
      if (rank_block(slide, slide->blocks[i]) == rank)
        shape_piece(shaper, content, slide->blocks[i]);
    }
  }
}

/* One list at one depth. */
static gpointer list_key(const pc_block *block) {
  return GINT_TO_POINTER(block->list * 64 + CLAMP(block->level, 0, 63));
}

/* Markers of one list take one column, so that its texts begin on one line. */
static void level_items(pc_content *content) {
  g_autoptr(GHashTable) widest = g_hash_table_new(NULL, NULL); /* list to piece */
  for (int i = 0; i < content->n_pieces; i++) {
    pc_piece *piece = &content->pieces[i];
    g_assert(piece->block != NULL);
    if (piece->block->kind != PC_BLOCK_ITEM)
      continue;
    const pc_piece *so_far = g_hash_table_lookup(widest, list_key(piece->block));
    if (so_far == NULL || so_far->indent_em < piece->indent_em)
      g_hash_table_insert(widest, list_key(piece->block), piece);
  }
  for (int i = 0; i < content->n_pieces; i++) {
    pc_piece *piece = &content->pieces[i];
    const pc_piece *most = g_hash_table_lookup(widest, list_key(piece->block));
    if (piece->block->kind == PC_BLOCK_ITEM)
      piece->indent_em = most->indent_em;
  }
}

/* A figure that stands beside a text that there is. */
static void resolve_aside(pc_content *content) {
  const pc_slide *slide = content->slide;
  if (content->n_pieces < content->has_heading + 2)
    return;
  const pc_piece *last = &content->pieces[content->n_pieces - 1];
  const pc_figure_place place = find_place(slide, last->block);
  if (place != PC_FIGURE_LEFT && place != PC_FIGURE_RIGHT)
    return;
  content->aside = last;
  content->aside_first = place == PC_FIGURE_LEFT;
}

static bool fills_panel(const pc_content *content) {
  const pc_block *block = content->pieces[0].block;
  return is_picture(block) &&
         (content->slide->role == PC_SLIDE_FIGURE || block->figure->place == PC_FIGURE_FILL);
}

static void resolve_form(pc_content *content) {
  const pc_slide *slide = content->slide;
  content->has_heading =
      content->n_pieces > 0 && content->pieces[0].block->kind == PC_BLOCK_HEADING;
  content->badge_inline = content->number != NULL && content->has_heading &&
                          !content->grows_whole && slide->style.align != PC_ALIGN_CENTER &&
                          slide->style.align != PC_ALIGN_END;
  content->is_bare = content->n_pieces == 1 && content->source == NULL &&
                     content->pieces[0].caption == NULL && fills_panel(content);
  resolve_aside(content);
}

/* Lines that are closer would touch readings over the text. */
static double find_line(const pc_content *content) {
  double line = content->doc->theme.sizes.line;
  for (int i = 0; i < content->n_pieces; i++) {
    if (pc_kind_find(content->pieces[i].block->kind)->on_grid)
      line = MAX(line, pc_text_line(content->pieces[i].text, line));
  }
  return line;
}

void pc_content_init(pc_content *content, const pc_slide *slide, pc_layout *layout,
                     pc_measurer *measurer, const pc_layout_options *options, pc_diags *diags) {
  const pc_shaper shaper = {layout, measurer, options, slide, diags};
  *content = (pc_content){.doc = layout->doc, .slide = slide};
  content->pieces = g_new0(pc_piece, (gsize)MAX(slide->n_blocks, 1));
  shape_number(&shaper, content);
  shape_pieces(&shaper, content);
  level_items(content);
  content->line = find_line(content);
  resolve_growth(content);
  resolve_form(content);
}

void pc_content_clear(pc_content *content) {
  for (int i = 0; i < content->n_pieces; i++) {
    g_free(content->pieces[i].cells);
    g_free(content->pieces[i].pictures);
  }
  g_free(content->pieces);
  g_free(content->source);
  *content = (pc_content){0};
}

static bool takes_room(const pc_block *block) {
  return pc_kind_find(block->kind)->pictorial && block->figure->width.unit == PC_UNIT_AUTO &&
         block->figure->height.unit == PC_UNIT_AUTO;
}

bool pc_content_is_pictorial(const pc_content *content) {
  int pictures = 0;
  for (int i = 0; i < content->n_pieces; i++) {
    const pc_block *block = content->pieces[i].block;
    if (is_matter(block) && !takes_room(block))
      return false;
    pictures += is_matter(block);
  }
  return pictures > 0;
}

int pc_content_count_characters(const pc_content *content) {
  int count = 0;
  for (int i = 0; i < content->n_pieces; i++) {
    const pc_rich *rich = content->pieces[i].block->rich;
    if (content->pieces[i].block->kind != PC_BLOCK_HEADING)
      count += count_rich(rich);
  }
  return count;
}
