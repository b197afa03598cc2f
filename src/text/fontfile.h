/* fontfile.h - a font in memory, for libraries that open fonts by their paths.  Layer: text. */
#ifndef PC_TEXT_FONTFILE_H
#define PC_TEXT_FONTFILE_H

#include <glib.h>

typedef struct pc_font_file {
  int fd;
  char *path; /* no other font of this process ever has it */
} pc_font_file;

/* NULL: the system does not give such files. */
pc_font_file *pc_font_file_new(GBytes *bytes);
void pc_font_file_free(pc_font_file *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_font_file, pc_font_file_free)

#endif
