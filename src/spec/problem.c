/* problem.c - says what to do where libyaml says what it expected.  Layer: spec. */
#include "spec/problem.h"

#include <string.h>

#include <glib.h>

#include "base/translate.h"

/* "{char}" stands for the character at the place. */
typedef struct text_fix {
  size_t at; /* bytes of the text */
  const char *message, *hint;
} text_fix;

/* problem and context are libyaml's words; NULL: any. */
typedef struct problem_rule {
  const char *problem, *context;
  bool at_context; /* where the thing began, not where it went wrong */
  const char *message, *hint;
  void (*refine)(const pc_yaml_problem *problem, const char *text, text_fix *fix);
} problem_rule;

static const char needs_quotes[] = "a text that begins with '{char}' needs quotes";
static const char add_quotes[] = "put quotes around the whole text";
static const char tab_message[] = "a tab stands where only blanks may stand";
static const char tab_hint[] = "indent with blanks; most editors can replace tabs by blanks";
static const char escape_message[] = "in double quotes '\\' begins an escape, but not this one";
static const char escape_hint[] = "write '\\\\' for one '\\', or use single quotes";
static const char unclosed_quote[] = "the quotation mark that opens here is never closed";
static const char close_quote[] =
    "close it, or put a text with a quotation mark into the other kind";
static const char unclosed_bracket[] =
    "the '{char}' that opens here is not closed, or a ',' is missing";
static const char close_bracket[] =
    "close it, or put quotes around a text that begins with '{char}'";

static const char missing_colon[] = "a ':' is missing after the key in this line";
static const char missing_colon_hint[] = "write 'key: value', or '- ' before an item of a list";

static size_t find_line(const char *text, size_t at) {
  while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r')
    at--;
  return at;
}

static size_t measure_line(const char *text, size_t at) {
  return strcspn(text + at, "\r\n");
}

static bool has(const char *text, size_t from, size_t to, const char *needle) {
  return to > from && g_strstr_len(text + from, (gssize)(to - from), needle) != NULL;
}

static void refine_start(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  if (text[problem->problem_at] != '\t')
    return;
  fix->message = tab_message;
  fix->hint = tab_hint;
}

/* "title:はじめに" and "title：はじめに" are texts to YAML.  Says so where the line from start has
 * one. */
static void explain_colon(const char *text, size_t start, text_fix *fix) {
  size_t end = start + measure_line(text, start);
  if (has(text, start, end, "："))
    fix->hint = "type ':' and a blank instead of the wide '：'";
  else if (has(text, start, end, ":\u3000"))
    fix->hint = "type an ordinary blank after ':' instead of the wide one";
  else if (has(text, start, end, ":"))
    fix->hint = "type a blank after ':'";
}

/* Wide blanks and those of word processors look like indentation, but are text to YAML. */
static bool find_wide_blank(const char *text, size_t at, text_fix *fix) {
  gunichar c = g_utf8_get_char(text + at);
  if (c != 0x3000 && c != 0xa0)
    return false;
  *fix = (text_fix){at, "a wide blank stands where only ordinary blanks may stand",
                    "indent with ordinary blanks, typed half-width"};
  return true;
}

/* The last line above that is not empty; its last character, without blanks, goes to *end. */
static size_t find_above(const char *text, size_t line, size_t *end) {
  size_t at = line;
  while (at > 0 && strchr(" \t\r\n", text[at - 1]) != NULL)
    at--;
  *end = at > 0 ? at - 1 : 0;
  return find_line(text, at);
}

/* A text below "text: |" or "text:" that is not indented further than this key.  Below the second,
 * what looks like a key is one. */
static void find_shallow_text(const char *text, size_t at, bool is_key, text_fix *fix) {
  size_t line = find_line(text, at), end = 0;
  size_t above = find_above(text, line, &end);
  size_t key = above + strspn(text + above, " -");
  if (line == 0 || at - line > key - above)
    return;
  size_t mark = end;
  while (mark > key && strchr("+-0123456789", text[mark]) != NULL)
    mark--;
  bool is_block = strchr("|>", text[mark]) != NULL && has(text, key, mark, ": ");
  if (!is_block && (is_key || text[end] != ':'))
    return;
  *fix = (text_fix){at, "this text is not indented further than the key above it",
                    is_block ? "begin each of its lines two blanks further to the right"
                             : "write '|' after that ':', and begin each line of the text two "
                               "blanks further to the right"};
}

