/* outline.c - a text split into slides.  Layer: start. */
#include <string.h>

#include "base/translate.h"
#include "doc/doc.h"
#include "start/heading.h"
#include "start/start.h"

/* Slides that could be joined, of those that are too many, are named up to here. */
#define MOST_ADVICE 5
/* Empty lines between a heading and its text; a file of nothing else is read in bounded time. */
#define MAX_GAP 50

typedef struct splitter {
  GArray *lines; /* pc_text_line */
  const pc_opening_style *style;
  int level; /* of Markdown: deeper headings are part of a slide */
  int next;  /* number that a heading must have, 0: any */
  bool has_begun;
  pc_outline *outline;
} splitter;

/* What one style finds. */
typedef struct findings {
  int n;        /* headings */
  int n_bodies; /* of them, with text in the next line */
  guint first;  /* line */
} findings;

static void clear_line(void *data) {
  g_free(((pc_text_line *)data)->text);
}

static void free_slide(void *data) {
  pc_outline_slide *slide = data;
  g_free(slide->title);
  g_string_free(slide->text, TRUE);
  g_free(slide);
}

static pc_text_line *get_line(const splitter *it, guint i) {
  return &g_array_index(it->lines, pc_text_line, i);
}

static void add_line(GArray *lines, const char *text, int number, bool is_page) {
  pc_text_line line = {.text = g_strchomp(g_strdup(text)),
                       .number = number,
                       .is_page = is_page,
                       .is_indented = text[0] == ' ' && !g_ascii_isspace(text[1])};
  g_array_append_val(lines, line);
}

/* A new page may begin in the middle of a line. */
static void add_pages(GArray *lines, const char *text, int number) {
  const char *page = strchr(text, '\f');
  if (page == NULL || page > text) {
    g_autofree char *first = page == NULL ? g_strdup(text) : g_strndup(text, (gsize)(page - text));
    add_line(lines, first, number, false);
  }
  g_auto(GStrv) parts = g_strsplit(page != NULL ? page + 1 : "", "\f", -1);
  for (int i = 0; parts[i] != NULL; i++)
    add_line(lines, parts[i], number, true);
}

static GArray *read_lines(const char *text) {
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(pc_text_line));
  g_array_set_clear_func(lines, clear_line);
  g_auto(GStrv) parts = g_strsplit(text, "\n", -1);
  for (int i = 0; parts[i] != NULL; i++)
    add_pages(lines, parts[i], i + 1);
  if (strchr(text, '\f') != NULL)
    g_array_index(lines, pc_text_line, 0).is_page = true;
  return lines;
}

static bool match(splitter *it, guint i, pc_heading *heading) {
  *heading = (pc_heading){0};
  if (!it->style->match(get_line(it, i), heading))
    return false;
  if (it->style->is_numbered && heading->number != it->next)
    return false;
  if (it->style->is_markdown && heading->level > it->level)
    return false;
  it->next += it->style->is_numbered;
  return true;
}

/* Text below it, an empty line between them or not. */
static bool has_body(const splitter *it, guint i) {
  pc_heading ignored = {0};
  const guint end = MIN(it->lines->len, i + MAX_GAP);
  do
    i++;
  while (i < end && get_line(it, i)->text[0] == '\0');
  return i < end && !it->style->match(get_line(it, i), &ignored);
}

/* The headings that its lines have by this style. */
static findings find_headings(splitter *it) {
  findings found = {.first = it->lines->len};
  pc_heading heading;
  it->next = 1;
  for (guint i = 0; i < it->lines->len; i++) {
    if (!match(it, i, &heading))
      continue;
    found.first = MIN(found.first, i);
    found.n++;
    found.n_bodies += has_body(it, i);
  }
  it->next = 1;
  if (it->style->has_body && found.n_bodies * 2 < found.n)
    found.n = 0;
  return found;
}

/* One "#" over several "##" is the poster's title. */
static void find_level(splitter *it) {
  int counts[7] = {0};
  pc_heading heading;
  for (guint i = 0; i < it->lines->len; i++)
    if (pc_opening_styles[1].match(get_line(it, i), &heading))
      counts[heading.level]++;
  int top = 1;
  while (top < 6 && counts[top] == 0)
    top++;
  it->level = top < 6 && counts[top] == 1 && counts[top + 1] > 0 ? top + 1 : top;
}

/* Numbered headings with text below them, before all others, have these as lists. */
static bool is_outer(const pc_opening_style *style, const findings *found, const findings *inner) {
  return style->is_numbered && found->first < inner->first && found->n_bodies * 2 > found->n;
}

static bool is_better(const pc_opening_style *style, const findings *found,
                      const pc_opening_style *best, const findings *most) {
  if (found->n < MAX(2, style->least))
    return false;
  if (best == NULL)
    return true;
  if (best->is_markdown)
    return false;
  return style->is_rare ? found->n > 2 * most->n : is_outer(style, found, most);
}

