/* submission.c - the rows of the sheet, in Japanese with English beneath, or in English.
 * Layer: job. */
#include "job/submission.h"

#include <string.h>

#include "base/units.h"
#include "display/sheet.h"
#include "doc/lang.h"

/* More are counted, not named. */
#define MOST_FONTS 8
#define MOST_PICTURES 8
#define COARSE_PPI 150

/* Everything that is said, twice. */
typedef enum phrase {
  TITLE,
  PART_FILE,
  PART_SHEET,
  PART_COLOR,
  PART_CONTENT,
  PART_ORDER,
  FILE_NAME,
  FILE_SUM,
  FILE_DATE,
  FILE_KIND,
  FILE_PAGES,
  SHEET_TRIM,
  SHEET_BLEED,
  SHEET_MARKS,
  SHEET_MEDIA,
  COLOR_MODE,
  COLOR_CONDITION,
  COLOR_INK,
  COLOR_TRANSPARENCY,
  CONTENT_FONTS,
  CONTENT_PICTURES,
  CONTENT_RULES,
  ORDER_COPIES,
  ORDER_PAPER,
  ORDER_DAY,
  ORDER_PERSON,
  NONE,
  NO_DATE,
  WITH_NOTE,
  ALL_SIDES,
  TOMBO,
  CROP,
  HYBRID,
  CMYK,
  RGB,
  SCREEN,
  PROFILE_EMBEDDED,
  INK_MOST,
  INK_LIMIT,
  INK_REST,
  TRANSPARENT,
  EMBEDDED,
  MORE,
  COARSEST,
  RULES_PASSED,
  RULES_OPEN,
  TAGGED,
  NOTE,
  N_PHRASES,
} phrase;

static const char *const phrases[N_PHRASES][2] = {
    [TITLE] = {"入稿データ仕様書", "Print submission sheet"},
    [PART_FILE] = {"ファイル", "File"},
    [PART_SHEET] = {"仕上がり", "Sheet"},
    [PART_COLOR] = {"色", "Colour"},
    [PART_CONTENT] = {"内容と検査", "Contents and checks"},
    [PART_ORDER] = {"ご記入欄", "To be filled in"},
    [FILE_NAME] = {"ファイル名", "File name"},
    [FILE_SUM] = {"照合用の値", "SHA-256"},
    [FILE_DATE] = {"作成日", "Date"},
    [FILE_KIND] = {"形式", "Format"},
    [FILE_PAGES] = {"ページ数", "Pages"},
    [SHEET_TRIM] = {"仕上がり寸法", "Trim size"},
    [SHEET_BLEED] = {"塗り足し", "Bleed"},
    [SHEET_MARKS] = {"トンボ", "Marks"},
    [SHEET_MEDIA] = {"データの寸法", "Media size"},
    [COLOR_MODE] = {"カラーモード", "Colour mode"},
    [COLOR_CONDITION] = {"出力条件", "Printing condition"},
    [COLOR_INK] = {"総インキ量", "Total ink"},
    [COLOR_TRANSPARENCY] = {"透明効果", "Transparency"},
    [CONTENT_FONTS] = {"フォント", "Fonts"},
    [CONTENT_PICTURES] = {"画像", "Pictures"},
    [CONTENT_RULES] = {"検査した規則", "Rules checked"},
    [ORDER_COPIES] = {"部数・納期", "Copies and date"},
    [ORDER_PAPER] = {"用紙・加工", "Paper and finish"},
    [ORDER_DAY] = {"納品先", "Delivery to"},
    [ORDER_PERSON] = {"ご担当・連絡先", "Contact"},
    [NONE] = {"なし", "none"},
    [NO_DATE] = {"記載なし", "not stated"},
    [WITH_NOTE] = {"{}（{}）", "{} ({})"},
    [ALL_SIDES] = {"天地左右とも {} mm", "{} mm on all sides"},
    [TOMBO] = {"内トンボ・外トンボ・センタートンボ（塗り足しの外、レジストレーションカラー）",
               "Japanese double corner marks and centre marks, outside the bleed, in registration "
               "colour"},
    [CROP] = {"コーナートンボ・レジスターマーク（塗り足しの外、レジストレーションカラー）",
              "crop marks and registration targets, outside the bleed, in registration colour"},
    [HYBRID] = {"CMYK ＋ RGB。黒とグレーの文字・線は K のみ。RGB はすべて sRGB と定義済み",
                "CMYK and RGB: black and grey text and lines are K alone; all RGB is declared as "
                "sRGB"},
    [CMYK] = {"CMYK のみ。黒とグレーの文字・線は K のみ",
              "CMYK alone: black and grey text and lines are K alone"},
    [RGB] = {"RGB", "RGB"},
    [SCREEN] = {"なし（画面用の PDF）", "none: this PDF is for screens"},
    [PROFILE_EMBEDDED] = {"ICC プロファイル埋め込み済み", "ICC profile embedded"},
    [INK_MOST] = {"インキで指定した色の最大値 {} %", "at most {} % in colours given as inks"},
    [INK_LIMIT] = {"（上限 {} %）", " (the limit is {} %)"},
    [INK_REST] = {"。RGB の色は出力時の変換による",
                  "; colours in RGB depend on how they are separated"},
    [TRANSPARENT] = {"あり（分割していない）", "live, not flattened"},
    [EMBEDDED] = {"すべて埋め込み済み（{} 書体）", "all embedded ({})"},
    [MORE] = {"ほか {} 点", "and {} more"},
    [COARSEST] = {"{} 点。解像度の低い順に：", "{}; the coarsest first:"},
    [RULES_PASSED] = {"{} 項目に適合（{} 項目中）", "{} of {} rules kept"},
    [RULES_OPEN] = {"要確認：{}", "to be looked at: {}"},
    [TAGGED] = {"タグ付き（PDF/UA-1）", "tagged (PDF/UA-1)"},
    [NOTE] =
        {"この仕様書は posterc {} が PDF ファイルを読み取って作成しました。認証された検証ソフトに"
         "よる判定ではありません。お手元のプリフライトで再度ご確認ください。",
         "Made by posterc {} from the PDF itself. No certified validator has judged the file: "
         "please run your own preflight."},
};

