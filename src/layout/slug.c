/* slug.c - two short lines between the marks below the sheet.  Layer: layout. */
#include "layout/slug.h"

#include <string.h>

#include "display/sheet.h"
#include "layout/owntext.h"

static const double slug_pt = 7.5;
/* Between a text and the marks beside it. */
static const pc_um gap = 3000;
/* Shorter ones say nothing. */
static const pc_um least_room = 15000;

/* A longer text is cut to so many characters before it is measured. */
static const int most_characters = 500;
/* Of a text that is cut, or it is left out. */
static const int least_characters = 5;
/* The title has at least the other half. */
static const double name_share = 0.5;

#define ELLIPSIS "…"
#define SPACE "\u3000"

/* What both texts are set with. */
typedef struct slug_setter {
  pc_layout *layout;
  pc_measurer *measurer;
  pc_um room; /* for each */
} slug_setter;

static pc_paragraph *shape(const slug_setter *s, const pc_rich *rich, pc_diags *diags) {
  const pc_text_style style = {.face = PC_FACE_BODY, .rules = &s->layout->doc->theme.text};
  return pc_paragraph_new(s->measurer, rich, &style, diags);
}

/* Width on paper, 0 for no text; a character that no font has makes it endless, for a name of a
 * file is no mistake of the poster's. */
static pc_um measure(const slug_setter *s, const char *text) {
  if (text == NULL || *text == '\0')
    return 0;
  const pc_span span = {.end = (int)strlen(text)};
  const pc_rich rich = {.text = text, .length = span.end, .n_spans = 1, .spans = &span};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_paragraph) paragraph = shape(s, &rich, diags);
  return pc_diags_has_error(diags) ? PC_UM_TALLEST
                                   : pc_text_width(pc_paragraph_width(paragraph), slug_pt);
}

