/* init.c - posterc init DIR: a poster to start from, and the schema with which editors help.
 * Layer: cli. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/work.h"

static const char default_layout[] = "z-auto";

static pc_exit fail_create(const char *path) {
  if (errno == EEXIST)
    fprintf(stderr, _("posterc: %s is there already, and is left as it is; name another folder\n"),
            path);
  else
    fprintf(stderr, _("posterc: cannot write %s: %s\n"), path, _(g_strerror(errno)));
  return PC_EXIT_FILE;
}

/* A file that was not there before. */
static pc_exit create_file(const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail_create(path);
  bool is_written = pc_file_write_all(fd, text, strlen(text));
  int number = errno;
  bool is_closed = close(fd) == 0;
  if (is_written && is_closed)
    return PC_EXIT_DONE;
  number = is_written ? errno : number;
  unlink(path);
  errno = number;
  return fail_create(path);
}

static bool make_folder(const char *folder) {
  if (g_mkdir_with_parents(folder, 0777) == 0)
    return true;
  fprintf(stderr, _("posterc: cannot make the folder %s: %s\n"), folder, _(g_strerror(errno)));
  return false;
}

/* The schema last: where a poster stands already, nothing is written. */
static pc_exit write_files(const pc_args *args, const char *folder, const char *poster) {
  if (!make_folder(folder))
    return PC_EXIT_FILE;
  g_autofree char *poster_path = g_build_filename(folder, "poster.yaml", NULL);
  g_autofree char *schema_path = g_build_filename(folder, "poster.schema.json", NULL);
  pc_exit exit = create_file(poster_path, poster);
  if (exit != PC_EXIT_DONE)
    return exit;
  char *schema = posterc_schema();
  exit = g_file_test(schema_path, G_FILE_TEST_EXISTS) ? PC_EXIT_DONE
                                                      : create_file(schema_path, schema);
  posterc_free(schema);
  if (exit == PC_EXIT_DONE && !args->quiet)
    fprintf(stderr, _("posterc: wrote %s; next: posterc check %s\n"), poster_path, poster_path);
  return exit;
}

static pc_exit fail_layout(const char *layout) {
  const char *nearest = posterc_nearest_layout(layout);
  if (nearest != NULL)
    fprintf(stderr, _("posterc: there is no layout '%s'; did you mean '%s'?\n"), layout, nearest);
  else
    fprintf(stderr, _("posterc: there is no layout '%s'; posterc layouts lists them\n"), layout);
  return PC_EXIT_WRONG_USAGE;
}

static char *split_stdin(posterc_job *job, const char *layout, pc_answer *answer) {
  g_autoptr(GByteArray) bytes = pc_work_read_stdin();
  if (bytes == NULL) {
    pc_answer_append_exit(answer, PC_EXIT_FILE);
    return NULL;
  }
  return posterc_job_split_buffer(job, bytes->data, bytes->len, "<stdin>", layout);
}

static pc_exit write_split(const pc_args *args, const char *folder) {
  pc_answer answer;
  pc_answer_init(&answer, args, true);
  posterc_job *job = posterc_job_new();
  char *poster = strcmp(args->from, "-") == 0
                     ? split_stdin(job, args->layout, &answer)
                     : posterc_job_split_file(job, args->from, args->layout);
  pc_answer_append(&answer, job);
  if (poster != NULL)
    pc_answer_append_exit(&answer, write_files(args, folder, poster));
  posterc_free(poster);
  posterc_job_free(job);
  return pc_answer_clear(&answer);
}

pc_exit pc_run_init(const pc_args *args) {
  const char *folder = g_ptr_array_index(args->inputs, 0);
  char *starter = posterc_starter(args->layout != NULL ? args->layout : default_layout);
  if (starter == NULL)
    return fail_layout(args->layout);
  pc_exit exit =
      args->from != NULL ? write_split(args, folder) : write_files(args, folder, starter);
  posterc_free(starter);
  return exit;
}
