/* test_diagram.c - relation diagrams: what authors write, and what is read out. */
#include "doc/diagram_edge.h"
#include "doc_fixture.h"
#include "figure/relation.h"

static void check_edge(const char *text, const char *left, const char *right, unsigned marks) {
  g_auto(pc_edge_text) edge = {.left = NULL};
  g_assert_true(pc_edge_text_parse(&edge, text));
  g_assert_cmpstr(edge.is_reversed ? edge.right : edge.left, ==, left);
  g_assert_cmpstr(edge.is_reversed ? edge.left : edge.right, ==, right);
  g_assert_cmpuint(edge.marks, ==, marks);
  g_assert_false(edge.has_more);
}

static void test_arrows(void) {
  check_edge("A -> B", "A", "B", PC_EDGE_HEAD);
  check_edge("A <- B", "B", "A", PC_EDGE_HEAD);
  check_edge("A <-> B", "A", "B", PC_EDGE_HEAD | PC_EDGE_TAIL);
  check_edge("A -- B", "A", "B", 0);
  check_edge("A .. B", "A", "B", PC_EDGE_DASHED);
  check_edge("A ..> B", "A", "B", PC_EDGE_HEAD | PC_EDGE_DASHED);
  check_edge("A <.. B", "B", "A", PC_EDGE_HEAD | PC_EDGE_DASHED);
  check_edge("A <..> B", "A", "B", PC_EDGE_HEAD | PC_EDGE_TAIL | PC_EDGE_DASHED);
  check_edge("A --> B", "A", "B", PC_EDGE_HEAD);
  check_edge("患者　→　患者会", "患者", "患者会", PC_EDGE_HEAD);
  check_edge("患者→患者会", "患者", "患者会", PC_EDGE_HEAD);
  /* An arrow between spaces counts before a name's own dashes. */
  check_edge("PT--OT -> 患者", "PT--OT", "患者", PC_EDGE_HEAD);
}

static void test_no_edges(void) {
  static const char *const texts[] = {"", "A", "A ->", "-> B", "A => B", "A - B", "->"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_auto(pc_edge_text) edge = {.left = NULL};
    g_assert_false(pc_edge_text_parse(&edge, texts[i]));
  }
  g_auto(pc_edge_text) chain = {.left = NULL};
  g_assert_true(pc_edge_text_parse(&chain, "A -> B -> C"));
  g_assert_true(chain.has_more);
}

static void check_limit(int n_nodes, int n_edges, const char *expected) {
  g_autoptr(GString) text = g_string_new("slides:\n  - diagram:\n      nodes:\n");
  for (int i = 0; i < n_nodes; i++)
    g_string_append_printf(text, "        n%d: x\n", i);
  g_string_append(text, "      edges:\n");
  for (int i = 0; i < n_edges; i++)
    g_string_append(text, "        - n0 -> n1\n");
  expect_reports(text->str, expected);
}

static void test_limits(void) {
  check_limit(500, 1000, "");
  check_limit(501, 1, "504:9 limit");
  check_limit(2, 1001, "1007:11 limit");
}

static const pc_block *find_block(const pc_doc *doc) {
  return doc->slides[0]->blocks[doc->slides[0]->n_blocks - 1];
}

static void check_words(const char *yaml, bool japanese, const char *expected) {
  g_auto(decoded) poster = decode(yaml);
  const pc_doc *doc = expect_sound(&poster);
  pc_measurer *measurer = pc_measurer_new_square();
  const pc_maker maker = {measurer, doc, poster.diags, NULL};
  void *relation = pc_sketch_diagram.make(&maker, find_block(doc));
  g_assert_nonnull(relation);
  g_autoptr(GString) out = g_string_new(NULL);
  pc_sketch_diagram.describe(relation, japanese, out);
  g_assert_cmpstr(out->str, ==, expected);
  pc_sketch_diagram.free(relation);
  pc_measurer_free(measurer);
}

static void test_description(void) {
  static const char yaml[] = "slides:\n  - diagram:\n      nodes: [患者, 患者会, 行政]\n"
                             "      edges:\n        - 患者 -> 検診会: 参加\n"
                             "        - 患者会 <..> 患者\n      groups: {地域: [患者, 患者会]}\n";
  check_words(yaml, true, "患者 → 検診会：参加、患者会 ↔ 患者（破線）、行政。地域：患者・患者会");
  check_words(yaml, false,
              "患者 -> 検診会: 参加; 患者会 <-> 患者 (dashed); 行政. 地域: 患者, 患者会");
}

static void test_dot(void) {
  static const char yaml[] =
      "slides:\n  - diagram:\n      dot: |\n        graph {\n"
      "          subgraph cluster_x { label=\"病院\"; a [label=\"医師\\n外科\"]; b; \"c\\n看護\" "
      "}\n"
      "          a -- b [label=\"相談\"]\n          a -- a:n [dir=both, style=dashed]\n        }\n";
  check_words(yaml, true, "医師 ↔ 医師（破線）、医師 ― b：相談、c。病院：医師・b・c");
}

/* The least height never becomes less when labels or the width become less generous. */
static void test_monotone(void) {
  g_auto(decoded) poster =
      decode("slides:\n  - diagram:\n      edges:\n        - 患者 -> 検診会: 検診会参加\n"
             "        - 専門家 -> 患者: 個人結果報告\n        - 検診会 -> 専門家\n");
  const pc_doc *doc = expect_sound(&poster);
  pc_measurer *measurer = pc_measurer_new_square();
  const pc_maker maker = {measurer, doc, poster.diags, NULL};
  void *relation = pc_sketch_diagram.make(&maker, find_block(doc));
  pc_um before = 0;
  for (int size = 10; size < 60; size++) {
    const pc_figure_type type = {size, size * 1.5};
    const pc_figure_need need = pc_sketch_diagram.measure(relation, 250000, &type);
    g_assert_cmpint(need.least, >=, before);
    g_assert_cmpint(need.natural, >=, need.least);
    before = need.least;
  }
  pc_sketch_diagram.free(relation);
  pc_measurer_free(measurer);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/diagram/arrows", test_arrows);
  g_test_add_func("/diagram/no-edges", test_no_edges);
  g_test_add_func("/diagram/limits", test_limits);
  g_test_add_func("/diagram/description", test_description);
  g_test_add_func("/diagram/dot", test_dot);
  g_test_add_func("/diagram/monotone", test_monotone);
  return g_test_run();
}
