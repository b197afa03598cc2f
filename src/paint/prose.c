/* prose.c - runs, links, readings and blanks at the ends of lines.  Layer: paint. */
#include "paint/prose.h"

#include <string.h>

#include "base/address.h"
#include "text/run.h"
#include "text/textbox.h"

/* A line on its way. */
typedef struct line_brush {
  pc_prose *prose;
  const pc_text_box *text;
  const pc_line *line;
  int index;
  int next;     /* the reading whose base comes next */
  int number;   /* of the base that began last */
  int base_end; /* byte; -1: no base is open */
} line_brush;

static pc_color choose_color(const pc_pen *pen, const pc_text_box *text, const pc_run *run) {
  const bool is_colored = pc_paragraph_emphasis(text->lines->paragraph) == PC_EMPHASIS_COLOR;
  return is_colored && (run->marks & PC_MARK_EMPHASIS) != 0 ? pen->emphasis : pen->ink;
}

static void begin(const pc_prose *prose, pc_tag tag, const char *address, int number) {
  pc_display_begin(prose->pen->display, prose->pen->at, tag, address, number);
}

/* Words in a language; NULL: in that of the text around them. */
static void set_language(pc_prose *prose, const char *lang) {
  if (g_strcmp0(prose->lang, lang) == 0)
    return;
  if (prose->lang != NULL)
    pc_display_end(prose->pen->display);
  if (lang != NULL)
    pc_display_begin_language(prose->pen->display, prose->pen->at, lang);
  prose->lang = lang;
}

static void set_link(pc_prose *prose, const char *address) {
  if (g_strcmp0(prose->address, address) == 0)
    return;
  set_language(prose, NULL);
  if (prose->address != NULL)
    pc_display_end(prose->pen->display);
  if (address != NULL)
    begin(prose, PC_TAG_LINK, address, 0);
  prose->address = address;
}

void pc_prose_link(pc_prose *prose, const char *address) {
  set_language(prose, NULL);
  set_link(prose, address);
}

static void end_base(line_brush *l) {
  if (l->base_end < 0)
    return;
  set_language(l->prose, NULL);
  pc_display_end(l->prose->pen->display);
  pc_display_end(l->prose->pen->display);
  l->base_end = -1;
}

/* A reading of several runs has one base. */
static void begin_base(line_brush *l) {
  const pc_line_ruby *rubies = l->line->rubies;
  const int start = rubies[l->next].start;
  l->base_end = rubies[l->next].end;
  set_language(l->prose, NULL);
  while (l->next < l->line->n_rubies && rubies[l->next].start == start)
    l->next++;
  begin(l->prose, PC_TAG_RUBY, NULL, ++l->number);
  begin(l->prose, PC_TAG_RB, NULL, 0);
}

/* NULL: no link, or to what nobody shall open by a click. */
static const char *find_address(const pc_run *run) {
  const bool is_link = (run->marks & PC_MARK_LINK) != 0 && pc_address_is_link(run->href);
  return is_link ? run->href : NULL;
}

/* Ends and begins what the run does not stand in, and what it does. */
static void enter_run(line_brush *l, const pc_run *run) {
  if (run->start >= l->base_end)
    end_base(l);
  if (l->base_end < 0)
    set_link(l->prose, find_address(run));
  if (l->base_end < 0 && l->next < l->line->n_rubies &&
      run->start >= l->line->rubies[l->next].start)
    begin_base(l);
  set_language(l->prose, run->lang);
}

/* Lines are parted between words, where a blank is; but Japanese has none, and an address that is
 * broken goes on. */
static bool ends_word(const pc_text_box *text, int index) {
  if (index + 1 >= text->lines->count)
    return false;
  const char *all = pc_paragraph_rich(text->lines->paragraph)->text;
  const char *from = all + text->lines->items[index].end;
  const char *to = all + text->lines->items[index + 1].start;
  const gunichar before = from > all ? g_utf8_get_char(g_utf8_prev_char(from)) : 0;
  const bool is_forced = from < to && memchr(from, '\n', (size_t)(to - from)) != NULL;
  if (is_forced)
    return !g_unichar_iswide(before) && !g_unichar_iswide(g_utf8_get_char(to));
  return from < to;
}

static void paint_runs(line_brush *l) {
  const pc_pen *pen = l->prose->pen;
  for (int i = 0; i < l->line->n_runs; i++) {
    const pc_run *run = l->line->runs[i];
    enter_run(l, run);
    pc_display_run(pen->display, pen->at, choose_color(pen, l->text, run), run,
                   pc_text_box_point(l->text, l->index, run->x, 0), l->text->size_pt);
  }
  if (l->line->n_runs > 0 && ends_word(l->text, l->index))
    pc_display_blank(pen->display);
  end_base(l);
}

static void paint_reading(const line_brush *l, const pc_line_ruby *ruby) {
  const pc_pen *pen = l->prose->pen;
  pc_display_run(pen->display, pen->at, choose_color(pen, l->text, ruby->run), ruby->run,
                 pc_text_box_point(l->text, l->index, ruby->x, PC_RUBY_RISE_EM),
                 l->text->size_pt * PC_RUBY_EM);
}

/* Readings come after their whole line: copied text has them there, and its words can be found. */
static void paint_readings(const line_brush *l) {
  int number = 0;
  for (int i = 0; i < l->line->n_rubies;) {
    const pc_line_ruby *first = &l->line->rubies[i];
    begin(l->prose, PC_TAG_RT, NULL, ++number);
    for (; i < l->line->n_rubies && l->line->rubies[i].start == first->start; i++)
      paint_reading(l, &l->line->rubies[i]);
    pc_display_end(l->prose->pen->display);
  }
}

void pc_prose_paint(pc_prose *prose, const pc_text_box *text) {
  for (int i = 0; pc_text_box_has_lines(text) && i < text->lines->count; i++) {
    line_brush l = {
        .prose = prose, .text = text, .line = &text->lines->items[i], .index = i, .base_end = -1};
    paint_runs(&l);
    paint_readings(&l);
  }
}
