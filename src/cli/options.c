/* options.c - the tables of commands and options, and help made from them.  Layer: cli. */
#include "cli/options.h"

#include <string.h>

#include "base/nearest.h"
#include "cli/commands.h"

static const int most_inputs = 1000;

static const char *const format_words[] = {"pdf", "png", "svg", "json", NULL};
static const char *const schema_words[] = {"json", "markdown", "dictionary", NULL};
static const char *const stage_words[] = {"doc", "layout", "display", NULL};
static const char *const standard_words[] = {"auto", "pdf/x-4", "pdf/x-1a", "plain", NULL};
static const char *const diagnostics_words[] = {"text", "json", NULL};

static const pc_command commands[] = {
    {"render", "POSTER...", "write the poster; the word render may be left out", 1, most_inputs,
     pc_run_render},
    {"check", "POSTER...", "say what is wrong and how each panel is set, write nothing", 1,
     most_inputs, pc_run_check},
    {"explain", "[CODE]", "what a diagnostic means and what to do", 0, 1, pc_run_explain},
    {"dump", "POSTER", "print a stage of the work as data", 1, 1, pc_run_dump},
    {"compose", "TEXT", "print the lines of one paragraph as JSON, in em", 1, 1, pc_run_compose},
    {"layouts", "", "list the layouts that are shipped", 0, 0, pc_run_layouts},
    {"themes", "", "list the themes that are shipped", 0, 0, pc_run_themes},
    {"fonts", "", "list the fonts that are used, or pin those of a poster", 0, 0, pc_run_fonts},
    {"schema", "", "print all keys of poster.yaml", 0, 0, pc_run_schema},
    {"help", "[COMMAND]", "print this, or the options of a command", 0, 1, pc_run_help},
};

#define MEMBER(member) .offset = offsetof(pc_args, member)
#define POSTERS "render check dump"
#define SETTINGS POSTERS " compose fonts"

