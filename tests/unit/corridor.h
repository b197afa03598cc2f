/* corridor.h - a poster's YAML to its layout without fonts, for tests of what comes after. */
#ifndef PC_TEST_CORRIDOR_H
#define PC_TEST_CORRIDOR_H

#include <string.h>

#include "layout/layout.h"

typedef struct corridor {
  pc_diags *diags;
  pc_doc *doc;
  pc_measurer *measurer;
  pc_layout *layout;
} corridor;

static inline void print_problems(const corridor *house) {
  for (int i = 0; i < pc_diags_count(house->diags); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    pc_diag_format(pc_diags_at(house->diags, i), text);
    g_test_message("%s", text->str);
  }
}

/* With the square measurer: the same lines on every machine. */
static inline void corridor_init(corridor *house, const char *yaml, const char *folder,
                                 bool draft) {
  pc_decode_options decode = {.file = "poster.yaml", .folder = folder};
  pc_layout_options options = {.draft = draft, .keeps_board = true};
  house->diags = pc_diags_new();
  house->doc = pc_doc_decode(yaml, strlen(yaml), &decode, house->diags);
  house->measurer = pc_measurer_new_square();
  house->layout = NULL;
  if (house->doc != NULL)
    house->layout = pc_layout_new(house->doc, house->measurer, &options, house->diags);
  print_problems(house);
  g_assert_nonnull(house->layout);
}

static inline void corridor_clear(corridor *house) {
  pc_layout_free(house->layout);
  pc_measurer_free(house->measurer);
  pc_doc_free(house->doc);
  pc_diags_free(house->diags);
}

#endif
