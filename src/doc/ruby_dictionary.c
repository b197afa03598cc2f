/* ruby_dictionary.c - the poster's own readings, set wherever their words stand.  Layer: doc.
 *
 * Longer words take their places first, so that 支援者 is never read as 支援 with something behind
 * it.  What the author wrote with a reading, or as code, stays as it is.
 */
#include "base/translate.h"
#include "doc/resolve.h"

#include <string.h>

/* In characters; bounds the work for each character of the text. */
#define MAX_WORD 32

typedef struct pc_word {
  const char *text;
  int length; /* characters */
  pc_ruby ruby;
  int panel; /* the last one in which it was set */
} pc_word;

typedef struct pc_dictionary {
  pc_reader *reader;
  pc_ruby_mode mode;
  GHashTable *words;  /* text -> pc_word */
  GHashTable *firsts; /* their first characters */
  bool has_length[MAX_WORD + 1];
  int panel; /* that is being read */
} pc_dictionary;

/* A text while readings are added to it. */
typedef struct pc_reading_text {
  const pc_rich *rich;
  int n;
  int *offsets; /* of each character, and the end */
  bool *taken;  /* of each character */
  GArray *rubies;
} pc_reading_text;

static const char *repair(const pc_dictionary *dictionary, const char *text, const pc_node *node) {
  pc_decoding *decoding = dictionary->reader->user;
  g_autofree char *repaired =
      decoding->normalize
          ? pc_lookalike_repair(text, node, node == NULL ? NULL : &decoding->lookalikes)
          : g_strdup(text);
  g_strstrip(repaired);
  return pc_spec_copy(dictionary->reader->spec, repaired, strlen(repaired));
}

static int count_characters(const char *text) {
  int count = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    count += !g_unichar_ismark(g_utf8_get_char(text));
  return count;
}

/* The readings between the bars; false: one is empty. */
static bool split_readings(const pc_dictionary *dictionary, const pc_node *value, pc_ruby *ruby) {
  const char *whole = repair(dictionary, value->text, value);
  g_autofree char *bars = g_strdup(whole);
  g_strdelimit(bars, "\n\t", ' ');
  g_auto(GStrv) wide = g_strsplit(bars, "｜", -1);
  g_autofree char *narrow = g_strjoinv("|", wide);
  g_auto(GStrv) parts = g_strsplit(narrow, "|", -1);
  const int count = (int)g_strv_length(parts);
  const char **readings = pc_spec_alloc(dictionary->reader->spec, (gsize)count * sizeof *readings);
  bool is_whole = count > 0;
  for (int i = 0; i < count; i++) {
    readings[i] = repair(dictionary, parts[i], NULL);
    is_whole = is_whole && *readings[i] != '\0';
  }
  ruby->n_readings = count;
  ruby->readings = readings;
  ruby->node = value;
  return is_whole;
}

static bool check_word(const pc_dictionary *dictionary, const pc_pair *pair, const pc_word *word) {
  pc_diags *diags = dictionary->reader->diags;
  const int n_base = count_characters(word->text);
  if (*word->text == '\0' || word->length > MAX_WORD) {
    PC_REPORT(diags, pair->key_at, PC_BAD_VALUE, "a word with a reading has 1 to %d characters",
              MAX_WORD);
    return false;
  }
  if (word->ruby.n_readings == 1 || word->ruby.n_readings == n_base)
    return true;
  g_autofree char *hint = g_strdup_printf(
      _("type one reading for the whole word, or %d, one for each character"), n_base);
  PC_REPORT_HINT(
      diags, pair->value->at, PC_BAD_VALUE, hint,
      pc_translate_count("%d readings for %d character", "%d readings for %d characters", n_base),
      word->ruby.n_readings, n_base);
  return false;
}

/* A digit in a word must look like those of the texts. */
static void note_word(const pc_dictionary *dictionary, const pc_pair *pair) {
  pc_printing *printing = ((pc_decoding *)dictionary->reader->user)->printing;
  if (printing == NULL)
    return;
  pc_spec *spec = dictionary->reader->spec;
  const pc_node *own = pc_node_new_plain(spec, pair->key_at, pair->key);
  pc_printing_note_name(printing, (pc_string){pair->key, own});
  pc_printing_note_name(printing, (pc_string){pair->value->text, pair->value});
  for (const char *at = pair->key; *at != '\0'; at = g_utf8_next_char(at))
    printing->has_ruby_digit |= g_unichar_isdigit(g_utf8_get_char(at));
}