/* Past characters that join the one before. */
static const char *skip_joined(const char *text) {
  while (*text != '\0' && g_unichar_iszerowidth(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return text;
}

/* So many of its characters, from both ends, and an ellipsis between them. */
static char *cut_middle(const char *text, long characters) {
  const long after = characters / 2, length = g_utf8_strlen(text, -1);
  const char *head = skip_joined(g_utf8_offset_to_pointer(text, characters - after));
  const char *tail = skip_joined(g_utf8_offset_to_pointer(text, length - after));
  return g_strdup_printf("%.*s" ELLIPSIS "%s", (int)(head - text), text, tail);
}

/* The text, or the most of it that has room; NULL: nothing that would say anything. */
static char *shorten(const slug_setter *s, const char *text, pc_um room) {
  if (text == NULL || *text == '\0')
    return NULL;
  const long length = g_utf8_strlen(text, -1);
  if (measure(s, text) <= room)
    return g_strdup(text);
  long least = 0, most = length - 1;
  while (least < most) {
    const long middle = (least + most + 1) / 2;
    g_autofree char *cut = cut_middle(text, middle);
    if (measure(s, cut) <= room)
      least = middle;
    else
      most = middle - 1;
  }
  return least >= least_characters ? cut_middle(text, least) : NULL;
}

/* One line of printable characters, not endlessly many; NULL stays NULL. */
static char *clean(const char *text) {
  if (text == NULL)
    return NULL;
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (char *p = valid; *p != '\0'; p++) {
    if (g_ascii_iscntrl(*p))
      *p = ' ';
  }
  const bool is_long = g_utf8_strlen(valid, -1) > most_characters;
  return is_long ? cut_middle(valid, most_characters) : g_steal_pointer(&valid);
}

/* Texts with a space between them, without those that are NULL. */
static char *join(const char *const *parts, int n) {
  GString *text = g_string_new(NULL);
  for (int i = 0; i < n; i++) {
    if (parts[i] != NULL)
      g_string_append_printf(text, "%s%s", text->len > 0 ? SPACE : "", parts[i]);
  }
  return g_string_free(text, FALSE);
}

/* A poster that was read from a stream has a name in brackets, which is no file's. */
static char *find_name(const pc_doc *doc) {
  g_autofree char *base = g_path_get_basename(doc->file);
  return g_str_has_prefix(base, "<") ? NULL : clean(base);
}

/* The file's name has half of the room, and what the title leaves. */
static char *make_left(const slug_setter *s) {
  const pc_doc *doc = s->layout->doc;
  g_autofree char *name = find_name(doc);
  g_autofree char *title = clean(doc->title != NULL ? doc->title->text : NULL);
  const pc_um space = pc_um_from_pt(slug_pt);
  const pc_um title_room = measure(s, title) + (title != NULL ? space : 0);
  const pc_um name_room = MAX((pc_um)(s->room * name_share), s->room - MIN(s->room, title_room));
  g_autofree char *short_name = shorten(s, name, name_room);
  const pc_um taken = short_name != NULL ? measure(s, short_name) + space : 0;
  g_autofree char *short_title = shorten(s, title, s->room - taken);
  return join((const char *[]){short_name, short_title}, 2);
}

static char *format_size(pc_size size) {
  g_autofree char *width = pc_length_format((pc_length){pc_um_to_mm(size.w), PC_UNIT_NONE});
  g_autofree char *height = pc_length_format((pc_length){pc_um_to_mm(size.h), PC_UNIT_NONE});
  return g_strdup_printf("%s × %s mm", width, height);
}

/* As the output intent names it: what the author calls it, or the profile. */
static char *format_condition(const pc_print *print) {
  if (print->standard == PC_STANDARD_PLAIN)
    return NULL;
  const bool is_named = print->condition.text != NULL && print->condition.text[0] != '\0';
  g_autofree char *base = g_path_get_basename(print->profile.text);
  if (is_named)
    return clean(print->condition.text);
  return strchr(base, '.') != NULL ? clean(base) : g_ascii_strup(base, -1);
}

/* The last ones go first where there is no room. */
static char *make_right(const slug_setter *s, const char *date) {
  const pc_doc *doc = s->layout->doc;
  g_autofree char *size = format_size((pc_size){doc->page.width, doc->page.height});
  g_autofree char *condition = format_condition(&doc->print);
  const char *const parts[] = {size, condition, date, "posterc " POSTERC_VERSION_TEXT};
  for (int n = G_N_ELEMENTS(parts); n > 0; n--) {
    g_autofree char *text = join(parts, n);
    if (measure(s, text) <= s->room)
      return g_steal_pointer(&text);
  }
  return NULL;
}

/* Its em box stands on the line of the centre mark's bar.  The left text begins where its room
 * does, the right one ends there. */
static pc_text_box set_text(const slug_setter *s, const char *text, bool is_left) {
  if (text == NULL || *text == '\0')
    return (pc_text_box){0};
  const pc_page *page = &s->layout->doc->page;
  const pc_um width = measure(s, text), em = pc_um_from_pt(slug_pt);
  const pc_rich *rich = pc_owntext_new(s->layout, text, (pc_place){s->layout->doc->file, 0, 0});
  g_autoptr(pc_diags) known = pc_diags_new(); /* it was measured, so there is nothing new */
  pc_paragraph *paragraph = shape(s, rich, known);
  g_ptr_array_add(s->layout->paragraphs, paragraph);
  const pc_text_frame frame = {.x = is_left ? gap : page->width - gap - width,
                               .y = page->height + page->bleed + PC_CENTRE_AT_UM - em / 2,
                               .width = width + em, /* one line, whatever was rounded */
                               .size_pt = slug_pt,
                               .line = 1};
  return pc_text_box_make(paragraph, &frame);
}

void pc_slug_place(pc_layout *layout, pc_measurer *measurer, const char *date) {
  const pc_page *page = &layout->doc->page;
  const pc_um side = (page->width - pc_sheet_centre_mark(page->width)) / 2;
  const slug_setter s = {layout, measurer, side - 2 * gap};
  if (page->marks == PC_MARKS_NONE || s.room < least_room)
    return;
  g_autofree char *left = make_left(&s);
  g_autofree char *right = make_right(&s, date);
  layout->slug[0] = set_text(&s, left, true);
  layout->slug[1] = set_text(&s, right, false);
}
