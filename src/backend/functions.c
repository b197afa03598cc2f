/* functions.c - sampled, exponential and stitched functions.  Layer: backend. */
#include "backend/functions.h"

#include <math.h>
#include <stdlib.h>

#define MAX_DEPTH 8
#define MAX_PARTS 256
/* Bytes of samples that are read. */
#define MAX_SAMPLES ((size_t)16 << 20)

typedef enum function_kind {
  KIND_SAMPLED = 0,
  KIND_EXPONENTIAL = 2,
  KIND_STITCHED = 3,
  KIND_TUPLE, /* an array of functions */
} function_kind;

struct pc_function {
  function_kind kind;
  int inputs, outputs;
  double domain[2 * PC_FUNCTION_MAX], range[2 * PC_FUNCTION_MAX];
  bool has_range;
  double *encode, *decode; /* sampled and stitched; sampled */
  int size[PC_FUNCTION_MAX], bits;
  unsigned char *samples;
  size_t n_bytes;
  double c0[PC_FUNCTION_MAX], c1[PC_FUNCTION_MAX], exponent;
  double *bounds;
  GPtrArray *parts;
};

static pc_function *read_function(pc_pdf *pdf, qpdf_oh object, int depth);

/* How many numbers the array of that key has, at most room of which are read. */
static int read_numbers(pc_pdf *pdf, qpdf_oh dict, const char *key, double *to, int room) {
  const qpdf_oh array = qpdf_oh_get_key(pdf, dict, key);
  const int count = qpdf_oh_is_array(pdf, array) ? qpdf_oh_get_array_n_items(pdf, array) : 0;
  for (int i = 0; i < MIN(count, room); i++)
    to[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, array, i));
  return count;
}

void pc_function_free(pc_function *function) {
  if (function == NULL)
    return;
  if (function->parts != NULL)
    g_ptr_array_unref(function->parts);
  g_free(function->encode);
  g_free(function->decode);
  g_free(function->bounds);
  free(function->samples);
  g_free(function);
}

/* Where to interpolate from, or to: as given, or what is usual. */
static double *read_pairs(pc_pdf *pdf, qpdf_oh dict, const char *key, const double *usual, int n) {
  double *pairs = g_new(double, 2 * (gsize)n);
  if (read_numbers(pdf, dict, key, pairs, 2 * n) < 2 * n) {
    for (int i = 0; i < 2 * n; i++)
      pairs[i] = usual[i];
  }
  return pairs;
}

/* The samples' bytes are there, and not too many. */
static bool read_samples(pc_pdf *pdf, qpdf_oh stream, pc_function *function) {
  QPDF_BOOL is_decoded = QPDF_FALSE;
  double bits = function->bits * (double)function->outputs;
  for (int i = 0; i < function->inputs; i++)
    bits *= function->size[i];
  if (bits <= 0 || bits > 8.0 * (double)MAX_SAMPLES)
    return false;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &function->samples,
                          &function->n_bytes);
  return is_decoded && (double)function->n_bytes * 8 >= bits;
}

static bool read_sampled(pc_pdf *pdf, qpdf_oh stream, pc_function *function) {
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
  double sizes[PC_FUNCTION_MAX], usual[2 * PC_FUNCTION_MAX] = {0};
  if (!function->has_range ||
      read_numbers(pdf, dict, "/Size", sizes, PC_FUNCTION_MAX) != function->inputs)
    return false;
  for (int i = 0; i < function->inputs; i++) {
    function->size[i] = (int)CLAMP(sizes[i], 0, 65536);
    usual[2 * i + 1] = function->size[i] - 1;
  }
  const qpdf_oh bits = qpdf_oh_get_key(pdf, dict, "/BitsPerSample");
  function->bits = qpdf_oh_is_integer(pdf, bits) ? qpdf_oh_get_int_value_as_int(pdf, bits) : 0;
  function->encode = read_pairs(pdf, dict, "/Encode", usual, function->inputs);
  function->decode = read_pairs(pdf, dict, "/Decode", function->range, function->outputs);
  return function->bits >= 1 && function->bits <= 32 && read_samples(pdf, stream, function);
}

static bool read_exponential(pc_pdf *pdf, qpdf_oh dict, pc_function *function) {
  function->c1[0] = 1;
  const int from = read_numbers(pdf, dict, "/C0", function->c0, PC_FUNCTION_MAX);
  const int to = read_numbers(pdf, dict, "/C1", function->c1, PC_FUNCTION_MAX);
  const qpdf_oh exponent = qpdf_oh_get_key(pdf, dict, "/N");
  function->exponent = qpdf_oh_get_numeric_value(pdf, exponent);
  function->outputs = MAX(1, MAX(from, to));
  return function->inputs == 1 && function->outputs <= PC_FUNCTION_MAX &&
         qpdf_oh_is_number(pdf, exponent);
}

