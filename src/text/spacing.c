/* spacing.c - JLREQ's table of natural spacing.  Layer: text. */
#include "text/spacing.h"

#define BIT(c) (1u << PC_JC_##c)

/* Columns and rows of the table. */
typedef enum space_kind {
  KIND_OPENING,
  KIND_CLOSING,
  KIND_STOP,
  KIND_DOT,
  KIND_SPACE,
  KIND_OTHER,
  N_KINDS,
} space_kind;

static const space_kind kinds[PC_N_JCLASSES] = {
    [0] = KIND_OTHER,
    [PC_JC_OPENING] = KIND_OPENING,
    [PC_JC_CLOSING] = KIND_CLOSING,
    [PC_JC_HYPHEN... PC_JC_DIVIDING] = KIND_OTHER,
    [PC_JC_MIDDLE_DOT] = KIND_DOT,
    [PC_JC_FULL_STOP... PC_JC_COMMA] = KIND_STOP,
    [PC_JC_INSEPARABLE... PC_JC_POSTFIX] = KIND_OTHER,
    [PC_JC_SPACE] = KIND_SPACE,
    [PC_JC_HIRAGANA... PC_N_JCLASSES - 1] = KIND_OTHER,
};

/* Quarters of an em, [before][after].  After a full stop or comma the values of the JLREQ task
 * force's later note: 1/4 before a middle dot, none before U+3000. */
static const guint8 quarters[N_KINDS][N_KINDS] = {
    [KIND_OPENING] = {0, 0, 0, 1, 0, 0}, [KIND_CLOSING] = {2, 0, 0, 1, 0, 2},
    [KIND_STOP] = {2, 0, 0, 1, 0, 2},    [KIND_DOT] = {1, 1, 1, 2, 1, 1},
    [KIND_SPACE] = {0, 0, 0, 1, 0, 0},   [KIND_OTHER] = {2, 0, 0, 1, 0, 0},
};

/* Space that a full-width mark carries at its left and right when nothing is trimmed. */
static const double carried[N_KINDS][2] = {
    [KIND_OPENING] = {.5, 0},
    [KIND_CLOSING] = {0, .5},
    [KIND_STOP] = {0, .5},
    [KIND_DOT] = {.25, .25},
};

#define GAP_JAPANESE                                                                               \
  (BIT(ITERATION) | BIT(PROLONGED) | BIT(SMALL_KANA) | BIT(HIRAGANA) | BIT(KATAKANA) |             \
   BIT(IDEOGRAPH))

/* Next to these slack is never added (table 6). */
#define RIGID                                                                                      \
  (BIT(OPENING) | BIT(CLOSING) | BIT(HYPHEN) | BIT(MIDDLE_DOT) | BIT(FULL_STOP) | BIT(COMMA) |     \
   BIT(SPACE) | BIT(RELATION) | BIT(OPERATOR))

static bool is_in(guint32 set, pc_jclass jclass) {
  return (set & pc_jclass_bit(jclass)) != 0;
}

static double get_autospace(const pc_text_rules *rules) {
  if (rules->autospace >= 0)
    return rules->autospace;
  return rules->profile == PC_PROFILE_JIS ? 1.0 / 4 : 1.0 / 6;
}

static bool is_japanese_latin(pc_body a, pc_body b) {
  return (a.letter && is_in(GAP_JAPANESE, b.jclass)) || (b.letter && is_in(GAP_JAPANESE, a.jclass));
}

/* A proportional mark (BIZ UDPGothic's comma, .6 em) has less than half an em to give. */
static double get_room(pc_body body) {
  return kinds[body.jclass] >= KIND_SPACE ? 0 : MAX(0, 1 - body.width);
}

double pc_spacing_natural(const pc_text_rules *rules, pc_body before, pc_body after) {
  if (is_japanese_latin(before, after))
    return get_autospace(rules);
  const space_kind a = kinds[before.jclass];
  const space_kind b = kinds[after.jclass];
  const double left = get_room(before);
  const double right = get_room(after);
  if (!rules->trim)
    return MIN(carried[a][1], left) + MIN(carried[b][0], right);
  return MIN(quarters[a][b] / 4.0, MAX(left, right));
}

double pc_spacing_start(const pc_text_rules *rules, pc_body first) {
  return rules->trim ? 0 : MIN(carried[kinds[first.jclass]][0], get_room(first));
}

double pc_spacing_end(pc_body last) {
  return MIN(carried[kinds[last.jclass]][1], get_room(last));
}

double pc_spacing_body(pc_jclass jclass, double advance, double *left) {
  const space_kind kind = kinds[jclass];
  *left = 0;
  if (jclass == PC_JC_SPACE)
    return 1;
  if (kind >= KIND_SPACE || advance < .9)
    return advance;
  *left = carried[kind][0];
  return .5;
}

bool pc_spacing_stretches(pc_jclass before, pc_jclass after, bool may_break) {
  if (before == PC_JC_WESTERN_SPACE)
    return true;
  if (is_in(RIGID, before) || is_in(RIGID, after))
    return false;
  return may_break || is_in(BIT(ITERATION) | BIT(PROLONGED) | BIT(SMALL_KANA), after);
}
