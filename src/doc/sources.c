/* sources.c - layout and theme files found and laid under the poster.  Layer: doc. */
#include "doc/resolve.h"

#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "doc/shelf.h"
#include "spec/cascade.h"
#include "spec/yaml.h"

/* A theme on a theme on a theme: more is a circle, or as good as one. */
#define MAX_BASES 8

typedef struct pc_loader {
  pc_spec *spec;
  const pc_decode_options *options;
  pc_diags *diags;
} pc_loader;

/* A file that somebody asked for by name. */
typedef struct pc_source {
  pc_shelf shelf;
  const char *name; /* shipped name or path; NULL: none */
  pc_place at;      /* of the name */
} pc_source;

static const char *const nouns[] = {
    [PC_SHELF_LAYOUTS] = N_("layout"), [PC_SHELF_THEMES] = N_("theme")};
static const char *const folders[] = {
    [PC_SHELF_LAYOUTS] = "layouts", [PC_SHELF_THEMES] = "layouts/themes"};

static void report_unreadable(const pc_loader *loader, const pc_source *source,
                              pc_file_error error) {
  static const struct {
    pc_code code;
    const char *fact;
  } facts[] = {
      [PC_FILE_OK] = {PC_MISSING_FILE, "cannot be read"},
      [PC_FILE_MISSING] = {PC_MISSING_FILE, "is not shipped, and there is no such file"},
      [PC_FILE_SPECIAL] = {PC_MISSING_FILE, "is a folder or a device, not a file"},
      [PC_FILE_OUTSIDE] = {PC_OUTSIDE_DIRECTORY, "lies outside the poster's folder"},
      [PC_FILE_TOO_LARGE] = {PC_LIMIT, "is larger than 4 MiB"},
      [PC_FILE_UNREADABLE] = {PC_MISSING_FILE, "cannot be read"},
  };
  const char *nearest = pc_nearest(source->name, pc_shelf_names(source->shelf));
  g_autofree char *names = g_strjoinv(", ", (char **)pc_shelf_names(source->shelf));
  g_autofree char *hint = nearest != NULL ? g_strdup_printf(_("did you mean '%s'?"), nearest)
                                          : g_strdup_printf(_("shipped are %s"), names);
  PC_REPORT_HINT(loader->diags, source->at, facts[error].code,
                 error == PC_FILE_MISSING ? hint : NULL, "%s '%s' %s", _(nouns[source->shelf]),
                 source->name, _(facts[error].fact));
}

static const pc_node *parse_source(const pc_loader *loader, const pc_source *source) {
  size_t length = 0;
  const char *shipped = pc_shelf_find(source->shelf, source->name, &length);
  if (shipped != NULL) {
    g_autofree char *name = g_strdup_printf("%s/%s.yaml", folders[source->shelf], source->name);
    return pc_yaml_parse(loader->spec, name, shipped, length, loader->diags);
  }
  pc_file_error error = PC_FILE_OK;
  const char *folder = loader->options->folder != NULL ? loader->options->folder : ".";
  g_autoptr(GBytes) bytes =
      pc_file_read(folder, source->name, loader->options->allow_outside, PC_YAML_MAX_BYTES, &error);
  if (bytes == NULL) {
    report_unreadable(loader, source, error);
    return NULL;
  }
  const char *text = g_bytes_get_data(bytes, &length);
  return pc_yaml_parse(loader->spec, source->name, text != NULL ? text : "", length, loader->diags);
}

/* The map of a file; NULL: reported. */
static const pc_node *load_source(const pc_loader *loader, const pc_source *source) {
  const pc_node *node = parse_source(loader, source);
  if (node == NULL || node->kind == PC_NODE_MAP)
    return node;
  PC_REPORT(loader->diags, node->at, PC_BAD_TYPE, "a %s file is a mapping, not %s",
            _(nouns[source->shelf]), pc_node_describe(node));
  return NULL;
}

