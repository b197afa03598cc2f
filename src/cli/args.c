/* args.c - reads the command line by the table of options.  Layer: cli. */
#include "cli/args.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "cli/options.h"

/* For one poster of several: far more than the largest takes. */
static const double default_timeout_s = 300;

/* Where in argv reading stands. */
typedef struct arg_reader {
  pc_args *args;
  int argc, at;
  char **argv;
  GString *error;
} arg_reader;

/* Does something with the word that reading stands at; false: it is wrong, which was said. */
typedef bool (*visit_func)(arg_reader *reader, const char *word);

/* Turns the text of an option into its member; false: not possible. */
typedef bool (*store_func)(const pc_option *option, const char *text, void *member);

static bool store_flag(const pc_option *option, const char *text, void *member) {
  (void)option, (void)text;
  *(bool *)member = true;
  return true;
}

static bool store_text(const pc_option *option, const char *text, void *member) {
  (void)option;
  *(const char **)member = text;
  return text[0] != '\0';
}

static bool store_texts(const pc_option *option, const char *text, void *member) {
  (void)option;
  g_ptr_array_add(*(GPtrArray **)member, (gpointer)text);
  return text[0] != '\0';
}

static bool store_choice(const pc_option *option, const char *text, void *member) {
  for (int i = 0; option->words[i] != NULL; i++) {
    if (strcmp(option->words[i], text) != 0)
      continue;
    *(int *)member = i;
    return true;
  }
  return false;
}

static bool store_number(const pc_option *option, const char *text, void *member) {
  char *end = NULL;
  double value = g_ascii_strtod(text, &end);
  *(double *)member = value;
  return end != text && *end == '\0' && value >= option->min && value <= option->max;
}

static const store_func stores[] = {
    [PC_OPTION_FLAG] = store_flag,     [PC_OPTION_TEXT] = store_text,
    [PC_OPTION_TEXTS] = store_texts,   [PC_OPTION_CHOICE] = store_choice,
    [PC_OPTION_NUMBER] = store_number,
};

