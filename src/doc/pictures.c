/* pictures.c - pictures: one, or several side by side.  Layer: doc. */
#include "doc/keys_picture.h"
#include "doc/readers.h"
#include "doc/resolve.h"

#include <string.h>

/* Of a picture's width and height, however little. */
static const double least_left = 0.01;

bool pc_figure_place_read(pc_reader *reader, const pc_node *node, void *member) {
  static const pc_key key = {
      .name = "place", .kind = PC_KIND_CHOICE, .names = pc_figure_place_words, .fallback = "auto"};
  pc_place_keys *place = member;
  place->node = node;
  return pc_schema_read_value(reader, &key, node, &place->value);
}

static bool report_lost(pc_reader *reader, const pc_node *picture, bool is_width) {
  const pc_node *crop = pc_path_find(picture, "crop");
  PC_REPORT_HINT(reader->diags, crop->at, PC_BAD_VALUE,
                 "say how much is cut off each side: {left: 10%, right: 10%} leaves 80%",
                 is_width ? "nothing is left of the picture's width"
                          : "nothing is left of the picture's height");
  return false;
}

/* Nothing is cut where the crop is wrong. */
static bool resolve_crop(pc_reader *reader, const pc_node *picture, const pc_crop_keys *keys,
                         pc_crop *crop) {
  const pc_crop cut = {keys->left.value / 100, keys->top.value / 100, keys->right.value / 100,
                       keys->bottom.value / 100};
  if (1 - cut.left - cut.right < least_left)
    return report_lost(reader, picture, true);
  if (1 - cut.top - cut.bottom < least_left)
    return report_lost(reader, picture, false);
  *crop = cut;
  return true;
}

bool pc_picture_note(pc_reader *reader, pc_string file, int page) {
  const pc_decoding *decoding = reader->user;
  if (file.node == NULL) /* reported */
    return false;
  if (file.text == NULL || file.text[strspn(file.text, " \t\n")] == '\0') {
    PC_REPORT_HINT(reader->diags, file.node->at, PC_BAD_VALUE,
                   "write the name of a picture, such as photo.jpg, or remove the key",
                   "the name of the picture is empty");
    return false;
  }
  const pc_named_picture picture = {file, page};
  if (decoding->pictures != NULL)
    g_array_append_val(decoding->pictures, picture);
  return true;
}

/* A file name, or the mapping that is read. */
static bool is_name(const pc_node *node) {
  return node->kind == PC_NODE_SCALAR;
}

static bool is_entry(pc_reader *reader, const pc_node *node, const char *hint) {
  return is_name(node) || node->kind == PC_NODE_MAP ||
         pc_type_report(reader, node, "a file name or a mapping", hint);
}

bool pc_figure_block_read(pc_reader *reader, const pc_node *node, void *member) {
  if (!is_entry(reader, node, "write figure: photo.jpg, or figures: with a list for several"))
    return false;
  pc_figure_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_figure_schema, is_name(node) ? NULL : node, &keys);
  if (is_name(node))
    keys.file = (pc_string){node->text, node};
  pc_figure *figure = pc_frame_resolve(reader, &keys.frame, keys.file, node->at);
  figure->page = keys.page;
  figure->fit = keys.fit;
  is_sound = pc_picture_note(reader, keys.file, keys.page) && is_sound;
  is_sound = resolve_crop(reader, node, &keys.crop, &figure->crop) && is_sound;
  pc_figure_append(reader, PC_BLOCK_FIGURE, figure, member);
  return is_sound;
}

/* NULL: reported. */
static const pc_figure *read_picture(pc_reader *reader, const pc_node *node) {
  if (!is_entry(reader, node, "write each picture as - photo.jpg"))
    return NULL;
  pc_picture_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_picture_schema, is_name(node) ? NULL : node, &keys);
  if (is_name(node))
    keys.file = (pc_string){node->text, node};
  const pc_frame_keys frame = {.caption = keys.caption, .source = keys.source, .alt = keys.alt};
  pc_figure *figure = pc_frame_resolve(reader, &frame, keys.file, node->at);
  figure->page = keys.page;
  is_sound = pc_picture_note(reader, keys.file, keys.page) && is_sound;
  is_sound = resolve_crop(reader, node, &keys.crop, &figure->crop) && is_sound;
  return is_sound ? figure : NULL;
}