static const pc_option options[] = {
    {"output", 'o', "FILE", PC_OPTION_TEXT, MEMBER(output), .commands = "render dump",
     .help = "where to; DIR/ for several, - for standard output"},
    {"format", 0, "FORMAT", PC_OPTION_CHOICE, MEMBER(format), .commands = "render",
     .words = format_words, .help = "pdf, png, svg or json; else by the ending of FILE"},
    {"format", 0, "FORM", PC_OPTION_CHOICE, MEMBER(schema), .commands = "schema",
     .words = schema_words, .help = "json (JSON Schema), markdown or dictionary"},
    {"dpi", 0, "N", PC_OPTION_NUMBER, MEMBER(dpi), .commands = "render", .min = 1, .max = 2400,
     .help = "dots an inch of png (72)"},
    {"sheets", 0, "PAPER", PC_OPTION_TEXT, MEMBER(sheets), .commands = "render",
     .help = "a page for each slide, to paste on a board: --sheets A4"},
    {"tiles", 0, "PAPER", PC_OPTION_TEXT, MEMBER(tiles), .commands = "render",
     .help = "the poster cut into pages, to glue together: --tiles A4"},
    {"overlap", 0, "LENGTH", PC_OPTION_TEXT, MEMBER(overlap), .commands = "render",
     .help = "how far tiles lie on one another, 0mm to 40mm (10mm)"},
    {"pdf", 0, NULL, PC_OPTION_FLAG, MEMBER(pdf), .commands = "check",
     .help = "the files are PDFs: would a print shop object?"},
    {"standard", 0, "NAME", PC_OPTION_CHOICE, MEMBER(standard), .commands = "check",
     .words = standard_words, .help = "of --pdf: pdf/x-4, pdf/x-1a, plain, auto (auto)"},
    {"draft", 0, NULL, PC_OPTION_FLAG, MEMBER(draft), .commands = POSTERS,
     .help = "mark text that does not fit in red and go on"},
    {"submission", 0, "FILE", PC_OPTION_TEXT, MEMBER(submission), .commands = "render",
     .help = "also write a page for the print shop"},
    {"lock", 0, "POSTER", PC_OPTION_TEXT, MEMBER(lock), .commands = "fonts",
     .help = "pin the poster's fonts in poster.fonts.lock"},
    {"strict", 0, NULL, PC_OPTION_FLAG, MEMBER(strict), .commands = SETTINGS,
     .help = "warnings fail like errors"},
    {"layout", 0, "NAME", PC_OPTION_TEXT, MEMBER(layout), .commands = SETTINGS,
     .help = "layout by name or path, instead of the poster's"},
    {"theme", 0, "NAME", PC_OPTION_TEXT, MEMBER(theme), .commands = SETTINGS,
     .help = "theme by name or path, instead of the poster's"},
    {"set", 0, "KEY=VALUE", PC_OPTION_TEXTS, MEMBER(sets), .commands = SETTINGS,
     .help = "override a key: --set theme.sizes.body.max=40pt"},
    {"fonts", 0, "DIR", PC_OPTION_TEXTS, MEMBER(fonts), .commands = SETTINGS,
     .help = "a folder with more fonts"},
    {"allow-outside", 0, NULL, PC_OPTION_FLAG, MEMBER(allow_outside), .commands = SETTINGS,
     .help = "read files outside the poster's folder"},
    {"stage", 0, "STAGE", PC_OPTION_CHOICE, MEMBER(stage), .commands = "dump", .words = stage_words,
     .help = "doc, layout or display"},
    {"measure", 0, "LENGTH", PC_OPTION_TEXT, MEMBER(measure), .commands = "compose",
     .help = "width of the lines: 12em"},
    {"ideal", 0, NULL, PC_OPTION_FLAG, MEMBER(ideal), .commands = "compose",
     .help = "fixed metrics in place of fonts"},
    {"vertical", 0, NULL, PC_OPTION_FLAG, MEMBER(vertical), .commands = "compose",
     .help = "lines that run downwards"},
    {"heading", 0, NULL, PC_OPTION_FLAG, MEMBER(heading), .commands = "compose",
     .help = "set as a heading: broken between phrases"},
    {"diagnostics", 0, "FORM", PC_OPTION_CHOICE, MEMBER(diagnostics), .commands = SETTINGS,
     .words = diagnostics_words, .help = "text to standard error, json to standard output"},
    {"quiet", 'q', NULL, PC_OPTION_FLAG, MEMBER(quiet), .help = "errors only"},
    {"verbose", 'v', NULL, PC_OPTION_FLAG, MEMBER(verbose),
     .help = "say what was chosen: text size, fonts, time"},
    {"help", 'h', NULL, PC_OPTION_FLAG, MEMBER(help), .help = "print help"},
    {"version", 'V', NULL, PC_OPTION_FLAG, MEMBER(version), .help = "print the version"},
};

static const char *const later_commands[] = {"fix", "init", "diff", "watch", "serve", NULL};
static const char *const later_options[] = {"--depfile", "--port", "--tolerance", "-j", NULL};

static bool has_word(const char *const *words, const char *word) {
  for (; *words != NULL; words++) {
    if (strcmp(*words, word) == 0)
      return true;
  }
  return false;
}

/* "--name", "--name=value", "-o", "-oVALUE" */
static bool names_option(const char *word, const pc_option *option) {
  if (word[0] != '-' || word[1] == '\0')
    return false;
  if (word[1] != '-')
    return word[1] == option->letter;
  size_t length = strcspn(word + 2, "=");
  return strncmp(option->name, word + 2, length) == 0 && option->name[length] == '\0';
}

const pc_option *pc_option_match(const char *word, const pc_command *command) {
  const pc_option *other = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
    if (!names_option(word, &options[i]))
      continue;
    if (command == NULL || pc_option_is_for(&options[i], command))
      return &options[i];
    other = other == NULL ? &options[i] : other;
  }
  return other;
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

const char *pc_standard_word(int standard) {
  return standard_words[standard];
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
    const char *gap = command->arguments[0] != '\0' ? " " : "";
    g_string_append_printf(out, "usage: posterc %s [OPTION...]%s%s\n%s\n", command->name, gap,
                           command->arguments, command->summary);
  }
  g_string_append(out,
                  command != NULL
                      ? "\noptions:\n"
                      : "\noptions of render; posterc help COMMAND prints those of another:\n");
  const pc_command *shown = command != NULL ? command : pc_command_find("render");
  for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
    if (pc_option_is_for(&options[i], shown))
      append_option(out, &options[i]);
  }
}
