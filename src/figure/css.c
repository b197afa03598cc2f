/* css.c - declarations, imports, families and addresses of CSS (css-syntax-3).  Layer: figure. */
#include "figure/css.h"

#include <string.h>

/* A list is not read further. */
#define MAX_FAMILIES 32

/* The character of an escape that begins at *at, behind the backslash; *at moves behind it.  What
 * would read as syntax, or as nothing, becomes a blank. */
static gunichar decode_escape(const char **at) {
  const char *p = *at;
  gunichar code = 0;
  int digits = 0;
  for (; digits < 6 && g_ascii_isxdigit(*p); digits++, p++)
    code = code * 16 + (gunichar)g_ascii_xdigit_value(*p);
  if (digits > 0 && g_ascii_isspace(*p))
    p++;
  if (digits == 0 && *p != '\0') {
    code = g_utf8_get_char(p);
    p = g_utf8_next_char(p);
  }
  *at = p;
  const bool is_syntax =
      code < 0x80 && !g_ascii_isalnum((char)code) && strchr("-_@.#", (int)code) == NULL;
  return is_syntax || !g_unichar_validate(code) ? ' ' : code;
}

/* The text without comments and escapes. */
static char *clean_text(const char *css) {
  GString *out = g_string_new(NULL);
  for (const char *p = css; *p != '\0';) {
    const char *end = g_str_has_prefix(p, "/*") ? strstr(p + 2, "*/") : NULL;
    if (g_str_has_prefix(p, "/*")) {
      p = end != NULL ? end + 2 : p + strlen(p);
    } else if (*p == '\\') {
      p++;
      g_string_append_unichar(out, decode_escape(&p));
    } else {
      g_string_append_c(out, *p++);
    }
  }
  return g_string_free(out, FALSE);
}

/* Where the stretch that begins at text ends: at one of stops, outside quotation marks and
 * brackets. */
static const char *find_end(const char *text, const char *stops) {
  char quote = '\0';
  int depth = 0;
  const char *p = text;
  for (; *p != '\0'; p++) {
    if (quote != '\0') {
      quote = *p == quote ? '\0' : quote;
    } else if (*p == '"' || *p == '\'') {
      quote = *p;
    } else if (*p == '(' || *p == ')') {
      depth = MAX(0, depth + (*p == '(' ? 1 : -1));
    } else if (depth == 0 && strchr(stops, *p) != NULL) {
      break;
    }
  }
  return p;
}

static bool is_at_rule(const char *statement, const char *rule) {
  return g_ascii_strncasecmp(statement, rule, strlen(rule)) == 0;
}

static void read_statement(char *statement, const pc_css_visitor *visitor) {
  g_strstrip(statement);
  if (is_at_rule(statement, "@import"))
    visitor->import(visitor->user);
  char *colon = strchr(statement, ':');
  if (statement[0] == '@' || colon == NULL)
    return;
  *colon = '\0';
  g_autofree char *name = g_ascii_strdown(g_strstrip(statement), -1);
  char *important = strrchr(colon + 1, '!');
  if (important != NULL && find_end(colon + 1, "!") == important)
    *important = '\0';
  visitor->declare(name, g_strstrip(colon + 1), visitor->user);
}

void pc_css_read(const char *css, const pc_css_visitor *visitor) {
  g_autofree char *clean = clean_text(css);
  bool is_passed = false;
  for (const char *at = clean; *at != '\0';) {
    const char *end = find_end(at, ";{}");
    g_autofree char *statement = g_strndup(at, (gsize)(end - at));
    if (*end == '{')
      is_passed = is_at_rule(g_strstrip(statement), "@font-face");
    else if (!is_passed)
      read_statement(statement, visitor);
    is_passed = is_passed && *end != '}';
    at = *end != '\0' ? end + 1 : end;
  }
}

/* The shorthand's families stand behind its size, the last of the words that begin with a digit;
 * a keyword may stand for it.  NULL: no size, so it names a font of the system's. */
static const char *skip_shorthand(const char *value) {
  static const char *const sizes[] = {"xx-small", "x-small",  "small",  "medium",  "large",
                                      "x-large",  "xx-large", "larger", "smaller", NULL};
  const char *families = NULL;
  for (const char *p = value; *p != '\0' && strchr("\"',", *p) == NULL;) {
    const size_t length = strcspn(p, " \t\r\n,\"'");
    g_autofree char *word = g_strndup(p, strcspn(p, " \t\r\n,\"'/"));
    p += length;
    if (g_ascii_isdigit(word[0]) || word[0] == '.' || g_strv_contains(sizes, word))
      families = p;
    p += strspn(p, " \t\r\n");
  }
  return families;
}

static bool is_keyword(const char *name) {
  static const char *const keywords[] = {"inherit", "initial", "unset", "revert", NULL};
  return g_strv_contains(keywords, name);
}

char **pc_css_split_families(const char *value, bool is_shorthand) {
  GPtrArray *names = g_ptr_array_new();
  const char *at = is_shorthand ? skip_shorthand(value) : value;
  while (at != NULL && *at != '\0') {
    const char *end = find_end(at, ",");
    char *name = g_strstrip(g_strndup(at, (gsize)(end - at)));
    const size_t length = strlen(name);
    if (length > 1 && (name[0] == '"' || name[0] == '\'') && name[length - 1] == name[0]) {
      name[length - 1] = '\0';
      memmove(name, name + 1, length - 1);
    }
    if (name[0] == '\0' || is_keyword(name) || names->len == MAX_FAMILIES)
      g_free(name);
    else
      g_ptr_array_add(names, name);
    at = *end != '\0' ? end + 1 : end;
  }
  const bool is_empty = names->len == 0;
  g_ptr_array_add(names, NULL);
  char **list = (char **)g_ptr_array_free(names, FALSE);
  if (!is_empty)
    return list;
  g_strfreev(list);
  return NULL;
}

/* Where the address ends that begins at start: at its quotation mark or its bracket. */
static const char *find_url_end(const char *start) {
  const bool quoted = *start == '"' || *start == '\'';
  const char *end = strchr(start + (quoted ? 1 : 0), quoted ? *start : ')');
  return end != NULL ? end : start + strlen(start);
}

char *pc_css_next_url(const char **at) {
  for (const char *p = *at; *p != '\0'; p++) {
    if (g_ascii_strncasecmp(p, "url(", 4) != 0)
      continue;
    const char *start = p + 4 + strspn(p + 4, " \t\r\n");
    const char *end = find_url_end(start);
    *at = end;
    if (*start == '"' || *start == '\'')
      start++;
    return g_strstrip(g_strndup(start, (gsize)MAX(0, end - start)));
  }
  return NULL;
}
