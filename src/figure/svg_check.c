/* svg_check.c - walks through an SVG's elements and attributes.  Layer: figure. */
#include "figure/svg_check.h"

#include <string.h>

#include "base/translate.h"
#include "figure/svg_image.h"
#include "figure/svg_scan.h"

#define MAX_DEPTH 100
#define MAX_ELEMENTS 200000

/* What the characters of an element are. */
typedef enum content { CONTENT_NONE, CONTENT_TEXT, CONTENT_STYLE } content;

typedef struct open_element {
  const char *name; /* interned, without prefix; NULL: of no interest */
  content content;
  bool is_svg;  /* elements without prefix are SVG's here */
  bool is_left; /* nothing in it is drawn, and that is said or meant */
} open_element;

/* "xlink:href" is href: prefixes are the author's choice. */
static const char *get_local(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon != NULL ? colon + 1 : name;
}

static void check_element(pc_svg_scan *scan, const char *name, const pc_svg_part *part) {
  const bool is_named = part->name[0] == '\0' && part->what != NULL;
  g_autofree char *what =
      is_named ? g_strdup_printf(_("has '%.80s' %s"), name, _(part->what)) : NULL;
  if (part->fate == PC_SVG_LOST)
    pc_svg_report(scan, PC_BAD_IMAGE, part->hint, is_named ? what : part->what);
  if (part->fate == PC_SVG_IDLE)
    pc_svg_remark(scan, part);
}

static void check_embedded(pc_svg_scan *scan, const char *url) {
  pc_problem problem = {0};
  if (!pc_svg_image_check(url, &scan->pixels, &problem))
    pc_svg_report(scan, problem.code, problem.hint, problem.why);
  g_free(problem.why);
}

static void check_inner(pc_svg_scan *scan, const char *element, const char *id) {
  static const char *const templates[] = {"linearGradient", "radialGradient", "pattern", NULL};
  if (g_str_equal(element, "use"))
    pc_svg_refs_append(scan->refs, PC_SVG_USE_SHAPE, id, scan->line);
  if (g_strv_contains(templates, element))
    pc_svg_refs_append(scan->refs, PC_SVG_USE_TEMPLATE, id, scan->line);
  if (g_str_equal(element, "image"))
    pc_svg_report(scan, PC_BAD_IMAGE, "repeat it with `use`",
                  "shows a part of itself as a picture, which would be lost");
}

/* A link loads nothing. */
static void check_reference(pc_svg_scan *scan, const char *element, const char *value) {
  g_autofree char *url = g_strstrip(g_strdup(value));
  if (url[0] == '#')
    check_inner(scan, element, url + 1);
  if (url[0] == '\0' || url[0] == '#' || g_str_equal(element, "a"))
    return;
  if (g_ascii_strncasecmp(url, "data:", 5) == 0 && g_str_equal(element, "image"))
    check_embedded(scan, url);
  else
    pc_svg_report_reference(scan, url);
}

/* Attributes that are properties as well, of those that note_declaration looks at. */
static const char *const presentation[] = {
    "clip-path", "cursor",     "fill",       "filter",       "font", "font-family", "font-weight",
    "marker",    "marker-end", "marker-mid", "marker-start", "mask", "stroke",      NULL};

static void check_attribute(pc_svg_scan *scan, const char *element, const char *name,
                            const char *value) {
  if (g_str_equal(name, "style")) {
    pc_svg_read_css(scan, value);
  } else if (g_strv_contains(presentation, name)) {
    g_autofree char *css = g_strconcat(name, ":", value, NULL);
    pc_svg_read_css(scan, css);
  } else if (g_str_equal(get_local(name), "href")) {
    check_reference(scan, element, value);
  } else {
    pc_svg_check_property(scan, element, name, value);
  }
}

static void check_attributes(pc_svg_scan *scan, const char *element, const char **names,
                             const char **values) {
  for (int i = 0; names[i] != NULL; i++) {
    scan->attributes = g_str_equal(names[i], "style") ? names : NULL;
    check_attribute(scan, element, names[i], values[i]);
  }
  scan->attributes = NULL;
}

static open_element get_outer(const pc_svg_scan *scan) {
  const guint depth = scan->open->len;
  return depth > 0 ? g_array_index(scan->open, open_element, depth - 1)
                   : (open_element){.is_svg = true};
}