/* The making of a sheet. */
typedef struct sheet_writer {
  const pc_doc *doc;
  const pc_submitted *file;
  bool is_japanese;
  GPtrArray *texts; /* owned values */
} sheet_writer;

static const char *say(const sheet_writer *w, phrase which) {
  return phrases[which][w->is_japanese ? 0 : 1];
}

static char *keep(sheet_writer *w, char *text) {
  g_ptr_array_add(w->texts, text);
  return text;
}

/* The phrase with a value for {}, and another for the next one. */
static char *fill(sheet_writer *w, phrase which, const char *first, const char *second) {
  g_auto(GStrv) parts = g_strsplit(say(w, which), "{}", 3);
  const char *const values[] = {first, second};
  GString *text = g_string_new(parts[0]);
  for (int i = 0; i < 2 && parts[i] != NULL && parts[i + 1] != NULL; i++)
    g_string_append_printf(text, "%s%s", values[i], parts[i + 1]);
  return keep(w, g_string_free(text, FALSE));
}

static char *format_count(sheet_writer *w, guint count) {
  return keep(w, g_strdup_printf("%u", count));
}

static char *format_mm(pc_um um) {
  return pc_length_format((pc_length){pc_um_to_mm(um), PC_UNIT_NONE});
}

static char *format_size(pc_um width, pc_um height) {
  g_autofree char *w = format_mm(width), *h = format_mm(height);
  return g_strdup_printf("%s × %s mm", w, h);
}

/* "A4": the paper of this size, lying or standing; NULL: none that has a name. */
static const char *find_paper(pc_um width, pc_um height) {
  const char *const *names = pc_paper_names();
  for (; *names != NULL; names++) {
    pc_um w, h;
    pc_paper_find(*names, &w, &h);
    if ((w == width && h == height) || (w == height && h == width))
      return *names;
  }
  return NULL;
}

static const char *describe_file(sheet_writer *w) {
  const gsize size = g_bytes_get_size(w->file->bytes);
  g_autofree char *kilobytes = g_strdup_printf("%" G_GSIZE_FORMAT " kB", (size + 999) / 1000);
  return fill(w, WITH_NOTE, w->file->name, kilobytes);
}

static const char *describe_sum(sheet_writer *w) {
  g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, w->file->bytes);
  return keep(w, g_strdup_printf("%.32s\n%s", sum, sum + 32));
}

static const char *describe_date(sheet_writer *w) {
  return w->file->date != NULL ? w->file->date : say(w, NO_DATE);
}

static const char *describe_kind(sheet_writer *w) {
  const pc_survey *survey = w->file->survey;
  GString *text = g_string_new(survey->is_x4 ? "PDF/X-4, " : survey->is_x1a ? "PDF/X-1a, " : "");
  g_string_append_printf(text, "PDF %s", survey->version);
  if (survey->is_ua)
    g_string_append_printf(text, ", %s", say(w, TAGGED));
  return keep(w, g_string_free(text, FALSE));
}

