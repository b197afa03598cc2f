/* marks.c - Japanese double marks (内トンボ, 外トンボ, センタートンボ), and western ones with
 * registration targets.  Layer: backend. */
#include "backend/marks.h"

/* Western marks keep off the bleed; of a target, half of its cross and its circle. */
static const pc_um crop_offset = 1500;
static const pc_um target_half = 3000, target_radius = 2000;

/* A quarter circle as a Bezier curve: 4/3 (sqrt 2 - 1). */
static const double quarter = 0.5522847498307936;

/* The registration colour among the page's spaces. */
#define SPACE_NAME "/PcRegistration"
#define SPACE                                                                                      \
  "[ /Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] "   \
  "/N 1 >> ]"

/* A place on the trim and the way out of it, so that one rule makes all corners, or all sides. */
typedef struct place {
  GArray *marks;
  pc_point at;
  pc_point out; /* -1, 0, 1 */
} place;

static void append(const place *p, pc_point from, pc_point to, pc_um radius) {
  pc_trim_mark mark = {from, to, radius};
  g_array_append_val(p->marks, mark);
}

/* A corner's pair: each line goes on from an edge that lies so far out. */
static void place_pair(const place *p, pc_um edge, pc_um near, pc_um far) {
  const pc_point at = p->at, out = p->out;
  const pc_um x = at.x + out.x * edge, y = at.y + out.y * edge;
  append(p, (pc_point){at.x + out.x * near, y}, (pc_point){at.x + out.x * far, y}, 0);
  append(p, (pc_point){x, at.y + out.y * near}, (pc_point){x, at.y + out.y * far}, 0);
}

/* At the middle of a side: a line outwards, half of it on either side of its bar. */
static pc_point place_cross(const place *p, pc_um bleed, pc_um half, pc_um bar) {
  const pc_point out = p->out, across = {p->out.y, p->out.x};
  const pc_um way = bleed + PC_CENTRE_AT_UM;
  const pc_point middle = {p->at.x + out.x * way, p->at.y + out.y * way};
  append(p, (pc_point){middle.x - out.x * half, middle.y - out.y * half},
         (pc_point){middle.x + out.x * half, middle.y + out.y * half}, 0);
  append(p, (pc_point){middle.x - across.x * bar, middle.y - across.y * bar},
         (pc_point){middle.x + across.x * bar, middle.y + across.y * bar}, 0);
  return middle;
}

/* Half the bar of a side's centre mark. */
static pc_um find_bar(const place *p, pc_sheet sheet) {
  return pc_sheet_centre_mark(p->out.x == 0 ? sheet.trim.w : sheet.trim.h) / 2;
}

/* Inner marks show the trim, outer ones the bleed; without bleed they would be the same. */
static void place_tombo_corner(const place *p, pc_sheet sheet) {
  const pc_um far = sheet.bleed + PC_MARK_REACH_UM;
  place_pair(p, 0, sheet.bleed, far);
  if (sheet.bleed > 0)
    place_pair(p, sheet.bleed, sheet.bleed, far);
}

static void place_tombo_centre(const place *p, pc_sheet sheet) {
  place_cross(p, sheet.bleed, PC_CENTRE_AT_UM, find_bar(p, sheet));
}

static void place_crop_corner(const place *p, pc_sheet sheet) {
  place_pair(p, 0, sheet.bleed + crop_offset, sheet.bleed + PC_MARK_REACH_UM);
}

static void place_crop_centre(const place *p, pc_sheet sheet) {
  const pc_um bar = MIN(target_half, find_bar(p, sheet));
  const pc_point middle = place_cross(p, sheet.bleed, target_half, bar);
  append(p, middle, middle, target_radius);
}

static const struct {
  void (*corner)(const place *p, pc_sheet sheet);
  void (*centre)(const place *p, pc_sheet sheet);
} kinds[] = {
    [PC_MARKS_TOMBO] = {place_tombo_corner, place_tombo_centre},
    [PC_MARKS_CROP] = {place_crop_corner, place_crop_centre},
};

