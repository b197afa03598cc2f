/* qr.c - QR codes, with their address in letters where it is asked for.  Layer: figure. */
#include "figure/qr.h"

#include <math.h>
#include <string.h>

#include "base/address.h"
#include "figure/qrcode.h"
#include "figure/sketch.h"

/* A code without a given size: of the sheet's short side, and its squares at least this large, so
 * that even a screen's picture of the whole sheet can be read (2.5 pixels at 50 an inch). */
static const double side_share = 0.095;
static const pc_um fair_square = 1300;
/* And never smaller: two pixels of a picture with 72 an inch. */
static const pc_um smallest_square = 706;

/* The address stands beside the code if so many lines hold it; from line to line and to the code,
 * em. */
static const int most_lines = 3;
static const double line_em = 1.45;
static const double gap_em = 0.9;
/* Above and below an address that stands under the code. */
static const double below_em = 0.4;
/* A word of an address that is longer may be parted into pieces of so many, characters. */
static const int longest_word = 10;
static const int piece_length = 4;

/* What it costs to end a line there, in lines: behind '/', '?', '&', '#' nothing. */
static const double mark_cost = 0.6;
static const double word_cost = 4;
/* At the most, of a line that is empty. */
static const double short_cost = 0.3;

typedef struct qr {
  const pc_block *block;
  pc_qrcode *code;
  pc_um least_square; /* without a given size */
  pc_um short_side;
  pc_rich *riches; /* one for each word */
  pc_span *spans;
  char *bytes;
  GPtrArray *words; /* pc_label: the address, parted where a line may end; empty: not shown */
  GArray *costs;    /* double: of a line that ends behind that word */
} qr;

/* The address in a width. */
typedef struct qr_lines {
  int n;
  double widest; /* em */
  bool parts_words;
} qr_lines;

typedef struct qr_form {
  pc_um square, side; /* side: with the white border */
  bool beside;
  double size_pt; /* of the address */
  int lines;
  double measure_em; /* that its lines were broken at */
  pc_um text_width, text_height;
  pc_um width, height; /* all together */
} qr_form;

pc_um pc_qr_least_square(const pc_page *page) {
  static const double square_mm = 0.8, sheet_mm = 841, least_mm = 0.4;
  double short_mm = pc_um_to_mm(MIN(page->width, page->height));
  return pc_um_from_mm(MAX(least_mm, square_mm * short_mm / sheet_mm));
}

static void free_qr(void *own) {
  qr *it = own;
  g_ptr_array_unref(it->words);
  g_array_unref(it->costs);
  g_free(it->riches);
  g_free(it->spans);
  g_free(it->bytes);
  pc_qrcode_free(it->code);
  g_free(it);
}

static const char address_marks[] = "/.?&=#-_,;:";

/* Where an address may end a line: after what parts it.  "https://" stays whole. */
static const char *end_word(const char *from) {
  const char *end = from;
  while (*end != '\0') {
    bool is_end = strchr(address_marks, *end) != NULL;
    end = g_utf8_next_char(end);
    if (is_end && (*end == '\0' || strchr(address_marks, *end) == NULL))
      break;
  }
  return end;
}

/* The same, or earlier in a word that is long: pieces of one word are about equally long. */
static const char *end_piece(const char *from) {
  const char *end = end_word(from);
  const long n = g_utf8_strlen(from, end - from);
  if (n <= longest_word)
    return end;
  const long pieces = (n + piece_length - 1) / piece_length;
  return g_utf8_offset_to_pointer(from, (n + pieces - 1) / pieces);
}

static double find_cost(char last) {
  if (strchr("/?&#", last) != NULL)
    return 0;
  return strchr(address_marks, last) != NULL ? mark_cost : word_cost;
}

/* Word by word, so that no line of an address ends in a hyphen that is not its own. */
static void shape_words(qr *it, const pc_maker *maker) {
  const pc_qr *given = it->block->qr;
  size_t length = strlen(given->text.text);
  it->riches = g_new0(pc_rich, length);
  it->spans = g_new0(pc_span, length);
  it->bytes = g_malloc0(2 * length);
  bool links = pc_address_is_link(given->text.text);
  char *to = it->bytes;
  const char *from = given->text.text;
  for (int i = 0; *from != '\0'; i++) {
    const char *end = end_piece(from);
    int n = (int)(end - from);
    const double cost = find_cost(end[-1]);
    g_array_append_val(it->costs, cost);
    memcpy(to, from, (size_t)n);
    g_strdelimit(to, "\r\n\t", ' ');
    it->spans[i] = (pc_span){
        .end = n, .marks = links ? PC_MARK_LINK : 0, .href = links ? given->text.text : NULL};
    it->riches[i] = (pc_rich){
        .text = to, .length = n, .at = given->text.node->at, .n_spans = 1, .spans = &it->spans[i]};
    g_ptr_array_add(it->words, pc_label_new(maker, &it->riches[i], false));
    to += n + 1;
    from = end;
  }
}

