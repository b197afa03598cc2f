/* depfile.c - what an output was made from, for make and ninja.  Layer: cli. */
#include "cli/depfile.h"

#include <string.h>
#include <unistd.h>

/* A blank ends a name and '#' begins a comment, unless a backslash stands before; "$$" is one '$'
 * (GNU make manual, 4.3 and 3.1.1).  Backslashes before such a blank or '#' are doubled. */
static void append_name(GString *out, const char *name) {
  int backslashes = 0;
  for (const char *at = name; *at != '\0'; at++) {
    const bool is_escaped = *at == ' ' || *at == '#' || *at == '\t';
    for (int i = 0; is_escaped && i < backslashes + 1; i++)
      g_string_append_c(out, '\\');
    if (*at == '$')
      g_string_append_c(out, '$');
    g_string_append_c(out, *at);
    backslashes = *at == '\\' ? backslashes + 1 : 0;
  }
}

void pc_depfile_append(GString *out, const char *target, const posterc_job *job) {
  append_name(out, target);
  g_string_append_c(out, ':');
  for (int i = 0; i < posterc_job_file_count(job); i++) {
    const char *name = posterc_job_file_at(job, i);
    /* A name with a line end cannot be written there. */
    if (access(name, F_OK) != 0 || strpbrk(name, "\r\n") != NULL)
      continue;
    g_string_append_c(out, ' ');
    append_name(out, name);
  }
  g_string_append_c(out, '\n');
}
