/* test_fonts.c - the closed set: what is found, what is refused, and that nothing else gets in. */
#include <glib/gstdio.h>
#include <hb-ot.h>

#include "spec/yaml.h"
#include "text/fontset.h"
#include "text/manifest.h"
#include "text/pins.h"
#include "text_kit.h"

/* The one diagnostic of a kit. */
static const pc_diag *get_diag(const kit *k) {
  g_assert_cmpint(pc_diags_count(k->diags), ==, 1);
  return pc_diags_at(k->diags, 0);
}

static void assert_diag(const kit *k, pc_code code, const char *word) {
  const pc_diag *diag = get_diag(k);
  g_assert_cmpint(diag->code, ==, code);
  g_autofree char *all = g_strconcat(diag->message, " / ", diag->hint, NULL);
  if (strstr(all, word) == NULL)
    g_error("'%s' is not in: %s", word, all);
}

static void assert_refused(kit *k, pc_code code, const char *word) {
  k->fonts = pc_fonts_new(&k->doc, NULL, false, k->diags);
  g_assert_null(k->fonts);
  assert_diag(k, code, word);
}

/* What the font file says of itself: fontconfig knows our faces by names of our own. */
static void assert_font(const kit *k, int slot, const char *family, int weight) {
  PangoFont *font = pc_fonts_load(k->fonts, slot, k->diags);
  g_assert_nonnull(font);
  hb_font_t *hb = pango_font_get_hb_font(font);
  char name[64] = "";
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(hb_font_get_face(hb), HB_OT_NAME_ID_FONT_FAMILY,
                      hb_language_from_string("en", -1), &size, name);
  g_assert_cmpstr(name, ==, family);
  g_assert_cmpfloat(hb_style_get_value(hb, HB_STYLE_TAG_WEIGHT), ==, (float)weight);
}

static void test_slots(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, false, false), "BIZ UDGothic", 400);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, true, false), "BIZ UDGothic", 700);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, false, true), "BIZ UDPGothic", 400);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, true, true), "BIZ UDPGothic", 700);
  assert_font(&k, PC_SLOT(PC_FACE_HEADING, false, false), "BIZ UDGothic", 700);
  assert_font(&k, PC_SLOT(PC_FACE_HEADING, false, true), "BIZ UDPGothic", 700);
  assert_font(&k, PC_SLOT(PC_FACE_MONO, false, true), "Noto Sans Mono CJK JP", 400);
  g_assert_cmpint(pc_diags_count(k.diags), ==, 0);
  kit_clear(&k);
}

/* A Mincho has no bold: strong words are set in the heading's Gothic. */
static void test_mincho(void) {
  kit k;
  kit_init(&k);
  k.doc.theme.fonts.body.text = "BIZ UDMincho";
  kit_use_fonts(&k);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, false, false), "BIZ UDMincho", 400);
  assert_font(&k, PC_SLOT(PC_FACE_BODY, true, false), "BIZ UDGothic", 700);
  kit_clear(&k);
}

static void refuse_body(const char *name, const char *word) {
  kit k;
  kit_init(&k);
  k.doc.theme.fonts.body.text = name;
  assert_refused(&k, PC_MISSING_FONT, word);
  kit_clear(&k);
}

static void test_unknown(void) {
  refuse_body("BIZ UDGothik", "did you mean 'BIZ UDGothic'");
  refuse_body("BIZ UDMincho Bold", "does not come in that weight");
  refuse_body("Comic Sans MS", "Noto Serif CJK JP");
  refuse_body("DejaVu Sans", "no font 'DejaVu Sans'");
}

static void refuse_file(const char *name, pc_code code, const char *word) {
  kit k;
  kit_init(&k);
  pc_string file = {name, NULL};
  k.doc.folder = PC_TEST_DIR "/data";
  k.doc.theme.fonts.files = (pc_strings){1, &file};
  assert_refused(&k, code, word);
  kit_clear(&k);
}