/* What the poster, or else a file under it, says at a path; an option goes first. */
static pc_source find_source(pc_shelf shelf, const char *option, const pc_node *root,
                             const char *path) {
  if (option != NULL)
    return (pc_source){
        shelf, option, {g_intern_string(shelf == PC_SHELF_LAYOUTS ? "--layout" : "--theme"), 0, 0}};
  const pc_node *node = pc_path_find(root, path);
  if (node == NULL || node->kind != PC_NODE_SCALAR)
    return (pc_source){.shelf = shelf};
  return (pc_source){shelf, node->text, node->at};
}

/* A layout is a poster without content and without a layout of its own. */
static const pc_node *load_layout(const pc_loader *loader, const pc_source *source) {
  static const char *const barred[] = {"layout", "slides"};
  const pc_node *node = load_source(loader, source);
  for (size_t i = 0; node != NULL && i < G_N_ELEMENTS(barred); i++) {
    const pc_pair *pair = pc_node_find(node, barred[i]);
    if (pair == NULL)
      continue;
    PC_REPORT_HINT(loader->diags, pair->key_at, PC_BAD_VALUE, "move it into the poster",
                   "a layout file cannot have '%s'", pair->key);
    node = pc_cascade_without(loader->spec, node, barred[i]);
  }
  return node;
}

/* A theme file has only `theme`. */
static const pc_node *load_theme(const pc_loader *loader, const pc_source *source) {
  static const char *const allowed[] = {"theme", NULL};
  const pc_node *node = load_source(loader, source);
  for (int i = 0; node != NULL && i < node->n_items; i++) {
    if (g_strv_contains(allowed, node->pairs[i].key))
      continue;
    PC_REPORT_HINT(loader->diags, node->pairs[i].key_at, PC_UNKNOWN_KEY,
                   "a theme file has one key, 'theme', and everything under it",
                   "unknown key '%s' in a theme file", node->pairs[i].key);
  }
  return node != NULL ? pc_node_pick(loader->spec, node, allowed) : NULL;
}

/* The theme over its base over its base ...; `standard` stands on nothing. */
static const pc_node *load_theme_chain(const pc_loader *loader, pc_source source) {
  const pc_node *merged = NULL;
  for (int depth = 0; source.name != NULL; depth++) {
    if (depth == MAX_BASES) {
      PC_REPORT_HINT(loader->diags, source.at, PC_BAD_VALUE,
                     "look for one that is based on itself, or put several into one file",
                     "more than %d themes are based on each other", MAX_BASES);
      break;
    }
    const pc_node *theme = load_theme(loader, &source);
    merged = pc_cascade_merge(loader->spec, theme, merged);
    bool is_ground = strcmp(source.name, "standard") == 0;
    source = find_source(PC_SHELF_THEMES, NULL, theme, "theme.base");
    if (source.name == NULL && !is_ground && theme != NULL)
      source = (pc_source){.shelf = PC_SHELF_THEMES, .name = "standard"};
  }
  return merged;
}

const pc_node *pc_cascade_read(pc_spec *spec, const pc_node *poster,
                               const pc_decode_options *options, pc_diags *diags) {
  const pc_loader loader = {spec, options, diags};
  for (int i = 0; options->sets != NULL && options->sets[i] != NULL; i++) {
    const pc_node *set = pc_cascade_set(spec, poster, options->sets[i], diags);
    poster = set != NULL ? set : poster;
  }
  if (poster->kind != PC_NODE_MAP)
    return poster;
  pc_source source = find_source(PC_SHELF_LAYOUTS, options->layout, poster, "layout");
  if (source.name == NULL)
    source.name = "z-auto";
  const pc_node *layout = load_layout(&loader, &source);
  const pc_node *with_layout = pc_cascade_merge(spec, layout, poster);
  source = find_source(PC_SHELF_THEMES, options->theme, with_layout, "theme.base");
  if (source.name == NULL)
    source.name = "standard";
  const pc_node *theme = load_theme_chain(&loader, source);
  return pc_cascade_merge(spec, pc_cascade_merge(spec, layout, theme), poster);
}
