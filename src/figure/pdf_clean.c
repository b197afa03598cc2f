/* pdf_clean.c - the keys of ISO 32000-1 that make marks, by kind of dictionary.  Layer: figure. */
#include "figure/pdf_clean.h"

#include <stdlib.h>
#include <string.h>

#include "figure/pdf_import.h"
#include "figure/pdf_marks.h"

#define MAX_DEPTH 64
#define MAX_OBJECTS 200000
#define MAX_LINKS 8

typedef enum shape {
  SHAPE_RESOURCES,
  SHAPE_XOBJECT,
  SHAPE_FONT,
  SHAPE_DESCRIPTOR,
  SHAPE_ENCODING,
  SHAPE_STATE,
  SHAPE_MASK,
  SHAPE_GROUP,
  SHAPE_PATTERN,
  SHAPE_SHADING,
  SHAPE_COLOR, /* colour spaces and functions: arrays that hold either */
  SHAPE_PARAMETERS,
  SHAPE_DATA, /* streams of another format: font files, profiles, character maps */
  SHAPE_PROPERTIES,
  N_SHAPES,
} shape;

/* A key whose value is looked into; is_map: the keys of the value are names of the author's. */
typedef struct key_link {
  const char *key;
  shape to;
  bool is_map;
} key_link;

/* plain: keys whose values are numbers, names and texts, or lists of such. */
typedef struct shape_keys {
  const char *plain;
  key_link links[MAX_LINKS];
} shape_keys;

#define STREAM " /Length /Filter"
#define PARAMETERS                                                                                 \
  { "/DecodeParms", SHAPE_PARAMETERS, false }

