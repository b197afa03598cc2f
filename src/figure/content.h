/* content.h - a content stream, operation by operation (ISO 32000-1, 7.8.2).  Layer: figure. */
#ifndef PC_FIGURE_CONTENT_H
#define PC_FIGURE_CONTENT_H

#include <glib.h>
#include <stdbool.h>

/* Numbers among the operands that are kept: an operator has six at most (cm, c). */
#define PC_OPERATION_NUMBERS 6

/* One operator with its operands, as they stand in the stream.  An inline image is one operation,
 * EI. */
typedef struct pc_operation {
  const char *text; /* from the first operand to the end of the operator */
  size_t length;
  char name[4];
  size_t operands; /* bytes of text before the operator */
  size_t data;     /* of an inline image: where in text its data begin */
  int n_numbers;   /* of the operands that are numbers, the last ones */
  double numbers[PC_OPERATION_NUMBERS];
} pc_operation;

/* Appends what is to stand instead of the operation to out. */
typedef void (*pc_rewrite_func)(const pc_operation *operation, GString *out, void *user);

/* false: the stream is broken; out then holds what was read so far. */
bool pc_content_rewrite(const char *data, size_t length, pc_rewrite_func rewrite, void *user,
                        GString *out);

/* The operation as it was. */
void pc_operation_copy(const pc_operation *operation, GString *out);
bool pc_operation_is(const pc_operation *operation, const char *name);
/* The last operand, where it is a name: "/Cs1"; else NULL.  The caller frees it. */
char *pc_operation_copy_name(const pc_operation *operation);

#endif