static const char *describe_pages(sheet_writer *w) {
  return keep(w, g_strdup_printf("%d", w->file->survey->n_pages));
}

static const char *describe_trim(sheet_writer *w) {
  const pc_page *page = &w->doc->page;
  g_autofree char *size = format_size(page->width, page->height);
  const char *paper = find_paper(page->width, page->height);
  return paper != NULL ? fill(w, WITH_NOTE, size, paper) : keep(w, g_strdup(size));
}

static const char *describe_bleed(sheet_writer *w) {
  g_autofree char *width = format_mm(w->doc->page.bleed);
  return w->doc->page.bleed > 0 ? fill(w, ALL_SIDES, width, NULL) : say(w, NONE);
}

static const char *describe_marks(sheet_writer *w) {
  static const phrase marks[] = {
      [PC_MARKS_NONE] = NONE, [PC_MARKS_TOMBO] = TOMBO, [PC_MARKS_CROP] = CROP};
  return say(w, marks[w->doc->page.marks]);
}

static const char *describe_media(sheet_writer *w) {
  const pc_page *page = &w->doc->page;
  const pc_sheet sheet = pc_sheet_make((pc_size){page->width, page->height}, page->bleed,
                                       page->marks != PC_MARKS_NONE);
  const pc_rect media = pc_sheet_media(sheet);
  return keep(w, format_size(media.w, media.h));
}

static const char *describe_mode(sheet_writer *w) {
  const pc_survey *survey = w->file->survey;
  if (!survey->is_x4 && !survey->is_x1a)
    return say(w, RGB);
  return say(w, survey->has_rgb ? HYBRID : CMYK);
}

static const char *describe_condition(sheet_writer *w) {
  const pc_survey *survey = w->file->survey;
  if (survey->condition == NULL)
    return say(w, SCREEN);
  const bool has_info =
      survey->condition_info != NULL && strcmp(survey->condition_info, survey->condition) != 0;
  return keep(w, g_strdup_printf("%s%s%s\n%s", survey->condition, has_info ? " — " : "",
                                 has_info ? survey->condition_info : "", say(w, PROFILE_EMBEDDED)));
}

static const char *describe_ink(sheet_writer *w) {
  const pc_survey *survey = w->file->survey;
  if (survey->condition == NULL)
    return say(w, SCREEN);
  g_autofree char *most = g_strdup_printf("%.0f", 100 * survey->most_ink);
  g_autofree char *limit = g_strdup_printf("%.0f", w->doc->print.ink_limit);
  const char *rest = survey->has_rgb ? say(w, INK_REST) : "";
  return keep(
      w, g_strconcat(fill(w, INK_MOST, most, NULL), fill(w, INK_LIMIT, limit, NULL), rest, NULL));
}

static const char *describe_transparency(sheet_writer *w) {
  return say(w, w->file->survey->is_transparent ? TRANSPARENT : NONE);
}

static const char *describe_fonts(sheet_writer *w) {
  const GPtrArray *fonts = w->file->survey->fonts;
  GString *text = g_string_new(fonts->len > 0 ? fill(w, EMBEDDED, format_count(w, fonts->len), NULL)
                                              : say(w, NONE));
  for (guint i = 0; i < MIN(fonts->len, MOST_FONTS); i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "\n", (const char *)fonts->pdata[i]);
  if (fonts->len > MOST_FONTS)
    g_string_append_printf(text, ", %s",
                           fill(w, MORE, format_count(w, fonts->len - MOST_FONTS), NULL));
  return keep(w, g_string_free(text, FALSE));
}

static void append_picture(GString *text, const pc_survey_picture *picture) {
  const pc_drawn_picture *size = &picture->size;
  g_string_append_printf(text, "\n%.0f ppi%s　%d × %d px → %.0f × %.0f mm%s%s", size->ppi,
                         size->ppi < COARSE_PPI ? " (!)" : "", size->width, size->height,
                         pc_um_to_mm(pc_um_from_pt(size->across)),
                         pc_um_to_mm(pc_um_from_pt(size->down)),
                         picture->color[0] != '\0' ? "　" : "", picture->color);
}

static const char *describe_pictures(sheet_writer *w) {
  const GArray *pictures = w->file->survey->pictures;
  if (pictures->len == 0)
    return say(w, NONE);
  GString *text = g_string_new(fill(w, COARSEST, format_count(w, pictures->len), NULL));
  for (guint i = 0; i < MIN(pictures->len, MOST_PICTURES); i++)
    append_picture(text, &g_array_index(pictures, pc_survey_picture, i));
  if (pictures->len > MOST_PICTURES)
    g_string_append_printf(text, "\n%s",
                           fill(w, MORE, format_count(w, pictures->len - MOST_PICTURES), NULL));
  return keep(w, g_string_free(text, FALSE));
}

