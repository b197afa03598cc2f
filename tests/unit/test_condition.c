/* test_condition.c - the printing condition: posterc's own, the author's, and files that are none.
 */
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "backend/condition.h"
#include "base/resource.h"

static const pc_node profile_node = {.kind = PC_NODE_SCALAR, .at = {"poster.yaml", 4, 12}};
static const pc_node condition_node = {.kind = PC_NODE_SCALAR, .at = {"poster.yaml", 5, 14}};

static pc_print make_print(const char *profile, const char *condition) {
  pc_print print = {.profile = {profile, &profile_node}};
  if (condition != NULL)
    print.condition = (pc_string){condition, &condition_node};
  return print;
}

/* A copy of a profile in the program, the test's to spoil. */
static GByteArray *copy_profile(const char *path) {
  size_t length = 0;
  const char *bytes = pc_resource_find(path, &length);
  g_assert_nonnull(bytes);
  GByteArray *copy = g_byte_array_new();
  g_byte_array_append(copy, (const guint8 *)bytes, (guint)length);
  return copy;
}

static char *folder;

static void save(const char *name, const GByteArray *bytes) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_assert_true(g_file_set_contents(path, (const char *)bytes->data, bytes->len, NULL));
}

static void drop(const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_assert_cmpint(g_unlink(path), ==, 0);
}

