/* content_state.h - where the rewriting of a content stands, for the files that do parts of it.
 * Layer: backend. */
#ifndef PC_BACKEND_CONTENT_STATE_H
#define PC_BACKEND_CONTENT_STATE_H

#include "backend/separation.h"
#include "figure/content.h"

/* The space that colours are given in, and its name; NULL: as the operators say. */
typedef struct pc_named_space {
  char *name;
  const pc_space *space;
} pc_named_space;

typedef struct pc_graphics {
  double matrix[6];
  double width, written_width; /* of lines: as asked, as it is now in the new content */
  const pc_named_space *fill, *stroke;
  bool has_ink_space;  /* to fill: a named space of four inks, which colours stay in */
  bool is_mixed_black; /* to fill */
} pc_graphics;

/* Where in a content the rewriting stands. */
typedef struct pc_content_state {
  const pc_stream *content;
  pc_separation *work;
  pc_graphics now;
  GArray *saved;      /* pc_graphics */
  GHashTable *spaces; /* pc_named_space by name */
  GHashTable *used;   /* names of what it drew with */
  int marked;         /* open marked contents */
  bool in_artifact, in_path;
  bool is_stencil; /* a glyph that has no colours of its own */
} pc_content_state;

/* What appends an operation in its new form. */
typedef void (*pc_operator_func)(pc_content_state *state, const pc_operation *operation,
                                 GString *out);

/* Whether colours stay as they are: in a plain file, and where there are none. */
bool pc_content_is_kept(const pc_content_state *state);
/* The resource of that kind and name; null: there is none. */
qpdf_oh pc_content_find_resource(const pc_content_state *state, const char *kind, const char *name);
/* The name of a resource that is used for the first time; NULL: another time, or nothing to do.
 * The caller frees it. */
char *pc_content_use_name(pc_content_state *state, const pc_operation *operation);
void pc_content_append_number(GString *out, double number);
void pc_named_space_free(gpointer named);

/* g G rg RG k K; cs CS; sc SC scn SCN. */
void pc_colors_set_device(pc_content_state *state, const pc_operation *operation, GString *out);
void pc_colors_set_space(pc_content_state *state, const pc_operation *operation, GString *out);
void pc_colors_set(pc_content_state *state, const pc_operation *operation, GString *out);

#endif