static bool read_parts(pc_pdf *pdf, qpdf_oh array, pc_function *function, int depth) {
  const int count = qpdf_oh_is_array(pdf, array) ? qpdf_oh_get_array_n_items(pdf, array) : 0;
  function->parts = g_ptr_array_new_with_free_func((GDestroyNotify)pc_function_free);
  for (int i = 0; i < count && count <= MAX_PARTS; i++) {
    pc_function *part = read_function(pdf, qpdf_oh_get_array_item(pdf, array, i), depth + 1);
    if (part == NULL)
      return false;
    g_ptr_array_add(function->parts, part);
  }
  return function->parts->len > 0;
}

static bool read_stitched(pc_pdf *pdf, qpdf_oh dict, pc_function *function, int depth) {
  if (function->inputs != 1 ||
      !read_parts(pdf, qpdf_oh_get_key(pdf, dict, "/Functions"), function, depth))
    return false;
  const int n = (int)function->parts->len;
  function->bounds = g_new0(double, (gsize)n);
  function->encode = g_new0(double, 2 * (gsize)n);
  const int n_bounds = read_numbers(pdf, dict, "/Bounds", function->bounds, n - 1);
  const int n_encode = read_numbers(pdf, dict, "/Encode", function->encode, 2 * n);
  const pc_function *first = function->parts->pdata[0];
  function->outputs = first->outputs;
  for (int i = 0; i < n; i++) {
    const pc_function *part = function->parts->pdata[i];
    if (part->inputs != 1 || part->outputs != first->outputs)
      return false;
  }
  return n_bounds == n - 1 && n_encode == 2 * n;
}

static bool read_kind(pc_pdf *pdf, qpdf_oh object, pc_function *function, int depth) {
  const bool is_stream = qpdf_oh_is_stream(pdf, object);
  const qpdf_oh dict = is_stream ? qpdf_oh_get_dict(pdf, object) : object;
  const qpdf_oh type = qpdf_oh_get_key(pdf, dict, "/FunctionType");
  const int domain = read_numbers(pdf, dict, "/Domain", function->domain, 2 * PC_FUNCTION_MAX);
  const int range = read_numbers(pdf, dict, "/Range", function->range, 2 * PC_FUNCTION_MAX);
  if (!qpdf_oh_is_integer(pdf, type) || domain < 2 || MAX(domain, range) > 2 * PC_FUNCTION_MAX)
    return false;
  function->inputs = domain / 2;
  function->outputs = range / 2;
  function->has_range = range >= 2;
  function->kind = (function_kind)qpdf_oh_get_int_value_as_int(pdf, type);
  switch (function->kind) {
  case KIND_SAMPLED:
    return is_stream && read_sampled(pdf, object, function);
  case KIND_EXPONENTIAL:
    return read_exponential(pdf, dict, function);
  case KIND_STITCHED:
    return read_stitched(pdf, dict, function, depth);
  default:
    return false;
  }
}

/* Each part of an array has one output. */
static bool read_tuple(pc_pdf *pdf, qpdf_oh array, pc_function *function, int depth) {
  function->kind = KIND_TUPLE;
  if (!read_parts(pdf, array, function, depth) || function->parts->len > PC_FUNCTION_MAX)
    return false;
  const pc_function *first = function->parts->pdata[0];
  function->inputs = first->inputs;
  function->outputs = (int)function->parts->len;
  for (int i = 0; i < 2 * first->inputs; i++)
    function->domain[i] = first->domain[i];
  for (guint i = 0; i < function->parts->len; i++) {
    const pc_function *part = function->parts->pdata[i];
    if (part->inputs != first->inputs || part->outputs != 1)
      return false;
  }
  return true;
}

static pc_function *read_function(pc_pdf *pdf, qpdf_oh object, int depth) {
  if (depth > MAX_DEPTH)
    return NULL;
  g_autoptr(pc_function) function = g_new0(pc_function, 1);
  const bool is_dict = qpdf_oh_is_dictionary(pdf, object) || qpdf_oh_is_stream(pdf, object);
  bool ok = false;
  if (is_dict)
    ok = read_kind(pdf, object, function, depth);
  else if (qpdf_oh_is_array(pdf, object))
    ok = read_tuple(pdf, object, function, depth);
  return ok ? g_steal_pointer(&function) : NULL;
}