static bool fail(const arg_reader *reader, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool fail(const arg_reader *reader, const char *format, ...) {
  va_list list;
  va_start(list, format);
  g_string_append_vprintf(reader->error, _(format), list);
  va_end(list);
  return false;
}

static bool fail_value(const arg_reader *reader, const pc_option *option, const char *text) {
  if (option->words != NULL) {
    g_autofree char *words = g_strjoinv(", ", (char **)option->words);
    return fail(reader, "--%s cannot be '%s'; it is one of: %s", option->name, text, words);
  }
  if (option->kind == PC_OPTION_NUMBER)
    return fail(reader, "--%s cannot be '%s'; it is a number from %g to %g", option->name, text,
                option->min, option->max);
  return fail(reader, "--%s wants a value", option->name);
}

static bool read_value(arg_reader *reader, const pc_option *option, const char *text) {
  if (option->kind != PC_OPTION_FLAG && text == NULL) {
    reader->at++;
    if (reader->at >= reader->argc)
      return fail(reader, "--%s wants a value: --%s %s", option->name, option->name,
                  option->argument);
    text = reader->argv[reader->at];
  }
  void *member = (char *)reader->args + option->offset;
  return stores[option->kind](option, text, member) || fail_value(reader, option, text);
}

static bool fail_unknown(const arg_reader *reader, const char *word) {
  bool is_long = word[1] == '-';
  g_autofree char *name = g_strndup(word, is_long ? strcspn(word, "=") : strlen(word));
  const char *nearest = pc_option_nearest(name);
  if (!g_str_is_ascii(name))
    return fail(reader, "unknown option '%s'; type it in half-width letters", name);
  if (nearest == NULL)
    return fail(reader, "unknown option '%s'", name);
  return fail(reader, "unknown option '%s'; did you mean '--%s'?", name, nearest);
}

/* "--name", "--name=value" */
static bool read_long(arg_reader *reader, const char *word) {
  const char *equals = strchr(word, '=');
  const pc_option *option = pc_option_match(word, reader->args->command);
  if (option->kind == PC_OPTION_FLAG && equals != NULL)
    return fail(reader, "--%s takes no value", option->name);
  return read_value(reader, option, equals != NULL ? equals + 1 : NULL);
}

/* "-o", "-oFILE"; letters are not joined. */
static bool read_short(arg_reader *reader, const char *word) {
  const pc_option *option = pc_option_match(word, reader->args->command);
  const char *rest = word[2] != '\0' ? word + 2 : NULL;
  if (option->kind == PC_OPTION_FLAG && rest != NULL)
    return fail_unknown(reader, word);
  return read_value(reader, option, rest);
}

static bool exists(const char *path) {
  struct stat status;
  return stat(path, &status) == 0;
}

static bool looks_like_file(const char *word) {
  return strpbrk(word, "./") != NULL || strcmp(word, "-") == 0 || exists(word);
}

/* The first word names a command; a file means render. */
static bool read_command(const arg_reader *reader, const char *word) {
  reader->args->command = pc_command_find(word);
  if (reader->args->command != NULL)
    return true;
  if (!looks_like_file(word)) {
    const char *nearest = pc_command_nearest(word);
    return nearest == NULL
               ? fail(reader, "'%s' is neither a command nor a file", word)
               : fail(reader, "unknown command '%s'; did you mean '%s'?", word, nearest);
  }
  reader->args->command = pc_command_find("render");
  g_ptr_array_add(reader->args->inputs, (gpointer)word);
  return true;
}

static bool read_option(arg_reader *reader, const char *word) {
  return word[1] == '-' ? read_long(reader, word) : read_short(reader, word);
}

static bool skip_option(arg_reader *reader, const char *word) {
  const pc_option *option = pc_option_match(word, NULL);
  if (option == NULL)
    return fail_unknown(reader, word);
  reader->at += option->kind != PC_OPTION_FLAG && pc_option_is_apart(word);
  return true;
}

/* What an input method or an office program makes of "-", once or twice, before a letter: "－o". A
 * text that begins so goes on in Japanese, or with a number. */
static bool is_wide_option(const char *word) {
  const char *at = word;
  while (g_utf8_validate(at, -1, NULL) && *at != '\0' &&
         g_utf8_strchr("－−‐–—-", -1, g_utf8_get_char(at)) != NULL)
    at = g_utf8_next_char(at);
  return *word != '-' && at != word && g_ascii_isalpha(*at) && g_str_is_ascii(at) && !exists(word);
}

static bool read_word(arg_reader *reader, const char *word) {
  if (is_wide_option(word))
    return fail_unknown(reader, word);
  if (reader->args->command == NULL)
    return read_command(reader, word);
  g_ptr_array_add(reader->args->inputs, (gpointer)word);
  return true;
}

static bool skip_word(arg_reader *reader, const char *word) {
  (void)reader, (void)word;
  return true;
}

static bool walk(arg_reader *reader, visit_func visit_word, visit_func visit_option) {
  bool only_words = false;
  for (reader->at = 1; reader->at < reader->argc; reader->at++) {
    const char *word = reader->argv[reader->at];
    bool is_end = !only_words && strcmp(word, "--") == 0;
    bool is_option = !only_words && word[0] == '-' && word[1] != '\0';
    only_words = only_words || is_end;
    if (!is_end && !(is_option ? visit_option : visit_word)(reader, word))
      return false;
  }
  return true;
}

/* The command first: an option may want other words there. */
static bool read_all(arg_reader *reader) {
  return walk(reader, read_word, skip_option) && walk(reader, skip_word, read_option);
}

/* An option that the command does not take was meant for something. */
static bool check_options(const arg_reader *reader) {
  const pc_command *command = reader->args->command;
  for (int i = 1; i < reader->argc && strcmp(reader->argv[i], "--") != 0; i++) {
    const pc_option *option = pc_option_match(reader->argv[i], command);
    if (option == NULL)
      continue;
    if (!pc_option_is_for(option, command))
      return fail(reader, "'%s' does not take --%s", command->name, option->name);
    i += option->kind != PC_OPTION_FLAG && pc_option_is_apart(reader->argv[i]);
  }
  return true;
}

static bool check_inputs(const arg_reader *reader) {
  const pc_command *command = reader->args->command;
  int count = (int)reader->args->inputs->len;
  if (count < command->least_inputs)
    return fail(reader, "'%s' wants %s; see posterc help %s", command->name, command->arguments,
                command->name);
  if (count > command->most_inputs)
    return fail(reader, "'%s' takes no '%s'; see posterc help %s", command->name,
                (const char *)g_ptr_array_index(reader->args->inputs, command->most_inputs),
                command->name);
  return true;
}

bool pc_args_parse(pc_args *args, int argc, char **argv, GString *error) {
  *args = (pc_args){.format = -1, .stage = -1, .tolerance_mm = -1, .timeout = default_timeout_s};
  args->inputs = g_ptr_array_new();
  args->sets = g_ptr_array_new();
  args->fonts = g_ptr_array_new();
  arg_reader reader = {args, argc, 0, argv, error};
  if (!read_all(&reader))
    return false;
  if (args->help || args->version)
    return true;
  if (args->command == NULL)
    return fail(&reader, "no poster given; try: posterc poster.yaml -o poster.pdf");
  return check_options(&reader) && check_inputs(&reader);
}

void pc_args_clear(pc_args *args) {
  g_ptr_array_unref(args->inputs);
  g_ptr_array_unref(args->sets);
  g_ptr_array_unref(args->fonts);
}
