/* printed.c - keeps the texts that are printed.  Layer: doc. */
#include "doc/printed.h"

static void free_printed(void *data) {
  pc_printed *printed = data;
  g_free(printed->text);
  g_array_unref(printed->lines);
  g_array_unref(printed->digits);
  g_string_free(printed->meaning, TRUE);
  g_free(printed);
}

pc_printing *pc_printing_new(void) {
  pc_printing *printing = g_new0(pc_printing, 1);
  printing->texts = g_ptr_array_new_with_free_func(free_printed);
  return printing;
}

void pc_printing_free(pc_printing *printing) {
  if (printing == NULL)
    return;
  g_ptr_array_unref(printing->texts);
  g_free(printing);
}

void pc_printing_note_text(pc_printing *printing, pc_string text) {
  if (printing == NULL)
    return;
  pc_printed *printed = g_new0(pc_printed, 1);
  *printed = (pc_printed){
      .at = text.node != NULL ? text.node->at : (pc_place){NULL, 0, 0},
      .text = g_strdup(text.text),
      .lines = g_array_new(FALSE, FALSE, sizeof(pc_printed_line)),
      .digits = g_array_new(FALSE, FALSE, sizeof(guint32)),
      .meaning = g_string_new(NULL),
  };
  g_ptr_array_add(printing->texts, printed);
}

void pc_printing_note_name(pc_printing *printing, pc_string text) {
  if (printing == NULL)
    return;
  pc_printing_note_text(printing, text);
  ((pc_printed *)printing->texts->pdata[printing->texts->len - 1])->is_name = true;
}
