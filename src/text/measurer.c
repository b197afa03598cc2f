/* measurer.c - chooses fonts or squares for a paragraph.  Layer: text. */
#include "text/measurer.h"

#include "text/phrasing.h"
#include "text/ruby.h"
#include "text/shape.h"
#include "text/vertical.h"

pc_measurer *pc_measurer_new(const pc_fonts *fonts) {
  pc_measurer *measurer = g_new0(pc_measurer, 1);
  measurer->fonts = fonts;
  measurer->reported = g_hash_table_new(NULL, NULL);
  return measurer;
}

pc_measurer *pc_measurer_new_square(void) {
  return pc_measurer_new(NULL);
}

void pc_measurer_free(pc_measurer *measurer) {
  if (measurer == NULL)
    return;
  g_hash_table_unref(measurer->reported);
  g_free(measurer);
}

const pc_fonts *pc_measurer_fonts(const pc_measurer *measurer) {
  return measurer->fonts;
}

static bool is_phrased(const pc_text_style *style) {
  const pc_phrase_breaks breaks = style->rules->phrase_breaks;
  return breaks == PC_PHRASE_ALL || (style->is_heading && breaks == PC_PHRASE_HEADINGS);
}

pc_paragraph *pc_paragraph_new(pc_measurer *measurer, const pc_rich *rich,
                               const pc_text_style *style, pc_diags *diags) {
  pc_paragraph *paragraph = g_new0(pc_paragraph, 1);
  paragraph->rich = rich;
  paragraph->style = *style;
  paragraph->style.is_heading = is_phrased(style);
  int n_chars = 0;
  g_autofree pc_char *chars = pc_chars_decode(rich, &n_chars);
  if (style->vertical)
    pc_vertical_settle(chars, n_chars);
  GArray *clusters = g_array_sized_new(FALSE, FALSE, sizeof(pc_cluster), (guint)n_chars);
  if (measurer->fonts == NULL)
    pc_square_shape(chars, n_chars, clusters);
  else
    pc_shape(&(pc_shaping){measurer, paragraph, chars, n_chars, diags}, clusters);
  paragraph->ruby =
      pc_ruby_set_new(&(pc_ruby_shaping){measurer, paragraph, chars, diags}, clusters);
  pc_paragraph_compose(paragraph, chars, n_chars, clusters);
  if (paragraph->style.is_heading)
    pc_phrasing_measure(paragraph, chars, n_chars);
  return paragraph;
}
