/* space_mix.c - colours of a space in their new form.  Layer: backend. */
#include "backend/spaces.h"

#include <math.h>

void pc_space_widen(const pc_space *space, const guint8 *bytes, double *color) {
  for (int i = 0; i < space->channels; i++)
    color[i] = bytes[i] / 255.0;
  if (space->kind != PC_SPACE_LAB)
    return;
  /* The usual range of a* and b*. */
  color[0] *= 100;
  color[1] = bytes[1] - 128.0;
  color[2] = bytes[2] - 128.0;
}

/* As a soft mask counts it (ISO 32000-1, 11.5.3 and 10.3.2). */
static pc_mixture find_share(const pc_space *space, const double *color) {
  const bool is_rgb = space->kind == PC_SPACE_RGB;
  return (pc_mixture){is_rgb ? 1 : 0, {.3 * color[0] + .59 * color[1] + .11 * color[2]}};
}

static pc_mixture keep_inks(const double *color) {
  return (pc_mixture){4, {color[0], color[1], color[2], color[3]}};
}

static pc_mixture mix_entry(const pc_space *space, const double *color, pc_mix_target target) {
  double inner[4] = {0};
  const int entry = (int)fmin(fmax(color[0], 0), space->n_entries - 1);
  const pc_space *base = space->base;
  if (base->channels < 1 || base->channels > 4)
    return (pc_mixture){0};
  pc_space_widen(base, space->table + (ptrdiff_t)entry * base->channels, inner);
  return pc_space_mix(base, inner, target);
}

static pc_mixture mix_profile(const pc_space *space, const double *color, pc_mix_target target) {
  double grey;
  pc_mixture mixture = {0};
  if (target == PC_TARGET_HYBRID && !pc_mixer_find_grey(space->mixer, color, &grey))
    return mixture;
  const pc_inks inks = pc_mixer_mix(space->mixer, color);
  return keep_inks(inks.ink);
}

bool pc_space_is_mixed(const pc_space *space, pc_mix_target target) {
  switch (space->kind) {
  case PC_SPACE_GREY:
    return target != PC_TARGET_SHARES;
  case PC_SPACE_RGB:
    return true;
  case PC_SPACE_LAB:
    return target != PC_TARGET_SHARES && space->mixer != NULL;
  case PC_SPACE_INKS:
    return target == PC_TARGET_INKS;
  case PC_SPACE_INDEXED:
    return space->base->kind != PC_SPACE_INDEXED && pc_space_is_mixed(space->base, target);
  default:
    return false;
  }
}

pc_mixture pc_space_mix(const pc_space *space, const double *color, pc_mix_target target) {
  if (!pc_space_is_mixed(space, target))
    return (pc_mixture){0};
  if (space->kind == PC_SPACE_INDEXED)
    return mix_entry(space, color, target);
  if (target == PC_TARGET_SHARES)
    return find_share(space, color);
  return space->mixer == NULL ? keep_inks(color) : mix_profile(space, color, target);
}
