/* qrcode.c - texts encoded by libqrencode, and their squares as one path.  Layer: figure. */
#include "figure/qrcode.h"

#include <qrencode.h>
#include <string.h>

/* An edge between dark and light, by the corner where it begins; dark lies at its right. */
enum { EAST, SOUTH, WEST, NORTH };

typedef struct tracing {
  const pc_qrcode *code;
  unsigned char *edges; /* (n + 1) * (n + 1) corners: bits of the edges that begin there */
} tracing;

/* What is not ASCII says that it is UTF-8 (ECI 26): scanners guess otherwise. */
static QRcode *encode_utf8(const char *text, int version, QRecLevel level) {
  static const unsigned eci_utf8 = 26;
  QRinput *input = QRinput_new2(version, level);
  int failed = QRinput_appendECIheader(input, eci_utf8);
  if (failed == 0)
    failed = QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text);
  QRcode *code = failed == 0 ? QRcode_encodeInput(input) : NULL;
  QRinput_free(input);
  return code;
}

static QRcode *encode(const char *text, int version, QRecLevel level) {
  if (!g_str_is_ascii(text))
    return encode_utf8(text, version, level);
  return QRcode_encodeString(text, version, level, QR_MODE_8, 1);
}

/* The version that level M needs often has room for more correction. */
static QRcode *encode_best(const char *text) {
  static const QRecLevel higher[] = {QR_ECLEVEL_Q, QR_ECLEVEL_H};
  QRcode *best = encode(text, 0, QR_ECLEVEL_M);
  for (size_t i = 0; best != NULL && i < G_N_ELEMENTS(higher); i++) {
    QRcode *other = encode(text, best->version, higher[i]);
    bool is_as_small = other != NULL && other->version == best->version;
    QRcode_free(is_as_small ? best : other);
    best = is_as_small ? other : best;
  }
  return best;
}

pc_qrcode *pc_qrcode_new(const char *text) {
  QRcode *made = encode_best(text);
  if (made == NULL)
    return NULL;
  pc_qrcode *code = g_new0(pc_qrcode, 1);
  code->n = made->width;
  code->dark = g_memdup2(made->data, (gsize)made->width * (gsize)made->width);
  QRcode_free(made);
  return code;
}

void pc_qrcode_free(pc_qrcode *code) {
  if (code == NULL)
    return;
  g_free(code->dark);
  g_free(code);
}

static bool is_dark(const pc_qrcode *code, int x, int y) {
  bool is_inside = x >= 0 && y >= 0 && x < code->n && y < code->n;
  return is_inside && (code->dark[y * code->n + x] & 1) != 0;
}

static unsigned char *edges_at(const tracing *t, int x, int y) {
  return &t->edges[y * (t->code->n + 1) + x];
}

static void find_edges(const tracing *t, int x, int y) {
  if (is_dark(t->code, x, y) && !is_dark(t->code, x, y - 1))
    *edges_at(t, x, y) |= 1u << EAST;
  if (is_dark(t->code, x, y) && !is_dark(t->code, x + 1, y))
    *edges_at(t, x + 1, y) |= 1u << SOUTH;
  if (is_dark(t->code, x, y) && !is_dark(t->code, x, y + 1))
    *edges_at(t, x + 1, y + 1) |= 1u << WEST;
  if (is_dark(t->code, x, y) && !is_dark(t->code, x - 1, y))
    *edges_at(t, x, y + 1) |= 1u << NORTH;
}

/* Where two dark squares touch in a corner, the turn to the right stays with the same one. */
static int choose_turn(const tracing *t, int x, int y, int from) {
  static const int turns[] = {1, 0, 3};
  for (size_t i = 0; i < G_N_ELEMENTS(turns); i++) {
    int to = (from + turns[i]) % 4;
    if (*edges_at(t, x, y) >> to & 1)
      return to;
  }
  return -1;
}

static void trace_loop(const tracing *t, int start, pc_display *display, pc_point corner,
                       pc_um side) {
  static const int dx[] = {1, 0, -1, 0}, dy[] = {0, 1, 0, -1};
  int x = start % (t->code->n + 1), y = start / (t->code->n + 1);
  int way = EAST;
  while ((t->edges[start] >> way & 1) == 0)
    way++;
  pc_display_move(display, (pc_point){corner.x + x * side, corner.y + y * side});
  for (;;) {
    *edges_at(t, x, y) &= (unsigned char)~(1u << way);
    x += dx[way];
    y += dy[way];
    int next = choose_turn(t, x, y, way);
    if (next < 0)
      break;
    if (next != way)
      pc_display_line(display, (pc_point){corner.x + x * side, corner.y + y * side});
    way = next;
  }
  pc_display_close(display);
}

void pc_qrcode_trace(const pc_qrcode *code, pc_display *display, pc_point corner, pc_um side) {
  g_autofree unsigned char *edges = g_malloc0((gsize)(code->n + 1) * (gsize)(code->n + 1));
  const tracing t = {code, edges};
  for (int y = 0; y < code->n; y++)
    for (int x = 0; x < code->n; x++)
      find_edges(&t, x, y);
  pc_display_begin_path(display);
  for (int i = 0; i < (code->n + 1) * (code->n + 1); i++)
    while (edges[i] != 0)
      trace_loop(&t, i, display, corner, side);
}
