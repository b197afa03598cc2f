/* pdf.c - a page of a PDF as a figure.  Layer: figure.
 *
 * Somebody's file is read in a process of its own (pdf_import.c).  The finished PDF gets the page
 * itself; a PNG or an SVG gets what pdftocairo, a program of its own, makes of the same page.
 */
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/checks.h"
#include "base/file.h"
#include "base/translate.h"
#include "doc/attached.h"
#include "figure/child.h"
#include "figure/pdf_import.h"
#include "figure/vector.h"
#include "text/pins.h"

#define MAX_BYTES ((size_t)64 << 20)
#define MAX_TEXT 256

#define RENDERER "pdftocairo"
/* In an SVG, whose unit is the millimetre, and at most so many pixels anywhere. */
#define SVG_PER_MM (300 / 25.4)
#define MAX_PIXELS 64e6
#define MAX_SIDE 16000.0

typedef struct pdf_drawing {
  GBytes *page;
  pc_vector_size size;
} pdf_drawing;

/* What the child is asked. */
typedef struct import_job {
  GBytes *file;
  int number;
} import_job;

/* What it says, before the page: why is empty where there is one. */
typedef struct import_answer {
  pc_vector_size size;
  pc_code code;
  char why[MAX_TEXT], hint[MAX_TEXT];
} import_answer;

static bool import_page(void *user, int out) {
  const import_job *job = user;
  import_answer answer = {0};
  pc_problem problem = {0};
  g_autoptr(GBytes) page =
      pc_pdf_import(job->file, job->number, &answer.size.width, &answer.size.height, &problem);
  answer.code = problem.code;
  if (page == NULL) {
    g_strlcpy(answer.why, problem.why, MAX_TEXT);
    g_strlcpy(answer.hint, problem.hint != NULL ? problem.hint : "", MAX_TEXT);
  }
  g_free(problem.why);
  size_t length = 0;
  const void *data = page != NULL ? g_bytes_get_data(page, &length) : NULL;
  return pc_file_write_all(out, &answer, sizeof answer) &&
         (length == 0 || pc_file_write_all(out, data, length));
}

static void report(const pc_image_request *request, pc_code code, const char *why, const char *hint,
                   pc_diags *diags) {
  PC_REPORT_HINT(diags, pc_attached_place(request->file), code,
                 hint[0] != '\0' ? hint : "export it again", "'%s' %s", request->file.text, _(why));
}

static pdf_drawing *read_answer(GBytes *bytes, const pc_image_request *request, pc_diags *diags) {
  import_answer answer;
  size_t length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
  if (length < sizeof answer) {
    report(request, PC_LIMIT, "takes too much time or memory to be read", "simplify it", diags);
    return NULL;
  }
  memcpy(&answer, data, sizeof answer);
  if (answer.why[0] != '\0') {
    g_autofree char *why = g_utf8_make_valid(answer.why, -1);
    report(request, answer.code, why, answer.hint, diags);
    return NULL;
  }
  pdf_drawing *drawing = g_new(pdf_drawing, 1);
  drawing->size = answer.size;
  drawing->page = g_bytes_new_from_bytes(bytes, sizeof answer, length - sizeof answer);
  return drawing;
}

/* The page is read in a process of its own: no thread is forked. */
static void wait_for_threads(const pc_image_request *request) {
  pc_checks_wait(request->checks);
  if (request->fonts != NULL)
    pc_pins_wait(pc_fonts_pins(request->fonts));
}

static void *open_pdf(GBytes *file, const pc_image_request *request, pc_vector_size *size,
                      pc_diags *diags) {
  if (g_bytes_get_size(file) > MAX_BYTES) {
    report(request, PC_LIMIT, "is larger than 64 MiB", "save the page as a file of its own", diags);
    return NULL;
  }
  import_job job = {file, MAX(request->page, 1)};
  wait_for_threads(request);
  g_autoptr(GBytes) answer = pc_child_run(import_page, &job);
  pdf_drawing *drawing = read_answer(answer, request, diags);
  if (drawing != NULL)
    *size = drawing->size;
  return drawing;
}

