/* test_doc.c - poster.yaml to a typed poster: cascade, slides, blocks, bands, messages. */
#include <glib/gstdio.h>

#include "doc/shelf.h"
#include "doc_fixture.h"
#include "schema/readers.h"

static const char smallest[] = "title: 題\nslides:\n  - title: 見出し\n    text: 本文\n";

static void test_smallest(void) {
  g_auto(decoded) result = decode(smallest);
  const pc_doc *doc = expect_sound(&result);
  g_assert_cmpstr(doc->title->text, ==, "題");
  g_assert_cmpstr(doc->lang, ==, "ja");
  g_assert_cmpint(doc->page.width, ==, 841000);
  g_assert_cmpint(doc->page.height, ==, 1189000);
  g_assert_cmpint(doc->page.margin, ==, 18000);
  g_assert_cmpint(doc->n_slides, ==, 1);
  g_assert_cmpint(doc->slides[0]->n_blocks, ==, 2);
  g_assert_cmpint(doc->slides[0]->blocks[0]->kind, ==, PC_BLOCK_HEADING);
  g_assert_cmpint(doc->slides[0]->blocks[1]->kind, ==, PC_BLOCK_PARAGRAPH);
  g_assert_true(doc->header.shown);
  g_assert_false(doc->footer.shown);
}

/* Each layer sets what the next one replaces: the last one that speaks is heard. */
static void test_cascade(void) {
  const char text[] = "title: 題\nlayout: z-3x5\ntheme:\n  base: warm\n  panel: {radius: 3mm}\n"
                      "grid: {gap: 7mm}\nslides: [あ]\n";
  const char *const sets[] = {"theme.panel.padding=4mm", "slides.1.span=2x1", NULL};
  const pc_decode_options options = {.file = "p", .folder = PC_TEST_DIR, .sets = sets};
  g_auto(decoded) result = decode_with("title: 題\nslides: [{text: あ}]\n", &options);
  g_assert_cmpint(expect_sound(&result)->slides[0]->cells.columns, ==, 2);
  g_auto(decoded) other = decode(text);
  const pc_doc *doc = expect_sound(&other);
  g_assert_cmpint(doc->grid.rows.count, ==, 5);                                 /* layout */
  g_assert_cmpfloat_with_epsilon(doc->theme.header.padding.value, 1.1, 1e-9);   /* standard */
  g_assert_cmpfloat_with_epsilon(doc->theme.colors.paper.b, 0xe2 / 255., 1e-9); /* warm */
  g_assert_cmpfloat_with_epsilon(doc->theme.panel.radius.value, 3, 1e-9);       /* poster */
}

static void test_options_override(void) {
  const pc_decode_options options = {
      .file = "p", .folder = PC_TEST_DIR, .layout = "z-2x9", .theme = "high-contrast"};
  g_auto(decoded) result =
      decode_with("layout: z-3x5\ntheme: {base: warm}\nslides: [あ]\n", &options);
  const pc_doc *doc = expect_sound(&result);
  g_assert_cmpint(doc->grid.columns.count, ==, 2);
  g_assert_cmpfloat_with_epsilon(doc->theme.colors.paper.b, 1, 1e-9);
  const pc_decode_options wrong = {.file = "p", .folder = PC_TEST_DIR, .layout = "z-2x8"};
  g_auto(decoded) other = decode_with(smallest, &wrong);
  g_assert_null(other.doc);
  g_assert_cmpstr(pc_diags_at(other.diags, 0)->at.file, ==, "--layout");
}

