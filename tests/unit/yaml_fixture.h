/* yaml_fixture.h - a YAML text, its tree and what was reported, for the tests of spec and schema.
 */
#ifndef PC_TEST_YAML_FIXTURE_H
#define PC_TEST_YAML_FIXTURE_H

#include <string.h>

#include <glib.h>

#include "spec/yaml.h"

typedef struct yaml_fixture {
  pc_spec *spec;
  pc_diags *diags;
  const pc_node *root;
} yaml_fixture;

static inline yaml_fixture fixture_parse_bytes(const char *text, size_t length) {
  yaml_fixture fixture = {pc_spec_new(), pc_diags_new(), NULL};
  fixture.root = pc_yaml_parse(fixture.spec, "p.yaml", text, length, fixture.diags);
  return fixture;
}

static inline yaml_fixture fixture_parse(const char *text) {
  return fixture_parse_bytes(text, strlen(text));
}

static inline void fixture_clear(yaml_fixture *fixture) {
  pc_diags_free(fixture->diags);
  pc_spec_free(fixture->spec);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_fixture, fixture_clear)

/* All diagnostics as printed; the caller frees them. */
static inline char *fixture_format(const pc_diags *diags) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < pc_diags_count(diags); i++)
    pc_diag_format(pc_diags_at(diags, i), out);
  return g_string_free(out, FALSE);
}

static inline const pc_node *fixture_find(const pc_node *map, const char *key) {
  const pc_pair *pair = pc_node_find(map, key);
  g_assert_nonnull(pair);
  return pair->value;
}

#define assert_place(place, l, c)                                                                  \
  do {                                                                                             \
    g_assert_cmpint((place).line, ==, (l));                                                        \
    g_assert_cmpint((place).column, ==, (c));                                                      \
  } while (0)

/* Exactly these lines are reported. */
#define assert_reported(diags, text)                                                               \
  do {                                                                                             \
    g_autofree char *reported_ = fixture_format(diags);                                            \
    g_assert_cmpstr(reported_, ==, text);                                                          \
  } while (0)

#endif
