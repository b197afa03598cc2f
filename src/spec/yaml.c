/* yaml.c - the bytes of a YAML file: what is checked before and after the tree is built.
 * Layer: spec. */
#include "spec/yaml.h"

#include <string.h>

#include <glib.h>

#include "spec/builder.h"
#include "spec/encoding.h"

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* Past white space and remarks, at most to the end. */
static const char *skip_remarks(const char *text, const char *end) {
  bool in_remark = false;
  while (text < end) {
    in_remark = *text == '#' || (in_remark && *text != '\n' && *text != '\r');
    if (!in_remark && strchr(" \t\r\n", *text) == NULL)
      break;
    text++;
  }
  return text;
}

/* "..." ends a document; more of them change nothing. */
static const char *skip_document_ends(const char *text, const char *end) {
  text = skip_remarks(text, end);
  while (g_str_has_prefix(text, "..."))
    text = skip_remarks(text + 3, end);
  return text;
}

static void report_empty(pc_place at, pc_diags *diags) {
  PC_REPORT_HINT(diags, at, PC_SYNTAX, "a poster needs at least 'slides:'", "the file is empty");
}

/* Directives come before any limit of ours can count; a poster needs none. */
static bool check_start(const char *text, const char *end, pc_place start, pc_diags *diags) {
  const char *first = skip_remarks(text, end);
  if (first == end) {
    report_empty(start, diags);
    return false;
  }
  if (*first != '%')
    return true;
  PC_REPORT_HINT(diags, pc_place_after(start, text, (size_t)(first - text)), PC_SYNTAX,
                 "delete the line, or put quotes around a text that begins with '%'",
                 "a file cannot begin with '%%'");
  return false;
}

static bool check_rest(const pc_yaml_text *source, const char *rest, pc_diags *diags) {
  const char *end = source->text + source->length;
  rest = skip_document_ends(rest, end);
  if (rest == end)
    return true;
  pc_place at = pc_place_after(source->start, source->text, (size_t)(rest - source->text));
  if (g_str_has_prefix(rest, "---"))
    PC_REPORT_HINT(diags, at, PC_SYNTAX, "delete this line, or put what follows into another file",
                   "a second document begins here with '---', but one file is one poster");
  else
    PC_REPORT_HINT(diags, at, PC_SYNTAX, "check how far this line is indented",
                   "this does not belong to what stands above it");
  return false;
}

static bool check_size(size_t length, pc_place at, pc_diags *diags) {
  if (length <= PC_YAML_MAX_BYTES)
    return true;
  PC_REPORT(diags, at, PC_LIMIT, "the file is larger than %d MiB",
            PC_YAML_MAX_BYTES / (1024 * 1024));
  return false;
}

static const pc_node *parse_text(pc_spec *spec, pc_place start, const char *text, size_t length,
                                 pc_diags *diags) {
  char *copy = pc_spec_copy(spec, text, length);
  if (!pc_encoding_check(copy, length, start, diags))
    return NULL;
  if (!check_start(copy, copy + length, start, diags))
    return NULL;
  pc_yaml_text source = {copy, length, start};
  const char *rest = NULL;
  const pc_node *root = pc_yaml_build(spec, &source, &rest, diags);
  if (root == NULL || !check_rest(&source, rest, diags))
    return NULL;
  return root;
}

const pc_node *pc_yaml_parse(pc_spec *spec, const char *name, const char *text, size_t length,
                             pc_diags *diags) {
  pc_place start = {g_intern_string(name), 1, 1};
  if (!check_size(length, (pc_place){start.file, 0, 0}, diags))
    return NULL;
  bool has_mark = length >= 3 && memcmp(text, byte_order_mark, 3) == 0;
  size_t skipped = has_mark ? 3 : 0;
  const pc_node *root = parse_text(spec, start, text + skipped, length - skipped, diags);
  if (root == NULL || root->kind != PC_NODE_NULL)
    return root;
  report_empty(start, diags);
  return NULL;
}

const pc_node *pc_yaml_parse_value(pc_spec *spec, pc_place origin, const char *text,
                                   pc_diags *diags) {
  size_t length = strlen(text);
  if (!check_size(length, origin, diags))
    return NULL;
  /* A remark would be the whole value: "#aabbcc" is a colour. */
  if (text[strspn(text, " ")] == '#')
    return pc_node_new_plain(spec, origin, text + strspn(text, " "));
  if (*skip_remarks(text, text + length) == '\0')
    return pc_node_new_plain(spec, origin, "");
  return parse_text(spec, origin, text, length, diags);
}