static const shape_keys shapes[N_SHAPES] = {
    [SHAPE_RESOURCES] = {"",
                         {{"/ExtGState", SHAPE_STATE, true},
                          {"/ColorSpace", SHAPE_COLOR, true},
                          {"/Pattern", SHAPE_PATTERN, true},
                          {"/Shading", SHAPE_SHADING, true},
                          {"/XObject", SHAPE_XOBJECT, true},
                          {"/Font", SHAPE_FONT, true},
                          {"/Properties", SHAPE_PROPERTIES, true}}},
    [SHAPE_XOBJECT] = {"/Type /Subtype /FormType /BBox /Matrix /Width /Height /BitsPerComponent "
                       "/Intent /ImageMask /Decode /Interpolate /SMaskInData /Matte" STREAM,
                       {{"/Resources", SHAPE_RESOURCES, false},
                        {"/Group", SHAPE_GROUP, false},
                        {"/ColorSpace", SHAPE_COLOR, false},
                        {"/Mask", SHAPE_XOBJECT, false},
                        {"/SMask", SHAPE_XOBJECT, false},
                        PARAMETERS}},
    [SHAPE_FONT] = {"/Type /Subtype /BaseFont /Name /FirstChar /LastChar /Widths /DW /W /DW2 /W2 "
                    "/FontBBox /FontMatrix",
                    {{"/FontDescriptor", SHAPE_DESCRIPTOR, false},
                     {"/Encoding", SHAPE_ENCODING, false},
                     {"/ToUnicode", SHAPE_DATA, false},
                     {"/DescendantFonts", SHAPE_FONT, false},
                     {"/CIDSystemInfo", SHAPE_DATA, false},
                     {"/CIDToGIDMap", SHAPE_DATA, false},
                     {"/CharProcs", SHAPE_DATA, true},
                     {"/Resources", SHAPE_RESOURCES, false}}},
    [SHAPE_DESCRIPTOR] =
        {"/Type /FontName /FontFamily /FontStretch /FontWeight /Flags /FontBBox "
         "/ItalicAngle /Ascent /Descent /Leading /CapHeight /XHeight /StemV /StemH "
         "/AvgWidth /MaxWidth /MissingWidth /CharSet /Lang",
         {{"/FontFile", SHAPE_DATA, false},
          {"/FontFile2", SHAPE_DATA, false},
          {"/FontFile3", SHAPE_DATA, false},
          {"/CIDSet", SHAPE_DATA, false}}},
    [SHAPE_ENCODING] = {"/Type /BaseEncoding /Differences /CMapName /WMode" STREAM,
                        {{"/CIDSystemInfo", SHAPE_DATA, false},
                         {"/UseCMap", SHAPE_ENCODING, false},
                         PARAMETERS}},
    [SHAPE_STATE] = {"/Type /LW /LC /LJ /ML /D /RI /OP /op /OPM /FL /SM /SA /BM /CA /ca /AIS /TK",
                     {{"/Font", SHAPE_FONT, false}, {"/SMask", SHAPE_MASK, false}}},
    [SHAPE_MASK] = {"/Type /S /BC", {{"/G", SHAPE_XOBJECT, false}, {"/TR", SHAPE_COLOR, false}}},
    [SHAPE_GROUP] = {"/Type /S /I /K", {{"/CS", SHAPE_COLOR, false}}},
    [SHAPE_PATTERN] = {"/Type /PatternType /PaintType /TilingType /BBox /XStep /YStep "
                       "/Matrix" STREAM,
                       {{"/Resources", SHAPE_RESOURCES, false},
                        {"/Shading", SHAPE_SHADING, false},
                        {"/ExtGState", SHAPE_STATE, false},
                        PARAMETERS}},
    [SHAPE_SHADING] = {"/ShadingType /Background /BBox /AntiAlias /Domain /Matrix /Coords /Extend "
                       "/BitsPerCoordinate /BitsPerComponent /BitsPerFlag /Decode "
                       "/VerticesPerRow" STREAM,
                       {{"/ColorSpace", SHAPE_COLOR, false},
                        {"/Function", SHAPE_COLOR, false},
                        PARAMETERS}},
    [SHAPE_COLOR] = {"/N /Range /WhitePoint /BlackPoint /Gamma /Matrix /Subtype /Components "
                     "/FunctionType /Domain /Size /BitsPerSample /Order /Encode /Decode /C0 /C1 "
                     "/Bounds" STREAM,
                     {{"/Alternate", SHAPE_COLOR, false},
                      {"/Colorants", SHAPE_COLOR, true},
                      {"/Process", SHAPE_COLOR, false},
                      {"/ColorSpace", SHAPE_COLOR, false},
                      {"/Functions", SHAPE_COLOR, false},
                      PARAMETERS}},
    [SHAPE_PARAMETERS] = {"/Predictor /Colors /BitsPerComponent /Columns /EarlyChange /K "
                          "/EndOfLine /EncodedByteAlign /Rows /EndOfBlock /BlackIs1 "
                          "/DamagedRowsBeforeError /ColorTransform",
                          {{"/JBIG2Globals", SHAPE_DATA, false}}},
    [SHAPE_DATA] = {"/Type /Subtype /Length1 /Length2 /Length3 /CMapName /WMode /Registry "
                    "/Ordering /Supplement" STREAM,
                    {{"/CIDSystemInfo", SHAPE_DATA, false},
                     {"/UseCMap", SHAPE_DATA, false},
                     PARAMETERS}},
    /* Names that the marks refer to keep an empty meaning. */
    [SHAPE_PROPERTIES] = {"", {{NULL, SHAPE_DATA, false}}},
};

typedef struct cleaning {
  pc_pdf *pdf;
  pc_problem *problem;
  GHashTable *seen;  /* objects by number and shape */
  GHashTable *shown; /* numbers of the streams that are open: one of them again is a ring */
  int n_objects;
  size_t unpacked; /* marks of forms and patterns */
} cleaning;

static void clean_value(cleaning *c, qpdf_oh value, shape as, int depth);

static bool has_problem(const cleaning *c) {
  return c->problem->why != NULL;
}

static bool is_listed(const char *list, const char *key) {
  const size_t length = strlen(key);
  for (const char *at = strstr(list, key); at != NULL; at = strstr(at + 1, key)) {
    if (at[length] == ' ' || at[length] == '\0')
      return true;
  }
  return false;
}

static const key_link *find_link(const shape_keys *keys, const char *key) {
  for (int i = 0; i < MAX_LINKS && keys->links[i].key != NULL; i++) {
    if (g_str_equal(keys->links[i].key, key))
      return &keys->links[i];
  }
  return NULL;
}

