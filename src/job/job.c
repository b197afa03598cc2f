/* job.c - one poster down the whole corridor: the only file that knows all stages.
 * Layer: job. */
#include "posterc.h"

#include <string.h>

#include <glib.h>

#include "backend/backend.h"
#include "backend/leaves.h"
#include "base/date.h"
#include "base/file.h"
#include "check/check.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "figure/scratch.h"
#include "job/compose.h"
#include "job/lock.h"
#include "job/pictures.h"
#include "job/unread.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "spec/yaml.h"
#include "text/fonts.h"
#include "text/measurer.h"
#include "text/pins.h"

static const double default_dpi = 72;
/* The last second of the year 9999: a PDF writes years with four digits. */
static const long long last_date = 253402300799;

static GPtrArray *new_strings(void) {
  GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(strings, NULL);
  return strings;
}

static void append_string(GPtrArray *strings, const char *text) {
  g_ptr_array_insert(strings, (gint)strings->len - 1, g_strdup(text));
}

static const char *const *get_strings(const GPtrArray *strings) {
  return (const char *const *)strings->pdata;
}

void pc_job_clear(posterc_job *job) {
  g_clear_pointer(&job->comparison, pc_comparison_free);
  g_clear_pointer(&job->layout, pc_layout_free);
  g_clear_pointer(&job->measurer, pc_measurer_free);
  g_clear_pointer(&job->fonts, pc_fonts_free);
  g_clear_pointer(&job->doc, pc_doc_free);
  g_clear_pointer(&job->folder, g_free);
  pc_ink_peak_clear(&job->ink);
  g_ptr_array_set_size(job->files, 0);
  pc_diags_free(job->diags);
  job->diags = pc_diags_new();
  job->is_unreadable = false;
  job->is_laid_out = false;
  job->is_advising = false;
  job->name = NULL;
  job->is_file = false;
}

posterc_job *posterc_job_new(void) {
  posterc_job *job = g_new0(posterc_job, 1);
  job->sets = new_strings();
  job->font_folders = new_strings();
  job->files = g_ptr_array_new_with_free_func(g_free);
  job->dpi = default_dpi;
  job->date = -1;
  job->diags = pc_diags_new();
  job->memory = pc_figure_memory_new();
  return job;
}

void posterc_job_free(posterc_job *job) {
  if (job == NULL)
    return;
  pc_job_clear(job);
  pc_diags_free(job->diags);
  g_ptr_array_unref(job->sets);
  g_ptr_array_unref(job->font_folders);
  g_ptr_array_unref(job->files);
  pc_figure_memory_free(job->memory);
  g_free(job->layout_name);
  g_free(job->theme_name);
  g_free(job);
}

void posterc_job_set_layout(posterc_job *job, const char *name_or_path) {
  g_free(job->layout_name);
  job->layout_name = g_strdup(name_or_path);
}

void posterc_job_set_theme(posterc_job *job, const char *name_or_path) {
  g_free(job->theme_name);
  job->theme_name = g_strdup(name_or_path);
}

void posterc_job_add_set(posterc_job *job, const char *key_equals_value) {
  append_string(job->sets, key_equals_value);
}

void posterc_job_add_fonts(posterc_job *job, const char *folder) {
  append_string(job->font_folders, folder);
}

void posterc_job_set_draft(posterc_job *job, bool draft) {
  job->draft = draft;
}

void posterc_job_set_allow_outside(posterc_job *job, bool allow) {
  job->allow_outside = allow;
}

void posterc_job_set_dpi(posterc_job *job, double dpi) {
  job->dpi = dpi;
}

void posterc_job_set_date(posterc_job *job, long long seconds) {
  job->date = CLAMP(seconds, -1, last_date);
}

static bool decode_poster(posterc_job *job, const char *yaml, size_t length, const char *name) {
  job->name = name;
  pc_decode_options options = {
      .file = name,
      .folder = job->folder,
      .layout = job->layout_name,
      .theme = job->theme_name,
      .sets = get_strings(job->sets),
      .allow_outside = job->allow_outside,
      .check_pictures = pc_pictures_check,
  };
  job->doc = pc_doc_decode(yaml, length, &options, job->diags);
  return job->doc != NULL;
}

bool posterc_job_load_buffer(posterc_job *job, const char *yaml, size_t length, const char *name,
                             const char *folder) {
  pc_job_clear(job);
  job->folder = g_strdup(folder != NULL ? folder : ".");
  const char *text = length > 0 ? yaml : "";
  GPtrArray *before = pc_file_listen(job->files);
  const bool is_decoded =
      decode_poster(job, text, length, g_intern_string(name != NULL ? name : "<stdin>"));
  pc_file_listen(before);
  return is_decoded;
}

