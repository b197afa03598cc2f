/* test_diag.c - order, duplicates, bounds and the exact text of diagnostics. */
#include <string.h>

#include <glib.h>

#include "diag/diag.h"

static pc_place place(int line, int column) {
  return (pc_place){g_intern_string("poster.yaml"), line, column};
}

static char *format_all(const pc_diags *diags) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < pc_diags_count(diags); i++)
    pc_diag_format(pc_diags_at(diags, i), out);
  return g_string_free(out, FALSE);
}

static void test_text(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  PC_REPORT_HINT(diags, place(12, 5), PC_UNKNOWN_KEY, "did you mean 'title'?", "unknown key '%s'",
                 "titel");
  PC_REPORT(diags, place(0, 0), PC_MISSING_KEY, "there are no slides");
  PC_REPORT(diags, ((pc_place){NULL, 0, 0}), PC_UNUSED, "nothing to do");
  g_autofree char *text = format_all(diags);
  g_assert_cmpstr(
      text, ==,
      "posterc: warning: nothing to do [unused]\n"
      "poster.yaml: error: there are no slides [missing-key]\n"
      "poster.yaml:12:5: error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n");
}

static void test_sorts_and_keeps_ties_in_order(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  PC_REPORT(diags, place(9, 1), PC_BAD_VALUE, "d");
  PC_REPORT(diags, place(2, 7), PC_BAD_VALUE, "b");
  PC_REPORT(diags, place(2, 7), PC_BAD_VALUE, "a");
  PC_REPORT(diags, place(2, 3), PC_BAD_VALUE, "c");
  g_autoptr(GString) order = g_string_new(NULL);
  for (int i = 0; i < pc_diags_count(diags); i++)
    g_string_append(order, pc_diags_at(diags, i)->message);
  g_assert_cmpstr(order->str, ==, "cbad");
}

static void test_counts_the_same_once(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  for (int i = 0; i < 5; i++)
    PC_REPORT(diags, place(1, 1), PC_BAD_VALUE, "once");
  PC_REPORT(diags, place(1, 2), PC_BAD_VALUE, "once");
  PC_REPORT(diags, place(1, 1), PC_BAD_TYPE, "once");
  g_assert_cmpint(pc_diags_count(diags), ==, 3);
}

static void test_severities(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_assert_false(pc_diags_has_error(diags));
  PC_REPORT(diags, place(1, 1), PC_UNUSED, "w");
  g_assert_false(pc_diags_has_error(diags));
  g_assert_true(pc_diags_has_warning(diags));
  PC_REPORT(diags, place(1, 1), PC_LIMIT, "e");
  g_assert_true(pc_diags_has_error(diags));
}

static void test_is_bounded(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  for (int i = 1; i <= 100000; i++)
    PC_REPORT(diags, place(i, 1), PC_UNUSED, "warning %d", i);
  PC_REPORT(diags, place(200000, 1), PC_BAD_VALUE, "the error");
  g_assert_cmpint(pc_diags_count(diags), ==, 1002);
  g_assert_true(pc_diags_has_error(diags));
  g_assert_cmpstr(pc_diags_at(diags, 1000)->message, ==, "the error");
  const pc_diag *last = pc_diags_at(diags, 1001);
  g_assert_cmpint(last->severity, ==, PC_WARNING);
  g_assert_true(g_str_has_prefix(last->message, "99000 more "));
}

static void test_appends_what_was_dropped_too(void) {
  g_autoptr(pc_diags) from = pc_diags_new();
  for (int i = 1; i <= 1500; i++)
    PC_REPORT(from, place(i, 1), PC_BAD_VALUE, "wrong");
  g_autoptr(pc_diags) to = pc_diags_new();
  PC_REPORT(to, place(1, 1), PC_BAD_VALUE, "first");
  pc_diags_append(to, from);
  g_assert_cmpint(pc_diags_count(to), ==, 1001);
  g_assert_cmpstr(pc_diags_at(to, 1)->message, ==, "wrong");
  g_assert_true(g_str_has_prefix(pc_diags_at(to, 1000)->message, "501 more "));
}

static void test_messages_are_clean(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  PC_REPORT_HINT(diags, place(1, 1), PC_BAD_VALUE, "x\ny", "a\nb\x1b[31m\xff%s", "支");
  g_autofree char *text = format_all(diags);
  g_assert_cmpstr(text, ==, "poster.yaml:1:1: error: a b\ufffd[31m\ufffd支; x y [bad-value]\n");
}

static void test_messages_are_short(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GString) key = g_string_new("a");
  for (int i = 0; i < 100000; i++)
    g_string_append(key, "支");
  PC_REPORT(diags, place(1, 1), PC_UNKNOWN_KEY, "%s", key->str);
  const char *message = pc_diags_at(diags, 0)->message;
  g_assert_cmpuint(strlen(message), <=, 4003);
  g_assert_true(g_utf8_validate(message, -1, NULL));
  g_assert_true(g_str_has_suffix(message, "支…"));
}

static void test_codes(void) {
  const char *const *names = pc_code_names();
  for (int i = 0; i < PC_N_CODES; i++) {
    const pc_code_info *info = pc_code_get((pc_code)i);
    g_assert_cmpstr(info->name, ==, names[i]);
    g_assert_cmpint(pc_code_find(names[i]), ==, i);
    g_assert_cmpuint(strlen(info->title), >, 0);
    g_assert_cmpuint(strlen(info->meaning), >, 0);
    g_assert_cmpuint(strlen(info->remedy), >, 0);
  }
  g_assert_null(names[PC_N_CODES]);
  g_assert_cmpint(pc_code_find("no-such-code"), ==, PC_N_CODES);
}

static void test_free_accepts_null(void) {
  pc_diags_free(NULL);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/diag/text", test_text);
  g_test_add_func("/diag/sorts-and-keeps-ties-in-order", test_sorts_and_keeps_ties_in_order);
  g_test_add_func("/diag/counts-the-same-once", test_counts_the_same_once);
  g_test_add_func("/diag/severities", test_severities);
  g_test_add_func("/diag/is-bounded", test_is_bounded);
  g_test_add_func("/diag/appends-what-was-dropped-too", test_appends_what_was_dropped_too);
  g_test_add_func("/diag/messages-are-clean", test_messages_are_clean);
  g_test_add_func("/diag/messages-are-short", test_messages_are_short);
  g_test_add_func("/diag/codes", test_codes);
  g_test_add_func("/diag/free-accepts-null", test_free_accepts_null);
  return g_test_run();
}
