/* target.c - where a rendered poster goes, and in which format.  Layer: cli. */
#include "cli/target.h"

#include "base/translate.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_dash(const char *word) {
  return strcmp(word, "-") == 0;
}

static bool is_folder(const char *path) {
  struct stat status;
  return g_str_has_suffix(path, "/") || (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

/* -1: no ending that is known. */
static int find_format(const char *path) {
  const char *const *words = pc_format_words();
  const char *dot = strrchr(path, '.');
  for (int i = 0; dot != NULL && words[i] != NULL; i++) {
    if (g_ascii_strcasecmp(dot + 1, words[i]) == 0)
      return i;
  }
  return -1;
}

static bool resolve_format(pc_target *target, const pc_args *args) {
  int format = args->format;
  bool has_name = target->path != NULL && !target->is_folder && !target->is_stdout;
  if (format < 0 && has_name)
    format = find_format(target->path);
  if (format < 0 && has_name && !g_str_has_prefix(target->path, "/dev/")) {
    fprintf(stderr,
            _("posterc: the ending of '%s' names no format; use .pdf, .png, .svg or .json, "
              "or --format\n"),
            target->path);
    return false;
  }
  target->format = format < 0 ? POSTERC_PDF : (posterc_format)format;
  return true;
}

/* Without -o: beside the input; data, and what came from standard input, to standard output. */
static void resolve_path(pc_target *target, const pc_args *args) {
  const char *first = g_ptr_array_index(args->inputs, 0);
  target->path = args->output;
  if (args->output == NULL && (is_dash(first) || args->format == POSTERC_JSON))
    target->path = "-";
  target->is_chosen = args->output != NULL;
  target->is_stdout = target->path != NULL && is_dash(target->path);
  target->is_folder = target->path != NULL && !target->is_stdout && is_folder(target->path);
}

static bool is_same_file(const char *a, const char *b) {
  struct stat first, second;
  return stat(a, &first) == 0 && stat(b, &second) == 0 && S_ISREG(first.st_mode) &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* Every file once, and no poster over itself. */
static bool check_files(const pc_target *target, const pc_args *args) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < args->inputs->len && !target->is_stdout; i++) {
    const char *input = g_ptr_array_index(args->inputs, i);
    char *file = pc_target_find(target, input);
    bool is_itself = is_same_file(file, input);
    if (is_itself)
      fprintf(stderr, _("posterc: '%s' would be written over the poster itself\n"), file);
    if (g_hash_table_add(seen, file) && !is_itself)
      continue;
    if (!is_itself)
      fprintf(stderr, _("posterc: two posters would be written to '%s'\n"), file);
    return false;
  }
  return true;
}

static const char *find_suffix(const pc_args *args) {
  if (args->tiles != NULL)
    return "-tiles";
  return args->sheets != NULL ? "-sheets" : "";
}

bool pc_target_resolve(pc_target *target, const pc_args *args) {
  *target = (pc_target){.suffix = find_suffix(args)};
  resolve_path(target, args);
  bool has_one_name = target->path != NULL && !target->is_folder;
  if (args->inputs->len > 1 && has_one_name) {
    fputs(_("posterc: several posters want a folder: -o DIR/\n"), stderr);
    return false;
  }
  if (!resolve_format(target, args) || !check_files(target, args))
    return false;
  bool is_binary = target->format == POSTERC_PDF || target->format == POSTERC_PNG;
  if (target->is_stdout && is_binary && isatty(STDOUT_FILENO)) {
    fputs(_("posterc: the page is not printed on a terminal; use -o FILE\n"), stderr);
    return false;
  }
  return true;
}

char *pc_target_find(const pc_target *target, const char *input) {
  if (target->path != NULL && !target->is_folder)
    return g_strdup(target->path);
  g_autofree char *base = is_dash(input) ? g_strdup("poster") : g_path_get_basename(input);
  g_autofree char *folder = g_path_get_dirname(input);
  char *dot = strrchr(base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  g_autofree char *name =
      g_strdup_printf("%s%s.%s", base, target->suffix, pc_format_words()[target->format]);
  if (!target->is_folder && strcmp(folder, ".") == 0 && input[0] != '.')
    return g_steal_pointer(&name);
  return g_build_filename(target->is_folder ? target->path : folder, name, NULL);
}
