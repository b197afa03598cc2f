/* print.h - what the print shop gets.  Layer: doc. */
#ifndef PC_DOC_PRINT_H
#define PC_DOC_PRINT_H

#include "schema/schema.h"

typedef enum pc_standard { PC_STANDARD_X4, PC_STANDARD_X1A, PC_STANDARD_PLAIN } pc_standard;
typedef enum pc_ink { PC_INK_HYBRID, PC_INK_CMYK } pc_ink;

typedef struct pc_print {
  pc_standard standard;
  pc_ink color;
  pc_string profile, condition;
  double ink_limit;
} pc_print;

#endif
