/* block.h - the blocks of one panel to commands and tags, one painter for each kind.
 * Layer: paint. */
#ifndef PC_PAINT_BLOCK_H
#define PC_PAINT_BLOCK_H

#include "display/display.h"
#include "layout/layout.h"
#include "figure/look.h"
#include "paint/text.h"

/* All blocks in reading order; items of one list share a list tag. */
void pc_paint_blocks(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                     const pc_look *look);

/* A table: grounds and hairlines as an artifact, then its rows and cells. */
void pc_paint_table(const pc_pen *pen, const pc_look *look, const pc_box *box);

/* Pictures, each a figure with its caption. */
void pc_paint_pictures(const pc_pen *pen, const pc_layout *layout, const pc_panel *panel,
                       const pc_box *box);

/* A figure that posterc draws, with its caption; a QR code of an address is a link. */
void pc_paint_drawn(const pc_pen *pen, const pc_look *look, const pc_box *box);

/* Facts: hairlines as an artifact, then a list of labels and what belongs to them. */
void pc_paint_facts(const pc_pen *pen, const pc_look *look, const pc_box *box);

/* A quote: its bubble or rule as an artifact, then its words and whose they are. */
void pc_paint_quote(const pc_pen *pen, const pc_look *look, pc_quote_style style,
                    const pc_box *box);

/* Thin but printable: a hundredth of a line of text, never under 0.25 pt. */
pc_um pc_paint_hairline(double body_pt);

#endif
