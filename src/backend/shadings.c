/* shadings.c - the functions of gradients, sampled in their new colours.  Layer: backend. */
#include "backend/shadings.h"

#include <math.h>

#include "backend/functions.h"

/* Samples of a piece of a gradient, and of each side of one that is a plane. */
#define N_SAMPLES 256
#define N_SIDE 64
#define MAX_DEPTH 4

#define MESH_HINT "export it without meshes, or write print.color: hybrid"

typedef struct gradient {
  pc_separation *work;
  const pc_space *space;
  pc_mix_target target;
  int n;        /* channels in the new form; 0: not known yet */
  bool is_kept; /* a colour stays as it is, so all do */
} gradient;

static bool mix_at(gradient *g, const pc_function *function, const double *in, guint8 *out) {
  double color[PC_FUNCTION_MAX] = {0};
  pc_function_run(function, in, color);
  const pc_mixture mixture = pc_space_mix(g->space, color, g->target);
  g->is_kept = g->is_kept || mixture.n == 0;
  if (g->is_kept)
    return false;
  g->n = mixture.n;
  for (int k = 0; k < mixture.n; k++)
    out[k] = (guint8)lround(fmin(fmax(mixture.at[k], 0), 1) * 255);
  if (mixture.n == 4)
    pc_ink_meter_add(g->work->meter, g->work->figure, mixture.at);
  return true;
}

/* A function of type 0 in place of that one. */
static qpdf_oh make_stream(gradient *g, const pc_function *function, const GByteArray *samples) {
  pc_pdf *pdf = g->work->pdf;
  const int inputs = pc_function_inputs(function);
  g_autoptr(GString) text = g_string_new("<< /FunctionType 0 /BitsPerSample 8 /Domain [");
  for (int i = 0; i < 2 * inputs; i++) {
    pc_pdf_append_pt(text, pc_function_domain(function, 0)[i]);
    g_string_append_c(text, ' ');
  }
  g_string_append(text, inputs == 1 ? "] /Size [256] /Range [" : "] /Size [64 64] /Range [");
  for (int k = 0; k < g->n; k++)
    g_string_append(text, "0 1 ");
  g_string_append(text, "] >>");
  const qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, samples->data, samples->len);
  const qpdf_oh parsed = qpdf_oh_parse(pdf, text->str);
  static const char *const keys[] = {"/FunctionType", "/BitsPerSample", "/Domain", "/Size",
                                     "/Range"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    qpdf_oh_replace_key(pdf, qpdf_oh_get_dict(pdf, stream), keys[i],
                        qpdf_oh_get_key(pdf, parsed, keys[i]));
  return stream;
}

static double step_along(const pc_function *function, int input, int step, int count) {
  const double *domain = pc_function_domain(function, input);
  return domain[0] + (domain[1] - domain[0]) * step / (count - 1);
}

/* null: its colours stay. */
static qpdf_oh sample_function(gradient *g, const pc_function *function) {
  const int inputs = pc_function_inputs(function), side = inputs == 1 ? N_SAMPLES : N_SIDE;
  const int count = inputs == 1 ? side : side * side;
  g_autoptr(GByteArray) samples = g_byte_array_new();
  g->is_kept = g->is_kept || inputs > 2 || pc_function_outputs(function) < g->space->channels;
  for (int i = 0; i < count && !g->is_kept; i++) {
    const double in[2] = {step_along(function, 0, i % side, side),
                          inputs == 2 ? step_along(function, 1, i / side, side) : 0};
    guint8 mixed[4];
    if (mix_at(g, function, in, mixed))
      g_byte_array_append(samples, mixed, (guint)g->n);
  }
  return g->is_kept ? qpdf_oh_new_null(g->work->pdf) : make_stream(g, function, samples);
}

static qpdf_oh make_function(gradient *g, qpdf_oh object, int depth);

static bool is_stitched(pc_pdf *pdf, qpdf_oh object) {
  const qpdf_oh type = qpdf_oh_is_dictionary(pdf, object)
                           ? qpdf_oh_get_key(pdf, object, "/FunctionType")
                           : qpdf_oh_new_null(pdf);
  return qpdf_oh_is_integer(pdf, type) && qpdf_oh_get_int_value_as_int(pdf, type) == 3;
}

