/* view_words.c - words and their places, as poppler's pdftotext -bbox finds them.  Layer: compare.
 */
#include "compare/view.h"

#include <stdlib.h>
#include <string.h>

#include "compare/program.h"
#include "compare/tokens.h"

#define MAX_WORDS 100000

typedef struct word_reader {
  pc_view *view;
  int page; /* -1 before the first; those that are too many count, too */
  int n_words;
} word_reader;

static double read_number(const char *tag, const char *key) {
  const char *at = strstr(tag, key);
  return at != NULL ? CLAMP(g_ascii_strtod(at + strlen(key), NULL), -2e5, 2e5) : 0;
}

/* pdftotext counts from the top left of the media box. */
static pc_rect place_word(const pc_view_page *page, const char *tag) {
  const pc_um left = pc_um_from_pt(read_number(tag, " xMin=\""));
  const pc_um top = pc_um_from_pt(read_number(tag, " yMin=\""));
  const pc_um right = pc_um_from_pt(read_number(tag, " xMax=\""));
  const pc_um bottom = pc_um_from_pt(read_number(tag, " yMax=\""));
  return (pc_rect){left + page->media.x, top + page->media.y, MAX(0, right - left),
                   MAX(0, bottom - top)};
}

static char *decode_text(const char *text, size_t length) {
  static const char *const entities[][2] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
  GString *out = g_string_new(valid);
  for (size_t i = 0; i < G_N_ELEMENTS(entities); i++)
    g_string_replace(out, entities[i][0], entities[i][1], 0);
  return g_string_free(out, FALSE);
}

/* <word xMin="…" …>TEXT</word> */
static void read_word(word_reader *reader, const char *tag) {
  const char *start = strchr(tag, '>');
  const char *end = strstr(tag, "</word>");
  if (start == NULL || end == NULL || reader->page < 0 ||
      reader->page >= (int)reader->view->pages->len || ++reader->n_words > MAX_WORDS)
    return;
  g_autofree char *text = decode_text(start + 1, (size_t)(end - start - 1));
  pc_rect rect = place_word(pc_view_page_at(reader->view, reader->page), tag);
  if (!pc_view_clip(reader->view, reader->page, &rect))
    return;
  const pc_token run = {text, rect, reader->page, true};
  pc_tokens_append(reader->view, pc_view_find_region(reader->view, reader->page, rect), &run);
}

static void read_line(word_reader *reader, const char *line) {
  static const char page[] = "<page ", word[] = "<word ";
  const char *tag = line + strspn(line, " ");
  if (strncmp(tag, word, sizeof word - 1) == 0)
    read_word(reader, tag);
  else if (strncmp(tag, page, sizeof page - 1) == 0)
    reader->page++;
}

static void report_failure(const pc_view *view, pc_diags *diags) {
  const pc_place at = {view->file, 0, 0};
  g_autofree char *path = g_find_program_in_path("pdftotext");
  if (path == NULL)
    PC_REPORT_HINT(diags, at, PC_MISSING_FILE,
                   "install poppler-utils (on Debian and Ubuntu: apt install poppler-utils), or "
                   "compare layouts: posterc poster.yaml -o layout.json",
                   "to compare PDFs posterc runs pdftotext and pdftoppm, which are not there");
  else
    PC_REPORT_HINT(diags, at, PC_LIMIT, "simplify it, or save each page as a file of its own",
                   "the file takes too much time or memory to be looked through");
}

static void read_lines(word_reader *reader, GBytes *answer) {
  size_t length = 0;
  const char *data = g_bytes_get_data(answer, &length);
  for (const char *end, *at = data; at < data + length; at = end + 1) {
    end = memchr(at, '\n', (size_t)(data + length - at));
    end = end != NULL ? end : data + length;
    g_autofree char *line = g_strndup(at, (gsize)(end - at));
    read_line(reader, line);
  }
}

/* -raw: in the order in which they are drawn, which does not change because something moved. */
bool pc_view_read_words(pc_view *view, pc_diags *diags) {
  static const char *const words[] = {"pdftotext", "-q", "-raw", "-bbox", "-enc",
                                      "UTF-8",     "-",  "-",    NULL};
  g_autoptr(GBytes) answer = pc_program_run(words, view->pdf);
  word_reader reader = {view, -1, 0};
  if (answer != NULL)
    read_lines(&reader, answer);
  if (reader.page + 1 == (int)view->pages->len)
    return true;
  report_failure(view, diags);
  return false;
}
