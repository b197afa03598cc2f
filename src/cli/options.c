/* options.c - the tables of commands and options, and help made from them.  Layer: cli. */
#include "cli/options.h"

#include <string.h>

#include "base/nearest.h"
#include "cli/commands.h"

static const int most_inputs = 1000;

static const char *const format_words[] = {"pdf", "png", "svg", "json", NULL};
static const char *const stage_words[] = {"doc", "layout", "display", NULL};
static const char *const diagnostics_words[] = {"text", "json", NULL};

static const pc_command commands[] = {
    {"render", "POSTER...", "write the poster; the word render may be left out", 1, most_inputs,
     pc_run_render},
    {"check", "POSTER...", "say what is wrong and how each panel is set, write nothing", 1,
     most_inputs, pc_run_check},
    {"explain", "CODE", "what a diagnostic means and what to do", 1, 1, pc_run_explain},
    {"dump", "POSTER", "print a stage of the work as data", 1, 1, pc_run_dump},
    {"layouts", "", "list the layouts that are shipped", 0, 0, pc_run_layouts},
    {"themes", "", "list the themes that are shipped", 0, 0, pc_run_themes},
    {"fonts", "", "list the fonts that are used", 0, 0, pc_run_fonts},
    {"schema", "", "print the JSON Schema of poster.yaml", 0, 0, pc_run_schema},
    {"help", "[COMMAND]", "print this, or the options of a command", 0, 1, pc_run_help},
};

#define MEMBER(member) .offset = offsetof(pc_args, member)
#define POSTERS "render check dump"

static const pc_option options[] = {
    {"output", 'o', "FILE", PC_OPTION_TEXT, MEMBER(output), .commands = "render dump",
     .help = "where to; DIR/ for several, - for standard output"},
    {"format", 0, "FORMAT", PC_OPTION_CHOICE, MEMBER(format), .commands = "render",
     .words = format_words, .help = "pdf, png, svg or json; else by the ending of FILE"},
    {"dpi", 0, "N", PC_OPTION_NUMBER, MEMBER(dpi), .commands = "render", .min = 1, .max = 2400,
     .help = "dots an inch of png (72)"},
    {"draft", 0, NULL, PC_OPTION_FLAG, MEMBER(draft), .commands = POSTERS,
     .help = "mark text that does not fit in red and go on"},
    {"strict", 0, NULL, PC_OPTION_FLAG, MEMBER(strict), .commands = POSTERS,
     .help = "warnings fail like errors"},
    {"layout", 0, "NAME", PC_OPTION_TEXT, MEMBER(layout), .commands = POSTERS,
     .help = "layout by name or path, instead of the poster's"},
    {"theme", 0, "NAME", PC_OPTION_TEXT, MEMBER(theme), .commands = POSTERS,
     .help = "theme by name or path, instead of the poster's"},
    {"set", 0, "KEY=VALUE", PC_OPTION_TEXTS, MEMBER(sets), .commands = POSTERS,
     .help = "override a key: --set theme.sizes.body.max=40pt"},
    {"fonts", 0, "DIR", PC_OPTION_TEXTS, MEMBER(fonts), .commands = POSTERS,
     .help = "a folder with more fonts"},
    {"allow-outside", 0, NULL, PC_OPTION_FLAG, MEMBER(allow_outside), .commands = POSTERS,
     .help = "read files outside the poster's folder"},
    {"stage", 0, "STAGE", PC_OPTION_CHOICE, MEMBER(stage), .commands = "dump", .words = stage_words,
     .help = "doc, layout or display"},
    {"diagnostics", 0, "FORM", PC_OPTION_CHOICE, MEMBER(diagnostics), .commands = POSTERS,
     .words = diagnostics_words, .help = "text to standard error, json to standard output"},
    {"quiet", 'q', NULL, PC_OPTION_FLAG, MEMBER(quiet), .help = "errors only"},
    {"verbose", 'v', NULL, PC_OPTION_FLAG, MEMBER(verbose),
     .help = "say what was chosen: text size, fonts, time"},
    {"help", 'h', NULL, PC_OPTION_FLAG, MEMBER(help), .help = "print help"},
    {"version", 'V', NULL, PC_OPTION_FLAG, MEMBER(version), .help = "print the version"},
};

