/* lines.c - which lines were broken by pasting, not by their author.  Layer: mend.
 *
 * A text that comes out of a PDF has a line end wherever a line was full.  Lines between two forced
 * breaks are taken to be such when each of them that does not end a sentence is about as long as
 * the longest: verses, addresses and labels are not.  Only the line ends in the middle of a
 * sentence are joined.
 */
#include "mend/plan.h"

/* Half ems.  Shorter lines are verses and labels. */
#define LEAST_WIDTH 24
/* A full line is shorter than the longest by what may not begin the next one, and by what
 * justification squeezes: three characters, or an eighth. */
#define LEAST_SLACK 6
#define SLACK_SHARE 8

static const char sentence_ends[] = "。．.！？!?…‥：:；;";

static const pc_printed_line *get_line(const pc_printed *printed, guint i) {
  return &g_array_index(printed->lines, pc_printed_line, i);
}

/* One past the last line before a forced break. */
static guint find_stretch_end(const pc_printed *printed, guint start) {
  guint end = start;
  while (end + 1 < printed->lines->len && get_line(printed, end)->end != PC_LINE_KEPT)
    end++;
  return end + 1;
}

static bool ends_in_sentence(const pc_printed *printed, guint i) {
  gunichar last = get_line(printed, i)->closing_char;
  bool is_end = last != 0 && g_utf8_strchr(sentence_ends, -1, last) != NULL;
  return !is_end && !get_line(printed, i + 1)->begins_item;
}

static int find_longest(const pc_printed *printed, guint start, guint end) {
  int longest = 0;
  for (guint i = start; i < end; i++)
    longest = MAX(longest, get_line(printed, i)->width);
  return longest;
}

/* English text that its author has wrapped stays wrapped. */
static bool is_pasted(const pc_printed *printed, guint start, guint end) {
  int longest = find_longest(printed, start, end);
  int least = longest - MAX(LEAST_SLACK, longest / SLACK_SHARE);
  bool is_japanese = false;
  for (guint i = start; i + 1 < end; i++) {
    const pc_printed_line *line = get_line(printed, i);
    if (!ends_in_sentence(printed, i))
      continue;
    if (line->width < least)
      return false;
    is_japanese = is_japanese || line->end == PC_LINE_CLOSED;
  }
  return is_japanese && longest >= LEAST_WIDTH;
}

void pc_lines_judge(const pc_printed *printed, bool *is_joined) {
  for (guint start = 0; start < printed->lines->len;) {
    guint end = find_stretch_end(printed, start);
    bool pasted = is_pasted(printed, start, end);
    for (guint i = start; i < end; i++) {
      pc_line_end how = get_line(printed, i)->end;
      is_joined[i] = pasted && i + 1 < end && ends_in_sentence(printed, i) &&
                     (how == PC_LINE_CLOSED || how == PC_LINE_SPACED);
    }
    start = end;
  }
}
