/* test_job.c - the public library, from YAML to bytes. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "posterc.h"

static const char poster[] = "title: ひょうだい\n"
                             "slides:\n"
                             "  - {title: はじめに, text: あいうえお。かきくけこ。}\n"
                             "  - {title: おわりに, text: さしすせそ。たちつてと。}\n";

static bool collect(const void *bytes, size_t length, void *user) {
  g_byte_array_append(user, bytes, (guint)length);
  return true;
}

static bool refuse(const void *bytes, size_t length, void *user) {
  (void)bytes, (void)length;
  ++*(int *)user;
  return false;
}

static posterc_job *load(const char *yaml) {
  posterc_job *job = posterc_job_new();
  posterc_job_load_buffer(job, yaml, strlen(yaml), "poster.yaml", NULL);
  return job;
}

static GByteArray *render(posterc_format format) {
  posterc_job *job = load(poster);
  GByteArray *bytes = g_byte_array_new();
  bool is_fine = posterc_job_render(job, format, collect, bytes);
  for (int i = 0; !is_fine && i < posterc_job_diagnostic_count(job); i++)
    g_test_message("%s", posterc_job_diagnostic_at(job, i).message);
  g_assert_true(is_fine);
  posterc_job_free(job);
  return bytes;
}

static void test_formats(void) {
  static const struct {
    posterc_format format;
    const char *start;
  } cases[] = {{POSTERC_PDF, "%PDF-"},
               {POSTERC_PNG, "\x89PNG"},
               {POSTERC_SVG, "<?xml"},
               {POSTERC_JSON, "{"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GByteArray) first = render(cases[i].format);
    g_autoptr(GByteArray) second = render(cases[i].format);
    size_t length = strlen(cases[i].start);
    g_assert_cmpuint(first->len, >, length);
    g_assert_true(memcmp(first->data, cases[i].start, length) == 0);
    g_assert_cmpuint(first->len, ==, second->len);
    g_assert_true(memcmp(first->data, second->data, first->len) == 0);
  }
}

/* One job, one layout, three files. */
static void test_several_pages(void) {
  posterc_job *job = load(poster);
  g_autoptr(GByteArray) page = g_byte_array_new(), sheets = g_byte_array_new();
  g_autoptr(GByteArray) tiles = g_byte_array_new(), none = g_byte_array_new();
  g_assert_true(posterc_job_render(job, POSTERC_PDF, collect, page));
  g_assert_true(posterc_job_render_sheets(job, "A4", collect, sheets));
  g_assert_true(posterc_job_render_tiles(job, "A4", 10, collect, tiles));
  g_assert_true(memcmp(sheets->data, "%PDF-1.7", 8) == 0);
  g_assert_true(memcmp(tiles->data, "%PDF-1.7", 8) == 0);
  g_assert_false(posterc_job_has_error(job));
  g_assert_false(posterc_job_render_sheets(job, "A44", collect, none));
  g_assert_true(posterc_job_has_error(job));
  g_assert_cmpuint(none->len, ==, 0);
  posterc_job_free(job);
  job = load(poster);
  g_assert_false(posterc_job_render_tiles(job, "A4", 41, collect, none));
  g_assert_cmpuint(none->len, ==, 0);
  g_assert_true(posterc_job_has_error(job));
  posterc_job_free(job);
}

static void test_refused_bytes(void) {
  posterc_job *job = load(poster);
  int calls = 0;
  g_assert_false(posterc_job_render(job, POSTERC_JSON, refuse, &calls));
  g_assert_cmpint(calls, ==, 1);
  g_assert_false(posterc_job_has_error(job));
  posterc_job_free(job);
}

static void test_mistake(void) {
  posterc_job *job = load("titel: あ\nslides: [い]\n");
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  g_assert_true(posterc_job_has_error(job));
  g_assert_false(posterc_job_is_unreadable(job));
  g_assert_false(posterc_job_render(job, POSTERC_PDF, collect, bytes));
  g_assert_cmpuint(bytes->len, ==, 0);
  posterc_diagnostic first = posterc_job_diagnostic_at(job, 0);
  g_assert_cmpstr(first.code, ==, "unknown-key");
  g_assert_cmpstr(first.file, ==, "poster.yaml");
  g_assert_cmpint(first.line, ==, 1);
  g_assert_cmpint(first.column, ==, 1);
  char *text = posterc_job_format_diagnostic(job, 0);
  g_assert_true(g_str_has_prefix(text, "poster.yaml:1:1: error: "));
  g_assert_true(g_str_has_suffix(text, "[unknown-key]\n"));
  posterc_free(text);
  posterc_job_free(job);
}

