/* attached.c - opens a file that the poster names and says in plain words why it cannot.  Layer:
 * doc. */
#include "doc/attached.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/translate.h"

/* Names looked at for did-you-mean; a folder with more is not searched further. */
#define MAX_NAMES 5000

pc_place pc_attached_place(pc_string file) {
  return file.node != NULL ? file.node->at : (pc_place){0};
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, so that the nearest of two equally near names is the same on every machine. */
static GPtrArray *list_names(const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir != NULL && names->len < MAX_NAMES;) {
    name = g_dir_read_name(dir);
    if (name == NULL)
      break;
    if (g_utf8_validate(name, -1, NULL))
      g_ptr_array_add(names, g_strdup(name));
  }
  if (dir != NULL)
    g_dir_close(dir);
  if (names->len > 0)
    qsort(names->pdata, names->len, sizeof(gpointer), compare_names);
  g_ptr_array_add(names, NULL);
  return names;
}

/* Whether dir lies in folder once symbolic links are followed: names of a foreign folder are not
 * told. */
static bool is_below(const char *folder, const char *dir) {
  char *outer = realpath(folder, NULL), *inner = realpath(dir, NULL);
  size_t length = outer != NULL ? strlen(outer) : 0;
  bool below = outer != NULL && inner != NULL && strncmp(outer, inner, length) == 0 &&
               (inner[length] == '\0' || inner[length] == '/' || strcmp(outer, "/") == 0);
  free(outer);
  free(inner);
  return below;
}

static char *cut_ending(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot != NULL && dot != name ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
}

/* Also without the endings: "plan.png" and "ring.png" are two pictures. */
static bool is_alike(const char *word, const char *near) {
  g_autofree char *written = cut_ending(word);
  g_autofree char *found = cut_ending(near);
  const char *const one[] = {found, NULL};
  return pc_nearest(written, one) != NULL;
}

/* What to type instead; the caller frees it. */
static char *suggest_name(const char *folder, const char *path, bool allow_outside) {
  g_autofree char *parent = g_path_get_dirname(path);
  g_autofree char *word = g_path_get_basename(path);
  g_autofree char *dir =
      g_path_is_absolute(parent) ? g_strdup(parent) : g_build_filename(folder, parent, NULL);
  if (strchr(path, '\\') != NULL)
    return g_strdup(_("put it into the poster's folder, and type '/' instead of '\\'"));
  if (strstr(path, "://") != NULL)
    return g_strdup(_("posterc reads nothing from the network: save it in the poster's folder"));
  bool is_told = allow_outside || is_below(folder, dir);
  g_autoptr(GPtrArray) names = is_told ? list_names(dir) : NULL;
  const char *near = is_told ? pc_nearest(word, (const char *const *)names->pdata) : NULL;
  if (near != NULL && strcmp(near, word) == 0)
    return g_strdup(_("the link of that name leads nowhere: put the file itself there"));
  if (near == NULL || !is_alike(word, near))
    return g_strdup(_("put it into the poster's folder"));
  g_autofree char *found =
      strcmp(parent, ".") == 0 ? g_strdup(near) : g_build_filename(parent, near, NULL);
  return g_strdup_printf(_("did you mean '%s'?"), found);
}

static void report_missing(const char *folder, pc_string file, bool allow_outside,
                           pc_diags *diags) {
  g_autofree char *hint = suggest_name(folder, file.text, allow_outside);
  PC_REPORT_HINT(diags, pc_attached_place(file), PC_MISSING_FILE, hint, "there is no file '%s'",
                 file.text);
}

static void report_unreadable(pc_string file, pc_file_error error, const pc_attached_kind *kind,
                              pc_diags *diags) {
  g_autofree char *too_large = g_strdup_printf(_("is larger than %d MiB"), kind->most_mib);
  const struct {
    pc_code code;
    const char *why, *hint;
  } reports[] = {
      [PC_FILE_SPECIAL] = {PC_MISSING_FILE, "is a folder or a device, not a file", kind->name_one},
      [PC_FILE_OUTSIDE] = {PC_OUTSIDE_DIRECTORY, "lies outside the poster's folder",
                           "copy it beside the poster, or run with --allow-outside"},
      [PC_FILE_TOO_LARGE] = {PC_LIMIT, too_large, kind->shrink_it},
      [PC_FILE_UNREADABLE] = {PC_MISSING_FILE, "cannot be read", "check that you may open it"},
  };
  PC_REPORT_HINT(diags, pc_attached_place(file), reports[error].code, reports[error].hint,
                 "'%s' %s", file.text, _(reports[error].why));
}

GBytes *pc_attached_read_kind(const char *folder, pc_string file, bool allow_outside,
                              const pc_attached_kind *kind, pc_diags *diags) {
  pc_file_error error = PC_FILE_OK;
  const size_t limit = (size_t)kind->most_mib * 1024 * 1024;
  GBytes *bytes = pc_file_read(folder, file.text, allow_outside, limit, &error);
  if (bytes != NULL)
    return bytes;
  if (error == PC_FILE_MISSING)
    report_missing(folder, file, allow_outside, diags);
  else
    report_unreadable(file, error, kind, diags);
  return NULL;
}

GBytes *pc_attached_read(const char *folder, pc_string file, bool allow_outside, pc_diags *diags) {
  static const pc_attached_kind picture = {256, "name a picture", "make the picture smaller"};
  return pc_attached_read_kind(folder, file, allow_outside, &picture, diags);
}
