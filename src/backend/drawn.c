/* drawn.c - the graphics state, operator by operator.  Layer: backend. */
#include "backend/drawn.h"

#include <stdlib.h>
#include <string.h>

#include "backend/matrix.h"

/* No real page has more; a hostile one is left. */
#define MAX_DEPTH 16
#define MAX_SAVED 512
#define MAX_CONTENTS 20000
#define MAX_OPERATIONS 30000000
#define MAX_BYTES ((size_t)256 << 20)
#define MAX_NAME 128

typedef struct walk {
  pc_drawn_at drawn;
  GArray *saved; /* pc_drawn_state */
  GHashTable *tiles;
  pc_drawn_visit visit;
  void *user;
  int contents, operations;
  size_t bytes;
  pc_drawn_end end;
} walk;

static void read_content(walk *w, unsigned char *data, size_t length);

/* The last name among the operands, with its slash; "" without. */
static void read_name(const pc_operation *operation, char name[MAX_NAME]) {
  const char *slash = memrchr(operation->text, '/', operation->operands);
  size_t length = 0;
  const char *end = operation->text + operation->operands;
  while (slash != NULL && slash + length < end && !g_ascii_isspace(slash[length]))
    length++;
  length = MIN(length, MAX_NAME - 1);
  memcpy(name, slash != NULL ? slash : "", length);
  name[length] = '\0';
}

static qpdf_oh find_resource(const walk *w, const char *kind, const char *name) {
  pc_pdf *pdf = w->drawn.pdf;
  const qpdf_oh found = qpdf_oh_get_key_if_dict(pdf, w->drawn.resources, kind);
  return qpdf_oh_get_key_if_dict(pdf, found, name);
}

bool pc_resources_declare_rgb(pc_pdf *pdf, qpdf_oh resources) {
  const qpdf_oh spaces = qpdf_oh_get_key_if_dict(pdf, resources, "/ColorSpace");
  return qpdf_oh_is_dictionary(pdf, spaces) && qpdf_oh_has_key(pdf, spaces, "/DefaultRGB");
}

static void save(walk *w, const pc_operation *operation) {
  (void)operation;
  if (w->saved->len < MAX_SAVED)
    g_array_append_val(w->saved, w->drawn.state);
}

static void restore(walk *w, const pc_operation *operation) {
  (void)operation;
  if (w->saved->len == 0)
    return;
  w->drawn.state = g_array_index(w->saved, pc_drawn_state, w->saved->len - 1);
  g_array_set_size(w->saved, w->saved->len - 1);
}

static void set_matrix(walk *w, const pc_operation *operation) {
  if (operation->n_numbers == 6)
    pc_matrix_join(operation->numbers, w->drawn.state.matrix, w->drawn.state.matrix);
}

static void set_width(walk *w, const pc_operation *operation) {
  if (operation->n_numbers > 0)
    w->drawn.state.line_width = operation->numbers[operation->n_numbers - 1];
}

static pc_paint *find_paint(walk *w, const pc_operation *operation) {
  pc_drawn_state *state = &w->drawn.state;
  return g_ascii_isupper(operation->name[0]) ? &state->stroke : &state->fill;
}

/* g rg k and their capitals: the number of numbers is the kind. */
static void set_paint(walk *w, const pc_operation *operation) {
  static const pc_paint_kind kinds[] = {
      [1] = PC_PAINT_GREY, [3] = PC_PAINT_RGB, [4] = PC_PAINT_CMYK};
  const int n = operation->n_numbers;
  pc_paint *paint = find_paint(w, operation);
  paint->kind = n == 1 || n == 3 || n == 4 ? kinds[n] : PC_PAINT_OTHER;
  for (int i = 0; i < MIN(n, 4); i++)
    paint->n[i] = operation->numbers[i];
}

/* cs CS: device spaces by their names, all others are none of our business. */
static void set_space(walk *w, const pc_operation *operation) {
  static const struct {
    const char *name;
    pc_paint paint;
  } spaces[] = {
      {"/DeviceGray", {PC_PAINT_GREY, {0}}},
      {"/DeviceRGB", {PC_PAINT_RGB, {0}}},
      {"/DeviceCMYK", {PC_PAINT_CMYK, {0, 0, 0, 1}}},
  };
  char name[MAX_NAME];
  read_name(operation, name);
  pc_paint *paint = find_paint(w, operation);
  *paint = (pc_paint){PC_PAINT_OTHER, {0}};
  for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
    if (strcmp(name, spaces[i].name) == 0)
      *paint = spaces[i].paint;
  }
}

