/* test_schema.c - records from maps: every kind, fallbacks, and what is said about mistakes. */
#include "small_tables.h"
#include "yaml_fixture.h"

static bool read_top(yaml_fixture *fixture, small_top *top) {
  pc_reader reader = {.spec = fixture->spec, .diags = fixture->diags, .top = &small_top_schema};
  return pc_schema_read(&reader, &small_top_schema, fixture->root, top);
}

static void assert_length(pc_length length, double value, pc_unit unit) {
  g_assert_cmpfloat(length.value, ==, value);
  g_assert_cmpint(length.unit, ==, unit);
}

static void assert_fallbacks(const small_top *top) {
  g_assert_null(top->title.text);
  g_assert_cmpint(top->authors.count, ==, 0);
  g_assert_true(top->trim);
  g_assert_cmpfloat(top->line, ==, 1.65);
  assert_length(top->margin, 18, PC_UNIT_MM);
  g_assert_cmpint(top->height.unit, ==, PC_UNIT_AUTO);
  g_assert_cmpint(top->fill.role, ==, PC_ROLE_ACCENT);
  g_assert_cmpint(top->palette.count, ==, 2);
  g_assert_cmpint(top->palette.items[1].role, ==, PC_ROLE_MUTED);
  g_assert_null(top->ruby);
  g_assert_cmpint(top->grid.columns, ==, 3);
  g_assert_cmpint(top->grid.flow, ==, SMALL_N);
  assert_length(top->grid.widths.items[1], 2, PC_UNIT_FR);
  assert_length(top->grid.body.max, 44, PC_UNIT_PT);
}

static void test_fallbacks(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("slides: [a]\n");
  small_top top;
  g_assert_true(read_top(&fixture, &top));
  assert_fallbacks(&top);
  fixture.root = NULL;
  g_assert_true(read_top(&fixture, &top));
  assert_fallbacks(&top);
}

static void test_nulls_mean_fallbacks(void) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("slides: [a]\ntitle:\nauthors: ~\ntrim: null\nline:\nmargin:\nfill:\n"
                    "palette:\nruby:\ngrid:\nheight:\n");
  small_top top;
  g_assert_true(read_top(&fixture, &top));
  assert_fallbacks(&top);
}

static void test_values(void) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("title: 2025\nauthors: [一, \"2\"]\ntrim: Off\nline: １．５\nmargin: ３cm\n"
                    "height: -1.5mm\nfill: '#f00'\npalette: ink\nruby: {支援: しえん}\n"
                    "grid: {columns: ③, widths: 20mm, flow: z, body: {min: 20pt}}\n"
                    "slides: [a, b]\n");
  small_top top;
  g_assert_true(read_top(&fixture, &top));
  assert_reported(fixture.diags, "");
  g_assert_cmpstr(top.title.text, ==, "2025");
  assert_place(top.title.node->at, 1, 8);
  g_assert_cmpstr(top.authors.items[1].text, ==, "2");
  g_assert_false(top.trim);
  g_assert_cmpfloat(top.line, ==, 1.5);
  assert_length(top.margin, 3, PC_UNIT_CM);
  assert_length(top.height, -1.5, PC_UNIT_MM);
  g_assert_cmpfloat(top.fill.r, ==, 1);
  g_assert_cmpint(top.palette.count, ==, 1);
  g_assert_cmpint(top.ruby->kind, ==, PC_NODE_MAP);
  g_assert_cmpint(top.grid.columns, ==, 3);
  g_assert_cmpint(top.grid.widths.count, ==, 1);
  g_assert_cmpint(top.grid.flow, ==, SMALL_Z);
  assert_length(top.grid.body.min, 20, PC_UNIT_PT);
  assert_length(top.grid.body.max, 44, PC_UNIT_PT);
  g_assert_cmpint(top.count, ==, 2);
}

static void test_bool_words(void) {
  static const struct {
    const char *word;
    bool value;
  } words[] = {{"true", true},   {"Yes", true}, {"ON", true},
               {"False", false}, {"no", false}, {"off", false}};
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *text = g_strdup_printf("slides: [a]\ntrim: %s\n", words[i].word);
    g_auto(yaml_fixture) fixture = fixture_parse(text);
    small_top top;
    g_assert_true(read_top(&fixture, &top));
    g_assert_cmpint(top.trim, ==, words[i].value);
  }
}

