/* decode.c - poster.yaml to a pc_doc: the cascade, the tables, the passes in order.  Layer: doc. */
#include "doc/resolve.h"

#include <string.h>

#include "spec/yaml.h"

static void note_writing(const pc_doc *doc, const pc_decoding *decoding) {
  pc_printing *printing = decoding->printing;
  if (printing == NULL)
    return;
  printing->normalize = decoding->normalize;
  for (int i = 0; i < doc->n_slides; i++)
    printing->is_vertical |= doc->slides[i]->writing == PC_WRITING_VERTICAL;
}

static void resolve_doc(pc_reader *reader, const pc_poster_keys *keys, const pc_node *root,
                        pc_doc *doc) {
  pc_decoding *decoding = reader->user;
  decoding->normalize = keys->theme.text.normalize;
  doc->theme = keys->theme;
  doc->fit = keys->fit;
  doc->print = keys->print;
  pc_page_resolve(reader, &keys->page, root, doc);
  pc_theme_resolve(reader, root, doc);
  pc_texts_resolve(reader, keys, doc);
  g_autoptr(GArray) drafts = pc_slides_resolve(reader, keys, root, doc);
  pc_ruby_resolve(reader, keys, doc);
  pc_cells_resolve(reader, &keys->grid, root, drafts, doc);
  pc_bands_resolve(reader, keys, root, drafts, doc);
  pc_lookalikes_report(&decoding->lookalikes, reader->diags);
  note_writing(doc, decoding);
}

static void keep_pictures(const GArray *pictures, pc_doc *doc) {
  const size_t size = pictures->len * sizeof(pc_named_picture);
  pc_named_picture *kept = pc_spec_alloc(doc->spec, size + 1);
  if (size > 0)
    memcpy(kept, pictures->data, size);
  doc->pictures = kept;
  doc->n_pictures = (int)pictures->len;
}

static void decode_root(const pc_node *poster, const pc_decode_options *options, pc_diags *diags,
                        pc_doc *doc) {
  g_autoptr(GArray) pictures = g_array_new(FALSE, FALSE, sizeof(pc_named_picture));
  pc_decoding decoding = {.normalize = true,
                          .folder = doc->folder,
                          .allow_outside = options->allow_outside,
                          .printing = options->printing,
                          .pictures = pictures};
  pc_reader reader = {
      .spec = doc->spec, .diags = diags, .user = &decoding, .top = &pc_poster_schema};
  const pc_node *root = pc_cascade_read(doc->spec, poster, options, diags);
  pc_poster_keys keys;
  pc_schema_read(&reader, &pc_poster_schema, root, &keys);
  if (root->kind == PC_NODE_MAP)
    resolve_doc(&reader, &keys, root, doc);
  keep_pictures(pictures, doc);
}

pc_doc *pc_doc_decode(const char *text, size_t length, const pc_decode_options *options,
                      pc_diags *diags) {
  g_autoptr(pc_doc) doc = g_new0(pc_doc, 1);
  /* Errors of this poster alone decide, whatever diags holds already. */
  g_autoptr(pc_diags) own = pc_diags_new();
  doc->spec = pc_spec_new();
  doc->file = g_intern_string(options->file != NULL ? options->file : "poster.yaml");
  const char *folder = options->folder != NULL ? options->folder : ".";
  doc->folder = pc_spec_copy(doc->spec, folder, strlen(folder));
  const pc_node *poster = pc_yaml_parse(doc->spec, doc->file, text, length, own);
  if (poster != NULL)
    decode_root(poster, options, own, doc);
  bool is_sound = poster != NULL && !pc_diags_has_error(own);
  if (!is_sound && options->check_pictures != NULL)
    options->check_pictures(doc, options->allow_outside, own);
  pc_diags_append(diags, own);
  return is_sound ? g_steal_pointer(&doc) : NULL;
}

void pc_doc_free(pc_doc *doc) {
  if (doc == NULL)
    return;
  pc_spec_free(doc->spec);
  g_free(doc);
}
