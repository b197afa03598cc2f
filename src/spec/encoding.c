/* encoding.c - UTF-8 or a guess at what else, and stray control characters.  Layer: spec. */
#include "spec/encoding.h"

#include <string.h>

#include <glib.h>

#include "base/translate.h"
#include "base/utf8.h"
#include "spec/node.h"

/* A file full of control characters is no text; the first few tell enough. */
#define MAX_CONTROLS 10

/* Bytes looked at to tell UTF-16 from text. */
#define SAMPLE_BYTES 64

/* White space of as many bytes and as many characters, by the length of what it replaces. */
static const char *const white_space[] = {"", " ", "\u00a0", "\u3000"};

static bool is_in(unsigned char byte, int first, int last) {
  return byte >= first && byte <= last;
}

/* Latin text in UTF-16 has a NUL in every second byte. */
static bool is_utf16(const char *text, size_t length) {
  if (length < 2)
    return false;
  if (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)
    return true;
  size_t sample = MIN(length, SAMPLE_BYTES);
  size_t n_nul = 0;
  for (size_t i = 0; i < sample; i++)
    n_nul += text[i] == '\0';
  return n_nul * 4 >= sample;
}

static bool is_euc_jp(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)text[i];
    if (byte < 0x80)
      continue;
    bool is_lead = is_in(byte, 0xa1, 0xfe) || byte == 0x8e;
    if (!is_lead || ++i == length || !is_in((unsigned char)text[i], 0xa1, 0xfe))
      return false;
  }
  return true;
}

static bool is_shift_jis(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)text[i];
    if (byte < 0x80 || is_in(byte, 0xa1, 0xdf))
      continue;
    bool is_lead = is_in(byte, 0x81, 0x9f) || is_in(byte, 0xe0, 0xfc);
    if (!is_lead || ++i == length)
      return false;
    unsigned char trail = (unsigned char)text[i];
    if (trail < 0x40 || trail == 0x7f || trail > 0xfc)
      return false;
  }
  return true;
}

/* EUC-JP comes first: most of it would pass as Shift_JIS. */
static const struct {
  const char *name;
  bool (*test)(const char *text, size_t length);
} encodings[] = {{"UTF-16", is_utf16}, {"EUC-JP", is_euc_jp}, {"Shift_JIS", is_shift_jis}};

/* Files of other programs, by how they begin. */
static const struct {
  const char *start, *noun;
} formats[] = {
    {"PK\x03\x04", "a file of Word or of another office program"},
    {"\xd0\xcf\x11\xe0", "a file of Word or of another office program"},
    {"{\\rtf", "a file of a word processor"},
    {"%PDF-", "a PDF"},
    {"\x89PNG", "a picture"},
    {"\xff\xd8\xff", "a picture"},
};

/* ISO-2022-JP, the encoding of old mail, is ASCII with escape sequences. */
static const char *find_iso_2022(const char *text, size_t length) {
  const char *at = g_strstr_len(text, (gssize)length, "\x1b$B");
  return at != NULL ? at : g_strstr_len(text, (gssize)length, "\x1b$@");
}

const char *pc_encoding_name_format(const char *text, size_t length) {
  for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
    size_t size = strlen(formats[i].start);
    if (length >= size && memcmp(text, formats[i].start, size) == 0)
      return formats[i].noun;
  }
  return NULL;
}

/* true: said what the file is, which is no text in UTF-8. */
static bool report_other_format(const char *text, size_t length, pc_place start, pc_diags *diags) {
  const char *noun = pc_encoding_name_format(text, length);
  if (noun != NULL) {
    PC_REPORT_HINT(diags, start, PC_SYNTAX, "save the poster as plain text in UTF-8",
                   "this is %s, not a poster", _(noun));
    return true;
  }
  const char *escape = find_iso_2022(text, length);
  if (escape == NULL)
    return false;
  PC_REPORT_HINT(diags, pc_place_after(start, text, (size_t)(escape - text)), PC_SYNTAX,
                 "it looks like ISO-2022-JP: save it as UTF-8", "the file is not UTF-8 text");
  return true;
}

