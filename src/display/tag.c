/* tag.c - the names of structure types and their attributes (ISO 32000-1, 14.8.4 and 14.8.5).
 * Layer: display. */
#include "display/tag.h"

const char *pc_tag_name(pc_tag tag) {
  static const char *const names[PC_N_TAGS] = {
      [PC_TAG_DOCUMENT] = "Document",
      [PC_TAG_SECT] = "Sect",
      [PC_TAG_H1] = "H1",
      [PC_TAG_H2] = "H2",
      [PC_TAG_H3] = "H3",
      [PC_TAG_H4] = "H4",
      [PC_TAG_H5] = "H5",
      [PC_TAG_H6] = "H6",
      [PC_TAG_P] = "P",
      [PC_TAG_L] = "L",
      [PC_TAG_LI] = "LI",
      [PC_TAG_LBL] = "Lbl",
      [PC_TAG_LBODY] = "LBody",
      [PC_TAG_TABLE] = "Table",
      [PC_TAG_TR] = "TR",
      [PC_TAG_TH] = "TH",
      [PC_TAG_TD] = "TD",
      [PC_TAG_BLOCKQUOTE] = "BlockQuote",
      [PC_TAG_FIGURE] = "Figure",
      [PC_TAG_CAPTION] = "Caption",
      [PC_TAG_SPAN] = "Span",
      [PC_TAG_LINK] = "Link",
      [PC_TAG_RUBY] = "Ruby",
      [PC_TAG_RB] = "RB",
      [PC_TAG_RT] = "RT",
      [PC_TAG_ARTIFACT] = "Artifact",
  };
  return names[tag];
}

const char *pc_numbering_name(pc_numbering numbering) {
  static const char *const names[PC_N_NUMBERINGS] = {
      [PC_NUMBERING_NONE] = "None",       [PC_NUMBERING_DISC] = "Disc",
      [PC_NUMBERING_CIRCLE] = "Circle",   [PC_NUMBERING_SQUARE] = "Square",
      [PC_NUMBERING_DECIMAL] = "Decimal",
  };
  return names[numbering];
}