static bool load_file(posterc_job *job, const char *path) {
  const char *name = g_intern_string(path);
  g_autofree char *base = g_path_get_basename(path);
  job->folder = g_path_get_dirname(path);
  job->name = name;
  pc_file_error error = PC_FILE_OK;
  g_autoptr(GBytes) bytes = pc_file_read(job->folder, base, true, PC_YAML_MAX_BYTES, &error);
  if (bytes == NULL) {
    job->is_unreadable = error != PC_FILE_TOO_LARGE;
    pc_unread_report(name, error, job->diags);
    return false;
  }
  gsize length = 0;
  const char *yaml = g_bytes_get_data(bytes, &length);
  job->is_file = true;
  return decode_poster(job, yaml, length, name);
}

bool posterc_job_load_file(posterc_job *job, const char *path) {
  pc_job_clear(job);
  GPtrArray *before = pc_file_listen(job->files);
  const bool is_loaded = load_file(job, path);
  pc_file_listen(before);
  return is_loaded;
}

int posterc_job_file_count(const posterc_job *job) {
  return (int)job->files->len;
}

const char *posterc_job_file_at(const posterc_job *job, int index) {
  return g_ptr_array_index(job->files, index);
}

static void make_layout(posterc_job *job) {
  job->fonts =
      pc_fonts_new(job->doc, get_strings(job->font_folders), job->allow_outside, job->diags);
  if (job->fonts == NULL) {
    pc_pictures_check(job->doc, job->allow_outside, job->diags);
    return;
  }
  job->measurer = pc_measurer_new(job->fonts);
  g_autofree char *date = pc_date_format(job->date, "%Y-%m-%d");
  pc_layout_options options = {.draft = job->draft,
                               .allow_outside = job->allow_outside,
                               .keeps_board = job->is_advising,
                               .date = date,
                               .memory = job->memory};
  job->layout = pc_layout_new(job->doc, job->measurer, &options, job->diags);
  if (job->layout == NULL) {
    pc_pins_settle(pc_fonts_pins(job->fonts), job->diags);
    return;
  }
  pc_check_layout(job->layout, job->diags);
  pc_job_check_lock(job);
}

bool pc_job_lay_out(posterc_job *job) {
  if (job->doc == NULL)
    return false;
  GPtrArray *before = pc_file_listen(job->files);
  if (!job->is_laid_out)
    make_layout(job);
  pc_file_listen(before);
  job->is_laid_out = true;
  return job->layout != NULL && !pc_diags_has_error(job->diags);
}

bool pc_job_lay_out_settled(posterc_job *job) {
  if (!pc_job_lay_out(job))
    return false;
  const bool is_pinned = pc_pins_settle(pc_fonts_pins(job->fonts), job->diags);
  return pc_layout_settle(job->layout, job->diags) && is_pinned;
}

static char *join_texts(const pc_rich *const *texts, int count) {
  GString *joined = g_string_new(NULL);
  for (int i = 0; i < count; i++)
    g_string_append_printf(joined, "%s%s", i > 0 ? ", " : "", texts[i]->text);
  return g_strdelimit(g_string_free(joined, FALSE), "\n", ' ');
}

static char *join_text(const pc_rich *text) {
  return text != NULL ? join_texts(&text, 1) : NULL;
}

