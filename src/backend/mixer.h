/* mixer.h - colours of any profile as the inks of a press.  Layer: backend.
 *
 * Neutral colours become black ink alone, as pc_press_convert has it; all others go straight from
 * their own profile to the output profile.
 */
#ifndef PC_BACKEND_MIXER_H
#define PC_BACKEND_MIXER_H

#include "backend/press.h"

typedef struct pc_mixer pc_mixer;

/* The Lab of PDF is no profile: channels for it. */
#define PC_MIXER_LAB 0

/* channels: 1 grey, 3 RGB, 4 inks, PC_MIXER_LAB.  icc NULL: sRGB and its grey; not for inks.  NULL:
 * the profile is damaged or of another kind.  The press must outlive it. */
pc_mixer *pc_mixer_new(const pc_press *press, GBytes *icc, int channels);
void pc_mixer_free(pc_mixer *mixer);

/* Whether a colour is neutral, and which grey of sRGB it is.  Components are 0..1, of Lab as they
 * are.  Inks are never neutral. */
bool pc_mixer_find_grey(const pc_mixer *mixer, const double *color, double *grey);
pc_inks pc_mixer_mix(const pc_mixer *mixer, const double *color);

/* Pixels of a picture, channels bytes (Lab: 3, as TIFF has them) to 4, 255 is full ink; greys are
 * mixed from all inks.  Not for grey. */
void pc_mixer_mix_row(pc_mixer *mixer, const guint8 *row, guint8 *inks, int pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_mixer, pc_mixer_free)

#endif
