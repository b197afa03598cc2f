/* rendering.c - what render was asked for, and one poster rendered so.  Layer: cli. */
#include "cli/rendering.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/depfile.h"
#include "cli/output.h"

/* What one poster becomes, before anything of it is written. */
typedef struct rendered {
  GByteArray *page, *sheet;
  GString *rule; /* NULL: none is wanted */
} rendered;

static bool make_folder(const pc_target *target) {
  if (!target->is_folder || g_mkdir_with_parents(target->path, 0777) == 0)
    return true;
  fprintf(stderr, _("posterc: cannot make the folder %s: %s\n"), target->path,
          _(g_strerror(errno)));
  return false;
}

static pc_exit write_page(const pc_rendering *rendering, const char *input,
                          const GByteArray *page) {
  const pc_target *target = &rendering->target;
  g_autofree char *file = pc_target_find(target, input);
  if (!make_folder(target))
    return PC_EXIT_FILE;
  pc_exit exit = pc_output_write(file, page->data, page->len);
  bool is_named = target->is_chosen && !target->is_folder;
  if (exit == PC_EXIT_DONE && !rendering->args->quiet && !is_named && !target->is_stdout)
    fprintf(stderr, _("posterc: wrote %s\n"), file);
  return exit;
}

/* Before the page itself is written: it may still fail. */
static bool make_submission(const pc_rendering *rendering, const char *input, posterc_job *job,
                            const rendered *made) {
  g_autofree char *file = pc_target_find(&rendering->target, input);
  g_autofree char *name = g_path_get_basename(file);
  const posterc_submission submission = {name, made->page->data, made->page->len};
  return posterc_job_render_submission(job, &submission, pc_output_collect, made->sheet);
}

/* The page last: on a failure it shall be as it was. */
static pc_exit write_all(const pc_rendering *rendering, const char *input, const rendered *made,
                         bool has_depfile) {
  const pc_args *args = rendering->args;
  pc_exit exit = PC_EXIT_DONE;
  if (args->submission != NULL)
    exit = pc_output_write(args->submission, made->sheet->data, made->sheet->len);
  if (exit == PC_EXIT_DONE && has_depfile)
    exit = pc_output_write(args->depfile, made->rule->str, made->rule->len);
  return exit == PC_EXIT_DONE ? write_page(rendering, input, made->page) : exit;
}

static void print_summary(const posterc_job *job, const char *input, gint64 started) {
  char *summary = posterc_job_format_summary(job);
  if (summary != NULL)
    fprintf(stderr, "posterc: %s: %s, %.2f s\n", input, summary,
            (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC);
  posterc_free(summary);
}

static bool render_page(const pc_rendering *rendering, posterc_job *job, const char *input,
                        const rendered *made) {
  if (!pc_pages_wish_render(&rendering->wish, job, rendering->target.format, made->page))
    return false;
  return rendering->args->submission == NULL || make_submission(rendering, input, job, made);
}

void pc_rendering_run(const pc_rendering *rendering, posterc_job *job, const char *input,
                      GString *rules, pc_answer *answer) {
  const pc_args *args = rendering->args;
  const gint64 started = g_get_monotonic_time();
  g_autoptr(GByteArray) page = g_byte_array_new();
  g_autoptr(GByteArray) sheet = g_byte_array_new();
  g_autoptr(GString) own = g_string_new(NULL);
  const rendered made = {page, sheet, rules != NULL ? rules : own};
  const bool is_rendered = render_page(rendering, job, input, &made);
  pc_answer_append(answer, job);
  if (is_rendered && pc_work_judge(args, job) == PC_EXIT_DONE) {
    g_autofree char *file = pc_target_find(&rendering->target, input);
    pc_depfile_append(made.rule, file, job);
    const bool has_depfile = rules == NULL && args->depfile != NULL;
    pc_answer_append_exit(answer, write_all(rendering, input, &made, has_depfile));
  }
  if (args->verbose)
    print_summary(job, input, started);
}

static bool is_same_path(const char *a, const char *b) {
  g_autofree char *first = g_canonicalize_filename(a, NULL);
  g_autofree char *second = g_canonicalize_filename(b, NULL);
  return strcmp(first, second) == 0;
}

/* What is written beside the page would replace it. */
static bool is_over_page(const pc_rendering *rendering, const char *path) {
  const pc_args *args = rendering->args;
  for (guint i = 0; i < args->inputs->len; i++) {
    g_autofree char *page = pc_target_find(&rendering->target, g_ptr_array_index(args->inputs, i));
    if (is_same_path(path, page))
      return true;
  }
  return false;
}

static bool fail(const char *option, const char *fault) {
  fprintf(stderr, "posterc: %s %s\n", option, _(fault));
  return false;
}

/* The sheet is about one poster's print file. */
static bool check_submission(const pc_rendering *rendering) {
  const pc_args *args = rendering->args;
  if (args->submission == NULL)
    return true;
  if (rendering->target.format != POSTERC_PDF || args->sheets != NULL || args->tiles != NULL)
    return fail("--submission",
                "describes a poster's PDF: leave out other formats, --sheets and --tiles");
  if (args->inputs->len > 1)
    return fail("--submission", "is for one poster at a time");
  if (!g_str_has_suffix(args->submission, ".pdf"))
    return fail("--submission", "writes a PDF: --submission shop.pdf");
  if (is_over_page(rendering, args->submission))
    return fail("--submission", "wants another name than the poster's PDF: --submission shop.pdf");
  return true;
}

static bool check_depfile(const pc_rendering *rendering) {
  const pc_args *args = rendering->args;
  if (args->depfile == NULL)
    return true;
  if (rendering->target.is_stdout)
    return fail("--depfile", "names the file that is written: give it with -o FILE");
  if (is_over_page(rendering, args->depfile))
    return fail("--depfile", "wants another name than the output: --depfile out.d");
  return true;
}

/* A layout as data holds what was said about it: the same bytes for every reader. */
static void keep_data_english(posterc_format format) {
  if (format == POSTERC_JSON)
    g_setenv("LC_ALL", "C", TRUE);
}

bool pc_rendering_resolve(pc_rendering *rendering, const pc_args *args) {
  rendering->args = args;
  const bool is_resolved = pc_target_resolve(&rendering->target, args) &&
                           pc_pages_wish_resolve(&rendering->wish, args, &rendering->target) &&
                           check_submission(rendering) && check_depfile(rendering);
  keep_data_english(rendering->target.format);
  return is_resolved;
}