static bool is_plain(cleaning *c, qpdf_oh value, int depth) {
  if (depth > MAX_DEPTH || ++c->n_objects > 100 * MAX_OBJECTS)
    return false;
  const int count = qpdf_oh_is_array(c->pdf, value) ? qpdf_oh_get_array_n_items(c->pdf, value) : 0;
  for (int i = 0; i < count; i++) {
    const qpdf_oh item = qpdf_oh_get_array_item(c->pdf, value, i);
    const bool plain = is_plain(c, item, depth + 1);
    qpdf_oh_release(c->pdf, item);
    if (!plain)
      return false;
  }
  return !qpdf_oh_is_dictionary(c->pdf, value) && !qpdf_oh_is_stream(c->pdf, value);
}

/* Names that mean an action wherever they stand: the finished poster is searched for them. */
static const char *const reserved[] = {"/JS",         "/JavaScript", "/Annots",  "/EmbeddedFiles",
                                       "/OpenAction", "/AA",         "/Encrypt", NULL};

static void clean_map(cleaning *c, qpdf_oh map, shape as, int depth) {
  if (!qpdf_oh_is_dictionary(c->pdf, map))
    return;
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(c->pdf, map);
  for (guint i = 0; i < keys->len && !has_problem(c); i++) {
    const char *key = keys->pdata[i];
    if (g_strv_contains(reserved, key))
      pc_problem_set(c->problem, PC_BAD_IMAGE, "calls a part of its page '%s', as actions are",
                     key);
    clean_value(c, qpdf_oh_get_key(c->pdf, map, key), as, depth);
  }
}

static void clean_key(cleaning *c, qpdf_oh dict, const char *key, shape as, int depth) {
  const qpdf_oh value = qpdf_oh_get_key(c->pdf, dict, key);
  const key_link *to = find_link(&shapes[as], key);
  if (to != NULL && to->is_map)
    clean_map(c, value, to->to, depth + 1);
  else if (to != NULL)
    clean_value(c, value, to->to, depth + 1);
  else if (!is_listed(shapes[as].plain, key) || !is_plain(c, value, 0))
    qpdf_oh_remove_key(c->pdf, dict, key);
}

/* A composite font has its file in its descendant; a Type 3 font draws itself. */
static void check_font(cleaning *c, qpdf_oh font) {
  static const char *const files[] = {"/FontFile", "/FontFile2", "/FontFile3"};
  const qpdf_oh descriptor = qpdf_oh_get_key(c->pdf, font, "/FontDescriptor");
  if (pc_pdf_has_name(c->pdf, font, "/Subtype", "/Type3") ||
      qpdf_oh_has_key(c->pdf, font, "/DescendantFonts"))
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(files) && qpdf_oh_is_dictionary(c->pdf, descriptor); i++) {
    if (qpdf_oh_is_stream(c->pdf, qpdf_oh_get_key(c->pdf, descriptor, files[i])))
      return;
  }
  const qpdf_oh name = qpdf_oh_get_key(c->pdf, font, "/BaseFont");
  const char *shown = qpdf_oh_is_name(c->pdf, name) ? qpdf_oh_get_name(c->pdf, name) + 1 : "?";
  pc_problem_set(c->problem, PC_BAD_IMAGE, "uses the font '%s', which is not embedded in it",
                 shown);
  c->problem->hint = "export it again with all fonts embedded";
}

void pc_pdf_mark_foreign(pc_pdf *pdf, qpdf_oh dict) {
  qpdf_oh_replace_key(pdf, dict, PC_PDF_FOREIGN, qpdf_oh_new_name(pdf, "/Figure"));
}

static void check_dict(cleaning *c, qpdf_oh dict, shape as) {
  if (as == SHAPE_FONT)
    check_font(c, dict);
  if (as == SHAPE_FONT || as == SHAPE_PATTERN || pc_pdf_has_name(c->pdf, dict, "/Subtype", "/Form"))
    pc_pdf_mark_foreign(c->pdf, dict);
  if (as == SHAPE_XOBJECT && pc_pdf_has_name(c->pdf, dict, "/Subtype", "/PS")) {
    pc_problem_set(c->problem, PC_BAD_IMAGE, "contains PostScript");
    c->problem->hint = "export it again";
  }
}

static void clean_dict(cleaning *c, qpdf_oh dict, shape as, int depth) {
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(c->pdf, dict);
  for (guint i = 0; i < keys->len && !has_problem(c); i++)
    clean_key(c, dict, keys->pdata[i], as, depth);
  if (!has_problem(c))
    check_dict(c, dict, as);
}