static void *make_qr(const pc_maker *maker, const pc_block *block) {
  qr *it = g_new0(qr, 1);
  const pc_page *page = &maker->doc->page;
  it->block = block;
  it->least_square = MAX(pc_qr_least_square(page), smallest_square);
  it->short_side = MIN(page->width, page->height);
  it->words = g_ptr_array_new_with_free_func((GDestroyNotify)pc_label_free);
  it->costs = g_array_new(FALSE, FALSE, sizeof(double));
  it->code = pc_qrcode_new(block->qr->text.text);
  if (it->code == NULL) {
    PC_REPORT_HINT(maker->diags, block->qr->text.node->at, PC_LIMIT,
                   "put the text on a web page, and its address here",
                   "this text is too long for a QR code");
    free_qr(it);
    return NULL;
  }
  if (block->qr->shows_text)
    shape_words(it, maker);
  return it;
}

static int count_squares(const qr *it) {
  return it->code->n + 2 * PC_QR_QUIET;
}

/* Sides of a square in a width; whole micrometres, so that all squares are equal. */
typedef struct qr_range {
  pc_um least, most;
} qr_range;

static qr_range find_squares(const qr *it, pc_um width, const pc_figure_type *type) {
  const pc_length size = it->block->qr->size;
  int n = count_squares(it);
  pc_um given = pc_length_um(size, pc_um_from_pt(type->most_pt), width);
  pc_um square = CLAMP(given, n, MAX(n, width)) / n;
  if (size.unit != PC_UNIT_AUTO)
    return (qr_range){square, square};
  pc_um fair = MAX((pc_um)(it->short_side * side_share) / n, fair_square);
  return (qr_range){it->least_square, MAX(it->least_square, MIN(fair, width / n))};
}

static double word_width(const qr *it, guint index) {
  return ((const pc_label *)g_ptr_array_index(it->words, index))->full_em;
}

/* The line from a word on that costs the least together with all that follow; totals are known
 * of the words behind it. */
static guint choose_end(const qr *it, guint first, double width_em, double *totals) {
  guint best = first + 1;
  double used = 0;
  totals[first] = INFINITY;
  for (guint end = first + 1; end <= it->words->len; end++) {
    used += word_width(it, end - 1);
    if (used > width_em && end > first + 1)
      break;
    const double left = MAX(0, 1 - used / MAX(width_em, 1));
    const double cost = end < it->words->len ? g_array_index(it->costs, double, end - 1) : 0;
    const double total = 1 + cost + short_cost * left * left + totals[end];
    if (total < totals[first]) {
      totals[first] = total;
      best = end;
    }
  }
  return best;
}

/* Behind the last word of each line, by its first word: an array of the caller's. */
static guint *find_ends(const qr *it, double width_em) {
  const guint n = it->words->len;
  g_autofree double *totals = g_new0(double, n + 1);
  guint *ends = g_new0(guint, n + 1);
  for (guint i = n; i > 0; i--)
    ends[i - 1] = choose_end(it, i - 1, width_em, totals);
  return ends;
}

static double sum_widths(const qr *it, guint first, guint end) {
  double sum = 0;
  for (guint i = first; i < end; i++)
    sum += word_width(it, i);
  return sum;
}

static qr_lines count_lines(const qr *it, double width_em) {
  g_autofree guint *ends = find_ends(it, width_em);
  qr_lines lines = {0};
  for (guint i = 0; i < it->words->len; i = ends[i]) {
    lines.n++;
    lines.widest = MAX(lines.widest, sum_widths(it, i, ends[i]));
    lines.parts_words =
        lines.parts_words ||
        (ends[i] < it->words->len && g_array_index(it->costs, double, ends[i] - 1) >= word_cost);
  }
  return lines;
}

static qr_form find_form(const qr *it, pc_um width, pc_um square, const pc_figure_type *type) {
  qr_form form = {.square = square, .size_pt = type->least_pt};
  form.side = form.square * count_squares(it);
  form.width = form.side;
  form.height = form.side;
  if (it->words->len == 0)
    return form;
  pc_um gap = pc_text_width(gap_em, form.size_pt);
  const double beside_em = pc_text_measure(width - form.side - gap, form.size_pt);
  qr_lines lines = count_lines(it, beside_em);
  form.beside = lines.n <= most_lines && form.side + gap < width && !lines.parts_words &&
                lines.widest <= beside_em;
  if (!form.beside)
    lines = count_lines(it, pc_text_measure(width, form.size_pt));
  form.lines = lines.n;
  form.measure_em = form.beside ? beside_em : pc_text_measure(width, form.size_pt);
  form.text_width = pc_text_width(lines.widest, form.size_pt);
  form.text_height = pc_text_width(1 + line_em * (form.lines - 1), form.size_pt);
  form.width = form.beside ? form.side + gap + form.text_width : MAX(form.side, form.text_width);
  form.height = form.beside
                    ? MAX(form.side, form.text_height)
                    : form.side + form.text_height + pc_text_width(2 * below_em, form.size_pt);
  return form;
}

