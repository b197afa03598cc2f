/* image.c - pictures: load, check, describe.  Layer: figure. */
#include "figure/image.h"

#include <math.h>
#include <string.h>

#include "base/checks.h"
#include "base/digest.h"
#include "base/translate.h"
#include "doc/attached.h"
#include "figure/embed.h"
#include "figure/image_parts.h"
#include "figure/kind.h"
#include "figure/profile.h"

/* The longer side of a drawing in whole units: fine enough for proportions. */
#define VECTOR_UNITS 10000.0

void pc_problem_set(pc_problem *problem, pc_code code, const char *format, ...) {
  va_list args;
  va_start(args, format);
  problem->code = code;
  g_free(problem->why);
  problem->why = g_strdup_vprintf(_(format), args);
  va_end(args);
}

static void report_kind(const pc_kind_info *kind, size_t length, pc_string file, pc_diags *diags) {
  pc_place at = pc_attached_place(file);
  const char *hint = "export it as PNG, JPEG, SVG or PDF";
  if (length == 0)
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, "export the picture again", "'%s' is empty", file.text);
  else if (kind == NULL)
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, hint, "'%s' is not a picture that posterc knows",
                   file.text);
  else
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, hint, "'%s' is %s, which posterc does not print",
                   file.text, _(kind->name));
}

static bool is_within_limits(const pc_picture_head *head, pc_problem *problem) {
  if (head->width <= PC_IMAGE_MAX_SIDE && head->height <= PC_IMAGE_MAX_SIDE &&
      (double)head->width * head->height <= PC_IMAGE_MAX_PIXELS)
    return true;
  pc_problem_set(problem, PC_LIMIT,
                 "has %d x %d pixels; at most %d on a side and %.0f million together", head->width,
                 head->height, PC_IMAGE_MAX_SIDE, PC_IMAGE_MAX_PIXELS / 1e6);
  return false;
}

char *pc_image_make_sum(GBytes *bytes, GBytes *profile) {
  pc_digest *sum = pc_digest_new();
  GBytes *const parts[] = {bytes, profile};
  for (size_t i = 0; i < G_N_ELEMENTS(parts) && parts[i] != NULL; i++)
    pc_digest_append(sum, g_bytes_get_data(parts[i], NULL), g_bytes_get_size(parts[i]));
  return pc_digest_take(sum);
}

/* Cheap looks first: nothing is decoded before head and profile are found fit. */
static bool read_parts(GBytes *bytes, pc_image *parts) {
  const pc_codec *codec = parts->codec;
  pc_picture_head *head = &parts->head;
  pc_problem *problem = &parts->problem;
  return codec->read_head(bytes, head, problem) && is_within_limits(head, problem) &&
         codec->read_profile(bytes, head, &parts->profile, problem) &&
         pc_profile_resolve(&parts->profile, head->channels, problem);
}

void pc_image_keep(pc_image *image, GBytes *bytes) {
  GBytes *parcel = NULL;
  GBytes *packed = image->codec->pack != NULL ? image->codec->pack(bytes, &parcel) : NULL;
  g_bytes_unref(image->bytes);
  g_clear_pointer(&image->parcel, g_bytes_unref);
  image->bytes = packed != NULL ? packed : g_bytes_ref(bytes);
  image->parcel = parcel;
  g_free(image->sum);
  image->sum = pc_image_make_sum(image->bytes, image->profile);
}

void pc_image_check(void *item) {
  pc_image *image = item;
  g_autoptr(GBytes) kept = image->codec->check(image->bytes, &image->head, &image->problem);
  if (kept == NULL)
    return;
  pc_image_keep(image, kept);
  image->is_sound = true;
}

void pc_image_report_problem(const pc_image *image, pc_place at, pc_diags *diags) {
  const pc_problem *problem = &image->problem;
  const char *general =
      problem->code == PC_LIMIT ? "make it smaller" : "open it and export it again as PNG or JPEG";
  PC_REPORT_HINT(diags, at, problem->code, problem->hint != NULL ? problem->hint : general,
                 "'%s' %s", image->file, problem->why);
}

bool pc_image_wait(const pc_image *image) {
  pc_checks_wait(image->checks);
  return image->vector != NULL || image->is_sound;
}

bool pc_image_settle(const pc_image *image, pc_diags *diags) {
  if (pc_image_wait(image))
    return true;
  pc_image_report_problem(image, image->at, diags);
  return false;
}

const char *pc_image_sum(const pc_image *image) {
  return image->sum;
}

/* While its content is still unknown: a file is what its name says for as long as a poster is
 * made. */