static void test_shipped(void) {
  static const struct {
    pc_shelf shelf;
    const char *key;
  } shelves[] = {{PC_SHELF_LAYOUTS, "layout: %s\nslides: [あ]\n"},
                 {PC_SHELF_THEMES, "theme: {base: %s}\nslides: [あ]\n"}};
  for (size_t i = 0; i < G_N_ELEMENTS(shelves); i++) {
    const char *const *names = pc_shelf_names(shelves[i].shelf);
    g_assert_cmpuint(g_strv_length((char **)names), >=, 5);
    for (; *names != NULL; names++) {
      g_autofree char *sentence = pc_shelf_describe(shelves[i].shelf, *names);
      g_assert_nonnull(sentence);
      g_assert_true(g_str_has_suffix(sentence, "."));
      g_auto(GStrv) parts = g_strsplit(shelves[i].key, "%s", 2);
      g_autofree char *text = g_strconcat(parts[0], *names, parts[1], NULL);
      g_auto(decoded) result = decode(text);
      for (int d = 0; d < pc_diags_count(result.diags); d++) /* `merged` wants its ten slides */
        g_assert_cmpint(pc_diags_at(result.diags, d)->code, ==,
                        g_str_equal(*names, "merged") ? PC_BAD_AREA : PC_UNUSED);
    }
  }
  g_assert_null(pc_shelf_find(PC_SHELF_LAYOUTS, "themes/ud", NULL));
  g_assert_null(pc_shelf_find(PC_SHELF_LAYOUTS, "../themes/ud", NULL));
}

static void test_block_order(void) {
  g_auto(decoded) result = decode("slides:\n  - space: 3mm\n    table: {rows: [[a]]}\n"
                                  "    source: 手引き\n    blocks: [text: い, space: fill]\n"
                                  "    text: う\n    title: 題\n    figure: a.png\n");
  const pc_slide *slide = expect_sound(&result)->slides[0];
  static const pc_block_kind kinds[] = {PC_BLOCK_HEADING,   PC_BLOCK_SPACE, PC_BLOCK_TABLE,
                                        PC_BLOCK_PARAGRAPH, PC_BLOCK_SPACE, PC_BLOCK_PARAGRAPH,
                                        PC_BLOCK_FIGURE,    PC_BLOCK_SOURCE};
  g_assert_cmpint(slide->n_blocks, ==, G_N_ELEMENTS(kinds));
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
    g_assert_cmpint(slide->blocks[i]->kind, ==, kinds[i]);
  g_assert_cmpstr(slide->blocks[7]->rich->text, ==, "出典：手引き");
  g_assert_cmpint(slide->blocks[4]->space.unit, ==, PC_UNIT_FR);
  g_assert_cmpint(slide->blocks[6]->figure->width.unit, ==, PC_UNIT_AUTO);
}

static void test_source_of_language(void) {
  g_auto(decoded) result = decode("lang: en-GB\nslides: [{text: a, source: Guide}]\n");
  const pc_slide *slide = expect_sound(&result)->slides[0];
  g_assert_cmpstr(slide->blocks[1]->rich->text, ==, "Source: Guide");
  g_auto(decoded) other = decode("lang: jam\nslides: [{text: a, source: Guide}]\n");
  g_assert_cmpstr(expect_sound(&other)->slides[0]->blocks[1]->rich->text, ==, "Source: Guide");
}

static void test_page(void) {
  static const struct {
    const char *page;
    pc_um width, height;
  } pages[] = {
      {"{size: A1}", 594000, 841000},
      {"{size: A1, orientation: landscape}", 841000, 594000},
      {"{size: b2}", 515000, 728000},
      {"{size: [900mm, 60cm]}", 900000, 600000},
      {"{size: [900mm, ６００mm], orientation: portrait}", 600000, 900000},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
    g_autofree char *text = g_strdup_printf("page: %s\nslides: [あ]\n", pages[i].page);
    g_auto(decoded) result = decode(text);
    g_assert_cmpint(expect_sound(&result)->page.width, ==, pages[i].width);
    g_assert_cmpint(result.doc->page.height, ==, pages[i].height);
  }
  expect_reports("page: {size: [1e9mm, 5mm]}\nslides: [あ]\n", "1:15 bad-value 1:22 bad-value");
  expect_reports("page: {size: A4, margin: 101mm, bleed: 999in}\nslides: [あ]\n",
                 "1:26 bad-value 1:40 bad-value");
}