static void test_bad_files(void) {
  refuse_file("none.ttf", PC_MISSING_FILE, "none.ttf");
  refuse_file("../CMakeLists.txt", PC_OUTSIDE_DIRECTORY, "CMakeLists.txt");
  refuse_file("newsletter.txt", PC_MISSING_FONT, "not a font file");
}

static const pc_font_info *find_info(const char *file) {
  int count = 0;
  const pc_font_info *infos = pc_fonts_manifest(&count);
  for (int i = 0; i < count; i++)
    if (g_str_has_suffix(infos[i].file, file))
      return &infos[i];
  g_assert_not_reached();
}

/* A font file of the poster's own, by the Japanese name that only the file knows. */
static void test_files(void) {
  g_autofree char *path = pc_fonts_locate(find_info("BIZUDMincho-Regular.ttf"));
  g_autofree char *folder = g_path_get_dirname(path);
  kit k;
  kit_init(&k);
  pc_string file = {"BIZUDMincho-Regular.ttf", NULL};
  k.doc.folder = folder;
  k.doc.theme.fonts.files = (pc_strings){1, &file};
  k.doc.theme.fonts.body.text = "BIZ UD明朝";
  kit_use_fonts(&k);
  g_assert_nonnull(pc_fonts_load(k.fonts, PC_SLOT(PC_FACE_BODY, false, false), k.diags));
  kit_clear(&k);
}

/* A copy of BIZ UDGothic Regular, changed at a table: offset bytes into it, two bytes. */
static char *copy_changed(const char *folder, const char *name, const char *table, gsize offset,
                          guint16 value) {
  g_autofree char *from = pc_fonts_locate(find_info("BIZUDGothic-Regular.ttf"));
  char *data = NULL;
  gsize length = 0;
  g_assert_true(g_file_get_contents(from, &data, &length, NULL));
  const guint8 *bytes = (const guint8 *)data;
  gsize at = 0;
  for (int i = 0; i < bytes[5] && at == 0; i++)
    if (memcmp(data + 12 + 16 * i, table, 4) == 0)
      at = (gsize)bytes[20 + 16 * i] << 24 | (gsize)bytes[21 + 16 * i] << 16 |
           (gsize)bytes[22 + 16 * i] << 8 | bytes[23 + 16 * i];
  data[at + offset] = (char)(value >> 8);
  data[at + offset + 1] = (char)(value & 0xFF);
  char *path = g_build_filename(folder, name, NULL);
  g_assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
  g_free(data);
  return path;
}

static void test_drift(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-XXXXXX", NULL);
  g_autofree char *path = copy_changed(folder, "BIZUDGothic-Regular.ttf", "head", 8, 0x1234);
  g_setenv("POSTERC_FONT_PATH", folder, TRUE);
  kit k;
  kit_init(&k);
  k.fonts = pc_fonts_new(&k.doc, NULL, false, k.diags);
  g_assert_nonnull(k.fonts);
  g_assert_false(pc_pins_settle(pc_fonts_pins(k.fonts), k.diags));
  g_assert_false(pc_pins_settle(pc_fonts_pins(k.fonts), k.diags)); /* and says it once */
  assert_diag(&k, PC_FONT_DRIFT, "1.050");
  kit_clear(&k);
  g_unsetenv("POSTERC_FONT_PATH");
  g_unlink(path);
  g_rmdir(folder);
}

static void test_restricted(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-XXXXXX", NULL);
  g_autofree char *path = copy_changed(folder, "own.ttf", "OS/2", 8, 0x0002);
  kit k;
  kit_init(&k);
  pc_string file = {"own.ttf", NULL};
  k.doc.folder = folder;
  k.doc.theme.fonts.files = (pc_strings){1, &file};
  assert_refused(&k, PC_MISSING_FONT, "forbids embedding");
  kit_clear(&k);
  g_unlink(path);
  g_rmdir(folder);
}