static void refine_missing_colon(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  const char *hint = fix->hint;
  if (find_wide_blank(text, problem->context_at, fix))
    return;
  explain_colon(text, problem->context_at, fix);
  find_shallow_text(text, problem->context_at, fix->hint != hint, fix);
}

static void refine_column(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  find_wide_blank(text, problem->problem_at, fix);
}

/* "-title: あ" and "－ title: あ" are keys or texts to YAML: the dash of a list wants to be '-'
 * with a blank after it. */
static bool find_bad_dash(const char *text, size_t line, text_fix *fix) {
  static const char *const wide[] = {"－", "ー", "―", "−", "‐", "–", "・"};
  size_t at = line + strspn(text + line, " ");
  bool is_bad = text[at] == '-' && strchr(" -\r\n", text[at + 1]) == NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(wide) && !is_bad; i++)
    is_bad = g_str_has_prefix(text + at, wide[i]);
  if (!is_bad)
    return false;
  *fix = (text_fix){at, "an item of a list begins with '-' and a blank, not like this",
                    "type '- ' before the item"};
  return true;
}

/* A second ": " on the line, or a key below a text; that text may be a key without its ": ". */
static void refine_colon(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  size_t line = find_line(text, problem->problem_at);
  if (has(text, line, problem->problem_at, ": "))
    return;
  fix->at = line + strspn(text + line, " -");
  fix->message = "a key cannot begin here, below a text";
  fix->hint = "begin it in the same column as the keys above, or put quotes around the text";
  size_t above = find_line(text, line > 0 ? line - 1 : 0);
  if (find_bad_dash(text, line, fix) || find_bad_dash(text, above, fix))
    return;
  size_t indent = strspn(text + above, " -");
  if (line == 0 || fix->at - line > indent || has(text, above, line, ": "))
    return;
  fix->at = above + indent;
  fix->message = missing_colon;
  fix->hint = missing_colon_hint;
  explain_colon(text, above, fix);
}

static void refine_flow(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  bool is_one_line = find_line(text, problem->problem_at) == find_line(text, problem->context_at);
  size_t line_end = problem->context_at + measure_line(text, problem->context_at);
  if (text[problem->context_at + 1] == '#' || has(text, problem->context_at, line_end, " #")) {
    fix->hint = "put quotes around a colour: '#' begins a remark";
  } else if (is_one_line && text[problem->problem_at] != '\0') {
    fix->at = problem->problem_at;
    fix->message = "a ',' or the closing bracket is missing before this";
    fix->hint = "put quotes around a text that contains ': ' or begins with '{' or '['";
  }
}

/* The first that matches counts. */
static const problem_rule rules[] = {
    {"found character that cannot start any token", NULL, false, needs_quotes, add_quotes,
     refine_start},
    {"found a tab character that violates indentation", NULL, false, tab_message, tab_hint, NULL},
    {"found a tab character where an indentation space is expected", NULL, false, tab_message,
     tab_hint, NULL},
    {"mapping values are not allowed in this context", NULL, false,
     "a text that contains ': ' needs quotes", add_quotes, refine_colon},
    {"could not find expected ':'", NULL, true, missing_colon, missing_colon_hint,
     refine_missing_colon},
    {"found unexpected end of stream", NULL, true, unclosed_quote, close_quote, NULL},
    {"found unexpected document indicator", NULL, true, unclosed_quote, close_quote, NULL},
    {"found unknown escape character", NULL, false, escape_message, escape_hint, NULL},
    {"did not find expected hexdecimal number", NULL, false, escape_message, escape_hint, NULL},
    {"found invalid Unicode character escape code", NULL, false, escape_message, escape_hint, NULL},
    {"did not find expected alphabetic or numeric character", NULL, true, needs_quotes, add_quotes,
     NULL},
    {NULL, "while scanning a tag", true, needs_quotes, add_quotes, NULL},
    {NULL, "while parsing a tag", true, needs_quotes, add_quotes, NULL},
    {"found undefined tag handle", NULL, true, needs_quotes, add_quotes, NULL},
    {NULL, "while scanning a block scalar", true,
     "nothing but the text's indented lines may follow '{char}'",
     "begin the text on the next line, or put quotes around a text that begins with '{char}'",
     NULL},
    {NULL, "while scanning a directive", true, needs_quotes, add_quotes, NULL},
    {"block sequence entries are not allowed in this context", NULL, false,
     "a list cannot begin here",
     "begin it on a line of its own, or put quotes around a text that begins with '- '", NULL},
    {"mapping keys are not allowed in this context", NULL, false,
     "a text that begins with '? ' needs quotes", add_quotes, NULL},
    {"did not find expected '-' indicator", NULL, false, "an item with '- ' is expected here",
     "items of one list begin in the same column, and so do the keys of one item", refine_column},
    {"did not find expected key", NULL, false, "a key such as 'title:' is expected here",
     "keys that belong together begin in the same column", refine_column},
    {"did not find expected ',' or '}'", NULL, true, unclosed_bracket, close_bracket, refine_flow},
    {"did not find expected ',' or ']'", NULL, true, unclosed_bracket, close_bracket, refine_flow},
    {"did not find expected node content", NULL, false, "a value is missing before this",
     "write the value, or put quotes around a text that contains marks such as ',' or ']'", NULL},
    {NULL, NULL, false, "this cannot be read as YAML",
     "look at this line and the one before it; put quotes around a text with special marks", NULL},
};