/* The default sizes are for A0; a size that somebody wrote stays. */
static void test_body_sizes(void) {
  g_auto(decoded) result = decode("page: {size: A4}\nslides: [あ]\n");
  const pc_body_range *body = &expect_sound(&result)->theme.sizes.body;
  g_assert_cmpfloat_with_epsilon(body->min.value, 18 * 210 / 841., 1e-9);
  g_auto(decoded) other =
      decode("page: {size: A4}\ntheme: {sizes: {body: {min: 9pt}}}\nslides: [あ]\n");
  body = &expect_sound(&other)->theme.sizes.body;
  g_assert_cmpfloat_with_epsilon(body->min.value, 9, 1e-9);
  g_assert_cmpfloat_with_epsilon(body->max.value, 44 * 210 / 841., 1e-9);
  g_auto(decoded) card = decode("page: {size: A6}\nslides: [あ]\n");
  body = &expect_sound(&card)->theme.sizes.body;
  g_assert_cmpfloat_with_epsilon(body->min.value, 18 * 105 / 841., 1e-9);
  g_assert_cmpfloat_with_epsilon(body->max.value, 9, 1e-9);
}

static void test_numbers(void) {
  g_auto(decoded) result = decode("slides: [あ, {text: い, number: ２}, {text: え, number: none}, "
                                  "{text: う, number: ③}]\n");
  const pc_doc *doc = expect_sound(&result);
  g_assert_cmpint(doc->slides[1]->number, ==, 2);
  g_assert_cmpint(doc->slides[2]->number, ==, 0);
  g_assert_cmpint(doc->slides[3]->number, ==, 3);
  expect_reports("slides: [あ, {text: い, number: 3}]\n", "1:31 bad-value");
}

static void test_too_many(void) {
  g_autoptr(GString) text = g_string_new("slides:\n  - {text: 絵, number: none}\n");
  for (int i = 0; i < 18; i++)
    g_string_append(text, "  - 本文\n");
  g_auto(decoded) result = decode(text->str);
  g_assert_cmpint(expect_sound(&result)->slides[18]->number, ==, 18);
  g_string_append(text, "  - 十九\n  - 二十\n");
  expect_reports(text->str, "21:5 too-many-slides");
  for (int i = 0; i < 90; i++)
    g_string_append(text, "  - {text: 絵, number: none}\n");
  expect_reports(text->str, "21:5 too-many-slides 102:5 limit");
}

static void test_sections(void) {
  g_auto(decoded) result = decode("theme: {colors: {palette: ['#111111', '#222222']}}\n"
                                  "slides: [{section: 一, text: あ}, い, {section: 二, text: う}, "
                                  "{section: 一, text: え}, {section: 三, text: お}]\n");
  const pc_doc *doc = expect_sound(&result);
  const char *const wanted[] = {"#111111", NULL, "#222222", "#111111", "#111111"};
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_color own =
        wanted[i] != NULL ? doc->slides[i]->section_color : doc->theme.colors.accent;
    g_autofree char *color = pc_color_format(doc->slides[i]->section_color);
    g_autofree char *same = pc_color_format(own);
    g_assert_cmpstr(color, ==, wanted[i] != NULL ? wanted[i] : same);
    g_autofree char *accent = pc_color_format(doc->slides[i]->style.accent);
    g_assert_cmpstr(accent, ==, color);
  }
}

