/* text_kit.h - paragraphs for the tests of the text stage.  Layer: tests. */
#ifndef TEXT_KIT_H
#define TEXT_KIT_H

#include <string.h>

#include "text/measurer.h"
#include "text/run.h"

/* One paragraph with all that it borrows. */
typedef struct kit {
  pc_span span;
  pc_rich rich;
  pc_text_rules rules;
  pc_text_style style;
  pc_doc doc;
  pc_diags *diags;
  pc_fonts *fonts; /* NULL: squares */
  pc_measurer *measurer;
  pc_paragraph *paragraph;
} kit;

static inline void kit_init(kit *k) {
  *k = (kit){0};
  k->rules = (pc_text_rules){.profile = PC_PROFILE_JIS, .autospace = -1, .trim = true};
  k->style = (pc_text_style){.face = PC_FACE_BODY, .rules = &k->rules};
  k->diags = pc_diags_new();
  pc_font_names *names = &k->doc.theme.fonts;
  names->body.text = "BIZ UDGothic";
  names->heading.text = "BIZ UDGothic Bold";
  names->latin.text = "BIZ UDPGothic";
  names->mono.text = "Noto Sans Mono CJK JP";
  k->doc.folder = ".";
  k->doc.file = "poster.yaml";
}

static inline void kit_use_squares(kit *k) {
  k->measurer = pc_measurer_new_square();
}

static inline void kit_use_fonts(kit *k) {
  k->fonts = pc_fonts_new(&k->doc, NULL, false, k->diags);
  if (k->fonts == NULL && pc_diags_count(k->diags) > 0)
    g_test_message("%s", pc_diags_at(k->diags, 0)->message);
  g_assert_nonnull(k->fonts);
  k->measurer = pc_measurer_new(k->fonts);
}

static inline const pc_paragraph *kit_set(kit *k, const char *text) {
  g_clear_pointer(&k->paragraph, pc_paragraph_free);
  const int length = (int)strlen(text);
  k->span = (pc_span){.end = length};
  k->rich = (pc_rich){.text = text, .length = length, .n_spans = 1, .spans = &k->span};
  k->paragraph = pc_paragraph_new(k->measurer, &k->rich, &k->style, k->diags);
  return k->paragraph;
}

static inline void kit_clear(kit *k) {
  pc_paragraph_free(k->paragraph);
  pc_measurer_free(k->measurer);
  pc_fonts_free(k->fonts);
  pc_diags_free(k->diags);
}

/* The lines with a bar between them; the caller frees it. */
static inline char *kit_format(const pc_lines *lines) {
  GString *out = g_string_new(NULL);
  const char *text = pc_paragraph_rich(lines->paragraph)->text;
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    g_string_append(out, i == 0 ? "" : "|");
    g_string_append_len(out, text + line->start, line->end - line->start);
  }
  return g_string_free(out, FALSE);
}

#endif
