/* plan.h - what is to be changed in a file, text by text.  Layer: mend; not for other stages. */
#ifndef PC_MEND_PLAN_H
#define PC_MEND_PLAN_H

#include "doc/printed.h"
#include "mend/mend.h"
#include "spec/trace.h"

/* Bytes [start, end) of the file become `to`; rising, without overlaps. */
typedef struct pc_edit {
  size_t start, end;
  char to[8];
  pc_repair kind;
  bool is_rest; /* the second character of a pair: not counted again */
} pc_edit;

/* How much of a text is repaired. */
typedef enum pc_reach { PC_REACH_ALL, PC_REACH_CHARACTERS, PC_REACH_NOTHING } pc_reach;

/* A scalar of the file that is printed. */
typedef struct pc_passage_plan {
  const pc_scalar *scalar;
  const pc_printed *printed; /* of the whole of it; NULL: only parts of it are printed */
  bool is_name;
  pc_reach reach;
  GArray *digits; /* guint32: bytes of the text to be changed; or NULL */
} pc_passage_plan;

/* A file as posterc reads it. */
typedef struct pc_reading_of_file {
  pc_spec *spec;
  pc_printing *printing;
  GString *mistakes; /* codes, without those of look-alikes */
} pc_reading_of_file;

/* false: no YAML, which was reported. */
bool pc_file_read_texts(pc_reading_of_file *reading, const char *text, size_t length,
                        const pc_mend_options *options, pc_diags *diags);
void pc_file_clear_texts(pc_reading_of_file *reading);

typedef struct pc_plan {
  GArray *passages; /* pc_passage_plan, in the order of the file */
  int *owners;      /* of each printed text: its passage, or -1 */
  bool normalize;
  size_t first; /* bytes of the byte order mark */
} pc_plan;

pc_plan *pc_plan_new(const pc_reading_of_file *reading, size_t first);
void pc_plan_free(pc_plan *plan);

/* Marks the digits of all passages that change form; none where the file has one form only. */
void pc_plan_find_digits(pc_plan *plan, const pc_printing *printing);

/* Whether the line is joined with the next one, for each line of a text. */
void pc_lines_judge(const pc_printed *printed, bool *is_joined);

/* Appends the edits of a passage. */
void pc_edits_append(const pc_plan *plan, const pc_passage_plan *passage, GArray *edits);

/* The file with its edits. */
GString *pc_edits_apply(const GArray *edits, const char *text, size_t length);
/* The same as a unified diff. */
GString *pc_patch_new(const GArray *edits, const char *text, size_t length, const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_plan, pc_plan_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_reading_of_file, pc_file_clear_texts)

#endif
