/* complete.c - posterc complete -- WORD...: how the last word of a command line can go on, from the
 * tables of options.c.  The completions of the shells ask it.  Layer: cli.
 *
 * One possibility a line, with its meaning after a tab where there is one.  A last line ":files
 * *.yaml", ":files *" or ":folders" leaves the rest to the shell.
 */
#include <string.h>

#include "base/translate.h"
#include "base/units.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

typedef struct completion {
  const char *start; /* "--format=", which stays, or "" */
  const char *word;  /* what is typed so far */
  GString *out;
} completion;

typedef void (*append_func)(const completion *it);

static void append(const completion *it, const char *word, const char *meaning) {
  if (!g_str_has_prefix(word, it->word))
    return;
  g_string_append_printf(it->out, "%s%s", it->start, word);
  if (meaning != NULL)
    g_string_append_printf(it->out, "\t%s", meaning);
  g_string_append_c(it->out, '\n');
}

static void append_words(const completion *it, const char *const *words) {
  for (; *words != NULL; words++)
    append(it, *words, NULL);
}

/* "NAME   meaning" on each line, as posterc lists layouts, themes and codes; takes the text. */
static void append_list(const completion *it, char *list) {
  g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
  posterc_free(list);
  for (char **line = lines; *line != NULL && **line != '\0'; line++) {
    char *gap = *line + strcspn(*line, " ");
    const char *meaning = gap + strspn(gap, " ");
    *gap = '\0';
    append(it, *line, meaning);
  }
}

static void append_layouts(const completion *it) {
  append_list(it, posterc_list_layouts());
  g_string_append(it->out, ":files *.yaml\n");
}

static void append_themes(const completion *it) {
  append_list(it, posterc_list_themes());
  g_string_append(it->out, ":files *.yaml\n");
}

static void append_codes(const completion *it) {
  append_list(it, posterc_list_codes());
}

static void append_papers(const completion *it) {
  append_words(it, pc_paper_names());
}

static void append_commands(const completion *it) {
  int count = 0;
  const pc_command *commands = pc_commands(&count);
  for (int i = 0; i < count; i++) {
    if (commands[i].group != PC_GROUP_HIDDEN)
      append(it, commands[i].name, _(commands[i].summary));
  }
}

static void append_posters(const completion *it) {
  g_string_append(it->out, ":files *.yaml\n");
}

static void append_files(const completion *it) {
  g_string_append(it->out, ":files *\n");
}

static void append_folders(const completion *it) {
  g_string_append(it->out, ":folders\n");
}

/* What a word stands for is said by its name in the help; of two uses of NAME, by the option. */
static const struct {
  const char *argument, *option;
  append_func append;
} sources[] = {
    {"NAME", "layout", append_layouts}, {"NAME", "theme", append_themes},
    {"POSTER", NULL, append_posters},   {"CODE", NULL, append_codes},
    {"COMMAND", NULL, append_commands}, {"PAPER", NULL, append_papers},
    {"DIR", NULL, append_folders},      {"FILE", NULL, append_files},
    {"OLD", NULL, append_files},
};

static void append_argument(const completion *it, const char *argument, const char *option) {
  for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
    if (strstr(argument, sources[i].argument) == NULL ||
        (sources[i].option != NULL && g_strcmp0(option, sources[i].option) != 0))
      continue;
    sources[i].append(it);
    return;
  }
}

static void append_value(const completion *it, const pc_option *option) {
  if (option->words != NULL)
    append_words(it, option->words);
  else
    append_argument(it, option->argument, option->name);
}

static void append_options(const completion *it, const pc_command *command) {
  int count = 0;
  const pc_option *options = pc_options(&count);
  for (int i = 0; i < count; i++) {
    if (!pc_option_is_for(&options[i], command))
      continue;
    g_autofree char *name = g_strdup_printf("--%s", options[i].name);
    append(it, name, _(options[i].help));
  }
}

/* The command of the words before the last, or NULL. */
static const pc_command *find_command(const GPtrArray *words) {
  for (guint i = 0; i + 1 < words->len; i++) {
    const char *word = g_ptr_array_index(words, i);
    const pc_option *option = pc_option_match(word, NULL);
    if (option != NULL && option->kind != PC_OPTION_FLAG && pc_option_is_apart(word))
      i++;
    else if (option == NULL && word[0] != '-')
      return pc_command_find(word) != NULL ? pc_command_find(word) : pc_command_find("render");
  }
  return NULL;
}

/* The option whose value the last word is, or NULL. */
static const pc_option *find_open_option(const GPtrArray *words, const pc_command *command) {
  const char *before = words->len > 1 ? g_ptr_array_index(words, words->len - 2) : "";
  const pc_option *option = pc_option_match(before, command);
  return option != NULL && option->kind != PC_OPTION_FLAG && pc_option_is_apart(before) ? option
                                                                                        : NULL;
}

/* false: the last word is not "--name=value". */
static bool complete_joined(const char *word, const pc_command *command, GString *out) {
  const char *equals = strchr(word, '=');
  const pc_option *option = equals != NULL ? pc_option_match(word, command) : NULL;
  if (option == NULL || option->kind == PC_OPTION_FLAG)
    return false;
  g_autofree char *start = g_strndup(word, (gsize)(equals + 1 - word));
  append_value(&(completion){start, equals + 1, out}, option);
  return true;
}

static void complete(const GPtrArray *words, GString *out) {
  const completion it = {"", g_ptr_array_index(words, words->len - 1), out};
  const pc_command *command = find_command(words);
  const pc_option *open = find_open_option(words, command);
  if (open != NULL)
    append_value(&it, open);
  else if (complete_joined(it.word, command, out))
    return;
  else if (it.word[0] == '-')
    append_options(&it, command != NULL ? command : pc_command_find("render"));
  else if (command != NULL)
    append_argument(&it, command->arguments, NULL);
  else {
    append_commands(&it);
    append_posters(&it);
  }
}

pc_exit pc_run_complete(const pc_args *args) {
  g_autoptr(GString) out = g_string_new(NULL);
  if (args->inputs->len > 0)
    complete(args->inputs, out);
  return pc_output_print(out->str);
}