static bool matches(const char *wanted, const char *said) {
  return wanted == NULL || g_strcmp0(wanted, said) == 0;
}

static text_fix find_fix(const pc_yaml_problem *problem, const char *text) {
  const problem_rule *rule = rules;
  while (!matches(rule->problem, problem->problem) || !matches(rule->context, problem->context))
    rule++;
  text_fix fix = {rule->at_context ? problem->context_at : problem->problem_at, rule->message,
                  rule->hint};
  if (rule->refine != NULL)
    rule->refine(problem, text, &fix);
  return fix;
}

/* A value such as {支援|しえん}とは, or "支援"とは: the text goes on after what looked like its
 * end. */
static bool find_tail(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  const pc_node *last = problem->last;
  if (last == NULL || last->source_length == 0 || strchr("{[\"'", last->source[0]) == NULL)
    return false;
  const char *end = last->source + last->source_length;
  end += strspn(end, " ");
  if (end != text + problem->problem_at || strchr("\r\n", *end) != NULL)
    return false;
  bool is_bracket = last->source[0] == '{' || last->source[0] == '[';
  bool is_one_line = measure_line(last->source, 0) >= last->source_length;
  fix->at = (size_t)(last->source - text);
  if (is_bracket || !is_one_line) {
    fix->message = is_bracket ? needs_quotes
                              : "the quotation mark that opens here is not closed "
                                "where the text ends";
    fix->hint = is_bracket ? add_quotes : close_quote;
    return true;
  }
  fix->at = problem->problem_at;
  fix->message = "the text goes on after its closing quotation mark";
  fix->hint = "put the other kind of quotes, \" or ', around the whole text";
  return true;
}

/* The bracket around at that is still open, or -1.  Brackets in quotes count too: a guess. */
static long find_open_bracket(const char *text, size_t at) {
  int depth = 0;
  for (long i = (long)at - 1; i >= 0; i--) {
    if (text[i] == ']' || text[i] == '}')
      depth++;
    else if ((text[i] == '[' || text[i] == '{') && depth-- == 0)
      return i;
  }
  return -1;
}

/* Inside brackets that are not closed the lines that follow look wrong, but are not. */
static bool find_open(const pc_yaml_problem *problem, const char *text, text_fix *fix) {
  if (!problem->in_brackets || find_line(text, problem->problem_at) == 0)
    return false;
  long open = find_open_bracket(text, problem->problem_at);
  if (open < 0 || find_line(text, (size_t)open) == find_line(text, problem->problem_at))
    return false;
  *fix = (text_fix){(size_t)open, unclosed_bracket, close_bracket};
  pc_yaml_problem inner = *problem;
  inner.context_at = (size_t)open;
  refine_flow(&inner, text, fix);
  return true;
}

static char *fill_in(const char *message, const char *character) {
  GString *out = g_string_new(message);
  g_string_replace(out, "{char}", character, 0);
  return g_string_free(out, FALSE);
}

void pc_yaml_problem_report(const pc_yaml_problem *problem, const pc_yaml_text *source,
                            pc_diags *diags) {
  text_fix fix = find_fix(problem, source->text);
  if (fix.message != unclosed_quote && !find_tail(problem, source->text, &fix))
    find_open(problem, source->text, &fix);
  const char *at = source->text + fix.at;
  g_autofree char *character = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));
  g_autofree char *message = fill_in(_(fix.message), character);
  g_autofree char *hint = fill_in(_(fix.hint), character);
  PC_REPORT_HINT(diags, pc_place_after(source->start, source->text, fix.at), PC_SYNTAX, hint, "%s",
                 message);
}