static content find_content(const open_element *outer, const char *name) {
  if (g_str_equal(name, "style"))
    return CONTENT_STYLE;
  return g_str_equal(name, "text") ? CONTENT_TEXT : outer->content;
}

static const char *find_value(const char *wanted, const char **names, const char **values) {
  for (int i = 0; names[i] != NULL; i++) {
    if (g_str_equal(names[i], wanted))
      return values[i];
  }
  return NULL;
}

/* librsvg takes elements of no namespace for SVG's. */
static bool is_svg_space(const char *url) {
  return url[0] == '\0' || g_str_equal(url, "http://www.w3.org/2000/svg");
}

/* Prefixes are rarely declared twice: the last declaration counts. */
static void note_prefixes(pc_svg_scan *scan, const char **names, const char **values) {
  for (int i = 0; names[i] != NULL; i++) {
    if (!g_str_has_prefix(names[i], "xmlns:"))
      continue;
    if (is_svg_space(values[i]))
      g_hash_table_add(scan->prefixes, g_strdup(names[i] + strlen("xmlns:")));
    else
      g_hash_table_remove(scan->prefixes, names[i] + strlen("xmlns:"));
  }
}

/* Of SVG's, not of an editor's own. */
static bool is_of_svg(const pc_svg_scan *scan, const char *name, bool is_svg) {
  const char *colon = strrchr(name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup(name, (gsize)(colon - name)) : NULL;
  return prefix != NULL ? g_hash_table_contains(scan->prefixes, prefix) : is_svg;
}

/* One of several, meant for one editor alone. */
static bool is_for_others(pc_svg_scan *scan, const open_element *outer, const char **names,
                          const char **values) {
  if (g_strcmp0(outer->name, "switch") != 0)
    return false;
  if (find_value("systemLanguage", names, values) != NULL)
    pc_svg_report(scan, PC_BAD_IMAGE, "keep one of the languages",
                  "shows other parts in other languages of the computer (systemLanguage)");
  const char *extensions = find_value("requiredExtensions", names, values);
  return extensions != NULL && extensions[0] != '\0';
}

/* Whether nothing in the element is drawn; says so where it is not meant. */
static bool leave_out(pc_svg_scan *scan, const char *name, const open_element *outer,
                      const char **names, const char **values) {
  const char *local = get_local(name);
  if (outer->is_left)
    return true;
  if (!is_of_svg(scan, name, outer->is_svg) && !g_str_equal(local, "include"))
    return true;
  if (is_for_others(scan, outer, names, values))
    return true;
  const pc_svg_part *part = pc_svg_part_find(local, outer->name);
  check_element(scan, local, part);
  return part->fate != PC_SVG_DRAWN;
}

/* false: reading stops. */
static bool is_within_limits(pc_svg_scan *scan, GError **error) {
  const char *what = scan->n_elements > MAX_ELEMENTS ? "has more than 200000 elements"
                     : scan->open->len >= MAX_DEPTH  ? "is nested more than 100 deep"
                                                     : NULL;
  if (what == NULL)
    return true;
  pc_svg_report(scan, PC_LIMIT, "simplify the drawing", what);
  g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, what);
  return false;
}

static void start_element(GMarkupParseContext *context, const char *name, const char **names,
                          const char **values, void *user, GError **error) {
  pc_svg_scan *scan = user;
  const char *local = get_local(name);
  g_markup_parse_context_get_position(context, &scan->line, NULL);
  scan->n_elements++;
  if (!is_within_limits(scan, error))
    return;
  if (scan->n_elements == 1 && !g_str_equal(local, "svg"))
    pc_svg_report(scan, PC_BAD_IMAGE, "export it as SVG", "is another kind of document, not SVG");
  note_prefixes(scan, names, values);
  open_element outer = get_outer(scan);
  const char *space = find_value("xmlns", names, values);
  outer.is_svg = space != NULL ? is_svg_space(space) : outer.is_svg;
  const bool is_left = leave_out(scan, name, &outer, names, values);
  const open_element now = {is_left ? NULL : g_intern_string(local),
                            is_left ? CONTENT_NONE : find_content(&outer, local), outer.is_svg,
                            is_left};
  g_array_append_val(scan->open, now);
  pc_svg_refs_open(scan->refs, local, is_left ? NULL : find_value("id", names, values));
  if (!is_left)
    check_attributes(scan, local, names, values);
}

