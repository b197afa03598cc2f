/* diag.c - collects diagnostics in order of place, each once, a bounded number.
 * Layer: diag (uses base). */
#include "diag/diag.h"

#include <string.h>

#include "base/translate.h"
#include "base/utf8.h"

/* A file from a stranger may be wrong a million times.  Counted apart, so that warnings never crowd
 * out an error. */
#define MAX_OF_A_SEVERITY 1000

/* Bytes of one message: the keys and texts that it quotes may be of any length. */
#define MAX_TEXT 4000

struct pc_diags {
  GPtrArray *sorted; /* pc_diag */
  GHashTable *known; /* the same */
  int n_kept[2];     /* by pc_severity */
  int n_dropped[2];
  pc_diag more; /* the last line, when some were dropped */
  char *more_message;
};

static const pc_code_info codes[] = {
#define PC_CODE(id, name, severity, title, meaning, remedy)                                        \
  {name, severity, title, meaning, remedy},
#include "diag/codes.def"
#undef PC_CODE
};

static const char *const code_names[] = {
#define PC_CODE(id, name, severity, title, meaning, remedy) name,
#include "diag/codes.def"
#undef PC_CODE
    NULL,
};

static void free_diag(void *data) {
  pc_diag *diag = data;
  g_free((char *)diag->message);
  g_free((char *)diag->hint);
  g_free(diag);
}

static guint hash_diag(gconstpointer data) {
  const pc_diag *diag = data;
  guint hash = g_str_hash(diag->message);
  hash = hash * 31 + g_direct_hash(diag->at.file);
  hash = hash * 31 + (guint)diag->at.line;
  hash = hash * 31 + (guint)diag->at.column;
  return hash * 31 + (guint)diag->code;
}

static gboolean is_same(gconstpointer a, gconstpointer b) {
  const pc_diag *left = a;
  const pc_diag *right = b;
  return left->at.file == right->at.file && left->at.line == right->at.line &&
         left->at.column == right->at.column && left->code == right->code &&
         g_str_equal(left->message, right->message);
}

static int compare_places(pc_place a, pc_place b) {
  int by_file = g_strcmp0(a.file, b.file);
  if (by_file != 0)
    return by_file;
  return a.line != b.line ? a.line - b.line : a.column - b.column;
}