static const char *join(sheet_writer *w, const GPtrArray *names) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (const char *)names->pdata[i]);
  return keep(w, g_string_free(text, FALSE));
}

static const char *describe_rules(sheet_writer *w) {
  const pc_survey *survey = w->file->survey;
  const guint kept = survey->rules->len, open = survey->findings->len;
  const char *count = fill(w, RULES_PASSED, format_count(w, kept), format_count(w, kept + open));
  const char *names = join(w, survey->rules);
  const char *said = open > 0 ? fill(w, RULES_OPEN, join(w, survey->findings), NULL) : "";
  return keep(w, g_strdup_printf("%s\n%s%s%s", count, names, open > 0 ? "\n" : "", said));
}

/* The rows of the sheet; describe NULL: written by hand. */
static const struct {
  phrase part, label;
  const char *(*describe)(sheet_writer *w);
} rows[] = {
    {PART_FILE, FILE_NAME, describe_file},
    {PART_FILE, FILE_SUM, describe_sum},
    {PART_FILE, FILE_DATE, describe_date},
    {PART_FILE, FILE_KIND, describe_kind},
    {PART_FILE, FILE_PAGES, describe_pages},
    {PART_SHEET, SHEET_TRIM, describe_trim},
    {PART_SHEET, SHEET_BLEED, describe_bleed},
    {PART_SHEET, SHEET_MARKS, describe_marks},
    {PART_SHEET, SHEET_MEDIA, describe_media},
    {PART_COLOR, COLOR_MODE, describe_mode},
    {PART_COLOR, COLOR_CONDITION, describe_condition},
    {PART_COLOR, COLOR_INK, describe_ink},
    {PART_COLOR, COLOR_TRANSPARENCY, describe_transparency},
    {PART_CONTENT, CONTENT_FONTS, describe_fonts},
    {PART_CONTENT, CONTENT_PICTURES, describe_pictures},
    {PART_CONTENT, CONTENT_RULES, describe_rules},
    {PART_ORDER, ORDER_COPIES, NULL},
    {PART_ORDER, ORDER_PAPER, NULL},
    {PART_ORDER, ORDER_DAY, NULL},
    {PART_ORDER, ORDER_PERSON, NULL},
};

#define N_PARTS (PART_ORDER - PART_FILE + 1)

static void make_rows(sheet_writer *w, pc_form_row *made) {
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    made[i] =
        (pc_form_row){say(w, rows[i].label), w->is_japanese ? phrases[rows[i].label][1] : NULL,
                      rows[i].describe != NULL ? rows[i].describe(w) : NULL};
}

/* Rows of a part stand together. */
static void make_parts(const sheet_writer *w, const pc_form_row *made, pc_form_part *parts) {
  for (int i = 0; i < N_PARTS; i++)
    parts[i] = (pc_form_part){.heading = say(w, (phrase)(PART_FILE + i))};
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
    pc_form_part *part = &parts[rows[i].part - PART_FILE];
    if (part->n_rows++ == 0)
      part->rows = &made[i];
  }
}

static char *find_subject(const pc_doc *doc) {
  const char *title = doc->title != NULL ? doc->title->text : "";
  return g_strdelimit(g_strdup(title), "\n", ' ');
}

const char *pc_submission_title(const pc_doc *doc) {
  return phrases[TITLE][pc_lang_is_japanese(doc->lang) ? 0 : 1];
}

pc_pages *pc_submission_new(const pc_layout *layout, pc_measurer *measurer,
                            const pc_submitted *file) {
  sheet_writer w = {.doc = layout->doc,
                    .file = file,
                    .is_japanese = pc_lang_is_japanese(layout->doc->lang),
                    .texts = g_ptr_array_new_with_free_func(g_free)};
  pc_form_row made[G_N_ELEMENTS(rows)];
  pc_form_part parts[N_PARTS];
  make_rows(&w, made);
  make_parts(&w, made, parts);
  const pc_sheet_form form = {.title = say(&w, TITLE),
                              .gloss = w.is_japanese ? phrases[TITLE][1] : NULL,
                              .subject = keep(&w, find_subject(layout->doc)),
                              .note = fill(&w, NOTE, POSTERC_VERSION_TEXT, NULL),
                              .n_parts = N_PARTS,
                              .parts = parts};
  pc_pages *pages = pc_pages_new_form(layout, measurer, &form);
  g_ptr_array_unref(w.texts);
  return pages;
}
