/* utf8.h - characters, columns and digits of UTF-8 text.  Layer: base. */
#ifndef PC_BASE_UTF8_H
#define PC_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Byte offset of the first byte that is not UTF-8, or -1. */
long pc_utf8_find_invalid(const char *text, size_t length);

/* Characters in the first length bytes. */
int pc_utf8_count(const char *text, size_t length);

/* A whole number in any form people type: "3", "３", "③" (① to ㊿), with blanks around it.
 * false: something else. */
bool pc_utf8_parse_int(const char *text, int *value);

/* The text with full-width digits, point, minus and percent sign in ASCII.  The caller frees it. */
char *pc_utf8_ascii_digits(const char *text);

#endif
