/* svg_check.c - walks through an SVG's elements, attributes and styles.  Layer: figure. */
#include "figure/svg_check.h"

#include <string.h>

#include "figure/css.h"
#include "figure/svg_image.h"

#define MAX_DEPTH 100
#define MAX_ELEMENTS 200000
#define MAX_FAMILY_LISTS 200

/* What the characters of an element are. */
typedef enum content { CONTENT_NONE, CONTENT_TEXT, CONTENT_STYLE } content;

typedef struct svg_scan {
  pc_font_wishes *wishes;
  pc_diags *diags;
  GMarkupParseContext *context;
  GArray *contents; /* content of each open element */
  GPtrArray *ids;   /* of each open element; NULL: none */
  GString *css;     /* of the open style element */
  int line;         /* to be named in messages */
  int n_elements;
  double pixels; /* of embedded pictures */
  bool sound;
} svg_scan;

static void report(svg_scan *scan, pc_code code, const char *hint, const char *what) {
  scan->sound = false;
  PC_REPORT_HINT(scan->diags, scan->wishes->at, code, hint, "'%s' %s (its line %d)",
                 scan->wishes->file, what, scan->line);
}

static void report_reference(svg_scan *scan, const char *to) {
  g_autofree char *shown = g_utf8_substring(to, 0, MIN(80, g_utf8_strlen(to, -1)));
  g_autofree char *what = g_strdup_printf("refers to '%s', which is outside of it", shown);
  report(scan, PC_BAD_IMAGE, "embed it in the drawing, or make it a figure of its own", what);
}

static void note_families(svg_scan *scan, const char *value, bool is_shorthand) {
  char **names = pc_css_split_families(value, is_shorthand);
  if (names == NULL)
    return;
  if (scan->wishes->lists->len < MAX_FAMILY_LISTS) {
    pc_font_wishes_add_list(scan->wishes, names, scan->line);
    return;
  }
  g_strfreev(names);
  report(scan, PC_LIMIT, "use fewer fonts", "names more than 200 fonts");
}

static void note_family(svg_scan *scan, const char *value) {
  note_families(scan, value, false);
}

/* Any weight may be among its words. */
static void note_font(svg_scan *scan, const char *value) {
  scan->wishes->has_weights = true;
  note_families(scan, value, true);
}

static void note_weight(svg_scan *scan, const char *value) {
  if (!g_str_equal(value, "normal") && !g_str_equal(value, "400"))
    scan->wishes->has_weights = true;
}

/* librsvg computes both at one dot a point. */
static void refuse_filter(svg_scan *scan, const char *value) {
  if (g_ascii_strcasecmp(value, "none") != 0)
    report(scan, PC_BAD_IMAGE, "remove the effect, or export the drawing as PNG",
           "uses a filter (a shadow, a blur), which would be printed as coarse dots");
}

static void refuse_mask(svg_scan *scan, const char *value) {
  if (g_ascii_strcasecmp(value, "none") != 0)
    report(scan, PC_BAD_IMAGE, "use a clipping path, or export the drawing as PNG",
           "uses a mask, which would be printed as coarse dots");
}

static const struct {
  const char *name;
  void (*note)(svg_scan *scan, const char *value);
} properties[] = {
    {"font-family", note_family}, {"font", note_font},   {"font-weight", note_weight},
    {"filter", refuse_filter},    {"mask", refuse_mask},
};

static void note_declaration(const char *name, const char *value, void *user) {
  svg_scan *scan = user;
  const char *at = value;
  for (char *url = pc_css_next_url(&at); url != NULL; url = pc_css_next_url(&at)) {
    if (url[0] != '#')
      report_reference(scan, url);
    g_free(url);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
    if (g_str_equal(properties[i].name, name))
      properties[i].note(scan, value);
  }
}

static void refuse_import(void *user) {
  report(user, PC_BAD_IMAGE, "write the style into the drawing", "imports a style sheet");
}

static void read_css(svg_scan *scan, const char *css) {
  pc_css_read(css, &(pc_css_visitor){note_declaration, refuse_import, scan});
}

static const struct {
  const char *name, *what, *hint;
} refused[] = {
    {"script", "has a script", "export it without scripts"},
    {"foreignObject", "holds a piece of another document (foreignObject), which is not printed",
     "export it with plain SVG text"},
    {"include", "includes another file", "embed it in the drawing"},
    {"textPath", "sets text along a curve, which would be lost", "turn that text into outlines"},
    {"flowRoot", "sets text into a frame, which would be lost",
     "in Inkscape: Text, then Convert to Text"},
    {"tref", "repeats text by reference, which would be lost", "write the text itself"},
};

/* "xlink:href" is href: prefixes are the author's choice. */
static const char *get_local(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon != NULL ? colon + 1 : name;
}

static void check_element(svg_scan *scan, const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
    if (g_str_equal(refused[i].name, name))
      report(scan, PC_BAD_IMAGE, refused[i].hint, refused[i].what);
  }
}

static void check_embedded(svg_scan *scan, const char *url) {
  pc_problem problem = {0};
  if (!pc_svg_image_check(url, &scan->pixels, &problem))
    report(scan, problem.code, problem.hint, problem.why);
  g_free(problem.why);
}

/* It would be drawn within itself without end: librsvg leaves it out. */
static void check_use(svg_scan *scan, const char *id) {
  for (guint i = 0; i < scan->ids->len; i++) {
    if (g_strcmp0(g_ptr_array_index(scan->ids, i), id) != 0)
      continue;
    g_autofree char *what = g_strdup_printf("repeats '#%.80s' within itself", id);
    report(scan, PC_BAD_IMAGE, "remove that `use`, or let it name another element", what);
  }
}