/* --fonts: the folder and what is below it; it goes before the manifest. */
static void test_folder(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-XXXXXX", NULL);
  g_autofree char *deep = g_build_filename(folder, "a", "b", NULL);
  g_assert_cmpint(g_mkdir_with_parents(deep, 0700), ==, 0);
  g_autofree char *path = copy_changed(deep, "own.ttf", "head", 8, 0x1234);
  g_autofree char *noise = g_build_filename(folder, "noise.ttf", NULL);
  g_assert_true(g_file_set_contents(noise, "no font", -1, NULL));
  kit k;
  kit_init(&k);
  const char *const folders[] = {folder, NULL};
  k.fonts = pc_fonts_new(&k.doc, folders, false, k.diags);
  g_assert_nonnull(k.fonts);
  g_assert_cmpint(pc_diags_count(k.diags), ==, 0);
  kit_clear(&k);
  g_unlink(noise);
  g_unlink(path);
  g_rmdir(deep);
  g_autofree char *middle = g_path_get_dirname(deep);
  g_rmdir(middle);
  g_rmdir(folder);
}

static void test_missing_glyph(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  kit_set(&k, "笑顔😀と😀");
  const pc_diag *diag = get_diag(&k);
  g_assert_cmpint(diag->code, ==, PC_MISSING_GLYPH);
  g_assert_nonnull(strstr(diag->message, "😀"));
  g_assert_nonnull(strstr(diag->message, "U+1F600"));
  kit_clear(&k);
}

/* The character's own place in the file, counted in characters. */
static void test_place(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  g_autoptr(pc_spec) spec = pc_spec_new();
  const char *yaml = "title: 笑顔\ntext: 支援😀者\n";
  const pc_node *map = pc_yaml_parse(spec, "poster.yaml", yaml, strlen(yaml), k.diags);
  k.rich.node = pc_node_find(map, "text")->value;
  const pc_rich rich = {
      .text = "支援😀者", .length = 13, .node = k.rich.node, .at = k.rich.node->at};
  pc_paragraph_free(pc_paragraph_new(k.measurer, &rich, &k.style, k.diags));
  g_assert_cmpint(get_diag(&k)->at.line, ==, 2);
  g_assert_cmpint(get_diag(&k)->at.column, ==, 9);
  kit_clear(&k);
}

static void test_marks(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  kit_set(&k, "か\u3099とe\u0301と葛\U000E0100と\u200B字\u2060");
  g_assert_cmpint(pc_diags_count(k.diags), ==, 0);
  kit_set(&k, "漢\u20E0");
  g_assert_nonnull(strstr(get_diag(&k)->message, "U+20E0"));
  kit_clear(&k);
}

/* Hangul is in no BIZ font: without the fallback it is missing, with it it is not. */
static void test_fallback(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  kit_set(&k, "한é");
  g_assert_nonnull(strstr(get_diag(&k)->message, "U+D55C"));
  kit_clear(&k);
  kit_init(&k);
  const pc_string fallback = {"Noto Sans CJK JP", NULL};
  k.doc.theme.fonts.fallback = (pc_strings){1, &fallback};
  kit_use_fonts(&k);
  kit_set(&k, "한é");
  g_assert_cmpint(pc_diags_count(k.diags), ==, 0);
  kit_clear(&k);
}

/* The size and the checksum of every font that is installed. */
static void test_manifest(void) {
  int count = 0;
  const pc_font_info *infos = pc_fonts_manifest(&count);
  g_assert_cmpint(count, ==, 12);
  for (int i = 0; i < count; i++) {
    g_autofree char *path = pc_fonts_locate(&infos[i]);
    g_assert_nonnull(path);
    g_assert_true(pc_font_is_pinned(&infos[i], path));
    g_assert_cmpint((int)strlen(infos[i].sha256), ==, 64);
    g_assert_cmpint(infos[i].weight, >, 0);
  }
  pc_font_info other = infos[0];
  other.size++;
  g_autofree char *path = pc_fonts_locate(&infos[0]);
  g_assert_false(pc_font_is_pinned(&other, path));
  other.file = "nowhere/none.ttf";
  g_assert_null(pc_fonts_locate(&other));
}

