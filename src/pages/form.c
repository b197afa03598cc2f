/* form.c - headings, rows with hairlines, room to write.  Layer: pages. */
#include "pages/form.h"

#include <string.h>

#include "pages/scribe.h"

static const pc_size paper = {210000, 297000};
static const pc_um margin = 18000, foot = 15000, label_width = 37000, gutter = 5000;
static const pc_um hand_height = 8500;
/* Of the values, from which all other sizes follow; the least is still read with ease. */
static const double most_pt = 9.5, least_pt = 6, step_pt = 0.25;
/* Of a size, between two lines: pc_scribe sets lines at 1.5. */
static const double line_gap = 0.5, gloss_gap = 0.2;
static const double title_share = 2, gloss_share = 0.72, heading_share = 1.05;

/* Where writing stands.  Without a display it only measures. */
typedef struct form_writer {
  pc_scribe *scribe;
  pc_um y;
  double size_pt;
} form_writer;

static pc_um scale(const form_writer *w, double em) {
  return pc_um_from_pt(em * w->size_pt);
}

static pc_place get_place(const form_writer *w) {
  return (pc_place){w->scribe->layout->doc->file, 0, 0};
}

/* The lines of a text from the top of a room; the height they take. */
static pc_um write_lines(form_writer *w, const char *text, pc_rect room, double size_pt,
                         bool is_faint) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  pc_um height = 0;
  for (char **line = lines; *line != NULL; line++) {
    const pc_note note = {
        *line, {room.x, room.y + height, room.w, room.h}, size_pt, PC_ALIGN_START, false,
        true,  is_faint ? pc_note_faint() : pc_note_ink()};
    height += pc_scribe_write(w->scribe, &note);
    if (line[1] != NULL)
      height += pc_um_from_pt(size_pt * line_gap);
  }
  return height;
}

static void write_bold(form_writer *w, const char *text, pc_rect room, double size_pt,
                       pc_um *height) {
  const pc_note note = {text, room, size_pt, PC_ALIGN_START, true, true, pc_note_ink()};
  *height = pc_scribe_write(w->scribe, &note);
}

static void begin(form_writer *w, pc_tag tag) {
  pc_display_begin(w->scribe->display, get_place(w), tag, NULL, 0);
}

static void end(form_writer *w) {
  pc_display_end(w->scribe->display);
}

static void rule(form_writer *w, pc_um y, pc_um width, pc_color color) {
  begin(w, PC_TAG_ARTIFACT);
  pc_scribe_line(w->scribe, (pc_point){margin, y}, (pc_point){paper.w - margin, y}, width, color);
  end(w);
}

static pc_color rule_color(void) {
  return (pc_color){.r = 0.8, .g = 0.8, .b = 0.8, .a = 1};
}

static void begin_cell(form_writer *w, pc_tag tag) {
  const pc_cell_tag cell = {1, 1, tag == PC_TAG_TH ? PC_SCOPE_ROW : PC_SCOPE_NONE};
  pc_display_begin_cell(w->scribe->display, get_place(w), tag, cell);
}

/* The label and its gloss beneath it. */
static pc_um write_label(form_writer *w, const pc_form_row *row, pc_rect room) {
  pc_um height = 0;
  begin_cell(w, PC_TAG_TH);
  write_bold(w, row->label, room, w->size_pt, &height);
  if (row->gloss != NULL) {
    height += scale(w, gloss_gap);
    room.y += height;
    height += write_lines(w, row->gloss, room, w->size_pt * gloss_share, true);
  }
  end(w);
  return height;
}

static pc_um write_value(form_writer *w, const pc_form_row *row, pc_rect room) {
  begin_cell(w, PC_TAG_TD);
  const pc_um height =
      row->value != NULL ? write_lines(w, row->value, room, w->size_pt, false) : hand_height;
  end(w);
  return height;
}

static void write_row(form_writer *w, const pc_form_row *row) {
  const pc_um pad = scale(w, 0.5);
  const pc_rect left = {margin, w->y + pad, label_width, paper.h};
  const pc_um x = margin + label_width + gutter;
  const pc_rect right = {x, w->y + pad, paper.w - margin - x, paper.h};
  begin(w, PC_TAG_TR);
  const pc_um label = write_label(w, row, left);
  const pc_um value = write_value(w, row, right);
  end(w);
  w->y += MAX(label, value) + 2 * pad;
  rule(w, w->y, 100, rule_color());
}

static void write_part(form_writer *w, const pc_form_part *part) {
  pc_um height = 0;
  w->y += scale(w, 1.3);
  begin(w, PC_TAG_H2);
  write_bold(w, part->heading, (pc_rect){margin, w->y, paper.w - 2 * margin, paper.h},
             w->size_pt * heading_share, &height);
  end(w);
  w->y += height + scale(w, 0.35);
  rule(w, w->y, 300, pc_note_ink());
  begin(w, PC_TAG_TABLE);
  for (int i = 0; i < part->n_rows; i++)
    write_row(w, &part->rows[i]);
  end(w);
}

static void write_paragraph(form_writer *w, const char *text, double size_pt, bool is_faint) {
  begin(w, PC_TAG_P);
  w->y += write_lines(w, text, (pc_rect){margin, w->y, paper.w - 2 * margin, paper.h}, size_pt,
                      is_faint);
  end(w);
}

/* From the top to the end of the note. */
static void write_form(form_writer *w, const pc_sheet_form *form) {
  pc_um height = 0;
  w->y = margin;
  begin(w, PC_TAG_DOCUMENT);
  begin(w, PC_TAG_H1);
  write_bold(w, form->title, (pc_rect){margin, w->y, paper.w - 2 * margin, paper.h},
             w->size_pt * title_share, &height);
  end(w);
  w->y += height + scale(w, line_gap);
  if (form->gloss != NULL)
    write_paragraph(w, form->gloss, w->size_pt * gloss_share, true);
  w->y += scale(w, 0.8);
  write_paragraph(w, form->subject, w->size_pt, false);
  for (int i = 0; i < form->n_parts; i++)
    write_part(w, &form->parts[i]);
  w->y += scale(w, 0.8);
  write_paragraph(w, form->note, w->size_pt * gloss_share, true);
  end(w);
}

/* All of it in one size on a page of its own. */
static pc_pages *try_form(const pc_layout *layout, pc_measurer *measurer, const pc_sheet_form *form,
                          double size_pt, pc_um *bottom) {
  pc_scribe scribe;
  pc_scribe_init(&scribe, layout, measurer);
  const pc_rect sheet = {0, 0, paper.w, paper.h};
  pc_scribe_begin(&scribe, paper, sheet, sheet);
  form_writer w = {&scribe, 0, size_pt};
  write_form(&w, form);
  *bottom = w.y;
  return pc_scribe_clear(&scribe);
}

pc_pages *pc_pages_new_form(const pc_layout *layout, pc_measurer *measurer,
                            const pc_sheet_form *form) {
  pc_pages *pages = NULL;
  pc_um bottom = paper.h;
  for (double size_pt = most_pt; size_pt >= least_pt && bottom > paper.h - foot;
       size_pt -= step_pt) {
    pc_pages_free(pages);
    pages = try_form(layout, measurer, form, size_pt, &bottom);
  }
  return pages;
}
