/* content.c - reads content streams token by token.  Layer: figure. */
#include "figure/content.h"

#include <string.h>

typedef struct scanner {
  const char *at, *end;
  const char *start; /* of the operation */
  pc_operation operation;
} scanner;

static bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c) {
  return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static bool is_regular(const scanner *s) {
  return s->at < s->end && !is_space(*s->at) && !is_delimiter(*s->at);
}

static void skip_comment(scanner *s) {
  while (s->at < s->end && *s->at != '\n' && *s->at != '\r')
    s->at++;
}

static void skip_space(scanner *s) {
  while (s->at < s->end && (is_space(*s->at) || *s->at == '%')) {
    if (*s->at == '%')
      skip_comment(s);
    else
      s->at++;
  }
}

static bool skip_string(scanner *s) {
  int depth = 0;
  for (; s->at < s->end; s->at++) {
    if (*s->at == '\\')
      s->at++;
    else if (*s->at == '(')
      depth++;
    else if (*s->at == ')')
      depth--;
    if (depth == 0) {
      s->at++;
      return true;
    }
  }
  s->at = s->end;
  return false;
}

/* Both "<<" and a string of hexadecimal digits, which holds no delimiter. */
static bool skip_angle(scanner *s) {
  if (s->end - s->at >= 2 && s->at[1] == '<') {
    s->at += 2;
    return true;
  }
  const char *close = memchr(s->at, '>', (size_t)(s->end - s->at));
  s->at = close != NULL ? close + 1 : s->end;
  return close != NULL;
}

static void skip_name(scanner *s) {
  do
    s->at++;
  while (is_regular(s));
}

static void keep_number(pc_operation *operation, double number) {
  if (operation->n_numbers == PC_OPERATION_NUMBERS) {
    memmove(operation->numbers, operation->numbers + 1,
            sizeof(double) * (PC_OPERATION_NUMBERS - 1));
    operation->n_numbers--;
  }
  operation->numbers[operation->n_numbers++] = number;
}

/* Longer ones are not written by anybody. */
#define MAX_NUMBER 32

static bool is_number(const char *word, size_t length) {
  bool is_number = length > 0 && length < MAX_NUMBER;
  for (size_t i = 0; i < length && is_number; i++)
    is_number = word[i] != '\0' && strchr("+-.0123456789", word[i]) != NULL;
  return is_number;
}

/* The stream does not end in a NUL. */
static double parse_number(const char *word, size_t length) {
  char copy[MAX_NUMBER] = "";
  memcpy(copy, word, length);
  return g_ascii_strtod(copy, NULL);
}

/* After ID one blank, then bytes, then EI between blanks. */
static bool skip_inline_image(scanner *s) {
  for (s->at++; s->end - s->at >= 3; s->at++) {
    bool is_over = is_space(s->at[0]) && s->at[1] == 'E' && s->at[2] == 'I' &&
                   (s->end - s->at == 3 || is_space(s->at[3]));
    if (is_over) {
      s->at += 3;
      return true;
    }
  }
  return false;
}

/* A word is a number, a constant or an operator: true, false and null are operands. */
static bool is_constant(const char *word, size_t length) {
  static const char *const constants[] = {"true", "false", "null"};
  for (size_t i = 0; i < G_N_ELEMENTS(constants); i++) {
    if (strlen(constants[i]) == length && memcmp(constants[i], word, length) == 0)
      return true;
  }
  return false;
}

typedef enum outcome { OUTCOME_OPERAND, OUTCOME_OPERATOR, OUTCOME_BROKEN } outcome;

static outcome end_operation(scanner *s, const char *word, size_t length) {
  pc_operation *operation = &s->operation;
  if (length >= sizeof operation->name)
    return OUTCOME_BROKEN;
  operation->text = s->start;
  operation->operands = (size_t)(word - s->start);
  memset(operation->name, 0, sizeof operation->name);
  memcpy(operation->name, word, length);
  if (strcmp(operation->name, "ID") == 0) {
    operation->data = MIN((size_t)(s->at + 1 - s->start), (size_t)(s->end - s->start));
    if (!skip_inline_image(s))
      return OUTCOME_BROKEN;
    memcpy(operation->name, "EI", 3);
    operation->operands = (size_t)(s->at - 2 - s->start);
  }
  operation->length = (size_t)(s->at - s->start);
  return OUTCOME_OPERATOR;
}

static outcome read_word(scanner *s) {
  const char *word = s->at;
  while (is_regular(s))
    s->at++;
  size_t length = (size_t)(s->at - word);
  if (is_number(word, length)) {
    keep_number(&s->operation, parse_number(word, length));
    return OUTCOME_OPERAND;
  }
  /* The dictionary of an inline image belongs to its EI. */
  bool is_begun = length == 2 && memcmp(word, "BI", 2) == 0;
  return is_begun || is_constant(word, length) ? OUTCOME_OPERAND : end_operation(s, word, length);
}

static outcome read_token(scanner *s) {
  bool is_sound = true;
  switch (*s->at) {
  case '(':
    is_sound = skip_string(s);
    break;
  case '<':
    is_sound = skip_angle(s);
    break;
  case '/':
    skip_name(s);
    break;
  case '>':
  case '[':
  case ']':
    s->at++;
    break;
  default:
    return is_regular(s) ? read_word(s) : OUTCOME_BROKEN;
  }
  return is_sound ? OUTCOME_OPERAND : OUTCOME_BROKEN;
}

bool pc_content_rewrite(const char *data, size_t length, pc_rewrite_func rewrite, void *user,
                        GString *out) {
  if (length == 0) /* data may be NULL */
    return true;
  scanner s = {.at = data, .end = data + length};
  outcome last = OUTCOME_OPERATOR;
  for (skip_space(&s); s.at < s.end && last != OUTCOME_BROKEN; skip_space(&s)) {
    if (last == OUTCOME_OPERATOR) {
      s.start = s.at;
      s.operation.n_numbers = 0;
    }
    last = read_token(&s);
    if (last == OUTCOME_OPERATOR)
      rewrite(&s.operation, out, user);
  }
  return last == OUTCOME_OPERATOR;
}

void pc_operation_copy(const pc_operation *operation, GString *out) {
  g_string_append_len(out, operation->text, (gssize)operation->length);
  g_string_append_c(out, '\n');
}

bool pc_operation_is(const pc_operation *operation, const char *name) {
  return strcmp(operation->name, name) == 0;
}

char *pc_operation_copy_name(const pc_operation *operation) {
  const char *end = operation->text + operation->operands;
  while (end > operation->text && is_space(end[-1]))
    end--;
  const char *at = end;
  while (at > operation->text && !is_space(at[-1]) && !is_delimiter(at[-1]))
    at--;
  if (at == operation->text || at[-1] != '/')
    return NULL;
  return g_strndup(at - 1, (gsize)(end - at + 1));
}