/* A form stands where it is painted; a pattern goes by the content that it is used in. */
static void enter(walk *w, qpdf_oh stream, const double from[6]) {
  pc_pdf *pdf = w->drawn.pdf;
  const pc_drawn_at outside = w->drawn;
  const guint saved = w->saved->len;
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  const qpdf_oh own = qpdf_oh_get_key(pdf, dict, "/Resources");
  double own_matrix[6];
  pc_matrix_read(pdf, dict, "/Matrix", own_matrix);
  pc_matrix_join(own_matrix, from, w->drawn.base);
  memcpy(w->drawn.state.matrix, w->drawn.base, sizeof w->drawn.base);
  if (qpdf_oh_is_dictionary(pdf, own))
    w->drawn.resources = own;
  w->drawn.has_default_rgb = pc_resources_declare_rgb(pdf, w->drawn.resources);
  w->drawn.depth++;
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &data, &length);
  read_content(w, data, length);
  w->drawn = outside;
  g_array_set_size(w->saved, MIN(saved, w->saved->len));
}

static void paint_object(walk *w, const pc_operation *operation) {
  char name[MAX_NAME];
  read_name(operation, name);
  const qpdf_oh object = find_resource(w, "/XObject", name);
  if (w->drawn.depth < MAX_DEPTH && qpdf_oh_is_stream(w->drawn.pdf, object) &&
      pc_pdf_has_name(w->drawn.pdf, object, "/Subtype", "/Form"))
    enter(w, object, w->drawn.state.matrix);
}

/* sc SC: in a device space as many numbers as it has; all others are none of our business. */
static void set_components(walk *w, const pc_operation *operation) {
  static const int components[] = {[PC_PAINT_GREY] = 1, [PC_PAINT_RGB] = 3, [PC_PAINT_CMYK] = 4};
  pc_paint *paint = find_paint(w, operation);
  if (paint->kind != PC_PAINT_OTHER && operation->n_numbers == components[paint->kind])
    memcpy(paint->n, operation->numbers, sizeof(double) * (size_t)operation->n_numbers);
}

/* A tile is looked at once: it has the same colours wherever it is painted. */
static void set_pattern(walk *w, const pc_operation *operation) {
  set_components(w, operation);
  char name[MAX_NAME];
  read_name(operation, name);
  const qpdf_oh pattern = find_resource(w, "/Pattern", name);
  if (w->drawn.depth >= MAX_DEPTH || !qpdf_oh_is_stream(w->drawn.pdf, pattern) ||
      !g_hash_table_add(w->tiles, GINT_TO_POINTER(qpdf_oh_get_object_id(w->drawn.pdf, pattern))))
    return;
  enter(w, pattern, w->drawn.base);
}

/* /P <</MCID 3>> BDC, or /P /MC0 BDC with the dictionary among the resources. */
static int read_content_number(const walk *w, const pc_operation *operation) {
  static const char key[] = "/MCID";
  const char *at = memmem(operation->text, operation->operands, key, strlen(key));
  if (at != NULL)
    return (int)CLAMP(strtol(at + strlen(key), NULL, 10), -1, G_MAXINT);
  char name[MAX_NAME];
  read_name(operation, name);
  pc_pdf *pdf = w->drawn.pdf;
  const qpdf_oh dict = find_resource(w, "/Properties", name);
  const qpdf_oh number = qpdf_oh_get_key_if_dict(pdf, dict, key);
  return qpdf_oh_is_integer(pdf, number) ? qpdf_oh_get_int_value_as_int(pdf, number) : -1;
}

static bool begins_artifact(const pc_operation *operation) {
  static const char artifact[] = "/Artifact";
  return operation->operands >= strlen(artifact) &&
         memcmp(operation->text, artifact, strlen(artifact)) == 0;
}

static void begin_marked(walk *w, const pc_operation *operation) {
  pc_drawn_marks *marks = &w->drawn.marks;
  if (w->drawn.depth > 0)
    return;
  marks->depth++;
  if (marks->artifact == 0 && begins_artifact(operation))
    marks->artifact = marks->depth;
  if (marks->tagged == 0 && w->drawn.content >= 0)
    marks->tagged = marks->depth;
}