/* The only diagnostic, as it is printed; the caller frees it. */
static char *refuse(pc_print print) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_assert_null(pc_condition_new(&print, folder, false, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  GString *out = g_string_new(NULL);
  pc_diag_format(pc_diags_at(diags, 0), out);
  return g_string_free(out, FALSE);
}

static pc_condition *accept(pc_print print) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_condition *condition = pc_condition_new(&print, folder, false, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
  g_assert_nonnull(condition);
  return condition;
}

static void assert_within(const char *text, const char *part) {
  if (strstr(text, part) == NULL)
    g_error("'%s' is not in: %s", part, text);
}

static void test_shipped(void) {
  g_autoptr(pc_condition) condition = accept(make_print("fogra39", NULL));
  g_assert_cmpstr(condition->identifier, ==, "FOGRA39");
  g_assert_cmpstr(condition->registry, ==, "http://www.color.org");
  g_assert_cmpstr(condition->info, ==, "Coated FOGRA39 (ISO 12647-2:2004)");
  g_assert_nonnull(condition->press);
  g_autoptr(pc_condition) named = accept(make_print("FOGRA39", "Fogra39"));
  g_assert_cmpstr(named->identifier, ==, "FOGRA39");
}

/* Version 2, for all kinds of PDF; and nothing in it tells when or where it was made. */
static void test_shipped_header(void) {
  static const guint8 moment[12] = {0x07, 0xd6, 0, 12, 0, 1};
  g_autoptr(pc_condition) condition = accept(make_print("fogra39", NULL));
  size_t length;
  const guint8 *bytes = g_bytes_get_data(condition->profile, &length);
  g_assert_cmpuint(bytes[0] * 16777216u + bytes[1] * 65536u + bytes[2] * 256u + bytes[3], ==,
                   length);
  g_assert_cmpuint(length, <, 200000);
  g_assert_cmpint(bytes[8], ==, 2);
  g_assert_true(memcmp(bytes + 12, "prtrCMYK", 8) == 0);
  g_assert_true(memcmp(bytes + 24, moment, 12) == 0);
}

static void test_shipped_has_one_condition(void) {
  g_autofree char *said = refuse(make_print("fogra39", "JC200103"));
  g_assert_cmpstr(
      said, ==,
      "poster.yaml:5:14: error: the profile fogra39 is not of the condition 'JC200103'; "
      "name the ICC file of this condition in print.profile [bad-value]\n");
}

static void test_file(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
  const guint length = profile->len;
  /* Some programs fill a file up; the PDF gets the profile alone. */
  g_byte_array_append(profile, (const guint8 *)"\0\0\0\0", 4);
  save("press.icc", profile);
  g_autoptr(pc_condition) plain = accept(make_print("press.icc", NULL));
  g_assert_cmpstr(plain->info, ==, "Coated FOGRA39 (posterc)");
  g_assert_cmpstr(plain->identifier, ==, plain->info);
  g_assert_null(plain->registry);
  g_assert_cmpuint(g_bytes_get_size(plain->profile), ==, length);
  g_autoptr(pc_condition) named = accept(make_print("press.icc", "JC200103"));
  g_assert_cmpstr(named->identifier, ==, "JC200103");
  g_assert_cmpstr(named->info, ==, "Coated FOGRA39 (posterc)");
  const double rgb[3] = {0, 0, 0};
  g_assert_cmpfloat(pc_press_convert(named->press, rgb).ink[3], ==, 1);
  drop("press.icc");
}

static guint8 *find_bytes(GByteArray *profile, const char *wanted) {
  guint8 *at = memmem(profile->data, profile->len, wanted, strlen(wanted));
  g_assert_nonnull(at);
  return at;
}

/* A name that could break a line, or that is not there. */
static void test_file_names_itself_badly(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
  memcpy(find_bytes(profile, "Coated"), "\n\x01 ed\x7f", 6);
  save("press.icc", profile);
  g_autoptr(pc_condition) odd = accept(make_print("press.icc", NULL));
  g_assert_cmpstr(odd->info, ==, "ed FOGRA39 (posterc)");
  memcpy(find_bytes(profile, "desc"), "none", 4);
  save("press.icc", profile);
  g_autoptr(pc_condition) nameless = accept(make_print("press.icc", NULL));
  g_assert_cmpstr(nameless->identifier, ==, "Custom");
  drop("press.icc");
}

static void test_screen_profile(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/srgb.icc");
  save("screen.icc", profile);
  g_autofree char *said = refuse(make_print("screen.icc", NULL));
  g_assert_cmpstr(said, ==,
                  "poster.yaml:4:12: error: 'screen.icc' is a profile for screens; ask the print "
                  "shop for its CMYK profile, or write fogra39 [bad-value]\n");
  drop("screen.icc");
}

/* FOGRA39 with other bytes in its header. */
static void test_wrong_headers(void) {
  static const struct {
    int at;
    const char *bytes, *said;
  } rows[] = {
      {36, "ACSP", "is not an ICC colour profile"},
      {12, "scnr", "is a profile for cameras and scanners"},
      {12, "link", "joins two devices"},
      {12, "what", "is not a profile for printing"},
      {16, "RGB ", "is a profile for printers whose inks are not CMYK"},
      {16, "6CLR", "is a profile for printers whose inks are not CMYK"},
      {8, "\x05\x01\x02\x03", "of a version that print files cannot carry"},
      {0, "\x7f\x01\x02\x03", "is cut off"},
      {0, "\x00\x00\x00\x50", "is cut off"},
      {20, "what", "is damaged"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
    memcpy(profile->data + rows[i].at, rows[i].bytes, 4);
    save("press.icc", profile);
    g_autofree char *said = refuse(make_print("press.icc", NULL));
    assert_within(said, rows[i].said);
    assert_within(said, "poster.yaml:4:12: error: 'press.icc' ");
    assert_within(said, "[bad-value]");
  }
  drop("press.icc");
}

static void test_damaged_bodies(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
  g_byte_array_set_size(profile, profile->len / 2);
  save("press.icc", profile);
  g_autofree char *half = refuse(make_print("press.icc", NULL));
  assert_within(half, "is cut off");
  g_autoptr(GByteArray) blank = copy_profile("profiles/fogra39.icc");
  /* The tables of A2B, whose look tells how black black is. */
  memset(blank->data + 3000, 0, 50000);
  save("press.icc", blank);
  g_autofree char *without_black = refuse(make_print("press.icc", NULL));
  assert_within(without_black, "is damaged");
  memset(blank->data + 128, 0, 1000);
  save("press.icc", blank);
  g_autofree char *without_tags = refuse(make_print("press.icc", NULL));
  assert_within(without_tags, "is damaged");
  g_byte_array_set_size(blank, 0);
  save("press.icc", blank);
  g_autofree char *empty = refuse(make_print("press.icc", NULL));
  assert_within(empty, "is not an ICC colour profile");
  drop("press.icc");
}

static void test_too_large(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
  save("press.icc", profile);
  g_autofree char *path = g_build_filename(folder, "press.icc", NULL);
  g_assert_cmpint(truncate(path, 100 * 1000 * 1000), ==, 0);
  g_autofree char *said = refuse(make_print("press.icc", NULL));
  assert_within(said, "'press.icc' is larger than 16 MiB");
  assert_within(said, "[limit]");
  drop("press.icc");
}

static void test_missing(void) {
  g_autoptr(GByteArray) profile = copy_profile("profiles/fogra39.icc");
  save("press.icc", profile);
  g_autofree char *near = refuse(make_print("pres.icc", NULL));
  assert_within(near, "there is no file 'pres.icc'; did you mean 'press.icc'? [missing-file]");
  g_autofree char *word = refuse(make_print("JapanColor2001", NULL));
  assert_within(word,
                "posterc has no profile of 'JapanColor2001'; write fogra39, or the name of an "
                "ICC file, such as press.icc [bad-value]");
  g_autofree char *outside = refuse(make_print("../press.icc", NULL));
  assert_within(outside, "[outside-directory]");
  drop("press.icc");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  folder = g_dir_make_tmp("posterc-condition-XXXXXX", NULL);
  g_test_add_func("/condition/shipped", test_shipped);
  g_test_add_func("/condition/shipped-header", test_shipped_header);
  g_test_add_func("/condition/shipped-has-one-condition", test_shipped_has_one_condition);
  g_test_add_func("/condition/file", test_file);
  g_test_add_func("/condition/file-names-itself-badly", test_file_names_itself_badly);
  g_test_add_func("/condition/screen-profile", test_screen_profile);
  g_test_add_func("/condition/wrong-headers", test_wrong_headers);
  g_test_add_func("/condition/damaged-bodies", test_damaged_bodies);
  g_test_add_func("/condition/too-large", test_too_large);
  g_test_add_func("/condition/missing", test_missing);
  int result = g_test_run();
  g_assert_cmpint(g_rmdir(folder), ==, 0);
  g_free(folder);
  return result;
}