/* The first one that stands there twice.  NULL: empty lines part the slides. */
static void choose_style(splitter *it) {
  const pc_opening_style *best = NULL;
  findings most = {0};
  for (it->style = pc_opening_styles; it->style->match != NULL; it->style++) {
    findings found = find_headings(it);
    if (!is_better(it->style, &found, best, &most))
      continue;
    best = it->style;
    most = found;
  }
  it->style = best;
}

static pc_outline_slide *add_slide(splitter *it, guint line) {
  pc_outline_slide *slide = g_new0(pc_outline_slide, 1);
  slide->line = get_line(it, line)->number;
  slide->text = g_string_new(NULL);
  g_ptr_array_add(it->outline->slides, slide);
  return slide;
}

static pc_outline_slide *get_last(const splitter *it) {
  const GPtrArray *slides = it->outline->slides;
  return slides->len > 0 ? slides->pdata[slides->len - 1] : NULL;
}

static void add_text(splitter *it, guint line, const char *text) {
  pc_outline_slide *slide = get_last(it);
  if (slide == NULL && *text == '\0')
    return;
  if (slide == NULL) {
    slide = add_slide(it, line);
    slide->is_apart = true;
  }
  if (*text != '\0' || slide->text->len > 0)
    g_string_append_printf(slide->text, "%s\n", text);
}

/* A heading that is a whole sentence is text. */
static void add_heading(splitter *it, guint line, const pc_heading *heading) {
  g_autofree char *title = g_strndup(heading->title, (gsize)(heading->end - heading->title));
  g_strstrip(title);
  const char *rest = heading->end;
  if (g_str_has_prefix(rest, "】"))
    rest += strlen("】");
  while (g_unichar_isspace(g_utf8_get_char(rest)))
    rest = g_utf8_next_char(rest);
  pc_outline_slide *slide = add_slide(it, line);
  if (pc_text_is_title(title))
    slide->title = g_steal_pointer(&title);
  else if (*title != '\0')
    add_text(it, line, title);
  if (*rest != '\0')
    add_text(it, line, rest);
}

/* The one "#" over all others. */
static bool take_title(splitter *it, const pc_heading *heading) {
  if (it->style == NULL || !it->style->is_markdown || heading->level >= it->level ||
      it->outline->title != NULL)
    return false;
  it->outline->title = g_strdup(heading->title);
  return true;
}

static void split_by_style(splitter *it) {
  for (guint i = 0; i < it->lines->len; i++) {
    pc_heading heading;
    if (!match(it, i, &heading))
      add_text(it, i, get_line(it, i)->text);
    else if (!take_title(it, &heading))
      add_heading(it, i, &heading);
  }
}

static void split_by_blanks(splitter *it) {
  bool is_new = true;
  for (guint i = 0; i < it->lines->len; i++) {
    const char *text = get_line(it, i)->text;
    if (*text != '\0' && is_new)
      add_slide(it, i);
    is_new = *text == '\0';
    if (*text != '\0')
      add_text(it, i, text);
  }
}

static void trim_text(pc_outline_slide *slide) {
  GString *text = slide->text;
  while (text->len > 0 && g_ascii_isspace(text->str[text->len - 1]))
    g_string_truncate(text, text->len - 1);
  if (text->len > 0)
    g_string_append_c(text, '\n');
}

/* Its first line becomes the title where it looks like one and text follows. */
static void find_title(pc_outline_slide *slide) {
  const char *end = strchr(slide->text->str, '\n');
  if (slide->title != NULL || end == NULL || end[1] == '\0')
    return;
  g_autofree char *first = g_strndup(slide->text->str, (gsize)(end - slide->text->str));
  g_strstrip(first);
  if (!pc_text_is_title(first))
    return;
  slide->title = g_steal_pointer(&first);
  g_string_erase(slide->text, 0, end + 1 - slide->text->str);
  while (slide->text->str[0] == '\n')
    g_string_erase(slide->text, 0, 1);
}

static bool is_item(const char *text) {
  const pc_text_line line = {.text = (char *)text};
  bool found = false;
  for (const pc_opening_style *style = pc_opening_styles; style->match != NULL; style++) {
    pc_heading ignored = {0};
    found = found || (style->is_numbered && style->match(&line, &ignored));
  }
  return found;
}

/* What stands before the first heading, one or two short lines, is the poster's title; a list of
 * what comes is none. */