GArray *pc_marks_place(pc_sheet sheet, pc_marks kind) {
  GArray *marks = g_array_new(FALSE, FALSE, sizeof(pc_trim_mark));
  if (kind == PC_MARKS_NONE)
    return marks;
  for (int y = -1; y <= 1; y++) {
    for (int x = -1; x <= 1; x++) {
      const place p = {marks, {sheet.trim.w * (x + 1) / 2, sheet.trim.h * (y + 1) / 2}, {x, y}};
      if (x != 0 && y != 0)
        kinds[kind].corner(&p, sheet);
      else if (x != 0 || y != 0)
        kinds[kind].centre(&p, sheet);
    }
  }
  return marks;
}

/* Points from the media's bottom left, and an operator. */
static void append_point(GString *out, pc_sheet sheet, double x, double y) {
  const double margin = pc_sheet_margin(sheet), pt = pc_um_to_pt(1000000) / 1e6;
  pc_pdf_append_pt(out, (x + margin) * pt);
  g_string_append_c(out, ' ');
  pc_pdf_append_pt(out, (sheet.trim.h + margin - y) * pt);
  g_string_append_c(out, ' ');
}

static void append_line(GString *out, pc_sheet sheet, const pc_trim_mark *mark) {
  append_point(out, sheet, mark->from.x, mark->from.y);
  g_string_append(out, "m ");
  append_point(out, sheet, mark->to.x, mark->to.y);
  g_string_append(out, "l\n");
}

static void append_circle(GString *out, pc_sheet sheet, const pc_trim_mark *mark) {
  static const int ways[][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
  const double x = mark->from.x, y = mark->from.y, r = mark->radius;
  append_point(out, sheet, x + r, y);
  g_string_append(out, "m\n");
  for (int i = 0; i < 4; i++) {
    const int *a = ways[i], *b = ways[i + 1];
    append_point(out, sheet, x + r * (a[0] + b[0] * quarter), y + r * (a[1] + b[1] * quarter));
    append_point(out, sheet, x + r * (b[0] + a[0] * quarter), y + r * (b[1] + a[1] * quarter));
    append_point(out, sheet, x + r * b[0], y + r * b[1]);
    g_string_append(out, "c\n");
  }
  g_string_append(out, "h\n");
}

/* The artifact is one of production (ISO 32000-1, 14.8.2.2.2). */
static GString *format_marks(pc_sheet sheet, const GArray *marks, bool is_print) {
  GString *out = g_string_new("q\n/Artifact << /Type /Page >> BDC\n");
  g_string_append(out, is_print ? SPACE_NAME " CS 1 SCN\n" : "0 G\n");
  pc_pdf_append_pt(out, pc_um_to_pt(PC_MARK_LINE_UM));
  g_string_append(out, " w 0 J [] 0 d\n");
  for (guint i = 0; i < marks->len; i++) {
    const pc_trim_mark *mark = &g_array_index(marks, pc_trim_mark, i);
    (mark->radius > 0 ? append_circle : append_line)(out, sheet, mark);
  }
  g_string_append(out, "S\nEMC\nQ\n");
  return out;
}

/* Before the page's own content, which leaves its coordinates changed. */
static void prepend_content(pc_pdf *pdf, qpdf_oh page, const GString *content) {
  qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, content->str, content->len);
  qpdf_oh contents = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, contents, stream);
  qpdf_oh_append_item(pdf, contents, qpdf_oh_get_key(pdf, page, "/Contents"));
  qpdf_oh_replace_key(pdf, page, "/Contents", contents);
}

void pc_marks_write(pc_pdf *pdf, pc_sheet sheet, pc_marks kind, bool is_print) {
  if (kind == PC_MARKS_NONE)
    return;
  g_autoptr(GArray) marks = pc_marks_place(sheet, kind);
  g_autoptr(GString) content = format_marks(sheet, marks, is_print);
  qpdf_oh page = qpdf_get_page_n(pdf, 0);
  prepend_content(pdf, page, content);
  if (!is_print)
    return;
  qpdf_oh spaces = pc_pdf_open_dict(pdf, pc_pdf_open_dict(pdf, page, "/Resources"), "/ColorSpace");
  qpdf_oh_replace_key(pdf, spaces, SPACE_NAME, qpdf_oh_parse(pdf, SPACE));
}
