/* use.c - another program that uses the installed library. */
#include <posterc.h>
#include <stdio.h>
#include <string.h>

static bool count_bytes(const void *bytes, size_t length, void *user) {
  (void)bytes;
  *(size_t *)user += length;
  return true;
}

int main(void) {
  const char *yaml = "title: 案内\nslides: [本文]\n";
  size_t written = 0;
  posterc_job *job = posterc_job_new();
  bool is_done = posterc_job_load_buffer(job, yaml, strlen(yaml), "poster.yaml", ".") &&
                 posterc_job_render(job, POSTERC_PDF, count_bytes, &written);
  for (int i = 0; i < posterc_job_diagnostic_count(job); i++)
    puts(posterc_job_diagnostic_at(job, i).message);
  printf("posterc %s: %zu bytes\n", posterc_version(), written);
  posterc_job_free(job);
  return is_done && written > 1000 ? 0 : 1;
}
