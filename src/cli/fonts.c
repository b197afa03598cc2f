/* fonts.c - posterc fonts: the fonts that posterc uses; fonts --lock POSTER pins those of a poster.
 * Layer: cli. */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

static pc_exit list_fonts(void) {
  char *text = posterc_list_fonts();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

static pc_exit write_lock(const pc_args *args, const GByteArray *lock) {
  char *path = posterc_lock_path(args->lock);
  const pc_exit exit = pc_output_write(path, lock->data, lock->len);
  if (exit == PC_EXIT_DONE && !args->quiet)
    fprintf(stderr, _("posterc: wrote %s\n"), path);
  posterc_free(path);
  return exit;
}

pc_exit pc_run_fonts(const pc_args *args) {
  if (args->lock == NULL)
    return list_fonts();
  if (strcmp(args->lock, "-") == 0) {
    fputs(_("posterc: --lock wants the file of a poster, beside which it writes the lock\n"),
          stderr);
    return PC_EXIT_WRONG_USAGE;
  }
  pc_answer answer;
  pc_answer_init(&answer, args, false);
  posterc_job *job = pc_work_load(args, args->lock);
  g_autoptr(GByteArray) lock = g_byte_array_new();
  const bool is_made = posterc_job_lock_fonts(job, pc_output_collect, lock);
  pc_answer_append(&answer, job);
  if (is_made)
    pc_answer_append_exit(&answer, write_lock(args, lock));
  posterc_job_free(job);
  return pc_answer_clear(&answer);
}
