/* areas.c - the drawn grid: labels joined to rectangles, slides put where their label stands.
 * Layer: doc. */
#include "doc/resolve.h"

#include <string.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "base/utf8.h"

#define MAX_SIDE 36

/* One label of the drawing. */
typedef struct pc_label {
  const char *name; /* as compared: repaired, numbers in plain digits */
  const pc_node *node;
  pc_cells cells; /* the rectangle that begins at its first cell */
  const pc_slide *slide;
} pc_label;

typedef struct pc_drawing {
  int columns, rows;
  const pc_node *areas;
  GPtrArray *labels;   /* owns pc_label, in reading order of their first cells */
  const pc_label **at; /* columns * rows; NULL: empty */
  bool even;           /* all rows are equally long */
} pc_drawing;

static const char *read_name(pc_reader *reader, const pc_node *node) {
  const char *name = pc_name_repair(reader, (pc_string){node->text, node});
  int number = 0;
  if (name == NULL || !pc_utf8_parse_int(name, &number))
    return name;
  g_autofree char *digits = g_strdup_printf("%d", number);
  return pc_spec_copy(reader->spec, digits, strlen(digits));
}

static pc_label *find_label(const pc_drawing *drawing, const char *name) {
  for (guint i = 0; name != NULL && i < drawing->labels->len; i++) {
    pc_label *label = g_ptr_array_index(drawing->labels, i);
    if (strcmp(label->name, name) == 0)
      return label;
  }
  return NULL;
}

static void add_cell(pc_reader *reader, pc_drawing *drawing, int column, int row) {
  const pc_node *node = drawing->areas->items[row]->items[column];
  const char *name = read_name(reader, node);
  if (name == NULL || strcmp(name, ".") == 0)
    return;
  pc_label *label = find_label(drawing, name);
  if (label == NULL) {
    label = g_new0(pc_label, 1);
    *label = (pc_label){.name = name, .node = node, .cells = {column, row, 1, 1}};
    g_ptr_array_add(drawing->labels, label);
  }
  drawing->at[row * drawing->columns + column] = label;
}

static void read_cells(pc_reader *reader, pc_drawing *drawing) {
  for (int row = 0; row < drawing->rows; row++) {
    const pc_node *cells = drawing->areas->items[row];
    if (cells->n_items != drawing->areas->items[0]->n_items) {
      drawing->even = false;
      PC_REPORT_HINT(reader->diags, cells->at, PC_BAD_AREA, "an empty cell is '.'",
                     "this row has %d labels, the first row has %d", cells->n_items,
                     drawing->areas->items[0]->n_items);
    }
    for (int column = 0; column < MIN(cells->n_items, drawing->columns); column++)
      add_cell(reader, drawing, column, row);
  }
}

static bool has_row(const pc_drawing *drawing, const pc_label *label, int row) {
  const pc_cells *cells = &label->cells;
  for (int i = 0; i < cells->columns; i++) {
    if (drawing->at[row * drawing->columns + cells->column + i] != label)
      return false;
  }
  return true;
}

/* The largest rectangle from the label's first cell: along its row, then whole rows downwards. */
static void grow_label(const pc_drawing *drawing, pc_label *label) {
  pc_cells *cells = &label->cells;
  const pc_label **row = drawing->at + cells->row * drawing->columns;
  while (cells->column + cells->columns < drawing->columns &&
         row[cells->column + cells->columns] == label)
    cells->columns++;
  while (cells->row + cells->rows < drawing->rows &&
         has_row(drawing, label, cells->row + cells->rows))
    cells->rows++;
}

static bool is_inside(const pc_cells *cells, int column, int row) {
  return column >= cells->column && column < cells->column + cells->columns && row >= cells->row &&
         row < cells->row + cells->rows;
}

/* The first cell of each label that lies outside its rectangle. */
static void check_rectangles(pc_reader *reader, const pc_drawing *drawing) {
  g_autoptr(GHashTable) reported = g_hash_table_new(NULL, NULL);
  for (int i = 0; i < drawing->columns * drawing->rows; i++) {
    const pc_label *label = drawing->at[i];
    int column = i % drawing->columns, row = i / drawing->columns;
    if (label == NULL || is_inside(&label->cells, column, row))
      continue;
    if (!g_hash_table_add(reported, (gpointer)label))
      continue;
    PC_REPORT_HINT(reader->diags, drawing->areas->items[row]->items[column]->at, PC_BAD_AREA,
                   "the cells of one label have to form one rectangle",
                   "'%s' is no rectangle with this cell", label->node->text);
  }
}

static void report_homeless(pc_reader *reader, const pc_slide *slide) {
  g_autofree char *number = g_strdup_printf("%d", slide->number);
  const char *name = slide->id != NULL ? slide->id : number;
  g_autofree char *hint = g_strdup_printf(_("write '%s' into a cell of grid.areas"), name);
  bool is_nameless = slide->id == NULL && slide->number == 0;
  PC_REPORT_HINT(reader->diags, slide->at, PC_BAD_AREA,
                 is_nameless ? "give the slide an 'id' and write it into grid.areas" : hint,
                 "this slide does not stand in grid.areas");
}