/* Behind all that stand at the same place. */
static int find_slot(const GPtrArray *sorted, pc_place at) {
  int low = 0;
  int high = (int)sorted->len;
  while (low < high) {
    int middle = (low + high) / 2;
    const pc_diag *diag = sorted->pdata[middle];
    if (compare_places(at, diag->at) < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* One line without control characters, whatever the poster had in it: messages go to terminals. */
static char *clean_text(const char *text) {
  g_autofree char *start = g_strndup(text, MAX_TEXT);
  long invalid = pc_utf8_find_invalid(start, strlen(start));
  bool is_cut = strlen(text) > MAX_TEXT;
  /* Cutting may have split the last character. */
  if (is_cut && invalid > MAX_TEXT - 4)
    start[invalid] = '\0';
  g_autofree char *valid = g_utf8_make_valid(start, -1);
  GString *out = g_string_new(NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    gunichar other = c == '\n' || c == '\t' ? ' ' : 0xfffd;
    g_string_append_unichar(out, g_unichar_iscntrl(c) ? other : c);
  }
  if (is_cut)
    g_string_append(out, "…");
  return g_string_free(out, FALSE);
}

static void count_dropped(pc_diags *diags, pc_severity severity, int count) {
  diags->n_dropped[severity] += count;
  int total = diags->n_dropped[PC_ERROR] + diags->n_dropped[PC_WARNING];
  g_free(diags->more_message);
  diags->more_message =
      g_strdup_printf(_("%d more of these are not shown; correct the ones above first"), total);
  diags->more = (pc_diag){
      .code = PC_LIMIT,
      .severity = diags->n_dropped[PC_ERROR] > 0 ? PC_ERROR : PC_WARNING,
      .message = diags->more_message,
  };
}

static void add(pc_diags *diags, pc_place at, pc_code code, const char *message, const char *hint) {
  pc_severity severity = codes[code].severity;
  g_autofree char *text = clean_text(message);
  pc_diag wanted = {.at = at, .code = code, .severity = severity, .message = text};
  if (g_hash_table_contains(diags->known, &wanted))
    return;
  if (diags->n_kept[severity] == MAX_OF_A_SEVERITY) {
    count_dropped(diags, severity, 1);
    return;
  }
  pc_diag *diag = g_new(pc_diag, 1);
  *diag = wanted;
  diag->message = g_steal_pointer(&text);
  diag->hint = hint == NULL ? NULL : clean_text(hint);
  g_ptr_array_insert(diags->sorted, find_slot(diags->sorted, at), diag);
  g_hash_table_add(diags->known, diag);
  diags->n_kept[severity]++;
}

pc_diags *pc_diags_new(void) {
  pc_diags *diags = g_new0(pc_diags, 1);
  diags->sorted = g_ptr_array_new_with_free_func(free_diag);
  diags->known = g_hash_table_new(hash_diag, is_same);
  return diags;
}

void pc_diags_free(pc_diags *diags) {
  if (diags == NULL)
    return;
  g_hash_table_destroy(diags->known);
  g_ptr_array_free(diags->sorted, TRUE);
  g_free(diags->more_message);
  g_free(diags);
}

void pc_diags_report(pc_diags *diags, pc_place at, pc_code code, const char *hint,
                     const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(_(format), arguments);
  va_end(arguments);
  add(diags, at, code, message, hint != NULL ? _(hint) : NULL);
}

bool pc_diags_has_error(const pc_diags *diags) {
  return diags->n_kept[PC_ERROR] > 0;
}

bool pc_diags_has_warning(const pc_diags *diags) {
  return diags->n_kept[PC_WARNING] > 0;
}

int pc_diags_count(const pc_diags *diags) {
  return (int)diags->sorted->len + (diags->more_message != NULL);
}

const pc_diag *pc_diags_at(const pc_diags *diags, int index) {
  g_assert(index >= 0 && index < pc_diags_count(diags));
  return index < (int)diags->sorted->len ? diags->sorted->pdata[index] : &diags->more;
}

void pc_diags_append(pc_diags *diags, const pc_diags *from) {
  for (int i = 0; i < (int)from->sorted->len; i++) {
    const pc_diag *diag = from->sorted->pdata[i];
    add(diags, diag->at, diag->code, diag->message, diag->hint);
  }
  for (int severity = PC_WARNING; severity <= PC_ERROR; severity++)
    if (from->n_dropped[severity] > 0)
      count_dropped(diags, (pc_severity)severity, from->n_dropped[severity]);
}

const pc_code_info *pc_code_get(pc_code code) {
  return &codes[code];
}

pc_code pc_code_find(const char *name) {
  int index = 0;
  while (index < PC_N_CODES && !g_str_equal(name, codes[index].name))
    index++;
  return (pc_code)index;
}

const char *const *pc_code_names(void) {
  return code_names;
}

const char *pc_severity_name(pc_severity severity) {
  return severity == PC_ERROR ? _("error") : _("warning");
}

static void format_place(pc_place at, GString *out) {
  g_string_append(out, at.file == NULL ? "posterc" : at.file);
  if (at.line > 0)
    g_string_append_printf(out, ":%d", at.line);
  if (at.line > 0 && at.column > 0)
    g_string_append_printf(out, ":%d", at.column);
}

void pc_diag_format(const pc_diag *diag, GString *out) {
  format_place(diag->at, out);
  g_string_append_printf(out, ": %s: ", pc_severity_name(diag->severity));
  if (diag->hint != NULL)
    g_string_append_printf(out, _("%s; %s"), diag->message, diag->hint);
  else
    g_string_append(out, diag->message);
  g_string_append_printf(out, " [%s]\n", codes[diag->code].name);
}
