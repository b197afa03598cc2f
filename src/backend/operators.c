/* operators.c - goes through one content stream.  Layer: backend. */
#include "backend/operators.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "backend/content_state.h"
#include "backend/inline_image.h"
#include "backend/matrix.h"
#include "backend/shadings.h"

/* A thinner line may vanish in print (PRINT section 7), in points. */
#define MIN_LINE_PT 0.25
/* States saved at once. */
#define MAX_STATES 512

static void end_artifact(pc_content_state *state, GString *out) {
  if (state->in_artifact)
    g_string_append(out, "EMC\n");
  state->in_artifact = false;
}

/* The figure in a marked content. */
static const pc_command *find_figure(const pc_separation *work, const char *number) {
  const gint64 mcid = g_ascii_strtoll(number, NULL, 10);
  return mcid >= 0 && mcid < work->n_contents ? work->contents[mcid] : NULL;
}

/* cairo opens content of the document with a number, and ActualText for single glyphs without. */
static void begin_marked(pc_content_state *state, const pc_operation *operation, GString *out) {
  const char *key = memmem(operation->text, operation->operands, "/MCID", 5);
  if (key != NULL)
    end_artifact(state, out);
  if (key != NULL && state->work != NULL && state->content->is_page)
    state->work->figure = find_figure(state->work, key + strlen("/MCID"));
  state->marked++;
  pc_operation_copy(operation, out);
}

static void end_marked(pc_content_state *state, const pc_operation *operation, GString *out) {
  state->marked = MAX(0, state->marked - 1);
  if (state->marked == 0 && state->work != NULL && state->content->is_page)
    state->work->figure = NULL;
  pc_operation_copy(operation, out);
}

static void begin_artifact(pc_content_state *state, GString *out) {
  if (!state->content->is_page || state->marked > 0 || state->in_artifact)
    return;
  g_string_append(out, "/Artifact BMC\n");
  state->in_artifact = true;
}

/* The first operator of a text or a picture. */
static void begin_drawing(pc_content_state *state, const pc_operation *operation, GString *out) {
  begin_artifact(state, out);
  pc_operation_copy(operation, out);
}

/* A line's width is set before the path that it draws. */
static void begin_path(pc_content_state *state, const pc_operation *operation, GString *out) {
  const double scale = pc_matrix_scale(state->now.matrix);
  const double least = state->work != NULL && scale > 1e-6 ? MIN_LINE_PT / scale : 0;
  const double wanted = MAX(state->now.width, least);
  if (!state->in_path && fabs(wanted - state->now.written_width) > 1e-4) {
    pc_content_append_number(out, wanted);
    g_string_append(out, "w\n");
    state->now.written_width = wanted;
  }
  state->in_path = true;
  begin_drawing(state, operation, out);
}

static void end_path(pc_content_state *state, const pc_operation *operation, GString *out) {
  state->in_path = false;
  pc_operation_copy(operation, out);
}

static void set_width(pc_content_state *state, const pc_operation *operation, GString *out) {
  state->now.width = state->now.written_width = MAX(0, operation->numbers[0]);
  pc_operation_copy(operation, out);
}

static void save_state(pc_content_state *state, const pc_operation *operation, GString *out) {
  if (state->saved->len < MAX_STATES)
    g_array_append_val(state->saved, state->now);
  pc_operation_copy(operation, out);
}

static void restore_state(pc_content_state *state, const pc_operation *operation, GString *out) {
  if (state->saved->len > 0) {
    state->now = g_array_index(state->saved, pc_graphics, state->saved->len - 1);
    g_array_set_size(state->saved, state->saved->len - 1);
  }
  pc_operation_copy(operation, out);
}

static void change_matrix(pc_content_state *state, const pc_operation *operation, GString *out) {
  if (operation->n_numbers == 6)
    pc_matrix_join(operation->numbers, state->now.matrix, state->now.matrix);
  pc_operation_copy(operation, out);
}

static void set_state(pc_content_state *state, const pc_operation *operation, GString *out) {
  g_autofree char *name = pc_content_use_name(state, operation);
  if (name != NULL)
    pc_separation_visit_state(state->work, pc_content_find_resource(state, "/ExtGState", name),
                              state->content);
  pc_operation_copy(operation, out);
}

static void show_object(pc_content_state *state, const pc_operation *operation, GString *out) {
  g_autofree char *name = state->work != NULL ? pc_operation_copy_name(operation) : NULL;
  if (name != NULL)
    pc_separation_visit_object(state->work, pc_content_find_resource(state, "/XObject", name),
                               state->content, state->now.matrix);
  begin_drawing(state, operation, out);
}