static void take_preamble(pc_outline *outline) {
  pc_outline_slide *first = outline->slides->len > 1 ? outline->slides->pdata[0] : NULL;
  if (first == NULL || !first->is_apart || outline->title != NULL)
    return;
  g_auto(GStrv) lines = g_strsplit(first->text->str, "\n", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (int i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add(words, lines[i]);
  bool is_title = words->len > 0 && words->len <= 2;
  for (guint i = 0; i < words->len; i++)
    is_title = is_title && pc_text_is_title(words->pdata[i]) && !is_item(words->pdata[i]);
  if (!is_title)
    return;
  outline->title = g_strdup(words->pdata[0]);
  outline->subtitle = words->len > 1 ? g_strdup(words->pdata[1]) : NULL;
  g_ptr_array_remove_index(outline->slides, 0);
}

static bool is_empty(const pc_outline_slide *slide) {
  return slide->title == NULL && slide->text->len == 0;
}

static void finish(splitter *it) {
  GPtrArray *slides = it->outline->slides;
  bool is_loose = it->style == NULL || it->style == &pc_opening_styles[0];
  for (guint i = 0; i < slides->len; i++) {
    trim_text(slides->pdata[i]);
    if (is_loose)
      find_title(slides->pdata[i]);
  }
  for (guint i = slides->len; i > 0; i--)
    if (is_empty(slides->pdata[i - 1]))
      g_ptr_array_remove_index(slides, i - 1);
  take_preamble(it->outline);
}

/* Blanks at the beginning of a line would make code of it. */
static void strip_indents(const GArray *lines) {
  for (guint i = 0; i < lines->len; i++) {
    char *text = g_array_index(lines, pc_text_line, i).text;
    size_t indent = strspn(text, " \t");
    memmove(text, text + indent, strlen(text + indent) + 1);
  }
}

pc_outline *pc_outline_parse(const char *text) {
  splitter it = {.lines = read_lines(text), .next = 1};
  it.outline = g_new0(pc_outline, 1);
  it.outline->slides = g_ptr_array_new_with_free_func(free_slide);
  find_level(&it);
  choose_style(&it);
  it.outline->is_markdown = it.style != NULL && it.style->is_markdown;
  if (!it.outline->is_markdown)
    strip_indents(it.lines);
  if (it.style != NULL)
    split_by_style(&it);
  else
    split_by_blanks(&it);
  finish(&it);
  g_array_unref(it.lines);
  return it.outline;
}

void pc_outline_free(pc_outline *outline) {
  if (outline == NULL)
    return;
  g_free(outline->title);
  g_free(outline->subtitle);
  g_ptr_array_unref(outline->slides);
  g_free(outline);
}

static long measure_slide(const pc_outline_slide *slide) {
  return (slide->title != NULL ? g_utf8_strlen(slide->title, -1) : 0) +
         g_utf8_strlen(slide->text->str, -1);
}

/* The neighbours that are shortest together. */
static guint find_shortest_pair(const GPtrArray *slides, const bool *is_named) {
  guint best = G_MAXUINT;
  long least = G_MAXLONG;
  for (guint i = 0; i + 1 < slides->len; i++) {
    long length = measure_slide(slides->pdata[i]) + measure_slide(slides->pdata[i + 1]);
    if (is_named[i] || is_named[i + 1] || length >= least)
      continue;
    least = length;
    best = i;
  }
  return best;
}

static char *suggest_joins(const GPtrArray *slides, int n_pairs) {
  GString *out = g_string_new(NULL);
  g_autofree bool *is_named = g_new0(bool, slides->len + 1);
  for (int i = 0; i < MIN(n_pairs, MOST_ADVICE); i++) {
    guint pair = find_shortest_pair(slides, is_named);
    if (pair == G_MAXUINT)
      break;
    is_named[pair] = is_named[pair + 1] = true;
    g_string_append(out, i > 0 ? _(", ") : "");
    g_string_append_printf(out, _("%d and %d"),
                           ((const pc_outline_slide *)slides->pdata[pair])->line,
                           ((const pc_outline_slide *)slides->pdata[pair + 1])->line);
  }
  return g_string_free(out, FALSE);
}

bool pc_outline_check(const pc_outline *outline, const char *name, pc_diags *diags) {
  const GPtrArray *slides = outline->slides;
  const char *file = g_intern_string(name);
  if (slides->len == 0) {
    PC_REPORT_HINT(diags, ((pc_place){file, 0, 0}), PC_SYNTAX,
                   "write the text of the poster into it", "there is no text in this file");
    return false;
  }
  int n_apart = ((const pc_outline_slide *)slides->pdata[0])->is_apart;
  int n = (int)slides->len - n_apart;
  if (n <= PC_MAX_SLIDES)
    return true;
  g_autofree char *pairs = suggest_joins(slides, n - PC_MAX_SLIDES);
  const pc_outline_slide *first = slides->pdata[PC_MAX_SLIDES + n_apart];
  g_autofree char *hint = g_strdup_printf(_("join short ones, such as those that begin in the "
                                            "lines %s; or type '# ' and a heading where "
                                            "each slide begins: then the text is split only there"),
                                          pairs);
  PC_REPORT_HINT(diags, ((pc_place){file, first->line, 1}), PC_TOO_MANY_SLIDES, hint,
                 "this is slide %d of %d, and a poster holds %d", PC_MAX_SLIDES + 1, n,
                 PC_MAX_SLIDES);
  return false;
}
