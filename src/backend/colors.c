/* colors.c - operators of colour in their new form.  Layer: backend. */
#include "backend/content_state.h"

#include <math.h>
#include <string.h>

static bool is_stroke(const pc_operation *operation) {
  return g_ascii_isupper(operation->name[0]);
}

/* Components in front of an operator for the filling or the stroking colour. */
static void append_color(GString *out, const double *color, int n, const char *operator) {
  for (int i = 0; i < n; i++)
    pc_content_append_number(out, color[i]);
  g_string_append_printf(out, "%s\n", operator);
}

/* Of the colour that text is filled with. */
static void note_inks(pc_content_state *state, const double *ink, bool stroke) {
  if (!stroke)
    state->now.is_mixed_black = ink != NULL && pc_inks_are_mixed_black(ink);
}

static void append_mixture(pc_content_state *state, const pc_mixture *mixture, bool stroke,
                           GString *out) {
  if (mixture->n == 1)
    append_color(out, mixture->at, 1, stroke ? "G" : "g");
  else
    append_color(out, mixture->at, 4, stroke ? "K" : "k");
  if (mixture->n == 4)
    pc_ink_meter_add(state->work->meter, state->work->figure, mixture->at);
  note_inks(state, mixture->n == 4 ? mixture->at : NULL, stroke);
}

/* What the printer's software will make of a colour that stays. */
static void measure_color(const pc_content_state *state, const pc_space *space,
                          const double *color) {
  if (state->work->figure == NULL || !pc_separation_measures_rgb(state->work))
    return;
  const pc_mixture mixture = pc_space_mix(space, color, PC_TARGET_INKS);
  pc_ink_meter_add(state->work->meter, state->work->figure, mixture.at);
}

/* cairo writes colours with some digits only. */
static const double color_slack = 1e-4;

/* The inks of the author's that cairo painted this for. */
static bool find_own(const pc_content_state *state, const double *rgb, pc_mixture *mixture) {
  const GArray *own = state->work->own;
  for (guint i = 0; i < own->len && !state->content->is_foreign; i++) {
    const pc_own_inks *inks = &g_array_index(own, pc_own_inks, i);
    double off = 0;
    for (int k = 0; k < 3; k++)
      off = MAX(off, fabs(inks->rgb[k] - rgb[k]));
    if (off < color_slack) {
      mixture->n = 4;
      memcpy(mixture->at, inks->inks.ink, sizeof mixture->at);
      return true;
    }
  }
  return false;
}

/* g G rg RG k K: as many components as the space has. */
void pc_colors_set_device(pc_content_state *state, const pc_operation *operation, GString *out) {
  static const pc_space_kind kinds[] = {
      [1] = PC_SPACE_GREY, [3] = PC_SPACE_RGB, [4] = PC_SPACE_CMYK};
  const double *n = operation->numbers;
  const bool stroke = is_stroke(operation), is_known = operation->n_numbers <= 4;
  const pc_space_kind kind = is_known ? kinds[operation->n_numbers] : PC_SPACE_OTHER;
  *(stroke ? &state->now.stroke : &state->now.fill) = NULL;
  note_inks(state, kind == PC_SPACE_CMYK ? n : NULL, stroke);
  if (kind == PC_SPACE_CMYK && state->work != NULL)
    pc_ink_meter_add(state->work->meter, state->work->figure, n);
  if (pc_content_is_kept(state) || kind == PC_SPACE_CMYK || kind == PC_SPACE_OTHER) {
    pc_operation_copy(operation, out);
    return;
  }
  const double rgb[] = {n[0], n[kind == PC_SPACE_RGB ? 1 : 0], n[kind == PC_SPACE_RGB ? 2 : 0]};
  pc_mixture mixture = {0};
  if (state->content->target == PC_TARGET_SHARES || !find_own(state, rgb, &mixture))
    mixture = pc_space_mix(pc_spaces_get(state->work->spaces, kind), n, state->content->target);
  if (mixture.n == 0)
    measure_color(state, pc_spaces_get(state->work->spaces, kind), n);
  if (mixture.n == 0)
    pc_operation_copy(operation, out);
  else
    append_mixture(state, &mixture, stroke, out);
}