static char *make_id(const pc_image_request *request) {
  g_autofree char *name = g_strdup_printf("%d %s", MAX(1, request->page), request->file.text);
  return pc_digest_of(name, strlen(name));
}

static pc_image *open_vector(const pc_vector_codec *vector, GBytes *bytes,
                             const pc_image_request *request, pc_diags *diags) {
  pc_vector_size size;
  void *drawing = vector->open(bytes, request, &size, diags);
  if (drawing == NULL)
    return NULL;
  const double scale = VECTOR_UNITS / MAX(size.width, size.height);
  pc_image *image = g_new0(pc_image, 1);
  image->file = g_strdup(request->file.text);
  image->vector = vector;
  image->drawing = drawing;
  image->head = (pc_picture_head){.width = (int)MAX(1, lround(size.width * scale)),
                                  .height = (int)MAX(1, lround(size.height * scale)),
                                  .orientation = 1};
  GBytes *page = pc_image_page(image);
  image->sum = pc_image_make_sum(page != NULL ? page : bytes, NULL);
  image->id = g_strdup(image->sum);
  return image;
}

static pc_image *open_raster(const pc_codec *codec, GBytes *bytes, const pc_image_request *request,
                             pc_diags *diags) {
  g_autoptr(pc_image) image = g_new0(pc_image, 1);
  image->file = g_strdup(request->file.text);
  image->at = pc_attached_place(request->file);
  image->codec = codec;
  image->bytes = g_bytes_ref(bytes);
  image->checks = request->checks;
  if (!read_parts(bytes, image)) {
    pc_image_report_problem(image, image->at, diags);
    return NULL;
  }
  if (request->checks != NULL) {
    image->id = make_id(request);
    pc_checks_add(request->checks, image);
    return g_steal_pointer(&image);
  }
  pc_image_check(image);
  image->id = g_strdup(image->sum);
  return pc_image_settle(image, diags) ? g_steal_pointer(&image) : NULL;
}

static bool has_page(const pc_kind_info *kind, const pc_image_request *request, pc_diags *diags) {
  if (request->page <= 1 || kind->vector == &pc_vector_pdf)
    return true;
  PC_REPORT_HINT(diags, pc_attached_place(request->file), PC_BAD_IMAGE, "leave out `page:`",
                 "'%s' is %s: it has no page %d", request->file.text, _(kind->name), request->page);
  return false;
}

pc_image *pc_image_parse(GBytes *bytes, const pc_image_request *request, pc_diags *diags) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  const pc_kind_info *kind = pc_picture_kind_find(data, length);
  if (kind == NULL || (kind->codec == NULL && kind->vector == NULL)) {
    report_kind(kind, length, request->file, diags);
    return NULL;
  }
  if (!has_page(kind, request, diags))
    return NULL;
  return kind->vector != NULL ? open_vector(kind->vector, bytes, request, diags)
                              : open_raster(kind->codec, bytes, request, diags);
}

pc_image *pc_image_load(const pc_image_request *request, pc_diags *diags) {
  g_autoptr(GBytes) bytes =
      pc_attached_read(request->folder, request->file, request->allow_outside, diags);
  return bytes != NULL ? pc_image_parse(bytes, request, diags) : NULL;
}

void pc_image_free(pc_image *image) {
  if (image == NULL)
    return;
  if (image->vector != NULL)
    image->vector->close(image->drawing);
  g_clear_pointer(&image->bytes, g_bytes_unref);
  g_clear_pointer(&image->parcel, g_bytes_unref);
  g_clear_pointer(&image->profile, g_bytes_unref);
  g_free(image->problem.why);
  g_free(image->file);
  g_free(image->id);
  g_free(image->sum);
  g_free(image);
}

/* Orientations 5 to 8 lie on their side. */
static bool is_turned(const pc_image *image) {
  return image->head.orientation >= 5;
}

int pc_image_width(const pc_image *image) {
  return is_turned(image) ? image->head.height : image->head.width;
}

int pc_image_height(const pc_image *image) {
  return is_turned(image) ? image->head.width : image->head.height;
}

const char *pc_image_file(const pc_image *image) {
  return image->file;
}

bool pc_image_is_vector(const pc_image *image) {
  return image->vector != NULL;
}

GBytes *pc_image_page(const pc_image *image) {
  const bool has_pages = image->vector != NULL && image->vector->get_page != NULL;
  return has_pages ? image->vector->get_page(image->drawing) : NULL;
}

double pc_image_ppi(const pc_image *image, pc_um width) {
  return width > 0 && image->vector == NULL ? pc_image_width(image) * 25400.0 / width : 0;
}
