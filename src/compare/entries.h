/* entries.h - changes as a reader's list has them: what happened to many panels alike is said once.
 * Layer: compare.
 *
 * An entry is a GPtrArray of at least one pc_change, borrowed; with several, they are of one kind
 * and each of a numbered panel of its own.
 */
#ifndef PC_COMPARE_ENTRIES_H
#define PC_COMPARE_ENTRIES_H

#include "compare/changes.h"

/* Fills comparison->entries, once all changes are found. */
void pc_entries_resolve(pc_comparison *comparison);

static inline const GPtrArray *pc_entry_at(const pc_comparison *comparison, guint index) {
  return g_ptr_array_index(comparison->entries, index);
}

static inline const pc_change *pc_entry_first(const GPtrArray *entry) {
  return g_ptr_array_index(entry, 0);
}

/* Where: "panel 7 'Results'", "panels 4 to 18"; what: "moved 3.20 mm down".  The caller's. */
char *pc_entry_format_place(const pc_comparison *comparison, const GPtrArray *entry);
char *pc_entry_format_what(const GPtrArray *entry);

#endif