static void end_marked(walk *w, const pc_operation *operation) {
  (void)operation;
  pc_drawn_marks *marks = &w->drawn.marks;
  if (w->drawn.depth > 0)
    return;
  if (marks->artifact == marks->depth)
    marks->artifact = 0;
  if (marks->tagged == marks->depth)
    marks->tagged = 0;
  marks->is_unbalanced = marks->is_unbalanced || marks->depth == 0;
  marks->depth = MAX(0, marks->depth - 1);
}

static const struct {
  const char *name;
  void (*act)(walk *w, const pc_operation *operation);
} operators[] = {
    {"q", save},
    {"Q", restore},
    {"cm", set_matrix},
    {"w", set_width},
    {"g", set_paint},
    {"G", set_paint},
    {"rg", set_paint},
    {"RG", set_paint},
    {"k", set_paint},
    {"K", set_paint},
    {"cs", set_space},
    {"CS", set_space},
    {"sc", set_components},
    {"SC", set_components},
    {"scn", set_pattern},
    {"SCN", set_pattern},
    {"Do", paint_object},
    {"BDC", begin_marked},
    {"BMC", begin_marked},
    {"EMC", end_marked},
};

/* What a visitor is told of the operation itself. */
static void describe(walk *w, const pc_operation *operation) {
  w->drawn.content = pc_operation_is(operation, "BDC") ? read_content_number(w, operation) : -1;
  w->drawn.image = 0;
  if (!pc_operation_is(operation, "Do"))
    return;
  char name[MAX_NAME];
  read_name(operation, name);
  const qpdf_oh object = find_resource(w, "/XObject", name);
  if (pc_pdf_has_name(w->drawn.pdf, object, "/Subtype", "/Image"))
    w->drawn.image = object;
}

static void do_operation(const pc_operation *operation, GString *out, void *user) {
  (void)out;
  walk *w = user;
  if (w->end == PC_DRAWN_TOO_MUCH)
    return;
  if (++w->operations > MAX_OPERATIONS)
    w->end = PC_DRAWN_TOO_MUCH;
  describe(w, operation);
  w->visit(&w->drawn, operation, w->user);
  for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
    if (pc_operation_is(operation, operators[i].name))
      operators[i].act(w, operation);
  }
}

/* Takes data. */
static void read_content(walk *w, unsigned char *data, size_t length) {
  w->bytes += length;
  if (++w->contents > MAX_CONTENTS || w->bytes > MAX_BYTES)
    w->end = PC_DRAWN_TOO_MUCH;
  if (w->end != PC_DRAWN_TOO_MUCH && data != NULL &&
      !pc_content_rewrite((const char *)data, length, do_operation, w, NULL) &&
      w->end == PC_DRAWN_WHOLE)
    w->end = PC_DRAWN_BROKEN;
  free(data);
}

/* Of the page itself, or of the nearest node above it. */
static qpdf_oh find_resources(pc_pdf *pdf, qpdf_oh page) {
  qpdf_oh node = page;
  for (int i = 0; i < MAX_DEPTH && qpdf_oh_is_dictionary(pdf, node); i++) {
    const qpdf_oh resources = qpdf_oh_get_key(pdf, node, "/Resources");
    if (qpdf_oh_is_dictionary(pdf, resources))
      return resources;
    node = qpdf_oh_get_key(pdf, node, "/Parent");
  }
  return qpdf_oh_new_dictionary(pdf);
}

pc_drawn_end pc_drawn_walk(pc_pdf *pdf, qpdf_oh page, pc_drawn_visit visit, void *user) {
  walk w = {
      .drawn = {.pdf = pdf, .resources = find_resources(pdf, page)}, .visit = visit, .user = user};
  w.drawn.state = (pc_drawn_state){.matrix = {1, 0, 0, 1, 0, 0}, .line_width = 1};
  memcpy(w.drawn.base, w.drawn.state.matrix, sizeof w.drawn.base);
  w.drawn.has_default_rgb = pc_resources_declare_rgb(pdf, w.drawn.resources);
  w.saved = g_array_new(FALSE, FALSE, sizeof(pc_drawn_state));
  w.tiles = g_hash_table_new(NULL, NULL);
  unsigned char *data = NULL;
  size_t length = 0;
  if ((qpdf_oh_get_page_content_data(pdf, page, &data, &length) & QPDF_ERRORS) != 0)
    w.end = PC_DRAWN_BROKEN;
  else
    read_content(&w, data, length);
  static const pc_operation last = {.text = "", .name = ""};
  w.drawn.content = -1;
  w.drawn.image = 0;
  visit(&w.drawn, &last, user);
  g_hash_table_unref(w.tiles);
  g_array_unref(w.saved);
  return w.end;
}