/* Piece by piece: where colours meet abruptly they still do. */
static qpdf_oh make_stitched(gradient *g, qpdf_oh object, int depth) {
  static const char *const kept[] = {"/FunctionType", "/Domain", "/Bounds", "/Encode"};
  pc_pdf *pdf = g->work->pdf;
  const qpdf_oh dict = qpdf_oh_new_dictionary(pdf), parts = qpdf_oh_new_array(pdf);
  const qpdf_oh old = qpdf_oh_get_key(pdf, object, "/Functions");
  const int count = qpdf_oh_is_array(pdf, old) ? qpdf_oh_get_array_n_items(pdf, old) : 0;
  for (int i = 0; i < count && !g->is_kept; i++)
    qpdf_oh_append_item(pdf, parts,
                        make_function(g, qpdf_oh_get_array_item(pdf, old, i), depth + 1));
  for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
    qpdf_oh_replace_key(pdf, dict, kept[i], qpdf_oh_get_key(pdf, object, kept[i]));
  qpdf_oh_replace_key(pdf, dict, "/Functions", parts);
  return dict;
}

static qpdf_oh make_function(gradient *g, qpdf_oh object, int depth) {
  g_autoptr(pc_function) function = pc_function_new(g->work->pdf, object);
  if (function == NULL) {
    g->is_kept = true;
    return qpdf_oh_new_null(g->work->pdf);
  }
  return depth < MAX_DEPTH && is_stitched(g->work->pdf, object) ? make_stitched(g, object, depth)
                                                                : sample_function(g, function);
}

/* What lies around a gradient. */
static void set_background(gradient *g, qpdf_oh dict) {
  pc_pdf *pdf = g->work->pdf;
  const qpdf_oh old = qpdf_oh_get_key(pdf, dict, "/Background");
  if (!qpdf_oh_is_array(pdf, old) || qpdf_oh_get_array_n_items(pdf, old) != g->space->channels)
    return;
  double color[4] = {0};
  for (int i = 0; i < MIN(4, g->space->channels); i++)
    color[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, old, i));
  const pc_mixture mixture = pc_space_mix(g->space, color, g->target);
  const qpdf_oh made = qpdf_oh_new_array(pdf);
  for (int k = 0; k < g->n; k++)
    qpdf_oh_append_item(pdf, made,
                        qpdf_oh_new_real_from_double(pdf, k < mixture.n ? mixture.at[k] : 0, 4));
  qpdf_oh_replace_key(pdf, dict, "/Background", made);
}

static void set_gradient(gradient *g, qpdf_oh dict, qpdf_oh function) {
  pc_pdf *pdf = g->work->pdf;
  set_background(g, dict);
  qpdf_oh_replace_key(pdf, dict, "/Function", function);
  qpdf_oh_replace_key(pdf, dict, "/ColorSpace",
                      qpdf_oh_new_name(pdf, g->n == 1 ? "/DeviceGray" : "/DeviceCMYK"));
}

void pc_shading_separate(pc_separation *work, qpdf_oh shading, qpdf_oh resources,
                         pc_mix_target target) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh dict = qpdf_oh_is_stream(pdf, shading) ? qpdf_oh_get_dict(pdf, shading) : shading;
  if (!qpdf_oh_is_dictionary(pdf, dict) || !pc_separation_is_new(work, shading))
    return;
  gradient g = {
      .work = work,
      .space = pc_spaces_read(work->spaces, qpdf_oh_get_key(pdf, dict, "/ColorSpace"), resources),
      .target = target};
  if (!pc_space_is_mixed(g.space, target))
    return;
  const qpdf_oh function = qpdf_oh_get_key(pdf, dict, "/Function");
  const qpdf_oh made = make_function(&g, function, 0);
  if (!g.is_kept)
    set_gradient(&g, dict, made);
  else if (target == PC_TARGET_INKS)
    pc_separation_refuse(work, "has a gradient that cannot be converted to inks", MESH_HINT);
}

bool pc_gradient_mix(pc_separation *work, const pc_space *space, qpdf_oh function, qpdf_oh *made) {
  gradient g = {.work = work, .space = space, .target = PC_TARGET_INKS};
  *made = make_function(&g, function, 0);
  return !g.is_kept;
}
