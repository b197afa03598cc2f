/* args.h - the command line: one table of commands, one of options, and what was typed.
 * Layer: cli (uses posterc.h and base's helpers only). */
#ifndef PC_CLI_ARGS_H
#define PC_CLI_ARGS_H

#include <stdbool.h>

#include <glib.h>

#include "posterc.h"

/* Exit codes: SPEC section 10. */
typedef enum pc_exit {
  PC_EXIT_DONE,
  PC_EXIT_WRONG_POSTER,
  PC_EXIT_WRONG_USAGE,
  PC_EXIT_FILE,
  PC_EXIT_INTERNAL,
} pc_exit;

typedef enum pc_schema_form {
  PC_SCHEMA_JSON,
  PC_SCHEMA_MARKDOWN,
  PC_SCHEMA_DICTIONARY
} pc_schema_form;

/* Where help lists a command. */
typedef enum pc_command_group {
  PC_GROUP_DAILY,
  PC_GROUP_LOOK_UP,
  PC_GROUP_EXPERT,
  PC_GROUP_HIDDEN,
} pc_command_group;

typedef struct pc_command pc_command;

/* What was typed.  Strings are borrowed from argv. */
typedef struct pc_args {
  const pc_command *command;
  GPtrArray *inputs;  /* words that are no options */
  const char *output; /* -o, or NULL */
  int format;         /* posterc_format, or -1: by the ending of output */
  int stage;          /* posterc_stage, or -1: not given */
  int schema;         /* pc_schema_form */
  double dpi;         /* 0: not given */
  const char *layout, *theme;
  const char *sheets, *tiles, *overlap; /* as typed, or NULL */
  const char *submission;               /* of render: a file, or NULL */
  double port;                          /* of serve; 0: the usual one */
  const char *depfile;                  /* of render: a file, or NULL */
  double jobs;                          /* processes at a time; 0: as many as processors */
  double timeout;                       /* seconds for one of several posters; 0: no end */
  const char *lock;                     /* of fonts: a poster, or NULL */
  const char *measure;                  /* of compose, as typed */
  GPtrArray *sets, *fonts;
  int diff_form;                 /* of diff: 1 is JSON */
  int check_form;                /* of check: 1 is JSON */
  double tolerance_mm;           /* of diff; below 0: not given */
  int diagnostics;               /* 1: as JSON */
  int standard;                  /* of --pdf: 0 is auto */
  bool ideal, vertical, heading; /* of compose */
  bool pdf;                      /* of check */
  const char *from;              /* of init: a text, or NULL */
  bool dry_run;                  /* of fix */
  bool draft, strict, allow_outside, quiet, verbose, help, version;
} pc_args;

struct pc_command {
  const char *name;
  const char *arguments; /* for help: "POSTER..." */
  const char *summary;
  int least_inputs, most_inputs;
  pc_exit (*run)(const pc_args *args);
  pc_command_group group;
};

/* Reads the command line.  false: what was wrong is appended to error, one line. */
bool pc_args_parse(pc_args *args, int argc, char **argv, GString *error);
void pc_args_clear(pc_args *args);

/* The command of that name, or NULL. */
const pc_command *pc_command_find(const char *name);
/* Help for one command with its options, or NULL: the list of commands, on one screen. */
void pc_args_append_help(GString *out, const pc_command *command);

/* Words of --format and endings of files, in the order of posterc_format. */
const char *const *pc_format_words(void);
/* What --standard was, as the library wants it. */
const char *pc_standard_word(int standard);

#endif