static const char *const later_commands[] = {"fix",   "compose", "init", "diff",
                                             "watch", "serve",   NULL};
static const char *const later_options[] = {
    "--sheets",   "--tiles",   "--overlap", "--depfile",   "--lock", "--measure", "--ideal",
    "--vertical", "--heading", "--port",    "--tolerance", "-j",     NULL};

static bool has_word(const char *const *words, const char *word) {
  for (; *words != NULL; words++) {
    if (strcmp(*words, word) == 0)
      return true;
  }
  return false;
}

static const pc_option *find_option(const char *name, size_t length) {
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
    if (strncmp(options[i].name, name, length) == 0 && options[i].name[length] == '\0')
      return &options[i];
  }
  return NULL;
}

const pc_option *pc_option_find(const char *name) {
  return find_option(name, strlen(name));
}

const pc_option *pc_option_find_letter(char letter) {
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
    if (options[i].letter != '\0' && options[i].letter == letter)
      return &options[i];
  }
  return NULL;
}

const pc_option *pc_option_match(const char *word) {
  if (word[0] != '-' || word[1] == '\0')
    return NULL;
  return word[1] == '-' ? find_option(word + 2, strcspn(word + 2, "="))
                        : pc_option_find_letter(word[1]);
}

bool pc_option_is_apart(const char *word) {
  return word[1] == '-' ? strchr(word, '=') == NULL : word[2] == '\0';
}

bool pc_option_is_for(const pc_option *option, const pc_command *command) {
  if (option->commands == NULL)
    return true;
  g_auto(GStrv) names = g_strsplit(option->commands, " ", -1);
  return g_strv_contains((const char *const *)names, command->name);
}

const char *pc_option_nearest(const char *word) {
  const char *names[G_N_ELEMENTS(options) + 1] = {NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
    names[i] = options[i].name;
  return pc_nearest(word + strspn(word, "-"), names);
}

/* "-j4" is "-j" with its value. */
bool pc_option_is_later(const char *word) {
  g_autofree char *letter = g_strndup(word, 2);
  bool is_long = word[1] == '-';
  return has_word(later_options, is_long ? word : letter);
}

bool pc_command_is_later(const char *name) {
  return has_word(later_commands, name);
}

const pc_command *pc_command_find(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
    if (strcmp(commands[i].name, name) == 0)
      return &commands[i];
  }
  return NULL;
}

const char *pc_command_nearest(const char *word) {
  const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = commands[i].name;
  return pc_nearest(word, names);
}

const char *const *pc_format_words(void) {
  return format_words;
}

static void append_option(GString *out, const pc_option *option) {
  g_autofree char *letter =
      option->letter != '\0' ? g_strdup_printf("-%c, ", option->letter) : g_strdup("    ");
  g_autofree char *name = g_strdup_printf("--%s%s%s", option->name, option->argument ? " " : "",
                                          option->argument ? option->argument : "");
  g_string_append_printf(out, "  %s%-18s %s\n", letter, name, option->help);
}

static void append_commands(GString *out) {
  g_string_append(out, "\ncommands:\n");
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    g_string_append_printf(out, "  %-8s %-10s %s\n", commands[i].name, commands[i].arguments,
                           commands[i].summary);
}

void pc_args_append_help(GString *out, const pc_command *command) {
  if (command == NULL) {
    g_string_append(out, "usage: posterc [render] poster.yaml -o poster.pdf\n");
    append_commands(out);
  } else {
    g_string_append_printf(out, "usage: posterc %s [OPTION...] %s\n%s\n", command->name,
                           command->arguments, command->summary);
  }
  g_string_append(out, "\noptions:\n");
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
    if (command == NULL || pc_option_is_for(&options[i], command))
      append_option(out, &options[i]);
  }
}
