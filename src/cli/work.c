/* work.c - a poster from the command line to a job, and what the job says.  Layer: cli. */
#include "cli/work.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/output.h"

/* One byte more than a poster may have: the library says what is too much. */
static const size_t most_stdin = 4 * 1024 * 1024 + 1;

/* The last second of the year 9999: a PDF writes years with four digits. */
static const gint64 last_date = 253402300799;

/* reproducible-builds.org: SOURCE_DATE_EPOCH is a whole number of seconds; -1 without. */
static long long read_date(void) {
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  gint64 seconds = -1;
  if (epoch == NULL || epoch[0] == '\0')
    return -1;
  if (g_ascii_string_to_signed(epoch, 10, 0, last_date, &seconds, NULL))
    return seconds;
  fprintf(
      stderr,
      _("posterc: SOURCE_DATE_EPOCH is no number of seconds from 1970 to 9999: '%s'; it is as if "
        "it were not set\n"),
      epoch);
  return -1;
}

posterc_job *pc_work_new(const pc_args *args) {
  posterc_job *job = posterc_job_new();
  if (args->layout != NULL)
    posterc_job_set_layout(job, args->layout);
  if (args->theme != NULL)
    posterc_job_set_theme(job, args->theme);
  for (guint i = 0; i < args->sets->len; i++)
    posterc_job_add_set(job, g_ptr_array_index(args->sets, i));
  for (guint i = 0; i < args->fonts->len; i++)
    posterc_job_add_fonts(job, g_ptr_array_index(args->fonts, i));
  posterc_job_set_draft(job, args->draft);
  posterc_job_set_allow_outside(job, args->allow_outside);
  if (args->dpi > 0)
    posterc_job_set_dpi(job, args->dpi);
  posterc_job_set_date(job, read_date());
  return job;
}

GByteArray *pc_work_read_stdin(void) {
  GByteArray *bytes = g_byte_array_new();
  guint8 buffer[65536];
  ssize_t got = 1;
  while (got != 0 && bytes->len < most_stdin) {
    got = read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      fprintf(stderr, _("posterc: cannot read standard input: %s\n"), _(g_strerror(errno)));
      g_byte_array_unref(bytes);
      return NULL;
    }
    g_byte_array_append(bytes, buffer, (guint)got);
  }
  return bytes;
}

static bool check_font_folders(const pc_args *args) {
  for (guint i = 0; i < args->fonts->len; i++) {
    const char *folder = g_ptr_array_index(args->fonts, i);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
      continue;
    fprintf(stderr, _("posterc: --fonts: there is no folder '%s'\n"), folder);
    return false;
  }
  return true;
}

posterc_job *pc_work_load(const pc_args *args, const char *input) {
  if (!check_font_folders(args))
    return NULL;
  if (strcmp(input, "-") != 0) {
    posterc_job *job = pc_work_new(args);
    posterc_job_load_file(job, input);
    return job;
  }
  g_autoptr(GByteArray) bytes = pc_work_read_stdin();
  if (bytes == NULL)
    return NULL;
  posterc_job *job = pc_work_new(args);
  posterc_job_load_buffer(job, (const char *)bytes->data, bytes->len, "<stdin>", ".");
  return job;
}

pc_exit pc_work_judge(const pc_args *args, const posterc_job *job) {
  if (posterc_job_is_unreadable(job))
    return PC_EXIT_FILE;
  bool is_wrong = posterc_job_has_error(job) || (args->strict && posterc_job_has_warning(job));
  return is_wrong ? PC_EXIT_WRONG_POSTER : PC_EXIT_DONE;
}

/* https://no-color.org: set and not empty. */
static bool wants_color(void) {
  const char *no_color = getenv("NO_COLOR");
  return isatty(STDERR_FILENO) && (no_color == NULL || no_color[0] == '\0');
}

static void print_diagnostic(const posterc_job *job, int index) {
  static const char *const colors[] = {
      [POSTERC_WARNING] = "\033[1;35m", [POSTERC_ERROR] = "\033[1;31m"};
  posterc_severity severity = posterc_job_diagnostic_at(job, index).severity;
  char *text = posterc_job_format_diagnostic(job, index);
  g_autofree char *label =
      g_strdup_printf("%s:", severity == POSTERC_ERROR ? _("error") : _("warning"));
  char *word = strstr(text, label);
  if (word == NULL || !wants_color())
    fputs(text, stderr);
  else
    fprintf(stderr, "%.*s%s%s\033[0m%s", (int)(word - text), text, colors[severity], label,
            word + strlen(label));
  posterc_free(text);
}

static void print_diagnostics(const pc_args *args, const posterc_job *job) {
  for (int i = 0; i < posterc_job_diagnostic_count(job); i++) {
    bool is_warning = posterc_job_diagnostic_at(job, i).severity == POSTERC_WARNING;
    if (!(is_warning && args->quiet && !args->strict))
      print_diagnostic(job, i);
  }
}

/* A draft's panels that nobody shall print by accident: said even when quiet. */
static void print_overflow(const posterc_job *job) {
  char *text = posterc_job_format_overflow(job);
  g_auto(GStrv) lines = g_strsplit(text != NULL ? text : "", "\n", -1);
  posterc_free(text);
  for (char **line = lines; *line != NULL; line++) {
    if (**line != '\0')
      fprintf(stderr, _("posterc: draft: %s; it is marked in red\n"), *line);
  }
}

/* The inside of it, behind what other jobs said. */
void pc_answer_append_array(pc_answer *answer, const char *array) {
  const char *begin = strchr(array, '[');
  const char *end = strrchr(array, ']');
  if (begin == NULL || end == NULL)
    return;
  g_autofree char *inside = g_strndup(begin + 1, (gsize)(end - begin - 1));
  g_strchomp(inside);
  if (inside[0] != '\0')
    g_string_append_printf(answer->json, "%s%s", answer->json->len > 0 ? "," : "", inside);
}

static void keep_json(pc_answer *answer, const posterc_job *job) {
  char *array = posterc_job_format_diagnostics_json(job);
  pc_answer_append_array(answer, array);
  posterc_free(array);
}

void pc_answer_init(pc_answer *answer, const pc_args *args, bool output_is_stdout) {
  *answer = (pc_answer){args, output_is_stdout, g_string_new(NULL), PC_EXIT_DONE};
}

void pc_answer_append(pc_answer *answer, const posterc_job *job) {
  pc_answer_append_exit(answer, pc_work_judge(answer->args, job));
  if (answer->args->diagnostics) {
    keep_json(answer, job);
    return;
  }
  print_diagnostics(answer->args, job);
  print_overflow(job);
}

void pc_answer_append_exit(pc_answer *answer, pc_exit exit) {
  answer->exit = MAX(answer->exit, exit);
}

pc_exit pc_answer_clear(pc_answer *answer) {
  if (answer->args->diagnostics) {
    g_autofree char *array =
        g_strdup_printf("[%s%s]\n", answer->json->str, answer->json->len > 0 ? "\n" : "");
    if (answer->output_is_stdout)
      fputs(array, stderr);
    else
      pc_answer_append_exit(answer, pc_output_print(array));
  }
  g_string_free(answer->json, TRUE);
  return answer->exit;
}
