/* survey.c - walks the file once more for what rules do not keep.  Layer: backend. */
#include "backend/survey.h"

#include <math.h>
#include <string.h>

#include "backend/rules.h"

/* "ABCDEF+Name" (ISO 32000-1, 9.6.4). */
#define SUBSET_LETTERS 6

typedef struct surveyor {
  pc_survey *survey;
  pc_pdf *pdf;
} surveyor;

static bool has_string(const GPtrArray *strings, const char *text) {
  return g_ptr_array_find_with_equal_func((GPtrArray *)strings, text, g_str_equal, NULL);
}

static void add_font(pc_pdf *pdf, qpdf_oh object, void *user) {
  pc_survey *survey = user;
  if (!pc_pdf_has_name(pdf, object, "/Type", "/FontDescriptor"))
    return;
  const qpdf_oh key = qpdf_oh_get_key(pdf, object, "/FontName");
  const char *name = qpdf_oh_is_name(pdf, key) ? qpdf_oh_get_name(pdf, key) + 1 : "";
  if (strlen(name) > SUBSET_LETTERS && name[SUBSET_LETTERS] == '+')
    name += SUBSET_LETTERS + 1;
  if (name[0] != '\0' && !has_string(survey->fonts, name))
    g_ptr_array_add(survey->fonts, g_strdup(name));
}

/* By the number of components, whatever they are called. */
static const char *name_color(pc_pdf *pdf, qpdf_oh dict) {
  static const struct {
    const char *space, *name;
  } names[] = {{"/DeviceRGB", "RGB"}, {"/DeviceCMYK", "CMYK"}, {"/DeviceGray", "K"}};
  static const char *const by_components[] = {"", "K", "", "RGB", "CMYK"};
  const qpdf_oh space = qpdf_oh_get_key(pdf, dict, "/ColorSpace");
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    if (qpdf_oh_is_name_and_equals(pdf, space, names[i].space))
      return names[i].name;
  }
  if (!qpdf_oh_is_array(pdf, space) || qpdf_oh_get_array_n_items(pdf, space) != 2)
    return "";
  const qpdf_oh profile = qpdf_oh_get_array_item(pdf, space, 1);
  if (!qpdf_oh_is_stream(pdf, profile))
    return "";
  const qpdf_oh n = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, profile), "/N");
  const int components = qpdf_oh_is_integer(pdf, n) ? qpdf_oh_get_int_value_as_int(pdf, n) : 0;
  return by_components[CLAMP(components, 0, 4)];
}

static void add_picture(surveyor *s, const pc_drawn_at *drawn) {
  const pc_survey_picture picture = {
      .size = pc_drawn_measure_picture(drawn),
      .color = name_color(s->pdf, qpdf_oh_get_dict(s->pdf, drawn->image)),
  };
  g_array_append_val(s->survey->pictures, picture);
  s->survey->has_rgb = s->survey->has_rgb || strcmp(picture.color, "RGB") == 0;
}

static void add_paint(pc_survey *survey, const pc_paint *paint) {
  const double *n = paint->n;
  if (paint->kind == PC_PAINT_CMYK)
    survey->most_ink = fmax(survey->most_ink, n[0] + n[1] + n[2] + n[3]);
  if (paint->kind == PC_PAINT_GREY)
    survey->most_ink = fmax(survey->most_ink, 1 - n[0]);
  survey->has_rgb = survey->has_rgb || paint->kind == PC_PAINT_RGB;
}

static void survey_operation(const pc_drawn_at *drawn, const pc_operation *operation, void *user) {
  surveyor *s = user;
  const pc_paint *paints[2];
  const int n = pc_drawn_list_paints(drawn, operation, paints);
  for (int i = 0; i < n; i++)
    add_paint(s->survey, paints[i]);
  if (drawn->image != 0)
    add_picture(s, drawn);
}

