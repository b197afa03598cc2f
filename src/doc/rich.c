/* rich.c - words and marks become a paragraph's text.  Layer: doc. */
#include "doc/rich.h"

#include <string.h>

#include "base/translate.h"
#include "doc/markup_parts.h"

/* pc_spec_alloc'd copy. */
static const char *copy_text(pc_spec *spec, const char *text, gsize length) {
  char *copy = pc_spec_alloc(spec, length + 1);
  memcpy(copy, text, length);
  return copy;
}

static const void *copy_items(pc_spec *spec, const void *items, gsize count, gsize size) {
  if (count == 0)
    return NULL;
  void *copy = pc_spec_alloc(spec, count * size);
  memcpy(copy, items, count * size);
  return copy;
}

const pc_rich *pc_rich_plain(pc_spec *spec, const char *text, const pc_node *node) {
  gsize length = strlen(text);
  pc_rich *rich = pc_spec_alloc(spec, sizeof *rich);
  rich->text = copy_text(spec, text, length);
  rich->length = (int)length;
  rich->node = node;
  if (node != NULL)
    rich->at = node->at;
  if (length == 0)
    return rich;
  pc_span span = {.end = rich->length};
  rich->n_spans = 1;
  rich->spans = copy_items(spec, &span, 1, sizeof span);
  return rich;
}

static bool is_same_span(const pc_span *span, const pc_glyph *glyph) {
  return span->marks == glyph->marks && span->href == glyph->href && span->lang == glyph->lang;
}

static void append_glyph(GString *text, GArray *spans, const pc_glyph *glyph) {
  int start = (int)text->len;
  bool is_tab = glyph->ch == '\t';
  g_string_append_unichar(text, is_tab ? ' ' : glyph->ch);
  pc_span *last = spans->len == 0 ? NULL : &g_array_index(spans, pc_span, spans->len - 1);
  if (last != NULL && is_same_span(last, glyph)) {
    last->end = (int)text->len;
    return;
  }
  pc_span span = {.start = start, .end = (int)text->len, .marks = glyph->marks};
  span.href = glyph->href;
  span.lang = glyph->lang;
  g_array_append_val(spans, span);
}

/* Characters of the base as people count them. */
static int count_base(const pc_passage *passage, const pc_reading *reading) {
  int count = 0;
  for (int i = reading->start; i < reading->end; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    count += !glyph->gone && !g_unichar_ismark(glyph->ch);
  }
  return count;
}

static bool check_reading(pc_source *source, const pc_passage *passage, const pc_reading *reading) {
  int n_base = count_base(passage, reading);
  int n_words = (int)reading->words->len;
  if (n_base > 0 && (n_words == 1 || n_words == n_base))
    return true;
  g_autofree char *hint = g_strdup_printf(
      _("type one reading for the whole word, or %d, one for each character"), n_base);
  pc_source_report(
      source, reading->from, PC_BAD_VALUE, hint,
      pc_translate_count("%d readings for %d character", "%d readings for %d characters", n_base),
      n_words, n_base);
  return false;
}

/* offsets: byte of the text at which each glyph begins. */
static void append_ruby(GArray *rubies, pc_spec *spec, const pc_reading *reading,
                        const int *offsets) {
  int count = (int)reading->words->len;
  const char **readings = pc_spec_alloc(spec, (gsize)count * sizeof *readings);
  for (int i = 0; i < count; i++) {
    const char *word = reading->words->pdata[i];
    readings[i] = copy_text(spec, word, strlen(word));
  }
  pc_ruby ruby = {.start = offsets[reading->start], .end = offsets[reading->end]};
  ruby.n_readings = count;
  ruby.readings = readings;
  g_array_append_val(rubies, ruby);
}

static void set_rubies(pc_rich *rich, pc_source *source, const pc_passage *passage,
                       const int *offsets) {
  g_autoptr(GArray) rubies = g_array_new(FALSE, FALSE, sizeof(pc_ruby));
  pc_spec *spec = source->reader->spec;
  for (guint i = 0; i < passage->readings->len; i++) {
    const pc_reading *reading = &g_array_index(passage->readings, pc_reading, i);
    if (check_reading(source, passage, reading))
      append_ruby(rubies, spec, reading, offsets);
  }
  rich->n_rubies = (int)rubies->len;
  rich->rubies = copy_items(spec, rubies->data, rubies->len, sizeof(pc_ruby));
}

static pc_rich *print_glyphs(pc_source *source, const pc_passage *passage) {
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(pc_span));
  int count = (int)passage->glyphs->len;
  g_autofree int *offsets = g_new(int, (gsize)count + 1);
  int first = -1;
  for (int i = 0; i < count; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    offsets[i] = (int)text->len;
    if (glyph->gone)
      continue;
    append_glyph(text, spans, glyph);
    first = first < 0 ? i : first;
  }
  offsets[count] = (int)text->len;
  pc_spec *spec = source->reader->spec;
  pc_rich *rich = pc_spec_alloc(spec, sizeof *rich);
  rich->text = copy_text(spec, text->str, text->len);
  rich->length = (int)text->len;
  rich->node = source->node;
  rich->n_spans = (int)spans->len;
  rich->spans = copy_items(spec, spans->data, spans->len, sizeof(pc_span));
  set_rubies(rich, source, passage, offsets);
  if (first >= 0)
    rich->at = pc_source_place(source, PC_GLYPH(passage, first)->from);
  else if (source->node != NULL)
    rich->at = source->node->at;
  return rich;
}

const pc_rich *pc_passage_build(pc_source *source, pc_passage *passage) {
  pc_html_report(source, passage);
  pc_languages_find(source, passage);
  pc_ruby_find(source, passage);
  pc_emphasis_find(passage);
  pc_addresses_find(source, passage);
  pc_folds_find(source, passage);
  pc_printed_note_lines(source, passage);
  pc_markup_join(passage);
  pc_printed_note_words(source, passage);
  const pc_rich *rich = print_glyphs(source, passage);
  pc_passage_clear(passage);
  return rich;
}

const pc_rich *pc_passage_take_mark(pc_source *source, pc_passage *passage) {
  if (passage->glyphs->len == 0 || PC_GLYPH(passage, 0)->kind != PC_GLYPH_MARK_BEGIN)
    return NULL;
  g_autoptr(pc_passage) mark = pc_passage_new();
  guint end = 1;
  while (end < passage->glyphs->len && PC_GLYPH(passage, end)->kind != PC_GLYPH_MARK_END)
    g_array_append_val(mark->glyphs, *PC_GLYPH(passage, end++));
  g_array_remove_range(passage->glyphs, 0, MIN(end + 1, passage->glyphs->len));
  return print_glyphs(source, mark);
}
