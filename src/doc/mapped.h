/* mapped.h - a text made out of another one, each byte with the offset that it came from.
 * Layer: doc.
 *
 * A repair or a rewriting pass reads one and makes the next; offsets always count in the first
 * text, so that a message about the last one names the place in the author's file.
 */
#ifndef PC_DOC_MAPPED_H
#define PC_DOC_MAPPED_H

#include <glib.h>

typedef struct pc_mapped {
  GString *text;
  GArray *from; /* guint32 for each byte of text */
} pc_mapped;

pc_mapped *pc_mapped_new(void);
void pc_mapped_free(pc_mapped *mapped);

/* The text as it is. */
pc_mapped *pc_mapped_parse(const char *text);

/* Adds bytes that all came from one offset. */
void pc_mapped_append(pc_mapped *mapped, const char *bytes, gsize length, guint32 from);
void pc_mapped_append_char(pc_mapped *mapped, gunichar ch, guint32 from);
/* Adds bytes [start, end) of source with their offsets. */
void pc_mapped_append_range(pc_mapped *mapped, const pc_mapped *source, gsize start, gsize end);

/* Where byte at came from; behind the end: where the last byte came from. */
guint32 pc_mapped_find(const pc_mapped *mapped, gsize at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_mapped, pc_mapped_free)

#endif