static int compare_pictures(const void *a, const void *b) {
  const pc_survey_picture *first = a, *second = b;
  const pc_drawn_picture *one = &first->size, *other = &second->size;
  if (one->ppi != other->ppi)
    return one->ppi < other->ppi ? -1 : 1;
  return one->width != other->width ? one->width - other->width : one->height - other->height;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *copy_text(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  const char *text = pc_rules_text(pdf, qpdf_oh_get_key_if_dict(pdf, dict, key));
  return text[0] != '\0' ? g_strdup(text) : NULL;
}

static void read_condition(pc_survey *survey, pc_pdf *pdf) {
  const qpdf_oh intents = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/OutputIntents");
  if (!qpdf_oh_is_array(pdf, intents) || qpdf_oh_get_array_n_items(pdf, intents) == 0)
    return;
  const qpdf_oh intent = qpdf_oh_get_array_item(pdf, intents, 0);
  survey->condition = copy_text(pdf, intent, "/OutputConditionIdentifier");
  survey->condition_info = copy_text(pdf, intent, "/Info");
}

/* A rule of several rows has one id. */
static void add_id(GPtrArray *ids, const char *id) {
  if (!has_string(ids, id))
    g_ptr_array_add(ids, g_strdup(id));
}

static void ask_rules(pc_survey *survey, pc_pdf *pdf, double ink_limit) {
  pc_preflight preflight;
  pc_preflight_run(
      &preflight, pdf,
      (pc_preflight_wish){.claims = pc_preflight_find_claims(pdf), .ink_limit = ink_limit});
  survey->is_x4 = (preflight.holds & PC_HOLDS_X4) != 0;
  survey->is_x1a = (preflight.holds & PC_HOLDS_X1A) != 0;
  survey->is_ua = (preflight.holds & PC_HOLDS_UA) != 0;
  survey->n_pages = preflight.n_pages;
  for (guint i = 0; i < preflight.findings->len; i++)
    add_id(survey->findings, g_array_index(preflight.findings, pc_finding, i).rule->id);
  int count = 0;
  const pc_rule *rules = pc_rules(&count);
  for (int i = 0; i < count; i++) {
    if ((rules[i].holds & preflight.holds) != 0 && !has_string(survey->findings, rules[i].id))
      add_id(survey->rules, rules[i].id);
  }
  pc_preflight_clear(&preflight);
}

bool pc_survey_take(pc_survey *survey, GBytes *bytes, double ink_limit) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  g_autofree char *error = pc_pdf_find_error(pdf);
  *survey = (pc_survey){.fonts = g_ptr_array_new_with_free_func(g_free),
                        .pictures = g_array_new(FALSE, FALSE, sizeof(pc_survey_picture)),
                        .rules = g_ptr_array_new_with_free_func(g_free),
                        .findings = g_ptr_array_new_with_free_func(g_free)};
  if (error != NULL)
    return false;
  ask_rules(survey, pdf, ink_limit);
  survey->version = g_strdup(qpdf_get_pdf_version(pdf));
  surveyor s = {survey, pdf};
  for (int i = 0; i < survey->n_pages; i++)
    pc_drawn_walk(pdf, qpdf_get_page_n(pdf, (size_t)i), survey_operation, &s);
  pc_pdf_visit(pdf, add_font, survey);
  /* The page has no group where nothing is transparent (transparency.h). */
  survey->is_transparent = qpdf_oh_has_key(pdf, qpdf_get_page_n(pdf, 0), "/Group");
  read_condition(survey, pdf);
  g_ptr_array_sort(survey->fonts, compare_names);
  g_array_sort(survey->pictures, compare_pictures);
  return true;
}

void pc_survey_clear(pc_survey *survey) {
  g_clear_pointer(&survey->version, g_free);
  g_clear_pointer(&survey->condition, g_free);
  g_clear_pointer(&survey->condition_info, g_free);
  g_clear_pointer(&survey->fonts, g_ptr_array_unref);
  g_clear_pointer(&survey->pictures, g_array_unref);
  g_clear_pointer(&survey->rules, g_ptr_array_unref);
  g_clear_pointer(&survey->findings, g_ptr_array_unref);
}