static void test_roles(void) {
  g_auto(decoded) result = decode("layout: z-board\ntitle: 題\nsubtitle: 副題\nauthors: [甲, 乙]\n"
                                  "affiliations: 会\nslides: [{}, {}, 本文]\n");
  const pc_doc *doc = expect_sound(&result);
  g_assert_cmpint(doc->slides[0]->role, ==, PC_SLIDE_THEME);
  g_assert_cmpstr(doc->slides[0]->blocks[0]->rich->text, ==, "題");
  g_assert_cmpstr(doc->slides[0]->blocks[1]->rich->text, ==, "副題");
  g_assert_cmpint(doc->slides[1]->role, ==, PC_SLIDE_NAME);
  g_assert_cmpint(doc->slides[1]->n_blocks, ==, 3);
  g_assert_cmpint(doc->slides[2]->role, ==, PC_SLIDE_BODY);
  g_assert_false(doc->header.shown);
  g_auto(decoded) other = decode("layout: z-board\nslides: [あ, {title: い}]\n");
  g_assert_cmpint(expect_sound(&other)->slides[0]->role, ==, PC_SLIDE_BODY);
  g_assert_cmpint(other.doc->slides[1]->role, ==, PC_SLIDE_BODY);
}

static void test_bands(void) {
  g_auto(decoded) themed = decode("title: 題\nslides: [{role: theme}, い]\n");
  g_assert_false(expect_sound(&themed)->header.shown);
  g_auto(decoded) both = decode("title: 題\nevent: 会\nfooter: yes\nslides: [い]\n");
  const pc_doc *doc = expect_sound(&both);
  g_assert_cmpuint(doc->header.items, ==, 1u << PC_BAND_TITLE);
  g_assert_cmpuint(doc->footer.items, ==, 1u << PC_BAND_EVENT);
  g_auto(decoded) own =
      decode("title: 題\nauthors: 甲\nheader: {show: [authors], align: center}\nslides: [い]\n");
  g_assert_cmpuint(expect_sound(&own)->header.items, ==, 1u << PC_BAND_AUTHORS);
  g_assert_cmpint(own.doc->header.align, ==, PC_ALIGN_CENTER);
  expect_reports("title: 題\nsubtitle: 副\nheader: false\nslides: [い]\n", "2:11 unused");
}