static void close_pdf(void *data) {
  pdf_drawing *drawing = data;
  g_bytes_unref(drawing->page);
  g_free(drawing);
}

static GBytes *get_page(const void *data) {
  const pdf_drawing *drawing = data;
  return drawing->page;
}

/* What becomes the renderer. */
typedef struct render_job {
  const char *program;
  char width[16], height[16];
  int in;
} render_job;

static bool become_renderer(void *user, int out) {
  render_job *job = user;
  char *const words[] = {
      (char *)RENDERER,  (char *)"-q",          (char *)"-png", (char *)"-singlefile",
      (char *)"-transp", (char *)"-scale-to-x", job->width,     (char *)"-scale-to-y",
      job->height,       (char *)"-",           (char *)"-",    NULL};
  if (dup2(job->in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
    execv(job->program, words);
  return false;
}

/* How many pixels the unit square of cr has. */
static void measure_pixels(cairo_t *cr, render_job *job) {
  double ux = 1, uy = 0, vx = 0, vy = 1;
  cairo_user_to_device_distance(cr, &ux, &uy);
  cairo_user_to_device_distance(cr, &vx, &vy);
  const bool is_svg = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_SVG;
  double w = hypot(ux, uy) * (is_svg ? SVG_PER_MM : 1);
  double h = hypot(vx, vy) * (is_svg ? SVG_PER_MM : 1);
  const double scale = MIN(MIN(1, sqrt(MAX_PIXELS / (w * h))), MAX_SIDE / MAX(w, h));
  g_snprintf(job->width, sizeof job->width, "%d", (int)MAX(1, ceil(w * scale)));
  g_snprintf(job->height, sizeof job->height, "%d", (int)MAX(1, ceil(h * scale)));
}

/* The page as a PNG; NULL: there is no renderer, or it failed. */
static GBytes *render_page(const pdf_drawing *drawing, cairo_t *cr) {
  g_autofree char *program = g_find_program_in_path(RENDERER);
  render_job job = {.program = program};
  size_t length;
  const void *data = g_bytes_get_data(drawing->page, &length);
  job.in = program != NULL ? memfd_create("posterc", MFD_CLOEXEC) : -1;
  if (job.in < 0)
    return NULL;
  measure_pixels(cr, &job);
  GBytes *png = NULL;
  if (pc_file_write_all(job.in, data, length) && lseek(job.in, 0, SEEK_SET) == 0)
    png = pc_child_run(become_renderer, &job);
  close(job.in);
  return png;
}

static bool paint_pdf(const void *data, cairo_t *cr) {
  g_autoptr(GBytes) png = render_page(data, cr);
  if (png == NULL)
    return false;
  g_autoptr(pc_diags) unseen = pc_diags_new();
  const pc_image_request request = {.file = {RENDERER, NULL}};
  g_autoptr(pc_image) image = pc_image_parse(png, &request, unseen);
  return image != NULL && !pc_image_is_vector(image) && pc_image_paint(image, cr, 0, 0, 1, 1);
}

static void report_pdf(const void *data, const char *file, pc_place at, pc_diags *diags) {
  (void)data;
  g_autofree char *program = g_find_program_in_path(RENDERER);
  if (program == NULL)
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE,
                   "install the package poppler-utils, or make a PDF of the poster",
                   "'%s' can be shown in a PNG or an SVG only by the program " RENDERER, file);
  else
    PC_REPORT_HINT(diags, at, PC_LIMIT, "simplify it, or make a PDF of the poster",
                   "'%s' takes too much time or memory to be drawn", file);
}

const pc_vector_codec pc_vector_pdf = {open_pdf, close_pdf, paint_pdf, report_pdf, get_page};