/* A link loads nothing. */
static void check_reference(svg_scan *scan, const char *element, const char *value) {
  g_autofree char *url = g_strstrip(g_strdup(value));
  if (url[0] == '#' && g_str_equal(element, "use"))
    check_use(scan, url + 1);
  if (url[0] == '\0' || url[0] == '#' || g_str_equal(element, "a"))
    return;
  if (g_ascii_strncasecmp(url, "data:", 5) == 0 && g_str_equal(element, "image"))
    check_embedded(scan, url);
  else
    report_reference(scan, url);
}

/* Attributes that are properties as well, of those that note_declaration looks at. */
static const char *const presentation[] = {
    "clip-path", "cursor",     "fill",       "filter",       "font", "font-family", "font-weight",
    "marker",    "marker-end", "marker-mid", "marker-start", "mask", "stroke",      NULL};

static void check_attribute(svg_scan *scan, const char *element, const char *name,
                            const char *value) {
  if (g_str_equal(name, "style")) {
    read_css(scan, value);
  } else if (g_strv_contains(presentation, name)) {
    g_autofree char *css = g_strconcat(name, ":", value, NULL);
    read_css(scan, css);
  } else if (g_str_equal(get_local(name), "href")) {
    check_reference(scan, element, value);
  }
}

static content get_content(const svg_scan *scan) {
  const guint depth = scan->contents->len;
  return depth > 0 ? g_array_index(scan->contents, content, depth - 1) : CONTENT_NONE;
}

static content find_content(const svg_scan *scan, const char *name) {
  if (g_str_equal(name, "style"))
    return CONTENT_STYLE;
  if (g_str_equal(name, "text"))
    return CONTENT_TEXT;
  const bool is_silent = g_str_equal(name, "title") || g_str_equal(name, "desc");
  return is_silent ? CONTENT_NONE : get_content(scan);
}

/* false: reading stops. */
static bool is_within_limits(svg_scan *scan, GError **error) {
  const char *what = scan->n_elements > MAX_ELEMENTS    ? "has more than 200000 elements"
                     : scan->contents->len >= MAX_DEPTH ? "is nested more than 100 deep"
                                                        : NULL;
  if (what == NULL)
    return true;
  report(scan, PC_LIMIT, "simplify the drawing", what);
  g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, what);
  return false;
}

static void start_element(GMarkupParseContext *context, const char *name, const char **names,
                          const char **values, void *user, GError **error) {
  svg_scan *scan = user;
  const char *local = get_local(name);
  g_markup_parse_context_get_position(context, &scan->line, NULL);
  scan->n_elements++;
  if (!is_within_limits(scan, error))
    return;
  if (scan->n_elements == 1 && !g_str_equal(local, "svg"))
    report(scan, PC_BAD_IMAGE, "export it as SVG", "is another kind of document, not SVG");
  check_element(scan, local);
  const char *id = NULL;
  for (int i = 0; names[i] != NULL; i++)
    id = g_str_equal(names[i], "id") ? values[i] : id;
  g_ptr_array_add(scan->ids, g_strdup(id));
  for (int i = 0; names[i] != NULL; i++)
    check_attribute(scan, local, names[i], values[i]);
  const content now = find_content(scan, local);
  g_array_append_val(scan->contents, now);
}

static void end_element(GMarkupParseContext *context, const char *name, void *user,
                        GError **error) {
  (void)context, (void)error;
  svg_scan *scan = user;
  g_array_set_size(scan->contents, scan->contents->len - 1);
  g_ptr_array_set_size(scan->ids, (gint)scan->ids->len - 1);
  if (!g_str_equal(get_local(name), "style"))
    return;
  read_css(scan, scan->css->str);
  g_string_truncate(scan->css, 0);
}

static void note_text(GMarkupParseContext *context, const char *text, gsize length, void *user,
                      GError **error) {
  (void)context, (void)error;
  svg_scan *scan = user;
  const content now = get_content(scan);
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
  svg_scan *scan = user;
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
    report(scan, PC_BAD_IMAGE, "export it as plain SVG", what);
}

static void parse(svg_scan *scan, const char *text, size_t length) {
  static const char mark[] = "\xef\xbb\xbf";
  const size_t skip = length >= 3 && memcmp(text, mark, 3) == 0 ? 3 : 0;
  g_autoptr(GError) error = NULL;
  if (!g_utf8_validate_len(text, length, NULL)) {
    scan->line = 1;
    report(scan, PC_BAD_IMAGE, "export it as plain SVG", "is not written in UTF-8");
    return;
  }
  const bool read =
      g_markup_parse_context_parse(scan->context, text + skip, (gssize)(length - skip), &error) &&
      g_markup_parse_context_end_parse(scan->context, &error);
  if (read || !scan->sound)
    return;
  g_markup_parse_context_get_position(scan->context, &scan->line, NULL);
  g_autofree char *what = g_strdup_printf("is damaged or cut off: %s", error->message);
  report(scan, PC_BAD_IMAGE, "open it and export it again", what);
}

bool pc_svg_check(GBytes *file, pc_font_wishes *wishes, pc_diags *diags) {
  static const GMarkupParser parser = {start_element, end_element, note_text, check_prologue, NULL};
  svg_scan scan = {.wishes = wishes,
                   .diags = diags,
                   .contents = g_array_new(FALSE, FALSE, sizeof(content)),
                   .ids = g_ptr_array_new_with_free_func(g_free),
                   .css = g_string_new(NULL),
                   .sound = true};
  scan.context = g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &scan, NULL);
  size_t length;
  const char *text = g_bytes_get_data(file, &length);
  parse(&scan, text, length);
  g_markup_parse_context_free(scan.context);
  g_array_unref(scan.contents);
  g_ptr_array_unref(scan.ids);
  g_string_free(scan.css, TRUE);
  return scan.sound;
}