static bool is_blank(const char *text) {
  while (g_unichar_isspace(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return *text == '\0';
}

static bool says_something(const pc_rich *text) {
  return text != NULL && !is_blank(text->text);
}

/* Every PDF has a title (ISO 14289-1, 7.1): the poster's, or the first that a slide has. */
static char *find_title(const pc_doc *doc) {
  const pc_rich *title = doc->title;
  for (int i = 0; i < doc->n_slides && !says_something(title); i++)
    title = doc->slides[i]->title;
  return says_something(title) ? join_text(title) : g_path_get_basename(doc->file);
}

/* pages NULL: one, in that format. */
static GBytes *make_file(posterc_job *job, pc_format format, const pc_pages *pages) {
  const pc_doc *doc = job->doc;
  g_autoptr(pc_display) display = pc_paint_layout(job->layout);
  g_autofree char *title = find_title(doc);
  g_autofree char *subject = join_text(doc->subtitle);
  g_autofree char *author = doc->n_authors > 0 ? join_texts(doc->authors, doc->n_authors) : NULL;
  pc_backend_options options = {
      .lang = doc->lang,
      .title = title,
      .author = author,
      .subject = subject,
      .date = job->date,
      .dpi = job->dpi,
      .print = &doc->print,
      .marks = doc->page.marks,
      .folder = doc->folder,
      .allow_outside = job->allow_outside,
  };
  return pages != NULL ? pc_leaves_write(display, pages, &options, job->diags)
                       : pc_backend_write(display, format, &options, job->diags);
}

/* Piece by piece, and what was taken is gone: whoever keeps a large file has all there is of it. */
static bool hand_over(GBytes *bytes, posterc_write_func write, void *user) {
  enum { PIECE = 1 << 20 };
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  for (gsize at = 0; at < length; at += PIECE) {
    const gsize n = MIN(PIECE, length - at);
    if (!write(data + at, n, user))
      return false;
    pc_scratch_drop(data + at, n);
  }
  return true;
}

static bool write_file(posterc_job *job, pc_format format, const pc_pages *pages,
                       posterc_write_func write, void *user) {
  GPtrArray *before = pc_file_listen(job->files);
  g_autoptr(GBytes) bytes = make_file(job, format, pages);
  pc_file_listen(before);
  if (!pc_pins_settle(pc_fonts_pins(job->fonts), job->diags) || bytes == NULL)
    return false;
  return hand_over(bytes, write, user);
}

static bool write_text(const GString *text, posterc_write_func write, void *user) {
  return write(text->str, text->len, user);
}

static bool write_layout(posterc_job *job, posterc_write_func write, void *user) {
  g_autoptr(GString) text = g_string_new(NULL);
  pc_layout_dump(job->layout, job->diags, text);
  return write_text(text, write, user);
}

static bool write_display(posterc_job *job, posterc_write_func write, void *user) {
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(pc_display) display = pc_paint_layout(job->layout);
  pc_display_dump(display, text);
  return write_text(text, write, user);
}

static bool write_doc(posterc_job *job, posterc_write_func write, void *user) {
  g_autoptr(GString) text = g_string_new(NULL);
  pc_doc_dump(job->doc, text);
  return write_text(text, write, user);
}

bool posterc_job_render(posterc_job *job, posterc_format format, posterc_write_func write,
                        void *user) {
  static const pc_format pages[] = {
      [POSTERC_PDF] = PC_FORMAT_PDF, [POSTERC_PNG] = PC_FORMAT_PNG, [POSTERC_SVG] = PC_FORMAT_SVG};
  /* A PDF is drawn while pictures and fonts are still being checked. */
  if (format == POSTERC_PDF ? !pc_job_lay_out(job) : !pc_job_lay_out_settled(job))
    return false;
  if (format == POSTERC_JSON)
    return write_layout(job, write, user);
  return write_file(job, pages[format], NULL, write, user);
}

bool posterc_job_render_sheets(posterc_job *job, const char *paper, posterc_write_func write,
                               void *user) {
  pc_size size;
  if (!pc_job_lay_out(job) || !pc_pages_find_paper(paper, &size, job->diags))
    return false;
  g_autoptr(pc_pages) pages = pc_pages_new_sheets(job->layout, job->measurer, size);
  return write_file(job, PC_FORMAT_PDF, pages, write, user);
}

bool posterc_job_render_tiles(posterc_job *job, const char *paper, double overlap_mm,
                              posterc_write_func write, void *user) {
  pc_size size;
  if (!pc_job_lay_out(job) || !pc_pages_find_paper(paper, &size, job->diags))
    return false;
  g_autoptr(pc_pages) pages =
      pc_pages_new_tiles(job->layout, job->measurer, size, overlap_mm, job->diags);
  return pages != NULL && write_file(job, PC_FORMAT_PDF, pages, write, user);
}

bool posterc_job_dump(posterc_job *job, posterc_stage stage, posterc_write_func write, void *user) {
  static const struct {
    bool needs_layout;
    bool (*write)(posterc_job *job, posterc_write_func write, void *user);
  } stages[] = {
      [POSTERC_STAGE_DOC] = {false, write_doc},
      [POSTERC_STAGE_LAYOUT] = {true, write_layout},
      [POSTERC_STAGE_DISPLAY] = {true, write_display},
  };
  bool is_ready = stages[stage].needs_layout ? pc_job_lay_out_settled(job) : job->doc != NULL;
  return is_ready && stages[stage].write(job, write, user);
}

bool posterc_job_compose(posterc_job *job, const char *text, const posterc_compose_options *options,
                         posterc_write_func write, void *user) {
  static const char poster[] = "slides: [compose]";
  if (!posterc_job_load_buffer(job, poster, strlen(poster), "compose", "."))
    return false;
  if (!options->ideal) {
    job->fonts =
        pc_fonts_new(job->doc, get_strings(job->font_folders), job->allow_outside, job->diags);
    if (job->fonts == NULL)
      return false;
  }
  job->measurer = pc_measurer_new(job->fonts);
  g_autoptr(GString) lines = g_string_new(NULL);
  pc_compose_append(job->doc, job->measurer, text, options, job->diags, lines);
  if (job->fonts != NULL)
    pc_pins_settle(pc_fonts_pins(job->fonts), job->diags);
  return !pc_diags_has_error(job->diags) && write_text(lines, write, user);
}
