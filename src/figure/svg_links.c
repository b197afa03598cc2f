/* svg_links.c - renames the href of every <a>.  Layer: figure. */
#include "figure/svg_links.h"

#include <stdbool.h>
#include <string.h>

/* What is not a tag, and how it ends. */
static const struct {
  const char *begin, *end;
} skipped[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}, {"</", ">"}};

static bool begins_with(const char *at, const char *end, const char *text) {
  const size_t length = strlen(text);
  return (size_t)(end - at) >= length && memcmp(at, text, length) == 0;
}

/* Behind what begins at a '<' that is no opening tag; NULL: it is one. */
static char *skip_other(char *at, char *end) {
  for (size_t i = 0; i < G_N_ELEMENTS(skipped); i++) {
    if (!begins_with(at, end, skipped[i].begin))
      continue;
    char *stop = memmem(at, (size_t)(end - at), skipped[i].end, strlen(skipped[i].end));
    return stop != NULL ? stop + strlen(skipped[i].end) : end;
  }
  return NULL;
}

static bool ends_name(char c) {
  return g_ascii_isspace(c) || c == '=' || c == '>' || c == '/';
}

static char *skip_name(char *at, char *end) {
  while (at < end && !ends_name(*at))
    at++;
  return at;
}

/* Whether the name without its prefix is this. */
static bool is_named(const char *at, const char *end, const char *name) {
  const size_t length = strlen(name);
  return (size_t)(end - at) >= length && memcmp(end - length, name, length) == 0 &&
         ((size_t)(end - at) == length || end[-(ptrdiff_t)length - 1] == ':');
}

/* From behind the name of a tag to behind its '>'. */
static char *walk_attributes(char *at, char *end, bool is_link) {
  while (at < end && *at != '>') {
    char *name = at;
    at = skip_name(at, end);
    if (is_link && is_named(name, at, "href"))
      at[-1] = '_';
    if (at < end && *at == '>')
      break;
    if (at < end)
      at++;
    char *quote = at + 1 < end && (*at == '"' || *at == '\'')
                      ? memchr(at + 1, *at, (size_t)(end - at - 1))
                      : NULL;
    at = quote != NULL ? quote + 1 : at;
  }
  return at < end ? at + 1 : end;
}

GBytes *pc_svg_unlink(GBytes *file) {
  size_t length;
  const char *data = g_bytes_get_data(file, &length);
  if (length == 0)
    return g_bytes_ref(file);
  char *text = g_memdup2(data, length);
  char *end = text + length;
  for (char *at = memchr(text, '<', length); at != NULL && at < end;) {
    char *other = skip_other(at, end);
    char *name = at + 1;
    char *after = other != NULL ? other : skip_name(name, end);
    if (other == NULL)
      after = walk_attributes(after, end, is_named(name, after, "a"));
    at = after < end ? memchr(after, '<', (size_t)(end - after)) : NULL;
  }
  return g_bytes_new_take(text, length);
}