typedef struct mistake {
  const char *line;     /* the second line of the file */
  const char *reported; /* from the column on */
} mistake;

static const mistake mistakes[] = {
    {"titel: a", "1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]"},
    {"columns: 3", "1: error: unknown key 'columns'; 'columns' belongs in 'grid' [unknown-key]"},
    {"max: 3", "1: error: unknown key 'max'; 'max' belongs in 'grid.body' [unknown-key]"},
    {"grid: {slides: 3}",
     "8: error: unknown key 'slides'; 'slides' belongs at the top of the file, "
     "not indented [unknown-key]"},
    {"grid: {xyz: 3}", "8: error: unknown key 'xyz'; possible here: columns, widths, flow, body "
                       "[unknown-key]"},
    {"title: [a]", "8: error: 'title': expected a text, got a list; a text that begins with '[' "
                   "needs quotes [bad-type]"},
    {"title: {支援|しえん}",
     "8: error: 'title': expected a text, got a mapping; a text that begins "
     "with '{' needs quotes [bad-type]"},
    {"authors: [a, [b]]", "14: error: 'authors': expected a text, got a list; a text that begins "
                          "with '[' needs quotes [bad-type]"},
    {"authors: [a, ~]", "14: error: 'authors': expected a text, got nothing [bad-type]"},
    {"authors: {a: b}", "10: error: 'authors': expected a text or a list of texts, got a mapping "
                        "[bad-type]"},
    {"trim: \"true\"", "7: error: 'trim': expected true or false, got 'true' in quotes; write it "
                       "without quotes [bad-type]"},
    {"trim: maybe", "7: error: 'trim': expected true or false, got 'maybe' [bad-type]"},
    {"line: 9", "7: error: 'line': expected a number from 1 to 3, got '9' [bad-value]"},
    {"line: 1em", "7: error: 'line': expected a number from 1 to 3, got '1em'; did you mean "
                  "'1'? [bad-type]"},
    {"grid: {columns: 19}", "17: error: 'columns': expected a whole number from 1 to 18, got '19' "
                            "[bad-value]"},
    {"grid: {columns: \"3\"}",
     "17: error: 'columns': expected a whole number from 1 to 18, got '3' "
     "in quotes; write it without quotes [bad-type]"},
    {"grid: {columns: 1.5}",
     "17: error: 'columns': expected a whole number from 1 to 18, got '1.5' "
     "[bad-type]"},
    {"margin: 18 apples", "9: error: 'margin': expected a length such as 18mm, got '18 apples'; "
                          "units are mm cm in pt Q H [bad-value]"},
    {"margin: 18", "9: error: 'margin': expected a length such as 18mm, got '18'; did you mean "
                   "'18mm'? [bad-value]"},
    {"margin: 18nm", "9: error: 'margin': expected a length such as 18mm, got '18nm'; units are mm "
                     "cm in pt Q H [bad-value]"},
    {"margin: １８㎜", "9: error: 'margin': expected a length such as 18mm, got '１８㎜'; did you "
                       "mean '18mm'? [bad-value]"},
    {"margin: 2 inches", "9: error: 'margin': expected a length such as 18mm, got '2 inches'; did "
                         "you mean '2in'? [bad-value]"},
    {"margin: 3em",
     "9: error: 'margin': expected a length such as 18mm, got '3em'; units are mm cm "
     "in pt Q H [bad-value]"},
    {"margin: -3mm",
     "9: error: 'margin': expected a length from 0 to 10000 of its unit, got '-3mm' "
     "[bad-value]"},
    {"margin: 99999999mm", "9: error: 'margin': expected a length from 0 to 10000 of its unit, got "
                           "'99999999mm' [bad-value]"},
    {"height: wide",
     "9: error: 'height': expected a length such as 18mm or auto, got 'wide'; units "
     "are mm % [bad-value]"},
    {"fill: accnt", "7: error: 'fill': expected a colour such as '#e7f0fa', cmyk(60, 0, 100, 0) or "
                    "accent, got 'accnt'; did you mean 'accent'? [bad-value]"},
    {"fill: e7f0fa",
     "7: error: 'fill': expected a colour such as '#e7f0fa', cmyk(60, 0, 100, 0) or "
     "accent, got 'e7f0fa'; did you mean '#e7f0fa', in quotes? [bad-value]"},
    {"grid: {flow: zz}", "14: error: 'flow': expected z or n, got 'zz' [bad-value]"},
    {"grid: {flow: Z}", "14: error: 'flow': expected z or n, got 'Z'; did you mean 'z'? "
                        "[bad-value]"},
    {"grid: 3", "7: error: 'grid': expected a mapping of 'key: value', got '3'; write it "
                "with one of its keys, such as {columns: 3}; its keys are columns, widths, "
                "flow, body [bad-type]"},
    {"grid: {widths: [1fr, 2xx]}",
     "22: error: 'widths': expected a length such as 18mm or auto, got "
     "'2xx'; units are mm fr [bad-value]"},
};