static void add_word(pc_dictionary *dictionary, const pc_pair *pair) {
  if (pair->value->kind != PC_NODE_SCALAR) /* reported */
    return;
  note_word(dictionary, pair);
  pc_word *word = g_new0(pc_word, 1);
  word->text = repair(dictionary, pair->key, NULL);
  word->length = (int)g_utf8_strlen(word->text, -1);
  const bool is_whole = split_readings(dictionary, pair->value, &word->ruby);
  if (!is_whole)
    PC_REPORT_HINT(dictionary->reader->diags, pair->value->at, PC_BAD_VALUE,
                   "write {支援: しえん} or {支援: し|えん}", "no reading for '%s'", word->text);
  if (!is_whole || !check_word(dictionary, pair, word)) {
    g_free(word);
    return;
  }
  dictionary->has_length[word->length] = true;
  g_hash_table_add(dictionary->firsts, GUINT_TO_POINTER(g_utf8_get_char(word->text)));
  g_hash_table_replace(dictionary->words, (gpointer)word->text, word);
}

/* A word of Latin letters or digits is not part of a longer one. */
static bool parts_latin(const pc_rich *rich, int start, int end) {
  const char *text = rich->text;
  return (start > 0 && g_ascii_isalnum(text[start - 1]) && g_ascii_isalnum(text[start])) ||
         (end < rich->length && g_ascii_isalnum(text[end - 1]) && g_ascii_isalnum(text[end]));
}

static bool is_free(const pc_reading_text *text, int first, int length) {
  for (int i = first; i < first + length; i++)
    if (text->taken[i])
      return false;
  return true;
}

/* The word that the characters from `first` on are. */
static pc_word *find_word(const pc_dictionary *dictionary, const pc_reading_text *text, int first,
                          int length) {
  const char *at = text->rich->text + text->offsets[first];
  if (!g_hash_table_contains(dictionary->firsts, GUINT_TO_POINTER(g_utf8_get_char(at))))
    return NULL;
  const int end = text->offsets[first + length];
  if (parts_latin(text->rich, text->offsets[first], end))
    return NULL;
  g_autofree char *copy = g_strndup(at, (gsize)(end - text->offsets[first]));
  return g_hash_table_lookup(dictionary->words, copy);
}

static void set_words(const pc_dictionary *dictionary, pc_reading_text *text, int length) {
  for (int i = 0; i + length <= text->n; i++) {
    pc_word *word = is_free(text, i, length) ? find_word(dictionary, text, i, length) : NULL;
    if (word == NULL)
      continue;
    memset(text->taken + i, true, (size_t)length);
    if (dictionary->mode == PC_RUBY_FIRST && word->panel == dictionary->panel)
      continue;
    word->panel = dictionary->panel;
    pc_ruby ruby = word->ruby;
    ruby.start = text->offsets[i];
    ruby.end = text->offsets[i + length];
    g_array_append_val(text->rubies, ruby);
  }
}

/* A reading of the author's own counts as the first of its word. */
static void take_rubies(const pc_dictionary *dictionary, pc_reading_text *text) {
  const pc_rich *rich = text->rich;
  for (int r = 0, i = 0; r < rich->n_rubies; r++) {
    const pc_ruby *ruby = &rich->rubies[r];
    g_autofree char *base = g_strndup(rich->text + ruby->start, (gsize)(ruby->end - ruby->start));
    pc_word *word = g_hash_table_lookup(dictionary->words, base);
    if (word != NULL)
      word->panel = dictionary->panel;
    g_array_append_val(text->rubies, *ruby);
    for (; i < text->n && text->offsets[i] < ruby->end; i++)
      text->taken[i] = text->taken[i] || text->offsets[i] >= ruby->start;
  }
}

static void take_code(pc_reading_text *text) {
  const pc_rich *rich = text->rich;
  for (int i = 0, s = 0; i < text->n; i++) {
    while (s < rich->n_spans && text->offsets[i] >= rich->spans[s].end)
      s++;
    text->taken[i] = s < rich->n_spans && (rich->spans[s].marks & PC_MARK_CODE) != 0;
  }
}

static int compare_rubies(const void *a, const void *b) {
  return ((const pc_ruby *)a)->start - ((const pc_ruby *)b)->start;
}

