/* test_align.c - hunks of tokens: whole words, what is the same stays out of them. */
#include "compare/align.h"

#include "compare/tokens.h"

static const struct {
  const char *name, *before, *after;
  const char *hunks; /* before>after, in their order */
} cases[] = {
    {"nothing", "", "", ""},
    {"same", "山の上の家", "山の上の家", ""},
    {"one word", "山の上の家", "山の下の家", "上>下;"},
    {"all of a compound", "昔話を語る", "民話を語る", "昔話>民話;"},
    {"Western words are whole", "a cat sat", "a bat sat", "cat>bat;"},
    {"added", "一、二", "一、三、二", ">三、;"},
    {"gone", "一、三、二", "一、二", "三、>;"},
    {"two, apart", "あいうえおかき", "んいうえおかん", "あ>ん;き>ん;"},
    {"all", "あ", "ん", "あ>ん;"},
    {"from nothing", "", "あい", ">あい;"},
    {"blanks do not count", "あ い", "あい", ""},
};

static void append_part(GString *out, const GArray *tokens, int from, int to) {
  for (int i = from; i < to; i++)
    g_string_append(out, g_array_index(tokens, pc_token, i).text);
}

static void add_text(pc_view *view, pc_region *region, const char *text) {
  const pc_token run = {text, {0, 0, 100000, 1000}, 0, true};
  pc_tokens_append(view, region, &run);
}

static void test_case(gconstpointer data) {
  const size_t i = GPOINTER_TO_SIZE(data);
  g_autoptr(pc_view) view = pc_view_new("view");
  pc_region *before = pc_view_add_region(view, 0, (pc_rect){0});
  pc_region *after = pc_view_add_region(view, 0, (pc_rect){0});
  add_text(view, before, cases[i].before);
  add_text(view, after, cases[i].after);
  g_autoptr(GArray) hunks = pc_align(before->tokens, after->tokens);
  g_autoptr(GString) found = g_string_new(NULL);
  for (guint k = 0; k < hunks->len; k++) {
    const pc_hunk *hunk = &g_array_index(hunks, pc_hunk, k);
    append_part(found, before->tokens, hunk->before, hunk->before_end);
    g_string_append_c(found, '>');
    append_part(found, after->tokens, hunk->after, hunk->after_end);
    g_string_append_c(found, ';');
  }
  g_assert_cmpstr(found->str, ==, cases[i].hunks);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strdup_printf("/align/%s", cases[i].name);
    g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
  }
  return g_test_run();
}