static void test_style_layers(void) {
  g_auto(decoded) result = decode("theme:\n  panel: {align: start, padding: 1mm, radius: 1mm}\n"
                                  "  roles: {quote: {padding: 2mm, align: end}}\n"
                                  "slides:\n  - {role: quote, text: あ, style: {radius: 3mm, "
                                  "align: center}, align: justify}\n");
  const pc_panel_style *style = &expect_sound(&result)->slides[0]->style;
  g_assert_cmpfloat_with_epsilon(style->padding.value, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon(style->radius.value, 3, 1e-9);
  g_assert_cmpint(style->align, ==, PC_ALIGN_JUSTIFY);
  g_assert_cmpint(style->fill.role, ==, PC_ROLE_LITERAL);
}

static void test_table_limit(void) {
  g_autoptr(GString) text = g_string_new("slides:\n  - table:\n      rows:\n");
  for (int i = 0; i < 1000; i++)
    g_string_append(text, "        - [a, b, c, d, e]\n");
  g_auto(decoded) result = decode(text->str);
  const pc_table *table = expect_sound(&result)->slides[0]->blocks[0]->table;
  g_assert_cmpint(table->n_rows * table->n_columns, ==, 5000);
  g_string_append(text, "        - [a, b, c, d, e]\n");
  expect_reports(text->str, "4:11 limit");
}

/* Themes that name each other, in a folder of their own. */
static void test_theme_circle(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-doc-XXXXXX", NULL);
  g_autofree char *one = g_build_filename(folder, "one.yaml", NULL);
  g_autofree char *two = g_build_filename(folder, "two.yaml", NULL);
  g_assert_true(g_file_set_contents(one, "theme: {base: two.yaml}\n", -1, NULL));
  g_assert_true(g_file_set_contents(two, "theme: {base: one.yaml}\n", -1, NULL));
  const pc_decode_options options = {.file = "p", .folder = folder, .theme = "one.yaml"};
  g_auto(decoded) circle = decode_with(smallest, &options);
  g_assert_null(circle.doc);
  g_assert_cmpint(pc_diags_count(circle.diags), ==, 1);
  g_assert_true(g_file_set_contents(two, "theme: {panel: {radius: 9mm}}\n", -1, NULL));
  g_auto(decoded) chain = decode_with(smallest, &options);
  const pc_panel_style *panel = &expect_sound(&chain)->theme.panel;
  g_assert_cmpfloat_with_epsilon(panel->radius.value, 9, 1e-9);
  g_assert_cmpfloat_with_epsilon(panel->padding.value, 0.65, 1e-9); /* standard lies under all */
  g_remove(one);
  g_remove(two);
  g_rmdir(folder);
}

static void test_hostile(void) {
  g_autoptr(GString) bomb = g_string_new("a0: &a0 [あ, あ]\n");
  for (int i = 1; i < 40; i++)
    g_string_append_printf(bomb, "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1);
  g_string_append(bomb, "slides: *a39\n");
  g_auto(decoded) bombed = decode(bomb->str);
  g_assert_null(bombed.doc);
  g_assert_cmpint(pc_diags_at(bombed.diags, 0)->code, ==, PC_LIMIT);
  expect_reports("title: \"\xff\"\nslides: [あ]\n", "1:9 syntax");
  expect_reports("", "1:1 syntax");
  expect_reports("slides: [あ]\n---\nslides: [い]\n", "2:1 syntax");
  expect_reports("- あ\n", "1:1 bad-type");
}

static void test_dump_is_stable(void) {
  g_auto(decoded) first = decode(smallest), second = decode(smallest);
  g_autoptr(GString) one = g_string_new(NULL), two = g_string_new(NULL);
  pc_doc_dump(expect_sound(&first), one);
  pc_doc_dump(expect_sound(&second), two);
  g_assert_cmpstr(one->str, ==, two->str);
  g_assert_nonnull(strstr(one->str, "\"見出し\""));
}

/* Every key has its sentence, and the shapes of custom keys are JSON. */
static void check_docs(const pc_schema *schema, GHashTable *seen) {
  if (!g_hash_table_add(seen, (gpointer)schema))
    return;
  for (const pc_key *key = schema->keys; key->name != NULL; key++) {
    g_assert_nonnull(key->doc);
    g_assert_true(g_str_has_suffix(key->doc, "."));
    if (key->record != NULL)
      check_docs(key->record, seen);
  }
}

static void test_tables(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_autoptr(GString) json = g_string_new(NULL);
  check_docs(pc_doc_schema(), seen);
  pc_schema_format_json(pc_doc_schema(), json);
  g_assert_nonnull(strstr(json->str, "\"ruby-mode\""));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/doc/smallest", test_smallest);
  g_test_add_func("/doc/cascade", test_cascade);
  g_test_add_func("/doc/options", test_options_override);
  g_test_add_func("/doc/shipped", test_shipped);
  g_test_add_func("/doc/block-order", test_block_order);
  g_test_add_func("/doc/source", test_source_of_language);
  g_test_add_func("/doc/page", test_page);
  g_test_add_func("/doc/body-sizes", test_body_sizes);
  g_test_add_func("/doc/numbers", test_numbers);
  g_test_add_func("/doc/too-many", test_too_many);
  g_test_add_func("/doc/sections", test_sections);
  g_test_add_func("/doc/roles", test_roles);
  g_test_add_func("/doc/bands", test_bands);
  g_test_add_func("/doc/style", test_style_layers);
  g_test_add_func("/doc/table-limit", test_table_limit);
  g_test_add_func("/doc/theme-circle", test_theme_circle);
  g_test_add_func("/doc/hostile", test_hostile);
  g_test_add_func("/doc/tables", test_tables);
  g_test_add_func("/doc/dump", test_dump_is_stable);
  return g_test_run();
}