static void show_gradient(pc_content_state *state, const pc_operation *operation, GString *out) {
  g_autofree char *name = pc_content_is_kept(state) ? NULL : pc_content_use_name(state, operation);
  if (name != NULL)
    pc_shading_separate(state->work, pc_content_find_resource(state, "/Shading", name),
                        state->content->resources, state->content->target);
  begin_drawing(state, operation, out);
}

static void show_inline(pc_content_state *state, const pc_operation *operation, GString *out) {
  const bool is_moved =
      !pc_content_is_kept(state) &&
      pc_inline_image_move(state->work, state->content->resources, operation, out);
  if (!is_moved)
    begin_drawing(state, operation, out);
}

static void show_text(pc_content_state *state, const pc_operation *operation, GString *out) {
  if (state->now.is_mixed_black && !pc_content_is_kept(state) && state->work->figure != NULL &&
      state->content->target != PC_TARGET_SHARES)
    pc_separation_advise(state->work, "has black text mixed from four inks",
                         "export it with black text as black ink alone (K 100): mixed, it may get "
                         "coloured edges");
  pc_operation_copy(operation, out);
}

/* d1: the glyph is drawn in the colour of the text. */
static void begin_glyph(pc_content_state *state, const pc_operation *operation, GString *out) {
  state->is_stencil = true;
  pc_operation_copy(operation, out);
}

static const struct {
  const char *name;
  pc_operator_func rewrite;
} operators[] = {
    {"BDC", begin_marked},
    {"BMC", begin_marked},
    {"EMC", end_marked},
    {"m", begin_path},
    {"re", begin_path},
    {"S", end_path},
    {"s", end_path},
    {"f", end_path},
    {"F", end_path},
    {"f*", end_path},
    {"B", end_path},
    {"B*", end_path},
    {"b", end_path},
    {"b*", end_path},
    {"n", end_path},
    {"BT", begin_drawing},
    {"Tj", show_text},
    {"TJ", show_text},
    {"'", show_text},
    {"\"", show_text},
    {"Do", show_object},
    {"sh", show_gradient},
    {"EI", show_inline},
    {"g", pc_colors_set_device},
    {"G", pc_colors_set_device},
    {"rg", pc_colors_set_device},
    {"RG", pc_colors_set_device},
    {"k", pc_colors_set_device},
    {"K", pc_colors_set_device},
    {"cs", pc_colors_set_space},
    {"CS", pc_colors_set_space},
    {"sc", pc_colors_set},
    {"SC", pc_colors_set},
    {"scn", pc_colors_set},
    {"SCN", pc_colors_set},
    {"gs", set_state},
    {"w", set_width},
    {"q", save_state},
    {"Q", restore_state},
    {"cm", change_matrix},
    {"d1", begin_glyph},
};

static void rewrite_operation(const pc_operation *operation, GString *out, void *user) {
  for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
    if (pc_operation_is(operation, operators[i].name)) {
      operators[i].rewrite(user, operation, out);
      return;
    }
  }
  pc_operation_copy(operation, out);
}

GString *pc_operators_rewrite(const pc_stream *content, const char *data, size_t length) {
  pc_content_state state = {
      .content = content,
      .work = content->work,
      .now = {.width = 1, .written_width = 1},
      .saved = g_array_new(FALSE, FALSE, sizeof(pc_graphics)),
      .spaces = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, pc_named_space_free),
      .used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  memcpy(state.now.matrix, content->matrix, sizeof state.now.matrix);
  GString *out = g_string_sized_new(length + length / 8);
  const bool is_read = pc_content_rewrite(data, length, rewrite_operation, &state, out);
  end_artifact(&state, out);
  g_array_unref(state.saved);
  g_hash_table_unref(state.spaces);
  g_hash_table_unref(state.used);
  if (is_read)
    return out;
  g_string_free(out, TRUE);
  return NULL;
}

bool pc_operators_rewrite_page(pc_pdf *pdf, pc_separation *work) {
  const qpdf_oh page = qpdf_get_page_n(pdf, 0);
  const pc_stream content = {.work = work,
                             .resources = qpdf_oh_get_key(pdf, page, "/Resources"),
                             .target = work != NULL ? work->target : PC_TARGET_HYBRID,
                             .matrix = {1, 0, 0, 1, 0, 0},
                             .is_page = true};
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh_get_page_content_data(pdf, page, &data, &length);
  GString *written = pc_operators_rewrite(&content, (const char *)data, length);
  free(data);
  if (written == NULL)
    return false;
  const qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, written->str, written->len);
  qpdf_oh_replace_key(pdf, page, "/Contents", stream);
  g_string_free(written, TRUE);
  return true;
}
