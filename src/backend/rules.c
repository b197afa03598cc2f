/* rules.c - the table of rules, and what their checks share.  Layer: backend.
 *
 * A clause is named by number where ISO 32000-1 or ISO 14289-1 has it; of ISO 15930 the part is
 * named.
 */
#include "backend/rules.h"

#include <string.h>

#define EXPORT_X "export it as PDF/X-4 or PDF/X-1a, or let posterc write it"
#define EXPORT_AGAIN "open it in the program that it comes from and export it again"
#define EXPORT_TAGGED "export it with tags for accessibility, or let posterc write it"
#define USE_INKS "convert all colours to CMYK before you export it, or use PDF/X-4"
#define X4 "ISO 15930-7"
#define X1A "ISO 15930-1 and -4"
#define X "ISO 15930"
#define PDF "ISO 32000-1, "
#define UA "ISO 14289-1, "

static const pc_rule rules[] = {
    {"syntax", PC_HOLDS_ALL | PC_IS_SLOW, PC_ASK_FILE, PC_PRINT_RULE, PDF "7.5",
     "The file is whole.", EXPORT_AGAIN, pc_rule_syntax},
    {"contents", PC_HOLDS_ALL, PC_ASK_PAGE, PC_PRINT_RULE, PDF "7.8.2",
     "What a page draws can be read to its end.", EXPORT_AGAIN, pc_rule_contents},
    {"encryption", PC_HOLDS_ALL, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "7.6",
     "The file is not protected.", "save it without password and restrictions", pc_rule_encryption},
    {"scripts", PC_HOLDS_ALL, PC_ASK_DICT, PC_PRINT_RULE, X "; " PDF "12.6.4",
     "Nothing in the file is run.", "print it to a new PDF, without forms and buttons",
     pc_rule_scripts},
    {"actions", PC_HOLDS_X | PC_HOLDS_OWN, PC_ASK_DICT, PC_PRINT_RULE, X "; " PDF "12.6",
     "The file does nothing by itself.", EXPORT_X, pc_rule_actions},
    {"attachments", PC_HOLDS_X | PC_HOLDS_OWN, PC_ASK_DICT, PC_PRINT_RULE, PDF "7.11.4",
     "No other file is attached.", "remove what is attached", pc_rule_attachments},
    {"page-size", PC_HOLDS_ALL, PC_ASK_PAGE, PC_PRINT_RULE, PDF "annex C.2",
     "A page is at most 5.08 m long.", "export it at half the size and tell the shop",
     pc_rule_page_size},
    {"fonts-embedded", PC_HOLDS_ALL, PC_ASK_FONT, PC_PRINT_RULE, X "; " UA "7.21.4",
     "All fonts are in the file.", "export it again with all fonts embedded", pc_rule_embedded},
    {"fonts-text", PC_HOLDS_UA | PC_HOLDS_OWN, PC_ASK_FONT, PC_PRINT_RULE, UA "7.21.7",
     "Text can be read back, searched and copied.", EXPORT_TAGGED, pc_rule_font_text},
    {"fonts-glyphs", PC_HOLDS_UA | PC_HOLDS_OWN, PC_ASK_FONT, PC_PRINT_RULE, UA "7.21.3.2",
     "A TrueType font says which glyph is which.", EXPORT_TAGGED, pc_rule_glyph_map},
    {"fonts-drawn", PC_HOLDS_OWN, PC_ASK_FONT, PC_PRINT_RULE, PDF "9.6.5",
     "No font is made of pictures.", EXPORT_AGAIN, pc_rule_drawn_font},

    {"version", PC_HOLDS_X4, PC_ASK_FILE, PC_PRINT_RULE, X4 "; " PDF "7.5.2",
     "The file is PDF 1.6 or older.", EXPORT_X, pc_rule_version_x4},
    {"version", PC_HOLDS_X1A, PC_ASK_FILE, PC_PRINT_RULE, X1A "; " PDF "7.5.2",
     "The file is PDF 1.4 or older.", EXPORT_X, pc_rule_version_x1a},
    {"claim", PC_HOLDS_X4, PC_ASK_FILE, PC_PRINT_RULE, X4,
     "The file says that it is PDF/X-4, and which document in which version.", EXPORT_X,
     pc_rule_claim_x4},
    {"claim", PC_HOLDS_X1A, PC_ASK_FILE, PC_PRINT_RULE, X1A, "The file says that it is PDF/X-1a.",
     EXPORT_X, pc_rule_claim_x1a},
    {"identifier", PC_HOLDS_X | PC_HOLDS_OWN, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "14.4",
     "The file has an identifier.", EXPORT_X, pc_rule_id},
    {"metadata", PC_HOLDS_X4 | PC_HOLDS_UA | PC_HOLDS_OWN, PC_ASK_FILE, PC_PRINT_RULE,
     X4 "; " PDF "14.3.2", "The file describes itself, so that any program can read it.", EXPORT_X,
     pc_rule_metadata},
    {"title", PC_HOLDS_X | PC_HOLDS_UA | PC_HOLDS_OWN, PC_ASK_FILE, PC_PRINT_RULE, X "; " UA "7.1",
     "The file has a title, the same wherever it says it.", "give the document a title",
     pc_rule_title},
    {"dates", PC_HOLDS_X, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "7.9.4",
     "The file says when it was made and changed, the same wherever it says it.", EXPORT_X,
     pc_rule_dates},
    {"trapped", PC_HOLDS_X, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "14.11.6",
     "The file says whether it is trapped.", EXPORT_X, pc_rule_trapped},
    {"output-intent", PC_HOLDS_X, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "14.11.5",
     "The file names the one printing condition that it is made for.", EXPORT_X, pc_rule_intent},
    {"output-profile", PC_HOLDS_X | PC_IS_SLOW, PC_ASK_FILE, PC_PRINT_RULE, X "; " PDF "14.11.5",
     "The profile of the printing condition is in the file, and whole.", EXPORT_X, pc_rule_profile},
    {"boxes", PC_HOLDS_X, PC_ASK_PAGE, PC_PRINT_RULE, X "; " PDF "14.11.2",
     "Each page says where to cut, inside of the bleed, inside of the paper.", EXPORT_X,
     pc_rule_boxes},
    {"annotations", PC_HOLDS_X, PC_ASK_PAGE, PC_PRINT_RULE, X "; " PDF "12.5",
     "Nothing lies on the page that is not printed.",
     "remove notes, links and form fields, or print it to a new PDF", pc_rule_annotations},
    {"groups", PC_HOLDS_X4, PC_ASK_DICT, PC_PRINT_RULE, X4 "; " PDF "11.4.7",
     "What is transparent is mixed in the inks of the press.", EXPORT_X, pc_rule_groups},
    {"rgb-declared", PC_HOLDS_X4 | PC_IS_SLOW, PC_ASK_OPERATION, PC_PRINT_RULE,
     X4 "; " PDF "8.6.5.6", "RGB says which RGB is meant.", EXPORT_X, pc_rule_rgb_declared},
    {"rgb-declared", PC_HOLDS_OWN, PC_ASK_DICT, PC_PRINT_RULE, X4 "; " PDF "8.6.5.6",
     "Every content says which RGB is meant.", EXPORT_X, pc_rule_default_rgb},
    {"inks-only", PC_HOLDS_X1A, PC_ASK_OPERATION, PC_PRINT_RULE, X1A "; " PDF "8.6",
     "All that is drawn is drawn in inks.", USE_INKS, pc_rule_rgb},
    {"inks-only", PC_HOLDS_X1A, PC_ASK_DICT, PC_PRINT_RULE, X1A "; " PDF "8.6",
     "All pictures and gradients are in inks.", USE_INKS, pc_rule_spaces},
    {"transparency", PC_HOLDS_X1A, PC_ASK_DICT, PC_PRINT_RULE, X1A "; " PDF "11",
     "Nothing is transparent.", "flatten what is transparent, or use PDF/X-4",
     pc_rule_transparency},
    {"transfer", PC_HOLDS_X, PC_ASK_DICT, PC_PRINT_RULE, X "; " PDF "10.5",
     "Nothing changes tones or is put in on the press.", EXPORT_X, pc_rule_transfer},

    {"bleed", PC_HOLDS_ALL, PC_ASK_PAGE, PC_PRINT_ADVICE, PDF "14.11.2",
     "Colour runs 3 mm over the edges.",
     "export it with 3 mm of bleed on all sides if colour touches an edge", pc_rule_bleed},
    {"hairlines", PC_HOLDS_ALL, PC_ASK_OPERATION, PC_PRINT_ADVICE, PDF "8.4.3.2",
     "Lines are at least 0.25 pt wide.", "make thin lines wider: they may vanish in print",
     pc_rule_hairlines},
    {"black-text", PC_HOLDS_ALL, PC_ASK_OPERATION, PC_PRINT_ADVICE, PDF "8.6.4",
     "Black and grey text is black ink alone.", "export it in CMYK with black text as K 100",
     pc_rule_black},
    {"ink", PC_HOLDS_ALL, PC_ASK_OPERATION, PC_INK_LIMIT, PDF "8.6.4.4",
     "The four inks together are at most 300 %, or print.ink-limit.", "choose a lighter colour",
     pc_rule_ink},
    {"resolution", PC_HOLDS_ALL, PC_ASK_OPERATION, PC_LOW_RESOLUTION, PDF "8.9.5",
     "Pictures have at least 150 pixels an inch.", "use a larger original, or print it smaller",
     pc_rule_resolution},

    {"ua-claim", PC_HOLDS_UA, PC_ASK_FILE, PC_PRINT_RULE, UA "5",
     "The file says that it is PDF/UA-1.", EXPORT_TAGGED, pc_rule_claim_ua},
    {"tagged", PC_HOLDS_UA, PC_ASK_FILE, PC_PRINT_RULE, UA "7.1", "The file is tagged.",
     EXPORT_TAGGED, pc_rule_tagged},
    {"language", PC_HOLDS_UA, PC_ASK_FILE, PC_PRINT_RULE, UA "7.2", "The file says its language.",
     "set the language of the document", pc_rule_language},
    {"title-shown", PC_HOLDS_UA, PC_ASK_FILE, PC_PRINT_RULE, UA "7.1",
     "Readers show the title, not the name of the file.", EXPORT_TAGGED, pc_rule_shown_title},
    {"structure", PC_HOLDS_UA, PC_ASK_FILE, PC_PRINT_RULE, UA "7.1; " PDF "14.7.4",
     "Every part of a page stands in the structure, once.", EXPORT_TAGGED, pc_rule_tree},
    {"parents", PC_HOLDS_UA, PC_ASK_ELEMENT, PC_PRINT_RULE, PDF "14.7.2",
     "Every element of the structure knows its parent.", EXPORT_TAGGED, pc_rule_parents},
    {"marked", PC_HOLDS_UA, PC_ASK_OPERATION, PC_PRINT_RULE, UA "7.1",
     "All that is drawn is content or decoration.", EXPORT_TAGGED, pc_rule_marked},
    {"marks-end", PC_HOLDS_UA, PC_ASK_OPERATION, PC_PRINT_RULE, PDF "14.6",
     "Marked content begins and ends.", EXPORT_TAGGED, pc_rule_balance},
    {"artifacts", PC_HOLDS_UA, PC_ASK_OPERATION, PC_PRINT_RULE, UA "7.1",
     "Decoration and content are not inside each other.", EXPORT_TAGGED, pc_rule_artifacts},
    {"alt", PC_HOLDS_UA, PC_ASK_ELEMENT, PC_PRINT_RULE, UA "7.3",
     "Every picture has a description.", "describe each picture in a sentence (alt text)",
     pc_rule_alt},
    {"figure-box", PC_HOLDS_OWN, PC_ASK_ELEMENT, PC_PRINT_RULE, PDF "14.8.5.4.3",
     "Every picture says where it stands.", EXPORT_TAGGED, pc_rule_figure_box},
    {"headings", PC_HOLDS_UA, PC_ASK_ELEMENT, PC_PRINT_RULE, UA "7.4.2",
     "Headings begin at level 1 and skip none.", EXPORT_TAGGED, pc_rule_headings},
    {"header-cells", PC_HOLDS_UA, PC_ASK_ELEMENT, PC_PRINT_RULE, UA "7.5",
     "Header cells say what they are for.", EXPORT_TAGGED, pc_rule_scope},
    {"nesting", PC_HOLDS_UA, PC_ASK_ELEMENT, PC_PRINT_RULE, UA "7.5, 7.6",
     "Parts of lists and tables stand in lists and tables.", EXPORT_TAGGED, pc_rule_nesting},
    {"tab-order", PC_HOLDS_UA, PC_ASK_PAGE, PC_PRINT_RULE, UA "7.18.3",
     "The order of a page is that of its structure.", EXPORT_TAGGED, pc_rule_tabs},
    {"links", PC_HOLDS_UA, PC_ASK_PAGE, PC_PRINT_RULE, UA "7.18.5",
     "Every link has a description and a place in the structure.", EXPORT_TAGGED, pc_rule_links},
};

const pc_rule *pc_rules(int *count) {
  *count = G_N_ELEMENTS(rules);
  return rules;
}

bool pc_subject_has(const pc_subject *subject, const char *key) {
  for (guint i = 0; i < subject->keys->len; i++) {
    if (strcmp(subject->keys->pdata[i], key) == 0)
      return true;
  }
  return false;
}

const char *pc_rules_text(pc_pdf *pdf, qpdf_oh string) {
  return qpdf_oh_is_string(pdf, string) ? qpdf_oh_get_utf8_value(pdf, string) : "";
}

/* MediaBox is handed down the tree of pages, the others are not (ISO 32000-1, 7.7.3.3). */
bool pc_rules_box(pc_pdf *pdf, qpdf_oh page, const char *key, double box[4]) {
  qpdf_oh node = page;
  qpdf_oh array = qpdf_oh_get_key(pdf, node, key);
  for (int i = 0; i < 32 && qpdf_oh_is_null(pdf, array) && strcmp(key, "/MediaBox") == 0; i++) {
    node = qpdf_oh_get_key_if_dict(pdf, node, "/Parent");
    array = qpdf_oh_get_key_if_dict(pdf, node, key);
  }
  return pc_pdf_read_box(pdf, array, box);
}