/* One byte in the middle of an outline is enough. */
static void test_changed_byte(void) {
  int count = 0;
  const pc_font_info *info = &pc_fonts_manifest(&count)[0];
  g_autofree char *path = pc_fonts_locate(info);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  g_autofree char *folder = g_dir_make_tmp("posterc-font-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename(folder, "font.ttf", NULL);
  g_assert_true(g_file_set_contents(copy, bytes, (gssize)length, NULL));
  g_assert_true(pc_font_is_pinned(info, copy));
  bytes[length / 2] ^= 1;
  g_assert_true(g_file_set_contents(copy, bytes, (gssize)length, NULL));
  g_assert_false(pc_font_is_pinned(info, copy));
  g_remove(copy);
  g_rmdir(folder);
}

static void test_names(void) {
  int weight = 0;
  g_autofree char *family = pc_font_name_split("BIZ UDGothic Bold", &weight);
  g_assert_cmpstr(family, ==, "BIZ UDGothic");
  g_assert_cmpint(weight, ==, 700);
  g_autofree char *plain = pc_font_name_split("Klee One", &weight);
  g_assert_cmpstr(plain, ==, "Klee One");
  g_assert_cmpint(weight, ==, 400);
  g_assert_cmpint(pc_font_weight_parse("demilight"), ==, 350);
  g_assert_cmpint(pc_font_weight_parse("Fat"), ==, 0);
}

/* In a process of its own: fontconfig would complain about this configuration if it read it. */
static void test_system_child(void) {
  kit k;
  kit_init(&k);
  kit_use_fonts(&k);
  g_assert_cmpfloat_with_epsilon(pc_paragraph_width(kit_set(&k, "漢字「ABC」")), 5.83, 0.01);
  kit_clear(&k);
}

/* Sets or, with NULL, unsets a variable; the old value is the caller's. */
static char *replace_variable(const char *name, const char *value) {
  char *old = g_strdup(g_getenv(name));
  if (value == NULL)
    g_unsetenv(name);
  else
    g_setenv(name, value, TRUE);
  return old;
}

static void test_system(void) {
  const char *const names[] = {"FONTCONFIG_FILE", "PANGO_LANGUAGE", "LC_ALL", "HOME",
                               "XDG_CACHE_HOME"};
  const char *const values[] = {PC_TEST_DIR "/data/newsletter.txt", "zh", "zh_CN.UTF-8", NULL,
                                NULL};
  char *old[G_N_ELEMENTS(names)];
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    old[i] = replace_variable(names[i], values[i]);
  g_test_trap_subprocess("/fonts/system/subprocess", 0, 0);
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    g_free(replace_variable(names[i], old[i]));
    g_free(old[i]);
  }
  g_test_trap_assert_passed();
  g_test_trap_assert_stderr_unmatched("*ontconfig*");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fonts/system", test_system);
  g_test_add_func("/fonts/system/subprocess", test_system_child);
  g_test_add_func("/fonts/slots", test_slots);
  g_test_add_func("/fonts/mincho", test_mincho);
  g_test_add_func("/fonts/unknown", test_unknown);
  g_test_add_func("/fonts/files", test_files);
  g_test_add_func("/fonts/bad-files", test_bad_files);
  g_test_add_func("/fonts/drift", test_drift);
  g_test_add_func("/fonts/restricted", test_restricted);
  g_test_add_func("/fonts/folder", test_folder);
  g_test_add_func("/fonts/missing-glyph", test_missing_glyph);
  g_test_add_func("/fonts/place", test_place);
  g_test_add_func("/fonts/marks", test_marks);
  g_test_add_func("/fonts/fallback", test_fallback);
  g_test_add_func("/fonts/manifest", test_manifest);
  g_test_add_func("/fonts/changed-byte", test_changed_byte);
  g_test_add_func("/fonts/names", test_names);
  return g_test_run();
}
