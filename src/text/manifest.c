/* manifest.c - reads fonts/manifest, finds its files and compares them cheaply.  Layer: text. */
#include "text/manifest.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/resource.h"

#define N_FIELDS 10

/* Style words with their usWeightClass (OpenType, OS/2), as in names of families. */
static const struct {
  const char *word;
  int weight;
} weights[] = {
    {"Thin", 100},    {"ExtraLight", 200}, {"Light", 300},    {"DemiLight", 350},
    {"Regular", 400}, {"Medium", 500},     {"SemiBold", 600}, {"DemiBold", 600},
    {"Bold", 700},    {"ExtraBold", 800},  {"Heavy", 800},    {"Black", 900},
};

int pc_font_weight_parse(const char *word) {
  for (size_t i = 0; i < G_N_ELEMENTS(weights); i++)
    if (g_ascii_strcasecmp(word, weights[i].word) == 0)
      return weights[i].weight;
  return 0;
}

char *pc_font_name_split(const char *name, int *weight) {
  const char *blank = strrchr(name, ' ');
  *weight = blank == NULL ? 0 : pc_font_weight_parse(blank + 1);
  if (*weight != 0)
    return g_strndup(name, (gsize)(blank - name));
  *weight = 400;
  return g_strdup(name);
}

/* One line of the table; false for comments and blank lines. */
static bool parse_entry(char *line, pc_font_info *info) {
  if (*line == '#' || *line == '\0')
    return false;
  char *fields[N_FIELDS];
  char *rest = line;
  for (int i = 0; i < N_FIELDS; i++) {
    fields[i] = g_strstrip(rest == NULL ? line + strlen(line) : strsep(&rest, "|"));
  }
  *info = (pc_font_info){
      .family = fields[0],
      .style = fields[1],
      .file = fields[2],
      .index = (int)g_ascii_strtoll(fields[3], NULL, 10),
      .version = fields[4],
      .size = g_ascii_strtoll(fields[5], NULL, 10),
      .checksum = g_ascii_strtoull(fields[6], NULL, 16),
      .sha256 = fields[7],
      .licence = fields[8],
      .package = fields[9],
      .weight = pc_font_weight_parse(fields[1]),
  };
  return true;
}

/* The table is const and lives as long as the process: it is part of the program. */
static GArray *parse_manifest(void) {
  GArray *entries = g_array_new(FALSE, FALSE, sizeof(pc_font_info));
  size_t length = 0;
  const char *text = pc_resource_find("fonts/manifest", &length);
  g_assert(text != NULL);
  static char *copy;
  copy = g_strndup(text, length);
  for (char *rest = copy; rest != NULL;) {
    pc_font_info info;
    if (parse_entry(strsep(&rest, "\n"), &info))
      g_array_append_val(entries, info);
  }
  return entries;
}

const pc_font_info *pc_fonts_manifest(int *count) {
  static GArray *entries;
  if (g_once_init_enter(&entries))
    g_once_init_leave(&entries, parse_manifest());
  *count = (int)entries->len;
  return (const pc_font_info *)(const void *)entries->data;
}

/* The file below a folder, in the system's tree or lying flat. */
static char *find_below(const char *folder, const char *file) {
  g_autofree char *deep = g_build_filename(folder, file, NULL);
  if (g_file_test(deep, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer(&deep);
  g_autofree char *name = g_path_get_basename(file);
  g_autofree char *flat = g_build_filename(folder, name, NULL);
  return g_file_test(flat, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer(&flat) : NULL;
}

char *pc_fonts_locate(const pc_font_info *info) {
  static const char *const folders[] = {POSTERC_DATADIR "/fonts", "/usr/local/share/fonts",
                                        "/usr/share/fonts"};
  const char *variable = g_getenv("POSTERC_FONT_PATH");
  g_auto(GStrv) own = g_strsplit(variable == NULL ? "" : variable, ":", -1);
  for (int i = 0; own[i] != NULL; i++) {
    char *path = *own[i] == '\0' ? NULL : find_below(own[i], info->file);
    if (path != NULL)
      return path;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
    char *path = find_below(folders[i], info->file);
    if (path != NULL)
      return path;
  }
  return NULL;
}

/* A polynomial over a file's 64-bit words.  The factor is odd, so a change of any one byte changes
 * it, which OpenType's own sums would show too; but those are alike for all sound fonts.  It costs
 * a thirtieth of a SHA-256. */
static const guint64 sum_factor = 0x9e3779b97f4a7c15u;

/* Each word has to wait for the product before it: four in four sums do not. */
static guint64 sum_fours(guint64 sum, const guint64 *words, size_t n_fours) {
  const guint64 square = sum_factor * sum_factor, fourth = square * square;
  guint64 sums[4] = {0, 0, 0, sum};
  for (size_t i = 0; i < 4 * n_fours; i += 4) {
    for (size_t k = 0; k < 4; k++)
      sums[k] = sums[k] * fourth + GUINT64_FROM_BE(words[i + k]);
  }
  return ((sums[0] * sum_factor + sums[1]) * sum_factor + sums[2]) * sum_factor + sums[3];
}

/* The last word is filled up with zeros. */
static bool sum_words(int fd, goffset size, guint64 *sum) {
  guint64 words[8 * 1024];
  *sum = 0;
  for (goffset at = 0; at < size;) {
    const gssize n = pread(fd, words, sizeof words, at);
    if (n <= 0)
      return false;
    if (n % 8 != 0)
      memset((guint8 *)words + n, 0, 8 - (gsize)n % 8);
    const size_t n_words = ((size_t)n + 7) / 8;
    *sum = sum_fours(*sum, words, n_words / 4);
    for (size_t i = n_words / 4 * 4; i < n_words; i++)
      *sum = *sum * sum_factor + GUINT64_FROM_BE(words[i]);
    at += n;
  }
  return true;
}

bool pc_font_is_pinned(const pc_font_info *info, const char *path) {
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return false;
  struct stat status;
  guint64 sum = 0;
  const bool same = fstat(fd, &status) == 0 && status.st_size == info->size &&
                    sum_words(fd, info->size, &sum) && sum == info->checksum;
  close(fd);
  return same;
}