static const char figures_hint[] =
    "write figures: [left.jpg, right.jpg], or figure: photo.jpg for a single one";

/* NULL: reported. */
static const pc_figures *read_pictures(pc_reader *reader, const pc_node *list) {
  if (list->kind != PC_NODE_LIST || list->n_items == 0) {
    pc_type_report(reader, list, "a list of pictures", figures_hint);
    return NULL;
  }
  if (list->n_items > PC_FIGURES_MOST) {
    PC_REPORT_HINT(reader->diags, list->at, PC_LIMIT, "part them among several slides",
                   "at most %d pictures stand side by side, these are %d", PC_FIGURES_MOST,
                   list->n_items);
    return NULL;
  }
  const pc_figure **pictures =
      pc_spec_alloc(reader->spec, (size_t)list->n_items * sizeof(const pc_figure *));
  bool is_sound = true;
  for (int i = 0; i < list->n_items; i++) {
    pictures[i] = read_picture(reader, list->items[i]);
    is_sound = pictures[i] != NULL && is_sound;
  }
  pc_figures *figures = pc_spec_alloc(reader->spec, sizeof(pc_figures));
  *figures = (pc_figures){list->n_items, pictures};
  return is_sound ? figures : NULL;
}

bool pc_figures_block_read(pc_reader *reader, const pc_node *node, void *member) {
  bool is_list = node->kind == PC_NODE_LIST;
  if (!is_list && node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a list of pictures", figures_hint);
  pc_figures_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_figures_schema, is_list ? NULL : node, &keys);
  const pc_node *list = is_list ? node : keys.items;
  const pc_figures *figures = list != NULL ? read_pictures(reader, list) : NULL;
  if (figures == NULL)
    return false;
  const pc_figure *frame = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, PC_BLOCK_FIGURES, frame, member)->figures = figures;
  return is_sound;
}

/* Neither the slide's own heading and credit nor empty room. */
static bool is_matter(const pc_block *block) {
  return block->kind != PC_BLOCK_HEADING && block->kind != PC_BLOCK_SOURCE &&
         block->kind != PC_BLOCK_SPACE;
}

static bool is_beside(const pc_block *block) {
  return block->figure != NULL &&
         (block->figure->place == PC_FIGURE_LEFT || block->figure->place == PC_FIGURE_RIGHT);
}

static void check_fill(pc_reader *reader, const pc_block *block, int matters) {
  const pc_figure *figure = block->figure;
  if (figure == NULL || figure->place != PC_FIGURE_FILL)
    return;
  if (block->kind != PC_BLOCK_FIGURE)
    PC_REPORT_HINT(reader->diags, figure->place_at, PC_BAD_VALUE,
                   "write place: above, below, left or right", "only a picture can fill a panel");
  else if (matters > 1)
    PC_REPORT_HINT(reader->diags, figure->place_at, PC_BAD_VALUE,
                   "write place: above, below, left or right, or move the text to another slide",
                   "a picture that fills its panel leaves room for the title only");
}

void pc_figures_check(pc_reader *reader, const pc_block *const *blocks, int n) {
  const pc_block *beside = NULL;
  int matters = 0;
  for (int i = 0; i < n; i++)
    matters += is_matter(blocks[i]);
  for (int i = 0; i < n; i++) {
    check_fill(reader, blocks[i], matters);
    if (!is_beside(blocks[i]))
      continue;
    if (beside != NULL)
      PC_REPORT_HINT(reader->diags, blocks[i]->figure->place_at, PC_BAD_VALUE,
                     "write place: below, or all pictures in one list under figures:",
                     "one figure stands beside the text, and that of line %d does already",
                     beside->figure->at.line);
    beside = beside != NULL ? beside : blocks[i];
  }
}