static void read_offsets(pc_reading_text *text) {
  const pc_rich *rich = text->rich;
  text->n = (int)g_utf8_strlen(rich->text, rich->length);
  text->offsets = g_new(int, (gsize)text->n + 1);
  text->taken = g_new0(bool, (gsize)text->n + 1);
  const char *at = rich->text;
  for (int i = 0; i <= text->n; i++, at = g_utf8_next_char(at))
    text->offsets[i] = (int)(at - rich->text);
}

/* The text is the arena's, and not const before the doc is resolved. */
static void keep_rubies(const pc_dictionary *dictionary, const pc_reading_text *text) {
  pc_rich *rich = (pc_rich *)text->rich;
  const gsize size = text->rubies->len * sizeof(pc_ruby);
  g_array_sort(text->rubies, compare_rubies);
  pc_ruby *rubies = pc_spec_alloc(dictionary->reader->spec, size);
  memcpy(rubies, text->rubies->data, size);
  rich->rubies = rubies;
  rich->n_rubies = (int)text->rubies->len;
}

static void read_text(const pc_dictionary *dictionary, const pc_rich *rich) {
  if (rich == NULL || rich->length == 0)
    return;
  pc_reading_text text = {.rich = rich};
  read_offsets(&text);
  text.rubies = g_array_new(FALSE, FALSE, sizeof(pc_ruby));
  take_code(&text);
  take_rubies(dictionary, &text);
  for (int length = MAX_WORD; length > 0; length--)
    if (dictionary->has_length[length])
      set_words(dictionary, &text, length);
  if ((int)text.rubies->len > rich->n_rubies)
    keep_rubies(dictionary, &text);
  g_array_unref(text.rubies);
  g_free(text.offsets);
  g_free(text.taken);
}

static void read_texts(const pc_dictionary *dictionary, const pc_rich *const *texts, int count) {
  for (int i = 0; i < count; i++)
    read_text(dictionary, texts[i]);
}

static void read_facts(const pc_dictionary *dictionary, const pc_facts *facts) {
  for (int i = 0; facts != NULL && i < facts->n; i++) {
    read_text(dictionary, facts->items[i].label);
    read_texts(dictionary, facts->items[i].values, facts->items[i].n_values);
  }
}

static void read_block(const pc_dictionary *dictionary, const pc_block *block) {
  read_text(dictionary, block->rich);
  if (block->table != NULL) {
    read_texts(dictionary, block->table->cells, block->table->n_rows * block->table->n_columns);
    read_text(dictionary, block->table->caption);
  }
  read_facts(dictionary, block->facts);
  if (block->quote != NULL) {
    read_texts(dictionary, block->quote->paragraphs, block->quote->n);
    read_text(dictionary, block->quote->by);
  }
  if (block->figure != NULL) {
    read_text(dictionary, block->figure->caption);
    read_text(dictionary, block->figure->credit);
  }
}

/* The texts of the top are a panel of their own. */
static void read_doc(pc_dictionary *dictionary, const pc_doc *doc) {
  const pc_rich *const top[] = {doc->title, doc->subtitle, doc->event, doc->date};
  dictionary->panel = 1;
  read_texts(dictionary, top, G_N_ELEMENTS(top));
  read_texts(dictionary, doc->authors, doc->n_authors);
  read_texts(dictionary, doc->affiliations, doc->n_affiliations);
  for (int i = 0; i < doc->n_slides; i++) {
    dictionary->panel++;
    for (int k = 0; k < doc->slides[i]->n_blocks; k++)
      read_block(dictionary, doc->slides[i]->blocks[k]);
  }
}

void pc_ruby_resolve(pc_reader *reader, const pc_poster_keys *keys, const pc_doc *doc) {
  const pc_node *map = keys->ruby;
  if (map == NULL || map->kind != PC_NODE_MAP)
    return;
  pc_dictionary dictionary = {.reader = reader, .mode = keys->ruby_mode};
  dictionary.words = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  dictionary.firsts = g_hash_table_new(NULL, NULL);
  for (int i = 0; i < map->n_items; i++)
    add_word(&dictionary, &map->pairs[i]);
  read_doc(&dictionary, doc);
  g_hash_table_unref(dictionary.words);
  g_hash_table_unref(dictionary.firsts);
}
