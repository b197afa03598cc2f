/* drawn.c - figures that posterc draws: shapes and labels, and the address of a QR code.
 * Layer: paint. */
#include "base/address.h"
#include "paint/block.h"
#include "paint/prose.h"

static pc_pen label_pen(const pc_pen *pen, const pc_drawn_label *label) {
  pc_pen own = *pen;
  own.ink = label->ink;
  own.emphasis = label->ink;
  return own;
}

static void paint_labels(const pc_pen *pen, const GArray *labels) {
  for (guint i = 0; i < labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(labels, pc_drawn_label, i);
    const pc_pen own = label_pen(pen, label);
    pc_paint_text_grounds(&own, &label->text);
    pc_paint_text_runs(&own, &label->text);
  }
}

/* Its words, which are labels of their own, are one text. */
static void paint_address(pc_prose *prose, const GArray *labels) {
  for (guint i = 0; i < labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(labels, pc_drawn_label, i);
    const pc_pen own = label_pen(prose->pen, label);
    pc_prose one = {.pen = &own, .address = prose->address};
    pc_prose_paint(&one, &label->text);
  }
}

static void paint_figure(const pc_pen *pen, const pc_pen *caption, const pc_box *box,
                         const GArray *labels) {
  pc_display_begin(pen->display, pen->at, PC_TAG_FIGURE, pc_sketch_alt(box->sketch), 0);
  pc_display_append(pen->display, box->drawing->shapes);
  if (labels != NULL)
    paint_labels(pen, labels);
  pc_paint_text(caption, PC_TAG_CAPTION, &box->caption);
  pc_display_end(pen->display);
}

/* The code and the address below it are one link. */
static void paint_linked(const pc_pen *pen, const pc_pen *caption, const pc_box *box) {
  pc_prose prose = {.pen = pen};
  pc_display_begin(pen->display, pen->at, PC_TAG_P, NULL, 0);
  pc_prose_link(&prose, box->block->qr->text.text);
  paint_figure(pen, caption, box, NULL);
  paint_address(&prose, box->drawing->labels);
  pc_prose_link(&prose, NULL);
  pc_display_end(pen->display);
}

void pc_paint_drawn(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  const GArray *labels = box->drawing->labels;
  const bool is_link =
      box->block->kind == PC_BLOCK_QR && pc_address_is_link(box->block->qr->text.text);
  pc_pen caption = *pen;
  caption.ink = look->muted;
  if (is_link)
    paint_linked(pen, &caption, box);
  else
    paint_figure(pen, &caption, box, labels);
  for (guint i = 0; i < labels->len; i++) {
    const pc_drawn_label *label = &g_array_index(labels, pc_drawn_label, i);
    const pc_pen own = label_pen(pen, label);
    pc_paint_text_strokes(&own, &label->text);
  }
}