static pc_figure_need measure_qr(const void *own, pc_um width, const pc_figure_type *type) {
  const qr_range squares = find_squares(own, width, type);
  const qr_form least = find_form(own, width, squares.least, type);
  const qr_form most = find_form(own, width, squares.most, type);
  return (pc_figure_need){least.height, MAX(least.height, most.height),
                          (double)least.width - (double)width};
}

/* The largest form that the room holds; smaller than the least only in a draft. */
static qr_form fill_room(const qr *it, pc_rect room, const pc_figure_type *type) {
  static const pc_um coarse = 20;
  qr_form form = find_form(it, room.w, find_squares(it, room.w, type).most, type);
  while (form.height > room.h && form.square > 1) {
    pc_um excess = (form.height - room.h) / count_squares(it) / coarse;
    form = find_form(it, room.w, form.square - CLAMP(excess, 1, form.square - 1), type);
  }
  return form;
}

static void draw_code(const qr *it, pc_drawing *drawing, pc_rect at, pc_um square) {
  static const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1}, black = {.a = 1};
  pc_display *shapes = drawing->shapes;
  pc_um quiet = PC_QR_QUIET * square;
  pc_display_begin_path(shapes);
  pc_display_rect(shapes, at, 0);
  pc_display_fill(shapes, it->block->at, white);
  pc_qrcode_trace(it->code, shapes, (pc_point){at.x + quiet, at.y + quiet}, square);
  pc_display_fill(shapes, it->block->at, black);
}

static void draw_line(const qr *it, pc_drawing *drawing, guint words[2], pc_rect line,
                      const pc_label_style *style) {
  for (guint i = words[0]; i < words[1]; i++) {
    line.w = pc_text_width(word_width(it, i), style->size_pt);
    pc_drawing_set_label(drawing, g_ptr_array_index(it->words, i), line, style);
    line.x += line.w;
  }
}

static void draw_address(const qr *it, const qr_form *form, const pc_look *look,
                         pc_drawing *drawing, pc_rect room) {
  const pc_label_style style = {form->size_pt, PC_ALIGN_START, pc_look_drawn_ink(look),
                                look->ground};
  pc_um pitch = pc_text_width(line_em, form->size_pt);
  pc_rect line = {room.x, room.y, room.w, pc_text_width(1, form->size_pt)};
  g_autofree guint *ends = find_ends(it, form->measure_em);
  for (guint i = 0; i < it->words->len; i = ends[i], line.y += pitch) {
    const double used = sum_widths(it, i, ends[i]);
    if (!form->beside)
      line.x = room.x + (room.w - pc_text_width(used, form->size_pt)) / 2;
    draw_line(it, drawing, (guint[2]){i, ends[i]}, line, &style);
  }
}

static void draw_qr(const void *own, const pc_figure_type *type, const pc_look *look,
                    pc_drawing *drawing) {
  const qr *it = own;
  pc_rect room = drawing->bounds;
  qr_form form = fill_room(it, room, type);
  pc_rect all = {room.x + (room.w - form.width) / 2, room.y + MAX(0, room.h - form.height) / 2,
                 form.width, form.height};
  pc_rect code = {all.x, all.y, form.side, form.side};
  pc_rect text = {all.x, all.y + form.side + pc_text_width(below_em, form.size_pt), all.w,
                  form.text_height};
  if (form.beside) {
    code.y += (all.h - code.h) / 2;
    text.w = form.text_width;
    text.x = all.x + all.w - text.w;
    text.y = all.y + (all.h - text.h) / 2;
  } else {
    code.x += (all.w - code.w) / 2;
  }
  drawing->square = form.square;
  drawing->squares = count_squares(it);
  draw_code(it, drawing, code, form.square);
  if (it->words->len > 0)
    draw_address(it, &form, look, drawing, text);
}

static void describe_qr(const void *own, bool japanese, GString *out) {
  const qr *it = own;
  g_string_append(out, japanese ? "QRコード：" : "QR code: ");
  g_string_append(out, it->block->qr->text.text);
}

const pc_sketch_kind pc_sketch_qr = {make_qr, free_qr, measure_qr, draw_qr, describe_qr};