static void clean_array(cleaning *c, qpdf_oh array, shape as, int depth) {
  const int count = qpdf_oh_get_array_n_items(c->pdf, array);
  for (int i = 0; i < count && !has_problem(c); i++)
    clean_value(c, qpdf_oh_get_array_item(c->pdf, array, i), as, depth + 1);
}

/* Whether this object has not been looked into as this. */
static bool is_new(cleaning *c, qpdf_oh value, shape as) {
  const int id = qpdf_oh_is_indirect(c->pdf, value) ? qpdf_oh_get_object_id(c->pdf, value) : 0;
  return id == 0 || g_hash_table_add(c->seen, GINT_TO_POINTER(id * N_SHAPES + (int)as));
}

/* Marks are unpacked by whoever shows them: not more than is reasonable. */
static void clean_marks(cleaning *c, qpdf_oh stream) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  const bool is_read =
      (qpdf_oh_get_stream_data(c->pdf, stream, qpdf_dl_generalized, &filtered, &data, &length) &
       QPDF_ERRORS) == 0;
  c->unpacked += length;
  const bool is_much = c->unpacked > PC_PDF_MAX_MARKS;
  g_autoptr(GByteArray) kept = is_read && !is_much ? pc_pdf_marks_strip(data, length) : NULL;
  free(data);
  if (is_much)
    pc_problem_set(c->problem, PC_LIMIT, "unpacks to more than 64 MiB of marks");
  else if (kept == NULL)
    pc_problem_set(c->problem, PC_BAD_IMAGE, "is damaged");
  else
    pc_pdf_set_data(c->pdf, stream, kept->data, kept->len);
}

static void clean_stream(cleaning *c, qpdf_oh stream, shape as, int depth) {
  const qpdf_oh dict = qpdf_oh_get_dict(c->pdf, stream);
  const gpointer number = GINT_TO_POINTER(qpdf_oh_get_object_id(c->pdf, stream));
  if (as == SHAPE_PATTERN || pc_pdf_has_name(c->pdf, dict, "/Subtype", "/Form"))
    clean_marks(c, stream);
  g_hash_table_add(c->shown, number);
  clean_dict(c, dict, as, depth);
  g_hash_table_remove(c->shown, number);
}

/* Whether a form shows itself, by way of others or not. */
static bool is_ring(const cleaning *c, qpdf_oh value) {
  return qpdf_oh_is_stream(c->pdf, value) &&
         g_hash_table_contains(c->shown, GINT_TO_POINTER(qpdf_oh_get_object_id(c->pdf, value)));
}

static void clean_value(cleaning *c, qpdf_oh value, shape as, int depth) {
  if (!has_problem(c) && is_ring(c, value))
    pc_problem_set(c->problem, PC_BAD_IMAGE, "has a part that shows itself");
  if (has_problem(c) || !is_new(c, value, as))
    return;
  if (depth > MAX_DEPTH || ++c->n_objects > MAX_OBJECTS)
    pc_problem_set(c->problem, PC_LIMIT, "is too deeply nested, or has too many objects");
  else if (qpdf_oh_is_stream(c->pdf, value))
    clean_stream(c, value, as, depth);
  else if (qpdf_oh_is_dictionary(c->pdf, value))
    clean_dict(c, value, as, depth);
  else if (qpdf_oh_is_array(c->pdf, value))
    clean_array(c, value, as, depth);
}

static bool clean(pc_pdf *pdf, qpdf_oh value, shape as, pc_problem *problem) {
  cleaning c = {.pdf = pdf,
                .problem = problem,
                .seen = g_hash_table_new(NULL, NULL),
                .shown = g_hash_table_new(NULL, NULL)};
  clean_value(&c, value, as, 0);
  g_hash_table_unref(c.seen);
  g_hash_table_unref(c.shown);
  return !has_problem(&c);
}

bool pc_pdf_clean_resources(pc_pdf *pdf, qpdf_oh resources, pc_problem *problem) {
  return clean(pdf, resources, SHAPE_RESOURCES, problem);
}

bool pc_pdf_clean_group(pc_pdf *pdf, qpdf_oh group, pc_problem *problem) {
  return clean(pdf, group, SHAPE_GROUP, problem);
}
