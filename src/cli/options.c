/* options.c - the tables of commands and options.  Layer: cli. */
#include "cli/options.h"

#include <string.h>

#include "base/nearest.h"
#include "cli/commands.h"

static const int most_inputs = 1000;

static const char *const format_words[] = {"pdf", "png", "svg", "json", NULL};
static const char *const schema_words[] = {"json", "markdown", "dictionary", NULL};
static const char *const check_words[] = {"text", "json", NULL};
static const char *const diff_words[] = {"text", "json", NULL};
static const char *const stage_words[] = {"doc", "layout", "display", NULL};
static const char *const standard_words[] = {"auto", "pdf/x-4", "pdf/x-1a", "plain", NULL};
static const char *const diagnostics_words[] = {"text", "json", NULL};

static const pc_command commands[] = {
    {"render", "POSTER...", "write the poster; the word render may be left out", 1, most_inputs,
     pc_run_render, PC_GROUP_DAILY},
    {"check", "POSTER...", "say what is wrong and how each panel is set, write nothing", 1,
     most_inputs, pc_run_check, PC_GROUP_DAILY},
    {"fix", "POSTER...", "repair look-alikes, broken lines and digits in the file itself", 1,
     most_inputs, pc_run_fix, PC_GROUP_DAILY},
    {"watch", "POSTER", "write the poster anew whenever it or a file of it changes", 1, 1,
     pc_run_watch, PC_GROUP_DAILY},
    {"serve", "POSTER", "show the poster in a browser, anew whenever it changes", 1, 1,
     pc_run_serve, PC_GROUP_DAILY},
    {"init", "DIR", "write a poster to start from into a folder", 1, 1, pc_run_init,
     PC_GROUP_DAILY},
    {"explain", "[CODE]", "what a diagnostic means and what to do", 0, 1, pc_run_explain,
     PC_GROUP_LOOK_UP},
    {"diff", "OLD NEW", "say what changed between two finished posters", 2, 2, pc_run_diff,
     PC_GROUP_DAILY},
    {"dump", "POSTER", "print a stage of the work as data", 1, 1, pc_run_dump, PC_GROUP_EXPERT},
    {"compose", "TEXT", "print the lines of one paragraph as JSON, in em", 1, 1, pc_run_compose,
     PC_GROUP_EXPERT},
    {"layouts", "", "list the layouts that are shipped", 0, 0, pc_run_layouts, PC_GROUP_LOOK_UP},
    {"themes", "", "list the themes that are shipped", 0, 0, pc_run_themes, PC_GROUP_LOOK_UP},
    {"fonts", "", "list the fonts that are used, or pin those of a poster", 0, 0, pc_run_fonts,
     PC_GROUP_LOOK_UP},
    {"schema", "", "print all keys of poster.yaml", 0, 0, pc_run_schema, PC_GROUP_LOOK_UP},
    {"complete", "-- WORD...", "list how the last word can go on, for the shell", 0, most_inputs,
     pc_run_complete, PC_GROUP_HIDDEN},
    {"help", "[COMMAND]", "print this, or the options of a command", 0, 1, pc_run_help,
     PC_GROUP_LOOK_UP},
};

#define MEMBER(member) .offset = offsetof(pc_args, member)
/* What writes a poster. */
#define WRITERS "render watch"
#define POSTERS WRITERS " serve check dump"
#define SETTINGS POSTERS " compose fonts"