pc_function *pc_function_new(pc_pdf *pdf, qpdf_oh object) {
  return read_function(pdf, object, 0);
}

int pc_function_inputs(const pc_function *function) {
  return function->inputs;
}

int pc_function_outputs(const pc_function *function) {
  return function->outputs;
}

const double *pc_function_domain(const pc_function *function, int input) {
  return function->domain + 2 * (ptrdiff_t)input;
}

/* fmin and fmax do away with NaN. */
static double limit(double value, const double *range) {
  return fmin(fmax(value, range[0]), fmax(range[0], range[1]));
}

static double interpolate(double value, const double *from, const double *to) {
  const double width = from[1] - from[0];
  return width != 0 ? to[0] + (value - from[0]) * (to[1] - to[0]) / width : to[0];
}

/* The sample that begins at that bit, 0..1. */
static double read_sample(const pc_function *function, size_t bit) {
  guint64 value = 0;
  for (int i = 0; i < function->bits; i++, bit++)
    value = value << 1 | (function->samples[bit / 8] >> (7 - bit % 8) & 1);
  return (double)value / (double)((G_GUINT64_CONSTANT(1) << function->bits) - 1);
}

/* One of the corners of the cell that a point lies in, weighed by how near it is. */
static double weigh_corner(const pc_function *function, const double *at, unsigned corner,
                           size_t *index) {
  double weight = 1;
  size_t stride = 1;
  *index = 0;
  for (int i = 0; i < function->inputs; i++) {
    const int below = MIN((int)at[i], MAX(0, function->size[i] - 2));
    const bool is_above = (corner >> i & 1) != 0;
    const double share = at[i] - below;
    weight *= is_above ? share : 1 - share;
    *index += stride * (size_t)MIN(below + (is_above ? 1 : 0), function->size[i] - 1);
    stride *= (size_t)function->size[i];
  }
  return weight;
}

static void run_sampled(const pc_function *function, const double *in, double *out) {
  static const double unit[2] = {0, 1};
  double at[PC_FUNCTION_MAX];
  for (int i = 0; i < function->inputs; i++) {
    const double top[2] = {0, function->size[i] - 1};
    const double *domain = function->domain + 2 * (ptrdiff_t)i;
    const double *encode = function->encode + 2 * (ptrdiff_t)i;
    at[i] = limit(interpolate(limit(in[i], domain), domain, encode), top);
  }
  for (int k = 0; k < function->outputs; k++) {
    double sum = 0;
    for (unsigned corner = 0; corner < 1u << function->inputs; corner++) {
      size_t index;
      const double weight = weigh_corner(function, at, corner, &index);
      if (weight > 0)
        sum += weight * read_sample(function, (index * (size_t)function->outputs + (size_t)k) *
                                                  (size_t)function->bits);
    }
    out[k] = interpolate(sum, unit, function->decode + 2 * (ptrdiff_t)k);
  }
}

static void run_exponential(const pc_function *function, const double *in, double *out) {
  const double x = limit(in[0], function->domain), share = pow(x, function->exponent);
  for (int k = 0; k < function->outputs; k++)
    out[k] = function->c0[k] + share * (function->c1[k] - function->c0[k]);
}

static void run_stitched(const pc_function *function, const double *in, double *out) {
  const int n = (int)function->parts->len;
  const double x = limit(in[0], function->domain);
  int part = 0;
  while (part < n - 1 && x >= function->bounds[part])
    part++;
  const double from[2] = {part > 0 ? function->bounds[part - 1] : function->domain[0],
                          part < n - 1 ? function->bounds[part] : function->domain[1]};
  const double inner = interpolate(x, from, function->encode + 2 * (ptrdiff_t)part);
  pc_function_run(function->parts->pdata[part], &inner, out);
}

static void run_tuple(const pc_function *function, const double *in, double *out) {
  for (guint i = 0; i < function->parts->len; i++)
    pc_function_run(function->parts->pdata[i], in, out + i);
}

void pc_function_run(const pc_function *function, const double *in, double *out) {
  static void (*const runs[])(const pc_function *, const double *, double *) = {
      [KIND_SAMPLED] = run_sampled,
      [KIND_EXPONENTIAL] = run_exponential,
      [KIND_STITCHED] = run_stitched,
      [KIND_TUPLE] = run_tuple,
  };
  runs[function->kind](function, in, out);
  for (int k = 0; k < function->outputs && function->has_range; k++)
    out[k] = limit(out[k], function->range + 2 * (ptrdiff_t)k);
}