static void test_nothing_to_read(void) {
  posterc_job *job = posterc_job_new();
  g_assert_false(posterc_job_load_buffer(job, NULL, 0, NULL, NULL));
  posterc_diagnostic first = posterc_job_diagnostic_at(job, 0);
  g_assert_cmpstr(first.code, ==, "syntax");
  g_assert_cmpstr(first.file, ==, "<stdin>");
  posterc_job_free(job);
}

static void test_loading_again_forgets(void) {
  posterc_job *job = load("titel: あ\n");
  g_assert_true(posterc_job_has_error(job));
  g_assert_true(posterc_job_load_buffer(job, poster, strlen(poster), NULL, NULL));
  g_assert_false(posterc_job_has_error(job));
  g_assert_true(posterc_job_check(job));
  char *summary = posterc_job_format_summary(job);
  g_assert_nonnull(strstr(summary, "841.0 x 1189.0 mm, 2 panels"));
  posterc_free(summary);
  posterc_job_free(job);
}

static void test_no_poster(void) {
  posterc_job *job = posterc_job_new();
  int calls = 0;
  g_assert_false(posterc_job_check(job));
  g_assert_false(posterc_job_render(job, POSTERC_PDF, refuse, &calls));
  g_assert_false(posterc_job_dump(job, POSTERC_STAGE_DOC, refuse, &calls));
  g_assert_cmpint(calls, ==, 0);
  g_assert_null(posterc_job_format_summary(job));
  posterc_job_free(job);
  posterc_job_free(NULL);
}

static void test_unreadable_file(void) {
  posterc_job *job = posterc_job_new();
  g_assert_false(posterc_job_load_file(job, "no/such/poster.yaml"));
  g_assert_true(posterc_job_is_unreadable(job));
  g_assert_cmpstr(posterc_job_diagnostic_at(job, 0).code, ==, "missing-file");
  g_assert_false(posterc_job_load_file(job, "/dev/zero"));
  g_assert_true(posterc_job_is_unreadable(job));
  posterc_job_free(job);
}

static void test_large_file(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "poster.yaml", NULL);
  g_autofree char *bytes = g_strnfill(4 * 1024 * 1024 + 1, '#');
  g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
  posterc_job *job = posterc_job_new();
  g_assert_false(posterc_job_load_file(job, path));
  g_assert_false(posterc_job_is_unreadable(job));
  g_assert_cmpstr(posterc_job_diagnostic_at(job, 0).code, ==, "limit");
  posterc_job_free(job);
  g_unlink(path);
  g_rmdir(folder);
}

static void test_stages(void) {
  for (int stage = POSTERC_STAGE_DOC; stage <= POSTERC_STAGE_DISPLAY; stage++) {
    posterc_job *job = load(poster);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_assert_true(posterc_job_dump(job, (posterc_stage)stage, collect, bytes));
    g_assert_cmpuint(bytes->len, >, 10);
    posterc_job_free(job);
  }
}

static void test_options(void) {
  posterc_job *job = posterc_job_new();
  posterc_job_add_set(job, "page.size=A3");
  posterc_job_set_theme(job, "mono");
  posterc_job_set_layout(job, "landscape");
  g_assert_true(posterc_job_load_buffer(job, poster, strlen(poster), NULL, NULL));
  g_assert_true(posterc_job_check(job));
  char *summary = posterc_job_format_summary(job);
  g_assert_true(g_str_has_prefix(summary, "420.0 x 297.0 mm"));
  posterc_free(summary);
  posterc_job_free(job);
}

static void test_no_diagnostics_are_an_empty_array(void) {
  posterc_job *job = posterc_job_new();
  char *json = posterc_job_format_diagnostics_json(job);
  g_assert_cmpstr(g_strstrip(json), ==, "[]");
  posterc_free(json);
  posterc_job_free(job);
}

