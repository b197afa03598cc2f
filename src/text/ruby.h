/* ruby.h - readings over their bases: shaped and measured once, placed line by line.
 * Layer: text.
 *
 * A word is what one pair of braces holds.  Its parts are set over a base each: one part for a
 * group reading, one for each character otherwise.  A reading may reach over what stands beside its
 * word as far as JLREQ 3.3.8 allows; where that is not enough the bases are widened, so that
 * readings never meet, whatever the lines are.
 */
#ifndef PC_TEXT_RUBY_H
#define PC_TEXT_RUBY_H

#include "text/ornament.h"
#include "text/paragraph.h"

/* What shaping readings needs of the paragraph around them. */
typedef struct pc_ruby_shaping {
  pc_measurer *measurer;
  const pc_paragraph *paragraph;
  const pc_char *chars;
  pc_diags *diags;
} pc_ruby_shaping;

/* Shapes the readings of a paragraph and widens bases among its clusters (pc_cluster), which are
 * shaped but not composed.  NULL: the text has no readings. */
pc_ruby_set *pc_ruby_set_new(const pc_ruby_shaping *shaping, GArray *clusters);
void pc_ruby_set_free(pc_ruby_set *set);

/* Em that a reading needs before the first body of a line, and after the last one: it does not pass
 * the edge that its base stands at. */
double pc_ruby_start(const pc_paragraph *paragraph, int first);
double pc_ruby_end(const pc_paragraph *paragraph, int first, int last);

/* Whether a reading stands over the cluster. */
bool pc_ruby_covers(const pc_paragraph *paragraph, int cluster);
/* Whether one reading stands over both clusters, or none over either. */
bool pc_ruby_joins(const pc_paragraph *paragraph, int a, int b);

/* Readings over the clusters of a line, appended to rubies (pc_line_ruby). */
void pc_ruby_place(const pc_paragraph *paragraph, const pc_line_places *places, GArray *rubies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_ruby_set, pc_ruby_set_free)

#endif
