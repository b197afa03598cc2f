/* condition.h - the printing condition that a PDF/X is made for.  Layer: backend (uses doc).
 *
 * posterc's own FOGRA39, or a profile of the author's.
 */
#ifndef PC_BACKEND_CONDITION_H
#define PC_BACKEND_CONDITION_H

#include "backend/press.h"
#include "doc/doc.h"

/* What an output intent says (ISO 32000-1, 14.11.5). */
typedef struct pc_condition {
  char *identifier;     /* OutputConditionIdentifier: "FOGRA39" */
  const char *registry; /* RegistryName, where the identifier is known to stand; or NULL */
  char *info;           /* Info, for people */
  GBytes *profile;      /* exactly as long as its header says */
  pc_press *press;      /* of the profile */
} pc_condition;

/* NULL: reported at the place of print.profile or print.condition (missing-file, outside-directory,
 * limit, bad-value). */
pc_condition *pc_condition_new(const pc_print *print, const char *folder, bool allow_outside,
                               pc_diags *diags);
void pc_condition_free(pc_condition *condition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_condition, pc_condition_free)

#endif
