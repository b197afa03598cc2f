/* spaces.h - a PDF's colour spaces (ISO 32000-1, 8.6), and their colours as inks.  Layer: backend.
 */
#ifndef PC_BACKEND_SPACES_H
#define PC_BACKEND_SPACES_H

#include "backend/mixer.h"
#include "figure/objects.h"

typedef enum pc_space_kind {
  PC_SPACE_OTHER, /* special inks, or unreadable: stays as it is */
  PC_SPACE_GREY,
  PC_SPACE_RGB,
  PC_SPACE_LAB,
  PC_SPACE_CMYK, /* of the printing condition */
  PC_SPACE_INKS, /* CMYK of another one */
  PC_SPACE_INDEXED,
  PC_SPACE_PATTERN,
} pc_space_kind;

typedef struct pc_space {
  pc_space_kind kind;
  int channels;                /* of a colour */
  bool is_device;              /* has no profile: DeviceGray, DeviceRGB, DeviceCMYK */
  pc_mixer *mixer;             /* of grey, RGB, Lab and inks */
  const struct pc_space *base; /* of an indexed one and a pattern's; or NULL */
  guint8 *table;               /* indexed: colours of base, bytes */
  int n_entries;
} pc_space;

/* What colours become. */
typedef enum pc_mix_target {
  PC_TARGET_HYBRID, /* neutral ones black ink, others stay */
  PC_TARGET_INKS,   /* all inks */
  PC_TARGET_SHARES, /* of a soft mask: how bright they are */
} pc_mix_target;

/* A colour in its new form. */
typedef struct pc_mixture {
  int n; /* 0: it stays as it is; 1: at[0] is a grey; 4: inks */
  double at[4];
} pc_mixture;

/* All spaces of a document, each read once. */
typedef struct pc_spaces pc_spaces;

/* profile: the output profile of press.  Both must outlive it. */
pc_spaces *pc_spaces_new(pc_pdf *pdf, const pc_press *press, GBytes *profile);
void pc_spaces_free(pc_spaces *spaces);

/* A space by its object, or its name in resources.  Lives as long as spaces. */
const pc_space *pc_spaces_read(pc_spaces *spaces, qpdf_oh object, qpdf_oh resources);
/* "/DeviceRGB" and the like. */
const pc_space *pc_spaces_get(pc_spaces *spaces, pc_space_kind kind);

/* Components as the operators of colour give them. */
pc_mixture pc_space_mix(const pc_space *space, const double *color, pc_mix_target target);
/* Whether colours of this space may change at all. */
bool pc_space_is_mixed(const pc_space *space, pc_mix_target target);
/* From bytes of a picture or a table to components: RGB 0..1, Lab L*, a*, b*. */
void pc_space_widen(const pc_space *space, const guint8 *bytes, double *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_spaces, pc_spaces_free)

#endif