/* A space by its name; NULL: colours are not asked for. */
static const pc_named_space *read_space(pc_content_state *state, const pc_operation *operation) {
  g_autofree char *name = pc_content_is_kept(state) ? NULL : pc_operation_copy_name(operation);
  if (name == NULL)
    return NULL;
  pc_named_space *named = g_hash_table_lookup(state->spaces, name);
  if (named == NULL) {
    pc_separation *work = state->work;
    named = g_new0(pc_named_space, 1);
    named->name = g_strdup(name);
    named->space =
        pc_spaces_read(work->spaces, qpdf_oh_new_name(work->pdf, name), state->content->resources);
    g_hash_table_insert(state->spaces, named->name, named);
  }
  return named;
}

/* Whether colours may have to leave it. */
static bool is_left(const pc_content_state *state, const pc_space *space) {
  const pc_space *colors = space->kind == PC_SPACE_PATTERN ? space->base : space;
  return colors != NULL && pc_space_is_mixed(colors, state->content->target);
}

static void append_named(pc_content_state *state, const pc_named_space *named, const double *color,
                         bool stroke, GString *out) {
  const pc_mixture mixture = pc_space_mix(named->space, color, state->content->target);
  if (mixture.n > 0) {
    append_mixture(state, &mixture, stroke, out);
    return;
  }
  measure_color(state, named->space, color);
  g_string_append_printf(out, "%s %s ", named->name, stroke ? "CS" : "cs");
  append_color(out, color, named->space->channels, stroke ? "SC" : "sc");
}

/* cs CS: a new space begins with its first colour, black in most. */
void pc_colors_set_space(pc_content_state *state, const pc_operation *operation, GString *out) {
  static const double black[4] = {0, 0, 0, 0}, black_ink[4] = {0, 0, 0, 1};
  const bool stroke = is_stroke(operation);
  const pc_named_space *found = read_space(state, operation);
  const pc_named_space *named = found != NULL && is_left(state, found->space) ? found : NULL;
  *(stroke ? &state->now.stroke : &state->now.fill) = named;
  note_inks(state, NULL, stroke);
  if (!stroke)
    state->now.has_ink_space =
        named == NULL && found != NULL && found->space->channels == 4 &&
        (found->space->kind == PC_SPACE_CMYK || found->space->kind == PC_SPACE_INKS);
  if (named == NULL)
    pc_operation_copy(operation, out);
  else if (named->space->kind != PC_SPACE_PATTERN)
    append_named(state, named, named->space->kind == PC_SPACE_INKS ? black_ink : black, stroke,
                 out);
}

/* A pattern without colours of its own; its space comes with them. */
static void set_stencil_pattern(pc_content_state *state, const pc_named_space *named,
                                const pc_operation *operation, GString *out) {
  static const char inks[] = "/XXinks";
  pc_separation *work = state->work;
  const pc_mixture mixture =
      pc_space_mix(named->space->base, operation->numbers, state->content->target);
  g_autofree char *name = pc_operation_copy_name(operation);
  if (mixture.n != 4 || name == NULL) {
    g_string_append_printf(out, "%s %s ", named->name, is_stroke(operation) ? "CS" : "cs");
    pc_operation_copy(operation, out);
    return;
  }
  const qpdf_oh spaces = pc_pdf_open_dict(work->pdf, state->content->resources, "/ColorSpace");
  qpdf_oh_replace_key(work->pdf, spaces, inks, qpdf_oh_parse(work->pdf, "[/Pattern /DeviceCMYK]"));
  g_string_append_printf(out, "%s %s ", inks, is_stroke(operation) ? "CS" : "cs");
  append_color(out, mixture.at, 4, name);
  g_string_append_printf(out, "%s\n", operation->name);
}

void pc_colors_set(pc_content_state *state, const pc_operation *operation, GString *out) {
  const bool stroke = is_stroke(operation);
  const pc_named_space *named = stroke ? state->now.stroke : state->now.fill;
  g_autofree char *pattern = pc_content_use_name(state, operation);
  const bool has_inks = state->now.has_ink_space && operation->n_numbers == 4;
  note_inks(state, has_inks ? operation->numbers : NULL, stroke);
  if (pattern != NULL)
    pc_separation_visit_pattern(state->work, pc_content_find_resource(state, "/Pattern", pattern),
                                state->content);
  if (named == NULL || pc_content_is_kept(state) || operation->n_numbers == 0)
    pc_operation_copy(operation, out);
  else if (named->space->kind == PC_SPACE_PATTERN)
    set_stencil_pattern(state, named, operation, out);
  else
    append_named(state, named, operation->numbers, stroke, out);
}