static void end_element(GMarkupParseContext *context, const char *name, void *user,
                        GError **error) {
  (void)context, (void)name, (void)error;
  pc_svg_scan *scan = user;
  const content was = get_outer(scan).content;
  g_array_set_size(scan->open, scan->open->len - 1);
  if (was == CONTENT_STYLE) {
    pc_svg_read_css(scan, scan->css->str);
    g_string_truncate(scan->css, 0);
  }
  pc_svg_refs_close(scan->refs);
}

static void note_text(GMarkupParseContext *context, const char *text, gsize length, void *user,
                      GError **error) {
  (void)context, (void)error;
  pc_svg_scan *scan = user;
  const content now = get_outer(scan).content;
  if (now == CONTENT_TEXT)
    pc_font_wishes_add_text(scan->wishes, text, length);
  if (now == CONTENT_STYLE)
    g_string_append_len(scan->css, text, (gssize)length);
}

/* The value of encoding="..." is a bare name. */
static bool is_other_encoding(const char *declaration) {
  const char *at = strstr(declaration, "encoding");
  at = at != NULL ? strpbrk(at, "\"'") : NULL;
  return at != NULL && g_ascii_strncasecmp(at + 1, "utf-8", 5) != 0 &&
         g_ascii_strncasecmp(at + 1, "us-ascii", 8) != 0;
}

/* Comments, processing instructions, the document type.  Reading goes on: there may be more to say.
 */
static void check_prologue(GMarkupParseContext *context, const char *text, gsize length, void *user,
                           GError **error) {
  (void)error;
  pc_svg_scan *scan = user;
  g_autofree char *copy = g_strndup(text, length);
  const char *what = NULL;
  if (g_str_has_prefix(copy, "<?xml-stylesheet"))
    what = "uses another file as its style sheet";
  else if (g_str_has_prefix(copy, "<!DOCTYPE") && strchr(copy, '[') != NULL)
    what = "declares entities in its document type";
  else if (g_str_has_prefix(copy, "<?xml ") && is_other_encoding(copy))
    what = "is not written in UTF-8";
  g_markup_parse_context_get_position(context, &scan->line, NULL);
  if (what != NULL)
    pc_svg_report(scan, PC_BAD_IMAGE, "export it as plain SVG", what);
}

static void report_fault(void *user, int line, const char *what, const char *hint) {
  pc_svg_scan *scan = user;
  scan->line = line;
  pc_svg_report(scan, PC_BAD_IMAGE, hint, what);
}

static void parse(pc_svg_scan *scan, const char *text, size_t length) {
  static const char mark[] = "\xef\xbb\xbf";
  const size_t skip = length >= 3 && memcmp(text, mark, 3) == 0 ? 3 : 0;
  g_autoptr(GError) error = NULL;
  if (!g_utf8_validate_len(text, length, NULL)) {
    scan->line = 1;
    pc_svg_report(scan, PC_BAD_IMAGE, "export it as plain SVG", "is not written in UTF-8");
    return;
  }
  const bool read =
      g_markup_parse_context_parse(scan->context, text + skip, (gssize)(length - skip), &error) &&
      g_markup_parse_context_end_parse(scan->context, &error);
  if (read)
    pc_svg_refs_report(scan->refs, report_fault, scan);
  if (read || !scan->sound)
    return;
  g_markup_parse_context_get_position(scan->context, &scan->line, NULL);
  g_autofree char *what = g_strdup_printf(_("is damaged or cut off: %s"), error->message);
  pc_svg_report(scan, PC_BAD_IMAGE, "open it and export it again", what);
}

bool pc_svg_check(GBytes *file, pc_font_wishes *wishes, pc_diags *diags) {
  static const GMarkupParser parser = {start_element, end_element, note_text, check_prologue, NULL};
  pc_svg_scan scan = {.wishes = wishes,
                      .diags = diags,
                      .open = g_array_new(FALSE, FALSE, sizeof(open_element)),
                      .prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                      .refs = pc_svg_refs_new(),
                      .told = g_ptr_array_new(),
                      .css = g_string_new(NULL),
                      .sound = true};
  scan.context = g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &scan, NULL);
  size_t length;
  const char *text = g_bytes_get_data(file, &length);
  parse(&scan, text, length);
  g_markup_parse_context_free(scan.context);
  g_array_unref(scan.open);
  g_hash_table_unref(scan.prefixes);
  pc_svg_refs_free(scan.refs);
  g_ptr_array_unref(scan.told);
  g_string_free(scan.css, TRUE);
  return scan.sound;
}