static void report_encoding(const char *text, size_t length, pc_place at, pc_diags *diags) {
  const char *guess = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(encodings) && guess == NULL; i++)
    if (encodings[i].test(text, length))
      guess = encodings[i].name;
  if (guess == NULL) {
    PC_REPORT_HINT(diags, at, PC_SYNTAX, "save the file as UTF-8 and check the character there",
                   "here is something that is not UTF-8 text");
    return;
  }
  g_autofree char *hint = g_strdup_printf(_("it looks like %s: save it as UTF-8"), guess);
  PC_REPORT_HINT(diags, at, PC_SYNTAX, hint, "the file is not UTF-8 text");
}

/* U+2028 and U+2029 end a line for some programs and not for others, so a place after them would
 * mean nothing. */
static bool is_stray(gunichar c) {
  if (c == '\t' || c == '\n' || c == '\r')
    return false;
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfffe ||
         c == 0xffff;
}

static void report_stray(gunichar c, pc_place at, pc_diags *diags) {
  bool is_break = c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
  const char *hint = is_break ? "it is a line break of another program: type a new line instead"
                              : "delete it; it came with text copied from elsewhere";
  PC_REPORT_HINT(diags, at, PC_SYNTAX, hint,
                 "here is an invisible control character, U+%04X, that cannot be printed", c);
}

static void blank_char(char *at) {
  size_t size = (size_t)g_utf8_skip[(unsigned char)*at];
  memcpy(at, white_space[size], size);
}

static void replace_strays(char *text, size_t length, pc_place at, pc_diags *diags) {
  int n_reported = 0;
  size_t known = 0; /* the bytes before it are counted in at */
  for (size_t i = 0; i < length;) {
    gunichar c = g_utf8_get_char(text + i);
    size_t size = (size_t)g_utf8_skip[(unsigned char)text[i]];
    if (is_stray(c) && n_reported < MAX_CONTROLS) {
      at = pc_place_after(at, text + known, i - known);
      known = i;
      report_stray(c, at, diags);
      n_reported++;
    }
    if (is_stray(c))
      blank_char(text + i);
    i += size;
  }
}

bool pc_encoding_check(char *text, size_t length, pc_place start, pc_diags *diags) {
  if (report_other_format(text, length, start, diags))
    return false;
  if (memchr(text, '\0', MIN(length, SAMPLE_BYTES)) != NULL && is_utf16(text, length)) {
    report_encoding(text, length, start, diags);
    return false;
  }
  long invalid = pc_utf8_find_invalid(text, length);
  if (invalid >= 0) {
    pc_place at = pc_place_after(start, text, (size_t)invalid);
    report_encoding(text, length, at, diags);
    return false;
  }
  replace_strays(text, length, start, diags);
  return true;
}

long pc_encoding_blank_strays(char *text, size_t length, unsigned *character) {
  long first = -1;
  for (size_t i = 0; i < length; i += (size_t)g_utf8_skip[(unsigned char)text[i]]) {
    gunichar c = g_utf8_get_char(text + i);
    if (!is_stray(c))
      continue;
    blank_char(text + i);
    if (first < 0)
      *character = c;
    first = first < 0 ? (long)i : first;
  }
  return first;
}

/* By the mark at the start of the file. */
static const struct {
  const char *mark;
  size_t length;
  const char *encoding;
} marks[] = {
    {"\xef\xbb\xbf", 3, "UTF-8"}, {"\xff\xfe", 2, "UTF-16LE"}, {"\xfe\xff", 2, "UTF-16BE"}};

char *pc_encoding_decode(const char *data, size_t length, size_t *converted) {
  for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
    if (length < marks[i].length || memcmp(data, marks[i].mark, marks[i].length) != 0)
      continue;
    data += marks[i].length;
    length -= marks[i].length;
    char *text = g_convert(data, (gssize)length, "UTF-8", marks[i].encoding, NULL, converted, NULL);
    if (text != NULL)
      return text;
  }
  char *text = NULL;
  if (pc_utf8_find_invalid(data, length) >= 0)
    text = g_convert(data, (gssize)length, "UTF-8", "CP932", NULL, converted, NULL);
  if (text != NULL)
    return text;
  *converted = length;
  return length > 0 ? g_strndup(data, length) : g_strdup("");
}