static void test_texts(void) {
  g_assert_cmpstr(posterc_version(), ==, POSTERC_VERSION);
  g_assert_null(posterc_explain("no-such-code"));
  g_assert_cmpstr(posterc_nearest_code("overflw"), ==, "overflow");
  char *text = posterc_explain("unknown-key");
  g_assert_true(g_str_has_prefix(text, "unknown-key (error): "));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpint(g_utf8_strlen(*line, -1), <=, 80);
  posterc_free(text);
}

static void test_lists(void) {
  char *(*const lists[])(void) = {posterc_list_layouts, posterc_list_themes, posterc_list_fonts,
                                  posterc_schema,       posterc_reference,   posterc_dictionary,
                                  posterc_list_codes};
  static const char *const expected[] = {"z-auto",
                                         "standard",
                                         "BIZ UDGothic",
                                         "\"slides\"",
                                         "slides",
                                         "\"slides\"\n",
                                         "unknown-key        error "};
  for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
    char *text = lists[i]();
    g_assert_nonnull(strstr(text, expected[i]));
    posterc_free(text);
  }
}

static char *format_diagram(const char *label, const char *edge) {
  return g_strdup_printf("slides:\n"
                         "  - title: 関係\n"
                         "    diagram:\n"
                         "      nodes: {a: %s, b: 検診会, c: 専門家}\n"
                         "      edges: [a -> b: 参加, %s: 検査, a <-> c]\n",
                         label, edge);
}

/* What one job remembers of the diagrams before is what another finds out. */
static void test_diagrams_are_remembered_right(void) {
  static const char *const labels[] = {"患者", "患者会の会員", "患者", "家族"};
  static const char *const edges[] = {"b -> c", "b -> c", "c -> b", "b -> c"};
  posterc_job *kept = posterc_job_new();
  for (size_t i = 0; i < 2 * G_N_ELEMENTS(labels); i++) {
    const size_t k = i % G_N_ELEMENTS(labels);
    g_autofree char *yaml = format_diagram(labels[k], edges[k]);
    g_autoptr(GByteArray) again = g_byte_array_new();
    g_autoptr(GByteArray) anew = g_byte_array_new();
    posterc_job_load_buffer(kept, yaml, strlen(yaml), "poster.yaml", NULL);
    g_assert_true(posterc_job_render(kept, POSTERC_PDF, collect, again));
    posterc_job *job = load(yaml);
    g_assert_true(posterc_job_render(job, POSTERC_PDF, collect, anew));
    posterc_job_free(job);
    g_assert_cmpuint(again->len, ==, anew->len);
    g_assert_true(memcmp(again->data, anew->data, anew->len) == 0);
  }
  posterc_job_free(kept);
}

static void test_files(void) {
  posterc_job *job = posterc_job_new();
  g_assert_cmpint(posterc_job_file_count(job), ==, 0);
  static const char yaml[] = "theme: {base: no-theme.yaml}\nslides: [{figure: no-picture.png}]\n";
  posterc_job_load_buffer(job, yaml, strlen(yaml), "poster.yaml", "nowhere");
  posterc_job_check(job);
  g_assert_cmpstr(posterc_job_file_at(job, 0), ==, "nowhere/no-theme.yaml");
  posterc_job_load_buffer(job, poster, strlen(poster), "poster.yaml", NULL);
  g_assert_cmpint(posterc_job_file_count(job), ==, 0);
  posterc_job_free(job);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/job/formats", test_formats);
  g_test_add_func("/job/several-pages", test_several_pages);
  g_test_add_func("/job/refused-bytes", test_refused_bytes);
  g_test_add_func("/job/mistake", test_mistake);
  g_test_add_func("/job/nothing", test_nothing_to_read);
  g_test_add_func("/job/again", test_loading_again_forgets);
  g_test_add_func("/job/no-poster", test_no_poster);
  g_test_add_func("/job/unreadable", test_unreadable_file);
  g_test_add_func("/job/large", test_large_file);
  g_test_add_func("/job/stages", test_stages);
  g_test_add_func("/job/options", test_options);
  g_test_add_func("/job/no-diagnostics", test_no_diagnostics_are_an_empty_array);
  g_test_add_func("/job/texts", test_texts);
  g_test_add_func("/job/lists", test_lists);
  g_test_add_func("/job/diagrams-remembered", test_diagrams_are_remembered_right);
  g_test_add_func("/job/files", test_files);
  return g_test_run();
}