static void test_mistakes(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    g_autofree char *text = g_strdup_printf("slides: [a]\n%s\n", mistakes[i].line);
    g_auto(yaml_fixture) fixture = fixture_parse(text);
    small_top top;
    g_assert_false(read_top(&fixture, &top));
    g_autofree char *wanted = g_strdup_printf("p.yaml:2:%s\n", mistakes[i].reported);
    assert_reported(fixture.diags, wanted);
  }
}

static void test_whole_file(void) {
  static const struct {
    const char *text, *reported;
  } files[] = {
      {"title: a\n", "p.yaml:1:1: error: 'slides' is missing from the poster; add 'slides:' "
                     "[missing-key]\n"},
      {"title: a\nslides:\n", "p.yaml:2:1: error: 'slides' of the poster is empty; write what "
                              "belongs to it after 'slides:' [missing-key]\n"},
      {"- a\n", "p.yaml:1:1: error: expected a mapping with the keys of the poster, got a list; "
                "write it as 'key: value', a line for each [bad-type]\n"},
      {"slides: {a: b}\n", "p.yaml:1:9: error: expected a list of slides, got a mapping "
                           "[bad-type]\n"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_auto(yaml_fixture) fixture = fixture_parse(files[i].text);
    small_top top;
    g_assert_false(read_top(&fixture, &top));
    assert_reported(fixture.diags, files[i].reported);
  }
}

/* One run finds them all, and what could not be read has its fallback. */
static void test_goes_on(void) {
  g_auto(yaml_fixture) fixture =
      fixture_parse("titel: a\ntrim: x\nmargin: y\ngrid: {columns: 0, flow: q}\nslides: 3\n");
  small_top top;
  g_assert_false(read_top(&fixture, &top));
  g_assert_cmpint(pc_diags_count(fixture.diags), ==, 6);
  g_assert_true(top.trim);
  assert_length(top.margin, 18, PC_UNIT_MM);
  g_assert_cmpint(top.grid.columns, ==, 3);
}

static void test_zero_needs_no_unit(void) {
  g_auto(yaml_fixture) fixture = fixture_parse("slides: [a]\nmargin: 0\n");
  small_top top;
  g_assert_true(read_top(&fixture, &top));
  g_assert_cmpint(pc_length_um(top.margin, 1000, 1000), ==, 0);
}

static void test_hostile_maps(void) {
  g_autoptr(GString) text = g_string_new("slides: [a]\npalette: [");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(text, "color%d, ", i);
  g_string_append(text, "x]\n");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(text, "a_long_key_that_nobody_has_ever_typed_before_%d: x\n", i);
  g_auto(yaml_fixture) fixture = fixture_parse(text->str);
  small_top top;
  g_assert_false(read_top(&fixture, &top));
  g_assert_cmpint(pc_diags_count(fixture.diags), <, 100);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/schema/fallbacks", test_fallbacks);
  g_test_add_func("/schema/nulls-mean-fallbacks", test_nulls_mean_fallbacks);
  g_test_add_func("/schema/values", test_values);
  g_test_add_func("/schema/bool-words", test_bool_words);
  g_test_add_func("/schema/mistakes", test_mistakes);
  g_test_add_func("/schema/whole-file", test_whole_file);
  g_test_add_func("/schema/goes-on", test_goes_on);
  g_test_add_func("/schema/zero-needs-no-unit", test_zero_needs_no_unit);
  g_test_add_func("/schema/hostile-maps", test_hostile_maps);
  return g_test_run();
}