static const pc_option options[] = {
    {"output", 'o', "FILE", PC_OPTION_TEXT, MEMBER(output), .commands = WRITERS " dump",
     .help = "where to; DIR/ for several, - for standard output"},
    {"format", 0, "FORMAT", PC_OPTION_CHOICE, MEMBER(format), .commands = WRITERS,
     .words = format_words, .help = "pdf, png, svg or json; else by the ending of FILE"},
    {"format", 0, "FORM", PC_OPTION_CHOICE, MEMBER(schema), .commands = "schema",
     .words = schema_words, .help = "json (JSON Schema), markdown or dictionary"},
    {"format", 0, "FORM", PC_OPTION_CHOICE, MEMBER(check_form), .commands = "check",
     .words = check_words, .help = "text or json: the whole report as data (text)"},
    {"output", 'o', "FILE", PC_OPTION_TEXT, MEMBER(output), .commands = "diff",
     .help = "also a picture (.png) or a report (.html)"},
    {"format", 0, "FORM", PC_OPTION_CHOICE, MEMBER(diff_form), .commands = "diff",
     .words = diff_words, .help = "text or json (text)"},
    {"tolerance", 0, "MM", PC_OPTION_NUMBER, MEMBER(tolerance_mm), .commands = "diff", .max = 100,
     .help = "what moved by less did not move (0.1)"},
    {"dpi", 0, "N", PC_OPTION_NUMBER, MEMBER(dpi), .commands = WRITERS " serve", .min = 1,
     .max = 2400, .help = "dots an inch of png (72)"},
    {"sheets", 0, "PAPER", PC_OPTION_TEXT, MEMBER(sheets), .commands = WRITERS,
     .help = "a page for each slide, to paste on a board: --sheets A4"},
    {"tiles", 0, "PAPER", PC_OPTION_TEXT, MEMBER(tiles), .commands = WRITERS,
     .help = "the poster cut into pages, to glue together: --tiles A4"},
    {"overlap", 0, "LENGTH", PC_OPTION_TEXT, MEMBER(overlap), .commands = WRITERS,
     .help = "how far tiles lie on one another, 0mm to 40mm (10mm)"},
    {"pdf", 0, NULL, PC_OPTION_FLAG, MEMBER(pdf), .commands = "check",
     .help = "the files are PDFs: would a print shop object?"},
    {"standard", 0, "NAME", PC_OPTION_CHOICE, MEMBER(standard), .commands = "check",
     .words = standard_words, .help = "of --pdf: pdf/x-4, pdf/x-1a, plain, auto (auto)"},
    {"from", 0, "FILE", PC_OPTION_TEXT, MEMBER(from), .commands = "init",
     .help = "a text to split into slides; - for standard input"},
    {"dry-run", 0, NULL, PC_OPTION_FLAG, MEMBER(dry_run), .commands = "fix",
     .help = "print what would change as a diff, write nothing"},
    {"draft", 0, NULL, PC_OPTION_FLAG, MEMBER(draft), .commands = POSTERS,
     .help = "mark text that does not fit in red and go on"},
    {"submission", 0, "FILE", PC_OPTION_TEXT, MEMBER(submission), .commands = WRITERS,
     .help = "also write a page for the print shop"},
    {"depfile", 0, "FILE", PC_OPTION_TEXT, MEMBER(depfile), .commands = WRITERS,
     .help = "also write what the output was made from, for make and ninja"},
    {"jobs", 'j', "N", PC_OPTION_NUMBER, MEMBER(jobs), .commands = "render", .min = 1, .max = 256,
     .help = "so many posters at a time (as many as processors)"},
    {"timeout", 0, "SECONDS", PC_OPTION_NUMBER, MEMBER(timeout), .commands = "render", .max = 86400,
     .help = "of several posters, stop one that takes longer; 0: never (300)"},
    {"port", 0, "N", PC_OPTION_NUMBER, MEMBER(port), .commands = "serve", .min = 1, .max = 65535,
     .help = "where the browser asks for the poster (8017)"},
    {"lock", 0, "POSTER", PC_OPTION_TEXT, MEMBER(lock), .commands = "fonts",
     .help = "pin the poster's fonts in poster.fonts.lock"},
    {"strict", 0, NULL, PC_OPTION_FLAG, MEMBER(strict), .commands = SETTINGS,
     .help = "warnings fail like errors"},
    {"layout", 0, "NAME", PC_OPTION_TEXT, MEMBER(layout), .commands = SETTINGS " init",
     .help = "layout by name or path, instead of the poster's"},
    {"theme", 0, "NAME", PC_OPTION_TEXT, MEMBER(theme), .commands = SETTINGS,
     .help = "theme by name or path, instead of the poster's"},
    {"set", 0, "KEY=VALUE", PC_OPTION_TEXTS, MEMBER(sets), .commands = SETTINGS,
     .help = "override a key: --set theme.sizes.body.max=40pt"},
    {"fonts", 0, "DIR", PC_OPTION_TEXTS, MEMBER(fonts), .commands = SETTINGS,
     .help = "a folder with more fonts"},
    {"allow-outside", 0, NULL, PC_OPTION_FLAG, MEMBER(allow_outside), .commands = SETTINGS " fix",
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
    {"diagnostics", 0, "FORM", PC_OPTION_CHOICE, MEMBER(diagnostics),
     .commands = SETTINGS " fix init", .words = diagnostics_words,
     .help = "text to standard error, json to standard output"},
    {"quiet", 'q', NULL, PC_OPTION_FLAG, MEMBER(quiet), .help = "errors only"},
    {"verbose", 'v', NULL, PC_OPTION_FLAG, MEMBER(verbose),
     .help = "say what was chosen: text size, fonts, time"},
    {"help", 'h', NULL, PC_OPTION_FLAG, MEMBER(help), .help = "print help"},
    {"version", 'V', NULL, PC_OPTION_FLAG, MEMBER(version), .help = "print the version"},
};

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

const pc_command *pc_commands(int *count) {
  *count = (int)G_N_ELEMENTS(commands);
  return commands;
}

const pc_option *pc_options(int *count) {
  *count = (int)G_N_ELEMENTS(options);
  return options;
}
