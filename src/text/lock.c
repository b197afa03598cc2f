/* lock.c - writes and reads the lines of a lock.  Layer: text. */
#include "text/lock.h"

#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "text/families.h"

#define N_FIELDS 6
#define SHA256_DIGITS 64

/* One line of a lock, its texts in the line. */
typedef struct locked_face {
  const char *family, *file, *sha256;
  int weight, index, line;
  gint64 size;
  bool is_met; /* by a face that is loaded */
} locked_face;

/* What a file is now. */
typedef struct font_state {
  char *sha256;
  gint64 size;
} font_state;

static void clear_state(font_state *state) {
  g_free(state->sha256);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(font_state, clear_state)

/* A file of the manifest was compared with its checksum when it was loaded. */
static font_state read_state(const pc_typeface *face) {
  if (face->info != NULL)
    return (font_state){g_strdup(face->info->sha256), face->info->size};
  g_autoptr(GMappedFile) file = g_mapped_file_new(face->file, FALSE, NULL);
  if (file == NULL)
    return (font_state){g_strdup(""), 0};
  const gsize size = g_mapped_file_get_length(file);
  return (font_state){g_compute_checksum_for_data(G_CHECKSUM_SHA256,
                                                  (const guchar *)g_mapped_file_get_contents(file),
                                                  size),
                      (gint64)size};
}

static bool is_loaded(const pc_typeface *face) {
  return face != NULL && face->font != NULL && face->file != NULL;
}

/* The loaded faces, each once. */
static GPtrArray *list_loaded(const pc_fonts *fonts) {
  const pc_families *families = pc_fonts_families(fonts);
  GPtrArray *faces = g_ptr_array_new();
  for (int i = 0; i < families->n_slots; i++) {
    pc_typeface *face = families->slots[i];
    if (is_loaded(face) && !g_ptr_array_find(faces, face, NULL))
      g_ptr_array_add(faces, face);
  }
  return faces;
}

static char *format_face(const pc_typeface *face) {
  g_auto(font_state) state = read_state(face);
  g_autofree char *name = g_path_get_basename(face->file);
  return g_strdup_printf("%s | %d | %s | %d | %" G_GINT64_FORMAT " | %s\n", face->family,
                         face->weight, name, face->index, state.size, state.sha256);
}

static int compare_lines(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *pc_lock_format(const pc_fonts *fonts) {
  g_autoptr(GPtrArray) faces = list_loaded(fonts);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < faces->len; i++)
    g_ptr_array_add(lines, format_face(faces->pdata[i]));
  g_ptr_array_sort(lines, compare_lines);
  GString *out = g_string_new("# Made by `posterc fonts --lock`: lines break elsewhere with other "
                              "files.\n# family | weight | file | face | bytes | SHA-256\n");
  for (guint i = 0; i < lines->len; i++)
    g_string_append(out, lines->pdata[i]);
  return g_string_free(out, FALSE);
}

static bool read_number(const char *field, gint64 *number) {
  return g_ascii_string_to_signed(field, 10, 0, G_MAXINT32, number, NULL);
}

static bool is_digest(const char *field) {
  return strlen(field) == SHA256_DIGITS &&
         strspn(field, "0123456789abcdef") == (size_t)SHA256_DIGITS;
}

/* false: the line is none of a lock's. */
static bool read_line(char *line, locked_face *face) {
  char *fields[N_FIELDS];
  char *rest = line;
  int n = 0;
  for (; rest != NULL && n < N_FIELDS; n++)
    fields[n] = g_strstrip(strsep(&rest, "|"));
  gint64 weight, index, size;
  if (n != N_FIELDS || rest != NULL || fields[0][0] == '\0' || !read_number(fields[1], &weight) ||
      fields[2][0] == '\0' || !read_number(fields[3], &index) || !read_number(fields[4], &size) ||
      !is_digest(fields[5]))
    return false;
  *face = (locked_face){.family = fields[0],
                        .weight = (int)weight,
                        .file = fields[2],
                        .index = (int)index,
                        .size = size,
                        .sha256 = fields[5]};
  return true;
}

/* The checks of one lock. */
typedef struct lock_check {
  const pc_fonts *fonts;
  const char *file, *again;
  pc_diags *diags;
  GArray *locked; /* locked_face */
  bool is_kept;
} lock_check;

static void report_drift(lock_check *check, int line, const char *hint, const char *message) {
  PC_REPORT_HINT(check->diags, ((pc_place){check->file, line, line > 0 ? 1 : 0}), PC_FONT_DRIFT,
                 hint, "%s", message);
  check->is_kept = false;
}

static void read_lines(lock_check *check, char *text) {
  int number = 0;
  for (char *rest = text; rest != NULL;) {
    char *line = g_strstrip(strsep(&rest, "\n"));
    number++;
    locked_face face;
    if (*line == '#' || *line == '\0')
      continue;
    if (read_line(line, &face)) {
      face.line = number;
      g_array_append_val(check->locked, face);
      continue;
    }
    g_autofree char *hint = g_strdup_printf(_("make the lock anew: %s"), check->again);
    PC_REPORT_HINT(check->diags, ((pc_place){check->file, number, 1}), PC_SYNTAX, hint,
                   "this is no line of a lock: family | weight | file | face | bytes | SHA-256");
    check->is_kept = false;
  }
}

static bool is_named(const locked_face *locked, const pc_typeface *face) {
  g_autofree char *name = face->info != NULL   ? g_path_get_basename(face->info->file)
                          : face->file != NULL ? g_path_get_basename(face->file)
                                               : NULL;
  return locked->index == face->index && g_strcmp0(locked->file, name) == 0;
}

static locked_face *find_locked(const lock_check *check, const pc_typeface *face) {
  for (guint i = 0; i < check->locked->len; i++) {
    locked_face *locked = &g_array_index(check->locked, locked_face, i);
    if (is_named(locked, face))
      return locked;
  }
  return NULL;
}

static void check_face(lock_check *check, const pc_typeface *face) {
  locked_face *locked = find_locked(check, face);
  if (locked == NULL) {
    g_autofree char *message =
        g_strdup_printf(_("the poster uses the font '%s' (%d), which is not in its lock"),
                        face->family, face->weight);
    g_autofree char *hint = g_strdup_printf(_("lock it: %s"), check->again);
    report_drift(check, 0, hint, message);
    return;
  }
  locked->is_met = true;
  g_auto(font_state) state = read_state(face);
  if (locked->size == state.size && strcmp(locked->sha256, state.sha256) == 0)
    return;
  g_autofree char *message = g_strdup_printf(
      _("the font file %s has changed since it was locked: it has %lld bytes "
        "and SHA-256 %.12s, not %lld and %.12s"),
      face->file, (long long)state.size, state.sha256, (long long)locked->size, locked->sha256);
  g_autofree char *hint = g_strdup_printf(
      _("put the old file back, or look at the poster and lock the new one: %s"), check->again);
  report_drift(check, locked->line, hint, message);
}

static bool is_there(const lock_check *check, const locked_face *locked) {
  const GPtrArray *faces = pc_fonts_families(check->fonts)->faces;
  for (guint i = 0; i < faces->len; i++) {
    const pc_typeface *face = faces->pdata[i];
    if (!is_named(locked, face))
      continue;
    g_autofree char *path = face->info != NULL ? pc_fonts_locate(face->info) : g_strdup(face->file);
    return path != NULL;
  }
  return false;
}

static void check_absent(lock_check *check) {
  g_autofree char *hint = g_strdup_printf(_("put the file back, or lock anew: %s"), check->again);
  for (guint i = 0; i < check->locked->len; i++) {
    const locked_face *locked = &g_array_index(check->locked, locked_face, i);
    if (locked->is_met || is_there(check, locked))
      continue;
    g_autofree char *message = g_strdup_printf(_("the font file '%s' (%s) is locked but not there"),
                                               locked->file, locked->family);
    report_drift(check, locked->line, hint, message);
  }
}

bool pc_lock_check(const pc_fonts *fonts, const char *text, const char *file, const char *again,
                   pc_diags *diags) {
  lock_check check = {fonts, file, again, diags, NULL, true};
  g_autofree char *copy = g_strdup(text);
  check.locked = g_array_new(FALSE, FALSE, sizeof(locked_face));
  read_lines(&check, copy);
  if (check.is_kept) {
    g_autoptr(GPtrArray) faces = list_loaded(fonts);
    for (guint i = 0; i < faces->len; i++)
      check_face(&check, faces->pdata[i]);
    check_absent(&check);
  }
  g_array_unref(check.locked);
  return check.is_kept;
}