/* Puts a slide where its id stands, or else its number. */
static void place_slide(pc_reader *reader, const pc_drawing *drawing, pc_slide *slide) {
  g_autofree char *number = g_strdup_printf("%d", slide->number);
  pc_label *by_id = find_label(drawing, slide->id);
  pc_label *by_number = slide->number != 0 ? find_label(drawing, number) : NULL;
  pc_label *label = by_id != NULL ? by_id : by_number;
  if (label == NULL) {
    report_homeless(reader, slide);
    return;
  }
  if (by_id != NULL && by_number != NULL) {
    by_number->slide = slide;
    PC_REPORT_HINT(reader->diags, by_number->node->at, PC_BAD_AREA, "use one of the two",
                   "slide '%s' and slide '%s' are the same slide", number, slide->id);
  }
  label->slide = slide;
  slide->cells = label->cells;
}

static void report_empty(pc_reader *reader, const pc_label *label, const GArray *drafts) {
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < drafts->len; i++) {
    const char *id = g_array_index(drafts, pc_draft, i).slide->id;
    if (id != NULL)
      g_ptr_array_add(ids, (gpointer)id);
  }
  g_ptr_array_add(ids, NULL);
  const char *nearest = pc_nearest(label->name, (const char *const *)ids->pdata);
  g_autofree char *meant =
      nearest != NULL ? g_strdup_printf(_("did you mean '%s'?"), nearest) : NULL;
  int number = 0;
  bool is_number = pc_utf8_parse_int(label->name, &number);
  PC_REPORT_HINT(
      reader->diags, label->node->at, PC_BAD_AREA, meant != NULL ? meant : "an empty cell is '.'",
      is_number ? "there is no slide number '%s'" : "no slide has the id '%s'", label->node->text);
}

static void report_spans(pc_reader *reader, const GArray *drafts) {
  for (guint i = 0; i < drafts->len; i++) {
    const pc_span_keys *span = &g_array_index(drafts, pc_draft, i).keys.span;
    if (span->columns * span->rows > 1)
      PC_REPORT(reader->diags, span->node->at, PC_UNUSED,
                "'span' has no effect: grid.areas says which cells are joined");
  }
}

/* Written in the poster or with --set, not in a layout file. */
static bool is_own(const pc_node *node, const pc_doc *doc) {
  return g_strcmp0(node->at.file, doc->file) == 0 || g_strcmp0(node->at.file, "--set") == 0;
}

/* As many tracks as were drawn, with the sizes written for them.  A poster's drawing overrides the
 * counts of its layout file; two counts in the poster itself have to agree. */
static pc_tracks choose_tracks(pc_reader *reader, const pc_tracks *written, const pc_node *node,
                               int drawn, const pc_doc *doc) {
  const pc_node *areas = doc->grid.areas;
  if (written->auto_count || written->count == drawn)
    return (pc_tracks){false, drawn, written->lengths};
  if (node != NULL && (is_own(node, doc) || !is_own(areas, doc)))
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_AREA, "let the two agree, or leave this out",
                   "this says %d, but %d are drawn in grid.areas", written->count, drawn);
  return (pc_tracks){.count = drawn};
}

static bool is_drawable(pc_reader *reader, const pc_node *areas) {
  int columns = areas->items[0]->n_items;
  if (columns >= 1 && columns <= MAX_SIDE && areas->n_items <= MAX_SIDE)
    return true;
  PC_REPORT(reader->diags, areas->at, columns >= 1 ? PC_LIMIT : PC_BAD_AREA,
            "the drawing has to have 1 to %d columns and rows", MAX_SIDE);
  return false;
}

static void place_slides(pc_reader *reader, const pc_drawing *drawing, GArray *drafts) {
  for (guint i = 0; i < drawing->labels->len; i++)
    grow_label(drawing, g_ptr_array_index(drawing->labels, i));
  if (drawing->even)
    check_rectangles(reader, drawing);
  for (guint i = 0; i < drafts->len; i++)
    place_slide(reader, drawing, g_array_index(drafts, pc_draft, i).slide);
  for (guint i = 0; i < drawing->labels->len; i++) {
    const pc_label *label = g_ptr_array_index(drawing->labels, i);
    if (label->slide == NULL)
      report_empty(reader, label, drafts);
  }
}

void pc_areas_resolve(pc_reader *reader, const pc_grid *keys, const pc_node *root, GArray *drafts,
                      pc_doc *doc) {
  if (!is_drawable(reader, keys->areas))
    return;
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
  pc_drawing drawing = {.columns = keys->areas->items[0]->n_items,
                        .rows = keys->areas->n_items,
                        .areas = keys->areas,
                        .labels = labels,
                        .even = true};
  g_autofree const pc_label **at =
      g_new0(const pc_label *, (gsize)drawing.columns *(gsize)drawing.rows);
  drawing.at = at;
  read_cells(reader, &drawing);
  place_slides(reader, &drawing, drafts);
  report_spans(reader, drafts);
  doc->grid.columns = choose_tracks(reader, &keys->columns, pc_path_find(root, "grid.columns"),
                                    drawing.columns, doc);
  doc->grid.rows =
      choose_tracks(reader, &keys->rows, pc_path_find(root, "grid.rows"), drawing.rows, doc);
}
