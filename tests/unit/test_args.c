/* test_args.c - what was typed, by the tables. */
#include <glib.h>
#include <string.h>

#include "base/columns.h"
#include "cli/args.h"
#include "cli/options.h"

#define MOST_WORDS 16

/* "render|a.yaml|-o|x.pdf": the words after posterc. */
static bool parse(pc_args *args, char **words, GString *error) {
  int count = (int)g_strv_length(words);
  return pc_args_parse(args, count, words, error);
}

static void assert_error(const char *line, const char *expected) {
  g_autofree char *full = g_strconcat("posterc|", line, NULL);
  g_auto(GStrv) words = g_strsplit(full, "|", MOST_WORDS);
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_false(parse(&args, words, error));
  g_assert_cmpstr(error->str, ==, expected);
  pc_args_clear(&args);
}

static void test_render_is_the_default(void) {
  char *words[] = {"posterc", "a.yaml", "-o", "x.pdf", "--set", "a=1", "--set=b=2", "-", NULL};
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_true(parse(&args, words, error));
  g_assert_cmpstr(args.command->name, ==, "render");
  g_assert_cmpuint(args.inputs->len, ==, 2);
  g_assert_cmpstr(args.output, ==, "x.pdf");
  g_assert_cmpuint(args.sets->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(args.sets, 1), ==, "b=2");
  g_assert_cmpint(args.format, ==, -1);
  pc_args_clear(&args);
}

static void test_values(void) {
  char *words[] = {"posterc", "render", "--format",           "svg", "--dpi=150.5", "-ox.svg",
                   "--draft", "-q",     "--diagnostics=json", "--",  "-a.yaml",     NULL};
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_true(parse(&args, words, error));
  g_assert_cmpint(args.format, ==, POSTERC_SVG);
  g_assert_cmpfloat(args.dpi, ==, 150.5);
  g_assert_cmpstr(args.output, ==, "x.svg");
  g_assert_true(args.draft && args.quiet && !args.strict);
  g_assert_cmpint(args.diagnostics, ==, 1);
  g_assert_cmpstr(g_ptr_array_index(args.inputs, 0), ==, "-a.yaml");
  pc_args_clear(&args);
}

static void test_mistakes(void) {
  assert_error("a.yaml|--formt|pdf", "unknown option '--formt'; did you mean '--format'?");
  assert_error("a.yaml|--xyzzyxyzzy", "unknown option '--xyzzyxyzzy'");
  assert_error("a.yaml|-ｏ|x.pdf", "unknown option '-ｏ'; type it in half-width letters");
  assert_error("a.yaml|－o|x.pdf", "unknown option '－o'; type it in half-width letters");
  assert_error("a.yaml|–-tiles|A4", "unknown option '–-tiles'; type it in half-width letters");
  assert_error("a.yaml|--format|gif",
               "--format cannot be 'gif'; it is one of: pdf, png, svg, json");
  assert_error("a.yaml|--dpi|many", "--dpi cannot be 'many'; it is a number from 1 to 2400");
  assert_error("a.yaml|--dpi|0", "--dpi cannot be '0'; it is a number from 1 to 2400");
  assert_error("a.yaml|--dpi|nan", "--dpi cannot be 'nan'; it is a number from 1 to 2400");
  assert_error("a.yaml|-o", "--output wants a value: --output FILE");
  assert_error("a.yaml|--draft=yes", "--draft takes no value");
  assert_error("chekc|a.yaml", "unknown command 'chekc'; did you mean 'check'?");
  assert_error("check", "'check' wants POSTER...; see posterc help check");
  assert_error("schema|x", "'schema' takes no 'x'; see posterc help schema");
  assert_error("check|a.yaml|-o|x.pdf", "'check' does not take --output");
  assert_error("check|a.yaml|--dpi=3", "'check' does not take --dpi");
}

static void test_values_are_no_options(void) {
  char *words[] = {"posterc", "check", "--set", "--dpi=3", "a.yaml", NULL};
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_true(parse(&args, words, error));
  g_assert_cmpstr(g_ptr_array_index(args.sets, 0), ==, "--dpi=3");
  pc_args_clear(&args);
}

/* --format means another thing to schema, also where it stands before the word. */
static void test_words_of_the_command(void) {
  char *words[] = {"posterc", "--format", "markdown", "schema", NULL};
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_true(parse(&args, words, error));
  g_assert_cmpint(args.schema, ==, PC_SCHEMA_MARKDOWN);
  g_assert_cmpint(args.format, ==, -1);
  pc_args_clear(&args);
  assert_error("--format|png|schema",
               "--format cannot be 'png'; it is one of: json, markdown, dictionary");
  assert_error("a.yaml|--format|markdown",
               "--format cannot be 'markdown'; it is one of: pdf, png, svg, json");
  assert_error("check|a.yaml|--format|pdf", "--format cannot be 'pdf'; it is one of: text, json");
  assert_error("compose|a|--format|pdf", "'compose' does not take --format");
}

static void test_nothing(void) {
  char *words[] = {"posterc", NULL};
  g_autoptr(GString) error = g_string_new(NULL);
  pc_args args;
  g_assert_false(parse(&args, words, error));
  g_assert_nonnull(strstr(error->str, "no poster given"));
  pc_args_clear(&args);
}

static void test_help_fits_a_screen(gconstpointer language) {
  g_setenv("LANGUAGE", language, TRUE);
  g_autoptr(GString) help = g_string_new(NULL);
  pc_args_append_help(help, NULL);
  g_auto(GStrv) lines = g_strsplit(help->str, "\n", -1);
  /* The last line ends too; the one below it is the shell's. */
  g_assert_cmpuint(g_strv_length(lines), <=, 24);
  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpint(pc_columns_count(*line), <=, 80);
  g_unsetenv("LANGUAGE");
}

static void test_help_of_a_command(void) {
  g_autoptr(GString) help = g_string_new(NULL);
  pc_args_append_help(help, pc_command_find("dump"));
  g_assert_nonnull(strstr(help->str, "--stage"));
  g_assert_null(strstr(help->str, "--dpi"));
  g_string_truncate(help, 0);
  pc_args_append_help(help, pc_command_find("render"));
  g_assert_nonnull(strstr(help->str, "--dpi"));
  g_assert_null(strstr(help->str, "--stage"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/args/default", test_render_is_the_default);
  g_test_add_func("/args/values", test_values);
  g_test_add_func("/args/mistakes", test_mistakes);
  g_test_add_func("/args/values-are-no-options", test_values_are_no_options);
  g_test_add_func("/args/words-of-the-command", test_words_of_the_command);
  g_test_add_func("/args/nothing", test_nothing);
  g_test_add_data_func("/args/help/en", "en", test_help_fits_a_screen);
  g_test_add_data_func("/args/help/ja", "ja", test_help_fits_a_screen);
  g_test_add_func("/args/help/command", test_help_of_a_command);
  return g_test_run();
}
