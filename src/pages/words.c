/* words.c - Japanese and English.  Layer: pages. */
#include "pages/words.h"

#include <stddef.h>

#include "doc/lang.h"

static const pc_words japanese = {
    .sheets_title = "貼る順番",
    .tiles_title = "貼り合わせ図",
    .pages = " 枚",
    .header = "題",
    .footer = "下",
    .sheets_steps = {"「実際のサイズ」（100 %）で印刷します。",
                     "番号の順に、この図のとおりに貼ります。", NULL},
    .tiles_steps =
        {"「実際のサイズ」（100 %）で、片面に印刷します。",
         "どのページも、左と上の余白を、角の印に合わせて切り落とします。",
         "A1 から右へ、一段ずつ下へ。となりのページの縞の帯（のりしろ）に重ねて貼ります。",
         "最後に、右端と下端の余白を、角の印に合わせて切り落とします。", NULL},
    .butted_steps = {"「実際のサイズ」（100 %）で、片面に印刷します。",
                     "どのページも、四方の余白を、角の印に合わせて切り落とします。",
                     "A1 から右へ、一段ずつ下へ並べ、突き合わせて裏からテープで留めます。", NULL},
};

static const pc_words english = {
    .sheets_title = "Where each sheet goes",
    .tiles_title = "How the pages go together",
    .pages = " pages",
    .header = "Title",
    .footer = "Foot",
    .sheets_steps = {"Print at actual size (100 %).",
                     "Paste the sheets in the order of the numbers, each where the map shows it.",
                     NULL},
    .tiles_steps = {"Print on one side, at actual size (100 %).",
                    "Cut off the left and the upper margin of every page, at the corner marks.",
                    "From A1 to the right, then down: glue each page on its neighbour's stripes.",
                    "Finally cut off what is left at the right and at the bottom, at the marks.",
                    NULL},
    .butted_steps = {"Print on one side, at actual size (100 %).",
                     "Cut off all four margins of every page, at the corner marks.",
                     "From A1 to the right, then down: put edge to edge and tape the back.", NULL},
};

const pc_words *pc_words_get(const char *lang) {
  return pc_lang_is_japanese(lang) ? &japanese : &english;
}
