/* options.h - the tables of commands and options: parsing and help read them.  Layer: cli. */
#ifndef PC_CLI_OPTIONS_H
#define PC_CLI_OPTIONS_H

#include "cli/args.h"

typedef enum pc_option_kind {
  PC_OPTION_FLAG,   /* bool */
  PC_OPTION_TEXT,   /* const char * */
  PC_OPTION_TEXTS,  /* GPtrArray *; may be given several times */
  PC_OPTION_CHOICE, /* int: place in words */
  PC_OPTION_NUMBER, /* double, min to max */
} pc_option_kind;

typedef struct pc_option {
  const char *name;     /* without the dashes */
  char letter;          /* or 0 */
  const char *argument; /* for help; NULL: a flag */
  pc_option_kind kind;
  size_t offset;        /* in pc_args */
  const char *commands; /* the commands that take it, with blanks between; NULL: all */
  const char *help;
  const char *const *words;
  double min, max;
} pc_option;

const pc_command *pc_commands(int *count);
const pc_option *pc_options(int *count);

/* The option that a word of the command line names, with or without its value, or NULL.  Of two
 * with one name it is the command's own; command NULL: any. */
const pc_option *pc_option_match(const char *word, const pc_command *command);
/* Its value is the next word. */
bool pc_option_is_apart(const char *word);
bool pc_option_is_for(const pc_option *option, const pc_command *command);
/* Name of the nearest option to "--word", or NULL. */
const char *pc_option_nearest(const char *word);

const char *pc_command_nearest(const char *word);

#endif
