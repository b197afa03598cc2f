/* compose.c - one paragraph's lines as data.  Layer: job. */
#include "job/compose.h"

#include <string.h>

#include "base/json.h"
#include "doc/markup.h"

static const char wide_space[] = "\u3000";

/* The same with so many more bytes before it. */
static const pc_rich *prepend_bytes(pc_spec *spec, const pc_rich *rich, const char *bytes, int n) {
  pc_rich *longer = pc_spec_alloc(spec, sizeof *longer);
  pc_span *spans = pc_spec_alloc(spec, ((gsize)rich->n_spans + 1) * sizeof *spans);
  pc_ruby *rubies = pc_spec_alloc(spec, ((gsize)rich->n_rubies + 1) * sizeof *rubies);
  g_autofree char *text = g_strdup_printf("%.*s%s", n, bytes, rich->text);
  *longer = *rich;
  longer->length += n;
  longer->text = pc_spec_copy(spec, text, (gsize)longer->length);
  spans[longer->n_spans++] = (pc_span){.end = n};
  for (int i = 0; i < rich->n_spans; i++) {
    spans[i + 1] = rich->spans[i];
    spans[i + 1].start += n;
    spans[i + 1].end += n;
  }
  for (int i = 0; i < rich->n_rubies; i++) {
    rubies[i] = rich->rubies[i];
    rubies[i].start += n;
    rubies[i].end += n;
  }
  longer->spans = spans;
  longer->rubies = rubies;
  return longer;
}

/* Markup drops U+3000 at a paragraph's start, for which posters have theme.text.indent; here it was
 * typed to be seen. */
static const pc_rich *parse_text(const pc_doc *doc, const char *text, pc_diags *diags) {
  const pc_place at = {"TEXT", 1, 1};
  pc_decoding decoding = {.normalize = doc->theme.text.normalize};
  pc_reader reader = {.spec = doc->spec, .diags = diags, .user = &decoding};
  const pc_string string = {text, pc_node_new_plain(doc->spec, at, text)};
  const pc_rich *rich = pc_markup_parse_inline(&reader, string);
  pc_lookalikes_report(&decoding.lookalikes, diags);
  if (rich == NULL)
    return pc_rich_plain(doc->spec, "", string.node);
  int n = 0;
  while (strncmp(text + n, wide_space, strlen(wide_space)) == 0)
    n += (int)strlen(wide_space);
  return n > 0 ? prepend_bytes(doc->spec, rich, text, n) : rich;
}

static void append_slice(pc_json *json, const char *text, int start, int end) {
  g_autofree char *slice = g_strndup(text + start, (gsize)(end - start));
  pc_json_text(json, "text", slice);
}

/* The bodies of a line, from *next on. */
static void append_bodies(pc_json *json, const char *text, const GArray *bodies, int line,
                          guint *next) {
  pc_json_begin_flat(json, "bodies", '[');
  for (; *next < bodies->len; (*next)++) {
    const pc_body_place *body = &g_array_index(bodies, pc_body_place, *next);
    if (body->line != line)
      break;
    pc_json_begin(json, NULL, '{');
    append_slice(json, text, body->start, body->end);
    pc_json_em(json, "x", body->x);
    pc_json_end(json, '}');
  }
  pc_json_end(json, ']');
}

static void append_flags(pc_json *json, const pc_line *line) {
  const struct {
    const char *key;
    bool value;
  } flags[] = {{"ragged", line->ragged}, {"hanging", line->hanging}, {"overfull", line->overfull}};
  for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
    if (flags[i].value)
      pc_json_bool(json, flags[i].key, true);
}

static void append_lines(pc_json *json, const pc_paragraph *paragraph, double measure) {
  g_autoptr(pc_lines) lines = pc_paragraph_break(paragraph, measure);
  g_autoptr(GArray) bodies = pc_paragraph_place_bodies(paragraph, measure);
  const char *text = pc_paragraph_rich(paragraph)->text;
  guint next = 0;
  for (int i = 0; i < lines->count; i++) {
    const pc_line *line = &lines->items[i];
    pc_json_begin(json, NULL, '{');
    append_slice(json, text, line->start, line->end);
    pc_json_em(json, "width", line->indent + line->width);
    append_flags(json, line);
    append_bodies(json, text, bodies, i, &next);
    pc_json_end(json, '}');
  }
}

void pc_compose_append(const pc_doc *doc, pc_measurer *measurer, const char *text,
                       const posterc_compose_options *options, pc_diags *diags, GString *out) {
  const pc_text_rules *rules = &doc->theme.text;
  const pc_text_style style = {
      .face = options->heading ? PC_FACE_HEADING : PC_FACE_BODY,
      .bold = options->heading,
      .is_heading = options->heading,
      .justify = rules->justify && !options->heading,
      .indent = rules->indent.unit == PC_UNIT_EM && !options->heading ? rules->indent.value : 0,
      .vertical = options->vertical,
      .rules = rules,
  };
  const pc_rich *rich = parse_text(doc, text, diags);
  g_autoptr(pc_paragraph) paragraph = pc_paragraph_new(measurer, rich, &style, diags);
  pc_json json;
  pc_json_init(&json, out);
  pc_json_begin(&json, NULL, '{');
  pc_json_begin(&json, "lines", '[');
  append_lines(&json, paragraph, options->measure_em);
  pc_json_end(&json, ']');
  pc_json_end(&json, '}');
  g_string_append_c(out, '\n');
}
