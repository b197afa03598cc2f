/* owntext.c - texts that nobody wrote as they are printed.  Layer: layout. */
#include "layout/owntext.h"

#include <string.h>

static void *own(pc_layout *layout, gsize size) {
  void *bytes = g_malloc0(MAX(size, 1));
  g_ptr_array_add(layout->texts, bytes);
  return bytes;
}

const pc_rich *pc_owntext_new(pc_layout *layout, const char *text, pc_place at) {
  size_t length = strlen(text);
  char *copy = own(layout, length + 1);
  memcpy(copy, text, length + 1);
  pc_span *span = own(layout, sizeof *span);
  *span = (pc_span){.end = (int)length};
  pc_rich *rich = own(layout, sizeof *rich);
  *rich = (pc_rich){
      .text = copy, .length = (int)length, .at = at, .n_spans = length > 0, .spans = span};
  return rich;
}

/* The sum of all parts, with room for what they hold. */
static pc_rich *own_sum(pc_layout *layout, const pc_rich *const *parts, int n) {
  pc_rich *sum = own(layout, sizeof *sum);
  for (int i = n - 1; i >= 0; i--) {
    if (parts[i] == NULL)
      continue;
    sum->at = parts[i]->at;
    sum->length += parts[i]->length;
    sum->n_spans += parts[i]->n_spans;
    sum->n_rubies += parts[i]->n_rubies;
  }
  return sum;
}

static void append_part(char *text, pc_span *spans, pc_ruby *rubies, const pc_rich *part,
                        int from) {
  memcpy(text, part->text, (gsize)part->length);
  for (int i = 0; i < part->n_spans; i++) {
    spans[i] = part->spans[i];
    spans[i].start += from;
    spans[i].end += from;
  }
  for (int i = 0; i < part->n_rubies; i++) {
    rubies[i] = part->rubies[i];
    rubies[i].start += from;
    rubies[i].end += from;
  }
}

const pc_rich *pc_owntext_join(pc_layout *layout, const pc_rich *const *parts, int n) {
  pc_rich *sum = own_sum(layout, parts, n);
  if (sum->length == 0)
    return NULL;
  char *text = own(layout, (gsize)sum->length + 1);
  pc_span *spans = own(layout, sizeof *spans * (gsize)sum->n_spans);
  pc_ruby *rubies = own(layout, sizeof *rubies * (gsize)sum->n_rubies);
  sum->text = text;
  sum->spans = spans;
  sum->rubies = rubies;
  int from = 0;
  for (int i = 0; i < n; i++) {
    if (parts[i] == NULL)
      continue;
    append_part(text + from, spans, rubies, parts[i], from);
    from += parts[i]->length;
    spans += parts[i]->n_spans;
    rubies += parts[i]->n_rubies;
  }
  return sum;
}
