/* render.c - posterc [render] POSTER... -o FILE.  Layer: cli. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pages.h"
#include "cli/target.h"
#include "cli/work.h"

static bool make_folder(const pc_target *target) {
  if (!target->is_folder || g_mkdir_with_parents(target->path, 0777) == 0)
    return true;
  fprintf(stderr, "posterc: cannot make the folder %s: %s\n", target->path, g_strerror(errno));
  return false;
}

static pc_exit write_page(const pc_args *args, const pc_target *target, const char *input,
                          const GByteArray *page) {
  g_autofree char *file = pc_target_find(target, input);
  if (!make_folder(target))
    return PC_EXIT_FILE;
  pc_exit exit = pc_output_write(file, page->data, page->len);
  bool is_named = target->is_chosen && !target->is_folder;
  if (exit == PC_EXIT_DONE && !args->quiet && !is_named && !target->is_stdout)
    fprintf(stderr, "posterc: wrote %s\n", file);
  return exit;
}

/* Before the page itself is written: it may still fail. */
static bool make_submission(const pc_target *target, const char *input, posterc_job *job,
                            const GByteArray *page, GByteArray *sheet) {
  g_autofree char *file = pc_target_find(target, input);
  g_autofree char *name = g_path_get_basename(file);
  const posterc_submission submission = {name, page->data, page->len};
  return posterc_job_render_submission(job, &submission, pc_output_collect, sheet);
}

/* The sheet first: on a failure the page shall be as it was. */
static pc_exit write_all(const pc_args *args, const pc_target *target, const char *input,
                         const GByteArray *page, const GByteArray *sheet) {
  if (args->submission != NULL) {
    pc_exit exit = pc_output_write(args->submission, sheet->data, sheet->len);
    if (exit != PC_EXIT_DONE)
      return exit;
  }
  return write_page(args, target, input, page);
}

static void print_summary(const posterc_job *job, const char *input, gint64 started) {
  char *summary = posterc_job_format_summary(job);
  if (summary != NULL)
    fprintf(stderr, "posterc: %s: %s, %.2f s\n", input, summary,
            (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC);
  posterc_free(summary);
}

static void render_one(const pc_args *args, const pc_target *target, const pc_pages_wish *wish,
                       const char *input, pc_answer *answer) {
  gint64 started = g_get_monotonic_time();
  posterc_job *job = pc_work_load(args, input);
  if (job == NULL) {
    pc_answer_append_exit(answer, PC_EXIT_FILE);
    return;
  }
  g_autoptr(GByteArray) page = g_byte_array_new();
  g_autoptr(GByteArray) sheet = g_byte_array_new();
  bool is_rendered = pc_pages_wish_render(wish, job, target->format, page);
  if (is_rendered && args->submission != NULL)
    is_rendered = make_submission(target, input, job, page, sheet);
  pc_answer_append(answer, job);
  if (is_rendered && pc_work_judge(args, job) == PC_EXIT_DONE)
    pc_answer_append_exit(answer, write_all(args, target, input, page, sheet));
  if (args->verbose)
    print_summary(job, input, started);
  posterc_job_free(job);
}

static bool is_same_path(const char *a, const char *b) {
  g_autofree char *first = g_canonicalize_filename(a, NULL);
  g_autofree char *second = g_canonicalize_filename(b, NULL);
  return strcmp(first, second) == 0;
}

/* The sheet would replace the page that it describes. */
static bool is_over_page(const pc_args *args, const pc_target *target) {
  g_autofree char *page = pc_target_find(target, g_ptr_array_index(args->inputs, 0));
  return is_same_path(args->submission, page);
}

/* The sheet is about one poster's print file. */
static bool check_submission(const pc_args *args, const pc_target *target) {
  const char *fault = NULL;
  if (args->submission == NULL)
    return true;
  if (target->format != POSTERC_PDF || args->sheets != NULL || args->tiles != NULL)
    fault = "describes a poster's PDF: leave out other formats, --sheets and --tiles";
  else if (args->inputs->len > 1)
    fault = "is for one poster at a time";
  else if (!g_str_has_suffix(args->submission, ".pdf"))
    fault = "writes a PDF: --submission shop.pdf";
  else if (is_over_page(args, target))
    fault = "wants another name than the poster's PDF: --submission shop.pdf";
  if (fault != NULL)
    fprintf(stderr, "posterc: --submission %s\n", fault);
  return fault == NULL;
}

pc_exit pc_run_render(const pc_args *args) {
  pc_target target;
  pc_pages_wish wish;
  if (!pc_target_resolve(&target, args) || !pc_pages_wish_resolve(&wish, args, &target) ||
      !check_submission(args, &target))
    return PC_EXIT_WRONG_USAGE;
  pc_answer answer;
  pc_answer_init(&answer, args, target.is_stdout);
  for (guint i = 0; i < args->inputs->len; i++)
    render_one(args, &target, &wish, g_ptr_array_index(args->inputs, i), &answer);
  return pc_answer_clear(&answer);
}
