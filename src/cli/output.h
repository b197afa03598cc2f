/* output.h - bytes to a file, in one step, or to standard output.  Layer: cli. */
#ifndef PC_CLI_OUTPUT_H
#define PC_CLI_OUTPUT_H

#include "cli/args.h"

/* path "-" is standard output.  A regular file is replaced once all bytes are on the disk; a device
 * or a pipe is written to.  Says what went wrong on standard error. */
pc_exit pc_output_write(const char *path, const void *data, size_t length);

/* A text to standard output. */
pc_exit pc_output_print(const char *text);

/* For posterc's functions that write: user is a GByteArray. */
bool pc_output_collect(const void *bytes, size_t length, void *user);

#endif
