/* diagram_edge.c - "A -> B" taken apart.  Layer: doc. */
#include "doc/diagram_edge.h"

#include <string.h>

typedef struct arrow {
  const char *sign;
  unsigned marks;
  bool is_reversed;
} arrow;

/* A sign stands before those that it contains. */
static const arrow arrows[] = {
    {"<..>", PC_EDGE_HEAD | PC_EDGE_TAIL | PC_EDGE_DASHED, false},
    {"<-->", PC_EDGE_HEAD | PC_EDGE_TAIL, false},
    {"<->", PC_EDGE_HEAD | PC_EDGE_TAIL, false},
    {"..>", PC_EDGE_HEAD | PC_EDGE_DASHED, false},
    {"<..", PC_EDGE_HEAD | PC_EDGE_DASHED, true},
    {"-->", PC_EDGE_HEAD, false},
    {"<--", PC_EDGE_HEAD, true},
    {"->", PC_EDGE_HEAD, false},
    {"<-", PC_EDGE_HEAD, true},
    {"--", 0, false},
    {"..", PC_EDGE_DASHED, false},
    {"→", PC_EDGE_HEAD, false},
    {"←", PC_EDGE_HEAD, true},
    {"↔", PC_EDGE_HEAD | PC_EDGE_TAIL, false},
    {"⇔", PC_EDGE_HEAD | PC_EDGE_TAIL, false},
};

static const char *const colons[] = {"：", ":"};

static bool is_blank(const char *at) {
  return *at == ' ' || *at == '\t' || strncmp(at, "\xE3\x80\x80", 3) == 0; /* U+3000 */
}

static bool ends_blank(const char *text, const char *end) {
  return end > text && (is_blank(end - 1) || (end - text >= 3 && is_blank(end - 3)));
}

static const arrow *match_arrow(const char *at) {
  for (size_t i = 0; i < G_N_ELEMENTS(arrows); i++) {
    if (g_str_has_prefix(at, arrows[i].sign))
      return &arrows[i];
  }
  return NULL;
}

/* The first arrow of a text; spaced: only one with room on both sides. */
static const arrow *find_arrow(const char *text, bool spaced, const char **where) {
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const arrow *found = match_arrow(at);
    bool stands_free = found != NULL && ends_blank(text, at) && is_blank(at + strlen(found->sign));
    *where = at;
    if (found != NULL && (stands_free || !spaced))
      return found;
  }
  return NULL;
}

static char *copy_stripped(const char *start, size_t length) {
  while (length > 0 && is_blank(start)) {
    size_t width = *start == ' ' || *start == '\t' ? 1 : 3;
    start += width;
    length -= width;
  }
  while (length > 0 && ends_blank(start, start + length))
    length -= is_blank(start + length - 1) ? 1 : 3;
  return g_strndup(start, length);
}

bool pc_edge_text_parse(pc_edge_text *edge, const char *text) {
  *edge = (pc_edge_text){.left = NULL};
  const char *at = text;
  bool spaced = true;
  const arrow *found = find_arrow(text, spaced, &at);
  if (found == NULL) {
    spaced = false;
    found = find_arrow(text, spaced, &at);
  }
  if (found == NULL)
    return false;
  const char *rest = at + strlen(found->sign);
  const char *ignored = NULL;
  *edge = (pc_edge_text){.left = copy_stripped(text, (size_t)(at - text)),
                         .right = copy_stripped(rest, strlen(rest)),
                         .marks = found->marks,
                         .is_reversed = found->is_reversed,
                         .has_more = find_arrow(rest, spaced, &ignored) != NULL};
  return *edge->left != '\0' && *edge->right != '\0';
}

void pc_edge_text_clear(pc_edge_text *edge) {
  g_free(edge->left);
  g_free(edge->right);
}

char *pc_edge_text_take_label(pc_edge_text *edge) {
  for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
    char *at = strstr(edge->right, colons[i]);
    if (at == NULL || at == edge->right)
      continue;
    const char *label = at + strlen(colons[i]);
    char *copy = copy_stripped(label, strlen(label));
    g_autofree char *whole = edge->right;
    edge->right = copy_stripped(whole, (size_t)(at - whole));
    return copy;
  }
  return NULL;
}
